"""Live figures where no number holds what all annotators said, and where units come and go."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from annotator.agreement import Options, pairs, report
from annotator.agreement.live import Edit, LiveLayer
from annotator.agreement.rows import rows_of
from tests.agreement.test_live import (
    FRAMES,
    HOLDERS,
    STANCE,
    Standing,
    full,
    key_of,
    read_again,
    stand,
)

if TYPE_CHECKING:
    from annotator.model import Layer

MANY = tuple(f"a{number:02}" for number in range(30))
SAID: list[Any] = [("none", (), None), ("cannot_tell", (), None)]


def seeded(number: int) -> Random:
    return Random(number)  # noqa: S311 - the same every time


def said(layer: Layer) -> list[Any]:
    return [*SAID, *(("coded", (code.key,), None) for code in layer.codes)]


def edits_of(layer: Layer, people: tuple[str, ...], random: Random) -> list[Edit]:
    return [
        Edit(document="d1", paragraph=paragraph, annotator=who, round="main", version="1.0.0",
             target="tax" if layer.per_target else None, answer=random.choice(said(layer)),
             holder=random.choice(HOLDERS[:2]) if layer.holder else None)
        for paragraph in range(5) for who in people if random.random() < 0.8
    ]  # fmt: skip


@pytest.mark.parametrize("layer", [FRAMES, STANCE], ids=lambda layer: layer.key)
def test_what_thirty_annotators_change_is_taken_over(layer: Layer) -> None:
    random = seeded(0)
    standing: Standing = {}
    stand(standing, edits_of(layer, MANY, random))
    live = LiveLayer(read_again(layer, standing))
    assert (len(layer.codes) + 1) ** len(MANY) > 2**53
    for _ in range(12):
        live.results()
        known = random.choice(list(standing.values()))
        now = replace(known, answer=random.choice([None, *said(layer)]))
        stand(standing, [now])
        live.apply([now])
        assert list(live.results()) == full(read_again(layer, standing))


@pytest.mark.parametrize("people", [MANY[:3], MANY], ids=len)
def test_paragraphs_that_nobody_had_coded_come_in_between(people: tuple[str, ...]) -> None:
    standing: Standing = {}
    first = edits_of(STANCE, people, seeded(1))
    stand(standing, [edit for edit in first if edit.paragraph % 2 == 0])
    live = LiveLayer(read_again(STANCE, standing))
    live.results()
    odd = [edit for edit in first if edit.paragraph % 2]
    for edit in odd[:: len(people)]:
        for now in (edit, replace(edit, answer=None), edit):
            stand(standing, [now])
            live.apply([now])
            assert list(live.results()) == full(read_again(STANCE, standing))


def test_who_answered_all_targets_left_by_one_key_is_followed() -> None:
    random = seeded(2)
    standing: Standing = {}
    edits = edits_of(STANCE, MANY[:3], random)
    stand(standing, edits)
    live = LiveLayer(read_again(STANCE, standing))
    live.results()
    for edit in edits[::2]:
        now = replace(edit, answer=("none", (), None), by_rest=True)
        stand(standing, [now])
        live.apply([now])
        results = list(live.results())
        assert results == full(read_again(STANCE, standing))
        assert results[0].n_none_by_rest == sum(one.by_rest for one in standing.values())
    asked = live._views[None]._asked
    assert asked is not None
    assert asked.rows.by_rest is not None
    assert asked.rows.by_rest.tolist() == rows_of(live.answers).by_rest.tolist()  # type: ignore[union-attr]


def test_pairs_of_annotators_are_the_same_in_small_tables_and_in_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for layer in (FRAMES, STANCE):
        standing = {key_of(edit): edit for edit in edits_of(layer, MANY[:6], seeded(3))}
        answers = read_again(layer, standing)
        at_once = [one.per_pair for one in reported(answers)]
        monkeypatch.setattr(pairs, "MOST_CELLS", 1)
        assert [one.per_pair for one in reported(answers)] == at_once
        assert len(at_once[0]) == 15
        monkeypatch.undo()


def reported(answers: Any) -> Any:
    options = Options(ci=0, distance="nominal" if answers.layer is FRAMES else None)
    return report([answers], options, source="", made_at="", program="").results
