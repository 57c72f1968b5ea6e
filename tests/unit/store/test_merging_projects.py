from __future__ import annotations

import itertools
import random
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.codebook import parse_codebook
from annotator.errors import AnswerRefused, MergeError, NotAProject
from annotator.model import Answer
from annotator.store import Change, Store, opening
from tests.unit.store.conftest import TOML

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.model import Codebook

ANNA, BEN = "3f0c9f3e-0d3a-4f43-8a2e-5a1c7b9d2e60", "8d219544-b97a-4c52-b59b-da60e5735596"


def table(store: Store) -> tuple[object, ...]:
    """All answers and kinds, without what each file numbers by itself."""
    answers = [
        (r.uid, r.annotator_uid, r.state, r.codes, r.note, r.rev, r.changed_at, r.device)
        for r in store.records()
    ]
    kinds = store._file.rows(
        "SELECT d.uid, p.ord, p.kind FROM paragraph p JOIN document d ON d.id=p.document"
        " ORDER BY 1, 2"
    )
    return sorted(answers), kinds


def book(old: str, new: str) -> Codebook:
    codebook = parse_codebook(TOML.replace(old, new)).codebook
    assert codebook is not None
    return codebook


@pytest.fixture
def two(new: Callable[..., Store], coding_in):
    """Anna's project, and the lead's, which is empty."""
    return coding_in(new("hers.annot"), "anna", ANNA), new("lead.annot")


def test_everything_of_another_project_comes_in(two) -> None:
    anna, lead = two
    anna.frame("economic")
    anna.stance("favour", "tax", "person:Ada")
    anna.store.set_kind(anna.document, 1, "quote", round="main", annotator="anna")
    report = lead.merge_project(anna.store.path)
    assert (report.added, report.refused, report.conflicts) == (2, [], [])
    assert (report.kinds, report.brought["documents"], report.new_annotators) == (0, 1, ["anna"])
    assert table(lead) == table(anna.store)
    assert lead.source(lead.documents()[0].id) == anna.store.source(anna.document)
    assert lead.check() == []
    assert lead.undo("main", "anna") is None
    assert report.backup.exists()


def test_second_merge_adds_nothing_and_leaves_no_backup(two, everything) -> None:
    anna, lead = two
    anna.frame("economic")
    lead.merge_project(anna.store.path)
    before = everything(lead._file.raw)
    report = lead.merge_project(anna.store.path)
    assert (report.added, report.updated, report.unchanged, report.backup) == (0, 0, 1, None)
    assert everything(lead._file.raw) == before


def test_dry_run_says_the_same_and_writes_nothing(two, everything) -> None:
    anna, lead = two
    anna.frame("economic")
    before = everything(lead._file.raw)
    report = lead.merge_project(anna.store.path, dry_run=True)
    assert (report.added, report.brought["documents"], report.backup) == (1, 1, None)
    assert everything(lead._file.raw) == before


def test_clear_and_changed_kind_travel(two) -> None:
    anna, lead = two
    anna.frame("economic")
    lead.merge_project(anna.store.path)
    anna.clear()
    anna.store.set_kind(anna.document, 1, "quote", round="main", annotator="anna")
    report = lead.merge_project(anna.store.path)
    assert (report.updated, report.kinds) == (1, 1)
    assert table(lead) == table(anna.store)
    assert lead.check() == []


@pytest.mark.usefixtures("journal")
def test_reading_leaves_the_other_project_as_it_was(two) -> None:
    anna, lead = two
    anna.frame("economic")
    path = anna.store.path
    anna.store.close()
    before = path.read_bytes()
    assert lead.merge_project(path).added == 1
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.glob("hers*")] == ["hers.annot"]


def test_answer_changed_on_two_machines_is_listed_once(two, coding_in) -> None:
    anna, lead = two
    anna.frame("economic")
    lead.merge_project(anna.store.path)
    laptop = coding_in(lead, "anna")
    anna.frame("climate")
    laptop.frame("absent")
    anna.store.set_kind(anna.document, 1, "quote", round="main", annotator="anna")
    lead.set_kind(laptop.document, 1, "heading", round="main", annotator="anna")
    found = lead.merge_project(anna.store.path).conflicts
    assert [(each.paragraph, each.layer) for each in found] == [(0, "frame"), (1, "")]
    assert lead.merge_project(anna.store.path).conflicts == []
    anna.store.merge_project(lead.path)
    assert table(lead) == table(anna.store)


def test_copy_that_was_worked_on_under_the_same_numbers_is_refused(two, everything) -> None:
    anna, lead = two
    anna.frame("economic")
    lead.merge_project(anna.store.path)
    with anna.store.write():
        anna.store._file.run("DROP TRIGGER event_no_update")
        anna.store._file.run("UPDATE event SET at='2026-03-09T09:14:07.512Z'")
        sql = lead._file.one("SELECT sql FROM sqlite_master WHERE name='event_no_update'")
        anna.store._file.run(sql)
    before = everything(lead._file.raw)
    with pytest.raises(MergeError, match="different things under one number"):
        lead.merge_project(anna.store.path)
    assert everything(lead._file.raw) == before


def test_other_codebook_of_the_same_version_names_the_first_difference(two, tmp_path) -> None:
    _, lead = two
    other = book('definition = "Money."', 'definition = "Cash."')
    Store.create(tmp_path / "o.annot", codebook=other).close()
    with pytest.raises(MergeError, match=r"frame › code › economic › definition.*Money.*Cash"):
        lead.merge_project(tmp_path / "o.annot")


