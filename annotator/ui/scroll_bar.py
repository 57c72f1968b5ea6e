"""A scroll bar without frame and arrows, for paper. Imports theme and Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider

from annotator.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_WIDTH, _INSET = 12, 3.0


class ThinScrollBar(QScrollBar):
    """Only the handle shows, and only where there is something to scroll."""

    def sizeHint(self) -> QSize:
        """Narrower than the style's own."""
        return QSize(_WIDTH, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the handle where the style has it, so that the mouse finds it there."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme().paper)
        if self.maximum() <= self.minimum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        slider = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        colour = QColor(theme().ink_faint)
        is_held = self.isSliderDown() or self.underMouse()
        colour.setAlphaF(0.75 if is_held else 0.35)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        rect = QRectF(slider).adjusted(_INSET, 1, -_INSET, -1)
        painter.drawRoundedRect(rect, rect.width() / 2, rect.width() / 2)
