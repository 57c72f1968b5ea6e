"""The lines of an export as events of the log, many at a time. Imports model.

A line becomes an event of its file, numbered by line, unless the log already holds the same
revision, time and answer: so a second merge adds nothing.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotator.store.log import APPEND, encoded, said

if TYPE_CHECKING:
    from annotator.store.arrivals import Arrival
    from annotator.store.connection import Connection, Row
    from annotator.store.log import Log
    from annotator.store.reports import Fate

_AT_ONCE = 10_000
_TOLD = "SELECT e.uid, e.rev, e.at, e.after FROM json_each(?) CROSS JOIN event e ON e.uid=value"


class LineEvents:
    """Appends lines, inside the caller's transaction."""

    def __init__(self, file: Connection, log: Log, device_uid: str):
        self._file = file
        self._log = log
        self._device_uid = device_uid
        self._device: int | None = None
        self._waiting: list[Arrival] = []
        self.known: Counter[tuple[str, str, Fate]] = Counter()

    def add(self, arrival: Arrival) -> None:
        """Take a line; it is written with the next ten thousand, or by `finish`."""
        self._waiting.append(arrival)
        if len(self._waiting) >= _AT_ONCE:
            self.finish()

    def finish(self) -> None:
        """Append what is not known to the log."""
        waiting, self._waiting = self._waiting, []
        uids = encoded([arrival.uid for arrival in waiting])
        told = set(self._file.rows(_TOLD, uids))
        rows = []
        for arrival in waiting:
            place, after = arrival.place, said(arrival.place, arrival.answer, arrival.codebook)
            key = (arrival.uid, arrival.rev, arrival.at, after)
            if key in told:
                self.known[place.annotator, place.round, "unchanged"] += 1
            else:
                told.add(key)
                rows.append(self._row(arrival, after))
        self._file.run_many(APPEND, rows)

    def _row(self, arrival: Arrival, after: str) -> Row:
        if self._device is None:  # the row of the file comes with its first line that is not known
            self._device = self._log.device(self._device_uid)
        number, key = arrival.number, arrival.place.annotator
        return (self._device, number, number, "merge", 0, arrival.at, key, "annotation",
                arrival.uid, arrival.rev, None, after, arrival.duration_ms)  # fmt: skip
