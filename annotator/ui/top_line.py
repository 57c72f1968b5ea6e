"""The head of the window: which project, which round, who codes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from annotator.ui.fonts import interface_font
from annotator.ui.messages import tr
from annotator.ui.theme import Theme, theme


class TopLine(QWidget):
    """Says it in words; nothing here is a button."""

    _dressed: Theme | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(40)
        self.project = _label(interface_font(14, QFont.Weight.DemiBold))
        self.project.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.place = _label(interface_font(13))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(16)
        layout.addWidget(self.project)
        layout.addWidget(self.place)
        layout.addStretch()
        self._dress()

    def show_project(self, title: str, round_name: str, annotator: str) -> None:
        """The project's title, the round and the annotator's pseudonym."""
        self.project.setText(title)
        round_words = tr("main round") if round_name == "main" else tr("round {r}", r=round_name)
        coder = tr("coder {name}", name=annotator)
        self.place.setText(f"{round_words}   ·   {coder}" if annotator else round_words)

    def changeEvent(self, event: QEvent) -> None:
        """Colours go with the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._dressed not in (None, theme()):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line divides it from the panes."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(theme().line, 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _dress(self) -> None:
        self._dressed = theme()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, theme().ink_faint)
        self.place.setPalette(palette)


def _label(font: QFont) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font)
    return label
