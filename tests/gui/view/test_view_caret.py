"""Caret and selection of the view, moved by keys; which keys it leaves to the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from annotator.ui.article.paragraph_view import ParagraphView
from annotator.ui.theme import theme

from .pointing import LONG, chosen, drag, point_of, settle, top_of

pytestmark = pytest.mark.gui


def test_caret_by_character_and_word(session, view):
    session.go_to(2)
    view.move_caret("character", 1)
    view.move_caret("character", 1, True)
    assert chosen(view) == "h"
    view.move_caret("word", 1, True)
    assert chosen(view) == "he"
    view.move_caret("word", 1, True)
    assert chosen(view) == "he quay"
    view.move_caret("character", -1)
    assert (view.selection(), view.caret.position) == (None, 1)
    view.move_caret("word", 1, True)
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
