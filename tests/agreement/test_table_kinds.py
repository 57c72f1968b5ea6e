"""Tables beyond CSV: Parquet, JSONL in blocks; codebooks; the names of units."""

from __future__ import annotations

import errno
import io
import json
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import parquet

from annotator.agreement.lines import BLOCK
from annotator.agreement.table import read_table
from annotator.codebook import parse_codebook
from annotator.errors import TableError, Unavailable

HEADER = "unit,annotator,value\n"


def rated(answers):
    return [
        (answers.units[unit], answers.annotators[who], *answers.answers[answer][:2])
        for unit, who, answer in zip(
            answers.paragraph, answers.annotator, answers.answer, strict=True
        )
    ]


@pytest.fixture
def in_parquet(tmp_path):
    def write(**columns):
        path = tmp_path / "t.parquet"
        parquet.write_table(pa.table(columns), path)
        return path

    return write


# ------------------------------------------------------------------ Parquet


def test_parquet_is_read_as_the_same_csv(in_parquet):
    path = in_parquet(unit=["u1", "u1", "u2"], annotator=["a", "b", "a"], value=["x", None, "y"])
    text = HEADER + "u1,a,x\nu1,b,\nu2,a,y\n"
    assert rated(read_table(path)) == rated(read_table(io.StringIO(text)))


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        (pa.array([1, 2, None]), [("1",), ("2",)]),
        (pa.array([1.5, float("nan"), 2.0]), [("1.5",), ("2.0",)]),
        (pa.array([True, False, True]), [("true",), ("false",), ("true",)]),
        (pa.array(["x", "y", "x"]).dictionary_encode(), [("x",), ("y",), ("x",)]),
        (pa.array([["y", "x"], [], None]), [("x", "y"), ()]),
        (pa.nulls(3), []),
        (pa.array(["x", None, "y"], pa.large_string()), [("x",), ("y",)]),
    ],
    ids=["whole", "numbers", "truth", "categories", "lists", "nothing", "large"],
)
def test_kinds_of_parquet_columns(in_parquet, values, codes):
    path = in_parquet(unit=[1, 2, 3], annotator=["a"] * 3, value=values)
    assert [codes for *_, codes in rated(read_table(path))] == codes


def test_many_rows_of_parquet_come_in_batches(in_parquet, monkeypatch):
    monkeypatch.setattr("annotator.agreement.parquet.BATCH", 7)
    units = [f"u{unit // 2}" for unit in range(100)]
    path = in_parquet(unit=units, annotator=["a", "b"] * 50, value=["x"] * 100, other=[0] * 100)
    assert len(rated(read_table(path))) == 100


def test_row_of_parquet_is_named(in_parquet):
    path = in_parquet(unit=["u", "u"], annotator=["a", ""], value=["x", "y"])
    with pytest.raises(TableError, match="Row 2 has no annotator"):
        read_table(path)
    path = in_parquet(unit=["u"], annotator=["a"], value=pa.array([{"x": 1}]))
    with pytest.raises(TableError, match="Row 1 holds a value that is no text"):
        read_table(path)


def test_parquet_that_is_none(tmp_path):
    path = tmp_path / "t.parquet"
    path.write_bytes(b"unit,annotator,value\n")
    with pytest.raises(TableError, match="no sound Parquet file"):
        read_table(path)
    with pytest.raises(TableError, match="No such file"):
        read_table(tmp_path / "none.parquet")
    with pytest.raises(TableError, match=r"kind \.parquet cannot be read"):
        read_table(io.StringIO(HEADER), suffix=".parquet")


def test_damaged_parquet_is_said(in_parquet):
    path = in_parquet(unit=["u"] * 500, annotator=["a"] * 500, value=[str(n) for n in range(500)])
    content = bytearray(path.read_bytes())
    content[4:2000] = bytes(1996)
    path.write_bytes(content)
    with pytest.raises(TableError, match="no sound Parquet file"):
        read_table(path)


def test_disk_that_fails_is_no_damaged_table(in_parquet, monkeypatch):
    def failing(_):
        raise OSError(errno.EIO, "Input/output error")

    path = in_parquet(unit=["u"], annotator=["a"], value=["x"])
    monkeypatch.setattr("pyarrow.parquet.ParquetFile", failing)
    with pytest.raises(TableError, match="The table cannot be read: Input/output error"):
        read_table(path)


def test_without_pyarrow_the_line_that_installs_it_is_named(in_parquet, monkeypatch):
    path = in_parquet(unit=["u"], annotator=["a"], value=["x"])
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(Unavailable, match=r'pip install "annotator\[parquet\]"'):
        read_table(path)


# ------------------------------------------------------------------ JSONL


def lines_of(n, **more):
    return [
        json.dumps({"unit": f"u{unit}", "annotator": "a", "value": "x", **more})
        for unit in range(n)
    ]


def test_many_lines_of_json_are_read_as_few(monkeypatch):
    monkeypatch.setattr("annotator.agreement.json_lines.CHUNK", 200)
    lines = lines_of(60)
    assert len(rated(read_table(io.StringIO("\n".join(lines)), suffix=".jsonl"))) == 60
    lines.insert(40, "")
    lines[50] = lines[50].replace('"value"', '"valeu"')
    with pytest.raises(TableError, match="Line 51 has no value"):
        read_table(io.StringIO("\n".join(lines)), suffix=".jsonl")


def test_late_state_in_json_is_refused_wherever_it_stands(monkeypatch):
    monkeypatch.setattr("annotator.agreement.json_lines.CHUNK", 200)
    lines = [*lines_of(30), *lines_of(1, state="none")]
    with pytest.raises(TableError, match="Line 31 has a state"):
        read_table(io.StringIO("\n".join(lines)), suffix=".jsonl")


