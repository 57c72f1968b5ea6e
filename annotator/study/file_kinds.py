"""What kind of file somebody named, by its content; a suffix may be wrong or missing.

May import store and formats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.formats.bundle_file import is_bundle
from annotator.formats.jsonl import is_annotations

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = 4096


def holds_a_database(path: Path) -> bool:
    """Whether this is a project, or at least a database; False also where it cannot be read."""
    from annotator.store import is_database  # slow to load, and not always there already

    return is_database(path)


def holds_annotations(path: Path) -> bool:
    """Whether this is an export of annotations; False also where it cannot be read."""
    return is_annotations(_head(path))


def holds_a_bundle(path: Path) -> bool:
    """Whether this is a whole project as text; False also where it cannot be read."""
    return is_bundle(_head(path))


def _head(path: Path) -> bytes:
    # A pipe gives its bytes only once; a project that is open here is left to SQLite.
    if not path.is_file() or holds_a_database(path):
        return b""
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError:
        return b""
