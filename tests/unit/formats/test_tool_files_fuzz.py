"""Whatever a file holds: its readers give texts, or a `RecordError` that says where."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import RecordError
from annotator.formats.catalogue import FORMATS
from annotator.formats.recognising import recognise

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Il 😀 costa\r\npoco."
WHOLE: dict[str, tuple[str, bytes]] = {
    "label-studio": (
        "a.json",
        json.dumps(
            [
                {
                    "id": 1,
                    "data": {"text": TEXT},
                    "annotations": [
                        {
                            "completed_by": {"email": "a@b.test"},
                            "result": [
                                {
                                    "from_name": "q",
                                    "type": "labels",
                                    "value": {"start": "3", "end": 5, "labels": ["x"]},
                                },
                                {"type": "choices", "value": {"choices": ["y"]}},
                            ],
                        }
                    ],
                    "predictions": [{"result": []}],
                }
            ],
            indent=1,
        ).encode(),
    ),
    "doccano": ("a.jsonl", json.dumps({"text": TEXT, "label": [[0, 2, "x"], "y"]}).encode()),
    "prodigy": (
        "a.jsonl",
        json.dumps(
            {
                "text": TEXT,
                "tokens": [{"start": 0, "end": 2}],
                "spans": [{"token_start": 0, "token_end": 0, "label": "x"}],
                "accept": ["y"],
                "answer": "accept",
                "meta": {"state": "none"},
            }
        ).encode(),
    ),
    "brat": ("a.ann", "T1\tX 0 2;3 4\tIl 😀\nA1\tM T1 v\n#1\tNote T1\tn\nR1\tx\n".encode()),
}
scraps = st.sampled_from(
    [b"", b"[", b"]", b'"', b"null", b"-1", b"\t", b"\xff", b"\r\n", b"1e9", b";"]
)
KEYS = ["text", "data", "label", "labels", "entities", "annotations", "predictions", "result"]
KEYS += ["value", "start", "end", "type", "from_name", "choices", "taxonomy", "completed_by"]
KEYS += ["spans", "tokens", "accept", "answer", "meta"]
json_values: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)
    ),
    max_leaves=25,
)


def take(name: str, path: Path) -> None:
    recognise(path)
    documents = []
    with suppress(RecordError):
        documents = list(FORMATS[name].load().read(path))
    for document in documents:
        for answer in document.answers:
            for span in answer.spans:
                assert document.text[span.start : span.end] == span.text
        assert all(str(remark) for remark in document.remarks)


@pytest.mark.parametrize("name", sorted(WHOLE))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_damaged_file_is_read_or_refused(name: str, tmp_path: Path, data: st.DataObject) -> None:
    file, content = WHOLE[name]
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 8)))
    scrap = data.draw(scraps)
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    (tmp_path / file).write_bytes(content[:start] + scrap + content[end:])
    take(name, tmp_path / file)


@pytest.mark.parametrize("name", ["label-studio", "doccano", "prodigy"])
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(value=json_values)
def test_any_json_is_read_or_refused(name: str, tmp_path: Path, value: object) -> None:
    (tmp_path / "a.json").write_text(json.dumps(value))
    take(name, tmp_path / "a.json")
