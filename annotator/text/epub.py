"""Electronic books (EPUB 2 and 3): one article a chapter, in the order of the spine.

Knows where the package lists its chapters and what it says of the book. Imports `errors`, `model`
and its siblings; lxml inside functions. Nothing outside the archive is ever opened.
"""

from __future__ import annotations

import posixpath
import re
from html.entities import html5
from typing import TYPE_CHECKING
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from annotator.errors import ImportFailed
from annotator.model import Article, Candidate, Remark
from annotator.text.archives import Archive, damaged
from annotator.text.blocks import Block, Reading, article_of, language_of
from annotator.text.extras import require
from annotator.text.html import decoded_page, tree_of
from annotator.text.page_blocks import Piece, heading_rank, local_name, pieces_of
from annotator.text.page_metadata import iso_date
from annotator.text.worker import run_limited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.text.page_blocks import Element

IMPORTER = "epub"
IMPORTER_VERSION = 1

# A title further down heads a part of the chapter.
_NEAR_THE_TOP = 3
_CONTAINER = "META-INF/container.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)


class Chapter(Struct, frozen=True):
    """A chapter: where it stands in the archive, its pieces, and which of them is its title."""

    name: str
    pieces: tuple[Piece, ...]
    title_at: int | None


class Book(Struct, frozen=True):
    """What the package says of the book, its chapters, and how many of them have no text."""

    candidates: tuple[Candidate, ...]
    chapters: tuple[Chapter, ...]
    n_empty: int


def read(content: bytes, *, file_name: str, lang: str | None = None) -> list[Article]:
    """The chapters of a book; those without text (covers, pictures) are counted and left out.

    Raises:
        ImportFailed: no such archive, unsafe, without a spine or without text.
    """
    require("lxml", extra="html", form="EPUB")
    book = run_limited(book_of, content)
    if not book.chapters:
        raise ImportFailed("there is no text in it", remedy="check that the right file was chosen")
    return [
        _article(
            book,
            part,
            Reading(
                file_name=file_name,
                content=content,
                media_type="application/epub+zip",
                importer=IMPORTER,
                version=IMPORTER_VERSION,
                lang=lang,
                part=part,
            ),
        )
        for part in range(len(book.chapters))
    ]


def book_of(content: bytes) -> Book:
    """A book's chapters in order. Called in another process."""
    with Archive(content) as archive:
        package_name = _package_name(archive)
        package = _xml(archive, package_name)
        chapters = [_chapter(archive, name) for name in _spine(package, package_name)]
    return Book(
        candidates=tuple(_candidates(package)),
        chapters=tuple(chapter for chapter in chapters if chapter.pieces),
        n_empty=sum(not chapter.pieces for chapter in chapters),
    )


def _article(book: Book, part: int, reading: Reading) -> Article:
    chapter = book.chapters[part]
    kinds = [piece.kind for piece in chapter.pieces]
    candidates = list(book.candidates)
    if chapter.title_at is not None:
        kinds[chapter.title_at] = "title"
        words = chapter.pieces[chapter.title_at].text
        candidates.insert(0, Candidate("title", " ".join(words.split()), words))
    blocks = [Block(piece.text, kind) for piece, kind in zip(chapter.pieces, kinds, strict=True)]
    step = {"step": "chapter", "member": chapter.name, "number": part + 1}
    reading = replace(
        reading,
        candidates=tuple(candidates),
        remarks=tuple(_remarks(book)) if part == 0 else (),
        steps=(step,),
    )
    title = next((each.value for each in book.candidates if each.field == "title"), "")
    return replace(article_of(blocks, reading), meta={"book": title} if title else {})


def _remarks(book: Book) -> Iterator[Remark]:
    if book.n_empty:
        yield Remark(
            slug="chapters_without_text",
            template="chapters without text (covers, pictures), left out: {n}",
            values={"n": book.n_empty},
        )


def _package_name(archive: Archive) -> str:
    container = _xml(archive, _CONTAINER)
    for element in container.iter():
        if local_name(element) == "rootfile" and element.get("full-path"):
            return str(element.get("full-path"))
    raise _no_spine()


def _spine(package: Element, package_name: str) -> Iterator[str]:
    """The names of the chapters in reading order."""
    folder = posixpath.dirname(package_name)
    pages = {
        element.get("id"): posixpath.normpath(
            posixpath.join(folder, unquote((element.get("href") or "").partition("#")[0]))
        )
        for element in package.iter()
        if local_name(element) == "item" and element.get("media-type") in _PAGES
    }
    wanted = [each.get("idref") for each in package.iter() if local_name(each) == "itemref"]
    if not wanted:
        raise _no_spine()
    return (pages[name] for name in wanted if name in pages)


def _chapter(archive: Archive, name: str) -> Chapter:
    if name not in archive:
        raise ImportFailed(
            "the chapter {name}, which its list names, is not in the archive",
            remedy="get a whole copy of it",
            name=name,
        )
    pieces = tuple(pieces_of(_page(archive.read(name))))
    first = min((heading_rank(piece) for piece in pieces if heading_rank(piece)), default=0)
    titles = [place for place, piece in enumerate(pieces) if heading_rank(piece) == first and first]
    return Chapter(name, pieces, titles[0] if titles and titles[0] <= _NEAR_THE_TOP else None)


def _page(content: bytes) -> Element:
    """A chapter's tree: XHTML as XML, for empty elements mean something else in HTML."""
    from lxml import etree

    text = _DECLARATION.sub("", decoded_page(content).text)
    known = _ENTITY.sub(_character, _DOCTYPE.sub("", text, count=1))
    try:
        return etree.fromstring(known.encode(), _safe_parser())
    except etree.XMLSyntaxError:
        root = tree_of(text)
        return etree.Element("html") if root is None else root


def _character(found: re.Match[str]) -> str:
    """The character of a name that HTML has and XML has not."""
    name = found[1]
    return found[0] if name in _OF_XML else html5.get(f"{name};", found[0])


def _xml(archive: Archive, name: str) -> Element:
    from lxml import etree

    try:
        return etree.fromstring(archive.read(name), _safe_parser())
    except etree.XMLSyntaxError as error:
        raise damaged(str(error), name) from None


def _safe_parser() -> Element:
    """A parser that opens nothing, expands no entities of the file, and knows no huge trees."""
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )


def _candidates(package: Element) -> Iterator[Candidate]:
    """What the package says of the book; its chapters have titles of their own."""
    for element in package.iter():
        words = " ".join((element.text or "").split())
        if not words:
            continue
        tag = local_name(element)
        if tag == "title":
            yield Candidate("title", words, words)
        elif tag == "creator":
            yield Candidate("author", words, words)
        elif tag == "date" and (date := iso_date(words)):
            yield Candidate("published_on", date, words)
        elif tag == "language" and (language := language_of(words)):
            yield language


def _no_spine() -> ImportFailed:
    return ImportFailed(
        "it names no chapters, as every EPUB must", remedy="check it with the program that made it"
    )