def test_new_codebook_version_comes_in_frozen_with_its_answers(two, coding_in, tmp_path) -> None:
    _, lead = two
    other = book('version = "1.0.0"', 'version = "1.1.0"')
    with Store.create(tmp_path / "o.annot", codebook=other) as store:
        coding_in(store, "ben", BEN).frame("economic")
    report = lead.merge_project(tmp_path / "o.annot")
    assert report.brought["codebooks"] == 1
    assert [str(remark) for remark in report.remarks] == [
        "the round main is “main, codebook 1.0.0” here and “main, codebook 1.1.0” there; ours stays"
    ]
    assert [(v.version, v.frozen_at is None) for v in lead.codebook_versions()] == [
        ("1.0.0", True),
        ("1.1.0", False),
    ]
    assert [record.codebook for record in lead.records()] == ["1.1.0"]


def test_same_name_of_two_people_asks_and_same_is_remembered(two, coding_in) -> None:
    anna, lead = two
    coding_in(lead, "anna", BEN)
    anna.frame("economic")
    with pytest.raises(MergeError, match="--rename anna=anna_2"):
        lead.merge_project(anna.store.path)
    assert lead.merge_project(anna.store.path, same={"anna"}).added == 1
    assert lead.merge_project(anna.store.path).unchanged == 1
    assert [record.annotator_uid for record in lead.records()] == [BEN]
    assert lead.check() == []


def test_metadata_and_kinds_that_differ_are_told_and_ours_stay(two, article) -> None:
    anna, lead = two
    added = lead.add_article(article())
    with lead.write():
        lead._file.run("UPDATE document SET title='Ours'")
        lead._file.run("UPDATE paragraph SET kind='heading' WHERE ord=1")
    told = [str(remark) for remark in lead.merge_project(anna.store.path).remarks]
    assert told == [
        "the article Ours has another title there; ours stays",
        "¶ 2 of the article Ours is body there; ours stays",
    ]
    assert lead.paragraphs(added.document)[1].kind == "heading"


def test_article_divided_otherwise_is_refused_with_its_answers(two, article) -> None:
    anna, lead = two
    lead.add_article(article("\n\n".join(p.text for p in anna.store.paragraphs(anna.document))))
    anna.frame("economic")
    report = lead.merge_project(anna.store.path)
    assert [str(each) for each in report.refused] == [
        "the article a is divided into other paragraphs here; left out with it: 1 changes"
    ]
    assert (report.added, lead.check()) == (0, [])


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", None])
def test_what_is_no_project_is_refused(two, tmp_path: Path, content: bytes | None) -> None:
    _, lead = two
    path = tmp_path / "x.annot"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(NotAProject):
        lead.merge_project(path)


ACTS = st.lists(
    st.tuples(
        st.integers(0, 2),  # whose machine
        st.sampled_from(["economic", "climate", "none", "clear", "undo", "redo", "kind", "pull"]),
        st.integers(0, 2),  # paragraph, or whom to pull from
    ),
    min_size=1,
    max_size=25,
)


def act(machine, word: str, paragraph: int, machines) -> None:
    if word in {"undo", "redo"}:
        machine.undo() if word == "undo" else machine.redo()
    elif word == "clear":
        machine.clear(paragraph)
    elif word == "kind":
        kind = (
            "quote"
            if machine.store.paragraphs(machine.document)[paragraph].kind == "body"
            else "body"
        )
        machine.store.set_kind(machine.document, paragraph, kind, round="main", annotator="anna")
    elif word == "pull":
        if (other := machines[paragraph]) is not machine:
            machine.store.merge_project(other.store.path)
    else:
        answer = Answer("none") if word == "none" else Answer("coded", (word,))
        machine.store.annotate([Change(machine.place(paragraph), answer)])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts=ACTS, seed=st.integers(0, 99))
def test_any_history_in_any_order_gives_one_table(
    acts, seed, codebook, coding_in, tmp_path_factory
) -> None:
    folder = tmp_path_factory.mktemp("mesh")
    names = ["one", "two", "three"]
    machines = [
        coding_in(Store.create(folder / f"{name}.annot", codebook=codebook), "anna", ANNA)
        for name in names
    ]
    for who, word, paragraph in acts:
        with suppress(AnswerRefused):  # changed on the other machine since: undo says so
            act(machines[who], word, paragraph, machines)
    stores = [machine.store for machine in machines]
    ends = []
    for number in range(3):
        order = [*stores, stores[number]]
        random.Random(seed + number).shuffle(order)  # noqa: S311  # chance, not a secret
        with Store.create(folder / f"lead{number}.annot", codebook=codebook) as lead:
            for store in order:
                lead.merge_project(store.path)
            ends.append(table(lead))
            assert lead.check() == []
    for store, other in [*itertools.permutations(stores, 2)] * 2:
        store.merge_project(other.path)
    ends += [table(store) for store in stores]
    assert all(end == ends[0] for end in ends)
    for store in stores:
        assert store.check() == []
        store.close()


@pytest.mark.usefixtures("journal")
def test_project_that_is_open_elsewhere_is_read_as_it_is(two) -> None:
    anna, lead = two
    anna.frame("economic")
    with Store.open(anna.store.path) as window:
        assert lead.merge_project(window.path).added == 1


def test_file_that_changes_while_it_is_read_brings_nothing(two, monkeypatch, everything) -> None:
    anna, lead = two
    anna.frame("economic")
    path = anna.store.path
    anna.store.close()
    before = everything(lead._file.raw)
    sound = opening.plug  # type: ignore[attr-defined]  # where it is used

    def touching(*arguments):
        path.touch()
        return sound(*arguments)

    monkeypatch.setattr("annotator.store.opening.plug", touching)
    with pytest.raises(MergeError, match="changed while it was read"):
        lead.merge_project(path)
    assert everything(lead._file.raw) == before
