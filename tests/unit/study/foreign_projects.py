"""Projects with any answers that the shipped codebook allows, for files of other tools."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from annotator.codebook import read_codebook
from annotator.model import Answer, Place
from annotator.resources import shipped_codebook
from annotator.store import Change, Store
from annotator.study.exporting import corpus
from annotator.text.importing import import_text
from tests.unit.study.any_answers import answers

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.formats.written import Written
    from annotator.model import Codebook
    from annotator.study.exporting import Selection

_BOOK = read_codebook(shipped_codebook()).codebook
assert _BOOK is not None
BOOK: Codebook = _BOOK
# Line ends of Windows, emoji, marks that combine, right to left, a paragraph that stands twice, and
# an article that is its only paragraph.
ARTICLES = (
    (
        "Who writes the standard\r\n\r\n"
        "The ministry will clear no shipment 🚢 to the\r\nneighbour’s army."
        " It said so 👩🏽‍🔬 twice.\r\n\r\n"
        "قال الوزير إن السعر 😀 سيرتفع قريبا في كل مكان.\r\n\r\n"
        "Not a word.\r\n\r\n"
        "The river has fallen by two me\u0301tres 🏞.\r\n\r\n"
        "Not a word.\r\n"
    ),
    "One cable only 😀, and nobody to mend it.\n",
)
TEXTS = [
    [each.text for each in import_text(text.encode(), file_name="x.txt").paragraphs]
    for text in ARTICLES
]
Said = dict[tuple[object, ...], Answer]


def project(path: Path) -> Store:
    """The articles without an answer."""
    path.parent.mkdir(exist_ok=True, parents=True)
    store = Store.create(path, codebook=BOOK)
    for number, text in enumerate(ARTICLES):
        store.add_article(import_text(text.encode(), file_name=f"{number}.txt"))
    return store


@st.composite
def acts(draw: st.DrawFn) -> tuple[int, int | None, str, str | None, str | None, Answer]:
    """An answer and its place: article, paragraph, layer, target, holder."""
    article = draw(st.integers(0, len(TEXTS) - 1))
    layer = draw(st.sampled_from(BOOK.layers))
    paragraph = None
    if layer.unit == "paragraph":
        paragraph = draw(st.integers(0, len(TEXTS[article]) - 1))
    targets = [target.key for target in BOOK.targets_of(layer)]
    target = draw(st.sampled_from(targets)) if targets else None
    holders = ["author", "person:Deng  Xiaoping 邓", "person:a__b: c", "unnamed"]
    holder = draw(st.sampled_from(holders)) if layer.holder else None
    return (
        article,
        paragraph,
        layer.key,
        target,
        holder,
        draw(answers(layer, TEXTS[article], paragraph)),
    )


def code(store: Store, key: str, done: list[Any]) -> None:
    """These answers, by a new annotator."""
    who = store.add_annotator(key)
    documents = store.documents()
    for article, paragraph, layer, target, holder, answer in done:
        document = documents[article]
        place = Place(
            "main", key, who.uid, document.id, document.uid, paragraph, layer, target, holder
        )
        store.annotate([Change(place, answer)])


def said(store: Store, key: str) -> Said:
    """All answers of one annotator by place; none where there is no such annotator."""
    if key not in {each.key for each in store.annotators()}:
        return {}
    return {
        (document.uid, a.place.paragraph, a.place.layer, a.place.target, a.place.holder): a.answer
        for document in store.documents()
        for a in store.annotations(document.id, "main", key)
    }


def write(store: Store, module: Any, place: Path, selection: Selection | None = None) -> Written:
    """The project as a file or folder of another tool."""
    told = corpus(store, selection) if selection else corpus(store)
    written: Written
    if hasattr(module, "write_folder"):
        place.mkdir(parents=True)
        written = module.write_folder(told, place)
    else:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as out:
            written = module.write(told, out)
    return written
