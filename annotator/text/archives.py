"""ZIP files read safely: how many members, how large unpacked, how tightly packed, which names.

Also what is a ZIP file inside: EPUB, DOCX, ODT. Imports `errors` and `text.limits`. Nothing is ever
unpacked to a disk.
"""

from __future__ import annotations

import io
import zlib
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, BinaryIO, Self
from zipfile import BadZipFile, ZipFile, ZipInfo

from annotator.errors import ImportFailed
from annotator.text.limits import (
    MAX_MEMBERS,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
    MB,
    MIN_SUSPECT_BYTES,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from _typeshed import WriteableBuffer


_BEGINNING = b"PK\x03\x04"
_ENCRYPTED = 0x1
_PIECE = 1 << 16
# What zipfile raises for bytes that are no sound archive, beside BadZipFile: packed data that do
# not unpack, a method or version that it lacks, numbers that lead out of the file.
_BROKEN = (
    BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    KeyError,
    OverflowError,
)


class Archive:
    """A ZIP file in memory, its limits checked before anything is unpacked."""

    def __init__(self, content: bytes):
        """Raises ImportFailed: damaged, too many members, too much in them, or unsafe names."""
        try:
            self._zip = ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise damaged(str(error)) from None
        if content.startswith(_BEGINNING) and is_inner(self._zip):
            raise damaged("of an archive within it more is left than of itself")
        self._taken: dict[str, int] = {}
        self._members = {member.filename: member for member in self._zip.infolist()}
        try:
            _check(self._zip.infolist())
        except ImportFailed:
            self._zip.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    @property
    def names(self) -> list[str]:
        """The names of all files in it, in the order of the archive; folders are left out."""
        return [name for name, member in self._members.items() if not member.is_dir()]

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """One file of it.

        Raises:
            ImportFailed: missing, encrypted, damaged, or larger than the archive says.
        """
        with self.open(name) as file:
            return b"".join(iter(lambda: file.read(_PIECE), b""))

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        """One file of it, to be read piece by piece; reading raises as `read` does."""
        member = self._members.get(name)
        if member is None:
            raise ImportFailed(
                "it lacks the part {name}",
                remedy="get a whole copy of the file",
                name=name,
            )
        if member.flag_bits & _ENCRYPTED:
            raise ImportFailed(
                "it is locked with a password",
                where=name,
                remedy="unpack it with the password, and import what was in it",
            )
        before = self._taken.get(name, 0)  # what is read again is no more than it was
        left = MAX_UNPACKED_BYTES - sum(self._taken.values()) + before
        allowed = min(left, max(MIN_SUSPECT_BYTES, MAX_RATIO * member.compress_size))
        with _Unpacked(self._opened(member), allowed, name) as unpacked:
            try:
                yield io.BufferedReader(unpacked, _PIECE)
            finally:
                self._taken[name] = max(before, unpacked.n_bytes)

    def _opened(self, member: ZipInfo) -> IO[bytes]:
        try:
            return self._zip.open(member)
        except _BROKEN as error:
            raise damaged(str(error), member.filename) from None


class _Unpacked(io.RawIOBase):
    """A member's bytes, counted while they come: the directory may lie about them."""

    def __init__(self, file: IO[bytes], allowed: int, name: str):
        self._file = file
        self._allowed = allowed
        self._name = name
        self.n_bytes = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill the buffer, or less of it; 0 at the end.

        Raises:
            ImportFailed: damaged, or more than is allowed.
        """
        view = memoryview(buffer)
        try:
            piece = self._file.read(len(view))
        except _BROKEN as error:
            raise damaged(str(error), self._name) from None
        self.n_bytes += len(piece)
        if self.n_bytes > self._allowed:
            raise _too_large()
        view[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        """Also the member."""
        self._file.close()
        super().close()


def is_inner(archive: ZipFile) -> bool:
    """Whether this is an archive that stands, whole, in another one of which the end is missing."""
    return min((member.header_offset for member in archive.infolist()), default=0) > 0


def damaged(trouble: str, where: str = "") -> ImportFailed:
    """The refusal of an archive, or of a file that is one inside, whose bytes are not whole."""
    return ImportFailed(
        "the file is damaged or cut off ({trouble})",
        where=where,
        remedy="get a whole copy of it",
        trouble=trouble,
    )


def _check(members: list[ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS:
        raise ImportFailed(
            "the archive has {n} members; at most {limit} are taken",
            remedy="split it, or unpack it and import the folder",
            n=len(members),
            limit=MAX_MEMBERS,
        )
    for member in members:
        _check_name(member.filename)
        is_suspect = member.file_size > MIN_SUSPECT_BYTES
        if is_suspect and member.file_size > MAX_RATIO * member.compress_size:
            raise _too_large()
    if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
        raise _too_large()


def _check_name(name: str) -> None:
    """Nothing is written by these names, but an archive that has such ones means harm."""
    path = PurePosixPath(name.replace("\\", "/"))
    is_drive = path.parts[:1] and path.parts[0].endswith(":")
    if path.is_absolute() or ".." in path.parts or is_drive:
        raise ImportFailed(
            "the archive has a member named “{name}”, which leads out of its folder",
            remedy="do not use this archive unless you know where it comes from",
            name=name,
        )


def _too_large() -> ImportFailed:
    return ImportFailed(
        "the archive unpacks to more than is taken ({limit} MB in all, a member at most {ratio}"
        " times its packed size)",
        remedy="unpack it and import the folder, if you know where it comes from",
        limit=MAX_UNPACKED_BYTES // MB,
        ratio=MAX_RATIO,
    )
