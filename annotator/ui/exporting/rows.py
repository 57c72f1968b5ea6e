"""Rows of a form: words at the left, all as wide as those of the other forms. Imports Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QWidget

from annotator.ui.dialogs.working import plain_label

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
