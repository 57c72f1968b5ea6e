"""A plot that is laid out: its size, what can be pointed at, and the strokes. Imports Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QRectF, QSizeF

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from annotator.ui.plots.ink import Ink


class Spot(Struct, frozen=True, kw_only=True):
    """Something that can be pointed at: where it is, what it says, what `activated` hands over.

    `row` and `column` are its place for the arrow keys. A spot without a value only has a tooltip:
    a label that may be cut.
    """

    area: QRectF
    words: str
    value: object = None
    row: int = 0
    column: int = 0


class Drawing:
    """Rows laid out for one width and one ink; a subclass fills `size`, `spots`, and draws.

    A width that is too small is taken as the least one that serves.
    """

    best_width = 640.0

    def __init__(self, ink: Ink) -> None:
        self.ink = ink
        self.size = QSizeF()
        self.spots: tuple[Spot, ...] = ()

    def draw(self, painter: QPainter) -> None:
        """The strokes, from the origin, on a ground that is there already."""
        raise NotImplementedError

    def words(self) -> str:
        """The figures as a text, for those who do not see the plot."""
        return "\n".join(spot.words for spot in self.spots if spot.value is not None)
