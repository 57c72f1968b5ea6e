"""What counts as a rating of a stance: targets, holders, steps."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from annotator.agreement import Options, render
from annotator.errors import Unavailable
from tests.agreement.test_layers import PEOPLE, find, rows_on


@pytest.fixture(scope="session")
def stance(layer_of):
    return layer_of(
        "scale",
        "against",
        "neutral",
        "favour",
        "mixed",
        values=[-1, 0, 1, 0],
        aside=("mixed",),
        per_target=True,
        holder=True,
    )


def stances(*rows):
    """(paragraph, annotator, target, holder, answer) as rows."""
    made = []
    for paragraph, annotator, target, holder, answer in rows:
        state = answer.lower() if answer.isupper() else "coded"
        codes = () if answer.isupper() else (answer,)
        made.append(("d", paragraph, annotator, target, holder, state, codes))
    return made


def report_stances(reported, answers_of, stance, *rows, **options):
    targets = tuple(dict.fromkeys(row[2] for row in rows))
    answers = answers_of(stance, stances(*rows), targets=targets, holders=PEOPLE)
    return reported(None, answers, options=Options(ci=0, **options))


@pytest.mark.parametrize("later_first", [False, True])
def test_the_earlier_round_counts_whatever_the_order_of_rows(
    reported, answers_of, stance, later_first
):
    rows = stances(
        (0, "a", "law", "author", "favour"), (0, "b", "law", "author", "favour"),
        (1, "a", "law", "author", "against"), (1, "b", "law", "author", "against"),
        (0, "a", "law", "author", "against"), (0, "a", "law", "person:X", "neutral"),
    )  # fmt: skip
    rounds = [0, 0, 0, 0, 1, 1]
    if later_first:
        rows, rounds = rows[::-1], rounds[::-1]
    answers = dataclasses.replace(
        answers_of(stance, rows, targets=("law",), holders=PEOPLE),
        rounds=("main", "again"),
        round=np.array(rounds, np.int32),
    )
    report = reported(None, answers)
    assert [one.value for one in report.results if one.coefficient == "percent"][:3] == [1, 1, 1]
    assert find(report, step="position", target=None, coefficient="percent").n_units == 2


def test_addressed_takes_any_position_and_cannot_tell_against_none(reported, answers_of, stance):
    report = report_stances(
        reported, answers_of, stance,
        (0, "a", "law", "author", "favour"), (0, "b", "law", "person:X", "CANNOT_TELL"),
        (1, "a", "law", "author", "NONE"), (1, "b", "law", "author", "NONE"),
        (2, "a", "law", "author", "SKIPPED"), (2, "b", "law", "author", "against"),
    )  # fmt: skip
    result = find(report, step="addressed", target=None, coefficient="alpha")
    assert (result.value, result.n_units_used, result.n_single) == (1.0, 2, 1)
    assert (result.n_cannot_tell, result.n_skipped) == (0, 1)
    assert result.prevalence == (pytest.approx(3 / 5),)


def test_position_compares_only_positions_of_the_same_holder_type(reported, answers_of, stance):
    rows = (
        (0, "a", "law", "person:X", "favour"), (0, "b", "law", "person:Y", "favour"),
        (1, "a", "law", "author", "against"), (1, "b", "law", "author", "against"),
        (2, "a", "law", "author", "favour"), (2, "b", "law", "person:X", "against"),
        (3, "a", "law", "author", "favour"), (3, "b", "law", "author", "NONE"),
    )  # fmt: skip
    by_type = report_stances(reported, answers_of, stance, *rows)
    result = find(by_type, step="position", target=None, distance="ordinal_krippendorff")
    assert (result.value, result.n_units_used, result.n_single) == (1.0, 2, 3)
    by_name = report_stances(reported, answers_of, stance, *rows, holders="named")
    result = find(by_name, step="position", target=None, distance="ordinal_krippendorff")
    assert result.n_units_used == 1


def test_two_positions_for_one_holder_type_are_missing_and_counted(reported, answers_of, stance):
    report = report_stances(
        reported, answers_of, stance,
        (0, "a", "law", "person:X", "favour"), (0, "a", "law", "person:Y", "against"),
        (0, "b", "law", "person:X", "favour"),
        (1, "a", "law", "author", "against"), (1, "b", "law", "author", "against"),
    )  # fmt: skip
    result = find(report, step="position", target=None, distance="nominal", coefficient="alpha")
    assert (result.n_conflicting, result.n_units_used, result.n_single) == (1, 1, 1)
    whole = find(report, step=None, target=None, distance="scale")
    assert (whole.n_units_used, whole.n_single) == (1, 1)


def test_code_beside_the_scale_is_merged_kept_apart_and_left_out(reported, answers_of, stance):
    report = report_stances(
        reported, answers_of, stance,
        (0, "a", "law", "author", "mixed"), (0, "b", "law", "author", "neutral"),
        (1, "a", "law", "author", "against"), (1, "b", "law", "author", "against"),
        (2, "a", "law", "author", "favour"), (2, "b", "law", "author", "favour"),
    )  # fmt: skip
    merged = find(report, step="position", target=None, distance="ordinal_krippendorff")
    apart = find(report, step="position", target=None, distance="nominal", coefficient="alpha")
    without = find(report, step="position_without_aside", target=None)
    assert merged.value == 1.0
    assert apart.value < 1
    assert (without.value, without.n_units_used) == (1.0, 2)


def test_one_number_takes_an_unnamed_holder_as_none(reported, answers_of, stance):
    report = report_stances(
        reported, answers_of, stance,
        (0, "a", "law", "author", "favour"), (0, "b", "law", "person:X", "favour"),
        (1, "a", "law", "author", "NONE"), (1, "b", "law", "author", "NONE"),
        (2, "a", "law", "author", "against"), (2, "b", "law", "author", "neutral"),
    )  # fmt: skip
    result = find(report, step=None, target=None, distance="scale")
    # Units: 0/author favour–none, 0/person none–favour, 1 none–none, 2 against–neutral (¼).
    # Ratings: none 4, favour 2, against 1, neutral 1.
    observed = 2 * (1 + 1 + 0.25) / 8
    expected = 2 * (4 * 2 + 4 + 4 + 2 * 1 + 2 * 0.25 + 0.25) / 56
    assert result.value == pytest.approx(1 - observed / expected)
    assert result.n_units_used == 4


def test_who_could_not_tell_or_did_not_answer_is_missing_in_the_one_number(
    reported, answers_of, stance
):
    report = report_stances(
        reported, answers_of, stance,
        (0, "a", "law", "author", "favour"), (0, "b", "law", "author", "CANNOT_TELL"),
        (1, "a", "law", "author", "favour"), (1, "b", "firm", "author", "favour"),
        (2, "a", "law", "author", "NONE"), (2, "b", "law", "author", "favour"),
    )  # fmt: skip
    result = find(report, step=None, target=None, distance="scale")
    assert (result.n_units_used, result.n_single, result.n_cannot_tell) == (1, 3, 1)


def test_many_keys_are_searched_and_give_the_same(reported, answers_of, stance, monkeypatch):
    rows = (
        (0, "a", "law", "author", "favour"), (0, "b", "law", "person:X", "favour"),
        (1, "a", "law", "author", "NONE"), (1, "b", "law", "person:Y", "neutral"),
        (2, "a", "law", "author", "against"), (2, "b", "law", "author", "neutral"),
    )  # fmt: skip
    looked_up = report_stances(reported, answers_of, stance, *rows)
    monkeypatch.setattr("annotator.agreement.stances.LOOKUP_SIZE", 0)
    assert report_stances(reported, answers_of, stance, *rows) == looked_up


def test_scale_table_is_printed_with_its_distances(reported, answers_of, stance):
    report = report_stances(reported, answers_of, stance, (0, "a", "law", "author", "favour"),
                            (0, "b", "law", "author", "favour"))  # fmt: skip
    table = find(report, step=None, target=None, distance="scale").distance_table
    assert table.values == ("against", "neutral", "favour", "mixed", "none")
    assert table.counts[0] == (0.0, 0.25, 1.0, 0.25, 1.0)
    assert table.counts[4] == (1.0, 1.0, 1.0, 1.0, 0.0)


def test_each_target_stands_beside_the_pooled_figure(reported, answers_of, stance):
    report = report_stances(
        reported, answers_of, stance,
        *((number, who, "law", "author", ("favour", "against")[number % 2])
          for number in range(4) for who in "ab"),
        (0, "a", "firm", "author", "favour"), (0, "b", "firm", "author", "NONE"),
    )  # fmt: skip
    assert find(report, step="position", target="law", distance="nominal",
                coefficient="alpha").value == 1.0  # fmt: skip
    assert find(report, step="addressed", target="firm", coefficient="percent").value == 0
    assert find(report, step="addressed", target=None, coefficient="alpha").n_units == 5
    assert [one.target for one in report.results if one.step is None][:1] == [None]


def test_one_target_can_be_asked_for(reported, answers_of, stance):
    rows = (
        (0, "a", "law", "author", "favour"), (0, "b", "law", "author", "favour"),
        (0, "a", "firm", "author", "against"), (0, "b", "firm", "author", "favour"),
    )  # fmt: skip
    report = report_stances(reported, answers_of, stance, *rows, target="firm")
    assert {one.target for one in report.results} == {"firm"}
    with pytest.raises(Unavailable, match="choose one of firm, law"):
        report_stances(reported, answers_of, stance, *rows, target="moon")


def test_offered_target_has_counts_and_no_coefficient_of_addressing(reported, answers_of, stance):
    report = report_stances(
        reported, answers_of, stance,
        (0, "a", "offered", "author", "favour"), (0, "b", "offered", "author", "favour"),
        (1, "a", "offered", "author", "favour"),
        (1, "a", "law", "author", "NONE"), (1, "b", "law", "author", "favour"),
    )  # fmt: skip
    offered = find(report, step="addressed", target="offered")
    assert (offered.value, offered.reason) == (None, "not_comparable")
    assert (offered.n_units, offered.n_single, offered.n_units_used) == (2, 1, 1)
    assert "by one annotator in 1, by several in 1" in offered.words
    assert find(report, step="addressed", target=None, coefficient="percent").n_units == 1


def test_interval_measure_uses_the_values(reported, answers_of, layer_of):
    layer = layer_of("scale", "low", "mid", "high", values=[0, 1, 10], measure="interval")
    answers = answers_of(layer, rows_on(("low", "mid"), ("high", "high"), ("low", "low")))
    report = reported(None, answers)
    position = find(report, step="position", distance="interval")
    assert position.observed == pytest.approx(1 - 2 * 0.01 / 6)
    assert find(report, step=None, distance="scale").distance_table.counts[0][1] == pytest.approx(
        0.01
    )


@pytest.mark.parametrize("distance", ["interval", "linear", "ordinal_gwet"])
def test_distance_along_the_scale_puts_position_first(reported, answers_of, stance, distance):
    report = report_stances(reported, answers_of, stance, (0, "a", "law", "author", "favour"),
                            (0, "b", "law", "author", "against"), distance=distance)  # fmt: skip
    assert (report.results[0].step, report.results[0].distance) == ("position", distance)


@pytest.mark.parametrize("distance", ["nominal", "scale", "masi"])
def test_distance_with_none_puts_the_one_number_first(reported, answers_of, stance, distance):
    report = report_stances(reported, answers_of, stance, (0, "a", "law", "author", "favour"),
                            (0, "b", "law", "author", "NONE"), distance=distance)  # fmt: skip
    assert (report.results[0].step, report.results[0].distance) == (None, distance)


def test_layer_without_answers_has_a_reason(reported, answers_of, stance, layer_of):
    others = (layer_of("multiple", "x", "y", "z"), layer_of("single", "x", "y"))
    layers = [answers_of(layer, []) for layer in (stance, *others)]
    assert {one.reason for one in reported(None, *layers).results} == {"no_units"}


def test_table_shows_targets_in_short_and_the_pooled_layer_in_full(reported, answers_of, stance):
    report = report_stances(
        reported, answers_of, stance,
        *((number, who, target, "author", ("favour", "against")[number % 2])
          for number in range(4) for who in "ab" for target in ("law", "firm")),
    )  # fmt: skip
    text = render(report, "table")
    assert "Codebook study 1.0.0" in text
    assert "Rounds: main" in text
    pooled, by_target = text.index("By code"), text.index("Target by target")
    assert pooled < by_target
    assert "By code" not in text[by_target:]
    assert "law" in text[by_target:]
