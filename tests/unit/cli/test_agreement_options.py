"""`agreement`: the options that were added to the first ones, on tables and on projects."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from annotator.cli import run

CODEBOOK = Path(__file__).parents[3] / "schemas" / "framing-stance.toml"
ROWS = [
    (f"d{n // 4}", f"u{n}", who, value)
    for n, values in enumerate(["xxy", "yyy", "xyx", "xxx"] * 5)
    for who, value in zip("abc", values, strict=True)
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "ratings.csv"
    path.write_text("\n".join(map(",".join, [("doc", "unit", "annotator", "value"), *ROWS])))
    return path


def results(capsys: pytest.CaptureFixture[str], *words: object) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(put_out(capsys, *words, "--format", "json"))[
        "results"
    ]
    return found


def put_out(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    assert run(["agreement", "--ci", "0", *map(str, words)]) == 0
    return capsys.readouterr().out


def failed(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    assert run(["agreement", "--ci", "0", *map(str, words)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    return err


def test_parquet_says_what_the_same_csv_says(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = table.with_suffix(".parquet")
    names = ("doc", "unit", "annotator", "value")
    columns = dict(zip(names, map(list, zip(*ROWS, strict=True)), strict=True))
    parquet.write_table(pa.table(columns), path)
    options = ("--document-column", "doc")
    assert results(capsys, path, *options) == results(capsys, table, *options)


def test_spans_of_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "spans.csv"
    path.write_text(
        "unit,annotator,value,from,to,size\n1,a,x,0,9,80\n1,b,x,0,12,80\n2,a,y,5,9,40\n2,b,,,,40\n"
    )
    found = results(
        capsys, path, "--start-column", "from", "--end-column", "to", "--length-column", "size"
    )
    assert any(str(one["step"]).startswith("evidence") for one in found)


def test_codebook_of_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "frames.csv"
    path.write_text("unit,annotator,value\n1,a,economic\n1,b,economic|other\n2,a,none\n2,b,none\n")
    whole = json.loads(
        put_out(capsys, path, "--codebook", CODEBOOK, "--layer", "frame", "--format", "json")
    )
    assert (whole["codebook"]["key"], len(whole["codebook"]["sha256"])) == ("framing_stance", 64)
    assert whole["results"][0]["distance"] == "masi"
    named = ("--codebook", CODEBOOK)
    assert "name the layer of the codebook with --layer: frame, " in failed(capsys, path, *named)
    assert "there are: frame, " in failed(capsys, path, *named, "--layer", "frame_other")
    assert "leave --sets and --order" in failed(capsys, path, *named, "--sets", "--layer", "frame")


def test_codebook_with_one_layer_needs_no_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "tone.toml"
    code = '[[layer.code]]\nkey = "{0}"\nlabel = "{0}"\ndefinition = "{0}"\n'
    book.write_text(
        'format = 1\n[codebook]\nkey = "tone"\nversion = "1.0.0"\nlanguages = ["en"]\n'
        'title = "Tone"\n[[layer]]\nkey = "tone"\nlabel = "Tone"\nquestion = "Which?"\n'
        'answer = "single"\nunit = "paragraph"\n' + code.format("calm") + code.format("loud")
    )
    path = tmp_path / "tones.csv"
    path.write_text("unit,annotator,value\n1,a,calm\n1,b,calm\n2,a,loud\n2,b,calm\n")
    assert results(capsys, path, "--codebook", book)[0]["layer"] == "tone"


def test_groups_as_pairs_and_as_a_table(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pairs = ("--group", "a=one", "--group", "b=one", "--group", "c=two")
    by_pairs = results(capsys, table, *pairs)
    assert by_pairs[0]["groups"]
    file = table.with_name("groups.csv")
    file.write_text("annotator,group\na,one\nb,one\nc,two\n")
    assert results(capsys, table, "--groups", file) == by_pairs
    file.write_text("annotator,group\n")
    assert "puts nobody into a group" in failed(capsys, table, "--groups", file)


def test_part_by_part(table: Path, demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = results(capsys, table, "--document-column", "doc", "--by", "document")[0]
    assert len(head["over_time"]) == 5  # type: ignore[arg-type]  # a list
    head = results(capsys, demo, "--layer", "frame", "--by", "batch")[0]
    assert head["over_time"]


def test_as_many_disagreements_as_are_asked_for(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = results(capsys, table, "--top", "3")[0]
    assert len(head["disagreements"]) == 3  # type: ignore[arg-type]  # a list
    assert head["disagreements"][0]["unit"]["unit"] in {f"u{n}" for n in range(20)}  # type: ignore[index]
    assert head["n_disagreements"] == 10
    assert results(capsys, table, "--top", "0")[0]["disagreements"] == []


def test_interval_of_a_formula(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["agreement", str(table), "--coefficient", "ac1", "--interval", "analytic"]
    assert run([*words, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["results"]
    assert {one["interval"]["method"] for one in found if one["interval"]} == {"analytic"}


@pytest.mark.parametrize(
    ("form", "first"),
    [
        ("table", "Agreement in "),
        ("json", "{"),
        ("csv", "layer,target,"),
        ("md", "# "),
        ("latex", "\\documentclass"),
        ("html", "<!"),
    ],
)
def test_every_format_has_a_form_of_its_own(
    table: Path, form: str, first: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = put_out(capsys, table, "--format", form)
    assert out.startswith(first)
    assert out.endswith("\n")


def test_report_in_a_file(table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "report.csv"
    out.write_text("an older report")
    link = tmp_path / "link.csv"
    link.symlink_to(out)
    words = ["agreement", str(table), "--ci", "0", "--format", "csv"]
    assert run([*words, "-o", str(link)]) == 0
    told = capsys.readouterr()
    assert (told.out, "link.csv: " in told.err) == ("", True)
    assert out.read_text() == put_out(capsys, table, "--format", "csv")
    assert link.is_symlink()
    assert not list(tmp_path.glob("*.part"))


def test_report_takes_no_project_and_no_folder(
    table: Path, demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = demo.stat().st_size
    assert "this file is a project" in failed(capsys, table, "-o", demo)
    assert demo.stat().st_size == before
    assert "the report cannot be written" in failed(capsys, table, "-o", tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_report_into_a_pipe(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    assert put_out(capsys, table, "-o", pipe) == ""
    reader.join()
    assert read[0].startswith("Agreement in ")
