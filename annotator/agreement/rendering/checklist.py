"""What a paper should report: what this report says of it, and what only the authors know.

Knows results only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.agreement.headings import CHECKLIST, COLUMNS, HEADINGS
from annotator.agreement.rendering.blocks import Table
from annotator.agreement.sentences import amount, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.results import Agreement, Report


def checklist(report: Report, language: str) -> Table:
    """A row for each point; the flagged ones are missing here."""
    words = CHECKLIST[language]
    known = _known(report, language)
    rows = [(words[key], known.get(key) or words["missing"]) for key in words if key not in _WORDS]
    return Table(
        title=HEADINGS[language]["checklist"],
        header=(COLUMNS[language]["item"], COLUMNS[language]["said"]),
        rows=tuple(rows),
        n_left=2,
        flagged=frozenset(place for place, row in enumerate(rows) if row[1] == words["missing"]),
    )


# Entries that are answers, not points.
_WORDS = ("missing", "is_in", "none_undefined")


def _known(report: Report, language: str) -> dict[str, str]:
    """What the report says about each point; nothing where it does not know."""
    words, results = CHECKLIST[language], report.results
    is_in = words["is_in"]
    slugs = {caution.slug for one in results for caution in one.warnings}
    steps = {one.step for one in results}
    known = {
        "coders": amount("annotator", len(report.annotators), language),
        "unit": _units(report, language),
        "overlap": _overlap(results, language),
        "rounds": ", ".join(report.rounds),
        "undefined": _undefined(results) or words["none_undefined"],
        # Only a project, which has rounds, knows the key with which an answer was given.
        "none_rest": _by_rest(results, language) if report.rounds else "",
        "program": report.program,
    }
    if report.codebook:
        book = report.codebook
        known["codebook"] = f"{book.key} {book.version}, {book.sha256}"
    present = {
        "figures": any(one.value is not None for one in results),
        "per_code": any(one.per_code for one in results),
        "stance": {"addressed", "position"} <= steps,
        "evidence": "evidence" in steps,
        "intra": any(one.intra for one in results),
        "planted": "planted_excluded" in slugs,
    }
    return known | {key: is_in for key, is_there in present.items() if is_there}


def _units(report: Report, language: str) -> str:
    return ", ".join(f"{one.key}: {amount(one.unit, 1, language)}" for one in report.layers)


def _overlap(results: Sequence[Agreement], language: str) -> str:
    """For each layer, the units with two answers or more and the pairs of answers in them."""
    first: dict[str, Agreement] = {}
    for one in results:
        first.setdefault(one.layer, one)
    return "; ".join(
        f"{layer}: {amount('unit', one.n_units_used, language)}, n = {whole(one.n_pairs, language)}"
        for layer, one in first.items()
        if one.n_units
    )


def _by_rest(results: Sequence[Agreement], language: str) -> str:
    """For each layer asked of targets, the share of its answers "none" that one key gave."""
    addressed = [one for one in results if one.step == "addressed" and one.n_none]
    return "; ".join(
        f"{one.layer}: {round(100 * one.n_none_by_rest / one.n_none)} %"
        f" ({whole(one.n_none_by_rest, language)} / {whole(one.n_none, language)})"
        for one in {one.layer: one for one in reversed(addressed)}.values()
    )


def _undefined(results: Sequence[Agreement]) -> str:
    every = [one for result in results for one in (result, *result.per_code)]
    reasons = dict.fromkeys(one.reason for one in every if one.reason)
    return ", ".join(reasons)
