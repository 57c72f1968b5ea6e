"""Heights of rows against plain sums."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.article.heights import Heights

ROWS = st.lists(st.integers(1, 300), min_size=1, max_size=70)
CHANGES = st.lists(st.tuples(st.integers(0, 69), st.integers(1, 300)), max_size=20)


@given(ROWS, CHANGES)
def test_tops_and_total_are_sums(rows: list[int], changes: list[tuple[int, int]]):
    heights = Heights(rows)
    for number, height in changes:
        row = number % len(rows)
        assert heights.set(row, height) == height - rows[row]
        rows[row] = height
    assert [heights.top(i) for i in range(len(rows) + 1)] == [
        sum(rows[:i]) for i in range(len(rows) + 1)
    ]
    assert heights.total == sum(rows)
    assert [heights[i] for i in range(len(heights))] == rows


@given(ROWS)
def test_row_at_covers_its_pixels(rows: list[int]):
    heights = Heights(rows)
    for row in range(len(rows)):
        assert heights.row_at(heights.top(row)) == row
        assert heights.row_at(heights.top(row) + rows[row] - 1) == row


def test_outside_are_the_first_and_the_last_row():
    heights = Heights([10, 20, 30])
    assert (heights.row_at(-5), heights.row_at(60), heights.row_at(9_999)) == (0, 2, 2)


def test_no_rows_have_no_height():
    heights = Heights([])
    assert (heights.total, len(heights), heights.row_at(5), heights.top(0)) == (0, 0, 0, 0)
