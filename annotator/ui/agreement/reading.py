"""The figures as they are now: read once, then kept true after every answer, in a thread apart.

`Figures` is what the window speaks to; its `Reader` lives in the thread with a store of its own,
for a connection belongs to its thread. Imports store, study and Qt's core.
"""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from annotator.errors import AnnotatorError
from annotator.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from annotator.agreement.results import Agreement, Disagreement, Report, UnitName
    from annotator.model import DocumentId
    from annotator.study.live import LiveAgreement

_PATIENCE_MS = 10_000


class Question(NamedTuple):
    """What the window looks at: a layer, and one target of it or all."""

    layer: str
    target: str | None = None


class Told(NamedTuple):
    """The figures of one question, without intervals, after `serial` changes of its layer.

    `texts` holds the paragraphs that the report names.
    """

    question: Question
    report: Report
    texts: dict[tuple[str, int | None], str]
    serial: int
    took_ms: float


class Begun(NamedTuple):
    """What can be asked: the first figures of every layer, in the order of the codebook."""

    results: dict[str, tuple[Agreement, ...]]
    titles: dict[str, str]  # of all articles, by uid
    n_annotators: int


class Reader(QObject):
    """Lives in the thread: reads the project, follows it, answers questions."""

    begun = Signal(object)  # Begun
    told = Signal(object)  # Told
    looked = Signal()
    failed = Signal(object)  # an AnnotatorError; None for a bug, which the report tells of

    def __init__(self, project: Path, language: str) -> None:
        super().__init__()
        self._project = project
        self._language = language
        self._store: Store | None = None
        self._live: LiveAgreement | None = None
        self._question: Question | None = None
        # By layer: how often its figures have changed; and by question: the figures told last.
        self._serials: Counter[str] = Counter()
        self._last: dict[Question, tuple[Agreement, ...]] = {}
        self._places: dict[str, tuple[DocumentId, str]] = {}
        self._texts: dict[tuple[str, int | None], str] = {}

    @Slot()
    def begin(self) -> None:
        """Read everything once."""
        from annotator.study.live import LiveAgreement  # numpy comes with it, not with the window

        trouble: AnnotatorError | None = None
        begun: Begun | None = None
        try:
            self._store = self._store or Store.open(self._project, wait_ms=_PATIENCE_MS)
            self._live = LiveAgreement.open(self._store, language=self._language)
            begun = self._first_figures(self._store, self._live)
        except AnnotatorError as error:
            trouble = error
        finally:
            # A bug goes on to the excepthook; the window must not wait for ever.
            if begun is None:
                self.failed.emit(trouble)
        if begun is not None:
            self.begun.emit(begun)

    def _first_figures(self, store: Store, live: LiveAgreement) -> Begun:
        reports = {layer.key: live.report(layer.key) for layer in store.codebook().layers}
        people = {name for report in reports.values() for name in report.annotators}
        results = {key: report.results for key, report in reports.items()}
        titles = {one.uid: one.title for one in store.documents()}
        return Begun(results, titles, len(people))

    @Slot(object)
    def ask(self, question: Question) -> None:
        """Other figures."""
        self._question = question
        self._tell()

    @Slot()
    def look(self) -> None:
        """Whether somebody has answered meanwhile, here or in another program."""
        try:
            if self._follow():
                self._tell()
        finally:
            # A bug goes on to the excepthook; the next look must not wait for ever.
            self.looked.emit()

    def _follow(self) -> bool:
        if self._store is None or self._live is None:
            return False
        try:
            return self._live.follow(self._store)
        except AnnotatorError:
            # Another program writes this very moment: the next look, within a second, tries again.
            return False

    @Slot()
    def end(self) -> None:
        """Let go of the file, in the thread that opened it."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _tell(self) -> None:
        if self._live is None or self._question is None:
            return
        begun = time.perf_counter()
        try:
            report = self._live.report(self._question.layer, self._question.target)
            units = list(_units(report.results))
            texts = {(unit.document, unit.paragraph): self._text(unit) for unit in units
                     if unit.document is not None}  # fmt: skip
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        question, results = self._question, report.results
        if self._last.setdefault(question, results) != results:
            self._serials[question.layer] += 1
            self._last[question] = results
        took_ms = (time.perf_counter() - begun) * 1000
        serial = self._serials[question.layer]
        self.told.emit(Told(question, report, texts, serial, took_ms))

    def _text(self, unit: UnitName) -> str:
        """The words of a paragraph, or the title of an article; each is read once."""
        assert self._store is not None
        assert unit.document is not None
        place = unit.document, unit.paragraph
        if unit.document not in self._places:
            self._places = {one.uid: (one.id, one.title) for one in self._store.documents()}
        if place not in self._texts and unit.document in self._places:
            number, title = self._places[unit.document]
            self._texts[unit.document, None] = title
            if unit.paragraph is not None:
                paragraphs = enumerate(self._store.paragraphs(number))
                self._texts |= {(unit.document, at): one.text for at, one in paragraphs}
        return self._texts.get(place, "")


def _units(results: Iterable[Agreement]) -> Iterable[UnitName]:
    """Every unit that a report names."""
    for result in results:
        found: tuple[Disagreement, ...] = result.disagreements
        yield from (one.unit for one in found)
        for pair in result.code_pairs:
            yield from pair.units


class Figures(QObject):
    """The window's end of the thread. Signals arrive in the window's thread."""

    begun = Signal(object)  # Begun
    told = Signal(object)  # Told
    failed = Signal(object)  # an AnnotatorError
    _beginning = Signal()
    _asked = Signal(object)
    _looked = Signal()
    _ended = Signal()

    def __init__(self, project: Path, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._reader = Reader(project, language)
        self._reader.moveToThread(self._thread)
        queued = Qt.ConnectionType.QueuedConnection
        self._beginning.connect(self._reader.begin, queued)
        self._asked.connect(self._reader.ask, queued)
        self._looked.connect(self._reader.look, queued)
        # Waits for what is being computed: the file must be free afterwards.
        self._ended.connect(self._reader.end, Qt.ConnectionType.BlockingQueuedConnection)
        self._reader.begun.connect(self.begun, queued)
        self._reader.told.connect(self.told, queued)
        self._reader.looked.connect(self._rest, queued)
        self._reader.failed.connect(self.failed, queued)
        self._is_looking = self._is_asked_again = False

    def begin(self) -> None:
        """Start the thread and read the project."""
        self._thread.start()
        self._beginning.emit()

    def ask(self, question: Question) -> None:
        """Have this question answered, now and after every change."""
        self._asked.emit(question)

    def look(self) -> None:
        """Take over what changed; what is asked for during a look is one more look after it."""
        if self._is_looking:
            self._is_asked_again = True
        elif self._thread.isRunning():
            self._is_looking = True
            self._looked.emit()

    def close(self) -> None:
        """End the thread; the project file is free afterwards."""
        if self._thread.isRunning():
            self._ended.emit()
            self._thread.quit()
            self._thread.wait()

    def _rest(self) -> None:
        again, self._is_asked_again, self._is_looking = self._is_asked_again, False, False
        if again:
            self.look()
