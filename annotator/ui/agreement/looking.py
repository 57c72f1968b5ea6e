"""What of a report is looked at: which lines the list has, which results belong to one of them.

Pure functions over results; no Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.agreement.choices import Choice
from annotator.ui.agreement.naming import Names, distance_words, measure_words
from annotator.ui.agreement.overview import Seen
from annotator.ui.messages import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.agreement.results import Agreement

QUESTION, OVER_TIME, SECOND_PASS, PAIRS, WITHOUT = "question", "time", "second", "pairs", "without"
PLANNING = "planning"
# Once more in another way: said beside the step that they belong to.
_BESIDE = {
    "position_without_aside": "position",
    "with_cannot_tell": None,
    "evidence_where_chosen": "evidence",
}


def choices_of(results: Mapping[str, Sequence[Agreement]], names: Names) -> list[Choice]:
    """The questions with their steps, then the ways to compare."""
    return [Choice(tr("Question")), *_questions(results, names), Choice(tr("Compare")), *_ways()]


def _questions(results: Mapping[str, Sequence[Agreement]], names: Names) -> Iterable[Choice]:
    for layer, found in results.items():
        for head in headlines(found):
            if head.step in _BESIDE or head.reason == "not_comparable":
                continue
            title = names.title(layer, head.step)
            yield Choice(title, _below(head, names), QUESTION, layer, head.step)


def _below(head: Agreement, names: Names) -> str:
    kinds = {
        "multiple": tr("set of codes"),
        "single": tr("one code"),
        "scale": tr("scale"),
        "text": tr("text"),
    }
    kind = kinds[names.codebook.layer(head.layer).answer]
    steps = {
        "addressed": tr("yes / no"),
        "evidence": tr("spans"),
        "primary": kinds["single"],
        "holder": tr("set of voices"),
    }
    kind = steps.get(head.step or "", kind)
    measure = measure_words(head)
    if head.coefficient == "alpha":
        measure = f"α {distance_words(head.distance)}"
    return f"{kind} · {measure}"


def _ways() -> list[Choice]:
    return [
        Choice(tr("Over time"), page=OVER_TIME),
        Choice(tr("Same person, second pass"), page=SECOND_PASS),
        Choice(tr("Code against code"), page=PAIRS),
        Choice(tr("Without one person"), page=WITHOUT),
        Choice(tr("How much to code twice"), page=PLANNING),
    ]


def headlines(results: Iterable[Agreement], target: str | None = None) -> list[Agreement]:
    """The first result of each step about this target: in the metric that fits the question."""
    first: dict[str | None, Agreement] = {}
    for result in results:
        if result.target == target:
            first.setdefault(result.step, result)
    return list(first.values())


def seen_of(
    results: Sequence[Agreement], step: str | None, target: str | None, *, is_fresh: bool
) -> Seen | None:
    """The results that belong to one line of the list; None where there are none."""
    same = [one for one in results if (one.step, one.target) == (step, target)]
    if not same:
        return None
    again = [one for one in headlines(results, target)
             if one.step in _BESIDE and _BESIDE[one.step] == step]  # fmt: skip
    by_target: dict[str, Agreement] = {}
    for one in results:
        if target is None and one.step == step and one.target is not None:
            by_target.setdefault(one.target, one)
    return Seen(same[0], [*same[1:], *again], list(by_target.values()), is_fresh)


def targets_of(results: Iterable[Agreement], names: Names) -> list[tuple[str, str]]:
    """Targets with results, by key and label."""
    keys = dict.fromkeys(one.target for one in results if one.target is not None)
    return [(key, names.target(key)) for key in keys]
