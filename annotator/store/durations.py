"""How long each answer took, summed over the log. Imports nothing of the package.

Looking a million uids up in the log one by one takes longer than all the rest of an export: here
the log is read once, and the uids are compared as numbers.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from annotator.store.connection import Connection

_CHUNK = 50_000
_SPENT = "SELECT uid, duration_ms FROM event WHERE duration_ms IS NOT NULL"


class Durations:
    """The sum of `duration_ms` by uid, 24 bytes each; for snapshots."""

    def __init__(self, file: Connection):
        import numpy as np  # the window starts without it

        count = file.one(f"SELECT count(*) FROM ({_SPENT})")  # noqa: S608  # a constant
        numbers, times, end = np.empty((count, 2), np.uint64), np.empty(count, np.int64), 0
        rows = file.stream(_SPENT)
        while chunk := list(islice(rows, _CHUNK)):
            uids, spent = zip(*chunk, strict=True)
            start, end = end, end + len(chunk)
            numbers[start:end], times[start:end] = _numbers(uids), spent
        order = np.lexsort((numbers[:, 1], numbers[:, 0]))
        numbers, times = numbers[order], times[order]
        is_first = np.ones(count, bool)
        is_first[1:] = (numbers[1:] != numbers[:-1]).any(axis=1)
        starts = np.flatnonzero(is_first)
        self._numbers = numbers[starts]
        self._sums = np.add.reduceat(times, starts) if count else times

    def of(self, uids: Sequence[str]) -> list[int | None]:
        """Milliseconds of each of these answers; None where the log tells of none."""
        if len(self._numbers) == 0:
            return [None] * len(uids)
        wanted = _numbers(uids)
        # The first half is 60 random bits: the second is compared, never searched.
        found = self._numbers[:, 0].searchsorted(wanted[:, 0]).clip(max=len(self._numbers) - 1)
        is_there = (self._numbers[found] == wanted).all(axis=1)
        sums = self._sums[found].tolist()
        return [
            spent if there else None for spent, there in zip(sums, is_there.tolist(), strict=True)
        ]


def _numbers(uids: Sequence[str]) -> NDArray[np.uint64]:
    """Each uid as two 64-bit numbers, (uids, 2)."""
    import numpy as np

    digits = bytes.fromhex("".join(uids).replace("-", ""))
    return np.frombuffer(digits, ">u8").astype(np.uint64).reshape(-1, 2)
