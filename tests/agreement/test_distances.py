"""Distance tables that are refused, and weights of questions that have no such distance."""

from __future__ import annotations

import numpy as np
import pytest

from annotator.agreement import Options
from annotator.agreement.distances import MOST_VALUES, between_numbers, from_table, ordinal_gwet
from annotator.errors import Unavailable

ROWS = [("a", 1, "x"), ("b", 1, "y"), ("a", 2, "y"), ("b", 2, "y")]


@pytest.mark.parametrize(
    ("matrix", "said"),
    [
        ([[0, 1]], "not square"),
        ([[0, -1], [-1, 0]], "no number from 0 up"),
        ([[0, float("nan")], [float("nan"), 0]], "no number from 0 up"),
        ([[0, 1], [2, 0]], "not symmetric"),
        ([[1, 1], [1, 0]], "zeros on its diagonal"),
    ],
)
def test_table_that_is_no_distance_is_refused(matrix, said):
    with pytest.raises(Unavailable, match=said):
        from_table(matrix)


def test_table_of_zeros_stays():
    matrix = from_table([[0, 0], [0, 0]]).matrix
    assert matrix is not None
    assert not matrix.any()


def test_table_without_a_value_is_refused(reported):
    options = Options(coefficient="weighted-kappa", table=(["x"], [[0]]), ci=0)
    with pytest.raises(Unavailable, match="no row for y"):
        reported(ROWS, options=options)


def test_table_that_is_not_given_is_refused(reported):
    with pytest.raises(Unavailable, match="none was given"):
        reported(ROWS, options=Options(distance="table", ci=0))


def test_ratio_of_negative_numbers_is_refused():
    with pytest.raises(Unavailable, match="-2 is negative"):
        between_numbers("ratio", np.array([-2.0, 1.0]))


def test_more_values_than_a_matrix_can_hold_are_refused():
    with pytest.raises(Unavailable, match="different values"):
        ordinal_gwet(MOST_VALUES + 1)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"coefficient": "kapa"}, "no coefficient kapa"),
        ({"coefficient": "zzz"}, "no coefficient zzz"),
        ({"distance": "masy"}, "no distance masy"),
        ({"ci": -1}, "cannot be negative"),
        ({"ci": 10**6}, "are not made"),
    ],
)
def test_what_is_not_known_is_refused(options, said):
    with pytest.raises(Unavailable, match=said):
        Options(**options).check()


def test_weights_of_a_scale_concern_its_steps_that_have_one(reported, answers_of, layer_of):
    layer = layer_of("scale", "against", "neutral", "favour", values=[-1, 0, 1], per_target=True)
    rows = [("d", unit, who, "law", None, "coded", [code])
            for unit, pair in enumerate([("against", "favour"), ("favour", "favour")])
            for who, code in zip("ab", pair, strict=True)]  # fmt: skip
    answers = answers_of(layer, rows, targets=("law",))
    report = reported(None, answers, options=Options(coefficient="ac2", distance="linear", ci=0))
    weights = {one.step: one.weights for one in report.results if one.target is None}
    assert weights["addressed"] == "identity"
    assert weights["position"] == "linear"
