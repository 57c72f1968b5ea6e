"""The formats that can be written, as the catalogue has them. Imports Qt."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from annotator.formats.catalogue import FORMATS, writable
from annotator.ui.messages import core_text, tr

_WIDTH = 210


class FormatList(QListWidget):
    """One line a format; arrows go through it."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Format"))
        self.setFixedWidth(_WIDTH)
        for name in writable():
            item = QListWidgetItem(core_text(FORMATS[name].label), self)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setToolTip(f"--format {name}")
        self.setCurrentRow(0)
        self.currentRowChanged.connect(self._moved)

    @property
    def name(self) -> str:
        """The name of the chosen format, as the catalogue has it."""
        return str(self.currentItem().data(Qt.ItemDataRole.UserRole))

    def choose(self, name: str) -> None:
        """Go to this format."""
        self.setCurrentRow(writable().index(name))

    def _moved(self) -> None:
        self.chosen.emit(self.name)
