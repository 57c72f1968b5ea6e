from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.session import Session
from annotator.store import Store
from annotator.ui.dialogs.who import Who
from annotator.ui.window import Window

from .conftest import ARTICLE, flush, focused, make_project, modal
from .strokes import answers, press

pytestmark = pytest.mark.gui

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_a_key_is_on_the_disk_at_once(window):
    window.session.go_to(2)
    press(window, "1")
    assert answers(window, 2)["frame", None].codes == ("economic",)
    assert window.status.saved.text().startswith("✓ saved ")


def test_a_common_paragraph_costs_four_keys(window):
    window.session.go_to(2)
    press(window, "1", "a", Key.Key_Return)
    told = answers(window, 2)
    assert told["stance", "export_controls"].codes == ("against",)
    assert told["stance", "us_government"].state == "none"
    assert window.session.position == 3


def test_arrows_and_letters_go_from_paragraph_to_paragraph(window):
    press(window, Key.Key_Down, "j", "j")
    assert window.session.position == 3
    press(window, "k", Key.Key_Up)
    assert window.session.position == 1
    press(window, Key.Key_End)
    assert window.session.is_at_whole_article
    press(window, Key.Key_Home)
    assert window.session.position == 0
    press(window, Key.Key_PageDown)
    assert window.session.position > 0


def test_a_code_with_a_selection_marks_the_words_and_lets_them_go(window):
    window.session.go_to(2)
    press(window, (Key.Key_Right, CTRL | SHIFT), "1")
    (span,) = answers(window, 2)["frame", None].evidence
    assert (span.start, span.code) == (0, "economic")
    assert window.page.view.selection() is None


def test_a_target_key_keeps_the_selection_for_the_position(window):
    window.session.go_to(2)
    press(window, "m", "w")
    assert window.page.view.selection() is not None
    press(window, "d")
    assert answers(window, 2)["stance", "us_government"].evidence
    assert window.page.view.selection() is None


def test_the_comma_finds_a_word_and_enter_does_not_answer(window):
    window.session.go_to(2)
    press(window, ",", "mak", Key.Key_Return)
    start, end = window.page.view.selection()
    assert window.session.unit(2).text[start:end] == "makers"
    assert answers(window, 2) == {}
    press(window, "1")
    assert answers(window, 2)["frame", None].codes == ("economic",)


def test_going_elsewhere_ends_the_search_for_a_word(window):
    window.session.go_to(2)
    press(window, ",")
    window.session.go_to(3)
    press(window, "1")
    assert answers(window, 3)["frame", None].codes == ("economic",)


def test_keys_work_while_nothing_has_the_keyboard(window):
    window.page.articles.list.setFocus()
    window.do_by_id("articles")
    focus = window.focusWidget()
    if focus is not None:
        focus.clearFocus()
    QTest.keyClick(window, Key.Key_J)
    assert window.session.position == 1


def test_enter_in_the_list_of_articles_does_not_answer(window):
    window.session.go_to(2)
    window.page.articles.list.setFocus()
    QTest.keyClick(window.page.articles.list, Key.Key_Return)
    assert answers(window, 2) == {}


def test_a_project_that_can_only_be_read_says_so(empty_window, tmp_path, monkeypatch):
    store = make_project(tmp_path / "read.annot", ARTICLE)
    annotator = store.add_annotator("a1")
    monkeypatch.setattr(type(store), "read_only", True)
    empty_window.show_project(store, annotator)
    assert "only be read" in empty_window.status.notice.text()


def test_escape_ends_the_search_for_a_word(window):
    window.session.go_to(2)
    press(window, ",", "mak", Key.Key_Escape)
    assert window.page.view.selection() is None
    press(window, "1")
    assert answers(window, 2)["frame", None].codes == ("economic",)


def test_undo_takes_the_answer_back_and_says_so(window):
    window.session.go_to(2)
    press(window, "1", Key.Key_Down)
    window.do_by_id("undo")
    assert answers(window, 2) == {}
    assert window.session.position == 2
    assert "took back" in window.status.notice.text()
    window.do_by_id("redo")
    assert answers(window, 2)["frame", None].codes == ("economic",)


