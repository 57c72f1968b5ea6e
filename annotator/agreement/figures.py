"""The figures of one question: values, intervals, counts, tables by code and by pair.

Turns a question into results without words. May import `annotator.errors`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from annotator.agreement.coefficients import (
    CodeAlpha,
    Estimates,
    Percent,
    SpecificAgreement,
    Statistic,
    alpha_of,
    coincidence_matrix,
)
from annotator.agreement.intervals import (
    Blocks,
    Cluster,
    bootstrap,
    document_blocks,
    estimate,
    interval_of,
    unit_blocks,
)
from annotator.agreement.kappas import CohenKappa
from annotator.agreement.pairs import pair_ratings, per_pair
from annotator.agreement.patterns import Patterns, count_patterns, distinct, pair_patterns
from annotator.agreement.results import Agreement, Coincidences, Reason
from annotator.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.distances import Distance
    from annotator.agreement.options import Options
    from annotator.agreement.questions import Measure, Question
    from annotator.agreement.ratings import Floats, Indices, Integers, Ratings

# Fewer documents than this are not redrawn: the interval is then by unit, and says so.
FEWEST_DOCUMENTS = 5
# Matrices of values are listed up to this size.
MOST_LISTED = 64


@dataclass(frozen=True, eq=False)
class Sample:
    """The ratings of a question as they are counted and redrawn."""

    ratings: Ratings
    patterns: Patterns
    blocks: Blocks
    n_documents: int

    @cached_property
    def annotators(self) -> Integers:
        """Who rated anything."""
        return np.flatnonzero(np.bincount(self.ratings.annotator_ix))

    @cached_property
    def overlapping(self) -> Integers:
        """Annotators who share a unit with another."""
        paired = self.patterns.of_unit[self.ratings.unit_ix] >= 0
        return np.flatnonzero(np.bincount(self.ratings.annotator_ix[paired]))

    @property
    def reason(self) -> Reason | None:
        """Why nothing can be computed, if nothing can."""
        n_annotators = len(self.annotators)
        if n_annotators == 0:
            return "no_units"
        if n_annotators == 1:
            return "one_annotator"
        return None if len(self.patterns) else "no_pairable_units"


def sample_of(ratings: Ratings, options: Options) -> Sample:
    """Count the patterns of a table and choose what is redrawn."""
    return _sampled(ratings, count_patterns(ratings), ratings.document_ix, options)


def _sampled(
    ratings: Ratings, patterns: Patterns, document_ix: Indices, options: Options
) -> Sample:
    paired = document_ix[patterns.of_unit >= 0]
    n_documents = len(distinct(paired[paired >= 0]))
    blocks = unit_blocks(patterns)
    if _cluster(document_ix, n_documents, options) == "document":
        present, number = np.unique(document_ix, return_inverse=True)
        blocks = document_blocks(patterns, number.astype(np.int32), len(present))
    return Sample(ratings, patterns, blocks, n_documents)


def _cluster(document_ix: Indices, n_documents: int, options: Options) -> Cluster:
    """Paragraphs of an article resemble each other, so articles are redrawn where there are some.

    A layer on whole documents has one unit a document: redrawing either is the same.
    """
    if options.cluster == "unit":
        return "unit"
    if options.cluster == "document":
        if len(document_ix) and document_ix.max() < 0:
            raise Unavailable(
                "The documents are not known, so they cannot be redrawn",
                remedy="name the column that holds them (--document-column)",
            )
        return "document" if n_documents else "unit"
    return "document" if n_documents >= FEWEST_DOCUMENTS else "unit"


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
        self.alphas = [self._alpha_of(measure) for measure in question.measures]
        self.percents = Percent(self.plain.patterns)
        self.columns = self._columns()
        self.codes = [CodeAlpha(self.plain.patterns, column) for column in self.columns]
        self.figures = self._shared_figures()
        self.names = {"layer": layer, "target": question.target, "step": question.step}

    def results(self) -> list[Agreement]:
        """Alpha with each distance, percent, and kappa where two annotators coded."""
        wanted = self.options.coefficient
        results: list[Agreement] = []
        if wanted in ("alpha", "all"):
            results += map(self.alpha, self.question.measures, self.alphas)
        if wanted in ("alpha", "percent", "all"):
            results.append(self.percent())
        if wanted in ("kappa", "all") or len(self.plain.overlapping) == 2:
            results.append(self.kappa())
        measure = self.question.measures[0]
        results[0] = msgspec.structs.replace(
            results[0],
            per_code=tuple(self.per_code()),
            per_pair=per_pair(self.question.ratings, measure, self.annotators),
            coincidences=self.coincidences(),
        )
        alone = self.not_overlapping()
        return [msgspec.structs.replace(one, not_overlapping=alone) for one in results]

    def _alpha_of(self, measure: Measure) -> tuple[Sample, Statistic]:
        """Alpha and what it is computed on: ratings that the measure may have renamed first."""
        sample = self.plain
        if measure.merge is not None:
            sample = sample_of(measure.renamed(self.question.ratings), self.options)
        return sample, alpha_of(sample.patterns, measure.distance)

    def _columns(self) -> list[Floats]:
        """For each code, which values hold it."""
        holds = self.question.holds
        if holds is None or len(self.question.codes) < 2:
            return []
        return [np.ascontiguousarray(column) for column in holds.T]

    def _shared_figures(self) -> dict[int, dict[str, Any]]:
        """The figures of all statistics on the same sample: one resample serves them all."""
        if self.plain.reason:
            return {}
        statistics: list[Statistic] = [self.percents, *self.codes]
        if self.options.coefficient in ("alpha", "all"):
            statistics += [statistic for sample, statistic in self.alphas if sample is self.plain]
        figures = _figures(statistics, self.plain, self.options)
        return {id(one): figure for one, figure in zip(statistics, figures, strict=True)}

    def alpha(self, measure: Measure, made: tuple[Sample, Statistic]) -> Agreement:
        """Krippendorff's alpha."""
        sample, statistic = made
        names = {
            "step": measure.step or self.question.step,
            "coefficient": "alpha",
            "distance": measure.distance.name,
            "distance_table": _distance_table(measure.distance, self.question.values),
        }
        return self.result(sample, names, statistic)

    def percent(self) -> Agreement:
        """Observed agreement."""
        return self.result(self.plain, {"coefficient": "percent"}, self.percents)

    def kappa(self) -> Agreement:
        """Cohen's kappa over the units that both annotators rated."""
        names: dict[str, Any] = {"coefficient": "kappa", "distance": "nominal"}
        sample = self.plain
        if sample.reason or len(sample.overlapping) != 2:
            reason: Reason = sample.reason or "needs_two_annotators"
            return Agreement(**self.counts(sample), **names, reason=reason)
        first, second = (int(place) for place in sample.overlapping)
        unit, one, other = pair_ratings(sample.ratings, first, second)
        patterns = pair_patterns(one, other, sample.ratings.n_values)
        document_ix = sample.ratings.document_ix[unit]
        pair = _sampled(sample.ratings, patterns, document_ix, self.options)
        return self.result(sample, names, CohenKappa(patterns), redrawn=pair)

    def result(
        self,
        sample: Sample,
        names: dict[str, Any],
        statistic: Statistic,
        *,
        redrawn: Sample | None = None,
    ) -> Agreement:
        """One result with its counts; value, interval and reason as far as they are defined."""
        fields = {**self.counts(sample), **names}
        if sample.reason:
            return Agreement(**fields, reason=sample.reason)
        fields["percent"] = _number(estimate(Percent(sample.patterns), sample.patterns).value)
        figure = self.figures.get(id(statistic))
        if figure is None:
            figure = _figures([statistic], redrawn or sample, self.options)[0]
        return Agreement(**fields, **figure)

    def counts(self, sample: Sample) -> dict[str, Any]:
        """What a result is about, and how much it rests on."""
        ratings, patterns = sample.ratings, sample.patterns
        missing = self.question.missing.sum(axis=0)
        return {
            **self.names,
            "n_units": patterns.n_units + patterns.n_single,
            "n_units_used": patterns.n_units,
            "n_single": patterns.n_single,
            "n_documents": sample.n_documents,
            "n_annotators": len(sample.overlapping),
            "n_ratings": len(ratings.unit_ix),
            "n_pairs": patterns.n_pairs,
            "n_cannot_tell": int(missing[0]),
            "n_skipped": int(missing[1]),
            "n_conflicting": int(missing[2]),
            **self.prevalence(sample.ratings),
        }

    def prevalence(self, ratings: Ratings) -> dict[str, Any]:
        """The share of ratings with each code, over all ratings, single-coded units too."""
        question = self.question
        if question.holds is None or ratings.n_values != len(question.values):
            return {}
        n_by_value = np.bincount(ratings.value_ix, minlength=ratings.n_values)
        n = max(int(n_by_value.sum()), 1)
        empty = float(n_by_value[question.holds.sum(axis=1) == 0].sum() / n)
        return {
            "codes": question.codes,
            "prevalence": tuple(float(share) for share in n_by_value @ question.holds / n),
            "empty": empty if question.is_set else None,
        }

    def per_code(self) -> list[Agreement]:
        """Each code as a yes/no question of its own over all units answered."""
        sample = self.plain
        counts = {**self.counts(sample), "coefficient": "alpha", "distance": "nominal",
                  "codes": (), "empty": None}  # fmt: skip
        made = []
        for code, column, statistic in zip(
            self.question.codes if self.columns else (), self.columns, self.codes, strict=True
        ):
            fields = {**counts, "code": code, **_share(column, sample, self.annotators)}
            if sample.reason:
                made.append(Agreement(**fields, reason=sample.reason))
            else:
                fields |= _specific(sample.patterns, column)
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


