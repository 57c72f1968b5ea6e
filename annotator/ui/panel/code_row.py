"""A code of a question as a row: key, colour, label, and what was answered. Imports only Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.dress import CAP_PX, TEXT_PX, face, put_name, put_tooltip, text_width
from annotator.ui.keycap import CAP_HEIGHT, draw_keycap, keycap_width
from annotator.ui.messages import tr
from annotator.ui.panel.pile import grown
from annotator.ui.panel.prose import Prose
from annotator.ui.panel.small_button import PanelButton
from annotator.ui.theme import code_colours, theme

if TYPE_CHECKING:
    from annotator.session.views import CodeChoice

_PAD = 10
_LEAST = 33
_DOT = 8
_ASIDE = 16


class CodeRow(PanelButton):
    """One code; a click chooses it or takes it back, Shift+click makes it primary."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.choice: CodeChoice | None = None
        self.aside = ""
        self._label = Prose(self)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_choice(self, choice: CodeChoice) -> None:
        """Show the code as it is answered now."""
        if choice == self.choice:
            return
        self.choice = choice
        aside = answered_words(choice)
        if (choice.label, aside) != (self.text(), self.aside):
            self.aside = aside
            self.setText(choice.label)
            self._label.tell(choice.label)
            put_name(self, choice.label, aside)
            put_tooltip(self, f"{choice.label} ({choice.shortcut})" if choice.shortcut else "")
            grown(self)
            self._place(self.width())
        self.setChecked(choice.is_chosen)
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Long labels wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped label, and of the aside where it has no room beside it."""
        below = 0 if self._fits(width) else _ASIDE
        return max(_LEAST, self._label.heightForWidth(self._room(width)) + below + 13)

    def sizeHint(self) -> QSize:
        """As high as the present width needs."""
        width = max(self.width(), 240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow is allowed: the label wraps."""
        return QSize(120, _LEAST)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Wrap anew."""
        self._place(self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        if self.choice is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        colours = theme()
        middle = self._label.y() + self._label.line_height() / 2
        draw_keycap(painter, _PAD, round(middle - CAP_HEIGHT / 2), self.choice.shortcut)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(code_colours(self.choice.colour).strong)
        x_dot = _PAD + self._cap_space() + _DOT / 2
        painter.drawEllipse(QPointF(x_dot, middle), _DOT / 2, _DOT / 2)
        painter.setFont(face(CAP_PX))
        painter.setPen(colours.ink_dim if self.choice.is_primary else colours.ink_faint)
        beside = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        if self._fits(self.width()):
            painter.drawText(self.rect().adjusted(0, 0, -_PAD, 0), beside, self.aside)
        else:
            below = self.rect().adjusted(self._left(), 0, 0, -6)
            painter.drawText(below, Qt.AlignmentFlag.AlignBottom, self.aside)
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        assert self.choice is not None
        colours, code = theme(), code_colours(self.choice.colour)
        frame, ground = colours.line, colours.paper
        if self.choice.is_chosen:
            frame, ground = code.strong, code.ground
        elif self.underMouse():
            ground = colours.hover
        width = 2.0 if self.choice.is_primary else 1.0
        painter.setPen(QPen(frame, width))
        painter.setBrush(ground)
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)

    def _place(self, width: int) -> None:
        room = self._room(width)
        height = self._label.heightForWidth(room)
        below = 0 if self._fits(width) else _ASIDE
        top = (self.heightForWidth(width) - height - below) // 2
        self._label.setGeometry(self._left(), top, room, height)

    def _cap_space(self) -> int:
        shortcut = self.choice.shortcut if self.choice else ""
        return keycap_width(shortcut) + 10 if shortcut else 0

    def _left(self) -> int:
        return _PAD + self._cap_space() + _DOT + 8

    def _aside_width(self) -> int:
        return text_width(self.aside, CAP_PX) + 10 if self.aside else 0

    def _fits(self, width: int) -> bool:
        """Whether label and aside have room in one line."""
        room = width - self._left() - _PAD
        label = text_width(self.text(), TEXT_PX)
        return not self.aside or label + self._aside_width() <= room

    def _room(self, width: int) -> int:
        beside = self._aside_width() if self._fits(width) else 0
        return max(40, width - self._left() - _PAD - beside)


def answered_words(choice: CodeChoice) -> str:
    """`primary · 1 span`, or nothing."""
    words = [tr("primary")] if choice.is_primary else []
    if choice.spans:
        words.append(span_words(choice.spans))
    return " · ".join(words)


def span_words(n: int) -> str:
    """How many pieces of text show it."""
    return tr("1 span") if n == 1 else tr("{n} spans", n=n)
