"""Where the export goes: a line to type in, and the dialog that finds another place. Imports Qt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from annotator.formats.catalogue import FORMATS
from annotator.ui.dialogs import choosing
from annotator.ui.dialogs.working import plain_label
from annotator.ui.messages import core_text, tr

if TYPE_CHECKING:
    from annotator.formats.catalogue import Format


class Place(QWidget):
    """Beside the project at first, under its name."""

    changed = Signal()

    def __init__(self, project: Path) -> None:
        super().__init__()
        self._project = project
        self._form: Format = next(iter(FORMATS.values()))
        self._replacing: Path | None = None
        self.line = QLineEdit(str(project.with_suffix(self._form.suffix)))
        self.line.setAccessibleName(tr("Goes to"))
        self.line.textChanged.connect(self.changed)
        self.other = QPushButton(tr("Other place…"))
        self.other.setAutoDefault(False)
        self.other.clicked.connect(self._choose)
        self.several = plain_label(
            tr("Several files: zipped, or a folder if the name does not end in .zip.")
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.line, 0, 0)
        grid.addWidget(self.other, 0, 1)
        grid.addWidget(self.several, 1, 0, 1, 2)

    @property
    def path(self) -> Path | None:
        """What is typed, beside the project unless it says where; None: nothing."""
        typed = self.line.text().strip()
        return self._project.parent / Path(typed).expanduser() if typed else None

    @property
    def may_replace(self) -> bool:
        """Whether the person has said that the file that lies there may go."""
        return self.path is not None and self.path == self._replacing

    def show_format(self, form: Format) -> None:
        """The same name with the ending of this format, if it had that of the last one."""
        typed, ending = self.line.text(), self._form.suffix
        self._form = form
        self.several.setVisible(form.is_folder)
        if typed.endswith(ending):
            self.line.setText(typed.removesuffix(ending) + form.suffix)

    def _choose(self) -> None:
        proposed = str(self.path or self._project.with_suffix(self._form.suffix))
        kinds = f"{core_text(self._form.label)} (*{self._form.suffix});;{tr('All files')} (*)"
        name = choosing.choose_target(self, tr("Export"), proposed, kinds)
        if not name:
            return
        target = Path(name)
        if target.suffix:
            self._replacing = target
        else:
            target = target.with_suffix(self._form.suffix)
        self.line.setText(str(target))
