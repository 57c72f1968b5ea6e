"""Tables of spans: each row is a piece of a unit's text with its code.

All rows of one annotator on one unit are one answer, the set of their codes, and its evidence. May
import `annotator.errors`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.cells import Values, texts
from annotator.agreement.ratings import Evidence, Indices, Integers
from annotator.errors import TableError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from annotator.agreement.columns import Columns
    from annotator.agreement.lines import Block

    Rows = dict[str, Indices]

# 12.0 is what a table program makes of a whole number beside an empty cell.
_POSITION = re.compile(r"([0-9]{1,9})(?:\.0+)?", re.ASCII)

START, END, LENGTH = "start", "end", "length"


@dataclass(frozen=True, eq=False)
class Marked:
    """One entry an answer: a row of it, and its number; and the words that were marked."""

    first: Integers
    answer: Indices
    evidence: Evidence
    n_repeats: int
    n_without_length: int


@dataclass(frozen=True)
class Refusal:
    """When rows of one annotator on one unit contradict each other, and the error of two such.

    `of_one_code`: a unit has one code, however many spans show it.
    """

    error: Callable[[int, int], TableError]
    of_one_code: bool


class Marks:
    """The columns of positions."""

    def __init__(self, columns: Columns):
        named = {START: columns.start, END: columns.end, LENGTH: columns.length}
        self._columns = {kind: name for kind, name in named.items() if name}
        self._known: dict[str, int] = {"": -1}

    def numbers(self, block: Block, answer: Indices, values: Values) -> Rows:
        """Start, end and length of each row, -1 where there is none.

        Raises:
            TableError: something that is no position, or no span of a text.
        """
        found = {kind: self._positions(block, name) for kind, name in self._columns.items()}
        found.setdefault(LENGTH, np.full(len(answer), -1, np.int32))
        start, end, length = found[START], found[END], found[LENGTH]
        is_code = np.array([*(bool(codes) for _, codes, _ in values.distinct), False])
        _refuse(
            (start < 0) != (end < 0),
            "Line {line} has a start without an end, or an end without a start",
            "fill both in, or neither",
            block.lines,
        )
        _refuse(
            (start >= 0) & (end <= start),
            "Line {line} has a span that ends where it starts, or before",
            "count from 0; the end is the first character outside",
            block.lines,
        )
        _refuse(
            (length >= 0) & (end > length),
            "Line {line} has a span that ends behind its text",
            "look at the end and the length of the text",
            block.lines,
        )
        _refuse(
            (start >= 0) & ~is_code[answer],
            "Line {line} has a span and no code",
            "fill the code in, or take the line out",
            block.lines,
        )
        return found

    def _positions(self, block: Block, column: str) -> Indices:
        cells = texts(block.columns[column], block.lines)
        found = list(map(self._known.get, cells))
        if None in found:
            for cell, line in zip(cells, block.lines, strict=True):
                if cell not in self._known:
                    self._known[cell] = _position(cell, column, line)
            found = list(map(self._known.get, cells))
        return np.array(found, np.int32)


def _position(cell: str, column: str, line: int) -> int:
    read = _POSITION.fullmatch(cell)
    if not read:
        raise TableError(
            "Line {line} holds {cell} as {column}, which is no number of characters",
            remedy="write a whole number, counted from 0",
            line=line,
            cell=cell,
            column=column,
        )
    return int(read[1])


def _refuse(wrong: NDArray[np.bool_], what: str, remedy: str, lines: Sequence[int]) -> None:
    if wrong.any():
        raise TableError(what, remedy=remedy, line=lines[int(wrong.argmax())])


def grouped(
    place: Integers,
    unit: Indices,
    rows: Rows,
    values: Values,
    refuse: Refusal,
) -> Marked:
    """Rows with the same place (unit and annotator) as one answer each."""
    answer, start, end = rows["answer"], rows[START], rows[END]
    _, first, group = np.unique(place, return_index=True, return_inverse=True)
    kept = _once(group, answer, start, end)
    length, n_without = _lengths(unit, rows)
    codes = values.codes or sorted({code for _, codes, _ in values.distinct for code in codes})
    places = {code: at for at, code in enumerate(codes)}
    code_of = np.array([places.get(codes[0], -1) if codes else -1
                        for _, codes, _ in values.distinct], np.int32)  # fmt: skip
    spans = kept[start[kept] >= 0]
    evidence = Evidence(
        row=group[spans].astype(np.int32),
        start=start[spans],
        end=end[spans],
        code=code_of[answer[spans]],
        codes=tuple(codes),
        length=length[unit[first]],
    )
    sets = _sets(group, answer, values, refuse)
    return Marked(first, sets, evidence, len(answer) - len(kept), n_without)


def _once(*columns: NDArray[np.integer]) -> Integers:
    """The rows that say something new, in their order."""
    order = np.lexsort(columns)
    same = np.ones(max(len(order) - 1, 0), bool)
    for column in columns:
        ordered = column[order]
        same &= ordered[1:] == ordered[:-1]
    kept = np.ones(len(order), bool)
    kept[order[1:][same]] = False
    return np.flatnonzero(kept)


def _lengths(unit: Indices, rows: Rows) -> tuple[Indices, int]:
    """How long the text of each unit is, and for how many nobody said so."""
    n_units = int(unit.max(initial=-1)) + 1
    given = np.full(n_units, -1, np.int32)
    furthest = np.zeros(n_units, np.int32)
    np.maximum.at(given, unit, rows[LENGTH])
    np.maximum.at(furthest, unit, rows[END])
    wrong = (rows[LENGTH] >= 0) & (rows[LENGTH] != given[unit])
    _refuse(
        wrong,
        "Line {line} gives another length to the text than an earlier or later line",
        "give every line of a unit the same length",
        rows["line"].tolist(),
    )
    _refuse(
        (given[unit] >= 0) & (rows[END] > given[unit]),
        "Line {line} has a span that ends behind its text",
        "look at the end and the length of the text",
        rows["line"].tolist(),
    )
    length: Indices = np.where(given < 0, furthest, given)
    return length, int((given[np.unique(unit)] < 0).sum())


def _sets(group: Integers, answer: Indices, values: Values, refuse: Refusal) -> Indices:
    """The answer of each group: the set of the codes of its rows."""
    n_values = max(len(values.distinct), 1)
    pair = np.unique(group * n_values + answer)
    of_group, number = pair // n_values, (pair % n_values).astype(np.int32)
    n_answers = np.bincount(of_group)
    is_code = np.array([bool(codes) for _, codes, _ in values.distinct], bool)
    may_join = is_code[number] & (not refuse.of_one_code)
    wrong = np.flatnonzero((n_answers[of_group] > 1) & ~may_join)
    if len(wrong):
        members = np.flatnonzero(group == of_group[wrong[0]])
        other = members[answer[members] != answer[members[0]]][0]
        raise refuse.error(int(members[0]), int(other))
    first = np.cumsum(n_answers) - n_answers
    sets: Indices = number[first]
    for at in np.flatnonzero(n_answers > 1).tolist():
        several = number[first[at] : first[at] + n_answers[at]]
        sets[at] = values.number_of_set(several.tolist())
    return sets
