"""Two annotators at a time: the units that both rated, and how far they agree there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.coefficients import alpha_of
from annotator.agreement.intervals import estimates
from annotator.agreement.kappas import CohenKappa, joint_cells
from annotator.agreement.patterns import cell_patterns, pair_counts
from annotator.agreement.results import Pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.patterns import Patterns
    from annotator.agreement.questions import Measure
    from annotator.agreement.ratings import Floats, Integers
    from annotator.agreement.results import Reason
    from annotator.agreement.sample import Sample

    # Shared units, alpha, kappa, percent, and why there is no alpha.
    Figures = tuple[int, float | None, float | None, float | None, Reason | None]

# With more annotators than this a table of pairs is too long to be read: 300 rows.
MOST_ANNOTATORS = 25
# Cells of a table of pairs of annotators by pairs of values.
MOST_CELLS = 500_000
NOTHING_SHARED: Figures = (0, None, None, None, "no_pairable_units")


def per_pair(sample: Sample, measure: Measure, annotators: Sequence[str]) -> tuple[Pair, ...]:
    """A row for each pair of annotators; none where there are too many to be read."""
    present = sample.annotators.tolist()
    if not 2 <= len(present) <= MOST_ANNOTATORS:
        return ()
    found = _figures(sample, measure)
    return tuple(
        Pair((annotators[first], annotators[second]), *found.get((first, second), NOTHING_SHARED))
        for number, first in enumerate(present)
        for second in present[number + 1 :]
    )


def _figures(sample: Sample, measure: Measure) -> dict[tuple[int, int], Figures]:
    """The figures of each pair of annotators with shared units."""
    positions, n_values = sample.positions, sample.ratings.n_values
    pattern, cells = joint_cells(positions, n_values)
    weights = positions.frequency[pattern].astype(np.float64)
    count = np.bincount(cells.place, weights, len(cells.pair)).astype(np.float64, copy=False)
    pairs = cells.by_pair()
    # As many pairs at a time as make a small table.
    step = max(1, MOST_CELLS // max(len(count), 1))
    figures: dict[tuple[int, int], Figures] = {}
    for place in range(0, len(pairs), step):
        some = pairs[place : place + step]
        here = slice(some[0].start, some[-1].stop)
        table = _Table.of(cells.pair[here], cells.first[here] * n_values + cells.second[here],
                          count[here], n_values)  # fmt: skip
        names = [divmod(pair, sample.ratings.n_annotators) for pair in table.pairs]
        figures |= zip(names, table.figures(measure), strict=True)
    return figures


@dataclass(frozen=True, eq=False)
class _Table:
    """How often pairs of annotators gave each pair of values: (pairs of annotators, patterns)."""

    pairs: list[int]
    patterns: Patterns
    frequency: Floats

    @classmethod
    def of(cls, pair: Integers, cell: Integers, count: Floats, n_values: int) -> _Table:
        """Out of who met, what they said, and how often."""
        pairs, row = np.unique(pair, return_inverse=True)
        cells, column = np.unique(cell, return_inverse=True)
        frequency = np.zeros((len(pairs), len(cells)))
        frequency[row, column] = count
        total = frequency.sum(axis=0).astype(np.int64)
        patterns = cell_patterns(cells // n_values, cells % n_values, total, n_values)
        return cls(pairs.tolist(), patterns, frequency)

    def figures(self, measure: Measure) -> list[Figures]:
        """Of each pair of annotators."""
        counted, n_counted = self._counted(measure)
        alpha = estimates([alpha_of(counted, measure.distance)], n_counted)[0].value
        kappa = estimates([CohenKappa(self.patterns)], self.frequency)[0].value
        first, second = self.patterns.value[::2], self.patterns.value[1::2]
        alike = self.frequency[:, first == second - self.patterns.n_values // 2].sum(axis=1)
        n_units = self.frequency.sum(axis=1)
        return [
            (
                int(n_units[row]),
                _number(alpha[row]),
                _number(kappa[row]),
                float(alike[row] / n_units[row]),
                None if not np.isnan(alpha[row])
                else "no_variation" if n_counted[row].any() else "no_pairable_units",
            )
            for row in range(len(self.pairs))
        ]  # fmt: skip

    def _counted(self, measure: Measure) -> tuple[Patterns, Floats]:
        """The values of both, whoever gave them, as the measure compares them."""
        n_values = self.patterns.n_values // 2 if measure.merge is None else measure.n_values
        counted = pair_counts(self.patterns, measure.merge, n_values)
        # What the measure leaves out falls into a last column.
        frequency = np.zeros((len(self.pairs), len(counted) + 1))
        np.add.at(frequency.T, counted.of_kind, self.frequency.T)
        return counted, frequency[:, :-1]


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
