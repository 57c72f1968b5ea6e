"""An article's paragraphs in a row, each as tall as its part of the disagreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF

from annotator.ui.messages import tr
from annotator.ui.plots.drawing import Drawing, Spot
from annotator.ui.plots.numbers import percent
from annotator.ui.plots.view import PlotView

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from annotator.ui.plots.ink import Ink
    from annotator.ui.plots.rows import ParagraphBlock

_TALL = 56.0
_EVERY = (1, 5, 10, 20, 50, 100)
_LEAST_STEP, _MOST_STEP = 5.0, 26.0


class StripDrawing(Drawing):
    """A bar a paragraph; where there are too many for the room, one for some neighbours."""

    best_width = 640.0

    def __init__(self, rows: tuple[ParagraphBlock, ...], ink: Ink, width: float) -> None:
        super().__init__(ink)
        room = max(width, ink.length(200))
        size = max(-(-len(rows) * ink.length(_LEAST_STEP) // room), 1)
        self._rows = rows
        self._groups = [rows[n : n + int(size)] for n in range(0, len(rows), int(size))]
        self._step = min(room / len(self._groups), ink.length(_MOST_STEP))
        self._most = max((row.share or 0.0 for row in rows), default=0.0)
        self._bottom = ink.line * 1.2 + ink.length(_TALL)
        words = ink.width(self._top_words(), small=True)
        wide = max(self._step * len(self._groups), min(words, room))
        self.size = QSizeF(wide, self._bottom + ink.line * 1.5)
        self.spots = tuple(self._spot(number) for number in range(len(self._groups)))

    def _spot(self, number: int) -> Spot:
        group = self._groups[number]
        hardest = max(group, key=lambda row: -1.0 if row.share is None else row.share)
        top = self.ink.line * 1.2
        area = QRectF(number * self._step, top, self._step, self._bottom - top)
        words = block_words(hardest)
        return Spot(area=area, words=words, value=hardest.paragraph, column=number)

    def draw(self, painter: QPainter) -> None:
        """The bars on their ground line, numbers below."""
        ink, colours = self.ink, self.ink.theme
        ground = QPointF(0, self._bottom), QPointF(self.size.width(), self._bottom)
        ink.rule(painter, *ground, colours.ink_faint)
        line = QRectF(0, 0, self.size.width(), ink.line)
        ink.write(painter, line, self._top_words(), colour=colours.ink_faint, small=True)
        for number in range(len(self._groups)):
            self._draw_bar(painter, number)
        self._draw_numbers(painter)

    def _top_words(self) -> str:
        if not self._most:
            return tr("no disagreement")
        return tr("tallest: {share} of all disagreement", share=percent(self._most))

    def _draw_bar(self, painter: QPainter, number: int) -> None:
        ink, colours = self.ink, self.ink.theme
        area = self.spots[number].area
        gap = 1.0 if self._step < ink.length(8) else ink.length(2)
        shares = [row.share for row in self._groups[number] if row.share is not None]
        if not shares:
            # Nobody can compare here: a dash under the ground line, not a bar of nothing.
            y = self._bottom + ink.length(3)
            line = QPointF(area.left() + gap, y), QPointF(area.right() - gap, y)
            ink.rule(painter, *line, colours.ink_faint, width=1.5, dashed=True)
            return
        share = max(shares)
        room = area.height() - ink.length(4)
        tall = max(room * share / self._most, ink.length(3)) if share else ink.length(1.5)
        bar = QRectF(area.left() + gap, self._bottom - tall, area.width() - 2 * gap, tall)
        painter.fillRect(bar, ink.code("vermillion").strong if share else colours.ink_faint)

    def _draw_numbers(self, painter: QPainter) -> None:
        """¶ numbers, as many as have room."""
        ink = self.ink
        widest = ink.width(str(self._groups[-1][0].paragraph + 1), small=True) + ink.length(8)
        every = next(n for n in _EVERY if n * self._step >= widest or n == _EVERY[-1])
        # Round numbers, as a ruler has them: 5, 10, 15; of groups, the first of each few.
        first = every - 1 if len(self._groups) == len(self._rows) else 0
        for number in range(first, len(self._groups), every):
            x = self.spots[number].area.center().x()
            text = str(self._groups[number][0].paragraph + 1)
            wide = ink.width(text, small=True) + 2
            left = min(max(x - wide / 2, 0.0), self.size.width() - wide)
            area = QRectF(left, self._bottom + ink.length(6), wide, ink.line)
            ink.write(painter, area, text, colour=ink.theme.ink_faint, small=True)


def block_words(row: ParagraphBlock) -> str:
    """A paragraph as a sentence."""
    name = tr("¶ {number}", number=row.paragraph + 1)
    if row.share is None:
        said = row.words or tr("not coded by two")
    elif not row.share:
        said = row.words or tr("no disagreement")
    else:
        said = tr("{share} of all disagreement", share=percent(row.share))
        said = f"{said}; {row.words}" if row.words else said
    return f"{name}: {said}"


class ParagraphStrip(PlotView):
    """The paragraphs of one article; `activated` gives the paragraph's number from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Disagreement in the article"), parent)
        self._rows: tuple[ParagraphBlock, ...] = ()

    def show_rows(self, rows: tuple[ParagraphBlock, ...]) -> None:
        """Show these paragraphs in this order."""
        self._rows = rows
        self.show_again()

    def lay_out(self, ink: Ink, width: float) -> Drawing | None:
        """The drawing for this width."""
        return StripDrawing(self._rows, ink, width) if self._rows else None

    def empty_words(self) -> str:
        """What stands where there is nothing to show."""
        return tr("This article has no paragraph that two people have coded.")
