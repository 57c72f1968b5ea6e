"""The whole project as a stream of records, for export. Imports model and
the JSONL format.

A `Record` has the fields of one line of the JSONL format in their order; the formats turn it into
bytes. One document at a time is in memory, never all.
"""
# a round is a word of this project
# a round is a word of this project

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

import msgspec

from annotator.formats.jsonl import SCHEMA, Record, Words
from annotator.store.rows import read_codes, read_evidence

if TYPE_CHECKING:
    from annotator.model import Kind, Span, State
    from annotator.store.connection import Connection, Row
    from annotator.store.definitions import Definitions

Names = Sequence[str] | None

_RECORDS = (
    "SELECT document, paragraph, layer, target, holder, round, annotator, uid, state, codes,"
    " primary_code, value, evidence, confidence, note, codebook, rev, changed_at, device,"
    " (SELECT sum(duration_ms) FROM event WHERE event.uid=annotation.uid) FROM annotation"
    " WHERE (?1 IS NULL OR layer IN (SELECT value FROM json_each(?1)))"
    " AND (?2 IS NULL OR annotator IN (SELECT value FROM json_each(?2)))"
    " AND (?3 IS NULL OR round IN (SELECT value FROM json_each(?3)))"
    " AND document NOT IN (SELECT id FROM document WHERE hidden) ORDER BY document"
)
_PARAGRAPHS = "SELECT ord, kind, text FROM paragraph WHERE document=?"
_LAST = 1 << 62  # the whole document comes after its last paragraph


class Records:
    """Reads answers in the order of the export; for snapshots."""

    def __init__(self, file: Connection, definitions: Definitions):
        self._file = file
        self._layers = {
            layer.key: place for place, layer in enumerate(definitions.codebook().layers)
        }
        self._annotators = {each.key: each for each in definitions.annotators()}
        self._hashes = {each.version: each.sha256 for each in definitions.codebook_versions()}
        self._devices: dict[int, str] = dict(file.rows("SELECT id, uid FROM device"))

    def stream(self, layers: Names, annotators: Names, rounds: Names) -> Iterator[Record]:
        """The answers in these layers, by these annotators, in these rounds; None means all.

        In the order of documents, paragraphs (the whole document last), layers as in the
        codebook, targets, holders, rounds and annotators: the same project gives the same stream.
        """
        rows = self._file.stream(_RECORDS, *map(chosen, (layers, annotators, rounds)))
        for document, group in groupby(rows, itemgetter(0)):
            yield from self._of_document(document, sorted(group, key=self._place))

    def _place(self, row: Row) -> tuple[object, ...]:
        _, paragraph, layer, target, holder, round_, annotator, *_ = row
        return (
            _LAST if paragraph is None else paragraph,
            self._layers.get(layer, _LAST),
            layer,
            target or "",
            holder or "",
            round_,
            annotator,
        )

    def _of_document(self, document: int, rows: list[Row]) -> Iterator[Record]:
        found = self._file.row("SELECT uid, title, text_sha256 FROM document WHERE id=?", document)
        assert found is not None
        uid, title, text_sha256 = found
        paragraphs: dict[int | None, tuple[Kind | None, str | None]] = {
            ord_: (kind, text) for ord_, kind, text in self._file.rows(_PARAGRAPHS, document)
        }
        paragraphs[None] = (None, None)
        for row in rows:
            (_, paragraph, layer, target, holder, round_, annotator, answer_uid, state, codes) = (
                row[:10]
            )
            primary, value, evidence, confidence, note, codebook, rev, at, device, spent = row[10:]
            who = self._annotators[annotator]
            kind, text = paragraphs[paragraph]
            yield Record(
                SCHEMA,
                answer_uid,
                round_,
                annotator,
                who.uid,
                who.kind,
                uid,
                title,
                paragraph,
                kind,
                layer,
                target,
                holder,
                state,
                read_codes(codes),
                primary,
                value,
                tuple(_words(span, paragraph, paragraphs) for span in read_evidence(evidence)),
                confidence,
                note,
                codebook,
                self._hashes[codebook],
                rev,
                at,
                spent,
                self._devices[device],
                text,
                text_sha256,
            )


def _words(
    span: Span,
    paragraph: int | None,
    paragraphs: dict[int | None, tuple[Kind | None, str | None]],
) -> Words:
    text = paragraphs[span.paragraph if paragraph is None else paragraph][1] or ""
    return Words(span.start, span.end, span.code, span.paragraph, text[span.start : span.end])


def chosen(names: Names) -> str | None:
    """Names as one value of a query, a JSON array; None means all."""
    return None if names is None else msgspec.json.encode(list(names)).decode()
