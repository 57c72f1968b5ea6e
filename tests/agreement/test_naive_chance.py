"""The coefficients of chance against loops over ratings that anybody can check."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement import Options

ORDER = ["0", "1", "2", "3"]
Q = len(ORDER)
UNDEFINED = {"no_units", "one_annotator", "no_pairable_units", "no_variation"}

# ------------------------------------------------------------------ the loops


def identity(one, other):
    return Fraction(int(one == other))


def linear(one, other):
    return 1 - Fraction(abs(one - other), Q - 1)


def quadratic(one, other):
    return 1 - Fraction((one - other) ** 2, (Q - 1) ** 2)


def ordinal(one, other):
    steps = abs(one - other) + 1
    return 1 - Fraction(steps * (steps - 1), Q * (Q - 1))


WEIGHTS = {"identity": identity, "linear": linear, "quadratic": quadratic, "ordinal_gwet": ordinal}


def by_unit(rows):
    units: dict[str, dict[str, int]] = defaultdict(dict)
    for annotator, unit, value in rows:
        units[unit][annotator] = value
    return list(units.values())


def observed(units, weight):
    """The mean over units with two ratings of the weight of their pairs."""
    paired = [list(unit.values()) for unit in units if len(unit) > 1]
    means = []
    for values in paired:
        pairs = [(i, j) for i, j in product(range(len(values)), repeat=2) if i != j]
        total = sum(weight(values[i], values[j]) for i, j in pairs)
        means.append(Fraction(total, len(pairs)))
    return sum(means, Fraction(0)) / len(means) if means else None


def shares(units):
    """The mean over units with a rating of the share of each value."""
    total = dict.fromkeys(range(Q), Fraction(0))
    for unit in units:
        for value in unit.values():
            total[value] += Fraction(1, len(unit))
    return {value: part / len(units) for value, part in total.items()}


def corrected(agreement, chance):
    if agreement is None or chance is None or chance == 1:
        return None
    return float((agreement - chance) / (1 - chance))


def naive_fleiss(units, weight):
    p = shares(units)
    chance = sum(weight(c, k) * p[c] * p[k] for c, k in product(p, repeat=2))
    return corrected(observed(units, weight), chance)


def total_weight(weight):
    return sum(weight(c, k) for c, k in product(range(Q), repeat=2))


def naive_gwet(units, weight):
    spread = sum(part * (1 - part) for part in shares(units).values())
    chance = total_weight(weight) * spread / (Q * (Q - 1))
    return corrected(observed(units, weight), chance)


def naive_brennan_prediger(units, weight):
    return corrected(observed(units, weight), total_weight(weight) / Q**2)


def naive_conger(units, weight):
    """By the definition with the covariance of the annotators' shares."""
    names = sorted({name for unit in units for name in unit})
    rated = {name: [unit[name] for unit in units if name in unit] for name in names}
    part = {
        name: [Fraction(given.count(code), len(given)) for code in range(Q)]
        for name, given in rated.items()
    }
    n = len(names)
    mean = [sum(part[name][code] for name in names) / n for code in range(Q)]
    chance = Fraction(0)
    for c, k in product(range(Q), repeat=2):
        spread = sum((part[name][c] - mean[c]) * (part[name][k] - mean[k]) for name in names)
        chance += weight(c, k) * (mean[c] * mean[k] - spread / (n - 1) / n)
    return corrected(observed(units, weight), chance)


def naive_kappa(pairs, weight):
    n = len(pairs)
    if not n:
        return None
    agreement = sum((weight(one, other) for one, other in pairs), Fraction(0)) / n
    chance = sum((weight(one, other) for (one, _), (_, other) in product(pairs, repeat=2)),
                 Fraction(0)) / n**2  # fmt: skip
    return corrected(agreement, chance)


def shared(units, first, second):
    return [(unit[first], unit[second]) for unit in units if first in unit and second in unit]


def naive_light(units, weight):
    names = sorted({name for unit in units for name in unit})
    kappas = [naive_kappa(shared(units, *pair), weight) for pair in combinations(names, 2)]
    defined = [kappa for kappa in kappas if kappa is not None]
    return sum(defined) / len(defined) if defined else None


def naive_pi(pairs):
    n = len(pairs)
    both = [value for pair in pairs for value in pair]
    chance = sum(Fraction(both.count(code), 2 * n) ** 2 for code in range(Q))
    return corrected(Fraction(sum(one == other for one, other in pairs), n), chance)


# ------------------------------------------------------------------ tables to compare them on


@st.composite
def tables(draw, most_annotators=5):
    """Rows (annotator, unit, value) with missing ratings and units of one rating."""
    annotators = draw(st.integers(2, most_annotators))
    cells = st.one_of(st.none(), st.integers(0, Q - 1), st.integers(0, Q - 1))
    return [
        (f"annotator {annotator}", f"unit {unit}", value)
        for unit in range(draw(st.integers(1, 9)))
        for annotator in range(annotators)
        if (value := draw(cells)) is not None
    ]


def result(reported, rows, coefficient, weights):
    options = Options(ci=0, coefficient=coefficient, distance=weights)
    return reported(rows, options=options, order=ORDER).results[0]


def assert_equal(one, expected):
    assert one.value == (None if expected is None else pytest.approx(expected, abs=1e-12))
    assert (one.reason is None) == (expected is not None)
    assert one.reason is None or one.reason in UNDEFINED


def is_comparable(rows):
    units = by_unit(rows)
    return len({row[0] for row in rows}) > 1 and any(len(unit) > 1 for unit in units)


