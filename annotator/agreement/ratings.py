"""Who answered what, as arrays: what the store or a table hands over, and what is computed on.

One row is one answer; no Python object stands for an answer. May import `annotator.model`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from annotator.model import Codebook, Layer, Remark, State

Indices = NDArray[np.int32]
Integers = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


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
    documents, by their names.

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


@dataclass(frozen=True, eq=False)
class Ratings:
    """Ratings of units: at most one of an annotator on a unit; a missing rating has no row.

    `unit_ix`, `annotator_ix` and `value_ix` are equally long; `document_ix` has one entry a unit,
    -1 where the documents are not known. `n_values` counts the values that could occur.
    """

    unit_ix: Indices
    annotator_ix: Indices
    value_ix: Indices
    document_ix: Indices
    n_annotators: int
    n_values: int

    @property
    def n_units(self) -> int:
        """Units, those without a rating too."""
        return len(self.document_ix)

    @cached_property
    def codes(self) -> Integers:
        """Who said what about each unit as one number: a digit an annotator, 0 for nothing.

        Its base is the number of values and one. Exact only below 2^53.
        """
        place = float(self.n_values + 1) ** np.arange(self.n_annotators)
        digits = place[self.annotator_ix] * (self.value_ix + np.int32(1))
        return np.bincount(self.unit_ix, digits, self.n_units).astype(np.int64)

    @cached_property
    def stretches(self) -> tuple[Integers, Integers]:
        """Where units of one document in succession begin, and where they end."""
        starts = np.flatnonzero(np.diff(self.document_ix, prepend=-2))
        return starts, np.append(starts, self.n_units)[1:]

    def without_unit_gaps(self) -> tuple[Integers, Ratings]:
        """The units with a rating, and the same ratings with those numbered anew in their order."""
        present = np.zeros(self.n_units, bool)
        present[self.unit_ix] = True
        units = np.flatnonzero(present)
        number = np.empty(self.n_units, np.int32)
        number[units] = np.arange(len(units), dtype=np.int32)
        made = Ratings(
            number[self.unit_ix],
            self.annotator_ix,
            self.value_ix,
            self.document_ix[units],
            self.n_annotators,
            self.n_values,
        )
        return units, made

    def revalued(self, value_of: Indices, n_values: int) -> Ratings:
        """Every value replaced by `value_of[value]`; ratings whose new value is -1 are left out."""
        value_ix = value_of[self.value_ix]
        unit_ix, annotator_ix = self.unit_ix, self.annotator_ix
        if value_of.min(initial=0) < 0:
            kept = np.flatnonzero(value_ix >= 0)
            unit_ix, annotator_ix, value_ix = unit_ix[kept], annotator_ix[kept], value_ix[kept]
        made = Ratings(
            unit_ix, annotator_ix, value_ix, self.document_ix, self.n_annotators, n_values
        )
        if "stretches" in vars(self):
            vars(made)["stretches"] = self.stretches
        return made


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
    return Ratings(
        units.astype(np.int32, copy=False),
        annotators.astype(np.int32, copy=False),
        values.astype(np.int32, copy=False),
        documents.astype(np.int32, copy=False),
        int(annotators.max()) + 1 if len(annotators) else 0,
        n_values if n_values is not None else (int(values.max()) + 1 if len(values) else 0),
    )
