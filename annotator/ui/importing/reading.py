"""Files are looked at beside the window: one thread, the file on the screen first."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from annotator.store import Store
from annotator.study.survey import Survey
from annotator.text.importing import article_files
from annotator.ui.job import Job

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotator.text.reading import Options

T = TypeVar("T")

_PATIENCE_MS = 10_000
_AT_ONCE = 200


class Reader(QObject):
    """Walks folders and looks at files, and tells of each."""

    found = Signal(object)  # a list of Paths
    looked = Signal(object)  # a Look
    failed = Signal(object)  # an AnnotatorError: the project cannot be read
    idle = Signal()

    def __init__(self, project: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._survey = Survey()
        self._folders: deque[list[Path]] = deque()
        self._wanted: deque[tuple[Path, Options]] = deque()
        self._job: Job | None = None

    @property
    def is_running(self) -> bool:
        """Whether something is being read."""
        return self._job is not None and self._job.is_running

    @property
    def n_wanted(self) -> int:
        """How many files are still to be looked at."""
        return len(self._wanted)

    def walk(self, paths: list[Path]) -> None:
        """Find the files of these files and folders."""
        self._folders.append(paths)
        self._begin()

    def want(self, files: Iterable[tuple[Path, Options]], *, first: bool = False) -> None:
        """Look at these, each as its options say."""
        if first:
            self._wanted.extendleft(files)
        else:
            self._wanted.extend(files)
        self._begin()

    def stop(self) -> None:
        """Nothing more, as soon as may be."""
        self._folders.clear()
        self._wanted.clear()
        if self._job is not None:
            self._job.cancel()

    def _begin(self) -> None:
        if self.is_running or not (self._folders or self._wanted):
            return
        self._job = Job(self._work, self)
        self._job.failed.connect(self._failed)
        self._job.ended.connect(self._ended)
        self._job.begin()

    def _ended(self) -> None:
        job, self._job = self._job, None
        assert job is not None
        job.deleteLater()
        self._begin()  # what was wanted while it ended
        if not self.is_running:
            self.idle.emit()

    def _failed(self, error: object) -> None:
        """The project cannot be read now; files can be taken in without a look, too."""
        self._folders.clear()
        self._wanted.clear()
        self.failed.emit(error)

    def _work(self, job: Job) -> None:
        """In the job's thread; the queues are filled by the window's."""
        with Store.open(self._project, wait_ms=_PATIENCE_MS) as store:
            while True:
                job.told(0, 0)
                if folders := _next(self._folders):
                    self._walk(folders, job)
                elif wanted := _next(self._wanted):
                    self.looked.emit(self._survey.look(store, *wanted))
                else:
                    return

    def _walk(self, paths: list[Path], job: Job) -> None:
        found: list[Path] = []
        for path in self._files(paths):
            found.append(path)
            if len(found) == _AT_ONCE:
                job.told(0, 0)
                self.found.emit(found)
                found = []
        self.found.emit(found)

    def _files(self, paths: list[Path]) -> Iterator[Path]:
        """The files to look at, but for the open project's journal in its own folder."""
        journals = {f"{self._project.name}-{end}" for end in ("wal", "shm", "journal")}
        for path in article_files(paths):
            if path.name not in journals or path.parent.resolve() != self._project.parent.resolve():
                yield path


def _next(queue: deque[T]) -> T | None:
    """The first of a queue that the other thread may empty at any moment."""
    try:
        return queue.popleft()
    except IndexError:
        return None
