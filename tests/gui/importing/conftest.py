"""The import window over a project of one article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from shiboken6 import isValid

from annotator.ui.importing.window import ImportWindow
from tests.gui.conftest import ARTICLE, flush

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.ui.importing.entry import Entry

TEXT = (
    "A better harbour\n\n"
    "By Ada Venn — The Lantern\n\n"
    "14 February 2025\n\n"
    "The ministry will clear no shipment 🚢 to the neighbour. It said so twice, and the makers\n\n"
    "say that a tenth of their orders has dried up since the rule was read out.\n\n"
    "The river has fallen by two metres since the halls were built.\n"
)


class Opened:
    """The window with files in it, and how a test gets at them."""

    def __init__(self, window: Any, qtbot: Any) -> None:
        self.main = window
        self.qtbot = qtbot
        self.dialog: ImportWindow

    def open(self, *paths: Path) -> ImportWindow:
        self.dialog = ImportWindow(self.main, self.main.store.path, list(paths))
        self.dialog.finished.connect(self.main.files._imported)
        self.dialog.open()
        self.wait()
        return self.dialog

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.dialog.is_working, timeout=20_000)

    def entry(self, name: str) -> Entry:
        return next(e for p, e in self.dialog.files.rows.entries.items() if p.name == name)

    def select(self, name: str) -> Entry:
        entry = self.entry(name)
        row = self.dialog.files.rows.row_of(entry)
        assert row is not None
        self.dialog.files.go_to(row)
        self.wait()
        return entry

    def take_all(self) -> str:
        self.dialog.foot.begin.click()
        self.wait()
        return self.dialog.foot.words.text()


@pytest.fixture
def opened(window: Any, qtbot: Any) -> Iterator[Opened]:
    """Opens the import window; closed again at the end."""
    opened = Opened(window, qtbot)
    yield opened
    if isValid(opened.dialog) and opened.dialog.isVisible():
        opened.dialog.reject()
    flush()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An article, the one that is there already, and one that is none."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text(TEXT, encoding="utf-8")
    (folder / "again.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    return folder
