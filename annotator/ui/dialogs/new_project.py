"""A new project: its file, its title, its codebook; mistakes of a codebook are listed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.codebook import check_codebook
from annotator.errors import AnnotatorError
from annotator.model import in_language
from annotator.resources import shipped_codebook
from annotator.store import Store
from annotator.ui.dialogs import choosing
from annotator.ui.dialogs.working import plain_label
from annotator.ui.messages import error_text, tr

if TYPE_CHECKING:
    from annotator.codebook import Checked, Mistake

_SHIPPED, _OWN = 0, 1


class NewProject(QDialog):
    """Makes the file when it is accepted, and hands over its store."""

    made = Signal(object)  # a Store

    def __init__(self, parent: QWidget, folder: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New project"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self.folder = folder
        self.checked: Checked | None = None
        self.title = QLineEdit()
        self.title.setPlaceholderText(tr("for example: Chips and blocs"))
        self.file = plain_label("")
        self.codebook = QComboBox()
        self.codebook.addItem(tr("Framing and stance in news (ships with the program)"))
        self.codebook.addItem(tr("My own codebook (TOML)…"))
        self.trouble = QPlainTextEdit()
        self.trouble.setReadOnly(True)
        self.trouble.setAccessibleName(tr("What is wrong"))
        self.trouble.hide()
        self.make = QPushButton(tr("Make the project"))
        self.make.setDefault(True)
        self._lay_out()
        self.title.textChanged.connect(self._title_changed)
        self.codebook.activated.connect(self._codebook_chosen)
        self.make.clicked.connect(self._make)
        self._title_changed()
        self._check(shipped_codebook())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("Title"), self.title)
        where = QHBoxLayout()
        where.addWidget(self.file, 1)
        other = QPushButton(tr("Other folder…"))
        other.clicked.connect(self._choose_folder)
        where.addWidget(other)
        form.addRow(tr("File"), where)
        form.addRow(tr("Codebook"), self.codebook)
        buttons = QHBoxLayout()
        buttons.addStretch()
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons.addWidget(cancel)
        buttons.addWidget(self.make)
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self.trouble)
        layout.addLayout(buttons)

    @property
    def path(self) -> Path:
        """The file that will be made."""
        title = self.title.text().strip() or tr("New project")
        # Signs that no file system takes in a name.
        name = "".join("-" if sign in '/\\:*?"<>|' else sign for sign in title).strip(". ")
        return self.folder / f"{name or 'project'}.annot"

    def _title_changed(self) -> None:
        self.file.setText(str(self.path))

    def _choose_folder(self) -> None:
        name = choosing.choose_folder(self, tr("Folder of the project"), str(self.folder))
        if name:
            self.folder = Path(name)
            self._title_changed()

    def _codebook_chosen(self, index: int) -> None:
        if index == _SHIPPED:
            self._check(shipped_codebook())
            return
        name = choosing.choose_file(
            self, tr("Codebook"), str(self.folder), f"{tr('Codebooks')} (*.toml)"
        )
        if name:
            self.take_codebook(Path(name))
        else:
            self.codebook.setCurrentIndex(_SHIPPED)
            self._check(shipped_codebook())

    def take_codebook(self, path: Path) -> None:
        """Use this file, if it has no mistakes; otherwise they are listed."""
        self._check(path)
        if self.checked is not None and self.checked.codebook is not None:
            title = in_language(self.checked.codebook.about.title, "en")
            self.codebook.setItemText(_OWN, f"{title} ({path.name})")
        self.codebook.setCurrentIndex(_OWN)

    def _check(self, path: Path) -> None:
        self.checked = None
        try:
            checked = check_codebook(path)
        except AnnotatorError as error:
            self._complain([error_text(error)])
            return
        if checked.codebook is not None and not checked.mistakes:
            self.checked = checked
            self._complain([])
        else:
            self._complain([mistake_text(mistake) for mistake in checked.mistakes])

    def _complain(self, lines: list[str]) -> None:
        self.trouble.setPlainText("\n".join(lines))
        self.trouble.setVisible(bool(lines))
        self.make.setEnabled(self.checked is not None)

    def _make(self) -> None:
        assert self.checked is not None
        assert self.checked.codebook is not None
        try:
            store = Store.create(
                self.path,
                codebook=self.checked.codebook,
                toml=self.checked.toml,
                title=self.title.text().strip() or self.path.stem,
            )
        except AnnotatorError as error:
            self._complain([error_text(error)])
            self.make.setEnabled(True)
            return
        self.accept()
        self.made.emit(store)


def mistake_text(mistake: Mistake) -> str:
    """Where it is, what is wrong, what to do, in the interface's language."""
    where = mistake.names or mistake.pointer
    what = tr(mistake.template).format(**mistake.values)
    remedy = tr(mistake.remedy).format(**mistake.values)
    return f"{where}: {what}; {remedy}" if where else f"{what}; {remedy}"
