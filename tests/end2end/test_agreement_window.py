"""The agreement window by keys alone: from the hardest disagreement to its paragraph, and coded."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from tests.end2end.screen import needs_a_screen, rows, screen, until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end2end.screen import Screen

pytestmark = [pytest.mark.end2end, needs_a_screen]

NEW = "SELECT paragraph, codes FROM annotation WHERE annotator='k7qm' AND layer='frame'"


def hardest(desk: Screen, project: Path) -> int:
    """The paragraph of the hardest disagreement about frames, as the command says."""
    report = desk.annotator("agreement", str(project), "--layer", "frame", "--format", "json")
    found: int = json.loads(report)["results"][0]["disagreements"][0]["unit"]["paragraph"]
    return found


def test_the_hardest_disagreement_is_opened_by_keys_and_coded(tmp_path: Path) -> None:
    with screen(tmp_path / "desk") as desk:
        project = desk.home / "demo.annot"
        desk.annotator("demo", str(project))
        paragraph = hardest(desk, project)
        with desk.window(str(project)):
            desk.focus("Who is coding")
            add_oneself(desk)
            until(lambda: people(project) == 4, "a fourth annotator")
            desk.focus("Demo .* — Annotator")
            desk.keys("ctrl+g")
            desk.focus("Agreement — ")
            time.sleep(5)  # the first figures; nothing in the file tells of them
            desk.keys("F6", "F6", "F6", "Return")
            desk.focus("Demo .* — Annotator")
            desk.keys("4")
            until(lambda: bool(rows(project, NEW)), "an answer")
        assert rows(project, NEW) == [[paragraph, '["environmental"]']]


def add_oneself(desk: Screen) -> None:
    """A name of one's own, past those in the list."""
    desk.keys("Tab", "ctrl+a")
    desk.type("k7qm")
    desk.keys("Return")


def people(project: Path) -> int:
    return int(str(rows(project, "SELECT count(*) FROM annotator")[0][0]))