def test_a_key_without_meaning_says_so(window):
    window.do_by_id("last")
    press(window, "z")
    assert window.status.notice.text() == "Z means nothing here."


def test_a_key_held_down_answers_once(window):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    window.session.go_to(2)
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_1, Qt.KeyboardModifier.NoModifier, "1")
    again = QKeyEvent(
        QEvent.Type.KeyPress, Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", autorep=True
    )
    for each in (event, again, again):
        QApplication.sendEvent(window.page.view, each)
    assert answers(window, 2)["frame", None].codes == ("economic",)


def test_other_opens_its_field_and_letters_go_there(window):
    window.session.go_to(2)
    press(window, "9")
    field = focused()
    assert window.page.panel.is_editing
    QTest.keyClicks(field, "ajk")
    QTest.keyClick(field, Key.Key_Return)
    assert answers(window, 2)["frame_other", None].value == "ajk"
    assert window.session.position == 2
    assert not window.page.panel.is_editing


def test_copy_takes_the_selected_words(window):
    window.session.go_to(3)
    press(window, "m")
    window.do_by_id("copy")
    assert QGuiApplication.clipboard().text() == (
        "The ministry will clear no shipment 🚢 to the neighbour’s army."
    )


def test_the_language_changes_at_once_and_back(window):
    window.do_by_id("language_it")
    assert window.menuBar().actions()[0].text() == "&File"
    assert window.menuBar().actions()[2].text() == "&Codifica"
    assert window.session.language == "it"
    assert window.page.articles.heading.text() == "ARTICOLI · 1"
    press(window, Key.Key_Down)
    assert window.session.position == 1
    window.do_by_id("language_en")
    assert window.page.articles.heading.text() == "ARTICLES · 1"


def test_the_theme_changes_at_once(window):
    window.do_by_id("theme_dark")
    from annotator.ui.theme import theme

    assert theme().is_dark
    assert window.settings.theme == "dark"


def test_reading_only_shows_only_the_article(window):
    window.do_by_id("reading_only")
    assert not window.page.panel.isVisible()
    assert not window.page.articles.isVisible()
    window.do_by_id("reading_only")
    assert window.page.panel.isVisible()


def test_the_list_of_articles_can_step_aside(window, settings):
    window.do_by_id("articles")
    assert not window.page.articles.isVisible()
    assert not settings.articles
    window.do_by_id("articles")
    assert window.page.articles.isVisible()


def test_a_narrow_window_gives_the_list_up_for_the_definitions(window, qtbot):
    window.resize(1300, 800)
    window.do_by_id("definitions")
    assert not window.page.articles.isVisible()
    window.resize(1700, 800)
    qtbot.waitUntil(window.page.articles.isVisible)
    assert window.page.definitions.isVisible()


def test_panes_keep_the_widths_they_were_given(window, settings, qtbot):
    splitter = window.page.splitter
    splitter.setSizes([300, 700, 400])
    splitter.splitterMoved.emit(300, 1)
    assert settings.panes["articles"] == window.page.articles.width()
    window.do_by_id("language_it")
    qtbot.waitUntil(lambda: window.page.articles.width() == settings.panes["articles"])


def test_definitions_stand_beside_the_codes(window):
    window.do_by_id("definitions")
    assert window.page.definitions.isVisible()
    assert window.page.panel.isVisible()
    window.do_by_id("definitions")
    assert not window.page.definitions.isVisible()


def test_f6_goes_round_the_panes(window):
    with_focus = []
    for _ in window.page.panes():
        window.do_by_id("other_pane")
        with_focus.append(QApplication.focusWidget())
    assert len(set(map(id, with_focus))) == len(window.page.panes())


def test_closing_remembers_the_place(window, settings, qtbot):
    window.session.go_to(3)
    path = window.store.path
    window.close()
    assert not path.with_name(path.name + "-wal").exists()
    later: Any = Window(settings)
    qtbot.addWidget(later)
    later.files.open_path(path)
    assert later.session.position == 3
    assert later.session.annotator.key == "a1"
    later.close()


