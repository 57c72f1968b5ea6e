from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.agreement.results import (
    Caution,
    CodePair,
    Disagreement,
    Given,
    Interval,
    UnitName,
)
from annotator.ui.agreement.headline import (
    beside_words,
    chance_words,
    drawn_words,
    fact_lines,
    most_confused,
    sentences,
)
from annotator.ui.agreement.intervals import with_intervals
from annotator.ui.agreement.looking import choices_of, seen_of, targets_of
from annotator.ui.agreement.naming import chance, figure, measure_words, number, short, step_words
from annotator.ui.agreement.side import Side
from annotator.ui.agreement.unit_list import UnitList
from annotator.ui.agreement.unit_rows import Words, about_code, about_codes, between, unit_row

from .conftest import result

pytestmark = pytest.mark.gui

INTERVAL = Interval(0.62, 0.761, 0.95, "bootstrap", "document", 1000, 0, 0)
NOTHING = Words({}, {})


def given(codes: str, *people: str, state: Any = "coded") -> Given:
    return Given(state, tuple(codes.split()), people)


def disagreement(*answers: Given, paragraph: int | None = 4) -> Disagreement:
    return Disagreement(UnitName(document="d", paragraph=paragraph), 0.1, answers)


# ------------------------------------------------------------------ numbers and words


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.7434, ".743"), (1.0, "1.000"), (-0.05, "−.050"), (-0.0001, ".000"), (None, "—")],
)
def test_figures_have_three_digits_and_no_zero_before_the_point(value, shown):
    assert figure(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.839, ".84"), (1.0, "1.00"), (-0.05, "−.05"), (-0.001, ".00"), (None, "—")],
)
def test_beside_others_two_digits_are_enough(value, shown):
    assert short(value) == shown


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0.0, "0"), (1.0, "1"), (0.001, "under .01"), (0.999, "over .99"), (0.337, ".34")],
)
def test_a_chance_that_is_nearly_sure_is_not_called_sure(share, shown):
    assert chance(share) == shown


def test_thousands_go_apart_as_the_language_does_it():
    assert number(1236, "en") == "1,236"
    assert number(1236, "it") == "1.236"


def test_measures_and_steps_that_are_not_known_keep_their_names():
    assert measure_words(result(coefficient="conger", distance=None)) == "conger"
    assert measure_words(result(coefficient="alpha", distance=None)) == "α"
    assert step_words("something") == "something"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1.0, "No disagreement was observed."),
        (0.683, "Annotators disagreed 32 % as much as chance would make them."),
        (0.954, "Annotators disagreed 4.6 % as much as chance would make them."),
        (-0.2, "Annotators disagreed more than chance would make them: 120 % of it."),
    ],
)
def test_alpha_is_said_as_disagreement_against_chance(value, words):
    assert chance_words(value) == words


@pytest.mark.parametrize(
    ("reason", "part"),
    [
        ("no_variation", "too little variation, not unreliability"),
        ("no_pairable_units", "Let a second person code"),
        ("one_annotator", "Only one person"),
        ("no_units", "Nobody has answered"),
        ("not_comparable", "free text"),
        ("overlapping_spans", "one by one"),
        ("needs_two_annotators", "exactly two"),
    ],
)
def test_an_undefined_figure_says_why_and_what_to_do(names, reason, part):
    said = sentences(result(value=None, reason=reason), names, is_fresh=True)
    assert part in " ".join(said)


def test_the_sentence_names_the_codes_taken_for_each_other(names):
    pairs = (pair("economic", "geopolitical", 3, 4), pair("economic", "ideological", 1, 0))
    said = sentences(result(code_pairs=pairs), names, is_fresh=True)
    assert said[-1] == "Taken for each other most often: Economic and Geopolitical, 7 times."
    share = sentences(result(coefficient="percent"), names, is_fresh=True)
    assert share == []


def pair(one: str, other: str, swapped: int, beside: int) -> CodePair:
    return CodePair((one, other), swapped, beside, {}, {}, ())


