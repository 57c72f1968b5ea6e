"""What a key press is called, and how a key is shown. Imports messages.

The names are Qt's portable ones, as the registry of actions writes them: `J`, `Shift+Tab`, `?`.
"""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.ui.messages import tr


def is_coding_key(key: str) -> bool:
    """Whether the window dispatches this key itself, while a person codes.

    Ctrl with an arrow too: a text field must keep it.
    """
    last = key.rpartition("+")[2]
    if last in {"Left", "Right"}:
        return True
    return not key.startswith("Ctrl+") and not (last.startswith("F") and last[1:].isdigit())


def stroke(event: QKeyEvent) -> str:
    """The key that was pressed, as the registry writes it: `J`, `Shift+Tab`, `Ctrl+Left`, `?`."""
    modifiers = event.modifiers() & ~(
        Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
    )
    key = _SAME_KEY.get(event.key(), Qt.Key(event.key()))
    # Shift makes the sign: on which key it sits is the layout's affair.
    sign = event.text().strip()
    if sign and sign.isprintable() and not sign.isalnum():
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(modifiers, key)).toString(
        QKeySequence.SequenceFormat.PortableText
    )


_SAME_KEY: dict[int, Qt.Key] = {
    Qt.Key.Key_Enter: Qt.Key.Key_Return,
    Qt.Key.Key_Backtab: Qt.Key.Key_Tab,
}


def shown_key(key: str) -> str:
    """A key for people's eyes: `↓`, `Enter`, `Ctrl Z`, in the window's language."""
    return " ".join(_shown_part(part) for part in _parts(key))


def _parts(key: str) -> list[str]:
    """`Ctrl++` is Ctrl and a plus."""
    return [*key[:-2].split("+"), "+"] if key.endswith("++") else key.split("+")


def _shown_part(part: str) -> str:
    signs = {"Down": "↓", "Up": "↑", "Left": "←", "Right": "→", "Shift": "⇧", "-": "−"}
    words = {
        "Return": tr("Enter"),
        "Space": tr("Space"),
        "Esc": tr("Esc"),
        "PgDown": tr("Page Down"),
        "PgUp": tr("Page Up"),
        "Home": tr("Home"),
        "End": tr("End"),
    }
    return signs.get(part) or words.get(part, part)
