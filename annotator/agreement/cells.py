"""The cells of a table: what a value says, each distinct value read once.

May import `annotator.model` and `annotator.errors`.
"""

from __future__ import annotations

import difflib
from itertools import repeat
from typing import TYPE_CHECKING, get_args

import numpy as np

from annotator.agreement.lines import Texts
from annotator.agreement.schemes import number_of
from annotator.errors import TableError
from annotator.model import Remark, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.agreement.ratings import Indices

STATES: tuple[State, ...] = get_args(State)

# A value as text, a set of them, or None for what JSON calls null.
Cell = str | tuple[str, ...] | None


class Values:
    """The distinct values of a table, each read once.

    `codes` are all that may occur, None where nobody said; a `codebook` says so by name. `empty`
    is what an empty value means: nothing applies, or no rating.
    """

    def __init__(
        self,
        *,
        sets: bool,
        codes: Sequence[str] | None,
        missing: str | None,
        codebook: str = "",
        empty_is_none: bool = False,
    ):
        self.sets = sets
        self.codes = codes
        self.missing = missing
        self.distinct: list[tuple[State, tuple[str, ...], str | None]] = []
        self._codebook = codebook
        self._empty_is_none = empty_is_none
        self._index: dict[object, int] = {}
        self._places: dict[tuple[State, tuple[str, ...]], int] = {}
        self._kinds: set[bool] = set()

    def numbers(
        self, cells: Sequence[object], states: Sequence[object] | None, lines: Sequence[int]
    ) -> Indices:
        """The numbers of the values in a column, -1 for a missing rating."""
        cells = _texts_or_sets(cells, lines)
        marks = repeat("") if states is None else texts(states, lines)
        keys: Sequence[object] = cells if states is None else list(zip(cells, marks, strict=True))
        try:
            return self._found(keys)
        except KeyError:
            for key, cell, state, line in zip(keys, cells, marks, lines, strict=False):
                if key not in self._index:
                    self._index[key] = self._number(cell, state, line)
        return self._found(keys)

    def _found(self, keys: Sequence[object]) -> Indices:
        return np.fromiter(map(self._index.__getitem__, keys), np.int32, len(keys))

    def _number(self, cell: Cell, state: str, line: int) -> int:
        """The number of a value that was not met before; -1 for a missing rating."""
        answer = self._answer(cell, state, line)
        return -1 if answer is None else self._place(answer)

    def number_of_set(self, numbers: Sequence[int]) -> int:
        """The number of all codes of these values together."""
        codes = {code for number in numbers for code in self.distinct[number][1]}
        return self._place(("coded", in_order(codes, self.codes)))

    def _place(self, answer: tuple[State, tuple[str, ...]]) -> int:
        if answer not in self._places:
            self._places[answer] = len(self.distinct)
            self.distinct.append((*answer, None))
        return self._places[answer]

    def _answer(self, cell: Cell, state: str, line: int) -> tuple[State, tuple[str, ...]] | None:
        if self._codebook and not state and isinstance(cell, str) and cell in STATES[1:]:
            state = cell  # a codebook has no codes of these names
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
            return in_order(set(cell), self.codes)
        if self.sets:
            return in_order(set(split_set(cell)), self.codes)
        if cell:
            return (cell,)
        return () if self._empty_is_none else None

    def _check(self, code: str, line: int) -> None:
        if not code:
            raise TableError(
                "Line {line} holds a set with an empty code",
                remedy="take the sign | out that has no code beside it",
                line=line,
            )
        if "\0" in code:
            raise holds_nul(line)
        if self.codes is None or code in self.codes:
            return
        near = difflib.get_close_matches(code, self.codes, 1)
        remedy = "name every code in the order, low to high"
        if self._codebook:
            remedy = "the codebook has: {codes}"
        raise TableError(
            "Line {line} holds {code}, which is not among the codes of {source}"
            if self._codebook
            else "Line {line} holds {code}, which is not among the codes in order ({codes})",
            remedy="did you mean {near}?" if near else remedy,
            line=line,
            code=code,
            codes=", ".join(self.codes),
            source=self._codebook,
            near=near[0] if near else "",
        )

    @property
    def are_sets(self) -> bool:
        """Whether the values are sets: asked for, or lists in JSON."""
        return self.sets or True in self._kinds


def texts(cells: Sequence[object], lines: Sequence[int]) -> Sequence[str]:
    """The cells of a column as text; what is not there is empty."""
    if isinstance(cells, Texts):
        return cells
    kinds = set(map(type, cells))
    if kinds <= {str}:
        return cells  # type: ignore[return-value]  # just looked
    if kinds == {int}:
        return list(map(str, cells))
    return [
        "" if cell is None else scalar(cell, line) for cell, line in zip(cells, lines, strict=True)
    ]


def _texts_or_sets(cells: Sequence[object], lines: Sequence[int]) -> Sequence[Cell]:
    """Values as text, so that 1 and true stay apart, which Python takes for equal; sets of them."""
    if isinstance(cells, Texts) or set(map(type, cells)) <= {str, type(None)}:
        return cells  # type: ignore[return-value]  # just looked
    return [_text_or_set(cell, line) for cell, line in zip(cells, lines, strict=True)]


def _text_or_set(cell: object, line: int) -> Cell:
    if cell is None:
        return None
    if isinstance(cell, list):
        return tuple(scalar(one, line) for one in cell)
    return scalar(cell, line)


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


def in_order(codes: set[str], order: Sequence[str] | None) -> tuple[str, ...]:
    """The codes of a set as they are always written."""
    places = {code: place for place, code in enumerate(order or ())}
    return tuple(sorted(codes, key=lambda code: (places.get(code, -1), code)))


def holds_nul(line: int) -> TableError:
    """The error of a name that no file format and no screen can show."""
    return TableError(
        "Line {line} holds the sign NUL, which is no text",
        remedy="save the table again as text in UTF-8",
        line=line,
    )


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


def remarks_on(values: Values, n_repeats: int, n_without_length: int = 0) -> Iterator[Remark]:
    """What a reader of the table should know, though nothing was wrong."""
    if n_without_length:
        yield Remark(
            "length_unknown",
            "The length of {n} texts is not known (--length-column); each is taken to end where "
            "its last span ends.",
            {"n": n_without_length},
        )
    if n_repeats:
        yield Remark(
            "duplicate_ratings",
            "{n} ratings stand twice with the same value; each counts once.",
            {"n": n_repeats},
        )
    codes = {code for _, codes, _ in values.distinct for code in codes}
    as_names = codes and values.codes is None and not values.are_sets
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
