"""A whole copy of a project file. Imports nothing of the package.

Always through SQLite: reading the file with other means and closing it would drop the locks that
this process holds on it.
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

from annotator.store.engine import sqlite3

if TYPE_CHECKING:
    from pathlib import Path

_PAGES, _PAUSE_S, _PATIENCE_S = 2000, 0.010, 5.0


class _OutOfPatienceError(Exception):
    """Commits of others keep restarting the copy."""


def copy_whole(raw: sqlite3.Connection, path: Path, *, gently: bool = False) -> None:
    """Copy the whole database to a new file; all or nothing.

    Args:
        raw: an open connection to the source.
        path: where the copy goes; it must not exist.
        gently: in small portions, so that other programs can commit meanwhile. A commit restarts
            the copy; after five seconds it is made in one go.
    """
    part = path.with_name(f"{path.name}.part")
    copy = sqlite3.connect(part)
    try:
        if not (gently and _copied_in_portions(raw, copy)):
            raw.backup(copy)
        copy.close()
        part.rename(path)
    finally:
        copy.close()
        with suppress(OSError):
            part.unlink()


def _copied_in_portions(raw: sqlite3.Connection, copy: sqlite3.Connection) -> bool:
    deadline = time.monotonic() + _PATIENCE_S

    def rest(_status: int, remaining: int, _total: int) -> None:
        if remaining and time.monotonic() > deadline:
            raise _OutOfPatienceError
        time.sleep(_PAUSE_S if remaining else 0)

    try:
        raw.backup(copy, pages=_PAGES, progress=rest, sleep=_PAUSE_S)
    except _OutOfPatienceError:
        return False
    return True
