"""Places in the view, and a hand that goes to them; what the tests of the view share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from annotator.ui.article.paragraph_view import ParagraphView

LONG = [("body", "The quay sank and two firms moved north. " * (1 + n % 4)) for n in range(300)]


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def top_of(view: ParagraphView, row: int) -> int:
    return view.rect_of(row).top()


def point_of(view: Any, row: int, offset: int) -> QPoint:
    """Within the viewport, just after the left edge of a character."""
    sheet = view.sheet
    parts = sheet.row(row)
    x, top, height = parts.block.caret(offset)
    left = sheet.columns.text_left + parts.indent
    return QPoint(round(left + x) + 1, round(top_of(view, row) + parts.text_top + top + height / 2))


def chosen(view: Any) -> str:
    found = view.selection()
    return view.session.paragraphs[view.session.position].text[slice(*found)] if found else ""


def drag(view: ParagraphView, to: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    where = QPointF(to)
    kind, off = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
    QApplication.sendEvent(view.viewport(), QMouseEvent(kind, where, where, off, left, none))
