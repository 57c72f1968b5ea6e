from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import AnswerRefused
from annotator.model import Answer
from annotator.store import Change, KindChanged, Store


def test_nothing_to_undo_or_redo(coding) -> None:
    assert coding.undo() is None
    assert coding.redo() is None


def test_undo_and_redo_walk_the_steps(coding) -> None:
    coding.frame("economic")
    coding.frame("climate")
    coding.clear()
    assert coding.answers() == {}
    step = coding.undo()
    assert (step.act, step.changes[0].before, step.changes[0].after) == (
        "undo",
        None,
        Answer("coded", ("climate",)),
    )
    coding.undo()
    assert coding.answers() == {coding.place(): Answer("coded", ("economic",))}
    coding.undo()
    assert coding.undo() is None
    assert coding.redo().act == "redo"
    assert coding.redo().changes[0].annotation.answer == Answer("coded", ("climate",))


def test_new_step_ends_what_could_be_redone(coding) -> None:
    coding.frame("economic")
    coding.undo()
    coding.frame("climate")
    assert coding.redo() is None


def test_step_of_several_answers_goes_back_as_one(coding) -> None:
    coding.store.annotate([Change(coding.place(0, "stance", "tax", "author"), Answer("none"))])
    here, there = (
        coding.place(0, "stance", "tax", "author"),
        coding.place(0, "stance", "tax", "person:Ada"),
    )
    coding.store.annotate([Change(here, None), Change(there, Answer("coded", ("favour",)))])
    assert len(coding.undo().changes) == 2
    assert coding.answers() == {here: Answer("none")}
    coding.redo()
    assert coding.answers() == {there: Answer("coded", ("favour",))}


def test_undo_is_of_one_round_and_annotator(coding, coding_in) -> None:
    other = coding_in(coding.store, "m2")
    coding.frame("economic")
    other.frame("climate")
    assert coding.undo().changes[0].place.annotator == "k7"
    assert len(other.answers()) == 1
    assert coding.store.undo("pilot", "m2") is None


def test_kind_goes_back(coding) -> None:
    coding.store.set_kind(coding.document, 1, "quote", round="main", annotator="k7")
    (change,) = coding.undo().changes
    assert change == KindChanged(coding.document, 1, "quote", "body")
    assert coding.redo().changes == (KindChanged(coding.document, 1, "body", "quote"),)


def test_rest_comes_back_as_rest(coding) -> None:
    def rests() -> list[int]:
        return [row[0] for row in coding.store._file.rows("SELECT rest FROM event ORDER BY seq")]

    coding.store.annotate([Change(coding.place(), Answer("none"), rest=True)])
    coding.frame("economic")
    coding.undo()
    assert rests() == [1, 0, 1]
    coding.undo()
    coding.redo()
    assert rests() == [1, 0, 1, 0, 1]


def test_answer_changed_elsewhere_is_not_undone(coding) -> None:
    coding.frame("economic", paragraph=2)
    with Store.open(coding.store.path) as other:
        place = coding.place(2)
        with other.write():  # as a merge does: a change that is nobody's step here
            other._file.run("UPDATE annotation SET note='merged' WHERE uid=?", place.uid)
    with pytest.raises(AnswerRefused, match="¶ 3 has been changed elsewhere") as caught:
        coding.undo()
    assert caught.value.values["paragraph"] == 2
    assert coding.answers()[coding.place(2)].note == "merged"


def test_whole_answer_changed_elsewhere_is_not_undone(coding) -> None:
    place = coding.place(None, "whole")
    coding.store.annotate([Change(place, Answer("none"))])
    with coding.store.write():
        coding.store._file.run("DELETE FROM annotation")
    with pytest.raises(AnswerRefused, match="whole article"):
        coding.undo()


def test_kind_changed_elsewhere_is_not_undone(coding) -> None:
    coding.store.set_kind(coding.document, 1, "quote", round="main", annotator="k7")
    with coding.store.write():
        coding.store._file.run("UPDATE paragraph SET kind='heading' WHERE ord=1")
    with pytest.raises(AnswerRefused, match="¶ 2"):
        coding.undo()


def test_second_window_undoes_what_the_first_did(coding) -> None:
    coding.frame("economic")
    coding.frame("climate")
    with Store.open(coding.store.path) as second:
        assert second.undo("main", "k7") is not None
    assert coding.undo() is not None
    assert coding.undo() is None


