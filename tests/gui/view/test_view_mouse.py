"""The view under the mouse: presses, drags, tooltips, its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from annotator.session.views import Notice, Outcome

from .pointing import chosen, drag, point_of, settle, top_of

if TYPE_CHECKING:
    from annotator.ui.article.paragraph_view import ParagraphView

pytestmark = pytest.mark.gui


# ------------------------------------------------------------------ mouse


def test_press_makes_a_paragraph_current_without_moving_the_text(session, view, qtbot):
    before = view.verticalScrollBar().value(), top_of(view, 4)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, 4, 3))
    assert session.position == 4
    assert (view.verticalScrollBar().value(), top_of(view, 4)) == before
    assert view.caret.position == 3


def test_press_beside_the_text_makes_current_too(session, view, qtbot):
    at = QPoint(5, point_of(view, 2, 0).y())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert (session.position, view.caret.position) == (2, 0)


def test_press_below_the_article_does_nothing(session_on, show, qtbot):
    session = session_on([("body", "One."), ("body", "Two.")])
    view = show(session)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 690))
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 690))
    assert session.position == 0


def test_drag_selects_and_never_leaves_the_paragraph(session, view, qtbot):
    start = point_of(view, 2, 4)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    drag(view, point_of(view, 2, 8))
    assert chosen(view) == "quay"
    drag(view, point_of(view, 4, 2))
    assert session.position == 2
    assert chosen(view) == session.paragraphs[2].text[4:].rstrip() or view.selection()[1] <= len(
        session.paragraphs[2].text
    )
    drag(view, QPoint(0, -500))
    assert view.selection() == (0, 4)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    drag(view, point_of(view, 2, 8))
    assert view.selection() == (0, 4), "the button is up"


def test_shift_click_extends(view, qtbot):
    button, shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    qtbot.mouseClick(view.viewport(), button, pos=point_of(view, 2, 4))
    qtbot.mouseClick(view.viewport(), button, shift, point_of(view, 2, 8))
    assert chosen(view) == "quay"


def test_double_click_takes_the_word_and_a_third_the_sentence(view, qtbot):
    at = point_of(view, 2, 20)
    button = Qt.MouseButton.LeftButton
    qtbot.mouseDClick(view.viewport(), button, pos=at)
    assert chosen(view) == "firms"
    qtbot.mousePress(view.viewport(), button, pos=at)
    assert chosen(view).startswith("Two firms moved")
    qtbot.mouseRelease(view.viewport(), button, pos=at)
    qtbot.mouseClick(view.viewport(), button, pos=at)
    assert view.selection() is None, "a fourth click is a first one"


def test_right_button_neither_moves_nor_selects(session, view, qtbot):
    qtbot.mousePress(view.viewport(), Qt.MouseButton.RightButton, pos=point_of(view, 4, 3))
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.RightButton, pos=point_of(view, 4, 3))
    assert session.position == 0


def test_pointer_is_a_beam_over_text(view, qtbot):
    qtbot.mouseMove(view.viewport(), QPoint(5, 300))
    drag_none = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point_of(view, 2, 3)),
        QPointF(point_of(view, 2, 3)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), drag_none)
    assert view.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor


def test_block_of_the_whole_article_leads_to_its_paragraph(session, view, qtbot):
    session.go_to(len(session.paragraphs))
    parts = view.sheet.row(len(session.paragraphs))
    corner = QPointF(view.sheet.columns.text_left, top_of(view, 10) + parts.text_top)
    at = (corner + parts.whole._rect(4).center()).toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert session.position == 4


def test_click_on_the_whole_article_goes_there(session, view, qtbot):
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    at = view.rect_of(10).center()
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, at.y()))
    assert session.position == len(session.paragraphs)
    assert view.selection() is None


# ------------------------------------------------------------------ tooltips and menu


def tooltip_at(view: ParagraphView, at: QPoint) -> str:
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    text = QToolTip.text()
    QToolTip.hideText()
    settle()
    return text


def test_tooltip_names_evidence_and_margin_as_plain_text(session, view):
    session.go_to(2)
    session.press("1", selection=(4, 8))
    session.take_position("stance", "export_controls", "against", holder="person:<b>Ada</b>")
    assert "Economic" in tooltip_at(view, point_of(view, 2, 5))
    in_margin = QPoint(view.sheet.columns.margin_left + 4, view.rect_of(2).center().y())
    assert "&lt;b&gt;Ada&lt;/b&gt;" in tooltip_at(view, in_margin)
    pointer = view._pointer
    assert pointer.tooltip(QPointF(point_of(view, 2, 12))) == ""
    assert pointer.tooltip(QPointF(300, -50)) == ""
    assert pointer.marks_at(QPointF(300, -50)) == ()
    assert pointer.marks_at(QPointF(5, view.rect_of(2).center().y())) == ()


def menu_at(view: ParagraphView, at: QPoint, *, by_key: bool = False) -> QMenu:
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    menus = view.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert len(menus) == 1
    return menus[0]


def words_of(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def test_menu_takes_evidence_away(session, view):
    session.go_to(2)
    session.press("1", selection=(4, 8))
    menu = menu_at(view, point_of(view, 2, 5))
    assert words_of(menu)[0] == "Take away: Economic"
    menu.actions()[0].trigger()
    assert session.unit(2).evidence == ()
    assert [chip.label for chip in session.unit(2).chips] == ["Economic"]
    menu.close()


def test_menu_changes_the_kind_and_goes_to_the_paragraph(session, view):
    menu = menu_at(view, point_of(view, 4, 3))
    assert session.position == 4
    kinds: Any = menu.actions()[0].menu()
    assert [action.text() for action in kinds.actions() if action.isChecked()] == ["body"]
    assert len(kinds.actions()) == 9
    next(action for action in kinds.actions() if action.text() == "quote").trigger()
    assert session.unit(4).kind == "quote"
    assert view.sheet.row(4).dress.rule == "solid"
    menu.close()


def test_menu_copies_only_a_selection(view):
    menu = menu_at(view, point_of(view, 0, 3))
    assert not menu.actions()[-1].isEnabled()
    menu.close()
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    view.select_sentence()
    menu = menu_at(view, QPoint(0, 0), by_key=True)
    menu.actions()[-1].trigger()
    assert QGuiApplication.clipboard().text() == "Who pays for the harbour"
    menu.close()


def test_menu_of_the_whole_article_has_no_kinds(session, view):
    session.go_to(len(session.paragraphs))
    menu = menu_at(view, QPoint(0, 0), by_key=True)
    assert words_of(menu) == ["Copy"]
    menu.close()


def test_no_menu_where_there_is_nothing(show):
    view = show(None)
    at = QPoint(30, 30)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, at)
    QApplication.sendEvent(view.viewport(), event)
    assert view.findChildren(QMenu) == []


def test_refused_kind_is_said(session, view, qtbot, monkeypatch):
    refusal = Outcome(Notice("not now"))
    monkeypatch.setattr(session, "set_kind", lambda *_: refusal)
    with qtbot.waitSignal(view.said) as said:
        view.set_kind(2, "quote")
    assert said.args == [refusal.notice]
