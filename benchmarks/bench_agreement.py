"""Alpha on many units: from arrays, with 1,000 draws, beside nltk and krippendorff.

Run as `python benchmarks/bench_agreement.py [UNITS …]`; without arguments 10^4, 10^5, 10^6 units.
The peers stop at `MOST_FOR_PEERS` units unless `--peers` is given: they take minutes and gigabytes.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from annotator.agreement.coefficients import Alpha
from annotator.agreement.distances import NOMINAL, Distance, between_sets
from annotator.agreement.intervals import bootstrap, document_blocks, estimate, unit_blocks
from annotator.agreement.patterns import rated_patterns
from annotator.agreement.ratings import Floats, Ratings, ratings_of

N_ANNOTATORS, MISSING = 3, 0.1
MOST_FOR_PEERS = 100_000
MEMBERS = np.array([[mask >> bit & 1 for bit in range(4)] for mask in range(16)], float)

if TYPE_CHECKING:
    from collections.abc import Callable


def made(n_units: int, n_values: int) -> Ratings:
    """Three annotators, a tenth missing, 40 units a document."""
    random = np.random.default_rng(0)
    truth = random.integers(0, n_values, n_units)[:, None]
    shape = (n_units, N_ANNOTATORS)
    guess = random.integers(0, n_values, shape)
    values = np.where(random.random(shape) < 0.7, truth, guess)
    unit, annotator = np.nonzero(random.random(shape) >= MISSING)
    documents = np.arange(n_units) // 40
    return ratings_of(
        unit, annotator, values[unit, annotator], documents=documents, n_values=n_values
    )


def uncounted(ratings: Ratings) -> Ratings:
    """The same ratings, of which nothing is remembered."""
    return Ratings(ratings.said, ratings.document_ix, ratings.n_annotators, ratings.n_values)


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """The best of several runs."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def alpha(ratings: Ratings, distance: Distance) -> float:
    """Krippendorff's alpha from arrays."""
    patterns = rated_patterns(uncounted(ratings)).paired
    return float(estimate(Alpha(patterns, distance), patterns).value[0])


def with_krippendorff(ratings: Ratings, *, sets: bool) -> float:
    """The same with the krippendorff package; a distance over sets goes by their numbers."""
    import krippendorff

    matrix = np.full((N_ANNOTATORS, ratings.n_units), np.nan)
    matrix[ratings.annotator_ix, ratings.unit_ix] = ratings.value_ix
    if not sets:
        return float(krippendorff.alpha(matrix, level_of_measurement="nominal"))
    table = between_sets("masi", MEMBERS).matrix
    assert table is not None

    def metric(one: Floats, other: Floats, **_: object) -> Floats:
        cells: Floats = table[one.astype(int), other.astype(int)]
        return cells

    domain = np.arange(16.0)
    alpha_of: Callable[..., float] = krippendorff.alpha
    return float(alpha_of(matrix, value_domain=domain, level_of_measurement=metric))


def with_nltk(ratings: Ratings, *, sets: bool) -> float:
    """The same with nltk; its distances divide by zero on two empty sets, so it gets ours."""
    from nltk.metrics import agreement

    table = between_sets("masi", MEMBERS).matrix
    assert table is not None
    columns = (ratings.annotator_ix, ratings.unit_ix, ratings.value_ix)
    rows = list(zip(*(column.tolist() for column in columns), strict=True))
    if sets:
        made_rows = agreement.AnnotationTask(rows, distance=lambda a, b: table[a, b])
    else:
        made_rows = agreement.AnnotationTask(rows, distance=lambda a, b: float(a != b))
    return float(made_rows.alpha())


def measure(n_units: int, name: str, *, peers: bool) -> None:
    """One line of the table."""
    sets = name == "MASI"
    n_values = 16 if sets else 5
    ratings = made(n_units, n_values)
    distance = between_sets("masi", MEMBERS) if sets else NOMINAL
    patterns = rated_patterns(ratings).paired
    statistic = Alpha(patterns, distance)
    by_unit = unit_blocks(patterns)
    by_document = document_blocks(patterns, ratings.document_ix, n_units // 40)
    plain = seconds(lambda: alpha(ratings, distance))
    units = seconds(lambda: bootstrap([statistic], by_unit, draws=1000, seed=0), 3)
    documents = seconds(lambda: bootstrap([statistic], by_document, draws=1000, seed=0), 1)
    line = f"{name:8} {n_units:>9,} {len(patterns):>8,} {plain:>9.4f} {units:>9.4f} "
    line += f"{documents:>12.4f}"
    for peer in (with_krippendorff, with_nltk) if peers else ():
        peer(made(100, n_values), sets=sets)  # its import is not measured
        taken = seconds(lambda: peer(ratings, sets=sets), 1)  # noqa: B023 - called at once
        line += f" {taken:>13.3f} {taken / plain:>7.0f}x"
    print(line, flush=True)


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("units", nargs="*", type=int, default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--peers", action="store_true", help="peers at every size")
    arguments = parser.parse_args()
    print("metric       units patterns     alpha +1k draws by documents  krippendorff           "
          "         nltk")  # fmt: skip
    for n_units in arguments.units:
        for name in ("nominal", "MASI"):
            measure(n_units, name, peers=arguments.peers or n_units <= MOST_FOR_PEERS)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process, peers included: {peak:.0f} MB")


if __name__ == "__main__":
    main()
