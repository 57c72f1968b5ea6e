"""Parquet by pyarrow: the long table and the lines by paragraph with real lists, and tables.

Rows go out in groups of 50,000, or of 16 MB. Imports the corpus; pyarrow is an extra, imported when
needed.
"""

from __future__ import annotations

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
    from annotator.formats.paragraphs import Asked, Line
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
_GROUP: Final = 16 << 20
_PIECE: Final = 1 << 20
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
    schema = pa.schema(fields.items())
    return Written(_write(schema, _sheets(schema, rows), out, told), losses.lost)


def write_lines(
    lines: Iterable[Line], out: BinaryIO, told: Callable[[int], None] | None = None
) -> int:
    """Write one row a paragraph, as the lines by paragraph in JSONL; `soft` is a map.

    Raises:
        Unavailable: pyarrow is not installed.
    """
    pa = arrow()
    names = ("document", "paragraph", "kind", "text", "text_sha256", "split_group")
    fields = {name: pa.int32() if name == "paragraph" else pa.string() for name in names}
    n = 0

    def rows() -> Iterator[list[Any]]:
        nonlocal n
        for line in lines:
            n += sum(len(asked.answers) for asked in line.layers)
            *cells, layers = msgspec.structs.astuple(line)
            yield [*cells, [_with_pairs(asked) for asked in layers]]

    shares = pa.list_(_struct(pa, key=pa.string(), value=pa.float64()))
    read = pa.schema({**fields, "layers": pa.list_(_layer(pa, shares))}.items())
    kept = _layer(pa, pa.map_(pa.string(), pa.float64()))
    schema = pa.schema({**fields, "layers": pa.list_(kept)}.items())
    sheets = (
        sheet.set_column(
            len(fields), schema.field("layers"), _mapped(pa, sheet["layers"].chunk(0), kept)
        )
        for sheet in _sheets(read, rows())
    )
    _write(schema, sheets, out, told)
    return n


def _with_pairs(asked: Asked) -> dict[str, Any]:
    """A question as a dict, its shares as a list of pairs: JSON is not read into maps."""
    plain = msgspec.structs.asdict(asked)
    plain["soft"] = [{"key": code, "value": share} for code, share in asked.soft.items()]
    return plain


def _mapped(pa: Any, layers: Any, kept: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    """The lists of questions, with the pairs of each made a map."""
    asked = layers.values
    pairs = asked.field("soft")
    shares = pa.MapArray.from_arrays(
        pairs.offsets, pairs.values.field("key"), pairs.values.field("value")
    )
    parts = [shares if each.name == "soft" else asked.field(each.name) for each in kept]
    whole = pa.StructArray.from_arrays(parts, fields=list(kept))
    return pa.ListArray.from_arrays(layers.offsets, whole)


def _layer(pa: Any, shares: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    """The type of one question; `shares` is how the shares of codes are held."""
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
    return _struct(
        pa,
        layer=pa.string(),
        target=pa.string(),
        holder=pa.string(),
        answers=pa.list_(answer),
        soft=shares,
        n=pa.int32(),
        n_none=pa.int32(),
        n_cannot_tell=pa.int32(),
        n_skipped=pa.int32(),
        majority=_struct(pa, codes=texts, reason=pa.string(), tied=texts, method=pa.string()),
        adjudicated=_struct(
            pa, state=pa.string(), codes=texts, value=pa.string(), primary=pa.string()
        ),
    )


def write_table(
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    out: BinaryIO,
) -> int:
    """Write a table of final answers; how many rows it has.

    Raises:
        Unavailable: pyarrow is not installed.
    """
    pa = arrow()
    types = {"text": pa.string(), "integer": pa.int32(), "number": pa.float64()}
    schema = pa.schema([(column.name, types[column.type]) for column in columns])
    return _write(schema, _sheets(schema, rows), out, None)


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
    sheets: Iterable[Any],
    out: BinaryIO,
    told: Callable[[int], None] | None,
) -> int:
    """Write small tables, put together to groups of rows; how many rows."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    n = 0
    with ParquetWriter(out, schema) as writer:
        group: list[Any] = []
        for sheet in sheets:
            group.append(sheet)
            n += len(sheet)
            if told is not None:
                told(n)
            if sum(each.nbytes for each in group) >= _GROUP or sum(map(len, group)) >= BATCH:
                writer.write_table(pa.concat_tables(group))
                group.clear()
        if group:
            writer.write_table(pa.concat_tables(group))
    return n


def _sheets(schema: Any, rows: Iterable[Sequence[Any]]) -> Iterator[Any]:  # noqa: ANN401
    """The rows as small tables of this schema.

    They go through JSON, which pyarrow reads piece by piece: of lists of Python it would hold much
    more at a time, and load pandas to look at them.
    """
    import pyarrow as pa
    from pyarrow import json

    places = [str(place) for place in range(len(schema))]
    short = pa.schema(list(zip(places, schema.types, strict=True)))
    how = json.ParseOptions(explicit_schema=short, unexpected_field_behavior="error")
    for lines in _encoded(places, rows):
        whole = json.ReadOptions(use_threads=False, block_size=len(lines))
        sheet = json.read_json(pa.BufferReader(lines), whole, how)
        yield sheet.rename_columns(schema.names)


def _encoded(places: list[str], rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """The rows as lines of JSON, some megabytes at a time."""
    encode_into = msgspec.json.Encoder().encode_into
    buffer = bytearray()
    for row in rows:
        encode_into(dict(zip(places, row, strict=True)), buffer, -1)
        buffer += b"\n"
        if len(buffer) >= _PIECE:
            yield bytes(buffer)
            buffer.clear()
    if buffer:
        yield bytes(buffer)


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
        words,
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
