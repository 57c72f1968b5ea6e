"""Names and values as they can be printed anywhere. Imports nothing of the package."""

from __future__ import annotations

import unicodedata

# Controls (a terminal would obey them), lone surrogates (no file takes them), and the signs that
# turn the direction of the text after them.
_UNSEEN = frozenset({"Cc", "Cs"})
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff")


def printable(text: str) -> str:
    """One line of what can be seen: white space becomes a space, what is not seen a mark."""
    return "".join(map(_seen, text)) if not text.isascii() or not text.isprintable() else text


def width(text: str) -> int:
    """How many columns a terminal needs: wide letters take two, marks upon letters none."""
    if text.isascii():
        return len(text)
    return sum(_columns(letter) for letter in text)


def _seen(letter: str) -> str:
    if letter in "\t\n\r\x0b\x0c\x85\u2028\u2029":
        return " "
    is_unseen = letter in _TURNING or unicodedata.category(letter) in _UNSEEN
    return "\N{REPLACEMENT CHARACTER}" if is_unseen else letter


def _columns(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
