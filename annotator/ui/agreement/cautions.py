"""What a reader must know before relying on a figure, in plain words on a coloured ground.

Imports results, theme and Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.agreement.text import Text
from annotator.ui.dress import face
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

_BAR = 3


class CautionBox(QWidget):
    """One warning."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Text(face(13))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 12, 8)
        layout.addWidget(self.words)
        self.say(words)

    def say(self, words: str) -> None:
        """Other words."""
        self.words.say(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A pale ground with a bar at its edge: the bar says it without colour, too."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().warning_ground)
        painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        painter.fillRect(QRectF(0, 0, _BAR, self.height()), theme().warning)
        painter.end()


class Cautions(QWidget):
    """All warnings of a result, below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[CautionBox] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def show_words(self, warnings: Sequence[str]) -> None:
        """Show these; boxes are kept and filled anew."""
        while len(self.boxes) < len(warnings):
            box = CautionBox("", self)
            self.boxes.append(box)
            self._layout.addWidget(box)
        for number, box in enumerate(self.boxes):
            box.say(warnings[number] if number < len(warnings) else "")
            box.setVisible(number < len(warnings))
        self.setVisible(bool(warnings))
