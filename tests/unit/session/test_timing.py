"""How long a unit took: pauses cut, each unit by itself, in the log."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from annotator.session import Session
from tests.unit.session.reading_back import events, press

if TYPE_CHECKING:
    from annotator.store import Store


class Clock:
    """A monotonic clock that the test moves; it starts at any odd number."""

    def __init__(self) -> None:
        self.now = 4711.5

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(project: Store, clock: Clock) -> Session:
    who = next(a for a in project.annotators() if a.key == "k7")
    session = Session(project, who, monotonic=clock)
    session.open(session.documents[0].id, 2)
    return session


def durations(session: Session) -> list[int | None]:
    return [event["duration_ms"] for event in events(session.store.path)]


def test_an_answer_tells_the_time_since_the_unit_was_reached(
    session: Session, clock: Clock
) -> None:
    clock.wait(12.3456)
    press(session, "1")
    clock.wait(2)
    press(session, "a")
    assert durations(session) == [12346, 2000]


def test_a_pause_counts_for_a_minute_at_most(session: Session, clock: Clock) -> None:
    clock.wait(3600)
    press(session, "1")
    assert durations(session) == [60_000]


def test_keys_and_mouse_keep_the_time_running(session: Session, clock: Clock) -> None:
    for _ in range(3):
        clock.wait(50)
        session.touch()
    press(session, "1")
    assert durations(session) == [150_000]


def test_time_at_another_paragraph_belongs_to_no_answer_here(
    session: Session, clock: Clock
) -> None:
    clock.wait(30)
    session.go_next()
    clock.wait(5)
    press(session, "1")
    clock.wait(7)
    session.open(session.documents[1].id, 1)
    clock.wait(3)
    press(session, "1")
    assert durations(session) == [5000, 3000]


def test_a_jump_by_undo_begins_anew(session: Session, clock: Clock) -> None:
    press(session, "1")
    session.go_to(5)
    clock.wait(40)
    session.undo()
    clock.wait(2)
    press(session, "2")
    assert durations(session) == [0, None, 2000]


def test_an_undo_on_the_spot_does_not_stop_the_clock(session: Session, clock: Clock) -> None:
    press(session, "1")
    clock.wait(4)
    session.undo()
    clock.wait(2)
    press(session, "2")
    assert durations(session)[-1] == 6000


def test_a_step_of_many_events_tells_its_time_once(session: Session, clock: Clock) -> None:
    clock.wait(3)
    session.rest_not_addressed()
    assert durations(session) == [3000, None, None, None]


def test_a_clock_that_is_set_back_counts_nothing(session: Session, clock: Clock) -> None:
    clock.wait(-500)
    press(session, "1")
    assert durations(session) == [0]


def test_time_spent_is_summed_by_paragraph(session: Session, clock: Clock) -> None:
    clock.wait(3)
    press(session, "1")
    clock.wait(2)
    press(session, "a")
    session.go_to(7)
    clock.wait(1)
    press(session, "2")
    spent: Counter[int | None] = Counter()
    for record in session.store.records():
        spent[record.paragraph] += record.duration_ms or 0
    assert spent == {2: 5000, None: 1000}
