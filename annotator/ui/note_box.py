"""A note to an answer: a quiet box, and a small field that opens in its place. Imports only Qt."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.dress import SMALL_PX, face, put_name, put_tooltip
from annotator.ui.keycap import CAP_HEIGHT, draw_keycap, keycap_width
from annotator.ui.messages import tr
from annotator.ui.small_button import PanelButton
from annotator.ui.theme import theme

_PAD = 8
_LINES = 4
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
_STAYS = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class NoteField(QPlainTextEdit):
    """Several lines; Ctrl+Enter, Esc or going elsewhere keeps them."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave, or type."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (is_enter and with_control):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere leaves; a menu or another window is not elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()


class NoteButton(PanelButton):
    """The note as it stands, up to a few lines, or an invitation."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_note(self, note: str, on: str) -> None:
        """Show the note of the answer `on`."""
        put_name(self, tr("Note on {answer}", answer=on) if on else tr("Note"), note)
        put_tooltip(self, note)
        if note != self.text():
            self.setText(note)
            self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Notes wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the note, up to a few lines."""
        metrics = QFontMetrics(face(SMALL_PX))
        space = metrics.boundingRect(0, 0, max(40, width - 2 * _PAD), 10_000, _WRAP, self.text())
        return max(30, min(space.height(), _LINES * metrics.lineSpacing()) + 12)

    def sizeHint(self) -> QSize:
        """As high as the present width needs."""
        width = max(120, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow is allowed."""
        return QSize(60, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and the note, or the key that opens it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme()
        painter.setPen(QPen(colours.line, 1))
        painter.setBrush(colours.hover if self.underMouse() else colours.paper)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(face(SMALL_PX))
        painter.setPen(colours.ink_dim)
        if self.text():
            area = self.rect().adjusted(_PAD, 6, -_PAD, -6)
            painter.setClipRect(area)
            painter.drawText(area, _WRAP, self.text())
        else:
            draw_keycap(painter, _PAD, (self.height() - CAP_HEIGHT) / 2, "N")
            left = _PAD + keycap_width("N") + 7
            flags = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect().adjusted(left, 0, 0, 0), flags, tr("add a note"))
        painter.end()


class NoteBox(QWidget):
    """Button and field in one place; `edited` tells True when the field has the keyboard."""

    edited = Signal(bool)
    written = Signal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.button = NoteButton(self)
        self.field = NoteField(self)
        self.field.setFont(face(SMALL_PX))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(86)
        self.field.setPlaceholderText(tr("for the team; Ctrl+Enter is done"))
        self.field.hide()
        self.field.left.connect(self._on_left)
        self._before = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        layout.addWidget(self.field)

    @property
    def is_open(self) -> bool:
        """Whether the field is open."""
        return not self.field.isHidden()

    def show_note(self, note: str, on: str) -> None:
        """Show the note, unless one is being written."""
        self.button.show_note(note, on)
        if not self.is_open:
            self._before = note
            put_name(self.field, tr("Note on {answer}", answer=on) if on else tr("Note"))

    def open(self) -> None:
        """Open the field with the note as it stands."""
        self.field.setPlainText(self._before)
        self.button.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self.edited.emit(True)

    def finish(self) -> None:
        """Close the field and keep what was written."""
        if not self.is_open:
            return
        note = self.field.toPlainText().strip()
        if note != self._before:
            self.written.emit(note)
        self.drop()

    def drop(self) -> None:
        """Close the field without keeping anything."""
        if self.is_open:
            self.field.hide()
            self.button.show()
            self.edited.emit(False)

    @Slot()
    def _on_left(self) -> None:
        self.finish()
