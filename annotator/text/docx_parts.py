"""What a Word file (DOCX) is inside: parts that refer to each other, styles, properties.

Also the safe reading of any XML part of an archive. Imports `errors`, `model` and its siblings;
lxml inside functions. Nothing outside the archive is ever opened.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from annotator.model import Candidate, Kind
from annotator.text.archives import Archive, damaged
from annotator.text.blocks import cleaned, language_of
from annotator.text.docx_text import Properties

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# An element of lxml, which has no types.
Element = Any

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_MATHS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_PREFIXES = {
    **dict.fromkeys(_WORD, "w"),
    **dict.fromkeys(_MATHS, "m"),
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
_FALSE = frozenset({"0", "false", "off", "none"})
# Names of Word's own styles, which are the same in every language of Word.
_KINDS: dict[str, Kind] = {
    "title": "title",
    "subtitle": "heading",
    "quote": "quote",
    "intense quote": "quote",
    "block text": "quote",
    "caption": "caption",
    "list paragraph": "body",
    "body text": "body",
}
_HEADING = re.compile(r"heading ([1-9])")
_HEADING_LEVELS = 9
_MOST_PARENTS = 20


class Style(Struct, frozen=True):
    """What a style says of its paragraphs: their kind, and the level of a heading from 1."""

    kind: Kind | None = None
    level: int = 0


def tree_of_part(archive: Archive, name: str) -> Element:
    """The tree of an XML part: no entities, no network, no document type, no huge trees.

    Raises:
        ImportFailed: the part is missing, damaged, nested too deep, or has a document type.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(archive.read(name), parser)
    except etree.XMLSyntaxError as error:
        raise damaged(str(error), name) from None
    if root.getroottree().docinfo.doctype:
        raise damaged("a document type, which such files never have", name)
    return root


def qualified(element: Element) -> str:
    """An element's name as Word's own texts write it (`w:p`); empty for what is foreign here."""
    namespace, _, name = element.tag[1:].rpartition("}")
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{name}" if prefix else ""


def attribute(element: Element, name: str) -> str | None:
    """An attribute of Word's, in either of its namespaces."""
    found = (element.get(f"{{{namespace}}}{name}") for namespace in _WORD)
    return next((value for value in found if value is not None), None)


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of names; None where there is none."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if qualified(each) == name), None)
    return element


def is_on(element: Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return element is not None and (attribute(element, "val") or "").lower() not in _FALSE


def main_part(archive: Archive) -> str:
    """The name of the part that holds the text."""
    parts = _related(archive, "")
    return next((name for kind, name in parts if kind == "officeDocument"), "word/document.xml")


def parts_of(archive: Archive, main: str) -> dict[str, str]:
    """The parts that the text refers to, by what they are (`styles`, `footnotes` ...)."""
    return {kind: name for kind, name in _related(archive, main) if name in archive}


def count_of(archive: Archive, main: str, kinds: tuple[str, ...]) -> int:
    """How many parts of these kinds the text refers to."""
    return sum(kind in kinds for kind, _ in _related(archive, main))


def _related(archive: Archive, source: str) -> Iterator[tuple[str, str]]:
    folder, name = posixpath.split(source)
    listing = posixpath.join(folder, "_rels", f"{name}.rels")
    if listing not in archive:
        return
    for each in tree_of_part(archive, listing):
        target = each.get("Target") or ""
        if each.get("TargetMode") != "External" and target:
            place = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield (each.get("Type") or "").rpartition("/")[2], place


def styles_in(root: Element) -> dict[str, Style]:
    """The paragraph styles by their ids; one that says nothing is what it is based on."""
    listed = {
        attribute(each, "styleId") or "": each for each in root if qualified(each) == "w:style"
    }
    return {name: _style(name, listed) for name in listed}


def _style(name: str, listed: Mapping[str, Element]) -> Style:
    at: str | None = name
    for _ in range(_MOST_PARENTS):
        element = listed.get(at or "")
        if element is None:
            break
        if (style := _own(element)) is not None:
            return style
        at = value_of(child(element, "w:basedOn"))
    return Style()


def _own(element: Element) -> Style | None:
    """What a style's own name or its level in the outline says."""
    level = outline_level(child(element, "w:pPr"))
    return named_style(value_of(child(element, "w:name")) or "", level)


def named_style(name: str, level: int) -> Style | None:
    """What a name of a style and its level in the outline (0 for text) say; None for nothing."""
    if found := _HEADING.fullmatch(name.strip().lower()):
        return Style("heading", int(found[1]))
    if kind := _KINDS.get(name.strip().lower()):
        return Style(kind)
    return Style("heading", level) if level else None


def outline_level(properties: Element | None) -> int:
    """The level of a heading, from 1; 0 for text."""
    value = value_of(child(properties, "w:outlineLvl")) or ""
    level = int(value) + 1 if re.fullmatch("[0-9]", value) else 0
    return level if level <= _HEADING_LEVELS else 0


def value_of(element: Element | None) -> str | None:
    """The `w:val` of an element."""
    return None if element is None else attribute(element, "val")


def properties_in(root: Element) -> Properties:
    """What the file says of itself: who wrote it and its title as proposals, the rest by name.

    When it was first saved is no date of publication, and is kept under its name alone.
    """
    candidates: list[Candidate] = []
    meta: dict[str, str] = {}
    for element in root:
        name = element.tag.rpartition("}")[2]
        words = " ".join(cleaned(element.text or "")[0].split())
        if not words:
            continue
        if name == "title":
            candidates.append(Candidate("title", words, words))
        elif name in {"creator", "initial-creator"}:
            candidates.append(Candidate("author", words, words))
        elif name == "language" and (language := language_of(words)):
            candidates.append(language)
        elif name in _KEPT:
            meta[name] = words
    return Properties(tuple(dict.fromkeys(candidates)), meta)


_KEPT = frozenset(
    {"created", "modified", "creation-date", "date", "subject", "keywords", "keyword", "category"}
)
