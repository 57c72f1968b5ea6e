"""Replaying the log: which event of each answer and kind stands. Imports the log.

Of each uid's events the one with the highest (rev, at, device uid) wins; clocks decide only
between equal revisions, so neither order nor repetition of a merge can change the result. The line
of an export gives way to the event that it tells of, whichever of the two came first.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from annotator.store.log import is_of_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.store.connection import Connection
    from annotator.store.log import Thing

_COLUMNS = (
    "SELECT e.uid, e.rev, e.at, d.uid, e.device, e.thing, e.annotator, e.after FROM event e"
    " JOIN device d ON d.id=e.device WHERE e.thing=?"
)
# `+` keeps the log's own order for reading: by the index each event would be a seek.
_ALL = _COLUMNS + " ORDER BY +e.uid"
_OF = _COLUMNS + " AND e.uid=?"


class Winner(Struct, frozen=True):
    """What an event says, mostly the one that stands; `after` is None where it cleared."""

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
        yield highest(Winner(*row) for row in events)


def winner(file: Connection, thing: Thing, uid: str) -> Winner | None:
    """The winner of one uid, None if the log does not know it."""
    told = told_of(file, thing, uid)
    return highest(told) if told else None


def told_of(file: Connection, thing: Thing, uid: str) -> list[Winner]:
    """All that the log tells of one uid."""
    return [Winner(*row) for row in file.rows(_OF, thing, uid)]


def highest(told: Iterable[Winner]) -> Winner:
    """Of the events of one uid the one that stands."""
    return max(told, key=_rank)


def _rank(one: Winner) -> tuple[int, str, bool, str]:
    return one.rev, one.at, not is_of_lines(one.device_uid), one.device_uid
