"""Who is coding: asked once in a project, with a pseudonym offered. Knows no one's answers."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import AnnotatorError
from annotator.store import is_stand_in
from annotator.ui.messages import error_text, tr

if TYPE_CHECKING:
    from annotator.model import Annotator
    from annotator.store import Store

# Without letters and digits that look alike.
_LETTERS = "abcdefghjkmnpqrstuvwxyz"
_SIGNS = _LETTERS + "23456789"


def pseudonym() -> str:
    """Four random signs that say nothing about a person; a letter first."""
    return secrets.choice(_LETTERS) + "".join(secrets.choice(_SIGNS) for _ in range(3))


class Who(QDialog):
    """Take a pseudonym that is there, or add one."""

    chosen = Signal(object)  # a model.Annotator

    def __init__(self, parent: QWidget, store: Store, current: str | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.setWindowTitle(tr("Who is coding?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        people = (each for each in store.annotators() if each.kind == "human")
        self.there = [each for each in people if not is_stand_in(each)]
        self.list = self._list(current)
        self.name = QLineEdit(pseudonym())
        self.name.setMaxLength(40)
        self.name.setAccessibleName(tr("Pseudonym"))
        self.name.selectAll()
        self.name.textEdited.connect(self._typed)
        self.trouble = _words("")
        self.trouble.hide()
        self.accept_button = QPushButton(tr("Start coding"))
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._take)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self._lay_out(cancel)
        (self.list if self.there else self.name).setFocus()

    def _list(self, current: str | None) -> QListWidget:
        names = QListWidget()
        names.setAccessibleName(tr("Annotators of this project"))
        for annotator in self.there:
            names.addItem(annotator.key)
            if annotator.uid == current:
                names.setCurrentRow(names.count() - 1)
        self.newcomer = QListWidgetItem(tr("Somebody new"))
        names.addItem(self.newcomer)
        if names.currentRow() < 0:
            # Enter alone must never make somebody code in another's name.
            names.setCurrentItem(self.newcomer)
        names.setVisible(bool(self.there))
        names.setMaximumHeight(180)
        names.currentRowChanged.connect(self._row_changed)
        names.itemActivated.connect(self._take)
        return names

    def _lay_out(self, cancel: QPushButton) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(
            _words(
                tr(
                    "Your answers are kept under a pseudonym. Choose one that does not name you; "
                    "several people can share one file and do not see each other's answers."
                )
            )
        )
        layout.addWidget(self.list)
        layout.addWidget(self.name)
        layout.addWidget(self.trouble)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.accept_button)
        layout.addLayout(buttons)
        self._row_changed(self.list.currentRow())

    def _row_changed(self, row: int) -> None:
        self.name.setVisible(row >= len(self.there))
        if row >= len(self.there):
            self.name.selectAll()

    def _typed(self) -> None:
        self.trouble.hide()
        self.accept_button.setEnabled(bool(self.name.text().strip()))

    def _take(self) -> None:
        row = self.list.currentRow()
        annotator = self.there[row] if row < len(self.there) else self._added()
        if annotator is not None:
            self.accept()
            self.chosen.emit(annotator)

    def _added(self) -> Annotator | None:
        try:
            return self._store.add_annotator(self.name.text().strip())
        except AnnotatorError as error:
            self.trouble.setText(error_text(error))
            self.trouble.show()
            return None


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
