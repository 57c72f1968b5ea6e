"""How much to code twice: the answers so far redrawn, and the width of the interval that comes.

Imports the comparisons, plots, store and study; the work runs on Qt's thread pool.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.store import Store
from annotator.ui.agreement.comparisons import Comparison
from annotator.ui.agreement.text import Text
from annotator.ui.agreement.widening import let_go
from annotator.ui.dress import face
from annotator.ui.job import Job
from annotator.ui.messages import error_text, tr
from annotator.ui.plots import PlannerPlot
from annotator.ui.plots.rows import PlannerCurve, PlannerPoint

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from annotator.agreement.plans import Curve, Plan
    from annotator.agreement.results import Agreement
    from annotator.errors import AnnotatorError
    from annotator.ui.agreement.naming import Names

_PATIENCE_MS = 10_000


class Planned(NamedTuple):
    """A plan and what it says in words."""

    plan: Plan
    sentences: list[str]


class ComputePlan:
    """The work itself, on a store of its own."""

    def __init__(self, project: Path, language: str, layer: str) -> None:
        self._project = project
        self._language = language
        self._layer = layer

    def __call__(self, job: Job) -> Planned:
        """The plan of one layer, from the answers there are."""
        from annotator.agreement.plan_words import sentences_of  # numpy comes with it
        from annotator.agreement.planner import plan
        from annotator.agreement.plans import Wanted
        from annotator.study.reliability import project_answers

        with Store.open(self._project, wait_ms=_PATIENCE_MS) as store:
            (answers,) = project_answers(store, layers=[self._layer])
        job.told(0)
        wanted = Wanted(language="it" if self._language == "it" else "en")
        made = plan(wanted, answers, source=self._project.name)
        return Planned(made, sentences_of(made))


class Planning(Comparison):
    """The planner's curves, and its sentences below."""

    def __init__(self, project: Path, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._language = language
        self._labels: dict[str, str] = {}
        self._colours: dict[str, str | None] = {}
        self._layer = ""
        # What is shown or computed: the layer and the state of its answers.
        self._key: tuple[str, int] | None = None
        self._job: Job | None = None
        self.plot = PlannerPlot()
        self.more = Text(face(13))
        self.hold(self.plot)
        self.column.insertWidget(self.column.count() - 1, self.more)

    def show_result(self, result: Agreement, names: Names) -> None:
        """The title; the plan comes with `want`."""
        self._layer = result.layer
        self._labels, self._colours = names.codes(result.layer), names.colours(result.layer)
        self.title.say(
            tr("{question}, how much to code twice", question=names.title(result.layer, None))
        )

    def want(self, serial: int) -> None:
        """The plan of this state of the answers; what is shown stays until it is there."""
        if self._key == (self._layer, serial):
            return
        if self._key is None or self._key[0] != self._layer:
            self._show_words(tr("Redrawing the answers so far…"))
        self.close_job()
        self._key = self._layer, serial
        self._job = Job(ComputePlan(self._project, self._language, self._layer), self)
        self._job.finished.connect(self._show_plan)
        self._job.failed.connect(self._show_failure)
        self._job.stopped.connect(self._show_failure)
        self._job.ended.connect(self._ended)
        self._job.begin()

    def close_job(self) -> None:
        """Nobody waits for the work that runs."""
        if self._job is not None:
            self._job.cancel()
            let_go(self._job)
            self._job = None

    def _show_plan(self, planned: Planned) -> None:
        pilot = planned.plan.pilot
        curves = tuple(self._curve(one) for one in pilot.curves) if pilot else ()
        self.plot.show_rows(
            tuple(one for one in curves if one.points), n_now=pilot.n_units if pilot else None
        )
        self.plot.show()
        self.sentence.say(planned.sentences[0])
        self.more.say("\n\n".join(planned.sentences[1:]))

    def _curve(self, curve: Curve) -> PlannerCurve:
        """Sizes at which too many draws give no interval are left out: there is no width."""
        points = tuple(
            PlannerPoint(n=one.n, width=one.width, undefined=one.undefined)
            for one in curve.points
            if one.width is not None
        )
        share = f"{curve.prevalence:.0%}".replace("%", "\N{NO-BREAK SPACE}%")
        label = f"{self._labels.get(curve.code, curve.code)} ({share})"
        return PlannerCurve(label=label, points=points, colour=self._colours.get(curve.code))

    def _show_failure(self, error: AnnotatorError | None = None) -> None:
        self._show_words(error_text(error) if error else tr("The plan could not be computed."))

    def _show_words(self, words: str) -> None:
        self.plot.hide()
        self.sentence.say(words)
        self.more.say("")

    def _ended(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
