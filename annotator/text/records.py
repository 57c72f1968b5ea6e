"""The records of a table, one by one, with the line that each begins on.

Knows CSV with any of three delimiters, objects of JSON one a line, and JSON as a whole. Imports
`errors` and its siblings.
"""

from __future__ import annotations

import csv
import json
from itertools import islice
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from annotator.errors import ImportFailed
from annotator.text.columns import as_record, has_text
from annotator.text.limits import MAX_CHARACTERS
from annotator.text.paragraphs import too_long

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

_DELIMITERS = (",", ";", "\t")
_SNIFFED_ROWS = 20


class Record(Struct, frozen=True):
    """A record, its number from 0, where it stands (for messages), and its values by column."""

    number: int
    where: str
    values: dict[str, str]


def csv_records(stream: TextIO, delimiter: str) -> Iterator[Record]:
    """The rows of a table whose first row names its columns; empty rows are passed over.

    Raises:
        ImportFailed: a row that does not fit the first one, or an odd quotation mark, with its
            line; a first row without names, or with one twice.
    """
    csv.field_size_limit(MAX_CHARACTERS)
    rows = csv.reader(stream, delimiter=delimiter, strict=True)
    names: list[str] = []
    number = 0
    line = 1
    try:
        for row in rows:
            if not names:
                names = _header(row)
            elif row:
                if len(row) != len(names):
                    raise _misfit(line, len(row), len(names))
                yield Record(number, f"line {line}", dict(zip(names, row, strict=True)))
                number += 1
            line = rows.line_num + 1
    except csv.Error as error:
        if "field larger" in str(error):
            raise _at(line, too_long()) from None
        raise ImportFailed(
            "the row that begins here cannot be read ({reason})",
            where=f"line {line}",
            remedy="put texts in double quotes, and write a quotation mark in them twice",
            reason=error,
        ) from None
    if not names:
        raise no_records()


def delimiter_of(sample: str) -> str:
    """The delimiter that parts the first rows into the same number of columns, at least two.

    A comma where none does: then a table has a single column.
    """
    best, most = ",", (0, 0)
    for delimiter in _DELIMITERS:
        widths = list(_widths(sample, delimiter))
        score = (widths.count(widths[0]) if widths and widths[0] > 1 else 0, max(widths, default=0))
        if score > most:
            best, most = delimiter, score
    return best


def json_line_records(stream: TextIO) -> Iterator[Record]:
    """The objects of a file that has one a line; empty lines are passed over.

    Raises:
        ImportFailed: a line that is no object of JSON, with its number.
    """
    number = 0
    for line, text in enumerate(stream, start=1):
        if not text.strip():
            continue
        try:
            value = msgspec.json.decode(text)
        except (msgspec.DecodeError, RecursionError) as error:
            raise _no_json(f"line {line}", error) from None
        yield Record(number, f"line {line}", _record(value, f"line {line}"))
        number += 1


def json_records(text: str) -> Iterator[Record]:
    """The objects of a file that is JSON as a whole.

    They may stand in a list, in an object that holds such a list beside nothing with a text, or one
    after the other.

    Raises:
        ImportFailed: it is no JSON, or something in it is no object.
    """
    values = list(_values(text))
    if len(values) == 1 and isinstance(values[0], list):
        values = values[0]
    elif len(values) == 1 and isinstance(values[0], dict):
        values = _listed_in(values[0]) or values
    for number, value in enumerate(values):
        where = f"record {number + 1}"
        yield Record(number, where, _record(value, where))


def _values(text: str) -> Iterator[object]:
    decoder = json.JSONDecoder()
    at, end = 0, len(text.rstrip())
    while at < end:
        at += len(text[at : at + 10_000]) - len(text[at : at + 10_000].lstrip())
        if not text[at].isspace():  # as it is where more white space follows
            try:
                value, at = decoder.raw_decode(text, at)
            except (json.JSONDecodeError, RecursionError) as error:
                line = text.count("\n", 0, getattr(error, "pos", at)) + 1
                raise _no_json(f"line {line}", error) from None
            yield value


def _listed_in(value: dict[str, object]) -> list[object]:
    """The list of objects that an answer of a news service wraps; empty if there is none."""
    if has_text(list(as_record(value))):
        return []
    lists = [
        each
        for each in value.values()
        if isinstance(each, list) and each and all(isinstance(one, dict) for one in each)
    ]
    return lists[0] if len(lists) == 1 else []


def _record(value: object, where: str) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ImportFailed(
            "an object of JSON is expected, and this is none",
            where=where,
            remedy='write one object a line: {{"title": "…", "text": "…"}}',
        )
    return as_record(value)


def _header(row: list[str]) -> list[str]:
    names = [name.strip() for name in row]
    repeated = next((name for name in names if name and names.count(name) > 1), None)
    if repeated is not None:
        raise ImportFailed(
            "two columns are named “{name}”",
            where="line 1",
            remedy="give each column a name of its own",
            name=repeated,
        )
    return [name or f"column {place}" for place, name in enumerate(names, start=1)]


def _widths(sample: str, delimiter: str) -> Iterator[int]:
    lines = sample.splitlines(keepends=True)
    # Not strict, and a sample is shorter than the longest field: nothing in it is refused.
    rows = csv.reader(lines, delimiter=delimiter)
    return (len(row) for row in islice(rows, _SNIFFED_ROWS) if row)


def _misfit(line: int, n: int, n_names: int) -> ImportFailed:
    return ImportFailed(
        "the row has {n} fields, but the first line names {n_names} columns",
        where=f"line {line}",
        remedy="put texts in double quotes, or name another delimiter by the file's ending"
        " (.csv, .tsv)",
        n=n,
        n_names=n_names,
    )


def _no_json(where: str, error: Exception) -> ImportFailed:
    return ImportFailed(
        "this is not JSON ({reason})",
        where=where,
        remedy="mend or remove it; a file that is cut off must be got again",
        reason=str(error) or type(error).__name__,
    )


def no_records() -> ImportFailed:
    """The refusal of a table without a record."""
    return ImportFailed("there is no record in it", remedy="check that the right file was chosen")


def _at(line: int, error: ImportFailed) -> ImportFailed:
    error.where = f"line {line}"
    return error
