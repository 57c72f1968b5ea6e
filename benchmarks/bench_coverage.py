"""How often a 95 % bootstrap interval of alpha holds the true value, where that is known.

Run as `python -m benchmarks coverage`, or `python -m benchmarks.bench_coverage [--simulations N]`.
Tables are made by processes whose alpha is known from a very large sample of each; for each table
the interval is drawn as the program draws it. Exit code 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from annotator.agreement.coefficients import Alpha
from annotator.agreement.distances import NOMINAL
from annotator.agreement.intervals import (
    bootstrap,
    document_blocks,
    estimate,
    interval_of,
    unit_blocks,
)
from annotator.agreement.patterns import rated_patterns
from annotator.agreement.ratings import Ratings, ratings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.agreement.intervals import Cluster

SEED, SIMULATIONS, DRAWS = 20_260, 2_000, 1_000
SHARES, SIZES = (0.5, 0.1, 0.03), (44, 100, 300, 1_000)
DOCUMENTS, PARAGRAPHS = (5, 10, 20, 40), 20
LARGE = 4_000_000
ERROR = 0.05
# Articles differ in how often the code applies and in how hard it is to see.
USUAL, HARD = (0.5, 1.5), (0.02, 0.25)


@dataclass(frozen=True)
class Covered:
    """Of `n` tables, the share with an interval, and the share of those that hold `true`."""

    true: float
    n: int
    given: float
    covered: float


def independent(random: np.random.Generator, n: int, *, share: float) -> Ratings:
    """Two annotators, a yes/no code true in `share` of the units, each wrong once in twenty."""
    return _rated(random, random.random(n) < share, ERROR, np.arange(n))


def clustered(random: np.random.Generator, n: int) -> Ratings:
    """The same for articles of 20 paragraphs, each article with a prevalence and an error."""
    n_documents = n // PARAGRAPHS
    document = np.repeat(np.arange(n_documents), PARAGRAPHS)
    share = random.beta(*USUAL, n_documents)[document]
    error = random.uniform(*HARD, n_documents)[document]
    return _rated(random, random.random(n) < share, error, document)


def _rated(
    random: np.random.Generator,
    truth: np.ndarray[tuple[int], np.dtype[np.bool_]],
    error: float | np.ndarray[tuple[int], np.dtype[np.float64]],
    document: np.ndarray[tuple[int], np.dtype[np.int64]],
) -> Ratings:
    wrong = random.random((2, len(truth))) < error
    values = (truth ^ wrong).T.ravel().astype(int)
    unit, annotator = np.divmod(np.arange(2 * len(truth)), 2)
    return ratings_of(unit, annotator, values, documents=document, n_values=2)


def true_alpha(process: Callable[[np.random.Generator, int], Ratings]) -> float:
    """Alpha of a process, from a very large sample of it."""
    patterns = rated_patterns(process(np.random.default_rng(SEED), LARGE)).paired
    return float(estimate(Alpha(patterns, NOMINAL), patterns).value[0])


def coverage(
    process: Callable[[np.random.Generator, int], Ratings],
    n: int,
    cluster: Cluster,
    *,
    true: float,
    simulations: int,
    draws: int = DRAWS,
) -> Covered:
    """The intervals of many tables of `n` units; the draws of each have a seed of their own."""
    random = np.random.default_rng((SEED, n))
    given = covered = 0
    for seed in range(simulations):
        ratings = process(random, n)
        patterns = rated_patterns(ratings).paired
        blocks = unit_blocks(patterns)
        if cluster == "document":
            blocks = document_blocks(patterns, ratings.document_ix, n // PARAGRAPHS)
        drawn = bootstrap([Alpha(patterns, NOMINAL)], blocks, draws=draws, seed=seed)[0]
        interval = interval_of(drawn, cluster=cluster, seed=seed)
        if interval is not None:
            given += 1
            covered += interval.low <= true <= interval.high
    return Covered(true, simulations, given / simulations, covered / max(given, 1))


def bar_by_unit(share: float, n: int) -> tuple[float, float] | None:
    """What must come out where units are independent; None: nothing is asked."""
    return (0.92, 0.97) if share >= 0.1 and n >= 100 else None


def bar_by_document(n_documents: int) -> tuple[float, float] | None:
    """What must come out where articles are redrawn."""
    return {10: (0.87, 1.0), 20: (0.89, 1.0)}.get(n_documents)


def _lines(simulations: int) -> Iterator[tuple[str, Covered, tuple[float, float] | None]]:
    for share in SHARES:
        process = partial(independent, share=share)
        true = true_alpha(process)
        for n in SIZES:
            one = coverage(process, n, "unit", true=true, simulations=simulations)
            yield f"independent, p = {share:<4} {n:>6} units", one, bar_by_unit(share, n)
    true = true_alpha(clustered)
    clusters: tuple[Cluster, ...] = ("document", "unit")
    for cluster in clusters:
        for n in DOCUMENTS:
            one = coverage(clustered, n * PARAGRAPHS, cluster, true=true, simulations=simulations)
            bar = bar_by_document(n) if cluster == "document" else None
            yield f"articles, by {cluster:<8} {n:>6} articles", one, bar


def main() -> int:
    """Print a table; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--simulations", type=int, default=SIMULATIONS)
    simulations = parser.parse_args().simulations
    start, missed = time.perf_counter(), 0
    print(f"seed {SEED}, {simulations} tables each, {DRAWS} draws")
    print("process                              true alpha  interval given  covered  bar")
    for name, one, bar in _lines(simulations):
        said = "" if bar is None else f"{bar[0]:.2f}–{bar[1]:.2f}"
        if bar and not bar[0] <= one.covered <= bar[1]:
            said, missed = f"{said} MISSED", 1
        line = f"{name:<38} {one.true:>8.4f} {one.given:>15.3f} {one.covered:>8.3f}  {said}"
        print(line.rstrip(), flush=True)
    print(f"{time.perf_counter() - start:.0f} s")
    return missed


if __name__ == "__main__":
    sys.exit(main())
