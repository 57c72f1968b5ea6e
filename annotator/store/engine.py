"""The one SQLite of this process: the module that sqlite-utils takes, found without loading it.

Two SQLites in one process do not see each other's locks, so everybody says
`from annotator.store.engine import sqlite3`. sqlite-utils itself (0.06 s of the window's start, and
0.8 s where pandas is installed) is loaded only to make a project or to migrate one. Imports nothing
of the package.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3  # noqa: TID251 - for the types alone
else:
    try:
        sqlite3 = importlib.import_module("pysqlite3")
    except ImportError:
        sqlite3 = importlib.import_module("sqlite3")

__all__ = ["sqlite3"]
