"""What the import window asks for from the disk: files, a folder, a table of metadata."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.errors import AnnotatorError
from annotator.ui.dialogs import choosing
from annotator.ui.messages import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class MetadataTable(QObject):
    """A table that says titles, authors and dates by the names of files, if one was chosen."""

    changed = Signal(str)  # what it is, in words; empty for none
    failed = Signal(object)  # an AnnotatorError

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.rows: dict[str, dict[str, str]] | None = None

    def ask(self) -> None:
        """Let a table be chosen."""
        kinds = f"{tr('Tables')} (*.csv *.tsv *.tab);;{tr('All files')} (*)"
        title = tr("Metadata from a table")
        if name := choosing.choose_file(self._window, title, str(Path.home()), kinds):
            self.use(Path(name))

    def use(self, path: Path) -> None:
        """Read it now, so that what is wrong with it is said before anything is taken in."""
        from annotator.study.metadata_table import read_metadata  # seldom wanted

        try:
            self.rows = read_metadata(path)
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        self.changed.emit(tr("{file}, rows: {n}", file=path.name, n=len(self.rows)))

    def forget(self) -> None:
        """Do without it."""
        self.rows = None
        self.changed.emit("")


def ask_for_files(parent: QWidget) -> list[Path]:
    """Files chosen from the disk."""
    kinds = f"{tr('All files')} (*)"
    names = choosing.choose_files(parent, tr("Import articles"), str(Path.home()), kinds)
    return [Path(name) for name in names]


def ask_for_folder(parent: QWidget) -> list[Path]:
    """A folder chosen from the disk."""
    name = choosing.choose_folder(parent, tr("Import a folder"), str(Path.home()))
    return [Path(name)] if name else []
