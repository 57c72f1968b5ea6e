"""The report of a bug: text to copy, and the word that nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from annotator.ui.messages import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Report(QDialog):
    """Stands beside the window and does not stop it."""

    def __init__(self, text: str, log: Path, *, count: Callable[[], int]) -> None:
        super().__init__()
        self._count = count
        self.setWindowTitle(tr("Something went wrong"))
        self.resize(680, 420)
        self.words = QLabel(
            tr(
                "The program has made a mistake and goes on. Your answers are in the project file. "
                "Please send the text below to whoever looks after the program; it is also "
                "in {log}.",
                log=log,
            )
        )
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Report"))
        copy = QPushButton(tr("Copy the report"))
        copy.clicked.connect(self.copy)
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(copy)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)
        layout.addWidget(self.text)
        layout.addLayout(buttons)

    def add(self, text: str) -> None:
        """Another bug, while the report stands open."""
        self.text.appendPlainText(f"\n{text}")

    def copy(self) -> None:
        """The report, and how often it happened, to the clipboard."""
        times = tr("Happened {n} times.", n=self._count())
        QGuiApplication.clipboard().setText(f"{self.text.toPlainText()}\n{times}\n")
