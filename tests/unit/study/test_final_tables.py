"""Which rows and columns the tables of final answers have, and which of their cells are empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from annotator.formats.corpus import CodedDocument, Corpus
from annotator.formats.losses import Losses
from annotator.model import Paragraph
from annotator.study.by_paragraph import lines
from annotator.study.final_rows import Tables
from annotator.study.questions import Scheme
from tests.unit.formats.corpora import BOOK, a_corpus, record

if TYPE_CHECKING:
    from annotator.formats.jsonl import Record
    from annotator.formats.tables import Cell, Column
    from annotator.model import Codebook

FRAME = ("frame", None, None)
BYLINE = Paragraph("Di nessuno.", "byline")
BODY = Paragraph("Piove.")


def scheme(codebook: Codebook = BOOK) -> Scheme:
    return Scheme(codebook, {"main": 0}, frozenset(), frozenset())


def one_article(paragraphs: tuple[Paragraph, ...], *records: Record) -> Corpus:
    corpus = a_corpus(*records)
    (coded, _) = corpus.documents
    return replace(
        corpus, documents=[CodedDocument(coded.document, paragraphs, records, coded.meta)]
    )


def by_name(columns: list[Column], row: list[Cell]) -> dict[str, Any]:
    return dict(zip([column.name for column in columns], row, strict=True))


def test_byline_that_no_question_asks_about_has_a_row_only_when_answered() -> None:
    layers = tuple(replace(layer, kinds=("body",)) for layer in BOOK.layers)
    asks = scheme(replace(BOOK, layers=layers))
    made = Tables(asks, {FRAME}, (), Losses())
    silent = one_article((BYLINE, BODY), record(paragraph=1))
    assert [line.paragraph for line in lines(silent, asks, (), Losses())] == [1]
    (row,) = made.paragraphs(silent)
    assert by_name(made.paragraph_columns, row)["paragraph"] == 1
    told = one_article((BYLINE, BODY), record(kind="byline"))
    assert [line.paragraph for line in lines(told, asks, (), Losses())] == [0, 1]
    rows = [by_name(made.paragraph_columns, row) for row in made.paragraphs(told)]
    assert [(row["kind"], row["frame_economic"]) for row in rows] == [("byline", 1), ("body", None)]


def test_layer_that_asks_for_no_main_code_has_no_column_of_it() -> None:
    layers = tuple(
        replace(layer, primary="no") if layer.key == "frame" else layer for layer in BOOK.layers
    )
    made = Tables(scheme(replace(BOOK, layers=layers)), {FRAME}, (), Losses())
    (row,) = made.paragraphs(one_article((BODY,), record()))
    told = by_name(made.paragraph_columns, row)
    assert "primary" not in told
    assert told["frame_economic"] == 1


def test_paragraph_that_nobody_can_tell_counts_in_no_share() -> None:
    corpus = one_article((BODY, BODY), record(), record(state="cannot_tell", paragraph=1))
    made = Tables(scheme(), {FRAME}, (), Losses())
    (row,) = made.documents(corpus)
    told = by_name(made.document_columns, row)
    assert (told["frame_economic"], told["frame_geopolitical"], told["frame_none"]) == (1, 0, 0)
    assert (told["n_paragraphs"], told["n_answered"]) == (2, 1)


def test_share_is_empty_where_nobody_can_tell() -> None:
    made = Tables(scheme(), {FRAME}, (), Losses())
    (row,) = made.documents(one_article((BODY,), record(state="cannot_tell")))
    told = by_name(made.document_columns, row)
    assert (told["frame_economic"], told["frame_none"], told["n_answered"]) == (None, None, 0)