def test_no_pair_stands_out_where_two_are_as_frequent_or_all_are_rare():
    assert most_confused(()) is None
    assert most_confused((pair("a", "b", 1, 0),)) is None
    assert most_confused((pair("a", "b", 2, 0), pair("a", "c", 0, 2))) is None


def test_facts_say_what_the_figure_rests_on(names):
    one = result(
        observed=0.84, n_units_used=412, n_annotators=4, n_ratings=1236, n_documents=1, n_single=3,
        n_cannot_tell=2, n_skipped=1, interval=INTERVAL,
    )  # fmt: skip
    assert fact_lines(one, names) == [
        "observed agreement .84 · 412 paragraphs by ≥ 2 of 4",
        "1,236 answers · one article · 3 by one person only · 2 cannot tell · 1 skipped",
        "articles redrawn 1,000 times, seed 0",
    ]
    assert fact_lines(result(layer="stance", n_units_used=2, n_ratings=1), names) == [
        "2 units by ≥ 2 of 0",
        "one answer",
    ]
    assert "articles by" in fact_lines(result(layer="dominant_frame"), names)[0]
    text = result(layer="frame_other", reason="not_comparable", n_ratings=30)
    assert fact_lines(text, names) == ["30 answers"]


def test_how_the_interval_was_made():
    from msgspec.structs import replace

    by_unit = replace(INTERVAL, cluster="unit")
    assert drawn_words(result(interval=by_unit), "en") == "units redrawn 1,000 times, seed 0"
    formula = replace(INTERVAL, method="analytic")
    assert drawn_words(result(interval=formula), "en") == "interval by formula"


def test_other_ways_to_count_stand_beside_the_figure():
    others = [
        result(distance="jaccard", value=0.695),
        result(step="with_cannot_tell", value=0.5),
        result(value=None),
    ]
    assert beside_words(others, None) == (
        "Beside it: α with Jaccard distance .695 · α with MASI distance, with cannot tell as an "
        "answer .500"
    )
    assert beside_words([], None) == ""


# ------------------------------------------------------------------ what is looked at


def test_text_questions_and_second_ways_are_no_lines_of_the_list(names):
    results = {
        "frame": (result(), result(step="with_cannot_tell"), result(step="primary")),
        "frame_other": (result(layer="frame_other", reason="not_comparable"),),
        "stance": (result(layer="stance", step="holder", distance="jaccard"),),
    }
    titles = [(one.title, one.below) for one in choices_of(results, names) if one.layer]
    assert titles == [
        ("Frame", "set of codes · α MASI"),
        ("Frame: the main one", "one code · α MASI"),
        ("Stance: whose voice", "set of voices · α Jaccard"),
    ]


def test_a_line_gathers_its_results(names):
    results = (
        result(layer="stance", step="position"),
        result(layer="stance", step="position", coefficient="percent"),
        result(layer="stance", step="position_without_aside"),
        result(layer="stance", step="position", target="us_government"),
    )
    seen = seen_of(results, "position", None, is_fresh=True)
    assert seen is not None
    assert [one.step for one in seen.beside] == ["position", "position_without_aside"]
    assert [one.target for one in seen.by_target] == ["us_government"]
    assert seen_of(results, "addressed", None, is_fresh=True) is None
    assert targets_of(results, names) == [("us_government", "US government")]


def test_old_intervals_stay_with_new_values_but_what_they_said_does_not():
    warned = result(interval=INTERVAL, p_below_667=0.3, warnings=(Caution("x", {}, "Careful."),))
    (stale,) = with_intervals([result(value=0.7)], [warned], is_fresh=False)
    assert (stale.value, stale.interval, stale.p_below_667, stale.warnings) == (
        0.7, INTERVAL, None, ()
    )  # fmt: skip
    (fresh,) = with_intervals([result()], [warned], is_fresh=True)
    assert fresh == warned
    (none,) = with_intervals([result(value=None)], [warned], is_fresh=False)
    assert none.interval is None
    (new,) = with_intervals([result(step="primary")], [warned], is_fresh=True)
    assert new.interval is None


