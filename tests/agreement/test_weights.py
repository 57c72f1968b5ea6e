"""Weights come from a distance; one that makes none where it is asked for is refused in words."""

from __future__ import annotations

import pytest

from annotator.agreement import Options
from annotator.agreement.options import WEIGHTED
from annotator.errors import Unavailable

SINGLE = [("a", "1", "x"), ("b", "1", "x"), ("a", "2", "y"), ("b", "2", "x")]
SETS = [("a", "1", ["x"]), ("b", "1", ["x", "y"]), ("a", "2", ["y"]), ("b", "2", [])]


@pytest.fixture(scope="module")
def stance(answers_of, layer_of):
    layer = layer_of("scale", "against", "neutral", "favour", values=[-1, 0, 1], holder=True,
                     per_target=True)  # fmt: skip
    said = [("against", "neutral"), ("favour", "favour"), (None, None), ("favour", None),
            ("neutral", "neutral")]  # fmt: skip
    rows = [
        ("d", paragraph, who, "t", "author", *(("coded", (one,)) if one else ("none", ())))
        for paragraph, pair in enumerate(said)
        for who, one in zip("ab", pair, strict=True)
    ]
    return answers_of(layer, rows, targets=("t",))


def weights_of(report, coefficient):
    """The distance and the weights of each step."""
    return {one.step: (one.distance, one.weights)
            for one in report.results if one.coefficient == coefficient}  # fmt: skip


@pytest.mark.parametrize("distance", ["masi", "jaccard"])
@pytest.mark.parametrize("coefficient", WEIGHTED)
def test_distances_of_sets_make_no_weights_for_single_codes(stance, reported, distance,
                                                            coefficient):  # fmt: skip
    options = Options(coefficient=coefficient, distance=distance, ci=0)
    for ask in (lambda: reported(SINGLE, options=options),
                lambda: reported(None, stance, options=options)):  # fmt: skip
        with pytest.raises(Unavailable, match="compares sets of codes") as refused:
            ask()
        assert coefficient in str(refused.value)


@pytest.mark.parametrize("distance", ["masi", "jaccard"])
def test_sets_take_them(reported, distance):
    options = Options(coefficient="ac2", distance=distance, ci=0)
    assert weights_of(reported(SETS, options=options), "ac2") == {None: (distance, distance)}


def test_all_gives_what_suits_and_refuses_nothing(reported):
    report = reported(SINGLE, options=Options(coefficient="all", distance="masi", ci=0))
    named = {one.coefficient: one.weights for one in report.results}
    assert named["fleiss"] == "identity"
    assert "ac2" not in named


def test_a_step_that_the_distance_does_not_suit_takes_its_own(stance, reported):
    options = Options(coefficient="ac2", distance="linear", ci=0)
    assert weights_of(reported(None, stance, options=options), "ac2") == {
        "position": ("linear", "linear"),
        None: ("scale", "scale"),
        "addressed": ("nominal", "identity"),
        "holder": ("jaccard", "jaccard"),
    }


def test_identity_weights_are_those_of_every_step(stance, reported):
    options = Options(coefficient="ac2", distance="identity", ci=0)
    given = weights_of(reported(None, stance, options=options), "ac2")
    assert set(given.values()) == {("nominal", "identity")}
    assert set(given) == {None, "addressed", "position", "holder"}


def test_weights_along_an_order_leave_none_out_and_say_so(answers_of, layer_of, reported):
    layer = layer_of("single", "low", "mid", "high", values=[1, 2, 3])
    said = [("low", "mid"), ("high", "high"), (None, None), ("mid", None)]
    rows = [
        ("d", paragraph, who, None, None, *(("coded", (one,)) if one else ("none", ())))
        for paragraph, pair in enumerate(said)
        for who, one in zip("ab", pair, strict=True)
    ]
    report = reported(
        None, answers_of(layer, rows), options=Options(coefficient="ac2", distance="linear", ci=0)
    )
    found = next(one for one in report.results if one.coefficient == "ac2")
    assert (found.step, found.weights, found.n_units_used) == ("position", "linear", 2)
    # P_o = (1/2 + 1) / 2; shares over three units: low 1/6, mid 1/2, high 1/3; T = 5, q = 3.
    by_chance = 5 / 6 * (1 / 6 * 5 / 6 + 1 / 2 * 1 / 2 + 1 / 3 * 2 / 3)
    assert found.value == pytest.approx((0.75 - by_chance) / (1 - by_chance))
