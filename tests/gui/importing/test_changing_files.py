"""Files that change, vanish or are added once more while the import window is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model import KINDS
from annotator.store import Store
from annotator.ui.importing.shelf import Shelf
from annotator.ui.importing.window import ImportWindow
from tests.gui.importing.conftest import TEXT

pytestmark = pytest.mark.gui

ROWS = '{"text": "The river rose."}\n{"text": "It fell."}\n'


@pytest.fixture
def rows(tmp_path):
    (tmp_path / "a.jsonl").write_text(ROWS)
    return tmp_path / "a.jsonl"


@pytest.fixture(autouse=True)
def _closes_without_a_word(monkeypatch):
    monkeypatch.setattr(ImportWindow, "_may_lose_changes", lambda _window: True)


def documents(opened):
    with Store.open(opened.main.store.path) as store:
        return store.documents()


def texts(opened) -> list[str]:
    with Store.open(opened.main.store.path) as store:
        return [p.text for d in store.documents() for p in store.paragraphs(d.id)]


def test_a_table_that_changed_since_it_was_shown_does_not_go_in(opened, rows):
    dialog = opened.open(rows)
    rows.write_text(ROWS.replace("fell", "stayed"))
    assert opened.take_all() == "0 taken in, 0 already there, 1 failed."
    assert "has changed since it was looked at" in dialog.preview.notes.words[0]
    assert len(documents(opened)) == 1
    dialog.add([rows])
    opened.wait()
    assert dialog.preview.notes.words == []
    assert "It stayed." in [seen.article.text for seen in opened.entry("a.jsonl").look.seen]
    assert opened.take_all().startswith("2 taken in")


def test_a_file_whose_look_was_let_go_is_not_taken_in_as_another(opened, folder):
    dialog = opened.open(folder)
    dialog.shelf = Shelf(most_bytes=10)
    opened.select("bad.txt")
    opened.entry("good.txt").look = None
    (folder / "good.txt").write_text(TEXT.replace("two metres", "three metres"))
    assert opened.take_all() == "0 taken in, 1 already there, 2 failed."


def test_what_was_shown_goes_in_though_the_file_is_gone(opened, folder):
    opened.open(folder)
    (folder / "good.txt").unlink()
    assert opened.take_all().startswith("1 taken in")


def test_another_encoding_counts_at_once(opened, folder):
    """Import all right after the choice, before the file was read anew."""
    (folder / "good.txt").write_bytes("Perché no, si disse allora.\n".encode())
    opened.open(folder)
    entry = opened.select("good.txt")
    entry.options = type(entry.options)(encoding="cp1252")
    prepared = entry.prepared()
    assert (prepared.articles, prepared.shown) == (None, frozenset())
    opened.take_all()
    assert any("PerchÃ©" in text for text in texts(opened))


def test_a_file_that_is_added_once_more_keeps_what_was_changed(opened, folder):
    dialog = opened.open(folder)
    entry = opened.select("good.txt")
    dialog.preview.merge.click()
    dialog.add([folder])
    opened.wait()
    assert entry.edits
    assert len(dialog.files.rows.entries) == 3


def test_changes_that_no_longer_fit_are_told(opened, folder):
    dialog = opened.open(folder)
    entry = opened.select("good.txt")
    dialog.preview.merge.click()
    (folder / "good.txt").write_text(TEXT.replace("two metres", "three metres"))
    dialog.add([folder / "good.txt"])
    opened.wait()
    assert not entry.edits
    assert any("what you had changed is gone" in words for words in dialog.preview.notes.words)
    assert opened.take_all().startswith("1 taken in")


def test_a_file_that_is_in_is_looked_at_anew_when_it_is_added_once_more(opened, folder):
    dialog = opened.open(folder)
    opened.select("good.txt")
    dialog.preview.merge.click()
    opened.take_all()
    dialog.add([folder / "good.txt"])
    opened.wait()
    assert (opened.entry("good.txt").state, opened.entry("good.txt").edits) == ("there", {})
    (folder / "good.txt").write_text(TEXT.replace("two metres", "three metres"))
    dialog.add([folder / "good.txt"])
    opened.wait()
    assert opened.take_all().startswith("1 taken in")


def test_parts_that_were_left_out_stay_so_however_little_is_kept(opened, rows, folder):
    dialog = opened.open(rows, folder)
    dialog.shelf = Shelf(most_bytes=10)
    opened.select("a.jsonl")
    dialog.shelf.put(opened.entry("a.jsonl"))
    dialog.preview.taken_in.click()
    opened.select("good.txt")
    dialog.shelf.put(opened.entry("good.txt"))
    assert opened.entry("a.jsonl").look is not None


def test_nothing_is_changed_while_files_are_taken_in(opened, folder):
    """What is told of a file is settled when Import all is pressed."""
    dialog = opened.open(folder)
    entry = opened.select("good.txt")
    dialog.foot.begin.click()
    assert not dialog.preview.may_change
    assert not dialog.preview.manner.isEnabled()
    QTest.keyClick(dialog.preview.paragraphs, Qt.Key(Qt.Key.Key_0 + len(KINDS)))
    assert not entry.edits
    opened.wait()
    assert dialog.preview.entry is opened.entry("bad.txt")
    assert dialog.preview.manner.isEnabled()
    assert dialog.files.hasFocus()
