from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, QThreadPool, Signal, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.dialogs.report import Report
from annotator.ui.faults import Faults, log_file
from annotator.ui.job import Job

from .conftest import flush

pytestmark = pytest.mark.gui


@pytest.fixture
def faults(tmp_path, monkeypatch):
    # pytest-qt has a hook of its own, which would fail the test for the error that it wants.
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    faults = Faults(tmp_path / "logs" / "annotator.log")
    yield faults
    faults.remove()
    if faults.report is not None:
        faults.report.close()
    faults.deleteLater()
    flush()


class Button(QObject):
    pressed = Signal()


def fail() -> None:
    raise ZeroDivisionError("in a slot")


def reports() -> list[Report]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, Report) and w.isVisible()]


def test_a_bug_in_a_slot_shows_a_report_and_the_program_goes_on(faults, qtbot):
    button = Button()
    button.pressed.connect(fail)
    button.pressed.emit()
    qtbot.waitUntil(lambda: len(reports()) == 1)
    text = reports()[0].text.toPlainText()
    assert "ZeroDivisionError: in a slot" in text
    assert "Annotator" in text.splitlines()[0]
    assert "in a slot" in faults.log.read_text(encoding="utf-8")


class Painted(QWidget):
    def paintEvent(self, _event):  # noqa: N802 - Qt's name
        raise ValueError("in a paint event")


def test_a_bug_at_every_repaint_shows_one_report_and_is_counted(faults, qtbot):
    widget = Painted()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: len(reports()) == 1)
    for _ in range(3):
        widget.update()
        QApplication.processEvents()
    (count,) = faults.counts.values()
    assert count >= 3
    reports()[0].copy()
    assert f"Happened {count} times." in QGuiApplication.clipboard().text()


@pytest.mark.usefixtures("faults")
def test_a_second_kind_of_bug_is_added_to_the_report(qtbot):
    button = Button()
    button.pressed.connect(fail)
    button.pressed.emit()
    qtbot.waitUntil(lambda: len(reports()) == 1)
    sys.excepthook(KeyError, KeyError("another"), None)
    qtbot.waitUntil(lambda: "another" in reports()[0].text.toPlainText())


@pytest.mark.usefixtures("faults")
def test_after_the_report_is_closed_another_bug_opens_another(qtbot):
    sys.excepthook(KeyError, KeyError("one"), None)
    qtbot.waitUntil(lambda: len(reports()) == 1)
    reports()[0].accept()
    sys.excepthook(ValueError, ValueError("two"), None)
    qtbot.waitUntil(lambda: bool(reports()) and "two" in reports()[0].text.toPlainText())


@pytest.mark.usefixtures("faults")
def test_a_bug_in_a_job_is_reported_too(qtbot):
    job = Job(lambda _job: fail())
    with qtbot.waitSignal(job.stopped):
        job.begin()
    QThreadPool.globalInstance().waitForDone()
    qtbot.waitUntil(lambda: len(reports()) == 1)


def test_ctrl_c_is_no_bug(tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: seen.append(error))
    faults = Faults(tmp_path / "a.log")
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    faults.remove()
    assert len(seen) == 1
    assert reports() == []


def test_what_qt_says_is_in_the_log(faults):
    qWarning("something about a plugin")
    assert "Qt: something about a plugin" in faults.log.read_text(encoding="utf-8")


def test_a_log_that_has_grown_large_begins_anew(tmp_path, monkeypatch):
    monkeypatch.setattr("annotator.ui.faults._MAX_LOG_BYTES", 10)
    log = tmp_path / "a.log"
    log.write_text("x" * 11)
    faults = Faults(log)
    faults.remove()
    assert log.read_text() == ""


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path):
    (tmp_path / "a file").write_text("in the way")
    faults = Faults(tmp_path / "a file" / "a.log")
    qWarning("unheard")
    faults.remove()
    assert (tmp_path / "a file").read_text() == "in the way"


def test_the_log_lies_in_the_folder_for_logs():
    assert log_file().name == "annotator.log"
