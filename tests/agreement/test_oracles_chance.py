"""Kappas, pi, Fleiss and S on random tables against the libraries of others, where they are right.

Each is right on some tables only: nltk on complete ones, statsmodels on equal numbers of ratings,
scikit-learn where it is told the codes in their order.
"""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score

from annotator.agreement import Options

SEEDS = range(200)


def random_table(seed, *, n_annotators=None, missing=0.0):
    """(units, annotators) with -1 where missing: 2–8 codes, all of which occur."""
    random = np.random.default_rng(seed)
    n_annotators = n_annotators or int(random.integers(2, 7))
    n_codes = int(random.integers(2, 9))
    n_units = int(random.integers(10, 40))
    truth = random.integers(0, n_codes, (n_units, 1))
    guess = random.integers(0, n_codes, (n_units, n_annotators))
    table = np.where(random.random(guess.shape) < 0.6, truth, guess)
    table[:n_codes, :] = np.arange(n_codes)[:, None]
    table[n_codes:][random.random((n_units - n_codes, n_annotators)) < missing] = -1
    return table, n_codes


def ours(reported, table, n_codes, coefficient, distance=None):
    rows = [(f"A{who}", f"u{unit}", int(value))
            for (unit, who), value in np.ndenumerate(table) if value >= 0]  # fmt: skip
    options = Options(ci=0, coefficient=coefficient, distance=distance)
    order = [str(code) for code in range(n_codes)]
    return reported(rows, options=options, order=order).results[0].value


@pytest.mark.parametrize("weights", ["linear", "quadratic"])
def test_weighted_kappa_equals_scikit_learn(reported, weights):
    for seed in SEEDS:
        table, n_codes = random_table(seed, n_annotators=2, missing=0.2)
        both = table[(table >= 0).all(axis=1)]
        theirs = cohen_kappa_score(*both.T, labels=list(range(n_codes)), weights=weights)
        mine = ours(reported, table, n_codes, "weighted-kappa", weights)
        assert mine == pytest.approx(theirs, abs=1e-9), seed


@pytest.mark.parametrize("weights", ["linear", "quadratic"])
def test_weighted_kappa_equals_statsmodels(reported, weights):
    from statsmodels.stats.inter_rater import cohens_kappa, to_table

    for seed in SEEDS:
        table, n_codes = random_table(seed, n_annotators=2)
        counts = to_table(table)[0]
        theirs = cohens_kappa(counts, wt=weights, return_results=False)
        mine = ours(reported, table, n_codes, "weighted-kappa", weights)
        assert mine == pytest.approx(theirs, abs=1e-9), seed


@pytest.mark.parametrize("method", ["fleiss", "randolph"])
def test_fleiss_and_s_equal_statsmodels(reported, method):
    from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

    for seed in SEEDS:
        table, n_codes = random_table(seed)
        theirs = fleiss_kappa(aggregate_raters(table)[0], method=method)
        mine = ours(reported, table, n_codes, {"fleiss": "fleiss", "randolph": "bp"}[method])
        assert mine == pytest.approx(theirs, abs=1e-9), seed


@pytest.mark.parametrize(
    ("coefficient", "method"), [("light", "kappa"), ("conger", "multi_kappa"), ("bp", "S")]
)
def test_complete_tables_equal_nltk(reported, coefficient, method):
    from nltk.metrics import agreement

    for seed in SEEDS:
        # Their kappa of many pools the pairs, which is Conger's only for complete tables.
        table, n_codes = random_table(seed)
        rows = [(who, unit, int(value)) for (unit, who), value in np.ndenumerate(table)]
        theirs = getattr(agreement.AnnotationTask(rows), method)()
        mine = ours(reported, table, n_codes, coefficient)
        assert mine == pytest.approx(theirs, abs=1e-9), seed


def test_pi_equals_nltk(reported):
    from nltk.metrics import agreement

    for seed in SEEDS:
        table, n_codes = random_table(seed, n_annotators=2)
        rows = [(who, unit, int(value)) for (unit, who), value in np.ndenumerate(table)]
        theirs = agreement.AnnotationTask(rows).pi()
        assert ours(reported, table, n_codes, "pi") == pytest.approx(theirs, abs=1e-9), seed
