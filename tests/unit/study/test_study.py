"""The study's smaller rooms: kinds of files, which rounds enter agreement, simulated readers."""
# ruff: noqa: S311  # no secrets are drawn

from __future__ import annotations

import os
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from sqlite_utils.utils import sqlite3

from annotator.errors import AnnotatorError
from annotator.model import Answer, Article, Candidate, Paragraph, Place
from annotator.session.asking import Rules
from annotator.store import Change, Store
from annotator.study.answers_file import (
    ParagraphAnswers,
    Stance,
    WholeAnswers,
    reference_answers,
)
from annotator.study.file_kinds import holds_a_database, holds_annotations
from annotator.study.reliability import project_answers
from annotator.study.simulation import Habits, simulated_paragraph, simulated_whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model import Codebook

    Projects = Callable[..., Store]

CAREFUL = Habits(slips=0, marks_words=1, other_reading=0, cannot_tell=0)
TEXT = "Orders dried up after the ban, and two makers shed staff."
TOLD = ParagraphAnswers(
    number=1,
    frames=("geopolitical", "economic"),
    primary="economic",
    words={"economic": "shed staff"},
    stances=(Stance("export_controls", "author", "against", "dried up"),),
)


# ------------------------------------------------------------------ kinds of files


def test_project_is_known_by_its_first_bytes(make_project: Projects, tmp_path: Path) -> None:
    store = make_project()
    store.close()
    renamed = store.path.rename(tmp_path / "notes.txt")
    assert holds_a_database(renamed)
    assert not holds_annotations(renamed)


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes")
def test_what_is_no_readable_file_is_of_no_kind(tmp_path: Path) -> None:
    assert not holds_a_database(tmp_path)
    assert not holds_a_database(tmp_path / "none.annot")
    os.mkfifo(tmp_path / "pipe")
    assert not holds_annotations(tmp_path / "pipe")


def test_file_that_cannot_be_read_is_of_no_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise PermissionError

    (tmp_path / "x").write_text("x")
    monkeypatch.setattr(Path, "open", locked)
    assert not holds_a_database(tmp_path / "x")
    assert not holds_annotations(tmp_path / "x")


# ------------------------------------------------------------------ agreement's rounds


def answer_in(store: Store, round_: str, *keys: str) -> None:
    document = store.documents()[0]
    people = {who.key: who for who in store.annotators()}
    for key in keys:
        who = people.get(key) or store.add_annotator(key)
        place = Place(round_, key, who.uid, document.id, document.uid, 1, "frame")
        store.annotate([Change(place, Answer("coded", ("economic",)))])


@pytest.fixture
def rounds(make_project: Projects) -> Store:
    """A project with a training and a pilot round beside `main`."""
    store = make_project()
    raw = sqlite3.connect(store.path)
    for key in ("training", "pilot"):
        raw.execute("INSERT INTO round(key, kind, codebook) VALUES(?, ?, '1.0.0')", (key, key))
    raw.commit()
    raw.close()
    return store


def rounds_of_frame(store: Store, rounds: tuple[str, ...] = ()) -> tuple[str, ...]:
    (answers,) = project_answers(store, layers=["frame"], rounds=rounds)
    return answers.rounds


def test_pilot_counts_where_nothing_better_has_two_annotators(rounds: Store) -> None:
    answer_in(rounds, "pilot", "k7", "m2")
    answer_in(rounds, "training", "k7", "m2")
    answer_in(rounds, "main", "k7")
    assert rounds_of_frame(rounds) == ("pilot",)


def test_main_round_counts_alone_once_two_have_coded_in_it(rounds: Store) -> None:
    answer_in(rounds, "pilot", "k7", "m2")
    answer_in(rounds, "main", "k7", "m2")
    assert rounds_of_frame(rounds) == ("main",)


def test_training_counts_only_where_it_is_asked_for(rounds: Store) -> None:
    answer_in(rounds, "training", "k7", "m2")
    assert rounds_of_frame(rounds) == ()
    assert rounds_of_frame(rounds, rounds=("training",)) == ("training",)


