"""Where a Web Annotation's selectors point in a text: its position, or else the words it quotes.

Imports offsets. The model counts code points; programs that run in browsers count UTF-16 units, so
that what gives back the quoted words wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from annotator.formats.offsets import Offsets
from annotator.formats.w3c_rules import objects, strings

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]
_DEEPEST = 20


class Pointer(Struct, frozen=True):
    """What selectors say: a position, and the words there with those around them.

    Neither: they are of another kind.
    """

    position: Span | None = None
    exact: str | None = None
    prefix: str = ""
    suffix: str = ""


def pointer_of(selectors: object) -> Pointer:
    """What the selectors of a target say that can be told of a text.

    A position within a part that another selector chooses says nothing here; a quotation does.
    """
    position, quote = None, Pointer()
    for depth, each in _chain(selectors):
        kinds = strings(each.get("type"))
        start, end = each.get("start"), each.get("end")
        if "TextPositionSelector" in kinds and isinstance(start, int) and isinstance(end, int):
            position = (start, end) if depth == 0 else position
        exact = each.get("exact")
        if "TextQuoteSelector" in kinds and isinstance(exact, str) and exact:
            around = (each.get(key) for key in ("prefix", "suffix"))
            prefix, suffix = (words if isinstance(words, str) else "" for words in around)
            quote = Pointer(None, exact, prefix, suffix)
    return Pointer(position, quote.exact, quote.prefix, quote.suffix)


def _chain(selectors: object, depth: int = 0) -> Iterator[tuple[int, dict[str, object]]]:
    """All selectors, and those that refine them, with how many they refine."""
    for each in objects(selectors):
        if isinstance(each, dict):
            yield depth, each
            if depth < _DEEPEST:
                yield from _chain(each.get("refinedBy"), depth + 1)


class PointedText:
    """One text that selectors point into."""

    def __init__(self, text: str):
        self.text = text
        self._offsets: Offsets | None = None

    def place(self, pointer: Pointer) -> Span | None:
        """The place in code points; None where it cannot be told."""
        for start, end in self._positions(pointer):
            if 0 <= start < end <= len(self.text) and self._is_quoted(start, end, pointer.exact):
                return start, end
        if pointer.exact is None:
            return None
        around = (pointer.prefix, pointer.suffix)
        return self._only(pointer.exact) or self._only(pointer.exact, *around)

    def _positions(self, pointer: Pointer) -> Iterator[Span]:
        if pointer.position is None:
            return
        yield pointer.position
        if pointer.exact is not None:
            if self._offsets is None:
                self._offsets = Offsets(self.text)
            start, end = pointer.position
            yield self._offsets.to_code_points(start), self._offsets.to_code_points(end)

    def _is_quoted(self, start: int, end: int, exact: str | None) -> bool:
        """White space may differ: programs write a line end as a space."""
        words = self.text[start:end]
        return exact is None or words == exact or words.split() == exact.split() != []

    def _only(self, exact: str, prefix: str = "", suffix: str = "") -> Span | None:
        """Where the words stand, if they do so once, between these others."""
        whole = prefix + exact + suffix
        found = self.text.find(whole)
        if found < 0 or self.text.find(whole, found + 1) >= 0:
            return None
        start = found + len(prefix)
        return start, start + len(exact)
