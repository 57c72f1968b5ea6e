"""What a page says of itself in its head: candidates for title, author, outlet, date and so on.

Reads schema.org data (JSON-LD), Dublin Core, Open Graph and plain `meta` elements, in this order.
Imports `model` and its siblings; lxml's trees are handed in.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

import msgspec

from annotator.model import Candidate
from annotator.text.page_blocks import Element, local_name

if TYPE_CHECKING:
    from collections.abc import Iterator

Field = Literal["title", "author", "outlet", "published_on", "url", "lang"]

# Of each field, the names of `meta` elements that say it, the surest first.
_NAMES: dict[Field, tuple[str, ...]] = {
    "title": (
        *("jsonld:headline", "dc:title", "dcterms:title", "dcterm:title", "og:title"),
        *("title", "twitter:title", "parsely-title"),
    ),
    "author": (
        *("jsonld:author", "dc:creator", "dcterms:creator", "dcterm:creator", "author"),
        *("parsely-author", "article:author", "itemprop:author"),
    ),
    "outlet": ("jsonld:publisher", "og:site_name", "dc:publisher", "application-name"),
    "published_on": (
        *("jsonld:datepublished", "article:published_time", "parsely-pub-date", "dc:date"),
        *("dcterms:created", "dcterms:issued", "date", "itemprop:datepublished"),
    ),
    "url": ("link:canonical", "og:url", "jsonld:url"),
    "lang": ("html:lang", "og:locale", "content-language", "jsonld:inlanguage"),
}
_ARTICLES = re.compile(r"article|posting|report|review|webpage|opinion", re.IGNORECASE)
_DATE = re.compile(r"\s*(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])|\s*(\d{4})(\d\d)(\d\d)\s*$")
_VOCABULARY = re.compile(r"^(dc|dcterms?|og|twitter|article)[.-]")
_SEPARATOR = re.compile(r"\s+[|–—·»\\/>:-]+\s+")
_ADDRESS = re.compile(r"(?:https?:)?//|^www\.", re.IGNORECASE)
_MOST_JSON = 1_000_000
_LONG_VALUE = 500
_FEW_WORDS = 4


class Said(msgspec.Struct, frozen=True):
    """What a page says: by name of the `meta` element, its first value."""

    values: dict[str, str]
    document_title: str = ""

    def first(self, field: Field) -> Iterator[str]:
        """What it says for a field, the surest first."""
        return (self.values[name] for name in _NAMES[field] if name in self.values)


def said_by(root: Element) -> Said:
    """Everything that a page's elements say about it."""
    values: dict[str, str] = {}
    # Of two elements of one name, the property is of the vocabulary and the name by habit.
    for _, name, value in sorted(_all_said(root), key=itemgetter(0)):
        words = " ".join(value.split())
        if words and len(words) <= _LONG_VALUE:
            values.setdefault(_VOCABULARY.sub(r"\1:", name.strip().lower()), words)
    title = next((each for each in root.iter() if local_name(each) == "title"), None)
    words = "" if title is None else " ".join("".join(title.itertext()).split())
    return Said(values, words[:_LONG_VALUE])


def candidates_from(said: Said) -> list[Candidate]:
    """The best proposal for each field that the page says something for."""
    found = [
        _candidate("title", title_of(said)),
        _candidate("author", next((a for a in said.first("author") if _is_name(a)), None)),
        _candidate("outlet", next(said.first("outlet"), None)),
        *_date(said),
        _candidate("url", next((a for a in said.first("url") if _ADDRESS.match(a)), None)),
        _candidate("lang", next((a for a in said.first("lang")), None)),
    ]
    return [candidate for candidate in found if candidate]


def title_of(said: Said) -> str | None:
    """The title that the page gives, without the outlet's name behind or before it."""
    given = next(said.first("title"), None)
    if given:
        return without_outlet(given, next(said.first("outlet"), None))
    return _of_document_title(said.document_title) or None


def without_outlet(title: str, outlet: str | None) -> str:
    """`A headline` of `A headline · The Outlet`; the title itself where it says nothing of it."""
    if not outlet:
        return title
    parts = _SEPARATOR.split(title)
    bare = re.sub(r"^www\.", "", outlet)
    known = {_letters(outlet), _letters(bare), _letters(re.sub(r"\.\w{2,4}$", "", bare))}
    for rest, name in ((parts[:-1], parts[-1]), (parts[1:], parts[0])):
        if rest and _letters(name) in known:
            at = title.find(rest[0])
            return title[at : title.rfind(rest[-1]) + len(rest[-1])]
    return title


def _of_document_title(title: str) -> str:
    """What stands before the last bar or dash, or after the first; all where that is few words."""
    marks = list(_SEPARATOR.finditer(title))
    parts = [title[: marks[-1].start()], title[marks[0].end() :]] if marks else []
    return next((part for part in parts if len(part.split()) >= _FEW_WORDS), title)


def _candidate(field: Field, value: str | None) -> Candidate | None:
    return Candidate(field, value, value) if value else None


def _date(said: Said) -> Iterator[Candidate]:
    for words in said.first("published_on"):
        if date := iso_date(words):
            yield Candidate("published_on", date, words)
            return


def iso_date(words: str) -> str:
    """`2025-02-14` of `2025-02-14T10:00:00Z` and of `20250214`; empty for what is none."""
    found = _DATE.match(words)
    return "-".join(filter(None, found.groups())) if found else ""


def _is_name(words: str) -> bool:
    return not _ADDRESS.match(words)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _all_said(root: Element) -> Iterator[tuple[int, str, str]]:
    """Rank, name and value of everything; JSON-LD as `jsonld:key`."""
    for element in root.iter():
        tag = local_name(element)
        if tag == "meta":
            yield from _of_meta(element)
        elif tag == "link" and "canonical" in (element.get("rel") or "").lower().split():
            yield 0, "link:canonical", element.get("href") or ""
        elif tag == "html":
            yield 0, "html:lang", element.get("lang") or ""
        elif tag == "script" and "ld+json" in (element.get("type") or ""):
            yield from ((0, *pair) for pair in _of_json(element.text or ""))
        elif prop := element.get("itemprop"):
            value = element.get("content") or element.get("datetime") or element.text or ""
            yield 1, f"itemprop:{prop}", value


def _of_meta(element: Element) -> Iterator[tuple[int, str, str]]:
    value = element.get("content") or ""
    for rank, attribute in enumerate(("property", "name", "http-equiv")):
        for name in (element.get(attribute) or "").split():
            yield rank, name, value
    if prop := element.get("itemprop"):
        yield 1, f"itemprop:{prop}", value


def _of_json(text: str) -> Iterator[tuple[str, str]]:
    try:
        read = msgspec.json.decode(text[:_MOST_JSON])
    except (msgspec.DecodeError, RecursionError):  # pages are full of such that is none
        return
    for thing in _things(read):
        if _ARTICLES.search(str(thing.get("@type", ""))):
            for key in ("headline", "author", "publisher", "datePublished", "url", "inLanguage"):
                if words := _in_words(thing.get(key)):
                    yield f"jsonld:{key}", words


def _things(read: object) -> Iterator[dict[str, object]]:
    """The objects of the data: one, a list, or a graph of them."""
    for each in read if isinstance(read, list) else [read]:
        if isinstance(each, dict):
            yield each
            graph = each.get("@graph")
            if isinstance(graph, list):
                yield from (inner for inner in graph if isinstance(inner, dict))


def _in_words(value: object) -> str:
    """A text, the name of a thing, or the names of several."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _in_words(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_in_words, value)))
    return ""
