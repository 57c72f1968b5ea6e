"""The folder of a dataset: lines, and a card that dataset hubs can read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from annotator.store import Store
from annotator.study.demo import make_demo
from annotator.study.exporting import export_to_file
from annotator.study.wishes import Wish

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_card_says_what_the_lines_are(tmp_path: Path) -> None:
    make_demo(tmp_path / "demo.annot")
    with Store.open(tmp_path / "demo.annot") as store:
        n = export_to_file(store, tmp_path / "set", wish=Wish("hf")).n
    lines = (tmp_path / "set" / "data" / "paragraphs.jsonl").read_text("utf-8").splitlines()
    card = (tmp_path / "set" / "README.md").read_text("utf-8")
    head = dict(line.split(": ", 1) for line in card.split("---\n")[1].splitlines()[:3])
    assert json.loads(head["language"]) == ["en", "it"]
    assert json.loads(head["configs"])[0]["data_files"] == "data/paragraphs.jsonl"
    assert f"| paragraphs | {len(lines)} |" in card
    assert f"| answers | {n} |" in card
    assert "**Licence: to be filled in.**" in card
    assert "| frame |  |  | alpha | masi | ." in card


def test_public_card_names_nobody(tmp_path: Path) -> None:
    make_demo(tmp_path / "demo.annot")
    with Store.open(tmp_path / "demo.annot") as store:
        export_to_file(store, tmp_path / "set", wish=Wish("hf", is_public=True, text=False))
    for path in (tmp_path / "set").rglob("*.*"):
        assert "simulated_" not in path.read_text("utf-8")
    assert "| annotators | a1, a2, a3 |" in (tmp_path / "set" / "README.md").read_text("utf-8")


def test_project_without_answers_has_a_card_too(
    make_project: Callable[..., Store], tmp_path: Path
) -> None:
    export_to_file(make_project(), tmp_path / "set", wish=Wish("hf"))
    card = (tmp_path / "set" / "README.md").read_text("utf-8")
    assert "No two annotators answered the same questions." in card
    assert "# Dataset" in card
