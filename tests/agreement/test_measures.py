"""One measure of plain rows: published values, what a row may hold, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from annotator.agreement.measures import METRICS, measure, rows_of
from annotator.errors import AnnotatorError, TableError, Unavailable

CASES = json.loads(Path(__file__).with_name("golden.json").read_text(encoding="utf-8"))
NAN = float("nan")
# Krippendorff (2011), data C: four observers, twelve units.
FOUR = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, NAN, NAN, NAN],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NAN, 3],
    [NAN, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NAN],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NAN],
]


def crossed(table, codes):
    """Rows of two annotators out of a table of counts, the first one's codes down."""
    pairs = [
        (codes[down], codes[across])
        for down, line in enumerate(table)
        for across, count in enumerate(line)
        for _ in range(count)
    ]
    return rows_of(zip(*pairs, strict=True))


def told(case):
    """What a case says about its measure, as keywords."""
    named = {name: case[name] for name in ("weights", "categories", "category") if name in case}
    if "distance_table" in case:
        table = case["distance_table"]
        return {**named, "distance_table": (table["labels"], table["matrix"])}
    return {**named, **{key: case[key] for key in ("distance",) if key in case},
            **case.get("continuum", {})}  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_golden_value_comes_out_of_plain_rows(case):
    result = measure(case["metric"], case["data"], **told(case))

    value = {
        "alpha": result.value,
        "Do": None if result.observed is None else 1 - result.observed,
        "De": None if result.expected is None else 1 - result.expected,
    }[case.get("quantity", "alpha")]
    assert result.reason == case.get("reason")
    assert value == (
        None if case["expected"] is None
        else pytest.approx(case["expected"], abs=case["tolerance"])
    )  # fmt: skip


@pytest.mark.parametrize(
    ("distance", "published"),
    [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)],
)
def test_matrix_with_gaps_gives_published_alpha(distance, published):
    for matrix in (FOUR, np.array(FOUR), np.array(FOUR)[::-1]):
        result = measure("krippendorff_alpha", rows_of(matrix), distance=distance)
        assert result.value == pytest.approx(published, abs=5e-4)


@pytest.mark.parametrize(
    ("table", "published"),
    [
        # Feinstein and Cicchetti (1990).
        ([[40, 9], [6, 45]], 0.70),
        ([[80, 10], [5, 5]], 0.32),
        ([[45, 15], [25, 15]], 0.13),
        ([[25, 35], [5, 35]], 0.26),
    ],
)
def test_paradoxes_of_kappa_come_out(table, published):
    rows = crossed(table, ["yes", "no"])
    assert measure("cohen_kappa", rows).value == pytest.approx(published, abs=0.005)
    agreed = (table[0][0] + table[1][1]) / 100
    assert measure("brennan_prediger", rows).value == pytest.approx(2 * agreed - 1)


def test_weights_of_disagreement_may_be_a_table():
    # Cohen (1968).
    rows = crossed([[88, 10, 2], [14, 40, 6], [18, 10, 12]], "abc")
    table = (["a", "b", "c"], [[0, 1, 3], [1, 0, 6], [3, 6, 0]])
    result = measure("weighted_kappa", rows, distance_table=table)
    assert result.value == pytest.approx(0.348, abs=5e-4)
    with pytest.raises(Unavailable, match="no row for c"):
        measure("weighted_kappa", rows, distance_table=(["a", "b", "z"], table[1]))


def test_labels_of_a_table_may_be_numbers_and_sets():
    rows = [("a", 1, 1), ("b", 1, 2), ("a", 2, 2.0), ("b", 2, 2)]
    table = ([1, 2.0], [[0, 1], [1, 0]])
    nominal = measure("krippendorff_alpha", rows)
    assert measure("krippendorff_alpha", rows, distance_table=table).value == nominal.value
    sets = [("a", 1, [1]), ("b", 1, []), ("a", 2, [1]), ("b", 2, {1})]
    of_sets: list[object] = [{1}, []]
    nominal = measure("krippendorff_alpha", sets)
    result = measure("krippendorff_alpha", sets, distance_table=(of_sets, [[0, 2], [2, 0]]))
    assert result.value == nominal.value


def test_categories_that_nobody_used_count():
    rows = crossed([[3, 1], [0, 4]], "ab")
    result = measure("brennan_prediger", rows, categories=["a", "b", "c", "d"])
    assert result.value == pytest.approx((7 / 8 - 1 / 4) / (3 / 4))
    unused = measure("specific_agreement", rows, categories=["a", "b", "c"], category="c")
    assert (unused.value, unused.reason) == (None, "no_variation")


