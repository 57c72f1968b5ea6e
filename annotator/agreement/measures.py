"""One coefficient of plain ratings, without a project, a file or a report.

`measure` takes rows (annotator, unit, value) and gives one result; `rows_of` makes such rows of a
matrix. It reads and computes as `annotator agreement TABLE` does. May import `annotator.errors`.
"""

from __future__ import annotations

import io
import json
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeGuard

import msgspec
import numpy as np

from annotator.agreement.chance import FleissOfCode
from annotator.agreement.coefficients import SpecificAgreement
from annotator.agreement.figures import agreements
from annotator.agreement.intervals import bootstrap, estimate
from annotator.agreement.options import WEIGHTED, Options
from annotator.agreement.questionnaire import questions_of
from annotator.agreement.results import Agreement
from annotator.agreement.rows import rows_of as rows_of_answers
from annotator.agreement.sample import sample_of
from annotator.agreement.sharing import figures_of
from annotator.agreement.spans_report import span_agreements
from annotator.agreement.table import read_table
from annotator.errors import Unavailable

if TYPE_CHECKING:
    from annotator.agreement.coefficients import Statistic
    from annotator.agreement.options import Labelled
    from annotator.agreement.questions import Question
    from annotator.agreement.sample import Sample

Row = tuple[Any, ...]
# Labels, of which a collection is a set, and the distances between them.
Table = tuple[Sequence[object], Sequence[Sequence[float]]]

# Measures of ratings, with the coefficient that `Options` calls them.
OF_RATINGS = {
    "krippendorff_alpha": "alpha",
    "cohen_kappa": "kappa",
    "weighted_kappa": "weighted-kappa",
    "scott_pi": "pi",
    "fleiss_kappa": "fleiss",
    "conger_kappa": "conger",
    "light_kappa": "light",
    "gwet_ac1": "ac1",
    "gwet_ac2": "ac2",
    "brennan_prediger": "bp",
    "percent_agreement": "percent",
}
OF_CATEGORY = ("specific_agreement", "fleiss_kappa_category")
# Measures of spans: what is asked for, and which of its results it is.
OF_SPANS = {
    "u_alpha_2016": ("u", "u"),
    "u_binary_2016": ("u", "u_binary"),
    "cu_alpha_2016": ("u", "cu"),
    "f1_exact": ("alpha", "f1_exact"),
    "f1_overlap": ("alpha", "f1_overlap"),
    "f1_character": ("alpha", "f1_character"),
    "alpha_u": ("alpha-u", "alpha_u"),
    "alpha_u_category": ("alpha-u", "alpha_u"),
}
METRICS = (*OF_RATINGS, *OF_CATEGORY, *OF_SPANS)
NEEDS_CATEGORY = (*OF_CATEGORY, "alpha_u_category")


