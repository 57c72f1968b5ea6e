"""Whether a project is whole: what `annotator check` looks at. Imports model.

Every check streams and tells what it found; none of them repairs.
"""

from __future__ import annotations

from itertools import chain, groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from annotator.codebook import codebook_sha256
from annotator.errors import AnswerRefused, NotAProject
from annotator.model import (
    Answer,
    Codebook,
    Place,
    canonical_text,
    document_uid,
    sha256_hex,
)
from annotator.store.articles import unpacked
from annotator.store.definitions import Definitions
from annotator.store.log import read_kind, said
from annotator.store.replay import Winner, winners
from annotator.store.rows import read_codes, read_evidence
from annotator.store.rules import check_answer, in_order, layer_at
from annotator.store.troubles import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.store.connection import Connection, Row

_NO_USE = {"damaged", "dangling"}
_LIMIT = 100  # of one kind: a broken file has the same trouble a million times

_ANSWERS = (
    "SELECT a.uid, a.round, a.annotator, w.uid, a.document, d.uid, a.paragraph, a.layer, a.target,"
    " a.holder, a.state, a.codes, a.primary_code, a.value, a.evidence, a.confidence, a.note,"
    " a.codebook, a.rev, a.changed_at, a.device FROM annotation a"
    " CROSS JOIN document d ON d.id=a.document CROSS JOIN annotator w ON w.key=a.annotator"
)
_BY_UID, _BY_DOCUMENT = _ANSWERS + " ORDER BY a.uid", _ANSWERS + " ORDER BY a.document"


class Finding(Struct, frozen=True):
    """Something that is not as it must be: an English template, its values, a slug."""

    slug: str
    template: str
    values: dict[str, str | int]

    def __str__(self) -> str:
        return self.template.format(**self.values)


class _Row(Struct, frozen=True):
    """A current answer with all that the checks compare."""

    uid: str
    place: Place
    answer: Answer
    codebook: str
    rev: int
    changed_at: str
    device: int


def check(file: Connection) -> list[Finding]:
    """All findings, at most a hundred of a kind. For snapshots."""
    found: list[Finding] = []
    try:
        with in_words(file.path):
            for findings in _parts(file):
                found += islice(findings, _LIMIT)
                if found and found[0].slug in _NO_USE:
                    break  # what stands in a damaged database says nothing about the answers
    except NotAProject as error:
        reason = error.what.format(**error.values)
        found.append(Finding("unreadable", "it cannot be read on: {reason}", {"reason": reason}))
    return found


def _parts(file: Connection) -> Iterator[Iterator[Finding]]:
    yield _database(file)
    definitions = Definitions(file)
    yield _texts(file)
    yield _sources(file)
    yield _codebooks(definitions)
    yield _answers(file, definitions)
    yield _replay(file)
    yield _kinds(file)


def _database(file: Connection) -> Iterator[Finding]:
    for row in file.rows("PRAGMA integrity_check(100)"):
        if row[0] != "ok":
            yield Finding("damaged", "the database is damaged: {reason}", {"reason": row[0]})
    for table, rowid, parent, _ in file.rows("PRAGMA foreign_key_check"):
        yield Finding(
            "dangling",
            "row {row} of the table {table} points to something that is not in {parent}",
            {"table": table, "row": rowid or 0, "parent": parent},
        )


def _texts(file: Connection) -> Iterator[Finding]:
    for document, uid, copy, expected in file.rows(
        "SELECT id, uid, copy, text_sha256 FROM document ORDER BY id"
    ):
        rows = file.rows(
            "SELECT ord, start, text FROM paragraph WHERE document=? ORDER BY ord", document
        )
        sha256 = sha256_hex(canonical_text([row[2] for row in rows]))
        if sha256 != expected or uid != document_uid(sha256, copy):
            yield Finding(
                "text-changed",
                "the text of article {document} is not the one that was imported",
                {"document": document},
            )
        starts, start = [], 0
        for _, _, text in rows:
            starts.append(start)
            start += len(text) + 2
        if [row[:2] for row in rows] != list(enumerate(starts)):
            yield Finding(
                "paragraph-start",
                "the paragraphs of article {document} do not follow each other",
                {"document": document},
            )


