"""One coder's part of a project, as a file of its own. Imports model.

It holds what all share (articles, codebooks, rounds, labels, kinds of paragraphs) and what this
coder did. Nothing that others answered, noted or named ever enters it, so no trace of it can be
found in its bytes. Whoever else changed a kind of a paragraph stands there under a key made from
her uid.
"""
# ruff: noqa: S608  # only constants are joined

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from annotator.errors import MergeError
from annotator.store.definitions import ALIASES, CODER, Definitions
from annotator.store.log import encoded
from annotator.store.opening import make_file

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.model import Annotator
    from annotator.store.connection import Connection
    from annotator.store.definitions import Project
    from annotator.store.engine import sqlite3

# The key of somebody whose own key stays behind, made from the column `uid`.
STAND_IN: Final = "'someone_' || substr(uid, 1, 8)"

_OWN = "annotator=:who OR thing='kind'"
# In the order in which they refer to each other; numbers of rows stay, but in the log, where gaps
# would tell how much the others did.
_PARTS: Final = {
    "codebook_version": "SELECT * FROM codebook_version ORDER BY rowid",
    "annotator": "SELECT key, uid, kind, role, attributes FROM annotator WHERE key=:who UNION ALL"
    f" SELECT {STAND_IN}, uid, kind, 'coder', '{{}}' FROM annotator WHERE key<>:who"
    " AND key IN (SELECT annotator FROM event WHERE thing='kind')",
    "device": "SELECT id, uid, '', app, opened_at FROM device WHERE id IN"
    f" (SELECT device FROM event WHERE {_OWN}"
    " UNION SELECT device FROM annotation WHERE annotator=:who) ORDER BY id",
    "source": "SELECT * FROM source ORDER BY rowid",
    "document": "SELECT * FROM document ORDER BY id",
    "paragraph": "SELECT * FROM paragraph ORDER BY document, ord",
    "target": "SELECT * FROM target",
    "holder": "SELECT * FROM holder WHERE instr(key, ':')=0"
    " OR key IN (SELECT holder FROM annotation WHERE annotator=:who)"
    " OR key IN (SELECT json_extract(ifnull(after, before), '$.holder') FROM event"
    " WHERE annotator=:who AND thing='annotation')",
    "round": "SELECT * FROM round",
    "annotation": "SELECT * FROM annotation WHERE annotator=:who ORDER BY rowid",
    "event": "SELECT NULL, device, device_seq, step, act, rest, at, CASE annotator WHEN :who"
    f" THEN annotator ELSE (SELECT {STAND_IN} FROM annotator a WHERE a.key=event.annotator) END,"
    f" thing, uid, rev, before, after, duration_ms FROM event WHERE {_OWN} ORDER BY seq",
}


def is_stand_in(who: Annotator) -> bool:
    """Whether this key only stands for somebody whose own key stayed behind."""
    return who.key == f"someone_{who.uid[:8]}"


def split(still: Connection, who: Annotator, path: Path) -> None:
    """Write this annotator's part of a project, which is held still, to a new file; all or nothing.

    Raises:
        ProjectExists: there is a file of this name.
        ProjectUnwritable: the folder is missing, read-only or full.
    """
    make_file(path, partial(_fill, still, who))


def check_part(part: Project, whole: Project, path: Path) -> None:
    """Raise MergeError if the file at `path` is no part of this whole project."""
    if part.uid != whole.uid:
        raise MergeError(
            "this file is no part of the project “{title}”; nothing was written",
            where=path,
            remedy="name a file that was made from it with: annotator split",
            title=whole.title,
        )


def _fill(still: Connection, who: Annotator, raw: sqlite3.Connection) -> None:
    project = Definitions(still).project()
    raw.execute("PRAGMA cache_size=-64000")  # uids are random: each goes into another page
    raw.execute(
        "INSERT INTO project VALUES(1, ?, ?, ?, ?)",
        (project.uid, project.title, project.created_at, encoded(_settings(project, who.key))),
    )
    for table, select in _PARTS.items():
        columns = len(raw.execute(f"PRAGMA table_info({table})").fetchall())
        places = ", ".join("?" * columns)
        rows = still.raw.execute(select, {"who": who.key})
        raw.executemany(f"INSERT INTO {table} VALUES({places})", rows)


def _settings(project: Project, who: str) -> dict[str, object]:
    settings = {**project.settings, CODER: who}
    if ALIASES in settings:  # they name the others
        settings[ALIASES] = {uid: key for uid, key in project.aliases.items() if key == who}
    return settings
