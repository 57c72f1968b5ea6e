"""How plots write numbers."""

from __future__ import annotations

import pytest

from annotator.ui.plots.numbers import change, count, figure, percent


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0.7312, 3, ".731"),
        (1.0, 3, "1.000"),
        (0.9996, 3, "1.000"),
        (0.9996, 2, "1.00"),
        (-0.333, 3, "−.333"),
        (-0.0001, 3, ".000"),
        (-1.0, 3, "−1.000"),
        (0.0, 2, ".00"),
        (None, 3, "–"),
    ],
)
def test_figure_has_no_leading_zero_and_a_true_minus(value, digits, text):
    assert figure(value, digits) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.053, "▲ +.053"), (-0.011, "▼ −.011"), (0.0004, "± .000"), (None, "–")],
)
def test_change_says_its_direction_twice(value, text):
    assert change(value) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.443, "44 %"), (0.015, "1.5 %"), (0.0, "0 %"), (1.0, "100 %"), (None, "–")],
)
def test_small_percentages_keep_a_decimal(share, text):
    assert percent(share) == text


def test_counts_keep_a_half():
    assert [count(n) for n in (3.0, 9.5, 0.0, 2.999)] == ["3", "9.5", "0", "3"]
