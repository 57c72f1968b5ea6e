"""Native JSONL: lines out and in, and what is said about a line that is none."""

from __future__ import annotations

import io
import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import RecordError
from annotator.formats import jsonl
from annotator.formats.jsonl import (
    SCHEMA,
    Line,
    Record,
    Words,
    annotation_schema,
    is_annotations,
    read_lines,
    write_records,
)
from annotator.resources import schema

UID = "0f8d6c1e-2b7a-4e55-9a3c-77d1e0b4c9aa"
HASH = "0" * 64


def record(**changes: object) -> Record:
    one = Record(
        schema=SCHEMA,
        uid=UID,
        round="main",
        annotator="k7",
        annotator_uid=UID,
        annotator_kind="human",
        document=UID,
        title="Prices",
        paragraph=1,
        kind="body",
        layer="frame",
        target=None,
        holder=None,
        state="coded",
        codes=("economic", "geopolitical"),
        primary="economic",
        value=None,
        evidence=(Words(2, 5, "economic", text="😀 t"),),
        confidence=3,
        note="",
        codebook="1.0.0",
        codebook_sha256=HASH,
        rev=2,
        changed_at="2026-03-02T09:14:07.512Z",
        duration_ms=8200,
        device=UID,
        text="a 😀 tra blocchi",
        text_sha256=HASH,
    )
    return msgspec.structs.replace(one, **changes)


def written(*records: Record) -> bytes:
    out = io.BytesIO()
    assert write_records(records, out) == len(records)
    return out.getvalue()


def read(content: bytes) -> list[tuple[int, Line]]:
    return list(read_lines(io.BytesIO(content), "x.jsonl"))


def refusal(content: bytes) -> str:
    with pytest.raises(RecordError) as refused:
        read(content)
    return str(refused.value)


def test_line_has_every_field_in_order_and_null_where_it_does_not_apply() -> None:
    line = written(record()).decode()
    assert line.endswith("}\n")
    assert list(json.loads(line)) == list(Record.__struct_fields__)
    assert '"target":null' in line
    assert '"evidence":[{"start":2,"end":5,"code":"economic","text":"😀 t"}]' in line


def test_long_export_goes_out_in_pieces_and_tells_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "_BUFFER", 1000)
    out = io.BytesIO()
    told: list[int] = []
    assert write_records([record()] * 10, out, told.append) == 10
    assert told == [2, 4, 6, 8, 10]
    assert out.getvalue() == written(record()) * 10
    assert write_records([record()] * 3, io.BytesIO()) == 3


def test_no_records_are_no_bytes() -> None:
    assert written() == b""


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(texts, texts, st.sampled_from(["coded", "none", "cannot_tell", "skipped"]), texts)
def test_what_was_written_is_read_again(note: str, text: str, state: str, value: str) -> None:
    one = record(note=note, text=text, state=state, value=value, title=text)
    ((number, line),) = read(written(one))
    assert number == 1
    for name in set(Line.__struct_fields__) & set(Record.__struct_fields__):
        assert getattr(line, name) == getattr(one, name), name


def test_mark_blank_lines_and_a_missing_last_line_end_are_passed_over() -> None:
    line = written(record())
    lines = read(b"\xef\xbb\xbf" + line + b"\n  \r\n" + line.rstrip(b"\n"))
    assert [number for number, _ in lines] == [1, 4]


def test_unknown_fields_are_passed_over_and_missing_ones_have_defaults() -> None:
    least = {
        "schema": SCHEMA,
        "round": "main",
        "annotator": "k7",
        "annotator_uid": UID,
        "document": UID,
        "layer": "frame",
        "state": "none",
        "codebook": "1.0.0",
        "changed_at": "2026-03-02T09:14:07.512Z",
    }
    ((_, line),) = read(json.dumps({**least, "mood": "sunny"}).encode())
    assert (line.codes, line.evidence, line.rev, line.note) == ((), (), 1, "")


def test_line_that_is_cut_off_is_called_so() -> None:
    whole = written(record())
    said = refusal(whole + whole[:100])
    assert said == (
        "x.jsonl: line 2 is cut off in the middle; the file is not whole; export or copy it again"
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"unit,annotator,value\n", "line 1 is no annotation"),
        (b'{"schema":"annotation/2"}\n', "`$.schema`"),
        (b'{"schema":"annotation/1"}\n', "missing required field"),
        (b'{"schema":"annotation/1","round":1}\n', "`$.round`"),
        (written(record()).replace(b'"none"', b'"maybe"').replace(b"coded", b"maybe"), "$.state"),
        (written(record()).replace(b'"start":2', b'"start":-2'), "$.evidence"),
        (written(record()).replace(b"Prices", b"Pr\xffces"), "line 1 is no annotation"),
        (written(record()).decode().encode("utf-16"), "line 1 is no annotation"),
        (b"[]\n", "line 1 is no annotation"),
        (b"\n\nnull\n", "line 3 is no annotation"),
    ],
)
def test_line_that_is_no_annotation_is_named_with_its_trouble(content: bytes, said: str) -> None:
    assert said in refusal(content)


def test_endless_line_is_refused_before_it_fills_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(jsonl, "_LONGEST_LINE", 50)
    assert "line 1 is longer than" in refusal(b"x" * 1000)


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (written(record()), True),
        (b"\xef\xbb\xbf\n" + written(record()), True),
        (written(record())[:60], True),
        (b'{"text":"an article","schema":"news/1"}', False),
        (b"The schema of annotation/1 explained", False),
        (b'{"a":1}\n{"schema":"annotation/1"}', False),
        (b"", False),
    ],
)
def test_export_is_known_by_its_first_line(head: bytes, is_one: bool) -> None:
    assert is_annotations(head) is is_one


def test_published_schema_is_that_of_the_code() -> None:
    assert json.loads(schema("annotation").read_text(encoding="utf-8")) == annotation_schema()
