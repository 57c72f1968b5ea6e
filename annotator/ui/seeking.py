"""The comma: letters that name a word to select. Imports Qt's events only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Seeking:
    """Gathers the letters between the comma and Enter."""

    def __init__(self) -> None:
        self.is_on = False
        self.has_taken = False
        self._typed = ""

    def begin(self) -> None:
        """The comma was pressed."""
        self.is_on, self._typed = True, ""

    def take(self, event: QKeyEvent) -> str | None:
        """The letters so far if this key was one of them.

        After None, `has_taken` tells whether the key is used up (Enter, Shift alone) or means what
        it means elsewhere, and `is_on` whether more letters may follow.
        """
        letter = event.text()
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        self.has_taken = True
        if plain and letter.isalnum():
            self._typed += letter
            return self._typed
        if event.key() == Qt.Key.Key_Backspace:
            self._typed = self._typed[:-1]
            if self._typed:
                return self._typed
        # The Shift before a capital is a key press of its own.
        if event.key() in {Qt.Key.Key_Shift, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock}:
            return None
        self.is_on = False
        self.has_taken = event.key() in {
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Backspace,
        }
        return None
