"""A dialog that works in the background: words, a bar, Cancel, then Close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.job import Job
from annotator.ui.messages import error_text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.errors import AnnotatorError


class Working(QDialog):
    """Children fill `body`, begin a job and say what came of it."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.job: Job | None = None
        self.body = QVBoxLayout()
        self.words = plain_label("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.bar.hide()
        self.buttons = QHBoxLayout()
        self.buttons.addStretch()
        self.leave = QPushButton(tr("Close"))
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        self.buttons.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(self.body, 1)
        layout.addWidget(self.words)
        layout.addWidget(self.bar)
        layout.addLayout(self.buttons)

    def run(self, work: Callable[[Job], object]) -> None:
        """Begin; `done` is called with what the work returns."""
        self.job = Job(work, self)
        self.job.progressed.connect(self.show_progress)
        self.job.finished.connect(self.done_with)
        self.job.failed.connect(self.show_failure)
        self.job.stopped.connect(self.show_stopped)
        self.job.ended.connect(self._ended)
        self.leave.setText(tr("Cancel"))
        self.bar.setRange(0, 0)
        self.bar.show()
        self.job.begin()

    @property
    def is_working(self) -> bool:
        """Whether a job runs."""
        return self.job is not None and self.job.is_running

    def show_progress(self, done: int, of: int) -> None:
        """Move the bar."""
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    def done_with(self, result: object) -> None:
        """What came of it; children say it in words."""

    def show_failure(self, error: AnnotatorError) -> None:
        """What happened, and what to do."""
        self.words.setText(error_text(error))

    def show_stopped(self) -> None:
        """Cancelled."""
        self.words.setText(tr("Stopped."))

    def _ended(self) -> None:
        self.bar.hide()
        self.leave.setText(tr("Close"))
        self.leave.setEnabled(True)

    def reject(self) -> None:
        """While it works: stop the work. Otherwise: close."""
        if self.job is not None and self.is_working:
            self.job.cancel()
            self.leave.setEnabled(False)
        else:
            super().reject()


def plain_label(text: str) -> QLabel:
    """Words as they are, however long."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    return label
