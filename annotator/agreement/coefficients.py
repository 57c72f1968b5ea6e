"""Coefficients as functions of sums over units, so that one formula serves data and resamples.

A statistic says which columns it wants summed over units, and makes a value out of the sums.
Every sum is exact (integers, or numbers cut into two parts whose sums are exact), so that neither
the order of units nor the size of a chunk can change a result. Knows patterns and distances.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from annotator.agreement.patterns import Tally

if TYPE_CHECKING:
    from annotator.agreement.distances import Distance
    from annotator.agreement.patterns import Patterns
    from annotator.agreement.ratings import Floats, Integers

# Products up to so many multiplications stay in one thread, in rows of at most so many.
ALONE, ALONE_IN_COLUMN, ROWS = 200_000, 8_000, 64


@dataclass(frozen=True, eq=False)
class Estimates:
    """A coefficient for each of several tables; NaN where it is undefined.

    `observed` and `expected` are agreement, not disagreement: value = (observed - expected) /
    (1 - expected).
    """

    value: Floats
    observed: Floats
    expected: Floats


class Statistic(Protocol):
    """What a coefficient wants summed, by pattern, and what it makes of the sums."""

    tally: Tally | None
    terms: Floats

    def estimates(self, counts: Floats, terms: Floats) -> Estimates:
        """The coefficient of each row of sums: (tables, columns of tally), (tables, terms)."""
        ...


class Alpha:
    """Krippendorff's alpha with a fixed distance: 1 - D_o / D_e over units with two ratings.

    Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability.
    """

    def __init__(self, patterns: Patterns, distance: Distance):
        self.parts = None if distance.matrix is None else exact_parts(distance.matrix)
        self.tally: Tally | None = patterns.values
        self.terms = disagreement(patterns, distance.matrix)[:, None]

    def estimates(self, counts: Floats, terms: Floats) -> Estimates:
        """See Statistic."""
        n = counts.sum(axis=1)
        if self.parts is None:
            expected = n * n - (counts * counts).sum(axis=1)
        else:
            expected = (exact_product(counts, self.parts) * counts).sum(axis=1)
        return _from_disagreement(terms[:, 0], expected, n)


class OrdinalAlpha:
    """Krippendorff's alpha with his ordinal metric, which depends on the frequencies themselves.

    The distance between two values is the squared difference of their mean ranks, so it is made
    anew for each resample, and each pair of values that occurs is counted in a column of its own.
    """

    def __init__(self, patterns: Patterns):
        self.n_values = n_values = patterns.n_values
        pattern, low, high, count = unequal_pairs(patterns)
        size, width = patterns.size[pattern], int(patterns.size.max(initial=0)) + 1
        # Pairs in units with different numbers of ratings have different weights.
        kind = (low * n_values + high) * width + size
        kinds, column = np.unique(kind, return_inverse=True)
        pair = kinds // width
        self.low, self.high = pair // max(n_values, 1), pair % max(n_values, 1)
        self.weight = 1 / (kinds % width - 1)
        row = np.concatenate([patterns.pattern, pattern])
        order = np.argsort(row, kind="stable")
        self.tally: Tally | None = Tally(
            row[order],
            np.concatenate([patterns.value, n_values + column])[order],
            np.concatenate([patterns.count, count])[order],
            n_values + len(kinds),
        )
        self.terms = np.zeros((len(patterns), 0))

    def estimates(self, counts: Floats, terms: Floats) -> Estimates:  # noqa: ARG002
        """See Statistic."""
        counts, pairs = counts[:, : self.n_values], counts[:, self.n_values :]
        n = counts.sum(axis=1)
        # Mean ranks, measured from the middle: their weighted sum is exactly 0.
        rank = np.cumsum(counts, axis=1) - counts / 2 - n[:, None] / 2
        occurring = np.where(counts > 0, rank, 0.0)
        widest = (occurring.max(axis=1, initial=0) - occurring.min(axis=1, initial=0)) ** 2
        scale = np.where(widest > 0, widest, 1.0)
        gap = (rank[:, self.low] - rank[:, self.high]) ** 2 / scale[:, None]
        observed = (pairs * self.weight * gap).sum(axis=1)
        expected = 2 * n * (counts * rank**2 / scale[:, None]).sum(axis=1)
        return _from_disagreement(observed, expected, n)


class CodeAlpha:
    """Nominal alpha of a yes/no question about each value: does it hold the code?"""

    def __init__(self, patterns: Patterns, holds: Floats):
        self.tally: Tally | None = None
        yes = patterns.sums(holds)
        disagreement = 2 * yes * (patterns.size - yes) / (patterns.size - 1)
        self.terms = np.column_stack([disagreement, yes, patterns.size])

    def estimates(self, counts: Floats, terms: Floats) -> Estimates:  # noqa: ARG002
        """See Statistic."""
        observed, yes, n = terms.T
        return _from_disagreement(observed, 2 * yes * (n - yes), n)


class Percent:
    """Observed agreement: the mean over units of the share of equal pairs of ratings."""

    def __init__(self, patterns: Patterns):
        self.tally: Tally | None = None
        unequal = disagreement(patterns, None) / np.maximum(patterns.size, 1)
        self.terms = np.column_stack([1 - unequal, np.ones(len(patterns))])

    def estimates(self, counts: Floats, terms: Floats) -> Estimates:  # noqa: ARG002
        """See Statistic."""
        value = quotient(terms[:, 0], terms[:, 1])
        return Estimates(value, value, np.zeros_like(value))


class SpecificAgreement:
    """Of the pairs of ratings with one that holds the code: the share where the other does too.

    For two annotators this is F1.
    """

    def __init__(self, patterns: Patterns, holds: Floats):
        self.tally: Tally | None = None
        yes = patterns.sums(holds)
        self.terms = np.column_stack([yes * (yes - 1), yes * (patterns.size - 1)])

    def estimates(self, counts: Floats, terms: Floats) -> Estimates:  # noqa: ARG002
        """See Statistic."""
        value = quotient(terms[:, 0], terms[:, 1])
        return Estimates(value, value, np.zeros_like(value))


# What the marks .667 and .800 are about.
ALPHAS = (Alpha, OrdinalAlpha, CodeAlpha)


def alpha_of(patterns: Patterns, distance: Distance) -> Statistic:
    """Krippendorff's alpha with this distance."""
    if distance.name == "ordinal_krippendorff":
        return OrdinalAlpha(patterns)
    return Alpha(patterns, distance)


