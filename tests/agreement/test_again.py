"""The same annotator again; rounds and versions on their own answers."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from annotator.agreement import Options, again

DAY = 86_400


@pytest.fixture(scope="module")
def frames(layer_of):
    return layer_of("multiple", "x", "y", "z")


@pytest.fixture(scope="module")
def single(layer_of):
    return layer_of("single", "x", "y", "z")


@pytest.fixture(scope="module")
def twice(answers_of):
    """Answers (round, day, annotator, paragraph, code) with their rounds and times."""

    def build(layer, *rows, rounds=("main", "again"), **fields):
        made = [
            (f"d{paragraph % 2}", paragraph, who, None, None, *said(code))
            for _, _, who, paragraph, code in rows
        ]
        return dataclasses.replace(
            answers_of(layer, made),
            rounds=rounds,
            round=np.array([row[0] for row in rows], np.int32),
            changed_at=np.array([row[1] * DAY for row in rows], np.int64),
            **fields,
        )

    return build


def said(code):
    return (code.lower(), ()) if code.isupper() else ("coded", tuple(code.split("|")))


ROWS = (
    (0, 0, "a", 1, "x"), (1, 7, "a", 1, "x"),
    (0, 0, "a", 2, "y"), (1, 9, "a", 2, "x"),
    (0, 0, "b", 1, "x"), (1, 20, "b", 1, "x"),
    (0, 0, "b", 2, "y"), (1, 22, "b", 2, "y"),
    (0, 0, "b", 3, "z"), (0, 0, "a", 3, "z"),
)  # fmt: skip


def test_first_times_are_compared_with_second_times(reported, twice, single):
    head = reported(None, twice(single, *ROWS)).results[0]
    pooled, one, other = head.intra
    # Pairs xx, yx, xx, yy: the unit is (annotator, unit).
    assert pooled.value == pytest.approx(1 - (2 / 8) / (2 * 5 * 3 / 56))
    assert (pooled.group, pooled.n_units_used, pooled.n_annotators) == (None, 4, 2)
    assert (pooled.days_between, pooled.percent) == (14.5, 0.75)
    assert (one.group, one.n_units_used, one.days_between, one.percent) == ("a", 2, 8, 0.5)
    assert (other.group, other.value, other.days_between) == ("b", 1, 21)
    assert {part.by for part in head.intra} == {"annotator"}
    assert (one.n_annotators, other.n_annotators) == (1, 1)


def test_between_annotators_the_first_time_counts(reported, twice, single):
    head = reported(None, twice(single, *ROWS)).results[0]
    assert (head.value, head.n_units_used, head.n_ratings) == (1, 3, 6)


def test_pooled_has_every_distance_and_an_interval(reported, twice, frames):
    rows = [(time, time, who, paragraph, "x|y" if (paragraph + time) % 5 else "z")
            for time in (0, 1) for who in "ab" for paragraph in range(30)]  # fmt: skip
    head = reported(None, twice(frames, *rows), options=Options(ci=50)).results[0]
    assert [one.distance for one in head.intra] == ["masi", "jaccard", "nominal", "masi", "masi"]
    assert head.intra[0].interval.low <= head.intra[0].value <= head.intra[0].interval.high


def test_third_time_is_not_compared(reported, twice, single):
    rows = [(time, time, "a", paragraph, code)
            for time, codes in enumerate(("xxyy", "xyyy", "zzzz"))
            for paragraph, code in enumerate(codes)]  # fmt: skip
    answers = twice(single, *rows, rounds=("main", "again", "last"))
    assert reported(None, answers).results[0].intra[0].percent == 0.75


def test_only_the_earlier_two_of_three_rounds_whatever_the_order(reported, twice, single):
    rows = [(2, 2, "a", 0, "x"), (0, 0, "a", 0, "y"), (2, 2, "a", 1, "y"), (0, 0, "a", 1, "y")]
    answers = twice(single, *rows, rounds=("main", "between", "last"))
    pooled = reported(None, answers).results[0].intra[0]
    assert (pooled.percent, pooled.days_between) == (0.5, 2)


def test_a_second_time_without_an_answer_is_no_pair(reported, twice, single):
    rows = ((0, 0, "a", 1, "x"), (1, 1, "a", 1, "SKIPPED"))
    pooled = reported(None, twice(single, *rows)).results[0].intra[0]
    assert (pooled.value, pooled.reason, pooled.n_units_used) == (None, "no_pairable_units", 0)


@pytest.mark.parametrize("fields", [{"round": None}, {"rounds": ("main",)}])
def test_without_rounds_nobody_answered_again(reported, twice, single, fields):
    if fields.get("rounds"):
        fields = {**fields, "round": np.zeros(len(ROWS), np.int32)}
    answers = dataclasses.replace(twice(single, *ROWS), **fields)
    assert reported(None, answers).results[0].intra == ()


def test_no_unit_in_two_rounds_is_no_second_time(reported, twice, single):
    rows = ((0, 0, "a", 1, "x"), (1, 1, "a", 2, "x"), (0, 0, "b", 1, "x"))
    assert reported(None, twice(single, *rows)).results[0].intra == ()


def test_no_answers_at_all_are_no_second_time(reported, twice, single):
    assert reported(None, twice(single)).results[0].intra == ()


def test_times_that_are_not_known_are_not_said(reported, twice, single):
    answers = dataclasses.replace(twice(single, *ROWS), changed_at=None)
    assert reported(None, answers).results[0].intra[0].days_between is None


def test_of_many_annotators_all_are_pooled_and_none_is_listed(reported, twice, single, monkeypatch):
    monkeypatch.setattr(again, "MOST_ANNOTATORS", 1)
    assert [one.group for one in reported(None, twice(single, *ROWS)).results[0].intra] == [None]


def test_steps_of_a_stance_have_their_own_second_time(reported, answers_of, layer_of):
    stance = layer_of("scale", "against", "neutral", "favour", values=[-1, 0, 1],
                      per_target=True, holder=True)  # fmt: skip
    rows = [("d", 1, "a", target, "author", *said(code))
            for target, codes in (("law", ("favour", "against")), ("firm", ("NONE", "favour")))
            for code in codes]  # fmt: skip
    answers = dataclasses.replace(answers_of(stance, rows, targets=("law", "firm")),
                                  rounds=("main", "again"),
                                  round=np.array([0, 1, 0, 1], np.int32))  # fmt: skip
    report = reported(None, answers)
    used = {one.step: one.intra[0].n_units_used for one in report.results if one.intra}
    assert used == {None: 2, "addressed": 2, "position": 1, "holder": 1}
    only = reported(None, answers, options=Options(ci=0, target="firm"))
    assert {one.step: one.intra[0].n_units_used for one in only.results if one.intra} == {
        None: 1, "addressed": 1, "position": 0, "holder": 0,
    }  # fmt: skip


# ------------------------------------------------------------------ rounds and versions


def test_each_round_counts_its_own_answers(reported, twice, single):
    options = Options(ci=0, by="round")
    parts = reported(None, twice(single, *ROWS), options=options).results[0].over_time
    assert [(one.group, one.percent, one.n_units_used) for one in parts] == [
        ("main", 1, 3),
        ("again", 0.5, 2),
    ]
    assert parts[1].rates == {"a": {"x": 1, "y": 0, "z": 0, "none": 0},
                              "b": {"x": 0.5, "y": 0.5, "z": 0, "none": 0}}  # fmt: skip
    assert {one.by for one in parts} == {"round"}


def test_each_version_is_compared_with_all_others(reported, twice, single):
    rows = [(0, paragraph, who, paragraph,
             "xyz"[(paragraph + (who == "b") * (paragraph >= 60)) % 3])
            for paragraph in range(120) for who in "ab"]  # fmt: skip
    answers = twice(single, *rows, versions=("1.0.0", "1.1.0", "2.0.0"),
                    version=np.repeat([0, 2], 120).astype(np.int32))  # fmt: skip
    options = Options(ci=50, by="version")
    head = reported(None, answers, options=options).results[0]
    first, second = head.over_time
    assert (first.group, first.value, first.below_rest) == ("1.0.0", 1, False)
    assert (second.group, second.below_rest) == ("2.0.0", True)
    assert (second.rest.low, second.rest.high) == (1, 1)
    assert head.versions == {"1.0.0": 120, "2.0.0": 120}


def test_one_version_has_no_others(reported, twice, single):
    answers = twice(single, *ROWS, versions=("1.0.0", "1.1.0"),
                    version=np.zeros(len(ROWS), np.int32))  # fmt: skip
    head = reported(None, answers, options=Options(ci=20, by="version")).results[0]
    assert [one.rest for one in head.over_time] == [None]
    assert head.versions == {}


def test_a_layer_without_answers_has_no_parts(reported, answers_of, single):
    report = reported(None, answers_of(single, []), options=Options(ci=0, by="round"))
    assert report.results[0].over_time == ()


def test_a_layer_without_answers_has_no_versions_either(reported, twice, single):
    answers = twice(single, versions=("1.0.0",), version=np.zeros(0, np.int32))
    report = reported(None, answers, options=Options(ci=0, by="version"))
    assert report.results[0].over_time == ()
