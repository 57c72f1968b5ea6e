"""How far two answers lie apart: one symmetric matrix a metric, 0 on the diagonal, at most 1.

Sources: Krippendorff (2011, 2019 ch. 12) for nominal to ratio; Passonneau (2006) for MASI; Gwet
(2014) for `ordinal_gwet`. Knows no ratings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from annotator.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.ratings import Floats

DISTANCES = (
    "nominal",
    "ordinal_krippendorff",
    "ordinal_gwet",
    "interval",
    "linear",
    "ratio",
    "masi",
    "jaccard",
    "scale",
    "table",
)
SET_DISTANCES = ("nominal", "masi", "jaccard", "table")
# A matrix of this many values a side takes 32 MB, and computing needs a few of them.
MOST_VALUES = 2_000


@dataclass(frozen=True, eq=False)
class Distance:
    """A metric over the values of a table.

    `matrix` is (values, values), scaled to at most 1. It is None where none is needed: nominal
    (1 if different), and `ordinal_krippendorff`, which depends on the frequencies and takes the
    values in their order.
    """

    name: str
    matrix: Floats | None = None


NOMINAL = Distance("nominal")
ORDINAL = Distance("ordinal_krippendorff")


def between_numbers(name: str, numbers: Floats) -> Distance:
    """`interval`, `linear` or `ratio` between the numbers of the values.

    Raises:
        Unavailable: a ratio of negative numbers.
    """
    _limit(name, len(numbers))
    if name == "ratio":
        if len(numbers) and numbers.min() < 0:
            raise Unavailable(
                "The ratio distance needs numbers from 0 up, and {number:g} is negative",
                remedy="choose the interval distance",
                number=float(numbers.min()),
            )
        return Distance(name, scaled(_ratio(_at_most_one(numbers))))
    gap = np.abs(np.subtract.outer(*[_unit_range(numbers)] * 2))
    return Distance(name, scaled(gap if name == "linear" else gap**2))


def _at_most_one(numbers: Floats) -> Floats:
    """Divide by the largest magnitude, so that squares cannot overflow."""
    most = np.abs(numbers).max(initial=0.0)
    return numbers / most if most > 0 else numbers


def _unit_range(numbers: Floats) -> Floats:
    """Shift and stretch to 0–1; halving first keeps the widest range finite."""
    half = numbers / 2
    half = half - half.min(initial=np.inf)
    return _at_most_one(half)


def _ratio(numbers: Floats) -> Floats:
    total = np.add.outer(numbers, numbers)
    gap = np.subtract.outer(numbers, numbers)
    return np.divide(gap, total, out=np.zeros_like(gap), where=total > 0) ** 2


def ordinal_gwet(n_values: int) -> Distance:
    """Gwet's ordinal weights as a distance: k(k-1) / (q(q-1)) with k = |i - j| + 1."""
    _limit("ordinal_gwet", n_values)
    place = np.arange(n_values, dtype=np.float64)
    steps = np.abs(np.subtract.outer(place, place)) + 1
    return Distance("ordinal_gwet", scaled(steps * (steps - 1)))


def between_sets(name: str, members: Floats) -> Distance:
    """`masi` or `jaccard` between sets; two empty sets are equal, an empty and another far apart.

    Args:
        name: which of the two.
        members: (sets, codes), 1 where the set holds the code, else 0.
    """
    _limit(name, len(members))
    shared = members @ members.T
    size = members.sum(axis=1)
    union = np.add.outer(size, size) - shared
    overlap = np.divide(shared, union, out=np.ones_like(shared), where=union > 0)
    if name == "masi":
        smaller = np.minimum.outer(size, size)
        contained = (shared == smaller) & (shared > 0)
        overlap = overlap * np.where(shared == union, 1.0, np.where(contained, 2 / 3, 1 / 3))
    return Distance(name, 1 - overlap)


def scale_table(numbers: Floats, *, none: bool, by_value: bool) -> Distance:
    """Squared distance along the scale among codes, 1 between any code and `none`.

    Args:
        numbers: the `value` of each code, in the order of the values of the ratings.
        none: whether one more value follows for `none`.
        by_value: take the numbers themselves (`measure = interval`), else their ranks.
    """
    steps = numbers if by_value else np.unique(numbers, return_inverse=True)[1].astype(np.float64)
    among = between_numbers("interval", steps).matrix
    assert among is not None
    if not none:
        return Distance("scale", among)
    matrix = np.ones((len(numbers) + 1,) * 2)
    matrix[:-1, :-1] = among
    matrix[-1, -1] = 0
    return Distance("scale", matrix)


def from_table(matrix: Sequence[Sequence[float]] | Floats) -> Distance:
    """Any distance, given as a table.

    Raises:
        Unavailable: the table is not square and symmetric, holds a number below 0 or none at all,
            or has something else than 0 on its diagonal.
    """
    table = np.array(matrix, np.float64)
    if table.ndim != 2 or table.shape[0] != table.shape[1]:
        raise Unavailable("The distance table is not square", remedy="give every value a row")
    if not np.isfinite(table).all() or (table < 0).any():
        raise Unavailable(
            "The distance table holds something that is no number from 0 up",
            remedy="write every distance as a number, 0 for equal values",
        )
    if (table != table.T).any() or table.diagonal().any():
        raise Unavailable(
            "The distance table is not symmetric with zeros on its diagonal",
            remedy="give each pair of values one distance, and a value 0 to itself",
        )
    return Distance("table", scaled(table))


def scaled(matrix: Floats) -> Floats:
    """Divide by the largest distance; a matrix of zeros stays."""
    most = matrix.max(initial=0.0)
    return matrix / most if most > 0 else matrix


def _limit(name: str, n_values: int) -> None:
    if n_values > MOST_VALUES:
        raise Unavailable(
            "There are {n} different values, and the {distance} distance takes at most {most}",
            remedy="check that the column holds codes, or choose the nominal distance",
            n=n_values,
            distance=name,
            most=MOST_VALUES,
        )
