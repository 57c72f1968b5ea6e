"""Columns that are put together out of stretches are those that numpy makes entry by entry."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.live_pieces import Pieces


@given(n=st.integers(0, 12), data=st.data())
def test_entries_go_and_come_in_their_places(n: int, data: st.DataObject) -> None:
    places = st.integers(0, n - 1) if n else st.nothing()
    gone = np.array(sorted(data.draw(st.sets(places))), np.int64)
    at = np.array(sorted(data.draw(st.lists(st.integers(0, n), max_size=5))), np.int64)
    old, new = np.arange(n, dtype=np.int32), np.arange(100, 100 + len(at))
    pieces = Pieces(gone, at)

    left = np.delete(old, gone)
    expected = np.insert(left, at - np.searchsorted(gone, at), new)
    made = pieces.of(old, new)
    assert made.tolist() == expected.tolist()
    assert made.dtype == old.dtype
    assert made[pieces.numbers(n)[left]].tolist() == left.tolist()


def test_rows_of_a_table_go_and_come_alike() -> None:
    pieces = Pieces(np.array([1]), np.array([0, 3]))
    old, new = np.array([[1, 2], [3, 4], [5, 6]]), np.array([[7, 7], [8, 8]])
    assert pieces.of(old, new).tolist() == [[7, 7], [1, 2], [5, 6], [8, 8]]
