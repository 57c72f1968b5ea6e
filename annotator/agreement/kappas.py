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
        first, second = _halves(counts)
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
        first, second = _halves(counts)
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
        first, second = _halves(counts)
        both = first + second
        shares = both / np.maximum(both.sum(axis=1, keepdims=True), 1)
        return from_means(quotient(terms[:, 0], terms[:, 1]), bilinear(shares, None, shares))


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
        row, cells = joint_cells(positions, n_values)
        self._n_cells, self._is_nominal = len(cells.pair), matrix is None
        self._distance = distances(cells.first, cells.second, matrix)
        self._pairs = _starts(cells.pair)
        pair = np.unique(cells.pair, return_inverse=True)[1]
        self._by_second = np.lexsort((cells.second, pair))
        first, second = pair * n_values + cells.first, pair * n_values + cells.second
        second = second[self._by_second]
        self._firsts, self._seconds = _starts(first), _starts(second)
        self._met = _met(first[self._firsts], second[self._seconds], n_values, matrix)
        order = np.argsort(row, kind="stable")
        column = cells.place[order]
        # As wide as what is made of the sums, so that draws come in chunks that fit into memory.
        width = max(self._n_cells, len(self._met.first))
        self._cells = Tally(row[order], column, np.ones_like(column), width)
        self.tally: Tally | None = self._cells
        self.terms = np.zeros((len(positions), 0))

    def estimates(self, counts: Floats, terms: Floats) -> Estimates:  # noqa: ARG002
        """See Statistic."""
        each = self._of_pairs(counts)
        defined = ~np.isnan(each.value)
        n_defined = defined.sum(axis=1).astype(np.float64)
        return Estimates(
            *(
                quotient(np.where(defined, part, 0.0).sum(axis=1), n_defined)
                for part in (each.value, each.observed, each.expected)
            )
        )

    def n_undefined(self, positions: Patterns) -> int:
        """Pairs of annotators who share units and have no kappa."""
        return int(np.isnan(self._of_pairs(column_sums(self._cells, positions)).value).sum())

    def _of_pairs(self, counts: Floats) -> Estimates:
        """Kappa of each pair of annotators: (tables, pairs)."""
        cells = counts[:, : self._n_cells]
        n = np.add.reduceat(cells, self._pairs, axis=1)
        first = np.add.reduceat(cells, self._firsts, axis=1)
        second = np.add.reduceat(cells[:, self._by_second], self._seconds, axis=1)
        met = first[:, self._met.first] * second[:, self._met.second] * self._met.distance
        by_chance = np.zeros_like(n)
        by_chance[:, self._met.pair] = np.add.reduceat(met, self._met.starts, axis=1)
        expected = n * n - by_chance if self._is_nominal else by_chance
        distance = np.add.reduceat(cells * self._distance, self._pairs, axis=1)
        return _kappa_of(n, distance, expected)


@dataclass(frozen=True, eq=False)
class _Met:
    """Values of one and of the other annotator of a pair that chance brings together.

    `first` and `second` are places among the values of each; `starts` where each of `pair` begins.
    Nominal: equal values, with distance 1; else all that differ, with their distance.
    """

    first: Integers
    second: Integers
    distance: Floats
    pair: Integers
    starts: Integers


def _met(first: Integers, second: Integers, n_values: int, matrix: Floats | None) -> _Met:
    """Out of the distinct pair * n_values + value of one and of the other, rising."""
    if matrix is None:
        same, one, other = np.intersect1d(first, second, return_indices=True)
        distance, pair = np.ones(len(same)), same // n_values
    else:
        n_second = np.bincount(second // n_values)
        start = np.cumsum(n_second) - n_second
        times = n_second[first // n_values]
        one = np.repeat(np.arange(len(first)), times)
        within = np.arange(len(one)) - np.repeat(np.cumsum(times) - times, times)
        other = start[first[one] // n_values] + within
        distance = matrix[first[one] % n_values, second[other] % n_values]
        pair = first[one] // n_values
    starts = _starts(pair)
    return _Met(one, other, distance, pair[starts], starts)


def _starts(rising: Integers) -> Integers:
    """Where each of these numbers stands for the first time."""
    return np.flatnonzero(np.diff(rising, prepend=-1))


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
        starts = _starts(self.pair).tolist()
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


def _halves(counts: Floats) -> tuple[Floats, Floats]:
    """The values of one annotator and of the other."""
    half = counts.shape[1] // 2
    return counts[:, :half], counts[:, half:]


def _kappa(first: Floats, second: Floats, distance: Floats, matrix: Floats | None) -> Estimates:
    """Kappa from two annotators' counts of values and the sum of distances over their units."""
    return _kappa_of(first.sum(axis=1), distance, bilinear(first, matrix, second))


def _kappa_of(n: Floats, distance: Floats, expected: Floats) -> Estimates:
    """Kappa from n units, their summed distance, and n times what chance makes of that."""
    with np.errstate(divide="ignore", invalid="ignore"):
        value = 1 - distance * n / expected
        return Estimates(
            np.where(expected > 0, value, np.nan), 1 - distance / n, 1 - expected / (n * n)
        )
