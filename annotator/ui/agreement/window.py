"""The agreement window: parts side by side, and what is asked of whom when something changes.

Beside the main window, never in its way: reading and computing go on in threads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.ui.agreement.choices import Choice, Choices
from annotator.ui.agreement.comparisons import (
    Comparison,
    OverTime,
    PairsOfCodes,
    SecondPass,
    WithoutOnePerson,
)
from annotator.ui.agreement.foot import Foot, Head
from annotator.ui.agreement.headline import drawn_words
from annotator.ui.agreement.intervals import with_intervals
from annotator.ui.agreement.looking import (
    OVER_TIME,
    PAIRS,
    PLANNING,
    QUESTION,
    SECOND_PASS,
    WITHOUT,
    choices_of,
    seen_of,
    targets_of,
)
from annotator.ui.agreement.naming import Names
from annotator.ui.agreement.overview import Overview, Seen
from annotator.ui.agreement.planning import Planning
from annotator.ui.agreement.plot_menu import offer_files
from annotator.ui.agreement.reading import Figures, Question
from annotator.ui.agreement.side import Side
from annotator.ui.agreement.unit_rows import Words
from annotator.ui.agreement.waiting import Waiting
from annotator.ui.agreement.widening import Widening
from annotator.ui.dress import face, put_name
from annotator.ui.messages import error_text, tr
from annotator.ui.plots.view import PlotView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent

    from annotator.agreement.results import Agreement, UnitName
    from annotator.errors import AnnotatorError
    from annotator.store import Store
    from annotator.ui.agreement.reading import Begun, Told
    from annotator.ui.agreement.widening import Key

LOOK_MS = 1_000
_WIDTHS = [250, 760, 400]


class AgreementWindow(QWidget):
    """Everything about how far annotators agree."""

    wanted = Signal(object, str)  # a UnitName and the layer: open it where people code
    left = Signal()  # back to coding
    closed = Signal()

    def __init__(self, store: Store, language: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.project = store.path
        self.language = language
        self.names = Names(store.codebook(), language)
        self._title = store.project().title or store.path.stem
        self._question: Question | None = None
        self._told: Told | None = None
        self.widening = Widening(self.project, language, self)
        self.widening.came.connect(self._show)
        self.setWindowTitle(tr("Agreement — {title}", title=self._title))
        self.resize(1440, 900)
        self.figures = Figures(self.project, language, self)
        self.figures.begun.connect(self._begun)
        self.figures.told.connect(self._show_told)
        self.figures.failed.connect(self._show_failure)
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self.figures.look)
        self._make_parts()
        self._lay_out()
        for plot in self.findChildren(PlotView):
            offer_files(plot, self.project.parent)
        self._put_keys()

    # ------------------------------------------------------------------ parts

    def _make_parts(self) -> None:
        self.head, self.foot = Head(), Foot()
        self.copy = self._button(tr("Copy methods paragraph"), self.copy_methods)
        self.save = self._button(tr("Save report…"), self.save_report)
        self.choices = Choices()
        put_name(self.choices, tr("Questions and comparisons"))
        self.choices.chosen.connect(self._choose)
        self.overview = Overview()
        self.time = OverTime()
        self.pairs = PairsOfCodes()
        self.planning = Planning(self.project, self.language)
        self.pages: dict[str, Overview | Comparison] = {
            QUESTION: self.overview,
            OVER_TIME: self.time,
            SECOND_PASS: SecondPass(),
            PAIRS: self.pairs,
            WITHOUT: WithoutOnePerson(),
            PLANNING: self.planning,
        }
        self.waiting = Waiting()
        self.side = Side()
        self.overview.code_wanted.connect(self.side.sift_code)
        self.overview.target_wanted.connect(self._choose_target)
        self.pairs.codes_wanted.connect(self.side.sift_codes)
        self.time.by_wanted.connect(self._show)
        self.side.wanted.connect(self._want)
        self.waiting.again.connect(self.begin)

    def _button(self, words: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setFont(face(13))
        button.setAutoDefault(False)
        button.setEnabled(False)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        for button in (self.copy, self.save):
            self.head.row.addWidget(button)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.waiting)
        for page in self.pages.values():
            self.middle.addWidget(page)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        for pane, least in ((self.choices, 170), (self.middle, 420), (self.side, 250)):
            pane.setMinimumWidth(least)
            self.panes.addWidget(pane)
        self.panes.setStretchFactor(1, 1)
        self.panes.setSizes(_WIDTHS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.panes, 1)
        layout.addWidget(self.foot)

    def _put_keys(self) -> None:
        for key, slot in (
            ("Esc", self.leave),
            ("F6", self.next_pane),
            ("Ctrl+G", self.left.emit),
            ("Ctrl+S", self.save_report),
            ("Ctrl+W", self.close),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(slot)

    # ------------------------------------------------------------------ keys

    def leave(self) -> None:
        """Esc: first all disagreements again, then back to coding."""
        if self.side.is_sifted:
            self.side.show_all()
        else:
            self.left.emit()

    def next_pane(self) -> None:
        """The keyboard to the list, the codes, the pairs, the disagreements."""
        panes = [pane for pane in self._panes() if pane.isVisible()]
        here = next((n for n, pane in enumerate(panes) if pane.hasFocus()), -1)
        if panes:
            panes[(here + 1) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    def _panes(self) -> list[QWidget]:
        page = self.middle.currentWidget()
        plots: dict[QWidget, QWidget] = {
            self.overview: self.overview.codes,
            self.time: self.time.plot,
            self.pairs: self.pairs.plot,
            self.planning: self.planning.plot,
        }
        middle = [plots[page]] if page in plots else []
        return [self.choices, *middle, self.side.pairs, self.side.units]

    # ------------------------------------------------------------------ asking

    def begin(self) -> None:
        """Read the project, with a word of progress."""
        self.waiting.work(tr("Reading the answers…"))
        self.middle.setCurrentWidget(self.waiting)
        for pane in (self.choices, self.side):
            pane.hide()
        self.figures.begin()

    def look(self) -> None:
        """Something may have changed: take it over at once."""
        if self.isVisible():
            self.figures.look()

    def _begun(self, begun: Begun) -> None:
        n_articles = len(begun.titles)
        self.time.titles = begun.titles
        counts = (
            tr("{n} annotators", n=begun.n_annotators)
            if begun.n_annotators != 1
            else tr("one annotator"),
            tr("{n} articles", n=n_articles) if n_articles != 1 else tr("one article"),
        )
        self.head.about.say(" · ".join((self._title, *counts)))
        self.choices.show_choices(choices_of(begun.results, self.names))
        for button in (self.copy, self.save):
            button.setEnabled(True)
        for pane in (self.choices, self.side):
            pane.show()
        self.panes.setSizes(_WIDTHS)
        self.choices.setFocus()
        self._looking.start()

    def _choose(self, choice: Choice) -> None:
        if choice.layer:
            target = self._question.target if self._question else None
            same = self._question is not None and self._question.layer == choice.layer
            self._ask(Question(choice.layer, target if same else None))
        elif self._told is not None:
            self._show()

    def _choose_target(self, target: str | None) -> None:
        if self._question is not None:
            self._ask(Question(self._question.layer, target))

    def _ask(self, question: Question) -> None:
        if question == self._question and self._told is not None:
            self._show()
            return
        self._question = question
        self.figures.ask(question)

    # ------------------------------------------------------------------ showing

    def _show_told(self, told: Told) -> None:
        if told.question != self._question:
            return
        self._told = told
        self._show()

    @property
    def has_intervals(self) -> bool:
        """Whether the intervals of the very figures are shown."""
        return self._told is not None and self._is_fresh()

    def _is_fresh(self) -> bool:
        """Whether there are intervals of these very figures."""
        assert self._told is not None
        return self.widening.is_fresh(self._key(), self._told.serial)

    def _key(self) -> Key:
        assert self._question is not None
        is_time = self._page() == OVER_TIME
        return self._question.layer, self.time.chosen if is_time else None

    def _page(self) -> str:
        choice = self.choices.current()
        return choice.page if choice else QUESTION

    def _show(self, _why: object = None) -> None:
        seen = self._seen()
        if seen is None or self._told is None or self._question is None:
            return
        page = self.pages[self._page()]
        if isinstance(page, Overview):
            page.show_targets(self._targets(), self._question.target)
            page.show_seen(seen, self.names)
        elif isinstance(page, Planning):
            page.show_result(seen.head, self.names)
            page.want(self._told.serial)
        else:
            page.show_result(seen.head, self.names)
            trouble = self.widening.trouble(self._key(), self._told.serial)
            page.sentence.say(trouble or page.sentence.text())
        self.middle.setCurrentWidget(page)
        words = Words(self._told.texts, self._told.report.titles)
        self.side.show_result(seen.head, self.names, words)
        self._show_state(seen)
        self.widening.want(self._key(), self._told.serial)

    def _seen(self) -> Seen | None:
        """The figures of now, with the intervals there are."""
        step = self._step()
        if self._told is None or self._question is None:
            return None
        results: Sequence[Agreement] = self._told.report.results
        is_fresh = self._is_fresh()
        full = self.widening.report(self._key())
        if full is not None:
            results = with_intervals(results, full.results, is_fresh=is_fresh)
        return seen_of(results, step, self._question.target, is_fresh=is_fresh)

    def _step(self) -> str | None:
        choice = self.choices.looked_at()
        return choice.step if choice else None

    def _targets(self) -> list[tuple[str, str]]:
        assert self._told is not None
        known = [self._told.report, *self.widening.reports(self._told.question.layer)]
        results = [one for report in known for one in report.results]
        return targets_of(results, self.names)

    def _show_state(self, seen: Seen) -> None:
        assert self._told is not None
        took = tr("figures in {ms} ms", ms=max(round(self._told.took_ms), 1))
        trouble = self.widening.trouble(self._key(), self._told.serial)
        if trouble:
            self.foot.say(trouble)
        elif seen.is_fresh:
            drawn = drawn_words(seen.head, self.language) if seen.head.interval else ""
            self.foot.say(" · ".join(part for part in (drawn, took) if part))
        elif seen.head.interval is not None:
            self.foot.say(
                tr("The intervals are those before the last answer; new ones in a moment · {took}",
                   took=took)
            )  # fmt: skip
        else:
            self.foot.say(tr("Computing the intervals… · {took}", took=took))

    def _show_failure(self, error: AnnotatorError | None) -> None:
        words = error_text(error) if error else tr("The figures could not be computed.")
        if self._told is None:
            self.waiting.fail(words)
        else:
            self.foot.say(words)

    # ------------------------------------------------------------------ out

    def copy_methods(self) -> None:
        """The paragraph for a methods section, to the clipboard."""
        from annotator.ui.agreement.saving import CopyMethods  # when needed

        dialog = CopyMethods(self, self.project, self.language)
        dialog.copied.connect(self.foot.say)
        dialog.open()
        dialog.begin()

    def save_report(self) -> None:
        """Everything as a file."""
        if not self.save.isEnabled():
            return
        from annotator.ui.agreement.saving import SaveReport, ask_where  # when needed

        target = ask_where(self, self.project, self._title)
        if target is not None:
            dialog = SaveReport(self, self.project, target, self.names, self.time.chosen)
            dialog.saved.connect(self.foot.say)
            dialog.open()
            dialog.begin()

    def _want(self, unit: UnitName) -> None:
        if self._question is not None:
            self.wanted.emit(unit, self._question.layer)

    # ------------------------------------------------------------------ Qt

    def changeEvent(self, event: QEvent) -> None:
        """Coming back shows at once what others have done."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the file before anything else."""
        self._looking.stop()
        self.widening.close()
        self.planning.close_job()
        self.figures.close()
        super().closeEvent(event)
        self.closed.emit()
