from __future__ import annotations

import pytest
from sqlite_utils.utils import sqlite3

from annotator.errors import NotAProject
from annotator.model import Answer, Span
from annotator.store import Change, Store


@pytest.fixture
def coded(coding):
    """Answers of every sort, taken back and done again, and a changed kind."""
    answer = Answer("coded", ("economic",), evidence=(Span(0, 2, "economic"),))
    coding.store.annotate([Change(coding.place(), answer)])
    coding.stance("favour", "tax", "person:Ada")
    coding.frame("climate", paragraph=1)
    coding.undo()
    coding.store.set_kind(coding.document, 2, "quote", round="main", annotator="k7")
    return coding


def tamper(coding, *statements: str) -> list[str]:
    """What somebody with another program and without scruples can do."""
    raw = sqlite3.connect(coding.store.path, isolation_level=None)
    triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type='trigger'").fetchall()
    for name, _ in triggers:
        raw.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        raw.execute(statement)
    for _, sql in triggers:
        raw.execute(sql)
    raw.close()
    return [finding.slug for finding in coding.store.check()]


@pytest.mark.usefixtures("journal")
def test_sound_project_has_no_findings(coded) -> None:
    assert coded.store.check() == []


@pytest.mark.parametrize(
    ("statement", "slugs"),
    [
        ("UPDATE paragraph SET text='Piove!' WHERE ord=1", ["text-changed"]),
        ("UPDATE paragraph SET text='x' WHERE ord=1", ["text-changed", "paragraph-start"]),
        ("UPDATE paragraph SET start=7 WHERE ord=1", ["paragraph-start"]),
        ("UPDATE document SET copy=1", ["text-changed"]),
        ("UPDATE source SET bytes=x'00', codec='raw'", ["source-changed"]),
        ("UPDATE source SET bytes=zeroblob(9), codec='zlib'", ["source-changed"]),
        ("UPDATE codebook_version SET body=replace(body, 'Money', 'Coins')", ["codebook-changed"]),
        (
            "UPDATE annotation SET codes='[\"odd\"]' WHERE layer='frame'",
            ["answer-refused", "replay"],
        ),
        (
            "UPDATE annotation SET codes='[\"climate\",\"economic\"]' WHERE layer='frame'",
            ["answer-refused", "replay"],
        ),
        (
            "UPDATE annotation SET evidence='[{\"start\":0,\"end\":99}]' WHERE layer='frame'",
            ["answer-refused", "replay"],
        ),
        (
            "UPDATE annotation SET uid='00000000-0000-4000-8000-000000000000' WHERE layer='frame'",
            ["answer-refused", "not-in-log", "replay"],
        ),
        (
            "UPDATE annotation SET uid='ffffffff-0000-4000-8000-000000000000' WHERE layer='frame'",
            ["answer-refused", "replay", "not-in-log"],
        ),
        ("UPDATE annotation SET note='x' WHERE layer='frame'", ["replay"]),
        ("UPDATE annotation SET rev=7 WHERE layer='stance'", ["replay"]),
        ("DELETE FROM annotation WHERE layer='frame'", ["replay"]),
        ("DELETE FROM event WHERE thing='annotation'", ["not-in-log", "not-in-log"]),
        ("UPDATE paragraph SET kind='title' WHERE ord=2", ["replay-kind"]),
    ],
)
def test_what_is_not_as_it_must_be_is_found(coded, statement: str, slugs: list[str]) -> None:
    assert sorted(tamper(coded, statement)) == sorted(slugs)


def test_signs_that_json_escapes_are_no_findings(coding) -> None:
    signs = '"\\/\x7f\u2028\u00ad😀<&>'
    for paragraph, layer in enumerate(("frame", "words")):
        answer = Answer("none", note=signs) if paragraph == 0 else Answer("coded", value=signs)
        coding.store.annotate([Change(coding.place(paragraph, layer), answer)])
    assert coding.store.check() == []


def test_every_refused_answer_is_named_with_those_that_are_right(coding) -> None:
    places = [coding.place(paragraph) for paragraph in range(3)]
    for place in places:
        coding.store.annotate([Change(place, Answer("coded", ("economic",)))])
    with coding.store.write():
        coding.store._file.run("UPDATE annotation SET codes='[\"odd\"]' WHERE paragraph<2")
    refused = [each for each in coding.store.check() if each.slug == "answer-refused"]
    assert {each.values["uid"] for each in refused} == {place.uid for place in places[:2]}


def test_a_revision_of_two_machines_is_told_once(coding) -> None:
    coding.frame("economic")
    with coding.store.write():
        run = coding.store._file.run
        run("INSERT INTO device(uid, app, opened_at) VALUES('" + "f" * 36 + "', '', '')")
        run(
            "INSERT INTO event(device, device_seq, step, at, annotator, uid, rev, after)"
            " SELECT 2, 1, 1, at, annotator, uid, rev, replace(after, 'economic', 'climate')"
            " FROM event"
        )
    (finding,) = coding.store.check()
    assert finding.values == {"uid": coding.place().uid}


def test_dangling_rows_are_found(coded) -> None:
    assert tamper(coded, "PRAGMA foreign_keys=OFF", "DELETE FROM target WHERE key='tax'") == [
        "dangling"
    ]


def overwrite_page(coded, table: str) -> None:
    (root,) = coded.store._file.row("SELECT rootpage FROM sqlite_master WHERE name=?", table)
    coded.store.close()
    raw = bytearray(coded.store.path.read_bytes())
    raw[(root - 1) * 4096 + 8 : root * 4096] = b"\xa5" * 4088
    coded.store.path.write_bytes(raw)


@pytest.mark.parametrize("table", ["event", "annotation", "paragraph", "event_uid", "device"])
def test_damaged_pages_are_found(coded, table: str) -> None:
    overwrite_page(coded, table)
    with Store.open(coded.store.path) as store:
        assert {finding.slug for finding in store.check()} <= {"damaged", "unreadable"}
        assert store.check() != []


def test_unreadable_record_is_found(coded) -> None:
    slugs = tamper(coded, "UPDATE annotation SET codes='[1]' WHERE layer='frame'")
    assert slugs == ["unreadable"]
    with pytest.raises(NotAProject, match="cannot be read"):
        coded.answers()


def test_findings_speak(coded) -> None:
    with coded.store.write():
        coded.store._file.run("UPDATE annotation SET note='x' WHERE layer='frame'")
    (finding,) = coded.store.check()
    assert str(finding) == f"answer {coded.place().uid}: the log says otherwise"


def test_a_hundred_of_a_kind_are_enough(coded, article) -> None:
    for number in range(120):
        coded.store.add_article(article(f"Testo {number}."))
    assert tamper(coded, "UPDATE paragraph SET start=7 WHERE ord=0").count("paragraph-start") == 100
