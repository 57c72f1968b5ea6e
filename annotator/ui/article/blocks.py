"""A unit as a block of colour: in the strip at the edge and at the stop *Whole article*.

Imports the session's words, theme and Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from annotator.ui.theme import code_colours, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from annotator.session.views import StripBlock


def draw_block(painter: QPainter, rect: QRectF, block: StripBlock) -> None:
    """Fill it with the primary code's colour; hollow where something is owed, faint if not asked.

    A done unit without a code is grey: it was read, and nothing applied.
    """
    colours = code_colours(block.colour)
    painter.setPen(Qt.PenStyle.NoPen)
    if block.state == "not_asked":
        painter.setBrush(theme().line)
        inset = rect.width() * 0.3
        painter.drawRect(rect.adjusted(inset, 0, -inset, 0))
    elif block.state == "done":
        painter.setBrush(colours.strong)
        painter.drawRoundedRect(rect, 1.5, 1.5)
    elif min(rect.width(), rect.height()) < 4:
        # Too thin to be hollow: the ground of the colour says "not yet".
        painter.setBrush(theme().line if block.colour is None else colours.ground)
        painter.drawRect(rect)
    else:
        pen = QPen(theme().ink_faint if block.colour is None else colours.strong, 1.0)
        pen.setStyle(Qt.PenStyle.DotLine if block.state == "skipped" else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
