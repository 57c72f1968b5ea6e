"""The export dialog over the demo project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.store import Store
from annotator.study.demo import make_demo
from annotator.ui.exporting.dialog import Exporting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.ui.window import Window


@pytest.fixture(scope="session")
def demo_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("demo") / "demo.annot"
    make_demo(path)
    return path.read_bytes()


@pytest.fixture
def demo_store(demo_bytes: bytes, tmp_path: Path) -> Iterator[Store]:
    """A demo of one's own."""
    path = tmp_path / "demo.annot"
    path.write_bytes(demo_bytes)
    with Store.open(path) as store:
        yield store


@pytest.fixture
def dialog(empty_window: Window, demo_store: Store) -> Iterator[Exporting]:
    """The dialog, open, as it first shows itself."""
    dialog = Exporting(empty_window, demo_store, "en")
    dialog.open()
    yield dialog
    dialog.reject()
