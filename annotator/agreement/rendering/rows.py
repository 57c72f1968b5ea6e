"""A report as CSV: one row a result, unrounded. The first columns never change."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.agreement.results import Agreement, Pair, Report

COLUMNS = (
    "layer",
    "target",
    "step",
    "code",
    "coefficient",
    "distance",
    "value",
    "reason",
    "ci_low",
    "ci_high",
    "ci_method",
    "cluster",
    "se",
    "observed",
    "expected",
    "percent",
    "prevalence",
    "n_units",
    "n_units_used",
    "n_annotators",
    "n_ratings",
    "p_below_667",
    "p_below_800",
    "warnings",
)
# Added later: what tells the rows of a part from those of the whole, and what only some have.
# `part` is empty for a result and its codes, else the list of the report in which the row stands.
MORE_COLUMNS = ("part", "by", "group", "ac1", "positive", "negative", "change", "days_between")
PARTS = ("intra", "without", "over_time", "groups")

Fields = dict[str, object]


def rows(report: Report) -> str:
    """All results with their codes, then the parts of each, then its pairs of annotators."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    names = (*COLUMNS, *MORE_COLUMNS)
    writer.writerow(names)
    for fields in (*_results(report), *_parts(report)):
        writer.writerow([_cell(fields.get(name)) for name in names])
    return text.getvalue()


def _results(report: Report) -> Iterator[Fields]:
    for result in report.results:
        for one in (result, *result.per_code):
            yield _fields(one)


def _parts(report: Report) -> Iterator[Fields]:
    for result in report.results:
        for part in PARTS:
            for one in getattr(result, part):
                between = {"group": "|".join(one.between)} if one.between else {}
                yield {**_fields(one), "part": part, **between}
        # The only pair of two annotators is the whole.
        if len(result.per_pair) > 1:
            for pair in result.per_pair:
                yield from _pair(result, pair)


def _fields(result: Agreement) -> Fields:
    fields: Fields = msgspec.structs.asdict(result)
    interval = result.interval
    if interval is not None:
        fields |= {
            "ci_low": interval.low,
            "ci_high": interval.high,
            "ci_method": interval.method,
            "cluster": interval.cluster,
        }
    # Of a code this is a number of its own; of a whole layer the codes have a row each.
    fields["prevalence"] = result.prevalence[0] if result.code and result.prevalence else None
    fields["warnings"] = " ".join(dict.fromkeys(caution.slug for caution in result.warnings))
    return fields


def _pair(result: Agreement, pair: Pair) -> Iterator[Fields]:
    """A row for each figure of a pair."""
    figures = (
        ("alpha", result.distance, pair.alpha),
        ("kappa", "nominal", pair.kappa),
        ("percent", None, pair.percent),
    )
    for coefficient, distance, value in figures:
        yield {
            "layer": result.layer,
            "target": result.target,
            "step": result.step,
            "coefficient": coefficient,
            "distance": distance,
            "value": value,
            "reason": pair.reason if value is None else None,
            "percent": pair.percent,
            "n_units_used": pair.n_units,
            "n_annotators": 2,
            "part": "pair",
            "group": "|".join(pair.annotators),
        }


def _cell(value: object) -> str:
    if value is None:
        return ""
    return repr(value) if isinstance(value, float) else str(value)
