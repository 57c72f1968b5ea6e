"""The figures of one question: values, intervals, counts, tables by code and by pair.

Turns a question into results without words. May import `annotator.errors`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from annotator.agreement.coefficients import (
    CodeAlpha,
    CohenKappa,
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
from annotator.agreement.pairs import pair_ratings, per_pair
from annotator.agreement.patterns import Patterns, count_patterns, pair_patterns
from annotator.agreement.results import Agreement, Coincidences, Reason
from annotator.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.distances import Distance
    from annotator.agreement.options import Options
    from annotator.agreement.questions import Measure, Question
    from annotator.agreement.ratings import Floats, Indices, Ratings

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

    @property
    def reason(self) -> Reason | None:
        """Why nothing can be computed, if nothing can."""
        n_annotators = len(np.unique(self.ratings.annotator_ix))
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
    n_documents = len(np.unique(paired[paired >= 0]))
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
    shared = {"layer": layer, "target": question.target}
    plain = sample_of(question.ratings, options)
    results: list[Agreement] = []
    if options.coefficient in ("alpha", "all"):
        results += [
            _alpha(question, measure, plain, options, shared) for measure in question.measures
        ]
    if options.coefficient in ("percent", "all") or options.coefficient == "alpha":
        results.append(_percent(question, plain, options, shared))
    if options.coefficient in ("kappa", "all") or _are_two(plain):
        results.append(_kappa(question, plain, options, shared))
    head = results[0]
    results[0] = msgspec.structs.replace(
        head,
        per_code=tuple(_per_code(question, plain, options, shared, annotators)),
        per_pair=per_pair(question.ratings, question.measures[0], annotators),
        coincidences=_coincidences(question, plain.patterns),
    )
    return [
        msgspec.structs.replace(result, not_overlapping=_not_overlapping(plain, annotators))
        for result in results
    ]


def _are_two(sample: Sample) -> bool:
    return len(np.unique(sample.ratings.annotator_ix)) == 2


def _alpha(
    question: Question, measure: Measure, plain: Sample, options: Options, shared: dict[str, Any]
) -> Agreement:
    sample, values = plain, question.values
    if measure.merge is not None:
        n_values = int(measure.merge.max(initial=-1)) + 1
        sample = sample_of(question.ratings.revalued(measure.merge, n_values), options)
    statistic = alpha_of(sample.patterns, measure.distance)
    return _agreement(
        question, sample, statistic, options,
        {**shared, "step": measure.step or question.step, "coefficient": "alpha",
         "distance": measure.distance.name,
         "distance_table": _distance_table(measure.distance, values)},
    )  # fmt: skip


def _distance_table(distance: Distance, values: tuple[str, ...]) -> Coincidences | None:
    """The distances of a scale table, which a reader must see."""
    if distance.name not in ("scale", "table") or distance.matrix is None:
        return None
    return _matrix(distance.matrix, values) if len(values) <= MOST_LISTED else None


def _percent(
    question: Question, sample: Sample, options: Options, shared: dict[str, Any]
) -> Agreement:
    return _agreement(
        question, sample, Percent(sample.patterns), options,
        {**shared, "step": question.step, "coefficient": "percent"},
    )  # fmt: skip


def _kappa(
    question: Question, sample: Sample, options: Options, shared: dict[str, Any]
) -> Agreement:
    names = {**shared, "step": question.step, "coefficient": "kappa", "distance": "nominal"}
    if sample.reason or not _are_two(sample):
        reason = sample.reason or "needs_two_annotators"
        return _agreement(question, sample, None, options, names, reason=reason)
    first, second = (int(one) for one in np.unique(sample.ratings.annotator_ix))
    unit, one, other = pair_ratings(sample.ratings, first, second)
    patterns = pair_patterns(one, other, sample.ratings.n_values)
    pair = _sampled(sample.ratings, patterns, sample.ratings.document_ix[unit], options)
    return _agreement(question, sample, CohenKappa(patterns), options, names, redrawn=pair)


def _agreement(
    question: Question,
    sample: Sample,
    statistic: Statistic | None,
    options: Options,
    names: dict[str, Any],
    *,
    reason: Reason | None = None,
    redrawn: Sample | None = None,
) -> Agreement:
    """One result with its counts; value, interval and reason as far as they are defined."""
    fields = {**_counts(question, sample), **names}
    reason = reason or sample.reason
    if reason or statistic is None:
        return Agreement(**fields, reason=reason)
    drawn = redrawn or sample
    fields["percent"] = _value(estimate(Percent(sample.patterns), sample.patterns))
    return Agreement(**fields, **_figures([statistic], drawn, options)[0])


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
    value = _value(estimates)
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


def _value(estimates: Estimates) -> float | None:
    return _number(estimates.value)


def _number(numbers: Floats) -> float | None:
    return float(numbers[0]) if np.isfinite(numbers[0]) else None


def _counts(question: Question, sample: Sample) -> dict[str, Any]:
    """How much a result rests on."""
    ratings, patterns = sample.ratings, sample.patterns
    missing = question.missing.sum(axis=0)
    paired = patterns.of_unit[ratings.unit_ix] >= 0
    return {
        "n_units": patterns.n_units + patterns.n_single,
        "n_units_used": patterns.n_units,
        "n_single": patterns.n_single,
        "n_documents": sample.n_documents,
        "n_annotators": len(np.unique(ratings.annotator_ix[paired])),
        "n_ratings": len(ratings.unit_ix),
        "n_pairs": patterns.n_pairs,
        "n_cannot_tell": int(missing[0]),
        "n_skipped": int(missing[1]),
        "n_conflicting": int(missing[2]),
        **_prevalence(question, sample),
    }


def _prevalence(question: Question, sample: Sample) -> dict[str, Any]:
    """The share of ratings with each code, over all ratings, those of single-coded units too."""
    if question.holds is None or sample.ratings.n_values != len(question.values):
        return {}
    n_by_value = np.bincount(sample.ratings.value_ix, minlength=len(question.values))
    n = max(int(n_by_value.sum()), 1)
    empty = float(n_by_value[question.holds.sum(axis=1) == 0].sum() / n)
    return {
        "codes": question.codes,
        "prevalence": tuple(float(share) for share in n_by_value @ question.holds / n),
        "empty": empty if question.is_set else None,
    }


def _per_code(
    question: Question,
    sample: Sample,
    options: Options,
    shared: dict[str, Any],
    annotators: Sequence[str],
) -> list[Agreement]:
    """Each code as a yes/no question of its own over all units answered."""
    if question.holds is None or len(question.codes) < 2:
        return []
    columns = [np.ascontiguousarray(column) for column in question.holds.T]
    names = [{**shared, "step": question.step, "coefficient": "alpha", "distance": "nominal",
              "code": code} for code in question.codes]  # fmt: skip
    counts = _counts(question, sample)
    for name in ("codes", "prevalence", "empty"):
        counts.pop(name, None)
    shares = [_share(column, sample.ratings, annotators) for column in columns]
    if sample.reason:
        return [
            Agreement(**counts, **name, **share, reason=sample.reason)
            for name, share in zip(names, shares, strict=True)
        ]
    patterns = sample.patterns
    figures = _figures([CodeAlpha(patterns, column) for column in columns], sample, options)
    return [
        Agreement(**counts, **name, **share, **figure, **_specific(patterns, column))
        for name, share, figure, column in zip(names, shares, figures, columns, strict=True)
    ]


def _share(column: Floats, ratings: Ratings, annotators: Sequence[str]) -> dict[str, Any]:
    """How often a code was given: its prevalence, and by annotator."""
    yes = column[ratings.value_ix]
    by_annotator = np.bincount(ratings.annotator_ix, weights=yes, minlength=len(annotators))
    present = np.unique(ratings.annotator_ix)
    return {
        "codes": (),
        "prevalence": (float(yes.mean()),) if len(yes) else (),
        "n_positive": {annotators[place]: int(by_annotator[place]) for place in present},
    }


def _specific(patterns: Patterns, column: Floats) -> dict[str, Any]:
    """Positive and negative agreement, and the share of equal pairs."""
    yes = patterns.sums(column)
    unequal = 2 * yes * (patterns.size - yes) / (patterns.size * (patterns.size - 1))
    return {
        "positive": _value(estimate(SpecificAgreement(patterns, column), patterns)),
        "negative": _value(estimate(SpecificAgreement(patterns, 1 - column), patterns)),
        "percent": float(1 - (patterns.frequency * unequal).sum() / patterns.n_units),
    }


def _coincidences(question: Question, patterns: Patterns) -> Coincidences | None:
    if not len(patterns) or len(question.values) > MOST_LISTED:
        return None
    return _matrix(coincidence_matrix(patterns), question.values)


def _matrix(matrix: Floats, values: tuple[str, ...]) -> Coincidences:
    return Coincidences(values, tuple(tuple(float(cell) for cell in row) for row in matrix))


def _not_overlapping(sample: Sample, annotators: Sequence[str]) -> tuple[str, ...]:
    """Annotators who share no unit with another."""
    ratings = sample.ratings
    paired = sample.patterns.of_unit[ratings.unit_ix] >= 0
    alone = np.setdiff1d(ratings.annotator_ix, ratings.annotator_ix[paired])
    return tuple(annotators[place] for place in alone)
