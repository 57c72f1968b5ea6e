"""A project as records, each before what refers to it; for snapshots. Imports formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from annotator.formats.bundle import (
    AnnotatorRecord,
    CodebookRecord,
    Content,
    DeviceRecord,
    DocumentRecord,
    EventRecord,
    LabelRecord,
    RoundRecord,
    SourceRecord,
)
from annotator.store.rules import is_named
from annotator.store.splitting import STAND_IN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.store.connection import Connection

_CODEBOOKS = (
    "SELECT version, name, sha256, body, toml, note, declarations, created_at, frozen_at"
    " FROM codebook_version ORDER BY rowid"
)
_ANNOTATORS = "SELECT key, uid, kind FROM annotator ORDER BY key"
_LABELS = (
    "SELECT 'target', key, label, note FROM target UNION ALL"
    " SELECT 'holder', key, label, note FROM holder ORDER BY 1, 2"
)
_ROUNDS = (
    "SELECT key, kind, codebook, opened_at, closed_at, settings FROM round"
    " ORDER BY key <> 'main', opened_at, key"
)
_DEVICES = "SELECT uid, app, opened_at FROM device ORDER BY id"
_DOCUMENTS = (
    "SELECT id, source, uid, part, copy, title, author, outlet, published_on, url, lang,"
    " text_sha256, runs, meta, hidden FROM document ORDER BY id"
)
_SOURCE = (
    "SELECT sha256, bytes, codec, n_bytes, file_name, media_type, encoding, importer, steps,"
    " imported_at FROM source WHERE sha256=?"
)
_PARAGRAPHS = "SELECT kind, text FROM paragraph WHERE document=? ORDER BY ord"
_KIND_DEVICES = (
    "SELECT uid, app, opened_at FROM device"
    " WHERE id IN (SELECT device FROM event WHERE thing='kind') ORDER BY id"
)
# LEFT: an event of no known device must be refused, not passed over.
_EVENTS = (
    "SELECT ifnull(d.uid, 'number ' || e.device), e.device_seq, e.step, e.act, e.rest, e.at,"
    " e.annotator, e.thing, e.uid, e.rev,"
    " e.before, e.after, e.duration_ms FROM event e LEFT JOIN device d ON d.id=e.device"
)
_COUNTED = ("codebook_version", "annotator", "target", "holder", "round", "device", "document",
            "event", "annotation")  # fmt: skip
_IN_ORDER = " ORDER BY e.seq"
_OF_KINDS = " WHERE e.thing='kind'"
_STAND_INS = f"SELECT key, {STAND_IN} FROM annotator"  # noqa: S608  # a constant


def contents(file: Connection) -> Iterator[Content]:
    """Definitions, then articles one at a time, then the log in its own order."""
    yield from _definitions(file)
    yield from (DeviceRecord(*row) for row in file.rows(_DEVICES))
    yield from _articles(file)
    for event in file.stream(_EVENTS + _IN_ORDER):
        yield EventRecord(*event)


def record_counts(file: Connection) -> dict[str, int]:
    """How many records of each kind `contents` gives, and how many answers stand."""
    return {
        table: int(file.one(f"SELECT count(*) FROM {table}"))  # noqa: S608  # constants
        for table in _COUNTED
    }


def shared_contents(file: Connection) -> Iterator[Content]:
    """What all coders share: never an answer, a named holder or the key of anybody."""
    keys: dict[str, str] = dict(file.rows(_STAND_INS))
    for each in _definitions(file):
        if isinstance(each, AnnotatorRecord):
            yield replace(each, key=keys[each.key])
        elif not (isinstance(each, LabelRecord) and is_named(each.key)):
            yield each
    yield from (DeviceRecord(*row) for row in file.rows(_KIND_DEVICES))
    yield from _articles(file)
    for row in file.stream(_EVENTS + _OF_KINDS + _IN_ORDER):
        event = EventRecord(*row)
        yield replace(event, annotator=keys[event.annotator])


def _definitions(file: Connection) -> Iterator[Content]:
    yield from (CodebookRecord(*row) for row in file.rows(_CODEBOOKS))
    yield from (AnnotatorRecord(*row) for row in file.rows(_ANNOTATORS))
    yield from (LabelRecord(*row) for row in file.rows(_LABELS))
    yield from (RoundRecord(*row) for row in file.rows(_ROUNDS))


def _articles(file: Connection) -> Iterator[Content]:
    for id_, source, uid, *row in file.stream(_DOCUMENTS):
        imported = file.row(_SOURCE, source)
        paragraphs = tuple(file.rows(_PARAGRAPHS, id_))
        origin = SourceRecord(*imported) if imported else None
        yield DocumentRecord(uid, origin, *(*row, paragraphs))