@pytest.mark.parametrize("weights", WEIGHTS)
@pytest.mark.parametrize(
    ("coefficient", "naive"),
    [
        ("fleiss", naive_fleiss),
        ("ac2", naive_gwet),
        ("bp", naive_brennan_prediger),
        ("conger", naive_conger),
        ("light", naive_light),
    ],
)
@settings(max_examples=25, deadline=None)
@given(rows=tables())
def test_coefficient_of_many_equals_the_loop(reported, rows, coefficient, naive, weights):
    one = result(reported, rows, coefficient, weights)
    expected = naive(by_unit(rows), WEIGHTS[weights]) if is_comparable(rows) else None
    assert_equal(one, expected)


@settings(max_examples=40, deadline=None)
@given(rows=tables())
def test_ac1_equals_the_loop_also_beside_alpha(reported, rows):
    expected = naive_gwet(by_unit(rows), identity) if is_comparable(rows) else None
    assert_equal(result(reported, rows, "ac1", None), expected)
    beside = result(reported, rows, "alpha", "nominal").ac1
    assert beside == (None if expected is None else pytest.approx(expected, abs=1e-12))


@settings(max_examples=40, deadline=None)
@given(rows=tables())
def test_ac1_of_each_code_equals_the_loop(reported, rows):
    units = by_unit(rows)
    for one in result(reported, rows, "alpha", "nominal").per_code:
        answered = [{who: value == int(one.code) for who, value in unit.items()} for unit in units]
        agreement = observed(answered, identity)
        if not is_comparable(rows):
            assert one.ac1 is None
            continue
        share = sum(Fraction(sum(unit.values()), len(unit)) for unit in answered) / len(units)
        expected = corrected(agreement, 2 * share * (1 - share))
        assert one.ac1 == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("weights", WEIGHTS)
@settings(max_examples=25, deadline=None)
@given(rows=tables(most_annotators=2))
def test_coefficient_of_two_equals_the_loop(reported, rows, weights):
    pairs = shared(by_unit(rows), "annotator 0", "annotator 1")
    kappa = naive_kappa(pairs, WEIGHTS[weights])
    assert_equal(result(reported, rows, "weighted-kappa", weights), kappa)
    assert_equal(result(reported, rows, "kappa", None), naive_kappa(pairs, identity))
    assert_equal(result(reported, rows, "pi", None), naive_pi(pairs) if pairs else None)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(0, 2), min_size=3, max_size=3), min_size=1, max_size=8))
def test_fleiss_of_each_code_equals_the_loop(reported, values):
    rows = [(f"a{who}", f"u{unit}", value) for unit, given in enumerate(values)
            for who, value in enumerate(given)]  # fmt: skip
    for one in result(reported, rows, "fleiss", None).per_code:
        counts = [given.count(int(one.code)) for given in values]
        share = Fraction(sum(counts), 3 * len(values))
        spread = len(values) * 3 * 2 * share * (1 - share)
        expected = 1 - sum(n * (3 - n) for n in counts) / spread if spread else None
        assert one.coefficient == "fleiss"
        assert one.value == (None if expected is None else pytest.approx(float(expected)))


@settings(max_examples=40, deadline=None)
@given(rows=tables())
def test_every_pair_equals_its_own_table(reported, rows):
    units = by_unit(rows)
    for pair in result(reported, rows, "alpha", "nominal").per_pair:
        values = shared(units, *pair.annotators)
        assert pair.n_units == len(values)
        expected = naive_kappa(values, identity)
        assert pair.kappa == (None if expected is None else pytest.approx(expected, abs=1e-12))
        if not values:
            assert (pair.alpha, pair.percent, pair.reason) == (None, None, "no_pairable_units")
            continue
        alone = [row for row in rows if row[0] in pair.annotators]
        both = [row for row in alone if sum(other[1] == row[1] for other in alone) == 2]
        alpha = result(reported, both, "alpha", "nominal")
        assert (pair.alpha, pair.reason) == (alpha.value, alpha.reason)
        assert pair.percent == pytest.approx(alpha.percent, abs=1e-12)


@pytest.mark.parametrize("coefficient", ["fleiss", "ac2", "conger", "light"])
@pytest.mark.parametrize("n_annotators", [12, 60])
def test_many_annotators_are_counted_in_other_ways(reported, coefficient, n_annotators):
    random = np.random.default_rng(n_annotators)
    rows = [
        (f"annotator {who:02}", unit, int(random.integers(0, Q)))
        for unit in range(30)
        for who in random.choice(n_annotators, int(random.integers(1, 12)), replace=False)
    ]
    naive = {"fleiss": naive_fleiss, "ac2": naive_gwet, "conger": naive_conger,
             "light": naive_light}  # fmt: skip
    one = result(reported, rows, coefficient, "linear")
    expected = naive[coefficient](by_unit(rows), linear)
    assert one.value == pytest.approx(expected, abs=1e-12)


def test_shares_of_units_of_many_different_sizes_are_exact(reported):
    # Their common denominator is too large for whole numbers, so each size is summed apart.
    sizes = [*range(1, 54)]
    rows = [(f"annotator {who:02}", f"unit {size}", (who * size) % Q)
            for size in sizes for who in range(size)]  # fmt: skip
    expected = naive_fleiss(by_unit(rows), linear)
    assert result(reported, rows, "fleiss", "linear").value == pytest.approx(expected, abs=1e-12)