def _sources(file: Connection) -> Iterator[Finding]:
    for sha256, content, codec in file.stream("SELECT sha256, bytes, codec FROM source"):
        if content is not None and sha256_hex(unpacked(content, codec)) != sha256:
            yield Finding(
                "source-changed",
                "the bytes of an imported file have changed: {sha256}",
                {"sha256": sha256},
            )


def _codebooks(definitions: Definitions) -> Iterator[Finding]:
    for version in definitions.codebook_versions():
        if codebook_sha256(definitions.codebook_of(version.version)) != version.sha256:
            yield Finding(
                "codebook-changed",
                "the codebook {version} is not the one that its hash was made of",
                {"version": version.version},
            )


def _answers(file: Connection, definitions: Definitions) -> Iterator[Finding]:
    """Answers that their codebook or their text does not allow, document by document."""
    codebooks = {
        each.version: definitions.codebook_of(each.version)
        for each in definitions.codebook_versions()
    }
    for document, rows in groupby(file.stream(_BY_DOCUMENT), itemgetter(4)):
        texts: dict[int, str] = dict(
            file.rows("SELECT ord, text FROM paragraph WHERE document=?", document)
        )
        for row in map(_read, rows):
            reason = _refusal(row, codebooks[row.codebook], texts)
            if reason:
                yield Finding("answer-refused", "answer {uid}: {reason}", _where(row, reason))


def _refusal(row: _Row, codebook: Codebook, texts: dict[int, str]) -> str:
    try:
        layer = layer_at(codebook, row.place)
        check_answer(row.answer, codebook, layer, row.place, texts.get)
    except AnswerRefused as refusal:
        return str(refusal)
    if in_order(row.answer, codebook, layer) != row.answer:
        return "codes or evidence are not in order"
    return "" if row.uid == row.place.uid else "its uid is not that of its place"


def _where(row: _Row, reason: str) -> dict[str, str | int]:
    return {"uid": row.uid, "reason": reason, "document": row.place.document}


def _replay(file: Connection) -> Iterator[Finding]:
    """Answers that are not what the log says, both ways; both streams come by uid."""
    rows = map(_read, file.stream(_BY_UID))
    row = next(rows, None)
    for winner in winners(file, "annotation"):
        while row is not None and row.uid < winner.uid:
            yield Finding("not-in-log", "answer {uid}: the log does not know it", {"uid": row.uid})
            row = next(rows, None)
        mine = row if row is not None and row.uid == winner.uid else None
        if not _tells(winner, mine):
            yield Finding("replay", "answer {uid}: the log says otherwise", {"uid": winner.uid})
        row = next(rows, None) if mine else row
    for left in chain([row] if row else [], rows):
        yield Finding("not-in-log", "answer {uid}: the log does not know it", {"uid": left.uid})


def _tells(winner: Winner, row: _Row | None) -> bool:
    if row is None or winner.after is None:
        return row is None and winner.after is None
    place, stands = row.place, (row.rev, row.changed_at, row.device, row.place.annotator)
    return (
        stands == (winner.rev, winner.at, winner.device, winner.annotator)
        and said(place, row.answer, row.codebook) == winner.after
    )


def _kinds(file: Connection) -> Iterator[Finding]:
    """Kinds that are not what the log says; one without events is the importer's."""
    for winner in winners(file, "kind"):
        told = read_kind(winner.after or "")
        stands = file.row(
            "SELECT p.kind FROM paragraph p JOIN document d ON d.id=p.document"
            " WHERE d.uid=? AND p.ord=?",
            told.document,
            told.paragraph,
        )
        if stands != (told.kind,):
            yield Finding(
                "replay-kind",
                "¶ {number} of an article has another kind than the log says",
                {"number": told.paragraph + 1, "document": told.document},
            )


def _read(row: Row) -> _Row:
    (uid, round_, key, who, document, document_uid_, paragraph, layer, target, holder) = row[:10]
    state, codes, primary, value, evidence, confidence, note, *rest = row[10:]
    place = Place(round_, key, who, document, document_uid_, paragraph, layer, target, holder)
    answer = Answer(
        state, read_codes(codes), primary, value, read_evidence(evidence), confidence, note
    )
    return _Row(uid, place, answer, *rest)