def test_sets_are_any_collection_and_numbers_of_one_value_are_one_code():
    same = [("a", 1, []), ("b", 1, set()), ("a", 2, {"x", "y"}), ("b", 2, ("y", "x"))]
    assert measure("krippendorff_alpha", same, distance="masi").value == 1
    mixed = [("a", 1, 1), ("b", 1, 1.0), ("a", 2, np.int64(2)), ("b", 2, 2.0), ("a", 3, None)]
    assert measure("krippendorff_alpha", mixed, categories=[1, 2]).value == 1
    truth = [("a", 1, 1), ("b", 1, True), ("a", 2, False), ("b", 2, False)]
    assert measure("percent_agreement", truth).value == 0.5


def test_one_category_is_measured_on_few_ratings():
    alone = [("a", 1, "x"), ("b", 2, "x")]
    assert measure("specific_agreement", alone, category="x").reason == "no_pairable_units"
    equal = [("a", 1, "x"), ("b", 1, "x")]
    assert measure("specific_agreement", equal, category="x").value == 1
    assert measure("fleiss_kappa_category", equal, category="x").reason == "no_variation"
    assert measure("specific_agreement", [], category="x").reason == "no_units"


def test_intervals_are_drawn_or_come_from_a_formula():
    rows = crossed([[40, 9], [6, 45]], "ab")
    by_formula = measure("gwet_ac1", rows, ci=10, interval="analytic").interval
    drawn = measure("specific_agreement", rows, category="a", ci=50, seed=1).interval
    assert by_formula is not None
    assert drawn is not None
    assert (by_formula.method, drawn.method, drawn.draws) == ("analytic", "bootstrap", 50)
    assert drawn.low < 80 / 95 < drawn.high


def test_spans_may_have_an_end_and_somebody_may_mark_nothing():
    by_length = [("a", 1, {"start": 12, "length": 4, "label": "x"}), ("b", 1, None)]
    by_end = [("a", 1, {"start": 12, "end": 16, "label": "x"}), ("b", 1, None)]
    for metric in ("u_alpha_2016", "u_binary_2016", "alpha_u", "f1_exact"):
        first = measure(metric, by_length, begin=10, length=20)
        assert first == measure(metric, by_end, begin=10, length=20)
        assert first.value is not None
    other = measure("u_binary_2016", by_end, begin=10, length=20, category="y")
    assert (other.value, other.reason) == (None, "no_variation")


@pytest.mark.parametrize(
    ("metric", "said"),
    [
        ("kappa", {}),
        ("specific_agreement", {}),
        ("alpha_u_category", {}),
        ("specific_agreement", {"category": "z"}),
        ("fleiss_kappa_category", {"category": "a"}),
        ("cohen_kappa", {"distance": "interval"}),
        ("gwet_ac1", {"weights": "linear"}),
        ("scott_pi", {"distance_table": (["a", "b"], [[0, 1], [1, 0]])}),
        ("krippendorff_alpha", {"weights": "linear"}),
        ("weighted_kappa", {"weights": "linear"}),
        ("gwet_ac2", {"weights": "ordinal", "categories": "ab"}),
    ],
)
def test_what_makes_no_sense_is_refused(metric, said):
    rows = [("A", 1, "a"), ("B", 1, "b"), ("C", 1, "b"), ("A", 2, "a"), ("B", 2, "a")]
    with pytest.raises(Unavailable):
        measure(metric, rows, **said)


def test_rows_that_contradict_each_other_are_refused_by_their_place():
    rows = [("A", 1, "a"), ("B", 1, "b"), ("A", 1, "b")]
    with pytest.raises(TableError, match="Lines 1 and 3"):
        measure("percent_agreement", rows)
    with pytest.raises(AnnotatorError, match="holds b"):
        measure("percent_agreement", rows[:2], categories=["a", "c"])


def test_every_measure_says_why_nothing_comes_out():
    for metric in METRICS:
        assert measure(metric, [], category="a").reason == "no_units"


def test_example_of_the_documentation_runs():
    page = Path(__file__).parents[2] / "docs" / "agreement.md"
    example = page.read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    lines = [line for line in example.splitlines() if line]
    names: dict[str, object] = {}
    made = "\n".join(line for line in lines if not line.startswith("measure("))
    exec(made, names)  # noqa: S102 - the page's own words
    calls = [line for line in lines if line.startswith("measure(")]
    assert len(calls) == 5
    values = [eval(call, names) for call in calls]  # noqa: S307 - the page's own words
    assert list(map(type, values)) == [float] * 5