def test_answers_of_a_model_count_only_where_it_is_asked_for(rounds: Store) -> None:
    rounds.add_annotator("parrot", kind="model")
    answer_in(rounds, "main", "k7", "m2", "parrot")
    (people,) = project_answers(rounds, layers=["frame"])
    assert people.annotators == ["k7", "m2"]
    (asked,) = project_answers(rounds, layers=["frame"], annotators=["k7", "parrot"])
    assert asked.annotators == ["k7", "parrot"]


def test_people_whose_answers_another_program_wrote_count(rounds: Store) -> None:
    rounds.add_annotator("elsewhere", kind="import")
    answer_in(rounds, "main", "k7", "elsewhere")
    (people,) = project_answers(rounds, layers=["frame"])
    assert people.annotators == ["elsewhere", "k7"]


def test_layers_come_in_the_order_of_the_codebook(rounds: Store) -> None:
    chosen = [answers.layer.key for answers in project_answers(rounds, layers=["flag", "frame"])]
    assert chosen == ["frame", "flag"]
    assert len(project_answers(rounds)) == len(rounds.codebook().layers)


@pytest.mark.parametrize("name", ["layers", "rounds", "annotators"])
def test_unknown_name_is_refused(rounds: Store, name: str) -> None:
    chosen: dict[str, Any] = {name: ["moon"]}
    with pytest.raises(AnnotatorError, match="“moon”"):
        project_answers(rounds, **chosen)


# ------------------------------------------------------------------ simulated readers


@pytest.fixture
def rules(shipped: Codebook) -> Rules:
    return Rules(shipped)


def simulated(rules: Rules, told: ParagraphAnswers | None, habits: Habits, seed: int) -> dict:  # type: ignore[type-arg]  # slots
    return simulated_paragraph(rules, Paragraph(TEXT), told, habits, Random(seed))


def test_reader_without_slips_says_what_was_told(rules: Rules) -> None:
    for seed in range(20):
        slots = simulated(rules, TOLD, CAREFUL, seed)
        frame = slots["frame", None, None]
        assert frame.codes == ("economic", "geopolitical")
        assert frame.primary == "economic"
        assert slots["stance", "export_controls", "author"].codes == ("against",)
        for (layer, _, _), answer in slots.items():
            for span in answer.evidence:
                assert TEXT[span.start : span.end].startswith(("shed", "dried")), layer


def test_reader_finds_nothing_where_nothing_was_told(rules: Rules) -> None:
    slots = simulated(rules, None, CAREFUL, 0)
    assert {answer.state for answer in slots.values()} == {"none"}


def test_reader_passes_over_what_is_not_asked(rules: Rules) -> None:
    byline = Paragraph("By Ada Venn", "byline")
    assert simulated_paragraph(rules, byline, None, CAREFUL, Random(0)) == {}


def test_readers_slip_at_their_rate(rules: Rules) -> None:
    sloppy = Habits(slips=0.5, marks_words=0.5, other_reading=0.5, cannot_tell=0.1)
    frames = [simulated(rules, TOLD, sloppy, seed)["frame", None, None] for seed in range(400)]
    same = sum(frame.codes == ("economic", "geopolitical") for frame in frames)
    assert 120 < same < 240
    assert 15 < sum(frame.state == "cannot_tell" for frame in frames) < 80


def test_article_about_something_else_is_named(rules: Rules) -> None:
    slots = simulated_whole(rules, WholeAnswers("other"), CAREFUL, Random(0))
    assert slots["dominant_frame", None, None].codes == ("other",)
    assert slots["dominant_frame_other", None, None].value


def test_reference_answers_are_there_for_every_seed() -> None:
    assert len(reference_answers()) == 7


# ------------------------------------------------------------------ an article in a line


def test_article_in_words_names_each_field_once() -> None:
    from annotator.cli.articles import in_words

    bare = Article("a.txt", b"x", "text/plain", "test", (Paragraph("x"),))
    assert in_words(bare) == "1 paragraph"
    rich = Article(
        "a.txt",
        b"x",
        "text/plain",
        "test",
        (Paragraph("x", "title"), Paragraph("y")),
        encoding="utf-8",
        candidates=(Candidate("published_on", "2026-03-02"), Candidate("published_on", "2026")),
    )
    assert in_words(rich) == "2 paragraphs (1 title), utf-8, date “2026-03-02”"
