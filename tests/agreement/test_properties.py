"""What must hold for every table of ratings."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from annotator.agreement import Options
from annotator.agreement.coefficients import coincidence_matrix
from annotator.agreement.distances import Distance, between_numbers, between_sets, scale_table
from annotator.agreement.patterns import rated_patterns
from annotator.agreement.ratings import Floats, ratings_of

cells = st.dictionaries(
    st.tuples(st.integers(0, 9), st.sampled_from("abcd")),
    st.integers(0, 3),
    min_size=1,
    max_size=40,
)
distances = st.sampled_from(["nominal", "ordinal", "interval", "linear", "ratio"])


def rows_of(table):
    return [(annotator, f"u{unit}", value) for (unit, annotator), value in table.items()]


def matrix_of(distance: Distance) -> Floats:
    assert distance.matrix is not None
    return distance.matrix


def alpha(reported, rows, distance="nominal", **table):
    return reported(rows, options=Options(ci=0, distance=distance), **table).results[0].value


@settings(deadline=None, max_examples=40)
@given(table=cells, distance=distances, seed=st.integers(0, 99))
def test_order_of_rows_changes_nothing_to_the_last_bit(reported, table, distance, seed):
    rows = rows_of(table)
    shuffled = [rows[place] for place in np.random.default_rng(seed).permutation(len(rows))]
    assert alpha(reported, rows, distance) == alpha(reported, shuffled, distance)


@settings(deadline=None, max_examples=40)
@given(table=cells, distance=distances, names=st.permutations("abcd"))
def test_names_of_annotators_and_units_change_nothing(reported, table, distance, names):
    renamed = [
        (dict(zip("abcd", names, strict=True))[annotator], f"other {9 - unit}", value)
        for (unit, annotator), value in table.items()
    ]
    assert alpha(reported, rows_of(table), distance) == alpha(reported, renamed, distance)


@settings(deadline=None, max_examples=40)
@given(table=cells, names=st.permutations("wxyz"))
def test_names_of_codes_change_nothing(reported, table, names):
    renamed = [(annotator, unit, names[value]) for annotator, unit, value in rows_of(table)]
    plain, other = alpha(reported, rows_of(table)), alpha(reported, renamed)
    assert plain == (None if other is None else pytest.approx(other, abs=1e-12))


@settings(deadline=None, max_examples=40)
@given(values=st.lists(st.integers(0, 3), min_size=1, max_size=10), distance=distances)
def test_identical_annotators_agree_fully_or_do_not_vary(reported, values, distance):
    rows = [(name, unit, value) for unit, value in enumerate(values) for name in "abc"]
    result = reported(rows, options=Options(ci=0, distance=distance)).results[0]
    expected = (1.0, None) if len(set(values)) > 1 else (None, "no_variation")
    assert (result.value, result.reason) == expected


@settings(deadline=None, max_examples=40)
@given(table=cells, distance=distances)
def test_alpha_is_at_most_one(reported, table, distance):
    value = alpha(reported, rows_of(table), distance)
    assert value is None or value <= 1


@settings(deadline=None, max_examples=40)
@given(table=cells, distance=distances, value=st.integers(0, 3))
def test_single_coded_unit_never_changes_alpha(reported, table, distance, value):
    rows = rows_of(table)
    more = [*rows, ("a", "seen once", value)]
    plain, single = alpha(reported, rows, distance), alpha(reported, more, distance)
    assert plain == (None if single is None else pytest.approx(single, abs=1e-12))


@settings(deadline=None, max_examples=40)
@given(table=cells, distance=st.sampled_from(["nominal", "ordinal", "interval"]))
def test_unused_code_never_changes_alpha(reported, table, distance):
    rows = rows_of(table)
    order = ["0", "1", "2", "3"]
    plain = alpha(reported, rows, distance, order=order)
    more = alpha(reported, rows, distance, order=[*order, "4"])
    assert plain == (None if more is None else pytest.approx(more, abs=1e-12))


@settings(deadline=None, max_examples=40)
@given(table=cells, copies=st.integers(2, 4))
def test_copies_of_the_units_change_alpha_only_through_n_less_one(reported, table, copies):
    rows = rows_of(table)
    many = [(who, f"{unit}/{copy}", value) for copy in range(copies) for who, unit, value in rows]
    once = reported(rows).results[0]
    again = reported(many).results[0]
    assume(once.value is not None)
    n = once.n_units_used and sum(sum(row) for row in once.coincidences.counts)
    expected_disagreement = (1 - once.expected) * (n - 1) / n * (copies * n) / (copies * n - 1)
    assert again.observed == pytest.approx(once.observed, abs=1e-12)
    assert 1 - again.expected == pytest.approx(expected_disagreement, abs=1e-12)


@settings(deadline=None, max_examples=40)
@given(table=cells)
def test_set_distances_on_single_codes_are_nominal(reported, table):
    singletons = [(who, unit, [str(value)]) for who, unit, value in rows_of(table)]
    plain = alpha(reported, rows_of(table))
    for distance in ("masi", "jaccard"):
        value = alpha(reported, singletons, distance)
        assert plain == (None if value is None else pytest.approx(value, abs=1e-12))
        assert alpha(reported, rows_of(table), distance) == plain


@settings(deadline=None, max_examples=40)
@given(table=cells)
def test_coincidences_are_symmetric_and_add_up_to_the_pairable_ratings(table):
    unit, annotator = np.array([(unit, "abcd".index(who)) for unit, who in table]).T
    patterns = rated_patterns(ratings_of(unit, annotator, np.array(list(table.values())))).paired
    matrix = coincidence_matrix(patterns)
    assert (matrix == matrix.T).all()
    assert matrix.sum() == pytest.approx(patterns.n_ratings)


@given(
    st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=6, unique=True)
)
def test_distances_between_numbers_are_metrics_of_one_at_most(numbers):
    for name in ("interval", "linear"):
        matrix = matrix_of(between_numbers(name, np.array(numbers)))
        assert np.isfinite(matrix).all()
        assert (matrix == matrix.T).all()
        assert not matrix.diagonal().any()
        assert matrix.max() <= 1


@given(st.lists(st.integers(0, 15), min_size=1, max_size=16, unique=True))
def test_distances_between_sets_are_symmetric(masks):
    members = np.array([[mask >> bit & 1 for bit in range(4)] for mask in masks], float)
    for name in ("masi", "jaccard"):
        matrix = matrix_of(between_sets(name, members))
        assert (matrix == matrix.T).all()
        assert not matrix.diagonal().any()
        assert matrix.min() >= 0
        assert matrix.max() <= 1
        if 0 in masks:
            others = np.delete(matrix[masks.index(0)], masks.index(0))
            assert (others == 1).all()


def test_scale_table_ranks_the_values_and_puts_none_at_the_far_end():
    matrix = matrix_of(scale_table(np.array([-1.0, 0.0, 7.0]), none=True, by_value=False))
    assert matrix.tolist() == [
        [0, 0.25, 1, 1],
        [0.25, 0, 0.25, 1],
        [1, 0.25, 0, 1],
        [1, 1, 1, 0],
    ]
