"""Whatever is edited, the live figures are those of a full report on the answers as they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement import Evidence, LayerAnswers, Options, report
from annotator.agreement.live import Edit, LiveLayer
from annotator.model import About, Code, Codebook, HolderType, Layer, Target, holder_type

if TYPE_CHECKING:
    from collections.abc import Sequence


def _text(key: str) -> dict[str, str]:
    return {"en": key}


def _codes(*keys: str, values: tuple[int, ...] = ()) -> tuple[Code, ...]:
    values = values or (None,) * len(keys)  # type: ignore[assignment]
    return tuple(
        Code(key, _text(key), _text(key), value=value, aside=key == "mixed")
        for key, value in zip(keys, values, strict=True)
    )


FRAMES = Layer("frame", _text("Frame"), _text("?"), "multiple", "paragraph",
               codes=_codes("money", "law", "nature"), primary="optional")  # fmt: skip
TONE = Layer("tone", _text("Tone"), _text("?"), "single", "document", codes=_codes("calm", "loud"))
STANCE = Layer("stance", _text("Stance"), _text("?"), "scale", "paragraph", per_target=True,
               holder=True,
               codes=_codes("against", "neutral", "mixed", "favour", values=(-1, 0, 0, 1)),
               )  # fmt: skip
WORDS = Layer("words", _text("Words"), _text("?"), "text", "paragraph")
TARGETS, HOLDERS = ("tax", "bank", "offered"), ("author", "person:Ann", "person:Bob", "firm")
BOOK = Codebook(
    1, About("study", "1.0.0", ("en",), _text("Study")), (FRAMES, TONE, STANCE, WORDS),
    targets=tuple(Target(key, _text(key), _text(key), ask="offered" if key == "offered" else
                         "always") for key in TARGETS),
    holders=tuple(HolderType(key, _text(key), _text(key), default=key == "author")
                  for key in dict.fromkeys(map(holder_type, HOLDERS))),
)  # fmt: skip
DOCUMENTS, PEOPLE, ROUNDS = ("d2", "d1", "d3"), ("Zoe", "Ann", "Mia"), ("main", "again")

# (document, paragraph, annotator, target, holder, round) and what is said there.
Key = tuple[str, int, str, str | None, str | None, str]
Standing = dict[Key, Edit]


def read_again(layer: Layer, standing: Standing) -> LayerAnswers:
    """The columns as reading everything anew gives them."""
    edits = list(standing.values())

    def listed(values: list[Any], order: Any = None) -> tuple[list[Any], np.ndarray[Any, Any]]:
        names = sorted({value for value in values if value is not None}, key=order or repr)
        places = [-1 if value is None else names.index(value) for value in values]
        return names, np.array(places, np.int32)

    documents, document = listed([edit.document for edit in edits])
    annotators, annotator = listed([edit.annotator for edit in edits])
    targets, target = listed([edit.target for edit in edits])
    holders, holder = listed([edit.holder for edit in edits])
    rounds, round_ = listed([edit.round for edit in edits], ROUNDS.index)
    versions, version = listed([edit.version for edit in edits])
    answers, answer = listed([edit.answer for edit in edits])
    spans = [(row, *span) for row, edit in enumerate(edits) for span in edit.spans]
    codes, code = listed([span[3] for span in spans])
    return LayerAnswers(
        layer, BOOK, document,
        np.array([edit.paragraph for edit in edits], np.int32),
        annotator, target, holder, answer, answers, documents, annotators, targets, holders,
        rounds=tuple(rounds), round=round_, versions=tuple(versions), version=version,
        by_rest=np.array([edit.by_rest for edit in edits], bool),
        changed_at=np.array([edit.changed_at for edit in edits], np.int64),
        evidence=Evidence(
            np.array([span[0] for span in spans], np.int32),
            np.array([span[1] for span in spans], np.int32),
            np.array([span[2] for span in spans], np.int32),
            code, tuple(codes), np.array([edit.length for edit in edits], np.int32),
        ),
    )  # fmt: skip


def key_of(edit: Edit) -> Key:
    assert edit.round is not None
    return edit.document, edit.paragraph, edit.annotator, edit.target, edit.holder, edit.round


def stand(standing: Standing, edits: list[Edit]) -> None:
    """What the project holds after some edits: an answer in place of another keeps its row."""
    for edit in edits:
        if edit.answer is None or edit.is_put_back:
            standing.pop(key_of(edit), None)
        if edit.answer is not None:
            standing[key_of(edit)] = edit


def full(answers: LayerAnswers, target: str | None = None) -> list[Any]:
    options = Options(ci=0, target=target)
    return list(report([answers], options, source="", made_at="", program="").results)


def an_answer(layer: Layer, codes: list[str], state: str, primary: bool) -> Any:
    if layer.answer == "text":
        return ("coded", (), None)
    if not codes:
        return (state, (), None)
    order = [code.key for code in layer.codes]
    chosen = tuple(sorted(set(codes), key=order.index))
    if layer.answer != "multiple":
        return ("coded", chosen[:1], None)
    return ("coded", chosen, chosen[0] if primary else None)


@st.composite
def an_edit(draw: st.DrawFn, layer: Layer) -> Edit:
    keys = [code.key for code in layer.codes] or ["x"]
    cleared = draw(st.integers(0, 6)) == 0
    state = draw(st.sampled_from(["none", "none", "cannot_tell", "skipped"]))
    answer = an_answer(layer, draw(st.lists(st.sampled_from(keys), max_size=2)), state,
                       draw(st.booleans()))  # fmt: skip
    start = draw(st.integers(0, 8))
    code = draw(st.sampled_from([None, *answer[1]]))
    marks = answer[0] == "coded" and layer.answer != "text" and draw(st.booleans())
    return Edit(
        document=draw(st.sampled_from(DOCUMENTS)),
        paragraph=draw(st.integers(0, 2)) if layer.unit == "paragraph" else -1,
        annotator=draw(st.sampled_from(PEOPLE)),
        answer=None if cleared else answer,
        target=draw(st.sampled_from(TARGETS)) if layer.per_target else None,
        holder=draw(st.sampled_from(HOLDERS)) if layer.holder else None,
        round=draw(st.sampled_from(ROUNDS)),
        version=draw(st.sampled_from(["1.0.0", "1.1.0"])),
        by_rest=answer[0] == "none" and not cleared and draw(st.booleans()),
        changed_at=draw(st.integers(0, 10**7)),
        length=12,
        spans=((start, start + draw(st.integers(1, 4)), code),) if marks and not cleared else (),
        is_put_back=not cleared and draw(st.integers(0, 6)) == 0,
    )


def steps(layer: Layer) -> st.SearchStrategy[list[list[Edit]]]:
    """Batches of edits, each with a place of its own."""
    return st.lists(st.lists(an_edit(layer), min_size=1, max_size=4, unique_by=key_of), max_size=8)


@pytest.mark.parametrize("layer", [FRAMES, TONE, STANCE, WORDS], ids=lambda layer: layer.key)
@given(data=st.data())
@settings(deadline=None, max_examples=12)
def test_live_figures_are_those_of_a_full_report(layer: Layer, data: st.DataObject) -> None:
    standing: Standing = {}
    stand(standing, data.draw(st.lists(an_edit(layer), min_size=1, max_size=30, unique_by=key_of)))
    live = LiveLayer(read_again(layer, standing))
    for edits in data.draw(steps(layer)):
        live.results()
        stand(standing, edits)
        live = taken_over(live, edits, standing)
        fresh = read_again(layer, standing)
        assert list(live.results()) == full(fresh)
        for target in fresh.targets:
            assert list(live.results(target)) == full(fresh, target)


@pytest.mark.parametrize("layer", [FRAMES, STANCE], ids=lambda layer: layer.key)
@given(data=st.data())
@settings(deadline=None, max_examples=12)
def test_columns_are_those_that_are_read_again(layer: Layer, data: st.DataObject) -> None:
    standing: Standing = {}
    stand(standing, data.draw(st.lists(an_edit(layer), max_size=10, unique_by=key_of)))
    live = LiveLayer(read_again(layer, standing))
    for edits in data.draw(steps(layer)):
        stand(standing, edits)
        live = taken_over(live, edits, standing)
        assert said(live.answers) == said(read_again(layer, standing))


def test_columns_that_the_source_does_not_know_stay_unknown() -> None:
    edits = [Edit(document="d1", paragraph=place, annotator=who, answer=("coded", ("law",), None))
             for place in range(3) for who in PEOPLE]  # fmt: skip
    known = read_again(FRAMES, {(edit.document, edit.paragraph, edit.annotator, None, None, ""):
                                replace(edit, round="main", version="1.0.0")
                                for edit in edits})  # fmt: skip
    bare = replace(known, rounds=(), round=None, versions=(), version=None, changed_at=None,
                   evidence=None)  # fmt: skip
    live = LiveLayer(bare)
    live.apply([replace(edits[0], answer=("none", (), None)), replace(edits[1], answer=None)])
    answers = live.answers
    assert (answers.round, answers.version, answers.changed_at, answers.evidence) == (None,) * 4
    assert len(answers.answer) == len(edits) - 1
    assert list(live.results()) == full(answers)


def taken_over(live: LiveLayer, edits: list[Edit], standing: Standing) -> LiveLayer:
    """Apply edits; whoever knows the order of rounds and versions reads again for a new one."""
    answers = live.answers
    if all(edit.round in answers.rounds and edit.version in answers.versions for edit in edits):
        live.apply(edits)
        return live
    return LiveLayer(read_again(live.answers.layer, standing))


def said(answers: LayerAnswers) -> list[tuple[Any, ...]]:
    """Every row in words, in order, with the lists of names that must not grow."""
    assert answers.round is not None
    assert answers.version is not None
    assert answers.changed_at is not None
    assert answers.evidence is not None
    marks = answers.evidence
    names: list[Sequence[object]] = [
        answers.annotators, answers.targets, answers.holders, answers.answers,
        answers.rounds, answers.versions, marks.codes]  # fmt: skip
    spans = sorted(
        (int(row), int(start), int(end), None if code < 0 else marks.codes[code])
        for row, start, end, code in zip(marks.row, marks.start, marks.end, marks.code, strict=True)
    )
    rows = [
        (
            answers.documents[answers.document[row]],
            int(answers.paragraph[row]),
            answers.annotators[answers.annotator[row]],
            None if answers.target[row] < 0 else answers.targets[answers.target[row]],
            None if answers.holder[row] < 0 else answers.holders[answers.holder[row]],
            answers.rounds[answers.round[row]],
            answers.versions[answers.version[row]],
            answers.answers[answers.answer[row]],
            int(answers.changed_at[row]),
            int(marks.length[row]),
        )
        for row in range(len(answers.answer))
    ]
    return [*rows, *spans, *(tuple(sorted(map(repr, each))) for each in names)]
