"""Agreement from batch to batch, with intervals and the places where a codebook version begins."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPolygonF

from annotator.ui.messages import tr
from annotator.ui.plots.axis import Axis
from annotator.ui.plots.drawing import Drawing, Spot
from annotator.ui.plots.ink import CENTRE, LEFT, RIGHT, Ink, between
from annotator.ui.plots.numbers import figure
from annotator.ui.plots.scale import FIRM, TENTATIVE, draw_arrow, draw_dot
from annotator.ui.plots.view import PlotView

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from annotator.ui.plots.rows import TimePoint

_PLOT_HEIGHT = 190.0
_LEAST_STEP, _MOST_STEP = 16.0, 110.0


class TimeDrawing(Drawing):
    """Time goes to the right, the coefficient from 0 up to 1."""

    best_width = 620.0

    def __init__(
        self, rows: tuple[TimePoint, ...], whole: float | None, ink: Ink, width: float
    ) -> None:
        super().__init__(ink)
        self._rows = rows
        self._whole = whole
        self._left = ink.width(".667", small=True) + ink.length(10)
        self._right = ink.length(12)
        if whole is not None:
            self._right = ink.width(_whole_words(whole), small=True) + ink.length(14)
        self._top = ink.line * 1.6 if any(row.mark for row in rows) else ink.length(10)
        room = (width - self._left - self._right) / len(rows)
        self._step = min(max(room, ink.length(_LEAST_STEP)), ink.length(_MOST_STEP))
        bottom = self._top + ink.length(_PLOT_HEIGHT)
        self._axis = Axis(0.0, 1.0, bottom, self._top)
        self._every = self._label_every()
        wide = self._left + self._step * len(rows) + self._right
        tall = bottom + ink.line * 2.5
        if any(row.is_below_rest for row in rows):
            wide = max(wide, self._left + ink.width(_key_words(), small=True) + 2)
            tall += ink.line * 1.4
        self.size = QSizeF(wide, tall)
        self.spots = tuple(self._spot(number) for number in range(len(rows)))

    def _label_every(self) -> int:
        """Every which label fits beside the next one."""
        widest = max(self.ink.width(row.label, small=True) for row in self._rows)
        widest = min(widest, self.ink.length(96)) + self.ink.length(8)
        return max(int(-(-widest // self._step)), 1)

    def _x(self, number: int) -> float:
        return self._left + (number + 0.5) * self._step

    @property
    def _end(self) -> float:
        return self._left + self._step * len(self._rows)

    def _spot(self, number: int) -> Spot:
        row = self._rows[number]
        area = QRectF(
            self._x(number) - self._step / 2, self._top, self._step, self.ink.length(_PLOT_HEIGHT)
        )
        return Spot(area=area, words=time_words(row), value=row.key, column=number)

    def draw(self, painter: QPainter) -> None:
        """Scale, band, line, points, then the labels below."""
        self._draw_band(painter)
        self._draw_scale(painter)
        self._draw_marks(painter)
        self._draw_whole(painter)
        self._draw_line(painter)
        self._draw_key(painter)
        for number, row in enumerate(self._rows):
            self._draw_point(painter, number, row)
            if number % self._every == 0:
                self._draw_label(painter, number, row)

    def _draw_scale(self, painter: QPainter) -> None:
        ink, colours = self.ink, self.ink.theme
        for value, text in ((0.0, "0"), (TENTATIVE, ".667"), (FIRM, ".8"), (1.0, "1")):
            y = self._axis.place(value)
            is_edge = value in (0.0, 1.0)
            colour = colours.line if is_edge else between(colours.paper, colours.ink, 0.35)
            line = QPointF(self._left, y), QPointF(self._end, y)
            ink.rule(painter, *line, colour, dashed=not is_edge)
            area = QRectF(0, y - ink.line / 2, self._left - ink.length(6), ink.line)
            ink.write(painter, area, text, align=RIGHT, colour=colours.ink_faint, small=True)

    def _draw_marks(self, painter: QPainter) -> None:
        """A line before the first point of a codebook version, with its name above."""
        ink, colours = self.ink, self.ink.theme
        marked = [number for number, row in enumerate(self._rows) if row.mark]
        for number, following in pairwise([*marked, len(self._rows)]):
            x, end = (self._x(n) - self._step / 2 for n in (number, following))
            end += self._right if following == len(self._rows) else 0.0
            line = QPointF(x, ink.length(2)), QPointF(x, self._axis.begin)
            ink.rule(painter, *line, colours.ink_faint, dashed=True)
            area = QRectF(x + ink.length(4), 0, end - x - ink.length(8), ink.line * 1.3)
            mark = self._rows[number].mark
            ink.write(painter, area, mark, align=LEFT, colour=colours.ink_dim, small=True)

    def _draw_whole(self, painter: QPainter) -> None:
        if self._whole is None:
            return
        ink, colours = self.ink, self.ink.theme
        y = self._axis.place(self._whole)
        ink.rule(painter, QPointF(self._left, y), QPointF(self._end, y), colours.ink_dim, width=1.2)
        area = QRectF(self._end + ink.length(6), y - ink.line / 2, self._right, ink.line)
        words = _whole_words(self._whole)
        ink.write(painter, area, words, align=LEFT, colour=colours.ink_dim, small=True)

    def _draw_band(self, painter: QPainter) -> None:
        """The intervals of neighbouring points as one band; every line lies over it."""
        colours = self.ink.theme
        for run in _runs(self._rows):
            points = [(self._x(n), self._rows[n]) for n in run]
            lower = [QPointF(x, self._axis.place(row.low or 0.0)) for x, row in points]
            upper = [QPointF(x, self._axis.place(row.high or 0.0)) for x, row in points]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(between(colours.paper, colours.accent, 0.14))
            if all(row.low is not None for _, row in points):
                painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))

    def _draw_line(self, painter: QPainter) -> None:
        for run in _runs(self._rows):
            values = ((self._x(n), self._rows[n].value or 0.0) for n in run)
            places = [QPointF(x, self._axis.place(value)) for x, value in values]
            for begin, end in pairwise(places):
                self.ink.rule(painter, begin, end, self.ink.theme.accent, width=1.4)

    def _draw_key(self, painter: QPainter) -> None:
        """What a triangle means, where there is one."""
        if any(row.is_below_rest for row in self._rows):
            ink = self.ink
            top = self.size.height() - ink.line * 1.2
            area = QRectF(self._left, top, self.size.width() - self._left, ink.line)
            ink.write(painter, area, _key_words(), colour=ink.theme.ink_dim, small=True)

    def _draw_point(self, painter: QPainter, number: int, row: TimePoint) -> None:
        ink, accent = self.ink, self.ink.theme.accent
        x = self._x(number)
        if row.value is None:
            self._draw_cross(painter, x, ink.theme.ink_faint)
            return
        if row.low is not None and row.high is not None:
            low, high = self._axis.place(row.low), self._axis.place(row.high)
            ink.rule(painter, QPointF(x, low), QPointF(x, high), accent, width=1.6)
        if min(row.value, row.value if row.low is None else row.low) < 0:
            draw_arrow(painter, QPointF(x, self._axis.begin), accent, ink, down=True)
        if row.is_below_rest:
            tip = QPointF(x, self._axis.place(row.value) + ink.length(5))
            draw_arrow(painter, tip, ink.theme.error, ink, down=True)
        elif row.value >= 0:
            draw_dot(painter, QPointF(x, self._axis.place(row.value)), accent, ink)

    def _draw_cross(self, painter: QPainter, x: float, colour: QColor) -> None:
        """No figure here: a cross on the ground line."""
        half = self.ink.length(4)
        y = self._axis.begin - half - self.ink.length(3)
        for way in (-1, 1):
            begin, end = QPointF(x - half, y - way * half), QPointF(x + half, y + way * half)
            self.ink.rule(painter, begin, end, colour, width=1.6)

    def _draw_label(self, painter: QPainter, number: int, row: TimePoint) -> None:
        ink = self.ink
        wide = self._step * self._every - ink.length(6)
        area = QRectF(self._x(number) - wide / 2, self._axis.begin + ink.length(4), wide, ink.line)
        ink.write(painter, area, row.label, align=CENTRE, small=True)
        below = area.translated(0, ink.line * 1.05)
        faint = ink.theme.ink_faint
        ink.write(painter, below, f"n {row.n}", align=CENTRE, colour=faint, small=True)


def _runs(rows: tuple[TimePoint, ...]) -> list[list[int]]:
    """Neighbours in time that have a value: a line never leaps over a gap."""
    runs: list[list[int]] = [[]]
    for number, row in enumerate(rows):
        if row.value is None or not row.is_joined:
            runs.append([])
        if row.value is not None:
            runs[-1].append(number)
    return [run for run in runs if run]


def _key_words() -> str:
    return f"▼ {tr('wholly below the rest')}"


def _whole_words(whole: float) -> str:
    return tr("all {value}", value=figure(whole))


def time_words(row: TimePoint) -> str:
    """A point as a sentence."""
    parts = [f"α {figure(row.value)}" if row.value is not None else row.reason or "–"]
    if row.low is not None and row.high is not None:
        interval = f"{figure(row.low)} – {figure(row.high)}"
        parts.append(tr("interval {interval}", interval=interval))
    parts.append(tr("units: {n}", n=row.n))
    if row.is_below_rest:
        parts.append(tr("wholly below the rest"))
    if row.mark:
        parts.append(row.mark)
    return f"{row.label}: {', '.join(parts)}"


class TimeLine(PlotView):
    """One result over batches, weeks or versions; `activated` gives the group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Agreement over time"), parent)
        self._rows: tuple[TimePoint, ...] = ()
        self._whole: float | None = None

    def show_rows(self, rows: tuple[TimePoint, ...], *, whole: float | None = None) -> None:
        """Show these points; `whole` is the figure of all of them together."""
        self._rows, self._whole = rows, whole
        self.show_again()

    def lay_out(self, ink: Ink, width: float) -> Drawing | None:
        """The drawing for this width."""
        return TimeDrawing(self._rows, self._whole, ink, width) if self._rows else None

    def empty_words(self) -> str:
        """What stands where there is nothing to show."""
        return tr("Nothing to compare over time yet: a batch is fifty paragraphs coded by two.")
