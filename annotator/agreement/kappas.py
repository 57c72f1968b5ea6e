"""Coefficients of two annotators, and of all pairs of them: Cohen, weighted kappa, Scott, Light.

Knows patterns and statistics.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.coefficients import (
    Estimates,
    bilinear,
    from_means,
    quotient,
    unequal_pairs,
)
from annotator.agreement.patterns import Tally, column_sums
from annotator.errors import Unavailable

if TYPE_CHECKING:
    from annotator.agreement.patterns import Patterns
    from annotator.agreement.ratings import Floats, Integers

# Pairs of ratings, unit patterns apart, that Light's kappa goes through: some 0.5 GB.
MOST_PAIRS = 5_000_000


class CohenKappa:
    """Cohen's kappa of two annotators over the units that both rated (see `pair_patterns`).

    Source: Cohen (1960).
    """

    def __init__(self, pairs: Patterns):
        self.tally: Tally | None = pairs.values
        first, second = pairs.value[::2], pairs.value[1::2] - pairs.n_values // 2
        self.terms = (first == second).astype(np.float64)[:, None]

    def estimates(self, counts: Floats, terms: Floats) -> Estimates:
        """See Statistic."""
        first, second = np.split(counts, 2, axis=1)
        n = first.sum(axis=1)
        chance = (first * second).sum(axis=1)
        with np.errstate(divide="ignore", invalid="ignore"):
            observed, expected = terms[:, 0] / n, chance / (n * n)
            # One subtraction of integers: exactly 1 for perfect agreement.
            value = (terms[:, 0] * n - chance) / (n * n - chance)
        return Estimates(np.where(n * n > chance, value, np.nan), observed, expected)


class WeightedKappa:
    """Cohen's kappa with credit for answers that are near: 1 - (sum of distances) / (by chance).

    Source: Cohen (1968).
    """

    def __init__(self, pairs: Patterns, matrix: Floats | None):
        self.tally: Tally | None = pairs.values
        self._matrix = matrix
        first, second = pairs.value[::2], pairs.value[1::2] - pairs.n_values // 2
        self.terms = distances(first, second, matrix)[:, None]

    def estimates(self, counts: Floats, terms: Floats) -> Estimates:
        """See Statistic."""
        first, second = np.split(counts, 2, axis=1)
        return _kappa(first, second, terms[:, 0], self._matrix)


class ScottPi:
    """Scott's pi of two annotators over the units that both rated (see `pair_patterns`).

    Source: Scott (1955).
    """

    def __init__(self, pairs: Patterns):
        self.tally: Tally | None = pairs.values
        first, second = pairs.value[::2], pairs.value[1::2] - pairs.n_values // 2
        self.terms = np.column_stack([first != second, np.ones(len(pairs))])

    def estimates(self, counts: Floats, terms: Floats) -> Estimates:
        """See Statistic."""
        first, second = np.split(counts, 2, axis=1)
        both = first + second
        shares = both / np.maximum(both.sum(axis=1, keepdims=True), 1)
        return from_means(quotient(terms[:, 0], terms[:, 1]), bilinear(shares, None, shares))


@dataclass(frozen=True, eq=False)
class _PairCells:
    """Two annotators: which columns of a tally are theirs, and the values in each of them.

    The columns stand in the order of the first annotator's values; `by_second` puts them in the
    order of the second's. `starts` say where each value begins.
    """

    columns: slice
    distance: Floats
    first: Integers
    first_starts: Integers
    by_second: Integers
    second: Integers
    second_starts: Integers


class Light:
    """Light's kappa: the mean of (weighted) kappa over the pairs of annotators.

    Takes position patterns. Pairs whose kappa is undefined are left out. Source: Light (1971).

    Raises:
        Unavailable: so many pairs that they do not fit into memory.
    """

    def __init__(self, positions: Patterns, n_values: int, matrix: Floats | None):
        if int((positions.size * (positions.size - 1) // 2).sum()) > MOST_PAIRS:
            raise Unavailable(
                "There are too many pairs of annotators for Light's kappa",
                remedy="choose conger, which says nearly the same",
            )
        self._matrix = matrix
        row, cells = joint_cells(positions, n_values)
        self._pairs = _pair_cells(cells, matrix)
        order = np.argsort(row, kind="stable")
        column = cells.place[order]
        self._cells = Tally(row[order], column, np.ones_like(column), len(cells.pair))
        self.tally: Tally | None = self._cells
        self.terms = np.zeros((len(positions), 0))

    def estimates(self, counts: Floats, terms: Floats) -> Estimates:  # noqa: ARG002
        """See Statistic."""
        sums, n_defined = np.zeros((3, len(counts))), np.zeros(len(counts))
        for pair in self._pairs:
            one = self._pair(pair, counts[:, pair.columns])
            defined = ~np.isnan(one.value)
            n_defined += defined
            for total, part in zip(sums, (one.value, one.observed, one.expected), strict=True):
                total[defined] += part[defined]
        return Estimates(*(quotient(total, n_defined) for total in sums))

    def n_undefined(self, positions: Patterns) -> int:
        """Pairs of annotators who share units and have no kappa."""
        counts = column_sums(self._cells, positions)
        values = [self._pair(pair, counts[:, pair.columns]).value for pair in self._pairs]
        return int(np.isnan(values).sum())

    def _pair(self, pair: _PairCells, cells: Floats) -> Estimates:
        first = np.add.reduceat(cells, pair.first_starts, axis=1)
        second = np.add.reduceat(cells[:, pair.by_second], pair.second_starts, axis=1)
        distance = distances(pair.first[:, None], pair.second[None, :], self._matrix)
        return _kappa(first, second, (cells * pair.distance).sum(axis=1), distance)


@dataclass(frozen=True, eq=False)
class JointCells:
    """Distinct (pair of annotators, value of one, value of the other), sorted; where each is.

    `pair` numbers annotators as first * n_annotators + second; `place` has one entry a pair of
    ratings.
    """

    pair: Integers
    first: Integers
    second: Integers
    place: Integers

    def by_pair(self) -> list[slice]:
        """The cells of each pair of annotators."""
        starts = np.flatnonzero(np.diff(self.pair, prepend=-1)).tolist()
        return list(map(slice, starts, [*starts[1:], len(self.pair)]))


def joint_cells(positions: Patterns, n_values: int) -> tuple[Integers, JointCells]:
    """All pairs of ratings of a unit: their position pattern, and who said what with whom."""
    width = max(n_values, 1)
    n_annotators = max(positions.n_values // width, 1)
    pattern, low, high, _ = unequal_pairs(positions)
    pair = (low // width) * n_annotators + high // width
    code = (pair * width + low % width) * width + high % width
    codes, place = np.unique(code, return_inverse=True)
    values = codes % width**2
    return pattern, JointCells(codes // width**2, values // width, values % width, place)


def distances(first: Integers, second: Integers, matrix: Floats | None) -> Floats:
    """Distances between values, by broadcasting; `matrix` None is nominal."""
    apart: Floats = np.not_equal(first, second).astype(np.float64)
    if matrix is not None:
        apart = matrix[first, second]
    return apart


def _pair_cells(cells: JointCells, matrix: Floats | None) -> list[_PairCells]:
    made = []
    for columns in cells.by_pair():
        one, other = cells.first[columns], cells.second[columns]
        by_second = np.argsort(other, kind="stable")
        ones, one_starts = np.unique(one, return_index=True)
        others, other_starts = np.unique(other[by_second], return_index=True)
        distance = distances(one, other, matrix)
        made.append(
            _PairCells(columns, distance, ones, one_starts, by_second, others, other_starts)
        )
    return made


def _kappa(first: Floats, second: Floats, distance: Floats, matrix: Floats | None) -> Estimates:
    """Kappa from two annotators' counts of values and the sum of distances over their units."""
    n = first.sum(axis=1)
    expected = bilinear(first, matrix, second)
    with np.errstate(divide="ignore", invalid="ignore"):
        value = 1 - distance * n / expected
        return Estimates(
            np.where(expected > 0, value, np.nan), 1 - distance / n, 1 - expected / (n * n)
        )
