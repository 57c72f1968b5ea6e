"""The live figures of a project are those of a full report, whoever changed an answer."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import msgspec
import pytest

from annotator.agreement import Options, Report, report
from annotator.errors import Unavailable
from annotator.model import Answer, DocumentId, Place, Span
from annotator.store import Change, Store
from annotator.store.engine import sqlite3
from annotator.study.live import LiveAgreement
from annotator.study.reliability import project_answers

if TYPE_CHECKING:
    from collections.abc import Callable

LAYERS = ("frame", "stance", "flag", "dominant_frame")


class Study:
    """A project with three people who answer something."""

    def __init__(self, store: Store):
        self.store = store
        self.people = [store.add_annotator(key) for key in ("k7", "m2", "z9")]
        self.documents = [(each.id, each.uid) for each in store.documents()]

    def answer(
        self, who: int, answer: Answer | None, *, paragraph: int | None = 1, layer: str = "frame",
        target: str | None = None, holder: str | None = None, document: int = 0,
        store: Store | None = None, round_: str = "main", rest: bool = False,
    ) -> None:  # fmt: skip
        person = self.people[who]
        number, uid = self.documents[document]
        place = Place(round_, person.key, person.uid, DocumentId(number), uid, paragraph, layer,
                      target, holder)  # fmt: skip
        (store or self.store).annotate([Change(place, answer, rest=rest)])


@pytest.fixture
def study(make_project: Callable[..., Store]) -> Study:
    study = Study(make_project())
    for who in range(3):
        study.answer(who, Answer("coded", ("economic",), evidence=(Span(0, 3, "economic"),)))
        study.answer(who, Answer("none"), paragraph=2)
        study.answer(who, Answer("coded", ("favour",)), layer="stance", target="chinese_ai",
                     holder="author")  # fmt: skip
    return study


def full(store: Store, layer: str, target: str | None = None) -> Report:
    made = report(project_answers(store, layers=[layer]), Options(ci=0, target=target),
                  source="", made_at="", program="")  # fmt: skip
    return same(made)


def same(made: Report) -> Report:
    """A report without what says where and when it was made."""
    return msgspec.structs.replace(made, source="", made_at="", program="")


def check(live: LiveAgreement, store: Store) -> None:
    for layer in LAYERS:
        assert same(live.report(layer)) == full(store, layer)
    assert same(live.report("stance", "chinese_ai")) == full(store, "stance", "chinese_ai")


def test_nothing_changed(study: Study) -> None:
    live = LiveAgreement.open(study.store, language="en")
    check(live, study.store)
    assert not live.follow(study.store)


def test_own_answers_are_followed(study: Study) -> None:
    live = LiveAgreement.open(study.store, language="en")
    check(live, study.store)
    study.answer(0, Answer("coded", ("economic", "geopolitical"), primary="economic"))
    study.answer(1, None, paragraph=2)
    study.answer(2, Answer("cannot_tell"), layer="stance", target="chinese_ai", holder="author")
    assert live.follow(study.store)
    check(live, study.store)
    assert study.store.undo("main", "z9") is not None
    assert live.follow(study.store)
    check(live, study.store)


def test_answers_of_another_process_are_followed(study: Study) -> None:
    live = LiveAgreement.open(study.store, language="it")
    with Store.open(study.store.path) as other:
        study.answer(0, Answer("coded", ("geopolitical",)), store=other)
    assert live.follow(study.store)
    options = Options(ci=0, language="it")
    layers = project_answers(study.store, layers=["frame"])
    assert same(live.report("frame")) == same(
        report(layers, options, source="", made_at="", program="")
    )


def test_random_answers_are_followed(study: Study) -> None:
    live, chance = LiveAgreement.open(study.store, language="en"), Random(5)  # noqa: S311
    codes = ["economic", "geopolitical", "ideological"]
    for _ in range(12):
        for _ in range(chance.choice([1, 3])):
            some = chance.sample(codes, chance.randint(0, 2))
            answer = Answer("coded", tuple(sorted(some))) if some else Answer("none")
            study.answer(chance.randrange(3), chance.choice([answer, answer, None]),
                         paragraph=chance.randint(1, 3))  # fmt: skip
        live.follow(study.store)
        assert same(live.report("frame")) == full(study.store, "frame")


def test_targets_answered_by_one_key_are_counted(study: Study) -> None:
    live = LiveAgreement.open(study.store, language="en")
    assert live.report("stance").results[0].n_none_by_rest == 0
    for who in range(2):
        study.answer(who, Answer("none"), layer="stance", target="chinese_ai", holder="author",
                     paragraph=2, rest=True)  # fmt: skip
    study.answer(2, Answer("none"), layer="stance", target="chinese_ai", holder="author",
                 paragraph=2)  # fmt: skip
    live.follow(study.store)
    check(live, study.store)
    head = live.report("stance").results[0]
    assert (head.n_none, head.n_none_by_rest) == (3, 2)
    assert "Of the 3 answers “not addressed”, 2 (67 %)" in head.words
    # Who looks again and says the same otherwise has said it anew.
    study.answer(0, Answer("coded", ("against",)), layer="stance", target="chinese_ai",
                 holder="author", paragraph=2)  # fmt: skip
    live.follow(study.store)
    check(live, study.store)
    assert live.report("stance", "chinese_ai").results[0].n_none_by_rest == 1


def test_the_first_answers_on_an_article_are_followed(study: Study) -> None:
    live = LiveAgreement.open(study.store, language="en")
    study.answer(0, Answer("none"), document=1)
    assert live.follow(study.store)
    check(live, study.store)


@pytest.mark.parametrize("who", ["new", "old"])
def test_who_takes_part_changes(study: Study, who: str) -> None:
    live = LiveAgreement.open(study.store, language="en")
    if who == "new":
        study.people[0] = study.store.add_annotator("b4")
        study.answer(0, Answer("none"))
    else:
        for paragraph in (1, 2):
            study.answer(0, None, paragraph=paragraph)
    assert live.follow(study.store)
    check(live, study.store)


def test_answers_of_a_model_count_nowhere(study: Study) -> None:
    study.people[0] = study.store.add_annotator("parrot", kind="model")
    live = LiveAgreement.open(study.store, language="en")
    study.answer(0, Answer("none"))
    assert not live.follow(study.store)
    check(live, study.store)


def add_rounds(store: Store, *keys: str) -> None:
    raw = sqlite3.connect(store.path)
    for key in keys:
        raw.execute("INSERT INTO round(key, kind, codebook) VALUES(?, ?, '1.0.0')", (key, key))
    raw.commit()
    raw.close()


def test_a_new_round_is_read(study: Study) -> None:
    live = LiveAgreement.open(study.store, language="en")
    add_rounds(study.store, "pilot", "reliability")
    assert live.follow(study.store)
    study.answer(0, Answer("none"), round_="pilot")
    assert not live.follow(study.store)
    study.answer(0, Answer("none"), round_="reliability")
    assert live.follow(study.store)
    check(live, study.store)


def test_a_pilot_counts_until_two_have_coded_in_the_main_round(
    make_project: Callable[..., Store],
) -> None:
    study = Study(make_project())
    add_rounds(study.store, "pilot", "training")
    live = LiveAgreement.open(study.store, language="en")
    for round_, who in (("pilot", 0), ("training", 0), ("pilot", 1), ("main", 0), ("main", 1)):
        study.answer(who, Answer("none"), round_=round_)
        assert live.follow(study.store) is (round_ != "training")
        assert same(live.report("frame")) == full(study.store, "frame")


def test_far_behind_all_is_read_again(study: Study) -> None:
    live = LiveAgreement.open(study.store, language="en")
    for number in range(1_001):
        study.answer(0, Answer("none") if number % 2 else Answer("cannot_tell"))
    assert live.follow(study.store)
    check(live, study.store)


def test_a_target_without_answers_is_refused(study: Study) -> None:
    live = LiveAgreement.open(study.store, language="en")
    with pytest.raises(Unavailable, match="moon"):
        live.report("stance", "moon")
