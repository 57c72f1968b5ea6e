"""The cells of a table: what a value says, each distinct value read once.

May import `annotator.model` and `annotator.errors`.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, get_args

from annotator.agreement.schemes import number_of
from annotator.errors import TableError
from annotator.model import Remark, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STATES: tuple[State, ...] = get_args(State)

# A value as text, a set of them, or None for what JSON calls null.
Cell = str | tuple[str, ...] | None


class Values:
    """The distinct values of a table, each read once."""

    def __init__(self, *, sets: bool, order: Sequence[str] | None, missing: str | None):
        self.sets = sets
        self.order = order
        self.missing = missing
        self.index: dict[tuple[Cell, str], int] = {}
        self.distinct: list[tuple[State, tuple[str, ...], str | None]] = []
        self._places: dict[tuple[State, tuple[str, ...]], int] = {}
        self._kinds: set[bool] = set()

    def number(self, cell: Cell, state: str, line: int) -> int:
        """The number of a value that was not met before; -1 for a missing rating."""
        answer = self._answer(cell, state, line)
        if answer is None:
            return -1
        if answer not in self._places:
            self._places[answer] = len(self.distinct)
            self.distinct.append((*answer, None))
        return self._places[answer]

    def _answer(self, cell: Cell, state: str, line: int) -> tuple[State, tuple[str, ...]] | None:
        if state not in ("", "coded"):
            if state not in STATES:
                raise TableError(
                    "Line {line} has the state {state}",
                    remedy="write coded, none, cannot_tell or skipped",
                    line=line,
                    state=state,
                )
            return state, ()
        codes = None if cell is None or cell == self.missing else self._codes(cell, line)
        if codes is None:
            return None
        for code in codes:
            self._check(code, line)
        # On a set layer the empty set is the answer that nothing applies.
        return ("coded" if codes else "none"), codes

    def _codes(self, cell: str | tuple[str, ...], line: int) -> tuple[str, ...] | None:
        self._kinds.add(isinstance(cell, tuple))
        if len(self._kinds) > 1 and not self.sets:
            raise TableError(
                "Line {line} mixes lists and single values in one column",
                remedy="write every value as a list, or none",
                line=line,
            )
        if isinstance(cell, tuple):
            return _in_order(set(cell), self.order)
        if self.sets:
            return _in_order(set(split_set(cell)), self.order)
        return (cell,) if cell else None

    def _check(self, code: str, line: int) -> None:
        if self.order is None or code in self.order:
            return
        near = difflib.get_close_matches(code, self.order, 1)
        raise TableError(
            "Line {line} holds {code}, which is not among the codes in order ({order})",
            remedy="did you mean {near}?" if near else "name every code in the order, low to high",
            line=line,
            code=code,
            order=", ".join(self.order),
            near=near[0] if near else "",
        )

    @property
    def are_sets(self) -> bool:
        """Whether the values are sets: asked for, or lists in JSON."""
        return self.sets or True in self._kinds


def cell_of(value: object, line: int) -> Cell:
    """A value of CSV or JSON as text; 1 and true stay apart, which Python takes for equal."""
    if value is None:
        return None
    if isinstance(value, list):
        return tuple(scalar(one, line) for one in value)
    return scalar(value, line)


def scalar(value: object, line: int) -> str:
    """A cell as text: JSON numbers and truth values as JSON writes them."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    raise TableError(
        "Line {line} holds a value that is no text, number or list of these",
        remedy="write the code as text, a set as a list, a missing rating as null",
        line=line,
    )


def _in_order(codes: set[str], order: Sequence[str] | None) -> tuple[str, ...]:
    places = {code: place for place, code in enumerate(order or ())}
    return tuple(sorted(codes, key=lambda code: (places.get(code, -1), code)))


def split_set(text: str) -> list[str]:
    r"""The codes of `a|b`; `\|` and `\\` stand for the signs themselves. Empty text: none."""
    if "\\" not in text:
        return text.split("|") if text else []
    codes, signs = [""], iter(text)
    for sign in signs:
        if sign == "|":
            codes.append("")
        else:
            codes[-1] += next(signs, "\\") if sign == "\\" else sign
    return codes


def remarks_on(values: Values, n_repeats: int) -> Iterator[Remark]:
    """What a reader of the table should know, though nothing was wrong."""
    if n_repeats:
        yield Remark(
            "duplicate_ratings",
            "{n} ratings stand twice with the same value; each counts once.",
            {"n": n_repeats},
        )
    codes = {code for _, codes, _ in values.distinct for code in codes}
    as_names = codes and values.order is None and not values.are_sets
    if as_names and all(number_of(code) is not None for code in codes):
        yield Remark(
            "numbers_nominal",
            "All values are numbers; they are compared as names unless a distance is named "
            "(--distance interval, or --order).",
        )
    near = _nearly_equal(codes)
    if near:
        yield Remark(
            "nearly_equal_values",
            "The values “{one}” and “{other}” differ only in spaces or capitals and count as "
            "different.",
            {"one": near[0], "other": near[1]},
        )


def _nearly_equal(codes: set[str]) -> tuple[str, str] | None:
    seen: dict[str, str] = {}
    for code in sorted(codes):
        other = seen.setdefault(code.strip().casefold(), code)
        if other != code:
            return other, code
    return None
