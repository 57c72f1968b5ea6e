"""A scroll bar that keeps to itself: a thin thumb, no arrows. Imports only Qt."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider

from annotator.ui.theme import theme

BAR_WIDTH = 9


class SlimBar(QScrollBar):
    """Scrolls as every bar does; only its looks are quieter."""

    def sizeHint(self) -> QSize:
        """Thin."""
        return QSize(BAR_WIDTH, 60)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and thumb where the style will look for them."""
        painter = QPainter(self)
        colours = theme()
        painter.fillRect(self.rect(), colours.panel)
        if self.maximum() <= self.minimum():
            painter.end()
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        thumb = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ink = QColor(colours.ink_faint)
        ink.setAlphaF(0.8 if self.isSliderDown() else 0.4)
        painter.setBrush(ink)
        area = QRectF(2, thumb.top() + 1, self.width() - 4, thumb.height() - 2)
        painter.drawRoundedRect(area, area.width() / 2, area.width() / 2)
        painter.end()
