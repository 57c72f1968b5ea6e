"""What must hold for kappas, pi, Fleiss, Conger, Light, AC and S on every table."""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement import Options, render
from annotator.agreement.analytic import t_quantile

ORDER = ["0", "1", "2", "3"]
MANY = ["percent", "fleiss", "conger", "light", "ac1", "ac2", "bp"]
ALL = [*MANY, "kappa", "weighted-kappa", "pi"]

cells = st.dictionaries(
    st.tuples(st.integers(0, 9), st.sampled_from("abcd")),
    st.integers(0, 3),
    min_size=1,
    max_size=40,
)
of_two = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=20)


def rows_of(table):
    return [(annotator, f"u{unit}", value) for (unit, annotator), value in table.items()]


def rows_of_two(pairs):
    return [(who, f"u{unit}", value) for unit, pair in enumerate(pairs)
            for who, value in zip("ab", pair, strict=True)]  # fmt: skip


def result(reported, rows, coefficient, *, distance=None, order=None, ci=0):
    options = Options(ci=ci, coefficient=coefficient, distance=distance)
    return reported(rows, options=options, order=order or ORDER).results[0]


def value(reported, rows, coefficient, **options):
    return result(reported, rows, coefficient, **options).value


def figures(one):
    return one.value, one.observed, one.expected, one.se, one.interval, one.per_pair, one.reason


def near(expected):
    return None if expected is None else pytest.approx(expected, abs=1e-12)


@settings(deadline=None, max_examples=60)
@given(table=cells, coefficient=st.sampled_from(MANY), seed=st.integers(0, 99))
def test_order_of_rows_changes_nothing_to_the_last_bit(reported, table, coefficient, seed):
    rows = rows_of(table)
    shuffled = [rows[place] for place in np.random.default_rng(seed).permutation(len(rows))]
    one, other = (
        result(reported, each, coefficient, distance="linear", ci=20) for each in (rows, shuffled)
    )
    assert figures(one) == figures(other)


@settings(deadline=None, max_examples=60)
@given(table=cells, coefficient=st.sampled_from(MANY), names=st.permutations("abcd"))
def test_names_of_annotators_and_units_change_nothing(reported, table, coefficient, names):
    renamed = [
        (dict(zip("abcd", names, strict=True))[annotator], f"other {9 - unit}", value)
        for (unit, annotator), value in table.items()
    ]
    plain = value(reported, rows_of(table), coefficient, distance="linear")
    assert plain == near(value(reported, renamed, coefficient, distance="linear"))


@settings(deadline=None, max_examples=40)
@given(values=st.lists(st.integers(0, 3), min_size=1, max_size=8),
       coefficient=st.sampled_from(MANY))  # fmt: skip
def test_identical_annotators_agree_fully_or_do_not_vary(reported, values, coefficient):
    rows = [(name, unit, value) for unit, value in enumerate(values) for name in "abc"]
    one = result(reported, rows, coefficient)
    corrects_by_answers = coefficient in ("fleiss", "conger", "light")
    if corrects_by_answers and len(set(values)) == 1:
        assert (one.value, one.reason) == (None, "no_variation")
    else:
        assert (one.value, one.reason) == (1.0, None)


@settings(deadline=None, max_examples=60)
@given(table=cells, coefficient=st.sampled_from(MANY))
def test_no_coefficient_is_above_one(reported, table, coefficient):
    found = value(reported, rows_of(table), coefficient, distance="quadratic")
    assert found is None or (math.isfinite(found) and found <= 1)


@settings(deadline=None, max_examples=60)
@given(table=cells, coefficient=st.sampled_from(MANY), copies=st.integers(2, 4))
def test_copies_of_the_units_change_nothing(reported, table, coefficient, copies):
    rows = rows_of(table)
    many = [(who, f"{unit}/{copy}", value) for copy in range(copies) for who, unit, value in rows]
    assert value(reported, rows, coefficient) == near(value(reported, many, coefficient))


@settings(deadline=None, max_examples=60)
@given(table=cells)
def test_unused_code_changes_only_what_counts_the_codes(reported, table):
    rows = rows_of(table)
    more = [*ORDER, "4"]
    for coefficient in ("fleiss", "conger", "light", "percent"):
        plain = value(reported, rows, coefficient)
        assert plain == near(value(reported, rows, coefficient, order=more))
    for coefficient, by_chance in (("bp", lambda q: 1 - 1 / q), ("ac1", None)):
        one = result(reported, rows, coefficient)
        other = result(reported, rows, coefficient, order=more)
        assert (one.n_categories, other.n_categories) == (4, 5)
        if one.value is None:
            assert other.value is None
            continue
        assert one.observed == near(other.observed)
        if by_chance:
            assert 1 - other.expected == pytest.approx(by_chance(5), abs=1e-12)
        else:
            assert other.expected == pytest.approx(one.expected * 3 / 4, abs=1e-12)


