"""Counts by row and column: coincidences, a confusion table, or codes taken for each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPen

from annotator.ui.messages import tr
from annotator.ui.plots.drawing import Drawing, Spot
from annotator.ui.plots.ink import CENTRE, RIGHT, Ink, between, ink_on, is_seen
from annotator.ui.plots.numbers import count
from annotator.ui.plots.view import PlotView

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from annotator.ui.plots.rows import Matrix

_LEAST, _BEST, _TALL = 34.0, 64.0, 32.0
_MOST_LABEL, _MOST_TURNED = 170.0, 120.0
_MOST_WORDS = 60  # cells that a screen reader is given at once


class MatrixDrawing(Drawing):
    """A square of counts; the diagonal, where both say the same, has a frame."""

    best_width = 520.0

    def __init__(self, matrix: Matrix, ink: Ink, width: float) -> None:
        super().__init__(ink)
        self._matrix = matrix
        n = len(matrix.keys)
        longest = max(ink.width(label) for label in matrix.labels)
        self._label = min(longest, ink.length(_MOST_LABEL)) + ink.length(12)
        self._side = ink.line * 1.4 if matrix.rows_are else 0.0
        widest = max(ink.width(count(cell)) for row in matrix.counts for cell in row)
        least = max(ink.length(_LEAST), widest + ink.length(8))
        room = (width - self._label - self._side) / n
        self._cell = min(max(room, least), max(ink.length(_BEST), least))
        widest_label = max(ink.width(label, small=True) for label in matrix.labels)
        self._is_turned = widest_label > self._cell - ink.length(6)
        turned = min(widest_label + ink.length(8), ink.length(_MOST_TURNED))
        self._head = (turned if self._is_turned else ink.line * 1.5) + (
            ink.line * 1.3 if matrix.columns_are else 0.0
        )
        self._most = self._most_off_diagonal()
        size = ink.length(_TALL) * n
        self.size = QSizeF(self._side + self._label + self._cell * n + 1, self._head + size + 1)
        self.spots = (*self._cells(), *self._headings())

    def _most_off_diagonal(self) -> float:
        cells = [
            cell
            for row, line in enumerate(self._matrix.counts)
            for column, cell in enumerate(line)
            if row != column
        ]
        return max(cells, default=0.0)

    def _area(self, row: int, column: int) -> QRectF:
        tall = self.ink.length(_TALL)
        left = self._side + self._label + column * self._cell
        return QRectF(left, self._head + row * tall, self._cell, tall)

    def _cells(self) -> list[Spot]:
        n = range(len(self._matrix.keys))
        keys, has_diagonal = self._matrix.keys, self._matrix.has_diagonal
        return [
            Spot(area=self._area(row, column), words=matrix_words(self._matrix, row, column),
                 value=(keys[row], keys[column]), row=row, column=column)
            for row in n for column in n
            if has_diagonal or row != column
        ]  # fmt: skip

    def _headings(self) -> list[Spot]:
        labels = self._matrix.labels
        rows = [Spot(area=self._row_area(n), words=label) for n, label in enumerate(labels)]
        tops = [Spot(area=self._top_area(n), words=label) for n, label in enumerate(labels)]
        return rows + tops

    def _row_area(self, row: int) -> QRectF:
        area = self._area(row, 0)
        return QRectF(self._side, area.top(), self._label - self.ink.length(8), area.height())

    def _top_area(self, column: int) -> QRectF:
        top = self.ink.line * 1.3 if self._matrix.columns_are else 0.0
        return QRectF(self._area(0, column).left(), top, self._cell, self._head - top)

    def draw(self, painter: QPainter) -> None:
        """Labels at the sides, then the counts."""
        for number, label in enumerate(self._matrix.labels):
            self.ink.write(painter, self._row_area(number), label, align=RIGHT)
            self._draw_top(painter, self._top_area(number), label)
        for spot in self.spots:
            if spot.value is not None and is_seen(painter, spot.area):
                self._draw_cell(painter, spot)
        self._draw_sides(painter)

    def _draw_top(self, painter: QPainter, area: QRectF, label: str) -> None:
        ink = self.ink
        if not self._is_turned:
            ink.write(painter, area, label, align=CENTRE, small=True)
            return
        ink.write_upward(painter, area.adjusted(0, 0, 0, -ink.length(4)), label)

    def _draw_sides(self, painter: QPainter) -> None:
        """What the rows and the columns are, where they are two different things."""
        ink, faint = self.ink, self.ink.theme.ink_faint
        left = self._side + self._label
        if self._matrix.columns_are:
            area = QRectF(left, 0, self.size.width() - left, ink.line * 1.2)
            words = self._matrix.columns_are
            ink.write(painter, area, words, align=CENTRE, colour=faint, small=True)
        if self._matrix.rows_are:
            tall = self.size.height() - self._head
            painter.save()
            painter.translate(0, self.size.height())
            painter.rotate(-90)
            area = QRectF(0, 0, tall, ink.line * 1.2)
            ink.write(painter, area, self._matrix.rows_are, align=CENTRE, colour=faint, small=True)
            painter.restore()

    def _draw_cell(self, painter: QPainter, spot: Spot) -> None:
        ink, colours = self.ink, self.ink.theme
        number = self._matrix.counts[spot.row][spot.column]
        is_same = spot.row == spot.column
        deep = number / self._most if self._most and not is_same else 0.0
        ground = between(colours.paper, ink.code("vermillion").strong, 0.9 * deep)
        if is_same:
            ground = colours.hover
        painter.setPen(QPen(colours.line, 1))
        painter.setBrush(ground)
        painter.drawRect(spot.area)
        if is_same:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.ink_dim, ink.length(1.6)))
            painter.drawRect(spot.area.adjusted(2, 2, -2, -2))
        text = colours.ink if is_same else ink_on(ground) if number else colours.ink_faint
        ink.write(painter, spot.area, count(number) if number else "·", align=CENTRE, colour=text)

    def words(self) -> str:
        """The counts, the largest disagreements first; a large matrix names only those."""
        cells = [spot for spot in self.spots if spot.value is not None]
        counts = self._matrix.counts
        filled = [cell for cell in cells if counts[cell.row][cell.column]]
        filled.sort(key=lambda cell: (cell.row == cell.column, -counts[cell.row][cell.column]))
        return "\n".join(cell.words for cell in filled[:_MOST_WORDS])


def matrix_words(matrix: Matrix, row: int, column: int) -> str:
    """A cell as a sentence."""
    first, second = matrix.labels[row], matrix.labels[column]
    if matrix.rows_are:
        first = f"{matrix.rows_are}: {first}"
    if matrix.columns_are:
        second = f"{matrix.columns_are}: {second}"
    number = count(matrix.counts[row][column])
    words = f"{first} · {second}: {number}"
    note = matrix.notes[row][column] if matrix.notes else ""
    return f"{words} ({note})" if note else words


class MatrixPlot(PlotView):
    """A matrix; `activated` gives the keys of the row and the column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What was taken for what"), parent)
        self._matrix: Matrix | None = None

    def show_matrix(self, matrix: Matrix | None) -> None:
        """Show this matrix, or that there is none."""
        self._matrix = matrix if matrix and matrix.keys else None
        self.show_again()

    def lay_out(self, ink: Ink, width: float) -> Drawing | None:
        """The drawing for this width."""
        return MatrixDrawing(self._matrix, ink, width) if self._matrix else None

    def empty_words(self) -> str:
        """What stands where there is nothing to show."""
        return tr("No paragraph has two answers that could be set side by side yet.")
