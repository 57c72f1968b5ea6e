"""Step 3 of a stance: whose position it is, where the target is addressed.

A rating is the set of holders (types, or names where asked) whose position an annotator saw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.distances import MOST_VALUES, NOMINAL, between_sets
from annotator.agreement.questions import MOST_CODES, Measure, Question, count_states
from annotator.agreement.ranks import distinct
from annotator.agreement.results import HolderCount
from annotator.agreement.rows import CANNOT_TELL, CODED, Rows, rate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.ratings import Floats, Indices, Integers, LayerAnswers, Ratings


def holder_question(rows: Rows) -> Question:
    """Unit (paragraph, target): the holders of an annotator who found the target addressed."""
    n_holders, n_annotators = len(rows.holders), max(len(rows.annotators), 1)
    seen = (rows.state == CODED) | (rows.state == CANNOT_TELL)
    cell = distinct(rows.groups(rows.unit)[seen] * n_holders + rows.holder[seen])
    group, holder = np.divmod(cell, n_holders)
    is_first = np.diff(group, prepend=-1) > 0
    groups = group[is_first]
    number, sets = _numbered_sets(np.cumsum(is_first) - 1, holder, n_holders)
    ratings = rate(rows, groups // n_annotators, groups % n_annotators, number,
                   n_values=len(sets))  # fmt: skip
    counts = count_states(rows) * np.array([0, 1, 0, 0, 0])
    return question_of_sets(rows.holders, sets, ratings, rows.target_ix, counts)


def question_of_sets(
    holders: Sequence[str], sets: Sequence[tuple[int, ...]], ratings: Ratings,
    target_ix: Indices, counts: Integers,
) -> Question:  # fmt: skip
    """The question whose values are these sets of places of holders, all of which occur.

    With more sets of names than a matrix of distances holds, it counts whether they are equal.
    """
    used = sorted({place for chosen in sets for place in chosen})
    holds, measure = None, Measure(NOMINAL)
    if len(sets) <= MOST_VALUES:
        members = _members(sets, len(holders))
        holds = members[:, used] if len(used) <= MOST_CODES else None
        measure = Measure(between_sets("jaccard", members))
    return Question(
        step="holder",
        ratings=ratings,
        target_ix=target_ix,
        counts=counts,
        values=tuple("|".join(holders[one] for one in chosen) for chosen in sets),
        codes=tuple(holders[place] for place in used),
        holds=holds,
        measures=(measure,),
        is_set=True,
        sets=tuple(sets),
    )


def _members(sets: Sequence[tuple[int, ...]], n_holders: int) -> Floats:
    members = np.zeros((len(sets), n_holders))
    for place, chosen in enumerate(sets):
        members[place, list(chosen)] = 1
    return members


def _numbered_sets(
    group: Integers, member: Integers, n_members: int
) -> tuple[Integers, list[tuple[int, ...]]]:
    """The set of each group, as a number, and the sets: small ones first, then in order.

    `group` rises from 0 without gaps; the members of each group rise.
    """
    n_groups = int(group[-1]) + 1 if len(group) else 0
    size = np.bincount(group, minlength=n_groups)
    place = np.arange(len(group)) - np.repeat(np.cumsum(size) - size, size)
    number = np.unique(size, return_inverse=True)[1]
    for position in range(int(size.max(initial=0))):
        digit = np.zeros(n_groups, np.int64)
        here = place == position
        digit[group[here]] = member[here] + 1
        number = np.unique(number * (n_members + 1) + digit, return_inverse=True)[1]
    example = np.unique(number, return_index=True)[1]
    start = np.cumsum(size) - size
    sets = [tuple(member[start[one] : start[one] + size[one]].tolist()) for one in example.tolist()]
    return number, sets


def seen_holders(rows: Rows) -> Integers:
    """The units with a position, and those where one annotator saw it: (targets + 1, holders, 2).

    The last entry is that without a target.
    """
    n_holders, n_annotators = len(rows.holders), max(len(rows.annotators), 1)
    coded = rows.state == CODED
    cell = distinct((rows.unit[coded] * n_holders + rows.holder[coded]) * n_annotators
                    + rows.annotator[coded])  # fmt: skip
    n_ratings = np.bincount(cell // n_annotators)
    unit = np.flatnonzero(n_ratings)
    n_targets = int(rows.target_ix.max(initial=-1)) + 1
    # A unit without a target has -1: the last entry.
    target = rows.target_ix[unit // n_holders].astype(np.int64) % (n_targets + 1)
    kind = target * n_holders + unit % n_holders
    size = (n_targets + 1) * n_holders
    n_single = np.bincount(kind, n_ratings[unit] == 1, size).astype(np.int64)
    counts = np.column_stack([np.bincount(kind, minlength=size), n_single])
    return counts.reshape(n_targets + 1, n_holders, 2)


def by_holder(answers: LayerAnswers, rows: Rows, seen: Integers) -> tuple[HolderCount, ...]:
    """What was seen of each holder, targets and holders in the order of their names.

    What nobody coded is left out.
    """
    targets = [*answers.targets[: len(seen) - 1], None]
    counts = [
        HolderCount(
            target=targets[target],
            holder=rows.holders[holder],
            n_units=int(seen[target, holder, 0]),
            n_single=int(seen[target, holder, 1]),
        )
        for target, holder in np.argwhere(seen[:, :, 0]).tolist()
    ]
    return tuple(sorted(counts, key=lambda one: (one.target or "", one.holder)))
