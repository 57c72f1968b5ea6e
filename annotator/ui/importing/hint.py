"""Faint words below something: which keys there are, where a value comes from. Imports only Qt."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from annotator.ui.fonts import interface_font


class Hint(QLabel):
    """A faint line; its colour goes with the theme by itself."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(interface_font(12))
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