def _figures(
    statistics: Sequence[Statistic], sample: Sample, options: Options
) -> list[dict[str, Any]]:
    """Value, interval and the rest for statistics that share their draws."""
    drawn: Sequence[Floats | None] = [None] * len(statistics)
    if options.ci:
        drawn = bootstrap(statistics, sample.blocks, draws=options.ci, seed=options.seed)
    return [
        _figure(estimate(statistic, sample.patterns), values, sample, options)
        for statistic, values in zip(statistics, drawn, strict=True)
    ]


def _figure(
    estimates: Estimates, drawn: Floats | None, sample: Sample, options: Options
) -> dict[str, Any]:
    value = _number(estimates.value)
    figure: dict[str, Any] = {
        "value": value,
        "observed": _number(estimates.observed),
        "expected": _number(estimates.expected),
    }
    if value is None:
        return {**figure, "reason": "no_variation"}
    if drawn is None:
        return figure
    interval = interval_of(drawn, cluster=sample.blocks.cluster, seed=options.seed)
    if interval is None:
        return {**figure, "reason": "interval_undefined"}
    defined = drawn[~np.isnan(drawn)]
    return {
        **figure,
        "interval": interval,
        "se": float(defined.std(ddof=1)) if len(defined) > 1 else None,
        "p_below_667": float((defined < 0.667).mean()),
        "p_below_800": float((defined < 0.8).mean()),
    }


