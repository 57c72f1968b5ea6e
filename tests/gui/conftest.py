"""What tests of the window share: real projects, settings of their own, and no leaks."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer, QTranslator
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from annotator.codebook import read_codebook
from annotator.resources import shipped_codebook
from annotator.session import Session
from annotator.store import Store
from annotator.text.importing import import_text
from annotator.ui.settings import Settings
from annotator.ui.theme import apply_theme

from .panel import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.ui.window import Window

ARTICLE = (
    "Who writes the standard\n\n"
    "By Ada Venn — The Lantern\n\n"
    "Orders dried up and two makers shed a tenth of their staff.\n\n"
    "The ministry will clear no shipment 🚢 to the neighbour’s army. It said so twice.\n\n"
    "The river has fallen by two metres since the halls were built.\n"
)


def flush() -> None:
    """Carry out what was put off: deferred deletes, then Python's own cycles."""
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
        gc.collect()


def modal() -> Any:
    """The dialog that stands open."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return dialog


def focused() -> Any:
    """The widget that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture(autouse=True, scope="session")
def what_was_there_before() -> None:
    """Modules and fixtures are left out of every later search for leaks: half a second a test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def no_leaks(qapp: QApplication) -> Iterator[None]:
    """A widget, timer or translator that outlives its test fails it."""
    before = set(map(id, QApplication.topLevelWidgets()))
    yield
    for translator in qapp.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    apply_theme(qapp, "light")
    flush()
    widgets = [w for w in QApplication.topLevelWidgets() if id(w) not in before and w.isVisible()]
    assert not widgets, f"left open: {widgets}"
    timers = [o for o in gc.get_objects() if type(o) is QTimer and isValid(o) and o.isActive()]
    assert not timers, f"left running: {[(t, t.parent()) for t in timers]}"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Nobody's settings yet, in English."""
    settings = Settings(tmp_path / "settings.ini")
    settings.language = "en"
    settings.theme = "light"
    return settings


def make_project(path: Path, *articles: str) -> Store:
    """A project of the shipped codebook with these articles."""
    checked = read_codebook(shipped_codebook())
    assert checked.codebook is not None
    store = Store.create(path, codebook=checked.codebook, toml=checked.toml, title="Chips")
    for number, text in enumerate(articles):
        store.add_article(import_text(text.encode(), file_name=f"{number:02}.txt"))
    return store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A project with one short article."""
    with make_project(tmp_path / "chips.annot", ARTICLE) as store:
        yield store


@pytest.fixture
def session(store: Store) -> Session:
    """Annotator `a1` in the first article, at its title."""
    session = Session(store, store.add_annotator("a1"))
    session.open(session.documents[0].id, 0)
    return session


@pytest.fixture
def desk(session: Session) -> Iterator[Desk]:
    """A code panel on that session; nothing of it outlives the test."""
    desk = Desk(session)
    yield desk
    desk.panel.set_session(None)
    desk.panel.close()
    desk.panel.deleteLater()
    flush()


@pytest.fixture
def empty_window(settings: Settings, qapp: QApplication) -> Iterator[Window]:
    """The window without a project."""
    from annotator.ui.window import Window

    apply_theme(qapp, "light")
    window = Window(settings)
    window.resize(1400, 900)
    window.show()
    yield window
    window.close()
    window.deleteLater()
    flush()


@pytest.fixture
def window(empty_window: Window, tmp_path: Path) -> Window:
    """The window with a short article open, annotator `a1`."""
    store = make_project(tmp_path / "open.annot", ARTICLE)
    empty_window.show_project(store, store.add_annotator("a1"))
    assert empty_window.session is not None
    empty_window.session.go_to(0)
    return empty_window
