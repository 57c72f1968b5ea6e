"""The agreement window over the demo project, and results made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from annotator.agreement.results import Agreement
from annotator.codebook import read_codebook
from annotator.resources import shipped_codebook
from annotator.store import Store
from annotator.study.demo import make_demo
from annotator.ui.agreement.naming import Names

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.ui.agreement.window import AgreementWindow
    from annotator.ui.window import Window


@pytest.fixture(scope="session")
def demo_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("demo") / "demo.annot"
    make_demo(path)
    return path.read_bytes()


@pytest.fixture
def demo_file(demo_bytes: bytes, tmp_path: Path) -> Path:
    """A demo of one's own."""
    path = tmp_path / "demo.annot"
    path.write_bytes(demo_bytes)
    return path


@pytest.fixture
def demo(empty_window: Window, demo_file: Path) -> Window:
    """The main window with the demo, as its first annotator."""
    store = Store.open(demo_file)
    empty_window.show_project(store, store.annotators()[0])
    return empty_window


@pytest.fixture
def beside(demo: Window, qtbot: Any) -> AgreementWindow:
    """The agreement window beside it, with its first figures."""
    return opened(demo, qtbot)


def opened(window: Window, qtbot: Any) -> AgreementWindow:
    """Open the agreement window and wait for the first figures."""
    window.do_by_id("agreement")
    agreement = window.comparing.agreement
    assert agreement is not None
    qtbot.waitUntil(lambda: agreement.middle.currentWidget() is not agreement.waiting)
    return agreement


def widened(agreement: AgreementWindow, qtbot: Any) -> AgreementWindow:
    """Wait for the intervals."""
    qtbot.waitUntil(lambda: agreement.has_intervals, timeout=20_000)
    return agreement


@pytest.fixture(scope="session")
def names() -> Names:
    checked = read_codebook(shipped_codebook())
    assert checked.codebook is not None
    return Names(checked.codebook, "en")


def result(**fields: Any) -> Agreement:
    """A result about frames."""
    known = {"layer": "frame", "coefficient": "alpha", "distance": "masi", "value": 0.683}
    return Agreement(**{**known, **fields})