def _number(numbers: Floats) -> float | None:
    return float(numbers[0]) if np.isfinite(numbers[0]) else None


def _share(column: Floats, sample: Sample, annotators: Sequence[str]) -> dict[str, Any]:
    """How often a code was given: its prevalence, and by annotator."""
    ratings, present = sample.ratings, sample.annotators
    yes = column[ratings.value_ix]
    by_annotator = np.bincount(ratings.annotator_ix, weights=yes, minlength=len(annotators))
    return {
        "prevalence": (float(yes.mean()),) if len(yes) else (),
        "n_positive": {annotators[place]: int(by_annotator[place]) for place in present},
    }


def _specific(patterns: Patterns, column: Floats) -> dict[str, Any]:
    """Positive and negative agreement, and the share of equal pairs."""
    yes = patterns.sums(column)
    unequal = 2 * yes * (patterns.size - yes) / (patterns.size * (patterns.size - 1))
    return {
        "positive": _number(estimate(SpecificAgreement(patterns, column), patterns).value),
        "negative": _number(estimate(SpecificAgreement(patterns, 1 - column), patterns).value),
        "percent": float(1 - (patterns.frequency * unequal).sum() / patterns.n_units),
    }


def _matrix(matrix: Floats, values: tuple[str, ...]) -> Coincidences:
    return Coincidences(values, tuple(tuple(float(cell) for cell in row) for row in matrix))