@settings(deadline=None, max_examples=60)
@given(pairs=of_two, distance=st.sampled_from([None, "linear", "quadratic"]))
def test_for_two_annotators_the_families_meet(reported, pairs, distance):
    rows = rows_of_two(pairs)
    kappa = value(reported, rows, "weighted-kappa" if distance else "kappa", distance=distance)
    assert kappa == near(value(reported, rows, "conger", distance=distance))
    assert kappa == near(value(reported, rows, "light", distance=distance))
    if distance is None:
        assert value(reported, rows, "pi") == near(value(reported, rows, "fleiss"))


@settings(deadline=None, max_examples=40)
@given(table=cells)
def test_identity_weights_are_the_plain_coefficients(reported, table):
    rows = rows_of(table)
    plain = value(reported, rows, "ac1")
    assert value(reported, rows, "ac2", distance="nominal") == plain
    assert value(reported, rows, "ac2", distance="identity") == plain
    nominal = result(reported, rows, "fleiss", distance="nominal")
    assert nominal.value == result(reported, rows, "fleiss").value
    assert nominal.weights == "identity"


@settings(deadline=None, max_examples=40)
@given(pairs=of_two)
def test_two_codes_make_s_the_adjusted_kappa_of_prevalence_and_bias(reported, pairs):
    # PABAK: twice the observed agreement, less 1.
    rows = rows_of_two([(one % 2, other % 2) for one, other in pairs])
    one = result(reported, rows, "bp", order=["0", "1"])
    assert one.value == pytest.approx(2 * one.percent - 1, abs=1e-12)


@settings(deadline=None, max_examples=30)
@given(table=cells, values=st.permutations(range(4)))
def test_names_of_codes_do_not_matter_without_weights(reported, table, values):
    renamed = [(who, unit, values[value]) for who, unit, value in rows_of(table)]
    for coefficient in ("fleiss", "conger", "light", "ac1", "bp"):
        plain = value(reported, rows_of(table), coefficient)
        assert plain == near(value(reported, renamed, coefficient))


@settings(deadline=None, max_examples=25)
@given(table=cells)
def test_sets_of_one_code_are_as_the_code(reported, table):
    rows = rows_of(table)
    sets = [(who, unit, [str(code)]) for who, unit, code in rows]
    for coefficient in ("fleiss", "conger", "light"):
        plain = value(reported, rows, coefficient)
        found = reported(sets, options=Options(ci=0, coefficient=coefficient)).results[0]
        assert plain == near(found.value)


def test_sets_are_weighted_by_how_far_they_overlap(reported):
    rows = [("a", 1, ["x"]), ("b", 1, ["x", "y"]), ("a", 2, []), ("b", 2, []),
            ("a", 3, ["y"]), ("b", 3, ["x"])]  # fmt: skip
    report = reported(rows, options=Options(ci=0, coefficient="weighted-kappa", distance="jaccard"))
    one = report.results[0]
    # Distances 1/2, 0, 1 of three; by chance x, ∅, y against xy, ∅, x: 1/2 1 0, 1 0 1, 1/2 1 1.
    assert one.value == pytest.approx(1 - (1.5 / 3) / (6 / 9))
    assert (one.weights, one.distance) == ("jaccard", "jaccard")


def test_sets_of_declared_codes_could_be_any_of_their_subsets(reported, answers_of, layer_of):
    layer = layer_of("multiple", "x", "y", "z")
    rows = [("d", unit, who, None, None, "coded", codes)
            for unit, pair in enumerate([(["x"], ["x"]), (["y"], ["x", "y"])])
            for who, codes in zip("ab", pair, strict=True)]  # fmt: skip
    answers = answers_of(layer, rows)
    one = reported(None, answers, options=Options(ci=0, coefficient="bp")).results[0]
    assert one.n_categories == 8
    assert one.value == pytest.approx((0.5 - 1 / 8) / (1 - 1 / 8))


