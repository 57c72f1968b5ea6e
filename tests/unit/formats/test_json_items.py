"""Objects within an object of a JSON file, one by one: pages of annotations."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import RecordError
from annotator.formats import json_objects as module
from annotator.formats.json_objects import Found, json_items


def items(content: str) -> list[Found]:
    return list(json_items(io.BytesIO(content.encode()), "f", frozenset({"items"}), "first"))


@pytest.mark.parametrize(
    ("content", "values"),
    [
        ("", []),
        ("[]", []),
        ("[1, 2]", [1, 2]),
        ("1 2", [1, 2]),
        ('{"a": 1}', [{"a": 1}]),
        ("{}", [{}]),
        ('{"a": 1}\n{"a": 2}', [{"a": 1}, {"a": 2}]),
        ('{"a": {"items": [1]}}', [{"a": {"items": [1]}}]),
        ('{"a": 1, "items": []}', []),
        ('{"items": [1, {"items": [2]}], "b": 3}', [1, {"items": [2]}]),
        ('{"first": {"items": [1], "first": {"items": [2]}}, "items": [3]}', [1, 3]),
        ('{"items": {"x": 1}, "first": [2]}', [{"items": {"x": 1}, "first": [2]}]),
    ],
)
def test_objects_within_an_object_come_one_by_one(content: str, values: list[object]) -> None:
    assert [found.value for found in items(content)] == values


def test_objects_within_know_their_line_and_that_they_are() -> None:
    content = '{"a": 1,\n "items": [\n1,\n2]}\n{"b": 2}'
    assert [(each.line, each.is_inner) for each in items(content)] == [
        (3, True),
        (4, True),
        (5, False),
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"a": 1,}', "a name in double quotes is missing"),
        ('{"a" 1}', "a colon is missing"),
        ('{"a": 1 "b": 2}', "a comma is missing"),
        ("[1 2]", "a comma is missing"),
        ("[1,]", "a value is missing"),
        ("[,1]", "a value is missing"),
        ('{"a": ]', "a value is missing"),
        ("{3: 1}", "a name in double quotes is missing"),
        *((content, "cut off") for content in ("{", "[", '{"a"', '{"a":', '{"a": 1', "[1", "[1,")),
    ],
)
def test_what_is_no_json_is_refused_in_words(content: str, words: str) -> None:
    with pytest.raises(RecordError) as caught:
        items(content)
    assert words in str(caught.value)
    assert "line 1" in str(caught.value)


def test_many_objects_within_cost_the_memory_of_one() -> None:
    one = b'{"text": "' + b"x" * 1000 + b'"}'
    content = b'{"total": 5, "items": [' + b",".join([one] * 5000) + b"]}"
    assert sum(1 for _ in json_items(io.BytesIO(content), "f", frozenset({"items"}), "")) == 5000


@given(
    told=st.lists(st.dictionaries(st.text(), st.text() | st.integers())), piece=st.integers(1, 9)
)
def test_pieces_of_any_size_give_the_same(told: list[dict[str, object]], piece: int) -> None:
    content = json.dumps({"x": "é,]}", "first": {"items": told}}, ensure_ascii=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_PIECE", piece)
        assert [found.value for found in items(content)] == told
