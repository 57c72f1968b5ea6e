"""Two coders on machines of their own: split, code by keys in real windows, update, merge, α."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.end2end.screen import needs_a_screen, rows, screen, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.end2end.screen import Screen

pytestmark = [pytest.mark.end2end, needs_a_screen]

MAIN = "study — Annotator"
ARTICLE = "Who pays\n\nThe mill raised its price by a tenth.\n\nThe river has fallen since.\n"
ANSWERS = "SELECT annotator, paragraph, codes FROM annotation WHERE layer='frame' ORDER BY 1, 2"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Screen]:
    with screen(tmp_path / "desk") as opened:
        yield opened


def code(desk: Screen, part: Path, *keys: str) -> None:
    """Open a coder's file, which asks nobody who she is, code, and close it."""
    before = len(rows(part, ANSWERS))
    with desk.window(str(part)) as window:
        desk.focus(MAIN)
        desk.keys(*keys)
        until(lambda: len(rows(part, ANSWERS)) > before, "an answer")
        desk.keys("ctrl+q")
        window.wait(20)


def test_split_code_update_and_merge(desk: Screen) -> None:
    study, anna, ben = (desk.home / f"{name}.annot" for name in ("study", "anna", "ben"))
    (desk.home / "a.txt").write_text(ARTICLE, encoding="utf-8")
    desk.annotator("new", str(study))
    desk.annotator("import", str(study), "a.txt")
    for part in (anna, ben):
        desk.annotator("split", str(study), "--annotator", part.stem, "--add", "-o", str(part))
    code(desk, anna, "Down", "1")
    code(desk, ben, "Down", "1")
    desk.annotator("merge", str(study), str(anna))

    (desk.home / "b.txt").write_text("Two harbours\n\nOne cable, and nobody to mend it.\n")
    desk.annotator("import", str(study), "b.txt")
    assert "1 documents" in desk.annotator("split", str(study), "--update", str(anna))
    assert rows(anna, "SELECT count(*) FROM document") == [[2]]
    assert rows(anna, ANSWERS) == [["anna", 1, '["economic"]']]

    code(desk, anna, "Down", "4")  # she goes on where she was
    code(desk, ben, "Down", "2")
    for _ in range(2):
        desk.annotator("merge", str(study), str(anna), str(ben))
    assert rows(study, ANSWERS) == [
        ["anna", 1, '["economic"]'],
        ["anna", 2, '["environmental"]'],
        ["ben", 1, '["economic"]'],
        ["ben", 2, '["geopolitical"]'],
    ]
    report = desk.annotator("agreement", str(study), "--format", "json", "--layer", "frame")
    assert json.loads(report)["results"][0]["n_units_used"] == 2
    for project in (study, anna, ben):
        assert "sound" in desk.annotator("check", str(project))
    bundle = desk.home / "study.annot.jsonl"
    desk.annotator("export", str(study), "--format", "bundle", "-o", str(bundle))
    desk.annotator("new", "again.annot")
    desk.annotator("merge", "again.annot", str(bundle))
    assert rows(desk.home / "again.annot", ANSWERS) == rows(study, ANSWERS)
