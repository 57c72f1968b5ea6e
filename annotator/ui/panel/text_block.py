"""A question answered in a few words: one line that opens by itself and gives the keys back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.ui.dress import GUTTER, SMALL_PX, TEXT_PX, face, put_name
from annotator.ui.messages import tr
from annotator.ui.panel.block import Block
from annotator.ui.panel.pile import show_part
from annotator.ui.panel.prose import Prose, Run
from annotator.ui.panel.wishes import SetText

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from annotator.session.views import Question

_NEAR = 15
_STAYS = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class WordsField(QLineEdit):
    """A line edit that tells when it is left: kept (Enter, elsewhere) or not (Esc)."""

    entered = Signal()
    left = Signal(bool)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A click opens the field as a key does."""
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Esc does not; everything else is typing."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit(False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere keeps the words; a menu or another window is not elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit(True)


class TextBlock(Block):
    """The words of a text layer; `edited` tells True when the field has the keyboard."""

    edited = Signal(bool)

    def __init__(self, layer: str, parent: QWidget | None = None):
        super().__init__(layer, parent)
        self.field = WordsField(self)
        self.field.setFont(face(TEXT_PX))
        self.field.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.field.setPlaceholderText(tr("a few words, then Enter"))
        self.field.textEdited.connect(self._on_typed)
        self.field.left.connect(self._on_left)
        self._counter = Prose(self, size_px=SMALL_PX)
        self._is_open = False
        self.field.entered.connect(self._on_entered)
        self.put(self.field, side=GUTTER)
        self.put(self._counter, side=GUTTER, above=2)
        show_part(self._counter, shown=False)

    @property
    def counter_text(self) -> str:
        """How many characters are left, where it is said."""
        return "" if self._counter.isHidden() else self._counter.text

    def show_answer(self, question: Question) -> None:
        """Show the words, unless they are being typed."""
        put_name(self.field, question.question)
        if not self._is_open and self.field.text() != question.text:
            self.field.setText(question.text)
        self._count()

    def open(self) -> None:
        """Give the field the keyboard."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def finish(self, *, keep: bool = True) -> None:
        """Leave the field; kept words go to the session, others are put back."""
        if not self._is_open:
            return
        self._is_open = False
        before = self.question.text if self.question else ""
        if not keep:
            self.field.setText(before)
        elif self.field.text() != before:
            self.wished.emit(SetText(self.layer, self.field.text()))
        self.field.clearFocus()
        self._count()
        self.edited.emit(False)

    def active_rect(self) -> QRect:
        """All of it."""
        return self.rect()

    @Slot()
    def _on_entered(self) -> None:
        if not self._is_open:
            self._is_open = True
            self._count()
            self.edited.emit(True)

    @Slot(bool)
    def _on_left(self, keep: bool) -> None:
        self.finish(keep=keep)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        """Hold the limit in code points; Qt would count an emoji twice."""
        assert self.question is not None
        most = self.question.max_length
        if len(text) > most:
            at = min(len(self.field.text()[: self.field.cursorPosition()]), most)
            self.field.setText(text[:most])
            self.field.setCursorPosition(at)
        self._count()

    def _count(self) -> None:
        assert self.question is not None
        left = self.question.max_length - len(self.field.text())
        is_near = self._is_open and left <= _NEAR
        if is_near:
            words = tr("1 character left") if left == 1 else tr("{n} characters left", n=left)
            self._counter.tell(Run(words, tone="faint" if left else "error"))
        if self._counter.isHidden() == is_near:
            show_part(self._counter, shown=is_near)
            self.resized.emit()
