"""The tables of a project file, and how an older file gets them. Imports errors.

Numbered SQL files through sqlite-utils' `Migrations`; never `transform()`, which drops triggers.
"""

from __future__ import annotations

import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

from msgspec import Struct

from annotator.errors import NotAProject
from annotator.store.engine import sqlite3

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlite_utils import Database

# "ANNL" in ASCII: how SQLite, `file` and we tell a project from another SQLite file.
APPLICATION_ID = 1095650892

_OBJECTS = (
    "SELECT name, type, tbl_name, sql FROM sqlite_master WHERE name NOT GLOB 'sqlite_*'"
    " AND NOT (tbl_name='_sqlite_migrations' AND type IN ('table', 'index')) ORDER BY name"
)


class Version(Struct, frozen=True):
    """One version of the tables: the statements that lead to it, and the hash that they leave."""

    number: int
    sql: str
    fingerprint: str


def _statements(name: str) -> str:
    return (files("annotator.store") / name).read_text("utf-8")


VERSIONS: tuple[Version, ...] = (
    Version(
        1,
        _statements("0001.sql"),
        "2adca688d98e5e4ee188e1ad4295e8532da8756c1219d9a6f9e33783422eafff",
    ),
)


def newest() -> int:
    """The version that this program writes."""
    return VERSIONS[-1].number


def version_of(raw: sqlite3.Connection) -> int:
    """The version of the file's tables."""
    return int(raw.execute("PRAGMA user_version").fetchone()[0])


def migrate(raw: sqlite3.Connection) -> None:
    """Bring the tables to the newest version, in the caller's transaction.

    What is pending is computed here, after the lock is held: two windows may open one old file.
    """
    from sqlite_utils import Database, Migrations  # new and old files only: slow to load

    assert raw.in_transaction
    migrations = Migrations("annotator")
    for version in VERSIONS:
        migrations(name=f"{version.number:04}")(_applying(version.sql))
    migrations.apply(Database(raw, recursive_triggers=False, execute_plugins=False))


def _applying(sql: str) -> Callable[[Database], None]:
    def apply(db: Database) -> None:
        db.executescript(sql)

    return apply


def fingerprint(raw: sqlite3.Connection) -> str:
    """SHA-256 of every table, index, view and trigger of the file but SQLite's own."""
    digest = hashlib.sha256()
    for row in raw.execute(_OBJECTS):
        digest.update(repr(row).encode())
    return digest.hexdigest()


def check_tables(raw: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose tables, views or triggers are not ours, before anything uses them.

    Raises:
        NotAProject: with the names of what is foreign, changed or missing.
    """
    if fingerprint(raw) == VERSIONS[-1].fingerprint:
        return
    raise NotAProject(
        "the tables of this file are not those of a project; changed or foreign: {names}",
        where=path,
        remedy="take a copy that only Annotator has written, for instance from 'backups'",
        names=", ".join(sorted(_differences(raw))),
    )


def _differences(raw: sqlite3.Connection) -> set[str]:
    ours = sqlite3.connect(":memory:", isolation_level=None)
    try:
        ours.execute("BEGIN")
        migrate(ours)
        expected, found = set(ours.execute(_OBJECTS)), set(raw.execute(_OBJECTS))
    finally:
        ours.close()
    return {str(row[0]) for row in expected ^ found}
