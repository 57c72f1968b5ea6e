"""Published and definitional values: one small table each, read as a table would be.

The marked words among them are in test_golden_spans.py.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.agreement import Options

COEFFICIENTS = {
    "krippendorff_alpha": "alpha",
    "cohen_kappa": "kappa",
    "weighted_kappa": "weighted-kappa",
    "scott_pi": "pi",
    "fleiss_kappa": "fleiss",
    "fleiss_kappa_category": "fleiss",
    "conger_kappa": "conger",
    "light_kappa": "light",
    "gwet_ac1": "ac1",
    "gwet_ac2": "ac2",
    "brennan_prediger": "bp",
    "percent_agreement": "percent",
    "specific_agreement": "alpha",
}
OF_SPANS = {"u_alpha_2016", "u_binary_2016", "alpha_u", "alpha_u_category"}
ALL = json.loads(Path(__file__).with_name("golden.json").read_text(encoding="utf-8"))
CASES = [case for case in ALL if case["metric"] not in OF_SPANS]
WITH_FORMULA = {"gwet_ac1", "gwet_ac2", "brennan_prediger", "fleiss_kappa"}
WITH_ERROR = [case for case in CASES
              if "expected_se" in case and case["metric"] in WITH_FORMULA]  # fmt: skip


def options_for(case, **options):
    table = case.get("distance_table")
    return Options(
        coefficient=COEFFICIENTS[case["metric"]],
        distance=case.get("distance") or case.get("weights"),
        table=(table["labels"], table["matrix"]) if table else None,
        **options,
    )


def result_for(case, reported, **options):
    order = [str(one) for one in case["categories"]] if "categories" in case else None
    report = reported(case["data"], options=options_for(case, **options), order=order)
    return report.results[0]


def names(cases):
    return [case["id"] for case in cases]


@pytest.mark.parametrize("case", CASES, ids=names(CASES))
def test_golden_value_comes_out(case, reported):
    first = result_for(case, reported, ci=0)
    by_code = {one.code: one for one in first.per_code}

    value = first.value
    if case["metric"] == "specific_agreement":
        value = by_code[str(case["category"])].positive
    elif case["metric"] == "fleiss_kappa_category":
        assert by_code[str(case["category"])].coefficient == "fleiss"
        value = by_code[str(case["category"])].value

    assert first.reason == case.get("reason")
    if case["expected"] is None:
        assert value is None
    else:
        assert value == pytest.approx(case["expected"], abs=case["tolerance"])


@pytest.mark.parametrize("case", WITH_ERROR, ids=names(WITH_ERROR))
def test_standard_error_and_interval_by_formula_come_out(case, reported):
    assert result_for(case, reported, ci=0).se == pytest.approx(case["expected_se"], abs=1.1e-5)
    interval = result_for(case, reported, interval="analytic").interval
    assert interval is not None
    assert (interval.method, interval.draws) == ("analytic", 0)
    # They are printed with three digits.
    assert [interval.low, interval.high] == pytest.approx(case["expected_ci"], abs=6e-4)


def test_all_metrics_have_golden_values():
    assert {case["metric"] for case in ALL} == {*COEFFICIENTS, *OF_SPANS}
    assert len(ALL) == len({case["id"] for case in ALL}) == 116
