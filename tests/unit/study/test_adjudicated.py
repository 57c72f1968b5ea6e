"""Adjudicated answers go before all others; rounds, older codebooks and progress in tables."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from annotator.formats import csv_long, csv_wide, paragraphs, parquet, tables
from annotator.formats.corpus import CodedDocument, Corpus, RoundName
from annotator.formats.losses import OLDER, Losses
from annotator.model import Annotator, Document, DocumentId, Paragraph
from annotator.study.by_paragraph import lines
from annotator.study.final_rows import Tables
from annotator.study.questions import Scheme, without_training
from annotator.study.wide_rows import WideQuestion
from annotator.study.wishes import Wish
from tests.unit.formats.corpora import BOOK, UID, record

if TYPE_CHECKING:
    from annotator.formats.jsonl import Record

ROUNDS = ("main", "second", "training", "adjudication")
SCHEME = Scheme(
    BOOK,
    {key: place for place, key in enumerate(ROUNDS)},
    frozenset({"adjudication"}),
    frozenset({("flag", "0.9.0")}),
)
AUTHOR: dict[str, Any] = {"target": "chinese_ai", "holder": "author"}
PERSON: dict[str, Any] = {"target": "chinese_ai", "holder": "person:Wei Jiahe"}


def corpus(*records: Record) -> Corpus:
    document = Document(DocumentId(1), UID, "Titolo", 1, "0" * 64)
    coded = CodedDocument(
        document, (Paragraph("Il 😀 sale."),), records, {"section": "news", "n": None}
    )
    purposes = ("main", "reliability", "training", "adjudication")
    rounds = tuple(RoundName(*each, "1.0.0") for each in zip(ROUNDS, purposes, strict=True))  # type: ignore[arg-type]
    people = (Annotator("k7", "0" * 36), Annotator("z", "1" * 36))
    return Corpus(
        title="",
        codebook=BOOK,
        toml="",
        annotators=people,
        rounds=rounds,
        documents=[coded],
    )


def final(*records: Record) -> dict[str, Any]:
    asked = {(each.layer, each.target, each.holder) for each in records}
    made = Tables(SCHEME, asked, {"section", "n"}, Losses())
    (row,) = made.paragraphs(corpus(*records))
    return dict(zip([column.name for column in made.paragraph_columns], row, strict=True))


def decided(layer: str = "frame", state: str = "coded", **more: Any) -> Record:
    return record(layer, state, round="adjudication", **more)


def test_adjudicated_answer_goes_before_the_majority() -> None:
    row = final(record(), decided(codes=("geopolitical",)))
    assert (row["frame_economic"], row["frame_geopolitical"], row["primary"]) == (
        0,
        1,
        "geopolitical",
    )
    assert row["final_source"] == "adjudicated"
    assert (row["meta_section"], row["meta_n"]) == ("news", None)


def test_adjudicated_cannot_tell_is_empty_and_none_is_none() -> None:
    row = final(record(), decided(state="cannot_tell"))
    assert (row["frame_economic"], row["primary"], row["final_source"]) == (
        None,
        None,
        "adjudicated",
    )
    row = final(
        record(**AUTHOR, layer="stance", codes=("against",)), decided("stance", "none", **AUTHOR)
    )
    assert row["stance_chinese_ai_author"] == "none"


def test_adjudicated_target_says_none_of_other_holders() -> None:
    records = [
        record("stance", codes=("against",), **AUTHOR),
        record("stance", codes=("favour",), **PERSON),
        decided("stance", codes=("against",), **AUTHOR),
    ]
    row = final(*records)
    assert row["stance_chinese_ai_author"] == "against"
    assert row["stance_chinese_ai_person"] == "none"
    (line,) = lines(corpus(*records), SCHEME, (), Losses())
    assert [asked.adjudicated and asked.adjudicated.state for asked in line.layers] == [
        "coded",
        "none",
    ]
    assert [len(asked.answers) for asked in line.layers] == [1, 1]


def test_earlier_round_of_an_annotator_counts_and_the_later_adjudication() -> None:
    records = [
        record(codes=("other",), round="second"),
        record(),
        decided(codes=("other",)),
    ]
    (line,) = lines(corpus(*records[:2]), SCHEME, ("frame",), Losses())
    assert len(line.layers[0].answers) == 2
    assert line.layers[0].majority == paragraphs.Majority(("economic",))
    assert line.layers[0].n == 1


def test_training_stays_out_unless_it_is_named() -> None:
    told = corpus(record(round="training"), record())
    (out,) = without_training(told, rounds=False, annotators=False).documents
    assert [each.round for each in out.records] == ["main"]
    (named,) = without_training(told, rounds=True, annotators=False).documents
    assert len(named.records) == 2


def test_answers_of_another_meaning_are_counted_and_left_out() -> None:
    losses = Losses()
    (line,) = lines(corpus(record("flag", codebook="0.9.0")), SCHEME, (), losses)
    assert line.layers == ()
    assert losses.lost == {OLDER: 1}


def test_skipped_holder_is_missing_even_where_the_target_is_answered() -> None:
    row = final(
        record("stance", codes=("against",), **AUTHOR), record("stance", "skipped", **PERSON)
    )
    assert row["stance_chinese_ai_person"] is None


def test_columns_of_equal_names_are_told_apart() -> None:
    layers = tuple(
        replace(layer, key="frame_economic") if layer.key == "dominant_frame" else layer
        for layer in BOOK.layers
    )
    scheme = replace(SCHEME, codebook=replace(BOOK, layers=layers))
    made = Tables(scheme, {("frame", None, None), ("frame_economic", None, None)}, (), Losses())
    names = [column.name for column in made.document_columns]
    assert len(names) == len(set(names))
    assert "frame_economic_2" in names


def test_single_question_about_paragraphs_has_the_shares_of_its_codes() -> None:
    layers = tuple(
        replace(layer, unit="paragraph") if layer.unit == "document" else layer
        for layer in BOOK.layers
    )
    scheme = replace(SCHEME, codebook=replace(BOOK, layers=layers))
    records = (record("dominant_frame"), record("dominant_frame_other", value="x"))
    asked = {(each.layer, None, None) for each in records}
    made = Tables(scheme, asked, (), Losses())
    (row,) = made.documents(corpus(*records))
    told = dict(zip([column.name for column in made.document_columns], row, strict=True))
    assert (told["dominant_frame_economic"], told["dominant_frame_none"]) == (1.0, 0.0)
    assert "dominant_frame_other_text" not in told


def test_every_writer_tells_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_long, "_TOLD_EVERY", 1)
    monkeypatch.setattr(paragraphs, "_BUFFER", 1)
    monkeypatch.setattr("annotator.formats.csv_rows._BUFFER", 1)
    told: list[int] = []
    one = corpus(record(), record("stance", codes=("against",), **AUTHOR))
    assert csv_long.write(one, io.BytesIO(), told.append).n == 2
    assert told == [1, 2]
    question = WideQuestion(SCHEME, "frame", (None, None), numbers=False)
    n_rows = len(list(question.rows(one, Losses())))
    assert csv_wide.write_rows((), ("x",), [[1]] * n_rows, io.BytesIO()) == (n_rows, ())
    tables.write_csv([tables.Column("x")], [["y"]], io.BytesIO())
    out = io.BytesIO()
    made = list(lines(one, SCHEME, (), Losses()))
    assert paragraphs.write_lines(made, out, told.append) == 2
    assert paragraphs.write_lines(made, io.BytesIO()) == 2
    assert json.loads(out.getvalue())["document"] == UID
    assert told[-1] == 2
    assert parquet.write_table([tables.Column("x")], [["y"]], io.BytesIO()) == 1


def test_empty_table_has_its_header() -> None:
    out = io.BytesIO()
    assert tables.write_csv([tables.Column("x")], [], out) == (0, ())
    assert out.getvalue() == b"x\n"


@pytest.mark.parametrize(
    ("wish", "module"),
    [
        (Wish(), "annotator.formats.jsonl"),
        (Wish(by="paragraph"), "annotator.formats.paragraphs"),
        (Wish("csv", by="document"), "annotator.formats.tables"),
    ],
)
def test_wish_knows_whose_losses_are_its_own(wish: Wish, module: str) -> None:
    assert wish.module.__name__ == module
    assert wish.module.KEEPS
    assert wish.module.LOSES
