"""Web pages: the article of a saved page, with what the page says of it.

Knows which encoding a page names, and puts together what the siblings find. The work of lxml and
trafilatura is done in another process. Imports `errors`, `model` and its siblings; the libraries
inside functions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from annotator.errors import ImportFailed
from annotator.model import Article, Candidate, Kind, Remark
from annotator.text.blocks import Block, Reading, article_of, language_of
from annotator.text.decode import Decoded, decode
from annotator.text.extras import require
from annotator.text.limits import MAX_CHARACTERS
from annotator.text.page_blocks import Piece, pieces_of
from annotator.text.page_choice import chosen, with_head
from annotator.text.page_metadata import Field, candidates_from, said_by, without_outlet
from annotator.text.paragraphs import too_long
from annotator.text.plain import decoded_text, remarks_on_reading
from annotator.text.worker import run_limited

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.text.page_blocks import Element

IMPORTER = "html"
IMPORTER_VERSION = 1

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE
)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w:.-]{2,40})""")
_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]*\?>")
_HEAD = 4_096
# Editors of pages write it where somebody typed two spaces; beside marks and figures it is meant.
_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_]) ?\xa0[ \xa0]*(?=[^\W\d_])")
# What pages mean by these names: browsers read them so, and the marks of Windows are in use.
_MEANT = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
}
# The extractor's elements as HTML calls them.
_HTML_NAMES = {
    "head": "h2",
    "quote": "blockquote",
    "list": "ul",
    "item": "li",
    "row": "tr",
    "cell": "td",
    "lb": "br",
    "code": "pre",
}
_SHOWN = 60
_LISTED = 50


class Page(msgspec.Struct, frozen=True):
    """What was found in a page: the article's pieces with their kinds, and the rest.

    `n_spaces` no-break spaces between words were written as spaces.
    """

    pieces: tuple[tuple[str, Kind | None], ...]
    candidates: tuple[Candidate, ...]
    left_out: tuple[str, ...]
    n_spaces: int
    # The page's own words; or the extractor's, as too few were found again; or all, as it told no
    # article.
    words_of: Literal["page", "extractor", "all"]


def read(
    content: bytes, *, file_name: str, lang: str | None = None, encoding: str | None = None
) -> list[Article]:
    """The article of a saved web page.

    Raises:
        ImportFailed: the library is missing, the encoding cannot be read, or there is no text.
    """
    require("trafilatura", extra="html", form="HTML")
    decoded = decoded_page(content, encoding)
    page = run_limited(page_of, decoded.text)
    if page is None:
        raise ImportFailed("there is no text in it", remedy="check that the right file was chosen")
    reading = Reading(
        file_name=file_name,
        content=content,
        media_type="text/html",
        importer=IMPORTER,
        version=IMPORTER_VERSION,
        encoding=decoded.encoding,
        lang=lang,
        options={} if encoding is None else {"encoding": encoding},
        candidates=page.candidates,
        remarks=(*_remarks_on_reading(decoded, page), *_remarks(page)),
        steps=tuple(_steps(decoded, page)),
    )
    return [article_of((Block(*piece) for piece in page.pieces), reading)]


def decoded_page(content: bytes, encoding: str | None = None) -> Decoded:
    """A page's text: in the encoding given, else by its mark, else UTF-8, else as the page says.

    Raises:
        ImportFailed: as for plain text.
    """
    decoded = decoded_text(content, encoding)
    named = _DECLARED.search(content[:_HEAD]) or _CHARSET.search(content[:_HEAD])
    if decoded.found != "detected" or named is None:
        return decoded
    name = named[1].decode("ascii", errors="replace").lower()
    try:
        said = decode(content, _MEANT.get(name, name))
    except ImportFailed:  # it is not what it says it is
        return decoded
    return msgspec.structs.replace(said, found="named")


def page_of(text: str) -> Page | None:
    """What is in a page; None where it has no text. Called in another process."""
    root = tree_of(text)
    if root is None:
        return None
    pieces = list(pieces_of(root))
    if not pieces:
        return None
    said = said_by(root)
    candidates = candidates_from(said)
    extracted = _extracted(text)
    if extracted is None:
        return _page(pieces, candidates, "all")
    known = {candidate.field for candidate in candidates}
    candidates += [each for each in extracted.candidates if each.field not in known]
    places = chosen(pieces, [piece.text for piece in extracted.pieces])
    if not places:
        return _page(extracted.pieces, candidates, "extractor")
    title = next((each.value for each in candidates if each.field == "title"), "")
    lead = said.values.get("og:description") or said.values.get("description") or ""
    title_at, kept = with_head(pieces, places, title, lead)
    left_out = [piece.text for place, piece in enumerate(pieces) if place not in set(kept)]
    return _page(
        [pieces[place] for place in kept],
        candidates,
        "page",
        title_at=None if title_at is None else kept.index(title_at),
        left_out=left_out,
    )


