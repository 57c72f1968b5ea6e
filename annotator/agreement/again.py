"""What is computed on other answers than those that count: other rounds, other versions, again.

Intra-coder agreement takes an annotator's answers to the same unit in two rounds: the unit is then
(annotator, unit), the raters are the first and the second time. May import `annotator.model`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from annotator.agreement.over_time import DAY_S, compared
from annotator.agreement.questionnaire import parts_of, questions_of
from annotator.agreement.ranks import distinct
from annotator.agreement.rows import rows_of, unit_numbers
from annotator.agreement.sharing import part_alpha

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

    from annotator.agreement.options import Options
    from annotator.agreement.questions import Measure, Question
    from annotator.agreement.ratings import Indices, Integers, LayerAnswers
    from annotator.agreement.results import Agreement

    Flags = NDArray[np.bool_]

# A row an annotator beyond this helps nobody; all of them are in the pooled figure.
MOST_ANNOTATORS = 25
FIRST, SECOND = "first", "second"


@dataclass(frozen=True)
class Again:
    """Tables by the step of the question that they stand beside."""

    intra: dict[str | None, tuple[Agreement, ...]] = field(default_factory=dict)
    over_time: dict[str | None, tuple[Agreement, ...]] = field(default_factory=dict)


def again_of(
    answers: LayerAnswers, options: Options, former: Again | None = None,
    touched: Collection[str] = (),
) -> Again:  # fmt: skip
    """The tables of one layer.

    Where only the answers of the `touched` annotators are others than in `former`, and the list of
    answers is the same, the figures of the rest are taken from there.
    """
    known = {name: results for name, results in _by_annotator(former or Again()).items()
             if name not in touched}  # fmt: skip
    return Again(intra=_intra(answers, options, known), over_time=_over_rows(answers, options))


def _by_annotator(again: Again) -> dict[str, dict[str | None, list[Agreement]]]:
    """The figures of each annotator alone, by step."""
    found: dict[str, dict[str | None, list[Agreement]]] = {}
    for step, results in again.intra.items():
        for one in results:
            if one.group is not None:
                found.setdefault(one.group, {}).setdefault(step, []).append(one)
    return found


def _over_rows(answers: LayerAnswers, options: Options) -> dict[str | None, tuple[Agreement, ...]]:
    """Rounds or versions, each computed on its own answers alone."""
    column = {"round": (answers.rounds, answers.round),
              "version": (answers.versions, answers.version)}  # fmt: skip
    titles, part = column.get(options.by or "", ((), None))
    if part is None:
        return {}
    here = [part == place for place in distinct(part)]
    asked = [_pooled(answers.taken(kept), options) for kept in here]
    others = [_pooled(answers.taken(~kept), options) for kept in here if len(here) > 1]
    names = [titles[place] for place in distinct(part).tolist()]
    made = {}
    for place, question in enumerate(asked[0] if asked else ()):
        made[question.step] = compared(
            [(name, questions[place]) for name, questions in zip(names, asked, strict=True)],
            [questions[place] for questions in others],
            sorted(answers.annotators), options,
            layer=answers.layer.key, target=question.target, step=question.step,
        )  # fmt: skip
    return made


def _pooled(answers: LayerAnswers, options: Options) -> list[Question]:
    """What the layer asks over all targets, or over the one that is asked for."""
    place = None if options.target is None else answers.targets.index(options.target)
    rows = rows_of(answers, target=place, holders=options.holders)
    # Whether `cannot_tell` is frequent may differ from part to part: the steps must not.
    questions = [one for one in questions_of(answers, rows, options)
                 if one.step != "with_cannot_tell"]  # fmt: skip
    parts = parts_of(answers, [question.step for question in questions], options)
    return [part.of(questions) for part in parts if part.name == options.target]


@dataclass(frozen=True, eq=False)
class _Twice:
    """Answers to units that an annotator answered in two rounds, as raters `first`, `second`.

    `annotator` is whose answer each row is; `days` lie between the two times, one entry a unit
    and annotator, by `of_days` (whose).
    """

    answers: LayerAnswers
    annotator: Indices
    days: NDArray[np.float64]
    of_days: Integers

    def of(self, annotator: int | None) -> LayerAnswers:
        """All rows, or those of one annotator."""
        if annotator is None:
            return self.answers
        return self.answers.taken(self.annotator == annotator)

    def days_between(self, annotator: int | None) -> float | None:
        """The median; None where times are not known."""
        days = self.days if annotator is None else self.days[self.of_days == annotator]
        return float(np.median(days)) if len(days) else None


def is_answered_again(answers: LayerAnswers) -> bool:
    """Whether anybody answered a unit in two rounds."""
    return _twice(answers) is not None


def _twice(answers: LayerAnswers) -> _Twice | None:
    """The first and the second time; None where nobody answered anything again."""
    if answers.round is None or len(answers.rounds) < 2 or not len(answers.answer):
        return None
    group, n_groups = unit_numbers(answers)
    first = np.full(n_groups, len(answers.rounds))
    np.minimum.at(first, group, answers.round)
    is_first = answers.round == first[group]
    second = np.full(n_groups, len(answers.rounds))
    np.minimum.at(second, group[~is_first], answers.round[~is_first])
    is_second = answers.round == second[group]
    kept = (is_first & (second < len(answers.rounds))[group]) | is_second
    if not kept.any():
        return None
    chosen = answers.taken(kept)
    made = replace(
        chosen,
        # The unit is (annotator, unit).
        paragraph=group[kept].astype(np.int32),
        annotator=is_second[kept].astype(np.int32),
        annotators=[FIRST, SECOND],
        rounds=(),
        round=None,
        units=None,
    )
    days, of_days = _days(chosen, group[kept], is_second[kept])
    return _Twice(made, chosen.annotator, days, of_days)


def _days(
    answers: LayerAnswers, group: Integers, is_second: Flags
) -> tuple[NDArray[np.float64], Integers]:
    """Days between the last answers of the first time and the second, and whose."""
    if answers.changed_at is None:
        return np.zeros(0), np.zeros(0, np.int64)
    _, example, place = np.unique(group, return_index=True, return_inverse=True)
    last = np.zeros((2, len(example)), np.int64)
    np.maximum.at(last, (is_second.astype(np.int64), place), answers.changed_at)
    return (last[1] - last[0]) / DAY_S, answers.annotator[example].astype(np.int64)


def _intra(
    answers: LayerAnswers, options: Options, known: dict[str, dict[str | None, list[Agreement]]]
) -> dict[str | None, tuple[Agreement, ...]]:
    """Each question for all annotators together, then one by one in the order of names.

    `known` holds the figures of annotators for whom they need not be made.
    """
    twice = _twice(answers)
    if twice is None:
        return {}
    who = sorted(distinct(twice.annotator).tolist(), key=answers.annotators.__getitem__)
    made: dict[str | None, list[Agreement]] = defaultdict(list)
    for whose in (None, *(who if len(who) <= MOST_ANNOTATORS else ())):
        group = None if whose is None else answers.annotators[whose]
        if group in known:
            for step, results in known[group].items():
                made[step] += results
            continue
        fields = {
            "by": "annotator",
            "group": group,
            "n_annotators": len(who) if whose is None else 1,
            "days_between": twice.days_between(whose),
        }
        for question in _pooled(twice.of(whose), options):
            # One by one in the first distance alone: a row an annotator.
            measures = question.measures[:1] if whose is not None else question.measures
            made[question.step] += [_figure(question, one, answers, options, fields)
                                    for one in measures]  # fmt: skip
    return {step: tuple(results) for step, results in made.items()}


def _figure(
    question: Question, measure: Measure, answers: LayerAnswers, options: Options,
    fields: dict[str, Any],
) -> Agreement:  # fmt: skip
    names = {"layer": answers.layer.key, "target": question.target,
             "step": measure.step or question.step}  # fmt: skip
    figure = part_alpha(question.ratings, measure, options, **names)
    # The raters are times here: it is no second annotator that lacks.
    reason = "no_pairable_units" if figure.reason == "one_annotator" else figure.reason
    return msgspec.structs.replace(figure, **fields, reason=reason)
