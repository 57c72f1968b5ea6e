"""When intervals are computed: once it is quiet, one job at a time, and never twice in vain.

Imports the jobs and Qt's core.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.ui.agreement.intervals import ComputeReport
from annotator.ui.job import Job
from annotator.ui.messages import error_text, tr

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.agreement.results import Report
    from annotator.errors import AnnotatorError
    from annotator.ui.agreement.intervals import By

    # A layer, and what is compared over time.
    Key = tuple[str, By | None]

QUIET_MS = 600
# Jobs that nobody waits for any more: their thread still speaks to them.
_left: set[Job] = set()


class Widening(QObject):
    """Keeps the last report with intervals of each layer, and the state that it belongs to."""

    came = Signal()  # intervals, or the word why there are none

    def __init__(self, project: Path, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._language = language
        self._reports: dict[Key, tuple[int, Report]] = {}
        self._refused: dict[Key, tuple[int, str]] = {}
        self._wanted: tuple[Key, int] | None = None
        self._running: tuple[Key, int] | None = None
        self._job: Job | None = None
        self._quiet = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._quiet.timeout.connect(self._begin)

    def report(self, key: Key) -> Report | None:
        """The last one there is."""
        return self._reports[key][1] if key in self._reports else None

    def reports(self, layer: str) -> list[Report]:
        """All those about a layer."""
        return [report for key, (_, report) in self._reports.items() if key[0] == layer]

    def is_fresh(self, key: Key, serial: int) -> bool:
        """Whether the last one belongs to this state."""
        return key in self._reports and self._reports[key][0] == serial

    def trouble(self, key: Key, serial: int) -> str:
        """Why there is none of this state, in words; empty if it will come."""
        of_serial, words = self._refused.get(key, (-1, ""))
        return words if of_serial == serial else ""

    def want(self, key: Key, serial: int) -> None:
        """Compute this, once nothing else has been wanted for a moment."""
        if self.is_fresh(key, serial) or self.trouble(key, serial):
            self._wanted = None
            self._quiet.stop()
        elif (key, serial) not in (self._wanted, self._running):
            self._wanted = key, serial
            self._quiet.start()

    def close(self) -> None:
        """Nothing is begun any more; what runs is not waited for."""
        self._quiet.stop()
        self._wanted = None
        if self._job is not None:
            self._job.cancel()
            let_go(self._job)
            self._job = None

    def _begin(self) -> None:
        if self._wanted is None or self._job is not None:
            return
        self._running, self._wanted = self._wanted, None
        layer, by = self._running[0]
        self._job = Job(ComputeReport(self._project, self._language, [layer], by), self)
        self._job.finished.connect(self._take)
        self._job.failed.connect(self._refuse)
        self._job.stopped.connect(self._refuse)
        self._job.ended.connect(self._ended)
        self._job.begin()

    def _take(self, report: Report) -> None:
        assert self._running is not None
        key, serial = self._running
        self._reports[key] = serial, report

    def _refuse(self, error: AnnotatorError | None = None) -> None:
        assert self._running is not None
        key, serial = self._running
        words = error_text(error) if error else tr("The intervals could not be computed.")
        self._refused[key] = serial, words

    def _ended(self) -> None:
        job, self._job, self._running = self._job, None, None
        if job is not None:
            job.deleteLater()
        if self._wanted is not None:
            self._quiet.start()
        self.came.emit()


def let_go(job: Job) -> None:
    """Let a job end by itself, unheard."""
    for signal in (job.finished, job.failed, job.stopped, job.ended):
        signal.disconnect()
    job.setParent(None)
    _left.add(job)
    job.ended.connect(partial(_left.discard, job))
