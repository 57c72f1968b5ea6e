from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.errors import MergeError

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.store import Store

OTHER = "8d219544-b97a-4c52-b59b-da60e5735596"


@pytest.fixture
def two(new: Callable[..., Store], coding_in):
    """Anna's project with an answer and a kind of hers, and the lead's, which is empty."""
    anna = coding_in(new("hers.annot"), "anna")
    anna.frame("economic")
    anna.store.set_kind(anna.document, 1, "quote", round="main", annotator="anna")
    return anna.store, new("lead.annot")


def tamper(store: Store, trigger: str, sql: str) -> None:
    """Change what the file protects, and put the protection back."""
    with store.write():
        kept = store._file.one("SELECT sql FROM sqlite_master WHERE name=?", trigger)
        store._file.run(f"DROP TRIGGER {trigger}")
        store._file.run(sql)
        store._file.run(kept)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ("rev=1<<60", "is no revision"),
        ("at='now'", "now is no time"),
        (f"uid='{OTHER}'", "does not belong to its place"),
        ("after=NULL", "says nothing"),
        ("after='[]'", "cannot be read"),
        ("after=replace(after,'economic','odd')", "no code of these: odd"),
        ("after=replace(after,'1.0.0','9.0.0')", "the codebook 9.0.0 is not"),
    ],
)
def test_event_that_does_not_fit_is_listed_and_the_rest_comes_in(two, changes, words) -> None:
    anna, lead = two
    tamper(anna, "event_no_update", f"UPDATE event SET {changes} WHERE thing='annotation'")  # noqa: S608
    report = lead.merge_project(anna.path)
    assert [words in str(each) for each in report.refused] == [True]
    assert lead._file.one("SELECT count(*) FROM event") == 1
    assert lead.check() == []


def test_kind_of_a_paragraph_that_is_not_there_is_listed(two) -> None:
    anna, lead = two
    tamper(
        anna,
        "event_no_update",
        "UPDATE event SET after=json_set(after,'$.paragraph',9) WHERE thing='kind'",
    )
    assert [str(each) for each in lead.merge_project(anna.path).refused] == [
        "the article has no ¶ 10"
    ]


def test_text_that_is_not_what_its_hash_says_is_refused_with_its_changes(two) -> None:
    anna, lead = two
    tamper(anna, "paragraph_no_update", "UPDATE paragraph SET text='Altro.' WHERE ord=1")
    report = lead.merge_project(anna.path)
    assert [str(each) for each in report.refused] == [
        "the text of the article a is not what its hash says; left out with it: 2 changes"
    ]
    assert (lead.documents(), lead.check()) == ([], [])


def test_what_lives_in_the_log_alone_comes_along(two) -> None:
    anna, lead = two
    with anna.write():
        anna._file.run(
            "INSERT INTO event(device, device_seq, step, at, annotator, thing, uid, rev, after)"
            " SELECT device, 99, 99, at, annotator, 'look', ?, 1, '{}' FROM event WHERE seq=1",
            OTHER,
        )
    lead.merge_project(anna.path)
    assert lead._file.one("SELECT count(*) FROM event WHERE thing='look'") == 1
    assert lead.check() == []


def test_new_rounds_and_labels_come_in_and_others_stay(two) -> None:
    anna, lead = two
    with anna.write():
        anna._file.run("INSERT INTO round(key, kind, codebook) VALUES('pilot', 'pilot', '1.0.0')")
        anna._file.run("INSERT INTO holder(key, label) VALUES('person:Ada', 'Ada')")
        anna._file.run("UPDATE target SET label='Levy' WHERE key='tax'")
    report = lead.merge_project(anna.path)
    assert (report.brought["rounds"], report.brought["holders"]) == (1, 1)
    assert [str(each) for each in report.remarks] == [
        "the target tax is “Tax” here and “Levy” there; ours stays"
    ]
    assert [each.key for each in lead.rounds()] == ["main", "pilot"]


def test_damaged_codebook_stops_the_merge(two, everything) -> None:
    anna, lead = two
    with anna.write():
        anna._file.run(
            "INSERT INTO codebook_version(version, name, sha256, body, created_at)"
            " SELECT '1.1.0', name, replace(sha256, substr(sha256, 1, 2), 'zz'), body, created_at"
            " FROM codebook_version"
        )
    before = everything(lead._file.raw)
    with pytest.raises(MergeError, match=r"codebook 1\.1\.0 of the file is damaged"):
        lead.merge_project(anna.path)
    assert everything(lead._file.raw) == before
