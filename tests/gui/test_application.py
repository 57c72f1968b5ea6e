from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from annotator import screen
from annotator.errors import Unavailable
from annotator.store import Store
from annotator.ui import first_project
from annotator.ui.application import check_screen, make_window, open_project
from annotator.ui.dialogs.who import Who

from .conftest import ARTICLE, flush, make_project, modal

pytestmark = pytest.mark.gui

ROOT = Path(__file__).parents[2]


@pytest.fixture
def documents(tmp_path, monkeypatch):
    folder = tmp_path / "documents"
    folder.mkdir()
    monkeypatch.setattr(first_project, "documents_folder", lambda: folder)
    return folder


@pytest.fixture
def started(settings):
    window = make_window(settings)
    yield window
    window.close()
    window.deleteLater()
    flush()


def dialog() -> Who:
    found = modal()
    assert isinstance(found, Who)
    return found


def test_the_very_first_launch_makes_a_project_of_the_seeds(started, documents):
    open_project(started, None)
    assert [path.name for path in documents.glob("*.annot")] == ["Annotator first project.annot"]
    offered = dialog().name.text()
    assert len(offered) == 4
    dialog().accept_button.click()
    assert len(started.session.documents) >= 6
    assert started.session.annotator.key == offered
    assert started.session.position == 0


def test_a_later_launch_reopens_project_article_and_paragraph(settings, documents):
    first: Any = make_window(settings)
    open_project(first, None)
    dialog().accept_button.click()
    first.session.open(first.session.documents[2].id, 5)
    uid = first.session.document.uid
    first.close()
    second: Any = make_window(settings)
    open_project(second, None)
    assert (second.session.document.uid, second.session.position) == (uid, 5)
    assert len(list(documents.glob("*.annot"))) == 1
    second.close()
    for window in (first, second):
        window.deleteLater()
    flush()


def test_a_last_project_that_is_gone_leads_to_the_empty_page(started, settings, tmp_path):
    settings.remember_project(tmp_path / "gone.annot")
    open_project(started, None)
    assert started.session is None
    assert started.pages.currentWidget() is started.no_project


def test_a_named_project_is_opened_and_its_annotator_chosen(started, tmp_path):
    with make_project(tmp_path / "named.annot", ARTICLE) as store:
        store.add_annotator("a1")
    open_project(started, tmp_path / "named.annot")
    assert [each.key for each in dialog().there] == ["a1"]
    dialog().list.setCurrentRow(0)
    dialog().accept_button.click()
    assert started.session.annotator.key == "a1"


def test_enter_alone_never_codes_in_anothers_name(started, tmp_path):
    with make_project(tmp_path / "shared.annot", ARTICLE) as store:
        store.add_annotator("a1")
    open_project(started, tmp_path / "shared.annot")
    assert dialog().name.isVisibleTo(dialog())
    offered = dialog().name.text()
    dialog().accept_button.click()
    assert started.session.annotator.key == offered


def test_nobody_chosen_leaves_the_file_closed(started, tmp_path):
    make_project(tmp_path / "named.annot", ARTICLE).close()
    open_project(started, tmp_path / "named.annot")
    dialog().reject()
    assert started.session is None
    assert [p.name for p in tmp_path.glob("named.annot*")] == ["named.annot"]


def test_a_first_project_that_cannot_be_written_is_told_in_words(started, monkeypatch, tmp_path):
    monkeypatch.setattr(first_project, "documents_folder", lambda: tmp_path / "missing")
    open_project(started, None)
    box = modal()
    assert "missing" in box.text()
    box.close()
    flush()


def test_a_missing_library_names_the_line_that_installs_it(monkeypatch):
    monkeypatch.setattr(screen, "missing_screen_libraries", lambda: ["libegl1"])
    with pytest.raises(Unavailable, match="sudo apt-get install libegl1"):
        check_screen()


def test_a_missing_screen_is_told_before_qt_ends_the_process(monkeypatch):
    monkeypatch.setattr(screen, "missing_screen_libraries", list)
    monkeypatch.setattr(screen, "has_display", lambda: False)
    with pytest.raises(Unavailable, match="no screen"):
        check_screen()


def test_start_up_loads_nothing_heavy(tmp_path):
    with make_project(tmp_path / "p.annot", ARTICLE) as store:
        uid, annotator = store.project().uid, store.add_annotator("a1")
    code = f"""
import sys
from annotator.ui.application import load_session
load_session()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from annotator.ui import application
from annotator.ui.settings import Settings
app = QApplication(sys.argv)
settings = Settings()
settings.remember_project(__import__("pathlib").Path({str(tmp_path / "p.annot")!r}))
settings.remember_annotator({uid!r}, {annotator.uid!r})
window = application.make_window(settings)
application.open_project(window, None)
window.show()
app.processEvents()
assert window.session is not None
heavy = {{"nltk", "numpy", "pandas", "charset_normalizer", "rich"}} & set(sys.modules)
window.close()
print(sorted(heavy))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_program_runs_and_ends(tmp_path):
    make_project(tmp_path / "p.annot", ARTICLE).close()
    code = f"""
import sys
from pathlib import Path
from annotator.ui import application
load = application.open_project
def open_and_leave(window, project):
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    load(window, project)
    QTimer.singleShot(50, QApplication.activeModalWidget().accept_button.click)
    QTimer.singleShot(200, window.close)
application.open_project = open_and_leave
sys.exit(application.run(Path({str(tmp_path / "p.annot")!r})))
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    with Store.open(tmp_path / "p.annot") as store:
        assert len(store.annotators()) == 1
    assert [path.name for path in tmp_path.glob("p.annot*")] == ["p.annot"]
