"""SQLite's known troubles in words: what happened and what to do. Imports errors only.

SQLite's *code* decides, never its message. A code that is not listed is a bug and keeps its class.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from annotator.errors import NotAProject, ProjectBusy, ProjectUnwritable, StoreError
from annotator.store.engine import sqlite3

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26

_IS_BUSY = (
    ProjectBusy,
    "another program is using this project; nothing was written",
    "try again in a moment, or close the other program",
)
_TROUBLES: dict[int, tuple[type[StoreError], str, str]] = {
    _BUSY: _IS_BUSY,
    _LOCKED: _IS_BUSY,
    _READONLY: (
        ProjectUnwritable,
        "this project cannot be changed here: the file or its folder is read-only, or was moved",
        "copy the project to a folder of your own and open the copy",
    ),
    _IOERR: (
        StoreError,
        "the disk did not do what was asked ({reason})",
        "check that the disk is connected and sound, then open the project again",
    ),
    _CORRUPT: (
        NotAProject,
        "the project file is damaged or cut off ({reason})",
        "copy the file before anything else, then take the newest one from its folder 'backups'",
    ),
    _FULL: (
        ProjectUnwritable,
        "the disk is full; nothing was written",
        "free some space, then try again",
    ),
    _CANTOPEN: (
        ProjectUnwritable,
        "the project file, or a file beside it, cannot be opened",
        "check that the folder is still there and that you may write in it",
    ),
    _NOTADB: (
        NotAProject,
        "this is not an Annotator project",
        "choose a file that Annotator made; its name usually ends in .annot",
    ),
}


@contextmanager
def in_words(path: Path) -> Generator[None]:
    """Turn SQLite's known troubles with this file into StoreError; a bug keeps its class."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is None and "decode to UTF-8" in str(error):
            code = _CORRUPT  # the module's own complaint about TEXT that is none; it has no code
        trouble = _TROUBLES.get((code or 0) & 0xFF)
        if trouble is None:
            raise
        kind, what, remedy = trouble
        raise kind(what, where=path, remedy=remedy, reason=str(error)) from error
    except msgspec.MsgspecError as error:
        raise NotAProject(
            "a record of this project cannot be read ({reason})",
            where=path,
            remedy="copy the file, then run: annotator check {path}",
            reason=str(error),
            path=path,
        ) from error