def tree_of(text: str) -> Element | None:
    """The tree of a page; None where there is no element in it. Nothing is fetched."""
    if len(text) > MAX_CHARACTERS:
        raise too_long()
    from lxml import etree, html

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except etree.ParserError:  # nothing but comments
        return None


class _Extracted(msgspec.Struct, frozen=True):
    """The extractor's own text, and what it says of the page."""

    pieces: tuple[Piece, ...]
    candidates: tuple[Candidate, ...]


def _extracted(text: str) -> _Extracted | None:
    """What the extractor makes of a page; None where it finds no article."""
    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        _DECLARATION.sub("", text),
        include_comments=False,
        include_tables=True,
        with_metadata=True,
    )
    if found is None or found.body is None:
        return None
    for element in found.body.iter():
        rank = element.get("rend") if element.tag == "head" else None
        element.tag = rank or _HTML_NAMES.get(element.tag, element.tag)
    pieces = tuple(pieces_of(found.body))
    return _Extracted(pieces, tuple(_said_by_extractor(found))) if pieces else None


def _said_by_extractor(found: Any) -> Iterator[Candidate]:  # noqa: ANN401  # it has no types
    outlet = found.sitename or found.hostname
    title = without_outlet(found.title, outlet) if found.title else None
    values: tuple[tuple[Field, str | None], ...] = (
        ("title", title),
        ("author", found.author),
        ("outlet", outlet),
        ("published_on", found.date),
        ("url", found.url),
    )
    for field, value in values:
        if value:
            yield Candidate(field, value, value)


def _page(
    pieces: Sequence[Piece],
    candidates: Sequence[Candidate],
    words_of: Literal["page", "extractor", "all"],
    *,
    title_at: int | None = None,
    left_out: Sequence[str] = (),
) -> Page:
    said = tuple(language_of(each.value) if each.field == "lang" else each for each in candidates)
    texts = [_BETWEEN_WORDS.subn(" ", piece.text) for piece in pieces]
    kinds = [piece.kind for piece in pieces]
    if title_at is not None:
        kinds[title_at] = "title"
    return Page(
        pieces=tuple((text, kind) for (text, _), kind in zip(texts, kinds, strict=True)),
        candidates=tuple(filter(None, said)),
        left_out=tuple(left_out),
        n_spaces=sum(n for _, n in texts),
        words_of=words_of,
    )


def _remarks(page: Page) -> Iterator[Remark]:
    """What was left out, or that nothing could be."""
    if page.words_of == "all":
        yield Remark(
            slug="no_article_told",
            template="which part of the page is the article could not be told; all its text is"
            " kept",
        )
    if page.left_out:
        longest = max(page.left_out, key=len)
        yield Remark(
            slug="page_left_out",
            template="left out as no part of the article: {n} pieces of the page with {words}"
            " words; the longest begins “{longest}”",
            values={
                "n": len(page.left_out),
                "words": sum(len(text.split()) for text in page.left_out),
                "longest": _shortened(longest),
            },
        )


def _remarks_on_reading(decoded: Decoded, page: Page) -> Iterator[Remark]:
    """What was odd about the article's own bytes, not about those of scripts and menus."""
    text = "".join(text for text, _ in page.pieces)
    return remarks_on_reading(msgspec.structs.replace(decoded, text=text, n_zeros=0))


def _steps(decoded: Decoded, page: Page) -> Iterator[dict[str, object]]:
    yield {"step": "decode", "encoding": decoded.encoding, "found": decoded.found}
    yield {"step": "article", "words_of": page.words_of, "left_out": _listed(page.left_out)}
    if page.n_spaces:
        yield {"step": "replace", "what": "U+00A0", "by": "U+0020", "n": page.n_spaces}


def _listed(left_out: Sequence[str]) -> dict[str, object]:
    """What was left out, for the record: how much, and how each piece begins, the longest first."""
    longest = sorted(left_out, key=len, reverse=True)[:_LISTED]
    return {"pieces": len(left_out), "begin": [_shortened(text) for text in longest]}


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
