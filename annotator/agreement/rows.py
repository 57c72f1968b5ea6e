"""The rows of a layer with their units numbered, and the first answer of each annotator on each.

Names are put in order first, so that neither the order of rows nor that of an import can change a
result. May import `annotator.model`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.ranks import numbered
from annotator.agreement.ratings import Flags, Indices, Integers, LayerAnswers, Ratings, Said
from annotator.model import AUTHOR, State, holder_type

if TYPE_CHECKING:
    from numpy.typing import NDArray

STATES: tuple[State, ...] = ("coded", "none", "cannot_tell", "skipped")
CODED, NONE, CANNOT_TELL, SKIPPED = range(4)


@dataclass(frozen=True, eq=False)
class Rows:
    """One row an answer. `unit` is (document, paragraph, target); `holder` is a type or a name.

    `row` is the place of the answer in the `LayerAnswers`; `by_rest` is a column of those, None
    where it is not known there. `document_ix` and `target_ix` have one
    entry a unit; documents and annotators are numbered in the order of their names.
    """

    unit: Integers
    annotator: Integers
    holder: Integers
    state: Integers
    answer: Indices
    row: Integers
    document_ix: Indices
    target_ix: Indices
    annotators: tuple[str, ...]
    holders: tuple[str, ...]
    default_holder: int
    by_rest: Flags | None = None

    @property
    def n_units(self) -> int:
        """Units, whoever saw them."""
        return len(self.document_ix)

    @cached_property
    def example(self) -> Integers:
        """The place of one answer to each unit in the `LayerAnswers`."""
        places = np.zeros(self.n_units, np.int64)
        places[self.unit] = self.row
        return places

    def groups(self, unit: Integers) -> Integers:
        """A number for each row that says which annotator answered which of these units."""
        return unit * max(len(self.annotators), 1) + self.annotator


def rows_of(answers: LayerAnswers, *, target: int | None = None, holders: str = "type") -> Rows:
    """The rows of one layer, of one target where asked; holders by type or by name."""
    kept = np.ones(len(answers.answer), bool) if target is None else answers.target == target
    _, document = _by_name(answers.documents, answers.document)
    annotators, annotator = _by_name(answers.annotators, answers.annotator)
    holder_names, holder, default = _holders(answers, holders)
    kept = _of_first_round(answers, annotator, kept)
    unit, first = _units(document[kept], answers.paragraph[kept], answers.target[kept])
    states = [STATES.index(state) for state, _, _ in answers.answers]
    answer = answers.answer[kept]
    return Rows(
        unit=unit,
        annotator=annotator[kept],
        holder=holder[kept],
        state=np.array(states, np.int64)[answer],
        answer=answer,
        row=np.flatnonzero(kept),
        document_ix=document[kept][first].astype(np.int32),
        target_ix=answers.target[kept][first],
        annotators=annotators,
        holders=holder_names,
        default_holder=default,
        by_rest=None if answers.by_rest is None else answers.by_rest[kept],
    )


def _of_first_round(
    answers: LayerAnswers, annotator: Integers, kept: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Leave out what an annotator answered on a unit that an earlier round had asked already."""
    if answers.round is None or len(answers.rounds) < 2 or not kept.any():
        return kept
    group, n_groups = _twins(answers, annotator)
    earliest = np.full(n_groups, len(answers.rounds))
    np.minimum.at(earliest, group[kept], answers.round[kept])
    first: NDArray[np.bool_] = answers.round == earliest[group]
    return kept & first


def unit_numbers(answers: LayerAnswers) -> tuple[Integers, int]:
    """A number for each row that says who answered which unit; how many there are."""
    return _twins(answers, answers.annotator.astype(np.int64))


def _twins(answers: LayerAnswers, annotator: Integers) -> tuple[Integers, int]:
    unit, _ = _units(answers.document.astype(np.int64), answers.paragraph, answers.target)
    return numbered(*_pairs_of(unit, annotator))


def _pairs_of(unit: Integers, annotator: Integers) -> tuple[Integers, int]:
    """A number for each pair of unit and annotator, and the size of the space of them."""
    width = int(annotator.max()) + 1
    return unit * width + annotator, (int(unit.max()) + 1) * width


def rate(
    rows: Rows, unit: Integers, annotator: Integers, value: Integers, *, n_values: int,
    document_ix: Indices | None = None,
) -> Ratings:  # fmt: skip
    """Ratings out of rows with a value (-1 = missing); the earlier of two rows counts."""
    kept = np.flatnonzero(value >= 0)
    group = unit[kept] * max(len(rows.annotators), 1) + annotator[kept]
    kept = kept[first_of_each(group)]
    said = (column[kept].astype(np.int32) for column in (unit, annotator, value))
    return Ratings(
        Said(*said),
        rows.document_ix if document_ix is None else document_ix,
        len(rows.annotators),
        n_values,
    )


def first_of_each(group: Integers) -> Integers:
    """The places where a number stands for the first time, in their order."""
    if not len(group):
        return np.zeros(0, np.int64)
    space = int(group.max()) + 1
    if space <= 16 * len(group) and np.bincount(group).max() <= 1:
        return np.arange(len(group))
    return np.sort(np.unique(group, return_index=True)[1])


def _by_name(names: list[str], place: Indices) -> tuple[tuple[str, ...], Integers]:
    """The names in order, and the column that points into them; -1 stays."""
    ordered, rank = _ordered(tuple(names))
    return ordered, rank[place]


# After one changed answer the same names are put in order again.
@lru_cache(maxsize=8)
def _ordered(names: tuple[str, ...]) -> tuple[tuple[str, ...], Integers]:
    """The names in order, and the place of each there; -1 finds -1."""
    order = sorted(range(len(names)), key=names.__getitem__)
    rank = np.full(len(names) + 1, -1, np.int64)
    rank[order] = np.arange(len(names))
    rank.flags.writeable = False
    return tuple(names[place] for place in order), rank


def _holders(answers: LayerAnswers, holders: str) -> tuple[tuple[str, ...], Integers, int]:
    """Holder types (or names), the column of them, and the place of the default holder."""
    names = answers.holders if holders == "named" else [*map(holder_type, answers.holders)]
    default = answers.codebook.default_holder if answers.codebook else AUTHOR
    known = sorted({*names, default})
    column = np.array([known.index(name) for name in names] + [known.index(default)])
    # A layer without holders has -1 there: the last entry, the default.
    return tuple(known), column[answers.holder], known.index(default)


def _units(document: Integers, paragraph: Indices, target: Indices) -> tuple[Integers, Integers]:
    """Number the units (document, paragraph, target), and one row of each."""
    n_paragraphs = int(paragraph.max(initial=-1)) + 2
    n_targets = int(target.max(initial=-1)) + 2
    code = ((document + 1) * n_paragraphs + paragraph + 1) * n_targets + target + 1
    unit, n_units = numbered(code, int(code.max(initial=-1)) + 1)
    first = np.zeros(n_units, np.int64)
    first[unit] = np.arange(len(unit))
    return unit, first
