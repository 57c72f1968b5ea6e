"""Which variables a layer asks about: sets, codes, and the steps of a stance.

Turns the answers of a layer into ratings, one question at a time: a state becomes a value or a
missing rating. May import `annotator.model` and `annotator.errors`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from annotator.agreement.distances import (
    NOMINAL,
    ORDINAL,
    SET_DISTANCES,
    Distance,
    between_numbers,
    between_sets,
    from_table,
    ordinal_gwet,
    scale_table,
)
from annotator.agreement.rows import CANNOT_TELL, CODED, NONE, SKIPPED, Rows, rate
from annotator.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.options import Labelled
    from annotator.agreement.ratings import Floats, Indices, Integers, LayerAnswers, Ratings
    from annotator.agreement.schemes import Scheme

# A table of yes/no questions wider than this helps nobody.
MOST_CODES = 64


@dataclass(frozen=True, eq=False)
class Measure:
    """A distance; `merge` renames the values before (-1 leaves a rating out), None keeps them."""

    distance: Distance
    merge: Indices | None = None
    step: str | None = None

    @property
    def n_values(self) -> int:
        """How many values there are after renaming."""
        if self.distance.matrix is not None:
            return len(self.distance.matrix)
        assert self.merge is not None
        return int(self.merge.max(initial=-1)) + 1

    def renamed(self, ratings: Ratings) -> Ratings:
        """The ratings with the values that this distance compares."""
        return ratings if self.merge is None else ratings.revalued(self.merge, self.n_values)


@dataclass(frozen=True, eq=False)
class Question:
    """One variable: ratings of units, what their values mean, and how far those lie apart.

    `values` names each value; `holds` is (values, codes), 1 where the value holds the code, and
    None where there are too many codes for a table of them. `target_ix` has one entry a unit.
    `counts` is (targets + 1, 5): how many answers are missing as cannot tell, as skipped, and as
    in conflict, how many are `none`, and how many of those one key gave to all targets that were
    left; by target and (last) without one. The first of `measures` is the headline. Where
    only some units are left and are numbered anew, `units` says which they were.
    `n_possible` says how many values there could be where those of `ratings` are not all of them.
    `sets` are the places of the members of each value, where the values are the sets that occur.
    `seen` counts the holders that were seen, of all targets that were asked about.
    """

    step: str | None
    ratings: Ratings
    target_ix: Indices
    counts: Integers
    values: tuple[str, ...]
    codes: tuple[str, ...]
    holds: Floats | None
    measures: tuple[Measure, ...]
    is_set: bool = False
    target: str | None = None
    n_possible: float | None = None
    units: Integers | None = None
    sets: tuple[tuple[int, ...], ...] | None = None
    seen: Integers | None = None

    @property
    def n_categories(self) -> float:
        """The values that an annotator could choose from."""
        return self.ratings.n_values if self.n_possible is None else self.n_possible

    def about(self, targets: Sequence[int], name: str | None) -> Question:
        """The same question about some targets only."""
        wanted = np.zeros(len(self.target_ix), bool)
        for target in targets:
            wanted |= self.target_ix == target
        units, ratings = self.ratings.of_units(wanted)
        # A target that no row is about has no entry.
        counts = self.counts[[place for place in targets if place < len(self.counts) - 1]]
        return replace(self, target=name, ratings=ratings, counts=counts, units=units)


def set_question(
    answers: LayerAnswers, rows: Rows, scheme: Scheme, wanted: str | None, table: Labelled | None
) -> Question:
    """The whole set of codes as one answer; `none` is the empty set."""
    unit, target_ix, document_ix = with_holder(answers, rows)
    places = scheme.places
    kinds = {codes for state, codes, _ in answers.answers if state in ("coded", "none")}
    sets = sorted(kinds, key=lambda codes: (len(codes), [places[code] for code in codes]))
    number = {codes: place for place, codes in enumerate(sets)}
    value = _values([number.get(codes, -1) for _, codes, _ in answers.answers], rows, NONE)
    holds = _members(sets, places) if len(places) <= MOST_CODES else None
    empty = "none" if answers.codebook else "∅"
    question = Question(
        step=None,
        ratings=rate(rows, unit, rows.annotator, value, n_values=len(sets),
                     document_ix=document_ix),
        target_ix=target_ix,
        counts=count_states(rows),
        values=tuple("|".join(codes) or empty for codes in sets),
        codes=scheme.codes,
        holds=holds,
        measures=(),
        is_set=True,
        n_possible=2.0 ** len(scheme.codes) if scheme.is_declared else None,
    )  # fmt: skip
    names = list(dict.fromkeys([wanted or "masi", "masi", "jaccard", "nominal"]))
    return replace(question, measures=tuple(_set_measure(name, sets, scheme, table)
                                            for name in names))  # fmt: skip


def _set_measure(
    name: str, sets: list[tuple[str, ...]], scheme: Scheme, table: Labelled | None
) -> Measure:
    if name == "nominal":
        return Measure(NOMINAL)
    if name == "table":
        return Measure(_table(table, [frozenset(codes) for codes in sets]))
    if name not in SET_DISTANCES:
        raise Unavailable(
            "The distance {distance} does not compare sets of codes",
            remedy="choose masi, jaccard or nominal",
            distance=name,
        )
    return Measure(between_sets(name, _members(sets, scheme.places)))


def single_question(
    answers: LayerAnswers, rows: Rows, scheme: Scheme, wanted: str | None, table: Labelled | None
) -> Question:
    """One code, or `none` as a category of its own."""
    unit, target_ix, document_ix = with_holder(answers, rows)
    value, with_none = code_values(answers, rows, scheme)
    ordered = answers.layer.answer == "scale"
    names = list(dict.fromkeys([wanted or ("ordinal_krippendorff" if ordered else "nominal"),
                                "nominal"]))  # fmt: skip
    return Question(
        step=None,
        ratings=rate(rows, unit, rows.annotator, value, document_ix=document_ix,
                     n_values=len(scheme.codes) + with_none),
        target_ix=target_ix,
        counts=count_states(rows),
        **as_codes(scheme, with_none=with_none),
        measures=tuple(measure(name, scheme, with_none=with_none, table=table) for name in names),
    )  # fmt: skip


def primary_question(answers: LayerAnswers, rows: Rows, scheme: Scheme) -> Question:
    """The primary code, where at least one code was given; two codes without one are missing."""
    unit, target_ix, document_ix = with_holder(answers, rows)
    places = scheme.places
    primaries = [
        places[primary or codes[0]] if codes and (primary or len(codes) == 1) else -1
        for _, codes, primary in answers.answers
    ]
    value = _values(primaries, rows, CODED)
    counts = count_states(rows)
    unnamed = (value < 0) & (rows.state == CODED)
    np.add.at(counts[:, 2], rows.target_ix[rows.unit[unnamed]], 1)
    return Question(
        step="primary",
        ratings=rate(rows, unit, rows.annotator, value, n_values=len(scheme.codes),
                     document_ix=document_ix),
        target_ix=target_ix,
        counts=counts,
        **as_codes(scheme, with_none=False),
        measures=(Measure(NOMINAL),),
    )  # fmt: skip


def with_cannot_tell(question: Question, answers: LayerAnswers, rows: Rows) -> Question:
    """The same question with `cannot_tell` as one more value, as far from all others as can be."""
    unit = with_holder(answers, rows)[0]
    extra = rows.state == CANNOT_TELL
    n_values, ratings = len(question.values), question.ratings
    return with_extra_value(
        question,
        rate(
            rows,
            np.concatenate([ratings.unit_ix, unit[extra]]),
            np.concatenate([ratings.annotator_ix, rows.annotator[extra]]),
            np.concatenate([ratings.value_ix, np.full(int(extra.sum()), n_values)]),
            n_values=n_values + 1,
            document_ix=ratings.document_ix,
        ),
    )


def with_extra_value(question: Question, ratings: Ratings) -> Question:
    """The question of `ratings`, whose last value is `cannot_tell`."""
    matrix = question.measures[0].distance.matrix
    distance = NOMINAL
    if matrix is not None and question.measures[0].merge is None:
        padded = np.pad(matrix, ((0, 1), (0, 1)), constant_values=1.0)
        padded[-1, -1] = 0
        distance = Distance(question.measures[0].distance.name, padded)
    return replace(
        question,
        step="with_cannot_tell",
        ratings=ratings,
        counts=question.counts * np.array([0, 1, 1, 1, 1]),
        values=(*question.values, "cannot_tell"),
        codes=(),
        holds=None,
        measures=(Measure(distance),),
        n_possible=None if question.n_possible is None else question.n_possible + 1,
    )


def as_codes(scheme: Scheme, *, with_none: bool) -> dict[str, Any]:
    """The fields of a question whose values are the codes, and `none` after them."""
    values = (*scheme.codes, "none") if with_none else scheme.codes
    holds = np.eye(len(values)) if len(values) <= MOST_CODES else None
    return {"values": values, "codes": values, "holds": holds}


def code_values(answers: LayerAnswers, rows: Rows, scheme: Scheme) -> tuple[Integers, bool]:
    """The place of each row's code (`none` after the codes, -1 missing); whether `none` counts."""
    places = scheme.places
    codes = [places[codes[0]] if codes else len(places) for _, codes, _ in answers.answers]
    value = _values(codes, rows, NONE)
    allowed = answers.codebook is not None and "none" in answers.layer.states
    return value, bool(allowed or (rows.state == NONE).any())


