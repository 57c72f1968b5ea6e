"""The figures of a layer while its answers change: after an edit only what it touched is made anew.

What is reported is what a full report of the same answers says. Intervals are left to the full
report: a thousand draws take longer than a key press may.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from annotator.agreement.again import Again, again_of, is_answered_again
from annotator.agreement.live_columns import Changed, Edit, apply_edits
from annotator.agreement.live_questions import Asked, Splice, asked_of
from annotator.agreement.options import Options
from annotator.agreement.questionnaire import Part, parts_of
from annotator.agreement.reporting import layer_results, results_of, span_results
from annotator.agreement.spans_figures import Former, SpanFigures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.ratings import Integers, LayerAnswers
    from annotator.agreement.results import Agreement

__all__ = ["Edit", "LiveLayer"]


class LiveLayer:
    """The answers of one layer and what is known of their agreement."""

    def __init__(self, answers: LayerAnswers, *, language: Literal["en", "it"] = "en"):
        self.answers = answers
        self.language = language
        self._views: dict[str | None, _View] = {}

    def apply(self, edits: Sequence[Edit]) -> None:
        """Take over some edits, each at a place of its own, in rounds that are known already."""
        before = self.answers
        changed = apply_edits(before, edits)
        self.answers = changed.answers
        for view in self._views.values():
            view.follow(before, changed)

    def results(self, target: str | None = None) -> tuple[Agreement, ...]:
        """All results of the layer, or of one of its targets, as in a report without intervals."""
        options = Options(ci=0, target=target, language=self.language)
        if self.answers.layer.answer == "text":
            return tuple(layer_results(self.answers, options))
        if target not in self._views:
            self._views[target] = _View(options)
        return self._views[target].results(self.answers)


class _View:
    """What a layer is asked, pooled or of one target, and the results that still hold."""

    def __init__(self, options: Options):
        self._options = options
        self._asked: Asked | None = None
        self._results: dict[Part, tuple[Agreement, ...]] = {}
        self._again: Again | None = None  # as long as it holds
        self._former_again = Again()
        # Whose answers are others since; None: everybody's.
        self._touched: set[str] | None = None
        self._spans: SpanFigures | None = None

    def results(self, answers: LayerAnswers) -> tuple[Agreement, ...]:
        """Every part of the layer; those that no edit has touched are remembered."""
        if self._asked is None:
            self._results, self._spans = {}, None
            self._asked = asked_of(answers, self._options, target=self._target(answers))
        rows, questions = self._asked.rows, self._asked.questions
        again = self._again or self._made_again(answers)
        if again != self._former_again:
            self._results, self._former_again = {}, again
        self._again, self._touched = again, set()
        parts = list(parts_of(answers, [one.step for one in questions], self._options))
        self._results = {
            part: self._results.get(part)
            or tuple(results_of(part.of(questions), answers, rows, self._options, again))
            for part in parts
        }
        if self._spans is None and answers.evidence is not None and len(answers.evidence.row):
            self._spans = SpanFigures(answers, rows, self._options)
        spans = tuple(span_results(answers, rows, self._options, self._spans))
        if self._spans is not None:
            self._spans.forget()
        return (*(one for part in parts for one in self._results[part]), *spans)

    def _made_again(self, answers: LayerAnswers) -> Again:
        former = None if self._touched is None else self._former_again
        return again_of(answers, self._options, former, self._touched or ())

    def _target(self, answers: LayerAnswers) -> int | None:
        target = self._options.target
        return None if target is None else answers.targets.index(target)

    def follow(self, before: LayerAnswers, changed: Changed) -> None:
        """Ask the touched units anew; everything where that does not do."""
        after, edits = changed.answers, changed.edits
        if not edits:
            return
        asked, self._asked = self._asked, None
        again, self._again = self._again, None
        others, self._touched = self._touched, None
        if asked is None or not asked.rows.n_units or _names(before) != _names(after):
            return
        if before.answers == after.answers and others is not None:
            self._touched = others | {edit.annotator for edit in edits}
        places = _rows_of_units(after, edits)
        former, few = before.taken(_rows_of_units(before, edits)), after.taken(places)
        if before.answers == after.answers and not any(map(is_answered_again, (former, few))):
            self._again = again
        splice = Splice(asked, self._part(former), self._part(few), answers=after,
                        moved=changed.moved, places=places)  # fmt: skip
        self._asked = splice.made()
        if self._asked is not None and self._spans is not None:
            self._spans = self._spans_after(after, few, splice, self._spans)
        if splice.is_renamed:
            self._results = {}
        touched = {after.targets.index(edit.target) for edit in edits if edit.target is not None}
        self._results = {
            part: results
            for part, results in self._results.items()
            # What stands beside the headlines is about all rows.
            if part.name != self._options.target and touched.isdisjoint(part.targets or ())
        }

    def _spans_after(
        self, answers: LayerAnswers, few: LayerAnswers, splice: Splice, spans: SpanFigures
    ) -> SpanFigures | None:
        """What was summed of marked words, but for the touched texts; None if none are left."""
        if answers.evidence is None or not len(answers.evidence.row) or self._asked is None:
            return None
        few = replace(few, evidence=answers.evidence.of_rows(splice.places))
        former = Former(
            spans,
            splice.number_of_unit,
            SpanFigures(few, splice.after.rows, self._options),
            splice.fresh,
            self._asked.rows.n_units,
        )
        return SpanFigures(answers, self._asked.rows, self._options, former)

    def _part(self, few: LayerAnswers) -> Asked:
        """The touched units alone."""
        return asked_of(few, self._options, target=self._target(few), every=True)


def _names(answers: LayerAnswers) -> tuple[list[str], ...]:
    return answers.documents, answers.annotators, answers.targets, answers.holders


def _rows_of_units(answers: LayerAnswers, edits: Sequence[Edit]) -> Integers:
    """All rows of the units that some edits touch."""
    targets = [*answers.targets, None]
    wanted = np.array([
        (answers.documents.index(edit.document), edit.paragraph, targets.index(edit.target))
        for edit in edits
    ])  # fmt: skip
    wanted[wanted[:, 2] == len(answers.targets), 2] = -1
    is_touched = np.zeros(len(answers.documents), bool)
    is_touched[wanted[:, 0]] = True
    here = np.flatnonzero(is_touched.take(answers.document))
    places = np.column_stack([answers.document[here], answers.paragraph[here],
                              answers.target[here]])  # fmt: skip
    rows: Integers = here[(places[:, None] == wanted).all(axis=2).any(axis=1)]
    return rows
