"""Every coefficient on many units, the worst case of patterns, and very many annotators.

Run as `python benchmarks/bench_agreement_all.py [UNITS]` (10^6), with the peers that have the
coefficient: nltk, scikit-learn and statsmodels on `PEER_UNITS` complete units. Each of the two hard
cases runs in a process of its own, so that its peak memory is its own.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from annotator.agreement import Options
from annotator.agreement.asking import OTHERS, Asked, made_of
from annotator.agreement.chance import Weights
from annotator.agreement.coefficients import Alpha
from annotator.agreement.distances import NOMINAL, between_numbers, between_sets
from annotator.agreement.intervals import bootstrap, estimate, unit_blocks
from annotator.agreement.pairs import per_pair
from annotator.agreement.patterns import rated_patterns
from annotator.agreement.questions import Measure
from annotator.agreement.ratings import Floats, Ratings, ratings_of
from annotator.agreement.sample import sample_of
from benchmarks.bench_agreement import made, seconds, uncounted

if TYPE_CHECKING:
    from collections.abc import Callable

PEER_UNITS = 10_000
OF_TWO = ("kappa", "weighted-kappa", "pi")
OPTIONS = Options(cluster="unit")


def value_of(name: str, ratings: Ratings) -> float:
    """One coefficient from arrays; weighted ones with linear weights."""
    sample = sample_of(uncounted(ratings), OPTIONS)
    matrix = between_numbers("linear", np.arange(ratings.n_values, dtype=float)).matrix
    if name in ("kappa", "ac1", "pi"):
        matrix = None
    one = made_of(Asked(name, Weights("", ratings.n_values, matrix)), sample)
    assert one.statistic is not None
    return float(estimate(one.statistic, one.patterns).value[0])


def first_two(ratings: Ratings) -> Ratings:
    """The same answers without the third annotator."""
    kept = ratings.annotator_ix < 2
    return ratings_of(
        ratings.unit_ix[kept], ratings.annotator_ix[kept], ratings.value_ix[kept], n_values=5
    )


def pairs_of(ratings: Ratings) -> object:
    """Alpha, kappa and percent of all pairs of annotators."""
    names = [str(place) for place in range(ratings.n_annotators)]
    return per_pair(sample_of(uncounted(ratings), OPTIONS), Measure(NOMINAL), names)


def coefficients(n_units: int) -> None:
    """One line a coefficient: from arrays, and with 1,000 draws on top."""
    ratings = made(n_units, 5)
    two = first_two(ratings)
    print(f"{n_units:,} units, 3 annotators (2 where kappa is), 5 codes, a tenth missing")
    for name in OTHERS:
        table = two if name in OF_TWO else ratings
        plain = seconds(lambda: value_of(name, table), 3)  # noqa: B023 - called at once
        one = made_of(Asked(name, Weights("", 5)), sample_of(table, OPTIONS))
        assert one.statistic is not None
        statistic, blocks = one.statistic, one.blocks()
        draws = seconds(lambda: bootstrap([statistic], blocks, draws=1000, seed=0), 2)  # noqa: B023
        print(f"  {name:16} {plain:.4f} s, 1,000 draws + {draws:.4f} s", flush=True)
    taken = seconds(lambda: pairs_of(ratings), 3)
    print(f"  all pairs        {taken:.4f} s (bar .050)")


def with_peers() -> None:
    """The same coefficient by others on complete data."""
    from nltk.metrics import agreement
    from sklearn.metrics import cohen_kappa_score
    from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

    random = np.random.default_rng(0)
    truth = random.integers(0, 5, PEER_UNITS)[:, None]
    guess = random.integers(0, 5, (PEER_UNITS, 3))
    table = np.where(random.random(guess.shape) < 0.7, truth, guess)
    unit, who = np.nonzero(table >= 0)
    ratings = ratings_of(unit, who, table[unit, who], n_values=5)
    two = first_two(ratings)
    rows = [(f"{a}", int(u), int(table[u, a])) for u, a in zip(unit, who, strict=True)]
    peers: list[tuple[str, Ratings, str, Callable[[], object]]] = [
        ("kappa", two, "scikit-learn", lambda: cohen_kappa_score(table[:, 0], table[:, 1])),
        ("fleiss", ratings, "statsmodels", lambda: fleiss_kappa(aggregate_raters(table)[0])),
        ("light", ratings, "nltk", lambda: agreement.AnnotationTask(rows).kappa()),
        ("conger", ratings, "nltk", lambda: agreement.AnnotationTask(rows).multi_kappa()),
    ]
    print(f"{PEER_UNITS:,} complete units, beside others")
    for name, ratings_here, peer, work in peers:
        ours = seconds(lambda: value_of(name, ratings_here), 3)  # noqa: B023 - called at once
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            theirs = seconds(work, 1)
        print(f"  {name:16} {ours:.4f} s, {peer} {theirs:.4f} s ({theirs / ours:.0f}x)")


def sets_of_codes(n_values: int) -> Floats:
    """Every value a set of some of six codes."""
    return np.array([[mask >> bit & 1 for bit in range(6)] for mask in range(n_values)], float)


def worst(n_units: int) -> None:
    """Five annotators, 32 sets: some 120,000 distinct patterns, alpha MASI with intervals."""
    random = np.random.default_rng(0)
    shape = (n_units, 5)
    truth = random.integers(0, 32, n_units, dtype=np.int32)[:, None]
    guess = random.integers(0, 32, shape, dtype=np.int32)
    values = np.where(random.random(shape, np.float32) < 0.7, truth, guess)
    unit, who = np.nonzero(random.random(shape, np.float32) >= 0.1)
    ratings = ratings_of(unit, who, values[unit, who], n_values=32)

    def work() -> None:
        patterns = rated_patterns(ratings).paired
        statistic = Alpha(patterns, between_sets("masi", sets_of_codes(32)))
        estimate(statistic, patterns)
        bootstrap([statistic], unit_blocks(patterns), draws=1000, seed=0)

    taken = seconds(work, 1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    n_patterns = len(rated_patterns(ratings).paired)
    print(f"worst case: {n_patterns:,} patterns of {n_units:,} x 5, alpha MASI, 1,000 draws: "
          f"{taken:.2f} s (bar 5), peak {peak:.0f} MB (bar 500)")  # fmt: skip


def many_annotators() -> None:
    """888 annotators with 20 ratings each, three on a unit."""
    random = np.random.default_rng(0)
    n_units = 888 * 20 // 3
    annotators = np.concatenate([random.permutation(888) for _ in range(20)])
    unit = np.arange(len(annotators)) % n_units
    truth = random.integers(0, 5, n_units)[unit]
    values = np.where(random.random(len(unit)) < 0.7, truth, random.integers(0, 5, len(unit)))
    ratings = ratings_of(unit, annotators, values, n_values=5)

    def work() -> None:
        patterns = rated_patterns(ratings).paired
        bootstrap([Alpha(patterns, NOMINAL)], unit_blocks(patterns), draws=1000, seed=0)

    print(f"888 annotators x 20 ratings, alpha and 1,000 draws: {seconds(work, 3):.4f} s (bar .1)")
    for name in ("fleiss", "ac1", "conger", "light"):
        print(f"  {name:8} {seconds(lambda: value_of(name, ratings), 2):.4f} s")  # noqa: B023


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("units", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--only", choices=["worst", "many"])
    arguments = parser.parse_args()
    if arguments.only == "worst":
        worst(arguments.units)
    elif arguments.only == "many":
        many_annotators()
    else:
        coefficients(arguments.units)
        with_peers()
        for part in ("worst", "many"):
            command = [sys.executable, __file__, str(arguments.units), "--only", part]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
