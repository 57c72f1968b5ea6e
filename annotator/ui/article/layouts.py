"""Paragraphs laid out as lines, and a cache of the last few hundred. Imports Qt alone."""

from __future__ import annotations

import unicodedata
from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextLine, QTextOption

from annotator.formats.offsets import Offsets

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QFont, QPainter

_RIGHT = {"R", "AL"}
# A line end within a paragraph shows as a space; one code unit for one, so that offsets stay.
_AS_SPACE = str.maketrans(dict.fromkeys("\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))
LEADING = 1.55


def shown(text: str) -> str:
    """The text as it is drawn; every character keeps its offset."""
    return text.translate(_AS_SPACE)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    if text.isascii():
        return False
    ways = (unicodedata.bidirectional(char) for char in text)
    return next((way in _RIGHT for way in ways if way in _RIGHT or way == "L"), False)


class TextBlock:
    """One paragraph's lines. Offsets are code points, positions pixels from its upper left."""

    def __init__(self, text: str, font: QFont, *, width: float, extra_leading: float = 0.0) -> None:
        self.text = text
        self.offsets = Offsets(text)
        self.is_rtl = is_right_to_left(text)
        # A line may run both ways only where some character runs from right to left.
        self._is_plain = text.isascii() or not any(
            unicodedata.bidirectional(char) in {"R", "AL", "AN", "RLE", "RLO", "RLI"}
            for char in text
        )
        self._layout = QTextLayout(shown(text), font)
        self._layout.setTextOption(self._option())
        self._layout.setCacheEnabled(True)
        self._baselines: list[float] = []
        pitch = font.pixelSize() * LEADING + extra_leading
        self.height = self._lay_out(width, pitch)

    def _option(self) -> QTextOption:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # WORKAROUND: Qt shapes right-to-left text but leaves it at the left.
        if self.is_rtl:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        else:
            option.setTextDirection(Qt.LayoutDirection.LeftToRight)
            option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        return option

    def _lay_out(self, width: float, pitch: float) -> float:
        y = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            step = max(pitch, line.height())
            line.setPosition(QPointF(0, y + (step - line.height()) / 2))
            self._baselines.append(line.y() + line.ascent())
            y += step
        self._layout.endLayout()
        return y

    @property
    def first_baseline(self) -> float:
        """The baseline of the first line."""
        return self._baselines[0] if self._baselines else 0.0

    def draw(
        self,
        painter: QPainter,
        at: QPointF,
        *,
        selection: tuple[int, int] | None = None,
        ground: QColor | None = None,
    ) -> None:
        """Draw the lines in the painter's pen, the selected words on their ground."""
        ranges: list[QTextLayout.FormatRange] = []
        if selection and ground:
            chosen, dress = QTextLayout.FormatRange(), QTextCharFormat()
            dress.setBackground(ground)
            start, end = map(self.offsets.to_utf16, selection)
            chosen.start, chosen.length, chosen.format = start, end - start, dress
            ranges.append(chosen)
        self._layout.draw(painter, at, ranges)

    def spans(self, start: int, end: int) -> list[tuple[float, float, float]]:
        """Where these words run: (left, right, baseline) for each piece of each line.

        White space at a line's end is left out: it hangs beyond the column.
        """
        pieces: list[tuple[float, float, float]] = []
        for number, baseline in enumerate(self._baselines):
            line = self._layout.lineAt(number)
            first = self.offsets.to_code_points(line.textStart())
            last = self.offsets.to_code_points(line.textStart() + line.textLength())
            last = first + len(self.text[first:last].rstrip())
            low, high = max(start, first), min(end, last)
            if low < high:
                pieces += [(a, b, baseline) for a, b in self._pieces(line, low, high)]
        return pieces

    def _pieces(self, line: QTextLine, low: int, high: int) -> list[tuple[float, float]]:
        """Stretches of one line; text that runs both ways may have several."""
        if self._is_plain:
            left, right = self._x(line, low), self._x(line, high)
            return [(min(left, right), max(left, right))]
        start, end = self.offsets.to_utf16(low), self.offsets.to_utf16(high)
        rects = [run.boundingRect() for run in line.glyphRuns(start, end - start)]
        joined: list[tuple[float, float]] = []
        for left, right in sorted((rect.left(), rect.right()) for rect in rects):
            if joined and left <= joined[-1][1] + 0.5:
                joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
            else:
                joined.append((left, right))
        return joined

    def _x(self, line: QTextLine, offset: int) -> float:
        place: object = line.cursorToX(self.offsets.to_utf16(offset))
        assert isinstance(place, tuple), place  # PySide's stubs say float
        return float(place[0])

    def offset_at(self, x: float, y: float) -> int:
        """The offset nearest to a point; above and below, the first and last line count."""
        number = self._line_at(y)
        if number is None:
            return 0
        return self.offsets.to_code_points(self._layout.lineAt(number).xToCursor(x))

    def offset_under(self, x: float, y: float) -> int | None:
        """The character under a point, None beside the text."""
        number = self._line_at(y)
        if number is None or not 0 <= y < self.height:
            return None
        line = self._layout.lineAt(number)
        if not line.naturalTextRect().left() <= x < line.naturalTextRect().right():
            return None
        on = QTextLine.CursorPosition.CursorOnCharacter
        return self.offsets.to_code_points(line.xToCursor(x, on))

    def _line_at(self, y: float) -> int | None:
        if not self._baselines:
            return None
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            if y < line.y() + line.height():
                return number
        return len(self._baselines) - 1

    def caret(self, offset: int) -> tuple[float, float, float]:
        """Where the caret before this character stands: x, top and height."""
        unit = self.offsets.to_utf16(offset)
        line = self._layout.lineForTextPosition(unit)
        if not line.isValid():
            return (0.0, 0.0, self.height)
        return (self._x(line, offset), line.y(), line.height())

    def step(self, offset: int, *, to_right: bool) -> int:
        """The offset one character further on the screen, whatever the direction of the text."""
        unit = self.offsets.to_utf16(offset)
        layout = self._layout
        moved = layout.rightCursorPosition(unit) if to_right else layout.leftCursorPosition(unit)
        return self.offsets.to_code_points(moved)


K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """The last few hundred things that were made; the one longest unused goes first."""

    def __init__(self, room: int = 300) -> None:
        self._kept: OrderedDict[K, V] = OrderedDict()
        self._room = room

    def get(self, key: K, make: Callable[[], V]) -> V:
        """The thing kept under this key, else made now."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = self._kept[key] = make()
        if len(self._kept) > self._room:
            self._kept.popitem(last=False)
        return made

    def drop(self, key: K) -> None:
        """Forget one."""
        self._kept.pop(key, None)

    def clear(self) -> None:
        """Forget all."""
        self._kept.clear()

    def __len__(self) -> int:
        return len(self._kept)
