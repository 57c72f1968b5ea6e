"""Objects of a JSON file: arrays, lines, pretty print; in pieces of any size; what is broken."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import RecordError
from annotator.formats import json_objects as module
from annotator.formats.json_objects import json_objects

values = st.dictionaries(st.text(max_size=5), st.text() | st.integers() | st.none(), max_size=3)
shapes = st.sampled_from(["array", "lines", "pretty"])


def objects(content: bytes) -> list[object]:
    return [found.value for found in json_objects(io.BytesIO(content), "f.json")]


@given(st.lists(values), shapes, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_every_shape_gives_its_objects(
    told: list[dict[str, object]], shape: str, encoding: str
) -> None:
    indent = 2 if shape == "pretty" else None
    pieces = [json.dumps(each, indent=indent) for each in told]
    text = f"[{','.join(pieces)}]" if shape == "array" else "\n".join(pieces)
    assert objects(text.encode(encoding)) == told


def test_small_pieces_give_the_same_as_large_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [{"text": "emoji 😀" * 9, "n": n} for n in range(40)]
    content = json.dumps(told, ensure_ascii=False, indent=1).encode()
    monkeypatch.setattr(module, "_PIECE", 5)
    assert objects(content) == told


def test_line_of_each_object_is_told() -> None:
    found = list(json_objects(io.BytesIO(b'{"a":1}\n\n{"a":\n2}\n{"a":3}'), "f"))
    assert [each.line for each in found] == [1, 3, 5]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"a":1}\n{"a":"x', "line 2 is cut off"),
        (b'{"a":1}\n{"a":tr', "line 2 is cut off"),
        (b'[{"a":1},\n{"a":2}', "line 2 is cut off"),
        (b"text that is no JSON", "line 1 is no JSON: Expecting value"),
        (b'{"a":1}]', "a bracket ] stands alone"),
        (b'[{"a":1}] {"b":2}', "something follows the end of the list"),
        (b'{"a":"\xff"}', r"not written in UTF-8 \(byte b'\\xff'\)"),
        (b"[" + b'{"a":' * 100_000, "nested too deeply"),
        (b'{"a":' + b"9" * 5_000 + b"}", "line 1 is no JSON"),
    ],
)
def test_broken_file_is_told_with_its_line(content: bytes, message: str) -> None:
    with pytest.raises(RecordError, match=message):
        objects(content)


def test_object_that_never_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LONGEST", 100)
    monkeypatch.setattr(module, "_PIECE", 50)
    with pytest.raises(RecordError, match="longer than"):
        objects(b'{"a":"' + b"x" * 1_000 + b'"}')
