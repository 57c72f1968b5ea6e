"""Draws one row of the sheet. Imports the sheet, evidence, theme and Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPen

from annotator.ui.article.evidence import draw_underlines
from annotator.ui.article.margin import margin_size
from annotator.ui.fonts import interface_font
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from annotator.ui.article.sheet import Row, Sheet

BAR = 3


@dataclass(frozen=True)
class Look:
    """How a row stands out: whether it is the current one, and what is selected in it.

    `caret` is an offset in code points, None while it is not in use. `is_elsewhere` = another
    widget of the window has the keyboard.
    """

    is_current: bool = False
    is_elsewhere: bool = False
    is_dimmed: bool = False
    selection: tuple[int, int] | None = None
    caret: int | None = None


def draw_row(painter: QPainter, sheet: Sheet, number: int, y: float, look: Look) -> None:
    """Draw the row with its upper edge at `y`, as wide as the view."""
    row = sheet.row(number)
    if look.is_current:
        _draw_ground(painter, sheet, y, row.height)
        _draw_bar(painter, y, row.height, look)
    _draw_number(painter, sheet, row, y, look)
    at = QPointF(sheet.columns.text_left + row.indent, y + row.text_top)
    painter.setPen(ink(row, look))
    if row.whole:
        row.whole.draw(painter, at)
    if row.block:
        row.block.draw(painter, at, selection=look.selection, ground=theme().selection)
        draw_underlines(painter, row.block, at, row.underlines)
        _draw_rule(painter, sheet, row, y)
        _draw_caret(painter, row, at, look)
    if row.margin:
        row.margin.draw(painter, QPointF(sheet.columns.margin_left, y + row.margin_top))


def ink(row: Row, look: Look) -> QColor:
    """The colour of the row's text: full where it is read, faint where it is not asked."""
    colours = theme()
    if look.is_current:
        return colours.ink
    if row.unit.state == "not_asked" or row.dress.is_faint:
        return colours.ink_faint
    return colours.ink_dim if look.is_dimmed else colours.ink


def _draw_ground(painter: QPainter, sheet: Sheet, y: float, height: int) -> None:
    colours = theme()
    width = sheet.setting.viewport_width
    painter.fillRect(QRectF(0, y, width, height), colours.current)
    painter.fillRect(QRectF(0, y, width, 1), colours.line)
    painter.fillRect(QRectF(0, y + height - 1, width, 1), colours.line)


def _draw_bar(painter: QPainter, y: float, height: int, look: Look) -> None:
    """The accent bar; pale while the keyboard belongs to another widget."""
    colour = QColor(theme().accent)
    colour.setAlphaF(0.4 if look.is_elsewhere else 1.0)
    painter.fillRect(QRectF(0, y, BAR, height), colour)


def _draw_number(painter: QPainter, sheet: Sheet, row: Row, y: float, look: Look) -> None:
    """Level with the first line of the text; the stop *Whole article* has none."""
    if row.block is None:
        return
    font = interface_font(margin_size(sheet.size_px))
    if look.is_current:
        font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(theme().accent if look.is_current else theme().ink_faint)
    number = str(row.unit.number)
    width = painter.fontMetrics().horizontalAdvance(number)
    baseline = y + row.text_top + row.block.first_baseline
    painter.drawText(QPointF(sheet.columns.number_right - width, baseline), number)


def _draw_rule(painter: QPainter, sheet: Sheet, row: Row, y: float) -> None:
    if not row.dress.rule or row.block is None:
        return
    pen = QPen(theme().line, 2.0)
    if row.dress.rule == "dotted":
        pen = QPen(theme().ink_faint, 1.5, Qt.PenStyle.DotLine)
    painter.setPen(pen)
    columns = sheet.columns
    x = columns.text_right - 1 if row.block.is_rtl else columns.text_left + 1
    top = y + row.text_top
    painter.drawLine(QLineF(x, top, x, top + row.block.height))


def _draw_caret(painter: QPainter, row: Row, at: QPointF, look: Look) -> None:
    if look.caret is None or row.block is None:
        return
    x, top, height = row.block.caret(look.caret)
    painter.fillRect(QRectF(at.x() + x - 0.75, at.y() + top, 1.5, height), theme().accent)
