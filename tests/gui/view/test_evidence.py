"""Lines under the words: levels, and where they run."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from annotator.session.views import EvidenceMark
from annotator.ui.article.evidence import draw_underlines, n_levels, stacked
from annotator.ui.article.layouts import TextBlock
from annotator.ui.fonts import article_font
from annotator.ui.theme import code_colours

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("qapp")]

ARABIC = "قالت البلدية إن 45 شركة غادرت الميناء new quay هذا العام."


def mark(start: int, end: int, **more: str | None) -> EvidenceMark:
    return EvidenceMark(start, end, "frame", "economic", "Economic", "blue", **more)


def block(text: str, width: float = 5000) -> TextBlock:
    return TextBlock(text, article_font(18), width=width)


EXTENTS = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda p: (p[0], p[0] + p[1]))


@given(st.lists(EXTENTS, max_size=12))
def test_marks_that_share_words_lie_at_different_levels(extents: list[tuple[int, int]]):
    lines = stacked([mark(*extent) for extent in extents])
    for one, other in combinations(lines, 2):
        overlap = one.mark.start < other.mark.end and other.mark.start < one.mark.end
        assert not overlap or one.level != other.level
    assert len(lines) == len(extents)
    assert n_levels(lines) == max((line.level + 1 for line in lines), default=0)


def test_marks_side_by_side_share_the_first_level():
    assert [line.level for line in stacked([mark(5, 9), mark(0, 5), mark(9, 12)])] == [0, 0, 0]


def test_span_begins_and_ends_with_its_words():
    text = block("one two three")
    (left, right, _), *more = text.spans(4, 7)
    assert not more
    assert left == pytest.approx(text.caret(4)[0])
    assert right == pytest.approx(text.caret(7)[0])


def test_span_over_a_line_break_is_one_piece_a_line_without_the_space_at_the_end():
    text = block("wide words wrap here", width=100)
    pieces = text.spans(0, len(text.text))
    assert len(pieces) == text._layout.lineCount() >= 2
    assert [baseline for *_, baseline in pieces] == text._baselines
    assert all(right <= 100 for _, right, _ in pieces)


def test_span_of_white_space_at_a_line_end_is_nothing():
    text = block("wide words", width=50)
    assert text._layout.lineCount() == 2
    assert text.spans(4, 5) == []


def test_emoji_before_a_span_does_not_shift_it():
    text = block("😀😀 two")
    (left, right, _) = text.spans(3, 6)[0]
    assert left == pytest.approx(text.caret(3)[0])
    assert right == pytest.approx(text.caret(6)[0])


def test_right_to_left_span_runs_to_the_left_of_its_start():
    text = block(ARABIC, width=600)
    assert text.is_rtl
    (left, right, _), *more = text.spans(0, 4)
    assert not more
    assert right == pytest.approx(600, abs=1), "the paragraph begins at the right edge"
    assert left < right


def test_span_across_both_directions_is_whole():
    text = block(ARABIC, width=600)
    start = ARABIC.index("الميناء")
    end = ARABIC.index("quay") + 4
    whole = text.spans(start, end)
    parts = [*text.spans(start, start + 7), *text.spans(ARABIC.index("new"), end)]
    assert len(whole) == 1
    assert whole[0][0] == pytest.approx(min(left for left, *_ in parts), abs=0.5)
    assert whole[0][1] == pytest.approx(max(right for _, right, _ in parts), abs=0.5)


def test_part_of_a_run_against_the_direction_may_be_two_pieces():
    text = block(ARABIC, width=600)
    # From within the Arabic before to the middle of the English: "new" lies left of what follows.
    pieces = text.spans(ARABIC.index("الميناء"), ARABIC.index("new") + 3)
    assert len(pieces) == 2


@pytest.mark.parametrize("target", [None, "export_controls"])
def test_line_is_drawn_in_the_colour_of_the_code(target: str | None):
    text = block("one two three", width=200)
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_underlines(painter, text, QPointF(0, 0), stacked([mark(4, 7, target=target)]))
    painter.end()
    strong = code_colours("blue").strong
    columns = [x for x in range(200) if any(QColor(image.pixel(x, y)) == strong for y in range(40))]
    left, right, _ = text.spans(4, 7)[0]
    assert left - 1 <= min(columns)
    assert max(columns) <= right + 1
    is_solid = len(columns) >= right - left - 2
    assert is_solid == (target is None), "positions toward a target are dashed"
