"""The faces: one serif for the article, one sans for the tool. Imports only Qt.

Both ship as files (SIL Open Font License, text beside them), so that an article looks the same on
every machine. Scripts that they lack (Chinese, Arabic, emoji) come from the system's fonts.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

_FACES = Path(__file__).parent / "faces"
_SERIF = ("Source Serif Pro", "Charter", "Georgia", "Noto Serif", "DejaVu Serif")
_SANS = ("Source Sans Pro", "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans")


@cache
def load_faces() -> tuple[str, ...]:
    """Make the shipped faces known to Qt, once; needs an application.

    Returns the families that were loaded. A file that Qt refuses is passed over: the next family
    of the list serves.
    """
    loaded: list[str] = []
    for path in sorted(_FACES.glob("*.otf")):
        number = QFontDatabase.addApplicationFont(str(path))
        loaded += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return tuple(dict.fromkeys(loaded))


def article_font(size_px: int) -> QFont:
    """The face of the article's text."""
    return _font(_SERIF, size_px, QFont.StyleHint.Serif)


def interface_font(size_px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The face of everything else: panels, chips, menus."""
    font = _font(_SANS, size_px, QFont.StyleHint.SansSerif)
    font.setWeight(weight)
    return font


def _font(families: tuple[str, ...], size_px: int, hint: QFont.StyleHint) -> QFont:
    load_faces()
    font = QFont()
    font.setFamilies(list(families))
    font.setStyleHint(hint)
    font.setPixelSize(size_px)
    return font
