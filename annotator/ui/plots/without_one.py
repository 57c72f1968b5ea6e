"""The figure without each annotator, against the figure with all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF

from annotator.ui.messages import tr
from annotator.ui.plots.axis import Axis, ticks, tight_range
from annotator.ui.plots.drawing import Drawing, Spot
from annotator.ui.plots.ink import CENTRE, RIGHT, Ink, between
from annotator.ui.plots.numbers import change, figure
from annotator.ui.plots.scale import FIRM, TENTATIVE, draw_dot, write_over
from annotator.ui.plots.view import PlotView

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from annotator.ui.plots.rows import Whole, WithoutRow

_ROW, _GAP, _EDGE = 30.0, 12.0, 8.0
_LEAST_SCALE, _MOST_SCALE, _MOST_LABEL = 120.0, 460.0, 200.0


class WithoutDrawing(Drawing):
    """One row an annotator; the line is the figure with all, the band its interval."""

    best_width = 560.0

    def __init__(self, rows: tuple[WithoutRow, ...], whole: Whole, ink: Ink, width: float) -> None:
        super().__init__(ink)
        self._rows, self._whole = rows, whole
        longest = max(ink.width(_label(row)) for row in rows)
        self._label = min(longest, ink.length(_MOST_LABEL)) + ink.length(_GAP)
        figures = [ink.width(figure(row.value)) for row in rows]
        changes = [ink.width(change(row.change)) for row in rows]
        self._figure = max(*figures, ink.width("α")) if figures else 0.0
        self._change = max(changes)
        self._edge = ink.length(_EDGE)
        gaps = 3 * ink.length(_GAP) + 2 * self._edge
        fixed = self._label + self._figure + self._change + gaps
        room = min(max(width - fixed, ink.length(_LEAST_SCALE)), ink.length(_MOST_SCALE))
        self._head = ink.line * 1.6
        begin = self._edge + self._label + ink.length(_GAP)
        low, high = tight_range(self._values())
        self._axis = Axis(low, high, begin, begin + room - ink.length(_GAP))
        self._bottom = self._head + ink.length(_ROW) * len(rows)
        self.size = QSizeF(fixed + room, self._bottom + ink.line * 1.5)
        self.spots = tuple(self._spot(number) for number in range(len(rows)))

    def _values(self) -> list[float]:
        whole = self._whole
        known = [whole.value, whole.low, whole.high]
        for row in self._rows:
            known += [row.value, row.low, row.high]
        return [value for value in known if value is not None] or [0.0, 1.0]

    def _row_area(self, number: int) -> QRectF:
        tall = self.ink.length(_ROW)
        return QRectF(0, self._head + number * tall, self.size.width(), tall)

    def _spot(self, number: int) -> Spot:
        row = self._rows[number]
        words = without_words(row)
        return Spot(area=self._row_area(number), words=words, value=row.annotator, row=number)

    def draw(self, painter: QPainter) -> None:
        """The figure with all, then the rows, then the numbers of the scale."""
        self._draw_whole(painter)
        self._draw_scale(painter)
        for number, row in enumerate(self._rows):
            self._draw_row(painter, self._row_area(number), row)

    def _draw_whole(self, painter: QPainter) -> None:
        ink, colours, whole = self.ink, self.ink.theme, self._whole
        if whole.low is not None and whole.high is not None:
            left, right = self._axis.place(whole.low), self._axis.place(whole.high)
            band = QRectF(left, self._head, right - left, self._bottom - self._head)
            painter.fillRect(band, between(colours.paper, colours.ink, 0.08))
        if whole.value is not None:
            x = self._axis.place(whole.value)
            line = QPointF(x, self._head - ink.length(3)), QPointF(x, self._bottom)
            ink.rule(painter, *line, colours.ink_dim, width=1.4)
            self._write_at(painter, x, 0, tr("all {value}", value=figure(whole.value)))

    def _draw_scale(self, painter: QPainter) -> None:
        ink, colours = self.ink, self.ink.theme
        ground = QPointF(self._axis.begin, self._bottom), QPointF(self._axis.end, self._bottom)
        ink.rule(painter, *ground, colours.line)
        for value in ticks(self._axis.low, self._axis.high):
            self._write_at(painter, self._axis.place(value), self._bottom, figure(value, 2))
        for value in (TENTATIVE, FIRM):
            if self._axis.low < value < self._axis.high:
                x = self._axis.place(value)
                line = QPointF(x, self._head), QPointF(x, self._bottom)
                ink.rule(painter, *line, between(colours.paper, colours.ink, 0.35), dashed=True)
                self._name_line(painter, x, ".667" if value == TENTATIVE else ".8")

    def _name_line(self, painter: QPainter, x: float, text: str) -> None:
        """The number above a line, unless that of the whole stands there."""
        ink, whole = self.ink, self._whole.value
        taken = ink.width(tr("all {value}", value=figure(whole)), small=True) / 2
        room = taken + ink.width(text, small=True) / 2 + ink.length(6)
        if whole is None or abs(self._axis.place(whole) - x) > room:
            self._write_at(painter, x, 0, text)

    def _write_at(self, painter: QPainter, x: float, top: float, text: str) -> None:
        ink = self.ink
        wide = ink.width(text, small=True) + 4
        left = min(max(x - wide / 2, 0.0), self.size.width() - wide)
        area = QRectF(left, top + ink.length(2), wide, ink.line)
        ink.write(painter, area, text, align=CENTRE, colour=ink.theme.ink_faint, small=True)

    def _draw_row(self, painter: QPainter, area: QRectF, row: WithoutRow) -> None:
        ink, colours = self.ink, self.ink.theme
        area = area.adjusted(self._edge, 0, -self._edge, 0)
        label = QRectF(area.left(), area.top(), self._label - ink.length(_GAP), area.height())
        ink.write(painter, label, _label(row))
        gap = ink.length(_GAP)
        right = QRectF(area.right() - self._change, area.top(), self._change, area.height())
        middle = QRectF(right.left() - gap - self._figure, area.top(), self._figure, area.height())
        if row.value is None:
            # The words may run on to where the figures would stand.
            inside = area.adjusted(self._axis.begin - area.left(), 0, 0, 0)
            write_over(painter, inside, row.reason or "–", ink)
            return
        ink.write(painter, middle, figure(row.value), align=RIGHT)
        ink.write(painter, right, change(row.change), align=RIGHT, colour=colours.ink_dim)
        y = area.center().y()
        if row.low is not None and row.high is not None:
            line = QPointF(self._axis.place(row.low), y), QPointF(self._axis.place(row.high), y)
            ink.rule(painter, *line, colours.accent, width=2)
        draw_dot(painter, QPointF(self._axis.place(row.value), y), colours.accent, ink)


def _label(row: WithoutRow) -> str:
    return tr("without {name}", name=row.annotator)


def without_words(row: WithoutRow) -> str:
    """A row as a sentence."""
    parts = [f"α {figure(row.value)}" if row.value is not None else row.reason or "–"]
    if row.low is not None and row.high is not None:
        interval = f"{figure(row.low)} – {figure(row.high)}"
        parts.append(tr("interval {interval}", interval=interval))
    if row.change is not None:
        parts.append(tr("change {change}", change=change(row.change)))
    parts.append(tr("units: {n}", n=row.n))
    return f"{_label(row)}: {', '.join(parts)}"


class WithoutOne(PlotView):
    """One result without each annotator; `activated` gives the annotator left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Without one annotator"), parent)
        self._rows: tuple[WithoutRow, ...] = ()
        self._whole: Whole | None = None

    def show_rows(self, rows: tuple[WithoutRow, ...], *, whole: Whole) -> None:
        """Show these rows against the figure with all."""
        self._rows, self._whole = rows, whole
        self.show_again()

    def lay_out(self, ink: Ink, width: float) -> Drawing | None:
        """The drawing for this width."""
        if not self._rows or self._whole is None:
            return None
        return WithoutDrawing(self._rows, self._whole, ink, width)

    def empty_words(self) -> str:
        """What stands where there is nothing to show."""
        return tr("Leaving one out takes at least three annotators.")