ACTS = st.lists(
    st.one_of(
        st.tuples(
            st.just("put"),
            st.integers(0, 2),
            st.sampled_from([("economic",), ("climate",), ("economic", "climate"), ()]),
        ),
        st.tuples(st.just("clear"), st.integers(0, 2)),
        st.tuples(st.just("kind"), st.integers(0, 2), st.sampled_from(["body", "quote"])),
        st.tuples(st.just("both"), st.integers(0, 1)),
        st.sampled_from([("undo",), ("undo",), ("redo",), ("restart",)]),
    ),
    max_size=25,
)


class Snapshots:
    """The model: a list of states and a place in it."""

    def __init__(self) -> None:
        self.states: list[dict[object, object]] = [{}]
        self.at = 0

    def do(self, state: dict[object, object]) -> None:
        if state != self.states[self.at]:
            self.states[self.at + 1 :] = [state]
            self.at += 1

    def move(self, by: int) -> bool:
        can = 0 <= self.at + by < len(self.states)
        self.at += by if can else 0
        return can


def wanted(state: dict[object, object], act: tuple[Any, ...]) -> dict[object, object]:
    verb, *rest = act
    new = dict(state)
    if verb == "put":
        new[rest[0]] = Answer("coded", rest[1]) if rest[1] else Answer("none")
    elif verb == "clear":
        new.pop(rest[0], None)
    elif verb == "both":
        new.pop(rest[0], None)
        new[rest[0] + 1] = Answer("none")
    elif (rest[1] == "body") == (("kind", rest[0]) not in new):
        return state
    elif rest[1] == "body":
        del new["kind", rest[0]]
    else:
        new["kind", rest[0]] = "quote"
    return new


def perform(coding, act: tuple[Any, ...]) -> None:
    verb, *rest = act
    if verb == "put":
        coding.frame(*rest[1], paragraph=rest[0])
    elif verb == "clear":
        coding.clear(rest[0])
    elif verb == "kind":
        coding.store.set_kind(coding.document, rest[0], rest[1], round="main", annotator="k7")
    else:
        changes = [
            Change(coding.place(rest[0]), None),
            Change(coding.place(rest[0] + 1), Answer("none")),
        ]
        coding.store.annotate(changes)


def state_of(coding) -> dict[object, object]:
    state: dict[object, object] = {
        place.paragraph: answer for place, answer in coding.answers().items()
    }
    for number, paragraph in enumerate(coding.store.paragraphs(coding.document)):
        if paragraph.kind == "quote":
            state["kind", number] = "quote"
    return state


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts=ACTS)
def test_random_histories_equal_a_list_of_snapshots(acts, codebook, coding_in) -> None:
    model = Snapshots()
    with tempfile.TemporaryDirectory() as folder:
        coding = coding_in(Store.create(Path(folder) / "p.annot", codebook=codebook))
        for act in acts:
            if act == ("restart",):
                coding.store.close()
                coding.store = Store.open(coding.store.path)
            elif act in {("undo",), ("redo",)}:
                moved = model.move(-1 if act == ("undo",) else 1)
                step = coding.undo() if act == ("undo",) else coding.redo()
                assert (step is not None) == moved
            else:
                model.do(wanted(model.states[model.at], act))
                perform(coding, act)
            assert state_of(coding) == model.states[model.at]
        assert coding.store.check() == []
        coding.store.close()


def test_answer_keeps_the_codebook_version_it_had(coding, codebook) -> None:
    coding.frame("economic")
    about = msgspec.structs.replace(codebook.about, version="1.1.0")
    newer = msgspec.structs.replace(codebook, about=about)
    with coding.store.write():
        coding.store._definitions.add_codebook(newer, toml="")
        coding.store._file.run("UPDATE round SET codebook='1.1.0'")
    coding.frame("economic")  # the same codes under another codebook are another answer
    (now,) = coding.store.annotations(coding.document, "main", "k7")
    coding.undo()
    (before,) = coding.store.annotations(coding.document, "main", "k7")
    assert (now.codebook, before.codebook) == ("1.1.0", "1.0.0")
    assert coding.store.codebook().version == "1.1.0"
    assert [v.version for v in coding.store.codebook_versions()] == ["1.0.0", "1.1.0"]
