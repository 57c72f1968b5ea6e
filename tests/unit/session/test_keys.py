"""What a key means: frames, primary, none, cannot tell, skipped, taking back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.model import Answer, Span
from annotator.session.asking import Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.session import Session

FRAME = Slot("frame")


def answer(session: Session, slot: Slot = FRAME) -> Answer | None:
    """The answer as the file has it, not as the session remembers it."""
    assert session.document is not None
    paragraph = None if session.is_at_whole_article else session.position
    for found in session.store.annotations(session.document.id, "main", session.annotator.key):
        place = found.place
        if place.paragraph == paragraph and (place.layer, place.target, place.holder) == slot:
            return found.answer
    return None


def press(session: Session, keys: str) -> None:
    for key in keys.split():
        outcome = session.press(key.removeprefix("⇧"), shift=key.startswith("⇧"))
        assert outcome is not None, key


def test_a_digit_chooses_a_frame_and_it_is_in_the_file_at_once(session: Session) -> None:
    press(session, "1")
    assert answer(session) == Answer(state="coded", codes=("economic",))


def test_frames_stand_in_codebook_order_whatever_the_order_of_keys(session: Session) -> None:
    press(session, "4 2 1")
    found = answer(session)
    assert found is not None
    assert found.codes == ("economic", "geopolitical", "environmental")


def test_the_same_digit_takes_the_frame_back_and_the_last_one_leaves_no_record(
    session: Session,
) -> None:
    press(session, "1 2 1")
    assert answer(session) == Answer(state="coded", codes=("geopolitical",))
    press(session, "2")
    assert answer(session) is None


def test_shift_and_digit_chooses_the_frame_and_makes_it_primary(session: Session) -> None:
    press(session, "1 ⇧2")
    found = answer(session)
    assert found == Answer(
        state="coded", codes=("economic", "geopolitical"), primary="geopolitical"
    )
    press(session, "⇧2")
    found = answer(session)
    assert found is not None
    assert found.primary is None


def test_taking_the_primary_frame_back_leaves_no_primary(session: Session) -> None:
    press(session, "1 ⇧2 2")
    assert answer(session) == Answer(state="coded", codes=("economic",))


def test_a_single_frame_counts_as_the_main_one_on_the_screen_only(session: Session) -> None:
    press(session, "4")
    assert session.unit(2).chips[0].primary
    found = answer(session)
    assert found is not None
    assert found.primary is None


def test_zero_is_an_answer_of_its_own_and_replaces_frames(session: Session) -> None:
    session.press("1", selection=(0, 7))
    press(session, "0")
    assert answer(session) == Answer(state="none")
    press(session, "0")
    assert answer(session) is None


def test_a_frame_replaces_none(session: Session) -> None:
    press(session, "0 3")
    assert answer(session) == Answer(state="coded", codes=("ideological",))


def test_cannot_tell_and_skipped_belong_to_the_active_answer(session: Session) -> None:
    session.cannot_tell()
    assert answer(session) == Answer(state="cannot_tell")
    session.skip()
    assert answer(session) == Answer(state="skipped")
    session.skip()
    assert answer(session) is None


def test_cannot_tell_belongs_to_a_target_once_it_was_touched(session: Session) -> None:
    press(session, "1 w")
    session.cannot_tell()
    assert answer(session, Slot("stance", "us_government", "author")) == Answer("cannot_tell")
    found = answer(session)
    assert found is not None
    assert found.state == "coded"


def test_a_layer_without_this_state_says_so_and_writes_nothing(session: Session) -> None:
    press(session, "x")
    outcome = session.cannot_tell()
    assert outcome.notice is not None
    assert str(outcome.notice) == "Flag cannot be answered so"


def test_a_key_without_a_meaning_here_is_nobodys(session: Session) -> None:
    assert session.press("7") is None
    assert session.press("q", shift=True) is None


def test_keys_mean_the_document_layers_at_the_last_stop(session: Session) -> None:
    session.go_to(7)
    assert session.is_at_whole_article
    press(session, "2 q a")
    assert answer(session, Slot("dominant_frame")) == Answer("coded", ("geopolitical",))
    assert answer(session, Slot("overall_stance", "export_controls")) == Answer(
        "coded", ("against",)
    )


def test_a_single_answer_replaces_the_one_before(session: Session) -> None:
    session.go_to(7)
    press(session, "2 1")
    assert answer(session, Slot("dominant_frame")) == Answer("coded", ("economic",))


def test_a_shift_digit_on_a_layer_without_primary_says_so(session: Session) -> None:
    session.go_to(7)
    outcome = session.press("1", shift=True)
    assert outcome is not None
    assert str(outcome.notice) == "Dominant frame has no main code"


def test_nine_opens_the_text_of_the_other_frame_at_once(session: Session) -> None:
    outcome = session.press("9")
    assert outcome is not None
    assert (outcome.opens, outcome.layer) == ("text", "frame_other")
    session.set_text("frame_other", "  law   and courts ")
    assert answer(session, Slot("frame_other")) == Answer("coded", value="law and courts")


def test_taking_other_back_takes_its_text_in_the_same_step(session: Session) -> None:
    press(session, "9")
    session.set_text("frame_other", "law")
    press(session, "9")
    assert answer(session, Slot("frame_other")) is None
    session.undo()
    assert answer(session) == Answer("coded", ("other",))
    assert answer(session, Slot("frame_other")) == Answer("coded", value="law")


def test_a_text_that_is_too_long_is_refused_in_words(session: Session) -> None:
    press(session, "9")
    outcome = session.set_text("frame_other", "x" * 61)
    assert str(outcome.notice) == "at most 60 characters fit here"
    assert answer(session, Slot("frame_other")) is None


def test_an_emptied_text_is_no_answer(session: Session) -> None:
    press(session, "9")
    session.set_text("frame_other", "law")
    session.set_text("frame_other", "  ")
    assert answer(session, Slot("frame_other")) is None


def test_a_text_of_a_layer_that_is_not_asked_is_refused(session: Session) -> None:
    outcome = session.set_text("frame_other", "law")
    assert str(outcome.notice) == "Other frame: which? is not asked here"


def test_selected_words_become_evidence_and_choose_the_frame(session: Session) -> None:
    session.press("4", selection=(0, 21))
    assert answer(session) == Answer(
        "coded", ("environmental",), evidence=(Span(0, 21, "environmental"),)
    )


def test_a_selection_loses_its_outer_white_space(session: Session) -> None:
    session.press("4", selection=(7, 12))  # " the "
    found = answer(session)
    assert found is not None
    assert found.evidence == (Span(8, 11, "environmental"),)


def test_spans_of_one_code_unite_where_they_overlap(session: Session) -> None:
    session.press("4", selection=(0, 11))
    session.press("4", selection=(8, 21))
    found = answer(session)
    assert found is not None
    assert found.evidence == (Span(0, 21, "environmental"),)


def test_spans_that_only_touch_stay_two(session: Session) -> None:
    session.press("4", selection=(0, 3))
    session.press("4", selection=(3, 7))
    found = answer(session)
    assert found is not None
    assert found.evidence == (Span(0, 3, "environmental"), Span(3, 7, "environmental"))


def test_a_selection_inside_a_span_takes_the_span_away_and_leaves_the_code(
    session: Session,
) -> None:
    session.press("4", selection=(0, 21))
    session.press("4", selection=(8, 11))
    assert answer(session) == Answer("coded", ("environmental",))


def test_without_a_selection_the_key_takes_code_and_spans_back_in_one_step(
    session: Session,
) -> None:
    session.press("4", selection=(0, 21))
    press(session, "4")
    assert answer(session) is None
    session.undo()
    found = answer(session)
    assert found is not None
    assert found.evidence == (Span(0, 21, "environmental"),)


def test_evidence_of_two_frames_may_overlap(session: Session) -> None:
    session.press("4", selection=(0, 21))
    session.press("1", selection=(8, 30))
    found = answer(session)
    assert found is not None
    assert found.evidence == (Span(0, 21, "environmental"), Span(8, 30, "economic"))


def test_a_selection_of_white_space_alone_is_no_selection(session: Session) -> None:
    session.press("4", selection=(7, 8))
    found = answer(session)
    assert found is not None
    assert found.evidence == ()


def test_a_span_can_be_taken_away_by_itself(session: Session) -> None:
    session.press("4", selection=(0, 21))
    mark = session.unit(2).evidence[0]
    session.remove_evidence(mark)
    assert answer(session) == Answer("coded", ("environmental",))
    press(session, "4")
    session.remove_evidence(mark)  # of an answer that is gone: nothing to take away
    assert answer(session) is None


def test_offsets_are_code_points_also_after_an_emoji(session: Session) -> None:
    session.go_to(6)
    text = session.paragraphs[6].text
    start = text.index("customers")
    session.press("1", selection=(start, start + 9))
    mark = session.unit(6).evidence[0]
    assert text[mark.start : mark.end] == "customers"


def test_sureness_goes_round_and_needs_an_answer(session: Session) -> None:
    assert str(session.cycle_confidence().notice).startswith("A note or sureness needs an answer")
    press(session, "1")
    seen = []
    for _ in range(4):
        session.cycle_confidence()
        found = answer(session)
        assert found is not None
        seen.append(found.confidence)
    assert seen == [1, 2, 3, None]


def test_a_layer_that_is_not_asked_how_sure_says_so(session: Session) -> None:
    press(session, "x")
    assert str(session.cycle_confidence().notice) == "Flag is not asked how sure"


def test_a_note_belongs_to_the_active_answer(session: Session) -> None:
    assert session.can_note() is not None
    press(session, "1 q a")
    assert session.can_note() is None
    session.set_note(" is the drop caused by the rule? ")
    found = answer(session, Slot("stance", "export_controls", "author"))
    assert found is not None
    assert found.note == "is the drop caused by the rule?"
    assert session.note == found.note


def test_a_note_stays_when_the_answer_becomes_cannot_tell(session: Session) -> None:
    press(session, "1")
    session.set_note("why?")
    session.cannot_tell()
    assert answer(session) == Answer("cannot_tell", note="why?")


def test_clicks_do_what_keys_do(session: Session) -> None:
    session.choose("frame", "economic")
    session.answer_none("frame")
    assert answer(session) == Answer("none")


def test_a_code_that_is_not_there_is_refused_in_words(session: Session) -> None:
    outcome = session.choose("frame", "moral")
    assert str(outcome.notice) == "moral is no code of this question any more"


@pytest.mark.parametrize("key", list("1239sadfgqwer0"))
def test_a_byline_takes_only_the_flag(session: Session, key: str) -> None:
    session.go_to(1)
    assert session.press(key) is None
    assert session.press("x") is not None


def test_exclusive_codes_clear_the_others_and_the_reverse(
    session_on: Callable[[str], Session],
) -> None:
    session = session_on(EXCLUSIVE)
    press(session, "1 2")
    assert answer(session, Slot("theme")) == Answer("coded", ("all_of_it",))
    press(session, "1")
    assert answer(session, Slot("theme")) == Answer("coded", ("part",))


EXCLUSIVE = """
format = 1
[codebook]
key = "themes"
version = "1.0.0"
languages = ["en"]
title = "Themes"
[[layer]]
key = "theme"
label = "Theme"
question = "Which themes?"
answer = "multiple"
unit = "paragraph"
[[layer.code]]
key = "part"
label = "Part"
definition = "Some of it."
shortcut = "1"
[[layer.code]]
key = "all_of_it"
label = "All of it"
definition = "Everything."
shortcut = "2"
exclusive = true
"""
