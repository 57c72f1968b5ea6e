"""What the figure would be without each of the annotators: one who differs from all shows here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from annotator.agreement.coefficients import alpha_of
from annotator.agreement.intervals import bootstrap, estimates, interval_of
from annotator.agreement.results import Agreement
from annotator.agreement.sharing import (
    counts_of,
    figures_of,
    is_drawn,
    number,
    of_annotators,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.intervals import Blocks
    from annotator.agreement.options import Options
    from annotator.agreement.patterns import Patterns
    from annotator.agreement.questions import Measure
    from annotator.agreement.ratings import Floats, Integers, Ratings
    from annotator.agreement.sample import Sample

# With two nobody can be left out; a table of more than this is too long to be read.
FEWEST_ANNOTATORS, MOST_ANNOTATORS = 3, 25


def without_each(
    sample: Sample, measure: Measure, options: Options, annotators: Sequence[str],
    **names: Any,  # noqa: ANN401 - fields of the results
) -> tuple[Agreement, ...]:  # fmt: skip
    """Alpha without each annotator who shares a unit with another, in the order of their names.

    The interval of `change` comes from resamples that give both values.
    """
    ratings, positions = sample.ratings, sample.positions.paired
    who = np.unique(positions.value // max(ratings.n_values, 1))
    if not FEWEST_ANNOTATORS <= len(who) <= MOST_ANNOTATORS:
        return ()
    tables = _tables(positions, ratings, who)
    blocks = sample.blocks_of(positions)
    names |= {"by": "annotator", "coefficient": "alpha", "distance": measure.distance.name}
    return tuple(
        Agreement(
            **names,
            **counts_of(table),
            **figures,
            group=annotators[place],
            n_annotators=len(who) - 1,
        )
        for place, table, figures in zip(
            who, tables[1:], _figures(tables, measure, blocks, options), strict=True
        )
    )


def _tables(positions: Patterns, ratings: Ratings, who: Integers) -> list[Patterns]:
    """What all said, and what all but one said."""
    everybody = np.ones(ratings.n_annotators, bool)
    others = [np.arange(ratings.n_annotators) != place for place in who]
    return [of_annotators(positions, ratings.n_values, kept) for kept in (everybody, *others)]


def _figures(
    tables: list[Patterns], measure: Measure, blocks: Blocks, options: Options
) -> list[dict[str, Any]]:
    """The figures of all tables but the first, compared with it."""
    statistics = [alpha_of(table, measure.distance) for table in tables]
    # All tables are of the same units.
    values = estimates(statistics, tables[0].frequency[None, :].astype(np.float64))
    drawn: list[Floats] | list[None] = [None] * len(tables)
    if is_drawn(blocks, options):
        drawn = bootstrap(statistics, blocks, draws=options.ci, seed=options.seed)
    made = []
    for table, value, draws in zip(tables[1:], values[1:], drawn[1:], strict=True):
        figures = figures_of(value, draws, blocks.cluster, options.seed)
        if not table.size.any():
            figures["reason"] = "no_pairable_units"
        whole, left = number(values[0].value), figures["value"]
        if whole is not None and left is not None:
            figures["change"] = left - whole
        if draws is not None and drawn[0] is not None and "change" in figures:
            figures["change_interval"] = interval_of(
                draws - drawn[0], cluster=blocks.cluster, seed=options.seed
            )
        made.append(figures)
    return made
