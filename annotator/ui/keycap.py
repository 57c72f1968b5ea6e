"""A key as people see it on a keyboard: a small cap, drawn alike everywhere. Imports only Qt."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QPixmapCache
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.dress import CAP_PX, face, put_name, text_width
from annotator.ui.theme import theme

CAP_HEIGHT = 20
_CAP_LEAST = 22


def keycap_width(text: str) -> int:
    """Pixels that the cap of this key needs; 0 for no key."""
    if not text:
        return 0
    return max(_CAP_LEAST, text_width(text, CAP_PX, strong=True) + 12)


def draw_keycap(painter: QPainter, x: float, y: float, text: str, *, is_lit: bool = False) -> None:
    """Draw the cap with its upper left corner at x, y; `is_lit` marks what is current."""
    if text:
        painter.drawPixmap(round(x), round(y), _picture(painter, text, is_lit=is_lit))


def _picture(painter: QPainter, text: str, *, is_lit: bool) -> QPixmap:
    """The cap as a picture: a panel shows forty of them, and drawing one takes 0.1 ms."""
    ratio = painter.device().devicePixelRatio()
    name = f"keycap {text} {is_lit} {theme().is_dark} {ratio}"
    found = QPixmap()
    if QPixmapCache.find(name, found):
        return found
    made = QPixmap(round(keycap_width(text) * ratio), round(CAP_HEIGHT * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    _draw(made, text, is_lit=is_lit)
    QPixmapCache.insert(name, made)
    return made


def _draw(picture: QPixmap, text: str, *, is_lit: bool) -> None:
    painter = QPainter(picture)
    colours = theme()
    rect = QRectF(0.5, 0.5, keycap_width(text) - 1, CAP_HEIGHT - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.accent if is_lit else colours.line, 1))
    painter.setBrush(colours.panel)
    painter.drawRoundedRect(rect, 4, 4)
    # The thicker lower edge is what makes it a key.
    y_lower = rect.bottom() - 1
    painter.drawLine(QPointF(rect.left() + 3, y_lower), QPointF(rect.right() - 3, y_lower))
    painter.setFont(face(CAP_PX, strong=True))
    painter.setPen(colours.accent if is_lit else colours.ink_faint)
    painter.drawText(rect.adjusted(0, -0.5, 0, -1.5), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()


class KeyCap(QWidget):
    """A key that stands by itself."""

    def __init__(self, text: str = "", parent: QWidget | None = None):
        super().__init__(parent)
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_key(text)

    def show_key(self, text: str) -> None:
        """Show another key."""
        if text != self._text:
            self._text = text
            put_name(self, text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """The cap's own size."""
        return QSize(keycap_width(self._text), CAP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never clipped."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        painter = QPainter(self)
        draw_keycap(painter, 0, 0, self._text)
        painter.end()
