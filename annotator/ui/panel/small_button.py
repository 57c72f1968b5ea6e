"""Small answers beside each other: no frame, other…, cannot tell, skipped. Imports only Qt."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.ui.dress import SMALL_PX, face, put_name, put_tooltip, text_width
from annotator.ui.keycap import CAP_HEIGHT, draw_keycap, keycap_width
from annotator.ui.panel.pile import grown
from annotator.ui.theme import code_colours, theme

_HEIGHT = 30
_PAD = 9
_GAP = 7


class PanelButton(QAbstractButton):
    """A button of the panel: takes no keyboard, and its state is set by the session alone."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def nextCheckState(self) -> None:
        """A click asks the session; what comes back is shown."""


class SmallButton(PanelButton):
    """A key cap and a word in a thin frame; `key` says what it stands for."""

    def __init__(self, key: str, parent: QWidget | None = None):
        super().__init__(parent)
        self.key = key
        self._cap = ""
        self._is_framed = True

    def show_words(self, cap: str, words: str, *, is_chosen: bool = False) -> None:
        """Show a key and words."""
        if (cap, words, is_chosen) == (self._cap, self.text(), self.isChecked()):
            return
        self._cap = cap
        self.setText(words)
        self.setChecked(is_chosen)
        put_name(self, words)
        put_tooltip(self, f"{words} ({cap})" if cap else words)
        self.update()

    def be_frameless(self) -> None:
        """Drop the frame: a quiet word among others."""
        self._is_framed = False

    def sizeHint(self) -> QSize:
        """Cap and words in one line."""
        words = text_width(self.text(), SMALL_PX)
        height = _HEIGHT if self._is_framed else CAP_HEIGHT + 2
        return QSize(self._left() + words + self._pad() + 1, height)

    def heightForWidth(self, width: int) -> int:
        """A line, or as many as the words need where the room is narrower than they are."""
        hint = self.sizeHint()
        if width >= hint.width():
            return hint.height()
        metrics = QFontMetrics(face(SMALL_PX))
        room = QRect(0, 0, max(30, width - self._left() - self._pad()), 10_000)
        wrapped = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.text()).height()
        return hint.height() + max(0, wrapped - metrics.lineSpacing())

    def _pad(self) -> int:
        return _PAD if self._is_framed else 0

    def _left(self) -> int:
        return self._pad() + keycap_width(self._cap) + (_GAP if self._cap else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, cap and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, chosen = theme(), code_colours(None)
        if self._is_framed:
            painter.setPen(QPen(chosen.strong if self.isChecked() else colours.line, 1))
            is_plain = not (self.isChecked() or self.underMouse())
            painter.setBrush(
                colours.paper if is_plain else chosen.ground if self.isChecked() else colours.hover
            )
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        draw_keycap(painter, self._pad(), (self.height() - CAP_HEIGHT) / 2, self._cap)
        painter.setFont(face(SMALL_PX))
        is_strong = self.isChecked() or self.underMouse()
        painter.setPen(colours.ink if is_strong else colours.ink_dim)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(self._left(), 0, 0, 0), flags, self.text())
        painter.end()


class FlowRow(QWidget):
    """Widgets beside each other, wrapping like words."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 7, line_gap: int = 5):
        super().__init__(parent)
        self._gap, self._line_gap = gap, line_gap
        self._parts: list[SmallButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, parts: list[SmallButton]) -> None:
        """Hold these parts, in this order; they must be children."""
        self._parts = parts
        grown(self)
        self._place(self.width(), move=True)

    def hasHeightForWidth(self) -> bool:
        """Parts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped parts."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = [part for part in self._parts if not part.isHidden()]
        widths = [part.sizeHint().width() for part in shown]
        return QSize(sum(widths) + self._gap * len(widths), self._place(10_000, move=False))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest part."""
        widths = [part.sizeHint().width() for part in self._parts if not part.isHidden()]
        return QSize(min(max(widths, default=0), 160), 0)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Wrap anew."""
        self._place(self.width(), move=True)

    def replace(self) -> None:
        """Wrap anew after a part has changed its size."""
        grown(self)
        self._place(self.width(), move=True)

    def _place(self, width: int, *, move: bool) -> int:
        x = y = line = 0
        for part in self._parts:
            if part.isHidden():
                continue
            wide = min(part.sizeHint().width(), max(width, 40))
            high = part.heightForWidth(wide)
            if x and x + wide > width:
                x, y, line = 0, y + line + self._line_gap, 0
            if move:
                part.setGeometry(x, y, wide, high)
            x += wide + self._gap
            line = max(line, high)
        return y + line
