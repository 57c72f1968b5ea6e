"""The strip: a block a unit, or a group, and a click goes there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from annotator.session.views import Happened
from annotator.ui.theme import DARK, apply_theme, code_colours, theme

pytestmark = pytest.mark.gui


def colour_at(strip, group: int) -> QColor:
    QApplication.processEvents()
    image: QImage = strip.grab().toImage()
    return image.pixelColor(strip._rect(group).center().toPoint())


def test_block_has_the_colour_of_the_primary_code_once_it_is_done(session, strip_of):
    strip = strip_of(session)
    assert colour_at(strip, 2) == theme().paper, "open blocks are hollow"
    session.go_to(2)
    session.press("1")
    session.rest_not_addressed()
    assert colour_at(strip, 2) == code_colours("blue").strong


def test_not_asked_block_is_faint(session, strip_of):
    assert colour_at(strip_of(session), 1) == theme().line


def test_mark_goes_with_the_place(session, strip_of):
    strip = strip_of(session)
    for position in (0, 7):
        session.go_to(position)
        QApplication.processEvents()
        y = round(strip._rect(position).center().y())
        assert strip.grab().toImage().pixelColor(2, y) == theme().accent


def test_click_and_drag_go_to_the_unit(session, strip_of, qtbot):
    strip = strip_of(session)
    at = strip._rect(4).center().toPoint()
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=at)
    assert session.position == 4
    # A drag: QTest's own move carries no button.
    to = strip._rect(8).center()
    left = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    kind = QEvent.Type.MouseMove
    strip.mouseMoveEvent(QMouseEvent(kind, to, to, Qt.MouseButton.NoButton, left, none))
    assert session.position == 8
    off = Qt.MouseButton.NoButton
    strip.mouseMoveEvent(QMouseEvent(kind, QPointF(at), QPointF(at), off, off, none))
    assert session.position == 8, "without a button nothing is dragged"
    qtbot.mouseClick(strip, Qt.MouseButton.RightButton, pos=at)
    assert session.position == 8


def test_click_beside_the_blocks_takes_the_nearest(session, strip_of, qtbot):
    strip = strip_of(session, height=900)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(10, 899))
    assert session.position == len(session.paragraphs)


def test_long_article_has_a_block_for_each_group(session_on, strip_of, qtbot):
    session = session_on([("body", f"Word {n}.") for n in range(1000)])
    strip = strip_of(session)
    groups = strip._n_groups
    assert groups < 200
    covered = [position for group in range(groups) for position in strip._members(group)]
    assert covered == list(range(session.n_stops))
    assert all(strip._group_of(p) == g for g in range(groups) for p in strip._members(g))
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip._rect(50).center().toPoint())
    assert session.position in strip._members(50)


def test_group_shows_the_unit_that_was_answered_last(session_on, strip_of):
    session = session_on([("body", f"Word {n}.") for n in range(1000)])
    strip = strip_of(session)
    group = strip._group_of(503)
    strip._block(group)
    session.go_to(503)
    session.press("2")
    assert strip._block(group).colour == "vermillion"


def test_strip_without_a_session_is_empty(strip_of, qtbot):
    strip = strip_of(None)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(10, 50))
    assert strip.grab().toImage().pixelColor(10, 50) == theme().paper
    assert strip._words_at(50) == ""
    strip.on_happened(Happened(paragraphs=frozenset({3}), moved=True))


def test_another_article_starts_again(session, strip_of):
    strip = strip_of(session)
    session.go_to(2)
    session.press("1")
    session.open(session.documents[0].id, 0)
    assert strip._touched == {}


def test_tooltip_names_the_unit(session, strip_of):
    strip = strip_of(session)
    at = strip._rect(3).center().toPoint()
    QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, at, strip.mapToGlobal(at)))
    assert QToolTip.text() == "¶ 4"
    QToolTip.hideText()
    assert strip._words_at(strip._rect(10).center().y()) == "Whole article"


def test_strip_follows_the_theme(session, strip_of, qapp):
    strip = strip_of(session)
    apply_theme(qapp, "dark")
    assert colour_at(strip, 2) == DARK.paper
    apply_theme(qapp, "light")
