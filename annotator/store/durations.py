"""How long each answer took, summed over the log. Imports nothing of the package.

Looking a million uids up in the log one by one takes longer than all the rest of an export: here
the log is read once, a stretch as two texts, and the uids are compared as numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from annotator.store.connection import Connection

    Halves = NDArray[np.uint64]

_SPENT = (
    "SELECT group_concat(uid, ''), group_concat(duration_ms) FROM event"
    " WHERE seq BETWEEN ? AND ? AND duration_ms IS NOT NULL"
)
_COUNT = "SELECT count(*) FROM event WHERE duration_ms IS NOT NULL"


class Durations:
    """The sum of `duration_ms` by uid, 24 bytes each; for snapshots."""

    def __init__(self, file: Connection):
        import numpy as np  # the window starts without it

        count, end = file.one(_COUNT), 0
        high, low = np.empty(count, np.uint64), np.empty(count, np.uint64)
        times = np.empty(count, np.int64)
        for uids, spent in _stretches(file):
            numbers = _numbers(uids)
            start, end = end, end + len(numbers)
            high[start:end], low[start:end] = numbers.T
            times[start:end] = np.fromstring(spent, np.int64, sep=",")
        order = np.lexsort((low, high))
        # One column after the other: a second copy of them all would double the peak.
        high = high[order]
        low = low[order]
        times = times[order]
        del order
        is_first = np.ones(count, bool)
        is_first[1:] = (high[1:] != high[:-1]) | (low[1:] != low[:-1])
        starts = np.flatnonzero(is_first)
        self._sums = np.add.reduceat(times, starts) if count else times
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


def _stretches(file: Connection) -> Iterator[tuple[str, str]]:
    for first, last in file.stretches("event"):
        uids, spent = file.rows(_SPENT, first, last)[0]
        if uids is not None:
            yield uids, spent


def _numbers(uids: str) -> Halves:
    """Each of the uids, which stand one behind the other, as two 64-bit numbers: (uids, 2)."""
    import numpy as np

    digits = bytes.fromhex(uids.replace("-", ""))
    return np.frombuffer(digits, ">u8").astype(np.uint64).reshape(-1, 2)
