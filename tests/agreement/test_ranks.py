"""Codes and rows of values by their rank, in tables, by sorting, and where no number is enough."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement import ranks
from annotator.agreement.ranks import distinct, numbered, ranked, row_ranks

SPACES = [1, 40, 4_000, 5_000_000, 2**40, 2**62]


@pytest.mark.parametrize("space", SPACES)
@pytest.mark.parametrize("n_codes", [0, 1, 1_000])
def test_codes_are_ranked_in_spaces_of_any_size(space, n_codes):
    codes = np.random.default_rng(space).integers(0, space, n_codes)
    present, expected = np.unique(codes, return_inverse=True)
    rank, occurring = ranked(codes, space)
    assert rank.tolist() == expected.tolist()
    assert occurring.tolist() == present.tolist()
    assert rank.dtype == occurring.dtype == np.int64
    assert numbered(codes, space)[1] == len(present)


def test_codes_of_few_bits_are_ranked_where_many_are_needed():
    codes = np.array([2_000_000_000, 5, 2_000_000_000], np.int32)
    assert ranked(codes, 2**31)[0].tolist() == [1, 0, 1]


def test_distinct_codes_are_found_in_any_range():
    small, large = np.array([3, 1, 3]), np.array([10**9, 3, 10**9])
    assert distinct(small).tolist() == [1, 3]
    assert distinct(large).tolist() == [3, 10**9]


@given(
    st.lists(st.lists(st.integers(0, 6), max_size=9), max_size=30),
    st.sampled_from([7, 1_000, 10**9]),
    st.randoms(use_true_random=False),
)
def test_rows_are_ranked_like_their_sorted_values(rows, n_values, random):
    # Values far apart leave no room for a whole row in one number.
    far = [[value * (n_values // 7) for value in values] for values in rows]
    cells = [(row, value) for row, values in enumerate(far) for value in values]
    random.shuffle(cells)
    row, value = np.array(cells, np.int64).reshape(-1, 2).T
    expected = sorted({tuple(sorted(values)) for values in far})
    made = row_ranks(row, value, len(rows), n_values)
    assert made.tolist() == [expected.index(tuple(sorted(values))) for values in far]


def test_rows_without_any_value_are_alike():
    nothing = np.zeros(0, np.int64)
    assert row_ranks(nothing, nothing, 3, 0).tolist() == [0, 0, 0]
    assert row_ranks(nothing, nothing, 0, 0).tolist() == []


def test_tables_and_sorting_rank_alike(monkeypatch):
    codes = np.random.default_rng(0).integers(0, 500, 300)
    counted = ranked(codes, 500)
    monkeypatch.setattr(ranks, "TABLE_SIZE", 0)
    for one, other in zip(ranked(codes, 500), counted, strict=True):
        assert one.tolist() == other.tolist()
