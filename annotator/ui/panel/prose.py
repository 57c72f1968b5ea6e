"""Running text of the tool: wrapped, never clipped, always plain, with strong and dimmed words.

A QLabel can either keep text plain or set words apart; codebook text needs both. Imports only Qt.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.dress import STRONG, TEXT_PX, face, put_name
from annotator.ui.panel.pile import grown
from annotator.ui.theme import Theme, theme

Tone = Literal["ink", "dim", "faint", "accent", "warning", "error"]
_LINE_SEPARATOR = "\u2028"


class Run(Struct, frozen=True):
    """Words in one dress."""

    text: str
    strong: bool = False
    tone: Tone = "ink"


class Passage(Struct, frozen=True):
    """A paragraph of prose; `mark` stands before it (a bullet), `before` is the gap above it."""

    runs: tuple[Run, ...]
    mark: str = ""
    before: int = 0

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


def passage(*runs: Run | str, mark: str = "", before: int = 0) -> Passage:
    """A passage of runs; bare words are plain."""
    return Passage(tuple(Run(r) if isinstance(r, str) else r for r in runs), mark, before)


class Prose(QWidget):
    """Passages below each other, as high as their width makes them."""

    def __init__(self, parent: QWidget | None = None, *, size_px: int = TEXT_PX):
        super().__init__(parent)
        self._size_px = size_px
        self._passages: tuple[Passage, ...] = ()
        self._laid: list[_Laid] = []
        self._laid_width = -1
        self._height = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """All words, a line a passage."""
        return "\n".join(one.text for one in self._passages)

    def tell(self, *passages: Passage | Run | str) -> None:
        """Show these passages; the same ones again cost nothing."""
        told = tuple(one if isinstance(one, Passage) else passage(one) for one in passages)
        if told == self._passages:
            return
        self._passages = told
        self._laid_width = -1
        put_name(self, self.text)
        grown(self)
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped text."""
        self._lay(max(20, width))
        return self._height

    def sizeHint(self) -> QSize:
        """A comfortable width; the layout gives the real one."""
        width = self.width() if self._laid_width > 0 else 240
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow is allowed: words break rather than clip."""
        return QSize(20, 0)

    def line_height(self) -> int:
        """The height of the first line, to align a key cap with it."""
        self._lay(max(20, self.width()))
        if not self._laid or not self._laid[0].layout.lineCount():
            return 0
        return round(self._laid[0].layout.lineAt(0).height())

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._laid_width = -1
            self.update()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Wrap anew."""
        self._lay(max(20, self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the passages that are in sight."""
        self._lay(max(20, self.width()))
        painter = QPainter(self)
        colours = theme()
        for one in self._laid:
            if one.bottom >= event.rect().top() and one.top <= event.rect().bottom():
                one.draw(painter, colours)
        painter.end()

    def _lay(self, width: int) -> None:
        if width == self._laid_width:
            return
        if self._laid_width == -1:
            self._laid = [_Laid(one, self._size_px) for one in self._passages]
        self._laid_width = width
        y = 0.0
        for one in self._laid:
            y = one.lay(y, width)
        self._height = round(y + 0.5) if self._laid else 0


class _Laid:
    """One passage laid out."""

    def __init__(self, told: Passage, size_px: int):
        self.passage = told
        self.top = self.bottom = self.left = 0.0
        self._font = face(size_px)
        self.layout = QTextLayout(told.text.replace("\n", _LINE_SEPARATOR), self._font)
        self._is_rtl = _is_rtl(told.text)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if self._is_rtl:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            # Qt shapes text from the right but does not align it.
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.layout.setTextOption(option)
        self.layout.setFormats(self._formats(theme()))

    def lay(self, y: float, width: int) -> float:
        """Lay out from y downward; gives back where the next passage begins."""
        self.top = y + self.passage.before
        indent = 14 if self.passage.mark else 0
        self.left = 0 if self._is_rtl else indent
        self.layout.beginLayout()
        height = 0.0
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(max(1, width - indent))
            line.setPosition(QPointF(0, height))
            height += line.height()
        self.layout.endLayout()
        self.bottom = self.top + height
        return self.bottom

    def draw(self, painter: QPainter, colours: Theme) -> None:
        """Draw at the place where it was laid."""
        self.layout.draw(painter, QPointF(self.left, self.top))
        if self.passage.mark:
            painter.setFont(self._font)
            painter.setPen(colours.ink_faint)
            line = self.layout.lineAt(0)
            x = line.width() + 6 if self._is_rtl else 2
            painter.drawText(QPointF(x, self.top + line.ascent()), self.passage.mark)

    def _formats(self, colours: Theme) -> list[QTextLayout.FormatRange]:
        ranges = []
        for run, start, length in self._placed():
            dress = QTextCharFormat()
            dress.setForeground(_tone(colours, run.tone))
            if run.strong:
                dress.setFontWeight(STRONG)
            if length:
                ranges.append(_range(start, length, dress))
        return ranges

    def _placed(self) -> list[tuple[Run, int, int]]:
        """Runs with their place in UTF-16 units, which is how Qt counts."""
        placed, at = [], 0
        for run in self.passage.runs:
            length = len(run.text.encode("utf-16-le", "surrogatepass")) // 2
            placed.append((run, at, length))
            at += length
        return placed


def _range(start: int, length: int, dress: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, dress
    return found


def _tone(colours: Theme, tone: Tone) -> QColor:
    return {
        "ink": colours.ink,
        "dim": colours.ink_dim,
        "faint": colours.ink_faint,
        "accent": colours.accent,
        "warning": colours.warning,
        "error": colours.error,
    }[tone]


def _is_rtl(text: str) -> bool:
    """Whether the first letter with a direction is written from the right."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False
