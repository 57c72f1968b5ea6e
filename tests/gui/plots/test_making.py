"""Rows of the plots out of results of agreement."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.agreement.results import (
    Agreement,
    CodePair,
    Coincidences,
    Disagreement,
    Interval,
    Pair,
    UnitName,
)
from annotator.ui.plots.making import (
    code_intervals,
    code_pair_matrix,
    coincidence_matrix,
    pair_cells,
    paragraph_blocks,
    reason_words,
    set_label,
    time_points,
    whole_of,
    without_rows,
)
from annotator.ui.plots.rows import CodeInterval, PairCell, TimePoint, Whole, WithoutRow

pytestmark = pytest.mark.gui


def interval(low: float, high: float) -> Interval:
    return Interval(low, high, 0.95, "bootstrap", "document", 1000, 0, 0)


def alpha(**fields: Any) -> Agreement:
    return Agreement(layer="frame", coefficient="alpha", **fields)


def test_codes_stand_lowest_first_undefined_last_and_the_empty_set_below():
    result = alpha(
        empty=0.11,
        per_code=(
            alpha(code="eco", value=0.84, interval=interval(0.8, 0.9), ac1=0.9, positive=0.8,
                  percent=0.9, prevalence=(0.3,), n_positive={"a1": 3, "a2": 4}),
            alpha(code="ide", reason="no_variation"),
            alpha(code="geo", value=0.4),
        ),
    )  # fmt: skip
    rows = code_intervals(result, {"eco": "Economic", "none": "No frame"}, {"eco": "blue"})
    assert [row.key for row in rows] == ["geo", "eco", "ide", "none"]
    assert rows[1] == CodeInterval(
        key="eco", label="Economic", colour="blue", value=0.84, low=0.8, high=0.9, ac1=0.9,
        positive=0.8, percent=0.9, share=0.3, n_positive=7,
    )  # fmt: skip
    assert rows[2].reason == "too little variation"
    assert rows[3] == CodeInterval(key="none", label="No frame", share=0.11, is_plain=True)


def test_share_of_a_code_comes_from_the_whole_where_the_code_has_none():
    result = alpha(codes=("eco", "geo"), prevalence=(0.3, 0.5), per_code=(alpha(code="geo"),))
    (row,) = code_intervals(result)
    assert (row.label, row.share, row.n_positive) == ("geo", 0.5, None)


def test_pairs_without_a_shared_unit_say_so():
    result = alpha(
        per_pair=(
            Pair(("a1", "a2"), 140, 0.81, 0.8, 0.9),
            Pair(("a1", "a3"), 0, None, None, None, "no_pairable_units"),
            Pair(("a2", "a3"), 9, None, None, 1.0, "no_variation"),
        )
    )
    assert pair_cells(result) == (
        PairCell(first="a1", second="a2", value=0.81, n=140),
        PairCell(first="a1", second="a3", value=None, n=0, reason="no shared unit"),
        PairCell(first="a2", second="a3", value=None, n=9, reason="too little variation"),
    )


def test_pairs_of_percent_agreement_show_percent():
    result = Agreement(
        layer="frame", coefficient="percent", per_pair=(Pair(("a1", "a2"), 9, 0.1, 0.2, 0.93),)
    )
    assert pair_cells(result)[0].value == 0.93


def test_coincidences_of_sets_are_labelled_by_their_codes():
    made = coincidence_matrix(
        Coincidences(("none", "eco", "eco|geo"), ((1.0, 0, 0), (0, 2.0, 0.5), (0, 0.5, 3.0))),
        {"none": "No frame", "eco": "Economic", "geo": "Geopolitical"},
    )
    assert made is not None
    assert made.labels == ("No frame", "Economic", "Economic + Geopolitical")
    assert made.counts[1][2] == 0.5
    assert coincidence_matrix(None) is None
    assert coincidence_matrix(Coincidences((), ())) is None


def test_a_value_that_is_known_as_a_whole_keeps_its_label():
    assert set_label("a|b", {"a|b": "A or B"}) == "A or B"
    assert set_label("a|b") == "a + b"


def test_pairs_of_codes_make_a_symmetric_matrix_without_diagonal():
    made = code_pair_matrix(
        (
            CodePair(("eco", "geo"), 3, 2, {}, {}, ()),
            CodePair(("geo", "ide"), 0, 1, {}, {}, ()),
            CodePair(("eco", "ide"), 0, 0, {}, {}, ()),
        ),
        {"eco": "Economic"},
    )
    assert made is not None
    assert made.keys == ("eco", "geo", "ide")
    assert made.labels[0] == "Economic"
    assert _keys({"ide": "Ideological", "other": "Other"}) == ("ide", "eco", "geo")
    assert made.counts == ((0, 5, 0), (5, 0, 1), (0, 1, 0))
    assert made.notes[1][0] == "one for the other: 3, one beside the other: 2"
    assert made.notes[0][2] == ""
    assert not made.has_diagonal
    assert code_pair_matrix(()) is None


def _keys(labels: dict[str, str]) -> tuple[str, ...]:
    pairs = (CodePair(("eco", "geo"), 3, 2, {}, {}, ()), CodePair(("eco", "ide"), 1, 0, {}, {}, ()))
    made = code_pair_matrix(pairs, labels)
    assert made is not None
    return made.keys


def test_articles_are_named_and_not_joined_as_if_they_followed_each_other():
    result = alpha(over_time=(alpha(by="document", group="39875589", value=0.7),))
    (point,) = time_points(result, labels={"39875589": "Who writes the standard"})
    assert (point.key, point.label) == ("39875589", "Who writes the standard")
    assert not point.is_joined


def test_points_in_time_keep_their_order_and_their_marks():
    result = alpha(
        over_time=(
            alpha(
                by="batch", group="1–50", value=0.7, interval=interval(0.6, 0.8), n_units_used=50
            ),
            alpha(by="batch", group="51–100", reason="no_variation", n_units_used=50),
        )
    )
    assert time_points(result, {"51–100": "codebook 2.0.0"}) == (
        TimePoint(key="1–50", label="1–50", value=0.7, low=0.6, high=0.8, n=50),
        TimePoint(
            key="51–100", label="51–100", value=None, n=50,
            reason="too little variation", mark="codebook 2.0.0",
        ),
    )  # fmt: skip


def test_codebook_versions_mark_themselves():
    result = alpha(over_time=(alpha(by="version", group="1.1.0", value=0.7),))
    assert time_points(result)[0].mark == "codebook 1.1.0"


def test_whose_leaving_raises_the_figure_most_comes_first():
    result = alpha(
        value=0.731,
        interval=interval(0.69, 0.77),
        without=(
            alpha(group="a1", value=0.72, change=-0.011, n_units_used=290),
            alpha(group="a2", reason="no_pairable_units"),
            alpha(group="a3", value=0.784, change=0.053, interval=interval(0.73, 0.83)),
        ),
    )
    rows = without_rows(result)
    assert [row.annotator for row in rows] == ["a3", "a1", "a2"]
    assert rows[1] == WithoutRow(annotator="a1", value=0.72, change=-0.011, n=290)
    assert whole_of(result) == Whole(value=0.731, low=0.69, high=0.77)


def test_paragraphs_add_up_their_targets_and_leave_other_articles_out():
    def hard(document: str, paragraph: int | None, share: float) -> Disagreement:
        return Disagreement(UnitName(document=document, paragraph=paragraph), share, ())

    result = alpha(
        disagreements=(
            hard("here", 1, 0.2), hard("here", 1, 0.1), hard("there", 0, 0.5),
            hard("here", None, 0.2),
        )
    )  # fmt: skip
    blocks = paragraph_blocks(result, "here", 3, compared={0, 1})
    assert [block.paragraph for block in blocks] == [0, 1, 2]
    assert [block.share for block in blocks] == [0.0, pytest.approx(0.3), None]
    assert paragraph_blocks(result, "here", 3)[2].share == 0.0


def test_an_unknown_reason_is_shown_as_it_is():
    assert reason_words("thunder") == "thunder"
    assert reason_words(None) == reason_words("interval_undefined") == ""
