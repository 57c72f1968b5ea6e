"""200 random tables each against the libraries of others, where those are right."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score

from annotator.agreement import Options

SEEDS = range(200)
CODES = "abcdefgh"


def random_ratings(seed, *, sets=False, most_annotators=6):
    """Rows (annotator, unit, value): 2–6 annotators, 2–8 codes, 0–40 % missing."""
    random = np.random.default_rng(seed)
    n_annotators = int(random.integers(2, most_annotators + 1))
    n_codes, missing = int(random.integers(2, 9)), random.uniform(0, 0.4)
    rows = []
    for unit in range(int(random.integers(8, 40))):
        truth = int(random.integers(0, n_codes))
        for annotator in range(n_annotators):
            if random.random() < missing:
                continue
            number = truth if random.random() < 0.6 else int(random.integers(0, n_codes))
            value = [code for bit, code in enumerate(CODES[:4]) if number >> bit & 1]
            rows.append((f"A{annotator}", f"u{unit}", value if sets else number))
    return rows


def ours(reported, rows, distance, **options):
    return reported(rows, options=Options(ci=0, distance=distance, **options)).results[0].value


def pairable(rows):
    units = [unit for _, unit, _ in rows]
    return [row for row in rows if units.count(row[1]) >= 2]


@pytest.mark.parametrize(
    ("distance", "level"),
    [
        ("nominal", "nominal"),
        ("ordinal", "ordinal"),
        ("interval", "interval"),
        ("ratio", "ratio"),
    ],
)
def test_alpha_equals_krippendorff(reported, distance, level):
    import krippendorff

    for seed in SEEDS:
        rows = random_ratings(seed)
        annotators = sorted({row[0] for row in rows})
        units = sorted({row[1] for row in rows})
        matrix = np.full((len(annotators), len(units)), np.nan)
        for annotator, unit, value in rows:
            matrix[annotators.index(annotator), units.index(unit)] = value
        theirs = krippendorff.alpha(matrix, level_of_measurement=level)
        assert ours(reported, rows, distance) == pytest.approx(theirs, abs=1e-9), seed


def wrapped(distance):
    """Two empty sets are equal, where the library divides by zero."""
    return lambda one, other: 0.0 if one == other else distance(one, other)


@pytest.mark.parametrize("name", ["masi", "jaccard", "interval", "nominal"])
def test_alpha_equals_nltk(reported, name):
    from nltk.metrics import agreement, distance

    theirs_by_name = {
        "masi": wrapped(distance.masi_distance),
        "jaccard": wrapped(distance.jaccard_distance),
        "interval": distance.interval_distance,
        "nominal": distance.binary_distance,
    }
    sets = name in ("masi", "jaccard")
    for seed in SEEDS:
        rows = random_ratings(seed, sets=sets)
        made = [(a, u, frozenset(v) if sets else v) for a, u, v in pairable(rows)]
        theirs = agreement.AnnotationTask(made, distance=theirs_by_name[name]).alpha()
        # Up to 3.10.0, which is allowed, their MASI writes two thirds and one third as .67 and .33.
        rounded = distance.masi_distance({1}, {1, 2}) == 1 - 1 / 2 * 0.67
        near = 0.01 if name == "masi" and rounded else 1e-9
        assert ours(reported, rows, name) == pytest.approx(theirs, abs=near), seed


def test_alpha_masi_equals_nltk_with_thirds(reported):
    from nltk.metrics import agreement

    def masi(one, other):
        if one == other:
            return 0.0
        within = one <= other or other <= one
        part = 2 / 3 if within else 1 / 3
        return 1 - len(one & other) / len(one | other) * part

    for seed in SEEDS:
        rows = random_ratings(seed, sets=True)
        made = [(a, u, frozenset(v)) for a, u, v in pairable(rows)]
        theirs = agreement.AnnotationTask(made, distance=masi).alpha()
        assert ours(reported, rows, "masi") == pytest.approx(theirs, abs=1e-9), seed


def test_kappa_equals_scikit_learn(reported):
    for seed in SEEDS:
        rows = random_ratings(seed, most_annotators=2)
        first = {unit: value for annotator, unit, value in rows if annotator == "A0"}
        second = {unit: value for annotator, unit, value in rows if annotator == "A1"}
        both = sorted(set(first) & set(second))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns and gives nan for a single code
            theirs = cohen_kappa_score(
                [first[unit] for unit in both],
                [second[unit] for unit in both],
                labels=list(range(8)),
            )
        mine = ours(reported, rows, None, coefficient="kappa")
        assert mine == pytest.approx(theirs, abs=1e-9), seed
