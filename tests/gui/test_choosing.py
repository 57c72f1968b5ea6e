"""The dialogs that ask for files."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from annotator.store import Store
from annotator.ui.dialogs import choosing

from .conftest import ARTICLE, make_project, modal

pytestmark = pytest.mark.gui

# Another program that uses the project and closes it, as `annotator import` does.
ANOTHER = """
import sys
from pathlib import Path
from annotator.store import Store
with Store.open(Path(sys.argv[1])) as store:
    store.add_annotator("other")
"""


def answer(accepted):
    """Press a button of the dialog as soon as the folder's files stand in it."""

    def press() -> None:
        box = modal()
        assert isinstance(box, QFileDialog)
        QTest.qWait(500)
        box.accept() if accepted else box.reject()

    QTimer.singleShot(50, press)


def test_showing_the_projects_folder_keeps_the_project_locked(empty_window, tmp_path):
    path = tmp_path / "p.annot"
    with make_project(path, ARTICLE) as store:
        store.add_annotator("a1")
        answer(accepted=False)
        assert choosing.choose_file(empty_window, "Open", str(tmp_path), "All (*)") == ""
        subprocess.run([sys.executable, "-c", ANOTHER, str(path)], check=True)
        store.add_annotator("a2")
        with Store.open(path) as again:
            assert [one.key for one in again.annotators()] == ["a1", "a2", "other"]


def test_a_target_is_proposed(empty_window, tmp_path):
    answer(accepted=True)
    path = str(tmp_path / "out.jsonl")
    assert choosing.choose_target(empty_window, "Export", path, "JSONL (*.jsonl)") == path


def test_a_folder_is_chosen(empty_window, tmp_path):
    answer(accepted=True)
    assert choosing.choose_folder(empty_window, "Folder", str(tmp_path)) == str(tmp_path)


def test_no_file_is_no_file(empty_window, tmp_path):
    answer(accepted=False)
    assert choosing.choose_files(empty_window, "Import", str(tmp_path), "All (*)") == []
