"""Files to articles: reading, and every decision on the way written down.

Knows the order of the steps; each step stands in a room beside this one. Imports `errors`,
`model` and its siblings. Touches no project.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from annotator import __version__
from annotator.errors import ImportFailed
from annotator.model import Article, Kind, Paragraph, Remark
from annotator.text.decode import REPLACEMENT, Decoded, decode, looks_binary, no_text
from annotator.text.kinds import ends_like_a_sentence, junk_in, kinds_of
from annotator.text.limits import MAX_BYTES_PER_CHARACTER, MAX_CHARACTERS, MAX_FILE_BYTES
from annotator.text.metadata import candidates_of
from annotator.text.paragraphs import Split, line_ends, run_map, split_paragraphs, too_long
from annotator.text.signatures import (
    OTHER_SUFFIXES,
    refuse_other_bytes,
    refuse_other_text,
    suffix,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

IMPORTER = "text"
IMPORTER_VERSION = 1

_C1_CONTROLS = re.compile("[\x80-\x9f]")

# Passed over in folders: projects, codebooks, and what speaks of the folder itself.
_PROJECT = ".annot"
_NO_ARTICLES = (_PROJECT, ".toml")
_ABOUT_THE_FOLDER = ("readme", "licence", "license")


def import_text(
    content: bytes, *, file_name: str, encoding: str | None = None, lang: str | None = None
) -> Article:
    """An article from the bytes of a plain text file.

    Args:
        content: the whole file.
        file_name: its name, for messages and for the project.
        encoding: any name that Python knows; None to detect it.
        lang: ISO 639 code; None to tell it from the words.

    Raises:
        ImportFailed: another kind of file, an unreadable encoding, no text, or too much of it.
    """
    try:
        decoded = _decoded(content, file_name, encoding)
        split = split_paragraphs(decoded.text)
    except ImportFailed as error:
        error.where = error.where or file_name
        raise
    kinds = kinds_of(split.texts, with_headings=not split.is_doubtful)
    return Article(
        file_name=file_name,
        content=content,
        media_type="text/plain",
        importer=IMPORTER,
        encoding=decoded.encoding,
        paragraphs=_paragraphs(split, kinds),
        runs=run_map(decoded.text, split),
        candidates=candidates_of(decoded.text, split.spans, kinds, lang),
        remarks=tuple(_remarks(decoded, split, kinds, file_name)),
        steps=tuple(_steps(decoded, split, {"encoding": encoding, "lang": lang})),
    )


def read_article(path: Path, *, encoding: str | None = None, lang: str | None = None) -> Article:
    """An article from a plain text file.

    Raises:
        ImportFailed: missing, a folder, not readable, too big, or refused by `import_text`; it
            names the path.
    """
    if path.suffix.lower() == _PROJECT:
        # Not even opened: closing a file that SQLite has open here would drop its locks.
        raise ImportFailed(
            "this is a project, not an article",
            where=path,
            remedy="open it: annotator {path}",
            path=path,
        )
    try:
        if path.is_fifo():  # to open one is to wait, perhaps for ever, until somebody writes
            raise ImportFailed(
                "this is a pipe, not a file",
                where=path,
                remedy="write the text into a file and import that",
            )
        with path.open("rb") as file:
            content = file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the path
        raise _unreadable(path, error) from None
    if len(content) > MAX_FILE_BYTES:
        raise ImportFailed(
            "the file is larger than {limit} MB",
            where=path,
            remedy="split it into one file an article",
            limit=MAX_FILE_BYTES // 1024**2,
        )
    # A name may hold bytes that are no text; a project holds text alone.
    name = os.fsencode(path.name).decode(errors="replace")
    try:
        return import_text(content, file_name=name, encoding=encoding, lang=lang)
    except ImportFailed as error:
        error.where = str(path)
        raise


def article_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files to import: those given, and those in the folders given, walked in order of name.

    In folders, hidden files, links, projects, codebooks and what speaks of the folder (README,
    LICENCE) are passed over. A file that was given is yielded
    as it is, also a missing one, and so is a folder that cannot be listed: `read_article` says why
    it cannot be read.
    """
    for path in paths:
        if path.is_dir():
            yield from _walked(path)
        else:
            yield path


def _walked(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir():
            yield from _walked(entry)
        elif entry.is_file() and not _is_no_article(entry.name.lower()):
            yield entry


def _is_no_article(name: str) -> bool:
    return name.endswith(_NO_ARTICLES) or name.startswith(_ABOUT_THE_FOLDER)


def _unreadable(path: Path, error: OSError | ValueError) -> ImportFailed:
    if isinstance(error, FileNotFoundError):
        return ImportFailed("there is no such file", where=path, remedy="check its name and folder")
    if isinstance(error, IsADirectoryError) or path.is_dir():
        return ImportFailed(
            "this is a folder that cannot be read as a file",
            where=path,
            remedy="check that you may list it, or choose the files in it",
        )
    return ImportFailed(
        "the file cannot be read ({reason})",
        where=path,
        remedy="check that you may read it and that its disk is there",
        reason=getattr(error, "strerror", None) or str(error),
    )


def _decoded(content: bytes, file_name: str, encoding: str | None) -> Decoded:
    refuse_other_bytes(content)
    if len(content) > MAX_CHARACTERS * MAX_BYTES_PER_CHARACTER:
        raise no_text() if looks_binary(content) else too_long()
    decoded = decode(content, encoding)
    refuse_other_text(decoded.text, file_name)
    return decoded


def _paragraphs(split: Split, kinds: list[Kind]) -> tuple[Paragraph, ...]:
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


def _remarks(decoded: Decoded, split: Split, kinds: list[Kind], file_name: str) -> Iterator[Remark]:
    yield from _remarks_on_reading(decoded, file_name)
    yield from _remarks_on_lines(split)
    junk = junk_in(split.texts[0])
    if junk and kinds[0] == "body":
        yield Remark(
            slug="junk_at_head",
            template="¶ 1 opens with “{words}”, which looks like remains of the page; the words"
            " after it are kept and may be a sentence cut at its start",
            values={"words": split.texts[0][slice(*junk)]},
            paragraph=0,
        )
    if kinds[-1] == "fragment" and not ends_like_a_sentence(split.texts[-1]):
        yield Remark(
            slug="cut_off_end",
            template="¶ {number}, the last one, stops without a full stop: the text may be cut off",
            values={"number": len(kinds)},
            paragraph=len(kinds) - 1,
        )


def _remarks_on_reading(decoded: Decoded, file_name: str) -> Iterator[Remark]:
    ending = suffix(file_name)
    if ending in OTHER_SUFFIXES:
        yield Remark(
            slug="name_and_content_differ",
            template="the name ends in {ending}, but the content is plain text and was read so",
            values={"ending": ending},
        )
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
