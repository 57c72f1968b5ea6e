"""Whose voice: H, Shift+H, the quotation that asks, names, the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.model import Answer
from tests.unit.session.codebooks import VOICES
from tests.unit.session.reading_back import FRAME, here, press, stance, steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.session import Outcome, Session

AGAINST, FAVOUR = Answer("coded", ("against",)), Answer("coded", ("favour",))
QUOTE = 4


def said(outcome: Outcome | None) -> str:
    assert outcome is not None
    return str(outcome.notice)


def test_h_gives_the_next_position_on_this_target_to_another_voice(session: Session) -> None:
    assert said(session.use_holder("person:Deng Xiaoping")) == (
        "The next position is that of Deng Xiaoping"
    )
    press(session, "a s")
    assert here(session) == {
        stance("export_controls", "person:Deng Xiaoping"): AGAINST,
        stance("us_government"): Answer("coded", ("neutral",)),
    }


def test_h_adds_a_second_voice_beside_the_first(session: Session) -> None:
    press(session, "a q")
    session.use_holder("outlet")
    press(session, "d")
    assert here(session) == {
        stance("export_controls"): AGAINST,
        stance("export_controls", "outlet"): FAVOUR,
    }


def test_going_to_another_target_resets_to_the_author(session: Session) -> None:
    session.use_holder("outlet")
    press(session, "w q a")
    assert here(session) == {stance("export_controls"): AGAINST}


def test_the_same_target_again_keeps_the_voice(session: Session) -> None:
    session.use_holder("outlet")
    press(session, "q a")
    assert here(session) == {stance("export_controls", "outlet"): AGAINST}


def test_going_to_another_paragraph_resets_to_the_author(session: Session) -> None:
    session.use_holder("outlet")
    session.go_next()
    session.go_previous()
    press(session, "a")
    assert here(session) == {stance("export_controls"): AGAINST}


def test_a_click_on_another_row_does_not_take_the_voice_along(session: Session) -> None:
    session.use_holder("outlet")
    session.take_position("stance", "us_government", "against")
    assert here(session) == {stance("us_government"): AGAINST}


def test_cannot_tell_after_h_is_that_voices(session: Session) -> None:
    session.use_holder("person:Ada Reed")
    session.cannot_tell()
    assert here(session) == {stance("export_controls", "person:Ada Reed"): Answer("cannot_tell")}
    press(session, "a")
    assert stance("export_controls") in here(session)


def test_a_holder_type_or_name_that_does_not_exist_is_refused(session: Session) -> None:
    assert said(session.use_holder("robot:R2")) == "robot is no type of holder"
    assert said(session.use_holder("author:Me")) == "author:Me cannot be a holder's name"
    assert session.voice is None


@pytest.mark.parametrize("holder", ["person", "person:", "person:   ", "organisation"])
def test_a_person_needs_a_name(session: Session, holder: str) -> None:
    assert said(session.use_holder(holder)).endswith("say who, by name")


@pytest.mark.parametrize("name", ["A|B", "A#1", "A\x07B"])
def test_signs_that_no_name_may_have_are_refused(session: Session, name: str) -> None:
    assert "cannot be a holder's name" in said(session.use_holder(f"person:{name}"))


def test_names_are_trimmed_and_an_empty_optional_name_is_none(session: Session) -> None:
    session.use_holder("person:  Ada \n Reed ")
    press(session, "a q")
    session.use_holder("quoted_text: ")
    press(session, "d")
    assert set(here(session)) == {
        stance("export_controls", "person:Ada Reed"),
        stance("export_controls", "quoted_text"),
    }


def test_h_where_no_target_is_asked_says_so(session: Session) -> None:
    session.go_to(1)
    assert said(session.use_holder("outlet")) == "no target is current: choose one first"


def test_h_where_the_question_knows_no_voices_says_so(session: Session) -> None:
    session.go_to(7)
    press(session, "q")
    assert said(session.use_holder("outlet")) == "Overall stance is not asked by holder"
    assert session.voice is None


def test_h_speaks_of_the_current_target_also_after_a_frame(session: Session) -> None:
    press(session, "1")
    session.use_holder("outlet")
    press(session, "a")
    assert stance("export_controls", "outlet") in here(session)


# ------------------------------------------------------------------ Shift+H


def test_shift_h_gives_the_last_position_to_another_voice_in_one_step(session: Session) -> None:
    press(session, "a")
    session.give_to_holder("person:Ada Reed")
    assert here(session) == {stance("export_controls", "person:Ada Reed"): AGAINST}
    assert len(steps(session.store.path)[-1]) == 2
    session.set_note("hers")
    assert here(session)[stance("export_controls", "person:Ada Reed")].note == "hers"
    session.undo()
    session.undo()
    assert here(session) == {stance("export_controls"): AGAINST}


def test_shift_h_finds_the_last_position_also_when_a_frame_came_after(session: Session) -> None:
    press(session, "a 1")
    session.give_to_holder("outlet")
    assert stance("export_controls", "outlet") in here(session)
    press(session, "w")
    session.give_to_holder("public")
    assert stance("export_controls", "public") in here(session)


def test_shift_h_to_the_voice_that_has_it_changes_nothing(session: Session) -> None:
    press(session, "a")
    assert session.give_to_holder("author").notice is None
    assert len(steps(session.store.path)) == 1


def test_shift_h_never_overwrites_a_position(session: Session) -> None:
    press(session, "a q")
    session.use_holder("outlet")
    press(session, "d")
    assert said(session.give_to_holder("author")) == (
        "Author already has a position on this target"
    )
    assert len(here(session)) == 2


@pytest.mark.parametrize("keys", ["1", "g", "a q a"])
def test_shift_h_without_a_position_says_so(session: Session, keys: str) -> None:
    press(session, keys)
    assert said(session.give_to_holder("outlet")) == (
        "only a position has a holder: give one first"
    )


# ------------------------------------------------------------------ a quotation asks


def test_the_first_position_in_a_quotation_asks_once_whose_it_is(session: Session) -> None:
    session.go_to(QUOTE)
    outcome = session.press("a", selection=(1, 8))
    assert outcome is not None
    assert (outcome.opens, outcome.layer) == ("holders", "stance")
    assert said(outcome) == "A quotation: whose voice?"
    assert here(session) == {}
    session.use_holder("person:Ada Reed")
    found = here(session)[stance("export_controls", "person:Ada Reed")]
    assert (found.codes, len(found.evidence)) == (("against",), 1)
    press(session, "d")
    assert here(session)[stance("us_government")] == FAVOUR


def test_leaving_the_list_drops_the_position_and_does_not_ask_again(session: Session) -> None:
    session.go_to(QUOTE)
    press(session, "a")
    session.cancel_holder()
    assert here(session) == {}
    press(session, "d")
    assert here(session) == {stance("export_controls"): FAVOUR}


def test_a_position_that_waited_is_forgotten_when_another_key_comes(session: Session) -> None:
    session.go_to(QUOTE)
    press(session, "a w")
    session.use_holder("outlet")
    assert here(session) == {}
    press(session, "d")
    assert here(session) == {stance("us_government", "outlet"): FAVOUR}


def test_a_quotation_does_not_ask_when_h_came_first(session: Session) -> None:
    session.go_to(QUOTE)
    session.use_holder("outlet")
    press(session, "a")
    assert here(session) == {stance("export_controls", "outlet"): AGAINST}


def test_not_addressed_and_offered_rows_clicked_with_a_voice_ask_nothing(session: Session) -> None:
    session.go_to(QUOTE)
    press(session, "g")
    session.take_position("stance", "capitalism", "against", holder="public")
    assert set(here(session)) == {stance("export_controls"), stance("capitalism", "public")}


def test_each_quotation_asks_for_itself_also_in_another_article(
    open_session: Callable[[str], Session],
) -> None:
    session = open_session("k7")
    session.go_to(QUOTE)
    press(session, "a")
    session.use_holder("outlet")
    other = session.documents[1].id
    session.open(other, 1)
    session.set_kind(1, "quote")
    outcome = session.press("a")
    assert outcome is not None
    assert outcome.opens == "holders"


def test_the_other_paragraphs_never_ask(session: Session) -> None:
    outcome = session.press("a")
    assert outcome is not None
    assert outcome.opens is None


# ------------------------------------------------------------------ the list


def test_the_list_begins_with_this_articles_holders_the_latest_first(session: Session) -> None:
    for key, name in (("q", "Ada Reed"), ("w", "Bo Lind"), ("e", "Ada Reed")):
        press(session, key)
        session.use_holder(f"person:{name}")
        press(session, "a")
    shown = session.holder_choices()
    assert [choice.label for choice in shown[:3]] == ["Ada Reed", "Bo Lind", "Author"]
    assert [choice.holder for choice in shown if choice.needs_name] == ["person", "organisation"]
    assert not any(choice.is_new for choice in shown)


def test_typing_filters_names_and_types_and_ends_with_new_names(session: Session) -> None:
    session.use_holder("person:Ada Reed")
    press(session, "a")
    shown = session.holder_choices(" ada")
    assert [choice.holder for choice in shown] == [
        "person:Ada Reed",
        "person:ada",
        "organisation:ada",
        "quoted_text:ada",
        "ai_system:ada",
    ]
    assert [choice.is_new for choice in shown] == [False, True, True, True, True]
    assert (shown[1].label, shown[1].type_label) == ("ada", "Person")


def test_a_known_name_is_not_offered_as_new(session: Session) -> None:
    session.use_holder("person:Ada Reed")
    press(session, "a")
    shown = [choice.holder for choice in session.holder_choices("Ada Reed")]
    assert shown.count("person:Ada Reed") == 1


def test_other_articles_and_other_annotators_holders_are_not_in_the_list(
    open_session: Callable[[str], Session],
) -> None:
    session, other = open_session("k7"), open_session("m2")
    other.use_holder("person:Their Secret")
    press(other, "a")
    session.open(session.documents[1].id, 1)
    session.use_holder("person:Elsewhere")
    press(session, "a")
    session.open(session.documents[0].id, 2)
    assert all(choice.type == choice.holder for choice in session.holder_choices())


def test_voices_without_targets_take_the_default_one(
    session_on: Callable[[str], Session],
) -> None:
    session = session_on(VOICES)
    press(session, "1")
    assert here(session) == {
        FRAME._replace(layer="tone", holder="author"): Answer("coded", ("calm",))
    }
