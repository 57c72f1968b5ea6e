"""Every code with its coefficient and interval on the scale, and how often it occurs beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt

from annotator.ui.messages import tr
from annotator.ui.plots.drawing import Drawing, Spot
from annotator.ui.plots.ink import LEFT, RIGHT, Ink, is_seen
from annotator.ui.plots.numbers import figure, percent
from annotator.ui.plots.scale import draw_scale, draw_scale_heading, draw_scale_marks
from annotator.ui.plots.view import PlotView

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from annotator.ui.plots.rows import CodeInterval

_ROW, _HEAD, _GAP = 32.0, 26.0, 14.0
_LEAST_SCALE, _BEST_SCALE = 114.0, 260.0
_LEAST_BAR, _BEST_BAR = 18.0, 44.0
_LEAST_LABEL, _MOST_LABEL = 84.0, 240.0
# Columns that a narrow plot leaves out, the first one first.
_LEFT_OUT = ("percent", "positive", "ac1", "interval", "n_positive")


class _Column(Struct, frozen=True):
    """A column of figures: its name, heading and width."""

    name: str
    heading: str
    width: float


class CodeDrawing(Drawing):
    """A table whose middle column is the scale."""

    best_width = 760.0

    def __init__(
        self, rows: tuple[CodeInterval, ...], ink: Ink, width: float, coefficient: str, of: str = ""
    ) -> None:
        super().__init__(ink)
        self._rows = rows
        self._coefficient = coefficient
        self._of = of or tr("Code")
        self._label = self._label_width()
        self._bar = ink.length(_BEST_BAR)
        self._columns = self._fitting(width)
        fixed = self._fixed(self._columns)
        scale = min(max(width - fixed, ink.length(_LEAST_SCALE)), ink.length(2 * _BEST_SCALE))
        if width - fixed < ink.length(_LEAST_SCALE):
            self._label = max(self._label - (fixed + scale - width), ink.length(_LEAST_LABEL))
        self._scale = scale
        head, row = ink.length(_HEAD), ink.length(_ROW)
        self.size = QSizeF(self._fixed(self._columns) + scale, head + row * len(rows) + 1)
        self.spots = tuple(self._spot(number) for number in range(len(rows)))

    # -------------------------------------------------------------- columns

    def _label_width(self) -> float:
        ink = self.ink
        longest = max((ink.width(row.label) for row in self._rows), default=0.0)
        wide = max(longest, ink.width(self._of, small=True)) + ink.length(24)
        return min(max(wide, ink.length(_LEAST_LABEL)), ink.length(_MOST_LABEL))

    def _all_columns(self) -> list[_Column]:
        headings = {
            "value": self._coefficient,
            "scale": "",
            "interval": tr("interval"),
            "ac1": "AC1",
            "positive": "F1 +",
            "percent": tr("agree"),
            "share": tr("share"),
            "n_positive": "n +",
        }
        return [
            _Column(name, heading, 0.0 if name == "scale" else self._width_of(name, heading))
            for name, heading in headings.items()
            if name in {"scale", "value"} or any(_text(name, row) for row in self._rows)
        ]

    def _width_of(self, name: str, heading: str) -> float:
        ink = self.ink
        widths = [ink.width(heading, small=True)]
        widths += [ink.width(_text(name, row), small=name == "interval") for row in self._rows]
        bar = self._bar + ink.length(8) if name == "share" else 0.0
        return max(widths) + bar

    def _fixed(self, columns: list[_Column]) -> float:
        gaps = self.ink.length(_GAP) * len(columns) + self.ink.length(8)
        return self._label + gaps + sum(column.width for column in columns)

    def _fitting(self, width: float) -> list[_Column]:
        columns = self._all_columns()
        room = width - self.ink.length(_LEAST_SCALE)
        for name in _LEFT_OUT:
            if self._fixed(columns) <= room:
                break
            columns = [column for column in columns if column.name != name]
        if self._fixed(columns) <= room:
            return columns
        self._bar = self.ink.length(_LEAST_BAR)
        kept = {column.name for column in columns}
        return [column for column in self._all_columns() if column.name in kept]

    def _areas(self, top: float, height: float) -> list[tuple[_Column, QRectF]]:
        areas = []
        left = self._label
        for column in self._columns:
            left += self.ink.length(_GAP)
            wide = self._scale if column.name == "scale" else column.width
            areas.append((column, QRectF(left, top, wide, height)))
            left += wide
        return areas

    # -------------------------------------------------------------- strokes

    def draw(self, painter: QPainter) -> None:
        """Headings, then one row a code."""
        ink, head = self.ink, self.ink.length(_HEAD)
        colour = ink.theme.ink_faint
        dot = ink.length(8)
        first = QRectF(dot, 0, self._label - dot, head)
        ink.write(painter, first, self._of, colour=colour, small=True)
        for column, area in self._areas(0, head):
            if column.name == "scale":
                draw_scale_heading(painter, area, ink)
            else:
                ink.write(painter, area, column.heading, align=RIGHT, colour=colour, small=True)
        for number, row in enumerate(self._rows):
            if is_seen(painter, self.spots[number].area):
                self._draw_row(painter, number, row)
        self._rule(painter, head + len(self._rows) * ink.length(_ROW))

    def _rule(self, painter: QPainter, y: float) -> None:
        line = QPointF(0, y), QPointF(self.size.width(), y)
        self.ink.rule(painter, *line, self.ink.theme.line)

    def _draw_row(self, painter: QPainter, number: int, row: CodeInterval) -> None:
        ink = self.ink
        top, tall = ink.length(_HEAD) + number * ink.length(_ROW), ink.length(_ROW)
        self._rule(painter, top)
        self._draw_label(painter, QRectF(0, top, self._label, tall), row)
        for column, area in self._areas(top, tall):
            if column.name == "scale":
                self._draw_on_scale(painter, area, row)
            elif column.name == "share":
                self._draw_share(painter, area, row)
            else:
                small = column.name == "interval"
                text = _text(column.name, row)
                ink.write(painter, area, text, align=RIGHT, small=small)

    def _draw_on_scale(self, painter: QPainter, area: QRectF, row: CodeInterval) -> None:
        if not row.is_plain:
            draw_scale_marks(painter, area, self.ink)
            draw_scale(painter, area, row, self.ink)

    def _draw_label(self, painter: QPainter, area: QRectF, row: CodeInterval) -> None:
        ink = self.ink
        indent = ink.length(8)
        if not row.is_plain:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.code(row.colour).strong)
            middle = QPointF(indent + ink.length(4.5), area.center().y())
            painter.drawEllipse(middle, ink.length(4.5), ink.length(4.5))
            indent += ink.length(16)
        colour = ink.theme.ink_dim if row.is_plain else ink.theme.ink
        ink.write(painter, area.adjusted(indent, 0, 0, 0), row.label, align=LEFT, colour=colour)

    def _draw_share(self, painter: QPainter, area: QRectF, row: CodeInterval) -> None:
        ink = self.ink
        ink.write(painter, area, percent(row.share), align=RIGHT)
        if row.share is None:
            return
        room, tall = self._bar, ink.length(8)
        bar = QRectF(area.left(), area.center().y() - tall / 2, room, tall)
        painter.fillRect(bar, ink.theme.line)
        bar.setWidth(max(room * row.share, 1.0 if row.share else 0.0))
        painter.fillRect(bar, ink.theme.ink_faint)

    # -------------------------------------------------------------- words

    def _spot(self, number: int) -> Spot:
        row, tall = self._rows[number], self.ink.length(_ROW)
        top = self.ink.length(_HEAD) + number * tall
        area = QRectF(0, top, self.size.width(), tall)
        words = interval_words(row, self._coefficient)
        return Spot(area=area, words=words, value=row.key, row=number)


def _text(name: str, row: CodeInterval) -> str:
    """The figure of a column; empty where a row has none."""
    if name == "share":
        return "" if row.share is None else percent(row.share)
    if name == "n_positive":
        return "" if row.n_positive is None else str(row.n_positive)
    if row.is_plain:
        return ""
    if name == "interval":
        return _interval(row.low, row.high)
    number: float | None = getattr(row, name)
    return figure(number) if name == "value" else "" if number is None else figure(number, 2)


def _interval(low: float | None, high: float | None) -> str:
    return "" if low is None or high is None else f"{figure(low)} – {figure(high)}"


def interval_words(row: CodeInterval, coefficient: str = "α") -> str:
    """A row as a sentence."""
    parts = []
    if not row.is_plain:
        parts.append(f"{coefficient} {figure(row.value)}" if row.value is not None else row.reason)
        if interval := _interval(row.low, row.high):
            parts.append(tr("interval {interval}", interval=interval))
    if row.share is not None:
        parts.append(tr("{share} of answers", share=percent(row.share)))
    if row.n_positive is not None:
        parts.append(tr("positive answers: {n}", n=row.n_positive))
    figures = ", ".join(part for part in parts if part)
    return f"{row.label}: {figures}" if figures else row.label


class CodeIntervals(PlotView):
    """The codes of one result; `activated` gives the key of a code."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Agreement by code"), parent)
        self._rows: tuple[CodeInterval, ...] = ()
        self._coefficient, self._of = "α", ""

    def show_rows(
        self, rows: tuple[CodeInterval, ...], *, coefficient: str = "α", of: str = ""
    ) -> None:
        """Show these codes in this order; `of` heads them where they are no codes."""
        self._rows, self._coefficient, self._of = rows, coefficient, of
        self.show_again()

    def lay_out(self, ink: Ink, width: float) -> Drawing | None:
        """The drawing for this width."""
        if not self._rows:
            return None
        return CodeDrawing(self._rows, ink, width, self._coefficient, self._of)

    def empty_words(self) -> str:
        """What stands where there is nothing to show."""
        return tr("No code has been compared yet: two people have to answer the same paragraphs.")
