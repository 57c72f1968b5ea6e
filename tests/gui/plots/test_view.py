"""What every plot does on the screen: keys, clicks, words, themes, sizes."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget

from annotator.ui.fonts import interface_font
from annotator.ui.plots import (
    CodeIntervals,
    MatrixPlot,
    PairMap,
    ParagraphStrip,
    PlannerPlot,
    TimeLine,
    WithoutOne,
    scrolled,
)
from annotator.ui.theme import DARK, LIGHT, apply_theme
from tests.gui.plots.shown import (
    CODES,
    MATRIX,
    PAIRS,
    TIMES,
    drawn,
)

pytestmark = pytest.mark.gui

Key = Qt.Key
EMPTY = (CodeIntervals, PairMap, MatrixPlot, TimeLine, WithoutOne, PlannerPlot, ParagraphStrip)


@pytest.fixture
def pairs(qtbot):
    view = PairMap()
    qtbot.addWidget(view)
    view.show_rows(PAIRS)
    view.resize(view.sizeHint())
    return view


def taken(view):
    """What `activated` hands over from now on."""
    heard: list[object] = []
    view.activated.connect(partial(_append, heard))
    return heard


def _append(heard, value):
    heard.append(value)


def press(view, *keys):
    for key in keys:
        QTest.keyClick(view, key)


def middle_of(view, value):
    spot = next(spot for spot in view.spots if spot.value == value)
    return view.area_of(spot).center().toPoint()


def point_at(view, place):
    """The pointer moves here with no button down."""
    nothing = Qt.MouseButton.NoButton
    where = view.mapToGlobal(place).toPointF()
    event = QMouseEvent(
        QEvent.Type.MouseMove, place.toPointF(), where, nothing, nothing,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def test_arrows_walk_the_triangle_and_enter_takes_the_pair(pairs):
    heard = taken(pairs)
    press(pairs, Key.Key_Right, Key.Key_Right, Key.Key_Down, Key.Key_Return)
    assert heard == [("a2", "a3")]
    press(pairs, Key.Key_Up, Key.Key_Left, Key.Key_Space)
    assert heard[1:] == [("a1", "a2")]


def test_home_and_end_go_to_the_ends(pairs):
    press(pairs, Key.Key_End)
    assert pairs.current.value == ("a2", "a3")
    press(pairs, Key.Key_Home)
    assert pairs.current.value == ("a1", "a2")


def test_an_arrow_that_leads_nowhere_stays_and_is_handed_on(pairs):
    press(pairs, Key.Key_Home, Key.Key_Left, Key.Key_Up)
    assert pairs.current.value == ("a1", "a2")


def test_enter_takes_nothing_before_the_arrows_reached_something(pairs):
    heard = taken(pairs)
    press(pairs, Key.Key_Return)
    assert heard == []


def test_a_click_takes_what_lies_under_it(pairs):
    heard = taken(pairs)
    QTest.mouseClick(pairs, Qt.MouseButton.LeftButton, pos=middle_of(pairs, ("a1", "a3")))
    assert heard == [("a1", "a3")]
    assert pairs.current.value == ("a1", "a3")


def test_a_click_beside_or_with_the_other_button_takes_nothing(pairs):
    heard = taken(pairs)
    QTest.mouseClick(pairs, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    QTest.mouseClick(pairs, Qt.MouseButton.RightButton, pos=middle_of(pairs, ("a1", "a3")))
    QTest.mousePress(pairs, Qt.MouseButton.LeftButton, pos=middle_of(pairs, ("a1", "a3")))
    QTest.mouseRelease(pairs, Qt.MouseButton.LeftButton, pos=middle_of(pairs, ("a1", "a2")))
    assert heard == []


def test_the_place_stays_with_the_same_pair_when_the_rows_change(pairs):
    press(pairs, Key.Key_End)
    pairs.show_rows(PAIRS[1:])
    assert pairs.current.value == ("a2", "a3")
    pairs.show_rows(PAIRS[:1])
    assert pairs.current is None


def test_coming_by_tab_begins_at_the_first_cell(qtbot):
    window, pairs = QWidget(), PairMap()
    qtbot.addWidget(window)
    pairs.show_rows(PAIRS)
    QVBoxLayout(window).addWidget(pairs)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    pairs.clearFocus()
    pairs.setFocus(Qt.FocusReason.TabFocusReason)
    assert pairs.hasFocus()
    assert pairs.current
    assert pairs.current.value == ("a1", "a2")
    before = pairs.grab().toImage()
    pairs.clearFocus()
    assert pairs.grab().toImage() != before
    window.hide()


def test_pointing_shows_a_frame_until_the_pointer_leaves(pairs):
    plain = pairs.grab().toImage()
    point_at(pairs, middle_of(pairs, ("a1", "a2")))
    assert pairs.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert pairs.grab().toImage() != plain
    QApplication.sendEvent(pairs, QEvent(QEvent.Type.Leave))
    assert pairs.grab().toImage() == plain


def test_tooltip_says_the_cell_and_the_cut_label_as_plain_text(qtbot):
    view = MatrixPlot()
    qtbot.addWidget(view)
    view.show_matrix(MATRIX)
    view.resize(260, 300)
    place = middle_of(view, ("eco", "geo"))
    assert view.words_at(place) == "Economic · Geopolitical & <b>military</b>: 9.5"
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, event)
    assert "&lt;b&gt;military" in QToolTip.text()
    QToolTip.hideText()
    assert view.words_at(QPoint(place.x(), 10)) == "Geopolitical & <b>military</b>"
    assert view.words_at(QPoint(0, 0)) == ""


def test_screen_readers_hear_the_title_and_every_figure(pairs):
    assert pairs.accessibleName() == "Pairs of annotators"
    assert pairs.accessibleDescription().splitlines() == [
        "a1 and a2: α .810, shared units: 140",
        "a1 and a3: α .620, shared units: 12",
        "a2 and a3: no shared unit, shared units: 0",
    ]
    pairs.put_heading("Pairs: Frames")
    assert pairs.accessibleName() == pairs.heading == "Pairs: Frames"


def test_screen_readers_hear_what_the_arrows_reach(pairs, monkeypatch):
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda e: heard.append(e.message()))
    press(pairs, Key.Key_Down)
    assert heard == ["a1 and a2: α .810, shared units: 140"]


@pytest.mark.parametrize("plot", EMPTY)
def test_an_empty_plot_says_what_is_missing(qtbot, plot):
    view = plot()
    qtbot.addWidget(view)
    assert not view.has_rows
    assert view.words() == view.empty_words()
    assert len(view.words()) > 20
    image = drawn(view)
    assert image.width() >= 200
    press(view, Key.Key_Down, Key.Key_Home, Key.Key_Return)
    assert view.current is None


def test_an_empty_plot_shows_its_focus(qtbot, monkeypatch):
    view = PairMap()
    qtbot.addWidget(view)
    view.show()
    plain = view.grab().toImage()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    monkeypatch.setattr(view, "hasFocus", lambda: True)
    assert view.grab().toImage() != plain
    view.hide()


def test_another_theme_reaches_the_plot_at_once(pairs, qapp):
    apply_theme(qapp, "light")
    light = pairs.grab().toImage()
    apply_theme(qapp, "dark")
    dark = pairs.grab().toImage()
    place = middle_of(pairs, ("a1", "a2")) - QPoint(0, 20)
    assert light.pixelColor(place) != dark.pixelColor(place)
    assert LIGHT.accent != DARK.accent


def test_numbers_stay_as_they_are_in_a_window_that_runs_right_to_left(qtbot):
    view = CodeIntervals()
    qtbot.addWidget(view)
    view.show_rows(CODES)
    from_left = drawn(view)
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert drawn(view) == from_left


def test_larger_letters_make_a_larger_plot(qtbot):
    view = CodeIntervals()
    qtbot.addWidget(view)
    view.setFont(interface_font(14))
    view.show_rows(CODES)
    before = view.sizeHint()
    view.setFont(interface_font(28))
    after = view.sizeHint()
    assert after.height() > 1.7 * before.height()
    assert view.minimumSizeHint().width() > before.width() / 2


def test_a_narrow_plot_keeps_its_least_width_and_scrolls(qtbot):
    view = TimeLine()
    view.show_rows(TIMES * 20)
    area = scrolled(view)
    qtbot.addWidget(area)
    area.resize(300, 300)
    area.show()
    assert view.width() > 1000
    press(view, Key.Key_End)
    bar = area.horizontalScrollBar()
    assert bar.value() > bar.maximum() - 60
    press(view, Key.Key_Home)
    assert bar.value() < 60
    area.hide()


def test_a_fault_in_drawing_is_reported_and_does_not_crash(pairs, monkeypatch):
    drawing = pairs._drawing()

    def broken(_painter):
        raise ValueError("torn")

    monkeypatch.setattr(drawing, "draw", broken)
    with pytest.raises(ValueError, match="torn"):
        pairs.grab()
