"""The stop after the last paragraph: a heading and the coder's own answers as a wide strip.

Imports the session, messages, theme and Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from annotator.ui.article.blocks import draw_block
from annotator.ui.article.kinds import Dress, font_of
from annotator.ui.messages import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from annotator.session import Session

_GAP = 3
_WIDEST, _LEAST = 26, 5
_ROWS = 3


class WholeArticle:
    """Blocks in at most three rows; where there are more units than room, one block for several."""

    def __init__(self, session: Session, *, width: float, size_px: int) -> None:
        self._session = session
        self._font = font_of(Dress(scale=1.1, is_strong=True), size_px)
        self._heading = round(size_px * 2.0)
        self._tall = round(size_px * 1.1)
        count = max(len(session.paragraphs), 1)
        per_row = max(int(width // (_LEAST + _GAP)), 1)
        self._n = min(count, per_row * _ROWS)
        rows = -(-self._n // per_row)
        self._per_row = -(-self._n // rows)
        self._step = min(width / self._per_row, _WIDEST + _GAP)
        self.height = self._heading + rows * (self._tall + _GAP)
        self.first_middle = size_px * 0.85

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw heading and blocks with their upper left corner there, in the painter's pen."""
        painter.setFont(self._font)
        box = QRectF(at.x(), at.y(), 10_000, self._heading)
        where = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(box, where, tr("Whole article"))
        for number in range(self._n):
            block = self._session.strip_block(self._position(number))
            draw_block(painter, self._rect(number).translated(at), block)

    def position_at(self, point: QPointF) -> int | None:
        """The unit whose block is here."""
        numbers = range(self._n)
        found = next((i for i in numbers if self._rect(i).contains(point)), None)
        return None if found is None else self._position(found)

    def _position(self, number: int) -> int:
        return number * len(self._session.paragraphs) // self._n

    def _rect(self, number: int) -> QRectF:
        row, column = divmod(number, self._per_row)
        return QRectF(
            column * self._step,
            self._heading + row * (self._tall + _GAP),
            max(self._step - _GAP, 2.0),
            self._tall,
        )
