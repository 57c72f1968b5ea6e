"""How wide an interval becomes with more units: the planner's curves."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from annotator.ui.messages import tr
from annotator.ui.plots.axis import Axis, count_ticks
from annotator.ui.plots.drawing import Drawing, Spot
from annotator.ui.plots.ink import CENTRE, LEFT, RIGHT, Ink, between
from annotator.ui.plots.numbers import figure, percent
from annotator.ui.plots.view import PlotView

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from annotator.ui.plots.rows import PlannerCurve, PlannerPoint

# An interval wider than this is warned of (`few_units`).
WIDE = 0.2
_TALL, _LEAST_PLOT, _MOST_PLOT, _MOST_LABEL = 240.0, 200.0, 620.0, 190.0
_DASHES: tuple[tuple[float, ...], ...] = ((), (5, 3), (1.5, 2), (6, 2, 1.5, 2))
# Corners of a curve's marks: 0 is a circle. With the dashes they tell curves apart without colour.
_CORNERS = (0, 4, 3, 6)


class PlannerDrawing(Drawing):
    """Units to the right (logarithmic), the width of the interval upward."""

    best_width = 640.0

    def __init__(
        self, curves: tuple[PlannerCurve, ...], n_now: int | None, ink: Ink, width: float
    ) -> None:
        super().__init__(ink)
        self._curves, self._n_now = curves, n_now
        self._left = ink.width("1.00", small=True) + ink.length(10)
        longest = max(ink.width(curve.label, small=True) for curve in curves)
        self._label = min(longest, ink.length(_MOST_LABEL)) + ink.length(24)
        room = width - self._left - self._label
        plot = min(max(room, ink.length(_LEAST_PLOT)), ink.length(_MOST_PLOT))
        self._top = ink.line * 2.6
        ns = [point.n for curve in curves for point in curve.points] + ([n_now] if n_now else [])
        low, high = max(min(ns), 1), max(*ns, min(ns) + 1)
        self._x = Axis(low, high, self._left + ink.length(6), self._left + plot, is_log=True)
        widest = max(point.width for curve in curves for point in curve.points)
        tall = max(math.ceil(widest * 5) / 5, WIDE)
        self._y = Axis(0.0, tall, self._top + ink.length(_TALL), self._top)
        self.size = QSizeF(self._left + plot + self._label, self._y.begin + ink.line * 2.8)
        self.spots = tuple(
            self._spot(curve, point, row, column)
            for row, curve in enumerate(self._from_top())
            for column, point in enumerate(curve.points)
        )

    def _from_top(self) -> list[PlannerCurve]:
        """The curves as they lie above each other, so that the arrows go the right way."""
        return sorted(self._curves, key=lambda curve: -curve.points[-1].width)

    def _at(self, point: PlannerPoint) -> QPointF:
        return QPointF(self._x.place(point.n), self._y.place(point.width))

    def _spot(self, curve: PlannerCurve, point: PlannerPoint, row: int, column: int) -> Spot:
        half = self.ink.length(8)
        at = self._at(point)
        area = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
        words = planner_words(curve, point)
        return Spot(area=area, words=words, value=(curve.label, point.n), row=row, column=column)

    def draw(self, painter: QPainter) -> None:
        """Axes, the line of what is wide, then the curves with their names at the end."""
        self._draw_axes(painter)
        self._draw_now(painter)
        for number, curve in enumerate(self._curves):
            self._draw_curve(painter, number, curve)
        self._draw_labels(painter)

    def _draw_axes(self, painter: QPainter) -> None:
        ink, colours = self.ink, self.ink.theme
        for value in _width_ticks(self._y.high):
            y = self._y.place(value)
            is_wide = abs(value - WIDE) < 1e-9
            colour = between(colours.paper, colours.ink, 0.45) if is_wide else colours.line
            line = QPointF(self._left, y), QPointF(self._x.end, y)
            ink.rule(painter, *line, colour, dashed=is_wide)
            area = QRectF(0, y - ink.line / 2, self._left - ink.length(6), ink.line)
            self._say(painter, area, "0" if not value else figure(value, 2), RIGHT)
        for n in count_ticks(int(self._x.low), int(self._x.high)):
            x, y = self._x.place(n), self._y.begin
            ink.rule(painter, QPointF(x, y), QPointF(x, y + ink.length(4)), colours.ink_faint)
            self._say(painter, QRectF(x - 40, y + ink.length(5), 80, ink.line), str(n), CENTRE)
        below = QRectF(self._left, self._y.begin + ink.line * 1.5, self.size.width(), ink.line)
        self._say(painter, below, tr("units coded by two or more"), LEFT)
        self._say(painter, QRectF(0, 0, self.size.width(), ink.line), tr("width of the interval"))

    def _say(
        self, painter: QPainter, area: QRectF, text: str, align: Qt.AlignmentFlag = LEFT
    ) -> None:
        faint = self.ink.theme.ink_faint
        self.ink.write(painter, area, text, align=align, colour=faint, small=True)

    def _draw_now(self, painter: QPainter) -> None:
        if not self._n_now:
            return
        ink = self.ink
        x = self._x.place(self._n_now)
        line = QPointF(x, self._top - ink.length(4)), QPointF(x, self._y.begin)
        ink.rule(painter, *line, ink.theme.ink_faint, dashed=True)
        words = tr("now {n}", n=self._n_now)
        wide = ink.width(words, small=True) + 4
        left = min(max(x - wide / 2, 0.0), self.size.width() - wide)
        area = QRectF(left, self._top - ink.length(6) - ink.line, wide, ink.line)
        ink.write(painter, area, words, align=CENTRE, colour=ink.theme.ink_dim, small=True)

    def _draw_curve(self, painter: QPainter, number: int, curve: PlannerCurve) -> None:
        colour = self._colour(number, curve)
        pen = QPen(colour, self.ink.length(1.6))
        if dash := _DASHES[number % len(_DASHES)]:
            pen.setDashPattern(dash)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        places = [self._at(point) for point in curve.points]
        painter.drawPolyline(QPolygonF(places))
        for place in places:
            self._draw_mark(painter, place, number, colour)

    def _colour(self, number: int, curve: PlannerCurve) -> QColor:
        families = ("blue", "vermillion", "bluish_green", "reddish_purple")
        return self.ink.code(curve.colour or families[number % len(families)]).strong

    def _draw_mark(self, painter: QPainter, at: QPointF, number: int, colour: QColor) -> None:
        painter.setPen(QPen(self.ink.theme.paper, 1))
        painter.setBrush(colour)
        corners, size = _CORNERS[number % len(_CORNERS)], self.ink.length(4.5)
        if not corners:
            painter.drawEllipse(at, size, size)
            return
        turns = [math.tau * n / corners - math.pi / 2 for n in range(corners)]
        around = [QPointF(math.cos(turn), math.sin(turn)) * (size * 1.15) for turn in turns]
        painter.drawPolygon(QPolygonF([at + point for point in around]))

    def _draw_labels(self, painter: QPainter) -> None:
        """Each curve's name at its end; names that would lie on each other move down."""
        ink = self.ink
        lowest = 0.0
        for curve in self._from_top():
            at = self._at(curve.points[-1])
            top = max(at.y() - ink.line / 2, lowest)
            lowest = top + ink.line
            number = self._curves.index(curve)
            left = self._x.end + ink.length(14)
            self._draw_mark(
                painter, QPointF(left - ink.length(3), top + ink.line / 2), number,
                self._colour(number, curve),
            )  # fmt: skip
            area = QRectF(left + ink.length(6), top, self._label - ink.length(22), ink.line)
            ink.write(painter, area, curve.label, align=LEFT, small=True)


