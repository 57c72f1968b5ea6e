"""Pair confusion: which codes of a set are taken for each other."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
import pytest

from annotator.agreement import Options, code_pairs

CODES = ("x", "y", "z")


def rows_of(*units, start=0):
    """One set of codes for each annotator and unit, None = not seen."""
    return [
        ("d", number, who, None, None, "coded" if codes else "none", tuple(codes))
        for number, sets in enumerate(units, start)
        for who, codes in zip("abcd", sets, strict=False)
        if codes is not None
    ]


def found(head):
    return {one.codes: (one.swapped, one.beside) for one in head.code_pairs}


@pytest.fixture(scope="module")
def frames(layer_of):
    return layer_of("multiple", *CODES)


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        ("x", "y", {("x", "y"): (1, 0)}),
        ("xz", "yz", {("x", "y"): (1, 0)}),
        ("xy", "z", {("x", "z"): (1, 0), ("y", "z"): (1, 0)}),
        ("xy", "x", {("x", "y"): (0, 1)}),
        ("xyz", "x", {("x", "y"): (0, 1), ("x", "z"): (0, 1)}),
        ("x", "", {("x", "none"): (0, 1)}),
        ("xy", "", {("x", "none"): (0, 1), ("y", "none"): (0, 1)}),
        ("xy", "xy", {}),
        ("", "", {}),
    ],
)
def test_pairs_of_two_sets(reported, answers_of, frames, one, other, pairs):
    for sets in ((one, other), (other, one)):
        head = reported(None, answers_of(frames, rows_of(sets))).results[0]
        assert found(head) == pairs


def naive(units):
    """The definition, unit by unit and pair by pair."""
    swapped: Counter[frozenset[str]] = Counter()
    beside: Counter[frozenset[str]] = Counter()
    for sets in units:
        given = [frozenset(codes) for codes in sets if codes is not None]
        for one, other in combinations(given, 2):
            lacked, added, shared = one - other, other - one, one & other
            if lacked and added:
                swapped.update(frozenset([p, q]) for p in lacked for q in added)
            else:
                partners = shared or {"none"}
                beside.update(frozenset([p, q]) for p in lacked | added for q in partners)
    return swapped, beside


@pytest.mark.parametrize("seed", range(4))
def test_any_number_of_annotators_by_pairs_of_them(reported, answers_of, frames, seed):
    random = np.random.default_rng(seed)
    units = [
        [None if random.random() < 0.2 else "".join(c for c in CODES if random.random() < 0.4)
         for _ in range(4)]
        for _ in range(40)
    ]  # fmt: skip
    head = reported(None, answers_of(frames, rows_of(*units))).results[0]
    swapped, beside = naive(units)
    assert {frozenset(pair): counts[0] for pair, counts in found(head).items()
            if counts[0]} == swapped  # fmt: skip
    assert {frozenset(pair): counts[1] for pair, counts in found(head).items()
            if counts[1]} == beside  # fmt: skip
    totals = [one.swapped + one.beside for one in head.code_pairs]
    assert totals == sorted(totals, reverse=True)


def test_who_had_which_is_counted_over_pairs_of_annotators(reported, answers_of, frames):
    head = reported(None, answers_of(frames, rows_of(("x", "x", "y"), ("xy", "x")))).results[0]
    pair = next(one for one in head.code_pairs if one.codes == ("x", "y"))
    assert (pair.swapped, pair.beside) == (2, 1)
    assert (pair.first, pair.second) == ({"a": 2, "b": 2}, {"a": 1, "c": 2})


def test_units_are_counted_once_and_the_first_are_listed(reported, answers_of, frames):
    rows = rows_of(*[("x", "y", "y")] * 5, ("x", "x", "x"), start=3)
    head = reported(None, answers_of(frames, rows), options=Options(ci=0, top=2)).results[0]
    (pair,) = head.code_pairs
    assert (pair.swapped, pair.n_units) == (10, 5)
    assert [unit.paragraph for unit in pair.units] == [3, 4]


def test_single_choices_have_coincidences_instead(reported, answers_of, layer_of):
    rows = rows_of(("x", "y"), ("y", "y"))
    head = reported(None, answers_of(layer_of("single", "x", "y"), rows)).results[0]
    assert head.code_pairs == ()
    assert head.coincidences is not None


def test_sets_of_more_codes_than_a_table_holds_are_not_paired(reported):
    rows = [(who, unit, [f"c{unit:03}", who]) for unit in range(70) for who in "ab"]
    assert reported(rows).results[0].code_pairs == ()


def test_more_pairs_of_answers_than_memory_holds_are_not_listed(
    reported, answers_of, frames, monkeypatch
):
    answers = answers_of(frames, rows_of(("x", "y", "z")))
    monkeypatch.setattr(code_pairs, "MOST_PAIRS", 2)
    assert reported(None, answers).results[0].code_pairs == ()
    monkeypatch.setattr(code_pairs, "MOST_PAIRS", 3)
    assert len(reported(None, answers).results[0].code_pairs) == 3
