"""Where the selections of a source stand in its text: what gives back their words wins.

Imports offsets and model.
"""

from __future__ import annotations

from collections import Counter
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
        self._ways = [way for way in _WAYS if way.text < len(texts)]
        self._offsets = [Offsets(text) for text in texts]
        fitting: Counter[_Way] = Counter()
        for each in selections:
            fitting.update(way for way in self._ways if self._fits(each, way))
        # Of ways that fit alike the first one is the likeliest.
        self._way = max(self._ways, key=lambda way: fitting[way])
        self.text = texts[self._way.text]
        self._outside: list[tuple[str, str]] = []

    def of(self, selection: Element) -> Place | None:
        """The place of a selection; None, with a remark, where it lies outside the text."""
        alike = [way for way in self._ways if way.text == self._way.text]
        way = next((way for way in (self._way, *alike) if self._fits(selection, way)), self._way)
        start, end = self._span(selection, way)
        if not 0 <= start < end <= len(self.text):
            if self._says_article(selection):  # the article has no text
                return Place(None, None)
            self._outside.append(_numbers(selection))
            return None
        words = self.text[start:end]
        name = selection.get("name") or ""
        if WHOLE.fullmatch(name) and name != name_of(words):
            return Place(None, None) if name == ARTICLE else Place(start, end)
        if words.strip() == self.text.strip() and not self._fits(selection, way):
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

    def _says_article(self, selection: Element) -> bool:
        return bool(selection.get("name") == ARTICLE)

    def _fits(self, selection: Element, way: _Way) -> bool:
        """Whether the selection is called by the words that stand there."""
        name = " ".join((selection.get("name") or "").split())
        start, end = self._span(selection, way)
        text = self._texts[way.text]
        if not name or not 0 <= start < end <= len(text):
            return False
        words = " ".join(in_xml(text[start:end]).split())
        if words == name:
            return True
        begun = next(
            (name.removesuffix(each).rstrip() for each in _ENDS if name.endswith(each)), ""
        )
        return bool(begun) and words.startswith(begun)

    def _span(self, selection: Element, way: _Way) -> tuple[int, int]:
        start, end = (_number(each) for each in _numbers(selection))
        end += way.is_inclusive
        if way.is_utf16:
            to = self._offsets[way.text].to_code_points
            return to(start), to(end)
        return start, end


def _numbers(selection: Element) -> tuple[str, str]:
    start, end = selection.get("startPosition") or "", selection.get("endPosition") or ""
    return start, end


def _number(words: str) -> int:
    """An offset; -1 for what is none."""
    words = words.strip()
    is_number = words.isascii() and words.isdigit() and len(words) <= _LONGEST_NUMBER
    return int(words) if is_number else -1