def from_means(disagreement: Floats, by_chance: Floats) -> Estimates:
    """The coefficient from the disagreement that was observed and that chance would make."""
    with np.errstate(divide="ignore", invalid="ignore"):
        value = np.where(by_chance > 0, 1 - disagreement / by_chance, np.nan)
    return Estimates(value, 1 - disagreement, 1 - by_chance)


def bilinear(first: Floats, matrix: Floats | None, second: Floats) -> Floats:
    """Sum of first_c * distance_ck * second_k over the last axis; `matrix` None is nominal.

    Each row is a product of its own, so that the number of rows cannot change its rounding, and
    what is equal adds nothing, so that no variation is exactly 0.
    """
    if matrix is None:
        others = second.sum(axis=-1, keepdims=True) - second
        nominal: Floats = (first * others).sum(axis=-1)
        return nominal
    reached = np.matmul(first[..., None, :], matrix)[..., 0, :]
    weighted: Floats = (reached * second).sum(axis=-1)
    return weighted


def exact_product(rows: Floats, parts: list[Floats]) -> Floats:
    """Whole numbers times weights that were cut: no rounding on the way, so in any order."""
    return added_up(in_blocks(rows, np.hstack(parts)), len(parts))


def added_up(products: Floats, n_parts: int) -> Floats:
    """Products with parts that stood side by side, the coarsest first: (rows, columns)."""
    width = products.shape[1] // n_parts
    sums = products[:, :width]
    for part in range(1, n_parts):
        sums = sums + products[:, part * width : (part + 1) * width]
    return sums


