"""Words on the window, in a colour of the theme that goes with it. Imports theme and faces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

from annotator.ui.dress import face
from annotator.ui.theme import Theme, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QWidget

Ink = Literal["ink", "ink_dim", "ink_faint", "warning", "error"]


class Text(QLabel):
    """Plain words that wrap, can be selected with the mouse, and follow the theme."""

    _dressed: Theme | None = None

    def __init__(
        self,
        font: QFont | None = None,
        ink: Ink = "ink",
        parent: QWidget | None = None,
        *,
        wraps: bool = True,
    ) -> None:
        super().__init__(parent)
        self._ink = ink
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setFont(font or face())
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.dress()

    def say(self, text: str) -> None:
        """Show these words; nothing is repainted where they are the same."""
        if text != self.text():
            self.setText(text)
        self.setVisible(bool(text))

    def put_ink(self, ink: Ink) -> None:
        """Another colour of the theme."""
        if ink != self._ink:
            self._ink = ink
            self.dress()

    def changeEvent(self, event: QEvent) -> None:
        """Colours go with the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._dressed not in (None, theme()):
            self.dress()

    def dress(self) -> None:
        """Put the theme's colour on."""
        self._dressed = theme()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, getattr(theme(), self._ink))
        self.setPalette(palette)


def heading(text: str = "") -> Text:
    """Small capitals over a part of the window."""
    label = Text(face(12, strong=True), "ink_faint", wraps=False)
    label.setText(text.upper())
    return label
