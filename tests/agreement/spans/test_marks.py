"""The marks .667 and .800 belong to alpha: whatever else is computed has no chance to lie below."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from annotator.agreement import Options, render
from annotator.agreement.measures import measure

ALPHAS = {"alpha", "u", "u_binary", "cu", "ku", "alpha_u"}


@pytest.fixture(scope="module")
def clear(marked, reported):
    """A report of words that are marked nearly alike, with a few draws."""

    def run(coefficient, language="en"):
        rows: list[tuple[Any, ...]] = [
            (text, who, ("ab"[text % 2],), [(text % 5, text % 5 + 6 + late, "ab"[text % 2])])
            for text in range(12)
            for late, who in enumerate(("x", "y"))
        ]
        rows += [((f"d{n}", 20 + n), who, "none", []) for n in range(4) for who in ("x", "y")]
        options = Options(coefficient=coefficient, ci=40, language=language)
        return reported(None, marked(rows), options=options)

    return run


@pytest.mark.parametrize("coefficient", ["alpha", "all", "fleiss", "u", "alpha-u"])
def test_alphas_alone_have_probabilities(clear, coefficient):
    every = [one for result in clear(coefficient).results for one in (result, *result.per_code)]
    drawn = {one.coefficient for one in every if one.interval}
    assert drawn
    with_marks = {one.coefficient for one in every if one.p_below_667 is not None}
    assert with_marks == {one.coefficient for one in every if one.p_below_800 is not None}
    assert with_marks == drawn & ALPHAS


def test_rows_give_the_same(clear):
    rows = [*csv.DictReader(io.StringIO(render(clear("all"), "csv")))]
    drawn = {row["coefficient"] for row in rows if row["ci_low"]}
    marked = {row["coefficient"] for row in rows if row["p_below_667"]}
    assert {"percent", "kappa", "fleiss", "f1_exact"} <= drawn
    assert marked == drawn & ALPHAS
    assert marked == {row["coefficient"] for row in rows if row["p_below_800"]}


@pytest.mark.parametrize(("language", "words"), [("en", "probability that alpha"),
                                                 ("it", "probabilità che alfa")])  # fmt: skip
def test_words_say_it_where_it_is_known_and_nowhere_else(clear, language, words):
    results = [one for name in ("all", "u") for one in clear(name, language).results]
    said = {one.coefficient for one in results if words in one.words}
    assert said == {one.coefficient for one in results if one.p_below_667 is not None}
    assert {"alpha", "u", "u_binary"} <= said


def test_a_measure_of_one_category_has_none():
    rows = [(who, unit, (unit + who * (unit == 9)) % 2) for who in range(2) for unit in range(20)]
    one = measure("specific_agreement", rows, category=1, ci=50)
    assert one.interval is not None
    assert (one.p_below_667, one.p_below_800) == (None, None)
