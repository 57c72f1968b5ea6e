"""Pair confusion: which two codes of a set are taken for each other, and in which units.

For each pair of annotators whose sets A and B differ: if each has a code that the other lacks,
every pair in (A - B) x (B - A) is swapped; otherwise every extra code stands beside every shared
one, and beside `none` if nothing is shared.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.results import CodePair
from annotator.agreement.unit_names import Units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from annotator.agreement.patterns import Patterns
    from annotator.agreement.questions import Question
    from annotator.agreement.ratings import Integers, LayerAnswers
    from annotator.agreement.rows import Rows

    Flags = NDArray[np.bool_]

# Pairs of answers beyond this take too much memory; it is reached with hundreds of annotators.
MOST_PAIRS = 5_000_000


def code_pairs(
    question: Question, positions: Patterns, answers: LayerAnswers, rows: Rows, top: int
) -> tuple[CodePair, ...]:
    """The pairs of codes that were confused, the most frequent first.

    `positions` are those of units with two answers. `top` units are listed of each pair, in
    their order.
    """
    if question.holds is None or not question.is_set:
        return ()
    if int((positions.size * (positions.size - 1)).sum()) > 2 * MOST_PAIRS:
        return ()
    unequal = _unequal_answers(positions, max(question.ratings.n_values, 1))
    confusion = _Confusion(unequal, question.holds > 0, positions)
    names = Units(question, answers, rows)
    keys = (*question.codes, "none")
    made = []
    for place in confusion.places:
        concerned = confusion.patterns(place)
        units = names.with_pattern(positions.of_unit, concerned, max(top, 1))
        first, second = confusion.pairs[place]
        made.append(
            CodePair(
                codes=(keys[first], keys[second]),
                swapped=int(confusion.n_by_kind @ confusion.swapped[:, place]),
                beside=int(confusion.n_by_kind @ confusion.beside[:, place]),
                first=_named(confusion.had(place, first), rows.annotators),
                second=_named(confusion.had(place, second), rows.annotators),
                units=tuple(names.names(units)),
                n_units=int(positions.frequency[concerned].sum()),
            )
        )
    return tuple(sorted(made, key=lambda one: -one.swapped - one.beside))


def _named(counts: Integers, annotators: Sequence[str]) -> dict[str, int]:
    return {annotators[place]: int(counts[place]) for place in np.flatnonzero(counts).tolist()}


@dataclass(frozen=True, eq=False)
class _Unequal:
    """Two annotators with unequal values within a position pattern, one entry each."""

    pattern: Integers
    annotators: tuple[Integers, Integers]
    values: tuple[Integers, Integers]


def _unequal_answers(positions: Patterns, n_values: int) -> _Unequal:
    """All pairs of positions of a pattern whose values differ."""
    who, value = np.divmod(positions.value, n_values)
    firsts, seconds = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    first = np.arange(len(value))
    gap = 1
    while len(first):
        first = first[first + gap < len(value)]
        first = first[positions.pattern[first] == positions.pattern[first + gap]]
        unequal = first[value[first] != value[first + gap]]
        firsts.append(unequal)
        seconds.append(unequal + gap)
        gap += 1
    one, other = np.concatenate(firsts), np.concatenate(seconds)
    return _Unequal(positions.pattern[one], (who[one], who[other]), (value[one], value[other]))


class _Confusion:
    """Which pairs of codes each pair of unequal sets confuses.

    `pairs` are places of codes, the last one is `none`; `swapped` and `beside` are (pairs of
    sets, pairs of codes).
    """

    def __init__(self, unequal: _Unequal, holds: Flags, positions: Patterns):
        n_sets, n_codes = holds.shape
        self._unequal, self._frequency = unequal, positions.frequency
        self.pairs = list(combinations(range(n_codes + 1), 2))
        # `none` is had by who chose nothing.
        self._had: Flags = np.column_stack([holds, ~holds.any(axis=1)])
        kinds, self._kind = np.unique(
            unequal.values[0] * n_sets + unequal.values[1], return_inverse=True
        )
        self._sides = kinds // max(n_sets, 1), kinds % max(n_sets, 1)
        one, other = (holds[side] for side in self._sides)
        nothing = np.zeros((len(kinds), 1), bool)
        lacked, added = np.hstack([one & ~other, nothing]), np.hstack([other & ~one, nothing])
        shared = np.column_stack([one & other, ~(one & other).any(axis=1)])
        is_swapped: Flags = np.logical_and(lacked.any(axis=1), added.any(axis=1))
        extra = lacked | added
        extra[is_swapped] = False
        self.swapped = _either(lacked, added, self.pairs)
        self.beside = _either(extra, shared, self.pairs)

    @cached_property
    def places(self) -> list[int]:
        """The pairs of codes that occur."""
        occurs = (self.swapped | self.beside).any(axis=0)
        return np.flatnonzero(occurs).tolist()

    @cached_property
    def _weight(self) -> Integers:
        """How many units each entry stands for."""
        return np.take(self._frequency, self._unequal.pattern)

    @cached_property
    def n_by_kind(self) -> Integers:
        """How often each pair of sets met, over units and pairs of annotators."""
        return np.bincount(self._kind, self._weight, len(self.swapped)).astype(np.int64)

    def _confused(self, place: int) -> Flags:
        return np.logical_or(self.swapped[:, place], self.beside[:, place])

    def patterns(self, place: int) -> Flags:
        """In which position patterns this pair of codes is confused."""
        found = np.zeros(len(self._frequency), bool)
        found[self._unequal.pattern[np.take(self._confused(place), self._kind)]] = True
        return found

    def had(self, place: int, code: int) -> Integers:
        """How often each annotator had this code where the pair is confused."""
        confused, had = self._confused(place), self._had[:, code]
        n_annotators = 1 + max(int(who.max(initial=0)) for who in self._unequal.annotators)
        total = np.zeros(n_annotators, np.int64)
        for who, side in zip(self._unequal.annotators, self._sides, strict=True):
            weight = self._weight * np.take(confused & had[side], self._kind)
            total += np.bincount(who, weight, n_annotators).astype(np.int64)
        return total


def _either(some: Flags, others: Flags, pairs: list[tuple[int, int]]) -> Flags:
    """For each pair of codes whether one is in `some` and the other in `others`."""
    made = np.zeros((len(some), len(pairs)), bool)
    for place, (one, other) in enumerate(pairs):
        made[:, place] = (some[:, one] & others[:, other]) | (some[:, other] & others[:, one])
    return made
