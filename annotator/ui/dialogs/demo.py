"""Try the demo: a project of the seeds with simulated annotators, where the person wants it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QGuiApplication

from annotator.errors import AnnotatorError
from annotator.ui.dialogs import choosing
from annotator.ui.dialogs.message import tell_error
from annotator.ui.messages import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def make_demo_project(parent: QWidget, folder: Path) -> Path | None:
    """Ask where, make it there; None if the person thinks better of it or it cannot be made."""
    name = choosing.choose_target(
        parent, tr("Where should the demo go?"), str(_free_name(folder)), "*.annot"
    )
    return make_demo_at(parent, Path(name)) if name else None


def make_demo_at(parent: QWidget, path: Path) -> Path | None:
    """The demo in this file; None with a message if it cannot be made."""
    from annotator.study.demo import make_demo  # seldom needed

    QGuiApplication.setOverrideCursor(QCursor(Qt.CursorShape.WaitCursor))
    try:
        make_demo(path)
    except AnnotatorError as error:
        tell_error(parent, error)
        return None
    finally:
        QGuiApplication.restoreOverrideCursor()
    return path


def _free_name(folder: Path) -> Path:
    path, number = folder / f"{tr('Annotator demo')}.annot", 2
    while path.exists():
        path, number = folder / f"{tr('Annotator demo')} {number}.annot", number + 1
    return path
