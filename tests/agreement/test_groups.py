"""Groups of annotators, within and between."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from annotator.agreement import Options
from annotator.agreement import groups as module
from annotator.errors import Unavailable

GROUPS = {"a": "one", "b": "one", "c": "two", "d": "two"}


def table(seed, values="xyz"):
    random = np.random.default_rng(seed)
    return [
        (who, f"{unit:02}", str(random.choice(list(values))))
        for unit in range(40)
        for who in "abcde"
        if random.random() < 0.7
    ]


def parts(head):
    return {one.group: one for one in head.groups}


def naive_between(rows, apart):
    """Observed across the groups, chance out of all their answers to the same units."""
    units: dict[int, tuple[list[str], list[str]]] = {}
    for who, unit, value in rows:
        if who in GROUPS:
            units.setdefault(unit, ([], []))[GROUPS[who] == "two"].append(value)
    both = [given for given in units.values() if given[0] and given[1]]
    observed = weight = 0.0
    everything = []
    for one, other in both:
        m = len(one) + len(other)
        mean = sum(apart(p, q) for p, q in product(one, other)) / (len(one) * len(other))
        observed, weight = observed + m * mean, weight + m
        everything += [*one, *other]
    n = len(everything)
    expected = sum(apart(p, q) for p, q in product(everything, everything)) / (n * (n - 1))
    return 1 - (observed / weight) / expected


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("distance", ["nominal", "interval", "ordinal"])
def test_within_and_between(reported, seed, distance):
    rows = table(seed, "1234")
    options = Options(ci=0, groups=GROUPS, distance=distance)
    found = parts(reported(rows, options=options).results[0])
    assert list(found) == ["one", "two", "one – two"]
    for name in ("one", "two"):
        alone = [row for row in rows if GROUPS.get(row[0]) == name]
        whole = reported(alone, options=Options(ci=0, distance=distance)).results[0]
        assert found[name].value == pytest.approx(whole.value, abs=1e-12)
    counts = np.bincount([int(value) for unit in across_units(rows) for value in unit])
    ranks = np.cumsum(counts) - counts / 2
    apart = {
        "nominal": lambda p, q: float(p != q),
        "interval": lambda p, q: (int(p) - int(q)) ** 2,
        "ordinal": lambda p, q: (ranks[int(p)] - ranks[int(q)]) ** 2,
    }[distance]
    between = found["one – two"]
    assert between.value == pytest.approx(naive_between(rows, apart), abs=1e-12)
    assert between.between == ("one", "two")
    assert (between.by, between.n_units_used) == ("group", len(across_units(rows)))


def across_units(rows):
    units: dict[int, list[tuple[str, str]]] = {}
    for who, unit, value in rows:
        if who in GROUPS:
            units.setdefault(unit, []).append((GROUPS[who], value))
    return [[value for _, value in given] for given in units.values()
            if {name for name, _ in given} == {"one", "two"}]  # fmt: skip


def test_one_annotator_in_each_group_is_alpha_of_the_two(reported):
    rows = [row for row in table(5) if row[0] in "ac"]
    options = Options(ci=50, groups={"a": "one", "c": "two"})
    head = reported(rows, options=options).results[0]
    between = parts(head)["one – two"]
    assert between.value == pytest.approx(head.value, abs=1e-12)
    assert (between.observed, between.percent) == pytest.approx((head.observed, head.percent))
    assert between.interval.low < between.value < between.interval.high
    assert parts(head)["one"].reason == "one_annotator"


def test_three_groups_are_compared_two_by_two(reported):
    groups = {**GROUPS, "e": "three"}
    found = parts(reported(table(0), options=Options(ci=0, groups=groups)).results[0])
    assert list(found) == ["one", "three", "two", "one – three", "one – two", "three – two"]


def test_large_tables_are_gone_through_in_pieces(reported, monkeypatch):
    options = Options(ci=0, groups=GROUPS)
    whole = reported(table(1), options=options).results[0].groups
    monkeypatch.setattr(module, "CELLS", 7)
    assert reported(table(1), options=options).results[0].groups == whole


def test_groups_that_share_no_unit_say_so(reported):
    rows = [("a", 1, "x"), ("b", 1, "y"), ("c", 2, "x"), ("d", 2, "y")]
    between = parts(reported(rows, options=Options(ci=0, groups=GROUPS)).results[0])["one – two"]
    assert (between.value, between.reason, between.n_units_used) == (None, "no_pairable_units", 0)
    assert between.percent is None


def test_a_group_without_answers_says_so(reported, answers_of, layer_of):
    rows = [("d", 0, "a", None, None, "skipped", ()), ("d", 0, "b", None, None, "coded", ("x",))]
    answers = answers_of(layer_of("single", "x", "y"), rows)
    options = Options(ci=0, groups={"a": "one", "b": "two"})
    found = parts(reported(None, answers, options=options).results[0])
    assert [one.reason for one in found.values()] == ["no_units", "one_annotator", "one_annotator"]


def test_equal_answers_of_both_groups_have_no_variation(reported):
    rows = [(who, unit, "x") for who in "abcd" for unit in range(3)]
    found = parts(reported(rows, options=Options(ci=20, groups=GROUPS)).results[0])
    assert {one.reason for one in found.values()} == {"no_variation"}
    assert found["one – two"].percent == 1


def test_somebody_who_is_not_there_cannot_be_in_a_group(reported):
    with pytest.raises(Unavailable, match=r"no annotator nobody.*choose from a, b"):
        reported(table(0), options=Options(groups={"nobody": "one"}))


def test_groups_before_anybody_has_answered(reported):
    head = reported([], options=Options(ci=0, groups=GROUPS)).results[0]
    assert [one.reason for one in head.groups] == ["no_units"] * 3


def test_groups_stand_with_what_was_asked_for(reported):
    assert reported(table(0), options=Options(ci=0, groups={"b": "x", "a": "y"})).options[
        "groups"] == "a=y, b=x"  # fmt: skip
    assert reported(table(0)).options["groups"] is None
