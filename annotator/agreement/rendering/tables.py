"""The tables of one result: by code, by pair, without each annotator, and all that is taken apart.

Knows results only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.agreement.cautions import FEW_SHARED
from annotator.agreement.numerals import three_digits
from annotator.agreement.rendering.blocks import Table, dense
from annotator.agreement.rendering.drawings import count_words
from annotator.agreement.rendering.names import Names, signed, span_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.agreement.results import Agreement, CodePair, Coincidences, Pair

# A square of more values than this cannot be read on a page: its pairs are then listed.
WIDEST = 10
# So many annotators are counted one by one in a row.
MOST_NAMED = 8


def figures(results: Sequence[Agreement], names: Names) -> Table:
    """All coefficients of a layer, in the order in which they were computed."""
    table = Table(
        title=names.heading("figures"),
        header=names.columns(
            "step", "coefficient", "distance", "value", "interval", "observed", "expected",
            "percent", "p_below_667", "p_below_800", "units",
        ),
        rows=tuple((names.step(one.step), *_figure(one, names)) for one in results),
        n_left=3,
    )  # fmt: skip
    return dense(table)


def by_target(results: Sequence[Agreement], names: Names) -> Table:
    """The same for each target, its name in front."""
    table = Table(
        title=names.heading("by_target"),
        header=names.columns(
            "target", "step", "coefficient", "distance", "value", "interval", "observed",
            "expected", "percent", "p_below_667", "p_below_800", "units",
        ),
        rows=tuple((names.target(one.target), names.step(one.step), *_figure(one, names))
                   for one in results),
        n_left=4,
    )  # fmt: skip
    return dense(table)


def lowest_first(results: Sequence[Agreement]) -> list[Agreement]:
    """By value, undefined ones last."""
    return sorted(results, key=lambda one: (one.value is None, one.value or 0.0))


def by_code(result: Agreement, names: Names) -> Iterator[Table]:
    """Each code as a question of its own."""
    if not result.per_code:
        return
    codes = lowest_first(result.per_code)
    columns = names.columns(
        "code", "value", "interval", "ac1", "percent", "positive", "negative", "prevalence",
        "n_positive",
    )  # fmt: skip
    rows = [_code_row(one, names) for one in codes]
    n_left = 1
    heading = "by_code"
    if any(one.coefficient != "alpha" for one in codes):
        heading = "by_figure"
        columns = (columns[0], *names.columns("coefficient"), *columns[1:])
        rows = [(row[0], names.coefficient(one), *row[1:])
                for row, one in zip(rows, codes, strict=True)]  # fmt: skip
        n_left = 2
    title = _of_step(heading, result, names)
    yield dense(Table(title=title, header=columns, rows=tuple(rows), n_left=n_left))


def f1_by_code(results: Sequence[Agreement], names: Names) -> Iterator[Table]:
    """The shares of marked words that others marked too, side by side for each code."""
    shares = [one for one in results if one.coefficient.startswith("f1") and one.per_code]
    if not shares:
        return
    found = [{code.code or "": code for code in one.per_code} for one in shares]
    rows = [
        (names.code(code), *(cell for each in found for cell in _share_cells(each[code], names)))
        for code in found[0]
    ]
    columns = [title for one in shares
               for title in (names.coefficient(one), *names.columns("interval"))]  # fmt: skip
    yield dense(
        Table(
            title=_of_step("by_share", shares[0], names),
            header=(*names.columns("code"), *columns),
            rows=tuple(rows),
        )
    )


def _share_cells(one: Agreement, names: Names) -> tuple[str, str]:
    return names.value(one), span_of(one.interval)


def again(result: Agreement, names: Names) -> Iterator[Table]:
    """Each annotator's first answers against the second ones."""
    if not result.intra:
        return
    yield Table(
        title=_of_step("intra", result, names),
        header=names.columns("annotator", "value", "interval", "percent", "days", "units"),
        rows=tuple(
            (
                names.cell("pooled") if one.group is None else one.group,
                names.value(one),
                span_of(one.interval),
                three_digits(one.percent),
                "–" if one.days_between is None else f"{one.days_between:.0f}",
                names.count(one.n_units_used),
            )
            for one in result.intra
        ),
    )


def apart(result: Agreement, names: Names) -> Iterator[Table]:
    """Everything else into which a result is taken apart."""
    yield from _pairs(result, names)
    yield from _without(result, names)
    yield from _over_time(result, names)
    yield from _groups(result, names)
    yield from _code_pairs(result, names)
    if result.coincidences:
        yield square("coincidences", result.coincidences, result, names)
    if result.distance_table:
        yield square("distances", result.distance_table, result, names)
    yield from _holders(result, names)
    yield from _disagreements(result, names)


def square(heading: str, table: Coincidences, result: Agreement, names: Names) -> Table:
    """A symmetric table of values, as a square where it can be read, else pair by pair."""
    labels = tuple(map(names.code, table.values))
    write = count_words if heading == "coincidences" else three_digits
    title = _of_step(heading, result, names)
    if len(labels) <= WIDEST:
        rows = [(label, *map(write, counts))
                for label, counts in zip(labels, table.counts, strict=True)]  # fmt: skip
        return Table(title=title, header=("", *labels), rows=tuple(rows))
    listed = [
        (one, other, write(table.counts[row][row + past]))
        for row, one in enumerate(labels)
        for past, other in enumerate(labels[row:])
        if table.counts[row][row + past]
    ]
    return Table(title=title, header=("", "", names.heading("n")), rows=tuple(listed), n_left=2)


def _of_step(key: str, result: Agreement, names: Names, **values: object) -> str:
    title = names.heading(key, **values)
    return title if result.step is None else f"{title} · {names.step(result.step)}"


