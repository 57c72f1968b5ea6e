"""Prodigy's JSONL: choices, single labels, marked words; accepted, ignored and rejected tasks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from annotator.errors import RecordError
from annotator.formats.foreign import ForeignAnswer, ForeignDocument, ForeignSpan
from annotator.formats.prodigy import read

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def one(tmp_path: Path) -> Any:
    def read_task(**task: object) -> ForeignDocument:
        path = tmp_path / "a.jsonl"
        path.write_text(json.dumps({"text": "Il 😀 sale.", **task}))
        (document,) = read(path)
        return document

    return read_task


def test_accepted_label_is_an_answer(one: Any) -> None:
    document = one(label="ECON", answer="accept", meta={"source": "Gazzetta", "deep": {}, "n": 3})
    assert document.answers == (ForeignAnswer(annotator=None, labels=("ECON",), where="line 1"),)
    assert document.metadata == {"source": "Gazzetta", "n": "3"}


def test_choice_gives_its_accepted_options(one: Any) -> None:
    options = [{"id": 1, "text": "One"}, {"id": "b", "text": "Two"}]
    (answer,) = one(options=options, accept=[1, "b"], label="no").answers
    assert answer.labels == ("1", "b")


def test_ignored_task_is_skipped(one: Any) -> None:
    (answer,) = one(label="ECON", answer="ignore").answers
    assert (answer.state, answer.labels) == ("skipped", ("ECON",))


def test_rejected_task_is_no_answer_and_listed(one: Any) -> None:
    document = one(label="ECON", answer="reject")
    assert document.answers == ()
    assert [remark.slug for remark in document.remarks] == ["rejected"]


def test_state_in_the_metadata_says_more(one: Any) -> None:
    meta = {"question": "frame", "state": "cannot_tell", "paragraph": None}
    document = one(accept=[], answer="ignore", meta=meta)
    (answer,) = document.answers
    assert (answer.state, answer.question) == ("cannot_tell", "frame")
    assert document.metadata == {"paragraph": ""}


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ({"_annotator_id": "set-k7", "_session_id": "s"}, "set-k7"),
        ({"_annotator_id": None, "_session_id": "s"}, "s"),
        ({"_annotator_id": 3}, "3"),
        ({"_annotator_id": ""}, None),
    ],
)
def test_annotator_or_session_says_who(one: Any, who: dict[str, object], name: str | None) -> None:
    assert one(**who).answers[0].annotator == name


TOKENS = [{"text": "Il", "start": 0, "end": 2}, {"start": 3, "end": 4}, {"start": 5, "end": "?"}]


def test_marked_words_have_offsets_or_tokens_of_which_the_last_belongs_to_them(one: Any) -> None:
    document = one(
        tokens=TOKENS,
        spans=[
            {"start": 0, "end": 2, "label": "A", "text": "Il"},
            {"token_start": 0, "token_end": 1, "label": "B"},
            {"start": 3, "end": 4},
            {"token_start": 0, "token_end": 2},
            {"token_start": 0, "token_end": 9},
            {"start": 0, "end": 99, "label": "C"},
            "?",
        ],
    )
    assert document.answers[0].spans == (
        ForeignSpan(0, 2, "A", "Il"),
        ForeignSpan(0, 4, "B", "Il 😀"),
        ForeignSpan(3, 4, None, "😀"),
    )
    assert [remark.slug for remark in document.remarks] == ["no_place", "no_place", "outside_text"]


def test_tokens_may_be_missing(one: Any) -> None:
    document = one(spans=[{"start": 0, "end": 2, "label": "A"}, {"token_start": 0, "label": "B"}])
    assert len(document.answers[0].spans) == 1


def test_typed_words_are_an_answer(one: Any) -> None:
    assert one(user_input="words").answers[0].value == "words"
    assert one(field_id="why", why="words").answers[0].value == "words"
    assert one(user_input="words", answer="ignore").answers[0].value is None


def test_what_is_odd_is_listed(one: Any) -> None:
    document = one(text=None, relations=[{"head": 0}], spans=3)
    assert document.text == ""
    assert [remark.slug for remark in document.remarks] == ["no_text", "relations"]


def test_what_is_no_task_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text":"x"}\n["x"]')
    with pytest.raises(RecordError, match="line 2 is no task"):
        list(read(tmp_path / "a.jsonl"))


def test_folder_of_files_is_read(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl", "c.txt"):
        (tmp_path / name).write_text('{"text":"x","answer":"accept"}\n')
    assert len(list(read(tmp_path))) == 2
