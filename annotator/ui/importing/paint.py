"""Words painted in rows: in one line, or in two of which the second ends as the text does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout

from annotator.ui.article.layouts import is_right_to_left

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont, QPainter

# So much of a long paragraph is laid out at either end.
_ENOUGH = 400


def paint_line(painter: QPainter, rect: QRectF, text: str, font: QFont, ink: QColor) -> None:
    """As much of the text as fits into one line."""
    painter.setFont(font)
    painter.setPen(ink)
    words = " ".join(text[:_ENOUGH].split())
    line = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, line)


def paint_ends(painter: QPainter, rect: QRectF, text: str, font: QFont, ink: QColor) -> None:
    """Two lines: how the text begins, and how it ends."""
    painter.setFont(font)
    painter.setPen(ink)
    first, rest = first_line(text, font, rect.width())
    top = Qt.AlignmentFlag.AlignTop
    side = Qt.AlignmentFlag.AlignRight if is_right_to_left(first) else Qt.AlignmentFlag.AlignLeft
    painter.drawText(rect, top | side, first)
    metrics = QFontMetricsF(font)
    second = metrics.elidedText(rest, Qt.TextElideMode.ElideMiddle, rect.width())
    painter.drawText(rect.adjusted(0, metrics.lineSpacing(), 0, 0), top | side, second)


def first_line(text: str, font: QFont, width: float) -> tuple[str, str]:
    """What fits into the first line, and the rest, of which the middle may be missing."""
    shown = text if len(text) <= 2 * _ENOUGH else f"{text[:_ENOUGH]} … {text[-_ENOUGH:]}"
    shown = " ".join(shown.split())
    layout = QTextLayout(shown, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(width, 1.0))
    length = line.textLength()
    layout.endLayout()
    units = shown.encode("utf-16-le", "surrogatepass")  # Qt counts in these
    cut = 2 * length
    first, rest = units[:cut], units[cut:]
    return first.decode("utf-16-le", "replace"), rest.decode("utf-16-le", "replace")
