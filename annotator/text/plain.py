"""Plain text to an article: reading, and every decision on the way written down.

Knows the order of the steps; each step stands in a room beside this one. Imports `errors`,
`model` and its siblings. Touches no project.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from annotator import __version__
from annotator.errors import ImportFailed
from annotator.model import Article, Kind, Paragraph, Remark
from annotator.text.decode import REPLACEMENT, Decoded, decode, looks_binary, no_text
from annotator.text.kinds import ends_like_a_sentence, junk_in, kinds_of
from annotator.text.limits import MAX_BYTES_PER_CHARACTER, MAX_CHARACTERS
from annotator.text.metadata import candidates_of
from annotator.text.paragraphs import Split, line_ends, run_map, split_paragraphs, too_long
from annotator.text.signatures import form_of, refuse_other_bytes, refuse_other_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

IMPORTER = "text"
IMPORTER_VERSION = 1

_C1_CONTROLS = re.compile("[\x80-\x9f]")


def read(
    content: bytes, *, file_name: str, lang: str | None = None, encoding: str | None = None
) -> list[Article]:
    """The article of a plain text file, whatever its text looks like.

    Raises:
        ImportFailed: an unreadable encoding, no text, or too much of it.
    """
    return [_article(content, decoded_text(content, encoding), file_name, encoding, lang)]


def import_text(
    content: bytes, *, file_name: str, encoding: str | None = None, lang: str | None = None
) -> Article:
    """An article from the bytes of a file that must be plain text.

    Args:
        content: the whole file.
        file_name: its name, for messages and for the project.
        encoding: any name that Python knows; None to detect it.
        lang: ISO 639 code; None to tell it from the words.

    Raises:
        ImportFailed: another kind of file, an unreadable encoding, no text, or too much of it.
    """
    try:
        refuse_other_bytes(content)
        decoded = decoded_text(content, encoding)
        refuse_other_text(decoded.text, file_name)
        article = _article(content, decoded, file_name, encoding, lang)
        return with_remark(article, form_of(b"", file_name).remark)
    except ImportFailed as error:
        error.where = error.where or file_name
        raise


def with_remark(article: Article, remark: Remark | None) -> Article:
    """The article, with a remark before its others if there is one."""
    return replace(article, remarks=(remark, *article.remarks)) if remark else article


def decoded_text(content: bytes, encoding: str | None = None) -> Decoded:
    """The text of a file that holds nothing else; one with too much of it is not even decoded.

    Raises:
        ImportFailed: binary data, an unreadable encoding, or more bytes than an article may have.
    """
    if len(content) > MAX_CHARACTERS * MAX_BYTES_PER_CHARACTER:
        raise no_text() if looks_binary(content) else too_long()
    return decode(content, encoding)


def _article(
    content: bytes, decoded: Decoded, file_name: str, encoding: str | None, lang: str | None
) -> Article:
    split = split_paragraphs(decoded.text)
    kinds = kinds_of(split.texts, with_headings=not split.is_doubtful)
    return Article(
        file_name=file_name,
        content=content,
        media_type="text/plain",
        importer=IMPORTER,
        encoding=decoded.encoding,
        paragraphs=paragraphs_of(split, kinds),
        runs=run_map(decoded.text, split),
        candidates=candidates_of(decoded.text, split.spans, kinds, lang),
        remarks=tuple(_remarks(decoded, split, kinds)),
        steps=tuple(_steps(decoded, split, {"encoding": encoding, "lang": lang})),
    )


def paragraphs_of(split: Split, kinds: Sequence[Kind]) -> tuple[Paragraph, ...]:
    """Paragraphs with their kinds and where they stand in the canonical text."""
    paragraphs = []
    start = 0
    for text, kind in zip(split.texts, kinds, strict=True):
        paragraphs.append(Paragraph(text=text, kind=kind, start=start))
        start += len(text) + 2  # paragraphs are joined by two line feeds
    return tuple(paragraphs)


def _steps(
    decoded: Decoded, split: Split, options: dict[str, str | None]
) -> Iterator[dict[str, object]]:
    """Every decision, in order: what a reader of the project needs to do it again."""
    yield {
        "step": "import",
        "importer": IMPORTER,
        "version": IMPORTER_VERSION,
        "program": __version__,
        "options": {name: value for name, value in options.items() if value is not None},
    }
    yield {"step": "decode", "encoding": decoded.encoding, "found": decoded.found}
    if decoded.n_damaged:
        yield {"step": "replace", "what": "undecodable", "by": "U+FFFD", "n": decoded.n_damaged}
    if decoded.n_zeros:
        yield {"step": "replace", "what": "U+0000", "by": "U+FFFD", "n": decoded.n_zeros}
    yield {"step": "line_ends", "to": "LF", "found": line_ends(decoded.text)}
    yield {"step": "paragraphs", "rule": split.rule, "n": len(split.texts)}
    if junk := junk_in(split.texts[0]):
        start = split.spans[0][0]
        yield {
            "step": "junk",
            "words": decoded.text[start + junk[0] : start + junk[1]],
            "start": start + junk[0],
            "end": start + junk[1],
        }


def _remarks(decoded: Decoded, split: Split, kinds: list[Kind]) -> Iterator[Remark]:
    yield from remarks_on_reading(decoded)
    yield from _remarks_on_lines(split)
    yield from remarks_on_ends(split.texts, kinds)


def remarks_on_ends(texts: Sequence[str], kinds: Sequence[Kind]) -> Iterator[Remark]:
    """What looks odd at the beginning and at the end of an article."""
    junk = junk_in(texts[0])
    if junk and kinds[0] == "body":
        yield Remark(
            slug="junk_at_head",
            template="¶ 1 opens with “{words}”, which looks like remains of the page; the words"
            " after it are kept and may be a sentence cut at its start",
            values={"words": texts[0][slice(*junk)]},
            paragraph=0,
        )
    if kinds[-1] == "fragment" and not ends_like_a_sentence(texts[-1]):
        yield Remark(
            slug="cut_off_end",
            template="¶ {number}, the last one, stops without a full stop: the text may be cut off",
            values={"number": len(kinds)},
            paragraph=len(kinds) - 1,
        )


def remarks_on_reading(decoded: Decoded) -> Iterator[Remark]:
    """What was odd about the bytes of a text."""
    if decoded.n_zeros:
        yield Remark(
            slug="zero_bytes",
            template="zero bytes in the file, replaced by the mark U+FFFD: {n}",
            values={"n": decoded.n_zeros},
        )
    n_marks = decoded.text.count(REPLACEMENT) - decoded.n_zeros
    if n_marks:
        yield Remark(
            slug="unreadable_characters",
            template="unreadable characters, which stand as the mark U+FFFD: {n}",
            values={"n": n_marks},
        )
    n_controls = len(_C1_CONTROLS.findall(decoded.text))
    if n_controls:
        yield Remark(
            slug="control_characters",
            template="control characters (U+0080 to U+009F) in the text: {n}; perhaps {encoding} is"
            " not its encoding",
            values={"n": n_controls, "encoding": decoded.encoding},
        )


def _remarks_on_lines(split: Split) -> Iterator[Remark]:
    if split.rule == "wrapped_lines":
        yield Remark(
            slug="wrapped_lines_joined",
            template="the lines look wrapped at the same width; they were put together to"
            " {n} paragraphs where a line ends short",
            values={"n": len(split.texts)},
        )
    if split.is_doubtful:
        yield Remark(
            slug="wrapped_lines_kept",
            template="the lines look wrapped, but where paragraphs end could not be told; each of"
            " the {n} lines is a paragraph",
            values={"n": len(split.texts)},
        )
