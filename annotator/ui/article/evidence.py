"""Evidence as lines under the words: which line lies at which level, and where it runs.

Imports the session's words and Qt. Offsets are code points, as everywhere but in Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPen

from annotator.ui.theme import code_colours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from annotator.session.views import EvidenceMark
    from annotator.ui.article.layouts import TextBlock

THICKNESS = 2.0
PITCH = 4.0
# Levels that fit between two lines of text before they must move apart.
FREE_LEVELS = 3


class Underline(NamedTuple):
    """One mark at its level; level 0 is next to the words."""

    mark: EvidenceMark
    level: int


def stacked(marks: Sequence[EvidenceMark]) -> tuple[Underline, ...]:
    """Give marks that share words different levels, each the lowest that is free."""
    ends: list[int] = []
    lines: list[Underline] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        level = next((i for i, end in enumerate(ends) if end <= mark.start), len(ends))
        ends[level : level + 1] = [mark.end]
        lines.append(Underline(mark, level))
    return tuple(lines)


def n_levels(lines: Sequence[Underline]) -> int:
    """How many levels lie under the words at most."""
    return max((line.level + 1 for line in lines), default=0)


def draw_underlines(
    painter: QPainter, block: TextBlock, at: QPointF, lines: Sequence[Underline]
) -> None:
    """Draw the lines of a block that stands at `at`.

    Positions toward a target are dashed: their colours may be those of a code of another layer.
    """
    for mark, level in lines:
        pen = QPen(code_colours(mark.colour).strong, THICKNESS)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if mark.target is not None:
            pen.setDashPattern([3.0, 1.5])
        painter.setPen(pen)
        for left, right, baseline in block.spans(mark.start, mark.end):
            y = at.y() + baseline + 2.5 + THICKNESS + level * PITCH
            painter.drawLine(QPointF(at.x() + left, y), QPointF(at.x() + right, y))
