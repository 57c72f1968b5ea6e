"""The files of a folder or ZIP archive, and names of files that stand for keys.

Imports errors and text.archives. An archive is held in memory, its limits checked.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import unquote
from zipfile import is_zipfile

from annotator.errors import ImportFailed, RecordError
from annotator.text.archives import Archive
from annotator.text.limits import MAX_CORPUS_BYTES, MB

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NO_NAME = re.compile(r'[/\\:*?"<>|%\x00-\x1f]|^[.~]|[. ]$')
_HIDDEN = re.compile(r"(^|/)(\.|__MACOSX)")


class Members:
    """Files by their names within a folder or archive (with `/`), sorted; or one file alone."""

    def __init__(self, path: Path):
        """Raises RecordError for what cannot be read."""
        self._path = path
        self._archive: Archive | None = None
        try:
            names = self._list()
        except OSError as error:
            raise RecordError(
                "the file cannot be read: {trouble}",
                where=path,
                remedy="check its name and your rights",
                trouble=error.strerror or str(error),
            ) from error
        except ImportFailed as error:
            raise RecordError(
                error.what, where=path, remedy=error.remedy, **error.values
            ) from error
        self.names = sorted(name for name in names if not _HIDDEN.search(name))

    def _list(self) -> list[str]:
        path = self._path
        if path.is_dir():
            files = (each for each in path.rglob("*") if each.is_file() and not each.is_symlink())
            return [each.relative_to(path).as_posix() for each in files]
        if is_zipfile(path):
            if path.stat().st_size > MAX_CORPUS_BYTES:
                raise ImportFailed(
                    "the archive is larger than {limit} MB",
                    remedy="unpack it and take the folder",
                    limit=MAX_CORPUS_BYTES // MB,
                )
            self._archive = Archive(path.read_bytes())
            return self._archive.names
        with path.open("rb"):
            return [path.name]

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        """One of them, to read. Raises RecordError, also on reading, for a damaged member."""
        if self._archive is None:
            with self._place(name).open("rb") as file:
                yield file
            return
        try:
            with self._archive.open(name) as file:
                yield file
        except ImportFailed as error:
            raise RecordError(
                error.what, where=f"{self._path}/{name}", remedy=error.remedy, **error.values
            ) from error

    def read(self, name: str) -> bytes:
        """All bytes of one of them. Raises RecordError for a damaged member."""
        with self.open(name) as file:
            return file.read()

    def where(self, name: str) -> str:
        """What a message calls it."""
        return name if self.is_many else str(self._path)

    @property
    def is_many(self) -> bool:
        """Whether this is a folder or an archive."""
        return self._archive is not None or self._path.is_dir()

    def ending(self, *suffixes: str) -> Iterator[str]:
        """The names that end so."""
        return (name for name in self.names if name.lower().endswith(suffixes))

    def _place(self, name: str) -> Path:
        return self._path / name if self._path.is_dir() else self._path


def file_name(key: str) -> str:
    """A key as part of a file's name, on any system."""
    return _NO_NAME.sub(lambda found: f"%{ord(found[0]):02X}", key)


def key_of(name: str) -> str:
    """The key that `file_name` made a name of."""
    return unquote(name)


def parts_of(key: str, round_key: str, *, of_rounds: bool) -> str:
    """The name of what one annotator answered: in a folder of the round where there are several."""
    name = file_name(key)
    return f"{file_name(round_key)}/{name}" if of_rounds else name
