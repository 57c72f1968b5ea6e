"""The engine against loops that anybody can check: one pair of ratings after the other."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement import Options

CODES = ("a", "b", "c", "d")


# ------------------------------------------------------------------ the loops


def naive_masi(one, other):
    if one == other:
        return Fraction(0)
    if one < other or other < one:
        monotonicity = Fraction(2, 3)
    else:
        monotonicity = Fraction(1, 3) if one & other else Fraction(0)
    return 1 - Fraction(len(one & other), len(one | other)) * monotonicity


def naive_jaccard(one, other):
    return Fraction(0) if one == other else 1 - Fraction(len(one & other), len(one | other))


def naive_nominal(one, other):
    return Fraction(int(one != other))


def naive_interval(one, other):
    return Fraction((one - other) ** 2)


def naive_ratio(one, other):
    return Fraction(0) if one == other else Fraction(one - other, one + other) ** 2


def naive_linear(one, other):
    return Fraction(abs(one - other))


def naive_ordinal(values):
    """Krippendorff's metric needs the number of pairable ratings of each value."""
    frequency: dict[int, int] = defaultdict(int)
    for value in values:
        frequency[value] += 1

    def distance(one, other):
        low, high = min(one, other), max(one, other)
        between = sum(n for value, n in frequency.items() if low <= value <= high)
        return (between - Fraction(frequency[low] + frequency[high], 2)) ** 2

    return distance


def pairable(rows):
    """The values of each unit that has at least two."""
    units = defaultdict(list)
    for _, unit, value in rows:
        units[unit].append(value)
    return [values for values in units.values() if len(values) >= 2]


def ordered_pairs(values):
    return [
        (one, other) for i, one in enumerate(values) for j, other in enumerate(values) if i != j
    ]


def naive_alpha(rows, distance):
    """1 - D_o / D_e, both as means over ordered pairs of ratings; None where undefined."""
    units = pairable(rows)
    everything = [value for values in units for value in values]
    n = len(everything)
    observed = Fraction(0)
    for values in units:
        for one, other in ordered_pairs(values):
            observed += distance(one, other) / (len(values) - 1)
    expected = sum((distance(one, other) for one, other in ordered_pairs(everything)), Fraction(0))
    if expected == 0:
        return None
    return float(1 - (observed / n) / (expected / (n * (n - 1))))


def naive_percent(rows):
    shares = []
    for values in pairable(rows):
        pairs = ordered_pairs(values)
        shares.append(Fraction(sum(one == other for one, other in pairs), len(pairs)))
    return float(sum(shares) / len(shares)) if shares else None


def naive_kappa(rows):
    given_by: dict[str, dict[str, int]] = defaultdict(dict)
    for annotator, unit, value in rows:
        given_by[annotator][unit] = value
    first, second = (given_by[name] for name in sorted(given_by))
    both = sorted(set(first) & set(second))
    n = len(both)
    observed = Fraction(sum(first[unit] == second[unit] for unit in both), n)
    expected = Fraction(0)
    for value in {*first.values(), *second.values()}:
        one = sum(first[unit] == value for unit in both)
        other = sum(second[unit] == value for unit in both)
        expected += Fraction(one * other, n * n)
    return None if expected == 1 else float((observed - expected) / (1 - expected))


# ------------------------------------------------------------------ tables to compare them on


@st.composite
def tables(draw, values, most_annotators=6):
    """Rows (annotator, unit, value) with missing ratings."""
    annotators = draw(st.integers(2, most_annotators))
    units = draw(st.integers(1, 12))
    cells = st.one_of(st.none(), values, values)
    return [
        (f"annotator {annotator}", f"unit {unit}", value)
        for unit in range(units)
        for annotator in range(annotators)
        if (value := draw(cells)) is not None
    ]


numbers = st.integers(0, 5)
sets = st.lists(st.sampled_from(CODES), unique=True)


