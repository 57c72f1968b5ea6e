"""How many units two annotators must code: two formulas, and a pilot redrawn by article.

The formulas take units as independent, which paragraphs of one article are not; the redrawn pilot
knows its articles. May import `annotator.errors`.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from annotator.agreement.pilots import Redrawn
from annotator.agreement.plans import Plan, Wanted, size_of

if TYPE_CHECKING:
    from annotator.agreement.ratings import LayerAnswers

# One-sided 5 %.
Z = 1.6449
# The standard error that Lacy and Riffe plan for: 5 points at one-sided 5 %.
STANDARD_ERROR = 0.03


def krippendorff_n(lowest: float, prevalence: float) -> int:
    """Units for two annotators, so that an alpha at least `lowest` is one at one-sided 5 %.

    Source:
        Krippendorff, Content Analysis, after Bloch and Kraemer (1989); independent units.
    """
    chance = prevalence * (1 - prevalence)
    fraction = (1 + lowest) * (3 - lowest) / (4 * (1 - lowest) * chance)
    return ceil(2 * Z**2 * (fraction - lowest))


def lacy_riffe_n(corpus: int, expected: float) -> int:
    """Units of a corpus, so that percent agreement is `expected` give or take 5 points.

    Source:
        Lacy and Riffe (1996), Sampling error and selecting intercoder reliability samples.
    """
    spread = expected * (1 - expected)
    error = (corpus - 1) * STANDARD_ERROR**2
    return min(corpus, ceil((error + spread * corpus) / (error + spread)))


def plan(wanted: Wanted, answers: LayerAnswers | None = None, *, source: str = "") -> Plan:
    """How much to code; what the pilot `answers` knows fills in what was not said.

    Raises:
        Unavailable: something that cannot be wanted, a code that the pilot does not have, or a
            pilot in which no unit has two answers.
    """
    wanted.check()
    pilot = None
    if answers is not None:
        drawn = Redrawn(answers, wanted)
        wanted = drawn.completed(wanted)
        pilot = drawn.pilot(wanted, source)
    n = None
    if wanted.prevalence is not None:
        n = size_of(krippendorff_n(wanted.lowest, wanted.prevalence), wanted)
    sampled = None if wanted.corpus is None else lacy_riffe_n(wanted.corpus, wanted.expected)
    return Plan(
        wanted=wanted,
        krippendorff=n,
        lacy_riffe=None if sampled is None else size_of(sampled, wanted),
        pilot=pilot,
    )
