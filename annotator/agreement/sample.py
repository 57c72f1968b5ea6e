"""The ratings of a question as they are counted and redrawn. May import `annotator.errors`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.intervals import Blocks, Cluster, document_blocks, unit_blocks
from annotator.agreement.patterns import (
    Patterns,
    pair_patterns,
    patterns_of,
    position_patterns,
    rated_patterns,
    renamed_patterns,
)
from annotator.agreement.ranks import TABLE_SIZE, distinct
from annotator.errors import Unavailable

if TYPE_CHECKING:
    from annotator.agreement.options import Options
    from annotator.agreement.ratings import Indices, Integers, Ratings
    from annotator.agreement.results import Reason

# Fewer documents than this are not redrawn: the interval is then by unit, and says so.
FEWEST_DOCUMENTS = 5


@dataclass(frozen=True, eq=False)
class Sample:
    """The ratings of a question, counted.

    `rated` are the patterns of all units with a rating, `patterns` of those with two or more;
    `counted` are the `positions` where they were counted first.
    """

    ratings: Ratings
    rated: Patterns
    counted: Patterns | None = None
    cluster: Cluster = "unit"
    n_documents: int = 0
    _renamed: dict[tuple[int, ...], Sample] = field(default_factory=dict)

    @property
    def patterns(self) -> Patterns:
        """Of units with at least two ratings."""
        return self.rated.paired

    @cached_property
    def positions(self) -> Patterns:
        """Who said what, of all units with a rating."""
        return self.counted or position_patterns(self.ratings)

    @cached_property
    def blocks(self) -> Blocks:
        """What is redrawn for `patterns`."""
        return self.blocks_of(self.patterns)

    def renamed(self, merge: Indices, n_values: int, options: Options) -> Sample:
        """The same units with other names for their values; ratings named -1 are left out."""
        # What stands beside a figure asks for the same names as the figure.
        key = (n_values, *merge.tolist())
        if key not in self._renamed:
            self._renamed[key] = self._with_names(merge, n_values)
        return _chosen(self._renamed[key], options)

    def _with_names(self, merge: Indices, n_values: int) -> Sample:
        ratings = self.ratings.revalued(merge, n_values)
        if self.counted is None:
            return _counted(ratings)
        old = self.ratings.n_values
        positions = renamed_patterns(self.counted, old, merge, n_values)
        n_documents = self.n_documents if merge.min(initial=0) >= 0 else None
        return _from_positions(ratings, positions, n_documents)

    def blocks_of(self, patterns: Patterns) -> Blocks:
        """What is redrawn for other patterns of the same units."""
        if self.cluster == "unit":
            return unit_blocks(patterns)
        document_ix, n_documents = self.documents
        return document_blocks(patterns, document_ix, n_documents)

    @cached_property
    def documents(self) -> tuple[Indices, int]:
        """The document of each unit, numbered without gaps, and how many there are."""
        present, number = np.unique(self.ratings.document_ix, return_inverse=True)
        return number.astype(np.int32), len(present)

    @cached_property
    def annotators(self) -> Integers:
        """Who rated anything."""
        return distinct(self.positions.value // max(self.ratings.n_values, 1))

    @cached_property
    def overlapping(self) -> Integers:
        """Annotators who share a unit with another."""
        return distinct(self.positions.paired.value // max(self.ratings.n_values, 1))

    @cached_property
    def counts(self) -> Integers:
        """How often each annotator gave each value: (annotators, values)."""
        shape = (self.ratings.n_annotators, self.ratings.n_values)
        weights = self.positions.frequency[self.positions.pattern]
        counts = np.bincount(self.positions.value, weights, shape[0] * shape[1])
        return counts.astype(np.int64).reshape(shape)

    @cached_property
    def of_value(self) -> Integers:
        """How often each value was given."""
        counts = np.zeros(self.ratings.n_values, np.int64)
        value = self.positions.value % max(self.ratings.n_values, 1)
        np.add.at(counts, value, self.positions.frequency[self.positions.pattern])
        return counts

    @property
    def reason(self) -> Reason | None:
        """Why nothing can be computed, if nothing can."""
        n_annotators = len(self.annotators)
        if n_annotators == 0:
            return "no_units"
        if n_annotators == 1:
            return "one_annotator"
        return None if len(self.patterns) else "no_pairable_units"

    @cached_property
    def two(self) -> tuple[Patterns, Blocks] | None:
        """Both answers to each unit that two annotators rated; None where there are not two."""
        if len(self.overlapping) != 2:
            return None
        first, second = (int(place) for place in self.overlapping)
        patterns = pair_patterns(self.positions, first, second, self.ratings.n_values)
        return patterns, self.blocks_of(patterns)


def sample_of(ratings: Ratings, options: Options) -> Sample:
    """Count the patterns of a table and choose what is redrawn."""
    return _chosen(_counted(ratings), options)


def _chosen(sample: Sample, options: Options) -> Sample:
    cluster = _cluster(sample.ratings.document_ix, sample.n_documents, options)
    # Where nothing is redrawn, the units of each document need not be counted.
    return replace(sample, cluster=cluster if options.ci else "unit")


# Figures and the tables beside them count the same ratings one after the other.
@lru_cache(maxsize=1)
def _counted(ratings: Ratings) -> Sample:
    if ratings.space <= TABLE_SIZE:
        # There are few ways to answer: who said what is counted first, then what was said.
        return _from_positions(ratings, position_patterns(ratings))
    rated = rated_patterns(ratings)
    return Sample(ratings, rated, n_documents=_n_documents(ratings, rated))


def _from_positions(
    ratings: Ratings, positions: Patterns, n_documents: int | None = None
) -> Sample:
    rated = patterns_of(positions, ratings.n_values)
    if n_documents is None:
        n_documents = _n_documents(ratings, rated)
    return Sample(ratings, rated, positions, n_documents=n_documents)


def _n_documents(ratings: Ratings, rated: Patterns) -> int:
    """Documents with a unit that two annotators rated."""
    # Units of a document mostly lie together, and one is enough: few have to be looked at.
    starts, ends = ratings.stretches
    is_wanted = np.append(rated.size >= 2, False)[rated.of_kind]
    is_used = np.zeros(len(starts), bool)
    pending, width = np.arange(len(starts)), 1
    at = starts
    while len(pending):
        # The last unit of a stretch may be looked at again.
        places = np.minimum(at[:, None] + np.arange(width), ends[pending, None] - 1)
        found = is_wanted[rated.kind[places]].any(axis=1)
        is_used[pending[found]] = True
        left = ~found & (at + width < ends[pending])
        pending, at, width = pending[left], at[left] + width, width * 4
    documents = distinct(ratings.document_ix[starts[is_used]] + 1)
    return int((documents > 0).sum())


def _cluster(document_ix: Indices, n_documents: int, options: Options) -> Cluster:
    """Paragraphs of an article resemble each other, so articles are redrawn where there are some.

    A layer on whole documents has one unit a document: redrawing either is the same.
    """
    if options.cluster == "unit":
        return "unit"
    if options.cluster == "document":
        if len(document_ix) and document_ix.max() < 0:
            raise Unavailable(
                "The documents are not known, so they cannot be redrawn",
                remedy="name the column that holds them (--document-column)",
            )
        return "document" if n_documents else "unit"
    return "document" if n_documents >= FEWEST_DOCUMENTS else "unit"
