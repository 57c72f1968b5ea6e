"""Who answered what, as arrays: what the store or a table hands over, and what is computed on.

One row is one answer; no Python object stands for an answer. May import `annotator.model`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.ranks import distinct

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model import Codebook, Layer, Remark, State

Indices = NDArray[np.int32]
Integers = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
# Codes are summed as float64, which is exact up to here.
EXACT = 2**53


@dataclass(frozen=True, eq=False)
class Evidence:
    """The words that annotators marked, one entry a span; positions are code points, half-open.

    `row` points into the rows of the `LayerAnswers`, `code` into `codes` (-1: for the answer as a
    whole). `length` has one entry a row: that of the text which was coded.
    """

    row: Indices
    start: Indices
    end: Indices
    code: Indices
    codes: tuple[str, ...]
    length: Indices

    def of_rows(self, rows: NDArray[np.integer]) -> Evidence:
        """The words of some rows, which are numbered anew."""
        number = np.full(len(self.length), -1, np.int32)
        number[rows] = np.arange(len(rows))
        here = np.flatnonzero(number.take(self.row) >= 0)
        return Evidence(
            row=number[self.row[here]],
            start=self.start[here],
            end=self.end[here],
            code=self.code[here],
            codes=self.codes,
            length=self.length[rows],
        )


@dataclass(frozen=True, eq=False)
class LayerAnswers:
    """All answers of one layer in long form, one row each; the columns are equally long.

    `document`, `annotator`, `target`, `holder` and `answer` are positions in the lists of names
    and in `answers`. A column that the layer does not have holds -1: `paragraph` for a layer on
    whole documents, `target`, `holder`, and `document` for a table that names no documents.
    Where an annotator answered one unit in two rounds, the earlier round counts: `round` points
    into `rounds`, which stand in the order in which they took place; None where rounds are not
    known. Of two rows that are left, the earlier one counts.

    What only some sources know is None elsewhere: `version` points into `versions` (of the
    codebook), `by_rest` tells the answers `none` that one key gave to all targets that were left,
    `changed_at` is in seconds since 1970 (UTC), `evidence` holds marked words, and
    `units` names the units of a table, whose `paragraph` points into it. `titles` are those of
    documents, by their names, no two of them equal.

    `codebook` is None for a table of ratings; its codes are then those of the layer if it lists
    any, else those that occur.
    """

    layer: Layer
    codebook: Codebook | None
    document: Indices
    paragraph: Indices
    annotator: Indices
    target: Indices
    holder: Indices
    answer: Indices
    answers: list[tuple[State, tuple[str, ...], str | None]]
    documents: list[str]
    annotators: list[str]
    targets: list[str]
    holders: list[str]
    codebook_sha256: str = ""
    rounds: tuple[str, ...] = ()
    round: Indices | None = None
    versions: tuple[str, ...] = ()
    version: Indices | None = None
    by_rest: Flags | None = None
    changed_at: Integers | None = None
    evidence: Evidence | None = None
    units: tuple[str, ...] | None = None
    titles: dict[str, str] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()

    def taken(self, kept: NDArray[np.integer] | Flags) -> LayerAnswers:
        """Some of the rows, without marked words."""
        return replace(
            self,
            document=self.document[kept],
            paragraph=self.paragraph[kept],
            annotator=self.annotator[kept],
            target=self.target[kept],
            holder=self.holder[kept],
            answer=self.answer[kept],
            round=None if self.round is None else self.round[kept],
            version=None if self.version is None else self.version[kept],
            by_rest=None if self.by_rest is None else self.by_rest[kept],
            changed_at=None if self.changed_at is None else self.changed_at[kept],
            evidence=None,
        )


class Said(NamedTuple):
    """Who said what of which unit, one entry a rating."""

    unit: Indices
    annotator: Indices
    value: Indices


class Ratings:
    """Ratings of units: at most one of an annotator on a unit; a missing rating has no entry.

    `unit_ix`, `annotator_ix` and `value_ix` are equally long; `document_ix` has one entry a unit,
    -1 where the documents are not known. `n_values` counts the values that could occur.
    """

    def __init__(
        self, said: Said | Callable[[], Said] | None, document_ix: Indices, n_annotators: int,
        n_values: int,
    ):  # fmt: skip
        """What was said may be made when it is asked for: mostly `codes` say enough (None)."""
        self._said = said
        self.document_ix = document_ix
        self.n_annotators = n_annotators
        self.n_values = n_values

    @classmethod
    def of_codes(
        cls, codes: Integers, document_ix: Indices, n_annotators: int, n_values: int
    ) -> Ratings:
        """Ratings out of their `codes`."""
        made = cls(None, document_ix, n_annotators, n_values)
        made.codes = codes
        return made

    @cached_property
    def said(self) -> Said:
        """The ratings, in any order."""
        if self._said is None:
            return self._decoded()
        return self._said if isinstance(self._said, Said) else self._said()

    @property
    def unit_ix(self) -> Indices:
        """The unit of each rating."""
        return self.said.unit

    @property
    def annotator_ix(self) -> Indices:
        """Who gave each rating."""
        return self.said.annotator

    @property
    def value_ix(self) -> Indices:
        """What was given."""
        return self.said.value

    @property
    def n_units(self) -> int:
        """Units, those without a rating too."""
        return len(self.document_ix)

    @cached_property
    def n_ratings(self) -> int:
        """Ratings of all units."""
        return len(self.unit_ix)

    @property
    def space(self) -> int:
        """All `codes` are below it."""
        space: int = (self.n_values + 1) ** self.n_annotators
        return space

    @property
    def is_coded(self) -> bool:
        """Whether `codes` are exact."""
        return self.space <= EXACT

    @cached_property
    def codes(self) -> Integers:
        """Who said what about each unit as one number: a digit an annotator, 0 for nothing.

        Its base is the number of values and one. Exact only below 2^53.
        """
        digits = self._places[self.annotator_ix] * (self.value_ix + np.int32(1))
        return np.bincount(self.unit_ix, digits, self.n_units).astype(np.int64)

    @property
    def _places(self) -> Floats:
        """What a digit of each annotator is worth."""
        return np.power(float(self.n_values + 1), np.arange(self.n_annotators))

    def digits(self, codes: Integers) -> Integers:
        """The digits of some codes: (codes, annotators), 0 for nothing, else the value and one."""
        digits: Integers = codes[:, None] // self._places.astype(np.int64) % (self.n_values + 1)
        return digits

    @property
    def occurring(self) -> Flags:
        """Which values were given."""
        occurs = np.zeros(self.n_values + 1, bool)
        if self.is_coded:
            occurs[self.digits(distinct(self.codes))] = True
        else:
            occurs[self.value_ix + 1] = True
        return occurs[1:]

    def _decoded(self) -> Said:
        digits = self.digits(self.codes)
        unit, annotator = np.nonzero(digits)
        value = digits[unit, annotator] - 1
        return Said(*(column.astype(np.int32) for column in (unit, annotator, value)))

    @cached_property
    def stretches(self) -> tuple[Integers, Integers]:
        """Where units of one document in succession begin, and where they end."""
        starts = np.flatnonzero(np.diff(self.document_ix, prepend=-2))
        return starts, np.append(starts, self.n_units)[1:]

    def taken(self, kept: NDArray[np.integer] | Flags) -> Ratings:
        """Some of the ratings; units and annotators stay as they are."""
        said = Said(*(column[kept] for column in self.said))
        return Ratings(said, self.document_ix, self.n_annotators, self.n_values)

    def of_units(self, wanted: Flags) -> tuple[Integers, Ratings]:
        """The units that are True and have a rating; theirs, with those numbered in their order."""
        if self.is_coded:
            units = np.flatnonzero(wanted)
            codes = self.codes[units]
            rated = np.flatnonzero(codes)
            units, codes = units[rated], codes[rated]
            document_ix = self.document_ix[units]
            return units, Ratings.of_codes(codes, document_ix, self.n_annotators, self.n_values)
        kept = self.taken(np.flatnonzero(wanted[self.unit_ix]))
        units, number = np.unique(kept.unit_ix, return_inverse=True)
        said = kept.said._replace(unit=number.astype(np.int32))
        made = Ratings(said, self.document_ix[units], self.n_annotators, self.n_values)
        return units.astype(np.int64), made

    def revalued(self, value_of: Indices, n_values: int) -> Ratings:
        """Every value replaced by `value_of[value]`; ratings whose new value is -1 are left out."""
        made = Ratings(lambda: self._renamed(value_of), self.document_ix, self.n_annotators,
                       n_values)  # fmt: skip
        if "stretches" in vars(self):
            made.stretches = self.stretches
        return made

    def _renamed(self, value_of: Indices) -> Said:
        said = self.said._replace(value=value_of[self.value_ix])
        if value_of.min(initial=0) >= 0:
            return said
        kept = np.flatnonzero(said.value >= 0)
        return Said(*(column[kept] for column in said))


def ratings_of(
    units: NDArray[np.integer],
    annotators: NDArray[np.integer],
    values: NDArray[np.integer],
    *,
    documents: NDArray[np.integer] | None = None,
    n_values: int | None = None,
) -> Ratings:
    """Ratings from plain arrays of indices; `documents` has one entry a unit."""
    n_units = int(units.max()) + 1 if len(units) else 0
    if documents is None:
        documents = np.full(n_units, -1)
    said = (column.astype(np.int32, copy=False) for column in (units, annotators, values))
    return Ratings(
        Said(*said),
        documents.astype(np.int32, copy=False),
        int(annotators.max()) + 1 if len(annotators) else 0,
        n_values if n_values is not None else (int(values.max()) + 1 if len(values) else 0),
    )
