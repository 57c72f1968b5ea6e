from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from annotator.resources import shipped_codebook
from annotator.study.demo import make_demo
from annotator.ui.dialogs import choosing, demo, message, unsaved
from annotator.ui.dialogs.key_sheet import KeySheet
from annotator.ui.dialogs.new_project import NewProject
from annotator.ui.dialogs.who import Who, pseudonym

from .conftest import flush, modal

pytestmark = pytest.mark.gui


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo") / "demo.annot"
    make_demo(path)
    return path


def finished(qtbot, dialog) -> None:
    """Wait for the dialog's work."""
    qtbot.waitUntil(lambda: not dialog.is_working, timeout=20_000)


# ------------------------------------------------------------------ who


def test_a_pseudonym_is_short_and_says_nothing():
    names = {pseudonym() for _ in range(200)}
    assert len(names) > 190
    assert all(len(name) == 4 and name[0].isalpha() and name.isalnum() for name in names)


def test_enter_accepts_the_pseudonym_that_is_offered(empty_window, store, qtbot):
    dialog = Who(empty_window, store)
    dialog.open()
    offered = dialog.name.text()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert chosen.args[0].key == offered
    assert [each.key for each in store.annotators()] == [offered]


def test_several_people_choose_from_the_list_or_add_themselves(empty_window, store, qtbot):
    store.add_annotator("a1")
    two = store.add_annotator("a2")
    dialog = Who(empty_window, store, two.uid)
    dialog.open()
    assert dialog.list.currentItem().text() == "a2"
    assert not dialog.name.isVisible()
    dialog.list.setCurrentItem(dialog.newcomer)
    assert dialog.name.isVisible()
    dialog.name.setText("  a3 ")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.accept_button.click()
    assert chosen.args[0].key == "a3"


def test_a_name_that_is_taken_is_refused_in_words(empty_window, store):
    store.add_annotator("a1")
    dialog = Who(empty_window, store)
    dialog.open()
    dialog.list.setCurrentItem(dialog.newcomer)
    dialog.name.setText("a1")
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert "a1" in dialog.trouble.text()
    QTest.keyClicks(dialog.name, "x")
    assert not dialog.trouble.isVisible()
    dialog.reject()


def test_changing_who_codes_shows_only_their_own_answers(window):
    window.session.go_to(2)
    QTest.keyClicks(window.page.view, "1")
    window.do_by_id("annotator")
    dialog = modal()
    dialog.list.setCurrentItem(dialog.newcomer)
    dialog.name.setText("a2")
    dialog.accept_button.click()
    assert window.session.annotator.key == "a2"
    assert window.session.position == 0
    assert window.session.unit(2).chips == ()
    assert "a2" in window.top_line.place.text()


# ------------------------------------------------------------------ new project


@pytest.fixture
def new_project(empty_window, tmp_path):
    dialog = NewProject(empty_window, tmp_path)
    dialog.made.connect(empty_window.files._take_store)
    dialog.open()
    return dialog


def test_a_new_project_has_title_file_and_codebook(new_project, empty_window, tmp_path):
    QTest.keyClicks(new_project.title, "Chips: and/blocs?")
    assert new_project.path == tmp_path / "Chips- and-blocs-.annot"
    new_project.make.click()
    modal().accept_button.click()
    assert empty_window.store.project().title == "Chips: and/blocs?"
    assert empty_window.session.documents == ()


def test_a_file_that_is_there_is_not_overwritten(new_project):
    new_project.path.write_text("precious")
    new_project.make.click()
    assert new_project.isVisible()
    assert "New project.annot" in new_project.trouble.toPlainText()
    assert new_project.path.read_text() == "precious"
    new_project.reject()


