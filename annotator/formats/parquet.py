"""Parquet by pyarrow: the long table and the lines by paragraph with real lists, and tables.

Rows go out in groups of 50,000. Imports the corpus; pyarrow is an extra, imported when needed.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import msgspec

from annotator.errors import Unavailable
from annotator.formats.csv_long import COLUMNS, to_the_second, unit, value
from annotator.formats.losses import REVISIONS, TIME_SPENT, Losses
from annotator.formats.written import Written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from annotator.formats.corpus import Corpus
    from annotator.formats.jsonl import Record
    from annotator.formats.paragraphs import Line
    from annotator.formats.tables import Cell, Column
    from annotator.model import Document

READS: Final = False
WRITES: Final = True
KEEPS: Final = (
    "all that the long table in CSV keeps",
    "sets of codes and marked words as lists",
)
LOSES: Final = (
    "paragraphs without an answer",
    "history, revision numbers and time spent",
    "fractions of a second of the time of an answer",
)
BATCH: Final = 50_000
_INTEGERS = frozenset({"confidence", "paragraph"})


def write(
    corpus: Corpus,
    out: BinaryIO,
    told: Callable[[int], None] | None = None,
    *,
    text: bool = False,
) -> Written:
    """Write one row an answer; `value` is as in CSV, `codes` the same as a list.

    Raises:
        Unavailable: pyarrow is not installed.
    """
    pa = arrow()
    losses = Losses(REVISIONS, TIME_SPENT)
    names = [*COLUMNS, "codes", *(["text"] if text else [])]
    fields = {name: pa.int32() if name in _INTEGERS else pa.string() for name in names}
    fields["codes"] = pa.list_(pa.string())
    fields["evidence"] = pa.list_(_words(pa, text=text))
    rows = _answers(corpus, losses, text=text)
    return Written(_write(pa.schema(fields.items()), rows, out, told), losses.lost)


def write_lines(
    lines: Iterable[Line], out: BinaryIO, told: Callable[[int], None] | None = None
) -> int:
    """Write one row a paragraph, as the lines by paragraph in JSONL; `soft` is a map.

    Raises:
        Unavailable: pyarrow is not installed.
    """
    pa = arrow()
    texts = pa.list_(pa.string())
    answer = _struct(
        pa,
        annotator=pa.string(),
        round=pa.string(),
        state=pa.string(),
        codes=texts,
        value=pa.string(),
        primary=pa.string(),
        confidence=pa.int32(),
        evidence=pa.list_(_words(pa, text=True)),
    )
    layer = _struct(
        pa,
        layer=pa.string(),
        target=pa.string(),
        holder=pa.string(),
        answers=pa.list_(answer),
        soft=pa.map_(pa.string(), pa.float64()),
        n=pa.int32(),
        n_none=pa.int32(),
        n_cannot_tell=pa.int32(),
        n_skipped=pa.int32(),
        majority=_struct(pa, codes=texts, reason=pa.string(), tied=texts, method=pa.string()),
        adjudicated=_struct(
            pa, state=pa.string(), codes=texts, value=pa.string(), primary=pa.string()
        ),
    )
    names = ("document", "paragraph", "kind", "text", "text_sha256", "split_group")
    fields = {name: pa.int32() if name == "paragraph" else pa.string() for name in names}
    fields["layers"] = pa.list_(layer)
    n = 0

    def rows() -> Iterator[list[Any]]:
        nonlocal n
        for line in lines:
            n += sum(len(asked.answers) for asked in line.layers)
            plain = msgspec.to_builtins(line)
            for asked in plain["layers"]:
                asked["soft"] = list(asked["soft"].items())
            yield list(plain.values())

    _write(pa.schema(fields.items()), rows(), out, told)
    return n


def write_table(
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    out: BinaryIO,
    told: Callable[[int], None] | None = None,
) -> int:
    """Write a table of final answers; how many rows it has.

    Raises:
        Unavailable: pyarrow is not installed.
    """
    pa = arrow()
    types = {"text": pa.string(), "integer": pa.int32(), "number": pa.float64()}
    schema = pa.schema([(column.name, types[column.type]) for column in columns])
    return _write(schema, rows, out, told)


def arrow() -> Any:  # noqa: ANN401 - pyarrow has no types
    """Pyarrow, or the line that installs it."""
    try:
        import pyarrow as pa
    except ImportError as error:
        raise Unavailable(
            "Writing Parquet needs the package pyarrow",
            remedy='install it: pip install "annotator[parquet]"',
        ) from error
    return pa


def _write(
    schema: Any,  # noqa: ANN401 - pyarrow has no types
    rows: Iterable[Sequence[Any]],
    out: BinaryIO,
    told: Callable[[int], None] | None,
) -> int:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    n = 0
    every = iter(rows)
    with ParquetWriter(out, schema) as writer:
        while batch := list(islice(every, BATCH)):
            columns = zip(*batch, strict=True)
            arrays = [
                pa.array(cells, kind) for cells, kind in zip(columns, schema.types, strict=True)
            ]
            writer.write_batch(pa.RecordBatch.from_arrays(arrays, schema=schema))
            n += len(batch)
            if told is not None:
                told(n)
    return n


def _answers(corpus: Corpus, losses: Losses, *, text: bool) -> Iterator[list[Any]]:
    for coded in corpus.documents:
        for record in coded.records:
            losses.see(record)
            yield _row(record, coded.document, text=text)


def _row(record: Record, document: Document, *, text: bool) -> list[Any]:
    words = record.evidence if text else [each.without_text() for each in record.evidence]
    row = [
        unit(record),
        record.annotator,
        value(record),
        record.state,
        record.layer,
        record.target,
        record.holder,
        record.round,
        record.primary,
        record.confidence,
        record.document,
        document.title,
        document.outlet,
        document.published_on,
        record.paragraph,
        record.kind,
        [msgspec.structs.asdict(each) for each in words],
        record.note,
        record.codebook,
        to_the_second(record.changed_at),
        record.codes,
    ]
    return [*row, record.text] if text else row


def _words(pa: Any, *, text: bool) -> Any:  # noqa: ANN401 - pyarrow has no types
    fields = {"start": pa.int32(), "end": pa.int32(), "code": pa.string(), "paragraph": pa.int32()}
    return _struct(pa, **fields, **({"text": pa.string()} if text else {}))


def _struct(pa: Any, **fields: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    return pa.struct(list(fields.items()))
