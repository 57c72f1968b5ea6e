"""How units are redrawn where there are very many patterns, and sums that no order can change."""

from __future__ import annotations

import numpy as np
import pytest

from annotator.agreement import Options, coefficients, intervals, kappas
from annotator.agreement import patterns as patterns_module
from annotator.agreement.analytic import standard_error
from annotator.agreement.chance import ChanceCorrected, Weights
from annotator.agreement.coefficients import Alpha, exact_parts, exact_product, in_blocks
from annotator.agreement.distances import NOMINAL
from annotator.agreement.intervals import bootstrap, unit_blocks
from annotator.agreement.patterns import patterns_of, position_patterns, rated_patterns
from annotator.agreement.ratings import ratings_of
from annotator.errors import Unavailable


def random_ratings(n_units=300, n_values=6, n_annotators=4, seed=2):
    random = np.random.default_rng(seed)
    unit, annotator = np.divmod(np.arange(n_annotators * n_units), n_annotators)
    kept = random.random(len(unit)) < 0.8
    truth = random.integers(0, n_values, n_units)[unit]
    values = np.where(random.random(len(unit)) < 0.6, truth,
                      random.integers(0, n_values, len(unit)))  # fmt: skip
    return ratings_of(unit[kept], annotator[kept], values[kept], n_values=n_values)


@pytest.fixture
def many_patterns(monkeypatch):
    """Any table counts as one of very many patterns."""
    monkeypatch.setattr(intervals, "MANY_PATTERNS", 0)
    monkeypatch.setattr(intervals, "RARE", 3)


@pytest.mark.usefixtures("many_patterns")
@pytest.mark.parametrize("chunk_cells", [1, 1000])
def test_units_drawn_by_name_do_not_depend_on_how_many_at_a_time(monkeypatch, chunk_cells):
    patterns = rated_patterns(random_ratings()).paired
    blocks, statistic = unit_blocks(patterns), Alpha(patterns, NOMINAL)
    whole = bootstrap([statistic], blocks, draws=60, seed=1)[0]
    monkeypatch.setattr(intervals, "CHUNK_CELLS", chunk_cells)
    assert bootstrap([statistic], blocks, draws=60, seed=1)[0].tobytes() == whole.tobytes()


def test_units_drawn_by_name_are_as_those_of_a_multinomial(monkeypatch):
    patterns = rated_patterns(random_ratings()).paired
    frequency = patterns.frequency.astype(float)
    monkeypatch.setattr(intervals, "RARE", 3)
    assert (frequency <= 3).any()
    assert (frequency > 3).any()
    generator = np.random.Generator(np.random.PCG64(0))
    drawn = intervals._Units(frequency).drawn(generator, 20_000)
    n = frequency.sum()
    assert (drawn.sum(axis=1) == n).all()
    spread = frequency * (1 - frequency / n)
    error = np.sqrt(spread / len(drawn))
    assert (np.abs(drawn.mean(axis=0) - frequency) < 5 * error).all()
    assert drawn.var(axis=0) == pytest.approx(spread, rel=0.1)


@pytest.mark.parametrize("n_columns", [1, 3])
def test_products_in_pieces_are_exact(monkeypatch, n_columns):
    random = np.random.default_rng(0)
    rows = random.integers(0, 1000, (130, 70)).astype(float)
    columns = random.random((70, n_columns))
    whole = exact_product(rows, exact_parts(columns))
    for most in (1, 500, 10_000):
        monkeypatch.setattr(coefficients, "ALONE", most)
        monkeypatch.setattr(coefficients, "ALONE_IN_COLUMN", most)
        assert (exact_product(rows, exact_parts(columns)) == whole).all()
    assert in_blocks(np.zeros((0, 5)), np.zeros((5, 2))).shape == (0, 2)


def test_counts_of_values_come_out_of_who_said_what():
    ratings = random_ratings()
    positions = position_patterns(ratings)
    counted, direct = (
        patterns_of(positions, ratings.n_values).paired,
        rated_patterns(ratings).paired,
    )
    for name in ("frequency", "size", "pattern", "value", "count", "of_unit", "n_single"):
        assert np.array_equal(getattr(counted, name), getattr(direct, name)), name


def test_what_is_remembered_of_patterns_changes_nothing(monkeypatch):
    ratings = random_ratings()
    remembered = rated_patterns(ratings).paired
    monkeypatch.setattr(patterns_module, "REMEMBERED", 0)
    fresh = rated_patterns(ratings).paired
    for name in ("frequency", "size", "pattern", "value", "count", "of_unit"):
        assert np.array_equal(getattr(fresh, name), getattr(remembered, name)), name


def test_one_annotator_less_is_as_if_they_had_not_rated():
    ratings = random_ratings()
    others = np.array([True, False, True, True])
    left = others[ratings.annotator_ix]
    fewer = ratings_of(ratings.unit_ix[left], ratings.annotator_ix[left], ratings.value_ix[left],
                       n_values=ratings.n_values)  # fmt: skip
    counted = patterns_of(position_patterns(ratings), ratings.n_values, others).paired
    direct = rated_patterns(fewer).paired
    assert (counted.frequency == direct.frequency).all()
    assert (counted.value == direct.value).all()
    assert counted.n_single == direct.n_single


def test_too_many_pairs_for_light_are_refused(monkeypatch, reported):
    monkeypatch.setattr(kappas, "MOST_PAIRS", 2)
    rows = [(who, unit, who) for unit in range(2) for who in "abc"]
    with pytest.raises(Unavailable, match="pairs of annotators"):
        reported(rows, options=Options(coefficient="light"))


@pytest.mark.parametrize("name", ["weighted-kappa", "fleiss", "conger", "light", "ac2", "bp"])
def test_ordinal_distance_of_krippendorff_makes_no_weights(name):
    with pytest.raises(Unavailable) as refused:
        Options(coefficient=name, distance="ordinal").check()
    assert "ordinal_gwet" in str(refused.value.remedy)


def test_one_unit_has_no_standard_error():
    patterns = rated_patterns(
        ratings_of(np.array([0, 0]), np.array([0, 1]), np.array([0, 1]))
    ).paired
    assert standard_error(patterns, None) is None


def test_no_variation_has_no_standard_error():
    zeros = np.zeros(4, int)
    patterns = rated_patterns(
        ratings_of(np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1]), zeros)
    ).paired
    statistic = ChanceCorrected(patterns, "fleiss", Weights("identity", 1))
    assert standard_error(patterns, statistic) is None


def test_what_lies_below_the_rounding_of_numbers_near_one_is_cut_off():
    weights = np.array([[2.0**-80 + 1e-30, 1.0]])
    parts = exact_parts(weights)
    assert len(parts) == 1
    assert parts[0].tolist() == [[0.0, 1.0]]
    weights = np.array([[1 / 3 + 2.0**-60, 2.0**-70 / 3]])
    assert len(exact_parts(weights)) == 3
    assert abs(np.sum(exact_parts(weights), axis=0) - weights).max() < 2.0**-76