def test_every_mistake_of_an_own_codebook_is_listed(new_project, tmp_path):
    broken = tmp_path / "own.toml"
    text = shipped_codebook().read_text(encoding="utf-8")
    text = text.replace('shortcut = "1"', 'shortcut = "j"').replace(
        'colour = "blue"', 'colour = "x"'
    )
    broken.write_text(text, encoding="utf-8")
    new_project.take_codebook(broken)
    told = new_project.trouble.toPlainText()
    assert len(told.splitlines()) >= 2
    assert "j" in told
    assert not new_project.make.isEnabled()
    new_project.take_codebook(shipped_codebook())
    assert new_project.make.isEnabled()
    assert not new_project.trouble.isVisible()
    new_project.reject()


def test_a_codebook_that_cannot_be_read_is_told(new_project, tmp_path):
    new_project.take_codebook(tmp_path / "missing.toml")
    assert "missing.toml" in new_project.trouble.toPlainText()
    new_project.reject()


# ------------------------------------------------------------------ others


def test_the_key_sheet_shows_every_key_once(window):
    dialog = KeySheet(window, tuple(window.actions_by_id.values()), window.session)
    dialog.open()
    codebook, coding, others = dialog.columns
    assert (("1",), "Economic") in codebook
    assert (("↓", "J"), "Next paragraph") in coding
    assert (("Ctrl N",), "New project…") in others
    assert not [row for row in codebook if row[0] == ("U",)]
    dialog.accept()


def test_f1_opens_the_key_sheet_and_about_says_the_version(window):
    window.do_by_id("keys")
    assert isinstance(modal(), KeySheet)
    modal().accept()
    window.do_by_id("about")
    assert "0.1.0" in modal().text()
    modal().close()
    flush()


def test_the_demo_is_made_and_opened(empty_window, tmp_path, monkeypatch):
    path = str(tmp_path / "demo.annot")
    monkeypatch.setattr(choosing, "choose_target", lambda *_: path)
    empty_window.do_by_id("demo")
    dialog = modal()
    assert [each.key for each in dialog.there][:1] == ["simulated_1"]
    dialog.accept_button.click()
    assert len(empty_window.session.documents) >= 6


def test_a_demo_that_cannot_be_made_is_told(empty_window, tmp_path):
    (tmp_path / "there.annot").write_text("precious")
    assert demo.make_demo_at(empty_window, tmp_path / "there.annot") is None
    assert "there.annot" in modal().text()
    modal().close()
    flush()


@pytest.mark.parametrize(("button", "answer"), [("yes", True), ("no", False)])
def test_a_question_is_answered_by_its_button(empty_window, button, answer):
    from PySide6.QtCore import QTimer

    def click() -> None:
        box = modal()
        assert isinstance(box, QMessageBox)
        next(each for each in box.buttons() if each.text() == button).click()

    QTimer.singleShot(50, click)
    assert message.ask(empty_window, "Title", "Words?", yes="yes", no="no") is answer


def test_an_unsaved_answer_is_given_up_only_on_purpose(empty_window, monkeypatch):
    from annotator.errors import ProjectBusy

    asked = []
    monkeypatch.setattr(unsaved, "ask", lambda *words, **_: asked.append(words))
    assert not unsaved.give_up(
        empty_window, ProjectBusy("it is locked", remedy="wait"), lambda: False
    )
    assert "it is locked; wait" in asked[0][2]


def test_menus_open_files_that_are_chosen(empty_window, tmp_path, monkeypatch, store):
    annotator = store.add_annotator("a1")
    empty_window.settings.remember_annotator(store.project().uid, annotator.uid)
    monkeypatch.setattr(choosing, "choose_file", lambda *_: str(store.path))
    empty_window.do_by_id("open")
    assert empty_window.session.annotator.key == "a1"
    folder = tmp_path / "more"
    folder.mkdir()
    taken: list[list[Path]] = []
    monkeypatch.setattr(empty_window.files, "import_paths", taken.append)
    monkeypatch.setattr(choosing, "choose_folder", lambda *_: str(folder))
    empty_window.do_by_id("import_folder")
    monkeypatch.setattr(choosing, "choose_files", lambda *_: ["a.txt", "b.txt"])
    empty_window.do_by_id("import_files")
    assert taken == [[folder], [Path("a.txt"), Path("b.txt")]]
    empty_window.do_by_id("close_project")
    assert empty_window.session is None
