"""The scale from 0 to 1 with its lines at .667 and .800, and an interval drawn on it.

Serves the plot of codes, and any rectangle such as a cell of a table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from annotator.ui.plots.ink import CENTRE, Ink, between

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from annotator.ui.plots.rows import CodeInterval

TENTATIVE, FIRM = 0.667, 0.8


def draw_scale_marks(painter: QPainter, area: QRectF, ink: Ink, *, band: bool = True) -> None:
    """The bands above .667 and above .800 with a line at each, as tall as the area."""
    colours = ink.theme
    pale = between(colours.paper, colours.accent, 0.08)
    strong = between(colours.paper, colours.accent, 0.18)
    height = min(area.height(), ink.length(16)) if band else area.height()
    top = area.center().y() - height / 2
    for begin, end, ground in ((TENTATIVE, FIRM, pale), (FIRM, 1.0, strong)):
        left, right = place_of(area, begin), place_of(area, end)
        painter.fillRect(QRectF(left, top, right - left, height), ground)
        edge = QPointF(left, area.top()), QPointF(left, area.bottom())
        ink.rule(painter, *edge, between(colours.paper, colours.ink, 0.35), dashed=True)
    for end in (area.left(), area.right()):
        edge = QPointF(end, area.top()), QPointF(end, area.bottom())
        ink.rule(painter, *edge, colours.line)


def draw_scale_heading(painter: QPainter, area: QRectF, ink: Ink) -> None:
    """The numbers of the scale: 0, .667, .8 and 1."""
    for at, text in ((0.0, "0"), (TENTATIVE, ".667"), (FIRM, ".8"), (1.0, "1")):
        x = place_of(area, at)
        # .667 moves aside, or it would touch .8 on a short scale.
        shift = ink.length(8) if at == TENTATIVE else -ink.length(3) if at == FIRM else 0.0
        wide = ink.width(text, small=True) + 4
        spot = QRectF(x - wide / 2 - shift, area.top(), wide, area.height())
        ink.write(painter, spot, text, align=CENTRE, colour=ink.theme.ink_faint, small=True)


def draw_scale(painter: QPainter, area: QRectF, row: CodeInterval, ink: Ink) -> None:
    """One interval and its value; what lies below 0 is cut, and an arrow says so."""
    if row.value is None:
        text = "" if row.is_plain else row.reason or "–"
        inside = area.adjusted(ink.length(4), 0, -ink.length(4), 0)
        write_over(painter, inside, text, ink)
        return
    colour = ink.code(row.colour).strong
    middle = area.center().y()
    if row.low is not None and row.high is not None:
        begin = QPointF(place_of(area, row.low), middle)
        ink.rule(painter, begin, QPointF(place_of(area, row.high), middle), colour, width=2)
    if min(row.value, row.value if row.low is None else row.low) < 0:
        draw_arrow(painter, QPointF(area.left(), middle), colour, ink)
    if row.value >= 0:
        draw_dot(painter, QPointF(place_of(area, row.value), middle), colour, ink)


def write_over(painter: QPainter, area: QRectF, text: str, ink: Ink) -> None:
    """Words over lines that lie there already: none of them runs through the words."""
    if not text:
        return
    wide = min(ink.width(text, small=True) + ink.length(4), area.width())
    painter.fillRect(QRectF(area.left(), area.top() + 1, wide, area.height() - 2), ink.theme.paper)
    ink.write(painter, area, text, colour=ink.theme.ink_faint, small=True)


def place_of(area: QRectF, value: float) -> float:
    """Where a value stands; below 0 and above 1 it is held at the edge."""
    return area.left() + min(max(value, 0.0), 1.0) * area.width()


def draw_dot(painter: QPainter, at: QPointF, colour: QColor, ink: Ink) -> None:
    """A value; its rim keeps it apart from the line it sits on."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.theme.paper)
    painter.drawEllipse(at, ink.length(6), ink.length(6))
    painter.setBrush(colour)
    painter.drawEllipse(at, ink.length(4.8), ink.length(4.8))


def draw_arrow(
    painter: QPainter, tip: QPointF, colour: QColor, ink: Ink, *, down: bool = False
) -> None:
    """More lies beyond the edge: to the left, or below."""
    long, wide = ink.length(8), ink.length(5)
    x, y = tip.x(), tip.y()
    points = (
        [QPointF(x, y), QPointF(x - wide, y - long), QPointF(x + wide, y - long)]
        if down
        else [QPointF(x, y), QPointF(x + long, y - wide), QPointF(x + long, y + wide)]
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(points))
