"""Files are taken in beside the window: one transaction a file, with progress and cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.store import Store
from annotator.study.intake import Intake, Prepared, Wishes
from annotator.ui.job import Cancelled, Job

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.study.metadata_table import Joined

_PATIENCE_MS = 10_000

Todo = list[tuple["Path", Prepared]]
Rows = dict[str, dict[str, str]]


class Taking(QObject):
    """The work itself, and what became of each file as it goes on."""

    taken = Signal(object)  # a FileFate

    def __init__(
        self, project: Path, wishes: Wishes, todo: Todo, rows: Rows | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._wishes = wishes
        self._todo = todo
        self._rows = rows

    def __call__(self, job: Job) -> Joined | None:
        """Runs in the job's thread; what is in stays in when it is cancelled."""

        def on_article() -> None:
            if job.is_cancelled:
                raise Cancelled

        with Store.open(self._project, wait_ms=_PATIENCE_MS) as store:
            intake = Intake(store, self._wishes, on_article)
            for number, (path, prepared) in enumerate(self._todo):
                job.told(number, len(self._todo))
                fate = intake.take(path, prepared)
                fate.first = None  # the text is in the project now
                self.taken.emit(fate)
            return self._join(store)

    def _join(self, store: Store) -> Joined | None:
        if self._rows is None:
            return None
        from annotator.study.metadata_table import join  # seldom wanted

        with store.write():
            return join(store, self._rows)
