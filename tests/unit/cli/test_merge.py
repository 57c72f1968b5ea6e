"""`merge`: what the command adds to the merge itself: exit codes, options, several files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from annotator.cli import run
from annotator.store import Store

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def answers(demo: Path) -> Path:
    out = demo.with_name("answers.jsonl")
    assert run(["export", str(demo), "-o", str(out)]) == 0
    return out


def n_answers(project: Path) -> int:
    with Store.open(project) as store:
        return store.counts().annotations


def test_answers_arrive_and_a_second_time_nothing_is_added(
    demo: Path, empty: Path, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["merge", str(empty), str(answers)]) == 0
    assert n_answers(empty) == n_answers(demo)
    capsys.readouterr()
    assert run(["merge", str(empty), str(answers)]) == 0
    assert f"{answers}: 0 added, 0 updated, {n_answers(demo)} unchanged" in capsys.readouterr().out
    assert run(["check", str(empty)]) == 0


def test_one_file_an_annotator(demo: Path, empty: Path) -> None:
    files = []
    for number in (3, 1, 2):
        files.append(str(demo.with_name(f"{number}.jsonl")))
        run(["export", str(demo), "--annotator", f"simulated_{number}", "-o", files[-1]])
    assert run(["merge", str(empty), *files]) == 0
    assert n_answers(empty) == n_answers(demo)


def test_dry_run_writes_nothing(
    empty: Path, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = empty.read_bytes()
    assert run(["merge", str(empty), str(answers), "--dry-run"]) == 0
    assert "(dry run, nothing is written)" in capsys.readouterr().out
    assert empty.read_bytes() == before
    assert not (empty.parent / "backups").exists()


def test_refused_lines_give_exit_code_1_and_the_rest_goes_in(
    empty: Path, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, _ = answers.read_text(encoding="utf-8").split("\n", 2)
    answers.write_text(first.replace('"text":"', '"text":"Not ') + f"\n{second}\n")
    assert run(["merge", str(empty), str(answers)]) == 1
    assert "refused   line 1: the text of ¶ 1 is another one here" in capsys.readouterr().out
    assert n_answers(empty) == 1


def test_report_for_scripts_is_one_line_a_file(
    empty: Path, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["merge", str(empty), str(answers), str(answers), "--json"]) == 0
    reports = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [report["file"] for report in reports] == [str(answers)] * 2
    assert reports[0]["added"] > 2000 > reports[1]["added"] == 0


def test_namesakes_are_renamed_or_the_same(
    empty: Path, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store.open(empty) as store:
        store.add_annotator("simulated_1")
        store.add_annotator("simulated_2")
    assert run(["merge", str(empty), str(answers)]) == 2
    assert "--rename simulated_1=simulated_1_2" in capsys.readouterr().err
    options = ["--rename", "simulated_1=other", "--same", "simulated_2"]
    assert run(["merge", str(empty), str(answers), *options]) == 0
    with Store.open(empty) as store:
        assert {who.key for who in store.annotators()} == {
            "other",
            "simulated_1",
            "simulated_2",
            "simulated_3",
        }


@pytest.mark.parametrize("pair", ["anna", "=anna", "anna="])
def test_rename_is_two_names(pair: str, empty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["merge", str(empty), "x.jsonl", "--rename", pair]) == 2
    assert "write OLD=NEW" in capsys.readouterr().err


def test_project_brings_its_articles_and_answers(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "lead.annot"
    assert run(["new", str(project)]) == 0
    assert run(["merge", str(project), str(demo)]) == 0
    assert "7 documents" in capsys.readouterr().out
    assert n_answers(project) == n_answers(demo)
    assert run(["check", str(project)]) == 0


def test_project_itself_is_refused(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["merge", str(demo), str(demo)]) == 2
    assert "this is the project itself" in capsys.readouterr().err
