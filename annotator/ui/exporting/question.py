"""The one question of a wide table: layer, target, holder, numbers. Imports Qt and model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from annotator.model import in_language
from annotator.ui.exporting.rows import Rows
from annotator.ui.messages import tr

if TYPE_CHECKING:
    from annotator.model import Codebook


class OneQuestion(QWidget):
    """A layer; a target where it has targets; values for codes where it is a scale."""

    changed = Signal()

    def __init__(self, codebook: Codebook, language: str) -> None:
        super().__init__()
        self._codebook = codebook
        self._language = language
        self.layers = _choices(tr("Layer"))
        for layer in codebook.layers:
            self.layers.addItem(in_language(layer.label, language), layer.key)
        self.targets = _choices(tr("Target"))
        self.holders = _choices(tr("Holder"))
        self.holders.addItem(tr("each type has its row"), None)
        for each in codebook.holders:
            self.holders.addItem(in_language(each.label, language), each.key)
        self.as_numbers = QCheckBox(tr("values of the scale instead of codes"))
        self._form = Rows(self)
        self._form.add(tr("Layer"), self.layers)
        self._form.add(tr("Target"), self.targets)
        self._form.add(tr("Holder"), self.holders)
        self._form.add(tr("Numbers"), self.as_numbers)
        self.layers.currentIndexChanged.connect(self._show_targets)
        self.targets.activated.connect(self.changed)
        self.holders.activated.connect(self.changed)
        self.as_numbers.toggled.connect(self.changed)
        self._show_targets()

    @property
    def layer(self) -> str:
        """The key of the layer."""
        return str(self.layers.currentData())

    @property
    def target(self) -> str | None:
        """The key of the target, if the layer has targets."""
        key = self.targets.currentData()
        return None if key is None else str(key)

    @property
    def holder(self) -> str | None:
        """The type of holder that the table is about alone, if one is chosen."""
        key = self.holders.currentData() if self._has_holders else None
        return None if key is None else str(key)

    @property
    def numbers(self) -> bool:
        """Whether values are wished, of a layer that has some."""
        return self._is_scale and self.as_numbers.isChecked()

    @property
    def _has_holders(self) -> bool:
        return self._codebook.layer(self.layer).holder

    @property
    def _is_scale(self) -> bool:
        return self._codebook.layer(self.layer).answer == "scale"

    def _show_targets(self) -> None:
        self.targets.clear()
        for target in self._codebook.targets_of(self._codebook.layer(self.layer)):
            self.targets.addItem(in_language(target.label, self._language), target.key)
        self._form.setRowVisible(self.targets, self.targets.count() > 0)
        self._form.setRowVisible(self.holders, self._has_holders)
        self._form.setRowVisible(self.as_numbers, self._is_scale)
        self.changed.emit()


def _choices(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    return box
