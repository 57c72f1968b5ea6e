"""A scroll bar that keeps to itself: a thin handle, no frame, no arrows. Imports theme and Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from annotator.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

BAR_WIDTH = 10
_INSET = 2


class ThinScrollBar(QScrollBar):
    """Only the handle shows, and only where there is something to scroll."""

    def __init__(self, ground: Literal["paper", "panel"], parent: QWidget | None = None):
        super().__init__(parent)
        self._ground = ground

    def sizeHint(self) -> QSize:
        """Narrower than the style's own."""
        return QSize(BAR_WIDTH, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the handle where the style has it, so that the mouse finds it there."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), getattr(theme(), self._ground))
        if self.maximum() > self.minimum():
            self._draw_handle(painter)
        painter.end()

    def _draw_handle(self, painter: QPainter) -> None:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        colour = QColor(theme().ink_faint)
        is_held = self.isSliderDown() or self.underMouse()
        colour.setAlphaF(0.75 if is_held else 0.35)
        width = self.width() - 2 * _INSET
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(
            QRectF(_INSET, handle.top(), width, handle.height()), width / 2, width / 2
        )
