"""The main job in a real window: the seeds, five paragraphs by keys, undo, restart, export, α."""

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

MAIN = "project — Annotator"
ANSWERS = "SELECT count(*) FROM annotation"
# ¶ 3 two frames with a primary · ¶ 4 two targets, two holders · ¶ 5 evidence · ¶ 6 note · ¶ 7 none
FIVE = (
    ("1", "shift+2", "Return"),
    ("4", "q", "a", "e", "h", "@Larkfield", "d", "Return"),
    ("m", "1", "Return"),
    ("0", "n", "@why?", "Return"),
    ("0", "Return"),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Screen]:
    with screen(tmp_path / "desk") as opened:
        yield opened


def code(desk: Screen, keys: tuple[str, ...]) -> None:
    for key in keys:
        if key.startswith("@"):
            desk.type(key[1:])
            desk.keys("ctrl+Return" if "?" in key else "Return")
        else:
            desk.keys(key)


def first_project(desk: Screen) -> Path:
    found = list((desk.home / "Documents").glob("*.annot"))
    assert len(found) == 1, found
    return found[0]


def test_five_paragraphs_by_keys_then_undo_restart_redo_export_and_agreement(desk: Screen) -> None:
    with desk.window() as window:
        until(lambda: bool(list((desk.home / "Documents").glob("*.annot"))), "the first project")
        project = first_project(desk)
        until(lambda: rows(project, "SELECT count(*) FROM document") == [[7]], "the seeds")
        desk.keys("Return")
        until(lambda: rows(project, "SELECT count(*) FROM annotator") == [[1]], "an annotator")
        desk.focus(MAIN)
        desk.keys("Down", "Down")
        for keys in FIVE:
            code(desk, keys)
        until(lambda: rows(project, ANSWERS) == [[25]], "25 answers")
        coded = rows(project, "SELECT * FROM annotation ORDER BY uid")
        assert_coded(project)
        desk.keys("ctrl+z", "ctrl+z", "ctrl+z")
        until(lambda: undone(project) == 3, "three undone steps")
        desk.keys("ctrl+q")
        window.wait(20)
    with desk.window():
        desk.focus(MAIN)
        desk.keys("ctrl+shift+z", "ctrl+shift+z", "ctrl+shift+z")
        until(lambda: answers_only(rows(project, ALL)) == answers_only(coded), "the same answers")
        second_annotator(desk, project)
    lines = [json.loads(line) for line in desk.annotator("export", str(project)).splitlines()]
    assert len(lines) == 25 * 2
    report = json.loads(
        desk.annotator("agreement", str(project), "--format", "json", "--layer", "frame")
    )
    assert report["results"][0]["value"] == 1
    assert report["results"][0]["n_units_used"] == 5
    assert "sound" in desk.annotator("check", str(project))


ALL = "SELECT * FROM annotation ORDER BY uid"


def assert_coded(project: Path) -> None:
    """What the five paragraphs must have left in the file."""
    labels = (
        "SELECT paragraph, code, is_primary FROM frame_labels WHERE layer='frame' ORDER BY 1, 2"
    )
    assert rows(project, labels) == [
        [2, "economic", 0],
        [2, "geopolitical", 1],
        [3, "environmental", 0],
        [4, "economic", 0],
        [5, None, 0],
        [6, None, 0],
    ]
    positions = "SELECT target, holder, code FROM stances WHERE paragraph=3 AND state='coded'"
    assert rows(project, positions) == [
        ["export_controls", "author", "against"],
        ["us_tech_firms", "person:Larkfield", "favour"],
    ]
    spans = rows(project, "SELECT evidence FROM annotation WHERE paragraph=4 AND layer='frame'")
    (span,) = json.loads(str(spans[0][0]))
    assert span["code"] == "economic"
    text = str(rows(project, "SELECT text FROM paragraph WHERE document=1 AND ord=4")[0][0])
    assert text[span["start"] : span["end"]].endswith(".")
    notes = rows(project, "SELECT paragraph, note FROM annotation WHERE note<>''")
    assert notes == [[5, "why?"]]
    rest = rows(project, "SELECT count(*) FROM event WHERE rest=1")
    assert rest == [[4 + 2 + 4 + 4 + 4]]


def second_annotator(desk: Screen, project: Path) -> None:
    """Another person codes the same paragraphs in the same file."""
    desk.keys("alt+n", "Return")
    desk.focus("Who is coding")
    desk.keys("Down", "Tab", "ctrl+a")
    desk.type("m2")
    desk.keys("Return")
    until(lambda: rows(project, "SELECT count(*) FROM annotator") == [[2]], "a second annotator")
    desk.focus(MAIN)
    desk.keys("Home", "Down", "Down")
    for keys in FIVE:
        code(desk, keys)
    until(lambda: rows(project, ANSWERS) == [[50]], "50 answers")


def undone(project: Path) -> int:
    """How many steps were undone."""
    steps = "SELECT count(*) FROM (SELECT DISTINCT device, step FROM event WHERE act='undo')"
    return int(str(rows(project, steps)[0][0]))


def answers_only(found: list[list[object]]) -> list[list[object]]:
    """Rows without rev, time and device, which undo and redo move on."""
    return [row[:-3] for row in found]
