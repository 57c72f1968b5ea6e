"""Metadata from a table: a row an article, joined by the name of its file.

Imports text, store, model and errors. The column `file` names the article; `title`, `author`,
`outlet`, `published_on`, `url` and `lang` say what they say; every other column is kept by its own
name. An empty cell says nothing.
"""

from __future__ import annotations

import io
from pathlib import PurePath
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import asdict, replace

from annotator.errors import ImportFailed
from annotator.model import Remark
from annotator.text.columns import FIELDS, a_date
from annotator.text.importing import opened, whole
from annotator.text.plain import decoded_text
from annotator.text.records import csv_records, delimiter_of

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.model import DocumentId
    from annotator.store import Metadata, Store

_FILE = "file"
_SNIFFED = 64 * 1024


class Joined(Struct, frozen=True):
    """What a table did: how many articles say something else now, and what did not fit."""

    n_changed: int
    remarks: tuple[Remark, ...]


def read_metadata(path: Path) -> dict[str, dict[str, str]]:
    """The rows of a table (CSV or TSV) by the name of the file that each is about.

    Raises:
        ImportFailed: it cannot be read, has no column `file`, names a file twice, or has a date
            that is none; with the line.
    """
    try:
        with opened(path) as file:
            text = decoded_text(whole(file)).text
        return _rows(text)
    except ImportFailed as error:
        error.where = f"{path}: {error.where}" if error.where else str(path)
        raise


def join(store: Store, rows: dict[str, dict[str, str]], *, dry_run: bool = False) -> Joined:
    """Let the articles of a project say what the table says, also those that were there before.

    A name that no article has, or several have, is told; nothing is guessed.
    """
    documents: dict[str, list[DocumentId]] = {}
    for document in store.documents():
        documents.setdefault(document.file_name, []).append(document.id)
    remarks, n_changed = [], 0
    for name, row in rows.items():
        found = documents.get(name, [])
        if len(found) != 1:
            remarks.append(_no_single(name, len(found)))
            continue
        before = store.metadata(found[0])
        after = _with(before, row)
        if after != before:
            n_changed += 1
            remarks += _changes(name, before, after)
            if not dry_run:
                store.set_metadata(found[0], after)
    return Joined(n_changed, tuple(remarks))


def _rows(text: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for record in csv_records(io.StringIO(text, newline=""), delimiter_of(text[:_SNIFFED])):
        row = {name.strip(): value.strip() for name, value in record.values.items()}
        if _FILE not in row:
            raise ImportFailed(
                "the table has no column “file”, which names the file of each article",
                remedy="name the column of file names “file”",
            )
        name = PurePath(row.pop(_FILE).replace("\\", "/")).name
        if name in found:
            raise ImportFailed(
                "the file “{name}” has two rows",
                where=record.where,
                remedy="leave one row a file",
                name=name,
            )
        found[name] = _with_date(row, record.where)
    return found


def _with_date(row: dict[str, str], where: str) -> dict[str, str]:
    words = row.get("published_on")
    if not words:
        return row
    date = a_date(words)
    if not date:
        raise ImportFailed(
            "“{words}” is not a date that means one day",
            where=where,
            remedy="write it as 2025-02-14, 2025-02 or 2025",
            words=words,
        )
    return {**row, "published_on": date}


def _with(before: Metadata, row: dict[str, str]) -> Metadata:
    said = {name: value for name, value in row.items() if value}
    fields = {name: said.pop(name) for name in FIELDS if name in said}
    return replace(before, meta={**before.meta, **said}, **fields)


def _no_single(name: str, n: int) -> Remark:
    if n:
        return Remark(
            slug="file_is_several",
            template="“{name}” is the file of {n} articles; its row was passed over",
            values={"name": name, "n": n},
        )
    return Remark(
        slug="file_is_unknown",
        template="no article came from a file named “{name}”; its row was passed over",
        values={"name": name},
    )


def _changes(name: str, before: Metadata, after: Metadata) -> list[Remark]:
    """What was said otherwise before; what was not said before is no change to speak of."""
    old, new = asdict(before), asdict(after)
    old, new = {**old.pop("meta"), **old}, {**new.pop("meta"), **new}
    return [
        Remark(
            slug="metadata_changed",
            template="{name}: {field} was “{before}” and is “{after}” now",
            values={"name": name, "field": field, "before": old[field], "after": new[field]},
        )
        for field in old
        if old[field] not in {None, "", "und", new[field]}
    ]
