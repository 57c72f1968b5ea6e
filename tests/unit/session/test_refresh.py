"""What others change in the file meanwhile; and that annotators never see each other."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from annotator.errors import ProjectBusy
from annotator.session import Session
from annotator.store import Store
from tests.unit.session.conftest import article
from tests.unit.session.reading_back import FRAME, in_file, press, remembered, second_window, stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.session import Happened

_IN_ANOTHER_PROCESS = """
import sys
from pathlib import Path
from annotator.session import Session
from annotator.store import Store
with Store.open(Path(sys.argv[1])) as store:
    session = Session(store, next(a for a in store.annotators() if a.key == "k7"))
    session.open(session.documents[0].id, 3)
    session.press("2")
"""


@pytest.fixture
def other(session: Session) -> Iterator[Session]:
    """A second window of the same annotator."""
    with Store.open(session.store.path) as store:
        yield second_window(session, store)


@pytest.fixture
def heard(session: Session) -> list[Happened]:
    found: list[Happened] = []
    session.listen(found.append)
    return found


def test_another_windows_answers_appear(
    session: Session, other: Session, heard: list[Happened]
) -> None:
    press(other, "1")
    other.go_to(4)
    other.use_holder("person:Ada")
    press(other, "a")
    session.refresh()
    assert remembered(session) == remembered(other)
    assert heard[-1].paragraphs == {2, 4}
    assert not heard[-1].document
    assert session.unit(4).stances[0].holder_label == "Ada"
    assert session.holder_choices()[0].label == "Ada"


def test_another_process_answers_appear(session: Session) -> None:
    subprocess.run([sys.executable, "-c", _IN_ANOTHER_PROCESS, str(session.store.path)], check=True)
    session.refresh()
    assert session.unit(3).chips[0].code == "geopolitical"


def test_answers_taken_back_elsewhere_disappear(session: Session, other: Session) -> None:
    press(session, "1")
    other.refresh()
    press(other, "1")
    session.refresh()
    assert remembered(session) == in_file(session) == {}
    assert session.unit_state(2) == "open"


def test_a_kind_changed_elsewhere_changes_what_is_asked_here(
    session: Session, other: Session, heard: list[Happened]
) -> None:
    other.set_kind(2, "byline")
    session.refresh()
    assert heard[-1].document
    assert session.unit_state(2) == "not_asked"
    assert session.target is None
    assert [q.layer for q in session.questions()] == ["flag"]


def test_a_kind_changed_elsewhere_leaves_the_place_at_work_alone(
    session: Session, other: Session
) -> None:
    press(session, "w a")
    other.set_kind(5, "byline")
    session.refresh()
    assert session.active == stance("us_government")
    assert session.unit_state(5) == "not_asked"


def test_articles_added_elsewhere_appear(
    session: Session, other: Session, heard: list[Happened]
) -> None:
    other.store.add_article(article([("body", "New.")], "new.txt"))
    session.refresh()
    assert [d.title for d in session.documents][-1] == "new"
    assert heard[-1].articles
    assert heard[-1].paragraphs == frozenset()


def test_nothing_new_is_not_told(session: Session, heard: list[Happened]) -> None:
    session.refresh()
    session.refresh()
    assert heard == []


def test_figures_of_other_articles_are_counted_anew(session: Session, other: Session) -> None:
    second = session.documents[1].id
    assert session.progress(second).n_done == 0
    other.open(second, 1)
    press(other, "0")
    other.rest_not_addressed()
    session.refresh()
    assert session.progress(second).n_done == 1


def test_a_busy_file_is_read_at_the_next_call(
    session: Session, other: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(other, "1")

    def busy() -> None:
        raise ProjectBusy("busy")

    monkeypatch.setattr(session.store, "documents", busy)
    session.refresh()
    assert remembered(session) == {}
    monkeypatch.undo()
    session.refresh()
    assert remembered(session) == in_file(session) != {}


def test_an_article_that_cannot_be_read_leaves_the_open_one(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(session, "1")

    def busy(*_: object) -> None:
        raise ProjectBusy("busy")

    monkeypatch.setattr(session.store, "annotations", busy)
    with pytest.raises(ProjectBusy):
        session.open(session.documents[1].id)
    assert session.document == session.documents[0]
    assert len(session.paragraphs) == 7
    assert session.unit(2).chips


def test_an_answer_elsewhere_ends_the_first_instructions(session: Session, other: Session) -> None:
    assert len(session.first_instructions) == 3
    press(other, "1")
    session.refresh()
    assert not session.first_instructions


def test_a_session_without_an_open_article_refreshes_its_list(session: Session) -> None:
    bare = Session(session.store, session.annotator)
    with Store.open(session.store.path) as store:
        store.add_article(article([("body", "New.")], "new.txt"))
    bare.refresh()
    assert len(bare.documents) == 3


# ------------------------------------------------------------------ two annotators


def test_annotators_never_see_each_others_answers(
    open_session: Callable[[str], Session],
) -> None:
    mine, theirs = open_session("k7"), open_session("m2")
    press(mine, "1 a")
    mine.set_note("mine")
    with Store.open(mine.store.path) as store:
        elsewhere = second_window(theirs, store)
        for session in (theirs, elsewhere):
            session.refresh()
            assert remembered(session) == {}
            unit = session.unit(0)
            assert (unit.chips, unit.stances, unit.has_note, unit.state) == ((), (), False, "open")
            assert session.strip_block(0).colour is None
            assert session.progress(session.documents[0].id).n_notes == 0
            assert len(session.first_instructions) == 3


def test_the_same_place_holds_both_annotators_answers(
    open_session: Callable[[str], Session],
) -> None:
    mine, theirs = open_session("k7"), open_session("m2")
    press(mine, "1")
    press(theirs, "2")
    assert in_file(mine)[0][FRAME].codes == ("economic",)
    assert in_file(theirs)[0][FRAME].codes == ("geopolitical",)
    assert mine.store.check() == []
