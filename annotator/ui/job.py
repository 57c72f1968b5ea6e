"""Slow work beside the window: one function on Qt's thread pool, with progress and cancel.

A job opens its own store: a connection belongs to its thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from annotator.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Callable


class Cancelled(Exception):  # not an error: somebody wanted it
    """Raised inside a job by `told` once the person has cancelled."""


class Job(QObject):
    """Runs `work(job)` once; its signals arrive in the thread that made the job."""

    progressed = Signal(int, int)  # done, of; of is 0 where it is not known
    finished = Signal(object)  # what the work returned
    failed = Signal(object)  # an AnnotatorError
    stopped = Signal()  # cancelled, or ended by a bug that the report tells of
    ended = Signal()  # after any of them
    over = Signal(str, object)  # from the work's thread

    def __init__(self, work: Callable[[Job], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.work = work
        self.is_cancelled = False
        self.is_running = False
        self._runner = _Runner(self)
        self.over.connect(self._over, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Start when a thread is free."""
        self.is_running = True
        QThreadPool.globalInstance().start(self._runner)

    def cancel(self) -> None:
        """The work stops at its next word of progress."""
        self.is_cancelled = True

    def told(self, done: int, of: int = 0) -> None:
        """Called by the work, in its thread.

        Raises:
            Cancelled: the person wants it to stop.
        """
        if self.is_cancelled:
            raise Cancelled
        self.progressed.emit(done, of)

    def _over(self, kind: str, result: object) -> None:
        self.is_running = False
        if kind == "finished":
            self.finished.emit(result)
        elif kind == "failed":
            self.failed.emit(result)
        else:
            self.stopped.emit()
        self.ended.emit()


class _Runner(QRunnable):
    """The work as the pool wants it; carries its end over to the job's thread.

    A subclass, not `QRunnable.create`: that one swallows an exception without a word.
    """

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job
        # Python owns it: the pool must not delete it under our feet.
        self.setAutoDelete(False)

    def run(self) -> None:
        """In a thread of the pool."""
        kind: str = "stopped"
        result: object = None
        try:
            result = self._job.work(self._job)
            kind = "finished"
        except Cancelled:
            pass
        except AnnotatorError as error:
            kind, result = "failed", error
        finally:
            # A bug goes on to the excepthook; the dialog must not wait for ever.
            self._job.over.emit(kind, result)
