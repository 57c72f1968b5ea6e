"""A report as text: a table for people, JSON, or CSV with one row a result."""

from __future__ import annotations

import csv
import io
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from annotator.agreement.numerals import three_digits
from annotator.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.agreement.results import Agreement, Interval, Pair, Report

FORMATS = ("table", "json", "csv")
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
# Pairs with fewer shared units than this are marked in the table.
FEW_SHARED = 20


def render(report: Report, format: str) -> str:  # noqa: A002 - the name of the option
    """The report in one of FORMATS, ending with a line feed.

    Raises:
        Unavailable: a format that this version does not write.
    """
    if format == "json":
        return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"
    if format == "csv":
        return _csv(report)
    if format == "table":
        return "\n".join(_lines(report)) + "\n"
    raise Unavailable(
        "The format {name} is not in this version",
        remedy="choose one of {known}",
        name=format,
        known=", ".join(FORMATS),
    )


# ------------------------------------------------------------------ CSV


def _csv(report: Report) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for result in report.results:
        for one in (result, *result.per_code):
            writer.writerow([_cell(_fields(one)[name]) for name in COLUMNS])
    return text.getvalue()


def _fields(result: Agreement) -> dict[str, object]:
    fields: dict[str, object] = msgspec.structs.asdict(result)
    interval = result.interval
    fields["ci_low"] = interval.low if interval else None
    fields["ci_high"] = interval.high if interval else None
    fields["ci_method"] = interval.method if interval else None
    fields["cluster"] = interval.cluster if interval else None
    # Of a code this is a number of its own; of a whole layer the codes have a row each.
    fields["prevalence"] = result.prevalence[0] if result.code and result.prevalence else None
    fields["warnings"] = " ".join(caution.slug for caution in result.warnings)
    return fields


def _cell(value: object) -> str:
    if value is None:
        return ""
    return repr(value) if isinstance(value, float) else str(value)


# ------------------------------------------------------------------ table


def _lines(report: Report) -> Iterator[str]:
    yield f"Agreement in {report.source}"
    yield f"{report.program}, {report.made_at}"
    if report.codebook:
        yield f"Codebook {report.codebook.key} {report.codebook.version}"
    if report.rounds:
        yield f"Rounds: {', '.join(report.rounds)}"
    yield f"Annotators: {', '.join(report.annotators) or 'none'}"
    yield from report.notes
    for (_, target), results in groupby(report.results, key=lambda one: (one.layer, one.target)):
        yield from _block(list(results), in_full=target in (None, report.options["target"]))


def _block(results: list[Agreement], *, in_full: bool) -> Iterator[str]:
    """The figures of one layer (and target), then the tables and the words of each headline."""
    head = results[0]
    title = head.layer if head.target is None else f"{head.layer} · {head.target}"
    yield from ("", title, "=" * len(title))
    yield from _grid(
        ["step", "coefficient", "distance", "value", "95 % interval", "observed", "expected",
         "percent", "P<.667", "P<.800", "units"],
        [_figure_row(one) for one in results],
        n_left=3,
    )  # fmt: skip
    if in_full:
        for one in results:
            yield from _tables(one)
        yield from _said(results)


def _figure_row(one: Agreement) -> list[str]:
    value = three_digits(one.value) if one.value is not None else (one.reason or "")
    return [
        one.step or "all",
        one.coefficient,
        one.distance or "",
        value,
        _interval(one.interval),
        *map(three_digits, (one.observed, one.expected, one.percent)),
        *map(three_digits, (one.p_below_667, one.p_below_800)),
        f"{one.n_units_used}/{one.n_units}",
    ]


def _tables(one: Agreement) -> Iterator[str]:
    title = f" ({one.step})" if one.step else ""
    if one.per_code:
        yield from ("", f"By code{title}, lowest alpha first")
        yield from _grid(
            ["code", "alpha", "95 % interval", "percent", "positive", "negative", "prevalence",
             "n positive"],
            [_code_row(code) for code in sorted(one.per_code, key=_lowest_first)],
            n_left=1,
        )  # fmt: skip
    if len(one.per_pair) > 1:
        yield from ("", f"By pair{title} (* fewer than {FEW_SHARED} shared units)")
        header = ["annotators", "alpha", "kappa", "percent", "units"]
        yield from _grid(header, [_pair_row(pair) for pair in one.per_pair], n_left=1)


def _lowest_first(one: Agreement) -> tuple[bool, float]:
    return one.value is None, one.value or 0.0


def _code_row(one: Agreement) -> list[str]:
    value = three_digits(one.value) if one.value is not None else (one.reason or "")
    counts = ", ".join(f"{name} {n}" for name, n in one.n_positive.items())
    return [
        one.code or "",
        value,
        _interval(one.interval),
        *map(three_digits, (one.percent, one.positive, one.negative)),
        three_digits(one.prevalence[0] if one.prevalence else None),
        counts if len(one.n_positive) <= 8 else str(sum(one.n_positive.values())),
    ]


def _pair_row(pair: Pair) -> list[str]:
    mark = "*" if pair.n_units < FEW_SHARED else ""
    alpha = three_digits(pair.alpha) if pair.alpha is not None else (pair.reason or "")
    return [
        " – ".join(pair.annotators),
        alpha,
        three_digits(pair.kappa),
        three_digits(pair.percent),
        f"{pair.n_units}{mark}",
    ]


def _interval(interval: Interval | None) -> str:
    if interval is None:
        return "–"
    return f"{three_digits(interval.low)} to {three_digits(interval.high)}"


def _grid(header: list[str], rows: Sequence[list[str]], *, n_left: int) -> Iterator[str]:
    """Columns of equal width: the first `n_left` to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    for row in (header, *rows):
        cells = [
            cell.ljust(width) if place < n_left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  " + "  ".join(cells).rstrip()


def _said(results: list[Agreement]) -> Iterator[str]:
    """Warnings and words of the headline of each step."""
    heads: dict[str | None, Agreement] = {}
    for one in results:
        heads.setdefault(one.step, one)
    warned = [f"  {one.step or 'all'}: {caution.words}"
              for one in heads.values() for caution in one.warnings]  # fmt: skip
    if warned:
        yield from ("", "Warnings", *warned)
    for one in heads.values():
        yield from ("", one.words)
