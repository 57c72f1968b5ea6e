"""The middle of the window for one question: figure, codes, warnings, targets.

Imports results, plots, theme and Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.ui.agreement.cautions import Cautions
from annotator.ui.agreement.headline import Headline
from annotator.ui.agreement.naming import short_measure
from annotator.ui.agreement.text import Text, heading
from annotator.ui.dress import face, put_name
from annotator.ui.messages import tr
from annotator.ui.plots import CodeIntervals, code_intervals
from annotator.ui.plots.making import reason_words
from annotator.ui.plots.rows import CodeInterval
from annotator.ui.scroll_bar import ThinScrollBar
from annotator.ui.theme import Theme, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.agreement.results import Agreement
    from annotator.ui.agreement.naming import Names
    from annotator.ui.plots.drawing import Spot
    from annotator.ui.plots.view import PlotView

_EDGE = 28


class Seen(NamedTuple):
    """What the page shows: the headline, other ways to count, and the same by target."""

    head: Agreement
    beside: Sequence[Agreement] = ()
    by_target: Sequence[Agreement] = ()
    is_fresh: bool = False


class PaperPage(QScrollArea):
    """A page that scrolls, on the ground of paper; what the arrows reach comes into sight."""

    _dressed: Theme | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBar(ThinScrollBar("paper"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(_EDGE, 24, _EDGE, 24)
        self.column.setSpacing(16)
        self.setWidget(self.inside)
        self._dress()

    def follow(self, view: PlotView) -> None:
        """Scroll to what the arrows reach in this plot."""
        view.moved.connect(self._moved)

    def _moved(self, spot: Spot) -> None:
        view: PlotView = self.sender()  # type: ignore[assignment]  # only plots are connected
        middle = view.mapTo(self.inside, view.area_of(spot).center().toPoint())
        self.ensureVisible(middle.x(), middle.y(), 8, round(spot.area.height() / 2) + 24)

    def changeEvent(self, event: QEvent) -> None:
        """Colours go with the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._dressed not in (None, theme()):
            self._dress()

    def _dress(self) -> None:
        self._dressed = theme()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, theme().paper)
        self.inside.setPalette(palette)
        self.inside.setAutoFillBackground(True)
        self.viewport().setPalette(palette)


class Overview(PaperPage):
    """One question."""

    code_wanted = Signal(object)  # a code's key
    target_wanted = Signal(object)  # a target's key, None for all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Text(face(15, strong=True))
        self.targets = QComboBox()
        self.targets.setFont(face(13))
        self.targets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        put_name(self.targets, tr("Target"))
        self.targets.activated.connect(self._target_chosen)
        self.headline = Headline()
        self.codes = CodeIntervals()
        self.codes.activated.connect(self.code_wanted)
        self.cautions = Cautions()
        self.by_target_heading = heading(tr("By target"))
        self.by_target = CodeIntervals()
        self.by_target.put_heading(tr("Agreement by target"))
        self.by_target.activated.connect(self.target_wanted)
        for plot in (self.codes, self.by_target):
            self.follow(plot)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.targets)
        self.column.addLayout(top)
        for part in (
            self.headline,
            self.codes,
            self.cautions,
            self.by_target_heading,
            self.by_target,
        ):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_targets(self, targets: Sequence[tuple[str, str]], chosen: str | None) -> None:
        """The targets that can be chosen, by key and label; none hides the box."""
        entries = [(tr("All targets"), None), *((label, key) for key, label in targets)]
        known = [(self.targets.itemText(n), self.targets.itemData(n))
                 for n in range(self.targets.count())]  # fmt: skip
        if entries != known:
            self.targets.clear()
            for label, key in entries:
                self.targets.addItem(label, key)
        self.targets.setCurrentIndex(
            next((n for n, (_, k) in enumerate(entries) if k == chosen), 0)
        )
        self.targets.setVisible(len(targets) > 1)

    def show_seen(self, seen: Seen, names: Names) -> None:
        """Show these figures."""
        head = seen.head
        self.title.say(names.title(head.layer, head.step))
        self.headline.show_figures(head, seen.beside, names, is_fresh=seen.is_fresh)
        labels, colours = names.codes(head.layer, head.step), names.colours(head.layer)
        self.codes.setVisible(bool(head.per_code) and head.n_units > 0)
        coefficient = short_measure(head)
        self.codes.show_rows(code_intervals(head, labels, colours), coefficient=coefficient)
        self.cautions.show_words(caution_words(head))
        by_target = [_target_row(one, names) for one in seen.by_target]
        for part in (self.by_target_heading, self.by_target):
            part.setVisible(len(by_target) > 1)
        rows = tuple(sorted(by_target, key=_lowest_first))
        self.by_target.show_rows(rows, of=tr("Target"))

    def _target_chosen(self, place: int) -> None:
        self.target_wanted.emit(self.targets.itemData(place))


def caution_words(result: Agreement) -> list[str]:
    """The warnings of a result and of its codes, each once."""
    return list(dict.fromkeys(caution.words for caution in result.warnings))


def _target_row(one: Agreement, names: Names) -> CodeInterval:
    return CodeInterval(
        key=one.target or "",
        label=names.target(one.target),
        value=one.value,
        low=one.interval.low if one.interval else None,
        high=one.interval.high if one.interval else None,
        reason=reason_words(one.reason),
        ac1=one.ac1,
        percent=one.percent,
    )


def _lowest_first(row: CodeInterval) -> tuple[bool, float]:
    return row.value is None, row.value or 0.0
