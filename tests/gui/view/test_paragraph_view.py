"""The view as a whole: what it lays out, where it scrolls, what it selects."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolTip, QVBoxLayout, QWidget

from annotator.session.views import Happened, Notice, Outcome
from annotator.ui.article.paragraph_view import ParagraphView
from annotator.ui.theme import DARK, apply_theme, theme

pytestmark = pytest.mark.gui

LONG = [("body", "The quay sank and two firms moved north. " * (1 + n % 4)) for n in range(300)]


class Watched(ParagraphView):
    """Remembers what it was asked to draw."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[tuple[int, int]] = []

    def paintEvent(self, event) -> None:  # noqa: N802  # Qt's name
        self.drawn.append((event.rect().top(), event.rect().height()))
        super().paintEvent(event)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def top_of(view: ParagraphView, row: int) -> int:
    return view.rect_of(row).top()


def point_of(view: Any, row: int, offset: int) -> QPoint:
    """Within the viewport, just after the left edge of a character."""
    sheet = view.sheet
    parts = sheet.row(row)
    x, top, height = parts.block.caret(offset)
    left = sheet.columns.text_left + parts.indent
    return QPoint(round(left + x) + 1, round(top_of(view, row) + parts.text_top + top + height / 2))


def chosen(view: Any) -> str:
    found = view.selection()
    return view.session.paragraphs[view.session.position].text[slice(*found)] if found else ""


