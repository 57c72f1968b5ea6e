"""Marked words while they change, and counts that are made one way or the other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import numpy as np

from annotator.agreement import sample
from annotator.agreement.live import Edit, LiveLayer
from annotator.agreement.spans import Spans
from annotator.agreement.spans_f1 import _matched, _matched_by
from tests.agreement.test_live import (
    DOCUMENTS,
    FRAMES,
    HOLDERS,
    PEOPLE,
    ROUNDS,
    STANCE,
    TONE,
    Standing,
    full,
    read_again,
    stand,
)

MARKED = [
    Edit(document="d1", paragraph=paragraph, annotator=who, answer=("coded", ("law",), None),
         round="main", version="1.0.0", length=12, spans=((paragraph, 5, "law"),))
    for paragraph in range(2) for who in PEOPLE
]  # fmt: skip


def test_the_last_marked_words_can_go_and_come_back():
    standing: Standing = {}
    stand(standing, MARKED)
    live = LiveLayer(read_again(FRAMES, standing))
    for edits in ([replace(edit, spans=()) for edit in MARKED], MARKED):
        assert list(live.results()) == full(read_again(FRAMES, standing))
        stand(standing, edits)
        live.apply(edits)
        assert list(live.results()) == full(read_again(FRAMES, standing))


def test_several_answers_may_come_between_two_looks():
    standing: Standing = {}
    stand(standing, MARKED)
    live = LiveLayer(read_again(FRAMES, standing))
    live.results()
    for place, edit in enumerate(MARKED[:3]):
        now = replace(edit, spans=((place, 9, "law"), (place + 1, 11, "law")))
        stand(standing, [now])
        live.apply([now])
    assert list(live.results()) == full(read_again(FRAMES, standing))


def test_who_answered_again_is_looked_at_again_and_nobody_else():
    codes = [("law",), ("money",), ("law", "money")]
    edits = [
        Edit(document="d1", paragraph=paragraph, annotator=who, round=round_, version="1.0.0",
             answer=("coded", codes[(paragraph + place * number) % 3], None))
        for paragraph in range(6) for place, who in enumerate(PEOPLE)
        for number, round_ in enumerate(ROUNDS)
    ]  # fmt: skip
    standing: Standing = {}
    stand(standing, edits)
    live = LiveLayer(read_again(FRAMES, standing))
    live.results()
    for looks, number in enumerate((1, 3, 11, 17, 5)):
        now = replace(edits[number], answer=("coded", codes[number % 3], None))
        stand(standing, [now])
        live.apply([now])
        if looks != 2:  # twice without a look between
            results = list(live.results())
            assert results == full(read_again(FRAMES, standing))
            assert [one.group for one in results[0].intra if one.group] == sorted(PEOPLE)


def test_holders_are_counted_on_as_they_come_and_go():
    edits = [
        Edit(document="d1", paragraph=paragraph, annotator=who, target=target,
             holder=HOLDERS[(paragraph + place) % 2], round="main", version="1.0.0",
             answer=("coded", (("against", "favour")[(paragraph * place) % 2],), None))
        for paragraph in range(4) for place, who in enumerate(PEOPLE) for target in ("tax", "bank")
    ]  # fmt: skip
    standing: Standing = {}
    stand(standing, edits)
    live = LiveLayer(read_again(STANCE, standing))
    live.results()
    for edit in (edits[0], edits[7], edits[20]):
        for now in (replace(edit, answer=None), replace(edit, holder="firm"), edit):
            stand(standing, [now])
            live.apply([now])
            assert list(live.results()) == full(read_again(STANCE, standing))


def test_stances_are_the_same_whatever_is_counted_first(monkeypatch):
    codes = ("against", "mixed", "favour", "neutral")
    edits = [
        Edit(document="d1", paragraph=paragraph, annotator=who, target="tax",
             holder=HOLDERS[(paragraph + place) % 2], round="main", version="1.0.0",
             answer=("coded", (codes[(paragraph + place * (paragraph % 3)) % 4],), None))
        for paragraph in range(12) for place, who in enumerate(PEOPLE)
    ]  # fmt: skip
    standing: Standing = {}
    stand(standing, edits)
    answers = read_again(STANCE, standing)
    by_table = full(answers)
    monkeypatch.setattr(sample, "TABLE_SIZE", 0)
    assert full(answers) == by_table


def test_nothing_applies_counts_where_it_occurs_though_it_was_not_offered():
    layer = msgspec.structs.replace(TONE, states=())
    given: list[Any] = [("none", (), None), ("coded", ("calm",), None), ("coded", ("loud",), None)]
    edits = [
        Edit(document=document, paragraph=-1, annotator=who, round="main", version="1.0.0",
             answer=given[number if place else 1])
        for number, document in enumerate(DOCUMENTS) for place, who in enumerate(PEOPLE)
    ]  # fmt: skip
    standing: Standing = {}
    stand(standing, edits)
    live = LiveLayer(read_again(layer, standing))
    live.results()
    now = replace(edits[-1], answer=given[1])
    stand(standing, [now])
    live.apply([now])
    assert list(live.results()) == full(read_again(layer, standing))


def test_annotators_who_marked_the_same_count_as_if_each_were_looked_at():
    random = np.random.default_rng(0)
    for _ in range(50):
        judgement = np.sort(random.integers(0, 9, 20))
        start = random.integers(0, 6, 20)
        spans = Spans(judgement, judgement % 2, random.integers(0, 2, 20), start,
                      start + random.integers(1, 5, 20)).sorted().distinct()  # fmt: skip
        twice = Spans(
            np.concatenate([spans.judgement, spans.judgement + 10]),
            *(np.tile(column, 2) for column in (spans.text, spans.code, spans.start, spans.end)),
        )
        one_each = np.ones(len(twice), np.int64)
        assert (_matched(twice) == _matched_by(twice, one_each)).all()
    assert len(_matched(spans.taken(np.zeros(0, np.int64)))) == 0