def _width_ticks(high: float) -> list[float]:
    """Round widths; the one that is warned of is always among them."""
    step = WIDE / 2 if high <= 2.5 * WIDE else WIDE
    return [round(n * step, 6) for n in range(int(high / step + 1e-9) + 1)]


def planner_words(curve: PlannerCurve, point: PlannerPoint) -> str:
    """A point as a sentence."""
    words = tr(
        "{label}: with {n} units the interval is {width} wide",
        label=curve.label,
        n=point.n,
        width=figure(point.width, 2),
    )
    if not point.undefined:
        return words
    share = percent(point.undefined)
    return f"{words}, {tr('{share} of the draws give no figure', share=share)}"


class PlannerPlot(PlotView):
    """The planner's curves; `activated` gives (label, n)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("How many units are enough"), parent)
        self._curves: tuple[PlannerCurve, ...] = ()
        self._n_now: int | None = None

    def show_rows(self, curves: tuple[PlannerCurve, ...], *, n_now: int | None = None) -> None:
        """Show these curves; `n_now` is how many units there are."""
        self._curves = tuple(curve for curve in curves if curve.points)
        self._n_now = n_now
        self.show_again()

    def lay_out(self, ink: Ink, width: float) -> Drawing | None:
        """The drawing for this width."""
        return PlannerDrawing(self._curves, self._n_now, ink, width) if self._curves else None

    def empty_words(self) -> str:
        """What stands where there is nothing to show."""
        return tr("The planner needs a pilot: some articles that two people have coded.")
