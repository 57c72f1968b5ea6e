"""The figures of one question: values, intervals, counts, tables by code and by pair.

Turns a question into results without words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from annotator.agreement.analytic import interval_by_formula, standard_error
from annotator.agreement.asking import Made, asked_of, identity, made_of
from annotator.agreement.chance import ChanceCorrected, Weights
from annotator.agreement.codewise import beside_code, code_statistics, columns_of, share_of
from annotator.agreement.coefficients import (
    ALPHAS,
    Percent,
    Statistic,
    alpha_of,
    coincidence_matrix,
)
from annotator.agreement.intervals import bootstrap, estimate, estimates
from annotator.agreement.kappas import Light
from annotator.agreement.pairs import per_pair
from annotator.agreement.results import Agreement, Coincidences
from annotator.agreement.sample import Sample, sample_of
from annotator.agreement.sharing import figures_of, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.asking import Asked
    from annotator.agreement.distances import Distance
    from annotator.agreement.options import Options
    from annotator.agreement.questions import Measure, Question
    from annotator.agreement.ratings import Floats

# Matrices of values are listed up to this size.
MOST_LISTED = 64
# Whole numbers up to here are the same in every reader of JSON.
MOST_COUNTED = 2.0**53


def agreements(
    question: Question, options: Options, *, layer: str, annotators: Sequence[str]
) -> list[Agreement]:
    """The results of one question, the headline first; tables stand with the headline."""
    return _Evaluation(question, options, layer, annotators).results()


class _Evaluation:
    """One question on its way to its results."""

    def __init__(self, question: Question, options: Options, layer: str, annotators: Sequence[str]):
        self.question = question
        self.options = options
        self.annotators = annotators
        self.plain = sample_of(question.ratings, options)
        self.samples: dict[int, Sample] = {}
        self.ac1: dict[int, float | None] = {}
        self.percent_of: dict[int, float | None] = {}
        self.names = {"layer": layer, "target": question.target, "step": question.step}
        self.percents = Percent(self.plain.patterns)
        self.columns = columns_of(question)
        self.of_codes, self.codes = code_statistics(self.columns, self.plain, options.coefficient)
        self.others = asked_of(question, options, n_annotators=len(self.plain.overlapping))
        self.alphas = []
        if options.coefficient in ("alpha", "all"):
            self.alphas = [self._alpha_of(measure) for measure in question.measures]
        self.made = [made_of(one, self.sample_for(one.measure)) for one in self.others]
        self.figures = self._shared_figures()

    def results(self) -> list[Agreement]:
        """Alpha with each distance, percent, and what else was asked for."""
        results: list[Agreement] = []
        if self.alphas:
            results += map(self.alpha, self.question.measures, self.alphas)
        if self.options.coefficient in ("alpha", "percent", "all"):
            results.append(self.percent())
        results += map(self.other, self.others, self.made)
        measure = self.question.measures[0]
        results[0] = msgspec.structs.replace(
            results[0],
            per_code=tuple(self.per_code()),
            per_pair=per_pair(self.plain, measure, self.annotators),
            coincidences=self.coincidences(),
        )
        alone = self.not_overlapping()
        return [msgspec.structs.replace(one, not_overlapping=alone) for one in results]

    def sample_for(self, measure: Measure | None) -> Sample:
        """The ratings that a measure compares: renamed first where it asks for that."""
        if measure is None or measure.merge is None:
            return self.plain
        key = id(measure.merge)
        if key not in self.samples:
            self.samples[key] = self.plain.renamed(measure.merge, measure.n_values, self.options)
        return self.samples[key]

    def _alpha_of(self, measure: Measure) -> tuple[Sample, Statistic]:
        sample = self.sample_for(measure)
        return sample, alpha_of(sample.patterns, measure.distance)

    def _shared_figures(self) -> dict[int, dict[str, Any]]:
        """The figures of all statistics, together where they are on the same patterns.

        One resample then serves them all.
        """
        made = [
            *(self.on_pairs(self.plain, one) for one in (self.percents, *self.codes)),
            *(self.on_pairs(*alpha) for alpha in self.alphas),
            *self.made,
        ]
        together: dict[int, list[Made]] = {}
        for one in made:
            if one.reason is None:
                together.setdefault(id(one.patterns), []).append(one)
        figures: dict[int, dict[str, Any]] = {}
        for group in together.values():
            figures |= self._drawn_together(group)
        return figures

    def on_pairs(self, sample: Sample, statistic: Statistic) -> Made:
        """A statistic of the units with at least two ratings."""
        return Made(statistic, sample.patterns, lambda: sample.blocks, sample.reason)

    def _drawn_together(self, group: list[Made]) -> dict[int, dict[str, Any]]:
        statistics = [one.statistic for one in group if one.statistic is not None]
        patterns, options = group[0].patterns, self.options
        drawn: Sequence[Floats | None] = [None] * len(statistics)
        blocks = group[0].blocks()
        if options.ci:
            redrawn = [one for one in statistics if not self._has_formula(one)]
            values = iter(bootstrap(redrawn, blocks, draws=options.ci, seed=options.seed)
                          if redrawn else ())  # fmt: skip
            drawn = [None if self._has_formula(one) else next(values) for one in statistics]
        found = estimates(statistics, patterns.frequency[None, :].astype(np.float64))
        return {
            id(one): figures_of(value, draws, blocks.cluster, options.seed,
                                is_alpha=isinstance(one, ALPHAS))
            for one, value, draws in zip(statistics, found, drawn, strict=True)
        }  # fmt: skip

    def _has_formula(self, statistic: Statistic) -> bool:
        """Whether its interval comes from a formula here."""
        known = isinstance(statistic, (ChanceCorrected, Percent))
        return known and self.options.interval == "analytic"

    def alpha(self, measure: Measure, made: tuple[Sample, Statistic]) -> Agreement:
        """Krippendorff's alpha."""
        sample, statistic = made
        names: dict[str, Any] = {
            "step": measure.step or self.question.step,
            "coefficient": "alpha",
            "distance": measure.distance.name,
            "distance_table": _distance_table(measure.distance, self.question.values),
        }
        if not sample.reason:
            names["ac1"] = self.ac1_on(sample)
        return self.result(sample, names, self.on_pairs(sample, statistic))

    def ac1_on(self, sample: Sample) -> float | None:
        """Gwet's AC1 of the answers that an alpha compares."""
        if id(sample) not in self.ac1:
            weights = identity(self.question)
            if sample is not self.plain:
                weights = Weights("identity", sample.ratings.n_values)
            statistic = ChanceCorrected(sample.rated, "gwet", weights)
            self.ac1[id(sample)] = number(estimate(statistic, sample.rated).value)
        return self.ac1[id(sample)]

    def percent_on(self, sample: Sample) -> float | None:
        """Observed agreement, which stands beside every other figure."""
        if id(sample) not in self.percent_of:
            percent = Percent(sample.patterns)
            self.percent_of[id(sample)] = number(estimate(percent, sample.patterns).value)
        return self.percent_of[id(sample)]

    def percent(self) -> Agreement:
        """Observed agreement."""
        return self.result(
            self.plain, {"coefficient": "percent"}, self.on_pairs(self.plain, self.percents)
        )

    def other(self, asked: Asked, made: Made) -> Agreement:
        """Any other coefficient."""
        sample = self.sample_for(asked.measure)
        names: dict[str, Any] = {
            "coefficient": asked.name.replace("-", "_"),
            "distance": asked.distance,
            "weights": asked.weights.name,
        }
        if asked.measure and asked.measure.step:
            names["step"] = asked.measure.step
        if asked.weights.n_categories <= MOST_COUNTED:
            names["n_categories"] = int(asked.weights.n_categories)
        return self.result(sample, names, made)

    def result(self, sample: Sample, names: dict[str, Any], made: Made) -> Agreement:
        """One result with its counts; value, interval and reason as far as they are defined."""
        fields = {**self.counts(sample), **names}
        if made.reason or made.statistic is None:
            return Agreement(**fields, reason=made.reason)
        fields["percent"] = self.percent_on(sample)
        fields |= self.figures[id(made.statistic)]
        if isinstance(made.statistic, Light):
            fields["n_pairs_undefined"] = made.statistic.n_undefined(made.patterns)
        if fields["value"] is not None and isinstance(made.statistic, (ChanceCorrected, Percent)):
            fields |= self.by_formula(sample, made.statistic, fields)
        return Agreement(**fields)

    def by_formula(
        self, sample: Sample, statistic: ChanceCorrected | Percent, fields: dict[str, Any]
    ) -> dict[str, Any]:
        """The standard error where nothing is redrawn; the interval where it is asked for."""
        if self.options.ci and not self._has_formula(statistic):
            return {}
        chance = statistic if isinstance(statistic, ChanceCorrected) else None
        error = standard_error(sample.rated, chance)
        if not self.options.ci:
            return {"se": error}
        if error is None:
            return {"reason": "interval_undefined"}
        interval = interval_by_formula(fields["value"], error, sample.rated.n_units)
        return {"se": error, "interval": interval}

    def counts(self, sample: Sample) -> dict[str, Any]:
        """What a result is about, and how much it rests on."""
        patterns = sample.patterns
        counts = self.question.counts.sum(axis=0)
        return {
            **self.names,
            "n_units": sample.rated.n_units,
            "n_units_used": patterns.n_units,
            "n_single": patterns.n_single,
            "n_documents": sample.n_documents,
            "n_annotators": len(sample.overlapping),
            "n_ratings": sample.rated.n_ratings,
            "n_pairs": patterns.n_pairs,
            "n_cannot_tell": int(counts[0]),
            "n_skipped": int(counts[1]),
            "n_conflicting": int(counts[2]),
            "n_none": int(counts[3]),
            "n_none_by_rest": int(counts[4]),
            **self.prevalence(sample),
        }

    def prevalence(self, sample: Sample) -> dict[str, Any]:
        """The share of ratings with each code, over all ratings, single-coded units too."""
        question = self.question
        if question.holds is None or sample.ratings.n_values != len(question.values):
            return {}
        n_by_value, n = sample.of_value, max(sample.rated.n_ratings, 1)
        empty = float(n_by_value[question.holds.sum(axis=1) == 0].sum() / n)
        return {
            "codes": question.codes,
            "prevalence": tuple(float(share) for share in n_by_value @ question.holds / n),
            "empty": empty if question.is_set else None,
        }

    def per_code(self) -> list[Agreement]:
        """Each code as a yes/no question of its own over all units answered."""
        sample = self.plain
        counts = {**self.counts(sample), "coefficient": self.of_codes, "distance": "nominal",
                  "codes": (), "empty": None}  # fmt: skip
        made = []
        for code, column, statistic in zip(
            self.question.codes if self.columns else (), self.columns, self.codes, strict=True
        ):
            fields = {**counts, "code": code, **share_of(column, sample, self.annotators)}
            if sample.reason:
                made.append(Agreement(**fields, reason=sample.reason))
            else:
                fields |= beside_code(sample, column)
                made.append(Agreement(**fields, **self.figures[id(statistic)]))
        return made

    def coincidences(self) -> Coincidences | None:
        """Pairs of values within units, where the matrix is small enough to be read."""
        patterns, values = self.plain.patterns, self.question.values
        if not len(patterns) or len(values) > MOST_LISTED:
            return None
        return _matrix(coincidence_matrix(patterns), values)

    def not_overlapping(self) -> tuple[str, ...]:
        """Annotators who share no unit with another."""
        alone = np.setdiff1d(self.plain.annotators, self.plain.overlapping)
        return tuple(self.annotators[place] for place in alone)


def _distance_table(distance: Distance, values: tuple[str, ...]) -> Coincidences | None:
    """The distances of a scale table, which a reader must see."""
    if distance.name not in ("scale", "table") or distance.matrix is None:
        return None
    return _matrix(distance.matrix, values) if len(values) <= MOST_LISTED else None


def _matrix(matrix: Floats, values: tuple[str, ...]) -> Coincidences:
    return Coincidences(values, tuple(tuple(float(cell) for cell in row) for row in matrix))
