"""Where marked words of another tool's file stand in its text: what gives the words back wins.

Imports offsets and model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from annotator.formats.foreign import ForeignSpan
from annotator.formats.offsets import Offsets
from annotator.model import Remark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Unit = Literal["code points", "UTF-16"]


class MarkedText:
    """One text, the unit that its offsets are counted in, and what was odd about them."""

    def __init__(self, text: str, *, unit: Unit = "code points"):
        self.text = text
        self.remarks: list[Remark] = []
        self._offsets = Offsets(text)
        self._ways: list[Callable[[int], int]] = [int, self._offsets.to_code_points]
        if unit == "UTF-16":
            self._ways.reverse()

    def span(
        self, start: int, end: int, label: str | None, words: str | None, where: str
    ) -> ForeignSpan | None:
        """The marked words, in code points; None, with a remark, where they cannot be found."""
        for begin, stop in self._readings(start, end, words):
            if 0 <= begin < stop <= len(self.text) and _are(self.text[begin:stop], words):
                return ForeignSpan(begin, stop, label, self.text[begin:stop])
        self.remarks.append(_lost(start, end, words, where))
        return None

    def _readings(self, start: int, end: int, words: str | None) -> Iterator[tuple[int, int]]:
        for way in self._ways[: 1 if words is None else 2]:
            yield way(start), way(end)
        if words and self.text.count(words) == 1:
            begin = self.text.index(words)
            yield begin, begin + len(words)


def _are(found: str, words: str | None) -> bool:
    """White space may differ: tools write a line end as a space."""
    return words is None or found == words or found.split() == words.split() != []


def _lost(start: int, end: int, words: str | None, where: str) -> Remark:
    if words is None:
        return Remark(
            "outside_text",
            "{where}: the marked words {start}–{end} lie outside the text",
            {"where": where, "start": start, "end": end},
        )
    return Remark(
        "words_not_found",
        "{where}: the marked words “{words}” do not stand at {start}–{end} of the text",
        {"where": where, "start": start, "end": end, "words": words[:80]},
    )
