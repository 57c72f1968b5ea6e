"""Faint words below something: which keys there are, where a value comes from. Qt and theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from annotator.ui.fonts import interface_font
from annotator.ui.theme import Theme, theme


class Hint(QLabel):
    """A faint line."""

    _dressed: Theme | None = None

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(interface_font(12))
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Colours go with the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._dressed not in (None, theme()):
            self._dress()

    def _dress(self) -> None:
        self._dressed = theme()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, theme().ink_faint)
        self.setPalette(palette)
