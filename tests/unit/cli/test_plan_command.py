"""`plan`: with a project, a table, or nothing but two formulas."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from annotator.cli import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "pilot.csv"
    rows = [
        f"d{unit // 5},{unit},{who},{'x' if unit % 4 == 0 or (who, unit % 7) == ('b', 0) else 'y'}"
        for unit in range(60)
        for who in "ab"
    ]
    path.write_text("\n".join(["article,unit,annotator,value", *rows]))
    return path


def said(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert run(["plan", *words]) == code
    out, err = capsys.readouterr()
    return out if code == 0 else err


def test_formulas_alone(capsys: pytest.CaptureFixture[str]) -> None:
    words = said(capsys, "--prevalence", ".1", "--corpus", "10000", "--per-article", "30",
                 "--coders", "3")  # fmt: skip
    assert "172 units (10 articles)" in words
    assert "101 units (10 articles)" in words
    assert "516 answers by 3 annotators" in words
    assert "alfa" in said(capsys, "--prevalence", ".1", "--language", "it")


def test_pilot_in_a_table(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = (str(table), "--document-column", "article", "--draws", "50")
    words = said(capsys, *options, "--code", "x", "--half-width", ".2")
    assert "pilot.csv" in words
    made = json.loads(said(capsys, *options, "--format", "json"))
    assert made["pilot"]["n_articles"] == 12
    rows = said(capsys, *options, "--format", "csv").splitlines()
    assert rows[0] == "code,n_units,width,undefined"
    n, width, undefined = made["pilot"]["curves"][0]["points"][0].values()
    assert rows[1] == f"{made['pilot']['curves'][0]['code']},{n},{width},{undefined}"
    assert said(capsys, "--format", "csv") == "code,n_units,width,undefined\n"


def test_pilot_in_a_project(demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "plan.json"
    words = ("--layer", "frame", "--draws", "20", "--format", "json", "-o", str(out))
    assert said(capsys, str(demo), *words) == ""
    assert json.loads(out.read_text())["pilot"]["layer"] == "frame"
    assert "frame" in said(capsys, str(demo), "--draws", "20")


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (["--prevalence", "2"], "prevalence must lie between 0 and 1"),
        (["--coders", "1"], "give at least 2"),
        (["nowhere.csv"], "cannot be read"),
    ],
)
def test_refusals(words: list[str], wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert wrong in said(capsys, *words, code=2)


def test_one_layer_at_a_time(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = (str(demo), "--layer", "frame", "--layer", "stance")
    assert "one --layer at a time" in said(capsys, *words, code=2)
    assert "free text" in said(capsys, str(demo), "--layer", "frame_other", code=2)
