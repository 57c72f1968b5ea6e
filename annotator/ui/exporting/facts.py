"""What a format keeps and what it loses, side by side. Imports Qt and theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from annotator.ui.dialogs.working import plain_label
from annotator.ui.dress import face
from annotator.ui.messages import core_text, tr

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType


class Facts(QWidget):
    """Two columns of short phrases, as the format says them of itself."""

    def __init__(self) -> None:
        super().__init__()
        self.keeps = plain_label("")
        self.loses = plain_label("")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(2)
        top = Qt.AlignmentFlag.AlignTop
        for column, (title, words) in enumerate(
            ((tr("Keeps"), self.keeps), (tr("Loses"), self.loses))
        ):
            heading = plain_label(title)
            heading.setFont(face(14, strong=True))
            grid.addWidget(heading, 0, column, top)
            grid.addWidget(words, 1, column, top)
            grid.setColumnStretch(column, 1)

    def show_of(self, module: ModuleType) -> None:
        """What stands in the format's KEEPS and LOSES."""
        self.keeps.setText(_lines(module.KEEPS))
        self.loses.setText(_lines(module.LOSES))


def _lines(phrases: Iterable[str]) -> str:
    return "\n".join(f"• {core_text(phrase)}" for phrase in phrases)
