"""Files that are no good tables: words, never a traceback, whatever bytes they hold."""

from __future__ import annotations

import csv
import gc
import io
import json
import os
import re
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement import Options, render, report
from annotator.agreement.table import read_table
from annotator.errors import AnnotatorError, TableError

HEADER = "unit,annotator,value\n"


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".jsonl", ".parquet"])
def test_folder_and_missing_file(tmp_path, suffix):
    with pytest.raises(TableError, match="No such file"):
        read_table(tmp_path / f"none{suffix}")
    folder = tmp_path / f"folder{suffix}"
    folder.mkdir()
    with pytest.raises(TableError, match=r"folder.*cannot be read"):
        read_table(folder)


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".jsonl"])
def test_empty_file(tmp_path, suffix):
    path = tmp_path / f"empty{suffix}"
    path.touch()
    with pytest.raises(TableError, match="The table is empty; its first line names the columns"):
        read_table(path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (HEADER + "u\0,a,x\n", "Line 2 holds the sign NUL"),
        (HEADER + "u,a,x\nu,b\0,x\n", "Line 3 holds the sign NUL"),
        (HEADER + "u,a,x\0\n", "Line 2 holds the sign NUL"),
        ("unit\0,annotator,value\n", "Line 1 holds the sign NUL"),
        (HEADER + "u,a,x||y\n", "Line 2 holds a set with an empty code"),
        (HEADER + 'u,"a"b,x\n', "Line 2 is no well-formed row"),
        (HEADER + "u,a,x\r\n\r\nu,b\r\n", "Line 4 has 2 fields"),
    ],
)
def test_what_is_no_text(content, message):
    with pytest.raises(TableError, match=message):
        read_table(io.StringIO(content, newline=""), sets=True)


def test_utf_16_is_said(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes((HEADER + "u,a,x\n").encode("utf-16"))
    with pytest.raises(TableError, match="Line 1 of the table is not UTF-8"):
        read_table(path)
    path.write_bytes((HEADER + "u,a,x\n").encode("utf-16-le"))
    with pytest.raises(TableError, match="NUL"):
        read_table(path)


def test_open_text_that_is_not_utf_8_has_no_line():
    text = io.TextIOWrapper(io.BytesIO(HEADER.encode() + b"u,a,\xe8\n"), encoding="utf-8")
    with pytest.raises(TableError, match="table: The table is not UTF-8 text; save it"):
        read_table(text)


def test_file_that_was_mended_while_it_was_read(tmp_path, monkeypatch):
    path = tmp_path / "t.csv"
    path.write_bytes(HEADER.encode() + b"u,a,\xe8\n")
    monkeypatch.setattr("annotator.agreement.table._first_bad_line", lambda _: None)
    with pytest.raises(TableError, match="The table is not UTF-8 text; save it"):
        read_table(path)


def test_line_of_a_file_that_is_good_by_now(tmp_path):
    from annotator.agreement.table import _first_bad_line

    path = tmp_path / "t.csv"
    path.write_text(HEADER)
    assert _first_bad_line(path) is None


def test_file_that_changes_while_it_is_read(tmp_path, monkeypatch):
    from annotator.agreement import table

    path = tmp_path / "t.csv"
    path.write_text(HEADER + "u,a,x\n")
    sheet = table._sheet

    def written_meanwhile(text, suffix):
        with path.open("a") as more:
            more.write("u,b,x\n")
        return sheet(text, suffix)

    monkeypatch.setattr(table, "_sheet", written_meanwhile)
    with pytest.raises(TableError, match="changed while it was read; wait"):
        read_table(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_named_pipe_is_read_to_its_end(tmp_path):
    path = tmp_path / "t.csv"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_text, args=(HEADER + "u,a,x\n",))
    writer.start()
    answers = read_table(path)
    writer.join()
    assert len(answers.answer) == 1


def test_collection_of_cycles_goes_on_afterwards():
    assert gc.isenabled()
    with pytest.raises(TableError):
        read_table(io.StringIO("x\n"))
    assert gc.isenabled()
    gc.disable()
    try:
        read_table(io.StringIO(HEADER))
        assert not gc.isenabled()
    finally:
        gc.enable()


# ------------------------------------------------------------------ whatever comes

CELLS = st.one_of(
    st.sampled_from(["", "a", "b", "A", "a|b", "|", "1", "2.5", "none", "nan", "∅", " a", '"']),
    st.text(max_size=4),
)
OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "sets": st.booleans(),
        "order": st.sampled_from([["a", "b"], ["1", "2.5"], []]),
        "missing": st.sampled_from(["", "a"]),
        "document_column": st.sampled_from(["doc", "unit", "nothing"]),
        "layer": st.just("a"),
    },
)


def answered(text, suffix, **options):
    """A whole report in all formats for people and machines, or an error in words."""
    try:
        answers = read_table(io.StringIO(text, newline=""), suffix=suffix, **options)
        made = report([answers], Options(ci=10), source="t", made_at="", program="p")
    except AnnotatorError as error:
        return str(error)
    for form in ("table", "json", "csv"):
        is_nan = re.search(r"\bnan\b", render(made, form), re.IGNORECASE)
        assert not is_nan or "nan" in text.lower()
    return made.source


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(*[CELLS] * 5), max_size=12),
    OPTIONS,
    st.sampled_from([".csv", ".tsv"]),
    st.booleans(),
)
def test_any_cells_give_an_answer_or_words(rows, options, suffix, has_state):
    text = io.StringIO()
    writer = csv.writer(text, delimiter="," if suffix == ".csv" else "\t")
    writer.writerow(["unit", "annotator", "value", "doc", "state" if has_state else "other"])
    writer.writerows(rows)
    assert answered(text.getvalue(), suffix, **options)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=80), st.sampled_from([".csv", ".jsonl"]), OPTIONS)
def test_any_text_gives_an_answer_or_words(text, suffix, options):
    assert answered(text, suffix, **options)
    assert answered(HEADER + text, ".csv", **options)


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=3)),
    lambda inner: st.one_of(st.lists(inner, max_size=3),
                            st.dictionaries(st.text(max_size=2), inner, max_size=2)),
    max_leaves=4,
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.fixed_dictionaries({"unit": VALUES, "annotator": VALUES, "value": VALUES},
                                   optional={"state": VALUES, "doc": VALUES}), max_size=8),
    OPTIONS,
)  # fmt: skip
def test_any_json_gives_an_answer_or_words(records, options):
    assert answered("\n".join(map(json.dumps, records)), ".jsonl", **options)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(*[st.sampled_from(["", "a", "b", "0", "3", "9", "1.0", "-1"])] * 6),
                max_size=10))  # fmt: skip
def test_any_spans_give_an_answer_or_words(rows):
    text = "unit,annotator,value,s,e,n\n" + "\n".join(map(",".join, rows))
    assert answered(text, ".csv", start_column="s", end_column="e", length_column="n")


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=60))
def test_any_bytes_in_a_file_give_an_answer_or_words(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("bytes") / "t.csv"
    path.write_bytes(HEADER.encode() + content)
    words = str(path)
    try:
        read_table(path)
    except TableError as error:
        words = str(error)
    assert str(path) in words
