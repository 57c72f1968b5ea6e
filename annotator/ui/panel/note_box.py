"""A note to an answer: a quiet box, and a small field that opens in its place. Imports only Qt."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from annotator.ui.dress import SMALL_PX, face, put_name, put_tooltip
from annotator.ui.keycap import CAP_HEIGHT, draw_keycap, keycap_width
from annotator.ui.messages import tr
from annotator.ui.panel.pile import Pile, grown, show_part
from annotator.ui.panel.prose import Prose, Run
from annotator.ui.panel.small_button import PanelButton
from annotator.ui.theme import theme

_PAD = 8
_AIR = 6
_LEAST = 30
_LINES = 4
_STAYS = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class NoteField(QPlainTextEdit):
    """Several lines; Ctrl+Enter, Esc or going elsewhere keeps them."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Here Ctrl+Enter ends the note; it is not the menu's shortcut of the same keys."""
        if event.type() == QEvent.Type.ShortcutOverride and _leaves(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave, or type."""
        if _leaves(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere leaves; a menu or another window is not elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()


def _leaves(event: QEvent) -> bool:
    """Whether this is Esc, or Enter with Ctrl."""
    if not isinstance(event, QKeyEvent):
        return False
    with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    return event.key() == Qt.Key.Key_Escape or (is_enter and with_control)


class NoteButton(PanelButton):
    """The note as it stands, up to a few lines, or an invitation."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._prose = Prose(self, size_px=SMALL_PX)
        self._prose.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_note(self, note: str, on: str) -> None:
        """Show the note of the answer `on`."""
        put_name(self, tr("Note on {answer}", answer=on) if on else tr("Note"), note)
        put_tooltip(self, note)
        if note != self.text():
            self.setText(note)
            self._prose.tell(Run(note, tone="dim"))
            self._place()
            grown(self)
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Notes wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the note, up to a few lines."""
        if not self.text():
            return _LEAST
        most = _LINES * QFontMetrics(face(SMALL_PX)).lineSpacing()
        return max(_LEAST, min(self._prose.heightForWidth(width - 2 * _PAD), most) + 2 * _AIR)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Wrap anew."""
        self._place()

    def sizeHint(self) -> QSize:
        """As high as the present width needs."""
        width = max(120, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow is allowed."""
        return QSize(60, _LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and the note, or the key that opens it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme()
        painter.setPen(QPen(colours.line, 1))
        painter.setBrush(colours.hover if self.underMouse() else colours.paper)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        if not self.text():
            draw_keycap(painter, _PAD, (self.height() - CAP_HEIGHT) / 2, "N")
            left = _PAD + keycap_width("N") + 7
            painter.setFont(face(SMALL_PX))
            painter.setPen(colours.ink_dim)
            flags = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect().adjusted(left, 0, 0, 0), flags, tr("add a note"))
        painter.end()

    def _place(self) -> None:
        """Set the note inside the box; more than a few lines are seen when it is opened."""
        self._prose.setVisible(bool(self.text()))
        width = self.width() - 2 * _PAD
        height = self.heightForWidth(self.width()) - 2 * _AIR
        self._prose.setGeometry(_PAD, _AIR, width, height)


class NoteBox(Pile):
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
        self.invite()
        self.field.left.connect(self._on_left)
        self._before = ""
        self.put(self.button)
        self.put(self.field)
        show_part(self.field, shown=False)

    @property
    def is_open(self) -> bool:
        """Whether the field is open."""
        return not self.field.isHidden()

    def invite(self) -> None:
        """Say in the empty field what it is for."""
        self.field.setPlaceholderText(tr("for the team; Ctrl+Enter is done"))

    def show_note(self, note: str, on: str) -> None:
        """Show the note, unless one is being written."""
        self.button.show_note(note, on)
        if not self.is_open:
            self._before = note
            put_name(self.field, tr("Note on {answer}", answer=on) if on else tr("Note"))

    def open(self) -> None:
        """Open the field with the note as it stands."""
        self.field.setPlainText(self._before)
        show_part(self.button, shown=False)
        show_part(self.field, shown=True)
        self.edited.emit(True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)

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
            show_part(self.field, shown=False)
            show_part(self.button, shown=True)
            self.edited.emit(False)

    @Slot()
    def _on_left(self) -> None:
        self.finish()
