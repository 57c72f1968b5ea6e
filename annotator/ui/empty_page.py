"""What the window says when there is nothing to show: what to do, as words and buttons."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.fonts import interface_font
from annotator.ui.messages import tr
from annotator.ui.strokes import shown_key
from annotator.ui.theme import Theme, theme


class EmptyPage(QWidget):
    """A heading, a sentence, buttons (actions of the registry by id), recent projects."""

    asked = Signal(str)
    wanted = Signal(object)  # a Path

    _dressed: Theme | None = None

    def __init__(self, heading: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = _label(heading, interface_font(22, QFont.Weight.DemiBold))
        self.words = _label(words, interface_font(14))
        self.words.setFixedWidth(440)
        self.buttons = QHBoxLayout()
        self.recent = QVBoxLayout()
        self.recent.setSpacing(2)
        column = QVBoxLayout()
        column.setSpacing(14)
        for label in (self.heading, self.words):
            column.addWidget(label)
        column.addLayout(self.buttons)
        column.addSpacing(8)
        column.addLayout(self.recent)
        centred = QHBoxLayout()
        centred.addStretch()
        centred.addLayout(column)
        centred.addStretch()
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(centred)
        layout.addStretch(3)
        self.setAutoFillBackground(True)
        self._dress()

    def add_button(self, action: str, text: str, key: str = "") -> None:
        """A button for an action, with its key."""
        button = QPushButton(f"{text}   {shown_key(key)}" if key else text)
        button.setObjectName(action)
        button.setFont(interface_font(14))
        button.setMinimumHeight(34)
        button.clicked.connect(self._clicked)
        self.buttons.addWidget(button)

    def show_recent(self, paths: tuple[Path, ...]) -> None:
        """Projects that can be opened again; those that are gone are left out."""
        while (item := self.recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        there = [path for path in paths if path.exists()]
        if there:
            self.recent.addWidget(_label(tr("Recent projects"), interface_font(13)))
        for path in there:
            # The name is a file's: an ampersand in it is no mnemonic.
            link = QPushButton(f"{path.stem}   —   {path.parent}".replace("&", "&&"))
            link.setProperty("path", str(path))
            link.setFlat(True)
            link.setFont(interface_font(13))
            link.setStyleSheet("text-align: left; padding: 4px 2px;")
            link.setCursor(Qt.CursorShape.PointingHandCursor)
            link.clicked.connect(self._wanted)
            self.recent.addWidget(link)

    def _clicked(self) -> None:
        self.asked.emit(self.sender().objectName())

    def _wanted(self) -> None:
        self.wanted.emit(Path(self.sender().property("path")))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed frame says that files can be dropped here."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().line, 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(24, 24, -24, -24), 10, 10)

    def changeEvent(self, event: QEvent) -> None:
        """Colours go with the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._dressed not in (None, theme()):
            self._dress()

    def _dress(self) -> None:
        self._dressed = theme()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, theme().paper)
        self.setPalette(palette)
        faint = QPalette()
        faint.setColor(QPalette.ColorRole.WindowText, theme().ink_faint)
        self.words.setPalette(faint)


def _label(text: str, font: QFont) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFont(font)
    return label
