"""From files to articles: listed, looked at, taken in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest

from annotator.errors import ImportFailed, ProjectBusy
from annotator.store import Store
from annotator.study.intake import Intake
from annotator.study.survey import Survey
from annotator.ui.dialogs import choosing
from annotator.ui.importing import reading, taking
from annotator.ui.importing.files import state_ink
from annotator.ui.importing.shelf import Shelf
from annotator.ui.importing.window import ImportWindow
from annotator.ui.importing.words import fate_words, reason_words, state_words
from annotator.ui.messages import tr
from annotator.ui.theme import apply_theme, theme
from tests.gui.conftest import flush, modal

from .conftest import TEXT

pytestmark = pytest.mark.gui


def states(opened) -> dict[str, str]:
    return {p.name: e.state for p, e in opened.dialog.files.rows.entries.items()}


def test_a_folder_is_looked_at_before_anything_is_taken_in(opened, folder):
    dialog = opened.open(folder)
    assert states(opened) == {"again.txt": "there", "bad.txt": "failed", "good.txt": "ready"}
    assert dialog.foot.words.text() == "1 already there · 1 cannot be read"
    assert dialog.foot.begin.text() == "Import all (3)"
    with Store.open(opened.main.store.path) as store:
        assert len(store.documents()) == 1


def test_what_can_be_taken_in_is_and_the_rest_says_why(opened, folder):
    dialog = opened.open(folder)
    assert opened.take_all() == "1 taken in, 1 already there, 1 failed."
    assert states(opened) == {"again.txt": "there", "bad.txt": "failed", "good.txt": "taken"}
    rows = dialog.files.rows
    words = [str(rows.data(rows.index(n), Qt.ItemDataRole.AccessibleTextRole)) for n in range(3)]
    assert words[0] == "again.txt: already in the project"
    assert words[1].startswith("bad.txt: the file is PNG, which is not read; save")
    assert words[2] == "good.txt: taken in: 6 paragraphs"
    assert dialog.preview.entry is opened.entry("bad.txt"), "what failed is shown first"
    assert "PNG" in dialog.preview.notes.words[0]
    assert dialog.foot.begin.text() == "Import all (1)"
    dialog.reject()
    flush()
    assert len(opened.main.session.documents) == 2
    assert opened.main.page.articles.rows.rowCount() == 2


def test_a_cancelled_import_keeps_what_is_in(opened, tmp_path):
    for n in range(20):
        (tmp_path / f"{n:02}.txt").write_text(f"Title {n}\n\nText {n}.\n")
    dialog = opened.open(*sorted(tmp_path.glob("*.txt")))
    taken = []

    def cancel_after_three(fate):
        taken.append(fate)
        if len(taken) == 3:
            dialog.job.cancel()

    dialog.foot.begin.click()
    work = dialog.job.work
    work.taken.disconnect()
    # In the thread of the work, so that it stops right there.
    work.taken.connect(cancel_after_three, Qt.ConnectionType.DirectConnection)
    opened.wait()
    assert dialog.foot.words.text().startswith("Stopped.")
    with Store.open(opened.main.store.path) as store:
        assert len(store.documents()) == 4


def test_cancel_is_the_button_that_closes(opened, tmp_path, monkeypatch):
    (tmp_path / "a.jsonl").write_text('{"text": "The river rose."}\n{"text": "It fell."}\n')
    dialog = opened.open(tmp_path / "a.jsonl")
    real = Intake

    def cancelled_within(store, wishes, on_article):
        def then_cancel():
            on_article()
            dialog.job.cancel()

        return real(store, wishes, then_cancel)

    monkeypatch.setattr(taking, "Intake", cancelled_within)
    dialog.foot.begin.click()
    assert dialog.foot.leave.text() == "Cancel"
    dialog.remove_selected()
    assert len(dialog.files.rows.entries) == 1, "nothing is left out meanwhile"
    assert not dialog.foot.table.isEnabled()
    opened.wait()
    assert dialog.foot.leave.text() == "Close"
    with Store.open(opened.main.store.path) as store:
        assert len(store.documents()) == 1, "half a file is not taken in"


def test_esc_while_it_works_only_stops_it(opened, tmp_path):
    for n in range(200):
        (tmp_path / f"{n:03}.txt").write_text(f"Title {n}\n\nText {n}.\n")
    dialog = opened.open(*sorted(tmp_path.glob("*.txt")))
    dialog.foot.begin.click()
    dialog.reject()
    assert dialog.isVisible()
    assert not dialog.foot.leave.isEnabled()
    opened.wait()
    assert dialog.foot.leave.isEnabled()


def test_closing_while_files_are_looked_at(opened, tmp_path, qtbot):
    for n in range(300):
        (tmp_path / f"{n:03}.txt").write_text(f"Title {n}\n\nText {n}.\n")
    dialog = ImportWindow(opened.main, opened.main.store.path, [tmp_path])
    opened.dialog = dialog
    dialog.open()
    gone = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.reject()
    qtbot.waitUntil(lambda: bool(gone))


def test_the_window_without_files_says_what_to_do(opened, tmp_path, monkeypatch):
    dialog = opened.open()
    assert dialog.pages.currentWidget() is dialog.nothing
    assert not dialog.foot.begin.isEnabled()
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "more").mkdir()
    monkeypatch.setattr(choosing, "choose_files", lambda *_: [str(tmp_path / "a.txt")] * 2)
    monkeypatch.setattr(choosing, "choose_folder", lambda *_: str(tmp_path / "more"))
    dialog.nothing.files_wanted.emit()
    opened.wait()
    assert dialog.pages.currentWidget() is dialog.split
    (tmp_path / "more" / "b.txt").write_text("Another one.\n")
    dialog.nothing._asked("folder")
    opened.wait()
    assert sorted(states(opened)) == ["a.txt", "b.txt"], "a file is listed once"


def test_choosing_nothing_adds_nothing(opened, monkeypatch):
    dialog = opened.open()
    monkeypatch.setattr(choosing, "choose_files", lambda *_: [])
    monkeypatch.setattr(choosing, "choose_folder", lambda *_: "")
    monkeypatch.setattr(choosing, "choose_file", lambda *_: "")
    dialog.nothing._asked("files")
    dialog.foot.more_folder.click()
    dialog.foot.table.click()
    assert dialog.files.rows.entries == {}


def test_files_are_dropped_on_the_list(opened, folder):
    dialog = opened.open()
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(folder))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, content, left, none)
    enter.ignore()
    dialog.dragEnterEvent(enter)
    assert enter.isAccepted()
    dialog.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, content, left, none))
    opened.wait()
    assert len(states(opened)) == 3
    words = QMimeData()
    nothing = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, words, left, none)
    nothing.ignore()
    dialog.dragEnterEvent(nothing)
    assert not nothing.isAccepted()


def test_dropped_files_reach_it_from_the_main_window(window, folder, qtbot):
    window.files.take_dropped([folder])
    dialog = modal()
    assert isinstance(dialog, ImportWindow)
    qtbot.waitUntil(lambda: not dialog.is_working)
    dialog.reject()


def test_a_file_is_left_out_of_the_list_and_stays_on_the_disk(opened, folder):
    dialog = opened.open(folder)
    opened.select("bad.txt")
    QTest.keyClick(dialog.files, Qt.Key.Key_Delete)
    assert sorted(states(opened)) == ["again.txt", "good.txt"]
    assert dialog.preview.entry is opened.entry("good.txt")
    assert (folder / "bad.txt").exists()
    dialog.files.selectAll()
    QTest.keyClick(dialog.files, Qt.Key.Key_Backspace)
    assert dialog.pages.currentWidget() is dialog.nothing
    assert not dialog.preview.isVisible()


def test_only_files_that_want_a_look_are_shown(opened, folder):
    dialog = opened.open(folder)
    for which, names in {
        "failed": ["bad.txt"],
        "there": ["again.txt"],
        "odd": ["bad.txt", "good.txt"],
        "all": ["again.txt", "bad.txt", "good.txt"],
    }.items():
        dialog.which.setCurrentIndex(dialog.which.findData(which))
        dialog.which.activated.emit(dialog.which.currentIndex())
        rows = dialog.files.rows
        assert [rows.data(rows.index(n)) for n in range(rows.rowCount())] == names
    opened.select("good.txt")
    dialog.files.rows.show("failed")
    dialog._looked(opened.entry("good.txt").look)  # not shown: no row to paint


def test_the_open_project_s_own_journal_is_no_article(opened):
    project = opened.main.store.path
    journals = {path.name for path in project.parent.glob(f"{project.name}-*")}
    assert journals, "the project is open"
    (project.parent / "a.txt").write_text(TEXT)
    opened.open(project.parent)
    assert "a.txt" in states(opened)
    assert not journals & set(states(opened))


def test_a_project_that_cannot_be_read_is_told_and_files_can_be_taken_in_all_the_same(
    opened, folder, monkeypatch
):
    def busy(*_given, **_named):
        raise ProjectBusy("another program is using the project", where=Path("p.annot"))

    with monkeypatch.context() as patched:
        patched.setattr(Survey, "look", busy)
        dialog = opened.open(folder)
    assert dialog.foot.words.text().startswith("p.annot: another program")
    assert set(states(opened).values()) == {"waiting"}
    with monkeypatch.context() as patched:
        patched.setattr(Intake, "take", busy)
        assert "another program" in opened.take_all()
    assert opened.take_all() == "1 taken in, 1 already there, 1 failed."


def test_a_look_that_is_no_longer_kept_is_taken_again(opened, folder):
    dialog = opened.open(folder)
    dialog.shelf = Shelf(most_bytes=10)
    opened.select("good.txt")
    for name in ("good.txt", "again.txt"):
        dialog.shelf.put(opened.entry(name), keep=dialog.preview.entry)
    assert opened.entry("good.txt").look is not None, "it is on the screen"
    opened.select("again.txt")
    dialog.shelf.put(opened.entry("again.txt"))
    assert opened.entry("good.txt").look is None
    opened.select("good.txt")
    assert opened.entry("good.txt").look is not None
    opened.select("bad.txt")
    opened.entry("good.txt").look = None
    assert opened.take_all().startswith("1 taken in")


def test_a_file_that_was_left_out_while_it_was_read(opened, folder):
    dialog = opened.open(folder)
    look = opened.entry("good.txt").look
    opened.select("good.txt")
    dialog.remove_selected()
    dialog._looked(look)
    assert "good.txt" not in states(opened)


def test_more_files_than_fit_into_one_batch(opened, tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "_AT_ONCE", 4)
    for n in range(11):
        (tmp_path / f"{n:02}.txt").write_text(f"Title {n}\n\nText {n}.\n")
    dialog = opened.open(tmp_path / "none", *sorted(tmp_path.glob("*.txt")))
    assert len(states(opened)) == 12
    assert dialog.preview.only_doubtful.isChecked(), "over many files"
    assert dialog.foot.words.text() == "1 cannot be read"
    assert tr("All files") == dialog.which.currentText()


def test_colours_go_with_the_theme(opened, folder, qapp):
    dialog = opened.open(folder)
    opened.select("bad.txt")
    hint, note = dialog.preview.hint, dialog.preview.notes._labels[0][1]
    ground = note.palette().window().color()
    apply_theme(qapp, "dark")
    qapp.processEvents()
    assert note.palette().window().color() != ground
    opened.select("good.txt")
    assert hint.palette().color(hint.foregroundRole()) == theme().ink_faint
    assert len({state_ink(state).name() for state in ("odd", "failed", "taken")}) == 3


def test_rows_are_painted_in_every_state(opened, folder):
    dialog = opened.open(folder)
    opened.entry("good.txt").fate = None
    assert not dialog.grab().isNull()
    opened.select("good.txt")
    dialog.preview.paragraphs.setFocus()
    assert not dialog.grab().isNull()
    assert dialog.files.rows.data(dialog.files.rows.index(0), Qt.ItemDataRole.FontRole) is None
    paragraphs = dialog.preview.paragraphs.rows
    assert paragraphs.data(paragraphs.index(0), Qt.ItemDataRole.FontRole) is None
    QTest.keyClick(dialog.files, Qt.Key.Key_Up)
    assert dialog.preview.entry is opened.entry("bad.txt")


def test_words_for_what_seldom_happens(opened, tmp_path):
    lines = ["The river rose by two metres in the town."] * 2 + ["It fell again in the night."]
    rows = "".join(f'{{"text": "{line}"}}\n' for line in lines)
    (tmp_path / "a.jsonl").write_text(rows)
    (tmp_path / "none.zip").write_bytes(b"PK\x05\x06" + b"\0" * 18)
    (tmp_path / "odd.txt").write_bytes(b"date 2025-02 The river rose \x81\x81\n\nand then the")
    dialog = opened.open(*(tmp_path / name for name in ("a.jsonl", "none.zip", "odd.txt")))
    opened.select("a.jsonl")
    assert dialog.preview.state.text().startswith("3 articles · 3 ¶ · 1 already there")
    assert state_words(opened.entry("none.zip")) == "no article in it"
    assert "remarks" in state_words(opened.entry("odd.txt"))
    dialog.preview.taken_in.click()
    dialog.preview.next.click()
    dialog.preview.next.click()
    dialog.preview.taken_in.click()
    opened.take_all()
    fate = opened.entry("a.jsonl").fate
    assert fate is not None
    assert fate_words(fate, opened.entry("a.jsonl")) == "taken in: 1 paragraph"
    none = opened.entry("none.zip").fate
    assert none is not None
    assert fate_words(none, opened.entry("none.zip")) == "nothing was taken in"
    assert reason_words(ImportFailed("odd", where="b.txt"), opened.entry("odd.txt")) == "b.txt: odd"
