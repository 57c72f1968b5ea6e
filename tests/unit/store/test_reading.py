from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.jsonl import Words
from annotator.model import Answer, Span, sha256_hex
from annotator.store import Change, DistinctAnswer, Store, Tally

if TYPE_CHECKING:
    from pathlib import Path


def test_record_says_all_of_an_answer(coding) -> None:
    answer = Answer(
        "coded", ("economic", "climate"), "economic", None, (Span(14, 15),), 3, "perché"
    )
    coding.store.annotate([Change(coding.place(), answer)], duration_ms=700)
    coding.store.annotate([Change(coding.place(), Answer("none"))], duration_ms=7)
    step = coding.store.annotate([Change(coding.place(), answer)])
    (record,) = coding.store.records()
    (device,) = coding.store._file.rows("SELECT uid FROM device")
    assert msgspec.json.decode(msgspec.json.encode(record)) == {
        "schema": "annotation/1",
        "uid": coding.place().uid,
        "round": "main",
        "annotator": "k7",
        "annotator_uid": coding.who.uid,
        "annotator_kind": "human",
        "document": coding.added.uid,
        "title": "a",
        "paragraph": 0,
        "kind": "body",
        "layer": "frame",
        "target": None,
        "holder": None,
        "state": "coded",
        "codes": ["economic", "climate"],
        "primary": "economic",
        "value": None,
        "evidence": [{"start": 14, "end": 15, "text": "😀"}],
        "confidence": 3,
        "note": "perché",
        "codebook": "1.0.0",
        "codebook_sha256": coding.store.codebook_versions()[0].sha256,
        "rev": 3,
        "changed_at": step.saved_at,
        "duration_ms": 707,
        "device": device[0],
        "text": "Il costo sale 😀 ancora.",
        "text_sha256": sha256_hex("\n\n".join(p.text for p in coding.store.paragraphs(1))),
    }


def test_records_come_in_their_order(coding, coding_in, article) -> None:
    other = coding_in(coding.store, "b1")
    coding.store.annotate([Change(coding.place(None, "whole"), Answer("none"))])
    coding.stance("favour", "tax", "person:Ada")
    coding.stance("favour", "tax", "author")
    coding.stance("favour", "bank")
    coding.frame(paragraph=3)
    coding.store.annotate([Change(coding.place(0, "words"), Answer("coded", value="x"))])
    coding.frame("climate")
    other.frame("economic")
    coding.added = coding.store.add_article(article("Altro."))
    coding.document = coding.added.document
    coding.frame("economic")
    assert [
        (r.document == coding.added.uid, r.paragraph, r.layer, r.target, r.holder, r.annotator)
        for r in coding.store.records()
    ] == [
        (False, 0, "frame", None, None, "b1"),
        (False, 0, "frame", None, None, "k7"),
        (False, 0, "words", None, None, "k7"),
        (False, 0, "stance", "bank", "author", "k7"),
        (False, 0, "stance", "tax", "author", "k7"),
        (False, 0, "stance", "tax", "person:Ada", "k7"),
        (False, 3, "frame", None, None, "k7"),
        (False, None, "whole", None, None, "k7"),
        (True, 0, "frame", None, None, "k7"),
    ]
    whole = [r for r in coding.store.records() if r.paragraph is None]
    assert [(r.text, r.kind) for r in whole] == [(None, None)]


def test_records_of_chosen_names(coding, coding_in) -> None:
    coding.frame("economic")
    coding.stance("favour")
    coding_in(coding.store, "m2").frame("climate")

    def found(**chosen) -> list[tuple[str, str]]:
        return [(r.annotator, r.layer) for r in coding.store.records(**chosen)]

    assert found(layers=["stance"]) == [("k7", "stance")]
    assert found(annotators=["m2", "zz"]) == [("m2", "frame")]
    assert found(layers=["frame"], annotators=["k7"]) == [("k7", "frame")]
    assert found(rounds=["pilot"]) == []
    assert found(layers=[]) == []
    assert len(found(rounds=["main"])) == 3


def test_evidence_of_the_whole_article_names_its_paragraph(coding) -> None:
    place = coding.place(None, "whole")
    coding.store.annotate([Change(place, Answer("coded", ("climate",)))])
    with coding.store.write():
        coding.store._file.run(
            """UPDATE annotation SET evidence='[{"start":0,"end":5,"paragraph":1}]'"""
        )
    (record,) = coding.store.records()
    assert record.evidence == (Words(0, 5, None, 1, "Piove"),)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_time_is_none_where_nothing_was_told(coding, count: int) -> None:
    for paragraph in range(3):
        place = coding.place(paragraph)
        ms = 10 if paragraph < count else None
        coding.store.annotate([Change(place, Answer("none"))], duration_ms=ms)
    spent = [record.duration_ms for record in coding.store.records()]
    assert spent == [10] * count + [None] * (3 - count)


