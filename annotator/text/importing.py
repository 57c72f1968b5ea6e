"""Which files are to be imported, and what is in one: bytes, or words that say why not.

Imports `errors` and its siblings. Touches no project.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotator.errors import ImportFailed
from annotator.text.limits import MAX_FILE_BYTES, MB
from annotator.text.plain import import_text

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from annotator.model import Article

__all__ = [
    "article_files",
    "file_name_of",
    "import_text",
    "is_no_article",
    "opened",
    "read_article",
    "too_large",
    "whole",
]

# Passed over in folders: projects, codebooks, labels beside a text (brat), types and layers beside
# a CAS (UIMA), and what speaks of the folder itself.
_PROJECT = ".annot"
_NO_ARTICLES = (_PROJECT, ".toml", ".ann", "typesystem.xml")
_LAYERS = "layers.json"
_ABOUT_THE_FOLDER = ("readme", "licence", "license")


def read_article(path: Path, *, encoding: str | None = None, lang: str | None = None) -> Article:
    """An article from a file that must be plain text.

    Raises:
        ImportFailed: missing, a folder, not readable, too big, or refused by `import_text`; it
            names the path.
    """
    try:
        with opened(path) as file:
            content = whole(file)
        return import_text(content, file_name=file_name_of(path), encoding=encoding, lang=lang)
    except ImportFailed as error:
        error.where = str(path)
        raise


@contextmanager
def opened(path: Path) -> Generator[BinaryIO]:
    """The file, to read from.

    Raises:
        ImportFailed: missing, a folder, a project, a pipe, or not readable, also while it is read.
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
        file = path.open("rb")
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the path
        raise _unreadable(path, error) from None
    with file:
        try:
            yield file
        except OSError as error:
            raise _unreadable(path, error) from None


def whole(file: BinaryIO, limit: int = MAX_FILE_BYTES) -> bytes:
    """All that follows in a file. Raises ImportFailed if that is more than so many bytes."""
    content = file.read(limit + 1)
    if len(content) > limit:
        raise too_large(limit)
    return content


def too_large(limit: int) -> ImportFailed:
    """The refusal of a file with more than so many bytes."""
    return ImportFailed(
        "the file is larger than {limit} MB",
        remedy="split it into smaller files",
        limit=limit // MB,
    )


def file_name_of(path: Path) -> str:
    """A file's bare name as text: a name may hold bytes that are none, a project holds no such."""
    return os.fsencode(path.name).decode(errors="replace")


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
        if entry.is_symlink():
            continue
        if entry.is_dir() and not entry.name.startswith("."):
            yield from _walked(entry)
        elif entry.is_file() and not is_no_article(entry.name):
            yield entry


def is_no_article(file_name: str) -> bool:
    """Whether a file in a folder is passed over by its name: hidden, or about something else."""
    name = file_name.lower()
    is_about = name.startswith((".", *_ABOUT_THE_FOLDER))
    return is_about or name.endswith(_NO_ARTICLES) or name == _LAYERS


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