def drag(view: ParagraphView, to: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    where = QPointF(to)
    kind, off = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
    QApplication.sendEvent(view.viewport(), QMouseEvent(kind, where, where, off, left, none))


# ------------------------------------------------------------------ laying out


def test_only_what_is_in_view_is_laid_out(session_on, show):
    view = show(session_on(LONG))
    assert 3 < len(view.sheet._rows) < 30


def test_no_article_draws_only_paper(show):
    view = show(None)
    assert view.grab().toImage().pixelColor(200, 200) == theme().paper
    assert view.selection() is None
    view.move_caret("word", 1)
    view.select_sentence()
    view.extend_word(1)
    view.clear_selection()
    view.copy()
    assert not view.select_next_word_starting("a")
    assert view.n_visible() == 1
    assert view.row_at(10) is None
    view.set_text_size(22)
    view.scroll_to(3)


def test_session_may_go_and_come(session, view):
    view.set_session(None)
    assert view.sheet is None
    view.set_session(session)
    assert view.sheet is not None


def test_current_paragraph_keeps_its_place_while_the_text_moves(session_on, show):
    session = session_on(LONG)
    view = show(session)
    session.go_to(100)
    places = set()
    for _ in range(12):
        session.go_next()
        places.add(top_of(view, session.position))
    assert places == {round(view.viewport().height() * 0.4)}


def test_long_paragraph_is_shown_whole_rather_than_at_its_place(session_on, show):
    session = session_on([*LONG[:30], ("body", "The quay sank again. " * 55), *LONG])
    view = show(session)
    session.go_to(30)
    rect = view.rect_of(30)
    assert rect.top() < view.viewport().height() * 0.4
    assert rect.top() >= 0
    assert rect.bottom() < view.viewport().height()


def test_first_and_last_paragraphs_stand_where_the_text_ends(session_on, show):
    session = session_on(LONG)
    view = show(session)
    bar = view.verticalScrollBar()
    assert bar.value() == 0
    session.go_to(len(session.paragraphs))
    assert bar.value() == bar.maximum()
    assert view.rect_of(len(session.paragraphs)).bottom() < view.viewport().height()


def test_wrong_estimates_do_not_make_the_text_jump(session_on, show):
    # Chinese is about twice as wide as was estimated.
    session = session_on(
        [("body", "港口的居民说起重机已经停了三个月" * (2 + n % 5)) for n in range(200)]
    )
    view = show(session)
    session.go_to(150)
    view._is_in_place = False
    bar = view.verticalScrollBar()
    for _ in range(60):
        seen = view.row_at(200)
        before = top_of(view, seen)
        bar.setValue(bar.value() - 40)
        assert top_of(view, seen) == before + 40


def test_answer_that_grows_a_paragraph_leaves_those_above_where_they_are(session_on, show):
    session = session_on(LONG)
    view = show(session)
    session.go_to(100)
    before = [top_of(view, row) for row in (98, 99, 100)]
    height = view.rect_of(100).height()
    for key in ("1", "2", "3", "4"):
        session.press(key)
    for target in "qwer":
        session.press(target)
        session.press("a")
    assert view.rect_of(100).height() > height
    assert [top_of(view, row) for row in (98, 99, 100)] == before


def test_one_label_draws_one_row(session, qtbot):
    view = Watched()
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.set_session(session)
    session.listen(view.on_happened)
    view.show()
    session.go_to(2)
    session.press("1")
    settle()
    view.drawn.clear()
    session.press("1")
    session.press("2")
    settle()
    rect = view.rect_of(2)
    assert view.drawn
    assert all((top, high) == (rect.top(), rect.height()) for top, high in view.drawn)


def test_change_out_of_view_draws_nothing(session_on, qtbot):
    session = session_on(LONG)
    view = Watched()
    qtbot.addWidget(view)
    view.set_session(session)
    view.show()
    settle()
    view.drawn.clear()
    view.on_happened(Happened(paragraphs=frozenset({250})))
    view.on_happened(Happened(status=True))
    settle()
    assert view.drawn == []


def test_page_counts_its_paragraphs(session_on, show):
    view = show(session_on(LONG))
    assert 3 <= view.n_visible() <= 20


def test_scrolled_to_without_going_there(session_on, show):
    session = session_on(LONG)
    view = show(session)
    view.scroll_to(200)
    assert 0 < top_of(view, 200) < view.viewport().height()
    assert session.position == 0


# ------------------------------------------------------------------ settings


def test_larger_text_keeps_the_reader_where_they_are(session_on, show):
    session = session_on(LONG)
    view = show(session)
    view.verticalScrollBar().setValue(4000)
    row = view.row_at(5)
    before = top_of(view, row)
    view.set_text_size(24)
    assert view.sheet.size_px == 24
    assert top_of(view, row) == before


def test_line_width_changes_the_column(view):
    before = view.sheet.columns.text_width
    view.set_line_width(60)
    assert view.sheet.columns.text_width < before


def test_settings_that_change_nothing_lay_out_nothing(view):
    before = view.sheet
    view.set_text_size(18)
    view.set_line_width(68)
    view.set_reading_only(False)
    assert view.sheet is before


def test_reading_only_hides_the_margin(session, view):
    session.go_to(2)
    session.press("1", selection=(0, 8))
    view.set_reading_only(True)
    assert view.sheet.row(2).margin is None
    view.set_reading_only(False)
    assert view.sheet.row(2).margin is not None


def test_others_are_dimmed_unless_the_setting_says_no(session, view):
    session.go_to(2)
    assert view._look(2).is_current
    assert view._look(4).is_dimmed
    view.set_dimming(False)
    assert not view._look(4).is_dimmed


def test_theme_reaches_the_paper_and_the_words(session, view, qapp):
    session.go_to(2)
    before = view.sheet
    apply_theme(qapp, "dark")
    settle()
    assert view.sheet is not before
    assert view.grab().toImage().pixelColor(5, 690) == DARK.paper


@pytest.mark.parametrize("dark", [False, True])
def test_current_paragraph_has_bar_ground_and_lines(session, view, qapp, dark: bool):
    apply_theme(qapp, "dark" if dark else "light")
    session.go_to(2)
    settle()
    image, rect = view.grab().toImage(), view.rect_of(2)
    assert image.pixelColor(1, rect.center().y()) == theme().accent
    assert image.pixelColor(8, rect.center().y()) == theme().current
    assert image.pixelColor(8, rect.top()) == theme().line
    assert image.pixelColor(8, rect.bottom() + 2) == theme().paper


def test_resizing_keeps_the_current_paragraph_at_its_place(session_on, show):
    session = session_on(LONG)
    view = show(session)
    session.go_to(100)
    view.resize(700, 500)
    settle()
    assert top_of(view, 100) == round(view.viewport().height() * 0.4)
    view.resize(700, 600)
    settle()
    assert top_of(view, 100) == round(view.viewport().height() * 0.4)


def test_resizing_after_scrolling_away_stays_there(session_on, show):
    session = session_on(LONG)
    view = show(session)
    view.verticalScrollBar().setValue(5000)
    row = view.row_at(5)
    view.resize(900, 500)
    settle()
    assert view.row_at(5) == row


def test_instructions_go_when_the_place_moves_after_the_first_answer(session, view):
    assert view.sheet.box is not None
    session.press("0")
    assert view.sheet.box is not None, "nothing moves under the eyes of who is answering"
    session.go_next()
    assert view.sheet.box is None


# ------------------------------------------------------------------ keyboard


def test_caret_by_character_and_word(session, view):
    session.go_to(2)
    view.move_caret("character", 1)
    view.move_caret("character", 1, True)
    assert chosen(view) == "h"
    view.move_caret("word", 1, True)
    assert chosen(view) == "he"
    view.extend_word(1)
    assert chosen(view) == "he quay"
    view.move_caret("character", -1)
    assert (view.selection(), view.caret.position) == (None, 1)
    view.extend_word(1)
    view.move_caret("character", 1)
    assert view.caret.position == 3


def test_caret_in_right_to_left_text_goes_the_way_of_the_screen(session, view):
    session.go_to(8)
    view.move_caret("character", -1)
    assert view.caret.position == 1
    view.move_caret("word", -1, True)
    assert chosen(view) == "الت"
    view.move_caret("character", -1)
    assert view.caret.position == 4


def test_caret_of_a_long_paragraph_stays_in_view(session_on, show):
    session = session_on([("body", "The quay sank again. " * 300)])
    view = show(session)
    view.caret.place(len(view.caret.text))
    view.caret_moved()
    assert view.verticalScrollBar().value() > 1000
    view.caret.place(0)
    view.caret_moved()
    first_line = top_of(view, 0) + view.sheet.row(0).text_top
    assert 0 <= first_line + 3 < view.viewport().height()


def test_drag_below_the_page_scrolls_on(session_on, show, qtbot):
    session = session_on([("body", "The quay sank again. " * 300)])
    view = show(session)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, 0, 3))
    before = view.verticalScrollBar().value()
    drag(view, QPoint(300, view.viewport().height() + 60))
    assert view.verticalScrollBar().value() > before


