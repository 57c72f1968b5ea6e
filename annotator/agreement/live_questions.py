"""The questions of a layer after some edits: only the units that were touched are asked anew.

A unit's ratings come from its own rows alone (`questions_of`), so the ratings of the other units
stay. Everything that is no ratings is made anew as well, and cannot grow old. Knows how a layer is
asked, and nothing of figures.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.questionnaire import asks_with_cannot_tell, questions_of
from annotator.agreement.ratings import Ratings
from annotator.agreement.rows import rows_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from annotator.agreement.options import Options
    from annotator.agreement.questions import Question
    from annotator.agreement.ratings import Indices, Integers, LayerAnswers
    from annotator.agreement.rows import Rows

    Truths = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Asked:
    """A layer's rows and questions; `codes` number its units by document, paragraph, target."""

    rows: Rows
    questions: list[Question]
    codes: Integers


def asked_of(
    answers: LayerAnswers, options: Options, *, target: int | None, every: bool = False
) -> Asked:
    """Ask everything of all rows."""
    rows = rows_of(answers, target=target, holders=options.holders)
    questions = questions_of(answers, rows, options, every=every)
    return Asked(rows, questions, _codes(answers, rows))


def _codes(answers: LayerAnswers, rows: Rows) -> Integers:
    """Document, paragraph and target of each unit in one number, which rises as units do."""
    paragraph = answers.paragraph[rows.example].astype(np.int64) + 1
    return (rows.document_ix.astype(np.int64) << 40 | paragraph << 16) + rows.target_ix + 1


class Splice:
    """What was asked before some edits, with the touched units as they are after them.

    `before` and `after` ask the touched units alone: of the columns before the edits and after.
    """

    def __init__(
        self, whole: Asked, before: Asked, after: Asked, *,
        answers: LayerAnswers, moved: Integers, places: Integers,
    ):  # fmt: skip
        """`answers` are the columns now, `moved` gives former rows their place in them.

        `places` are the touched rows of the columns now, which `after` was asked of.
        """
        self.whole, self.before, self.after = whole, before, after
        self.answers, self.moved, self.places = answers, moved, places
        n_units = whole.rows.n_units
        touched = np.zeros(n_units, bool)
        touched[np.searchsorted(whole.codes, before.codes)] = True
        self.stays = ~touched
        self.codes = np.union1d(whole.codes[self.stays], after.codes)
        self.is_renumbered = not np.array_equal(self.codes, whole.codes)
        self.number = np.arange(n_units)
        if self.is_renumbered:
            self.number = np.searchsorted(self.codes, whole.codes)
        self.fresh = np.searchsorted(self.codes, after.codes)

    def made(self) -> Asked | None:
        """All of it; None where the edits change what is asked, so that all must be asked anew."""
        steps = {question.step: question for question in self.after.questions}
        former = {question.step: question for question in self.before.questions}
        questions = [
            self.question(question, former[question.step], steps[question.step])
            for question in self.whole.questions
        ]
        if None in questions:
            return None
        made = [question for question in questions if question is not None]
        is_asked = "with_cannot_tell" in [question.step for question in made]
        if "with_cannot_tell" in steps and asks_with_cannot_tell(made[0]) != is_asked:
            return None
        return Asked(self.rows(), made, self.codes)

    @property
    def is_renamed(self) -> bool:
        """Whether other values occur now than before."""
        return [one.values for one in self.before.questions] != [
            one.values for one in self.after.questions
        ]

    def rows(self) -> Rows:
        """The rows of the units that stay and of those that were touched, as they stand."""
        old, new = self.whole.rows, self.after.rows
        kept = self.stays[old.unit]
        row = self.moved[old.row[kept]]
        fresh = self.places[new.row]
        at = np.searchsorted(row, fresh)

        def merged(stay: NDArray[np.integer], added: NDArray[np.integer]) -> Integers:
            return np.insert(stay, at, added)

        row = merged(row, fresh)
        return replace(
            new,
            unit=merged(self.number[old.unit[kept]], self.fresh[new.unit]),
            annotator=merged(old.annotator[kept], new.annotator),
            holder=merged(old.holder[kept], new.holder),
            state=merged(old.state[kept], new.state),
            answer=self.answers.answer[row],
            row=row,
            document_ix=self.by_unit(old.document_ix, new.document_ix, 1),
            target_ix=self.by_unit(old.target_ix, new.target_ix, 1),
        )

    def question(self, old: Question, before: Question, new: Question) -> Question | None:
        """One question of all units; None if a value is left over that nothing means any more."""
        value_ix = old.ratings.value_ix
        if old.values != new.values:
            places = {value: place for place, value in enumerate(new.values)}
            value_ix = np.array([places.get(value, -1) for value in old.values], np.int32)[value_ix]
        n_holders = len(old.ratings.document_ix) // self.whole.rows.n_units
        unit: Integers = old.ratings.unit_ix.astype(np.int64)
        within: Integers | None = None
        if n_holders > 1:
            unit, within = np.divmod(unit, n_holders)
        kept = self.stays[unit]
        value_ix = value_ix[kept]
        if value_ix.min(initial=0) < 0:
            return None
        unit = self.number[unit[kept]] if self.is_renumbered else unit[kept]
        if within is not None:
            unit = unit * n_holders + within[kept]
        added = new.ratings
        fresh = self.fresh[added.unit_ix // n_holders] * n_holders + added.unit_ix % n_holders
        ratings = Ratings(
            np.concatenate([unit, fresh]).astype(np.int32),
            np.concatenate([old.ratings.annotator_ix[kept], added.annotator_ix]),
            np.concatenate([value_ix, added.value_ix]),
            self.by_unit(old.ratings.document_ix, added.document_ix, n_holders),
            added.n_annotators,
            added.n_values,
        )
        target_ix = self.by_unit(old.target_ix, new.target_ix, n_holders)
        return replace(
            new,
            ratings=ratings,
            target_ix=target_ix,
            missing=_summed(target_ix, (old.missing, 1), (before.missing, -1), (new.missing, 1)),
        )

    def by_unit(self, old: Indices, new: Indices, width: int) -> Indices:
        """A column of `width` entries a unit."""
        if not self.is_renumbered:
            return old
        column = np.empty((len(self.codes), width), old.dtype)
        column[self.number[self.stays]] = old.reshape(-1, width)[self.stays]
        column[self.fresh] = new.reshape(-1, width)
        return column.reshape(-1)


def _summed(target_ix: Indices, *tables: tuple[Integers, int]) -> Integers:
    """Counts by target added up, each with its sign; the last entry is that without a target."""
    total = np.zeros((int(target_ix.max(initial=-1)) + 2, 3), np.int64)
    for table, sign in tables:
        n_targets = len(table) - 1
        # A target that has no row any more has no count either.
        rest = total[: min(n_targets, len(total) - 1)]
        rest += sign * table[: len(rest)]
        total[-1] += sign * table[-1]
    return total
