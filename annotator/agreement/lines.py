"""The lines of a table: CSV or TSV as blocks of columns with their line numbers.

Rows are read some thousands at a time, so that no Python object is made for a row by us. May
import `annotator.errors`.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from itertools import compress, islice, repeat
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Protocol, TextIO

from annotator.errors import TableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DELIMITERS = {".csv": ",", "": ",", ".txt": ",", ".tsv": "\t", ".tab": "\t"}
JSON_LINES = (".jsonl", ".ndjson")
PARQUET = (".parquet",)
SUFFIXES = (*DELIMITERS, *JSON_LINES, *PARQUET)

# Rows a block: enough to make the calls cheap, few enough to stay in the cache (8,192
# take twice the time).
BLOCK = 256


class Texts(list[str]):
    """Cells that are known to be text: nobody need look at them one by one."""


@dataclass(frozen=True, eq=False)
class Block:
    """Some rows in turn: the number of the line of each, and the cells of the columns asked for."""

    lines: Sequence[int]
    columns: dict[str, Sequence[object]]

    def where(self, kept: Sequence[bool]) -> Block:
        """Only these rows."""
        return Block(
            list(compress(self.lines, kept)),
            {name: list(compress(cells, kept)) for name, cells in self.columns.items()},
        )


class Sheet(Protocol):
    """A table that is open: the names of its columns, and its rows in blocks."""

    header: list[str]

    def blocks(self, names: Sequence[str], needed: Sequence[str]) -> Iterator[Block]:
        """The rows with these columns, each of which is in the header; only once.

        A row must have every one that is `needed`.

        Raises:
            TableError: a line that is no well-formed row.
        """
        ...


class DelimitedText:
    """CSV or TSV: every cell is text."""

    def __init__(self, text: TextIO, suffix: str):
        self._reader = csv.reader(text, delimiter=DELIMITERS[suffix], strict=True)
        # zip asks for the row first, so that the number is that of its last line.
        self._numbered = zip(
            self._reader, map(attrgetter("line_num"), repeat(self._reader)), strict=False
        )
        first = self._next(1)
        self.header = [name.removeprefix("\ufeff") for name in first[0][0]] if first else []

    def blocks(
        self,
        names: Sequence[str],
        needed: Sequence[str],  # noqa: ARG002 - a row has all or is refused
    ) -> Iterator[Block]:
        """See Sheet."""
        places = {name: self.header.index(name) for name in names}
        while numbered := self._next(BLOCK):
            rows, lines = self._full(numbered)
            yield Block(
                lines, {name: Texts(map(itemgetter(at), rows)) for name, at in places.items()}
            )

    def _full(self, numbered: list[tuple[list[str], int]]) -> tuple[list[list[str]], list[int]]:
        """Rows and their lines, without empty lines; a row of another width is refused."""
        width = len(self.header)
        rows, lines = [row for row, _ in numbered], [line for _, line in numbered]
        if set(map(len, rows)) == {width}:
            return rows, lines
        for row, line in numbered:
            if len(row) not in (0, width):
                raise TableError(
                    "Line {line} has {n} fields, and the header has {width}",
                    remedy="write each value that holds the delimiter or a line end in quotes",
                    line=line,
                    n=len(row),
                    width=width,
                )
        return list(filter(None, rows)), [line for row, line in numbered if row]

    def _next(self, n: int) -> list[tuple[list[str], int]]:
        try:
            return list(islice(self._numbered, n))
        except csv.Error as error:
            raise TableError(
                "Line {line} is no well-formed row: {trouble}",
                remedy='write a quote inside quotes as "" and close every quote',
                line=self._reader.line_num,
                trouble=str(error),
            ) from error
