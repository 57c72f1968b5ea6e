"""Undo and redo: every kind of answer, in words, across restarts, windows and articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.model import Answer
from annotator.session import Session
from annotator.store import Change, Store
from tests.unit.session.codebooks import STRICT
from tests.unit.session.conftest import article
from tests.unit.session.reading_back import (
    FRAME,
    here,
    in_file,
    press,
    remembered,
    second_window,
    stance,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.session import Happened


def said(outcome: object) -> str:
    return str(outcome.notice)  # type: ignore[attr-defined]


def select_4(session: Session) -> None:
    session.press("4", selection=(0, 7))


def confidence_of(session: Session) -> None:
    press(session, "1")
    session.cycle_confidence()


def note_of(session: Session) -> None:
    press(session, "1")
    session.set_note("why?")


def stance_note(session: Session) -> None:
    press(session, "a")
    session.set_note("why?")


def evidence_later(session: Session) -> None:
    press(session, "4")
    session.press("4", selection=(0, 7))


def primary(session: Session) -> None:
    press(session, "1 2 ⇧2")


def other_text(session: Session) -> None:
    press(session, "9")
    session.set_text("frame_other", "law")


def other_text_changed(session: Session) -> None:
    other_text(session)
    session.set_text("frame_other", "courts")


def other_gone(session: Session) -> None:
    other_text(session)
    press(session, "9")


def voice(session: Session) -> None:
    press(session, "g q")
    session.use_holder("person:Ada Reed")
    press(session, "d")


def other_voice(session: Session) -> None:
    press(session, "a")
    session.give_to_holder("person:Ada Reed")


def rest(session: Session) -> None:
    session.rest_not_addressed()


def keys(typed: str) -> Callable[[Session], None]:
    return lambda session: press(session, typed)


REST = (
    "Export controls and trade restrictions, US government, Large US technology firms,"
    " Chinese AI and technology: Not addressed"
)
ACTS = [
    (keys("1"), "Economic"),
    (keys("4 1 2"), "Geopolitical"),
    (keys("1 2 2"), "Geopolitical"),
    (keys("1 1"), "Economic"),
    (keys("1 0"), "No frame"),
    (keys("0 1"), "Economic"),
    (lambda session: session.cannot_tell(), "Cannot tell"),
    (select_4, "Environmental"),
    (evidence_later, "Frame: marked words"),
    (primary, "Frame: the main one"),
    (confidence_of, "Frame: how sure"),
    (note_of, "Frame: note"),
    (stance_note, "Export controls and trade restrictions: note"),
    (other_text, "“law”"),
    (other_text_changed, "“courts”"),
    (other_gone, "Other…, “law”"),
    (keys("a"), "Export controls and trade restrictions: Against"),
    (keys("g"), "Export controls and trade restrictions: Not addressed"),
    (keys("a q g"), "Export controls and trade restrictions: Not addressed"),
    (voice, "Export controls and trade restrictions · Ada Reed: In favour"),
    (other_voice, "Export controls and trade restrictions · Ada Reed: Against"),
    (
        rest,
        REST,
    ),
]


@pytest.mark.parametrize(("act", "words"), ACTS, ids=[words for _, words in ACTS])
def test_undo_and_redo_say_what_and_where(
    session: Session, act: Callable[[Session], object], words: str
) -> None:
    act(session)
    after = in_file(session)
    session.go_to(6)
    assert said(session.undo()) == f"took back {words}, ¶ 3"
    assert session.position == 2
    session.go_to(6)
    assert said(session.redo()) == f"did {words} again, ¶ 3"
    assert session.position == 2
    assert in_file(session) == remembered(session) == after


@pytest.mark.parametrize("act", [act for act, _ in ACTS], ids=[words for _, words in ACTS])
def test_undoing_everything_leaves_nothing(
    session: Session, act: Callable[[Session], object]
) -> None:
    act(session)
    while said(session.undo()) != "Nothing to undo":
        pass
    assert in_file(session) == remembered(session) == {}


def test_nothing_to_undo_or_redo_is_said(session: Session) -> None:
    assert said(session.undo()) == "Nothing to undo"
    press(session, "1")
    assert said(session.redo()) == "Nothing to redo"


def test_a_new_answer_ends_the_redo(session: Session) -> None:
    press(session, "1")
    session.undo()
    press(session, "2")
    assert said(session.redo()) == "Nothing to redo"


def test_answers_on_the_whole_article_are_undone_there(session: Session) -> None:
    session.go_to(7)
    press(session, "2")
    session.go_to(0)
    assert said(session.undo()) == "took back Geopolitical, whole article"
    assert session.is_at_whole_article
    assert said(session.redo()) == "did Geopolitical again, whole article"


def test_undo_goes_on_after_a_restart(session: Session) -> None:
    press(session, "1 a")
    path, who = session.store.path, session.annotator
    session.store.close()
    with Store.open(path) as store:
        again = Session(store, who)
        assert said(again.undo()).startswith("took back Export controls")
        assert again.document == again.documents[0]
        assert again.position == 2
        assert here(again) == remembered(again)[2] == {FRAME: Answer("coded", ("economic",))}


def test_undo_jumps_to_another_article(session: Session) -> None:
    press(session, "1")
    session.open(session.documents[1].id, 1)
    heard: list[Happened] = []
    session.listen(heard.append)
    assert said(session.undo()) == "took back Economic, ¶ 3"
    assert session.document == session.documents[0]
    assert session.position == 2
    assert heard[-1].document
    assert heard[-1].moved
    assert session.progress(session.documents[0].id).n_done == 0


def test_after_undo_the_next_position_goes_to_the_target_that_was_undone(session: Session) -> None:
    press(session, "e a")
    session.undo()
    assert session.target == "us_tech_firms"
    press(session, "d")
    assert here(session) == {stance("us_tech_firms"): Answer("coded", ("favour",))}


def test_after_undo_the_answer_that_was_touched_is_the_active_one(session: Session) -> None:
    press(session, "a 1")
    session.set_note("why?")
    session.undo()
    session.set_note("because")
    assert here(session)[FRAME].note == "because"


def test_after_undo_of_a_rest_the_first_open_target_is_current(session: Session) -> None:
    press(session, "a 1")
    session.rest_not_addressed()
    session.undo()
    assert session.target == "us_government"


def test_a_kind_is_undone_in_words_and_changes_what_is_asked(session: Session) -> None:
    session.set_kind(3, "boilerplate")
    assert session.position == 3
    assert session.unit_state(3) == "not_asked"
    session.go_to(0)
    assert said(session.undo()) == "took back the kind of ¶ 4"
    assert (session.position, session.kind(3), session.unit_state(3)) == (3, "body", "open")
    assert said(session.redo()) == "gave ¶ 4 its kind again"
    assert session.kind(3) == session.store.paragraphs(session.documents[0].id)[3].kind


def test_the_kind_that_it_has_already_writes_nothing(session: Session) -> None:
    session.set_kind(3, "body")
    assert said(session.undo()) == "Nothing to undo"


def test_a_kind_for_the_whole_article_is_refused_in_words(session: Session) -> None:
    assert said(session.set_kind(7, "body")) == "the article has no ¶ 8"


def test_answers_of_a_paragraph_stay_when_its_kind_is_not_asked_any_more(session: Session) -> None:
    press(session, "1")
    session.set_kind(2, "byline")
    assert session.unit(2).chips[0].label == "Economic"
    assert session.unit_state(2) == "not_asked"


def test_an_answer_that_changed_elsewhere_is_not_undone_and_the_reason_said(
    session: Session,
) -> None:
    press(session, "1")
    with Store.open(session.store.path) as store:
        raw = store._file
        with raw.write():
            raw.run("UPDATE annotation SET codes='[\"ideological\"]'")
        assert said(session.undo()) == (
            "¶ 3 has been changed elsewhere since; the step stays as it is"
        )
    assert here(session)[FRAME].codes == ("ideological",)


def test_two_windows_share_one_stack(session: Session) -> None:
    with Store.open(session.store.path) as store:
        other = second_window(session, store)
        press(session, "1")
        press(other, "a")
        assert said(session.undo()).startswith("took back Export controls")
        assert said(other.undo()) == "took back Economic, ¶ 3"
        assert said(session.undo()) == "Nothing to undo"
        session.refresh()
        other.refresh()
        assert remembered(session) == remembered(other) == in_file(session) == {}


def test_undo_of_another_windows_step_in_a_new_article_finds_it(session: Session) -> None:
    with Store.open(session.store.path) as store:
        added = store.add_article(article([("body", "Brand new.")], "new.txt"))
        other = Session(store, session.annotator)
        other.open(added.document)
        press(other, "1")
        session.undo()
        assert session.document is not None
        assert session.document.id == added.document


def test_undo_never_touches_the_other_annotators_answers(
    open_session: Callable[[str], Session],
) -> None:
    mine, theirs = open_session("k7"), open_session("m2")
    press(mine, "1")
    press(theirs, "2")
    assert said(mine.undo()) == "took back Economic, ¶ 1"
    assert said(mine.undo()) == "Nothing to undo"
    assert in_file(theirs) == {0: {FRAME: Answer("coded", ("geopolitical",))}}


def test_a_step_over_several_paragraphs_is_taken_over_whole(session: Session) -> None:
    changes = []
    for position in (0, 3):
        session.go_to(position)
        changes.append(Change(session._place(FRAME), Answer("none")))
    document = session.document
    session.open(session.documents[1].id, 1)
    changes.append(Change(session._place(FRAME), Answer("none")))
    assert document is not None
    session.open(document.id, 5)
    session.store.annotate(changes)
    session.undo()
    assert remembered(session) == in_file(session) == {}
    session.redo()
    assert remembered(session) == in_file(session)


def test_a_main_one_alone_is_said_too(session_on: Callable[[str], Session]) -> None:
    session = session_on(STRICT)
    press(session, "⇧1")
    assert said(session.undo()) == "took back Water, ¶ 1"
