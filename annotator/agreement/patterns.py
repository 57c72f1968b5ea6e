"""Units that were answered alike are counted once: the distinct answers of a table.

A coefficient is a function of sums over units, and units with the same answers add the same, so
everything after this room is independent of the number of units. Knows ratings only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from annotator.agreement.ranks import TABLE_SIZE, counted, ranked, row_ranks
from annotator.agreement.ratings import EXACT

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from annotator.agreement.ratings import Floats, Indices, Integers, Ratings

# Codes of units below this are their kinds as they are.
FEW_KINDS = 65_536
# Lists of cells up to this long are remembered with what they are merged to: after one changed
# answer mostly the same patterns occur.
REMEMBERED = 4_096


@dataclass(frozen=True, eq=False)
class Tally:
    """A table of counts (rows, columns), written as its cells that are not 0."""

    row: Integers
    column: Integers
    count: Integers
    n_columns: int


@dataclass(frozen=True, eq=False)
class Patterns:
    """The distinct answers of units, and how often each occurs.

    `frequency` and `size` (ratings of one unit) have one entry a pattern. `pattern`, `value` and
    `count` list the values of each pattern, sorted by pattern, then value. `kind` gives each unit
    a number and `of_kind` each number its pattern, -1 where the unit is left out: `n_single` of
    those have one rating.
    """

    frequency: Integers
    size: Integers
    pattern: Integers
    value: Integers
    count: Integers
    kind: Integers
    of_kind: Integers
    n_values: int
    n_single: int

    def __len__(self) -> int:
        return len(self.frequency)

    @property
    def n_units(self) -> int:
        """Units that are counted here."""
        return int(self.frequency.sum())

    @property
    def n_ratings(self) -> int:
        """Ratings of those units."""
        return int(self.frequency @ self.size)

    @property
    def n_pairs(self) -> int:
        """Pairs of ratings within those units."""
        return int(self.frequency @ (self.size * (self.size - 1) // 2))

    @cached_property
    def of_unit(self) -> Integers:
        """The pattern of each unit, -1 where the unit is left out."""
        return self.of_kind.take(self.kind)

    def of(self, units: Integers) -> Integers:
        """The pattern of some units, -1 where one is left out."""
        return self.of_kind[self.kind[units]]

    def among_units(self, of_pattern: NDArray[Any], missing: Any) -> NDArray[Any]:  # noqa: ANN401
        """What each unit's pattern has; `missing` for units that are left out."""
        return np.append(of_pattern, missing)[self.of_kind].take(self.kind)

    @cached_property
    def values(self) -> Tally:
        """How often each value stands in each pattern."""
        return Tally(self.pattern, self.value, self.count, self.n_values)

    @cached_property
    def paired(self) -> Patterns:
        """Only those with at least two ratings."""
        kept = self.size >= 2
        if kept.all():
            return self
        # A kind without a pattern stays without one: its -1 finds the last entry.
        number = np.append(np.where(kept, np.cumsum(kept) - 1, -1), -1)
        listed = kept[self.pattern]
        return Patterns(
            frequency=self.frequency[kept],
            size=self.size[kept],
            pattern=number[self.pattern[listed]],
            value=self.value[listed],
            count=self.count[listed],
            kind=self.kind,
            of_kind=number[self.of_kind],
            n_values=self.n_values,
            n_single=self.n_single + int(self.frequency[~kept].sum()),
        )

    def sums(self, of_value: Floats) -> Floats:
        """For each pattern the sum of `of_value` over its ratings."""
        weights = self.count * of_value[self.value]
        return np.bincount(self.pattern, weights, len(self)).astype(np.float64, copy=False)


def rated_patterns(ratings: Ratings) -> Patterns:
    """The distinct multisets of values that a unit received, of units with one rating too.

    They stand in the lexicographic order of their sorted values, so that the order of units
    changes nothing.
    """
    if ratings.space > TABLE_SIZE:
        most = int(np.bincount(ratings.unit_ix).max(initial=0))
        by_count = (most + 1) ** ratings.n_values
        if by_count <= min(ratings.space, EXACT):
            return _by_count(ratings, most, by_count)
    if not ratings.is_coded:
        return _by_rank(ratings, ratings.value_ix.astype(np.int64), ratings.n_values)
    listed, frequency, kind, row_of = _by_annotator(ratings)
    # Kinds still tell annotators apart: those with equal values become one pattern.
    width = max(ratings.n_values, 1)
    values = _Listed(listed.row, listed.value % width, ratings.n_values)
    return _merged(values, frequency, kind, row_of)