def in_blocks(rows: Floats, columns: Floats) -> Floats:
    """A product of matrices whose sums are exact in any order, one small piece after the other.

    A large one would be shared out among threads, which on a busy machine wait for each other up
    to a hundred times as long as the product takes.
    """
    (n_rows, n_cells), n_columns = rows.shape, columns.shape[1]
    most = ALONE if n_columns > 1 else ALONE_IN_COLUMN
    if rows.size * n_columns <= most:
        return rows @ columns
    product = np.zeros((n_rows, n_columns))
    for top in range(0, n_rows, ROWS):
        part, total = rows[top : top + ROWS], product[top : top + ROWS]
        step = max(1, most // (len(part) * n_columns))
        for left in range(0, n_cells, step):
            total += part[:, left : left + step] @ columns[left : left + step]
    return product


def exact_parts(weights: Floats) -> list[Floats]:
    """Cut numbers into multiples of 2^-24, 2^-50 and 2^-76, each of which sums exactly.

    Exact for totals up to 2^27 ratings; parts that are 0 throughout are left out. What is cut off
    lies below the rounding of numbers near 1, and keeps small distances precise as well.
    """
    parts: list[Floats] = []
    rest = weights
    for bits in (24, 50, 76):
        part = np.rint(rest * 2.0**bits) / 2.0**bits
        if part.any() or not parts:
            parts.append(part)
        rest = rest - part
        if not rest.any():  # mostly whole numbers: nothing is left to cut
            break
    return parts


def coincidence_matrix(patterns: Patterns) -> Floats:
    """Krippendorff's coincidences (values, values): pairs within units, weighted 1 / (m - 1)."""
    matrix = np.zeros((patterns.n_values, patterns.n_values))
    pattern, low, high, weight = _coincidences(patterns)
    np.add.at(matrix, (low, high), weight / 2 * patterns.frequency[pattern])
    matrix += matrix.T
    same = patterns.count * (patterns.count - 1) / (patterns.size[patterns.pattern] - 1)
    np.add.at(matrix.reshape(-1), patterns.value * (patterns.n_values + 1),
              same * patterns.frequency[patterns.pattern])  # fmt: skip
    return matrix


def _from_disagreement(observed: Floats, expected: Floats, n: Floats) -> Estimates:
    """Alpha from the sums n D_o and n (n - 1) D_e."""
    with np.errstate(divide="ignore", invalid="ignore"):
        value = 1 - observed * (n - 1) / expected
        return Estimates(
            np.where(expected > 0, value, np.nan), 1 - observed / n, 1 - expected / (n * (n - 1))
        )


def quotient(part: Floats, whole: Floats) -> Floats:
    """Part by whole, NaN where the whole is 0."""
    return np.divide(part, whole, out=np.full_like(part, np.nan), where=whole > 0)


def disagreement(patterns: Patterns, matrix: Floats | None) -> Floats:
    """For each pattern the sum of distances over ordered pairs of ratings, over m - 1.

    A single rating makes no pair: 0.
    """
    if matrix is None:
        equal = np.bincount(patterns.pattern, patterns.count**2, len(patterns))
        return (patterns.size**2 - equal) / np.maximum(patterns.size - 1, 1)
    pattern, low, high, weight = _coincidences(patterns)
    sums = np.bincount(pattern, weight * matrix[low, high], len(patterns))
    return sums.astype(np.float64, copy=False)


def _coincidences(patterns: Patterns) -> tuple[Integers, Integers, Integers, Floats]:
    """Pairs of different values within a pattern: pattern, lower value, higher value, weight.

    The weight counts both orders: 2 n_c n_k / (m - 1).
    """
    pattern, low, high, count = unequal_pairs(patterns)
    return pattern, low, high, count / (patterns.size[pattern] - 1)


def unequal_pairs(patterns: Patterns) -> tuple[Integers, Integers, Integers, Integers]:
    """Pairs of different values within a pattern: pattern, lower, higher, 2 n_c n_k."""
    columns: list[tuple[Integers, Integers, Integers, Integers]] = []
    first = np.arange(len(patterns.pattern))
    gap = 1
    while len(first):
        first = first[first + gap < len(patterns.pattern)]
        first = first[patterns.pattern[first] == patterns.pattern[first + gap]]
        second = first + gap
        count = 2 * patterns.count[first] * patterns.count[second]
        columns.append(
            (patterns.pattern[first], patterns.value[first], patterns.value[second], count)
        )
        gap += 1
    if not columns:
        nothing = np.zeros(0, np.int64)
        return nothing, nothing, nothing, nothing
    pattern, low, high, count = (np.concatenate(column) for column in zip(*columns, strict=True))
    return pattern, low, high, count
