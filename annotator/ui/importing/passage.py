"""The current paragraph in full, with a caret where it can be parted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit

from annotator.ui.fonts import article_font
from annotator.ui.messages import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Passage(QPlainTextEdit):
    """Shows the words, which cannot be changed. Enter parts at the caret, Esc goes back."""

    parted = Signal(int)  # a code point of the paragraph
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setReadOnly(True)
        # Read-only, but with a caret that the keyboard moves.
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setCursorWidth(2)
        self.setTabChangesFocus(True)
        self.setFont(article_font(16))
        self.setAccessibleName(tr("The words of the paragraph"))

    def show_words(self, words: str) -> None:
        """Show a paragraph."""
        if words != self._words:
            self._words = words
            self.setPlainText(words)

    @property
    def caret(self) -> int:
        """Where the caret stands, in code points."""
        units = self.textCursor().position()  # Qt counts UTF-16
        before = self._words.encode("utf-16-le", "surrogatepass")[: 2 * units]
        return len(before.decode("utf-16-le", "replace"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter parts, Esc leaves; the rest moves the caret."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.parted.emit(self.caret)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