def _figure(one: Agreement, names: Names) -> tuple[str, ...]:
    return (
        names.coefficient(one),
        one.distance or "",
        names.value(one),
        span_of(one.interval),
        *map(three_digits, (one.observed, one.expected, one.percent)),
        *map(three_digits, (one.p_below_667, one.p_below_800)),
        f"{names.count(one.n_units_used)}/{names.count(one.n_units)}",
    )


def _code_row(one: Agreement, names: Names) -> tuple[str, ...]:
    counts = ", ".join(f"{name} {n}" for name, n in one.n_positive.items())
    total = str(sum(one.n_positive.values()))
    return (
        names.code(one.code or ""),
        names.value(one),
        span_of(one.interval),
        *map(three_digits, (one.ac1, one.percent, one.positive, one.negative)),
        three_digits(one.prevalence[0] if one.prevalence else None),
        counts if len(one.n_positive) <= MOST_NAMED else total,
    )


def _pairs(result: Agreement, names: Names) -> Iterator[Table]:
    if len(result.per_pair) < 2:
        return
    yield Table(
        title=_of_step("by_pair", result, names),
        header=names.columns("annotators", "alpha", "kappa", "percent", "shared"),
        rows=tuple(_pair_row(pair, names) for pair in result.per_pair),
    )


def _pair_row(pair: Pair, names: Names) -> tuple[str, ...]:
    mark = "*" if pair.n_units < FEW_SHARED else ""
    return (
        " – ".join(pair.annotators),
        names.number_or(pair.alpha, pair.reason),
        three_digits(pair.kappa),
        three_digits(pair.percent),
        f"{names.count(pair.n_units)}{mark}",
    )


def _without(result: Agreement, names: Names) -> Iterator[Table]:
    if not result.without:
        return
    yield Table(
        title=_of_step("without", result, names),
        header=names.columns("left_out", "value", "interval", "change", "units"),
        rows=tuple(
            (
                one.group or "",
                names.value(one),
                span_of(one.interval),
                signed(one.change),
                names.count(one.n_units_used),
            )
            for one in result.without
        ),
    )


def _over_time(result: Agreement, names: Names) -> Iterator[Table]:
    if not result.over_time:
        return
    by = names.heading(result.over_time[0].by or "group")
    yield Table(
        title=_of_step("over_time", result, names, by=by),
        header=names.columns("part", "value", "interval", "rest", "percent", "units"),
        rows=tuple(
            (
                names.part(one.group),
                names.value(one) + ("*" if one.below_rest else ""),
                span_of(one.interval),
                span_of(one.rest),
                three_digits(one.percent),
                names.count(one.n_units_used),
            )
            for one in result.over_time
        ),
    )
    yield from _rates(result, names)


def _rates(result: Agreement, names: Names) -> Iterator[Table]:
    """How often each annotator gave each code in each part."""
    rows = tuple(
        (names.part(one.group), annotator, names.code(code), three_digits(rate))
        for one in result.over_time
        for annotator, rates in one.rates.items()
        for code, rate in rates.items()
    )
    if rows:
        header = names.columns("part", "annotator", "code", "prevalence")
        yield Table(title=_of_step("rates", result, names), header=header, rows=rows, n_left=3)


def _groups(result: Agreement, names: Names) -> Iterator[Table]:
    if not result.groups:
        return
    yield Table(
        title=_of_step("groups", result, names),
        header=names.columns("part", "value", "interval", "percent", "annotators", "units"),
        rows=tuple(
            (
                " – ".join(one.between) or one.group or "",
                names.value(one),
                span_of(one.interval),
                three_digits(one.percent),
                names.count(one.n_annotators),
                names.count(one.n_units_used),
            )
            for one in result.groups
        ),
    )


def _code_pairs(result: Agreement, names: Names) -> Iterator[Table]:
    if not result.code_pairs:
        return
    yield Table(
        title=_of_step("code_pairs", result, names),
        header=names.columns("codes", "who", "where", "swapped", "beside", "units"),
        rows=tuple(_code_pair_row(pair, names) for pair in result.code_pairs),
        n_left=3,
    )


def _code_pair_row(pair: CodePair, names: Names) -> tuple[str, ...]:
    who = [
        f"{names.code(code)}: " + ", ".join(f"{name} {n}" for name, n in counts.items())
        for code, counts in zip(pair.codes, (pair.first, pair.second), strict=True)
        if 0 < len(counts) <= MOST_NAMED
    ]
    units = [names.unit(unit) for unit in pair.units[:3]]
    more = ["…"] if len(pair.units) > 3 or pair.n_units > len(pair.units) else []
    return (
        " – ".join(map(names.code, pair.codes)),
        "; ".join(who),
        ", ".join([*units, *more]),
        names.count(pair.swapped),
        names.count(pair.beside),
        names.count(pair.n_units or len(pair.units)),
    )


def _holders(result: Agreement, names: Names) -> Iterator[Table]:
    if not result.by_holder:
        return
    yield Table(
        title=_of_step("by_holder", result, names),
        header=names.columns("target", "holder", "units", "single"),
        rows=tuple(
            (
                names.target(one.target),
                names.code(one.holder),
                names.count(one.n_units),
                names.count(one.n_single),
            )
            for one in result.by_holder
        ),
        n_left=2,
    )


def _disagreements(result: Agreement, names: Names) -> Iterator[Table]:
    if not result.disagreements:
        return
    n, every = len(result.disagreements), names.count(result.n_disagreements)
    yield Table(
        title=_of_step("disagreements", result, names, n=n, all=every),
        header=names.columns("unit", "given", "share"),
        rows=tuple((names.unit(one.unit), names.given(one), three_digits(one.share))
                   for one in result.disagreements),
        n_left=2,
    )  # fmt: skip
