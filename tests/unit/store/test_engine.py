from __future__ import annotations

import subprocess
import sys

from sqlite_utils.utils import sqlite3 as theirs

from annotator.store.engine import sqlite3 as ours

OPENED = """
import sys
from pathlib import Path
from annotator.store import Store
Store.open(Path(sys.argv[1])).close()
print(sorted({"numpy", "pandas", "sqlite_utils"} & set(sys.modules)))
"""
WITHOUT_THE_NEWER = """
import sys
sys.modules["pysqlite3"] = None
from annotator.store.engine import sqlite3
print(sqlite3.__name__)
"""


def test_where_no_newer_sqlite_is_installed_it_is_pythons_own() -> None:
    command = [sys.executable, "-c", WITHOUT_THE_NEWER]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "sqlite3"


def test_there_is_one_sqlite_in_the_process() -> None:
    assert ours is theirs


def test_opening_a_project_loads_no_sqlite_utils(store) -> None:
    store.close()
    command = [sys.executable, "-c", OPENED, str(store.path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