# ------------------------------------------------------------------ units


def test_a_row_says_who_gave_what(names):
    words = Words({("d", 4): "Orders dried up."}, {"d": "Chips"})
    answers = (given("economic", "a1", "a2"), given("", "a3", state="cannot_tell"),
               given("", "a4", state="skipped"), given("", "a5", state="none"))  # fmt: skip
    row = unit_row(UnitName(document="d", paragraph=4), answers, result(), names, words)
    assert row.place == "Chips · ¶ 5"
    assert row.text == "Orders dried up."
    assert [chip.words for chip in row.chips] == [
        "a1 a2 Economic",
        "a3 cannot tell",
        "a4 skipped",
        "a5 No frame",
    ]
    assert "a1, a2: Economic" in row.told


def test_many_people_are_counted_in_the_chip_and_named_in_the_tooltip(names):
    people = [f"a{n}" for n in range(9)]
    row = unit_row(
        UnitName(document="d", paragraph=None, target="us_government", holder="person:Ada"),
        (given("against", *people),),
        result(layer="stance"),
        names,
        NOTHING,
    )
    assert row.chips[0].words == "a0 a1 a2 a3 +5 Against"
    assert "a8" in row.told
    assert row.place == "d · whole article · US government · Ada"


def test_many_different_answers_are_counted_too(names):
    answers = tuple(given("economic", f"a{n}") for n in range(20))
    row = unit_row(UnitName(document="d", paragraph=4), answers, result(), names, NOTHING)
    assert len(row.chips) == 9
    assert row.chips[-1].words == "and 12 more answers"


def test_units_are_sifted_by_people_and_codes():
    one = disagreement(given("economic", "a1"), given("geopolitical", "a2"))
    other = disagreement(given("economic", "a1", "a2"), given("", "a3", state="none"))
    assert between([one, other], ("a1", "a2")) == [one]
    assert between([one, other], ("a1", "a9")) == []
    assert about_code([one, other], "geopolitical") == [one]
    assert about_code([one, other], "none") == [other]
    assert about_codes([one, other], ("economic", "none")) == [other]
    assert about_codes([one, other], ("economic", "economic")) == []


def test_the_list_opens_by_double_click_and_keeps_its_place(qtbot, names):
    units = UnitList()
    qtbot.addWidget(units)
    units.resize(380, 400)
    words = Words({("d", 4): "A long paragraph " * 40, ("d", 5): "short"}, {"d": "Chips"})
    rows = [
        unit_row(
            UnitName(document="d", paragraph=n), (given("economic", "a1"),), result(), names, words
        )
        for n in (4, 5, 6)
    ]
    units.show_rows(rows)
    units.show()
    units.setCurrentIndex(units.units.index(1))
    units.show_rows(rows[1:])
    assert units.currentIndex().row() == 0
    units.show_rows(rows[1:])
    units.setCurrentIndex(units.units.index(0))
    assert units.visualRect(units.units.index(0)).height() > 50
    with qtbot.waitSignal(units.wanted) as wanted:
        where = units.visualRect(units.units.index(1)).center()
        QTest.mouseClick(units.viewport(), Qt.MouseButton.LeftButton, pos=where)
        QTest.mouseDClick(units.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert wanted.args[0].paragraph == 6
    QTest.mouseMove(units.viewport(), QPoint(20, 20))
    assert not units.grab().isNull()
    role = Qt.ItemDataRole
    tooltip = str(units.units.data(units.units.index(0), role.ToolTipRole))
    assert "Chips · ¶ 6" in tooltip
    assert "Economic" in str(units.units.data(units.units.index(0), role.AccessibleTextRole))
    units.close()


def test_no_disagreement_is_said(qtbot, names):
    side = Side()
    qtbot.addWidget(side)
    side.resize(300, 600)
    side.show_result(result(percent=1.0, n_units_used=3), names, NOTHING)
    assert side.nothing.text() == "Nobody disagreed."
    side.show_result(result(percent=0.9, n_units_used=3), names, NOTHING)
    assert "not listed" in side.nothing.text()
