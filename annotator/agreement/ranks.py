"""Numbers and rows of numbers by their rank among those that occur. Knows arrays only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from annotator.agreement.ratings import Integers

# Codes up to this size are counted in a table; above it, they are sorted.
TABLE_SIZE = 4_000_000
# A table takes as long as sorting where it has about so many places for each code.
PLACES = 10
# Bits of a whole number of 64 that is not negative.
BITS = 63


def numbered(codes: NDArray[np.integer], space: int) -> tuple[Integers, int]:
    """Replace codes below `space` by their rank among those that occur; how many occur."""
    rank, present = ranked(codes, space)
    return rank, len(present)


def ranked(codes: NDArray[np.integer], space: int) -> tuple[Integers, Integers]:
    """The rank of each code among those that occur, and those, rising; all are below `space`."""
    if space > min(TABLE_SIZE, PLACES * len(codes)):
        return _sorted(codes.astype(np.int64, copy=False), space)
    occurs = np.zeros(int(codes.max(initial=0)) + 1, bool)
    occurs[codes] = True
    ranks = np.cumsum(occurs) - 1
    return ranks[codes], np.flatnonzero(occurs)


def _sorted(codes: Integers, space: int) -> tuple[Integers, Integers]:
    """Codes are sorted with their places in the same number: half the work of sorting places."""
    bits = len(codes).bit_length()
    if space << bits > 1 << BITS:
        present, rank = np.unique(codes, return_inverse=True)
        return rank, present.astype(np.int64, copy=False)
    ordered = np.sort(codes << bits | np.arange(len(codes)))
    code = ordered >> bits
    starts = _starts(code)
    rank = np.empty(len(codes), np.int64)
    rank[ordered & ((1 << bits) - 1)] = np.cumsum(starts) - 1
    return rank, code[starts]


def distinct(codes: NDArray[np.integer]) -> Integers:
    """The codes that occur, rising; none may be negative. Much faster than `np.unique`."""
    highest = int(codes.max(initial=0))
    if highest < TABLE_SIZE:
        occurs = np.zeros(highest + 1, bool)
        occurs[codes] = True
        return np.flatnonzero(occurs)
    ordered = np.sort(codes)
    return ordered[_starts(ordered)].astype(np.int64, copy=False)


def counted(codes: Integers, space: int) -> tuple[Integers, Integers]:
    """The codes that occur, rising, and how often each does; all are below `space`."""
    if space > min(TABLE_SIZE, PLACES * len(codes)):
        return np.unique(codes, return_counts=True)
    counts = np.bincount(codes)
    present = np.flatnonzero(counts)
    return present, counts[present]


def _starts(ordered: NDArray[Any]) -> NDArray[np.bool_]:
    """Where something else begins than stands before it."""
    starts = np.ones(len(ordered), bool)
    starts[1:] = ordered[1:] != ordered[:-1]
    return starts


def row_ranks(row: Integers, value: Integers, n_rows: int, n_values: int) -> Integers:
    """Rank rows of different length by their sorted values; equal rows share a rank, from 0."""
    row, value = np.divmod(np.sort(row * max(n_values, 1) + value), max(n_values, 1))
    length = np.bincount(row, minlength=n_rows)
    start = np.cumsum(length) - length
    # A row is a number with a digit a value, 0 where it has ended, as long as there is room.
    base, room = n_values + 1, 1 << BITS - n_rows.bit_length()
    codes, space = np.zeros(n_rows, np.int64), 1
    for place in range(length.max(initial=0)):
        if space * base > room:
            codes, space = numbered(codes, space)
        codes *= base
        longer = np.flatnonzero(length > place)
        codes[longer] += value[start[longer] + place] + 1
        space *= base
    return numbered(codes, space)[0]
