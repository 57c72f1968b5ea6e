"""Tables on which a coefficient is undefined, or nearly: a reason, never 0, 1 or NaN."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement import Options, render
from annotator.errors import AnnotatorError


def value_of(reported, rows, coefficient="alpha", **options):
    result = reported(rows, options=Options(coefficient=coefficient, **options)).results[0]
    return result.value, result.reason


def both(*pairs):
    return [(name, unit, value) for unit, pair in enumerate(pairs)
            for name, value in zip("ab", pair, strict=True)]  # fmt: skip


ALL_EQUAL = both(*[("x", "x")] * 6)
CONSTANT_BUT_DIFFERENT = both(*[("x", "y")] * 6)
PERFECT = both(*[("x", "x"), ("y", "y")] * 3)
NO_OVERLAP = [("a", "1", "x"), ("b", "2", "y")]
ONE_ANNOTATOR = [("a", "1", "x"), ("a", "2", "y")]


BY_ANSWERS = ["alpha", "kappa", "weighted-kappa", "pi", "fleiss", "conger", "light"]
BY_CODES = ["ac1", "ac2", "bp"]
ALL = [*BY_ANSWERS, *BY_CODES, "percent"]


@pytest.mark.parametrize("coefficient", BY_ANSWERS)
def test_equal_ratings_leave_chance_correction_undefined(reported, coefficient):
    assert value_of(reported, ALL_EQUAL, coefficient) == (None, "no_variation")


def test_equal_ratings_agree_fully_in_percent(reported):
    assert value_of(reported, ALL_EQUAL, "percent") == (1.0, None)


@pytest.mark.parametrize("coefficient", BY_CODES)
def test_equal_ratings_agree_fully_where_chance_rests_on_the_codes(reported, coefficient):
    options = Options(coefficient=coefficient, ci=50)
    result = reported(ALL_EQUAL, options=options, order=["x", "y"]).results[0]
    assert (result.value, result.reason, result.se) == (1.0, None, 0.0)
    # With a single code there is nothing to choose from.
    assert value_of(reported, ALL_EQUAL, coefficient) == (None, "no_variation")


def test_only_empty_sets_are_no_variation(reported):
    rows = [(annotator, unit, list[str]()) for annotator in "ab" for unit in range(5)]
    assert value_of(reported, rows) == (None, "no_variation")
    assert value_of(reported, rows, "percent") == (1.0, None)


def test_constant_annotators_who_differ_have_kappa_zero_and_alpha_below(reported):
    kappa, reason = value_of(reported, CONSTANT_BUT_DIFFERENT, "kappa", ci=0)
    alpha, _ = value_of(reported, CONSTANT_BUT_DIFFERENT, ci=0)
    assert (kappa, reason) == (0.0, None)
    assert alpha is not None
    assert alpha <= 0
    assert value_of(reported, CONSTANT_BUT_DIFFERENT, "percent", ci=0)[0] == 0.0


@pytest.mark.parametrize("coefficient", ALL)
@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([], "no_units"),
        (ONE_ANNOTATOR, "one_annotator"),
        (ONE_ANNOTATOR[:1], "one_annotator"),
        (NO_OVERLAP, "no_pairable_units"),
    ],
    ids=["no rows", "one annotator", "one rating", "no overlap"],
)
def test_nothing_to_compare_has_a_reason(reported, rows, reason, coefficient):
    assert value_of(reported, rows, coefficient) == (None, reason)


def test_question_that_none_of_many_answered_has_a_reason(reported, answers_of, layer_of):
    layer = layer_of("scale", "low", "mid", "high", values=[-1, 0, 1], per_target=True)
    rows = [("d", paragraph, who, "law", None, "none", ())
            for paragraph in range(2) for who in "abcdefghijklmnop"]  # fmt: skip
    report = reported(None, answers_of(layer, rows, targets=("law",)))
    found = {one.step: (one.n_annotators, one.reason) for one in report.results}
    assert found["position"] == (0, "no_units")
    assert found["addressed"] == (16, None)  # percent, the last: all agree
    nobody = [(*row[:5], "cannot_tell", ()) for row in rows]
    silent = reported(None, answers_of(layer, nobody, targets=("law",)))
    assert silent.results[0].reason == "no_units"


def test_constant_annotators_who_differ_are_below_or_at_chance(reported):
    found = {name: value_of(reported, CONSTANT_BUT_DIFFERENT, name, ci=0)[0] for name in ALL}
    assert found["kappa"] == found["conger"] == found["light"] == 0
    assert found["pi"] == found["fleiss"] == -1
    assert found["ac1"] == found["bp"] == -1
    assert found["percent"] == 0


@pytest.mark.parametrize("coefficient", ALL)
def test_unit_of_one_annotator_alone_counts_among_the_answers_of_the_families(
    reported, coefficient
):
    more = [*PERFECT, ("a", "alone", "x")]
    assert value_of(reported, more, coefficient, ci=0) == (1.0, None)
    unequal = [*PERFECT, ("a", "more", "x"), ("b", "more", "y")]
    plain = value_of(reported, unequal, coefficient, ci=0)[0]
    with_single = value_of(reported, [*unequal, ("c", "alone", "x")], coefficient, ci=0)[0]
    assert (with_single == pytest.approx(plain)) == (
        coefficient not in ("fleiss", "conger", "ac1", "ac2")
    )


@pytest.mark.parametrize("coefficient", ALL)
def test_perfect_agreement_on_two_values_is_exactly_one(reported, coefficient):
    result = reported(PERFECT, options=Options(coefficient=coefficient)).results[0]
    assert result.value == 1.0
    assert result.interval is not None
    assert (result.interval.low, result.interval.high) == (1.0, 1.0)


def test_perfect_agreement_is_said_in_words(reported):
    assert "no disagreement was observed" in reported(PERFECT).results[0].words


def test_kappa_of_three_annotators_points_elsewhere(reported):
    rows = [*PERFECT, *(("c", unit, value) for _, unit, value in PERFECT[::2])]
    report = reported(rows, options=Options(coefficient="kappa", ci=0))
    assert (report.results[0].value, report.results[0].reason) == (None, "needs_two_annotators")
    assert "table of pairs" in report.results[0].words
    assert [pair.kappa for pair in report.results[0].per_pair] == [1.0] * 3


def test_kappa_of_two_who_overlap_and_one_who_does_not_is_defined(reported):
    rows = [*PERFECT, ("c", "elsewhere", "x")]
    result = reported(rows, options=Options(coefficient="kappa", ci=0)).results[0]
    assert result.value == 1.0
    assert result.not_overlapping == ("c",)


def test_annotator_without_shared_units_is_listed_and_not_counted(reported):
    result = reported([*PERFECT, ("c", "elsewhere", "x")]).results[0]
    assert result.n_annotators == 2
    assert result.not_overlapping == ("c",)
    assert "Sharing no unit with anybody: c." in result.words


def test_unused_code_has_no_alpha_but_percent_one(reported):
    rows = both(*[("x", "x"), ("y", "y")] * 3)
    head = reported(rows, order=["x", "y", "z"]).results[0]
    unused = next(one for one in head.per_code if one.code == "z")
    assert (unused.value, unused.reason, unused.percent) == (None, "no_variation", 1.0)
    assert "unused_code" in {caution.slug for caution in head.warnings}


def test_draws_without_the_code_are_counted_and_left_out(reported):
    rows = both(*[("x", "x")] * 60, *[("y", "y"), ("y", "x"), ("y", "y"), ("y", "y")])
    interval = reported(rows, options=Options(ci=1000)).results[0].interval
    assert interval is not None
    assert 0 < interval.undefined < 50


def test_too_many_undefined_draws_leave_the_value_without_an_interval(reported):
    rows = both(*[("x", "x")] * 20, ("y", "y"))
    result = reported(rows, options=Options(ci=1000)).results[0]
    assert (result.value, result.interval) == (1.0, None)
    assert result.reason == "interval_undefined"
    assert "No interval is given" in result.words


def test_no_variation_is_not_called_unreliable(reported):
    words = reported(ALL_EQUAL).results[0].words
    assert "too little variation, not unreliability" in words


# ------------------------------------------------------------------ whatever is in the table

anything = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=3),
)


def assert_finite(value):
    if isinstance(value, dict):
        for one in value.values():
            assert_finite(one)
    elif isinstance(value, list):
        for one in value:
            assert_finite(one)
    elif isinstance(value, float):
        assert math.isfinite(value)


@pytest.mark.parametrize("kind", ["bootstrap", "analytic"])
@pytest.mark.parametrize(
    "distance", [None, "ordinal", "ordinal_gwet", "interval", "linear", "ratio", "masi", "jaccard"]
)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_any_table_gives_values_or_reasons(reported, distance, kind, data):
    lists = st.lists(anything.filter(lambda one: one is not None), max_size=3)
    values = data.draw(st.sampled_from([anything, lists, st.one_of(anything, lists)]))
    cells = data.draw(
        st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 6), values), max_size=25)
    )
    rows = [(*place, value) for place, value in {cell[:2]: cell[2] for cell in cells}.items()]
    try:
        report = reported(
            rows, options=Options(distance=distance, ci=20, coefficient="all", interval=kind)
        )
    except AnnotatorError:
        return  # said in words; test_table.py and test_rendering.py read them
    for result in json.loads(render(report, "json"))["results"]:
        assert_finite(result)
        assert (result["value"] is None) <= (result["reason"] is not None)
        assert result["value"] is None or result["value"] <= 1
    assert render(report, "table")
