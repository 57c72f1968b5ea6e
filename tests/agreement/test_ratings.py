"""Ratings are the same whether they are held one by one or as a number a unit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement import ratings as ratings_room
from annotator.agreement.ratings import Ratings, Said, ratings_of

N_UNITS, N_ANNOTATORS, N_VALUES = 6, 3, 4


@st.composite
def some_ratings(draw: st.DrawFn) -> Ratings:
    cells = draw(st.dictionaries(
        st.tuples(st.integers(0, N_UNITS - 1), st.integers(0, N_ANNOTATORS - 1)),
        st.integers(0, N_VALUES - 1),
    ))  # fmt: skip
    rows = np.array([(*place, value) for place, value in cells.items()], np.int32).reshape(-1, 3)
    document_ix = np.array(draw(st.lists(st.integers(0, 2), min_size=N_UNITS, max_size=N_UNITS)),
                           np.int32)  # fmt: skip
    return Ratings(Said(*rows.T), document_ix, N_ANNOTATORS, N_VALUES)


def cells_of(ratings: Ratings) -> set[tuple[int, ...]]:
    cells = list(zip(*(column.tolist() for column in ratings.said), strict=True))
    assert len(set(cells)) == len(cells) == ratings.n_ratings
    return set(cells)


def as_codes(ratings: Ratings) -> Ratings:
    return Ratings.of_codes(ratings.codes, ratings.document_ix, N_ANNOTATORS, N_VALUES)


@given(some_ratings())
def test_codes_say_who_said_what_of_which_unit(ratings: Ratings) -> None:
    assert cells_of(as_codes(ratings)) == cells_of(ratings)
    assert as_codes(ratings).n_units == ratings.n_units


@given(some_ratings(), st.lists(st.booleans(), min_size=N_UNITS, max_size=N_UNITS))
def test_units_are_taken_alike_from_codes_and_one_by_one(
    ratings: Ratings, flags: list[bool]
) -> None:
    wanted = np.array(flags)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ratings_room, "EXACT", 0)
        assert not ratings.is_coded
        units, one_by_one = ratings.of_units(wanted)
        one_by_one_cells, occurring = cells_of(one_by_one), ratings.occurring
    here, coded = as_codes(ratings).of_units(wanted)
    assert coded.is_coded
    assert here.tolist() == units.tolist()
    assert cells_of(coded) == one_by_one_cells
    assert coded.document_ix.tolist() == one_by_one.document_ix.tolist()
    assert as_codes(ratings).occurring.tolist() == occurring.tolist()
    assert np.flatnonzero(occurring).tolist() == sorted(set(ratings.value_ix.tolist()))


@given(some_ratings())
def test_values_that_are_renamed_to_nothing_are_left_out(ratings: Ratings) -> None:
    renamed = {(unit, who, value - 1) for unit, who, value in cells_of(ratings) if value}
    assert cells_of(as_codes(ratings).revalued(np.array([-1, 0, 1, 2], np.int32), 3)) == renamed


def test_some_ratings_leave_units_and_documents_as_they_are() -> None:
    units, annotators, values = (np.array(column) for column in ([0, 0, 2], [0, 1, 1], [1, 0, 1]))
    ratings = ratings_of(units, annotators, values, documents=np.array([0, 0, 1]))
    second = ratings.taken(ratings.annotator_ix == 1)
    assert cells_of(second) == {(0, 1, 0), (2, 1, 1)}
    assert second.document_ix.tolist() == [0, 0, 1]
