"""Where marked words of another tool's file stand in its text: what gives the words back wins.

Imports offsets and model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from annotator.formats.foreign import ForeignSpan
from annotator.formats.offsets import Offsets
from annotator.model import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

Unit = Literal["code points", "UTF-16"]


class MarkedText:
    """One text, the unit that its offsets are counted in, and what was odd about them."""

    def __init__(self, text: str, *, unit: Unit = "code points"):
        self.text = text
        self.remarks: list[Remark] = []
        self._is_utf16 = unit == "UTF-16"
        self._offsets: Offsets | None = None

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
        if self._is_utf16:
            yield self._converted(start, end)
        if not self._is_utf16 or words is not None:
            yield start, end
        if not self._is_utf16 and words is not None:
            yield self._converted(start, end)
        if words and self.text.count(words) == 1:
            begin = self.text.index(words)
            yield begin, begin + len(words)

    def _converted(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of UTF-16 units as code points; made when first asked for."""
        if self._offsets is None:
            self._offsets = Offsets(self.text)
        return self._offsets.to_code_points(start), self._offsets.to_code_points(end)


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
