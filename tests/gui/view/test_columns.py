"""How the width is shared out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.article.columns import columns


def test_wide_view_gives_all_their_wish_and_stands_in_the_middle():
    wide = columns(1400, line_width=550, size_px=18)
    assert (wide.text_width, wide.margin_width) == (550, 210)
    left, right = wide.number_right - 30, 1400 - (wide.margin_left + wide.margin_width)
    assert abs(left - right) <= 1


def test_margin_gives_way_before_the_text_does():
    narrow = columns(800, line_width=550, size_px=18)
    assert narrow.text_width == 550
    assert 104 <= narrow.margin_width < 210


def test_text_gives_way_when_the_margin_is_at_its_least():
    narrow = columns(600, line_width=550, size_px=18)
    assert narrow.text_width < 550
    assert narrow.margin_width == 104


def test_reading_only_has_no_margin():
    reading = columns(900, line_width=550, size_px=18, has_margin=False)
    assert (reading.text_width, reading.margin_width) == (550, 0)


@given(st.integers(320, 4000), st.integers(300, 900), st.integers(12, 32), st.booleans())
def test_nothing_stands_outside_or_over_another(
    width: int, line_width: int, size_px: int, has_margin: bool
):
    shared = columns(width, line_width=line_width, size_px=size_px, has_margin=has_margin)
    assert 0 < shared.number_right < shared.text_left
    assert shared.text_width > 0
    assert shared.text_right < shared.margin_left
    if width >= 700:
        assert shared.margin_left + shared.margin_width <= width + 20
