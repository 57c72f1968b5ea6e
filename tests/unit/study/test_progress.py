"""What `status` counts in one reading is what a session counts article by article."""

from __future__ import annotations

from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING

import pytest

from annotator.codebook import parse_codebook
from annotator.errors import AnswerRefused
from annotator.model import Answer, Place, Span
from annotator.session import Session
from annotator.store import Change, Store
from annotator.study.progress import AnnotatorStatus, status_of
from annotator.text.importing import import_text
from tests.unit.session import codebooks

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.model import Annotator, Codebook, Document, Layer, State

TEXT = "A title\n\nOne thing happened, said the mayor.\n\nThen another.\n\n“Never again.”\n"
BOOKS = ("TINY", "STRICT", "DETAIL", "ON_CONDITION", "FLAGGED", "SEVERAL_SIDES", "VOICES")


def by_sessions(store: Store, who: Annotator) -> AnnotatorStatus:
    session = Session(store, who)
    progress = [session.progress(document.id) for document in session.documents]
    states = [one.state for one in progress]
    given = [a.answer for d in session.documents for a in store.annotations(d.id, "main", who.key)]
    return AnnotatorStatus(
        annotator=who.key,
        kind=who.kind,
        articles_open=states.count("open"),
        articles_done=states.count("done"),
        units=sum(one.n_units for one in progress),
        units_done=sum(one.n_done for one in progress),
        answers={
            state: sum(answer.state == state for answer in given)
            for state in {answer.state for answer in given}
        },
    )


def answer_at_random(codebook: Codebook, layer: Layer, dice: Random) -> Answer:
    states: tuple[State, ...] = ("coded", "coded", "coded", "none", "cannot_tell", "skipped")
    state = dice.choice(states)
    if state != "coded" or layer.answer == "text":
        return Answer(state, value="words" if state == "coded" else None)
    keys = [code.key for code in codebook.codes_of(layer)]
    most = len(keys) if layer.answer == "multiple" else 1
    codes = tuple(dice.sample(keys, dice.randint(1, most)))
    shown = [code for code in codes if dice.random() < 0.8]
    evidence = () if layer.unit == "document" else tuple(Span(0, 3, code) for code in shown)
    primary = dice.choice((*codes, None)) if layer.primary != "no" else None
    return Answer("coded", codes, primary, evidence=evidence)


def answer_all(store: Store, document: Document, who: Annotator, dice: Random) -> None:
    codebook = store.codebook()
    holders = [None, *(each.key for each in codebook.holders)]
    for paragraph in (*range(document.n_paragraphs), None):
        for layer in codebook.layers:
            targets: list[str | None] = [each.key for each in codebook.targets_of(layer)]
            for target in targets or [None]:
                place = Place(
                    round="main", annotator=who.key, annotator_uid=who.uid, document=document.id,
                    document_uid=document.uid, paragraph=paragraph, layer=layer.key,
                    target=target, holder=dice.choice(holders) if layer.holder else None,
                )  # fmt: skip
                if dice.random() < 0.9:
                    with suppress(AnswerRefused):
                        store.annotate([Change(place, answer_at_random(codebook, layer, dice))])


@pytest.mark.parametrize("name", BOOKS)
def test_status_counts_what_sessions_count(name: str, tmp_path: Path) -> None:
    codebook = parse_codebook(getattr(codebooks, name)).codebook
    assert codebook is not None
    dice = Random(name)  # noqa: S311 - chance, no secret
    with Store.create(tmp_path / "p.annot", codebook=codebook) as store:
        people = [store.add_annotator(key) for key in ("a", "b", "idle")]
        for number in range(4):
            store.add_article(import_text(f"{TEXT}{number}".encode(), file_name=f"{number}.txt"))
        for document in store.documents()[:3]:
            for who in people[:2]:
                answer_all(store, document, who, dice)
        expected = tuple(by_sessions(store, who) for who in people)
        assert status_of(store).annotators == expected
        assert sum(one.units_done for one in expected) > 0


def test_answers_of_another_round_and_of_hidden_articles_do_not_count(make_project) -> None:
    store = make_project()
    who = store.add_annotator("a")
    for document in store.documents():
        place = Place("main", "a", who.uid, document.id, document.uid, None, "dominant_frame")
        store.annotate([Change(place, Answer("skipped"))])
    with store.write():
        store._file.run(
            "INSERT INTO round(key, kind, codebook) SELECT 'pilot', kind, codebook FROM round"
        )
        store._file.run("UPDATE annotation SET round='pilot' WHERE document=1")
    (status,) = status_of(store).annotators
    assert (status.articles_open, status.answers) == (1, {"skipped": 2})
    with store.write():
        store._file.run("UPDATE document SET hidden=1 WHERE id=2")
    (status,) = status_of(store).annotators
    assert (status.articles_open, status.answers) == (0, {"skipped": 1})


def test_answers_to_questions_that_the_codebook_no_longer_asks_do_not_count(tmp_path: Path) -> None:
    codebook = parse_codebook(codebooks.TINY).codebook
    assert codebook is not None
    assert all(layer.unit == "paragraph" for layer in codebook.layers)
    with Store.create(tmp_path / "p.annot", codebook=codebook) as store:
        who = store.add_annotator("a")
        store.add_article(import_text(TEXT.encode(), file_name="t.txt"))
        (document,) = store.documents()
        before = status_of(store).annotators
        layer = codebook.layers[0].key
        for paragraph in (0, 1):
            place = Place("main", "a", who.uid, document.id, document.uid, paragraph, layer)
            store.annotate([Change(place, Answer("skipped"))])
        with store.write():
            store._file.run("UPDATE annotation SET layer='long_gone' WHERE paragraph=0")
            store._file.run("UPDATE annotation SET paragraph=NULL WHERE paragraph=1")
        (status,) = status_of(store).annotators
        assert (status.units, status.units_done) == (before[0].units, before[0].units_done)
        assert status.answers == {"skipped": 2}
