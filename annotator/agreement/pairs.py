"""Two annotators at a time: the units that both rated, and how far they agree there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.coefficients import Statistic, alpha_of
from annotator.agreement.intervals import estimate
from annotator.agreement.kappas import CohenKappa
from annotator.agreement.patterns import Patterns, count_patterns, distinct, pair_patterns
from annotator.agreement.ratings import Indices, Integers, Ratings
from annotator.agreement.results import Pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.agreement.questions import Measure

# With more annotators than this a table of pairs is too long to be read: 300 rows.
MOST_ANNOTATORS = 25


def per_pair(ratings: Ratings, measure: Measure, annotators: Sequence[str]) -> tuple[Pair, ...]:
    """A row for each pair of annotators; none where there are too many to be read."""
    present = distinct(ratings.annotator_ix).tolist()
    if len(present) > MOST_ANNOTATORS:
        return ()
    return tuple(
        _pair(ratings.n_values, one, other, measure, (annotators[first], annotators[second]))
        for first, second, one, other in _shared(ratings, present)
    )


def pair_ratings(ratings: Ratings, first: int, second: int) -> tuple[Integers, Indices, Indices]:
    """Units that both rated, the first annotator's values there, and the second's."""
    column = _column(ratings, first)
    rows = ratings.annotator_ix == second
    unit, value = ratings.unit_ix[rows], ratings.value_ix[rows]
    both = column[unit] >= 0
    return unit[both].astype(np.int64), column[unit[both]], value[both]


def _shared(ratings: Ratings, present: list[int]) -> Iterator[tuple[int, int, Indices, Indices]]:
    """Each pair of annotators with the values of both where both rated."""
    rows = {place: np.flatnonzero(ratings.annotator_ix == place) for place in present}
    for number, first in enumerate(present):
        column = _column(ratings, first)
        for second in present[number + 1 :]:
            unit, value = ratings.unit_ix[rows[second]], ratings.value_ix[rows[second]]
            both = column[unit] >= 0
            yield first, second, column[unit[both]], value[both]


def _column(ratings: Ratings, annotator: int) -> Indices:
    """One annotator's value for each unit, -1 where missing."""
    column = np.full(ratings.n_units, -1, np.int32)
    rows = ratings.annotator_ix == annotator
    column[ratings.unit_ix[rows]] = ratings.value_ix[rows]
    return column


def _pair(
    n_values: int, one: Indices, other: Indices, measure: Measure, names: tuple[str, str]
) -> Pair:
    if not len(one):
        return Pair(names, 0, None, None, None, "no_pairable_units")
    pairs = pair_patterns(one, other, n_values)
    counted = _counted(one, other, n_values, measure)
    alpha = _value(alpha_of(counted, measure.distance), counted)
    return Pair(
        names,
        len(one),
        alpha,
        _value(CohenKappa(pairs), pairs),
        float((one == other).mean()),
        None if alpha is not None else "no_variation" if len(counted) else "no_pairable_units",
    )


def _counted(one: Indices, other: Indices, n_values: int, measure: Measure) -> Patterns:
    unit = np.arange(len(one), dtype=np.int32)
    annotator = np.repeat(np.array([0, 1], np.int32), len(one))
    ratings = Ratings(
        np.concatenate([unit, unit]), annotator, np.concatenate([one, other]),
        np.full(len(one), -1, np.int32), 2, n_values,
    )  # fmt: skip
    return count_patterns(measure.renamed(ratings))


def _value(statistic: Statistic, patterns: Patterns) -> float | None:
    value = estimate(statistic, patterns).value[0]
    return None if np.isnan(value) else float(value)