def test_subsets_of_very_many_codes_are_not_counted_out(reported, answers_of, layer_of):
    codes = [f"c{number}" for number in range(60)]
    rows = [("d", unit, who, None, None, "coded", [codes[unit % 2]])
            for unit in range(3) for who in "ab"]  # fmt: skip
    answers = answers_of(layer_of("multiple", *codes), rows)
    one = reported(None, answers, options=Options(ci=0, coefficient="ac1")).results[0]
    assert (one.value, one.n_categories) == (1.0, None)


# ------------------------------------------------------------------ Student's t

# Quantiles for .975, as scipy.stats.t.ppf gives them.
T_975 = {
    1: 12.706204736174694,
    2: 4.302652729749462,
    3: 3.1824463052837078,
    5: 2.5705818356363146,
    11: 2.200985160091638,
    30: 2.0422724563012378,
    99: 1.984216951586387,
    299: 1.9679296690656698,
    300: 1.9679030112610865,
    1000: 1.9623390808264074,
    1_000_000: 1.959966356814107,
}


@pytest.mark.parametrize("degrees", T_975)
def test_quantile_of_student_is_exact(degrees):
    assert t_quantile(0.975, degrees) == pytest.approx(T_975[degrees], rel=1e-11)
    assert t_quantile(0.025, degrees) == pytest.approx(-T_975[degrees], rel=1e-11)


@given(st.integers(1, 5000))
def test_quantile_of_student_falls_towards_the_normal(degrees):
    one, next_one = t_quantile(0.975, degrees), t_quantile(0.975, degrees + 1)
    assert one > next_one > NormalDist().inv_cdf(0.975)


# ------------------------------------------------------------------ intervals by formula


@settings(deadline=None, max_examples=40)
@given(table=cells, coefficient=st.sampled_from(ALL))
def test_interval_by_formula_holds_the_value_or_has_a_reason(reported, table, coefficient):
    options = Options(coefficient=coefficient, interval="analytic", ci=20)
    one = reported(rows_of(table), options=options, order=ORDER).results[0]
    if one.value is None:
        assert one.reason is not None
    elif one.interval is None:
        assert one.reason == "interval_undefined"
    elif one.interval.method == "analytic":
        assert one.interval.low <= one.value <= one.interval.high <= 1
        assert one.se >= 0
    else:
        assert coefficient in ("conger", "light", "kappa", "weighted-kappa", "pi")


def test_standard_error_by_formula_is_near_that_of_draws(reported):
    random = np.random.default_rng(3)
    truth = random.integers(0, 4, 400)
    rows = [(who, unit, int(truth[unit] if random.random() < 0.8 else random.integers(0, 4)))
            for unit in range(400) for who in "abc"]  # fmt: skip
    for coefficient in ("percent", "fleiss", "ac1", "ac2", "bp"):
        drawn = result(reported, rows, coefficient, distance="linear", ci=2000)
        plain = result(reported, rows, coefficient, distance="linear")
        assert plain.interval is None
        assert plain.se == pytest.approx(drawn.se, rel=0.08)


def test_all_coefficients_are_in_one_report(reported):
    rows = [("a", 1, 0), ("b", 1, 0), ("a", 2, 1), ("b", 2, 2), ("a", 3, 3), ("b", 3, 3)]
    report = reported(rows, options=Options(coefficient="all", distance="linear", ci=50),
                      order=ORDER)  # fmt: skip
    found = [one.coefficient for one in report.results]
    assert found == ["alpha", "alpha", "percent", "kappa", "weighted_kappa", "pi", "fleiss",
                     "conger", "light", "ac1", "ac2", "bp"]  # fmt: skip
    assert render(report, "json")


def test_weighted_doubles_of_plain_coefficients_are_left_out(reported):
    rows = [("a", 1, "x"), ("b", 1, "x"), ("a", 2, "y"), ("b", 2, "x")]
    found = [one.coefficient for one in reported(rows, options=Options(coefficient="all", ci=0))
             .results]  # fmt: skip
    assert "weighted_kappa" not in found
    assert "ac2" not in found


def test_ordinal_weights_are_those_that_answers_cannot_change(reported):
    rows = [("a", 1, 0), ("b", 1, 1), ("a", 2, 3), ("b", 2, 3)]
    one = result(reported, rows, "ac2")
    assert (one.weights, one.distance) == ("ordinal_gwet", "ordinal_gwet")


def test_light_counts_the_pairs_that_it_leaves_out(reported):
    rows = [*rows_of_two([(0, 0), (1, 1)]), ("c", "u0", 0)]
    one = result(reported, rows, "light")
    assert (one.value, one.n_pairs_undefined) == (1.0, 2)
