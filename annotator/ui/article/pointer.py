"""The mouse over the article: which words it points at, selects and names.

Imports the session's words, the parts of the view and Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPointF, Qt
from PySide6.QtGui import QGuiApplication

from annotator.ui.article.margin import evidence_words

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from annotator.session.views import EvidenceMark
    from annotator.ui.article.paragraph_view import ParagraphView
    from annotator.ui.article.sheet import Row


class Pointer:
    """Press, drag, double and triple click of one view."""

    def __init__(self, view: ParagraphView) -> None:
        self._view = view
        self._is_selecting = False
        self._since_double = QElapsedTimer()

    # -------------------------------------------------------------- what is where

    def _row(self, number: int) -> tuple[Row, QPointF]:
        """A row, and where its text begins in the viewport."""
        sheet = self._view.sheet
        assert sheet
        row = sheet.row(number)
        top = sheet.top(number) - self._view.verticalScrollBar().value()
        return row, QPointF(sheet.columns.text_left + row.indent, top + row.text_top)

    def marks_at(self, point: QPointF) -> tuple[EvidenceMark, ...]:
        """The evidence under the pointer."""
        number = self._view.row_at(int(point.y()))
        if number is None:
            return ()
        row, corner = self._row(number)
        if row.block is None:
            return ()
        offset = row.block.offset_under(point.x() - corner.x(), point.y() - corner.y())
        if offset is None:
            return ()
        return tuple(
            line.mark for line in row.underlines if line.mark.start <= offset < line.mark.end
        )

    def tooltip(self, point: QPointF) -> str:
        """The codes that the words under the pointer show; in the margin, what stands there."""
        number, sheet = self._view.row_at(int(point.y())), self._view.sheet
        if number is None or sheet is None:
            return ""
        row = sheet.row(number)
        if row.margin is not None and point.x() >= sheet.columns.margin_left:
            return "\n".join(row.margin.words)
        return "\n".join(evidence_words(row.unit, mark) for mark in self.marks_at(point))

    # -------------------------------------------------------------- press and drag

    def press(self, event: QMouseEvent) -> None:
        """Go to the paragraph, put the caret there; the third press of a row takes the sentence."""
        number = self._view.row_at(int(event.position().y()))
        if number is None or self._go_to_block(number, event.position()):
            return
        self._view.go_by_mouse(number)
        offset = self._offset(event.position())
        caret = self._view.caret
        if caret is None or offset is None:
            return
        if self._is_third_click():
            caret.select_sentence_at(offset)
        else:
            extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            caret.place(offset, extend=extends)
            self._is_selecting = True
        self._view.caret_moved()

    def _is_third_click(self) -> bool:
        wait = QGuiApplication.styleHints().mouseDoubleClickInterval()
        is_third = self._since_double.isValid() and self._since_double.elapsed() < wait
        self._since_double.invalidate()
        return is_third

    def _go_to_block(self, number: int, point: QPointF) -> bool:
        """A block of the stop *Whole article* leads to its paragraph."""
        row, corner = self._row(number)
        wanted = row.whole.position_at(point - corner) if row.whole else None
        if wanted is not None and self._view.session is not None:
            self._view.session.go_to(wanted)
        return wanted is not None

    def _offset(self, point: QPointF) -> int | None:
        """The offset of the current paragraph nearest to a point, wherever that is."""
        session = self._view.session
        assert session
        row, corner = self._row(session.position)
        if row.block is None:
            return None
        return row.block.offset_at(point.x() - corner.x(), point.y() - corner.y())

    def move(self, event: QMouseEvent) -> None:
        """Select as far as the pointer; without a button show a beam over text."""
        if not self._is_selecting:
            self._show_shape(event.position())
            return
        offset, caret = self._offset(event.position()), self._view.caret
        if caret is not None and offset is not None and offset != caret.position:
            caret.place(offset, extend=True)
            self._view.caret_moved()

    def _show_shape(self, point: QPointF) -> None:
        sheet = self._view.sheet
        if sheet is None:
            return
        columns = sheet.columns
        is_text = columns.text_left <= point.x() <= columns.text_right
        shape = Qt.CursorShape.IBeamCursor if is_text else Qt.CursorShape.ArrowCursor
        if self._view.viewport().cursor().shape() != shape:
            self._view.viewport().setCursor(shape)

    def release(self) -> None:
        """The button is up."""
        self._is_selecting = False

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word; wait for a third click."""
        number = self._view.row_at(int(event.position().y()))
        if number is None or self._view.session is None:
            return
        self._view.go_by_mouse(number)
        offset, caret = self._offset(event.position()), self._view.caret
        if caret is not None and offset is not None:
            caret.select_word_at(offset)
            self._since_double.restart()
            self._view.caret_moved()