def position_patterns(ratings: Ratings) -> Patterns:
    """Who said what: the distinct lists of (annotator, value) of units with at least one rating.

    `value` numbers the pairs: annotator * n_values + value.
    """
    if ratings.is_coded:
        return _merged(*_by_annotator(ratings))
    cell = ratings.annotator_ix.astype(np.int64) * ratings.n_values + ratings.value_ix
    return _by_rank(ratings, cell, ratings.n_annotators * ratings.n_values)


def patterns_of(
    positions: Patterns, n_values: int, annotators: NDArray[np.bool_] | None = None
) -> Patterns:
    """Counts of values out of position patterns, of those annotators only that are True.

    This costs as much as there are position patterns; the units are not gone through again.
    """
    who, value = np.divmod(positions.value, max(n_values, 1))
    kept = np.ones(len(who), bool) if annotators is None else annotators[who]
    listed = _Listed(positions.pattern[kept], value[kept], n_values)
    return _merged(listed, positions.frequency, positions.kind, positions.of_kind)


def renamed_patterns(positions: Patterns, n_old: int, merge: Indices, n_new: int) -> Patterns:
    """Position patterns with other names for their values; ratings named -1 are left out."""
    who, value = np.divmod(positions.value, max(n_old, 1))
    renamed = merge[value].astype(np.int64)
    kept = renamed >= 0
    n_annotators = positions.n_values // max(n_old, 1)
    cell = who[kept] * n_new + renamed[kept]
    listed = _Listed(positions.pattern[kept], cell, n_annotators * n_new)
    return _merged(listed, positions.frequency, positions.kind, positions.of_kind)


