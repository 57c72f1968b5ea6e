"""A page's tree to pieces of text, in reading order, each with what the page says it is.

Knows which HTML elements begin a new piece, which hold no text for readers, and how white space
runs together; changes nothing else. Imports `model` and its siblings; lxml's trees are handed in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from annotator.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

# An element of lxml, which has no types.
Element = Any

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_UNSEEN = frozenset(
    [
        "applet",
        "area",
        "audio",
        "base",
        "button",
        "canvas",
        "datalist",
        "embed",
        "frame",
        "head",
        "iframe",
        "input",
        "link",
        "map",
        "math",
        "meta",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "param",
        "picture",
        "rp",
        "rt",
        "script",
        "select",
        "source",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "track",
        "video",
    ]
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(_HEADINGS, "heading"),
    "figcaption": "caption",
    "caption": "caption",
    "blockquote": "quote",
    "li": "body",
    "td": "body",
    "th": "body",
    "dd": "body",
}
_SPACE = re.compile(r"[ \t\n\r\f]+")
_AROUND_A_BREAK = re.compile(r" *\n *")
_NOT_SHOWN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BREAK = "\n"


class Piece(Struct, frozen=True):
    """A piece of text; `tag` is the nearest element that says what it is, `kind` what that means.

    `linked` is the share of its letters that stand in links.
    """

    text: str
    tag: str
    kind: Kind | None
    linked: float = 0.0


def pieces_of(root: Element) -> Iterator[Piece]:
    """The pieces of text under an element, in order; those without a word are left out.

    Single line breaks stay inside a piece; blank lines are where the page has several breaks.
    """
    walk = _Walk()
    yield from walk.pieces(root)


def heading_rank(piece: Piece) -> int:
    """1 to 6 for a heading, 0 for anything else."""
    return int(piece.tag[1]) if piece.tag in _HEADINGS else 0


class _Walk:
    """Goes through a tree and gathers text until a block begins or ends."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._parts: list[str] = []
        self._n_linked = 0
        self._links = 0
        self._verbatim = 0
        self._unseen = 0

    def pieces(self, root: Element) -> Iterator[Piece]:
        from lxml.etree import iterwalk

        for event, element in iterwalk(root, events=("start", "end")):
            tag = local_name(element)
            if tag in _BLOCKS:
                yield from self._flushed()
            if event == "start":
                self._enter(element, tag)
            else:
                self._leave(element, tag)
        yield from self._flushed()

    def _enter(self, element: Element, tag: str) -> None:
        self._unseen += self._unseen > 0 or tag in _UNSEEN or _is_hidden(element)
        self._links += tag == "a"
        self._verbatim += tag == "pre"
        if tag in _BLOCKS:
            self._open.append(tag)
        if tag == "br":
            self._add(_BREAK, is_break=True)
        self._add(element.text)

    def _leave(self, element: Element, tag: str) -> None:
        if tag in _BLOCKS:
            self._open.pop()
        self._unseen -= self._unseen > 0
        self._links -= tag == "a"
        self._verbatim -= tag == "pre"
        self._add(element.tail)

    def _add(self, text: str | None, *, is_break: bool = False) -> None:
        if not text or self._unseen:
            return
        if not is_break and not self._verbatim:
            text = _SPACE.sub(" ", text)
        self._parts.append(text)
        if self._links:
            self._n_linked += len(text.strip())

    def _flushed(self) -> Iterator[Piece]:
        text = "".join(self._parts)
        if not self._verbatim:
            text = _AROUND_A_BREAK.sub("\n", _runs_together(text))
        text = text.strip()
        n_linked, self._n_linked, self._parts = self._n_linked, 0, []
        if text:
            tag = self._tag()
            yield Piece(text, tag, _KINDS.get(tag), min(1.0, n_linked / len(text)))

    def _tag(self) -> str:
        """The innermost element that says what its text is; quotations go before their parts."""
        if "blockquote" in self._open:
            return "blockquote"
        telling = (tag for tag in reversed(self._open) if tag in _KINDS or tag in {"p", "pre"})
        return next(telling, "div")


def _runs_together(text: str) -> str:
    """Spaces of neighbouring elements run together, as they do on a screen."""
    return re.sub(r" {2,}", " ", text)


def _is_hidden(element: Element) -> bool:
    return "hidden" in element.attrib or bool(_NOT_SHOWN.search(element.get("style") or ""))


def local_name(element: Element) -> str:
    """An element's name in small letters, without its namespace; empty for what is none."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
