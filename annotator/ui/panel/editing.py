"""Which field of the panel has the keyboard, and a press elsewhere that ends it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget


class Editing(QObject):
    """At most one field at a time. `pressed_elsewhere` comes before the press takes effect.

    While a field is open all presses of the mouse are looked at: words must be saved first, also
    where what is pressed takes no keyboard.
    """

    pressed_elsewhere = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self.field: QWidget | None = None

    def start(self, field: QWidget) -> None:
        """This field has the keyboard now."""
        self.field = field
        _application().installEventFilter(self)

    def end(self, field: QWidget) -> None:
        """This field has given the keyboard back; another one's end is none of it."""
        if self.field is field:
            self.field = None
            _application().removeEventFilter(self)
            self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See a press outside the field; menus and other windows are not outside."""
        field = self.field
        if (
            event.type() == QEvent.Type.MouseButtonPress
            and isinstance(watched, QWidget)
            and field is not None
            and watched.window() is field.window()
            and watched is not field
            and not field.isAncestorOf(watched)
        ):
            self.pressed_elsewhere.emit()
        return False


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    assert application is not None, "widgets need an application"
    return application
