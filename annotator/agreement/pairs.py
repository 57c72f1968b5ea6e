"""Two annotators at a time: the units that both rated, and how far they agree there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.coefficients import Statistic, alpha_of
from annotator.agreement.intervals import estimate
from annotator.agreement.kappas import CohenKappa, joint_cells
from annotator.agreement.patterns import Patterns, cell_patterns, pair_counts
from annotator.agreement.results import Pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.questions import Measure
    from annotator.agreement.sample import Sample

# With more annotators than this a table of pairs is too long to be read: 300 rows.
MOST_ANNOTATORS = 25


def per_pair(sample: Sample, measure: Measure, annotators: Sequence[str]) -> tuple[Pair, ...]:
    """A row for each pair of annotators; none where there are too many to be read."""
    present = sample.annotators.tolist()
    if not 2 <= len(present) <= MOST_ANNOTATORS:
        return ()
    tables = _tables(sample)
    return tuple(
        _pair(tables.get((first, second)), measure, (annotators[first], annotators[second]))
        for number, first in enumerate(present)
        for second in present[number + 1 :]
    )


def _tables(sample: Sample) -> dict[tuple[int, int], Patterns]:
    """For each pair of annotators with shared units who said what, one pattern a pair of values."""
    positions, n_values = sample.positions, sample.ratings.n_values
    pattern, cells = joint_cells(positions, n_values)
    count = np.bincount(cells.place, positions.frequency[pattern], len(cells.pair)).astype(np.int64)
    tables = {}
    for part in cells.by_pair():
        first, second = divmod(int(cells.pair[part.start]), sample.ratings.n_annotators)
        tables[first, second] = cell_patterns(
            cells.first[part], cells.second[part], count[part], n_values
        )
    return tables


def _pair(table: Patterns | None, measure: Measure, names: tuple[str, str]) -> Pair:
    if table is None:
        return Pair(names, 0, None, None, None, "no_pairable_units")
    alike = table.value[::2] == table.value[1::2] - table.n_values // 2
    counted = _counted(table, measure)
    alpha = _value(alpha_of(counted, measure.distance), counted)
    return Pair(
        names,
        table.n_units,
        alpha,
        _value(CohenKappa(table), table),
        float(table.frequency[alike].sum() / table.n_units),
        None if alpha is not None else "no_variation" if len(counted) else "no_pairable_units",
    )


def _counted(table: Patterns, measure: Measure) -> Patterns:
    """The values of both, whoever gave them, as the measure compares them."""
    n_values = table.n_values // 2
    if measure.merge is not None:
        n_values = measure.n_values
    return pair_counts(table, measure.merge, n_values)


def _value(statistic: Statistic, patterns: Patterns) -> float | None:
    value = estimate(statistic, patterns).value[0]
    return None if np.isnan(value) else float(value)
