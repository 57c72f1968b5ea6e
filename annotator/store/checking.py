"""Whether a project is whole: what `annotator check` looks at. Imports model.

Every check streams and tells what it found; none of them repairs. What SQLite can compare by itself
it compares; only what looks odd to it is read and judged here.
"""

# ruff: noqa: S608  # only constants are joined

from __future__ import annotations

import zlib
from itertools import groupby, islice
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
    uid_named,
)
from annotator.store.articles import unpacked
from annotator.store.definitions import Definitions
from annotator.store.log import read_kind, said
from annotator.store.replay import Winner, winner, winners
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
_BY_DOCUMENT = _ANSWERS + " ORDER BY a.document"
# Without marked words an answer is as right in every paragraph, and few differ: as an answer of
# nobody to the first paragraph of a document, each distinct one is looked at once.
_IS_PLAIN = "a.evidence='[]' AND a.note='' AND a.value IS NULL"
_PLAIN = (
    "SELECT DISTINCT '', '', '', '', 0, '', iif(a.paragraph IS NULL, NULL, 0), a.layer, a.target,"
    " a.holder, a.state, a.codes, a.primary_code, a.value, a.evidence, a.confidence, a.note,"
    f" a.codebook, 1, '', 0 FROM annotation a WHERE {_IS_PLAIN}"
)
_OTHERS = f"{_ANSWERS} WHERE NOT ({_IS_PLAIN}) ORDER BY a.document"
_NAMES = (
    "SELECT a.uid, a.document, printf('annotation\x1f%s\x1f%s\x1f%s\x1f%s\x1f%s\x1f%s\x1f%s',"
    " a.round, w.uid, d.uid, a.paragraph, a.layer, a.target, a.holder) FROM annotation a"
    " CROSS JOIN document d ON d.id=a.document CROSS JOIN annotator w ON w.key=a.annotator"
)
_OF_UID = _ANSWERS + " WHERE a.uid=?"
# What an event says of an answer, but for rare signs that SQLite and msgspec escape differently.
_SAID = (
    """'{"round":' || json_quote(a.round) || ',"document":"' || d.uid || '"'"""
    """ || ifnull(',"paragraph":' || a.paragraph, '') || ',"layer":"' || a.layer || '"'"""
    """ || iif(a.target IS NULL, '', ',"target":' || json_quote(a.target))"""
    """ || iif(a.holder IS NULL, '', ',"holder":' || json_quote(a.holder))"""
    """ || ',"state":"' || a.state || '"' || iif(a.codes='[]', '', ',"codes":' || a.codes)"""
    """ || iif(a.primary_code IS NULL, '', ',"primary":' || json_quote(a.primary_code))"""
    """ || iif(a.value IS NULL, '', ',"value":' || json_quote(a.value))"""
    """ || iif(a.evidence='[]', '', ',"evidence":' || a.evidence)"""
    """ || ifnull(',"confidence":' || a.confidence, '')"""
    """ || iif(a.note='', '', ',"note":' || json_quote(a.note))"""
    """ || ',"codebook":' || json_quote(a.codebook) || '}'"""
)
# In the order of the log, which is much that of the answers: by uid each row would be a seek. Only
# an event that differs is looked up in the log: is there a later one?
_SUSPECTS = (
    "SELECT e.uid FROM event e NOT INDEXED LEFT JOIN annotation a ON a.uid=e.uid"
    " LEFT JOIN document d ON d.id=a.document WHERE e.thing='annotation' AND CASE"
    " WHEN e.after IS NULL AND a.uid IS NULL THEN 0"
    " WHEN (a.rev, a.changed_at, a.device, a.annotator) = (e.rev, e.at, e.device, e.annotator)"
    f" AND e.after = {_SAID} THEN 0"
    " ELSE NOT EXISTS(SELECT 1 FROM event o WHERE o.uid=e.uid AND o.rev>e.rev) END"
)
_NOT_IN_LOG = "SELECT uid FROM annotation EXCEPT SELECT uid FROM event ORDER BY 1"


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
            # Indexes are looked up at random: with SQLite's usual 2 MB each look reads the file.
            file.rows("PRAGMA cache_size=-64000")
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
    yield _uids(file)
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
        if content is not None and not _is_whole(content, codec, sha256):
            yield Finding(
                "source-changed",
                "the bytes of an imported file have changed: {sha256}",
                {"sha256": sha256},
            )


def _is_whole(content: bytes, codec: str, sha256: str) -> bool:
    try:
        return sha256_hex(unpacked(content, codec)) == sha256
    except zlib.error:
        return False


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
    plain = map(_read, file.rows(_PLAIN))
    all_plain_right = not any(_refusal(row, codebooks[row.codebook], {0: ""}) for row in plain)
    answers = _OTHERS if all_plain_right else _BY_DOCUMENT
    for document, rows in groupby(file.stream(answers), itemgetter(4)):
        texts: dict[int, str] = dict(
            file.rows("SELECT ord, text FROM paragraph WHERE document=?", document)
        )
        for row in map(_read, rows):
            reason = _refusal(row, codebooks[row.codebook], texts)
            if reason:
                yield _refused(row.uid, reason, document)


def _uids(file: Connection) -> Iterator[Finding]:
    """Answers whose uid is another than their place makes."""
    for uid, document, name in file.stream(_NAMES):
        if uid != uid_named(name):
            yield _refused(uid, "its uid is not that of its place", document)


def _refused(uid: str, reason: str, document: int) -> Finding:
    values: dict[str, str | int] = {"uid": uid, "reason": reason, "document": document}
    return Finding("answer-refused", "answer {uid}: {reason}", values)


def _refusal(row: _Row, codebook: Codebook, texts: dict[int, str]) -> str:
    try:
        layer = layer_at(codebook, row.place)
        check_answer(row.answer, codebook, layer, row.place, texts.get)
    except AnswerRefused as refusal:
        return str(refusal)
    if in_order(row.answer, codebook, layer) != row.answer:
        return "codes or evidence are not in order"
    return ""


def _replay(file: Connection) -> Iterator[Finding]:
    """Answers that are not what the log says, both ways."""
    for (uid,) in file.stream(_NOT_IN_LOG):
        yield Finding("not-in-log", "answer {uid}: the log does not know it", {"uid": uid})
    seen: set[str] = set()  # two machines may have made the same revision
    for (uid,) in file.stream(_SUSPECTS):
        if uid in seen:
            continue
        seen.add(uid)
        won = winner(file, "annotation", uid)
        row = file.row(_OF_UID, uid)
        assert won is not None
        if not _tells(won, _read(row) if row else None):
            yield Finding("replay", "answer {uid}: the log says otherwise", {"uid": uid})


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
    for won in winners(file, "kind"):
        told = read_kind(won.after or "")
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