def measure(  # noqa: PLR0913 - one keyword for each thing that can be said about a measure
    metric: str,
    ratings: Iterable[Sequence[object]],
    *,
    distance: str | None = None,
    weights: str | None = None,
    distance_table: Table | None = None,
    categories: Sequence[object] | None = None,
    category: object = None,
    begin: int = 0,
    length: int | None = None,
    ci: int = 0,
    seed: int = 0,
    interval: Literal["bootstrap", "analytic"] = "bootstrap",
) -> Agreement:
    """One coefficient of ratings, with its counts; `value` is None for a `reason`.

    Args:
        metric: one of `METRICS`.
        ratings: rows (annotator, unit, value), in any order. A value is text, a number or a truth
            value; a list, tuple or set of these is a set of codes, an empty one too. None, NaN and
            the empty text are missing. For spans it is a mapping with `start`, `label` and
            `length` or `end` (the first character outside), or None: nothing is marked.
        distance: of alpha; nominal where none is named.
        weights: of weighted kappa, Fleiss, Conger, Light, AC2 and S: "identity" (where none are
            named), "linear", "quadratic", "ordinal_gwet".
        distance_table: labels and a symmetric matrix of distances instead of a name; a label that
            is a list is a set.
        categories: all that could be chosen, from low to high, used or not; else those that occur.
            Numbers keep their values, other names count by their place.
        category: which one is meant by a measure of one category; a measure of spans takes the
            spans of that one.
        begin: where the texts of spans begin.
        length: how long each text is; else it ends where its last span ends.
        ci: draws for an interval, 0 for none.
        seed: of the draws.
        interval: "analytic" takes a formula instead of draws, where there is one.

    Raises:
        Unavailable: there is no such metric, or it cannot be had in this way.
        TableError: rows contradict each other or `categories`; they are counted from 1, as lines.
    """
    _check(metric, distance, weights, distance_table, category)
    options = Options(
        coefficient=OF_SPANS[metric][0] if metric in OF_SPANS else OF_RATINGS.get(metric, "alpha"),
        distance=None if distance_table else distance or weights or "nominal",
        table=_labelled(distance_table),
        ci=ci,
        seed=seed,
        interval=interval,
    )
    options.check()
    rows = [tuple(row) for row in ratings]
    one = None if category is None else _text(category)
    if not rows:
        return Agreement(layer="value", coefficient=metric, code=one, reason="no_units")
    if metric in OF_SPANS:
        return _of_spans(rows, options, OF_SPANS[metric][1], _Texts(begin, length, one))
    sample, question, results = _answered(rows, options, categories)
    if metric in OF_CATEGORY and one is not None:
        return _of_category(metric, one, sample, question, options)
    return results[0]


def rows_of(matrix: Iterable[Iterable[object]]) -> list[Row]:
    """Rows for `measure` out of a matrix: a line for each annotator, a column for each unit.

    Annotators and units are named by their places, from 0. None and NaN are missing.
    """
    return [
        (annotator, unit, value)
        for annotator, values in enumerate(matrix)
        for unit, value in enumerate(values)
    ]


def _check(
    metric: str,
    distance: str | None,
    weights: str | None,
    table: Table | None,
    category: object,
) -> None:
    """Raise Unavailable where a metric is unknown, or has no use for what was said."""
    if metric not in METRICS:
        raise Unavailable(
            "There is no measure {metric}",
            remedy="choose one of {known}",
            metric=metric,
            known=", ".join(METRICS),
        )
    if metric in NEEDS_CATEGORY and category is None:
        raise Unavailable(
            "The measure {metric} is that of one category",
            remedy="name it: category=...",
            metric=metric,
        )
    is_weighted = OF_RATINGS.get(metric) in WEIGHTED
    of_alpha = distance is not None and metric != "krippendorff_alpha"
    has_weights = weights not in (None, "identity")
    if of_alpha or ((has_weights or table) and not is_weighted and metric != "krippendorff_alpha"):
        raise Unavailable(
            "The measure {metric} takes no distances of this kind",
            remedy="a distance belongs to alpha, weights to weighted kappa, Fleiss, Conger, "
            "Light, AC2 and S",
            metric=metric,
        )
    if has_weights and not is_weighted:
        raise Unavailable("Alpha has a distance, and no weights", remedy="name the distance")


# ------------------------------------------------------------------ ratings


def _answered(
    rows: Sequence[Row], options: Options, categories: Sequence[object] | None
) -> tuple[Sample, Question, list[Agreement]]:
    """The ratings as they are counted, what they answer, and the results about them."""
    lines = (_line(annotator, unit, value=_value(value)) for annotator, unit, value in rows)
    order = None if categories is None else [_text(one) for one in categories]
    answers = read_table(io.StringIO("".join(lines)), suffix=".jsonl", order=order)
    found = rows_of_answers(answers)
    question = questions_of(answers, found, options)[0]
    results = agreements(question, options, layer="value", annotators=found.annotators)
    return sample_of(question.ratings, options), question, results


