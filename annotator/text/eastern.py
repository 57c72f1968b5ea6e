"""Sentences of Chinese and Japanese, where no white space follows a full stop.

Knows their marks. Imports nothing of the package.
"""

from __future__ import annotations

import re

EASTERN = frozenset({"zh", "ja", "yue", "wuu", "lzh"})

_CLOSERS = "」』”’）》〉】〕］｣\"')"
_MARK = r"[。！？｡!?]|…+|\.{3,}|⋯+"
# Or a Western full stop before white space, or a blank line.
_END = re.compile(rf"(?:{_MARK})+[{_CLOSERS}]*(?:[。！？｡][{_CLOSERS}]*)*|\.(?=\s)|\n\s*\n")
# A Japanese quotation that goes on: 「…。」と言った.
_GOES_ON = re.compile(r"\s*(?:と|って|との|という|など|[、，,；;：:）」』”])")


def eastern_spans(text: str) -> list[tuple[int, int]]:
    """The sentences of a Chinese or Japanese paragraph, untrimmed: (start, end), without gaps."""
    spans = []
    start = 0
    for found in _END.finditer(text):
        if _ends_here(text, found):
            spans.append((start, found.end()))
            start = found.end()
    return [*spans, (start, len(text))]


def _ends_here(text: str, found: re.Match[str]) -> bool:
    marks = found.group()
    if _GOES_ON.match(text, found.end()):
        return False
    # An ellipsis alone is a pause as often as an end.
    return marks[-1] in _CLOSERS or bool(marks.strip(".…⋯")) or marks == "."
