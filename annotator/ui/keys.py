"""From a key event to the key that a codebook names: digits by place, letters by what they write.

Shift+1 writes `!` on a US keyboard, and the unshifted 1 of a French one writes `&`: only the place
of the key says that it is a 1. Imports only Qt.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

# Scan codes of the digit row. X11 and Wayland: evdev + 8; Windows: set 1.
_X11_DIGITS = dict(zip(range(10, 20), "1234567890", strict=True))
_WINDOWS_DIGITS = dict(zip(range(2, 12), "1234567890", strict=True))
# macOS gives no scan codes; virtual key codes (kVK_ANSI_*) are places there.
_MAC_DIGITS = {18: "1", 19: "2", 20: "3", 21: "4", 23: "5", 22: "6", 26: "7", 28: "8", 25: "9"}
_MAC_DIGITS[29] = "0"
# Letters by place serve only keyboards that write no Latin letters (Greek, Russian, Arabic …).
_X11_LETTERS = dict(
    [
        *zip(range(24, 34), "qwertyuiop", strict=True),
        *zip(range(38, 47), "asdfghjkl", strict=True),
        *zip(range(52, 59), "zxcvbnm", strict=True),
    ]
)
_WINDOWS_LETTERS = {code - 8: letter for code, letter in _X11_LETTERS.items()}
_MAC_LETTERS = dict(
    zip(
        (
            0,
            11,
            8,
            2,
            14,
            3,
            5,
            4,
            34,
            38,
            40,
            37,
            46,
            45,
            31,
            35,
            12,
            15,
            1,
            17,
            32,
            9,
            13,
            7,
            16,
            6,
        ),
        "abcdefghijklmnopqrstuvwxyz",
        strict=True,
    )
)

_FOREIGN = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def codebook_key(event: QKeyEvent) -> tuple[str, bool] | None:
    """The digit or lower-case letter of this key, and whether Shift is down.

    None for keys with Ctrl, Alt or Meta, and for keys that are neither.
    """
    if event.modifiers() & _FOREIGN:
        return None
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return _keypad(event, shift=shift)
    place, digits, letters = _place(event)
    found = digits.get(place) or _written(event) or _letter_by_place(event, place, letters)
    return (found, shift) if found else None


def _keypad(event: QKeyEvent, *, shift: bool) -> tuple[str, bool] | None:
    """A digit of the number pad; with Shift, or without NumLock, it is an arrow or the like."""
    text = event.text()
    return (text, shift) if len(text) == 1 and text in "0123456789" else None


def _place(event: QKeyEvent) -> tuple[int, dict[int, str], dict[int, str]]:
    """Where the key is, in the numbers of this system; 0 is nowhere (a made-up event)."""
    if sys.platform == "darwin":
        # The key A has number 0 there, so that nothing can be told from a made-up event.
        return event.nativeVirtualKey(), _MAC_DIGITS, _MAC_LETTERS
    if QGuiApplication.platformName() == "windows":
        return event.nativeScanCode(), _WINDOWS_DIGITS, _WINDOWS_LETTERS
    return event.nativeScanCode(), _X11_DIGITS, _X11_LETTERS


def _written(event: QKeyEvent) -> str | None:
    """The Latin letter or digit that the key writes."""
    text = event.text().casefold()
    if not text.isprintable() or not text:
        # Made-up events may carry the key alone.
        text = chr(event.key()).casefold() if event.key() < 0x80 else ""
    return text if len(text) == 1 and text.isascii() and text.isalnum() else None


def _letter_by_place(event: QKeyEvent, place: int, letters: dict[int, str]) -> str | None:
    """The Latin letter of the place, where the key writes a letter of another script."""
    text = event.text()
    is_foreign = len(text) == 1 and text.isalpha() and ord(text) >= 0x370
    return letters.get(place) if is_foreign else None
