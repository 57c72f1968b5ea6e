"""The forms of a report say the same; words explain in two languages."""

from __future__ import annotations

import csv
import io
import json

import msgspec
import pytest

from annotator.agreement import Options, Report, render
from annotator.agreement.numerals import percentage, three_digits
from annotator.errors import Unavailable

PAIRS = ["xx", "xy", "yy", "zz", "xx", "yz"] * 20
ROWS = [(who, unit, value) for unit, pair in enumerate(PAIRS)
        for who, value in zip("ab", pair, strict=True)]  # fmt: skip


@pytest.fixture
def report(reported):
    return reported(ROWS, options=Options(ci=100))


def test_csv_and_json_hold_the_same_numbers(report):
    table = list(csv.DictReader(io.StringIO(render(report, "csv"))))
    results = [
        one
        for result in json.loads(render(report, "json"))["results"]
        for one in (result, *result["per_code"])
    ]
    assert len(table) == len(results) == 6
    for row, one in zip(table, results, strict=True):
        assert float(row["value"]) == one["value"]
        assert float(row["ci_low"]) == one["interval"]["low"]
        assert row["code"] == (one["code"] or "")
        assert int(row["n_units_used"]) == one["n_units_used"] == 120


def test_table_shows_the_value_with_three_digits(report):
    head = report.results[0]
    text = render(report, "table")
    first = next(line for line in text.splitlines() if "alpha" in line and "nominal" in line)
    assert three_digits(head.value) in first.split()
    assert f"{three_digits(head.interval.low)} to {three_digits(head.interval.high)}" in text
    assert head.words in text
    assert text.startswith("Agreement in a test\n")


def test_json_names_its_format_and_has_every_field(report):
    made = json.loads(render(report, "json"))
    assert (made["format"], made["program"], made["made_at"]) == (
        1,
        "annotator 0",
        "2026-03-02T09:14:07Z",
    )
    assert {"words", "reference", "without", "coincidences", "weights"} <= set(made["results"][0])


def test_json_reads_back_as_the_same_report(report):
    assert msgspec.json.decode(render(report, "json"), type=Report) == report


def test_undefined_is_empty_in_csv_and_null_in_json(reported):
    report = reported([("a", 1, "x"), ("b", 1, "x")])
    row = next(csv.DictReader(io.StringIO(render(report, "csv"))))
    assert (row["value"], row["reason"]) == ("", "no_variation")
    assert json.loads(render(report, "json"))["results"][0]["value"] is None
    assert "no_variation" in render(report, "table")


def test_formats_that_are_not_here_are_refused(report):
    with pytest.raises(Unavailable, match="choose one of table, json, csv, md, latex, html"):
        render(report, "xml")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"coefficient": "alfa"}, "did you mean alpha"),
        ({"coefficient": "zzz"}, "choose one of alpha"),
        ({"distance": "massi"}, "did you mean masi"),
        ({"ci": -1}, "cannot be negative"),
        ({"distance": "interval"}, "numbers or stand in an order"),
        ({"distance": "table"}, "none was given"),
        ({"cluster": "document"}, "documents are not known"),
        ({"target": "law"}, "leave the target out"),
        ({"table": (["x", "y"], [[0, 1], [1, 0]])}, "no row for z"),
        ({"table": (["x", "y"], [[0, 1]])}, "not square"),
        ({"table": (["x", "y"], [[0, 1], [2, 0]])}, "not symmetric"),
        ({"table": (["x", "y"], [[0, -1], [-1, 0]])}, "no number from 0 up"),
    ],
)
def test_options_that_do_not_fit_are_said(reported, options, message):
    with pytest.raises(Unavailable, match=message):
        reported(ROWS, options=Options(**options))


def test_more_draws_than_there_is_room_for_are_refused(reported):
    with pytest.raises(Unavailable, match="More than 100000 draws"):
        reported(ROWS, options=Options(ci=10**11))


