"""The border between offsets: code points here, UTF-16 code units in Qt, UIMA, Label Studio.

Imports nothing.
"""

from __future__ import annotations

from bisect import bisect_left


class Offsets:
    """Both counts of one text. Text without astral characters (nearly all) costs one scan."""

    __slots__ = ("_astral", "_astral_16")

    def __init__(self, text: str) -> None:
        self._astral: tuple[int, ...] = ()
        self._astral_16: tuple[int, ...] = ()
        if not text.isascii() and max(text) > "\uffff":
            self._astral = tuple(i for i, char in enumerate(text) if char > "\uffff")
            self._astral_16 = tuple(i + before for before, i in enumerate(self._astral))

    def to_utf16(self, offset: int) -> int:
        """UTF-16 units before this many code points."""
        return offset + bisect_left(self._astral, offset) if self._astral else offset

    def to_code_points(self, offset: int) -> int:
        """Code points before this many UTF-16 units; inside a pair, those before the pair."""
        return offset - bisect_left(self._astral_16, offset) if self._astral else offset