def test_the_place_is_known_even_if_the_program_is_killed(window, settings, qtbot):
    window.session.go_to(3)
    who = (window.store.project().uid, window.session.annotator.uid)
    qtbot.waitUntil(lambda: (settings.place(*who) or ("", 0))[1] == 3, timeout=3000)


def test_everybody_has_a_place_of_their_own(window):
    window.session.go_to(3)
    window.show_annotator(window.store.add_annotator("m2"))
    assert window.session.position == 0
    first = next(a for a in window.store.annotators() if a.key != "m2")
    window.show_annotator(first)
    assert window.session.position == 3


def test_a_coders_file_opens_as_hers_without_asking(empty_window, tmp_path):
    with make_project(tmp_path / "whole.annot", ARTICLE) as store:
        lead, coder = store.add_annotator("lead"), store.add_annotator("anna")
        store.set_kind(store.documents()[0].id, 2, "quote", round="main", annotator="lead")
        empty_window.settings.remember_annotator(store.project().uid, lead.uid)
        store.split("anna", tmp_path / "anna.annot")
    empty_window.files.open_path(tmp_path / "anna.annot")
    assert empty_window.session.annotator == coder
    asked = Who(empty_window, empty_window.store)
    assert asked.there == [coder]
    asked.deleteLater()
    empty_window.files.open_path(tmp_path / "whole.annot")
    assert empty_window.session.annotator == lead


def test_a_dropped_project_is_opened(empty_window, tmp_path):
    with make_project(tmp_path / "dropped.annot", ARTICLE) as store:
        annotator = store.add_annotator("a1")
        empty_window.settings.remember_annotator(store.project().uid, annotator.uid)
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(tmp_path / "dropped.annot"))])
    empty_window.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            content,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert empty_window.store.path.name == "dropped.annot"


def test_a_file_that_is_no_project_is_refused_in_words(empty_window, tmp_path):
    (tmp_path / "x.annot").write_text("no project")
    empty_window.files.open_path(tmp_path / "x.annot")
    box = modal()
    assert "x.annot" in box.text()
    box.close()
    flush()
    assert empty_window.session is None


def test_without_a_project_the_window_says_what_to_do(empty_window):
    assert empty_window.pages.currentWidget() is empty_window.no_project
    press(empty_window, "1", Key.Key_Down)
    assert not empty_window.top_line.isVisible()


def test_an_empty_project_offers_to_import(empty_window, tmp_path):
    store = make_project(tmp_path / "empty.annot")
    empty_window.show_project(store, store.add_annotator("a1"))
    assert empty_window.page.middle.currentIndex() == 1
    press(empty_window, "1")


def test_an_article_that_is_done_offers_what_comes_next(window):
    for position in (0, 2, 3, 4):
        window.session.go_to(position)
        press(window, "0", Key.Key_Return)
    window.do_by_id("last")
    assert not window.page.done.isVisible()
    press(window, "1", Key.Key_Return)
    assert window.page.done.isVisible()
    assert "Every article is done" in window.page.done.words.text()


def test_what_was_said_of_one_key_does_not_outlive_the_next(window):
    window.session.go_to(2)
    QTest.keyClick(window.page.view, Qt.Key.Key_Return)
    assert window.status.notice.text().startswith("Frame open")
    press(window, "1")
    assert window.status.notice.text() == ""


def test_what_others_change_is_seen(window, qtbot):
    with Store.open(window.store.path) as store:
        other = Session(store, store.annotators()[0])
        other.open(other.documents[0].id, 2)
        other.press("2")
    qtbot.waitUntil(lambda: bool(window.session.unit(2).chips), timeout=3000)
    assert window.session.unit(2).chips[0].code == "geopolitical"


def test_in_a_narrow_window_the_panes_give_way_to_the_text(window, qtbot):
    wide = window.page.articles.width(), window.page.panel.width()
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: window.page.articles.width() < wide[0])
    assert window.page.panel.width() < wide[1]
    window.resize(1400, 900)
    qtbot.waitUntil(lambda: (window.page.articles.width(), window.page.panel.width()) == wide)
