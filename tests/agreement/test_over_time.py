"""Batches, weeks and documents."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

import numpy as np
import pytest

from annotator.agreement import Options, over_time
from annotator.errors import Unavailable


@pytest.fixture(scope="module")
def single(layer_of):
    return layer_of("single", "x", "y")


@pytest.fixture(scope="module")
def timed(answers_of):
    """Answers (seconds, document, paragraph, annotator, code)."""

    def build(layer, rows):
        made = [(document, paragraph, who, None, None,
                 code.lower() if code.isupper() else "coded", () if code.isupper() else (code,))
                for _, document, paragraph, who, code in rows]  # fmt: skip
        times = np.array([row[0] for row in rows], np.int64)
        return dataclasses.replace(answers_of(layer, made), changed_at=times)

    return build


def parts_of(reported, answers, by, **options):
    asked = Options(by=by, **{"ci": 0, **options})
    return reported(None, answers, options=asked).results[0].over_time


def coded(n, *, drift_from=10**9):
    """Units in order of time; from `drift_from` on, b turns codes round."""
    for unit in range(n):
        code = "xy"[unit * 7 % 3 % 2]
        other = {"x": "y", "y": "x"}[code] if unit >= drift_from else code
        yield (unit, f"d{unit % 4}", n - unit, "a", code)
        yield (unit + n, f"d{unit % 4}", n - unit, "b", other)


def test_batches_hold_50_pairable_units_in_the_order_of_the_last_answer(reported, timed, single):
    rows = [*coded(120, drift_from=100), (0, "d9", 0, "a", "x"), (0, "d9", 1, "b", "SKIPPED")]
    parts = parts_of(reported, timed(single, rows), "batch")
    assert [(one.group, one.n_units_used) for one in parts] == [("1", 50), ("2", 50), ("3", 20)]
    assert [one.percent for one in parts] == [1, 1, 0]
    assert parts[2].value < 0


def test_the_later_answer_says_where_a_unit_belongs(reported, timed, single, monkeypatch):
    monkeypatch.setattr(over_time, "BATCH", 1)
    rows = [(1, "d", 0, "a", "x"), (9, "d", 0, "b", "y"), (5, "d", 1, "a", "x"),
            (6, "d", 1, "b", "x"), (99, "d", 1, "c", "CANNOT_TELL")]  # fmt: skip
    assert [one.percent for one in parts_of(reported, timed(single, rows), "batch")] == [1, 0]


def test_equal_times_stand_in_the_order_of_units(reported, timed, single, monkeypatch):
    monkeypatch.setattr(over_time, "BATCH", 1)
    rows = [(1, "d", paragraph, who, code)
            for paragraph, codes in ((7, "xx"), (3, "xy"))
            for who, code in zip("ab", codes, strict=True)]  # fmt: skip
    assert [one.percent for one in parts_of(reported, timed(single, rows), "batch")] == [0, 1]


def test_weeks_are_iso_weeks(reported, timed, single):
    days = [(2021, 1, 3), (2021, 1, 4), (2020, 12, 28)]
    seconds = [int(datetime(*day, 23, 59, tzinfo=UTC).timestamp()) for day in days]
    rows = [(second, "d", paragraph, who, code)
            for paragraph, (second, codes) in enumerate(zip(seconds, ("xy", "xx", "xx"),
                                                            strict=True))
            for who, code in zip("ab", codes, strict=True)]  # fmt: skip
    parts = parts_of(reported, timed(single, rows), "week")
    assert [(one.group, one.n_units_used, one.percent) for one in parts] == [
        ("2020-W53", 2, 0.5),
        ("2021-W01", 1, 1),
    ]


def test_documents_stand_in_the_order_of_their_names(reported, timed, single):
    rows = [(0, document, paragraph, who, code)
            for document, paragraph, codes in (("z", 0, "xy"), ("z", 1, "xx"), ("b", 0, "yy"),
                                               ("m", 0, "x"))
            for who, code in zip("ab", codes, strict=False)]  # fmt: skip
    parts = parts_of(reported, timed(single, rows), "document")
    assert [(one.group, one.percent, one.n_documents) for one in parts] == [
        ("b", 1, 1),
        ("z", 0.5, 1),
    ]


def test_each_part_is_the_figure_of_its_units_alone(reported, timed, single):
    random = np.random.default_rng(3)
    rows = [(0, f"d{random.integers(4)}", unit, who, str(random.choice(["x", "y"])))
            for unit in range(80) for who in "abc" if random.random() < 0.8]  # fmt: skip
    by_unit = {row[2]: row[1] for row in rows}
    rows = [(0, by_unit[unit], unit, who, code) for _, _, unit, who, code in rows]
    for one in parts_of(reported, timed(single, rows), "document", ci=40):
        alone = timed(single, [row for row in rows if row[1] == one.group])
        whole = reported(None, alone, options=Options(ci=40)).results[0]
        assert (one.value, one.interval, one.se) == (whole.value, whole.interval, whole.se)
        assert (one.observed, one.expected) == (whole.observed, whole.expected)
        assert (one.p_below_667, one.p_below_800) == (whole.p_below_667, whole.p_below_800)


def test_batch_below_all_others_is_told(reported, timed, single):
    parts = parts_of(reported, timed(single, [*coded(150, drift_from=100)]), "batch", ci=100)
    assert [one.below_rest for one in parts] == [False, False, True]
    assert parts[2].interval.high < parts[2].rest.low
    assert parts[0].rest is not None


def test_code_rates_stand_beside_each_part(reported, timed, single):
    rows = [(0, "d", 0, "a", "x"), (0, "d", 0, "b", "y"), (0, "d", 1, "a", "x"),
            (0, "d", 1, "b", "NONE")]  # fmt: skip
    (part,) = parts_of(reported, timed(single, rows), "batch")
    assert part.rates == {"a": {"x": 1, "y": 0, "none": 0}, "b": {"x": 0, "y": 0.5, "none": 0.5}}


def test_more_codes_than_a_table_holds_have_no_rates(reported, timed, layer_of):
    keys = [f"c{number}" for number in range(65)]
    rows = [(0, "d", 0, "a", "c1"), (0, "d", 0, "b", "c2")]
    (part,) = parts_of(reported, timed(layer_of("single", *keys), rows), "batch")
    assert part.rates == {}


def test_too_many_parts_have_values_without_intervals(reported, timed, single, monkeypatch):
    monkeypatch.setattr(over_time, "MOST_PARTS", 2)
    parts = parts_of(reported, timed(single, [*coded(150)]), "batch", ci=20)
    assert {one.interval for one in parts} == {None}
    assert [one.value for one in parts] == [1, 1, 1]


def test_units_of_one_annotator_are_in_no_part(reported, timed, single):
    rows = [(0, "d", paragraph, "a", "x") for paragraph in range(3)]
    for by in ("batch", "week", "document"):
        assert parts_of(reported, timed(single, rows), by) == ()


@pytest.mark.parametrize("by", ["batch", "week", "document", "round", "version"])
def test_what_the_source_does_not_know_is_refused_in_words(reported, by):
    rows = [("a", 1, "x"), ("b", 1, "x")]
    with pytest.raises(Unavailable, match="not known") as refused:
        reported(rows, options=Options(by=by))
    assert "--document-column" in str(refused.value) or "project itself" in str(refused.value)


def test_steps_of_a_stance_have_their_own_parts(reported, answers_of, layer_of):
    stance = layer_of("scale", "against", "neutral", "favour", values=[-1, 0, 1],
                      per_target=True, holder=True)  # fmt: skip
    rows = [("d", 0, "a", "law", "author", "coded", ("favour",)),
            ("d", 0, "b", "law", "author", "cannot_tell", ()),
            ("d", 1, "a", "law", "author", "none", ()),
            ("d", 1, "b", "law", "author", "coded", ("against",))]  # fmt: skip
    answers = dataclasses.replace(answers_of(stance, rows, targets=("law",)),
                                  changed_at=np.array([0, 10**6, 0, 0]))  # fmt: skip
    report = reported(None, answers, options=Options(ci=0, by="week"))
    parts = {one.step: [(part.group, part.n_units_used) for part in one.over_time]
             for one in report.results if one.target is None and one.coefficient == "alpha"
             and one.over_time}  # fmt: skip
    assert parts == {
        None: [("1970-W01", 1)],
        "addressed": [("1970-W01", 1), ("1970-W03", 1)],
        "holder": [("1970-W03", 1)],
    }
