"""The long table in CSV: one answer a row, the shape that `annotator agreement` reads.

Imports the corpus and the writer of rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final

import msgspec

from annotator.formats.csv_rows import CsvRows
from annotator.formats.losses import REVISIONS, TIME_SPENT, Losses
from annotator.formats.written import Written

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.formats.corpus import Corpus
    from annotator.formats.jsonl import Record
    from annotator.model import Document

READS: Final = False
WRITES: Final = True
KEEPS: Final = (
    "every answer with its state, set of codes and main code",
    "who answered, in which round, with which version of the codebook",
    "places of marked words",
    "sureness and notes",
    "title, outlet and date of the article",
    "texts, if asked for",
)
LOSES: Final = (
    "paragraphs without an answer",
    "history, revision numbers and time spent",
    "fractions of a second of the time of an answer",
)
COLUMNS: Final = (
    "unit",
    "annotator",
    "value",
    "state",
    "layer",
    "target",
    "holder",
    "round",
    "primary",
    "confidence",
    "document",
    "title",
    "outlet",
    "published_on",
    "paragraph",
    "kind",
    "evidence",
    "note",
    "codebook",
    "changed_at",
)
_TOLD_EVERY = 10_000
_ENCODE = msgspec.json.Encoder().encode


def write(
    corpus: Corpus,
    out: BinaryIO,
    told: Callable[[int], None] | None = None,
    *,
    text: bool = False,
    for_spreadsheets: bool = False,
) -> Written:
    """Write one row an answer; with `text` also the paragraph and the marked words themselves."""
    losses = Losses(REVISIONS, TIME_SPENT)
    header = (*COLUMNS, "text") if text else COLUMNS
    rows = CsvRows(out, header, for_spreadsheets=for_spreadsheets)
    n = 0
    for coded in corpus.documents:
        article = _of_article(coded.document, rows)
        for record in coded.records:
            rows.row(_cells(record, article, rows, text=text))
            losses.see(record)
            n += 1
            if told is not None and n % _TOLD_EVERY == 0:
                told(n)
    rows.flush()
    return Written(n, losses.lost, rows.notes)


def unit(record: Record) -> str:
    """`<document>#<paragraph>`; nothing behind the sign is the whole document."""
    return f"{record.document}#{'' if record.paragraph is None else record.paragraph}"


def value(record: Record) -> str | None:
    """The answer in one cell; None where there is none: cannot_tell and skipped."""
    if record.state == "coded":
        return "|".join(record.codes) if record.value is None else record.value
    return "none" if record.state == "none" else None


def to_the_second(time: str) -> str:
    """`2026-03-02T09:14:07Z` of a time with milliseconds."""
    return f"{time[:19]}Z"


def evidence(record: Record, *, text: bool) -> str | None:
    """The marked words as a JSON list; None where there are none."""
    if not record.evidence:
        return None
    words = record.evidence if text else [each.without_text() for each in record.evidence]
    return _ENCODE(words).decode()


def _of_article(document: Document, rows: CsvRows) -> tuple[str | None, ...]:
    return rows.text(document.title), rows.text(document.outlet), document.published_on


def _cells(
    record: Record, article: tuple[str | None, ...], rows: CsvRows, *, text: bool
) -> tuple[str | int | None, ...]:
    free = rows.text
    cells = (
        unit(record),
        free(record.annotator),
        value(record) if record.value is None else free(record.value),
        record.state,
        record.layer,
        record.target,
        free(record.holder),
        free(record.round),
        record.primary,
        record.confidence,
        record.document,
        *article,
        record.paragraph,
        record.kind,
        evidence(record, text=text),
        free(record.note),
        record.codebook,
        to_the_second(record.changed_at),
    )
    return (*cells, free(record.text)) if text else cells
