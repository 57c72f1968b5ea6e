"""What the menus and the rarer keys do, one behaviour each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.resources import shipped_codebook
from annotator.store import Store
from annotator.ui import application, faults, first_project
from annotator.ui.dialogs import choosing, demo
from annotator.ui.dialogs.new_project import NewProject
from annotator.ui.files import _back_up
from annotator.ui.job import Job
from annotator.ui.settings import DEFAULT_TEXT_SIZE, Settings
from annotator.ui.strokes import shown_key

from .conftest import ARTICLE, flush, focused, make_project, modal
from .strokes import answers, press
from .test_unsaved import Refusing

pytestmark = pytest.mark.gui

Key = Qt.Key


def nothing(_job: Job) -> None:
    """No work at all."""


# ------------------------------------------------------------------ keys of the coder


def test_tab_goes_from_target_to_target(window):
    window.session.go_to(2)
    press(window, Key.Key_Tab, "a")
    told = answers(window, 2)
    assert told["stance", "us_government"].codes == ("against",)
    press(window, (Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier))
    assert window.status.notice.text() == ""


def test_cannot_tell_skipped_and_sureness_belong_to_the_active_answer(window):
    window.session.go_to(2)
    press(window, "u")
    assert answers(window, 2)["frame", None].state == "cannot_tell"
    press(window, (Key.Key_U, Qt.KeyboardModifier.ShiftModifier))
    assert answers(window, 2)["frame", None].state == "skipped"
    press(window, "1", "c")
    assert answers(window, 2)["frame", None].confidence == 1


def test_a_note_needs_an_answer_and_then_has_a_field(window):
    window.session.go_to(2)
    press(window, "n")
    assert "answer first" in window.status.notice.text()
    assert not window.page.panel.is_editing
    press(window, "1", "n")
    QTest.keyClicks(focused(), "ask the team")
    window.page.panel.finish_editing()
    assert answers(window, 2)["frame", None].note == "ask the team"


def test_h_opens_the_voices_and_takes_one(window):
    window.session.go_to(2)
    press(window, "h")
    assert window.page.panel.is_editing
    QTest.keyClicks(focused(), "Ada Venn")
    QTest.keyClick(focused(), Key.Key_Return)
    press(window, "a")
    with Store.open(window.store.path) as store:
        (told,) = store.annotations(store.documents()[0].id, "main", "a1")
    assert told.place.holder == "person:Ada Venn"


def test_a_quote_asks_whose_voice(tmp_path, empty_window):
    quote = "Title\n\n“We were promised ten years of growth and got none of it, and I am tired.”\n"
    store = make_project(tmp_path / "quote.annot", quote)
    empty_window.show_project(store, store.add_annotator("a1"))
    empty_window.session.set_kind(1, "quote")
    empty_window.session.go_to(1)
    press(empty_window, "a")
    assert empty_window.page.panel.is_editing
    empty_window.page.panel.finish_editing()


def test_space_goes_on_and_says_what_is_owed(window):
    window.session.go_to(2)
    press(window, Key.Key_Space)
    assert window.session.position == 3
    assert "owes" in window.status.notice.text()


def test_page_up_and_home_go_back(window):
    window.session.go_to(4)
    press(window, Key.Key_PageUp)
    assert window.session.position < 4


def test_the_next_article_is_opened_by_its_key(tmp_path, empty_window):
    store = make_project(tmp_path / "two.annot", ARTICLE, "Two\n\nText two.\n")
    empty_window.show_project(store, store.add_annotator("a1"))
    first = empty_window.session.document
    empty_window.do_by_id("next_article")
    assert empty_window.session.document != first


def test_a_click_in_the_list_opens_an_article(tmp_path, empty_window):
    store = make_project(tmp_path / "two.annot", ARTICLE, "Two\n\nText two.\n")
    empty_window.show_project(store, store.add_annotator("a1"))
    empty_window.page.articles.chosen.emit(empty_window.session.documents[1])
    assert empty_window.session.document.title == "Two"
    assert QApplication.focusWidget() is empty_window.page.view


def test_no_word_found_says_so(window):
    window.session.go_to(2)
    press(window, ",", "zzz", Key.Key_Backspace)
    assert window.status.notice.text() == "No word begins with zz."
    press(window, Key.Key_Backspace, Key.Key_Backspace)
    assert not window.coding.seeking.is_on


def test_shift_alone_does_not_end_the_search_for_a_word(window):
    window.session.go_to(3)
    press(window, ",", Key.Key_Shift, "I", Key.Key_Return)
    start, end = window.page.view.selection()
    assert window.session.unit(3).text[start:end] == "It"


def test_copy_in_a_field_is_the_fields(window):
    window.session.go_to(2)
    press(window, "9")
    field = focused()
    QTest.keyClicks(field, "party")
    field.selectAll()
    window.do_by_id("copy")
    assert QApplication.clipboard().text() == "party"
    window.page.panel.finish_editing()


@pytest.mark.parametrize("action", ["previous", "first", "last", "page_down", "next_open", "rest"])
def test_no_way_leads_from_an_unsaved_answer_unasked(window, monkeypatch, action):
    monkeypatch.setattr("annotator.ui.coding.LEAVE_WAIT_MS", 20)
    monkeypatch.setattr("annotator.ui.dialogs.unsaved.give_up", lambda *_: False)
    window.session.go_to(2)
    lock = Refusing(monkeypatch, window)
    press(window, "1")
    window.do_by_id(action)
    assert window.session.position == 2
    lock.is_locked = False
    assert window.session.retry()


def test_an_unsaved_answer_keeps_the_project_open(window, monkeypatch, tmp_path):
    monkeypatch.setattr("annotator.ui.coding.LEAVE_WAIT_MS", 20)
    monkeypatch.setattr("annotator.ui.dialogs.unsaved.give_up", lambda *_: False)
    lock = Refusing(monkeypatch, window)
    window.session.go_to(2)
    press(window, "1")
    store = window.store
    window.do_by_id("close_project")
    window.do_by_id("annotator")
    window.files.open_path(tmp_path / "other.annot")
    window.files._take_store(make_project(tmp_path / "another.annot"))
    assert window.store is store
    lock.is_locked = False
    assert window.session.retry()


# ------------------------------------------------------------------ looks


def test_the_text_grows_shrinks_and_comes_back(window, settings):
    window.do_by_id("larger")
    assert settings.text_size == DEFAULT_TEXT_SIZE + 1
    window.do_by_id("smaller")
    window.do_by_id("smaller")
    assert settings.text_size == DEFAULT_TEXT_SIZE - 1
    window.do_by_id("usual_size")
    assert settings.text_size == DEFAULT_TEXT_SIZE


def test_line_width_and_dimming_are_remembered(window, settings):
    window.do_by_id("width_75")
    window.do_by_id("dimming")
    assert (settings.line_width, settings.dimming) == (75, False)


def test_reading_only_outlives_a_change_of_language(window):
    window.do_by_id("reading_only")
    window.do_by_id("language_it")
    assert not window.page.articles.isVisible()


def test_menus_tick_what_is_chosen_and_grey_what_cannot_be_done(empty_window):
    empty_window.menus.refresh()
    entries = {name: entry for name, (_, entry) in empty_window.menus._entries.items()}
    assert entries["theme_light"].isChecked()
    assert not entries["theme_dark"].isChecked()
    assert not entries["export"].isEnabled()
    assert entries["next"].text() == f"Next paragraph\t{shown_key('Down')}"


def test_recent_projects_are_in_the_menu_and_on_the_empty_page(window, settings, tmp_path):
    settings.remember_project(tmp_path / "gone.annot")
    window.menus.recent.aboutToShow.emit()
    gone, there = window.menus.recent.actions()
    assert not gone.isEnabled()
    path = window.store.path
    window.do_by_id("close_project")
    links = [window.no_project.recent.itemAt(n).widget() for n in range(2)]
    assert links[1].property("path") == str(path)
    links[1].click()
    assert window.store.path == path
    window.do_by_id("close_project")
    there.trigger()
    assert window.store.path == path


def test_nobody_has_recent_projects_at_first(empty_window):
    empty_window.menus.recent.aboutToShow.emit()
    (only,) = empty_window.menus.recent.actions()
    assert not only.isEnabled()


# ------------------------------------------------------------------ files


def drop(window, *paths: Path) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.files.take_dropped([Path(url.toLocalFile()) for url in content.urls()])


def take_all(dialog, qtbot) -> None:
    """Import what was dropped, and close."""
    qtbot.waitUntil(lambda: not dialog.is_working)
    dialog.foot.begin.click()
    qtbot.waitUntil(lambda: not dialog.is_working)
    dialog.reject()


def test_dropped_articles_are_imported(window, tmp_path, qtbot):
    (tmp_path / "new.txt").write_text("New\n\nA new text.\n")
    drop(window, tmp_path / "new.txt")
    take_all(modal(), qtbot)
    flush()
    assert len(window.session.documents) == 2


def test_articles_dropped_without_a_project_are_not_lost_in_silence(empty_window, tmp_path):
    drop(empty_window, tmp_path / "new.txt")
    assert "First open or make a project" in empty_window.status.notice.text()


def test_the_first_import_opens_an_article(empty_window, tmp_path, qtbot):
    store = make_project(tmp_path / "empty.annot")
    empty_window.show_project(store, store.add_annotator("a1"))
    (tmp_path / "new.txt").write_text("New\n\nA new text.\n")
    drop(empty_window, tmp_path / "new.txt")
    take_all(modal(), qtbot)
    assert empty_window.session.document.title == "New"
    assert empty_window.page.middle.currentIndex() == 0


def test_choosing_nothing_does_nothing(window, monkeypatch):
    monkeypatch.setattr(choosing, "choose_file", lambda *_: "")
    monkeypatch.setattr(choosing, "choose_files", lambda *_: [])
    monkeypatch.setattr(choosing, "choose_folder", lambda *_: "")
    monkeypatch.setattr(choosing, "choose_target", lambda *_: "")
    for action in ("open", "import_files", "import_folder", "demo"):
        window.do_by_id(action)
    assert QApplication.activeModalWidget() is None


def test_a_new_project_begins_in_the_menu(empty_window, monkeypatch, tmp_path):
    monkeypatch.setattr(first_project, "documents_folder", lambda: tmp_path)
    empty_window.do_by_id("new")
    dialog = modal()
    assert isinstance(dialog, NewProject)
    other = tmp_path / "other"
    other.mkdir()
    monkeypatch.setattr(choosing, "choose_folder", lambda *_: str(other))
    dialog._choose_folder()
    assert dialog.path.parent == other
    monkeypatch.setattr(choosing, "choose_file", lambda *_: str(shipped_codebook()))
    dialog.codebook.activated.emit(1)
    assert "framing-stance.toml" in dialog.codebook.itemText(1)
    monkeypatch.setattr(choosing, "choose_file", lambda *_: "")
    dialog.codebook.activated.emit(1)
    assert dialog.codebook.currentIndex() == 0
    dialog.codebook.activated.emit(0)
    assert dialog.make.isEnabled()
    dialog.reject()


def test_free_names_are_found(tmp_path):
    (tmp_path / "Annotator demo.annot").touch()
    assert demo._free_name(tmp_path).name == "Annotator demo 2.annot"
    (tmp_path / "x.annot").touch()
    (tmp_path / "x 2.annot").touch()
    assert first_project._free_name(tmp_path, "x").name == "x 3.annot"


def test_the_documents_folder_is_the_home_where_there_is_none(own_home):
    assert first_project.documents_folder() == own_home


def test_once_a_day_a_copy_is_made(window, qtbot):
    copies = window.store.path.parent / "backups"
    qtbot.waitUntil(lambda: len(list(copies.glob("*.annot"))) == 1)
    assert _back_up(window.store.path, Job(nothing)) is None


def test_a_copy_that_fails_is_told(window):
    from annotator.errors import StoreError

    window.files._say_no_copy(StoreError("the disk is full"))
    assert "the disk is full" in window.status.notice.text()


def test_the_log_is_shown_or_named(empty_window, monkeypatch, tmp_path):
    monkeypatch.setattr(faults, "log_file", lambda: tmp_path / "a.log")
    empty_window.do_by_id("log")
    assert "a.log" in empty_window.status.notice.text()
    (tmp_path / "a.log").touch()
    opened: list[Any] = []

    def show(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    empty_window.do_by_id("log")
    assert len(opened) == 1


# ------------------------------------------------------------------ works, without their threads


def test_the_whole_program_runs_in_this_process(tmp_path, monkeypatch, qapp):
    """`run` with an event loop that ends at once."""
    with make_project(tmp_path / "p.annot", ARTICLE) as store:
        annotator = store.add_annotator("a1")
        settings = Settings(tmp_path / "s.ini")
        settings.remember_annotator(store.project().uid, annotator.uid)
    shown: list[Any] = []

    class App:
        def __new__(cls, _arguments):
            return qapp

        instance = staticmethod(lambda: qapp)

    def end() -> int:
        windows = [w for w in QApplication.topLevelWidgets() if w.windowTitle().startswith("Chips")]
        shown.extend(windows)
        for window in windows:
            window.close()
        return 0

    monkeypatch.setattr("PySide6.QtWidgets.QApplication", App)
    monkeypatch.setattr(qapp, "exec", end, raising=False)
    monkeypatch.setattr("annotator.ui.settings.Settings", lambda: settings)
    assert application.run(tmp_path / "p.annot") == 0
    assert len(shown) == 1
