"""Enter and Space: what they write, where they go, what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import Answer
from tests.unit.session.codebooks import SEVERAL_SIDES, STRICT, TINY
from tests.unit.session.reading_back import FRAME, events, here, in_file, press, stance, steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.session import Happened, Outcome, Session

NONE = Answer("none")


def said(outcome: Outcome) -> str:
    return str(outcome.notice)


def finish(session: Session, positions: list[int]) -> None:
    for position in positions:
        session.go_to(position)
        press(session, "0")
        session.rest_not_addressed()


# ------------------------------------------------------------------ Enter


def test_enter_writes_not_addressed_for_every_always_asked_target_still_open(
    session: Session,
) -> None:
    press(session, "1 w a t d")
    session.rest_not_addressed()
    answers = in_file(session)[2]
    assert {slot: a.state for slot, a in answers.items()} == {
        FRAME: "coded",
        stance("export_controls"): "none",
        stance("us_government"): "coded",
        stance("us_tech_firms"): "none",
        stance("chinese_ai"): "none",
        stance("chinese_government"): "coded",
    }


def test_enter_is_one_step_in_the_log_each_event_marked_as_rest(session: Session) -> None:
    press(session, "1")
    session.rest_not_addressed()
    first, rest = steps(session.store.path)
    assert [event["rest"] for event in first] == [0]
    assert [event["rest"] for event in rest] == [1, 1, 1, 1]
    assert all('"state":"none"' in event["after"] for event in rest)


def test_a_typed_not_addressed_is_not_marked_as_rest(session: Session) -> None:
    press(session, "g")
    assert [event["rest"] for event in events(session.store.path)] == [0]


def test_undo_takes_the_whole_rest_back_and_redo_marks_it_again(session: Session) -> None:
    press(session, "1")
    session.rest_not_addressed()
    session.undo()
    assert session.position == 2
    assert here(session) == {FRAME: Answer("coded", ("economic",))}
    session.redo()
    assert len(here(session)) == 5


def test_enter_never_answers_a_frame_and_says_how_to(session: Session) -> None:
    outcome = session.rest_not_addressed()
    assert session.position == 2
    assert said(outcome) == "Frame open: 0 no frame, U cannot tell"
    assert FRAME not in here(session)


def test_enter_leaves_skipped_and_untold_targets_as_they_are(session: Session) -> None:
    press(session, "1 q")
    session.skip()
    press(session, "w")
    session.cannot_tell()
    session.rest_not_addressed()
    answers = in_file(session)[2]
    assert answers[stance("export_controls")] == Answer("skipped")
    assert answers[stance("us_government")] == Answer("cannot_tell")


def test_enter_with_nothing_left_writes_nothing_and_goes_on(session: Session) -> None:
    press(session, "0")
    session.rest_not_addressed()
    session.go_to(2)
    before = events(session.store.path)
    session.rest_not_addressed()
    assert events(session.store.path) == before
    assert session.position == 3


def test_enter_goes_past_paragraphs_that_are_not_asked(session: Session) -> None:
    session.go_to(0)
    press(session, "0")
    session.rest_not_addressed()
    assert session.position == 2


def test_enter_on_a_paragraph_that_is_not_asked_writes_nothing_and_goes_on(
    session: Session,
) -> None:
    session.go_to(1)
    session.rest_not_addressed()
    assert session.position == 2
    assert in_file(session) == {}


def test_enter_answers_the_rest_of_the_whole_article_too(session: Session) -> None:
    session.go_to(7)
    press(session, "0")
    session.rest_not_addressed()
    assert {slot.layer for slot in in_file(session)[7]} == {"dominant_frame", "overall_stance"}
    assert session.position == 0


def test_enter_stays_where_a_side_lacks_its_words(session_on: Callable[[str], Session]) -> None:
    session = session_on(SEVERAL_SIDES)
    press(session, "1 2")
    outcome = session.rest_not_addressed()
    assert said(outcome) == "Dam: mark the words that show it"
    assert session.position == 0


def test_enter_stays_at_targets_that_cannot_be_not_addressed(
    session_on: Callable[[str], Session],
) -> None:
    session = session_on(SEVERAL_SIDES)
    assert said(session.rest_not_addressed()) == "Dam open: U cannot tell"
    assert in_file(session) == {}


def test_enter_says_what_else_keeps_a_question_open(session_on: Callable[[str], Session]) -> None:
    session = session_on(STRICT)
    assert said(session.rest_not_addressed()) == "Theme open: 0 none"
    press(session, "1")
    assert said(session.rest_not_addressed()) == "Theme: mark the words that show it"
    session.press("1", selection=(0, 3))
    session.press("2", selection=(0, 3))
    assert said(session.rest_not_addressed()) == (
        "Theme: which one is the main one? Shift and its digit"
    )


def test_enter_asks_for_the_words_of_an_other_frame(session: Session) -> None:
    press(session, "9")
    assert said(session.rest_not_addressed()) == (
        "Name the other frame in a few words. The words are still missing"
    )


def test_a_question_without_keys_is_just_open(session_on: Callable[[str], Session]) -> None:
    codebook = TINY.replace('unit = "paragraph"', 'unit = "paragraph"\nstates = ["skipped"]')
    assert said(session_on(codebook).rest_not_addressed()) == "Tone open"
    assert said(session_on(TINY).rest_not_addressed()) == "Tone open: U cannot tell"


# ------------------------------------------------------------------ Space


def test_space_writes_nothing_goes_on_and_names_what_is_owed(session: Session) -> None:
    press(session, "q a w a e a")
    before = events(session.store.path)
    outcome = session.next_open()
    assert said(outcome) == "¶ 3 still owes: Frame (0, U), Chinese AI and technology (R)"
    assert session.position == 3
    assert events(session.store.path) == before


def test_space_names_three_debts_at_most(session: Session) -> None:
    assert said(session.next_open()).endswith(" …")


def test_space_at_the_whole_article_says_so(session: Session) -> None:
    session.go_to(7)
    assert said(session.next_open()).startswith(
        "the whole article still owes: Dominant frame (0, U)"
    )
    assert session.position == 0


def test_space_says_which_part_of_an_answer_is_owed(session_on: Callable[[str], Session]) -> None:
    session = session_on(STRICT)
    press(session, "1 2")
    assert said(session.next_open()) == ("¶ 1 still owes: Theme: marked words, Theme: the main one")


def test_space_from_a_done_paragraph_says_nothing(session: Session) -> None:
    press(session, "0")
    session.rest_not_addressed()
    session.go_to(2)
    assert session.next_open().notice is None


def test_space_wraps_to_the_first_open_one(session: Session) -> None:
    finish(session, [7])
    session.go_to(6)
    session.next_open()
    assert session.position == 0


def test_the_only_open_place_says_so(session: Session) -> None:
    finish(session, [0, 2, 3, 4, 5, 7])
    session.go_to(1)
    session.next_open()
    assert session.position == 6
    press(session, "0")
    session.skip()
    session.activate("frame")
    assert said(session.next_open()).startswith("¶ 7 still owes")
    assert session.position == 6


def test_skipped_paragraphs_come_after_all_open_ones(session: Session) -> None:
    session.skip()
    session.rest_not_addressed()
    finish(session, [0, 3, 4, 5, 7])
    session.go_to(0)
    session.next_open()
    assert session.position == 6
    finish(session, [6])
    assert session.position == 2
    outcome = session.next_open()
    assert said(outcome) == "This is the only open place of the article"


def test_a_done_article_says_so(session: Session) -> None:
    finish(session, [0, 2, 3, 4, 5, 6, 7])
    assert said(session.next_open()) == "This article is done"
    assert said(session.rest_not_addressed()) == "This article is done"


# ------------------------------------------------------------------ up and down


def test_up_and_down_stop_at_every_paragraph_and_the_whole_article(session: Session) -> None:
    session.go_to(0)
    seen = []
    for _ in range(9):
        seen.append(session.position)
        session.go_next()
    assert seen == [0, 1, 2, 3, 4, 5, 6, 7, 7]
    session.go_previous()
    assert session.position == 6
    session.go_to(-3)
    assert session.position == 0


def test_listeners_hear_which_two_units_a_move_concerns(session: Session) -> None:
    heard: list[Happened] = []
    session.listen(heard.append)
    session.go_to(5)
    session.go_to(5)
    assert len(heard) == 1
    assert heard[0].moved
    assert heard[0].paragraphs == {2, 5}


def test_an_article_opens_at_its_first_open_unit(session: Session) -> None:
    finish(session, [0])
    document = session.documents[0].id
    session.open(document)
    assert session.position == 2
    session.open(document, 99)
    assert session.position == 7
    finish(session, [2, 3, 4, 5, 6, 7])
    session.open(document)
    assert session.position == 0


def test_the_next_article_is_the_next_that_is_not_done(session: Session) -> None:
    first, second = session.documents
    assert session.next_document() == second
    session.open(second.id)
    assert session.next_document() == first
    for position in range(session.n_stops):
        session.go_to(position)
        press(session, "0")
        session.rest_not_addressed()
    assert session.next_document() == first
    session.open(first.id)
    assert session.next_document() is None
