"""Step 3 of a stance: whose position it is; `cannot_tell` as an answer of the one number."""

from __future__ import annotations

import pytest

from annotator.agreement import Options, holders, render
from annotator.agreement.results import HolderCount

PEOPLE = ("author", "person:X", "person:Y", "firm")


@pytest.fixture(scope="module")
def stance(layer_of):
    return layer_of("scale", "against", "neutral", "favour", values=[-1, 0, 1],
                    per_target=True, holder=True)  # fmt: skip


@pytest.fixture
def report_on(reported, answers_of, stance):
    """A report on rows (paragraph, annotator, target, holder, code or STATE)."""

    def run(*rows, **options):
        made = [("d", paragraph, who, target, holder, answer.lower() if answer.isupper()
                 else "coded", () if answer.isupper() else (answer,))
                for paragraph, who, target, holder, answer in rows]  # fmt: skip
        targets = tuple(dict.fromkeys(row[2] for row in rows))
        answers = answers_of(stance, made, targets=targets, holders=PEOPLE)
        return reported(None, answers, options=Options(**{"ci": 0, **options}))

    return run


def step(report, name, target=None):
    return next(one for one in report.results if (one.step, one.target) == (name, target))


def test_sets_of_holder_types_are_compared_where_the_target_is_addressed(report_on):
    report = report_on(
        (0, "a", "law", "author", "favour"), (0, "a", "law", "person:X", "against"),
        (0, "b", "law", "author", "against"),
        (1, "a", "law", "person:X", "favour"), (1, "a", "law", "person:Y", "neutral"),
        (1, "b", "law", "person:Y", "CANNOT_TELL"),
        (2, "a", "law", "author", "favour"), (2, "b", "law", "author", "NONE"),
        (3, "a", "law", "author", "SKIPPED"), (3, "b", "law", "firm", "favour"),
    )  # fmt: skip
    head = step(report, "holder")
    # {author, person} {author}: 1/2; {person} {person}: 0.
    observed = 2 * 0.5 / 4
    expected = 2 * (0.5 + 2 * 0.5 + 2 * 1) / 12
    assert head.value == pytest.approx(1 - observed / expected)
    assert (head.coefficient, head.distance) == ("alpha", "jaccard")
    assert (head.n_units, head.n_units_used, head.n_single) == (4, 2, 2)
    assert (head.n_cannot_tell, head.n_skipped) == (0, 1)
    assert head.codes == ("author", "firm", "person")
    assert head.prevalence == (pytest.approx(3 / 6), pytest.approx(1 / 6), pytest.approx(3 / 6))
    assert [one.codes for one in head.disagreements[0].given] == [("author",), ("author", "person")]
    assert head.disagreements[0].unit.holder is None


def test_who_did_not_find_it_addressed_is_shown_with_the_state(report_on):
    report = report_on(
        (0, "a", "law", "author", "favour"), (0, "b", "law", "firm", "favour"),
        (0, "c", "law", "author", "NONE"), (0, "d", "law", "author", "SKIPPED"),
    )  # fmt: skip
    given = step(report, "holder").disagreements[0].given
    assert [(one.state, one.codes, one.annotators) for one in given] == [
        ("coded", ("author",), ("a",)),
        ("coded", ("firm",), ("b",)),
        ("none", (), ("c",)),
        ("skipped", (), ("d",)),
    ]


def test_named_holders_are_compared_by_name(report_on):
    rows = ((0, "a", "law", "person:X", "favour"), (0, "b", "law", "person:Y", "favour"),
            (1, "a", "law", "author", "favour"), (1, "b", "law", "author", "favour"))  # fmt: skip
    assert step(report_on(*rows), "holder").value == 1
    named = step(report_on(*rows, holders="named"), "holder")
    assert named.value < 1
    assert named.codes == ("author", "person:X", "person:Y")


def test_holders_are_pooled_over_targets_unless_one_is_asked_for(report_on):
    rows = ((0, "a", "law", "author", "favour"), (0, "b", "law", "firm", "favour"),
            (0, "a", "tax", "author", "favour"), (0, "b", "tax", "author", "favour"))  # fmt: skip
    targets = [one.target for one in report_on(*rows).results if one.step == "holder"]
    assert set(targets) == {None}
    one = step(report_on(*rows, target="tax"), "holder", "tax")
    assert (one.n_units_used, one.reason) == (1, "no_variation")


def test_a_layer_without_holders_has_no_third_step(reported, answers_of, layer_of):
    layer = layer_of("scale", "against", "favour", values=[-1, 1])
    rows = [("d", 0, who, None, None, "coded", ("favour",)) for who in "ab"]
    steps = {one.step for one in reported(None, answers_of(layer, rows)).results}
    assert "holder" not in steps


