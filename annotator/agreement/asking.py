"""Which coefficients a report gives for a question, and with which weights.

Turns options and questions into statistics that have been given their patterns. Computes nothing.
May import `annotator.errors`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.chance import ChanceCorrected, Conger, Family, Weights
from annotator.agreement.distances import ordinal_gwet
from annotator.agreement.kappas import CohenKappa, Light, ScottPi, WeightedKappa
from annotator.agreement.options import WEIGHTED
from annotator.agreement.questions import Measure
from annotator.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.agreement.coefficients import Statistic
    from annotator.agreement.intervals import Blocks
    from annotator.agreement.options import Options
    from annotator.agreement.patterns import Patterns
    from annotator.agreement.questions import Question
    from annotator.agreement.results import Reason
    from annotator.agreement.sample import Sample

# All that a report can set beside alpha and percent, in the order in which they stand there.
OTHERS = ("kappa", "weighted-kappa", "pi", "fleiss", "conger", "light", "ac1", "ac2", "bp")
# Weights that have a name of their own as such.
NAMES = {"nominal": "identity", "interval": "quadratic"}
# With identity weights these are the same as another: kappa and AC1.
ONLY_WEIGHTED = ("weighted-kappa", "ac2")
FAMILIES: dict[str, Family] = {
    "fleiss": "fleiss",
    "ac1": "gwet",
    "ac2": "gwet",
    "bp": "brennan_prediger",
}


@dataclass(frozen=True, eq=False)
class Asked:
    """A coefficient with its weights; `measure` says whose values they weigh, None: as given."""

    name: str
    weights: Weights
    measure: Measure | None = None

    @property
    def distance(self) -> str:
        """The distance that the weights come from."""
        return self.measure.distance.name if self.measure else "nominal"


@dataclass(frozen=True, eq=False)
class Made:
    """A statistic and the patterns it takes; or the reason why there is none."""

    statistic: Statistic | None
    patterns: Patterns
    blocks: Callable[[], Blocks]
    reason: Reason | None = None


def asked_of(question: Question, options: Options, *, n_annotators: int) -> list[Asked]:
    """The coefficients beside alpha and percent; Cohen's kappa where two annotators coded.

    Raises:
        Unavailable: one coefficient was asked for with a distance that makes no weights here.
    """
    wanted = options.coefficient
    if wanted in WEIGHTED:
        _check_weights(wanted, question, options)
    if wanted in OTHERS:
        return [_asked(wanted, question, options)]
    if wanted != "all":
        return [_asked("kappa", question, options)] if n_annotators == 2 else []
    every = [_asked(name, question, options) for name in OTHERS]
    return [one for one in every if one.measure or one.name not in ONLY_WEIGHTED]


def made_of(asked: Asked, sample: Sample) -> Made:
    """The statistic on a sample whose values the weights weigh."""
    if sample.reason:
        return Made(None, sample.patterns, lambda: sample.blocks, sample.reason)
    matrix = asked.weights.matrix
    if asked.name in ("kappa", "weighted-kappa", "pi"):
        if sample.two is None:
            return Made(None, sample.patterns, lambda: sample.blocks, "needs_two_annotators")
        pairs, blocks = sample.two
        return Made(_of_two(asked.name, pairs, asked.weights), pairs, lambda: blocks)
    if asked.name in FAMILIES:
        statistic = ChanceCorrected(sample.rated, FAMILIES[asked.name], asked.weights)
        return Made(statistic, sample.rated, partial(sample.blocks_of, sample.rated))
    positions, n_values = sample.positions, sample.ratings.n_values
    blocks_of = partial(sample.blocks_of, positions)
    if asked.name == "conger":
        return Made(Conger(positions, n_values, asked.weights), positions, blocks_of)
    return Made(Light(positions, n_values, matrix), positions, blocks_of)


def identity(question: Question) -> Weights:
    """No credit for answers that are near."""
    return Weights("identity", question.n_categories)


def _of_two(name: str, pairs: Patterns, weights: Weights) -> Statistic:
    if name == "pi":
        return ScottPi(pairs)
    if weights.matrix is None:
        return CohenKappa(pairs)
    return WeightedKappa(pairs, weights.matrix)


def _check_weights(name: str, question: Question, options: Options) -> None:
    """Raise Unavailable where distances of sets are to weigh single codes, whatever the answers."""
    for one in question.measures:
        if one.distance.name == options.metric in ("masi", "jaccard") and not question.is_set:
            raise Unavailable(
                "The distance {distance} compares sets of codes, and makes no weights for {name} "
                "where an answer is one code",
                remedy="choose a layer of sets (--layer), or scale, ordinal_gwet, interval, linear",
                distance=one.distance.name,
                name=name,
            )


def _asked(name: str, question: Question, options: Options) -> Asked:
    """With weights of the wanted distance; a step that it does not suit takes its own."""
    plain = Asked(name, identity(question))
    if name not in WEIGHTED or (options.metric is None and name not in ONLY_WEIGHTED):
        return plain
    wanted = options.metric or question.measures[0].distance.name
    suiting = [one for one in question.measures if one.distance.name == wanted]
    measure = _fixed((suiting or question.measures)[0])
    matrix = measure.distance.matrix
    # Who asks for identity weights shall have them in every step.
    if wanted == "nominal" or matrix is None:
        return plain
    kind = NAMES.get(measure.distance.name, measure.distance.name)
    return Asked(name, Weights(kind, len(matrix), matrix), measure)


def _fixed(measure: Measure) -> Measure:
    """Weights that answers cannot change: Gwet's ordinal ones in the place of Krippendorff's."""
    if measure.distance.name != "ordinal_krippendorff":
        return measure
    assert measure.merge is not None
    n_values = int(np.max(measure.merge, initial=-1)) + 1
    return Measure(ordinal_gwet(n_values), measure.merge, measure.step)
