"""A list of which some are ticked: layers, annotators, rounds. Imports Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.ui.dialogs.working import plain_label

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEIGHT = 136


class Ticks(QWidget):
    """All of it at first; Space ticks and unticks."""

    changed = Signal()

    def __init__(self, title: str, things: Iterable[tuple[str, str]]) -> None:
        """`things` are keys with their words for people."""
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setFixedHeight(_HEIGHT)
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        for key, label in things:
            item = QListWidgetItem(label, self.list)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setToolTip(key)
            item.setCheckState(Qt.CheckState.Checked)
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(self.changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(plain_label(title))
        layout.addWidget(self.list, 1)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys that are ticked."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        )

    @property
    def is_empty(self) -> bool:
        """Whether there is something to tick, and nothing is."""
        return self.list.count() > 0 and not self.ticked

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ticked ones; empty, which means all, where nothing is left out."""
        ticked = self.ticked
        return () if len(ticked) == self.list.count() else ticked
