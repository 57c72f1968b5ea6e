"""Paragraphs as lines: direction, wrapping, where a point falls."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from annotator.ui.article.layouts import Recent, TextBlock, is_right_to_left, shown
from annotator.ui.fonts import article_font

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("qapp")]


def block(text: str, width: float = 5000, **more: float) -> TextBlock:
    return TextBlock(text, article_font(18), width=width, **more)


def test_line_ends_within_a_paragraph_show_as_spaces_and_keep_offsets():
    text = "one\ntwo\u2028three\r"
    assert shown(text) == "one two three "
    assert block(text)._layout.lineCount() == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [("plain", False), ("", False), ("45 شركة", True), ("naïve שלום", False), ("… 12 é", False)],
)
def test_first_letter_with_a_direction_decides(text: str, expected: bool):
    assert is_right_to_left(text) is expected


def test_right_to_left_text_stands_at_the_right():
    text = block("شركة", width=400)
    assert text._layout.lineAt(0).naturalTextRect().right() == pytest.approx(400, abs=1)


def test_chinese_wraps_within_the_width():
    text = block("港口的居民说起重机已经停了三个月没有人知道原因" * 2, width=200)
    assert text._layout.lineCount() > 2
    assert all(
        text._layout.lineAt(i).naturalTextWidth() <= 200 for i in range(text._layout.lineCount())
    )


def test_word_wider_than_the_line_is_broken_not_cut():
    text = block("x" * 200, width=150)
    assert text._layout.lineCount() > 5


def test_more_leading_makes_a_higher_block():
    assert block("one", extra_leading=8).height == pytest.approx(block("one").height + 8)


def test_point_and_caret_agree():
    text = block("one 😀 two three four", width=120)
    for offset in range(len(text.text)):
        x, top, height = text.caret(offset)
        assert text.offset_at(x + 0.1, top + height / 2) in {offset, offset - 1}
    assert text.offset_at(-50, -50) == 0
    assert text.offset_at(9_999, 9_999) == len(text.text)


def test_character_under_a_point_is_none_beside_the_text():
    text = block("one two", width=400)
    x, top, height = text.caret(4)
    assert text.offset_under(x + 2, top + height / 2) == 4
    assert text.offset_under(390, top + height / 2) is None
    assert text.offset_under(x, -1) is None
    assert text.offset_under(x, text.height + 1) is None


def test_steps_go_the_way_of_the_screen():
    plain, arabic = block("a😀b"), block("شركة")
    assert plain.step(1, to_right=True) == 2
    assert plain.step(2, to_right=False) == 1
    assert arabic.step(1, to_right=True) == 0
    assert arabic.step(1, to_right=False) == 2


def test_empty_text_has_a_place_for_the_caret():
    text = block("")
    assert text.offset_at(10, 10) == 0
    assert text.offset_under(10, 10) is None
    assert text.spans(0, 0) == []
    assert text.caret(0)[0] == 0


def test_selected_words_are_drawn_on_their_ground():
    text = block("one two", width=100)
    image = QImage(100, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    text.draw(painter, QPointF(0, 0), selection=(0, 3), ground=QColor("#00ff00"))
    painter.end()
    x, top, height = text.caret(3)
    y = round(top + height) - 2
    assert image.pixelColor(3, y) == QColor("#00ff00")
    assert image.pixelColor(round(x) + 10, y) == QColor("white")


def test_longest_unused_goes_first():
    recent: Recent[int, str] = Recent(room=2)
    made: list[int] = []

    def make(key: int) -> str:
        made.append(key)
        return str(key)

    def get(key: int) -> str:
        return recent.get(key, lambda: make(key))

    for key in (1, 2, 1, 3, 1, 2):
        assert get(key) == str(key)
    assert made == [1, 2, 3, 2]
    assert len(recent) == 2
    recent.drop(1)
    recent.drop(99)
    recent.clear()
    assert len(recent) == 0
