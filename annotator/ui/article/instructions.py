"""The first instructions above the first paragraph: a quiet box. Imports messages, theme and Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPen

from annotator.ui.article.margin import WordLine, Words, margin_size
from annotator.ui.fonts import interface_font
from annotator.ui.messages import tr
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter


class InstructionBox:
    """Numbered sentences in a frame, as wide as the text."""

    def __init__(self, sentences: Sequence[str], *, width: float, size_px: int) -> None:
        font = interface_font(margin_size(size_px) + 1)
        self._pad = round(size_px * 0.8)
        self._width = width
        colours = theme()
        inner = width - 2 * self._pad
        hang = QFontMetricsF(font).horizontalAdvance("1  ")
        heading = [Words(tr("Before you begin"), colours.ink, is_strong=True)]
        lines = [WordLine(heading, font, width=inner, hang=0)]
        for number, sentence in enumerate(sentences, 1):
            words = [Words(f"{number}  ", colours.ink_faint), Words(sentence, colours.ink_dim)]
            lines.append(WordLine(words, font, width=inner, hang=hang))
        lines.append(
            WordLine([Words(tr("All of them: F2"), colours.ink_faint)], font, width=inner, hang=0)
        )
        self._lines = lines
        self._gap = font.pixelSize() * 0.35
        inside = sum(line.height + self._gap for line in lines) - self._gap
        self.height = inside + 2 * self._pad

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw the box with its upper left corner there."""
        painter.setPen(QPen(theme().line, 1.0))
        painter.setBrush(theme().window)
        painter.drawRoundedRect(QRectF(at.x(), at.y(), self._width, self.height), 6, 6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        y = at.y() + self._pad
        for line in self._lines:
            line.draw(painter, QPointF(at.x() + self._pad, y))
            y += line.height + self._gap
