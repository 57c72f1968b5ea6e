"""The whole project as a stream of records, or article by article. Imports model and formats.

One document at a time is in memory, never all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from annotator.formats.corpus import CodedDocument
from annotator.formats.jsonl import SCHEMA, Record, Words
from annotator.store.articles import Articles
from annotator.store.durations import Durations
from annotator.store.rows import read_codes, read_evidence

if TYPE_CHECKING:
    from annotator.model import Kind, Span
    from annotator.store.connection import Connection, Row
    from annotator.store.definitions import Definitions

    # The kind and text of each paragraph of one document; None is the whole document.
    Texts = dict[int | None, tuple[Kind | None, str | None]]

Names = Sequence[str] | None

# The index on identity gives the documents in order, if it is told to (else all rows are sorted, in
# memory); the rest is sorted a document at a time.
_RECORDS = (
    "SELECT document, uid, paragraph, layer, target, holder, round, annotator, state, codes,"
    " primary_code, value, evidence, confidence, note, codebook, rev, changed_at, device"
    " FROM annotation INDEXED BY annotation_identity"
    " WHERE (?1 IS NULL OR layer IN (SELECT value FROM json_each(?1)))"
    " AND (?2 IS NULL OR annotator IN (SELECT value FROM json_each(?2)))"
    " AND (?3 IS NULL OR round IN (SELECT value FROM json_each(?3)))"
    " AND document NOT IN (SELECT id FROM document WHERE hidden)"
    " ORDER BY document, paragraph IS NULL, paragraph, instr(?4, ' ' || layer || ' '), layer,"
    " target, holder, round, annotator"
)
_PARAGRAPHS = "SELECT ord, kind, text FROM paragraph WHERE document=?"
_META = "SELECT meta FROM document WHERE id=?"
_QUESTIONS = (
    "SELECT DISTINCT layer, target, holder FROM annotation"
    " WHERE (?1 IS NULL OR layer IN (SELECT value FROM json_each(?1)))"
    " AND annotator IN (SELECT value FROM json_each(?2))"
    " AND round IN (SELECT value FROM json_each(?3))"
    " AND document NOT IN (SELECT id FROM document WHERE hidden)"
)
_META_KEYS = "SELECT DISTINCT key FROM document, json_each(document.meta) WHERE NOT hidden"


class Outline(Struct, frozen=True):
    """What a table of answers has columns for.

    `questions` are layer, target and holder of every answer; `meta` the names of all metadata.
    """

    questions: set[tuple[str, str | None, str | None]]
    meta: set[str]


def outline(
    file: Connection, layers: Names, annotators: Sequence[str], rounds: Sequence[str]
) -> Outline:
    """Of the answers by these annotators in these rounds. For snapshots."""
    asked = file.rows(_QUESTIONS, *map(chosen, (layers, annotators, rounds)))
    return Outline({(layer, target, holder) for layer, target, holder in asked},
                   {key for (key,) in file.rows(_META_KEYS)})  # fmt: skip


class Records:
    """Reads answers in the order of the export; for snapshots."""

    def __init__(self, file: Connection, definitions: Definitions):
        self._file = file
        self._layers = " ".join(["", *(layer.key for layer in definitions.codebook().layers), ""])
        self._annotators = {each.key: (each.uid, each.kind) for each in definitions.annotators()}
        self._hashes = {each.version: each.sha256 for each in definitions.codebook_versions()}
        self._devices: dict[int, str] = dict(file.rows("SELECT id, uid FROM device"))

    def stream(self, layers: Names, annotators: Names, rounds: Names) -> Iterator[Record]:
        """The answers in these layers, by these annotators, in these rounds; None means all.

        In the order of documents, paragraphs (the whole document last), layers as in the
        codebook, targets, holders, rounds and annotators: the same project gives the same stream.
        """
        durations = Durations(self._file)
        names = map(chosen, (layers, annotators, rounds))
        rows = self._file.stream(_RECORDS, *names, self._layers)
        for document, group in groupby(rows, itemgetter(0)):
            of_document = list(group)
            spent = durations.of([row[1] for row in of_document])
            yield from self._of_document(document, of_document, spent)

    def documents(self, layers: Names, annotators: Names, rounds: Names) -> Iterator[CodedDocument]:
        """Every article, in the order of import, with the same answers as `stream`."""
        groups = groupby(self.stream(layers, annotators, rounds), attrgetter("document"))
        uid, records = next(groups, (None, iter(())))
        articles = Articles(self._file)
        for document in articles.documents():
            told: tuple[Record, ...] = ()
            if document.uid == uid:
                told = tuple(records)
                uid, records = next(groups, (None, iter(())))
            meta = msgspec.json.decode(self._file.one(_META, document.id), type=dict[str, object])
            paragraphs = tuple(articles.paragraphs(document.id))
            yield CodedDocument(document, paragraphs, told, meta)

    def _of_document(
        self, document: int, rows: list[Row], spent: list[int | None]
    ) -> Iterator[Record]:
        found = self._file.row("SELECT uid, title, text_sha256 FROM document WHERE id=?", document)
        assert found is not None
        document_uid, title, text_sha256 = found
        texts: Texts = {
            ord_: (kind, text) for ord_, kind, text in self._file.rows(_PARAGRAPHS, document)
        }
        texts[None] = (None, None)
        told = zip(rows, spent, strict=True)
        # One unpacking a row, no loop within: this is most of the time of an export.
        for (
            (_, uid, paragraph, layer, target, holder, round_, key, state, codes, primary, value,
             evidence, confidence, note, codebook, rev, changed_at, device), spent_ms
        ) in told:  # fmt: skip
            annotator_uid, annotator_kind = self._annotators[key]
            kind, text = texts[paragraph]
            yield Record(
                SCHEMA,
                uid,
                round_,
                key,
                annotator_uid,
                annotator_kind,
                document_uid,
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
                () if evidence == "[]" else _words(evidence, text, texts),
                confidence,
                note,
                codebook,
                self._hashes[codebook],
                rev,
                changed_at,
                spent_ms,
                self._devices[device],
                text,
                text_sha256,
            )


def _words(evidence: str, text: str | None, texts: Texts) -> tuple[Words, ...]:
    return tuple(
        _quoted(span, text or texts[span.paragraph][1]) for span in read_evidence(evidence)
    )


def _quoted(span: Span, text: str | None) -> Words:
    words = (text or "")[span.start : span.end]
    return Words(span.start, span.end, span.code, span.paragraph, words)


def chosen(names: Names) -> str | None:
    """Names as one value of a query, a JSON array; None means all."""
    return None if names is None else msgspec.json.encode(list(names)).decode()
