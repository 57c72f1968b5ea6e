"""Axes of plots."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.plots.axis import Axis, count_ticks, ticks, tight_range


def test_values_outside_are_held_at_the_edge():
    axis = Axis(0.0, 1.0, 100.0, 200.0)
    assert [axis.place(value) for value in (-3.0, 0.0, 0.25, 7.0)] == [100.0, 100.0, 125.0, 200.0]


def test_logarithmic_axis_gives_equal_steps_to_equal_ratios():
    axis = Axis(10, 1000, 0.0, 200.0, is_log=True)
    assert axis.place(100) == pytest.approx(100.0)


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=20))
def test_range_holds_every_value_and_has_width(values):
    low, high = tight_range(values)
    assert low <= min(values) + 1e-6
    assert high >= max(values) - 1e-6
    assert high > low


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_range_of_shares_stays_between_0_and_1(values):
    low, high = tight_range(values)
    assert low >= 0
    assert high <= 1 + 1e-6


def test_ticks_are_round_and_few():
    assert ticks(0.65, 0.85) == [0.65, 0.7, 0.75, 0.8, 0.85]
    assert ticks(0.0, 1.0) == [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]


def test_counts_go_by_1_2_and_5():
    assert count_ticks(20, 800) == [20, 50, 100, 200, 500]