def measure(
    name: str, scheme: Scheme, *, with_none: bool, table: Labelled | None = None
) -> Measure:
    """A distance between codes. Those that need an order leave `none` out: it is off the scale.

    Raises:
        Unavailable: the codes have no order or no numbers, or a set distance was asked for.
    """
    n_codes = len(scheme.codes)
    if name in ("nominal", "masi", "jaccard"):
        # A single code is a set of one: both set distances are then 0 or 1.
        return Measure(Distance(name))
    if name == "table":
        values = [frozenset([code]) for code in scheme.codes]
        return Measure(_table(table, [*values, frozenset(["none"])][: n_codes + with_none]))
    if scheme.numbers is None:
        raise Unavailable(
            "The distance {distance} needs codes that are numbers or stand in an order",
            remedy="name the codes from low to high (--order), or choose nominal",
            distance=name,
        )
    if name == "scale":
        return Measure(scale_table(scheme.numbers, none=with_none, by_value=False))
    if name == "ordinal_gwet":
        distance, merge = ordinal_gwet(n_codes), np.arange(n_codes)
    elif name == "ordinal_krippendorff":
        distance, merge = ORDINAL, np.unique(scheme.numbers, return_inverse=True)[1]
    else:
        distance, merge = between_numbers(name, scheme.numbers), np.arange(n_codes)
    merge = np.append(merge, -1) if with_none else merge
    return Measure(distance, merge.astype(np.int32), "position" if with_none else None)


