"""The import window without files: what to do."""

from __future__ import annotations

from PySide6.QtCore import Signal

from annotator.ui.empty_page import EmptyPage
from annotator.ui.messages import tr


class Nothing(EmptyPage):
    """Drop files here, or choose them."""

    files_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("Drop files or a folder here"),
            tr(
                "Text, web pages, Word, OpenDocument, RTF, PDF, EPUB, tables, ZIP files, and "
                "downloads of Nexis and Factiva. You see each article before it is taken in."
            ),
        )
        self.add_button("files", tr("Choose files…"))
        self.add_button("folder", tr("Choose a folder…"))
        self.asked.connect(self._asked)

    def _asked(self, what: str) -> None:
        (self.files_wanted if what == "files" else self.folder_wanted).emit()
