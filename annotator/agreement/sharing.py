"""Alpha of some of the annotators, or of some of the units, with the intervals beside it.

What is compared with one another is redrawn together: who said what on a unit is counted once,
and every statistic takes what it needs from the same drawn units or documents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from annotator.agreement.coefficients import alpha_of
from annotator.agreement.intervals import bootstrap, estimate, interval_of
from annotator.agreement.patterns import Patterns
from annotator.agreement.ranks import counted
from annotator.agreement.results import Agreement
from annotator.agreement.sample import sample_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from annotator.agreement.coefficients import Estimates
    from annotator.agreement.intervals import Blocks, Cluster
    from annotator.agreement.options import Options
    from annotator.agreement.questions import Measure
    from annotator.agreement.ratings import Floats, Ratings

    Flags = NDArray[np.bool_]

# One draw reads every block: beyond this many cells of all draws, comparisons have no intervals.
MOST_DRAWN = 50_000_000


def of_annotators(
    positions: Patterns, n_values: int, kept: Flags, where: Flags | None = None
) -> Patterns:
    """What the annotators that are True said in each position pattern, nothing merged.

    A pattern in which fewer than two of them spoke, or which is not in `where`, is left without
    values and with size 0.
    """
    width = max(n_values, 1)
    who, value = np.divmod(positions.value, width)
    listed = kept[who] if where is None else kept[who] & where[positions.pattern]
    size = np.bincount(positions.pattern[listed], minlength=len(positions))
    n_single = int(positions.frequency[size == 1].sum())
    size[size < 2] = 0
    listed &= size[positions.pattern] > 0
    cells = positions.pattern[listed] * width + value[listed]
    cell, count = counted(cells, len(positions) * width)
    return Patterns(
        frequency=positions.frequency,
        size=size,
        pattern=cell // width,
        value=cell % width,
        count=count,
        kind=positions.kind,
        of_kind=positions.of_kind,
        n_values=n_values,
        n_single=n_single,
    )


def is_drawn(blocks: Blocks, options: Options) -> bool:
    """Whether resamples are asked for, and not too many to be worth their time."""
    return 0 < options.ci * len(blocks) <= MOST_DRAWN


def counts_of(patterns: Patterns) -> dict[str, Any]:
    """What a figure on patterns of some annotators rests on."""
    used = patterns.size > 0
    n_units = int(patterns.frequency[used].sum())
    pairs = patterns.size * (patterns.size - 1)
    equal = np.bincount(patterns.pattern, patterns.count * (patterns.count - 1), len(patterns))
    share = np.divide(equal, pairs, out=np.zeros(len(patterns)), where=used)
    return {
        "n_units": n_units + patterns.n_single,
        "n_units_used": n_units,
        "n_single": patterns.n_single,
        "n_ratings": patterns.n_ratings,
        "n_pairs": int(patterns.frequency @ pairs // 2),
        "percent": float(patterns.frequency @ share / n_units) if n_units else None,
    }


def figures_of(
    estimates: Estimates, drawn: Floats | None, cluster: Cluster, seed: int, *,
    is_alpha: bool = True,
) -> dict[str, Any]:  # fmt: skip
    """Value, observed, expected; with draws also interval, standard error and probabilities.

    The two marks belong to alpha: no other figure has probabilities to lie below them.
    """
    value = number(estimates.value)
    figures: dict[str, Any] = {
        "value": value,
        "observed": number(estimates.observed),
        "expected": number(estimates.expected),
    }
    if value is None:
        return {**figures, "reason": "no_variation"}
    if drawn is None:
        return figures
    interval = interval_of(drawn, cluster=cluster, seed=seed)
    if interval is None:
        return {**figures, "reason": "interval_undefined"}
    defined = drawn[~np.isnan(drawn)]
    figures |= {
        "interval": interval,
        "se": float(defined.std(ddof=1)) if len(defined) > 1 else None,
    }
    if is_alpha:
        figures |= {
            "p_below_667": float((defined < 0.667).mean()),
            "p_below_800": float((defined < 0.8).mean()),
        }
    return figures


def number(numbers: Floats) -> float | None:
    """The first of them; None where it is undefined."""
    return float(numbers[0]) if np.isfinite(numbers[0]) else None


def part_alpha(
    ratings: Ratings,
    measure: Measure,
    options: Options,
    **names: Any,  # noqa: ANN401 - fields
) -> Agreement:
    """Alpha of some ratings, with the interval of their own units or documents."""
    sample = sample_of(measure.renamed(ratings), options)
    patterns, blocks = sample.patterns, sample.blocks
    part = Agreement(
        **names,
        **counts_of(patterns),
        coefficient="alpha",
        distance=measure.distance.name,
        reason=sample.reason,
        n_documents=sample.n_documents,
        n_annotators=len(sample.overlapping),
    )
    if sample.reason:
        return part
    statistic = alpha_of(patterns, measure.distance)
    drawn = None
    if is_drawn(blocks, options):
        drawn = bootstrap([statistic], blocks, draws=options.ci, seed=options.seed)[0]
    figures = figures_of(estimate(statistic, patterns), drawn, blocks.cluster, options.seed)
    return msgspec.structs.replace(part, **figures)
