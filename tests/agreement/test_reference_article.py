"""One article of 43 paragraphs coded twice, with several frames a paragraph."""

from __future__ import annotations

import pytest

from annotator.agreement import Options

FIRST = {
    "economic": (5, 11, 12, 13, 14, 15, 18, 20, 24, 29, 36, 37, 43),
    "geopolitical": (2, 6, 7, 8, 9, 10, 11, 22, 24, 31, 32, 33, 34, 35, 36, 38, 39, 41, 42),
    "ideological": (7, 20, 21, 25, 26, 27, 28, 29, 30, 34, 35, 37, 38, 42, 43, 44),
    "environmental": (12, 16, 17),
    "other": (18, 19),
}
CHANGED = {
    18: ["economic"],
    20: ["economic"],
    21: ["economic"],
    24: ["geopolitical"],
    33: [],
    35: ["ideological"],
    36: ["geopolitical"],
    38: ["geopolitical", "other"],
    42: ["geopolitical"],
}
PARAGRAPHS = [number for number in range(1, 45) if number != 3]


@pytest.fixture
def coded_article(layer_of, answers_of):
    rows = []
    for paragraph in PARAGRAPHS:
        codes = [code for code, where in FIRST.items() if paragraph in where]
        for annotator, chosen in (("A", codes), ("B", CHANGED.get(paragraph, codes))):
            state = "coded" if chosen else "none"
            rows.append(("article", paragraph, annotator, None, None, state, chosen))
    return answers_of(layer_of("multiple", *FIRST), rows)


@pytest.fixture
def result(coded_article, reported):
    return reported(None, coded_article).results


@pytest.mark.parametrize(
    ("place", "distance", "value"),
    [(0, "masi", 0.798601), (1, "jaccard", 0.825820), (2, "nominal", 0.756447)],
)
def test_alpha_on_sets(result, place, distance, value):
    assert result[place].distance == distance
    assert result[place].value == pytest.approx(value, abs=5e-7)


def test_alpha_of_each_frame(result):
    values = {one.code: one.value for one in result[0].per_code}
    expected = {
        "geopolitical": 0.905556,
        "economic": 0.832787,
        "ideological": 0.790640,
        "environmental": 1,
        "other": 0.481707,
    }
    assert values == pytest.approx(expected, abs=5e-7)


def test_rare_frame_shows_counts_and_positive_agreement_beside_alpha(result):
    other = next(one for one in result[0].per_code if one.code == "other")
    assert other.n_positive == {"A": 2, "B": 2}
    assert other.positive == 0.5
    assert "rare_code" in {caution.slug for caution in result[0].warnings}


def test_34_of_43_sets_are_equal(result):
    percent = next(one for one in result if one.coefficient == "percent")
    assert percent.value == pytest.approx(34 / 43)
    assert (percent.n_units_used, percent.n_documents, percent.n_annotators) == (43, 1, 2)


def test_two_annotators_get_kappa_beside_alpha(result):
    assert [one.coefficient for one in result] == ["alpha"] * 3 + ["percent", "kappa"]


def test_one_document_leaves_the_interval_to_units(coded_article, reported):
    head = reported(None, coded_article, options=Options()).results[0]
    assert head.interval is not None
    assert head.interval.cluster == "unit"
    assert head.interval.low < head.value < head.interval.high
    assert "few_documents" in {caution.slug for caution in head.warnings}


def test_pair_confusion(result):
    found = {
        one.codes: (one.swapped, one.beside, [unit.paragraph for unit in one.units])
        for one in result[0].code_pairs
    }
    assert found == {
        ("economic", "geopolitical"): (0, 2, [24, 36]),
        ("economic", "ideological"): (1, 1, [20, 21]),
        ("geopolitical", "ideological"): (0, 2, [35, 42]),
        ("ideological", "other"): (1, 0, [38]),
        ("economic", "other"): (0, 1, [18]),
        ("geopolitical", "none"): (0, 1, [33]),
    }
    paragraphs = [number for _, _, units in found.values() for number in units]
    assert sorted(paragraphs) == sorted(CHANGED)


def test_pair_confusion_names_who_had_which_code(result):
    pairs = {one.codes: one for one in result[0].code_pairs}
    swapped = pairs["ideological", "other"]
    assert (swapped.first, swapped.second) == ({"A": 1}, {"B": 1})
    beside = pairs["economic", "geopolitical"]
    assert (beside.first, beside.second) == ({"A": 2}, {"A": 2, "B": 2})
    nothing = pairs["geopolitical", "none"]
    assert (nothing.first, nothing.second) == ({"A": 1}, {"B": 1})


def test_all_moved_units_are_listed_the_hardest_first(result):
    head = result[0]
    assert head.n_disagreements == len(CHANGED)
    assert [one.unit.paragraph for one in head.disagreements[:3]] == [21, 33, 38]
    assert sum(one.share for one in head.disagreements) == pytest.approx(1)
    given = head.disagreements[1].given
    assert [(one.state, one.codes, one.annotators) for one in given] == [
        ("coded", ("geopolitical",), ("A",)),
        ("none", (), ("B",)),
    ]
