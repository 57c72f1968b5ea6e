"""Files with labels of a path: one, a folder or archive of them, or a project of INCEpTION.

Imports members and text. Each file comes with the description of types that stands beside it.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final, Protocol

from msgspec import Struct

from annotator.errors import ImportFailed, RecordError
from annotator.formats.members import Members, key_of
from annotator.text.archives import Archive
from annotator.text.importing import whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ZIP: Final = ".zip"
_SERIALISED: Final = ".ser"
_TYPES: Final = "typesystem.xml"
_PROJECT: Final = "exportedproject.json"
_DESCRIPTIONS: Final = frozenset({"layers.json", _PROJECT})
# Folders of INCEpTION's projects: in them `DOCUMENT/USER.ext`.
_OF_USERS: Final = frozenset({"annotation", "curation"})
_NOBODY: Final = "INITIAL_CAS"
_UID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class LabelledFile(Struct, frozen=True):
    """A file: what messages call it, whose it is, the name of its text, bytes, types."""

    where: str
    annotator: str | None
    document: str
    content: bytes
    types: bytes | None
    is_nobodys: bool = False

    def uid(self, said: str = "") -> str:
        """The identity of its article, where what the file says or its name has one; its name."""
        found = (_UID.search(name) for name in (said, self.document))
        return next((match[0] for match in found if match), self.document)


class Files(Protocol):
    """Names, and what stands in them."""

    @property
    def names(self) -> list[str]:
        """The names."""

    def read(self, name: str) -> bytes:
        """The bytes."""


def is_inception(members: Members) -> bool:
    """Whether this is a project that INCEpTION exported."""
    return _PROJECT in members.names


def form_of_inception(members: Members) -> str:
    """The format of a project's annotations, each packed in an archive; in doubt, XMI."""
    for name in members.ending(_ZIP):
        try:
            with Archive(members.read(name)) as inner:
                if next(_named(inner.names, ".json"), None) is not None:
                    return "uima-json"
        except (ImportFailed, RecordError):
            break  # its reader says what is wrong with it
    return "uima-xmi"


def labelled_files(path: Path, suffix: str) -> Iterator[LabelledFile]:
    """The files with this ending, in order of name.

    Raises:
        RecordError: nothing can be read, or all there is only Java can read.
    """
    members = Members(path)
    names = _named(members.names, suffix) if members.is_many else members.names
    files = _Members(members, path)
    n = 0
    for name in names:
        yield _file(files, name, name, members.where(name))
        n += 1
    for name in members.ending(_ZIP) if members.is_many else ():
        for file in _zipped(files, name, suffix):
            yield file
            n += 1
    if not n and next(members.ending(_SERIALISED), None) is not None:
        raise RecordError(
            "the annotations in this project of INCEpTION are in a form that only Java reads",
            where=path,
            remedy="export it with the format UIMA CAS XMI or JSON, or WebAnno TSV",
        )


class _Members:
    """The files of a path; of a single one also the descriptions of types beside it."""

    def __init__(self, members: Members, path: Path):
        self._members = members
        self._folder = None if members.is_many else path.parent
        self.names = members.names
        if self._folder is not None:
            beside = (each.name for each in self._folder.iterdir() if each.is_file())
            self.names = [*members.names, *sorted(filter(_is_description, beside))]

    def read(self, name: str) -> bytes:
        try:
            if self._folder is not None:
                with (self._folder / name).open("rb") as file:
                    return whole(file)
            with self._members.open(name) as file:
                return whole(file)
        except OSError as error:
            raise RecordError(
                "the file cannot be read: {trouble}",
                where=name,
                remedy="check your rights",
                trouble=error.strerror or str(error),
            ) from error
        except ImportFailed as error:
            raise as_record(error, self._members.where(name)) from error


def as_record(error: ImportFailed, where: str) -> RecordError:
    """The same trouble of a file with labels."""
    return RecordError(error.what, where=where, remedy=error.remedy, **error.values)


def _zipped(files: Files, archive: str, suffix: str) -> Iterator[LabelledFile]:
    """The files of an archive within: so INCEpTION packs a text with its types."""
    try:
        with Archive(files.read(archive)) as inner:
            for name in _named(inner.names, suffix):
                # Whose it is, the name of the archive says.
                yield _file(inner, name, archive, f"{archive}/{name}")
    except ImportFailed as error:
        raise as_record(error, archive) from error


def _named(names: list[str], suffix: str) -> Iterator[str]:
    for name in sorted(names):
        is_description = name.rpartition("/")[2].lower() in _DESCRIPTIONS
        if name.lower().endswith(suffix) and not is_description:
            yield name


def _file(files: Files, name: str, called: str, where: str) -> LabelledFile:
    annotator, document = whose(called)
    types = _types_for(files.names, name)
    return LabelledFile(
        where=where,
        annotator=annotator,
        document=document,
        content=files.read(name),
        types=None if types is None else files.read(types),
        is_nobodys=annotator is None and called.rpartition("/")[2].startswith(_NOBODY),
    )


def whose(name: str) -> tuple[str | None, str]:
    """The annotator and the text that a file's place names.

    `ANNOTATOR/TEXT.ext` in our own folders, `annotation/TEXT/ANNOTATOR.ext` in INCEpTION's.
    """
    *folders, file = name.split("/")
    stem = file.rpartition(".")[0] or file
    if len(folders) > 1 and folders[-2] in _OF_USERS:
        return (None if stem == _NOBODY else stem), folders[-1]
    return (key_of(folders[-1]) if folders else None), stem


def _types_for(names: list[str], name: str) -> str | None:
    """The description of types in the same folder, else in the nearest one above.

    Of several the one that is called most like the file.
    """
    folder, _, file = name.rpartition("/")
    while True:
        here = [each for each in names if _is_description(each) and _folder_of(each) == folder]
        if here:
            return max(here, key=lambda each: _n_alike(each.rpartition("/")[2], file))
        if not folder:
            return None
        folder = _folder_of(folder)


def _is_description(name: str) -> bool:
    return name.lower().endswith(_TYPES)


def _folder_of(name: str) -> str:
    return name.rpartition("/")[0]


def _n_alike(one: str, other: str) -> int:
    """How many characters two names begin with alike."""
    pairs = zip(one.lower(), other.lower(), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
