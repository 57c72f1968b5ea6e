"""Making, opening and migrating a project file. Imports errors and the store's own rooms."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from annotator.errors import (
    MergeError,
    NewerProject,
    NotAProject,
    ProjectBusy,
    ProjectExists,
    ProjectUnwritable,
    StoreError,
)
from annotator.store import schema
from annotator.store.clock import utc_now
from annotator.store.connection import Access, Connection, plug
from annotator.store.copying import copy_whole
from annotator.store.engine import sqlite3
from annotator.store.places import is_local
from annotator.store.troubles import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.store.clock import Clock

_EFFECTIVE = os.access in os.supports_effective_ids
# Earlier versions may corrupt a database when a write-ahead log is reset while another program
# reads it: https://sqlite.org/wal.html#walresetbug
_SAFE_WAL = (3, 51, 3)
_READ_WAIT_MS = 10_000
_SMALLEST = 512  # bytes of one page


def wal_is_safe() -> bool:
    """Whether this SQLite may keep a write-ahead log."""
    return tuple(sqlite3.sqlite_version_info) >= _SAFE_WAL


def sqlite_name() -> str:
    """`SQLite 3.53.4 (pysqlite3)`: the version in use and where it comes from."""
    return f"SQLite {sqlite3.sqlite_version} ({sqlite3.__name__})"


def make_file(path: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    """A new project file: tables and what `fill` writes, in one transaction; all or nothing.

    It is made under another name and gets its own when it is whole, so that no other program and
    no crash ever sees half a project.

    Raises:
        ProjectExists: something of that name is there already.
        ProjectUnwritable: the folder is missing, read-only or full.
    """
    if path.exists():
        raise _exists(path)
    part = path.with_name(f".{path.name}.{uuid4().hex[:8]}.part")
    try:
        _claim(part)
        with in_words(path):
            _fill(part, fill)
        _give_name(part, path)
    finally:
        for leftover in (part, part.with_name(f"{part.name}-journal")):
            with suppress(OSError):
                leftover.unlink()


def _claim(part: Path) -> None:
    try:
        part.touch(exist_ok=False)
    except OSError as error:
        raise ProjectUnwritable(
            "no file can be made in this folder ({reason})",
            where=part.parent,
            remedy="choose a folder that exists and that you may write in",
            reason=error.strerror or "",
        ) from error


def _fill(part: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    raw = plug(part, "rw", 0)
    try:
        raw.execute("BEGIN IMMEDIATE")
        schema.migrate(raw)
        fill(raw)
        raw.execute("COMMIT")
    finally:
        raw.close()


def _give_name(part: Path, path: Path) -> None:
    try:
        # A link, unlike a rename, never replaces what another program put there meanwhile.
        path.hardlink_to(part)
    except FileExistsError as error:
        raise _exists(path) from error
    except OSError:  # a file system without links
        if path.exists():
            raise _exists(path) from None
        part.rename(path)


def _exists(path: Path) -> ProjectExists:
    return ProjectExists(
        "there is already a file of this name",
        where=path,
        remedy="choose another name, or open that file",
    )


def open_file(path: Path, *, wait_ms: int, clock: Clock, device_label: str) -> Connection:
    """A connection to a project, checked and migrated.

    Raises:
        NotAProject: missing, of another kind, damaged, or with foreign tables.
        NewerProject: made by a newer version.
        ProjectBusy: another program holds it.
        ProjectUnwritable: it would have to be migrated but cannot be written.
    """
    if not path.is_file():
        raise NotAProject(
            "there is no such file",
            where=path,
            remedy="check the name, or make a new project with: annotator new {path}",
            path=path,
        )
    writable = is_writable(path)
    with in_words(path):
        raw, access = _plug(path, writable, wait_ms)
        with _closed_on_error(raw):
            _make_ready(raw, path, writable)
        return Connection(path, raw, clock=clock, access=access, device_label=device_label)


def is_database(path: Path) -> bool:
    """Whether a file is a project, or at least a database; False also where it cannot be read.

    SQLite is asked: to open and close the file as any other would drop the locks that this process
    holds on it, if it is open here.
    """
    if not path.is_file() or path.stat().st_size < _SMALLEST:  # next to nothing is one to SQLite
        return False
    try:
        raw = plug(path, "immutable", 0)
        try:
            raw.execute("PRAGMA schema_version").fetchone()
        finally:
            raw.close()
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CANTOPEN}
    return True


@contextmanager
def opened_for_reading(path: Path) -> Iterator[tuple[Connection, Callable[[], None]]]:
    """A still picture of another project, which stays untouched; an older one is read in a copy.

    The second part is to be called when all is read: it raises if the file has changed meanwhile.

    Raises:
        NotAProject, NewerProject, ProjectBusy: as `open_file`.
        MergeError: it was changed while it was read.
    """
    if not path.is_file():
        raise NotAProject("there is no such file", where=path, remedy="check the name")
    before = _state(path)
    with in_words(path):
        raw, access = _plug_still(path)
    check = partial(_check_unchanged, path, access, before)
    try:
        with in_words(path):
            _check_kind(raw, path)
            older = schema.version_of(raw) < schema.newest()
            if not older:
                schema.check_tables(raw, path)
                raw.execute("BEGIN")
        if older:
            with _copied(raw, path) as copy:
                yield copy, check
        else:
            yield Connection(path, raw, clock=utc_now, access=access, is_snapshot=True), check
    except StoreError:
        check()  # what is read while it changes may look damaged
        raise
    finally:
        raw.close()


def _check_unchanged(path: Path, access: Access, before: tuple[int, int, bool]) -> None:
    if access == "immutable" and not (path.exists() and _state(path) == before):
        raise MergeError(
            "the file was changed while it was read; nothing was written",
            where=path,
            remedy="try again when no other program is writing to it",
        )


def _plug_still(path: Path) -> tuple[sqlite3.Connection, Access]:
    """A connection that leaves nothing behind: a mere reader of a log makes files and keeps them.

    Where there is no log, nobody is writing, and all is in the one file.
    """
    if not _has_log(path):
        return plug(path, "immutable", 0), "immutable"
    try:
        return plug(path, "ro", _READ_WAIT_MS), "ro"
    except sqlite3.OperationalError as error:
        # Whoever only reads cannot take back what a crash left half written.
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
            raise
        raise ProjectUnwritable(
            "a program was stopped in the middle of writing to this project; that must be put"
            " right before it can be read",
            where=path,
            remedy="open it once in Annotator, where you may write to it; if you copy it, copy"
            " the files beside it too whose names begin with its own",
        ) from error


def _has_log(path: Path) -> bool:
    return any(path.with_name(path.name + end).exists() for end in ("-wal", "-journal"))


def _state(path: Path) -> tuple[int, int, bool]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size, _has_log(path)


@contextmanager
def _copied(raw: sqlite3.Connection, path: Path) -> Iterator[Connection]:
    """A copy in the newest version; troubles with it are told of the file itself."""
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        copy = Path(folder) / "older.annot"
        with in_words(path):
            copy_whole(raw, copy)
            newer = plug(copy, "rw", 0)
        try:
            with in_words(path):
                newer.execute("BEGIN")
                schema.migrate(newer)
                schema.check_tables(newer, path)
            yield Connection(path, newer, clock=utc_now, access="ro", is_snapshot=True)
        finally:
            newer.close()


def _make_ready(raw: sqlite3.Connection, path: Path, writable: bool) -> None:
    _check_kind(raw, path)
    if schema.version_of(raw) < schema.newest():
        _migrate(raw, path, writable)
    schema.check_tables(raw, path)
    if writable:
        _choose_journal(raw, path)


def is_writable(path: Path) -> bool:
    """Whether this process may change the file and make a journal beside it."""
    return all(os.access(place, os.W_OK, effective_ids=_EFFECTIVE) for place in (path, path.parent))


@contextmanager
def _closed_on_error(raw: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield raw
    except BaseException:
        raw.close()
        raise


def _plug(path: Path, writable: bool, wait_ms: int) -> tuple[sqlite3.Connection, Access]:
    if writable:
        return plug(path, "rw", wait_ms), "rw"
    try:
        return plug(path, "ro", wait_ms), "ro"
    except sqlite3.OperationalError:
        # A file with a write-ahead log wants to make files beside it even to be read. If there is
        # no log there is nothing that they would hold.
        if path.with_name(f"{path.name}-wal").exists():
            raise
        return plug(path, "immutable", wait_ms), "immutable"


def _check_kind(raw: sqlite3.Connection, path: Path) -> None:
    if raw.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise NotAProject(
            "this is not an Annotator project",
            where=path,
            remedy="choose a file that Annotator made; its name usually ends in .annot",
        )
    found = schema.version_of(raw)
    if found > schema.newest():
        raise NewerProject(
            "this project was made by a newer Annotator (file version {found}; this program"
            " reads up to {known})",
            where=path,
            remedy="install the newest Annotator, then open it again",
            found=found,
            known=schema.newest(),
        )


def _migrate(raw: sqlite3.Connection, path: Path, writable: bool) -> None:
    if not writable:
        raise ProjectUnwritable(
            "this project was made by an older Annotator and must be brought up to date, but it"
            " is read-only",
            where=path,
            remedy="copy it to a folder of your own and open the copy",
        )
    raw.execute("BEGIN IMMEDIATE")
    try:
        # Asked again, now that no other window can be doing the same.
        if (found := schema.version_of(raw)) < schema.newest():
            _copy_beside(path, _free_name(path, found))
            schema.migrate(raw)
            schema.check_tables(raw, path)
        raw.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            raw.execute("ROLLBACK")
        raise


def _copy_beside(path: Path, copy: Path) -> None:
    source = plug(path, "ro", 0)
    try:
        copy_whole(source, copy)
    finally:
        source.close()


def _free_name(path: Path, version: int) -> Path:
    """`name.v1.annot`; with a number where a copy is there already."""
    name = f"{path.stem}.v{version}"
    free, count = path.with_name(f"{name}{path.suffix}"), 2
    while free.exists():
        free, count = path.with_name(f"{name}-{count}{path.suffix}"), count + 1
    return free


def _choose_journal(raw: sqlite3.Connection, path: Path) -> None:
    wanted = "wal" if wal_is_safe() and is_local(path) else "delete"
    if raw.execute("PRAGMA journal_mode").fetchone()[0] == wanted:
        return
    try:
        raw.execute(f"PRAGMA journal_mode={wanted}").fetchone()
    except sqlite3.OperationalError as error:
        # Another program has the file open. A rollback journal is always sound, so wait for
        # another time; a write-ahead log is not, so do not share it.
        if wanted == "delete":
            raise ProjectBusy(
                "a newer version of the database engine is using this project",
                where=path,
                remedy="close the other program, then open the project again",
            ) from error
