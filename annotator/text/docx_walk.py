"""The text of a Word file (DOCX) in reading order: a walk through the tree of a part.

Knows which elements are text, which say what a paragraph is, and which a reader of the file does
not see. Imports `model` and its siblings; lxml's trees are handed in.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from annotator.text.blocks import Block
from annotator.text.docx_parts import (
    Element,
    Style,
    attribute,
    child,
    is_on,
    outline_level,
    qualified,
    value_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# What is not there once all changes are accepted, what is said beside the text, and properties.
_LEFT_OUT = frozenset(
    [
        "w:del",
        "w:moveFrom",
        "w:pPr",
        "w:rPr",
        "w:tblPr",
        "w:trPr",
        "w:tcPr",
        "w:sectPr",
        "w:sdtPr",
        "w:rt",
        "w:instrText",
        "w:delText",
        "w:fldData",
    ]
)
_COUNTED = {
    "w:ins": "insertions",
    "w:moveTo": "moves",
    "w:del": "deletions",
    "w:altChunk": "embedded",
    # Only its font knows which sign is meant.
    "w:sym": "symbols",
}
_CHARACTERS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
_NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}
_BRANCHES = frozenset({"mc:Choice", "mc:Fallback"})
_WORDS = frozenset({"w:t", "m:t"})


class Passage(Struct):
    """A paragraph that is being read; `within` are those of text boxes that hang on it."""

    style: Style
    parts: list[str]
    within: list[Block]
    # Its end mark is deleted: the next paragraph goes on with it.
    goes_on: bool


class Walk:
    """Goes through the parts of one file.

    `counts` has what was taken or left out, by name; `notes` the foot- and endnotes referred to,
    in order.
    """

    def __init__(self, styles: Mapping[str, Style]):
        self.counts: Counter[str] = Counter()
        self.notes: list[tuple[str, str]] = []
        self._styles = styles
        self._open: list[Passage] = []
        self._held: list[str] = []
        self._cells = 0

    def blocks(self, root: Element) -> Iterator[tuple[Block, int]]:
        """The paragraphs under an element, each with the level of its heading or 0.

        Those of text boxes follow the paragraph that the box hangs on.
        """
        from lxml.etree import iterwalk

        walker = iterwalk(root, events=("start", "end"))
        for event, element in walker:
            name = qualified(element)
            if event == "end":
                yield from self._leave(name)
            elif self._is_left_out(element, name):
                walker.skip_subtree()
            else:
                self._enter(element, name)
        yield Block("".join(self._held)), 0
        self._held = []

    def _is_left_out(self, element: Element, name: str) -> bool:
        if name in _COUNTED:
            self.counts[_COUNTED[name]] += 1
        if name in _BRANCHES:
            return element is not _branch(element.getparent())
        if name == "w:sdtContent":
            return is_on(child(element.getparent(), "w:sdtPr", "w:showingPlcHdr"))
        if name == "w:r" and is_on(child(element, "w:rPr", "w:vanish")):
            self.counts["hidden"] += 1
            return True
        return name in _LEFT_OUT

    def _enter(self, element: Element, name: str) -> None:
        if name == "w:p":
            self._begin(child(element, "w:pPr"))
        elif name == "w:tc":
            self._cells += 1
        elif name in _NOTES:
            self.notes.append((_NOTES[name], attribute(element, "id") or ""))
        elif self._open:
            self._open[-1].parts.append(_words(element, name))

    def _begin(self, properties: Element | None) -> None:
        mark = child(properties, "w:rPr")
        goes_on = child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None
        self._open.append(Passage(self._style(properties), self._held, [], goes_on))
        self._held = []

    def _style(self, properties: Element | None) -> Style:
        """What a paragraph's own level, its style, or its place in a list or table says of it."""
        if level := outline_level(properties):
            return Style("heading", level)
        style = self._styles.get(value_of(child(properties, "w:pStyle")) or "", Style())
        if style.kind is None and (self._cells or child(properties, "w:numPr") is not None):
            return Style("body")
        return style

    def _leave(self, name: str) -> Iterator[tuple[Block, int]]:
        if name == "w:tc":
            self._cells -= 1
        if name != "w:p":
            return
        passage = self._open.pop()
        if passage.goes_on and not passage.within:
            self._held = passage.parts
            return
        block = Block("".join(passage.parts), passage.style.kind)
        found = [(block, passage.style.level), *((each, 0) for each in passage.within)]
        if self._open:
            self._open[-1].within.extend(each for each, _ in found)
        else:
            yield from found


def _words(element: Element, name: str) -> str:
    """What an element puts into the text."""
    return (element.text or "") if name in _WORDS else _CHARACTERS.get(name, "")


def _branch(alternatives: Element) -> Element:
    """Of several forms of the same thing the first one that has words, else the first."""
    branches = [each for each in alternatives if qualified(each) in _BRANCHES]
    return next((each for each in branches if _has_words(each)), branches[0])


def _has_words(element: Element) -> bool:
    return any(qualified(each) in _WORDS for each in element.iter())
