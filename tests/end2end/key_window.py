"""A tiny window that prints what `codebook_key` says of every key it gets; Esc ends it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.keys import codebook_key

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_SHIFT = {Qt.Key.Key_Shift, Qt.Key.Key_AltGr, Qt.Key.Key_Control, Qt.Key.Key_Alt}


class KeyWindow(QWidget):
    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it so
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() not in _SHIFT:
            found = codebook_key(event)
            say(f"{found[0]} {found[1]}" if found else "-")


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = KeyWindow()
    window.setWindowTitle("keys")
    window.show()
    window.activateWindow()
    say("ready")
    app.exec()
