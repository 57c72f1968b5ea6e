"""What stands in the middle while the answers are read, and where that failed. Imports Qt."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from annotator.ui.agreement.text import Text
from annotator.ui.dress import face
from annotator.ui.messages import tr

_WIDTH = 460


class Waiting(QWidget):
    """A sentence, a bar that moves, a button to try again."""

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Text(face(15), "ink_dim")
        self.words.setFixedWidth(_WIDTH)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setFixedSize(_WIDTH, 6)
        self.button = QPushButton(tr("Try again"))
        self.button.setFont(face(13))
        self.button.clicked.connect(self.again)
        column = QVBoxLayout()
        column.setSpacing(14)
        for part in (self.words, self.bar):
            column.addWidget(part)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addStretch()
        row.addLayout(column)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(row)
        layout.addStretch(3)

    def work(self, words: str) -> None:
        """Something is going on."""
        self.words.say(words)
        self.bar.show()
        self.button.hide()

    def fail(self, words: str) -> None:
        """It did not work; it can be tried again."""
        self.words.say(words)
        self.bar.hide()
        self.button.show()