def _of_category(
    metric: str, category: str, sample: Sample, question: Question, options: Options
) -> Agreement:
    """A measure of one category, as a yes/no question over all units."""
    if category not in question.codes:
        raise Unavailable(
            "Nobody could choose the category {category}",
            remedy="choose one of {known}",
            category=category,
            known=", ".join(question.codes),
        )
    patterns = sample.patterns
    names: dict[str, Any] = {"layer": "value", "code": category, "coefficient": metric}
    if sample.reason:
        return Agreement(**names, reason=sample.reason)
    assert question.holds is not None
    column = np.ascontiguousarray(question.holds[:, question.codes.index(category)])
    statistic: Statistic = SpecificAgreement(patterns, column)
    if metric == "fleiss_kappa_category":
        _check_even(sample)
        statistic = FleissOfCode(patterns, column)
    drawn = None
    if options.ci:
        drawn = bootstrap([statistic], sample.blocks, draws=options.ci, seed=options.seed)[0]
    figures = figures_of(estimate(statistic, patterns), drawn, sample.cluster, options.seed,
                         is_alpha=False)  # fmt: skip
    return Agreement(
        **names,
        **figures,
        n_units=sample.rated.n_units,
        n_units_used=patterns.n_units,
        n_annotators=len(sample.overlapping),
        n_ratings=sample.rated.n_ratings,
    )


def _check_even(sample: Sample) -> None:
    if (sample.rated.size != sample.rated.size[0]).any():
        raise Unavailable(
            "Fleiss' kappa of one category needs equally many ratings of every unit",
            remedy="take alpha of the yes/no question, or leave out units with fewer ratings",
        )


# ------------------------------------------------------------------ spans


@dataclass(frozen=True)
class _Texts:
    """Where the texts of spans begin, how long they are, and whose spans count (None: all)."""

    begin: int
    length: int | None
    category: str | None

    def lines(self, rows: Sequence[Row]) -> list[str]:
        """Lines of a table; one without a span for whoever marked nothing that counts."""
        marked: dict[tuple[object, object], list[dict[str, object]]] = {}
        for annotator, unit, span in rows:
            spans = marked.setdefault((annotator, unit), [])
            if span is not None and self.category in (None, _text(span["label"])):
                spans.append(self._cells(span))
        nothing: dict[str, object] = {"value": "", "start": None, "end": None}
        return [
            _line(*place, **cells, length=self.length)
            for place, spans in marked.items()
            for cells in spans or [nothing]
        ]

    def _cells(self, span: Mapping[str, Any]) -> dict[str, object]:
        start = int(span["start"]) - self.begin
        end = int(span["end"]) - self.begin if "end" in span else start + int(span["length"])
        return {"value": _text(span["label"]), "start": start, "end": end}


def _of_spans(rows: Sequence[Row], options: Options, name: str, texts: _Texts) -> Agreement:
    """A measure of spans out of those that are computed together."""
    answers = read_table(
        io.StringIO("".join(texts.lines(rows))),
        suffix=".jsonl",
        start_column="start",
        end_column="end",
        length_column="length",
    )
    results = span_agreements(answers, rows_of_answers(answers), options)
    found = [one for one in results if (one.step, one.coefficient) == ("evidence", name)]
    # Where nobody marked anything there is one result, which says so.
    return msgspec.structs.replace((found or results)[0], per_code=())


# ------------------------------------------------------------------ what stands in a row


def _line(annotator: object, unit: object, **cells: object) -> str:
    return json.dumps({"unit": _text(unit), "annotator": _text(annotator), **cells}) + "\n"


def _value(value: object) -> str | list[str] | None:
    if _is_set(value):
        return [_text(one) for one in value]
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    return _text(value)


def _text(value: object) -> str:
    """A code or a name as text: 1 and 1.0 are the same, 1 and true are not."""
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value)


def _labelled(table: Table | None) -> Labelled | None:
    """A distance table whose labels are text, or lists of text."""
    if table is None:
        return None
    labels = [[*map(_text, one)] if _is_set(one) else _text(one) for one in table[0]]
    return labels, table[1]


def _is_set(value: object) -> TypeGuard[Collection[object]]:
    return isinstance(value, list | tuple | AbstractSet)