def has_two_annotators(rows):
    return len({annotator for annotator, _, _ in rows}) >= 2


def compare(reported, rows, distance, naive):
    result = reported(rows, options=Options(ci=0, distance=distance)).results[0]
    expected = naive_alpha(rows, naive) if has_two_annotators(rows) else None
    if expected is None:
        assert result.value is None
        assert result.reason in {"no_units", "one_annotator", "no_pairable_units", "no_variation"}
    else:
        assert result.value == pytest.approx(expected, abs=1e-12)
        assert result.reason is None


@pytest.mark.parametrize(
    ("distance", "naive"),
    [
        ("nominal", naive_nominal),
        ("interval", naive_interval),
        ("linear", naive_linear),
        ("ratio", naive_ratio),
    ],
)
@settings(max_examples=40, deadline=None)
@given(rows=tables(numbers))
def test_alpha_on_numbers_equals_the_loop(reported, rows, distance, naive):
    compare(reported, rows, distance, naive)


@settings(max_examples=40, deadline=None)
@given(rows=tables(numbers))
def test_ordinal_alpha_equals_the_loop(reported, rows):
    everything = [value for values in pairable(rows) for value in values]
    compare(reported, rows, "ordinal", naive_ordinal(everything))


@pytest.mark.parametrize(
    ("distance", "naive"),
    [("masi", naive_masi), ("jaccard", naive_jaccard), ("nominal", naive_nominal)],
)
@settings(max_examples=40, deadline=None)
@given(rows=tables(sets))
def test_alpha_on_sets_equals_the_loop(reported, rows, distance, naive):
    result = reported(rows, options=Options(ci=0, distance=distance)).results[0]
    frozen = [(annotator, unit, frozenset(value)) for annotator, unit, value in rows]
    expected = naive_alpha(frozen, naive) if has_two_annotators(rows) else None
    assert (result.value is None) == (expected is None)
    if expected is not None:
        assert result.value == pytest.approx(expected, abs=1e-12)


@settings(max_examples=40, deadline=None)
@given(rows=tables(sets))
def test_alpha_of_each_code_equals_the_loop(reported, rows):
    for one in reported(rows).results[0].per_code:
        yes = [(annotator, unit, one.code in value) for annotator, unit, value in rows]
        expected = naive_alpha(yes, naive_nominal) if has_two_annotators(rows) else None
        assert (one.value is None) == (expected is None)
        if expected is not None:
            assert one.value == pytest.approx(expected, abs=1e-12)


@settings(max_examples=40, deadline=None)
@given(rows=tables(numbers))
def test_percent_equals_the_loop(reported, rows):
    result = reported(rows, options=Options(ci=0, coefficient="percent")).results[0]
    expected = naive_percent(rows) if has_two_annotators(rows) else None
    assert result.value == (None if expected is None else pytest.approx(expected, abs=1e-12))


@settings(max_examples=40, deadline=None)
@given(rows=tables(numbers, most_annotators=2))
def test_kappa_equals_the_loop(reported, rows):
    result = reported(rows, options=Options(ci=0, coefficient="kappa")).results[0]
    if not has_two_annotators(rows) or not pairable(rows):
        assert result.value is None
        return
    expected = naive_kappa(rows)
    assert result.value == (None if expected is None else pytest.approx(expected, abs=1e-12))


@pytest.mark.parametrize("n_annotators", [3, 40, 300])
def test_every_way_of_counting_patterns_gives_the_same(reported, n_annotators):
    # Few annotators are counted in a table, more by sorting codes, many by sorting rows.
    random = np.random.default_rng(n_annotators)
    rows = [
        (f"annotator {annotator}", unit, int(random.integers(0, 2 if n_annotators < 100 else 30)))
        for unit in range(20)
        for annotator in random.choice(n_annotators, 3, replace=False)
    ]
    value = reported(rows).results[0].value
    assert value == pytest.approx(naive_alpha(rows, naive_nominal), abs=1e-12)
