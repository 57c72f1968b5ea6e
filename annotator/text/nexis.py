"""Downloads of archives of news (Nexis, Factiva) in Word, RTF or text files: one article each.

Knows how the parts of a download become articles; where they part, its siblings know. Imports
`errors`, `model` and its siblings.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from annotator.model import Article, Candidate, Remark
from annotator.text.blocks import Block, Reading, article_of
from annotator.text.dates import dates_in
from annotator.text.nexis_layouts import LANGUAGES
from annotator.text.nexis_split import Download, Found, author_of, download_in
from annotator.text.paragraphs import split_paragraphs
from annotator.text.plain import decoded_text, with_remark
from annotator.text.plain import read as read_plain
from annotator.text.signatures import form_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

IMPORTER = "nexis"
IMPORTER_VERSION = 1

_SHOWN = 60
_WORDED = frozenset({"docx", "rtf", "odt"})
_AS_CANDIDATES = frozenset({"title", "author", "outlet", "published_on", "lang"})
UNKNOWN = Remark(
    slug="download_layout_unknown",
    template="this looks like a download of Nexis or Factiva, but its layout is not known; all of"
    " it is one article",
)


def read(content: bytes, *, file_name: str, lang: str | None = None) -> list[Article]:
    """The articles of a download in a file of any form that holds text.

    Where no layout of the table fits, all is one article, with a remark.

    Raises:
        ImportFailed: as the reader of the file's form says.
    """
    key = form_of(content, file_name).key
    if key in _WORDED:
        reader = importlib.import_module(f"annotator.text.{key}")
        found = cast("list[Article]", reader.read(content, file_name=file_name, lang=lang))
    else:
        found = _of_text(content, file_name, lang)
    is_known = found[0].importer == IMPORTER or UNKNOWN in found[0].remarks
    return found if is_known else [with_remark(found[0], UNKNOWN), *found[1:]]


def _of_text(content: bytes, file_name: str, lang: str | None) -> list[Article]:
    decoded = decoded_text(content)
    reading = Reading(
        file_name=file_name,
        content=content,
        media_type="text/plain",
        importer=IMPORTER,
        version=IMPORTER_VERSION,
        encoding=decoded.encoding,
        lang=lang,
        steps=({"step": "decode", "encoding": decoded.encoding, "found": decoded.found},),
    )
    blocks = [Block(text) for text in split_paragraphs(decoded.text).texts]
    return articles_of(blocks, reading) or read_plain(content, file_name=file_name, lang=lang)


def articles_of(blocks: Iterable[Block], reading: Reading) -> list[Article]:
    """The articles of a download; none where it is no download of a layout that is known."""
    download = download_in(blocks)
    if download is None:
        return []
    found = [each for each in download.articles if each.body or "title" in each.fields]
    articles = []
    for part, each in enumerate(found):
        remarks = tuple(_remarks(download, each, len(found), is_first=part == 0))
        step = {
            "step": "download",
            "layout": download.layout.key,
            "article": part + 1,
            "of": len(found),
            "head": each.fields,
        }
        left_out = {"step": "left_out", "words": list(download.rest)}
        of_file = reading.remarks if part == 0 else ()
        said = replace(
            reading,
            importer=IMPORTER,
            version=IMPORTER_VERSION,
            part=part,
            candidates=tuple(_candidates(each)),
            remarks=(*of_file, *remarks),
            steps=(*reading.steps, step, *((left_out,) if download.rest and not part else ())),
        )
        meta = {name: words for name, words in each.fields.items() if name not in _AS_CANDIDATES}
        articles.append(replace(article_of(_blocks(each), said), meta=meta))
    return articles


def _blocks(found: Found) -> Iterator[Block]:
    """Headline, byline and text; what else a head says is no part of the article."""
    if title := found.fields.get("title"):
        yield Block(title, "title")
    if author := found.fields.get("author"):
        yield Block(author, "byline")
    yield from found.body


def _candidates(found: Found) -> Iterator[Candidate]:
    fields = found.fields
    if title := fields.get("title"):
        yield Candidate("title", title, title)
    if author := fields.get("author"):
        yield Candidate("author", author_of(author), author)
    if outlet := fields.get("outlet"):
        yield Candidate("outlet", outlet, outlet)
    if written := dates_in(date := fields.get("published_on", "")):
        yield Candidate("published_on", written[0].value, date)
    language = fields.get("lang", "").lower()
    for name, code in LANGUAGES.items():
        if name in language.replace(";", " ").split():
            yield Candidate("lang", code, fields["lang"])
            return


def _remarks(download: Download, found: Found, n: int, *, is_first: bool) -> Iterator[Remark]:
    if is_first:
        yield Remark(
            slug="download_split",
            template="a download of {layout} with {n} articles; what their heads say beside"
            " headline and byline stands in the metadata",
            values={"layout": download.layout.label, "n": n},
        )
    if is_first and download.rest:
        yield Remark(
            slug="download_left_out",
            template="left out as no part of any article: {n} paragraphs; the first begins"
            " “{words}”",
            values={"n": len(download.rest), "words": download.rest[0][:_SHOWN]},
        )
    if not found.is_whole:
        yield Remark(
            slug="download_cut_off",
            template="the mark at the end of this article is missing: the download may be cut off",
        )
    if "title" not in found.fields:
        yield Remark(
            slug="download_head_unknown",
            template="no headline could be told from the head of this article",
        )
