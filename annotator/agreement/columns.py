"""The rows of a table on their way into arrays: some numbers a row, each name once.

May import `annotator.model` and `annotator.errors`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.cells import holds_nul, texts
from annotator.errors import TableError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.lines import Block
    from annotator.agreement.ratings import Indices, Integers

# Columns that tell rows of an exported table apart besides the unit (docs/format.md).
TARGET, HOLDER, STATE, LAYER = "target", "holder", "state", "layer"


@dataclass(frozen=True, kw_only=True)
class Columns:
    """Which columns hold what, and what to read: see `read_table`."""

    unit: str = "unit"
    annotator: str = "annotator"
    value: str = "value"
    document: str | None = None
    start: str | None = None
    end: str | None = None
    length: str | None = None
    only: dict[str, str] = field(default_factory=dict)

    def needed(self) -> list[str]:
        """The columns that must be there."""
        places = [self.document, self.start, self.end, self.length]
        wanted = [self.unit, self.annotator, self.value, *self.only, *filter(None, places)]
        return list(dict.fromkeys(wanted))

    def present(self, header: Sequence[str]) -> list[str]:
        """The columns that are read: also those of our own exports, where they are there."""
        known = [name for name in (STATE, LAYER, TARGET, HOLDER) if name in header]
        if STATE not in header:  # then it is no export, and the names mean something else
            known = []
        return list(dict.fromkeys([*self.needed(), *known]))

    @property
    def has_spans(self) -> bool:
        """Whether a row is a span and not an answer."""
        return self.start is not None


class Names:
    """Names and their numbers, in the order in which they came."""

    def __init__(self) -> None:
        self.places: defaultdict[str, int] = defaultdict(int)
        self.places.default_factory = self.places.__len__

    def numbers(self, names: Sequence[str]) -> Indices:
        """The number of each, a new one for a new name."""
        return np.fromiter(map(self.places.__getitem__, names), np.int32, len(names))

    def known(self) -> list[str]:
        """All names by their numbers."""
        return list(self.places)

    def __len__(self) -> int:
        return len(self.places)


class NamedColumn:
    """A column of names over many blocks."""

    def __init__(self, column: str, *, may_lack: bool = False):
        self.names = Names()
        self._column = column
        self._may_lack = may_lack

    def numbers(self, block: Block) -> Indices:
        """The numbers of the names in these rows.

        Raises:
            TableError: there is none, or it is no text.
        """
        cells = texts(block.columns[self._column], block.lines)
        n_before = len(self.names)
        numbers = self.names.numbers(cells)
        if len(self.names) != n_before:
            self._check(cells, block.lines)
        return numbers

    def _check(self, cells: Sequence[str], lines: Sequence[int]) -> None:
        """Look at the names of a block that brought new ones."""
        if not self._may_lack and "" in self.names.places:
            raise TableError(
                "Line {line} has no {column}",
                remedy="fill it in, or take the line out",
                line=lines[cells.index("")],
                column=self._column,
            )
        if "\0" in "".join(cells):
            raise holds_nul(next(line for cell, line in zip(cells, lines, strict=True)
                                 if "\0" in cell))  # fmt: skip


def combined(unit: Indices, part: Indices) -> Indices:
    """Units told apart by one thing more, which most often tells nothing new."""
    if not len(unit):
        return unit
    owner = np.zeros(int(unit.max()) + 1, np.int32)
    owner[unit[::-1]] = part[::-1]  # that of the first row
    if (owner[unit] == part).all():
        return unit
    code = unit.astype(np.int64) * (int(part.max()) + 1) + part
    number: Indices = np.unique(code, return_inverse=True)[1].astype(np.int32)
    return number


def first_rows(unit: Indices) -> Integers:
    """The first row of each unit, -1 where a number has none."""
    first = np.full(int(unit.max(initial=-1)) + 1, -1)
    first[unit[::-1]] = np.arange(len(unit))[::-1]
    return first


def has_repeats(place: Integers) -> bool:
    """Whether a number stands twice."""
    space = int(place.max(initial=-1)) + 1
    if space <= 64 * len(place):
        seen = np.zeros(space, bool)
        seen[place] = True
        return int(np.count_nonzero(seen)) != len(place)
    ordered = np.sort(place)
    return bool((ordered[1:] == ordered[:-1]).any())
