"""Parts below each other, each as high as its width makes it. Imports only Qt.

Qt's own layouts ask every part for several widths at every level: 15 to 60 ms for the panel, where
a pile that remembers takes about one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from annotator.ui.scroll_bar import ThinScrollBar

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QResizeEvent


class Margins(Struct, frozen=True):
    """Pixels around the parts."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


class Pile(QWidget):
    """A column of parts; hidden ones take no room."""

    def __init__(self, parent: QWidget | None = None, *, margins: Margins | None = None):
        super().__init__(parent)
        self._margins = margins or Margins()
        self._parts: list[QWidget] = []
        self._insets: dict[QWidget, Margins] = {}
        self._heights: dict[int, int] = {}
        self._placed_at = QSize()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """The parts, from above."""
        return tuple(self._parts)

    def put(
        self, part: QWidget, *, at: int | None = None, side: int = 0, above: int = 0, below: int = 0
    ) -> None:
        """Add a part, or move it; `side` is its own margin left and right."""
        if part in self._parts:
            self._parts.remove(part)
        if part.parent() is not self:
            part.setParent(self)
        self._parts.insert(len(self._parts) if at is None else at, part)
        self._insets[part] = Margins(side, above, side, below)
        part.show()
        grown(part)

    def take(self, part: QWidget) -> None:
        """Give a part up; it stays a child until it is deleted or put elsewhere."""
        self._parts.remove(part)
        del self._insets[part]
        part.hide()
        grown(part)

    def forget(self) -> None:
        """Measure anew: something inside has grown or shrunk."""
        self._heights.clear()
        self._placed_at = QSize()

    def hasHeightForWidth(self) -> bool:
        """Text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all parts; measured once a width."""
        if width not in self._heights:
            around = self._margins.top + self._margins.bottom
            self._heights[width] = around + sum(
                height_of(part, self._room(part, width)) + inset.top + inset.bottom
                for part, inset in self._insets.items()
                if not part.isHidden()
            )
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """As high as the present width needs."""
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow is allowed."""
        return QSize(80, 0)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Place the parts anew."""
        self.place()

    def place(self) -> None:
        """Give every part its place; costs nothing where nothing has changed."""
        if self._placed_at == self.size():
            return
        y, width = self._margins.top, self.width()
        for part in self._parts:
            if part.isHidden():
                continue
            inset, room = self._insets[part], self._room(part, width)
            height = height_of(part, room)
            y += inset.top
            part.setGeometry(self._margins.left + inset.left, y, room, height)
            if isinstance(part, Pile):
                # Before it is first shown it has heard of no new size.
                part.place()
            y += height + inset.bottom
        self._placed_at = self.size()

    def _room(self, part: QWidget, width: int) -> int:
        inset = self._insets[part]
        around = self._margins.left + self._margins.right + inset.left + inset.right
        return max(20, width - around)


class PileScroll(QScrollArea):
    """Scrolls a pile; the bar keeps its place, so that text never wraps anew for it.

    `resized` comes after the pile has taken its place in another room.
    """

    resized = Signal()

    def __init__(self, pile: Pile, parent: QWidget | None = None):
        super().__init__(parent)
        self._pile = pile
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBar(ThinScrollBar("panel", self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(pile)
        self._line = QWidget(self)
        self._line.setAutoFillBackground(True)
        self._line.setBackgroundRole(QPalette.ColorRole.Highlight)
        self._line.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """With the keyboard, arrows scroll here; a line at the top says so."""
        super().focusInEvent(event)
        self._line.show()
        self._line.raise_()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._line.hide()

    def settle(self) -> None:
        """Let the pile be as high as it needs to be now."""
        width = self.viewport().width()
        self._pile.resize(width, self._pile.heightForWidth(width))
        self._pile.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._line.setGeometry(0, 0, self.width(), 2)
        self.settle()
        self.resized.emit()

    def bring_into_sight(self, top: int, bottom: int) -> None:
        """Scroll as little as shows these rows of the pile; their top where they do not fit."""
        bar, sight = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value() or bottom - top > sight:
            bar.setValue(top)
        elif bottom > bar.value() + sight:
            bar.setValue(bottom - sight)


def height_of(part: QWidget, width: int) -> int:
    """The height of a part that is this wide."""
    wanted = part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
    return min(max(wanted, part.minimumHeight()), part.maximumHeight())


def grown(part: QWidget) -> None:
    """Tell every pile around a part that it must measure anew."""
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, Pile):
            above.forget()
        above = above.parentWidget()


def show_part(part: QWidget, *, shown: bool) -> None:
    """Show or hide a part of a pile."""
    if part.isHidden() == shown:
        part.setVisible(shown)
        grown(part)