def test_bar_is_pale_while_a_field_has_the_keyboard(session, view, qtbot):
    page, field = QWidget(), QLineEdit()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    layout.addWidget(view)
    layout.addWidget(field)
    view.setFocus()
    page.show()
    session.go_to(2)
    assert not view._look(2).is_elsewhere
    field.setFocus()
    assert view._look(2).is_elsewhere
    settle()
    assert view.grab().toImage().pixelColor(1, view.rect_of(2).center().y()) != theme().accent
    view.setFocus()
    settle()
    assert view.grab().toImage().pixelColor(1, view.rect_of(2).center().y()) == theme().accent
    view.setParent(None)


def test_other_language_leaves_the_reader_where_they_are(session_on, show):
    session = session_on(LONG)
    view = show(session)
    session.go_to(100)
    view.select_sentence()
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 200)
    before, words = top_of(view, 100), view.selection()
    session.language = "it"
    assert (top_of(view, 100), view.selection()) == (before, words)
    assert view.sheet.session.unit(100) is view.sheet.row(100).unit


def test_caret_shows_once_it_is_used(session, view):
    session.go_to(2)
    assert view._look(2).caret is None
    view.move_caret("word", 1)
    assert view._look(2).caret == 3
    view.clear_selection()
    assert view._look(2).caret is None


def test_selection_counts_code_points_after_emoji(session, view):
    session.go_to(4)
    assert view.select_next_word_starting("ros")
    assert chosen(view) == "rose"
    assert view.selection() == (9, 13)


def test_sentence_and_the_next_one_too(session, view, qtbot):
    session.go_to(2)
    with qtbot.waitSignal(view.selection_changed):
        view.select_sentence()
    assert chosen(view) == "The quay sank."
    view.select_sentence()
    assert chosen(view) == view.session.paragraphs[2].text


def test_letters_without_a_word_say_so(session, view):
    session.go_to(2)
    assert not view.select_next_word_starting("zz")


def test_selection_ends_with_its_paragraph(session, view, qtbot):
    session.go_to(2)
    view.select_sentence()
    with qtbot.waitSignal(view.selection_changed):
        session.go_next()
    assert view.selection() is None


def test_whole_article_has_no_caret(session, view):
    session.go_to(len(session.paragraphs))
    view.move_caret("word", 1)
    view.select_sentence()
    assert view.caret is None
    assert view.selection() is None


def test_selected_words_are_copied(session, view, qtbot):
    session.go_to(2)
    view.select_next_word_starting("quay")
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "quay"


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Tab])
def test_keys_of_coding_go_on_to_the_window(view, qtbot, key: Qt.Key):
    received: list[int] = []

    class Window(ParagraphView):
        def keyPressEvent(self, event) -> None:  # noqa: N802  # Qt's name
            received.append(event.key())

    window = Window()
    qtbot.addWidget(window)
    view.setParent(window)
    qtbot.keyClick(view, key)
    assert received == [key]
    view.setParent(None)


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
