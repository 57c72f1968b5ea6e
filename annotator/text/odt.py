"""OpenDocument texts (ODT): paragraphs, headings, lists, tables and notes in reading order.

Knows how a text document of LibreOffice writes its words. Imports `errors`, `model` and its
siblings; lxml inside functions, in another process.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from annotator.errors import ImportFailed
from annotator.text.archives import Archive
from annotator.text.blocks import Block, Reading
from annotator.text.docx_parts import Element, Style, named_style, properties_in, tree_of_part
from annotator.text.docx_text import Properties, Text, articles, with_title
from annotator.text.extras import require
from annotator.text.worker import run_limited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.model import Article

IMPORTER = "odt"
IMPORTER_VERSION = 1
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _OFFICE, _STYLE = (f"{{{_OASIS}{name}:1.0}}" for name in ("text", "office", "style"))
_SVG = f"{{{_OASIS}svg-compatible:1.0}}"
_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_LEFT_OUT = {
    f"{_TEXT}tracked-changes": "deletions",
    f"{_OFFICE}annotation": "comments",
    f"{_TEXT}note-citation": "",
    f"{_TEXT}ruby-text": "",
    f"{_TEXT}sequence-decls": "",
    f"{_SVG}title": "",
    f"{_SVG}desc": "",
    f"{_OFFICE}forms": "",
    f"{_TEXT}hidden-text": "hidden",
}
_CHARACTERS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n", f"{_TEXT}s": " "}
_IN_BODY = frozenset({f"{_TEXT}list-item", f"{{{_OASIS}table:1.0}}table-cell"})
_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1_000
_MOST_PARENTS = 20


def read(content: bytes, *, file_name: str, lang: str | None = None) -> list[Article]:
    """The article of an OpenDocument text; several where it is a download of an archive of news.

    Raises:
        ImportFailed: lxml is missing, the file is locked, damaged or unsafe, or there is no text.
    """
    require("lxml", extra="docx", form="OpenDocument (ODT)")
    reading = Reading(
        file_name=file_name,
        content=content,
        media_type="application/vnd.oasis.opendocument.text",
        importer=IMPORTER,
        version=IMPORTER_VERSION,
        lang=lang,
    )
    return articles(run_limited(text_of, content), reading)


def text_of(content: bytes) -> Text:
    """The text of an OpenDocument file. Called in another process."""
    with Archive(content) as archive:
        if "META-INF/manifest.xml" in archive and _is_locked(archive):
            raise ImportFailed(
                "the file is locked with a password",
                remedy="open it with the password, save it without one, and import that",
            )
        root = tree_of_part(archive, "content.xml")
        trees = [root]
        if "styles.xml" in archive:
            trees.append(tree_of_part(archive, "styles.xml"))
        about = Properties()
        if "meta.xml" in archive:
            about = properties_in(next(iter(tree_of_part(archive, "meta.xml")), root))
    walk = _Walk(_styles(trees))
    body = root.find(f"{_OFFICE}body")
    blocks = with_title(list(walk.blocks(root if body is None else body)))
    return Text((*blocks, *walk.notes), about, dict(+walk.counts))


def _is_locked(archive: Archive) -> bool:
    manifest = tree_of_part(archive, "META-INF/manifest.xml")
    return any("encryption-data" in str(each.tag) for each in manifest.iter())


def _styles(trees: list[Element]) -> dict[str, Style]:
    """What the styles of paragraphs say; one made by hand says what its parent does."""
    parents: dict[str, str] = {}
    for tree in trees:
        for each in tree.iter(f"{_STYLE}style"):
            parents[each.get(f"{_STYLE}name", "")] = each.get(f"{_STYLE}parent-style-name", "")
    return {name: style for name in parents if (style := _style(name, parents))}


def _style(name: str, parents: dict[str, str]) -> Style | None:
    at = name
    for _ in range(_MOST_PARENTS):
        if style := named_style(_NAMES.get(at, at).replace("_20_", " "), 0):
            return style
        at = parents.get(at, "")
    return None


# LibreOffice's own names where they differ from Word's.
_NAMES = {
    "Quotations": "quote",
    "Illustration": "caption",
    "Figure": "caption",
    "Table": "caption",
    "Drawing": "caption",
    "Text_20_body": "",
}


def _run_together(text: str | None) -> str:
    """White space runs together; what is meant has elements of its own."""
    return _SPACE.sub(" ", text or "")


class _Walk:
    """Goes through a document; gathers a paragraph's words until it ends."""

    def __init__(self, styles: dict[str, Style]):
        self.counts: Counter[str] = Counter()
        self.notes: list[Block] = []
        self._styles = styles
        self._open: list[tuple[Style, list[str], list[tuple[Block, int]]]] = []
        self._within = 0
        self._in_note = 0

    def blocks(self, root: Element) -> Iterator[tuple[Block, int]]:
        """The paragraphs with the levels of their headings; frames follow what they hang on."""
        from lxml.etree import iterwalk

        walker = iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if element.tag in _LEFT_OUT:
                    walker.skip_subtree()
                else:
                    self._enter(element)
            else:
                yield from self._leave(element)

    def _enter(self, element: Element) -> None:
        tag = element.tag
        self._within += tag in _IN_BODY
        self._in_note += tag == f"{_TEXT}note"
        if tag in _PARAGRAPHS:
            self._open.append((self._style(element), [_run_together(element.text)], []))
        elif self._open:
            count = element.get(f"{_TEXT}c", "1")
            n = min(int(count), _MOST_SPACES) if count.isdecimal() else 1
            self._open[-1][1].append(_CHARACTERS.get(tag, "") * n + _run_together(element.text))

    def _leave(self, element: Element) -> Iterator[tuple[Block, int]]:
        tag = element.tag
        self._within -= tag in _IN_BODY
        if tag == f"{_TEXT}note":
            self._in_note -= 1
            self.counts[f"{element.get(f'{_TEXT}note-class', 'footnote')}s"] += 1
        if tag in _LEFT_OUT:
            self._count(element)
        if tag in _PARAGRAPHS:
            yield from self._ended()
        if self._open:
            self._open[-1][1].append(_run_together(element.tail))

    def _count(self, element: Element) -> None:
        name = _LEFT_OUT[element.tag]
        if name != "deletions":
            self.counts[name] += name != ""
            return
        for change in ("insertion", "deletion"):
            self.counts[f"{change}s"] += sum(1 for _ in element.iter(f"{_TEXT}{change}"))

    def _ended(self) -> Iterator[tuple[Block, int]]:
        style, parts, within = self._open.pop()
        block = Block("".join(parts), style.kind)
        if self._in_note:
            self.notes.append(Block(block.text, block.kind or "body"))
        elif self._open:
            self._open[-1][2].extend([(block, style.level), *within])
        else:
            yield block, style.level
            yield from within

    def _style(self, element: Element) -> Style:
        if element.tag == f"{_TEXT}h":
            level = element.get(f"{_TEXT}outline-level", "1")
            return Style("heading", int(level) if level.isdecimal() else 1)
        name = element.get(f"{_TEXT}style-name", "")
        style = self._styles.get(name) or _style(name, {})
        return style or Style("body" if self._within else None)
