"""The hardest units, their names, and who gave what."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from annotator.agreement import Options
from annotator.agreement.results import UnitName
from annotator.agreement.unit_names import first_units

PEOPLE = ("author", "person:X", "person:Y")


@pytest.fixture(scope="module")
def stance(layer_of):
    return layer_of("scale", "against", "neutral", "favour", "mixed", values=[-1, 0, 1, 0],
                    aside=("mixed",), per_target=True, holder=True)  # fmt: skip


def hardest(head):
    return [
        (one.unit.paragraph, [(given.state, *given.codes, given.annotators) for given in one.given])
        for one in head.disagreements
    ]


def step(report, name, target=None):
    return next(one for one in report.results if (one.step, one.target) == (name, target))


def test_hardest_units_come_first_with_the_answers_that_do_not_count(
    reported, answers_of, layer_of
):
    rows = [
        ("d", 1, "a", None, None, "coded", ("x",)), ("d", 1, "b", None, None, "coded", ("x", "y")),
        ("d", 2, "a", None, None, "coded", ("x",)), ("d", 2, "b", None, None, "none", ()),
        ("d", 2, "c", None, None, "cannot_tell", ()), ("d", 2, "e", None, None, "skipped", ()),
        ("d", 3, "a", None, None, "coded", ("y",)), ("d", 3, "b", None, None, "coded", ("y",)),
    ]  # fmt: skip
    head = reported(None, answers_of(layer_of("multiple", "x", "y"), rows)).results[0]
    assert hardest(head) == [
        (2, [("coded", "x", ("a",)), ("none", ("b",)), ("cannot_tell", ("c",)),
             ("skipped", ("e",))]),
        (1, [("coded", "x", ("a",)), ("coded", "x", "y", ("b",))]),
    ]  # fmt: skip
    # MASI: 1 against 2/3 (J = 1/2, one contains the other).
    assert [one.share for one in head.disagreements] == pytest.approx([0.6, 0.4])


@pytest.mark.parametrize("top", [0, 1, 3, 50])
def test_top_says_how_many_are_listed_and_all_are_counted(reported, top):
    rows = [
        (who, unit, f"{unit % 2}{who if unit < 6 else ''}") for unit in range(9) for who in "ab"
    ]
    head = reported(rows, options=Options(ci=0, top=top)).results[0]
    assert head.n_disagreements == 6
    assert len(head.disagreements) == min(top, 6)


def test_units_with_equal_shares_stand_in_their_order(reported, answers_of, layer_of):
    rows = [("d", number, who, None, None, "coded", ("xyz"[(number + place) % 3],))
            for number in (5, 3, 9, 1) for place, who in enumerate("ab")]  # fmt: skip
    answers = answers_of(layer_of("single", "x", "y", "z"), rows)
    head = reported(None, answers, options=Options(ci=0, top=3)).results[0]
    assert [one.unit.paragraph for one in head.disagreements] == [1, 3, 5]


@pytest.mark.parametrize("distance", ["nominal", "ordinal", "interval", "linear"])
def test_shares_are_those_of_the_observed_disagreement(reported, distance):
    random = np.random.default_rng(1)
    rows = [(who, f"{unit:02}", int(random.integers(1, 6))) for unit in range(30) for who in "abc"
            if random.random() < 0.8]  # fmt: skip
    head = reported(rows, options=Options(ci=0, distance=distance, top=99)).results[0]
    shares = {int(one.unit.unit): one.share for one in head.disagreements}
    assert sum(shares.values()) == pytest.approx(1)
    assert list(shares.values()) == sorted(shares.values(), reverse=True)
    values = {unit: [value for _, name, value in rows if name == f"{unit:02}"]
              for unit in range(30)}  # fmt: skip
    counts = np.bincount([value for one in values.values() if len(one) > 1 for value in one])
    ranks = np.cumsum(counts) - counts / 2
    apart = {
        "nominal": lambda one, other: float(one != other),
        "ordinal": lambda one, other: (ranks[one] - ranks[other]) ** 2,
        "interval": lambda one, other: (one - other) ** 2,
        "linear": lambda one, other: abs(one - other),
    }[distance]
    terms = {
        unit: sum(apart(one, other) for one in given for other in given) / (len(given) - 1)
        for unit, given in values.items()
        if len(given) > 1
    }
    total = sum(terms.values())
    assert shares == pytest.approx(
        {unit: term / total for unit, term in terms.items() if term}, abs=1e-9
    )


def test_a_table_names_its_units(reported):
    rows = [("a", "first", "x"), ("b", "first", "y"), ("a", "second", "x"), ("b", "second", "x")]
    assert [one.unit for one in reported(rows).results[0].disagreements] == [UnitName(unit="first")]


def test_names_of_a_table_stand_in_place_of_paragraphs(reported, answers_of, layer_of):
    rows = [(None, number, who, None, None, "coded", (value,))
            for number, values in enumerate(("xy", "xx"))
            for who, value in zip("ab", values, strict=True)]  # fmt: skip
    answers = dataclasses.replace(answers_of(layer_of("single", "x", "y"), rows),
                                  units=("one", "two"))  # fmt: skip
    head = reported(None, answers).results[0]
    assert [one.unit for one in head.disagreements] == [UnitName(unit="one")]


def test_a_whole_document_has_no_paragraph(reported, answers_of, layer_of):
    rows = [("d", None, "a", None, None, "coded", ("x",)),
            ("d", None, "b", None, None, "coded", ("y",))]  # fmt: skip
    head = reported(None, answers_of(layer_of("single", "x", "y", unit="document"), rows))
    assert head.results[0].disagreements[0].unit == UnitName(document="d")


def stances(*rows):
    return [("d", paragraph, who, "law", holder, answer.lower() if answer.isupper() else "coded",
             () if answer.isupper() else (answer,))
            for paragraph, who, holder, answer in rows]  # fmt: skip


def test_who_left_a_holder_out_said_none_of_it(reported, answers_of, stance):
    rows = stances(
        (0, "a", "author", "favour"), (0, "b", "person:X", "favour"),
        (1, "a", "author", "against"), (1, "b", "author", "against"),
    )  # fmt: skip
    answers = answers_of(stance, rows, targets=("law",), holders=PEOPLE)
    head = step(reported(None, answers), None)
    assert [(one.unit.holder, one.unit.target) for one in head.disagreements] == [
        ("author", "law"), ("person", "law"),
    ]  # fmt: skip
    assert hardest(head) == [
        (0, [("coded", "favour", ("a",)), ("none", ("b",))]),
        (0, [("coded", "favour", ("b",)), ("none", ("a",))]),
    ]


def test_position_lists_both_positions_of_one_annotator(reported, answers_of, stance):
    rows = stances(
        (0, "a", "person:X", "favour"), (0, "a", "person:Y", "against"),
        (0, "b", "person:X", "against"), (0, "c", "person:X", "favour"),
        (0, "e", "author", "neutral"), (0, "f", "person:X", "CANNOT_TELL"),
    )  # fmt: skip
    answers = answers_of(stance, rows, targets=("law",), holders=PEOPLE)
    head = step(reported(None, answers), "position")
    assert hardest(head) == [
        (0, [("coded", "against", ("a", "b")), ("coded", "favour", ("a", "c")),
             ("cannot_tell", ("f",))]),
    ]  # fmt: skip


def test_addressed_shows_the_answers_themselves(reported, answers_of, stance):
    rows = stances(
        (0, "a", "author", "favour"), (0, "a", "person:X", "against"), (0, "b", "author", "NONE"),
        (1, "a", "author", "CANNOT_TELL"), (1, "b", "author", "NONE"),
        (2, "a", "author", "NONE"), (2, "b", "author", "NONE"),
    )  # fmt: skip
    answers = answers_of(stance, rows, targets=("law",), holders=PEOPLE)
    head = step(reported(None, answers), "addressed")
    assert hardest(head) == [
        (0, [("coded", "against", ("a",)), ("coded", "favour", ("a",)), ("none", ("b",))]),
        (1, [("none", ("b",)), ("cannot_tell", ("a",))]),
    ]
    assert {one.unit.holder for one in head.disagreements} == {None}


def test_units_that_are_numbered_anew_keep_their_names(reported, answers_of, stance):
    rows = [
        ("d", 0, "a", "offered", "author", "coded", ("favour",)),
        ("d", 7, "a", "law", "author", "coded", ("favour",)),
        ("d", 7, "b", "law", "author", "none", ()),
        ("d", 8, "a", "law", "author", "none", ()),
        ("d", 8, "b", "law", "author", "none", ()),
    ]
    answers = answers_of(stance, rows, targets=("offered", "law"), holders=PEOPLE)
    head = step(reported(None, answers), "addressed")
    assert [one.unit.paragraph for one in head.disagreements] == [7]
    only = reported(None, answers, options=Options(ci=0, target="law"))
    assert [one.unit.paragraph for one in step(only, "position", "law").disagreements] == []
    assert [one.unit.paragraph for one in step(only, None, "law").disagreements] == [7]


def test_primary_shows_the_primary(reported, answers_of, layer_of):
    layer = layer_of("multiple", "x", "y", primary="optional")
    rows = [("d", 0, "a", None, None, "coded", ("x", "y"), "y"),
            ("d", 0, "b", None, None, "coded", ("x",))]  # fmt: skip
    head = step(reported(None, answers_of(layer, rows)), "primary")
    assert hardest(head) == [(0, [("coded", "x", ("b",)), ("coded", "y", ("a",))])]


def test_the_later_of_two_rows_is_not_shown(reported, answers_of, layer_of):
    rows = [("d", 0, "a", None, None, "coded", ("x",)), ("d", 0, "b", None, None, "coded", ("y",)),
            ("d", 0, "a", None, None, "coded", ("y",))]  # fmt: skip
    head = reported(None, answers_of(layer_of("single", "x", "y"), rows)).results[0]
    assert hardest(head) == [(0, [("coded", "x", ("a",)), ("coded", "y", ("b",))])]


def test_first_units_are_found_stretch_by_stretch(monkeypatch):
    monkeypatch.setattr("annotator.agreement.unit_names.STRETCH", 3)
    of_unit = np.array([0, 1, -1, 1, 0, 0, 1, 1])
    assert first_units(of_unit, np.array([False, True]), 3).tolist() == [1, 3, 6]
    assert first_units(of_unit, np.array([False, True]), 9).tolist() == [1, 3, 6, 7]
    assert first_units(of_unit[:0], np.array([True]), 9).tolist() == []


def test_order_of_a_tables_rows_is_not_seen(reported):
    random = np.random.default_rng(2)
    rows = [
        (who, f"u{unit}", [code for code in "xyz" if random.random() < 0.5])
        for unit in random.permutation(40).tolist()
        for who in "abc"
    ]
    options = Options(ci=0, top=7)
    head = reported(rows, options=options).results[0]
    shuffled = [rows[place] for place in random.permutation(len(rows))]
    again = reported(shuffled, options=options).results[0]
    assert again.disagreements == head.disagreements
    assert again.code_pairs == head.code_pairs
    assert len(head.disagreements) == 7


def test_equal_shares_of_a_table_stand_in_the_order_of_names(reported):
    rows = [(who, unit, who) for unit in ("q", "c", "z", "b") for who in "ab"]
    head = reported(rows, options=Options(ci=0, top=3)).results[0]
    assert [one.unit.unit for one in head.disagreements] == ["b", "c", "q"]


def test_answers_stand_in_the_order_of_the_codebook(reported, answers_of, layer_of):
    rows = [("d", 0, who, None, None, "coded", (code,))
            for who, code in (("a", "a"), ("b", "z"), ("c", "m"))]  # fmt: skip
    head = reported(None, answers_of(layer_of("single", "z", "m", "a"), rows)).results[0]
    assert [one.codes for one in head.disagreements[0].given] == [("z",), ("m",), ("a",)]
