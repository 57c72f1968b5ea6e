"""Any answers that the shipped codebook allows on the articles of a project, and giving them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from annotator.codebook import read_codebook
from annotator.model import Answer, Place, Span
from annotator.resources import shipped_codebook
from annotator.store import Change, Store
from annotator.text.importing import import_text
from tests.unit.study.conftest import ARTICLES

if TYPE_CHECKING:
    from annotator.model import Annotator, Codebook, Document, Layer

_BOOK = read_codebook(shipped_codebook()).codebook
assert _BOOK is not None
BOOK: Codebook = _BOOK
TEXTS = [
    [paragraph.text for paragraph in import_text(text.encode(), file_name="x.txt").paragraphs]
    for text in ARTICLES
]
words = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=12
)


@st.composite
def answers(draw: st.DrawFn, layer: Layer, texts: list[str], paragraph: int | None) -> Answer:
    """Any answer that the codebook allows at this place."""
    note = draw(st.just("") | words)
    if layer.states and draw(st.sampled_from([False, True])):
        return Answer(state=draw(st.sampled_from(layer.states)), note=note)
    if layer.answer == "text":
        return Answer(state="coded", value=draw(words), note=note)
    known = [code.key for code in BOOK.codes_of(layer)]
    most = len(known) if layer.answer == "multiple" else 1
    codes = tuple(draw(st.lists(st.sampled_from(known), min_size=1, max_size=most, unique=True)))
    primary = draw(st.sampled_from([None, *codes])) if layer.primary != "no" else None
    spans = st.tuples() if paragraph is None else evidence(texts[paragraph], codes)
    return Answer(
        state="coded",
        codes=codes,
        primary=primary,
        evidence=draw(spans) if layer.takes_evidence != "no" else (),
        confidence=draw(st.sampled_from([None, 1, 2, 3])),
        note=note,
    )


@st.composite
def evidence(draw: st.DrawFn, text: str, codes: tuple[str, ...]) -> tuple[Span, ...]:
    """Up to three spans, touching, nested or crossing."""
    found = []
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        found.append(Span(start, end, draw(st.sampled_from([None, *codes]))))
    return tuple(found)


@st.composite
def acts(draw: st.DrawFn) -> tuple[str, int, int | None, str, str | None, str | None, Any]:
    """Who does what where: an answer, None to clear, or `undo`."""
    article = draw(st.integers(0, len(TEXTS) - 1))
    layer = draw(st.sampled_from(BOOK.layers))
    paragraph = None
    if layer.unit == "paragraph":
        paragraph = draw(st.integers(0, len(TEXTS[article]) - 1))
    targets = [target.key for target in BOOK.targets_of(layer)]
    holders = ["author", "person:Deng Xiaoping 邓", "unnamed"] if layer.holder else [None]
    done = draw(
        st.just("undo") | st.none() | answers(layer, TEXTS[article], paragraph),
    )
    return (
        draw(st.sampled_from(["k7", "m2"])),
        article,
        paragraph,
        layer.key,
        draw(st.sampled_from(targets)) if layer.per_target else None,
        draw(st.sampled_from(holders)),
        done,
    )


def carry_out(store: Store, history: list[Any]) -> None:
    people: dict[str, Annotator] = {}
    documents: list[Document] = store.documents()
    for key, article, paragraph, layer, target, holder, done in history:
        if key not in people:
            people[key] = store.add_annotator(key)
        who, document = people[key], documents[article]
        if done == "undo":
            store.undo("main", key)
            continue
        place = Place(
            "main", key, who.uid, document.id, document.uid, paragraph, layer, target, holder
        )
        store.annotate([Change(place, done)], duration_ms=700)
