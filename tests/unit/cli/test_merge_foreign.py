"""`merge` of another tool's file: options, exit codes, what is said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from annotator.cli import run
from annotator.store import Store

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def paragraph(empty: Path) -> str:
    with Store.open(empty) as store:
        return store.paragraphs(store.documents()[0].id)[1].text


def doccano(path: Path, *records: tuple[str, list[str]]) -> str:
    path.write_text(
        "\n".join(json.dumps({"text": text, "label": labels}) for text, labels in records)
    )
    return str(path)


def test_labels_become_answers_of_the_annotator_that_is_named(
    empty: Path, tmp_path: Path, paragraph: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = doccano(tmp_path / "a.jsonl", (paragraph, ["economic"]))
    assert run(["merge", str(empty), path, "--annotator", "k9"]) == 0
    assert "a.jsonl (doccano): 1 added" in capsys.readouterr().out
    with Store.open(empty) as store:
        (who,) = (each for each in store.annotators() if each.key == "k9")
        assert who.kind == "import"


def test_file_that_needs_a_name_or_a_meaning_is_an_error(
    empty: Path, tmp_path: Path, paragraph: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = doccano(tmp_path / "a.jsonl", (paragraph, ["ECON"]))
    assert run(["merge", str(empty), path, "--annotator", "k9"]) == 2
    assert "“ECON” × 1; nothing was written" in capsys.readouterr().err
    table = tmp_path / "labels.toml"
    table.write_text('[labels]\nECON = { layer = "frame", code = "economic" }\n')
    assert run(["merge", str(empty), path, "--map", str(table)]) == 2
    assert "--annotator KEY" in capsys.readouterr().err
    assert run(["merge", str(empty), path, "--map", str(table), "--annotator", "k9"]) == 0


def test_text_that_is_not_here_ends_in_one(
    empty: Path, tmp_path: Path, paragraph: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = doccano(tmp_path / "a.jsonl", (paragraph, []), ("Elsewhere.", ["economic"]))
    options = ["--annotator", "k9", "--absent-is-none", "--from", "doccano", "--json"]
    assert run(["merge", str(empty), path, "--dry-run", *options]) == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["format"], report["is_dry_run"], report["added"]) == ("doccano", True, 0)
    assert report["refused"][0]["where"] == "line 2"


@pytest.mark.parametrize("form", ["label-studio", "brat", "prodigy", "doccano"])
def test_export_for_a_tool_comes_back(demo: Path, empty: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / ("out.jsonl" if form == "prodigy" else "out.zip")
    assert run(["export", str(demo), "--format", form, "-o", str(out)]) == 0
    assert run(["merge", str(empty), str(out)]) == 0
    assert run(["check", str(empty)]) == 0
    with Store.open(demo) as there, Store.open(empty) as here:
        assert here.counts().annotations == there.counts().annotations or form == "doccano"
        assert {each.key for each in here.annotators()} >= {f"simulated_{n}" for n in (1, 2, 3)}
