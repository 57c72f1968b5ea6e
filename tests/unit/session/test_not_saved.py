"""A locked file: answers stay on the screen, are tried again in order, or are given up."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from annotator.errors import AnswerRefused, ProjectBusy, StoreError
from annotator.model import Answer
from annotator.session import Session
from annotator.store import Store
from tests.unit.session.conftest import TEXTS, article
from tests.unit.session.reading_back import (
    FRAME,
    in_file,
    locked,
    press,
    remembered,
    second_window,
    stance,
    steps,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.model import Codebook
    from annotator.session import Happened

held = contextmanager(locked)
ECONOMIC = Answer("coded", ("economic",))


@pytest.fixture(params=["wal", "delete"])
def session(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    shipped: Codebook,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Session]:
    """At ¶ 3, once with a write-ahead log and once with a rollback journal."""
    monkeypatch.setattr("annotator.store.opening.wal_is_safe", lambda: request.param == "wal")
    path = tmp_path / f"{request.param}.annot"
    with Store.create(path, codebook=shipped):
        pass
    with Store.open(path, wait_ms=20) as store:
        assert store._file.one("PRAGMA journal_mode") == request.param
        who = store.add_annotator("k7")
        for name in ("first.txt", "second.txt"):
            store.add_article(article(TEXTS, name), keep_duplicates=True)
        session = Session(store, who)
        session.open(session.documents[0].id, 2)
        yield session


def hold(session: Session, how: str = "IMMEDIATE"):
    return held(session.store.path, how)


def test_an_answer_that_cannot_be_written_stays_on_the_screen_as_unsaved(
    session: Session,
) -> None:
    with hold(session):
        press(session, "1")
        assert isinstance(session.trouble, ProjectBusy)
        assert session.saved_at is None
        assert session.unit(2).is_unsaved
        assert session.unit(2).chips[0].code == "economic"
    assert in_file(session) == {}


def test_retry_writes_all_in_order_once_the_file_is_free(session: Session) -> None:
    with hold(session):
        press(session, "1 2")
        session.rest_not_addressed()
        session.go_to(3)
        press(session, "0")
        assert not session.retry()
        assert [session.unit(at).is_unsaved for at in (2, 3, 4)] == [True, True, False]
    assert session.retry()
    assert session.trouble is None
    assert session.saved_at is not None
    assert not session.unit(2).is_unsaved
    assert remembered(session) == in_file(session)
    assert [len(step) for step in steps(session.store.path)] == [1, 1, 4, 1]
    assert session.undo().notice is not None
    assert session.position == 3


def test_later_answers_wait_behind_the_first_also_when_the_file_is_free(session: Session) -> None:
    with hold(session):
        press(session, "1")
    press(session, "1")
    assert session.trouble is not None
    assert session.retry()
    assert in_file(session) == remembered(session) == {}


def test_giving_up_drops_what_waits_and_shows_the_file(session: Session) -> None:
    press(session, "1")
    with hold(session):
        press(session, "2 a")
        session.give_up()
        assert session.trouble is None
    session.refresh()
    assert in_file(session) == remembered(session) == {2: {FRAME: ECONOMIC}}
    assert not session.unit(2).is_unsaved
    assert session.retry()


def test_giving_up_while_the_file_cannot_even_be_read_reads_it_later(session: Session) -> None:
    with hold(session, "EXCLUSIVE"):
        press(session, "1")
        session.give_up()
        session.refresh()
    session.refresh()
    assert remembered(session) == in_file(session) == {}


def test_giving_up_the_first_answer_brings_the_instructions_back(session: Session) -> None:
    with hold(session):
        press(session, "1")
        assert session.first_instructions == ()
        session.give_up()
    assert len(session.first_instructions) == 3


def test_undo_redo_and_kinds_never_overtake_what_waits(session: Session) -> None:
    press(session, "1")
    with hold(session):
        press(session, "2")
        for act in (session.undo, session.redo, lambda: session.set_kind(3, "byline")):
            assert str(act().notice) == "Not now: the last answers are not saved yet"
    session.retry()
    assert str(session.undo().notice) == "took back Geopolitical, ¶ 3"


def test_undo_in_a_locked_file_says_why_and_changes_nothing(session: Session) -> None:
    press(session, "1")
    with hold(session):
        assert str(session.undo().notice) == (
            "another program is using this project; nothing was written"
        )
    assert remembered(session) == {2: {FRAME: ECONOMIC}}


def test_what_waits_survives_a_reload_of_others_answers(session: Session) -> None:
    with Store.open(session.store.path) as store:
        other = second_window(session, store)
        press(other, "4")
        with hold(session):
            press(session, "a")
            session.refresh()
            assert remembered(session)[2].keys() == {FRAME, stance("export_controls")}
            assert session.unit(2).is_unsaved
    assert session.retry()
    assert remembered(session) == in_file(session)


def test_what_waits_is_still_there_after_a_visit_to_another_article(session: Session) -> None:
    first, second = session.documents
    with hold(session):
        press(session, "1")
        session.open(second.id, 2)
        assert not session.unit(2).is_unsaved
        assert session.progress(first.id).n_done == 0
        session.open(first.id, 2)
        assert session.unit(2).is_unsaved
        session.open(second.id, 2)
    assert session.retry()
    session.open(first.id, 2)
    assert in_file(session) == remembered(session) == {2: {FRAME: ECONOMIC}}


def test_figures_of_an_article_that_was_left_are_counted_anew_after_saving(
    session: Session,
) -> None:
    first, second = session.documents
    with hold(session):
        press(session, "1")
        session.set_note("why?")
        session.open(second.id)
        assert session.progress(first.id).n_notes == 0
    session.retry()
    assert session.progress(first.id).n_notes == 1


def test_listeners_hear_of_each_try_that_saved_something(session: Session) -> None:
    with hold(session):
        press(session, "1")
        heard: list[Happened] = []
        session.listen(heard.append)
        session.retry()
        assert heard == []
    session.retry()
    assert heard[-1].paragraphs == {2}
    assert heard[-1].status


def test_an_answer_that_was_refused_while_it_waited_is_not_dropped_without_a_word(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    with hold(session):
        press(session, "1")

    def refuse(*_: object, **__: object) -> None:
        raise AnswerRefused("the layer {layer} is gone", layer="frame")

    monkeypatch.setattr(session.store, "annotate", refuse)
    assert not session.retry()
    assert isinstance(session.trouble, StoreError)
    assert "the layer frame is gone" in str(session.trouble)
    assert session.unit(2).is_unsaved
    monkeypatch.undo()
    assert session.retry()


def test_an_answer_that_the_store_refuses_comes_back_as_a_notice(session: Session) -> None:
    press(session, "1")
    outcome = session.set_note("a\x00b")
    assert "signs that are no text" in str(outcome.notice)
    assert remembered(session) == in_file(session) == {2: {FRAME: ECONOMIC}}


def test_a_project_opened_for_reading_only_keeps_the_answer_as_unsaved(
    open_session: Callable[[str], Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_session("k7")
    monkeypatch.setattr("annotator.store.opening.is_writable", lambda _: False)
    with Store.open(session.store.path) as store:
        other = second_window(session, store)
        press(other, "1")
        assert other.trouble is not None
        assert "reading only" in str(other.trouble)
        assert other.unit(0).is_unsaved
