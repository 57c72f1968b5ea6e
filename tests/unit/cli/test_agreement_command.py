"""`agreement`: of projects and tables, refusals in words; the figures have tests of their own."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from annotator.cli import run
from annotator.store import Store

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

TABLE = "unit,annotator,value\n" + "".join(
    f"u{n},{who},{value}\n"
    for n, values in enumerate(["aa", "bb", "ab", "aa", "bb", "cc"])
    for who, value in zip("xy", values, strict=True)
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "ratings.csv"
    path.write_text(TABLE)
    return path


def results(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    assert run(["agreement", *words, "--ci", "0", "--format", "json"]) == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)["results"]
    return found


def failed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(["agreement", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err


def test_table_of_a_file(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, *_ = results(capsys, str(table))
    assert one["n_units"] == 6
    assert one["percent"] == pytest.approx(5 / 6)


def test_table_from_stdin_is_the_same(
    table: Path,
    process: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    options = ("--ci", "0", "--format", "csv")
    of_file = process("agreement", table, *options)
    of_stdin = process("agreement", "-", *options, given="\ufeff" + TABLE)
    assert of_stdin.returncode == 0, of_stdin.stderr
    assert of_stdin.stdout == of_file.stdout


def test_stdin_is_utf_8_whatever_the_terminal_speaks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = "\ufeff" + TABLE.replace(",c", ",città 😀")
    stdin = io.TextIOWrapper(io.BytesIO(given.encode()), encoding="ascii")
    monkeypatch.setattr("sys.stdin", stdin)
    one, *_ = results(capsys, "-")
    assert one["codes"] == ["a", "b", "città 😀"]


def test_options_of_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "t.tsv"
    path.write_text(
        "id\twho\tanswer\tarticle\ttarget\tholder\tlayer\n"
        "1\tx\tlow\tA\tt\tauthor\tl\n1\ty\tlow\tA\tt\tauthor\tl\n"
        "2\tx\thigh\tB\tt\tauthor\tl\n2\ty\tmiddle\tB\tt\tauthor\tl\n"
        "3\tx\t?\tB\tt\tauthor\tl\n3\ty\tlow\tB\tt\tauthor\tl\n"
        "9\tx\tlow\tB\tt\tperson\tl\n9\ty\thigh\tB\tt\tperson\tl\n"
        "9\tx\tlow\tB\tu\tauthor\tl\n9\ty\thigh\tB\tu\tauthor\tl\n"
        "9\tx\tlow\tB\tt\tauthor\tm\n9\ty\thigh\tB\tt\tauthor\tm\n"
    )
    names = ("--unit-column", "id", "--annotator-column", "who", "--value-column", "answer")
    rows = ("--layer", "l", "--target", "t", "--holder", "author", "--missing", "?")
    one, *_ = results(
        capsys, str(path), *names, *rows, "--order", "low, middle, high", "--distance", "ordinal",
        "--document-column", "article",
    )  # fmt: skip
    assert one["n_units_used"] == 2
    assert one["n_documents"] == 2
    assert one["distance"] == "ordinal_krippendorff"
    assert one["layer"] == "l"


def test_sets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sets.csv"
    path.write_text("unit,annotator,value\n1,x,a|b\n1,y,a\n2,x,\n2,y,\n3,x,b\n3,y,b\n")
    assert results(capsys, str(path), "--sets")[0]["distance"] == "masi"


def test_notes_go_to_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "twice.csv"
    path.write_text(TABLE + "u0,x,a\n")
    assert run(["agreement", str(path), "--ci", "0", "--format", "csv"]) == 0
    out, err = capsys.readouterr()
    assert err.startswith("note: ")
    assert "note: " not in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "pdf"], "'pdf' is not one of 'table', 'json', 'csv', 'md', 'latex', 'html'"),
        (["--coefficient", "alfa"], "did you mean alpha?"),
        (["--distance", "masy"], "did you mean masi?"),
        (["--ci", "-1"], "cannot be negative"),
        (["--layer", "a", "--layer", "b"], "take one --layer at a time"),
        (["--round", "main"], "--round is for projects only"),
        (["--annotator", "x"], "--annotator is for projects only"),
        (["--value-column", "valu"], "did you mean value?"),
        (["--by", "batch"], "The times of the answers are not known"),
        (["--by", "month"], "is not one of 'batch', 'round', 'week', 'version', 'document'"),
        (["--top", "-1"], "-1 is not in the range x>=0"),
        (["--group", "x"], "x: write ANNOTATOR=GROUP"),
        (["--group", "x=m", "--group", "x=f"], "x is in two groups: m and f"),
        (["--group", "z=m"], "no annotator z"),
        (["--groups", "none.csv"], "none.csv: The table cannot be read"),
        (["--start-column", "value"], "--start-column and --end-column"),
        (["--codebook", "none.toml"], "none.toml"),
        (["-o", "no/such/folder/r.txt"], "the report cannot be written"),
    ],
)
def test_refusal_for_a_table(
    table: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said in failed(capsys, str(table), *words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--sets"], "--sets is for tables only"),
        (["--missing", "?"], "--missing is for tables only"),
        (["--codebook", "c.toml"], "--codebook is for tables only"),
        (["--start-column", "s"], "--start-column is for tables only"),
        (["--layer", "frames"], "there are: frame, frame_other, stance"),
        (["--round", "pilot"], "there are: main"),
        (["--annotator", "k7"], "there are: simulated_1, simulated_2, simulated_3"),
        (["--target", "moon"], "moon"),
    ],
)
def test_refusal_for_a_project(
    demo: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said in failed(capsys, str(demo), *words)


def test_missing_table_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "cannot be read" in failed(capsys, str(tmp_path / "none.csv"))


def test_project_in_figures_for_people_and_for_scripts(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["agreement", str(demo), "--layer", "frame", "--ci", "0"]) == 0
    assert "By code, lowest alpha first" in capsys.readouterr().out
    assert run(["agreement", str(demo), "--layer", "frame", "--ci", "0", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["layer"] for row in rows} == {"frame"}
    assert {row["code"] for row in rows} >= {"economic", "other"}


def test_language_of_the_words(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = [str(demo), "--layer", "frame"]
    assert "disagreed" in str(results(capsys, *options)[0]["words"])
    assert "disaccord" in str(results(capsys, *options, "--language", "it")[0]["words"])


def test_only_these_annotators(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pair = ("--annotator", "simulated_1", "--annotator", "simulated_2")
    one = results(capsys, str(demo), "--layer", "frame", *pair)[0]
    assert one["n_annotators"] == 2


def test_target_of_a_project(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = results(capsys, str(demo), "--layer", "stance", "--target", "us_tech_firms")
    assert {one["target"] for one in found} == {"us_tech_firms"}


def test_same_seed_gives_the_same_interval(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = []
    for seed in ("5", "5", "6"):
        words = ["--layer", "frame", "--ci", "50", "--seed", seed, "--format", "csv"]
        assert run(["agreement", str(demo), *words]) == 0
        texts.append(capsys.readouterr().out)
    assert texts[0] == texts[1] != texts[2]


def test_machines_and_training_stay_out(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open(demo) as store:
        store.add_annotator("parrot", kind="model")
    assert run(["agreement", str(demo), "--ci", "0", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["annotators"] == [
        "simulated_1",
        "simulated_2",
        "simulated_3",
    ]


def test_export_of_answers_is_no_table(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = demo.with_name("answers.jsonl")
    run(["export", str(demo), "-o", str(out)])
    capsys.readouterr()
    assert f"annotator merge PROJECT {out}" in failed(capsys, str(out))


def test_project_is_known_by_what_is_in_it(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    renamed = demo.rename(demo.with_suffix(".txt"))
    assert results(capsys, str(renamed), "--layer", "flag")[0]["layer"] == "flag"
