"""Replaying the log: which event of each answer and kind stands. Imports nothing of the package.

Of each uid's events the one with the highest (rev, at, device uid) wins; clocks decide only
between equal revisions, so neither order nor repetition of a merge can change the result.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.store.connection import Connection, Row
    from annotator.store.log import Thing

_COLUMNS = (
    "SELECT e.uid, e.rev, e.at, d.uid, e.device, e.thing, e.annotator, e.after FROM event e"
    " JOIN device d ON d.id=e.device WHERE e.thing=?"
)
# `+` keeps the log's own order for reading: by the index each event would be a seek.
_ALL = _COLUMNS + " ORDER BY +e.uid"
_OF = _COLUMNS + " AND e.uid=?"


class Winner(Struct, frozen=True):
    """The event that says what stands; `after` is None where the answer was cleared."""

    uid: str
    rev: int
    at: str
    device_uid: str
    device: int
    thing: str
    annotator: str
    after: str | None


def winners(file: Connection, thing: Thing) -> Iterator[Winner]:
    """The winner of every uid of such a thing, by uid; for snapshots."""
    for _, events in groupby(file.stream(_ALL, thing), itemgetter(0)):
        yield _highest(events)


def winner(file: Connection, thing: Thing, uid: str) -> Winner | None:
    """The winner of one uid, None if the log does not know it."""
    events = file.rows(_OF, thing, uid)
    return _highest(events) if events else None


def _highest(events: Iterable[Row]) -> Winner:
    return Winner(*max(events, key=itemgetter(1, 2, 3)))
