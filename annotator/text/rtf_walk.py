"""The text of an RTF file: a walk through its groups, control words and bytes.

Knows which groups are text and in which encoding their bytes are. Imports its siblings.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from annotator.text.blocks import Block
from annotator.text.docx_parts import Style, named_style
from annotator.text.rtf_codes import (
    CHARACTERS,
    CHARSETS,
    DEFAULT_PAGES,
    LEFT_OUT,
    PAGES,
    PARAGRAPH_ENDS,
    SEEN,
    SYMBOLS,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})? ?|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<symbol>[^a-zA-Z])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
_LEVELS = 9
# Groups whose words are kept by name.
_ABOUT = {"title": "title", "author": "author", "subject": "subject", "keywords": "keywords"}


class Group(Struct, frozen=True):
    """What holds within a pair of braces.

    `into` says where words go: `text`, a note, a table at the head of the file, or nowhere.
    """

    into: str = "text"
    font: int = -1
    skips: int = 1
    is_hidden: bool = False
    is_deleted: bool = False
    is_starred: bool = False


class Lines(Struct):
    """Paragraphs that are being gathered: the text's, or those of a note or a text box."""

    style: Style | None
    parts: list[str]
    found: list[tuple[Block, int]]
    in_table: bool = False


class Walk:
    """Goes through a file; afterwards `blocks`, `notes`, `about` and `counts` hold what it found.

    `depth` is how many groups were still open at the end.
    """

    def __init__(self) -> None:
        self.blocks: list[tuple[Block, int]] = []
        self.notes: list[Block] = []
        self.about: dict[str, str] = {}
        self.counts: Counter[str] = Counter()
        self._group = Group()
        self._outer: list[tuple[Group, Lines]] = []
        self._lines = Lines(None, [], self.blocks)
        self._styles: dict[int, Style] = {}
        self._style = (0, 0)
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._default_font = -1
        self._bytes = bytearray()
        self._to_skip = 0
        self._note_kind = "footnotes"

    @property
    def depth(self) -> int:
        """How many groups are open."""
        return len(self._outer)

    def go(self, text: str) -> None:
        """Walk through a file, whose bytes are the characters of this text."""
        at = 0
        while at < len(text) and (found := _TOKEN.match(text, at)):
            at = found.end()
            if found["word"] == "bin":
                at += max(0, int(found["number"] or 0))
            else:
                self._take(found)
            if found["brace"] == "}" and not self._outer:
                break
        self._end_paragraph()

    def _take(self, found: re.Match[str]) -> None:
        if found["text"] is not None:
            self._put_bytes(found["text"].encode("latin-1"))
        elif found["byte"] is not None:
            self._put_bytes(bytes.fromhex(found["byte"]))
        elif found["word"] is not None:
            self._to_skip = 0
            self._flush()
            self._word(found["word"], found["number"])
        elif found["symbol"] is not None:
            self._flush()
            self._symbol(found["symbol"])
        elif found["brace"] is not None:
            self._to_skip = 0
            self._flush()
            self._open() if found["brace"] == "{" else self._close()

    # ---------------------------------------------------------------- groups

    def _open(self) -> None:
        self._outer.append((self._group, self._lines))
        self._group = replace(self._group, is_starred=False)
        if self._group.into == "stylesheet":
            self._group = replace(self._group, into="style")
            self._style = (0, 0)
            self._lines = Lines(None, [], [])

    def _close(self) -> None:
        group, lines = self._group, self._lines
        outer, outer_lines = self._outer.pop()
        if group.into == "style" and outer.into == "stylesheet":
            name = "".join(lines.parts).partition(";")[0]
            number, level = self._style
            if style := named_style(name, level):
                self._styles[number] = style
        elif lines is not outer_lines:
            self._end_paragraph()
            self._keep(group.into, lines.found)
        self._group, self._lines = outer, outer_lines

    def _keep(self, into: str, found: list[tuple[Block, int]]) -> None:
        """What was gathered in a group of its own."""
        if into == "box":
            self.blocks.extend(found)
        elif into == "note":
            self.counts[self._note_kind] += 1
            self.notes.extend(Block(block.text, block.kind or "body") for block, _ in found)
        elif words := " ".join(block.text.strip() for block, _ in found).strip():
            self.about.setdefault(into, words)

    def _into(self, into: str, *, apart: bool = False) -> None:
        self._group = replace(self._group, into=into)
        if apart:
            self._lines = Lines(None, [], [])

    # ---------------------------------------------------------------- words

    def _word(self, word: str, number: str | None) -> None:
        value = int(number) if number is not None else None
        if self._group.is_starred:
            self._group = replace(self._group, is_starred=False)
            self._into(self._group.into if word in SEEN else "nowhere")
        if word in _DESTINATIONS or word in LEFT_OUT or word in _ABOUT:
            self._destination(word)
        elif word in _SETTINGS:
            _SETTINGS[word](self, value)
        elif word in CHARACTERS:
            self._put(CHARACTERS[word])
        elif word in PARAGRAPH_ENDS and self._is_seen:
            self._end_paragraph()
        elif word in DEFAULT_PAGES:
            self._page = DEFAULT_PAGES[word]

    def _destination(self, word: str) -> None:
        if self._group.into == "nowhere":
            return
        if word in _ABOUT:
            if self._group.into == "info":
                self._into(_ABOUT[word], apart=True)
        elif word in LEFT_OUT:
            self.counts["margins"] += word.startswith(("header", "footer"))
            self._into("nowhere")
        else:
            into = _DESTINATIONS[word]
            self._note_kind = "footnotes"
            self._into(into, apart=into in {"note", "box"})

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._group = replace(self._group, is_starred=True)
        elif symbol in "\r\n" and self._is_seen:
            self._end_paragraph()
        else:
            self._put(SYMBOLS.get(symbol, ""))

    # ---------------------------------------------------------------- text

    @property
    def _is_seen(self) -> bool:
        return self._group.into not in {"nowhere", "fonttbl", "stylesheet", "info", "style"}

    def _put_bytes(self, content: bytes) -> None:
        """Bytes of text, without those that stand in for a character by its number."""
        n = min(self._to_skip, len(content))
        self._to_skip -= n
        self._bytes += content[n:]

    def _flush(self) -> None:
        if self._bytes:
            name = self._fonts.get(self._group.font, self._page)
            content, self._bytes = bytes(self._bytes), bytearray()
            self._put(content.decode(name, errors="replace"))

    def _put(self, text: str) -> None:
        group = self._group
        if group.is_deleted or group.is_hidden:
            return
        if self._is_seen or group.into == "style":
            self._lines.parts.append(text)

    def _end_paragraph(self) -> None:
        self._flush()
        lines = self._lines
        text = "".join(lines.parts)
        lines.parts = []
        # Halves of pairs come as two numbers.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        style = lines.style or Style("body" if lines.in_table else None)
        lines.found.append((Block(text, style.kind), style.level))

    # ---------------------------------------------------------------- settings

    def unicode(self, value: int | None) -> None:
        """A character by its number, with what stands in for it after it."""
        if value is not None:
            self._put(chr(value % 0x10000))
        self._to_skip = self._group.skips

    def skips(self, value: int | None) -> None:
        """How many bytes stand in for a character."""
        self._group = replace(self._group, skips=max(0, 1 if value is None else value))

    def font(self, value: int | None) -> None:
        """The font of what follows, or the one that a table tells of."""
        self._group = replace(self._group, font=value or 0)

    def charset(self, value: int | None) -> None:
        """The encoding of a font in the table."""
        if self._group.into == "fonttbl" and value in CHARSETS:
            self._fonts[self._group.font] = CHARSETS[value]

    def page(self, value: int | None) -> None:
        """The encoding of the file."""
        name = PAGES.get(str(value), f"cp{value}")
        try:
            codecs.lookup(name)
        except LookupError:
            return
        self._page = name

    def default_font(self, value: int | None) -> None:
        """The font of plain text."""
        self._default_font = value or 0
        self.plain(value)

    def plain(self, _: int | None) -> None:
        """Plain text again."""
        self._group = replace(
            self._group, font=self._default_font, is_hidden=False, is_deleted=False
        )

    def paragraph(self, _: int | None) -> None:
        """A paragraph without any properties."""
        self._lines.style, self._lines.in_table = None, False

    def style(self, value: int | None) -> None:
        """The style of a paragraph, or the one that the stylesheet tells of."""
        if self._group.into == "style":
            self._style = (value or 0, self._style[1])
        else:
            self._lines.style = self._styles.get(value or 0, self._lines.style)

    def level(self, value: int | None) -> None:
        """The level of a heading in the outline, from 0."""
        level = (value or 0) + 1
        if self._group.into == "style":
            self._style = (self._style[0], level if level <= _LEVELS else 0)
        elif level <= _LEVELS:
            self._lines.style = Style("heading", level)

    def table(self, _: int | None) -> None:
        """A paragraph in a table."""
        self._lines.in_table = True

    def hidden(self, value: int | None) -> None:
        """Text that is not seen."""
        self.counts["hidden"] += value != 0 and self._is_seen
        self._group = replace(self._group, is_hidden=value != 0)

    def deleted(self, value: int | None) -> None:
        """Text that a tracked change takes away."""
        self.counts["deletions"] += value != 0
        self._group = replace(self._group, is_deleted=value != 0)

    def inserted(self, value: int | None) -> None:
        """Text that a tracked change brings."""
        self.counts["insertions"] += value != 0

    def endnote(self, _: int | None) -> None:
        """That the note is an endnote."""
        self._note_kind = "endnotes"


_DESTINATIONS = {
    "fonttbl": "fonttbl",
    "stylesheet": "stylesheet",
    "info": "info",
    "footnote": "note",
    "shptxt": "box",
}
_SETTINGS: dict[str, Callable[[Walk, int | None], None]] = {
    "u": Walk.unicode,
    "uc": Walk.skips,
    "f": Walk.font,
    "fcharset": Walk.charset,
    "ansicpg": Walk.page,
    "deff": Walk.default_font,
    "plain": Walk.plain,
    "pard": Walk.paragraph,
    "s": Walk.style,
    "outlinelevel": Walk.level,
    "intbl": Walk.table,
    "v": Walk.hidden,
    "deleted": Walk.deleted,
    "revised": Walk.inserted,
    "ftnalt": Walk.endnote,
}
