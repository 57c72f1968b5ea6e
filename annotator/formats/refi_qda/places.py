"""Where the selections of a source stand in its text: what gives back their words wins.

Imports offsets and model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from annotator.formats.offsets import Offsets
from annotator.formats.refi_qda.selections import ARTICLE, WHOLE, name_of
from annotator.formats.refi_qda.xml_words import Element, in_xml
from annotator.model import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_NUMBER = 15
_ENDS = ("…", "...")


class Place(Struct, frozen=True):
    """A part of the text, half-open; None: the whole of it. `is_marked`: they are marked words."""

    start: int | None
    end: int | None
    is_marked: bool = False


class _Mark(Struct, frozen=True):
    """A selection as the file has it: its offsets (-1 for what is none), and what it is called."""

    start: int
    end: int
    name: str
    shown: tuple[str, str]


class _Way(Struct, frozen=True):
    """How offsets may count: in which of the texts, in which unit, with or without the last."""

    text: int = 0
    is_utf16: bool = False
    is_inclusive: bool = False


_WAYS = tuple(
    _Way(text, is_utf16, is_inclusive)
    for is_inclusive in (False, True)
    for is_utf16 in (False, True)
    for text in (0, 1)
)


class Places:
    """The selections of one source; `text` is that in which most of them find their words."""

    def __init__(self, texts: tuple[str, ...], selections: list[Element]):
        self._texts = texts
        self._offsets = [Offsets(text) for text in texts]
        self._ways = [way for way in _WAYS if way.text < len(texts)]
        self._marks = [_mark(each) for each in selections]
        self._way = self._likeliest()
        self.text = texts[self._way.text]
        self._outside: list[tuple[str, str]] = []

    def of(self, number: int) -> Place | None:
        """The place of a selection; None, with a remark, where it lies outside the text."""
        mark = self._marks[number]
        if WHOLE.fullmatch(mark.name) and (place := self._whole(mark)) is not None:
            return place
        alike = (way for way in self._ways if way.text == self._way.text)
        fitting = next((way for way in (self._way, *alike) if self._fits(mark, way)), None)
        start, end = self._span(mark, fitting or self._way)
        if not 0 <= start < end <= len(self.text):
            self._outside.append(mark.shown)
            return None
        if fitting is None and self.text[start:end].strip() == self.text.strip():
            return Place(None, None)
        return Place(start, end, is_marked=True)

    def remarks(self, where: str) -> Iterator[Remark]:
        """On the selections that lie outside the text."""
        for start, end in self._outside:
            yield Remark(
                "outside_text",
                "{where}: the marked words {start}–{end} lie outside the text",
                {"where": where, "start": start, "end": end},
            )

    def _whole(self, mark: _Mark) -> Place | None:
        """The article or paragraph that a selection of ours stands for; None: it marks words."""
        is_within = 0 <= mark.start < mark.end <= len(self.text)
        if is_within and name_of(self.text[mark.start : mark.end]) == mark.name:
            return None
        if mark.name == ARTICLE:
            return Place(None, None)
        return Place(mark.start, mark.end) if is_within else None

    def _likeliest(self) -> _Way:
        """The way in which most selections are called by the words that stand there."""
        usual = self._ways[0]
        named = [mark for mark in self._marks if mark.name and not WHOLE.fullmatch(mark.name)]
        if all(self._fits(mark, usual) for mark in named):
            return usual
        fitting = {way: sum(self._fits(mark, way) for mark in named) for way in self._ways}
        # Of ways that fit alike the first one is the likeliest.
        return max(self._ways, key=lambda way: fitting[way])

    def _fits(self, mark: _Mark, way: _Way) -> bool:
        """Whether a selection is called by the words that stand there, white space left aside."""
        start, end = self._span(mark, way)
        text = self._texts[way.text]
        if not mark.name or not 0 <= start < end <= len(text):
            return False
        words = text[start:end]
        if words == mark.name:
            return True
        words, name = (" ".join(each.split()) for each in (in_xml(words), mark.name))
        cut = next((name.removesuffix(each) for each in _ENDS if name.endswith(each)), "")
        return words == name != "" or (bool(cut) and words.startswith(cut.rstrip()))

    def _span(self, mark: _Mark, way: _Way) -> tuple[int, int]:
        start, end = mark.start, mark.end + way.is_inclusive
        if way.is_utf16:
            to = self._offsets[way.text].to_code_points
            return to(start), to(end)
        return start, end


def _mark(selection: Element) -> _Mark:
    shown = selection.get("startPosition") or "", selection.get("endPosition") or ""
    start, end = map(_number, shown)
    return _Mark(start, end, selection.get("name") or "", shown)


def _number(words: str) -> int:
    """An offset; -1 for what is none."""
    words = words.strip()
    is_number = words.isascii() and words.isdigit() and len(words) <= _LONGEST_NUMBER
    return int(words) if is_number else -1
