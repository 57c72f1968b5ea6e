"""One connection to one project file: reading, one way to write. Imports errors.

Only this module and `opening` know how SQLite is set up; the other rooms of the store get a
`Connection` and speak SQL through it.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Literal
from uuid import uuid4

from annotator.errors import ProjectUnwritable
from annotator.store.clock import Clock, written
from annotator.store.engine import sqlite3
from annotator.store.troubles import in_words

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from pathlib import Path

Access = Literal["rw", "ro", "immutable"]
Row = tuple[Any, ...]
Table = Literal["annotation", "event"]

_QUERY = {"rw": "?mode=rw", "ro": "?mode=ro", "immutable": "?mode=ro&immutable=1"}
# Not trusted_schema=OFF: SQLite 3.40 then calls json_valid in a CHECK unsafe.
_PRAGMAS = ("foreign_keys=ON", "recursive_triggers=ON", "synchronous=FULL")
_STRETCH = 50_000
_MOVED = (
    "the project file has been moved, removed or replaced since it was opened; nothing was written"
)
_MOVED_REMEDY = "put it back where it was, or open it where it is now"
_READ_ONLY = "this project was opened for reading only, because its file or folder is read-only"
_READ_ONLY_REMEDY = "copy it to a folder of your own and open the copy"


def plug(path: Path, access: Access, wait_ms: int) -> sqlite3.Connection:
    """A raw connection to a file that exists, with the pragmas every connection needs."""
    raw = sqlite3.connect(
        path.absolute().as_uri() + _QUERY[access],
        uri=True,
        isolation_level=None,
        timeout=wait_ms / 1000,
    )
    try:
        for pragma in _PRAGMAS:
            raw.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        raw.close()
        raise
    return raw


class Connection:
    """The project file as its rooms see it: rows out, and `write()`."""

    def __init__(
        self,
        path: Path,
        raw: sqlite3.Connection,
        *,
        clock: Clock,
        access: Access = "rw",
        device_label: str = "",
        is_snapshot: bool = False,
    ):
        self.path = path
        self.raw = raw
        self.access = access
        self.is_snapshot = is_snapshot
        self.device_label = device_label
        self.device_uid = str(uuid4())
        self._clock = clock
        self._identity = _identity(path)
        self._log = _identity(self._log_path)

    @property
    def read_only(self) -> bool:
        """Whether the file may only be read."""
        return self.access != "rw"

    @property
    def _log_path(self) -> Path:
        return self.path.with_name(f"{self.path.name}-wal")

    def now(self) -> str:
        """The present moment as it is written."""
        return written(self._clock())

    def rows(self, sql: str, *values: object) -> list[Row]:
        """All rows of a query, fetched at once: an open cursor would block other programs."""
        with in_words(self.path):
            return self.raw.execute(sql, values).fetchall()

    def row(self, sql: str, *values: object) -> Row | None:
        """The first row of a query, or None."""
        with in_words(self.path):
            cursor = self.raw.execute(sql, values)
            row: Row | None = cursor.fetchone()
            cursor.close()
            return row

    def one(self, sql: str, *values: object) -> Any:  # noqa: ANN401  # as the column has it
        """The only value of a query that always has a row."""
        row = self.row(sql, *values)
        assert row is not None, sql
        return row[0]

    def stream(self, sql: str, *values: object) -> Iterator[Row]:
        """The rows of a query, one by one; for snapshots and inside `write()` only."""
        with in_words(self.path):
            # Not `yield from`: that would close the cursor, perhaps after its connection.
            for row in self.raw.execute(sql, values):  # noqa: UP028
                yield row

    def stretches(self, table: Table) -> Iterator[tuple[int, int]]:
        """First and last row id of some 50,000 rows each, gaps left out; all of a table."""
        last = 0
        while first := self.one(f"SELECT min(rowid) FROM {table} WHERE rowid > ?", last):  # noqa: S608
            last = first + _STRETCH - 1
            yield first, last

    def run(self, sql: str, *values: object) -> int:
        """One statement of a write; returns the last row id."""
        cursor = self.raw.execute(sql, values)
        return cursor.lastrowid or 0

    def run_many(self, sql: str, values: Iterable[Row]) -> None:
        """One statement of a write for many rows."""
        self.raw.executemany(sql, values)

    @contextmanager
    def write(self) -> Generator[None]:
        """One transaction: all of the body or nothing, durable when it ends.

        Inside another `write()` it is a part that can fail alone.

        Raises:
            StoreError: the file is locked, full, read-only, moved or damaged; nothing was written.
        """
        if self.read_only:
            raise ProjectUnwritable(_READ_ONLY, where=self.path, remedy=_READ_ONLY_REMEDY)
        nested = self.raw.in_transaction
        with in_words(self.path), self._savepoint() if nested else self._transaction():
            yield

    @contextmanager
    def _transaction(self) -> Generator[None]:
        # IMMEDIATE: what the body reads must still be true when it writes.
        self.raw.execute("BEGIN IMMEDIATE")
        try:
            self._check_place()
            yield
            self.raw.execute("COMMIT")
        except BaseException:
            # SQLite may have rolled back by itself (disk full): then there is nothing to undo.
            with suppress(sqlite3.Error):
                self.raw.execute("ROLLBACK")
            raise

    def _check_place(self) -> None:
        # A file that was removed under its window would take every answer and keep none.
        log = _identity(self._log_path)
        # So would a log that was deleted: whatever in this process opens and closes the project as
        # a plain file gives up SQLite's locks, and then another program takes itself for the last.
        if _identity(self.path) != self._identity or (self._log is not None and log != self._log):
            raise ProjectUnwritable(_MOVED, where=self.path, remedy=_MOVED_REMEDY)
        self._log = log

    @contextmanager
    def _savepoint(self) -> Generator[None]:
        self.raw.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            if self.raw.in_transaction:
                self.raw.execute("ROLLBACK TO part")
                self.raw.execute("RELEASE part")
            raise
        self.raw.execute("RELEASE part")

    def close(self) -> None:
        """Bring everything into the one file and let go of it."""
        # Another program may be using the file: then the last one to close does it.
        with suppress(sqlite3.Error):
            if not self.read_only:
                self.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self.raw.close()


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file stands under this name; None if there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116  # twice as fast as Path.stat, once a write
    except OSError:
        return None
    return found.st_dev, found.st_ino
