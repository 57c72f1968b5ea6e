"""A scale asked of targets: is the target addressed, on which side is the holder, then one number.

Step 1, addressed: any position or `cannot_tell` against `none`. Step 2, position: where annotators
gave one. Step 3, holder, stands in `holders`. The one number puts both together: the scale among
positions, `none` as far as its ends.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.distances import NOMINAL, scale_table
from annotator.agreement.holders import holder_question, seen_holders
from annotator.agreement.questions import (
    Measure,
    Question,
    as_codes,
    code_values,
    count_states,
    measure,
    with_extra_value,
)
from annotator.agreement.ranks import distinct, numbered
from annotator.agreement.ratings import Ratings
from annotator.agreement.rows import CANNOT_TELL, CODED, NONE, Rows, rate

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from annotator.agreement.options import Labelled
    from annotator.agreement.ratings import Integers, LayerAnswers
    from annotator.agreement.schemes import Scheme

    Flags = NDArray[np.bool_]

# Values are looked up in a table of up to this many keys (64 MB); above it they are searched.
LOOKUP_SIZE = 8_000_000
# A position is asked only where there is one.
NOT_NONE = np.array([1, 1, 1, 0, 0])
ON_THE_SCALE = ("ordinal_krippendorff", "ordinal_gwet", "interval", "linear", "ratio")


@dataclass(frozen=True, eq=False)
class _Positions:
    """What each annotator said of each holder of each unit, each once, sorted by `key`.

    `key` numbers (unit, holder, annotator). `value` is the place of the code; -1 where the answer
    is no position, or where one annotator gave two different ones (`conflicting`).
    """

    key: Integers
    unit: Integers
    holder: Integers
    annotator: Integers
    value: Integers
    conflicting: Integers


def stance_questions(
    answers: LayerAnswers, rows: Rows, scheme: Scheme, wanted: str | None, table: Labelled | None
) -> list[Question]:
    """The one number, addressed, position, and the holder where there are some.

    The step that the wanted distance suits comes first.
    """
    positions = _positions(answers, rows, scheme)
    counts = count_states(rows)
    np.add.at(counts[:, 2], rows.target_ix[positions.unit], positions.conflicting)
    by_value = answers.layer.measure == "interval"
    whole = _one_number(rows, positions, scheme, counts, _whole_measures(
        scheme, wanted, table, by_value=by_value))  # fmt: skip
    position = _position(rows, positions, scheme, counts * NOT_NONE, _position_measures(
        scheme, wanted, by_value=by_value))  # fmt: skip
    addressed = _addressed(rows, counts)
    holder = [holder_question(rows)] if answers.layer.holder else []
    if wanted in ON_THE_SCALE:
        return [position, whole, addressed, *holder]
    return [whole, addressed, position, *holder]


def stance_with_cannot_tell(
    answers: LayerAnswers, rows: Rows, scheme: Scheme, whole: Question
) -> Question:
    """The one number with `cannot_tell` as one more value, as far from all others as can be."""
    positions = _positions(answers, rows, scheme)
    n_values = len(whole.values)
    unable = rows.state == CANNOT_TELL
    n_annotators = max(len(rows.annotators), 1)
    key = (rows.unit * len(rows.holders) + rows.holder) * n_annotators + rows.annotator
    is_unable = np.isin(positions.key, key[unable]) & (positions.conflicting == 0)
    value = np.where(is_unable & (positions.value < 0), n_values, positions.value)
    named = unable | (rows.state == CODED)
    ratings = _with_none(rows, replace(positions, value=value), named, none=n_values - 1)
    ratings = Ratings(ratings.said, ratings.document_ix, ratings.n_annotators, n_values + 1)
    return with_extra_value(whole, ratings)


def _whole_measures(
    scheme: Scheme, wanted: str | None, table: Labelled | None, *, by_value: bool
) -> tuple[Measure, ...]:
    assert scheme.numbers is not None
    scale = Measure(scale_table(scheme.numbers, none=True, by_value=by_value))
    nominal = Measure(NOMINAL)
    if wanted in (None, "scale", *ON_THE_SCALE):
        return scale, nominal
    first = measure(wanted, scheme, with_none=True, table=table)
    return (first, scale) if wanted == "nominal" else (first, scale, nominal)


def _position_measures(
    scheme: Scheme, wanted: str | None, *, by_value: bool
) -> tuple[Measure, ...]:
    usual = "interval" if by_value else "ordinal_krippendorff"
    name = wanted if wanted in ON_THE_SCALE else usual
    first = measure(name, scheme, with_none=False)
    measures = [first, Measure(NOMINAL)]
    if any(scheme.aside):
        merge = first.merge if first.merge is not None else np.arange(len(scheme.codes))
        merge = np.where(scheme.aside, -1, merge).astype(np.int32)
        measures.append(Measure(first.distance, merge, "position_without_aside"))
    return tuple(measures)


def _addressed(rows: Rows, counts: Integers) -> Question:
    """Step 1, unit (paragraph, target): `none` against everything else but `skipped`."""
    groups = rows.groups(rows.unit)
    place, n_places = numbered(groups, rows.n_units * max(len(rows.annotators), 1))
    places = np.zeros(n_places, np.int64)
    places[place] = groups
    yes = np.zeros(len(places), bool)
    no = np.zeros(len(places), bool)
    yes[place[(rows.state == CODED) | (rows.state == CANNOT_TELL)]] = True
    no[place[rows.state == NONE]] = True
    n_annotators = max(len(rows.annotators), 1)
    value = np.where(yes, 1, np.where(no, 0, -1))
    ratings = rate(rows, places // n_annotators, places % n_annotators, value, n_values=2)
    return Question(
        step="addressed",
        ratings=ratings,
        target_ix=rows.target_ix,
        counts=counts * np.array([0, 1, 0, 1, 1]),
        values=("none", "addressed"),
        codes=("addressed",),
        holds=np.array([[0.0], [1.0]]),
        measures=(Measure(NOMINAL),),
    )


def _position(
    rows: Rows, positions: _Positions, scheme: Scheme, counts: Integers,
    measures: tuple[Measure, ...],
) -> Question:  # fmt: skip
    """Step 2, unit (paragraph, target, holder): only positions."""
    n_holders = len(rows.holders)
    unit = positions.unit * n_holders + positions.holder
    return Question(
        step="position",
        ratings=rate(rows, unit, positions.annotator, positions.value,
                     n_values=len(scheme.codes),
                     document_ix=np.repeat(rows.document_ix, n_holders)),
        target_ix=np.repeat(rows.target_ix, n_holders),
        counts=counts,
        **as_codes(scheme, with_none=False),
        measures=measures,
        seen=seen_holders(rows),
    )  # fmt: skip


def _one_number(
    rows: Rows, positions: _Positions, scheme: Scheme, counts: Integers,
    measures: tuple[Measure, ...],
) -> Question:  # fmt: skip
    """Unit (paragraph, target, holder somebody coded): a position, or `none` by who did not.

    Where nobody coded the target, its one unit is the default holder, with whom `none` is stored.
    """
    return Question(
        step=None,
        ratings=_with_none(rows, positions, rows.state == CODED, none=len(scheme.codes)),
        target_ix=np.repeat(rows.target_ix, len(rows.holders)),
        counts=counts,
        **as_codes(scheme, with_none=True),
        measures=measures,
    )


def _with_none(rows: Rows, positions: _Positions, named: Flags, *, none: int) -> Ratings:
    """What each annotator who answered the target said of each holder that somebody `named`."""
    n_annotators, n_holders = max(len(rows.annotators), 1), len(rows.holders)
    answered = distinct(rows.groups(rows.unit)[named | (rows.state == NONE)])
    units = _units_in_question(rows, named)
    # Every unit once for each annotator who answered its target.
    of_target = np.bincount(answered // n_annotators, minlength=rows.n_units)
    start = np.cumsum(of_target) - of_target
    target_unit = units // n_holders
    repeats = of_target[target_unit]
    within = np.arange(repeats.sum()) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    annotator = answered[np.repeat(start[target_unit], repeats) + within] % n_annotators
    unit = np.repeat(units, repeats)
    value = _said(positions, unit * n_annotators + annotator, none=none)
    return rate(rows, unit, annotator, value, n_values=none + 1,
                document_ix=np.repeat(rows.document_ix, n_holders))  # fmt: skip


def _units_in_question(rows: Rows, named: Flags) -> Integers:
    """(unit, holder) that somebody named; the default holder where nobody did."""
    n_holders = len(rows.holders)
    with_position = distinct(rows.unit[named] * n_holders + rows.holder[named])
    bare = np.ones(rows.n_units, bool)
    bare[with_position // n_holders] = False
    # No unit is in both; sorting is much faster than a union, which hashes.
    bare_units = np.flatnonzero(bare) * n_holders + rows.default_holder
    return np.sort(np.concatenate([with_position, bare_units]))


def _said(positions: _Positions, key: Integers, *, none: int) -> Integers:
    """The value given under each key; `none` where the annotator left that holder out."""
    if not len(positions.key):
        return np.full(len(key), none)
    space = 1 + max(int(positions.key[-1]), int(key.max(initial=0)))
    if space <= LOOKUP_SIZE:
        value = np.full(space, none, np.int64)
        value[positions.key] = positions.value
        return value[key]
    place = np.minimum(np.searchsorted(positions.key, key), len(positions.key) - 1)
    return np.where(positions.key[place] == key, positions.value[place], none)


def _positions(answers: LayerAnswers, rows: Rows, scheme: Scheme) -> _Positions:
    """One entry for each annotator, unit and holder with an answer other than `none`."""
    value, _ = code_values(answers, rows, scheme)
    said = rows.state != NONE
    unit, annotator, holder = rows.unit[said], rows.annotator[said], rows.holder[said]
    value = np.where(rows.state[said] == CODED, value[said], -1)
    n_annotators, n_holders = max(len(rows.annotators), 1), len(rows.holders)
    key, first, place = np.unique(
        (unit * n_holders + holder) * n_annotators + annotator,
        return_index=True,
        return_inverse=True,
    )
    best = np.full(len(key), -1, np.int64)
    np.maximum.at(best, place, value)
    conflicting = np.zeros(len(key), bool)
    conflicting[place[(value >= 0) & (value != best[place])]] = True
    return _Positions(
        key=key,
        unit=unit[first],
        holder=holder[first],
        annotator=annotator[first],
        value=np.where(conflicting, -1, best),
        conflicting=conflicting.astype(np.int64),
    )
