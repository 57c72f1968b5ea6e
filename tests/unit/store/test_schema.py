"""What the tables themselves refuse, from a plain connection of another program."""

from __future__ import annotations

import pytest
from sqlite_utils.utils import sqlite3

from annotator.model import Answer, Span
from annotator.store import Change, Store, schema

UID = "00000000-0000-4000-8000-00000000000{}"
DEVICE = "INSERT INTO device(id, uid, app, opened_at) VALUES(77, '{}', 'x', 'now')"
SOURCE = "INSERT INTO source(sha256, n_bytes, media_type, importer, imported_at) VALUES({})"
ANNOTATION = (
    "INSERT INTO annotation(uid, round, annotator, document, paragraph, layer, target, holder,"
    " state, codes, primary_code, confidence, codebook, rev, changed_at, device)"
    " SELECT {uid}, {round}, annotator, {document}, {paragraph}, layer, {target}, {holder},"
    " {state}, {codes}, {primary}, {confidence}, {codebook}, {rev}, changed_at, {device}"
    " FROM annotation LIMIT 1"
)
GOOD = {
    "uid": f"'{UID.format(1)}'",
    "round": "round",
    "document": "document",
    "paragraph": "1",
    "target": "NULL",
    "holder": "NULL",
    "state": "'coded'",
    "codes": """'["economic"]'""",
    "primary": "NULL",
    "confidence": "NULL",
    "codebook": "codebook",
    "rev": "1",
    "device": "device",
}
EVENT = (
    "INSERT INTO event(device, device_seq, step, at, annotator, uid, rev, act, before)"
    " SELECT device, {seq}, {step}, at, {annotator}, uid, {rev}, {act}, {before} FROM event LIMIT 1"
)
EVENT_GOOD = {
    "seq": "99",
    "step": "99",
    "annotator": "annotator",
    "rev": "1",
    "act": "'do'",
    "before": "NULL",
}


def annotation(**changed: str) -> str:
    return ANNOTATION.format(**{**GOOD, **changed})


def event(**changed: str) -> str:
    return EVENT.format(**{**EVENT_GOOD, **changed})


WRONG = [
    # what an answer may not be
    annotation(paragraph="0"),  # a second row of one identity
    annotation(uid="uid"),
    annotation(uid="'short'"),
    annotation(codes="'[]'"),  # coded without an answer
    annotation(state="'none'"),  # none with codes
    annotation(state="'maybe'"),
    annotation(primary="'climate'"),  # not among the codes
    annotation(codes="'economic'"),
    annotation(codes="""'{"a":1}'"""),
    annotation(target="'nobody'"),
    annotation(holder="'nobody'"),
    annotation(round="'nowhere'"),
    annotation(paragraph="99"),
    annotation(document="99"),
    annotation(codebook="'9.9.9'"),
    annotation(confidence="4"),
    annotation(rev="0"),
    annotation(device="99"),
    annotation(rev="'many'"),
    # what the log does not take
    event(seq="1", step="1"),  # twice the same number of a device
    event(step="NULL"),
    event(step="100"),
    event(annotator="'nobody'"),
    event(rev="0"),
    event(act="'guess'"),
    event(before="'{'"),
    "UPDATE event SET at='later'",
    "DELETE FROM event",
    "REPLACE INTO event SELECT * FROM event LIMIT 1",
    # what never changes
    "UPDATE paragraph SET text='other'",
    "UPDATE paragraph SET kind='odd'",
    "DELETE FROM paragraph",
    "REPLACE INTO paragraph SELECT * FROM paragraph LIMIT 1",
    "INSERT INTO paragraph(document, ord, start, text) VALUES(1, 50, 0, '')",
    "INSERT INTO paragraph(document, ord, start, text) VALUES(1, 50, 0, 'a' || char(0))",
    "UPDATE document SET text_sha256=upper(text_sha256)",
    "REPLACE INTO document SELECT * FROM document LIMIT 1",
    "UPDATE document SET published_on='yesterday'",
    "UPDATE codebook_version SET body='{}'",
    "UPDATE codebook_version SET frozen_at=NULL",
    "DELETE FROM codebook_version",
    "REPLACE INTO codebook_version SELECT * FROM codebook_version",
    "INSERT INTO project SELECT 2, uid, title, created_at, settings FROM project",
    "UPDATE project SET settings='{'",
    "INSERT INTO annotator(key, uid) SELECT '', uid || 'x' FROM annotator",
    SOURCE.format("'short', 1, 'text/plain', 'text', 'now'"),
    DEVICE.format("short"),
]


@pytest.fixture
def other(coding):
    """Another program's connection to a project with one answer; foreign keys on, no more."""
    coding.frame("economic")
    raw = sqlite3.connect(coding.store.path, isolation_level=None)
    raw.execute("PRAGMA foreign_keys=ON")
    yield raw
    raw.close()


@pytest.mark.parametrize("statement", WRONG)
def test_wrong_write_is_refused(other: sqlite3.Connection, everything, statement: str) -> None:
    before = everything(other)
    with pytest.raises(sqlite3.IntegrityError):
        other.execute(statement)
    assert everything(other) == before


@pytest.mark.parametrize("statement", [annotation(), event()])
def test_right_write_is_taken(other: sqlite3.Connection, statement: str) -> None:
    """The control: it is not some other mistake that the wrong ones are refused for."""
    assert other.execute(statement).rowcount == 1


def test_unfrozen_codebook_may_change(store: Store) -> None:
    with store.write():
        store._file.run("UPDATE codebook_version SET toml='x'")
    assert store.codebook_toml() == "x"


def test_constant_hash_is_that_of_the_statements(store: Store) -> None:
    assert schema.fingerprint(store._file.raw) == schema.VERSIONS[-1].fingerprint


def test_views_flatten_the_answers(coding) -> None:
    evidence = (Span(0, 2, "climate"),)
    coding.store.annotate(
        [
            Change(coding.place(1), Answer("coded", ("economic", "climate"), "climate")),
            Change(coding.place(2), Answer("none")),
            Change(coding.place(0), Answer("coded", ("climate",), evidence=evidence)),
        ]
    )
    coding.stance("favour", holder="person:Mario Draghi")
    frames = coding.store._file.rows(
        "SELECT paragraph, state, code, is_primary FROM frame_labels ORDER BY paragraph, code"
    )
    assert frames == [
        (0, "coded", "climate", 0),
        (1, "coded", "climate", 1),
        (1, "coded", "economic", 0),
        (2, "none", None, 0),
    ]
    stances = coding.store._file.rows("SELECT target, holder, code FROM stances")
    assert stances == [("tax", "person:Mario Draghi", "favour")]
