"""How long each answer took, summed over the log. Imports the log.

Looking a million uids up in the log one by one takes longer than all the rest of an export: here
the log is read once, a stretch as two texts, and the uids are compared as numbers.
"""
# ruff: noqa: S608  # only constants are joined

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.store.log import OF_LINES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from annotator.store.connection import Connection

    Halves = NDArray[np.uint64]
    Times = NDArray[np.int64]

_IN_STRETCH = " WHERE seq BETWEEN ? AND ? AND duration_ms IS NOT NULL"
_SPENT = "SELECT group_concat(uid, ''), group_concat(duration_ms), '' FROM event" + _IN_STRETCH
# The same with the revision, below zero if it is that of a line.
_SPENT_AND_REV = (
    "SELECT group_concat(e.uid, ''), group_concat(duration_ms), group_concat(iif("
    + OF_LINES
    + ", -rev, rev)) FROM event e JOIN device d ON d.id=e.device"
    + _IN_STRETCH
)
_COUNT = "SELECT count(*) FROM event WHERE duration_ms IS NOT NULL"
_HAS_LINES = f"SELECT EXISTS(SELECT 1 FROM device d WHERE {OF_LINES})"


class Durations:
    """The time of each answer by uid, 24 bytes each; for snapshots."""

    def __init__(self, file: Connection):
        import numpy as np  # the window starts without it

        count, end, has_lines = file.one(_COUNT), 0, bool(file.one(_HAS_LINES))
        high, low = np.empty(count, np.uint64), np.empty(count, np.uint64)
        times, revs = np.empty(count, np.int64), np.empty(count * has_lines, np.int64)
        for uids, spent, rev in _stretches(file, _SPENT_AND_REV if has_lines else _SPENT):
            numbers = _numbers(uids)
            start, end = end, end + len(numbers)
            high[start:end], low[start:end] = numbers.T
            times[start:end] = np.fromstring(spent, np.int64, sep=",")
            if has_lines:
                revs[start:end] = np.fromstring(rev, np.int64, sep=",")
        order = np.lexsort((low, high))
        # One column after the other: a second copy of them all would double the peak.
        high = high[order]
        low = low[order]
        times = times[order]
        revs = revs[order] if has_lines else revs
        del order
        is_first = np.ones(count, bool)
        is_first[1:] = (high[1:] != high[:-1]) | (low[1:] != low[:-1])
        starts = np.flatnonzero(is_first)
        self._sums = _summed(times, revs, starts) if count else times
        del times
        self._high = high = high[starts]
        self._low = low[starts]

    def of(self, uids: list[str]) -> list[int | None]:
        """Milliseconds of each of these answers; None where the log tells of none."""
        import numpy as np

        if len(self._high) == 0:
            return [None] * len(uids)
        high, low = _numbers("".join(uids)).T
        # The first half is 60 random bits: the second is compared, never searched.
        order = high.argsort()  # searched in order, neighbours lie in the cache
        found = np.empty(len(high), np.int64)
        found[order] = self._high.searchsorted(high[order]).clip(max=len(self._high) - 1)
        is_there = (self._high[found] == high) & (self._low[found] == low)
        sums = self._sums[found].tolist()
        return [
            spent if there else None for spent, there in zip(sums, is_there.tolist(), strict=True)
        ]


def _summed(times: Times, revs: Times, starts: NDArray[np.intp]) -> Times:
    """The time of each answer, whose events begin at `starts`.

    A line has all the time up to its revision, which the events before may have come with too.
    """
    import numpy as np

    if len(revs) == 0:
        return np.add.reduceat(times, starts)
    is_line = revs < 0
    reached = np.maximum.reduceat(np.where(is_line, -revs, 0), starts)
    is_within = ~is_line & (revs <= np.repeat(reached, np.diff(starts, append=len(revs))))
    told = np.maximum.reduceat(np.where(is_line, times, 0), starts)
    within = np.add.reduceat(np.where(is_within, times, 0), starts)
    behind = np.add.reduceat(np.where(is_line | is_within, 0, times), starts)
    return np.maximum(told, within) + behind


def _stretches(file: Connection, spent: str) -> Iterator[tuple[str, str, str]]:
    for first, last in file.stretches("event"):
        uids, times, revs = file.rows(spent, first, last)[0]
        if uids is not None:
            yield uids, times, revs


def _numbers(uids: str) -> Halves:
    """Each of the uids, which stand one behind the other, as two 64-bit numbers: (uids, 2)."""
    import numpy as np

    digits = bytes.fromhex(uids.replace("-", ""))
    return np.frombuffer(digits, ">u8").astype(np.uint64).reshape(-1, 2)
