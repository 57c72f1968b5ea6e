"""A still picture of the project for long reading. Imports the store's own rooms.

With a write-ahead log a second connection sees one moment and hinders nobody. Without one a mere
reader makes every COMMIT fail for as long as it reads, so long reads get a temporary copy.
"""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.store.clock import utc_now
from annotator.store.connection import Access, Connection, plug
from annotator.store.copying import copy_whole
from annotator.store.troubles import in_words

if TYPE_CHECKING:
    from collections.abc import Generator

_WAIT_MS = 10_000


@contextmanager
def snapshot(file: Connection) -> Generator[Connection]:
    """The project as it is now, for reading only, whatever is written meanwhile."""
    if file.is_snapshot:
        yield file
    elif file.access == "immutable" or file.one("PRAGMA journal_mode") == "wal":
        with _beside(file.path, file) as still:
            yield still
    else:
        with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
            copy = Path(folder) / "snapshot.annot"
            with in_words(file.path):
                copy_whole(file.raw, copy, gently=True)
            with _beside(copy, file) as still:
                yield still


@contextmanager
def _beside(path: Path, file: Connection) -> Generator[Connection]:
    access: Access = "immutable" if file.access == "immutable" else "ro"
    with in_words(file.path):
        raw = plug(path, access, _WAIT_MS)
    try:
        with in_words(file.path):
            raw.execute("BEGIN")
            raw.execute("SELECT 1 FROM project").fetchone()  # from here on the picture is still
        yield Connection(file.path, raw, clock=utc_now, access=access, is_snapshot=True)
    finally:
        raw.close()
