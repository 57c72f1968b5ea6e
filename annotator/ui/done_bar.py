"""A quiet bar under an article that is done: the next one, the figures, the export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from annotator.ui.fonts import interface_font
from annotator.ui.messages import tr
from annotator.ui.theme import Theme, theme

if TYPE_CHECKING:
    from annotator.model import Document


class DoneBar(QWidget):
    """Says what can come next; every button is an action of the registry, named by its id."""

    asked = Signal(str)

    _dressed: Theme | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setFont(interface_font(13))
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.next = self._button(tr("Next article"), "next_article")
        self.agreement = self._button(tr("Agreement…"), "agreement")
        self.export = self._button(tr("Export…"), "export")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 8, 16, 8)
        layout.addWidget(self.words, 1)
        for button in (self.next, self.agreement, self.export):
            layout.addWidget(button)
        self.hide()
        self._dress()

    def show_next(self, document: Document | None) -> None:
        """The next article that is not done; None where all are."""
        self.next.setVisible(document is not None)
        if document is None:
            self.words.setText(tr("✓ Every article is done."))
        else:
            self.words.setText(tr("✓ This article is done. Next: {title}", title=document.title))

    def _button(self, text: str, action: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(action)
        button.setFont(interface_font(13))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._clicked)
        return button

    def _clicked(self) -> None:
        self.asked.emit(self.sender().objectName())

    def changeEvent(self, event: QEvent) -> None:
        """Colours go with the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._dressed not in (None, theme()):
            self._dress()

    def _dress(self) -> None:
        self._dressed = theme()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, theme().hover)
        palette.setColor(QPalette.ColorRole.WindowText, theme().ink)
        self.setPalette(palette)
