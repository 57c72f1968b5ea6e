"""Targets and positions: what is current, what advances, what takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.model import Answer, Span
from tests.unit.session.codebooks import SEVERAL_SIDES
from tests.unit.session.reading_back import here, press, stance, steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.session import Session

ALWAYS = ["export_controls", "us_government", "us_tech_firms", "chinese_ai"]
AGAINST = Answer("coded", ("against",))


def test_a_position_goes_to_the_current_target_and_on_to_the_next_open_one(
    session: Session,
) -> None:
    seen = [session.target]
    for key in "asdf":
        session.press(key)
        seen.append(session.target)
    assert seen == [*ALWAYS, "chinese_ai"]
    assert [here(session)[stance(t)].codes for t in ALWAYS] == [
        ("against",),
        ("neutral",),
        ("favour",),
        ("mixed",),
    ]


def test_targets_that_are_answered_are_passed_over_and_the_search_wraps(session: Session) -> None:
    press(session, "w a e a")
    assert session.target == "chinese_ai"
    press(session, "a")
    assert session.target == "export_controls"


def test_an_offered_target_is_reached_by_its_letter_and_leads_back_to_the_first_open_one(
    session: Session,
) -> None:
    press(session, "a t")
    assert session.target == "chinese_government"
    press(session, "d")
    assert here(session)[stance("chinese_government")] == Answer("coded", ("favour",))
    assert session.target == "us_government"


def test_tab_goes_round_the_always_asked_targets_alone(session: Session) -> None:
    press(session, "t d q")
    seen = []
    for _ in range(5):
        session.next_target()
        seen.append(session.target)
    assert seen == [*ALWAYS[1:], ALWAYS[0], ALWAYS[1]]


def test_shift_tab_goes_the_other_way(session: Session) -> None:
    session.previous_target()
    assert session.target == "chinese_ai"
    session.previous_target()
    assert session.target == "us_tech_firms"


@pytest.mark.parametrize(
    ("way", "target"), [("next", "export_controls"), ("previous", "chinese_ai")]
)
def test_tab_from_an_offered_target_goes_back_among_the_always_asked(
    session: Session, way: str, target: str
) -> None:
    press(session, "i")
    getattr(session, f"{way}_target")()
    assert session.target == target


def test_tab_stops_at_answered_targets_too(session: Session) -> None:
    press(session, "a")
    session.previous_target()
    assert session.target == "export_controls"


def test_tab_where_no_target_is_asked_says_so(session: Session) -> None:
    session.go_to(1)
    assert str(session.next_target().notice) == "There is no other target to go to"


def test_the_same_key_again_takes_the_position_back_with_its_spans_and_stays(
    session: Session,
) -> None:
    session.press("a", selection=(0, 7))
    press(session, "q a")
    assert here(session) == {}
    assert session.target == "export_controls"
    session.undo()
    assert here(session) == {
        stance("export_controls"): Answer("coded", ("against",), evidence=(Span(0, 7, "against"),))
    }


def test_another_position_replaces_and_keeps_the_words(session: Session) -> None:
    session.press("a", selection=(0, 7))
    press(session, "q d")
    assert here(session)[stance("export_controls")] == Answer(
        "coded", ("favour",), evidence=(Span(0, 7, "favour"),)
    )


def test_words_inside_those_of_the_position_before_are_marked_not_taken_away(
    session: Session,
) -> None:
    session.press("a", selection=(0, 11))
    press(session, "q")
    session.press("d", selection=(0, 7))
    assert here(session)[stance("export_controls")].evidence == (Span(0, 11, "favour"),)


def test_g_answers_not_addressed_goes_on_and_takes_itself_back(session: Session) -> None:
    press(session, "g")
    assert here(session) == {stance("export_controls"): Answer("none")}
    assert session.target == "us_government"
    press(session, "q g")
    assert here(session) == {}
    assert session.target == "export_controls"


def test_g_takes_every_voices_position_back_in_one_step(session: Session) -> None:
    press(session, "a q")
    session.use_holder("person:Ada Reed")
    press(session, "d q g")
    assert here(session) == {stance("export_controls"): Answer("none")}
    assert len(steps(session.store.path)[-1]) == 2
    session.undo()
    assert here(session) == {
        stance("export_controls"): AGAINST,
        stance("export_controls", "person:Ada Reed"): Answer("coded", ("favour",)),
    }


def test_none_goes_when_the_author_takes_a_side(session: Session) -> None:
    press(session, "g q a")
    assert here(session) == {stance("export_controls"): AGAINST}


def test_none_goes_when_any_other_voice_takes_a_side_in_the_same_step(session: Session) -> None:
    press(session, "g q")
    session.use_holder("public")
    press(session, "a")
    assert here(session) == {stance("export_controls", "public"): AGAINST}
    assert len(steps(session.store.path)[-1]) == 2
    session.undo()
    assert here(session) == {stance("export_controls"): Answer("none")}


def test_none_goes_when_a_voice_cannot_be_told(session: Session) -> None:
    press(session, "g q")
    session.use_holder("public")
    session.cannot_tell()
    assert here(session) == {stance("export_controls", "public"): Answer("cannot_tell")}


def test_taking_a_side_back_leaves_other_voices_alone(session: Session) -> None:
    press(session, "a q")
    session.use_holder("public")
    press(session, "d q a")
    assert here(session) == {
        stance("export_controls", "public"): Answer("coded", ("favour",)),
    }


def test_clicks_answer_the_row_that_was_clicked_whatever_is_current(session: Session) -> None:
    session.take_position("stance", "us_tech_firms", "against")
    session.not_addressed("stance", "capitalism")
    assert here(session) == {
        stance("us_tech_firms"): AGAINST,
        stance("capitalism"): Answer("none"),
    }


def test_a_click_on_a_row_makes_it_the_active_answer(session: Session) -> None:
    press(session, "a")
    session.activate("stance", "export_controls", "author")
    session.set_note("why?")
    assert here(session)[stance("export_controls")].note == "why?"
    session.activate("frame")
    session.cannot_tell()
    assert here(session)[("frame", None, None)] == Answer("cannot_tell")  # type: ignore[index]


def test_a_click_on_the_question_itself_means_its_current_target(session: Session) -> None:
    press(session, "e")
    session.activate("frame")
    session.activate("stance")
    session.cannot_tell()
    assert here(session) == {stance("us_tech_firms"): Answer("cannot_tell")}


def test_a_target_that_the_codebook_does_not_ask_is_refused_in_words(session: Session) -> None:
    outcome = session.take_position("stance", "moon", "against")
    assert str(outcome.notice) == "No target is asked here"
    assert here(session) == {}


def test_a_position_where_no_target_is_asked_is_refused_in_words(session: Session) -> None:
    session.go_to(1)
    assert str(session.take_position("stance", "us_government", "against").notice) == (
        "Stance is not asked here"
    )
    assert str(session.not_addressed("stance", "us_government").notice) == (
        "Stance is not asked here"
    )


def test_a_refused_position_leaves_everything_as_it_was(session: Session) -> None:
    press(session, "1")
    before = (session.active, session.target, session.explanation())
    session.take_position("stance", "moon", "against")
    assert (session.active, session.target, session.explanation()) == before


def test_several_sides_of_one_target_and_a_main_one(
    session_on: Callable[[str], Session],
) -> None:
    session = session_on(SEVERAL_SIDES)
    session.press("1", selection=(0, 3))
    press(session, "q")
    session.press("2", selection=(0, 3))
    press(session, "q ⇧2")
    found = here(session)[("role", "dam", "author")]  # type: ignore[index]
    assert (found.codes, found.primary) == (("victim", "villain"), "villain")
    assert str(session.answer_none("role").notice) == "Role cannot be answered so"


def test_shift_and_a_side_makes_it_the_main_one_of_the_voice_that_was_chosen(
    session_on: Callable[[str], Session],
) -> None:
    session = session_on(SEVERAL_SIDES)
    session.use_holder("person:Ada")
    press(session, "⇧1")
    found = here(session)[("role", "dam", "person:Ada")]  # type: ignore[index]
    assert found.primary == "victim"


def test_clicked_codes_of_a_question_with_targets_answer_the_current_target(
    session: Session,
) -> None:
    session.choose("stance", "against")
    session.answer_none("stance")
    assert here(session) == {
        stance("export_controls"): AGAINST,
        stance("us_government"): Answer("none"),
    }
