"""The questions of a layer after some edits: only the units that were touched are asked anew.

A unit's ratings come from its own rows alone (`questions_of`), so the ratings of the other units
stay. Everything that is no ratings is made anew as well, and cannot grow old. Knows how a layer is
asked, and nothing of figures.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from annotator.agreement.holders import question_of_sets
from annotator.agreement.live_pieces import Pieces
from annotator.agreement.questionnaire import asks_with_cannot_tell, questions_of
from annotator.agreement.ratings import Ratings, Said
from annotator.agreement.rows import rows_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from numpy.typing import NDArray

    from annotator.agreement.options import Options
    from annotator.agreement.questions import Question
    from annotator.agreement.ratings import Indices, Integers, LayerAnswers
    from annotator.agreement.rows import Rows

    # What the values mean, and ratings that point to them.
    Rated = tuple[Sequence[Hashable], Ratings]
    RatedSets = tuple[tuple[tuple[int, ...], ...], Ratings]

Number = TypeVar("Number", np.int32, np.int64)
Value = TypeVar("Value", bound="Hashable")


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
        answers: LayerAnswers, moved: Integers | None, places: Integers,
    ):  # fmt: skip
        """`answers` are the columns now, `moved` gives former rows their place if that is another.

        `places` are the touched rows of the columns now, which `after` was asked of. Once all is
        made, `is_renamed` says whether other values occur than before.
        """
        self.whole, self.before, self.after = whole, before, after
        self.answers, self.moved, self.places = answers, moved, places
        self.touched = np.zeros(whole.rows.n_units, bool)
        self.touched[np.searchsorted(whole.codes, before.codes)] = True
        gone = np.setdiff1d(before.codes, after.codes)
        self.come = come = np.setdiff1d(after.codes, before.codes)
        self.codes, self.number = whole.codes, np.zeros(0, np.int64)
        self.units = Pieces(*(np.searchsorted(whole.codes, some) for some in (gone, come)))
        self.is_renumbered = bool(len(gone) or len(come))
        if self.is_renumbered:
            self.codes = self.units.of(whole.codes, come)
            self.number = self.units.numbers(len(whole.codes))
        self.fresh = np.searchsorted(self.codes, after.codes)
        self.is_renamed = False

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
        # Sets that occur are reported of all targets together alone.
        self.is_renamed = any(
            old.sets is None and old.values != now.values
            for old, now in zip(self.whole.questions, made, strict=True)
        )
        return Asked(self.rows(), made, self.codes)

    @property
    def number_of_unit(self) -> Integers | None:
        """The number now of each unit there was, -1 if it was touched; None: as before."""
        return np.where(self.touched, -1, self.number) if self.is_renumbered else None

    def rows(self) -> Rows:
        """The rows of the units that stay and of those that were touched, as they stand."""
        old, new = self.whole.rows, self.after.rows
        gone = np.flatnonzero(self.touched.take(old.unit))
        fresh = self.places[new.row]
        if self.moved is None and np.array_equal(old.row[gone], fresh):
            # Mostly an answer is given in place of another.
            state = old.state.copy()
            state[gone] = new.state
            made = replace(old, state=state, **self._given(old.row))
            vars(made)["example"] = old.example
            return made
        row = old.row if self.moved is None else self.moved.take(old.row)
        pieces = Pieces(gone, np.searchsorted(row, fresh))
        row = pieces.of(row, fresh)
        made = replace(
            new,
            unit=pieces.of(self.numbered(old.unit, 1), self.fresh[new.unit]),
            annotator=pieces.of(old.annotator, new.annotator),
            holder=pieces.of(old.holder, new.holder),
            state=pieces.of(old.state, new.state),
            **self._given(row),
            document_ix=self.by_unit(old.document_ix, new.document_ix, 1),
            target_ix=self.by_unit(old.target_ix, new.target_ix, 1),
        )
        example = old.example if self.moved is None else self.moved[old.example]
        vars(made)["example"] = self.by_unit(example, self.places[new.example], 1, is_changed=True)
        return made

    def _given(self, row: Integers) -> dict[str, Any]:
        """What stands in the columns now."""
        by_rest = self.answers.by_rest
        return {
            "row": row,
            "answer": self.answers.answer.take(row),
            "by_rest": None if by_rest is None else by_rest.take(row),
        }

    def question(self, old: Question, before: Question, new: Question) -> Question | None:
        """One question of all units; None if a value is left over that nothing means any more."""
        width = old.ratings.n_units // self.whole.rows.n_units
        target_ix = self.by_unit(old.target_ix, new.target_ix, width)
        counts = _summed(target_ix, (old.counts, 1), (before.counts, -1), (new.counts, 1))
        if old.sets is not None and new.sets is not None:
            sets, ratings = self.of_sets(
                (old.sets, old.ratings), before.ratings, (new.sets, new.ratings)
            )
            holders = self.after.rows.holders
            return question_of_sets(holders, sets, ratings, target_ix, counts)
        made = self.ratings((old.values, old.ratings), before.ratings, (new.values, new.ratings))
        if made is None:
            return None
        seen = None
        if old.seen is not None and before.seen is not None and new.seen is not None:
            seen = _summed(target_ix, (old.seen, 1), (before.seen, -1), (new.seen, 1))
        return replace(new, ratings=made, target_ix=target_ix, counts=counts, seen=seen)

    def of_sets(
        self, old: RatedSets, before: Ratings, new: RatedSets
    ) -> tuple[list[tuple[int, ...]], Ratings]:
        """The sets that occur now, in order, and the ratings that point to them."""
        sets = sorted({*old[0], *new[0]}, key=lambda one: (len(one), one))
        fresh = sets, _renumbered(new[1], new[0], sets)
        made = self.ratings((sets, _renumbered(old[1], old[0], sets)), before, fresh)
        assert made is not None  # all sets are listed
        present = [one for one, occurs in zip(sets, made.occurring, strict=True) if occurs]
        return present, _renumbered(made, sets, present)

    def ratings(self, old: Rated, before: Ratings, new: Rated) -> Ratings | None:
        """The ratings of all units; None if a value is left over that nothing means any more."""
        (known, former), (values, fresh) = old, new
        width = former.n_units // self.whole.rows.n_units
        document_ix = self.by_unit(former.document_ix, fresh.document_ix, width)
        if list(known) == list(values) and fresh.is_coded:
            codes = self.by_unit(former.codes, fresh.codes, width, is_changed=True)
            made = Ratings.of_codes(codes, document_ix, fresh.n_annotators, fresh.n_values)
            made.n_ratings = former.n_ratings - before.n_ratings + fresh.n_ratings
        else:
            stays = np.flatnonzero(~np.repeat(self.touched, width)[former.unit_ix])
            said = _renumbered(former.taken(stays), known, values).said
            if said.value.min(initial=0) < 0:
                return None
            unit = self.fresh[fresh.unit_ix // width] * width + fresh.unit_ix % width
            added = fresh.said._replace(unit=unit.astype(np.int32))
            said = said._replace(unit=self.numbered(said.unit, width))
            both = Said(*map(np.concatenate, zip(said, added, strict=True)))
            made = Ratings(both, document_ix, fresh.n_annotators, fresh.n_values)
        if document_ix is former.document_ix:
            made.stretches = former.stretches
        return made

    def numbered(self, unit: NDArray[Number], width: int) -> NDArray[Number]:
        """The numbers of units as they are now, with `width` holders each."""
        if not self.is_renumbered:
            return unit
        number = self.number[:, None] * width + np.arange(width)
        return number.reshape(-1).astype(unit.dtype).take(unit)

    def by_unit(
        self, old: NDArray[Number], new: NDArray[Number], width: int, *, is_changed: bool = False
    ) -> NDArray[Number]:
        """A column of `width` entries a unit, which an answer may have changed."""
        if not self.is_renumbered and not is_changed:
            return old
        fresh = new.reshape(-1, width)
        if self.is_renumbered:
            come = np.zeros((len(self.come), width), old.dtype)
            column = self.units.of(old.reshape(-1, width), come)
        else:
            column = old.reshape(-1, width).copy()
        column[self.fresh] = fresh
        return column.reshape(-1)


def _renumbered(ratings: Ratings, old: Sequence[Value], new: Sequence[Value]) -> Ratings:
    """The ratings with the places of their values in another list; -1 where it has them not."""
    if list(old) == list(new):
        return ratings
    places = {value: place for place, value in enumerate(new)}
    number = np.array([places.get(value, -1) for value in old], np.int32)
    said = ratings.said._replace(value=number[ratings.value_ix])
    return Ratings(said, ratings.document_ix, ratings.n_annotators, len(new))


def _summed(target_ix: Indices, *tables: tuple[Integers, int]) -> Integers:
    """Counts by target added up, each with its sign; the last entry is that without a target."""
    width = tables[0][0].shape[1:]
    total = np.zeros((int(target_ix.max(initial=-1)) + 2, *width), np.int64)
    for table, sign in tables:
        n_targets = len(table) - 1
        # A target that has no row any more has no count either.
        rest = total[: min(n_targets, len(total) - 1)]
        rest += sign * table[: len(rest)]
        total[-1] += sign * table[-1]
    return total
