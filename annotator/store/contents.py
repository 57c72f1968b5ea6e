"""All of a project as records, each before what refers to it; for snapshots. Imports formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
# LEFT: an event of no known device must be refused, not passed over.
_EVENTS = (
    "SELECT ifnull(d.uid, 'number ' || e.device), e.device_seq, e.step, e.act, e.rest, e.at,"
    " e.annotator, e.thing, e.uid, e.rev,"
    " e.before, e.after, e.duration_ms FROM event e LEFT JOIN device d ON d.id=e.device"
    " ORDER BY e.seq"
)


def contents(file: Connection) -> Iterator[Content]:
    """Definitions, then articles one at a time, then the log in its own order."""
    yield from (CodebookRecord(*row) for row in file.rows(_CODEBOOKS))
    yield from (AnnotatorRecord(*row) for row in file.rows(_ANNOTATORS))
    yield from (LabelRecord(*row) for row in file.rows(_LABELS))
    yield from (RoundRecord(*row) for row in file.rows(_ROUNDS))
    yield from (DeviceRecord(*row) for row in file.rows(_DEVICES))
    for id_, source, uid, *row in file.stream(_DOCUMENTS):
        imported = file.row(_SOURCE, source)
        paragraphs = tuple(file.rows(_PARAGRAPHS, id_))
        origin = SourceRecord(*imported) if imported else None
        yield DocumentRecord(uid, origin, *(*row, paragraphs))
    for event in file.stream(_EVENTS):
        yield EventRecord(*event)
