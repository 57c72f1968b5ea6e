"""Rows of a form: words at the left, all as wide as those of the other forms. Imports Qt, theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QWidget,
)

from annotator.ui.dialogs.working import plain_label
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

_LABEL_WIDTH = 112


class Rows(QFormLayout):
    """A form whose rows can be hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(8)
        self.setVerticalSpacing(10)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)

    def add(self, title: str, field: QWidget) -> QLabel:
        """One row; its label."""
        label = plain_label(title)
        label.setWordWrap(False)
        label.setMinimumWidth(_LABEL_WIDTH)
        self.addRow(label, field)
        return label


def show_outlines(inside: QWidget) -> None:
    """Make boxes and fields stand out from a dark ground.

    WORKAROUND: Fusion draws outlines 1.4 times darker than the window, which in the dark leaves
    nothing of an unticked box. What these widgets call their window is not seen elsewhere.
    """
    if not theme().is_dark:
        return
    for kind in (QAbstractButton, QComboBox, QLineEdit, QListWidget):
        for widget in inside.findChildren(kind):
            palette = QPalette(widget.palette())
            palette.setColor(QPalette.ColorRole.Window, theme().ink_faint)
            widget.setPalette(palette)
