"""What the project file says, so that tests need not believe the session's memory."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

from sqlite_utils.utils import sqlite3

from annotator.session import Session
from annotator.session.asking import Slot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.model import Answer
    from annotator.store import Store

FRAME = Slot("frame")


def stance(target: str, holder: str = "author") -> Slot:
    return Slot("stance", target, holder)


def press(session: Session, keys: str) -> None:
    """Each of these keys; ⇧ before one is Shift."""
    for key in keys.split():
        outcome = session.press(key.removeprefix("⇧"), shift=key.startswith("⇧"))
        assert outcome is not None, key


def in_file(session: Session) -> dict[int, dict[Slot, Answer]]:
    """This annotator's answers on the open article, by position."""
    assert session.document is not None
    found: dict[int, dict[Slot, Answer]] = {}
    for one in session.store.annotations(session.document.id, session.round, session.annotator.key):
        place = one.place
        at = len(session.paragraphs) if place.paragraph is None else place.paragraph
        found.setdefault(at, {})[Slot(place.layer, place.target, place.holder)] = one.answer
    return found


def here(session: Session) -> dict[Slot, Answer]:
    """The answers in the file at the session's position."""
    return in_file(session).get(session.position, {})


def remembered(session: Session) -> dict[int, dict[Slot, Answer]]:
    """What the session itself believes."""
    return {at: dict(answers) for at, answers in session._answers.items() if answers}


def second_window(session: Session, store: Store) -> Session:
    """The same annotator at the same place, through another connection."""
    assert session.document is not None
    other = Session(store, session.annotator, round=session.round)
    other.open(session.document.id, session.position)
    return other


def events(path: Path) -> list[dict[str, Any]]:
    """The log as plain SQL reads it."""
    with closing(sqlite3.connect(path)) as raw:
        raw.row_factory = sqlite3.Row
        return [dict(row) for row in raw.execute("SELECT * FROM event ORDER BY seq")]


def steps(path: Path) -> list[list[dict[str, Any]]]:
    """The log, its events grouped by undo step."""
    grouped: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for event in events(path):
        grouped.setdefault((event["device"], event["step"]), []).append(event)
    return list(grouped.values())


def locked(path: Path, how: str = "IMMEDIATE") -> Iterator[None]:
    """Another program holds the file."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as raw:
        raw.execute(f"BEGIN {how}")
        yield
        raw.execute("ROLLBACK")
