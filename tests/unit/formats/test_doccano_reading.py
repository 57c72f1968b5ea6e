"""doccano's files in their many shapes: lines, arrays, tables; a file a person; spans beside."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from annotator.errors import RecordError
from annotator.formats.doccano import read
from annotator.formats.foreign import ForeignAnswer, ForeignDocument, ForeignSpan
from annotator.text.limits import MAX_CHARACTERS

if TYPE_CHECKING:
    from pathlib import Path


def one(tmp_path: Path, record: object) -> ForeignDocument:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(record))
    (document,) = read(path)
    return document


def lines(path: Path, *records: object) -> Path:
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text("\n".join(map(json.dumps, records)))
    return path


@pytest.mark.parametrize(
    "said",
    [
        {"label": ["a", "b"]},
        {"labels": ["a", "b"]},
        {"cats": ["a", "b"]},
        {"label": "a", "labels": ["b", "", None]},
        {"annotations": [{"label": "a"}, {"label": "b"}]},
    ],
)
def test_labels_have_several_names(tmp_path: Path, said: dict[str, object]) -> None:
    document = one(tmp_path, {"text": "Piove.", **said})
    assert document.answers == (ForeignAnswer(annotator=None, labels=("a", "b"), where="line 1"),)
    assert document.remarks == ()


@pytest.mark.parametrize(
    "said",
    [
        {"label": [[3, 4, "x"], [0, 2, "y"], [0, 2, "y"]]},
        {
            "entities": [
                {"id": 0, "start_offset": 3, "end_offset": 4, "label": "x"},
                {"id": 1, "start_offset": 0, "end_offset": 2, "label": "y"},
                [0, 2, "y"],
            ]
        },
    ],
)
def test_marked_words_count_code_points(tmp_path: Path, said: dict[str, object]) -> None:
    (answer,) = one(tmp_path, {"text": "Il 😀 sale.", **said}).answers
    assert answer.spans == (
        ForeignSpan(0, 2, "y", "Il"),
        ForeignSpan(0, 2, "y", "Il"),
        ForeignSpan(3, 4, "x", "😀"),
    )


def test_old_export_has_numbers_for_labels(tmp_path: Path) -> None:
    assert one(tmp_path, {"text": "x", "annotations": [{"label": 4}]}).answers[0].labels == ("4",)
    assert one(tmp_path, {"text": "x", "label": 4}).answers[0].labels == ("4",)


def test_text_without_labels_has_no_answer_and_with_an_empty_list_one(tmp_path: Path) -> None:
    assert one(tmp_path, {"text": "x"}).answers == ()
    assert one(tmp_path, {"data": "x", "label": []}).answers == (
        ForeignAnswer(annotator=None, where="line 1"),
    )


def test_what_is_odd_is_listed(tmp_path: Path) -> None:
    document = one(
        tmp_path, {"label": [[0, 9, "x"], [1], 2.5], "relations": [{"from_id": 0, "to_id": 1}]}
    )
    assert document.text == ""
    assert sorted(remark.slug for remark in document.remarks) == [
        "no_label",
        "no_label",
        "no_text",
        "outside_text",
        "relations",
    ]


def test_metadata_stand_beside_the_text_or_in_their_own_place(tmp_path: Path) -> None:
    document = one(
        tmp_path,
        {"id": 9, "text": "x", "label": [], "meta": {"page": 3, "deep": [1]}, "url": None},
    )
    assert (document.name, document.metadata) == ("9", {"page": "3", "id": "9", "url": ""})


def test_array_and_pretty_objects_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    told = [{"text": "a", "label": ["x"]}, {"text": "b", "label": ["y"]}]
    for text in (json.dumps(told, indent=2), "\n".join(json.dumps(e, indent=2) for e in told)):
        path.write_text(text)
        assert [document.text for document in read(path)] == ["a", "b"]


@pytest.mark.parametrize("content", ["[3]", '"text"'])
def test_what_is_no_record_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.json").write_text(content)
    with pytest.raises(RecordError, match="line 1 is no text with labels"):
        list(read(tmp_path / "a.json"))


# ------------------------------------------------------------------ tables


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_table_has_a_label_a_row(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f"text{delimiter} label\r\nA😀{delimiter}b\r\n".encode(encoding))
    (document,) = read(path)
    assert (document.text, document.answers[0].labels) == ("A😀", ("b",))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"text,label\nA,b,c\n", "line 2 has 3 fields, the header has 2"),
        (b"text,label\nA\xff,b\n", "not written in UTF-8"),
        (b"text,label\nA" + b"x" * MAX_CHARACTERS + b",b\n", "line 2 is no row of a table"),
    ],
    ids=["fields", "encoding", "length"],
)
def test_broken_table_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(RecordError, match=message):
        list(read(tmp_path / "a.csv"))


def test_empty_table_has_no_texts(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"")
    assert list(read(tmp_path / "a.csv")) == []


# ------------------------------------------------------------------ a file a person


def test_annotator_is_the_name_of_the_file_in_a_folder(tmp_path: Path) -> None:
    for name in ("all", "k7", "a%2Fb"):
        lines(tmp_path / f"{name}.jsonl", {"text": "x", "label": [name]})
    assert [each.answers[0].annotator for each in read(tmp_path)] == ["a/b", None, "k7"]


def test_marked_words_of_the_second_file_are_put_to_the_first(tmp_path: Path) -> None:
    first = [{"text": t, "label": ["a"], "paragraph": n} for n, t in enumerate(("x", "y", "x"))]
    lines(tmp_path / "k7.jsonl", *first)
    spans = [{"text": "y", "label": [[0, 1, "a"]], "paragraph": 1}]
    lines(tmp_path / "k7.spans.jsonl", *spans, {"text": "z", "label": [[0, 1, "b"]]})
    found = list(read(tmp_path))
    assert [each.text for each in found] == ["x", "y", "x", "z"]
    assert [len(each.answers) for each in found] == [1, 2, 1, 1]


def test_file_of_marked_words_may_stand_alone(tmp_path: Path) -> None:
    lines(tmp_path / "k7.spans.jsonl", {"text": "y", "label": [[0, 1, "a"]]})
    (document,) = read(tmp_path)
    assert document.answers[0].annotator == "k7"


def test_long_text_in_a_table_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"text,label\nA" + b"x" * 140_000 + b",b\n")
    (document,) = read(tmp_path / "a.csv")
    assert len(document.text) == 140_001
