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
    figures,
    lowest_first,
)
from annotator.agreement.telling import layer_of
from annotator.agreement.words import reason_words, references_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.agreement.results import Agreement, Report


def language_of(report: Report) -> str:
    """The language in which the report was made."""
    return "it" if report.options.get("language") == "it" else "en"


def contents(report: Report) -> Iterator[Block]:
    """Everything that the report says, in the order of reading."""
    language = language_of(report)
    headings = HEADINGS[language]
    yield from _about(report, headings)
    for key, results in groupby(report.results, key=lambda one: one.layer):
        yield from _layer(list(results), Names(layer_of(report, key), language), report)
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


def _layer(results: list[Agreement], names: Names, report: Report) -> Iterator[Block]:
    """One layer: in words, in figures, then taken apart."""
    wanted = report.options.get("target")
    whole = [one for one in results if one.target in (None, wanted)]
    parts = [one for one in results if one.target not in (None, wanted)]
    yield Heading(2, names.title())
    heads = _heads(whole)
    yield from (Text(one.words) for one in heads)
    warnings = [f"{names.step(one.step)}: {caution.words}" if one.step else caution.words
                for one in heads for caution in one.warnings]  # fmt: skip
    if warnings:
        yield Heading(3, names.heading("warnings"))
        yield Items(tuple(dict.fromkeys(warnings)), is_warning=True)
    for one in whole:
        yield from again(one, names)
    # Journals read each code of a set as a variable of its own: these come first there.
    if names.layer.answer == "multiple":
        yield from _codes(whole, names)
    if whole:
        yield figures(whole, names)
    if names.layer.answer != "multiple":
        yield from _codes(whole, names)
    for one in whole:
        yield from apart(one, names)
        yield from _pictures(one, names)
    if parts:
        yield by_target(parts, names)


def _heads(results: Sequence[Agreement]) -> list[Agreement]:
    """The first result of each step."""
    heads: dict[str | None, Agreement] = {}
    for one in results:
        heads.setdefault(one.step, one)
    return list(heads.values())


def _codes(results: Sequence[Agreement], names: Names) -> Iterator[Block]:
    for one in results:
        yield from by_code(one, names)
        if one.per_code:
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


def _pictures(one: Agreement, names: Names) -> Iterator[Picture]:
    """What is easier to see than to read."""
    annotators = {name for pair in one.per_pair for name in pair.annotators}
    if 2 < len(annotators) <= drawings.MOST_CELLS:
        yield Picture(names.heading("plot_pairs"), drawings.pair_map(one.per_pair))
    if one.coincidences and len(one.coincidences.values) <= drawings.MOST_CELLS:
        labels = [names.code(value) for value in one.coincidences.values]
        yield Picture(names.heading("plot_coincidences"), drawings.matrix(one.coincidences, labels))
    if one.without:
        labels = [names.state("left_out", name=part.group) for part in one.without]
        rows = drawings.rows_of(one.without, labels)
        drawn = drawings.intervals(rows, mark=one.value)
        yield Picture(names.heading("plot_without"), drawn)
    if one.over_time:
        rows = drawings.rows_of(one.over_time, [part.group or "" for part in one.over_time])
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
