"""A code of a question as a row: key, colour, label, and what was answered. Imports only Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.dress import CAP_PX, TEXT_PX, face, put_name, put_tooltip, text_width
from annotator.ui.keycap import CAP_HEIGHT, draw_keycap, keycap_width
from annotator.ui.messages import tr
from annotator.ui.small_button import PanelButton
from annotator.ui.theme import code_colours, theme

if TYPE_CHECKING:
    from annotator.session.views import CodeChoice

_PAD = 10
_LEAST = 33
_DOT = 8
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


class CodeRow(PanelButton):
    """One code; a click chooses it or takes it back, Shift+click makes it primary."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.choice: CodeChoice | None = None
        self._aside = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_choice(self, choice: CodeChoice) -> None:
        """Show the code as it is answered now."""
        if choice == self.choice:
            return
        self.choice = choice
        aside = answered_words(choice)
        if (choice.label, aside) != (self.text(), self._aside):
            self._aside = aside
            self.setText(choice.label)
            put_name(self, choice.label, aside)
            put_tooltip(self, f"{choice.label} ({choice.shortcut})" if choice.shortcut else "")
            self.updateGeometry()
        self.setChecked(choice.is_chosen)
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Long labels wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped label."""
        return max(_LEAST, self._label_rect(width).height() + 14)

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        """Narrow is allowed: the label wraps."""
        return QSize(120, _LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        if self.choice is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        shortcut, colours = self.choice.shortcut, theme()
        middle = self.height() / 2
        draw_keycap(painter, _PAD, middle - CAP_HEIGHT / 2, shortcut)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(code_colours(self.choice.colour).strong)
        x_dot = _PAD + self._cap_space() + _DOT / 2
        painter.drawEllipse(QPointF(x_dot, middle), _DOT / 2, _DOT / 2)
        painter.setFont(face(TEXT_PX))
        painter.setPen(colours.ink)
        label = self._label_rect(self.width())
        label.moveTop((self.height() - label.height()) // 2)
        painter.drawText(label, _WRAP, self.text())
        painter.setFont(face(CAP_PX))
        painter.setPen(colours.ink_dim if self.choice.is_primary else colours.ink_faint)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(self.rect().adjusted(0, 0, -_PAD, 0), flags, self._aside)
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

    def _cap_space(self) -> int:
        shortcut = self.choice.shortcut if self.choice else ""
        return keycap_width(shortcut) + 10 if shortcut else 0

    def _label_rect(self, width: int) -> QRect:
        left = _PAD + self._cap_space() + _DOT + 8
        right = text_width(self._aside, face(CAP_PX)) + 10 if self._aside else 0
        space = QRect(left, 0, max(30, width - left - right - _PAD), 10_000)
        found = QFontMetrics(face(TEXT_PX)).boundingRect(space, _WRAP, self.text())
        return QRect(left, 0, space.width(), found.height())


def answered_words(choice: CodeChoice) -> str:
    """`primary · 1 span`, or nothing."""
    words = [tr("primary")] if choice.is_primary else []
    if choice.spans:
        words.append(span_words(choice.spans))
    return " · ".join(words)


def span_words(n: int) -> str:
    """How many pieces of text show it."""
    return tr("1 span") if n == 1 else tr("{n} spans", n=n)
