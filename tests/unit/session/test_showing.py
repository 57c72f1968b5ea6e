"""What the window draws: the margin of a unit, the code panel, the strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.codebook import parse_codebook
from annotator.session.views import (
    Chip,
    CodeChoice,
    EvidenceMark,
    HolderRow,
    StanceLine,
    StateMark,
    StripBlock,
)
from tests.unit.session.codebooks import SEVERAL_SIDES, TINY
from tests.unit.session.reading_back import in_file, press, second_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.session import Question, Session


def question(session: Session, layer: str) -> Question:
    return next(one for one in session.questions() if one.layer == layer)


def test_a_unit_shows_its_answers_in_codebook_order(session: Session) -> None:
    session.press("a", selection=(0, 7))
    press(session, "q")
    session.use_holder("person:Ada")
    press(session, "d 4 2 ⇧4")
    unit = session.unit(2)
    assert unit.chips == (
        Chip("frame", "geopolitical", "Geopolitical", "vermillion", primary=False),
        Chip("frame", "environmental", "Environmental", "bluish_green", primary=True),
    )
    assert [(s.holder_label, s.code, s.glyph, s.colour) for s in unit.stances] == [
        ("", "against", "▼", "vermillion"),
        ("Ada", "favour", "▲", "sky_blue"),
    ]
    assert unit.evidence == (
        EvidenceMark(
            0, 7, "stance", "against", "Against", "vermillion", "export_controls", "author"
        ),
    )
    assert (unit.number, unit.kind, unit.text) == (3, "body", session.paragraphs[2].text)


@pytest.mark.parametrize(
    ("key", "glyph"), [("a", "▼"), ("s", "■"), ("d", "▲"), ("f", "◆"), ("g", "–")]
)
def test_every_position_has_a_sign_of_its_own(session: Session, key: str, glyph: str) -> None:
    press(session, key)
    assert session.unit(2).stances[0].glyph == glyph


def test_answers_without_a_code_are_said_in_words(session: Session) -> None:
    session.skip()
    press(session, "q")
    session.cannot_tell()
    unit = session.unit(2)
    assert unit.states == (StateMark("frame", "Frame", "skipped", "Skipped"),)
    assert unit.stances == (
        StanceLine(
            layer="stance",
            target="export_controls",
            target_label="Export controls and trade restrictions",
            holder="author",
            holder_label="",
            state="cannot_tell",
            code=None,
            code_label="Cannot tell",
            colour=None,
            glyph="?",
        ),
    )


def test_marks_for_note_and_doubt_and_the_words_of_other(session: Session) -> None:
    press(session, "9")
    session.set_text("frame_other", "law")
    press(session, "1")
    session.set_note("why?")
    session.cycle_confidence()
    unit = session.unit(2)
    assert (unit.has_note, unit.is_unsure, unit.texts) == (True, True, ("law",))
    session.cycle_confidence()
    assert not session.unit(2).is_unsure


def test_a_unit_is_drawn_anew_only_when_it_changed(session: Session) -> None:
    before, third = session.unit(4), session.unit(2)
    press(session, "1")
    assert session.unit(4) is before
    assert session.unit(2) is not third


def test_the_panel_asks_the_codebooks_questions_word_for_word(session: Session) -> None:
    shown = session.questions()
    assert [one.layer for one in shown] == ["frame", "stance", "flag"]
    assert shown[0].question.startswith("From which points of view")
    assert [choice.shortcut for choice in shown[0].codes] == ["1", "2", "3", "4", "9"]
    assert [(s.state, s.shortcut) for s in shown[0].states] == [
        ("none", "0"),
        ("cannot_tell", "U"),
        ("skipped", "⇧U"),
    ]
    assert (shown[0].is_active, shown[0].is_owed, shown[0].has_answer) == (True, True, False)


def test_the_panel_shows_what_is_chosen(session: Session) -> None:
    session.press("1", selection=(0, 7))
    assert question(session, "frame").primary_question == ""
    press(session, "⇧2")
    session.cycle_confidence()
    session.set_note("why?")
    frame = question(session, "frame")
    assert frame.codes[0] == CodeChoice(
        "economic", "Economic", "1", "blue", "", is_chosen=True, is_primary=False, spans=1
    )
    assert frame.codes[1].is_primary
    assert frame.primary_question.startswith("Without which frame")
    assert (frame.confidence, frame.note, frame.has_answer) == (1, "why?", True)
    assert not frame.is_owed


def test_the_panel_shows_a_row_for_each_voice(session: Session) -> None:
    press(session, "a q")
    session.use_holder("person:Ada")
    press(session, "s q g w")
    stance = question(session, "stance")
    assert stance.targets[0].is_not_addressed
    assert stance.targets[0].rows == ()
    press(session, "q a")
    session.set_note("why?")
    press(session, "q")
    session.use_holder("person:Ada")
    row = question(session, "stance").targets[0]
    assert row.rows == (
        HolderRow("author", "Author", "coded", "against", 0, is_active=False, has_note=True),
    )
    assert (row.holder, row.holder_label, row.is_current) == ("person:Ada", "Ada", True)
    other = question(session, "stance").targets[1]
    assert (other.holder, other.is_owed, other.is_current, other.state) == (
        "author",
        True,
        False,
        None,
    )


def test_sureness_and_note_of_a_question_with_targets_are_the_active_answers(
    session: Session,
) -> None:
    press(session, "a")
    session.set_note("why?")
    session.cycle_confidence()
    stance = question(session, "stance")
    assert (stance.note, stance.confidence, stance.has_answer) == ("why?", 1, True)
    press(session, "1")
    assert question(session, "stance").note == ""


def test_the_strip_takes_the_main_frames_colour_and_is_empty_otherwise(session: Session) -> None:
    assert session.strip_block(2) == StripBlock("open", None)
    press(session, "4 1")
    assert session.strip_block(2) == StripBlock("open", "blue")
    press(session, "⇧4")
    assert session.strip_block(2).colour == "bluish_green"
    press(session, "x")
    assert session.strip_block(1) == StripBlock("not_asked", None)
    session.go_to(3)
    press(session, "9")
    assert session.strip_block(3).colour is None
    session.go_to(4)
    press(session, "0 x")
    assert session.strip_block(4).colour is None


def test_a_code_without_a_colour_leaves_the_strip_plain(
    session_on: Callable[[str], Session],
) -> None:
    session = session_on(TINY)
    press(session, "1")
    assert session.strip_block(0) == StripBlock("done", None)


def test_words_and_sentences_of_the_current_paragraph(session: Session) -> None:
    text = session.paragraphs[2].text
    assert [text[a:b] for a, b in session.words()][:3] == ["Cooling", "the", "new"]
    assert text[slice(*session.sentence_at(0))].startswith("Cooling")
    assert text[slice(*session.sentence_at(len(text)))] == "The river has fallen."
    session.go_to(7)
    assert session.words() == []
    assert session.sentence_at(3) == (0, 0)


def test_a_retired_code_is_shown_where_it_stands_and_can_be_taken_back(
    session_on: Callable[[str], Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = session_on(TINY)
    press(before, "2")
    later = TINY.replace('key = "alarmed"', 'key = "alarmed"\nretired = true')
    later += '[[layer.code]]\nkey = "cold"\nlabel = "Cold"\ndefinition = "No warmth."\n'
    codebook = parse_codebook(later).codebook
    monkeypatch.setattr(before.store, "codebook", lambda _: codebook)
    session = second_window(before, before.store)
    assert [c.code for c in session.questions()[0].codes] == ["calm", "alarmed", "cold"]
    session.choose("tone", "alarmed")
    assert in_file(session) == {}
    assert [c.code for c in session.questions()[0].codes] == ["calm", "cold"]
    assert session.press("2") is None
    outcome = session.choose("tone", "alarmed")
    assert str(outcome.notice) == "alarmed is no code of this question any more"


def test_answers_of_a_target_that_was_retired_since_owe_nothing(
    session_on: Callable[[str], Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = session_on(SEVERAL_SIDES)
    press(before, "1")
    later = SEVERAL_SIDES.replace('key = "dam"', 'key = "dam"\nretired = true')
    codebook = parse_codebook(later).codebook
    monkeypatch.setattr(before.store, "codebook", lambda _: codebook)
    session = second_window(before, before.store)
    assert [one.label for one in session.unit(0).owes] == ["Port"]
    assert session.unit(0).stances[0].target_label == "Dam"
    assert session.target == "port"


def test_a_question_whose_targets_are_all_retired_takes_no_position(
    session_on: Callable[[str], Session],
) -> None:
    one = SEVERAL_SIDES.replace("per_target = true", 'per_target = true\ntargets = ["dam"]')
    session = session_on(one.replace('key = "dam"', 'key = "dam"\nretired = true'))
    outcome = session.press("1")
    assert outcome is not None
    assert str(outcome.notice) == "No target is asked here"
    assert in_file(session) == {}


def test_answers_to_a_question_that_is_gone_are_left_alone(
    session_on: Callable[[str], Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = session_on(SEVERAL_SIDES)
    press(before, "1")
    codebook = parse_codebook(TINY).codebook
    monkeypatch.setattr(before.store, "codebook", lambda _: codebook)
    session = second_window(before, before.store)
    assert session.unit(0).stances == ()
    assert len(in_file(session)[0]) == 1
