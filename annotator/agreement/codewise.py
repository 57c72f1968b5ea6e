"""The figures of each code: a yes/no question of its own over all units answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from annotator.agreement.chance import FleissOfCode
from annotator.agreement.coefficients import CodeAlpha

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.coefficients import Statistic
    from annotator.agreement.patterns import Patterns
    from annotator.agreement.questions import Question
    from annotator.agreement.ratings import Floats
    from annotator.agreement.sample import Sample


def columns_of(question: Question) -> list[Floats]:
    """For each code, which values hold it; none where there are too many, or only one."""
    holds = question.holds
    if holds is None or len(question.codes) < 2:
        return []
    return [np.ascontiguousarray(column) for column in holds.T]


def code_statistics(
    columns: Sequence[Floats], sample: Sample, coefficient: str
) -> tuple[str, list[Statistic]]:
    """Alpha of each code; Fleiss' kappa where that is asked and all units are equally rated."""
    patterns = sample.patterns
    is_even = len(sample.rated) and (sample.rated.size == sample.rated.size[0]).all()
    if coefficient == "fleiss" and is_even:
        return "fleiss", [FleissOfCode(patterns, column) for column in columns]
    return "alpha", [CodeAlpha(patterns, column) for column in columns]


def share_of(column: Floats, sample: Sample, annotators: Sequence[str]) -> dict[str, Any]:
    """How often a code was given: its prevalence, and by annotator."""
    by_annotator, n_ratings = sample.counts @ column, sample.rated.n_ratings
    return {
        "prevalence": (float(by_annotator.sum() / n_ratings),) if n_ratings else (),
        "n_positive": {annotators[place]: int(by_annotator[place]) for place in sample.annotators},
    }


def beside_code(sample: Sample, column: Floats) -> dict[str, Any]:
    """AC1, positive and negative agreement, and the share of equal pairs."""
    patterns = sample.patterns
    yes = patterns.sums(column)
    unequal = 2 * yes * (patterns.size - yes) / (patterns.size * (patterns.size - 1))
    disagreement = float((patterns.frequency * unequal).sum() / patterns.n_units)
    return {
        "positive": _specific(yes, patterns),
        "negative": _specific(patterns.size - yes, patterns),
        "percent": 1 - disagreement,
        "ac1": 1 - disagreement / _by_chance(sample.rated, column),
    }


def _specific(held: Floats, patterns: Patterns) -> float | None:
    """See `SpecificAgreement`: of `held` ratings in each pattern; sums of whole numbers."""
    pairs = float((patterns.frequency * held * (held - 1)).sum())
    all_pairs = float((patterns.frequency * held * (patterns.size - 1)).sum())
    return pairs / all_pairs if all_pairs else None


def _by_chance(rated: Patterns, column: Floats) -> float:
    """The disagreement that Gwet's chance makes of a yes/no question: at least one half."""
    share = float((rated.frequency * rated.sums(column) / rated.size).sum() / rated.n_units)
    return 1 - 2 * share * (1 - share)
