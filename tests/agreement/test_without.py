"""The figure without each annotator."""

from __future__ import annotations

import numpy as np
import pytest

from annotator.agreement import Options, sharing


def table(seed, *, n_units=60, annotators="abcd", values="xyz", missing=0.2):
    """Random ratings of which the last annotator guesses."""
    random = np.random.default_rng(seed)
    rows = []
    for unit in range(n_units):
        truth = random.choice(list(values))
        for annotator in annotators:
            if random.random() < missing:
                continue
            guesses = annotator == annotators[-1] or random.random() < 0.2
            value = random.choice(list(values)) if guesses else truth
            rows.append((annotator, f"u{unit:03}", str(value)))
    return rows


@pytest.mark.parametrize("seed", range(5))
def test_each_value_is_that_of_the_table_without_the_annotator(reported, seed):
    rows = table(seed)
    head = reported(rows).results[0]
    assert [one.group for one in head.without] == list("abcd")
    for one in head.without:
        alone = reported([row for row in rows if row[0] != one.group]).results[0]
        assert one.value == pytest.approx(alone.value, abs=1e-12)
        assert one.change == pytest.approx(alone.value - head.value, abs=1e-12)
        assert (one.n_units_used, one.n_ratings) == (
            alone.n_units_used,
            sum(count for count in unit_sizes(rows, one.group) if count > 1),
        )
        assert one.percent == pytest.approx(alone.percent)
        assert (one.observed, one.expected) == pytest.approx((alone.observed, alone.expected))
        assert (one.by, one.coefficient, one.distance) == ("annotator", "alpha", "nominal")


def unit_sizes(rows, left_out):
    units = [unit for annotator, unit, _ in rows if annotator != left_out]
    return [units.count(unit) for unit in set(units)]


@pytest.mark.parametrize("distance", ["ordinal", "interval"])
def test_distances_along_numbers_are_left_one_out_as_well(reported, distance):
    rows = table(3, values="1234")
    options = Options(ci=0, distance=distance)
    head = reported(rows, options=options).results[0]
    for one in head.without:
        alone = reported([row for row in rows if row[0] != one.group], options=options)
        assert one.value == pytest.approx(alone.results[0].value, abs=1e-12)


def test_who_guesses_shows_in_the_change_and_its_interval(reported):
    head = reported(table(1, n_units=200), options=Options(ci=300)).results[0]
    changes = {one.group: one for one in head.without}
    assert changes["d"].change > 0.05
    assert changes["d"].change_interval.low > 0
    assert changes["a"].change < 0
    for one in head.without:
        assert one.interval.low < one.value < one.interval.high
        assert one.change_interval.low < one.change < one.change_interval.high
        assert (one.interval.cluster, one.interval.draws) == ("unit", 300)


def test_change_is_surer_than_the_two_values(reported):
    head = reported(table(2, n_units=200), options=Options(ci=300)).results[0]
    for one in head.without[:3]:
        width = one.change_interval.high - one.change_interval.low
        assert width < one.interval.high - one.interval.low


def test_documents_are_redrawn_together(reported, answers_of, layer_of):
    random = np.random.default_rng(0)
    rows = [
        (f"d{number // 10}", number, who, None, None, "coded", (str(random.choice(["x", "y"])),))
        for number in range(80)
        for who in "abc"
    ]
    answers = answers_of(layer_of("single", "x", "y"), rows)
    head = reported(None, answers, options=Options(ci=100)).results[0]
    assert {one.interval.cluster for one in head.without} == {"document"}
    again = reported(None, answers, options=Options(ci=100)).results[0]
    assert again.without == head.without


@pytest.mark.parametrize(("annotators", "n"), [("ab", 0), ("abc", 3)])
def test_two_annotators_leave_nobody_out(reported, annotators, n):
    head = reported(table(0, annotators=annotators)).results[0]
    assert len(head.without) == n


def test_more_annotators_than_a_table_holds_are_not_listed(reported):
    names = [f"p{number:02}" for number in range(26)]
    rows = [(name, "u", "x" if number % 2 else "y") for number, name in enumerate(names)]
    assert reported(rows).results[0].without == ()
    assert len(reported(rows[1:]).results[0].without) == 25


def test_without_says_why_a_value_is_undefined(reported):
    rows = [("a", 1, "x"), ("b", 1, "y"), ("c", 2, "x"), ("b", 2, "x")]
    head = reported(rows, options=Options(ci=20)).results[0]
    found = {one.group: (one.value, one.reason, one.change) for one in head.without}
    assert found["b"] == (None, "no_pairable_units", None)
    assert found["a"] == (None, "no_variation", None)
    assert found["c"][1] == "interval_undefined" or found["c"][0] is not None


def test_who_shares_no_unit_is_not_left_out(reported):
    rows = [*table(0, annotators="abc"), ("alone", "elsewhere", "x")]
    assert [one.group for one in reported(rows).results[0].without] == list("abc")


def test_comparisons_that_cost_too_much_have_no_interval(reported, monkeypatch):
    monkeypatch.setattr(sharing, "MOST_DRAWN", 10)
    head = reported(table(0), options=Options(ci=100)).results[0]
    assert head.interval is not None
    assert {one.interval for one in head.without} == {None}
    assert {one.change_interval for one in head.without} == {None}
    assert None not in {one.change for one in head.without}