def test_ratio_refuses_negative_numbers(reported):
    rows = [("a", 1, -1), ("b", 1, 2)]
    with pytest.raises(Unavailable, match="-1 is negative"):
        reported(rows, options=Options(distance="ratio"))


def test_too_many_values_for_a_matrix_are_said(reported):
    rows = [(who, unit, unit) for unit in range(2001) for who in "ab"]
    with pytest.raises(Unavailable, match="2001 different values"):
        reported(rows, options=Options(distance="interval"))


def test_nominal_takes_any_number_of_values(reported):
    head = reported([(who, unit, unit) for unit in range(2001) for who in "ab"]).results[0]
    assert (head.value, head.per_code, head.coincidences) == (1.0, (), None)


def test_pairs_stand_below_the_codes_where_there_are_three_annotators(reported):
    rows = [*ROWS, *(("c", unit, value) for who, unit, value in ROWS if who == "a")]
    report = reported(rows)
    pairs = {pair.annotators: pair.alpha for pair in report.results[0].per_pair}
    assert pairs["a", "c"] == 1.0
    assert "a – c       1.000" in render(report, "table")


def test_a_pair_without_shared_units_has_a_reason(reported):
    report = reported([*ROWS, ("c", 0, "x"), ("d", 1, "x")])
    pair = next(p for p in report.results[0].per_pair if p.annotators == ("c", "d"))
    assert (pair.n_units, pair.alpha, pair.reason) == (0, None, "no_pairable_units")
    assert "c – d (0)" in " ".join(one.words for one in report.results[0].warnings)


def test_more_annotators_than_can_be_read_have_no_table_of_pairs(reported):
    rows = [(f"A{who:02d}", unit, (who + unit) % 2) for unit in range(3) for who in range(26)]
    assert reported(rows).results[0].per_pair == ()


def test_below_chance_is_said(reported):
    rows = [(who, unit, value) for unit in range(200)
            for who, value in zip("ab", ("xy", "yx")[unit % 2], strict=True)]  # fmt: skip
    head = reported(rows, options=Options(ci=100)).results[0]
    assert "below_chance" in {caution.slug for caution in head.warnings}
    assert "agreed less than chance" in head.words


def test_paradox_is_said(reported):
    rows = [(who, unit, "yes") for unit in range(200) for who in "ab"]
    rows += [("a", 200, "no"), ("b", 200, "yes")]
    head = reported(rows).results[0]
    assert head.value == pytest.approx(0, abs=0.01)
    assert "paradox" in {caution.slug for caution in head.warnings}
    assert "one disagreement weighs much" in head.words


def test_wide_interval_counts_as_few_units(reported):
    pairs = ["xx", "xx", "yy", "xy"] * 30
    rows = [("ab"[place], unit, pair[place]) for unit, pair in enumerate(pairs) for place in (0, 1)]
    head = reported(rows, options=Options(ci=200)).results[0]
    assert head.interval.high - head.interval.low > 0.2
    assert "few_units" in {caution.slug for caution in head.warnings}


def test_single_coded_units_are_counted_and_said(reported):
    head = reported([*ROWS, *(("a", 1000 + unit, "x") for unit in range(60))]).results[0]
    assert (head.n_units, head.n_units_used, head.n_single) == (180, 120, 60)
    assert "60 units were coded by one annotator only" in head.words
    assert "single_coded" in {caution.slug for caution in head.warnings}


@pytest.mark.parametrize(
    ("number", "text"),
    [(0.71, ".710"), (-1 / 3, "-.333"), (1.0, "1.000"), (0.0, ".000"), (-0.0001, ".000"),
     (-1.5, "-1.500"), (None, "–"), (0.9996, "1.000")],
)  # fmt: skip
def test_numbers_have_three_digits_and_no_leading_zero(number, text):
    assert three_digits(number) == text


@pytest.mark.parametrize(
    ("share", "text"), [(0.294, "29"), (0.047, "4.7"), (0.999, "99.9"), (1.0, "100"), (0, "0")]
)
def test_shares_have_a_decimal_near_the_ends(share, text):
    assert percentage(share) == text
