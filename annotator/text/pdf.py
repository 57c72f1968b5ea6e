"""PDF files: paragraphs put together from lines on pages, with every decision written down.

Puts together what its siblings find. The work of pdfminer is done in another process, which is
killed when it takes too long. Imports `errors`, `model` and its siblings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from annotator.model import Article, Candidate, Remark
from annotator.text.blocks import Reading, article_of
from annotator.text.extras import require
from annotator.text.pdf_lines import pages_of
from annotator.text.pdf_margins import without_margins
from annotator.text.pdf_paragraphs import Rebuilt, rebuilt
from annotator.text.worker import run_limited

if TYPE_CHECKING:
    from collections.abc import Iterator

IMPORTER = "pdf"
IMPORTER_VERSION = 1

_SHOWN = 60
_REPLACED = {
    "reversed": "lines drawn from left to right, into reading order",
    "unknown": "signs of unknown fonts, by U+FFFD",
}


class Found(Struct, frozen=True):
    """What was made of a PDF: its paragraphs, what was left out, what it says of itself."""

    text: Rebuilt
    left_out: tuple[tuple[int, str], ...]
    n_pages: int
    empty: tuple[int, ...]
    about: dict[str, str]
    replaced: dict[str, int]


def read(content: bytes, *, file_name: str, lang: str | None = None) -> list[Article]:
    """The article of a PDF.

    Raises:
        ImportFailed: the library is missing; the file is locked, damaged or cut off, has no text,
            or takes too long.
    """
    require("pdfminer", extra="pdf", form="PDF")
    return [article(run_limited(found_in, content), content, file_name, lang)]


def found_in(content: bytes) -> Found:
    """What is in a PDF. Called in another process."""
    pages = pages_of(content)
    lines, beside = without_margins(pages.lines, pages.n_pages)
    return Found(
        text=rebuilt(lines),
        left_out=tuple((line.page, line.text) for line in beside),
        n_pages=pages.n_pages,
        empty=pages.empty,
        about=pages.about,
        replaced={name: n for name, n in pages.replaced.items() if n},
    )


def article(found: Found, content: bytes, file_name: str, lang: str | None) -> Article:
    """The article that this makes; what the file says of itself comes last."""
    reading = Reading(
        file_name=file_name,
        content=content,
        media_type="application/pdf",
        importer=IMPORTER,
        version=IMPORTER_VERSION,
        lang=lang,
        remarks=tuple(_remarks(found)),
        steps=tuple(_steps(found)),
    )
    made = article_of(found.text.blocks, reading)
    known = {(each.field, each.value) for each in made.candidates}
    said = [each for each in _said(found) if (each.field, each.value) not in known]
    others = ("Subject", "Keywords", "CreationDate")
    meta = {name.lower(): found.about[name] for name in others if name in found.about}
    return replace(made, candidates=(*made.candidates, *said), meta=meta)


def _said(found: Found) -> Iterator[Candidate]:
    if title := found.about.get("Title"):
        yield Candidate("title", title, title)
    if author := found.about.get("Author"):
        yield Candidate("author", author, author)


def _remarks(found: Found) -> Iterator[Remark]:
    if found.left_out:
        yield Remark(
            slug="page_margins_left_out",
            template="left out as page numbers, running heads or feet: {n} lines, the first"
            " “{words}”",
            values={"n": len(found.left_out), "words": found.left_out[0][1][:_SHOWN]},
        )
    if found.text.joins:
        yield Remark(
            slug="broken_words_joined",
            template="words broken at the end of a line and put together, as they stand whole"
            " elsewhere: {n}, the first is “{word}”",
            values={"n": len(found.text.joins), "word": found.text.joins[0][2]},
        )
    if found.text.kept:
        yield Remark(
            slug="broken_words_kept",
            template="words broken at the end of a line and kept with their hyphen, as it may be"
            " their own: {n}",
            values={"n": found.text.kept},
        )
    if found.empty:
        yield Remark(
            slug="pages_without_text",
            template="pages without text, perhaps pictures: {pages}",
            values={"pages": ", ".join(map(str, found.empty))},
        )


def _steps(found: Found) -> Iterator[dict[str, object]]:
    """Where each paragraph begins, and all that was left out, put together or replaced."""
    yield {"step": "pages", "n": found.n_pages, "paragraphs_begin_on": list(found.text.pages)}
    if found.left_out:
        listed = [{"page": page, "words": words} for page, words in found.left_out]
        yield {"step": "left_out", "n": len(listed), "lines": listed}
    if found.text.joins:
        joins = [{"page": page, "was": was, "is": now} for page, was, now in found.text.joins]
        yield {"step": "join", "words": joins}
    for name, n in found.replaced.items():
        yield {"step": "replace", "what": _REPLACED[name], "n": n}
