"""Annotations that hold no text: the article is the one of the project at their address."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from annotator.formats.w3c_rules import CONTEXT
from annotator.model import Answer, Span
from annotator.store import Store
from annotator.study.foreign import Foreign, merge_foreign
from annotator.text.importing import import_text
from tests.unit.study.foreign_projects import BOOK, said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.study.foreign import ForeignReport

TEXT = "The price rose 😀 again.\n\nNobody said why the price rose.\n"
HERE = "https://example.org/a"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.create(tmp_path / "p.annot", codebook=BOOK)
    for number, text in enumerate((TEXT, "Another article stands here.\n", TEXT)):
        article = import_text(text.encode(), file_name=f"{number}.txt")
        made.add_article(article, keep_duplicates=True)
    yield made
    made.close()


def merge(store: Store, tmp_path: Path, target: Any) -> ForeignReport:
    body = {"type": "TextualBody", "purpose": "tagging", "value": "frame:economic"}
    path = tmp_path / "a.jsonld"
    found = {"@context": CONTEXT, "type": "Annotation", "body": body, "target": target}
    path.write_text(json.dumps(found))
    return merge_foreign(store, path, Foreign(annotators=("k9",)))


def selected(source: str) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": "why the price"}
    return {"source": source, "selector": [quote]}


def set_url(store: Store, number: int, url: str) -> str:
    document = store.documents()[number]
    store.set_metadata(document.id, replace(store.metadata(document.id), url=url))
    return document.uid


@pytest.mark.parametrize("spelling", ["", "/", "#top"])
def test_article_is_found_by_its_web_address(store: Store, tmp_path: Path, spelling: str) -> None:
    uid = set_url(store, 2, HERE)
    report = merge(store, tmp_path, selected(HERE + spelling))
    assert (report.added, report.refused) == (1, ())
    ((place, answer),) = said(store, "k9").items()
    assert place[:3] == (uid, 1, "frame")
    assert answer == Answer("coded", ("economic",), evidence=(Span(12, 25, "economic"),))


def test_article_is_found_by_its_uid(store: Store, tmp_path: Path) -> None:
    uid = store.documents()[0].uid
    report = merge(store, tmp_path, selected(f"urn:uuid:{uid}"))
    assert report.added == 1
    assert {place[0] for place in said(store, "k9")} == {uid}


def test_address_that_no_article_or_several_have_is_refused(store: Store, tmp_path: Path) -> None:
    set_url(store, 0, HERE)
    set_url(store, 2, HERE)
    for source in (HERE, "https://example.org/elsewhere"):
        report = merge(store, tmp_path, selected(source))
        assert report.added == 0
        assert "no article of this project has this address" in report.refused[0].reason
        assert report.refused[0].where == source


@pytest.mark.parametrize("is_together", [True, False])
def test_every_note_on_a_paragraph_is_kept_once(
    store: Store, tmp_path: Path, *, is_together: bool
) -> None:
    first, other = set_url(store, 0, HERE), set_url(store, 1, f"{HERE}2")

    def annotation(number: int, source: str, label: str, exact: str, note: str) -> dict[str, Any]:
        return {
            "id": f"urn:x:{number}",
            "uri": source,
            "user": "k9",
            "target": [
                {"source": source, "selector": [{"type": "TextQuoteSelector", "exact": exact}]}
            ],
            "tags": [label],
            "text": note,
        }

    rows = [
        annotation(1, HERE, "frame:economic", "why the price", "of prices"),
        annotation(2, HERE, "frame:geopolitical", "Nobody said", "of whom?"),
        annotation(3, HERE, "frame:economic", "rose.", "of prices"),
    ]
    rows.insert(
        3 if is_together else 1, annotation(4, f"{HERE}2", "frame:economic", "Another", "else")
    )
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"rows": rows}))
    report = merge_foreign(store, path, Foreign(form="w3c"))
    assert (report.added, report.refused) == (2, ())
    notes = {(place[0], place[1]): answer.note for place, answer in said(store, "k9").items()}
    assert notes == {(first, 1): "of prices\n\nof whom?", (other, 0): "else"}
