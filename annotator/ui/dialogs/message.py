"""The one message box: a sentence, and what can be done about it. Always plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from annotator.ui.messages import error_text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.errors import AnnotatorError

Icon = QMessageBox.Icon
MOOT_MS = 200


def tell(parent: QWidget, title: str, words: str, icon: Icon = Icon.Information) -> QMessageBox:
    """Say something; the window can be used again when it is read."""
    box = _box(parent, title, words, icon)
    box.addButton(tr("OK"), QMessageBox.ButtonRole.AcceptRole)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def tell_error(parent: QWidget, error: AnnotatorError) -> QMessageBox:
    """What happened, where, and what to do."""
    return tell(parent, tr("That did not work"), error_text(error), Icon.Warning)


def ask(
    parent: QWidget,
    title: str,
    words: str,
    yes: str,
    no: str,
    *,
    is_moot: Callable[[], bool] | None = None,
) -> bool:
    """Wait for one of two answers; closing the box is the second.

    Once `is_moot` says that nobody needs to know any more, the box closes itself.
    """
    box = _box(parent, title, words, Icon.Question)
    accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(no, QMessageBox.ButtonRole.RejectRole))
    watch = QTimer(box, interval=MOOT_MS)
    if is_moot is not None:
        watch.timeout.connect(lambda: box.reject() if is_moot() else None)
        watch.start()
    box.exec()
    is_yes = box.clickedButton() is accept
    box.deleteLater()
    return is_yes


def _box(parent: QWidget, title: str, words: str, icon: Icon) -> QMessageBox:
    box = QMessageBox(icon, title, words, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return box
