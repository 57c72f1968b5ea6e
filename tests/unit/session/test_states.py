"""Done, open, skipped, not asked; progress; articles where there is nothing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.codebook import parse_codebook
from annotator.model import DocumentId
from annotator.session import Session
from annotator.session.views import Progress
from annotator.store import Store
from tests.unit.session.codebooks import SEVERAL_SIDES, STRICT, TINY
from tests.unit.session.conftest import article
from tests.unit.session.reading_back import press

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.model import Codebook


def test_a_paragraph_is_done_when_frame_and_every_always_asked_target_are_answered(
    session: Session,
) -> None:
    seen = [session.unit_state(2)]
    for key in "1asdf":
        session.press(key)
        seen.append(session.unit_state(2))
    assert seen == ["open"] * 5 + ["done"]


def test_cannot_tell_counts_as_answered(session: Session) -> None:
    session.cannot_tell()
    for key in "qwer":
        press(session, key)
        session.cannot_tell()
    assert session.unit_state(2) == "done"


def test_one_skipped_answer_makes_a_finished_paragraph_skipped(session: Session) -> None:
    press(session, "1 q")
    session.skip()
    assert session.unit_state(2) == "open"
    session.rest_not_addressed()
    assert session.unit_state(2) == "skipped"


def test_any_voice_closes_a_target(session: Session) -> None:
    press(session, "1")
    session.activate("stance", "export_controls", "public")
    session.skip()
    session.take_position("stance", "export_controls", "against", holder="author")
    session.rest_not_addressed()
    assert session.unit_state(2) == "done"


@pytest.mark.parametrize("kind", ["byline", "dateline", "boilerplate"])
def test_kinds_that_no_required_question_asks_are_not_asked(session: Session, kind: str) -> None:
    session.set_kind(2, kind)  # type: ignore[arg-type]
    assert session.unit_state(2) == "not_asked"
    press(session, "x")
    assert session.unit_state(2) == "not_asked"
    assert session.unit(2).owes == ()


def test_required_words_keep_a_paragraph_open(session_on: Callable[[str], Session]) -> None:
    session = session_on(STRICT)
    press(session, "1")
    assert session.unit_state(0) == "open"
    assert session.unit(0).lacks_evidence
    session.press("1", selection=(0, 3))
    assert session.unit_state(0) == "done"
    assert not session.unit(0).lacks_evidence


def test_every_chosen_code_needs_words_of_its_own(session_on: Callable[[str], Session]) -> None:
    session = session_on(STRICT)
    session.press("1", selection=(0, 3))
    press(session, "⇧2")
    assert session.unit_state(0) == "open"
    session.press("2", selection=(4, 9))
    assert session.unit_state(0) == "done"


def test_a_required_main_one_is_asked_from_two_codes_up(
    session_on: Callable[[str], Session],
) -> None:
    session = session_on(STRICT)
    session.press("1", selection=(0, 3))
    assert session.unit_state(0) == "done"
    session.press("2", selection=(0, 3))
    assert [one.lacks for one in session.unit(0).owes] == ["primary"]
    press(session, "⇧1")
    assert session.unit_state(0) == "done"


def test_a_voices_missing_words_keep_its_target_open(
    session_on: Callable[[str], Session],
) -> None:
    session = session_on(SEVERAL_SIDES)
    session.use_holder("person:Ada")
    press(session, "1")
    owed = session.unit(0).owes
    assert [(one.label, one.lacks, one.keys) for one in owed] == [
        ("Port", "answer", "W"),
        ("Dam · Ada: marked words", "evidence", ""),
    ]
    session.go_next()
    session.go_previous()
    assert session.target == "port"


def test_none_needs_no_words(session_on: Callable[[str], Session]) -> None:
    session = session_on(STRICT)
    press(session, "0")
    assert session.unit_state(0) == "done"


# ------------------------------------------------------------------ progress


def test_progress_counts_units_states_and_notes(session: Session) -> None:
    press(session, "1")
    session.set_note("why?")
    session.rest_not_addressed()
    session.cannot_tell()
    session.rest_not_addressed()
    session.skip()
    session.rest_not_addressed()
    found = session.progress(session.documents[0].id)
    assert found == Progress(
        document=session.documents[0].id,
        n_paragraphs=7,
        n_units=7,
        n_done=2,
        n_cannot_tell=1,
        n_skipped=1,
        n_notes=1,
    )
    assert found.state == "open"


def test_progress_of_an_article_that_is_not_open_comes_from_the_file(session: Session) -> None:
    press(session, "1")
    session.rest_not_addressed()
    first, second = session.documents
    open_figures = session.progress(first.id)
    session.open(second.id)
    assert session.progress(first.id) == open_figures
    assert session.progress(second.id).state == "new"


def test_an_article_is_done_when_all_paragraphs_and_the_whole_are(session: Session) -> None:
    for position in (0, 2, 3, 4, 5, 6):
        session.go_to(position)
        press(session, "0")
        session.rest_not_addressed()
    assert session.progress(session.documents[0].id).state == "open"
    session.go_to(7)
    press(session, "0")
    session.rest_not_addressed()
    assert session.progress(session.documents[0].id).state == "done"


def test_a_skipped_unit_is_not_done(session: Session) -> None:
    session.skip()
    session.rest_not_addressed()
    found = session.progress(session.documents[0].id)
    assert (found.n_done, found.n_skipped, found.state) == (0, 1, "open")


# ------------------------------------------------------------------ nothing to do


def test_a_project_without_articles_answers_every_key_quietly(
    tmp_path: Path, shipped: Codebook
) -> None:
    with Store.create(tmp_path / "empty.annot", codebook=shipped) as store:
        session = Session(store, store.add_annotator("k7"))
        assert (session.documents, session.document, session.n_stops) == ((), None, 0)
        assert session.questions() == ()
        assert session.explanation() is None
        assert session.press("1") is None
        assert session.rest_not_addressed().notice is None
        assert session.next_open().notice is None
        assert session.words() == []
        assert session.sentence_at(0) == (0, 0)
        assert session.holder_choices() == ()
        assert str(session.cannot_tell().notice) == "no question is asked here"
        assert str(session.undo().notice) == "Nothing to undo"
        assert session.next_document() is None
        assert session.note == ""
        session.go_next()
        session.touch()
        session.refresh()
        session.give_up()
        assert session.retry()
        assert not session.is_at_whole_article


def test_a_codebook_without_document_questions_has_no_last_stop(
    session_on: Callable[[str], Session],
) -> None:
    session = session_on(TINY)
    assert session.n_stops == 2
    session.go_to(5)
    assert session.position == 1
    assert not session.is_at_whole_article
    press(session, "1")
    session.go_to(0)
    press(session, "2")
    assert str(session.rest_not_addressed().notice) == "This article is done"
    assert session.progress(session.documents[0].id).state == "done"


def test_an_article_that_nothing_is_asked_of_is_done(tmp_path: Path) -> None:
    parsed = parse_codebook(TINY).codebook
    assert parsed is not None
    with Store.create(tmp_path / "bylines.annot", codebook=parsed) as store:
        who = store.add_annotator("k7")
        store.add_article(article([("byline", "By Ada"), ("boilerplate", "Share this")]))
        session = Session(store, who)
        session.open(session.documents[0].id)
        assert [session.unit_state(at) for at in range(2)] == ["not_asked", "not_asked"]
        assert session.questions() == ()
        assert session.active is None
        assert str(session.next_open().notice) == "This article is done"
        assert str(session.rest_not_addressed().notice) == "This article is done"
        assert session.progress(session.documents[0].id).state == "done"
        session.open(session.documents[0].id)
        assert session.next_document() is None


def test_an_article_without_paragraphs_has_no_place_and_no_question(
    session: Session,
) -> None:
    added = session.store.add_article(article([], "blank.txt"))
    session.open(added.document)
    assert (session.n_stops, session.active, session.target) == (0, None, None)
    assert session.press("1") is None
    session.refresh()


def test_an_article_that_does_not_exist_is_a_mistake_of_the_caller(session: Session) -> None:
    with pytest.raises(KeyError):
        session.open(DocumentId(99))
    assert session.document == session.documents[0]


def test_an_article_added_a_moment_ago_can_be_opened(session: Session) -> None:
    added = session.store.add_article(article([("body", "New today.")], "new.txt"))
    session.open(added.document)
    assert session.document is not None
    assert session.document.n_paragraphs == 1
