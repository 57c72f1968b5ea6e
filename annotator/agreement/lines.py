"""The lines of a table: a file in CSV, TSV or JSONL as rows of cells with their line numbers.

May import `annotator.errors`.
"""

from __future__ import annotations

import csv
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import msgspec

from annotator.errors import TableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DELIMITERS = {".csv": ",", "": ",", ".txt": ",", ".tsv": "\t", ".tab": "\t"}
JSON_LINES = (".jsonl", ".ndjson")

# The number of a line, and its cells: text, or what JSON holds.
Row = tuple[int, "Sequence[object]"]


def name_of(source: Path | TextIO, suffix: str | None) -> tuple[str, str]:
    """What the source is called in messages, and the suffix that says how it is read."""
    name = str(source) if isinstance(source, Path) else getattr(source, "name", "") or "table"
    if suffix is None:
        suffix = source.suffix if isinstance(source, Path) else ""
    suffix = suffix.lower()
    if suffix not in DELIMITERS and suffix not in JSON_LINES:
        raise TableError(
            "Tables of the kind {suffix} cannot be read",
            where=name,
            remedy="save the table as .csv, .tsv or .jsonl",
            suffix=suffix,
        )
    return str(name), suffix


@contextmanager
def opened(source: Path | TextIO) -> Iterator[TextIO]:
    """The text of a file, without a byte order mark; text that is open stays open."""
    if isinstance(source, Path):
        with source.open(encoding="utf-8-sig", newline="") as text:
            yield text
    else:
        yield source


def rows_in(text: TextIO, suffix: str, needed: Sequence[str]) -> Iterator[Row]:
    """The header, then each row. A line of JSONL must have the `needed` keys of the first one.

    Raises:
        TableError: a line that is no well-formed row.
    """
    return _json_rows(text, needed) if suffix in JSON_LINES else _rows(text, suffix)


def _rows(text: TextIO, suffix: str) -> Iterator[Row]:
    """The line number and the fields of each row of a CSV or TSV; the header comes first."""
    reader = csv.reader(text, delimiter=DELIMITERS[suffix], strict=True)
    try:
        header = next(reader, [])
        if header and header[0].startswith("\ufeff"):
            header[0] = header[0][1:]
        yield 1, header
        width = len(header)
        for row in reader:
            if len(row) != width:
                if not row:
                    continue
                raise TableError(
                    "Line {line} has {n} fields, and the header has {width}",
                    remedy="write each value that holds the delimiter or a line end in quotes",
                    line=reader.line_num,
                    n=len(row),
                    width=width,
                )
            yield reader.line_num, row
    except csv.Error as error:
        raise TableError(
            "Line {line} is no well-formed row: {trouble}",
            remedy='write a quote inside quotes as "" and close every quote',
            line=reader.line_num,
            trouble=str(error),
        ) from error


def _json_rows(text: TextIO, needed: Sequence[str]) -> Iterator[Row]:
    """The same from JSONL: one object a line; the header is what the columns and lines name."""
    decode = msgspec.json.Decoder(dict[str, object]).decode
    header: list[str] = []
    for line, words in enumerate(text, 1):
        if not words.strip("\ufeff \t\r\n"):
            continue
        try:
            record = decode(words.lstrip("\ufeff"))
        except msgspec.DecodeError as error:
            raise TableError(
                "Line {line} is no JSON object: {trouble}",
                remedy="write one object a line",
                line=line,
                trouble=str(error),
            ) from error
        if not header:
            header = list(record)
            yield line, header
        _check_keys(line, record, header, needed)
        yield line, [record.get(name) for name in header]
    if not header:
        yield 1, []


def _check_keys(
    line: int, record: dict[str, object], header: list[str], needed: Sequence[str]
) -> None:
    """A key that only some lines have would be read as missing ratings: refuse it."""
    if "state" in record and "state" not in header:
        raise TableError(
            "Line {line} has a state, and the first line has none",
            remedy="give every line a state, or none",
            line=line,
        )
    for name in needed:
        if name in header and name not in record:
            raise TableError(
                "Line {line} has no {column}",
                remedy="give every line the same keys; a missing rating is null",
                line=line,
                column=name,
            )
