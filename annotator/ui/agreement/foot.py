"""The foot of the window: how sure the figures are at this moment, and the keys that work.

Imports theme and Qt.
"""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui.agreement.text import Text
from annotator.ui.dress import face
from annotator.ui.keycap import KeyCap
from annotator.ui.messages import tr
from annotator.ui.strokes import shown_key
from annotator.ui.theme import theme


class Foot(QWidget):
    """Words at the left, key caps at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Text(face(12), "ink_faint")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 5, 16, 5)
        layout.setSpacing(6)
        layout.addWidget(self.words, 1)
        for key, words in (
            ("F6", tr("other pane")),
            ("Return", tr("open the paragraph")),
            ("Esc", tr("back to coding")),
        ):
            layout.addWidget(KeyCap(shown_key(key)))
            hint = Text(face(12), "ink_faint", wraps=False)
            hint.setText(words)
            layout.addWidget(hint)
            layout.addSpacing(8)

    def say(self, words: str) -> None:
        """What is going on."""
        self.words.setText(words)
        self.words.setAccessibleName(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line divides it from the panes."""
        painter = QPainter(self)
        painter.setPen(QPen(theme().line, 1))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()


class Head(QWidget):
    """The top of the window: what it is about at the left, buttons at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Text(face(14, strong=True), wraps=False)
        self.title.setText(tr("Agreement"))
        self.about = Text(face(13), "ink_faint")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(16, 6, 16, 6)
        self.row.setSpacing(14)
        self.row.addWidget(self.title)
        self.row.addWidget(self.about, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line divides it from the panes."""
        painter = QPainter(self)
        painter.setPen(QPen(theme().line, 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()
