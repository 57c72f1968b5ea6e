"""A report as blocks, in its language: every format for people prints these.

Knows results only.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from annotator.agreement.headings import HEADINGS
from annotator.agreement.rendering import drawings
from annotator.agreement.rendering.blocks import Block, Heading, Items, Picture, Text
from annotator.agreement.rendering.checklist import checklist
from annotator.agreement.rendering.names import Names
from annotator.agreement.rendering.tables import (
    again,
    apart,
    by_code,
    by_target,
    f1_by_code,
    figures,
    lowest_first,
)
from annotator.agreement.telling import layer_of
from annotator.agreement.words import BY_DISAGREEMENT, reason_words, references_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.agreement.results import Agreement, Report


def language_of(report: Report) -> str:
    """The language in which the report was made."""
    return "it" if report.options.get("language") == "it" else "en"


def contents(report: Report, *, figures_first: bool = False) -> Iterator[Block]:
    """Everything that the report says, in the order of reading: words first, or figures."""
    language = language_of(report)
    headings = HEADINGS[language]
    yield from _about(report, headings)
    for key, results in groupby(report.results, key=lambda one: one.layer):
        names = Names(layer_of(report, key), language, report.titles)
        yield from _layer(list(results), names, report, figures_first=figures_first)
    reasons = _reasons(report, language)
    if reasons:
        yield Heading(2, headings["reasons"])
        yield Items(reasons)
    if report.notes:
        yield Heading(2, headings["notes"])
        yield Items(report.notes)
    yield checklist(report, language)
    yield Heading(2, headings["references"])
    yield Items(tuple(references_of(report.results)))


def _about(report: Report, headings: dict[str, str]) -> Iterator[Block]:
    """What was read, by whom it was made, and what was asked for."""
    yield Heading(1, headings["title"].format(source=report.source))
    yield Text(f"{report.program}, {report.made_at}")
    if report.codebook:
        book = report.codebook
        yield Text(
            headings["codebook"].format(key=book.key, version=book.version, sha256=book.sha256)
        )
    if report.rounds:
        yield Text(headings["rounds"].format(names=", ".join(report.rounds)))
    yield Text(headings["annotators"].format(names=", ".join(report.annotators) or "–"))
    asked = [f"{key} {value}" for key, value in report.options.items() if value is not None]
    if asked:
        yield Text(headings["options"].format(options=", ".join(asked)))


def _layer(
    results: list[Agreement], names: Names, report: Report, *, figures_first: bool
) -> Iterator[Block]:
    """One layer: in words, in figures, taken apart."""
    wanted = report.options.get("target")
    whole = [one for one in results if one.target in (None, wanted)]
    parts = [one for one in results if one.target not in (None, wanted)]
    said = list(_said(_heads(whole), names))
    codes = list(_codes(whole, names))
    is_compared = any(one.reason != "not_comparable" for one in whole)
    whole_figures = [figures(whole, names)] if is_compared else []
    # Journals read each code of a set as a variable of its own: these come first there.
    is_set = names.layer.answer == "multiple" and not figures_first
    tables: list[Block] = [
        *(table for one in whole for table in again(one, names)),
        *(codes if is_set else whole_figures),
        *(whole_figures if is_set else codes),
        *_apart(whole, names),
        *([by_target(parts, names)] if parts else []),
    ]
    yield Heading(2, names.title())
    yield from (*tables, *said[::-1]) if figures_first else (*said, *tables)


def _apart(results: Sequence[Agreement], names: Names) -> Iterator[Block]:
    for one in results:
        yield from apart(one, names)
        yield from _pictures(one, names)


def _said(heads: Sequence[Agreement], names: Names) -> Iterator[Block]:
    """The paragraph of each step, and the warnings of all."""
    yield from (Text(one.words) for one in heads if one.words)
    said: dict[str, str] = {}
    for one in heads:
        for caution in one.warnings:
            # What holds for the layer need not be said again of each of its steps.
            prefix = f"{names.step(one.step)}: " if one.step else ""
            said.setdefault(caution.words, prefix + caution.words)
    if said:
        yield Items(tuple(said.values()), is_warning=True)


def _heads(results: Sequence[Agreement]) -> list[Agreement]:
    """The first result of each step."""
    heads: dict[str | None, Agreement] = {}
    for one in results:
        heads.setdefault(one.step, one)
    return list(heads.values())


def _codes(results: Sequence[Agreement], names: Names) -> Iterator[Block]:
    for one in results:
        if not one.coefficient.startswith("f1"):
            yield from by_code(one, names)
        if one.per_code and one.coefficient in BY_DISAGREEMENT:
            rows = [
                drawings.Row(
                    names.code(code.code or ""),
                    code.value,
                    code.interval,
                    code.prevalence[0] if code.prevalence else None,
                )
                for code in lowest_first(one.per_code)
            ]
            yield Picture(names.heading("plot_codes"), drawings.intervals(rows))
    yield from f1_by_code(results, names)


def _pictures(one: Agreement, names: Names) -> Iterator[Picture]:
    """What is easier to see than to read."""
    annotators = {name for pair in one.per_pair for name in pair.annotators}
    if 2 < len(annotators) <= drawings.MOST_CELLS:
        yield Picture(names.heading("plot_pairs"), drawings.pair_map(one.per_pair))
    if one.coincidences and len(one.coincidences.values) <= drawings.MOST_CELLS:
        labels = [names.code(value) for value in one.coincidences.values]
        yield Picture(names.heading("plot_coincidences"), drawings.matrix(one.coincidences, labels))
    if one.without:
        labels = [names.cell("left_out", name=part.group) for part in one.without]
        rows = drawings.rows_of(one.without, labels)
        drawn = drawings.intervals(rows, mark=one.value)
        yield Picture(names.heading("plot_without"), drawn)
    if one.over_time:
        rows = drawings.rows_of(one.over_time, [names.part(part.group) for part in one.over_time])
        yield Picture(names.heading("plot_over_time"), drawings.intervals(rows))


def _reasons(report: Report, language: str) -> tuple[str, ...]:
    """What each reason in the tables means, once."""
    every = [one for result in report.results for one in (result, *result.per_code)]
    said = {
        one.reason: f"{one.reason}: {reason_words(one.reason, one.coefficient, language)}"
        for one in reversed(every)
        if one.reason
    }
    return tuple(said[reason] for reason in sorted(said))
