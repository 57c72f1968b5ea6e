"""Projects whose insides do not hang together: the merge says so and writes nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
import pytest

from annotator.errors import MergeError
from annotator.store import Store
from annotator.store.engine import sqlite3

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


NOBODY = "0f8d6c1e-2b7a-4e55-9a3c-77d1e0b4c9aa"
FREE = ("event_no_update", "document_no_rehash", "codebook_frozen", "paragraph_no_update")


@pytest.fixture
def two(new: Callable[..., Store], coding_in):
    """Anna's project with an answer and a kind of hers, closed, and the lead's, which is empty."""
    anna = coding_in(new("hers.annot"), "anna")
    anna.frame("economic")
    anna.store.set_kind(anna.document, 1, "quote", round="main", annotator="anna")
    anna.store.close()
    return anna.store.path, new("lead.annot")


def damage(path: Path, sql: str) -> None:
    """What no program of ours does: past the file's own rules, which stay as they were."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("PRAGMA ignore_check_constraints=ON")
    marks = ", ".join("?" * len(FREE))
    found = f"SELECT name, sql FROM sqlite_master WHERE name IN ({marks})"  # noqa: S608
    kept = raw.execute(found, FREE).fetchall()
    for name, _ in kept:
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute(sql)
    for _, trigger in kept:
        raw.execute(trigger)
    raw.close()


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("DELETE FROM annotator", "names the annotator anna, which is not in the file"),
        (
            "UPDATE event SET annotator='ghost' WHERE thing='kind'",
            "names the annotator ghost, which is not in the file",
        ),
        ("DELETE FROM device", "names the device number 1, which is not in the file"),
        ("UPDATE event SET step=99", "what no project can hold"),
        ("UPDATE event SET device_seq=-5, step=-5 WHERE seq=1", "what no project can hold"),
        ("UPDATE event SET rest=7", "what no project can hold"),
        ("UPDATE round SET key='late', codebook='8.0.0'", "what no project can hold"),
        ("UPDATE source SET codec='odd'", "what no project can hold"),
        ("UPDATE device SET uid='short'", "what no project can hold"),
        (
            "UPDATE codebook_version SET version='2.0.0', body='[1]'",
            r"codebook 2\.0\.0 of the file is damaged",
        ),
        (
            "UPDATE codebook_version SET body='{', sha256=hex(zeroblob(32))",
            r"codebook 1\.0\.0 of the file is damaged",
        ),
    ],
)
def test_file_that_contradicts_itself_is_refused_as_a_whole(two, everything, sql, words) -> None:
    path, lead = two
    damage(path, sql)
    before = everything(lead._file.raw)
    with pytest.raises(MergeError, match=words) as refused:
        lead.merge_project(path)
    assert refused.value.remedy
    assert everything(lead._file.raw) == before
    assert lead.check() == []
    assert [*lead.path.parent.glob("backups/*")] == []


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE annotator SET uid=replace(uid, '-', '_')", "is no annotator's uid"),
        ("UPDATE event SET duration_ms=-1", "-1 is no duration"),
    ],
)
def test_events_of_what_cannot_be_are_listed(two, sql, words) -> None:
    path, lead = two
    damage(path, sql)
    report = lead.merge_project(path)
    assert report.added == 0
    assert report.refused
    assert any(words in str(each) for each in report.refused)
    assert lead.check() == []


@pytest.mark.parametrize(
    ("thing", "name", "value", "words"),
    [
        ("annotation", "round", "late", "there is no round late in this project"),
        ("annotation", "document", NOBODY, f"the article {NOBODY} of an answer is not in the file"),
        ("kind", "document", NOBODY, f"the article {NOBODY} of an answer is not in the file"),
        ("annotation", "layer", "mood", "has no layer mood"),
        ("annotation", "paragraph", 77, "the article has no ¶ 78"),
    ],
)
def test_event_of_what_is_not_there_is_listed_and_the_rest_comes_in(
    two, coding, thing, name, value, words
) -> None:
    path, lead = two
    with Store.open(path) as anna:
        who = anna.annotators()[0]
    place = msgspec.structs.replace(coding.place(), annotator_uid=who.uid)
    field = {"document": "document_uid"}.get(name, name)
    uid = msgspec.structs.replace(place, **{field: value}).uid
    told = f"'{value}'" if isinstance(value, str) else value
    damage(
        path,
        f"UPDATE event SET after=json_set(after, '$.{name}', {told}), uid='{uid}'"  # noqa: S608
        f" WHERE thing='{thing}'",
    )
    report = lead.merge_project(path)
    (refused,) = map(str, report.refused)
    assert words in refused
    assert lead._file.one("SELECT count(*) FROM event") == 1
    assert lead.check() == []


def test_clear_of_an_answer_that_was_refused_leaves_nothing(
    new: Callable[..., Store], coding_in
) -> None:
    anna, lead = coding_in(new("hers.annot"), "anna"), new("lead.annot")
    anna.frame("economic")
    anna.clear()
    anna.store.close()
    damage(anna.store.path, "UPDATE event SET after=replace(after, 'economic', 'odd') WHERE seq=1")
    report = lead.merge_project(anna.store.path)
    assert [re.sub(".*: ", "", str(each)) for each in report.refused] == ["odd"]
    assert (report.added, report.updated, list(lead.records())) == (0, 0, [])
    assert lead.check() == []
    again = lead.merge_project(anna.store.path)
    assert (again.added, again.updated, again.backup) == (0, 0, None)


def test_article_whose_origin_is_not_told_comes_in(two) -> None:
    path, lead = two
    damage(path, "UPDATE document SET source=NULL")
    report = lead.merge_project(path)
    assert (report.brought["documents"], report.added, report.refused) == (1, 1, [])
    assert lead.source(lead.documents()[0].id) is None
    assert lead.check() == []
