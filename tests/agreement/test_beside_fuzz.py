"""Whatever is asked of whatever answers: numbers or reasons, never NaN, never an exception."""

from __future__ import annotations

import dataclasses
import math
from string import ascii_letters
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.agreement import Options
from annotator.agreement.results import Report

HOLDERS = ("author", "person:X", "person:Y", "firm")
TARGETS = ("law", "tax", "offered")
# What a few say is one number a unit; what thirty say is not.
CROWDS = ("abcd", ascii_letters[:30])
STATES = ("coded", "none", "cannot_tell", "skipped")

answer = st.tuples(
    st.integers(0, 2),  # document
    st.integers(0, 3),  # paragraph
    st.integers(0, 29),  # annotator
    st.integers(0, 2),  # target
    st.integers(0, 3),  # holder
    st.sampled_from(STATES),
    st.integers(0, 7),  # codes
    st.integers(0, 2),  # round
    st.integers(0, 1),  # version
    st.integers(0, 40),  # day
)
options = st.builds(
    Options,
    ci=st.sampled_from([0, 5]),
    by=st.sampled_from([None, "batch", "round", "week", "version", "document"]),
    top=st.sampled_from([0, 2, 20]),
    groups=st.sampled_from([{}, {"a": "x", "b": "y"}, {"a": "x", "b": "x", "c": "y", "d": "z"}]),
    holders=st.sampled_from(["type", "named"]),
    cluster=st.sampled_from([None, "unit", "document"]),
)
KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "sets": ("multiple", {}),
    "holder of sets": ("multiple", {"holder": True, "primary": "optional"}),
    "single": ("single", {"per_target": True}),
    "stance": ("scale", {"values": [-1, 0, 1], "per_target": True, "holder": True}),
    "scale": ("scale", {"values": [-1, 0, 1]}),
    "document": ("single", {"unit": "document"}),
}


def codes_of(kind, state, mask):
    if state != "coded":
        return ()
    if kind == "multiple":
        return tuple(code for place, code in enumerate("xyz") if (mask or 1) >> place & 1)
    return ("xyz"[mask % 3],)


def numbers_in(value):
    if isinstance(value, float):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from numbers_in(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from numbers_in(one)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=st.lists(answer, max_size=60), asked=options, crowd=st.sampled_from(CROWDS))
def test_every_table_is_made_of_numbers_and_reasons(
    reported, answers_of, layer_of, kind, rows, asked, crowd
):
    form, fields = KINDS[kind]
    layer = layer_of(form, "x", "y", "z", **fields)
    made = [
        (f"d{document}", None if kind == "document" else paragraph,
         crowd[who % len(crowd)],
         TARGETS[target] if fields.get("per_target") else None,
         HOLDERS[holder] if fields.get("holder") else None,
         state, codes_of(form, state, mask))
        for document, paragraph, who, target, holder, state, mask, *_ in rows
    ]  # fmt: skip
    targets = tuple(dict.fromkeys(row[3] for row in made if row[3]))
    column = np.array([row[7:] for row in rows], np.int64).reshape(-1, 3).T
    answers = dataclasses.replace(
        answers_of(layer, made, targets=targets, holders=HOLDERS),
        rounds=("main", "again", "third"),
        round=column[0].astype(np.int32),
        versions=("1.0.0", "2.0.0"),
        version=column[1].astype(np.int32),
        changed_at=column[2] * 86_400,
    )
    if not set(asked.groups) <= set(answers.annotators):
        asked = msgspec.structs.replace(asked, groups={})
    report = reported(None, answers, options=asked)
    written = msgspec.json.encode(report)
    assert msgspec.json.decode(written, type=Report) == report
    assert all(map(math.isfinite, numbers_in(msgspec.to_builtins(report))))
    head = report.results[0]
    for one in (*head.without, *head.over_time, *head.groups, *head.intra):
        assert (one.value is None) <= (one.reason is not None)
        assert one.value is None or one.value <= 1
    assert sum(one.share for one in head.disagreements) <= 1 + 1e-9
    assert len(head.disagreements) == min(asked.top, head.n_disagreements)
