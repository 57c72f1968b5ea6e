"""The whole article as a column of blocks: what is coded, what is open, where the reader is.

Imports the session, messages, theme and Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from annotator.ui.article.blocks import draw_block
from annotator.ui.messages import tr
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from annotator.session import Session
    from annotator.session.views import Happened, StripBlock

_WIDTH, _BLOCK = 20, 7
_EDGE = 10
_TALLEST, _LEAST = 34, 3
# How many units of a group are looked at for one that is asked.
_LOOKS = 4


class Strip(QWidget):
    """One block a unit while they fit, else one for a group of neighbours; a click goes there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._shown: dict[int, StripBlock] = {}
        self._touched: dict[int, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Overview of the article"))

    def sizeHint(self) -> QSize:
        """As narrow as it is; as tall as there is room."""
        return QSize(_WIDTH, 200)

    def set_session(self, session: Session | None) -> None:
        """Show the session's article, or nothing."""
        self._session = session
        self._start_again()

    def on_happened(self, happened: Happened) -> None:
        """Redraw the blocks that changed and the mark of the place."""
        if happened.document:
            self._start_again()
            return
        for position in happened.paragraphs:
            if position < self._n_units:
                group = self._group_of(position)
                self._touched[group] = position
                self._shown.pop(group, None)
                self.update(self._stripe(group))
        if happened.moved and not happened.paragraphs:
            self.update()

    def _start_again(self) -> None:
        self._shown.clear()
        self._touched.clear()
        self.update()

    # -------------------------------------------------------------- units and groups

    @property
    def _n_units(self) -> int:
        if self._session is None or self._session.document is None:
            return 0
        return self._session.n_stops

    @property
    def _n_groups(self) -> int:
        room = max(self.height() - 2 * _EDGE, _LEAST)
        return max(min(self._n_units, room // _LEAST), 1)

    def _group_of(self, position: int) -> int:
        return position * self._n_groups // self._n_units

    def _members(self, group: int) -> range:
        units, groups = self._n_units, self._n_groups
        return range(-(-group * units // groups), -(-(group + 1) * units // groups))

    def _block(self, group: int) -> StripBlock:
        """The unit of the group that was answered last, else the first one that is asked."""
        if group not in self._shown:
            assert self._session
            members = self._members(group)
            wanted = [self._touched[group]] if group in self._touched else members[:_LOOKS]
            blocks = [self._session.strip_block(position) for position in wanted]
            asked = (block for block in blocks if block.state != "not_asked")
            self._shown[group] = next(asked, blocks[0])
        return self._shown[group]

    # -------------------------------------------------------------- drawing

    @property
    def _step(self) -> float:
        return min((self.height() - 2 * _EDGE) / self._n_groups, _TALLEST)

    def _rect(self, group: int) -> QRectF:
        gap = 2.0 if self._step >= 6 else 1.0 if self._step >= 4 else 0.0
        left = (self.width() - _BLOCK) / 2
        return QRectF(left, _EDGE + group * self._step, _BLOCK, self._step - gap)

    def _stripe(self, group: int) -> QRect:
        """All that is drawn for a group: its block, and the mark of the place beside it."""
        rect = self._rect(group)
        return QRectF(0, rect.top() - 4, self.width(), rect.height() + 8).toAlignedRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the blocks that lie in the stripe to paint, and the mark of the current one."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme().paper)
        if not self._n_units:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step, last = self._step, self._n_groups - 1
        begin = max(int((event.rect().top() - _EDGE) / step) - 1, 0)
        end = min(int((event.rect().bottom() - _EDGE) / step) + 1, last)
        for group in range(begin, end + 1):
            draw_block(painter, self._rect(group), self._block(group))
        assert self._session
        rect = self._rect(self._group_of(self._session.position))
        more = max(5.0 - rect.height(), 0.0) / 2
        rect.adjust(0, -more, 0, more)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().accent)
        painter.drawRect(QRectF(1, rect.top(), 3, rect.height()))
        painter.drawRect(QRectF(self.width() - 4, rect.top(), 3, rect.height()))

    def resizeEvent(self, _event: QEvent) -> None:
        """Another height makes other groups."""
        self._start_again()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    # -------------------------------------------------------------- going there

    def _unit_at(self, y: float) -> int | None:
        """The first unit of the group at this height; above and below, the nearest."""
        if not self._n_units:
            return None
        group = int((y - _EDGE) // self._step)
        return self._members(max(0, min(group, self._n_groups - 1)))[0]

    def _go(self, event: QMouseEvent) -> None:
        position = self._unit_at(event.position().y())
        if position is not None and self._session and position != self._session.position:
            self._session.go_to(position)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the unit under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along with the pointer while the button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def event(self, event: QEvent) -> bool:
        """The tooltip names the paragraph."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._words_at(event.pos().y()), self)
            return True
        return super().event(event)

    def _words_at(self, y: float) -> str:
        position = self._unit_at(y)
        if position is None or self._session is None:
            return ""
        if position == len(self._session.paragraphs):
            return tr("Whole article")
        return tr("¶ {number}", number=position + 1)
