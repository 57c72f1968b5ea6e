"""The article: every paragraph with its answers beside it, scrolled, selected in, never edited.

Imports the session and the parts of the view. It draws what the session says; it asks the session
for everything that changes an answer or the place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent, QKeySequence
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.ui.article import accessible
from annotator.ui.article.caret import Caret
from annotator.ui.article.drawing import Look
from annotator.ui.article.paragraph_menu import paragraph_menu
from annotator.ui.article.pointer import Pointer
from annotator.ui.article.sheet_area import SheetArea
from annotator.ui.messages import tr
from annotator.ui.tooltip import plain_tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from annotator.model import Kind
    from annotator.session.views import EvidenceMark, Happened, Outcome


class ParagraphView(SheetArea):
    """The sheet with a caret, a mouse and a menu.

    Signals:
        selection_changed: other words are selected, or none.
        said: a Notice, of something done here with the mouse.
    """

    selection_changed = Signal()
    said = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        # Before Qt can ask how to describe this view: it keeps the first answer.
        accessible.install()
        super().__init__(parent)
        self._caret: Caret | None = None
        self._is_caret_used = False
        self._pointer = Pointer(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(tr("Article"))

    def on_happened(self, happened: Happened) -> None:
        """Redraw what changed, and say so to a screen reader."""
        super().on_happened(happened)
        if happened.document:
            accessible.tell_replaced(self)
        accessible.tell_changed(self, happened.paragraphs)
        if happened.moved or happened.document:
            accessible.tell_moved(self, self.current)

    # -------------------------------------------------------------- caret and selection

    @property
    def caret(self) -> Caret | None:
        """The caret of the current paragraph; None at the stop *Whole article*."""
        session = self._session
        if session is None or self._sheet is None or self._current >= len(session.paragraphs):
            return None
        if self._caret is None:
            text = session.paragraphs[self._current].text
            self._caret = Caret(text, session.words, session.sentence_at)
        return self._caret

    def caret_moved(self) -> None:
        """Show the caret and what is selected now, in view also where the paragraph is long."""
        self._is_caret_used = True
        self._follow_caret()
        self._show_caret()

    def _follow_caret(self) -> None:
        parts = self._sheet.row(self._current) if self._sheet else None
        if parts is None or parts.block is None or self._caret is None:
            return
        _, top, height = parts.block.caret(self._caret.position)
        y = round(self.rect_of(self._current).top() + parts.text_top + top)
        bar, page = self.verticalScrollBar(), self.viewport().height()
        if y < 0:
            bar.setValue(bar.value() + y)
        elif y + height > page:
            bar.setValue(round(bar.value() + y + height - page))

    def _show_caret(self) -> None:
        if self._sheet is not None and self._current < len(self._sheet):
            self.viewport().update(self.rect_of(self._current))
        self.selection_changed.emit()

    def _leave_current(self) -> None:
        had_selection = self.selection() is not None
        self._caret = None
        self._is_caret_used = False
        if had_selection:
            self.selection_changed.emit()

    def selection(self) -> tuple[int, int] | None:
        """The selected words of the current paragraph in code points, None if there are none."""
        return self._caret.selection if self._caret else None

    def clear_selection(self) -> None:
        """Select nothing; the caret stays where it is, out of sight."""
        if self._caret is not None:
            self._caret.collapse()
            self._is_caret_used = False
            self._show_caret()

    def move_caret(
        self, by: Literal["character", "word"], direction: Literal[-1, 1], extend: bool = False
    ) -> None:
        """Move the caret left (-1) or right (1) as seen on the screen; `extend` selects."""
        caret = self.caret
        if caret is None or self._sheet is None:
            return
        block = self._sheet.row(self._current).block
        assert block
        if by == "word":
            target = caret.word_edge(forward=(direction > 0) != block.is_rtl)
        elif caret.selection and not extend:
            # As everywhere: the first step lets go of the selection, at that end of it.
            target = caret.selection[(direction > 0) != block.is_rtl]
        else:
            target = block.step(caret.position, to_right=direction > 0)
        caret.place(target, extend=extend)
        self.caret_moved()

    def select_sentence(self) -> None:
        """Select the sentence at the caret; again: the next one too."""
        if (caret := self.caret) is not None:
            caret.select_sentence()
            self.caret_moved()

    def select_next_word_starting(self, letters: str) -> bool:
        """Select the next word that begins with these letters; False if there is none."""
        caret = self.caret
        if caret is None or not caret.select_next_word(letters):
            return False
        self.caret_moved()
        return True

    def copy(self) -> None:
        """Put the selected words on the clipboard."""
        caret = self._caret
        if caret is not None and caret.selection:
            start, end = caret.selection
            QGuiApplication.clipboard().setText(caret.text[start:end])

    # -------------------------------------------------------------- the menu's slots

    def take_away(self, mark: EvidenceMark) -> None:
        """Take a piece of evidence of the current paragraph away; the code stays."""
        assert self._session
        self._say(self._session.remove_evidence(mark))

    def set_kind(self, position: int, kind: Kind) -> None:
        """Say what kind of paragraph this is."""
        assert self._session
        self._say(self._session.set_kind(position, kind))

    def _say(self, outcome: Outcome) -> None:
        if outcome.notice is not None:
            self.said.emit(outcome.notice)

    def _look(self, row: int) -> Look:
        if row != self._current:
            return super()._look(row)
        caret = self._caret
        return Look(
            is_current=True,
            is_elsewhere=self._is_keyboard_elsewhere(),
            selection=self.selection(),
            caret=caret.position if caret and self._is_caret_used else None,
        )

    def _is_keyboard_elsewhere(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and focused is not self

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The accent bar says where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The accent bar says where the keyboard is."""
        super().focusOutEvent(event)
        self.viewport().update()

    # -------------------------------------------------------------- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The window has the keys; only copying belongs to the view."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.selection():
            self.copy()
            return
        event.ignore()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab is a key of coding: it does not leave the view."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A paragraph becomes current; the caret goes to the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select while the button is down; else show what the pointer would do."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The selection is made."""
        self._pointer.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word; a third click selects its sentence."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.double_click(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips say which code the words under the pointer show."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self._pointer.tooltip(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the paragraph under the pointer, or with the current one."""
        if self._session is None or self._sheet is None:
            return
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        row = self._current if by_key else self.row_at(event.pos().y())
        if row is None:
            return
        if row != self._current:
            self.go_by_mouse(row)
        marks = () if by_key else self._pointer.marks_at(QPointF(event.pos()))
        menu = paragraph_menu(self, row, marks)
        menu.popup(event.globalPos())
