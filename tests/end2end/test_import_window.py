"""Articles come in through the real window, by keys alone."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.end2end.screen import needs_a_screen, rows, screen, until

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.end2end, needs_a_screen]

_LOOKED_S = 2.0  # nothing outside the window tells that the files were looked at
TEXT = (
    "A better harbour\n\nBy Ada Venn — The Lantern\n\n"
    "The ministry will clear no shipment to the neighbour. It said so twice, and the makers\n\n"
    "say that a tenth of their orders has dried up since the rule was read out.\n"
)


def test_a_folder_is_prepared_and_taken_in_by_keys(tmp_path: Path) -> None:
    with screen(tmp_path / "desk") as desk:
        folder = desk.home / "articles"
        folder.mkdir()
        (folder / "a.txt").write_text(TEXT)
        (folder / "b.txt").write_bytes("La città è bella, si disse.\n".encode("cp1252"))
        (folder / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n")
        desk.annotator("new", str(desk.home / "p.annot"))
        project = desk.home / "p.annot"
        with desk.window(str(project)):
            desk.keys("Return")
            until(lambda: rows(project, "SELECT count(*) FROM annotator") == [[1]], "an annotator")
            desk.focus("Annotator")
            desk.keys("ctrl+shift+i")
            desk.focus("Import a folder")
            desk.type(str(folder))
            desk.keys("Return")
            desk.focus("Import articles")
            time.sleep(_LOOKED_S)
            desk.keys("Return", "Down", "Down", "m", "5")
            desk.keys("ctrl+Return")
            until(lambda: rows(project, "SELECT count(*) FROM document") == [[2]], "two articles")
            desk.keys("Escape", "Escape")
            desk.focus("Annotator")
        texts = rows(project, "SELECT text, kind FROM paragraph WHERE document=1 ORDER BY ord")
        assert len(texts) == 3
        assert texts[2] == [
            TEXT[TEXT.index("The ministry") :].strip().replace("\n\n", "\n"),
            "body",
        ]
        assert rows(project, "SELECT text FROM paragraph WHERE document=2") == [
            ["La città è bella, si disse."]
        ]
        said = rows(project, "SELECT author, outlet FROM document WHERE id=1")
        assert said == [[None, None]]  # nobody took over what was proposed
