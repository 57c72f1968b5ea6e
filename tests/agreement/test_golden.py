"""Published and definitional values: one small table each, read as a table would be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.agreement import Options

CASES = json.loads(Path(__file__).with_name("golden.json").read_text(encoding="utf-8"))


def _options(case):
    coefficient = {
        "krippendorff_alpha": "alpha",
        "cohen_kappa": "kappa",
        "percent_agreement": "percent",
        "specific_agreement": "alpha",
    }[case["metric"]]
    table = case.get("distance_table")
    return Options(
        coefficient=coefficient,
        distance=case.get("distance"),
        ci=0,
        table=(table["labels"], table["matrix"]) if table else None,
    )


def _order(case):
    return [str(one) for one in case["categories"]] if "categories" in case else None


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_golden_value_comes_out(case, reported):
    first = reported(case["data"], options=_options(case), order=_order(case)).results[0]

    if case["metric"] == "specific_agreement":
        by_code = {one.code: one.positive for one in first.per_code}
        value = by_code[str(case["category"])]
    else:
        value = first.value

    assert first.reason == case.get("reason")
    if case["expected"] is None:
        assert value is None
    else:
        assert value == pytest.approx(case["expected"], abs=case["tolerance"])


def test_all_metrics_of_this_version_have_golden_values():
    assert {case["metric"] for case in CASES} == {
        "krippendorff_alpha",
        "cohen_kappa",
        "percent_agreement",
        "specific_agreement",
    }
