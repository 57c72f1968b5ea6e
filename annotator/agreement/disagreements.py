"""The units in which annotators lie furthest apart, and who gave what there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.coefficients import disagreement
from annotator.agreement.results import Disagreement, Given
from annotator.agreement.rows import CANNOT_TELL, CODED, NONE, STATES
from annotator.agreement.schemes import scheme_of
from annotator.agreement.unit_names import Units

if TYPE_CHECKING:
    from annotator.agreement.distances import Distance
    from annotator.agreement.patterns import Patterns
    from annotator.agreement.questions import Question
    from annotator.agreement.ratings import Floats, Integers, LayerAnswers
    from annotator.agreement.rows import Rows

# An answer as it is listed: the place of its state, its codes.
Answer = tuple[int, tuple[str, ...]]


def disagreements(
    question: Question, patterns: Patterns, positions: Patterns, answers: LayerAnswers,
    rows: Rows, top: int,
) -> tuple[int, tuple[Disagreement, ...]]:  # fmt: skip
    """How many units hold answers that the first distance tells apart, and the hardest of them.

    `patterns` are what that distance compares, `positions` who said what. Units with equal shares
    stand in their own order.
    """
    apart = distances_within(patterns, question.measures[0].distance)
    total = float(patterns.frequency @ apart)
    n_units = int(patterns.frequency[apart > 0].sum())
    names = Units(question, answers, rows)
    hardest = _hardest(apart, patterns, names, top)
    given = _Answers(question, positions, answers, rows, names).given(hardest)
    listed = zip(names.names(hardest), apart[patterns.of(hardest)] / total, given, strict=True)
    return n_units, tuple(Disagreement(name, float(share), one) for name, share, one in listed)


def distances_within(patterns: Patterns, distance: Distance) -> Floats:
    """What one unit of each pattern adds to the observed disagreement; 0 where all are equal."""
    if distance.name == "ordinal_krippendorff":
        # Twice m times the spread of the mean ranks: no matrix of values is needed.
        rank = mean_ranks(patterns)
        squares, sums = patterns.sums(rank**2), patterns.sums(rank)
        apart = 2 * (patterns.size * squares - sums**2) / (patterns.size - 1)
    else:
        apart = disagreement(patterns, distance.matrix)
    several = np.bincount(patterns.pattern, minlength=len(patterns)) > 1
    # Sums of the same parts in another order must tie.
    scale = float(np.abs(apart).max(initial=0)) or 1.0
    return np.where(several, np.round(apart / scale, 12), 0.0)


def mean_ranks(patterns: Patterns) -> Floats:
    """The mean rank of each value among all that are counted, from the middle of the ranks."""
    weights = patterns.count * patterns.frequency[patterns.pattern]
    n_by_value = np.bincount(patterns.value, weights, max(patterns.n_values, 1))
    ranks: Floats = np.cumsum(n_by_value) - n_by_value / 2 - n_by_value.sum() / 2
    return ranks


def _hardest(apart: Floats, patterns: Patterns, names: Units, top: int) -> Integers:
    """The first `top` units, those furthest apart first."""
    order = np.argsort(-apart, kind="stable")
    order = order[apart[order] > 0]
    if not len(order) or top < 1:
        return np.zeros(0, np.int64)
    n_so_far = np.cumsum(patterns.frequency[order])
    last = min(int(np.searchsorted(n_so_far, top)), len(order) - 1)
    limit = apart[order[last]]
    hard = np.flatnonzero(patterns.among_units(apart >= limit, missing=False))
    of_hard = apart[patterns.of(hard)]
    order = np.argsort(-of_hard, kind="stable")
    starts = np.flatnonzero(np.diff(of_hard[order])) + 1
    ties = np.split(hard[order], starts)
    return np.concatenate([names.first(tied, top) for tied in ties])[:top]


class _Answers:
    """What was answered on the units of a question, the answers that do not count too."""

    def __init__(
        self, question: Question, positions: Patterns, answers: LayerAnswers, rows: Rows,
        units: Units,
    ):  # fmt: skip
        self._question, self._answers, self._rows = question, answers, rows
        self._positions, self._units = positions, units
        self._order = scheme_of(answers).places

    def given(self, units: Integers) -> list[tuple[Given, ...]]:
        """Each answer once for each unit, with those who gave it."""
        places, holders = self._units.places(units), self._units.holders(units)
        of_place = self._rows_of(places)
        made = []
        for place, holder, annotators in zip(places.tolist(), holders.tolist(),
                                             self._rated(units), strict=True):  # fmt: skip
            said = self._said(of_place.get(place, []), holder)
            # Who answered the target and left this holder out answered `none` about it.
            for annotator in annotators:
                said.setdefault(annotator, [(NONE, ())])
            made.append(self._grouped(said))
        return made

    def _rows_of(self, places: Integers) -> dict[int, list[int]]:
        wanted = np.zeros(self._rows.n_units, bool)
        wanted[places] = True
        found: dict[int, list[int]] = {}
        for row in np.flatnonzero(wanted.take(self._rows.unit)).tolist():
            found.setdefault(int(self._rows.unit[row]), []).append(row)
        return found

    def _rated(self, units: Integers) -> list[list[int]]:
        """Who gave a rating of each unit."""
        positions = self._positions
        pattern = positions.of(units)
        starts = np.searchsorted(positions.pattern, pattern).tolist()
        ends = np.searchsorted(positions.pattern, pattern, "right").tolist()
        who = positions.value // self._question.ratings.n_values
        return [who[start:end].tolist() for start, end in zip(starts, ends, strict=True)]

    def _said(self, places: list[int], holder: int) -> dict[int, list[Answer]]:
        """The answers of each annotator on one unit."""
        if self._question.step == "holder":
            return self._holders(places)
        rows = self._rows
        said: dict[int, list[Answer]] = {}
        for row in places:
            state = int(rows.state[row])
            if holder >= 0 and state == CODED and rows.holder[row] != holder:
                continue
            of_one = said.setdefault(int(rows.annotator[row]), [])
            answer = state, self._codes(int(rows.answer[row]))
            if answer not in of_one and (self._answers.layer.holder or not of_one):
                of_one.append(answer)
        return said

    def _codes(self, answer: int) -> tuple[str, ...]:
        _, codes, primary = self._answers.answers[answer]
        if self._question.step == "primary" and primary is not None:
            return (primary,)
        return codes

    def _holders(self, places: list[int]) -> dict[int, list[Answer]]:
        """Whose positions each annotator saw: the holders are the codes here."""
        rows = self._rows
        seen: dict[int, set[str]] = {}
        states: dict[int, int] = {}
        for row in places:
            annotator, state = int(rows.annotator[row]), int(rows.state[row])
            states.setdefault(annotator, state)
            if state in (CODED, CANNOT_TELL):
                seen.setdefault(annotator, set()).add(rows.holders[rows.holder[row]])
        return {
            annotator: [(CODED if annotator in seen else state,
                         tuple(sorted(seen.get(annotator, ()))))]
            for annotator, state in states.items()
        }  # fmt: skip

    def _grouped(self, said: dict[int, list[Answer]]) -> tuple[Given, ...]:
        """Equal answers once, in the order of states and of the codebook; names in order."""
        by_answer: dict[Answer, list[int]] = {}
        for annotator, of_one in said.items():
            for answer in of_one:
                by_answer.setdefault(answer, []).append(annotator)
        names = self._rows.annotators
        return tuple(
            Given(STATES[state], codes, tuple(names[place] for place in sorted(places)))
            for (state, codes), places in sorted(by_answer.items(), key=self._place)
        )

    def _place(self, entry: tuple[Answer, list[int]]) -> tuple[int, list[int], tuple[str, ...]]:
        (state, codes), _ = entry
        return state, [self._order.get(code, len(self._order)) for code in codes], codes
