"""Every two annotators: their figure and the units they share, as a map of cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPen

from annotator.ui.messages import tr
from annotator.ui.plots.drawing import Drawing, Spot
from annotator.ui.plots.ink import CENTRE, LEFT, Ink, between, ink_on, is_seen
from annotator.ui.plots.numbers import figure
from annotator.ui.plots.view import PlotView

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from annotator.ui.plots.rows import PairCell

# Below this a pair's figure says little: grey, with a dashed edge.
FEW_UNITS = 20
_LEAST, _MOST = 40.0, 96.0
_TALL, _FLAT = 46.0, 26.0
_MOST_LABEL, _GAP = 130.0, 3.0


class PairDrawing(Drawing):
    """The upper triangle: rows from the first annotator, columns from the second one."""

    best_width = 420.0

    def __init__(self, rows: tuple[PairCell, ...], ink: Ink, width: float) -> None:
        super().__init__(ink)
        names = list(dict.fromkeys(name for row in rows for name in (row.first, row.second)))
        self._names = names
        self._pairs = {(row.first, row.second): row for row in rows}
        self._label = self._label_width()
        n_columns = len(names) - 1
        room = (width - self._label) / n_columns - ink.length(_GAP)
        self._cell = min(max(room, ink.length(_LEAST)), ink.length(_MOST))
        self._shows_n = self._cell >= ink.length(52)
        self._tall = ink.length(_TALL if self._shows_n else _FLAT)
        longest = max(ink.width(name, small=not self._shows_n) for name in names[1:])
        self._is_turned = longest > self._cell - ink.length(4)
        turned = min(longest, ink.length(_MOST_LABEL)) + ink.length(8)
        self._head = turned if self._is_turned else ink.line * 1.6
        step = self._cell + ink.length(_GAP)
        foot = ink.line * 1.8 if any(0 < row.n < FEW_UNITS for row in rows) else 0.0
        body = n_columns * (self._tall + ink.length(_GAP))
        self.size = QSizeF(
            max(self._label + n_columns * step, self._foot_width() if foot else 0.0),
            self._head + body + foot,
        )
        self.spots = (*self._cells(), *self._headings())

    def _label_width(self) -> float:
        longest = max(self.ink.width(name) for name in self._names)
        return min(longest, self.ink.length(_MOST_LABEL)) + self.ink.length(10)

    def _foot_width(self) -> float:
        return min(self.ink.width(_foot_words(), small=True) + 2, self.ink.length(300))

    def _area(self, row: int, column: int) -> QRectF:
        gap = self.ink.length(_GAP)
        left = self._label + (column - 1) * (self._cell + gap)
        return QRectF(left, self._head + row * (self._tall + gap), self._cell, self._tall)

    def _heading_area(self, column: int) -> QRectF:
        area = self._area(0, column)
        return QRectF(area.left(), 0, area.width(), self._head)

    def _row_area(self, row: int) -> QRectF:
        return QRectF(0, self._area(row, 1).top(), self._label - self.ink.length(8), self._tall)

    def _cells(self) -> list[Spot]:
        spots = []
        for row, first in enumerate(self._names):
            for column, second in enumerate(self._names):
                cell = self._pairs.get((first, second)) or self._pairs.get((second, first))
                if column > row and cell is not None:
                    spots.append(self._spot(row, column, cell))
        return spots

    def _spot(self, row: int, column: int, cell: PairCell) -> Spot:
        return Spot(
            area=self._area(row, column),
            words=pair_words(cell),
            value=(cell.first, cell.second),
            row=row,
            column=column,
        )

    def _headings(self) -> list[Spot]:
        last = len(self._names) - 1
        tops = [Spot(area=self._heading_area(n), words=self._names[n]) for n in range(1, last + 1)]
        return tops + [Spot(area=self._row_area(n), words=self._names[n]) for n in range(last)]

    def draw(self, painter: QPainter) -> None:
        """Names at the sides, then the cells."""
        ink = self.ink
        for number, name in enumerate(self._names):
            if number:
                self._draw_heading(painter, self._heading_area(number), name)
            if number < len(self._names) - 1:
                ink.write(painter, self._row_area(number), name, align=LEFT)
        for spot in self.spots:
            if spot.value is not None and is_seen(painter, spot.area):
                self._draw_cell(painter, spot)
        if any(0 < row.n < FEW_UNITS for row in self._pairs.values()):
            area = QRectF(0, self.size.height() - ink.line * 1.3, self.size.width(), ink.line * 1.3)
            ink.write(painter, area, _foot_words(), colour=ink.theme.ink_faint, small=True)

    def _draw_heading(self, painter: QPainter, area: QRectF, name: str) -> None:
        if self._is_turned:
            self.ink.write_upward(painter, area.adjusted(0, 0, 0, -self.ink.length(4)), name)
        else:
            self.ink.write(painter, area, name, align=CENTRE, small=not self._shows_n)

    def _draw_cell(self, painter: QPainter, spot: Spot) -> None:
        ink, colours = self.ink, self.ink.theme
        cell = self._pairs[spot.value]  # type: ignore[index]  # a cell's value is its pair
        is_weak = cell.n < FEW_UNITS or cell.value is None
        ground = colours.hover if is_weak else self._ground(cell.value or 0.0)
        edge = QPen(colours.ink_faint, 1) if is_weak else QPen(Qt.PenStyle.NoPen)
        if is_weak:
            edge.setDashPattern([3.0, 3.0])
        painter.setPen(edge)
        painter.setBrush(ground)
        painter.drawRoundedRect(spot.area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        text = colours.ink_dim if is_weak else ink_on(ground)
        value = figure(cell.value, 2)
        if not self._shows_n:
            ink.write(painter, spot.area, value, align=CENTRE, colour=text, small=True)
            return
        middle = spot.area.center().y()
        upper = QRectF(spot.area.left(), middle - ink.line * 1.05, spot.area.width(), ink.line)
        lower = upper.translated(0, ink.line * 1.05)
        ink.write(painter, upper, value, align=CENTRE, colour=text)
        ink.write(painter, lower, f"n {cell.n}", align=CENTRE, colour=text, small=True)

    def _ground(self, value: float) -> QColor:
        colours = self.ink.theme
        return between(between(colours.paper, colours.accent, 0.12), colours.accent, value)


def _foot_words() -> str:
    return tr("Grey, dashed: fewer than {n} shared units", n=FEW_UNITS)


def pair_words(cell: PairCell) -> str:
    """A pair as a sentence."""
    value = f"α {figure(cell.value)}" if cell.value is not None else cell.reason or "–"
    names = tr("{first} and {second}", first=cell.first, second=cell.second)
    return f"{names}: {value}, {tr('shared units: {n}', n=cell.n)}"


class PairMap(PlotView):
    """The pairs of one result; `activated` gives the two names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Pairs of annotators"), parent)
        self._rows: tuple[PairCell, ...] = ()

    def show_rows(self, rows: tuple[PairCell, ...]) -> None:
        """Show these pairs, the annotators in the order in which they occur."""
        self._rows = rows
        self.show_again()

    def lay_out(self, ink: Ink, width: float) -> Drawing | None:
        """The drawing for this width."""
        return PairDrawing(self._rows, ink, width) if self._rows else None

    def empty_words(self) -> str:
        """What stands where there is nothing to show."""
        return tr("No two annotators have coded the same paragraphs yet.")
