"""Languages: labels, notices, definitions, instructions; what the status line is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.session import Notice
from annotator.session.wording import explanation_of
from tests.unit.session.reading_back import press

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.session import Happened, Outcome, Session


def said(outcome: Outcome | None) -> str:
    assert outcome is not None
    return str(outcome.notice)


def test_labels_change_with_the_language_at_once(session: Session) -> None:
    press(session, "1 a")
    session.cannot_tell()
    assert session.unit(2).chips[0].label == "Economic"
    heard: list[Happened] = []
    session.listen(heard.append)
    session.language = "it"
    assert session.language == "it"
    assert heard[0].document
    unit = session.unit(2)
    assert unit.chips[0].label == "Economico"
    assert unit.stances[0].code_label == "Non determinabile"
    assert session.title == "Frame e posizione nelle notizie"


def test_a_language_that_the_codebook_lacks_falls_back_to_its_first(session: Session) -> None:
    session.language = "de"
    assert session.questions()[0].label == "Frame"
    assert session.questions()[0].states[1].label == "Cannot tell"
    press(session, "1")
    session.cycle_confidence()
    assert said(session.undo()) == "took back Frame: how sure, ¶ 3"


def test_what_was_taken_back_is_said_in_the_language_of_the_labels(session: Session) -> None:
    session.language = "it"
    press(session, "1")
    session.set_note("perché?")
    assert said(session.undo()) == "took back Frame: nota, ¶ 3"
    press(session, "q g")
    assert said(session.undo()).endswith(": Non trattato, ¶ 3")


def test_notices_fill_a_template_with_the_labels_of_the_language(session: Session) -> None:
    session.language = "it"
    assert session.rest_not_addressed().notice == Notice(
        "{layer} open: {key} {none}, U {cannot_tell}",
        {
            "layer": "Frame",
            "key": "0",
            "none": "nessun frame",
            "cannot_tell": "non determinabile",
        },
    )


def test_the_first_three_instructions_stand_until_the_first_answer(session: Session) -> None:
    assert session.first_instructions == session.instructions[:3]
    assert len(session.instructions) == 11
    press(session, "1")
    assert session.first_instructions == ()


def test_a_coder_who_has_answered_before_is_not_instructed_again(
    open_session: Callable[[str], Session],
) -> None:
    press(open_session("k7"), "1")
    assert open_session("k7").first_instructions == ()
    assert len(open_session("m2").first_instructions) == 3


def test_instructions_are_told_in_the_language(session: Session) -> None:
    english = session.first_instructions
    session.language = "it"
    assert session.first_instructions != english
    assert len(session.first_instructions) == 3


# ------------------------------------------------------------------ definitions


def test_the_code_last_touched_is_explained(session: Session) -> None:
    assert session.explanation() is None
    press(session, "3")
    told = session.explanation()
    assert told is not None
    assert (told.label, told.colour) == ("Ideological", "reddish_purple")
    assert told.definition.startswith("Claims about social systems")
    assert len(told.include) == len(told.exclude) == 3
    assert told.examples
    assert told.counterexamples[0][1] == "No frame"
    assert {"Economic", "Geopolitical"} <= {label for pair in told.pairs for label in pair.labels}
    assert all(case[1] for pair in told.pairs for case in pair.cases)


def test_what_is_no_code_has_no_explanation(session: Session) -> None:
    assert explanation_of(session.wording, session.rules.layer("frame"), "none") is None


def test_taking_a_code_back_still_explains_it(session: Session) -> None:
    press(session, "3 3")
    told = session.explanation()
    assert told is not None
    assert told.code == "ideological"


def test_borrowed_codes_bring_their_definitions_and_pair_rules(session: Session) -> None:
    session.go_to(7)
    press(session, "1")
    told = session.explanation()
    assert told is not None
    assert (told.layer, told.code) == ("dominant_frame", "economic")
    assert told.pairs


def test_a_rule_beside_not_addressed_names_it_so(session: Session) -> None:
    press(session, "s")
    told = session.explanation()
    assert told is not None
    assert "Not addressed" in {label for pair in told.pairs for label in pair.labels}


def test_another_paragraph_begins_without_an_explanation(session: Session) -> None:
    press(session, "3")
    session.go_next()
    assert session.explanation() is None