def test_key_that_only_some_lines_have_is_empty_elsewhere():
    lines = [
        '{"unit": 1, "annotator": "a", "value": "x", "state": "coded", "target": "t"}',
        '{"unit": 1, "annotator": "a", "value": "x", "state": "coded"}',
    ]
    assert [row[0] for row in rated(read_table(io.StringIO("\n".join(lines)), suffix=".jsonl"))] \
        == ["1 t", "1"]  # fmt: skip


def test_first_lines_of_json_may_be_empty():
    text = "\n\n" + lines_of(1)[0]
    assert len(rated(read_table(io.StringIO(text), suffix=".ndjson"))) == 1


# ------------------------------------------------------------------ units


def test_units_have_their_names():
    answers = read_table(io.StringIO(HEADER + "u1,a,x\nu2,a,\nu3,a,x\n"))
    assert answers.units == ("u1", "u2", "u3")
    assert answers.paragraph.tolist() == [0, 2]


def test_same_unit_of_two_articles_is_two():
    text = "doc,unit,annotator,value\nd1,1,a,x\nd2,1,a,x\nd1,2,a,x\nd2,1,b,x\n"
    answers = read_table(io.StringIO(text), document_column="doc")
    assert answers.units is not None
    named = [
        (answers.documents[document], answers.units[unit])
        for document, unit in zip(answers.document, answers.paragraph, strict=True)
    ]
    assert named == [("d1", "1"), ("d2", "1"), ("d1", "2"), ("d2", "1")]
    assert len(set(answers.paragraph.tolist())) == 3


def test_target_stands_in_the_name_of_a_unit():
    text = "unit,annotator,value,state,target,holder\nu,a,x,coded,law,author\nu,a,y,coded,firm,\n"
    assert read_table(io.StringIO(text)).units == ("u law author", "u firm")


def test_lines_are_named_past_the_first_block():
    rows = [f"u{row},a,x" for row in range(3 * BLOCK)]
    rows[100] = '"u\n100",a,x'
    rows += ["", "u5,a,y"]
    with pytest.raises(TableError, match=f"Lines 7 and {3 * BLOCK + 4} give two different"):
        read_table(io.StringIO(HEADER + "\n".join(rows), newline=""))
    rows[-1] = "u,a"
    with pytest.raises(TableError, match=f"Line {3 * BLOCK + 4} has 2 fields"):
        read_table(io.StringIO(HEADER + "\n".join(rows), newline=""))


def test_far_numbers_of_units_and_annotators_are_no_repeats():
    """Many annotators with one rating each: the space of pairs is larger than the table."""
    rows = "".join(f"u{n},a{n},x\n" for n in range(400))
    assert len(rated(read_table(io.StringIO(HEADER + rows)))) == 400
    with pytest.raises(TableError, match="Lines 9 and 402"):
        read_table(io.StringIO(HEADER + rows + "u7,a7,y\n"))


# ------------------------------------------------------------------ codebooks


@pytest.fixture(scope="module")
def codebook():
    path = Path(__file__).parents[2] / "schemas" / "framing-stance.toml"
    checked = parse_codebook(path.read_text(encoding="utf-8"))
    assert checked.codebook is not None
    return checked.codebook


def test_codebook_says_what_the_values_are(codebook, reported):
    text = HEADER + "1,a,economic|ideological\n1,b,ideological\n2,a,none\n2,b,\n3,a,cannot_tell\n"
    answers = read_table(io.StringIO(text), codebook=codebook, layer="frame")
    assert [row[2:] for row in rated(answers)] == [
        ("coded", ("economic", "ideological")),
        ("coded", ("ideological",)),
        ("none", ()),
        ("none", ()),
        ("cannot_tell", ()),
    ]
    head = reported(None, answers).results[0]
    assert (head.layer, head.distance) == ("frame", "masi")
    assert len(head.codes) == len(codebook.layer("frame").codes)


def test_code_that_the_codebook_lacks(codebook):
    with pytest.raises(TableError, match=r"Line 2 holds economics.*did you mean economic\?"):
        read_table(io.StringIO(HEADER + "1,a,economics\n"), codebook=codebook, layer="frame")
    with pytest.raises(TableError, match="the codebook has: economic, "):
        read_table(io.StringIO(HEADER + "1,a,zzz\n"), codebook=codebook, layer="frame")


def test_scale_of_a_codebook_with_targets_and_holders(codebook, reported):
    codes = [code.key for code in codebook.codes_of(codebook.layer("stance"))]
    target = codebook.targets[0].key
    rows = [
        (unit, who, codes[unit % 3], "coded", "stance", target, "author" if unit % 2 else "")
        for unit in range(12)
        for who in "ab"
    ]
    text = "unit,annotator,value,state,layer,target,holder\n" + "\n".join(
        ",".join(map(str, row)) for row in rows
    )
    answers = read_table(io.StringIO(text), codebook=codebook, layer="stance")
    assert (answers.targets, answers.holders) == ([target], ["author"])
    assert np.unique(answers.holder).tolist() == [-1, 0]
    results = reported(None, answers).results
    assert {one.step for one in results} >= {None, "addressed", "position"}
    assert {one.target for one in results} >= {None, target}


def test_one_answer_for_each_target(codebook):
    text = "unit,annotator,value,state,target\n1,a,favour,coded,t\n1,a,against,coded,u\n"
    answers = read_table(io.StringIO(text), codebook=codebook, layer="stance")
    assert answers.units == ("1",)
    assert answers.paragraph.tolist() == [0, 0]
    assert answers.holder.tolist() == [-1, -1]
