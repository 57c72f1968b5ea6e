"""`export --format`: every format is written whole or not at all, and says what it loses."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from annotator.cli import run
from annotator.formats.catalogue import FORMATS, writable

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = [name for name in writable() if FORMATS[name].is_folder]
# A bundle is the whole project, and cannot be of one layer.
FILES = [name for name in writable() if not FORMATS[name].is_folder and name != "bundle"]


def figures(text: str) -> list[tuple[object, ...]]:
    """Value and counts of the first result and of each code."""
    head = json.loads(text)["results"][0]
    return [
        (one["code"], one["coefficient"], one["value"], one["n_units"], one["n_ratings"])
        for one in (head, *head["per_code"])
    ]


@pytest.mark.parametrize("form", FILES)
def test_format_of_one_file_goes_to_a_file_or_to_standard_output(
    demo: Path, form: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    out = demo.with_name(f"out{FORMATS[form].suffix}")
    options = ["export", str(demo), "--format", form, "--layer", "frame"]
    assert run([*options, "-o", str(out)]) == 0
    capfdbinary.readouterr()
    assert run(options) == 0
    assert capfdbinary.readouterr().out == out.read_bytes() != b""


@pytest.mark.parametrize("form", FOLDERS)
def test_format_of_several_files_is_a_folder_or_the_same_zipped(
    demo: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, packed = demo.with_name("out"), demo.with_name("out.zip")
    for target in (folder, packed):
        assert run(["export", str(demo), "--format", form, "-o", str(target)]) == 0
    err = capsys.readouterr().err
    assert "keeps: " in err
    assert "loses: " in err
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert files
    with zipfile.ZipFile(packed) as opened:
        assert {name: opened.read(name) for name in opened.namelist()} == files
    assert list(demo.parent.glob("*.part")) == []


@pytest.mark.parametrize("form", FOLDERS)
def test_folder_is_not_written_to_standard_output(
    demo: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", str(demo), "--format", form]) == 2
    assert "-o NAME" in capsys.readouterr().err


def test_folder_that_holds_something_is_left_as_it_is(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = demo.with_name("mine")
    folder.mkdir()
    assert run(["export", str(demo), "--format", "brat", "-o", str(folder)]) == 0
    before = sorted(folder.rglob("*"))
    assert run(["export", str(demo), "--format", "brat", "-o", str(folder)]) == 2
    assert "something under this name" in capsys.readouterr().err
    assert sorted(folder.rglob("*")) == before


def test_rest_of_a_killed_export_is_swept_away(demo: Path) -> None:
    rest = demo.with_name("out.part")
    rest.mkdir()
    (rest / "half.txt").write_text("half")
    assert run(["export", str(demo), "--format", "brat", "-o", str(demo.with_name("out"))]) == 0
    assert not rest.exists()
    assert not list(demo.parent.rglob("half.txt"))


def test_unknown_format_lists_the_known_ones(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", str(demo), "--format", "nvivo"]) == 2
    assert "jsonl, csv" in capsys.readouterr().err


def test_options_of_tables_are_refused_elsewhere(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", str(demo), "--spreadsheet"]) == 2
    assert "is for --format csv" in capsys.readouterr().err


@pytest.mark.parametrize("layer", ["frame", "dominant_frame"])
def test_csv_gives_the_same_agreement_as_the_project(
    demo: Path, layer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    table = demo.with_name("long.csv")
    assert run(["export", str(demo), "--format", "csv", "--layer", layer, "-o", str(table)]) == 0
    asked = ["--layer", layer, "--ci", "0", "--format", "json"]
    capsys.readouterr()
    assert run(["agreement", str(demo), *asked]) == 0
    expected = figures(capsys.readouterr().out)
    sets = ["--sets"] if layer == "frame" else []
    assert run(["agreement", str(table), *asked, *sets]) == 0
    found = {each[0]: each for each in figures(capsys.readouterr().out)}
    assert found[None] == expected[0]
    for one in expected[1:]:
        if one[2] is not None and one[0] in found:
            assert found[one[0]] == one


def test_csv_with_texts_holds_them_and_cells_for_spreadsheets_are_harmless(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain, harmless = demo.with_name("plain.csv"), demo.with_name("harmless.csv")
    options = ["export", str(demo), "--format", "csv", "--text"]
    assert run([*options, "-o", str(plain)]) == 0
    assert run([*options, "--spreadsheet", "-o", str(harmless)]) == 0
    capsys.readouterr()
    tables = [
        list(csv.DictReader(io.StringIO(path.read_text("utf-8")))) for path in (plain, harmless)
    ]
    assert len(tables[0]) > 2000
    assert any(row["text"] for row in tables[0])
    for one, other in zip(*tables, strict=True):
        for name, cell in one.items():
            is_formula = name not in ("unit", "evidence") and cell[:1] in tuple("=+-@")
            assert other[name] == (f"'{cell}" if is_formula else cell)
