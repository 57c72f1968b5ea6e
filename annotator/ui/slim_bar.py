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
        # A rectangle and two round ends: a rounded rectangle this tall costs a millisecond.
        left, width = 2, self.width() - 4
        body = thumb.adjusted(0, width // 2 + 1, 0, -width // 2 - 1)
        ink = _between(colours.panel, colours.ink_faint, 0.8 if self.isSliderDown() else 0.4)
        painter.fillRect(left, body.top(), width, body.height(), ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for y in (body.top(), body.bottom() + 1):
            painter.drawEllipse(QRectF(left, y - width / 2, width, width))
        painter.end()


def _between(ground: QColor, ink: QColor, share: float) -> QColor:
    """A colour on the way from ground to ink."""
    return QColor.fromRgbF(
        ground.redF() + share * (ink.redF() - ground.redF()),
        ground.greenF() + share * (ink.greenF() - ground.greenF()),
        ground.blueF() + share * (ink.blueF() - ground.blueF()),
    )