def with_holder(answers: LayerAnswers, rows: Rows) -> tuple[Integers, Indices, Indices]:
    """Units that tell holders apart where the layer has them: unit, target_ix, document_ix."""
    if not answers.layer.holder:
        return rows.unit, rows.target_ix, rows.document_ix
    n_holders = len(rows.holders)
    unit = rows.unit * n_holders + rows.holder
    return unit, np.repeat(rows.target_ix, n_holders), np.repeat(rows.document_ix, n_holders)


def count_states(rows: Rows) -> Integers:
    """The `counts` of a question: rows by target and state; none of them is in conflict."""
    target = rows.target_ix[rows.unit].astype(np.int64)
    n_targets = int(rows.target_ix.max(initial=-1)) + 2
    never = np.zeros(len(target), bool)
    by_rest = never if rows.by_rest is None else rows.by_rest
    found = (rows.state == CANNOT_TELL, rows.state == SKIPPED, never, rows.state == NONE, by_rest)
    return np.column_stack(
        [np.bincount(target[here] % n_targets, minlength=n_targets) for here in found]
    )


def _values(of_answer: list[int], rows: Rows, highest_state: int) -> Integers:
    """The value of each row; -1 where its state is beyond `highest_state`."""
    value = np.array(of_answer, np.int64)[rows.answer]
    return np.where(rows.state <= highest_state, value, -1)


def _members(sets: list[tuple[str, ...]], places: dict[str, int]) -> Floats:
    members = np.zeros((len(sets), len(places)))
    for row, codes in enumerate(sets):
        members[row, [places[code] for code in codes]] = 1
    return members


def _table(table: Labelled | None, values: list[frozenset[str]]) -> Distance:
    """The part of a distance table that concerns these values, in their order."""
    if table is None:
        raise Unavailable("The distance table was asked for, and none was given",
                          remedy="give one, or choose another distance")  # fmt: skip
    labels, matrix = table
    full = from_table(matrix)
    assert full.matrix is not None
    known = {frozenset([one] if isinstance(one, str) else one): place
             for place, one in enumerate(labels)}  # fmt: skip
    unknown = [value for value in values if value not in known]
    if unknown or len(labels) != len(full.matrix):
        raise Unavailable(
            "The distance table has no row for {value}",
            remedy="give every value a row",
            value="|".join(sorted(unknown[0])) if unknown else str(labels[-1]),
        )
    places = [known[value] for value in values]
    return Distance("table", full.matrix[np.ix_(places, places)])
