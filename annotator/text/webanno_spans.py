"""What the columns of a WebAnno TSV file say: annotations of one word, of several, on each other.

Imports its siblings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from annotator.text.webanno import NOTHING, unescaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.text.webanno import Column, Row, Tsv

_NULL: Final = "*"
_SIGNS = re.compile(r"\\.|\||[^\\|]+|\\", re.DOTALL)
# A value, and the number by which a file knows an annotation of several words.
_NUMBERED = re.compile(r"((?:\\.|[^\\])*?)(?:\[(\d+)\])?", re.DOTALL)


class Span(Struct):
    """An annotation of a type: its first line, its place as the file counts, its features.

    `references` are the features that point to other annotations.
    """

    type: str
    line: int
    begin: int
    end: int
    values: dict[str, str] = field(default_factory=dict)
    references: tuple[str, ...] = ()


class Spans:
    """The annotations of a file; `unread` counts relations and links of chains by type and line."""

    def __init__(self, tsv: Tsv):
        self.unread: list[tuple[Column, int]] = []
        self.misplaced: list[Row] = []
        self._layers = _layers(tsv.columns)
        self._found: dict[tuple[int, str], Span] = {}
        for row in tsv.rows:
            if not row.is_there:
                self.misplaced.append(row)
                continue
            for numbers in self._layers:
                if any(row.cells[number] not in {NOTHING, ""} for number in numbers):
                    self._take(row, [tsv.columns[number] for number in numbers], numbers)

    def __iter__(self) -> Iterator[Span]:
        return iter(self._found.values())

    def _take(self, row: Row, columns: list[Column], numbers: Sequence[int]) -> None:
        """What a row says of a layer."""
        if columns[0].use in {"relation", "chain"}:
            self.unread.append((columns[0], row.line))
            return
        stacks = [_stacked(row.cells[number]) for number in numbers]
        for place in range(max(map(len, stacks))):
            values = [stack[place] if place < len(stack) else _Value(_NULL, "") for stack in stacks]
            name = next((each.number for each in values if each.number), f"{row.line} {place}")
            span = self._span((columns[0].layer, name), columns[0].type, row)
            for column, value in zip(columns, values, strict=True):
                _add(span, column, value.words)

    def _span(self, key: tuple[int, str], kind: str, row: Row) -> Span:
        """A new annotation, or one that goes on in this row."""
        span = self._found.setdefault(key, Span(kind, row.line, row.begin, row.end))
        span.begin, span.end = min(span.begin, row.begin), max(span.end, row.end)
        return span


class _Value(Struct, frozen=True):
    """A value as it stands, and the number of its annotation where it has one."""

    words: str
    number: str


def _layers(columns: Sequence[Column]) -> list[list[int]]:
    """The numbers of the columns of each layer."""
    found: dict[int, list[int]] = {}
    for number, column in enumerate(columns):
        found.setdefault(column.layer, []).append(number)
    return list(found.values())


def _stacked(cell: str) -> list[_Value]:
    """The values of the annotations that lie upon each other."""
    if cell in {NOTHING, ""}:
        return []
    parts = [""]
    for sign in _SIGNS.findall(cell):
        if sign == "|":
            parts.append("")
        else:
            parts[-1] += sign
    return [_numbered(part) for part in parts]


def _numbered(part: str) -> _Value:
    match = _NUMBERED.fullmatch(part)
    return _Value(part, "") if match is None else _Value(match[1], match[2] or "")


def _add(span: Span, column: Column, words: str) -> None:
    if words == _NULL or column.use == "mark":
        return
    if column.use == "value":
        span.values.setdefault(column.feature, unescaped(words))
    elif column.feature not in span.references:
        span.references = (*span.references, column.feature)