@pytest.mark.usefixtures("journal")
def test_others_may_write_while_records_are_read(coding) -> None:
    coding.frame("economic", paragraph=0)
    coding.frame("economic", paragraph=1)
    records = coding.store.records()
    first = next(records)
    with Store.open(coding.store.path) as window:
        place = coding.place(2)
        window.annotate([Change(place, Answer("none"))])
    assert [first.paragraph, *(record.paragraph for record in records)] == [0, 1]
    assert len(list(coding.store.records())) == 3


@pytest.mark.usefixtures("journal")
def test_snapshot_is_still_and_for_reading_only(coding) -> None:
    coding.frame("economic")
    with coding.store.snapshot() as still:
        coding.frame("climate", paragraph=1)
        assert still.counts().annotations == 1
        assert still.read_only
        assert still.path == coding.store.path
        with still.snapshot() as same:
            assert same is still


def test_copy_is_made_in_one_go_when_commits_keep_coming(coding, monkeypatch) -> None:
    monkeypatch.setattr("annotator.store.copying._PATIENCE_S", -1)
    monkeypatch.setattr("annotator.store.copying._PAGES", 1)
    monkeypatch.setattr("annotator.store.opening.wal_is_safe", lambda: False)
    coding.frame("economic")
    coding.store.close()
    with Store.open(coding.store.path) as store:
        assert len(list(store.records())) == 1


def test_columns_number_what_occurs(coding, coding_in) -> None:
    coding.stance("favour", "tax", "person:Ada")
    coding.stance("against", "bank", "author")
    other = coding_in(coding.store, "b1")
    other.stance("favour", "tax", "author")
    columns = coding.store.layer_answers(["stance"])["stance"]
    rows = zip(
        columns.document,
        columns.paragraph,
        columns.target,
        columns.holder,
        columns.annotator,
        columns.round,
        columns.codebook,
        columns.answer,
        strict=True,
    )
    assert sorted(rows) == [
        (0, 0, 0, 0, 1, 0, 0, 0),
        (0, 0, 1, 0, 0, 0, 0, 1),
        (0, 0, 1, 1, 1, 0, 0, 1),
    ]
    assert columns.documents == [coding.added.uid]
    assert (columns.targets, columns.holders) == (["bank", "tax"], ["author", "person:Ada"])
    assert (columns.annotators, columns.rounds, columns.codebooks) == (
        ["b1", "k7"],
        ["main"],
        ["1.0.0"],
    )
    assert columns.answers == [
        DistinctAnswer("coded", ("against",)),
        DistinctAnswer("coded", ("favour",)),
    ]
    assert columns.document.itemsize == 4


def test_columns_without_target_or_paragraph_say_minus_one(coding) -> None:
    coding.store.annotate([Change(coding.place(None, "whole"), Answer("coded", ("climate",)))])
    columns = coding.store.layer_answers(["whole"])["whole"]
    assert (list(columns.paragraph), list(columns.target), list(columns.holder)) == (
        [-1],
        [-1],
        [-1],
    )
    assert (columns.targets, columns.holders) == ([], [])


def test_columns_of_primary_and_words(coding) -> None:
    place = coding.place(0, "words")
    coding.store.annotate([Change(place, Answer("coded", value="a\x1fb"))])
    coding.store.annotate([Change(coding.place(), Answer("coded", ("climate",), "climate"))])
    assert coding.store.layer_answers(["words"])["words"].answers == [
        DistinctAnswer("coded", (), None, "a\x1fb")
    ]
    assert coding.store.layer_answers(["frame"])["frame"].answers == [
        DistinctAnswer("coded", ("climate",), "climate")
    ]


def test_columns_of_all_stretches_of_the_table_and_of_all_layers(coding, monkeypatch) -> None:
    monkeypatch.setattr("annotator.store.connection._STRETCH", 2)
    for paragraph in range(4):
        coding.frame("economic", paragraph=paragraph)
    for paragraph in (1, 2):  # a gap, wider than a stretch
        coding.store.annotate([Change(coding.place(paragraph), None)])
    coding.stance("favour")
    columns = coding.store.layer_answers(["stance", "frame"])
    assert {layer: list(each.paragraph) for layer, each in columns.items()} == {
        "stance": [0],
        "frame": [0, 3],
    }
    assert coding.store.layer_answers([]) == {}