def pair_counts(pairs: Patterns, merge: Indices | None, n_values: int) -> Patterns:
    """What two annotators said, whoever said what; `merge` renames the values (-1 drops one)."""
    value = pairs.value % (pairs.n_values // 2)
    renamed = value if merge is None else merge[value].astype(np.int64)
    kept = renamed >= 0
    listed = _Listed(pairs.pattern[kept], renamed[kept], n_values)
    return _merged(listed, pairs.frequency, np.arange(len(pairs))).paired


def column_sums(tally: Tally, patterns: Patterns) -> Floats:
    """The columns of a tally summed over all units: (1, columns)."""
    counts = tally.count * patterns.frequency[tally.row]
    sums = np.bincount(tally.column, counts, tally.n_columns)
    return sums.astype(np.float64, copy=False)[None, :]


@dataclass(frozen=True, eq=False)
class _Listed:
    """Rows of different length: the row and the value of each cell."""

    row: Integers
    value: Integers
    n_values: int


def _merged(
    listed: _Listed, frequency: Integers, kind: Integers, row_of: Integers | None = None
) -> Patterns:
    """Rows with equal values become one pattern; those without a value are left out.

    `kind` gives each unit a number, and `row_of` each number its row, -1 for none; None: its own.
    """
    rows = _alike(listed, len(frequency))
    total = np.bincount(rows.rank, weights=frequency).astype(np.int64)
    return Patterns(
        frequency=total[len(total) - len(rows.size) :],
        size=rows.size,
        pattern=rows.pattern,
        value=rows.value,
        count=rows.count,
        kind=kind,
        of_kind=rows.of_row if row_of is None else np.append(rows.of_row, -1)[row_of],
        n_values=listed.n_values,
        n_single=0,
    )


@dataclass(frozen=True, eq=False)
class _Alike:
    """Rows by their values: the `rank` of each, empty ones first, and its pattern, -1 for empty.

    `size`, `pattern`, `value`, `count` are those of the patterns.
    """

    rank: Integers
    of_row: Integers
    size: Integers
    pattern: Integers
    value: Integers
    count: Integers


def _alike(listed: _Listed, n_rows: int) -> _Alike:
    """Which rows have equal values, looked up where the same was asked before."""
    if len(listed.row) + n_rows > REMEMBERED:
        return _compared(listed, n_rows)
    row, value = (np.asarray(one, np.int64).tobytes() for one in (listed.row, listed.value))
    return _remembered(row, value, listed.n_values, n_rows)


@lru_cache(maxsize=512)
def _remembered(row: bytes, value: bytes, n_values: int, n_rows: int) -> _Alike:
    listed = _Listed(np.frombuffer(row, np.int64), np.frombuffer(value, np.int64), n_values)
    made = _compared(listed, n_rows)
    for column in vars(made).values():
        column.flags.writeable = False
    return made


def _compared(listed: _Listed, n_rows: int) -> _Alike:
    rank = row_ranks(listed.row, listed.value, n_rows, listed.n_values)
    n_ranks = int(rank.max(initial=-1)) + 1
    first = np.full(n_ranks, -1, np.int64)
    first[rank] = np.arange(n_rows)
    shown = first[rank[listed.row]] == listed.row
    row, value = rank[listed.row[shown]], listed.value[shown]
    size = np.bincount(row, minlength=n_ranks)
    # The empty row ranks first.
    n_empty = int((size == 0).sum())
    width = max(listed.n_values, 1)
    cell, count = counted(row * width + value, n_ranks * width)
    return _Alike(
        rank=rank,
        of_row=np.where(size[rank] > 0, rank - n_empty, -1),
        size=size[n_empty:],
        pattern=cell // width - n_empty,
        value=cell % width,
        count=count,
    )


def _by_annotator(ratings: Ratings) -> tuple[_Listed, Integers, Integers, Integers | None]:
    """Units in which equal annotators said equal things: what they said, how many, which.

    A number stands for a unit: digits in base (values + 1), 0 = missing. The last entry gives
    each number its row where the numbers are kept as they are.
    """
    row_of: Integers | None = None
    if ratings.space <= FEW_KINDS:
        kind = ratings.codes
        n_units = np.bincount(kind)
        present = np.flatnonzero(n_units)
        frequency = n_units[present]
        row_of = np.full(len(n_units), -1, np.int64)
        row_of[present] = np.arange(len(present))
    else:
        kind, present = ranked(ratings.codes, ratings.space)
        frequency = np.bincount(kind, minlength=len(present))
    digit = ratings.digits(present)
    row, annotator = np.nonzero(digit)
    cell = annotator * ratings.n_values + digit[row, annotator] - 1
    listed = _Listed(row, cell, ratings.n_annotators * ratings.n_values)
    return listed, frequency, kind, row_of


def _by_count(ratings: Ratings, most: int, space: int) -> Patterns:
    """How often each value was given, as one number a unit: digits in base (most + 1)."""
    place = float(most + 1) ** np.arange(ratings.n_values)
    codes = np.bincount(ratings.unit_ix, place[ratings.value_ix], ratings.n_units).astype(np.int64)
    of_unit, present = ranked(codes, space)
    digit = present[:, None] // place.astype(np.int64) % (most + 1)
    row, value = np.nonzero(digit)
    times = digit[row, value]
    listed = _Listed(np.repeat(row, times), np.repeat(value, times), ratings.n_values)
    return _merged(listed, np.bincount(of_unit, minlength=len(present)), of_unit)


def _by_rank(ratings: Ratings, value: Integers, n_values: int) -> Patterns:
    """Where no number is large enough: rows of values are ranked."""
    listed = _Listed(ratings.unit_ix.astype(np.int64), value, n_values)
    units = np.arange(ratings.n_units)
    return _merged(listed, np.ones_like(units), units)


def pair_patterns(positions: Patterns, first: int, second: int, n_values: int) -> Patterns:
    """Who of two annotators said what, of the units that both rated; one pattern a pair of values.

    `value` lists the first annotator's value, then the second's shifted by `n_values`.
    """
    who, value = np.divmod(positions.value, n_values)
    said = np.full((2, len(positions)), -1, np.int64)
    for place, annotator in enumerate((first, second)):
        theirs = who == annotator
        said[place, positions.pattern[theirs]] = value[theirs]
    both = (said >= 0).all(axis=0)
    cells, number = np.unique(said[0, both] * n_values + said[1, both], return_inverse=True)
    count = np.bincount(number, positions.frequency[both], len(cells)).astype(np.int64)
    of_position = np.full(len(positions) + 1, -1, np.int64)
    of_position[:-1][both] = number
    made = cell_patterns(cells // n_values, cells % n_values, count, n_values)
    return replace(made, kind=positions.kind, of_kind=of_position[positions.of_kind])


def cell_patterns(first: Integers, second: Integers, count: Integers, n_values: int) -> Patterns:
    """The same out of the cells of a table: two values, and how often they met.

    `kind` is as if each cell were a unit.
    """
    number = np.arange(len(count))
    return Patterns(
        frequency=count,
        size=np.full(len(count), 2),
        pattern=np.repeat(number, 2),
        value=np.column_stack([first, n_values + second]).ravel(),
        count=np.ones(2 * len(count), np.int64),
        kind=number,
        of_kind=number,
        n_values=2 * n_values,
        n_single=0,
    )
