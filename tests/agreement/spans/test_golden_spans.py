"""Published and computed values of the alphas for unitizing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.agreement import Options

CASES = json.loads(Path(__file__).with_name("golden_spans.json").read_text(encoding="utf-8"))
NAMES = {
    "u_alpha_2016": ("u", "u"),
    "u_binary_2016": ("u", "u_binary"),
    "alpha_u": ("alpha-u", "alpha_u"),
    "alpha_u_category": ("alpha-u", "alpha_u"),
}


def _rows(case):
    by_annotator: dict[str, list[tuple[int, int, str]]] = {}
    for annotator, code, start, end in case["spans"]:
        spans = by_annotator.setdefault(annotator, [])
        spans.append((start - case["begin"], end - case["begin"], code))
    return [
        (0, annotator, tuple(sorted({code for *_, code in spans})), spans)
        for annotator, spans in by_annotator.items()
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_golden_value_of_spans_comes_out(case, agreed):
    codes = sorted({code for _, code, *_ in case["spans"]})
    wanted, coefficient = NAMES[case["metric"]]
    options = Options(coefficient=wanted, ci=0)
    found = agreed(_rows(case), codes=codes, length=case["length"], options=options)
    result = found["evidence", coefficient]
    if "category" in case:
        (result,) = (one for one in result.per_code if one.code == case["category"])

    value = {
        "alpha": result.value,
        "Do": None if result.observed is None else 1 - result.observed,
        "De": None if result.expected is None else 1 - result.expected,
    }[case.get("quantity", "alpha")]

    assert value == pytest.approx(case["expected"], abs=case["tolerance"])
