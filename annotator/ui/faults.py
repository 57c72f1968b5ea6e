"""Bugs: one report to copy, a log file, and the program goes on. May import messages, the dialogs.

PySide hands an exception of a slot, an event handler or a thread of the pool to `sys.excepthook`.
An exception in a paint event comes again at every repaint: the first one is shown, the rest are
counted.
"""

from __future__ import annotations

import faulthandler
import os
import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

from annotator import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from annotator.ui.dialogs.report import Report

_MAX_LOG_BYTES = 1_000_000


def log_file() -> Path:
    """Where bugs are written on this machine."""
    from platformdirs import user_log_path  # seldom needed before the window is up

    return user_log_path("annotator", appauthor=False) / "annotator.log"


class Faults(QObject):
    """Holds the hooks for exceptions, crashes and Qt's own messages; `remove` gives them back."""

    happened = Signal(str, str)  # where, the whole report

    def __init__(self, log: Path) -> None:
        super().__init__()
        self.log = log
        self.counts: dict[str, int] = {}
        self.report: Report | None = None
        self._file: TextIO = _open_log(log)
        # Queued: the exception may come from another thread, or from within a paint event.
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._excepthook = sys.excepthook
        sys.excepthook = self._raised
        self._qt_handler = qInstallMessageHandler(self._said)
        faulthandler.enable(self._file)

    def remove(self) -> None:
        """Give the hooks back and close the log."""
        sys.excepthook = self._excepthook
        qInstallMessageHandler(self._qt_handler)
        faulthandler.disable()
        self._file.close()

    def _raised(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._excepthook(kind, error, trace)
            return
        where = _place(kind, trace)
        self.counts[where] = self.counts.get(where, 0) + 1
        if self.counts[where] > 1:
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        self._write(text)
        self.happened.emit(where, f"{_machine()}\n\n{text}")

    def _said(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        """Qt's own words go into the log; a debug message is for developers of Qt."""
        if kind != QtMsgType.QtDebugMsg:
            self._write(f"Qt: {text}\n")

    def _write(self, text: str) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._file.write(f"{now} {text}")
        self._file.flush()

    def _show(self, where: str, text: str) -> None:
        """One window for the first bug; later kinds are added to it while it stands."""
        from annotator.ui.dialogs.report import Report  # opened when needed

        if self.report is not None:
            self.report.add(text)
            return
        self.report = Report(text, self.log, count=self._count_of(where))
        self.report.finished.connect(self._closed)
        self.report.show()

    def _count_of(self, where: str) -> Callable[[], int]:
        def count() -> int:
            return self.counts[where]

        return count

    def _closed(self) -> None:
        if self.report is not None:
            self.report.deleteLater()
        self.report = None


def _place(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The same for the same bug: the error and the line that raised it."""
    last = traceback.extract_tb(trace)[-1:]
    return f"{kind.__name__} {last[0].filename}:{last[0].lineno}" if last else kind.__name__


def _machine() -> str:
    return (
        f"Annotator {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform()}"
    )


def _open_log(log: Path) -> TextIO:
    """The log, begun anew when it has grown large; nowhere, if it cannot be written."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        is_large = log.exists() and log.stat().st_size > _MAX_LOG_BYTES
        return log.open("w" if is_large else "a", encoding="utf-8")
    except OSError:
        return Path(os.devnull).open("w", encoding="utf-8")
