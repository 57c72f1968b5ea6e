"""Standard errors and intervals by formula, for the coefficients that have a published one.

Linearised variance over units (Gwet 2014, ch. 5), with Student's t for the interval. Knows
patterns and coefficients of chance.
"""

from __future__ import annotations

import math
from functools import lru_cache
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.patterns import column_sums
from annotator.agreement.results import Interval

if TYPE_CHECKING:
    from annotator.agreement.chance import ChanceCorrected
    from annotator.agreement.patterns import Patterns
    from annotator.agreement.ratings import Floats

LEVEL = 0.95
# From here on the series around the normal quantile is exact to 1e-12.
MANY = 300
# Halving two million so often leaves nothing but rounding.
HALVINGS = 75


def standard_error(patterns: Patterns, statistic: ChanceCorrected | None) -> float | None:
    """Of Fleiss' kappa, AC1, AC2 or S, or of percent agreement (None).

    Takes patterns of all units with a rating, as the statistic does. None where it is undefined:
    a single unit, or no variation.
    """
    n, frequency = patterns.n_units, patterns.frequency
    paired = patterns.size >= 2
    n_paired = int(frequency[paired].sum())
    if n < 2 or not n_paired:
        return None
    terms, by_chance, gradient = _percent_terms(patterns) if statistic is None else _terms(
        patterns, statistic)  # fmt: skip
    if by_chance <= 0:
        return None
    # In disagreement: 1 - value = D_o / D_e, and each unit moves both.
    ratio = float((frequency * terms).sum()) / n_paired / by_chance
    unit = n / n_paired * (paired * by_chance - terms) / by_chance
    unit = unit - 2 * ratio * (by_chance - gradient) / by_chance
    spread = float((frequency * (unit - (1 - ratio)) ** 2).sum())
    return math.sqrt(spread / (n * (n - 1)))


def interval_by_formula(value: float, se: float, n_units: int) -> Interval:
    """The value with a t(n - 1) margin on both sides; no agreement is above 1."""
    margin = t_quantile(0.5 + LEVEL / 2, n_units - 1) * se
    return Interval(
        low=value - margin,
        high=min(value + margin, 1.0),
        level=LEVEL,
        method="analytic",
        cluster="unit",
        draws=0,
        undefined=0,
        seed=0,
    )


def _percent_terms(patterns: Patterns) -> tuple[Floats, float, Floats]:
    from annotator.agreement.chance import unit_terms

    return unit_terms(patterns, None)[:, 0], 1.0, np.ones(len(patterns))


def _terms(patterns: Patterns, statistic: ChanceCorrected) -> tuple[Floats, float, Floats]:
    """By pattern: disagreement; D_e; and what the unit adds to D_e (D_e for S)."""
    weights = statistic.weights
    shares = statistic.shares.of(column_sums(statistic.shares.tally, patterns))
    by_chance = float(statistic.by_chance(shares)[0])
    share = shares[0]
    if statistic.family == "brennan_prediger":
        gradient = np.full(len(patterns), by_chance)
    elif statistic.family == "gwet":
        q = weights.n_categories
        factor = weights.total / (q * (q - 1)) if q > 1 else 0.0
        gradient = 1 - factor * patterns.sums(1 - share) / patterns.size
    else:
        away = 1 - share if weights.matrix is None else weights.matrix @ share
        gradient = patterns.sums(away) / patterns.size
    return statistic.terms[:, 0], by_chance, gradient


@lru_cache(maxsize=64)
def t_quantile(probability: float, degrees: int) -> float:
    """Where Student's t lies below with this probability; `degrees` of freedom from 1 up."""
    z = NormalDist().inv_cdf(probability)
    if degrees >= MANY:
        return _expanded(z, degrees)
    low, high = -1e6, 1e6
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        below = _t_below(middle, degrees) < probability
        low, high = (middle, high) if below else (low, middle)
    return (low + high) / 2


def _expanded(z: float, degrees: int) -> float:
    """Cornish and Fisher's series (Abramowitz and Stegun 26.7.5)."""
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / float(degrees) ** (power + 1) for power, term in enumerate(terms))


def _t_below(t: float, degrees: int) -> float:
    """The share of Student's t below, by its finite series (Abramowitz and Stegun 26.7.3-4)."""
    angle = math.atan2(t, math.sqrt(degrees))
    sine, cosine = math.sin(angle), math.cos(angle)
    term = cosine if degrees % 2 else 1.0
    total = term if degrees > 1 else 0.0
    for step in range(3 if degrees % 2 else 2, degrees - 1, 2):
        term *= cosine**2 * (step - 1) / step
        total += term
    if degrees % 2:
        return 0.5 + (angle + sine * total) / math.pi
    return 0.5 + sine * total / 2
