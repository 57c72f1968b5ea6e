"""A box to choose from, which the mouse wheel passes over: it must not read a file anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent


class Choice(QComboBox):
    """Chosen from by keys and clicks alone."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Whoever scrolls wants something else."""
        event.ignore()
