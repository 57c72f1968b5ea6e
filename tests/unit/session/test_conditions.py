"""Conditional questions: by unit, by target, by holder; what hangs on an answer goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.model import Answer
from annotator.session.asking import Slot
from annotator.store import Store
from tests.unit.session.codebooks import DETAIL, DETAIL_BY_TARGET, FLAGGED, ON_CONDITION
from tests.unit.session.reading_back import here, press, second_window, stance, steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.session import Session

    Opened = Callable[[str], Session]

EXPLICIT, IMPLIED = Answer("coded", ("explicit",)), Answer("coded", ("implied",))


def manner(target: str, holder: str | None = "author") -> Slot:
    return Slot("manner", target, holder)


def owed(session: Session) -> list[str]:
    return [one.label for one in session.unit(session.position).owes]


def test_a_question_is_asked_once_its_condition_holds(session_on: Opened) -> None:
    session = session_on(FLAGGED)
    assert [q.layer for q in session.questions()] == ["flag"]
    press(session, "x")
    assert [q.layer for q in session.questions()] == ["flag", "cause"]


def test_a_state_can_be_the_condition(session_on: Opened) -> None:
    session = session_on(FLAGGED)
    press(session, "x")
    session.activate("cause")
    session.cannot_tell()
    assert [q.layer for q in session.questions()] == ["flag", "cause", "certain"]


def test_sides_that_are_asked_since_a_moment_have_a_current_target(session_on: Opened) -> None:
    session = session_on(ON_CONDITION)
    assert session.target is None
    press(session, "1")
    assert session.target == "dam"
    press(session, "a d")
    assert here(session)[stance("port")] == Answer("coded", ("favour",))
    press(session, "2")
    assert session.target is None
    assert session.press("a") is None
    assert {slot.layer for slot in here(session)} == {"matter"}


def test_sides_that_were_asked_for_elsewhere_have_a_current_target(session_on: Opened) -> None:
    session = session_on(ON_CONDITION)
    with Store.open(session.store.path) as store:
        press(second_window(session, store), "1")
    session.refresh()
    assert session.target == "dam"


def test_a_chain_of_dependent_answers_goes_in_the_same_step(session_on: Opened) -> None:
    session = session_on(FLAGGED)
    press(session, "x")
    session.activate("cause")
    session.cannot_tell()
    press(session, "3 x")
    assert here(session) == {}
    assert len(steps(session.store.path)[-1]) == 3
    session.undo()
    assert len(here(session)) == 3


def test_a_unit_is_open_while_a_required_question_is_asked_of_it(session_on: Opened) -> None:
    session = session_on(FLAGGED)
    assert session.unit_state(0) == "not_asked"
    press(session, "x")
    assert session.unit_state(0) == "open"
    press(session, "1")
    assert session.unit_state(0) == "done"
    press(session, "x")
    assert session.unit_state(0) == "not_asked"


def test_each_target_is_asked_by_itself(session_on: Opened) -> None:
    session = session_on(DETAIL_BY_TARGET)
    press(session, "a")
    assert session.target == "dam"
    assert owed(session) == ["Port", "Dam"]
    press(session, "1")
    assert here(session)[manner("dam", None)] == EXPLICIT
    assert session.target == "port"
    assert owed(session) == ["Port"]


def test_a_target_whose_condition_does_not_hold_is_refused(session_on: Opened) -> None:
    session = session_on(DETAIL_BY_TARGET)
    press(session, "a w")
    outcome = session.press("1")
    assert outcome is not None
    assert str(outcome.notice) == "Manner is not asked here"
    assert str(session.not_addressed("manner", "port").notice) == "Manner is not asked here"
    session.activate("manner", "port")
    assert str(session.cannot_tell().notice) == "Manner is not asked here"
    assert set(here(session)) == {stance("dam")}


def test_a_dependent_answer_goes_when_its_target_loses_its_side(session_on: Opened) -> None:
    session = session_on(DETAIL_BY_TARGET)
    press(session, "a 1 d 2 q g")
    assert here(session) == {
        stance("dam"): Answer("none"),
        stance("port"): Answer("coded", ("favour",)),
        manner("port", None): IMPLIED,
    }


def test_a_dependent_answer_stays_when_the_side_changes_and_still_counts(
    session_on: Opened,
) -> None:
    session = session_on(DETAIL_BY_TARGET)
    press(session, "a 1 q d")
    assert here(session)[manner("dam", None)] == EXPLICIT


def test_any_voice_meets_a_condition_that_is_not_asked_by_holder(session_on: Opened) -> None:
    session = session_on(DETAIL_BY_TARGET)
    session.use_holder("person:Ada")
    press(session, "a 2")
    assert here(session)[manner("dam", None)] == IMPLIED


def test_an_offered_target_owes_no_detail(session_on: Opened) -> None:
    session = session_on(DETAIL)
    press(session, "t a")
    assert "Road" not in owed(session)
    press(session, "t 1")
    assert here(session)[manner("road")] == EXPLICIT


def test_each_voice_owes_its_own_detail(session_on: Opened) -> None:
    session = session_on(DETAIL)
    press(session, "a q")
    session.use_holder("person:Ada")
    press(session, "d")
    assert owed(session) == ["Port", "Dam", "Dam · Ada"]
    press(session, "1")
    assert owed(session) == ["Port", "Dam · Ada"]
    session.use_holder("person:Ada")
    press(session, "2")
    assert here(session)[manner("dam", "person:Ada")] == IMPLIED
    assert session.unit_state(0) == "open"
    session.rest_not_addressed()
    assert session.unit_state(0) == "done"


def test_where_only_others_speak_the_detail_is_theirs_without_h(session_on: Opened) -> None:
    session = session_on(DETAIL)
    for name in ("Ada", "Bo"):
        press(session, "q")
        session.use_holder(f"person:{name}")
        press(session, "a")
    assert session.target == "dam"
    row = session.questions()[1].targets[0]
    assert row.holder == "person:Ada"
    press(session, "1 2")
    assert here(session)[manner("dam", "person:Ada")] == EXPLICIT
    assert here(session)[manner("dam", "person:Bo")] == IMPLIED
    assert session.target == "port"
    press(session, "q 1")
    assert manner("dam", "person:Ada") not in here(session)


def test_a_voices_detail_goes_with_its_position_and_leaves_the_others(session_on: Opened) -> None:
    session = session_on(DETAIL)
    press(session, "a 1 q")
    session.use_holder("person:Ada")
    press(session, "d")
    session.use_holder("person:Ada")
    press(session, "2")
    session.take_position("stance", "dam", "favour", holder="person:Ada")
    assert set(here(session)) == {stance("dam"), manner("dam")}


def test_enter_says_none_for_each_voices_detail(session_on: Opened) -> None:
    session = session_on(DETAIL)
    session.use_holder("person:Ada")
    press(session, "a")
    session.rest_not_addressed()
    assert session.position == 1
    session.go_to(0)
    assert here(session) == {
        stance("dam", "person:Ada"): Answer("coded", ("against",)),
        stance("port"): Answer("none"),
        manner("dam", "person:Ada"): Answer("none"),
    }


def test_shift_h_leaves_no_detail_behind_under_the_old_name(session_on: Opened) -> None:
    session = session_on(DETAIL)
    press(session, "a 1")
    session.activate("stance", "dam", "author")
    session.give_to_holder("person:Ada")
    assert set(here(session)) == {stance("dam", "person:Ada")}
    session.undo()
    assert set(here(session)) == {stance("dam"), manner("dam")}


def test_skipped_detail_of_one_voice_makes_the_unit_skipped(session_on: Opened) -> None:
    session = session_on(DETAIL)
    press(session, "a q")
    session.activate("manner", "dam", "author")
    session.skip()
    session.rest_not_addressed()
    assert session.unit_state(0) == "skipped"


@pytest.mark.parametrize("target", ["dam", "port"])
def test_the_letter_of_a_target_means_the_first_question_about_it(
    session_on: Opened, target: str
) -> None:
    session = session_on(DETAIL)
    press(session, "a 1 d 2")
    press(session, {"dam": "q", "port": "w"}[target])
    assert session.active == stance(target)
