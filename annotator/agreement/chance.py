"""Coefficients that set observed agreement beside chance: the families of Fleiss, Gwet and Conger.

All are 1 - D_o / D_e, where D_o is the mean over units of the disagreement of their pairs of
ratings, and D_e what chance would make of the shares of the values. Units with one rating count in
the shares and not in D_o (Gwet 2014). Weights are 1 - distance. Knows patterns and statistics.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from annotator.agreement.coefficients import (
    Estimates,
    bilinear,
    disagreement,
    from_means,
    quotient,
)
from annotator.agreement.patterns import Tally

if TYPE_CHECKING:
    from annotator.agreement.patterns import Patterns
    from annotator.agreement.ratings import Floats

Family = Literal["fleiss", "gwet", "brennan_prediger"]
# Shares are sums of count / size. They are summed as whole numbers over a common denominator
# where those stay below this, else apart for each size of a unit.
WHOLE = 2**50


@dataclass(frozen=True, eq=False)
class Weights:
    """Credit for pairs of values: `matrix` holds 1 - weight (None: identity weights).

    `n_categories` is q: the categories that the codebook offers, also those that nobody used.
    """

    name: str
    n_categories: float
    matrix: Floats | None = None

    @property
    def total(self) -> float:
        """T, the sum of the weights of all pairs of categories."""
        if self.matrix is None:
            return self.n_categories
        return float(self.matrix.size - self.matrix.sum())


class Shares:
    """The mean over units of the share of each value, by resample."""

    def __init__(self, patterns: Patterns):
        sizes = np.unique(patterns.size)
        common = math.lcm(*sizes.tolist())
        if common * max(patterns.n_units, 1) < WHOLE:
            group = np.zeros(len(patterns), np.int64)
            times, self._denominators = common // patterns.size, np.array([float(common)])
        else:
            group = np.searchsorted(sizes, patterns.size)
            times, self._denominators = np.ones_like(group), sizes.astype(np.float64)
        n_groups = len(self._denominators)
        self.tally = Tally(
            patterns.pattern,
            patterns.value * n_groups + group[patterns.pattern],
            patterns.count * times[patterns.pattern],
            patterns.n_values * n_groups,
        )

    def of(self, counts: Floats) -> Floats:
        """(tables, columns of the tally) to (tables, values), adding up to 1."""
        width = len(self._denominators)
        summed = (counts.reshape(len(counts), -1, width) / self._denominators).sum(axis=2)
        total = summed.sum(axis=1, keepdims=True)
        shares: Floats = summed / np.where(total > 0, total, 1.0)
        return shares


class ChanceCorrected:
    """Fleiss' kappa, Gwet's AC1 and AC2, or Brennan and Prediger's S, with any weights.

    Takes patterns of all units with a rating. Sources: Fleiss (1971), Gwet (2008, 2014), Brennan
    and Prediger (1981).
    """

    def __init__(self, patterns: Patterns, family: Family, weights: Weights):
        self.family, self.weights = family, weights
        self.shares = Shares(patterns)
        self.tally: Tally | None = self.shares.tally
        self.terms = unit_terms(patterns, weights.matrix)

    def estimates(self, counts: Floats, terms: Floats) -> Estimates:
        """See Statistic."""
        return _from_terms(terms, self.by_chance(self.shares.of(counts)))

    def by_chance(self, shares: Floats) -> Floats:
        """D_e, the disagreement that chance would make, for each row of shares."""
        q, total = self.weights.n_categories, self.weights.total
        if self.family == "fleiss":
            return bilinear(shares, self.weights.matrix, shares)
        if self.family == "brennan_prediger":
            return np.full(len(shares), 1 - total / q**2 if q else 0.0)
        if q < 2:  # one category leaves nothing to agree on
            return np.zeros(len(shares))
        spread: Floats = 1 - total / (q * (q - 1)) * (shares * (1 - shares)).sum(axis=1)
        return spread


class FleissOfCode:
    """Fleiss' kappa of a yes/no question about each value; all units equally often rated.

    Source: Fleiss (1971).
    """

    def __init__(self, patterns: Patterns, holds: Floats):
        self.tally: Tally | None = None
        yes, size = patterns.sums(holds), patterns.size
        unequal = 2 * yes * (size - yes) / (size * (size - 1))
        self.terms = np.column_stack([unequal, np.ones(len(patterns)), yes, size])

    def estimates(self, counts: Floats, terms: Floats) -> Estimates:  # noqa: ARG002
        """See Statistic."""
        share = quotient(terms[:, 2], terms[:, 3])
        return _from_terms(terms, 2 * share * (1 - share))


class Conger:
    """Conger's kappa for any number of annotators, each with habits of their own.

    Takes position patterns of all units with a rating. What chance would make is the mean over
    pairs of annotators; in a resample without an answer of somebody, over the others. Sources:
    Conger (1980), Gwet (2014).
    """

    def __init__(self, positions: Patterns, n_values: int, weights: Weights):
        self.weights, self._n_values = weights, n_values
        self.tally: Tally | None = positions.values
        self.terms = unit_terms(_by_value(positions, n_values), weights.matrix)

    def estimates(self, counts: Floats, terms: Floats) -> Estimates:
        """See Statistic."""
        given = counts.reshape(len(counts), -1, max(self._n_values, 1))
        n_given = given.sum(axis=2)
        share = given / np.maximum(n_given, 1)[:, :, None]
        together = share.sum(axis=1)
        matrix = self.weights.matrix
        same = bilinear(share, matrix, share).sum(axis=1)
        others = np.maximum(bilinear(together, matrix, together) - same, 0)
        present = (n_given > 0).sum(axis=1)
        n_pairs = present * (present - 1.0)
        expected = np.divide(others, n_pairs, out=np.zeros_like(others), where=n_pairs > 0)
        return _from_terms(terms, expected)


def unit_terms(patterns: Patterns, matrix: Floats | None) -> Floats:
    """The disagreement of a unit's pairs of ratings, and whether it has such a pair."""
    mean = disagreement(patterns, matrix) / patterns.size
    return np.column_stack([mean, patterns.size >= 2])


def _from_terms(terms: Floats, by_chance: Floats) -> Estimates:
    return from_means(quotient(terms[:, 0], terms[:, 1]), by_chance)


def _by_value(positions: Patterns, n_values: int) -> Patterns:
    """The same patterns, still apart, with the values in the place of who said them."""
    width = max(n_values, 1)
    cell = positions.pattern * width + positions.value % width
    cells, count = np.unique(cell, return_counts=True)
    return replace(
        positions, pattern=cells // width, value=cells % width, count=count, n_values=n_values
    )
