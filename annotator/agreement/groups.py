"""Groups of annotators: how far each agrees within itself, and how far with another.

Between two groups only pairs of answers across them are observed, over the units that both rated;
chance is that of all their answers to these units. With one annotator in each group this is
Krippendorff's alpha of the two. May import `annotator.errors`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from annotator.agreement.coefficients import Alpha
from annotator.agreement.disagreements import mean_ranks
from annotator.agreement.distances import Distance, between_numbers
from annotator.agreement.intervals import bootstrap, estimate
from annotator.agreement.results import Agreement
from annotator.agreement.sample import sample_of
from annotator.agreement.sharing import (
    counts_of,
    figures_of,
    is_drawn,
    of_annotators,
    part_alpha,
)
from annotator.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from annotator.agreement.options import Options
    from annotator.agreement.patterns import Patterns
    from annotator.agreement.questions import Measure
    from annotator.agreement.ratings import Floats, Integers, Ratings

    Flags = NDArray[np.bool_]

# Rows of a table that is written out at a time: 32 MB with numbers of eight bytes.
CELLS = 4_000_000


def check_groups(options: Options, annotators: Sequence[str]) -> None:
    """Raises Unavailable for the group of somebody who is not there."""
    unknown = sorted(set(options.groups) - set(annotators))
    # Before anybody has answered, everybody is unknown.
    if unknown and annotators:
        raise Unavailable(
            "There is no annotator {name} to be put into a group",
            remedy="choose from {known}",
            name=unknown[0],
            known=", ".join(sorted(annotators)),
        )


def by_group(
    ratings: Ratings, measure: Measure, options: Options, annotators: Sequence[str],
    **names: Any,  # noqa: ANN401 - fields of the results
) -> tuple[Agreement, ...]:  # fmt: skip
    """Alpha within each group, then between each two; annotators without a group are left out."""
    titles = sorted(set(options.groups.values()))
    members = [
        np.array([options.groups.get(name) == title for name in annotators], bool)
        for title in titles
    ]
    within = [
        part_alpha(_of(ratings, flags), measure, options, by="group", group=title, **names)
        for title, flags in zip(titles, members, strict=True)
    ]
    between = [
        _between(ratings, measure, options, (members[one], members[other]), by="group",
                 group=f"{titles[one]} – {titles[other]}",
                 between=(titles[one], titles[other]), **names)
        for one, other in combinations(range(len(titles)), 2)
    ]  # fmt: skip
    return (*within, *between)


def _of(ratings: Ratings, flags: Flags) -> Ratings:
    """The ratings of some annotators; units stay as they are, so that documents stay too."""
    return ratings.taken(flags[ratings.annotator_ix])


def _between(
    ratings: Ratings, measure: Measure, options: Options, groups: tuple[Flags, Flags],
    **names: Any,  # noqa: ANN401 - fields of the results
) -> Agreement:  # fmt: skip
    either = groups[0] | groups[1]
    sample = sample_of(measure.renamed(_of(ratings, either)), options)
    positions, n_values = sample.positions.paired, sample.ratings.n_values
    across = _Across.of(positions, n_values, groups)
    patterns = of_annotators(positions, n_values, either, where=across.n_pairs > 0)
    part = Agreement(
        **names,
        **{**counts_of(patterns), "n_pairs": int(patterns.frequency @ across.n_pairs)},
        coefficient="alpha",
        distance=measure.distance.name,
        n_annotators=len(np.unique(positions.value // max(n_values, 1))),
    )
    if not patterns.n_ratings:
        return msgspec.structs.replace(part, percent=None, reason=sample.reason
                                       or "no_pairable_units")  # fmt: skip
    distance = measure.distance
    if distance.name == "ordinal_krippendorff":
        # The ranks of these answers, which draws leave as they are.
        distance = replace(between_numbers("interval", mean_ranks(patterns)), name=distance.name)
    statistic = _AcrossAlpha(patterns, distance, across)
    blocks = sample.blocks_of(positions)
    drawn = None
    if is_drawn(blocks, options):
        drawn = bootstrap([statistic], blocks, draws=options.ci, seed=options.seed)[0]
    figures = figures_of(estimate(statistic, patterns), drawn, blocks.cluster, options.seed)
    return msgspec.structs.replace(part, **figures, percent=across.percent(patterns))


@dataclass(frozen=True, eq=False)
class _Across:
    """The answers of two groups to each position pattern: (patterns, values) each, as cells.

    `n_pairs` counts the pairs of answers across the groups.
    """

    counts: tuple[_Cells, _Cells]
    n_pairs: Integers

    @classmethod
    def of(cls, positions: Patterns, n_values: int, groups: tuple[Flags, Flags]) -> _Across:
        who, value = np.divmod(positions.value, max(n_values, 1))
        cells = [
            _Cells(positions.pattern[flags[who]], value[flags[who]], n_values) for flags in groups
        ]
        sizes = [np.bincount(one.pattern, minlength=len(positions)) for one in cells]
        return cls((cells[0], cells[1]), sizes[0] * sizes[1])

    def distances(self, matrix: Floats | None) -> Floats:
        """The sum of distances over the pairs across, for each pattern."""
        n_values = max(self.counts[0].n_values, 1)
        step = max(CELLS // n_values, 1)
        made = [np.zeros(0)]
        for start in range(0, len(self.n_pairs), step):
            stop = min(start + step, len(self.n_pairs))
            one, other = (cells.table(start, stop) for cells in self.counts)
            if matrix is None:
                made.append(self.n_pairs[start:stop] - (one * other).sum(axis=1))
            else:
                made.append(((one @ matrix) * other).sum(axis=1))
        return np.concatenate(made)

    def percent(self, patterns: Patterns) -> float:
        """The mean over units of the share of equal pairs across."""
        used = self.n_pairs > 0
        unequal = self.distances(None)[used] / self.n_pairs[used]
        frequency = patterns.frequency[used]
        return float(1 - frequency @ unequal / frequency.sum())


@dataclass(frozen=True, eq=False)
class _Cells:
    """Values by pattern, one entry an answer; sorted by pattern."""

    pattern: Integers
    value: Integers
    n_values: int

    def table(self, start: int, stop: int) -> Floats:
        """How often each value stands in the patterns from `start` to `stop`."""
        here = slice(*np.searchsorted(self.pattern, [start, stop]))
        cell = (self.pattern[here] - start) * self.n_values + self.value[here]
        counts = np.bincount(cell, minlength=(stop - start) * self.n_values)
        return counts.reshape(-1, max(self.n_values, 1)).astype(np.float64)


class _AcrossAlpha(Alpha):
    """Alpha whose observed pairs are those across two groups; a unit weighs by its answers."""

    def __init__(self, patterns: Patterns, distance: Distance, across: _Across):
        super().__init__(patterns, distance)
        mean = across.distances(distance.matrix) / np.maximum(across.n_pairs, 1)
        self.terms = (patterns.size * mean)[:, None]
