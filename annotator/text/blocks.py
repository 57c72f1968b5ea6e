"""Paragraphs that a file marks itself (HTML, EPUB, DOCX ...) to an article.

What every such reader needs after it has found the pieces of text: clean line ends, the limits, a
kind where the file names none, metadata candidates, remarks and steps. Imports `model`, `errors`
and its siblings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from annotator import __version__
from annotator.errors import ImportFailed
from annotator.model import Article, Candidate, Kind, Paragraph, Remark
from annotator.text.kinds import kinds_of
from annotator.text.limits import MAX_CHARACTERS, MAX_PARAGRAPH_CHARACTERS, MAX_PARAGRAPHS
from annotator.text.metadata import candidates_of
from annotator.text.paragraphs import (
    too_long,
    too_long_a_paragraph,
    too_many,
    with_line_feeds,
)
from annotator.text.plain import remarks_on_ends

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_BLANK_LINES = re.compile(r"\n\s*\n")
# Halves of a pair are no characters, and a zero byte ends a text for many programs.
_NO_CHARACTERS = re.compile("[\0\ud800-\udfff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


class Block(Struct, frozen=True):
    """A piece of text that the file marks as a paragraph; its kind where the file names it."""

    text: str
    kind: Kind | None = None


class Reading(Struct, frozen=True, kw_only=True):
    """How a file was read: what an article says of it beside its text.

    `candidates` come before those found in the text; `steps` follow the one that names the
    importer, `remarks` come first. `lang` is as the user gave it, `options` likewise.
    """

    file_name: str
    content: bytes
    media_type: str
    importer: str
    version: int
    encoding: str | None = None
    lang: str | None = None
    options: dict[str, str] = {}
    candidates: tuple[Candidate, ...] = ()
    remarks: tuple[Remark, ...] = ()
    steps: tuple[dict[str, object], ...] = ()
    part: int = 0


def article_of(blocks: Iterable[Block], reading: Reading) -> Article:
    """The article that these pieces make.

    A piece with blank lines in it makes several paragraphs; outer white space goes, and empty
    pieces vanish. Whoever wants white space to run together does so before.

    Raises:
        ImportFailed: no text, or more than is taken.
    """
    pieces = _limited(_pieces(blocks))
    if not pieces:
        raise ImportFailed("there is no text in it", remedy="check that the right file was chosen")
    paragraphs = _paragraphs(pieces)
    texts = [paragraph.text for paragraph in paragraphs]
    kinds = [paragraph.kind for paragraph in paragraphs]
    return Article(
        file_name=reading.file_name,
        content=reading.content,
        media_type=reading.media_type,
        importer=reading.importer,
        encoding=reading.encoding,
        paragraphs=paragraphs,
        candidates=_candidates(paragraphs, reading),
        remarks=(*reading.remarks, *_remarks(texts, kinds, reading)),
        steps=(import_step(reading), *reading.steps, {"step": "paragraphs", "n": len(paragraphs)}),
        part=reading.part,
    )


def import_step(reading: Reading) -> dict[str, object]:
    """The first step of every article: who read it, and what the user said."""
    options = {"encoding": None, "lang": reading.lang, **reading.options}
    return {
        "step": "import",
        "importer": reading.importer,
        "version": reading.version,
        "program": __version__,
        "options": {name: value for name, value in options.items() if value is not None},
    }


def language_of(tag: str | None) -> Candidate | None:
    """The language that a file says it is in (`it`, `de-CH`); None for what is no such word."""
    if tag and _LANGUAGE.fullmatch(tag.strip()):
        return Candidate(field="lang", value=tag.strip().replace("_", "-"), words=tag)
    return None


def cleaned(text: str) -> tuple[str, int]:
    """The text with U+FFFD for what no project can hold, and how often that stands there now."""
    if "\0" not in text and _has_no_halves(text):
        return text, 0
    return _NO_CHARACTERS.subn("\ufffd", text)


def _has_no_halves(text: str) -> bool:
    """Told ten times as fast as by going through the text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def unreadable(n: int) -> tuple[Remark, ...]:
    """That so many characters stand as the mark U+FFFD, if any do."""
    if not n:
        return ()
    return (
        Remark(
            slug="unreadable_characters",
            template="unreadable characters, which stand as the mark U+FFFD: {n}",
            values={"n": n},
        ),
    )


def _pieces(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every piece between blank lines."""
    for block in blocks:
        text, _ = cleaned(with_line_feeds(block.text))
        for piece in _BLANK_LINES.split(text):
            if stripped := piece.strip():
                yield Block(stripped, block.kind)


def _limited(pieces: Iterator[Block]) -> list[Block]:
    kept: list[Block] = []
    length = 0
    for piece in pieces:
        kept.append(piece)
        length += len(piece.text)
        if length > MAX_CHARACTERS:
            raise too_long()
        if len(kept) > MAX_PARAGRAPHS:
            raise too_many()
        if len(piece.text) > MAX_PARAGRAPH_CHARACTERS:
            raise too_long_a_paragraph(len(kept), len(piece.text))
    return kept


def _paragraphs(pieces: Sequence[Block]) -> tuple[Paragraph, ...]:
    """Kinds as the file names them, else as the rules say."""
    guessed = kinds_of([piece.text for piece in pieces])
    if guessed[0] == "title" and any(piece.kind == "title" for piece in pieces):
        guessed[0] = "heading"
    paragraphs, start = [], 0
    for piece, guess in zip(pieces, guessed, strict=True):
        paragraphs.append(Paragraph(text=piece.text, kind=piece.kind or guess, start=start))
        start += len(piece.text) + 2
    return tuple(paragraphs)


def _remarks(texts: Sequence[str], kinds: Sequence[Kind], reading: Reading) -> Iterator[Remark]:
    if not any(remark.slug == "unreadable_characters" for remark in reading.remarks):
        yield from unreadable(sum(text.count("\ufffd") for text in texts))
    yield from remarks_on_ends(texts, kinds)


def _candidates(paragraphs: Sequence[Paragraph], reading: Reading) -> tuple[Candidate, ...]:
    text = "\n\n".join(paragraph.text for paragraph in paragraphs)
    spans = [(each.start, each.start + len(each.text)) for each in paragraphs]
    kinds = [paragraph.kind for paragraph in paragraphs]
    found = candidates_of(text, spans, kinds, reading.lang)
    return with_found(reading.candidates, found, reading.lang)


def with_found(
    named: Iterable[Candidate], found: Iterable[Candidate], lang: str | None
) -> tuple[Candidate, ...]:
    """The candidates that the file names, then those read from its text, each value once.

    Those of the text have no place in the file. A language that the user or the file names leaves
    no room for one that was told from the words.
    """
    first = [each for each in named if each.field != "lang" or not lang]
    known = {(each.field, each.value) for each in first}
    has_language = any(each.field == "lang" for each in first)
    others = [
        replace(each, start=None, end=None)
        for each in found
        if (each.field, each.value) not in known and not (has_language and each.field == "lang")
    ]
    return (*first, *others)