def test_columns_of_words_that_look_like_the_marks_between_them(coding) -> None:
    words = ["a\x1eb", "a\x1fb", "null", 'say "x\\']
    for paragraph, value in enumerate(words):
        place = coding.place(paragraph, "words")
        coding.store.annotate([Change(place, Answer("coded", value=value))])
    answers = coding.store.layer_answers(["words"])["words"].answers
    assert sorted(str(each.value) for each in answers) == sorted(words)


def test_columns_of_chosen_names(coding, coding_in) -> None:
    coding.frame("economic")
    coding_in(coding.store, "m2").frame("climate")
    frames = coding.store.layer_answers(["frame"], annotators=["m2"])["frame"]
    assert frames.annotators == ["m2"]
    assert len(coding.store.layer_answers(["frame"], rounds=["pilot"])["frame"].answer) == 0
    assert coding.store.layer_answers(["nothing"])["nothing"].answers == []


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(range(4)))
def test_order_of_work_does_not_change_the_stream(order, codebook, coding_in, tmp_path_factory):
    folder: Path = tmp_path_factory.mktemp("order")
    with Store.create(folder / "p.annot", codebook=codebook) as store:
        coding = coding_in(store, uid="3f0c9f3e-0d3a-4f43-8a2e-5a1c7b9d2e60")
        for number in order:
            coding.frame("economic", paragraph=number)
        assert [record.paragraph for record in store.records()] == [0, 1, 2, 3]
        assert list(store.layer_answers(["frame"])["frame"].answer) == [0, 0, 0, 0]


def test_counts_say_how_much_there_is(coding, coding_in) -> None:
    coding.frame("economic")
    coding.frame(paragraph=1)
    coding.store.annotate([Change(coding.place(None, "whole"), Answer("none"))])
    coding_in(coding.store, "m2").frame()
    counts = coding.store.counts()
    assert (counts.documents, counts.paragraphs, counts.annotators) == (1, 4, 2)
    assert (counts.annotations, counts.events) == (4, 4)
    assert counts.tallies == [
        Tally("k7", "main", "frame", "coded", 1),
        Tally("k7", "main", "frame", "none", 1),
        Tally("k7", "main", "whole", "none", 1),
        Tally("m2", "main", "frame", "none", 1),
    ]


def test_every_article_comes_with_its_answers_also_one_without(coding, article) -> None:
    store = coding.store
    for text in ("Nothing yet.", "Last one."):
        store.add_article(article(text))
    last = store.documents()[-1]
    place = msgspec.structs.replace(
        coding.place(), document=last.id, document_uid=last.uid, paragraph=0
    )
    coding.frame("economic")
    coding.frame(paragraph=2)
    store.annotate([Change(place, Answer("none"))])
    with store.write():
        store._file.run('UPDATE document SET meta=\'{"desk":"foreign"}\' WHERE id=?', last.id)
    coded = list(store.coded_documents())
    assert [each.document for each in coded] == store.documents()
    assert [len(each.records) for each in coded] == [2, 0, 1]
    assert [record for each in coded for record in each.records] == list(store.records())
    assert [list(each.paragraphs) for each in coded] == [
        store.paragraphs(each.document.id) for each in coded
    ]
    assert [each.meta for each in coded] == [{}, {}, {"desk": "foreign"}]
    assert [len(each.records) for each in store.coded_documents(layers=["stance"])] == [0, 0, 0]


def test_outline_names_the_questions_that_were_answered(coding, coding_in) -> None:
    store, other = coding.store, coding_in(coding.store, "b1")
    store.annotate([Change(coding.place(), Answer("none"))])
    store.annotate(
        [Change(other.place(layer="stance", target="tax", holder="author"), Answer("none"))]
    )
    everybody = {"annotators": ["k7", "b1"], "rounds": ["main"]}
    both = {("frame", None, None), ("stance", "tax", "author")}
    assert store.outline(layers=None, **everybody).questions == both
    assert store.outline(layers=["frame"], **everybody).questions == {("frame", None, None)}
    assert store.outline(layers=None, annotators=["k7"], rounds=["main"]).questions == {
        ("frame", None, None)
    }
    assert store.outline(layers=None, annotators=["k7"], rounds=[]).questions == set()
