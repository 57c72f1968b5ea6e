"""Shares, majorities and final answers: ties stay ties, sets are decided code by code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.paragraphs import Majority
from annotator.study.aggregation import (
    NO_ANSWER,
    Final,
    Vote,
    deciding,
    final_code,
    final_of,
    majority,
    shares,
)

if TYPE_CHECKING:
    from annotator.study.aggregation import How

A, B, AB, NONE = ("a",), ("b",), ("a", "b"), ()


@pytest.mark.parametrize(
    ("sets", "how", "expected"),
    [
        ([], "set", NO_ANSWER),
        ([AB, A, NONE], "set", Majority(("a",))),
        ([AB, A], "set", Majority(None, "tie", ("b",))),
        ([A, B, NONE], "set", Majority(())),
        ([A, A, NONE], "one", Majority(("a",))),
        ([A, B], "one", Majority(None, "tie", ("a", "b"))),
        ([NONE, B], "one", Majority(None, "tie", ("none", "b"))),
        ([A, NONE], "stance", Majority(None, "tie", ("addressed", "none"))),
        ([A, NONE, NONE], "stance", Majority(())),
        ([A, B, NONE], "stance", Majority(None, "tie", ("a", "b"))),
        ([A, A, B, NONE, NONE], "stance", Majority(("a",))),
        ([("x",), ("x",), A], "set", Majority(("x",))),
    ],
)
def test_majority_never_breaks_a_tie(
    sets: list[tuple[str, ...]], how: How, expected: Majority
) -> None:
    assert majority(sets, ("a", "b"), how) == expected


def test_shares_count_every_code_and_none_among_those_who_answered() -> None:
    votes = [Vote("coded", AB), Vote("none"), Vote("cannot_tell"), Vote("skipped")]
    assert deciding(votes) == [AB, NONE]
    assert shares(deciding(votes), ("a", "b", "c")) == {"a": 0.5, "b": 0.5, "c": 0.0, "none": 0.5}
    assert shares([("x",)], ("a",)) == {"a": 0.0, "x": 1.0, "none": 0.0}
    assert shares([], ("a",)) == {}


@pytest.mark.parametrize(
    ("sets", "expected"),
    [
        ([], Final(None, None)),
        ([A], Final(A, "only_coder")),
        ([A, A], Final(A, "majority")),
        ([A, B], Final(None, "tie")),
    ],
)
def test_final_answer_says_where_it_comes_from(
    sets: list[tuple[str, ...]], expected: Final
) -> None:
    assert final_of(sets, ("a", "b"), "one") == expected


def test_code_of_a_set_is_decided_alone() -> None:
    assert final_code([AB, A], "a") == Final(A, "majority")
    assert final_code([AB, A], "b") == Final(None, "tie")
    assert final_code([A, A], "b") == Final((), "majority")


@given(
    st.lists(st.sampled_from([A, B, AB, NONE]), max_size=7),
    st.sampled_from(["set", "one", "stance"]),
)
def test_order_of_annotators_does_not_matter(sets: list[tuple[str, ...]], how: How) -> None:
    assert majority(sets, ("a", "b"), how) == majority(sets[::-1], ("a", "b"), how)
