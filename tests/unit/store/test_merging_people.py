"""Whose answers a merged project brings when names are taken; projects in portions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.codebook import parse_codebook
from annotator.errors import MergeError
from annotator.store import Store
from tests.unit.store.conftest import TOML

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ANNA, BEN = "3f0c9f3e-0d3a-4f43-8a2e-5a1c7b9d2e60", "8d219544-b97a-4c52-b59b-da60e5735596"


@pytest.fixture
def namesakes(new: Callable[..., Store], coding_in):
    """Two projects with one article, coded by two people who are both called anna."""
    hers, lead = coding_in(new("hers.annot"), "anna", ANNA), coding_in(new(), "anna", BEN)
    hers.frame("economic")
    hers.stance("favour")
    lead.frame("climate")
    return hers, lead


def who_said_what(store: Store) -> list[tuple[str, str, tuple[str, ...]]]:
    return sorted((r.annotator, r.annotator_uid, r.codes) for r in store.records())


def test_renamed_person_keeps_answers_uid_and_the_new_name(namesakes) -> None:
    hers, lead = namesakes
    report = lead.store.merge_project(hers.store.path, rename={"anna": "anna_2"})
    assert (report.added, report.new_annotators) == (2, ["anna_2"])
    assert report.conflicts == []
    assert who_said_what(lead.store) == [
        ("anna", BEN, ("climate",)),
        ("anna_2", ANNA, ("economic",)),
        ("anna_2", ANNA, ("favour",)),
    ]
    assert lead.store.check() == []


def test_renamed_person_is_known_by_uid_the_next_time(namesakes) -> None:
    hers, lead = namesakes
    lead.store.merge_project(hers.store.path, rename={"anna": "anna_2"})
    hers.frame("absent")
    report = lead.store.merge_project(hers.store.path)
    assert [(t.annotator, t.updated, t.unchanged) for t in report.tallies] == [("anna_2", 1, 1)]
    assert lead.store.merge_project(hers.store.path).backup is None


def test_renamed_answers_go_home_under_the_name_at_home(namesakes) -> None:
    hers, lead = namesakes
    lead.store.merge_project(hers.store.path, rename={"anna": "anna_2"})
    report = hers.store.merge_project(lead.store.path, rename={"anna": "other"})
    assert (report.added, report.new_annotators) == (1, ["other"])
    assert who_said_what(hers.store)[:2] == [
        ("anna", ANNA, ("economic",)),
        ("anna", ANNA, ("favour",)),
    ]
    assert hers.store.check() == []


def test_new_name_that_is_taken_asks_again(namesakes, everything) -> None:
    hers, lead = namesakes
    lead.store.add_annotator("anna_2")
    before = everything(lead.store._file.raw)
    with pytest.raises(MergeError, match="another annotator anna_2 here already") as caught:
        lead.store.merge_project(hers.store.path, rename={"anna": "anna_2"})
    assert "--rename anna=anna_2_2" in str(caught.value)
    assert everything(lead.store._file.raw) == before


def test_person_who_had_another_name_elsewhere_is_the_same_with_both_options(namesakes) -> None:
    hers, lead = namesakes
    lead.store.add_annotator("chief")
    before = [each.key for each in lead.store.annotators()]
    path = hers.store.path
    report = lead.store.merge_project(path, rename={"anna": "chief"}, same={"chief"})
    assert (report.new_annotators, {each.annotator for each in report.tallies}) == ([], {"chief"})
    assert [each.key for each in lead.store.annotators()] == before
    assert lead.store.merge_project(path).added == 0
    assert lead.store.check() == []


@pytest.mark.parametrize("name", ["", " anna"])
def test_new_name_that_is_none_brings_no_answers_and_says_why(namesakes, name: str) -> None:
    hers, lead = namesakes
    report = lead.store.merge_project(hers.store.path, rename={"anna": name})
    assert (report.added, len(report.refused)) == (0, 2)
    assert [who.key for who in lead.store.annotators()] == ["anna"]
    assert lead.store.check() == []


def test_answers_in_many_portions_are_all_there(
    new: Callable[..., Store], coding_in, article, monkeypatch
) -> None:
    monkeypatch.setattr("annotator.store.events_in._AT_ONCE", 2)
    monkeypatch.setattr("annotator.store.settling._AT_ONCE", 2)
    monkeypatch.setattr("annotator.store.judging._KEPT", 2)
    hers, lead = coding_in(new("hers.annot"), "anna", ANNA), new("lead.annot")
    for number in range(3):
        hers.store.add_article(article(f"Text {number}."))
    for paragraph in range(4):
        hers.frame("economic", paragraph=paragraph)
    hers.stance("favour")
    assert lead.merge_project(hers.store.path).added == 5
    assert lead.merge_project(hers.store.path).unchanged == 5
    assert [each.title for each in lead.documents()] == ["a"] * 4
    assert who_said_what(lead) == who_said_what(hers.store)
    assert lead.check() == []


def test_project_without_articles_and_answers_brings_nothing(new: Callable[..., Store]) -> None:
    lead = new("lead.annot")
    report = lead.merge_project(new("other.annot").path)
    assert (report.added, sum(report.brought.values()), report.backup) == (0, 0, None)


@pytest.mark.parametrize(
    ("old", "new_text", "words"),
    [
        ('named = "optional"', "", r"holder › person › named: “optional” here, – there"),
        ("value = 1\n", "value = 2\n", r"stance › code › favour › value: “1.0” here, “2.0” there"),
        (
            '[[target]]\nkey = "bank"\nlabel = "Bank"\ndefinition = "The bank."\n',
            "",
            r"target › bank: .*The bank.* here, – there",
        ),
        ('title = "Tone"', 'title = "Tones"', r"Tone.* here, .*Tones.* there"),
    ],
)
def test_what_one_codebook_lacks_is_named(
    new: Callable[..., Store], tmp_path: Path, old: str, new_text: str, words: str
) -> None:
    assert old in TOML
    other = parse_codebook(TOML.replace(old, new_text)).codebook
    assert other is not None
    Store.create(tmp_path / "o.annot", codebook=other).close()
    with pytest.raises(MergeError, match=words):
        new("lead.annot").merge_project(tmp_path / "o.annot")
