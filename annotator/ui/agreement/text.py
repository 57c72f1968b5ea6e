"""Words on the window, in a colour of the theme that goes with it. Imports theme and faces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

from annotator.ui.dress import face
from annotator.ui.theme import Theme, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QResizeEvent
    from PySide6.QtWidgets import QWidget

_LEAST_WIDTH = 60

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
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.dress()

    def minimumSizeHint(self) -> QSize:
        """As high as the words are at the width there is; Qt takes a guess at the width."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        width = max(self.width(), _LEAST_WIDTH)
        return QSize(_LEAST_WIDTH, self.heightForWidth(width))

    def sizeHint(self) -> QSize:
        """The same."""
        return self.minimumSizeHint() if self.wordWrap() else super().sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        if self.wordWrap() and event.size().width() != event.oldSize().width():
            self.updateGeometry()

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
