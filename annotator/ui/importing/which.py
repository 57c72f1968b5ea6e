"""The box above the files: which of them are shown. Imports Qt and messages."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from annotator.ui.messages import tr


class WhichFiles(QComboBox):
    """All files, or those in one state; its data are what `FileRows.show` takes."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Which files are shown"))
        for words, which in (
            (tr("All files"), "all"),
            (tr("To be looked at"), "odd"),
            (tr("Failed"), "failed"),
            (tr("Already there"), "there"),
        ):
            self.addItem(words, which)
