"""What the codebook says of a code, set as prose beside a line in the code's colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from annotator.ui.dress import SMALL_PX
from annotator.ui.messages import tr
from annotator.ui.panel.pile import Margins, Pile
from annotator.ui.panel.prose import Passage, Prose, Run, passage
from annotator.ui.theme import code_colours

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.session.views import Explanation, PairRule

_SMALL_GAP = 3
_GAP = 8
_CASE_MARK = "▸"


class ExplanationBox(Pile):
    """A definition with its line; the same explanation again costs nothing."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent, margins=Margins(15, 7, 6, 8))
        self._colour: str | None = None
        self._prose = Prose(self, size_px=SMALL_PX)
        self.put(self._prose)

    @property
    def text(self) -> str:
        """The words shown."""
        return self._prose.text

    def explain(self, colour: str | None, passages: list[Passage]) -> None:
        """Show these passages beside a line in this colour."""
        if colour != self._colour:
            self._colour = colour
            self.update()
        self._prose.tell(*passages)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(code_colours(self._colour).strong)
        painter.drawRoundedRect(QRectF(0, 2, 3, self.height() - 4), 1.5, 1.5)
        painter.end()


def short_passages(told: Explanation, rivals: frozenset[str]) -> list[Passage]:
    """Definition, include, exclude, and the pair rules: those with a rival (label) in full."""
    shown = definition_passages(told)
    others = []
    for pair in told.pairs:
        if rivals.intersection(pair.labels):
            shown += rule_passages(pair)
        else:
            others.append(_or(pair, told.label))
    if others:
        hint = tr("F2: the rules beside {codes}", codes=", ".join(others))
        shown.append(passage(Run(hint, tone="faint"), before=_GAP))
    return shown


def definition_passages(told: Explanation) -> list[Passage]:
    """What belongs to the code, and what does not."""
    shown = [passage(told.definition)]
    for title, items in ((tr("Include"), told.include), (tr("Exclude"), told.exclude)):
        shown += listed(title, items)
    return shown


def listed(title: str, items: tuple[str, ...]) -> list[Passage]:
    """A quiet title over items; nothing where there are none."""
    if not items:
        return []
    head = passage(Run(title, tone="faint"), before=_GAP)
    return [head, *(passage(item, mark="·", before=1) for item in items)]


def rule_passages(pair: PairRule, *, with_cases: bool = False) -> list[Passage]:
    """A pair rule, with its cases where they are wanted."""
    head = tr("{one} or {other}?", one=pair.labels[0], other=pair.labels[1])
    shown = [passage(Run(head + " ", strong=True), pair.rule, before=_GAP)]
    return [*shown, *(case_passage(*case) for case in pair.cases if with_cases)]


def case_passage(text: str, answer: str, why: str) -> Passage:
    """An invented text, its right answer, and why."""
    runs = [Run(f"“{text}” ", tone="dim"), Run(f"→ {answer}", strong=True)]
    if why:
        runs.append(Run(f" ({why})", tone="faint"))
    return passage(*runs, mark=_CASE_MARK, before=_SMALL_GAP)


def full_passages(told: Explanation) -> list[Passage]:
    """Everything the codebook says of a code, but its pair rules."""
    shown = definition_passages(told)
    quoted = tuple(f"“{example}”" for example in told.examples)
    shown += listed(tr("Examples"), quoted)
    if told.counterexamples:
        shown.append(passage(Run(tr("Not this"), tone="faint"), before=_GAP))
        shown += [case_passage(*case) for case in told.counterexamples]
    return shown


def _or(pair: PairRule, label: str) -> str:
    """The other code of a pair."""
    return pair.labels[0] if pair.labels[1] == label else pair.labels[1]
