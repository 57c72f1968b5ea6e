"""How sure a coefficient is: resampled units or documents, their spread, their percentiles.

A draw multiplies the sums of each block (a pattern of units, or a document), so a thousand draws
cost one product of matrices. Knows patterns and statistics.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import numpy as np

from annotator.agreement.coefficients import (
    Estimates,
    Statistic,
    added_up,
    exact_parts,
    exact_product,
    in_blocks,
)
from annotator.agreement.patterns import Tally
from annotator.agreement.ranks import TABLE_SIZE
from annotator.agreement.results import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.agreement.patterns import Patterns
    from annotator.agreement.ratings import Floats, Indices, Integers

LEVEL = 0.95
# Cells of one chunk of draws: 32 MB. It keeps memory flat and cannot change a result.
CHUNK_CELLS = 4_000_000
# Tables of counts up to this size are written out; above it they stay sparse.
DENSE_CELLS = 8_000_000
MOST_UNDEFINED = 0.05
# With more patterns than this, units of patterns that occur at most so often are drawn by name.
MANY_PATTERNS, RARE = 20_000, 16

Cluster = Literal["unit", "document"]


@dataclass(frozen=True, eq=False)
class Blocks:
    """What is drawn: patterns with their frequencies, or documents of equal chance.

    For documents `block`, `pattern`, `count` say how many units of each pattern a document has.
    """

    frequency: Floats
    cluster: Cluster
    block: Integers
    pattern: Integers
    count: Integers

    def __len__(self) -> int:
        return len(self.frequency)


def unit_blocks(patterns: Patterns) -> Blocks:
    """Units are drawn: one block a pattern."""
    number = np.arange(len(patterns))
    return Blocks(
        patterns.frequency.astype(np.float64), "unit", number, number, np.ones_like(number)
    )


def document_blocks(patterns: Patterns, document_ix: Indices, n_documents: int) -> Blocks:
    """Documents are drawn, with all their units; one without a pairable unit is drawn too."""
    paired = patterns.of_unit >= 0
    cell = document_ix[paired].astype(np.int64) * len(patterns) + patterns.of_unit[paired]
    width = max(len(patterns), 1)
    # Counting is ten times as fast as sorting, where the counts fit.
    if n_documents * width <= TABLE_SIZE:
        counts = np.bincount(cell)
        cells = np.flatnonzero(counts)
        count = counts[cells]
    else:
        cells, count = np.unique(cell, return_counts=True)
    return Blocks(np.ones(n_documents), "document", cells // width, cells % width, count)


def estimate(statistic: Statistic, patterns: Patterns) -> Estimates:
    """The statistic of the table itself, as arrays of one entry."""
    return estimates([statistic], patterns.frequency[None, :].astype(np.float64))[0]


def estimates(statistics: Sequence[Statistic], frequency: Floats) -> list[Estimates]:
    """Each statistic of a few tables: (tables, patterns) says how often a pattern occurs in each.

    The sums that `_Sums` makes for many tables; for a few of them this is much less work.
    """
    sums = exact_product(frequency, exact_parts(np.hstack([one.terms for one in statistics])))
    found, start = [], 0
    for one in statistics:
        stop = start + one.terms.shape[1]
        found.append(one.estimates(_counted(one.tally, frequency), sums[:, start:stop]))
        start = stop
    return found


def _counted(tally: Tally | None, frequency: Floats) -> Floats:
    """The columns of a tally summed over each table: (tables, columns)."""
    if tally is None:
        return np.zeros((len(frequency), 0))
    places = np.arange(len(frequency))[:, None] * tally.n_columns + tally.column
    counts = frequency[:, tally.row] * tally.count
    sums = np.bincount(places.ravel(), counts.ravel(), len(frequency) * tally.n_columns)
    return sums.astype(np.float64, copy=False).reshape(len(frequency), -1)


def bootstrap(
    statistics: Sequence[Statistic], blocks: Blocks, *, draws: int, seed: int
) -> list[Floats]:
    """The value of each statistic in each draw, NaN where undefined; all share the same draws."""
    summed = _Sums(statistics, blocks)
    values = [np.empty(draws) for _ in statistics]
    start = 0
    for weights in _draws(blocks, draws, seed, max(1, CHUNK_CELLS // summed.width)):
        stop = start + len(weights)
        for value, estimates in zip(values, summed.estimates(weights), strict=True):
            value[start:stop] = estimates.value
        start = stop
    return values


def interval_of(values: Floats, *, cluster: Cluster, seed: int) -> Interval | None:
    """The percentile interval of the defined draws; None if too many are undefined."""
    defined = values[~np.isnan(values)]
    undefined = len(values) - len(defined)
    if not len(values) or undefined > MOST_UNDEFINED * len(values):
        return None
    low, high = np.quantile(defined, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Interval(
        low=float(low),
        high=float(high),
        level=LEVEL,
        method="bootstrap",
        cluster=cluster,
        draws=len(values),
        undefined=undefined,
        seed=seed,
    )


def _draws(blocks: Blocks, draws: int, seed: int, chunk: int) -> Iterator[Floats]:
    """How often each block is drawn, in chunks of rows; the draws come in one sequence."""
    n = int(blocks.frequency.sum())
    if blocks.cluster == "document" and draws * n <= CHUNK_CELLS:
        whole = _same_documents(n, draws, seed)
        yield from (whole[start : start + chunk] for start in range(0, draws, chunk))
        return
    generator = np.random.Generator(np.random.PCG64(seed))
    units = _Units(blocks.frequency) if len(blocks) > MANY_PATTERNS else None
    for start in range(0, draws, chunk):
        rows = min(chunk, draws - start)
        if blocks.cluster == "document":
            yield _documents(generator, n, rows)
        elif units:
            yield units.drawn(generator, rows)
        else:
            yield generator.multinomial(n, blocks.frequency / n, size=rows).astype(np.float64)


class _Units:
    """Units of very many patterns, most of them rare: what is rare is drawn by naming units.

    The same distribution as one multinomial, in a third of its time.
    """

    def __init__(self, frequency: Floats):
        self._n_patterns = len(frequency)
        self._often = np.flatnonzero(frequency > RARE)
        rare = np.flatnonzero(frequency <= RARE).astype(np.int32)
        self._rare = np.repeat(rare, frequency[rare].astype(np.int64))
        self._n = int(frequency.sum())
        # What is left over after the frequent patterns falls to the rare ones.
        self._shares = np.append(frequency[self._often], len(self._rare)) / self._n

    def drawn(self, generator: np.random.Generator, rows: int) -> Floats:
        """Draw by draw, so that their number at a time cannot change them."""
        drawn = np.empty((rows, self._n_patterns))
        for row in drawn:
            counts = generator.multinomial(self._n, self._shares)
            named = generator.integers(0, len(self._rare), counts[-1])
            # Every name is valid, so looking it up need not test that first.
            rare = self._rare.take(named, mode="clip")
            row[:] = np.bincount(rare, minlength=self._n_patterns)
            row[self._often] = counts[:-1]
        return drawn


@lru_cache(maxsize=1)
def _same_documents(n: int, draws: int, seed: int) -> Floats:
    """All draws of so many documents: the questions of a report redraw the same ones."""
    whole = _documents(np.random.Generator(np.random.PCG64(seed)), n, draws)
    whole.flags.writeable = False
    return whole


def _documents(generator: np.random.Generator, n: int, rows: int) -> Floats:
    """Documents have equal chances: naming n of them is faster than a multinomial."""
    drawn = generator.integers(0, n, size=(rows, n)) + n * np.arange(rows)[:, None]
    counts = np.bincount(drawn.ravel(), minlength=rows * n).reshape(rows, n)
    return counts.astype(np.float64)


class _Sums:
    """What statistics want summed, by block: one product of matrices serves them all."""

    def __init__(self, statistics: Sequence[Statistic], blocks: Blocks):
        self._statistics = statistics
        terms = np.hstack([statistic.terms for statistic in statistics])
        parts = [_terms_by_block(part, blocks) for part in exact_parts(terms)]
        # Side by side, they are read once for all.
        self._n_parts, self._parts = len(parts), np.hstack(parts)
        widths = [statistic.terms.shape[1] for statistic in statistics]
        self._splits = np.cumsum(widths)[:-1]
        tallies = {id(one.tally): one.tally for one in statistics if one.tally is not None}
        self._counts = {key: _Counts(tally, blocks) for key, tally in tallies.items()}
        self.width = max(1, len(blocks), sum(widths), *(one.width for one in self._counts.values()))

    def estimates(self, weights: Floats) -> list[Estimates]:
        """Of each statistic for each row of weights (tables, blocks)."""
        terms = added_up(in_blocks(weights, self._parts), self._n_parts)
        counts = {key: one.sums(weights) for key, one in self._counts.items()}
        none = np.zeros((len(weights), 0))
        return [
            statistic.estimates(counts.get(id(statistic.tally), none), part)
            for statistic, part in zip(
                self._statistics, np.split(terms, self._splits, axis=1), strict=True
            )
        ]


class _Counts:
    """The counts of a tally by block: written out where that is small, else cell by cell."""

    def __init__(self, tally: Tally, blocks: Blocks):
        self._tally = _tally_by_block(tally, blocks)
        self._dense: Floats | None = None
        # Resampling reads every cell once a draw, so a chunk is as wide as the widest of these.
        self.width = tally.n_columns
        if len(blocks) * tally.n_columns <= DENSE_CELLS:
            self._dense = np.zeros((len(blocks), tally.n_columns))
            self._dense[self._tally.row, self._tally.column] = self._tally.count
        else:
            self.width = max(self.width, len(self._tally.row))

    def sums(self, weights: Floats) -> Floats:
        """(tables, blocks) to (tables, columns)."""
        if self._dense is not None:
            return in_blocks(weights, self._dense)
        sums = np.zeros((len(weights), self._tally.n_columns))
        starts = np.flatnonzero(np.diff(self._tally.column, prepend=-1))
        cells = weights[:, self._tally.row] * self._tally.count
        sums[:, self._tally.column[starts]] = np.add.reduceat(cells, starts, axis=1)
        return sums


def _terms_by_block(terms: Floats, blocks: Blocks) -> Floats:
    if blocks.cluster == "unit":
        return terms
    summed = np.zeros((len(blocks), terms.shape[1]))  # no columns: a statistic of counts alone
    for number, column in enumerate(terms.T):
        weights = blocks.count * column[blocks.pattern]
        summed[:, number] = np.bincount(blocks.block, weights, len(blocks))
    return summed


def _tally_by_block(tally: Tally, blocks: Blocks) -> Tally:
    """The cells of a tally by block and column, sorted by column, each once."""
    # Cells of a pattern lie together: repeat them for each block that has the pattern.
    cells_of = np.bincount(tally.row, minlength=int(blocks.pattern.max(initial=-1)) + 1)
    start = np.cumsum(cells_of) - cells_of
    repeats = cells_of[blocks.pattern]
    within = np.arange(repeats.sum()) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    cell = np.repeat(start[blocks.pattern], repeats) + within
    count = np.repeat(blocks.count, repeats) * tally.count[cell]
    place = tally.column[cell] * len(blocks) + np.repeat(blocks.block, repeats)
    places, number = np.unique(place, return_inverse=True)
    total = np.bincount(number, weights=count, minlength=len(places)).astype(np.int64)
    width = max(len(blocks), 1)
    return Tally(places % width, places // width, total, tally.n_columns)