def test_more_sets_of_names_than_a_matrix_holds_are_equal_or_not(report_on, monkeypatch):
    monkeypatch.setattr(holders, "MOST_VALUES", 1)
    report = report_on(
        (0, "a", "law", "author", "favour"), (0, "b", "law", "author", "favour"),
        (1, "a", "law", "firm", "favour"), (1, "b", "law", "author", "favour"),
    )  # fmt: skip
    head = step(report, "holder")
    assert (head.distance, head.prevalence) == ("nominal", ())
    assert head.percent == 0.5


def test_units_of_each_target_and_holder_are_counted(report_on):
    report = report_on(
        (0, "a", "law", "author", "favour"), (0, "b", "law", "author", "against"),
        (0, "a", "law", "person:X", "favour"), (0, "a", "law", "person:Y", "favour"),
        (1, "a", "law", "author", "favour"), (1, "b", "law", "author", "NONE"),
        (1, "b", "tax", "author", "CANNOT_TELL"), (2, "b", "tax", "firm", "favour"),
    )  # fmt: skip
    assert step(report, "position").by_holder == (
        HolderCount("law", "author", 2, 1),
        HolderCount("law", "person", 1, 1),
        HolderCount("tax", "firm", 1, 1),
    )


def test_holders_of_a_layer_without_targets_have_none(reported, answers_of, layer_of):
    layer = layer_of("scale", "against", "favour", values=[-1, 1], holder=True)
    rows = [("d", 0, who, None, "firm", "coded", ("favour",)) for who in "ab"]
    report = reported(None, answers_of(layer, rows, holders=PEOPLE))
    assert step(report, "position").by_holder == (HolderCount(None, "firm", 1, 0),)


# ------------------------------------------------------------------ cannot tell


def test_frequent_cannot_tell_is_given_as_one_more_value_of_the_one_number(report_on):
    report = report_on(
        (0, "a", "law", "author", "favour"), (0, "b", "law", "author", "CANNOT_TELL"),
        (1, "a", "law", "author", "favour"), (1, "b", "law", "author", "favour"),
        (2, "a", "law", "author", "CANNOT_TELL"), (2, "b", "law", "author", "CANNOT_TELL"),
        (3, "a", "law", "author", "NONE"), (3, "b", "law", "author", "CANNOT_TELL"),
    )  # fmt: skip
    again = step(report, "with_cannot_tell")
    # Values: favour 3, cannot tell 4, none 1; all as far apart as can be.
    observed = 2 * (1 + 1) / 8
    expected = 2 * (3 * 4 + 3 * 1 + 4 * 1) / 56
    assert again.value == pytest.approx(1 - observed / expected)
    assert (again.distance, again.n_units_used, again.n_cannot_tell) == ("scale", 4, 0)
    assert step(report, None).n_units_used == 1
    assert "with_cannot_tell" in render(report, "csv")


def test_cannot_tell_about_one_holder_leaves_the_other_holders_out(report_on):
    report = report_on(
        (0, "a", "law", "firm", "favour"), (0, "b", "law", "author", "CANNOT_TELL"),
        (0, "c", "law", "firm", "favour"), (0, "c", "law", "author", "CANNOT_TELL"),
    )  # fmt: skip
    again = step(report, "with_cannot_tell")
    # The firm: favour, none, favour. The author: none, cannot tell, cannot tell.
    assert (again.n_units_used, again.n_ratings) == (2, 6)
    assert again.percent == pytest.approx(1 / 3)


def test_a_position_beside_cannot_tell_of_the_same_holder_type_counts(report_on):
    report = report_on(
        (0, "a", "law", "person:X", "favour"), (0, "a", "law", "person:Y", "CANNOT_TELL"),
        (0, "b", "law", "person:X", "favour"),
        (1, "a", "law", "person:X", "favour"), (1, "a", "law", "person:Y", "against"),
        (1, "b", "law", "person:X", "CANNOT_TELL"),
    )  # fmt: skip
    again = step(report, "with_cannot_tell")
    assert (again.n_units_used, again.n_single, again.percent) == (1, 1, 1)
    assert again.n_conflicting == 1


def test_rare_cannot_tell_is_missing_only(report_on):
    rows = [(n, who, "law", "author", ("favour", "against")[n % 2]) for n in range(30)
            for who in "ab"]  # fmt: skip
    report = report_on(*rows, (99, "a", "law", "author", "CANNOT_TELL"))
    assert "with_cannot_tell" not in {one.step for one in report.results}
