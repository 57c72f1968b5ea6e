"""What a plot is drawn with: colours, letters, and lengths that grow with them.

Imports the theme, the faces and Qt.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from annotator.ui.dress import face
from annotator.ui.theme import LIGHT, CodeColours, Theme, code_colours

Align = Qt.AlignmentFlag
LEFT = Align.AlignLeft | Align.AlignAbsolute | Align.AlignVCenter
RIGHT = Align.AlignRight | Align.AlignAbsolute | Align.AlignVCenter
CENTRE = Align.AlignCenter

USUAL_PX = 15
_WHITE, _BLACK = QColor("#ffffff"), QColor("#000000")


@dataclass(frozen=True)
class Ink:
    """A theme, and the size of the letters in pixels; every length is a multiple of it."""

    theme: Theme
    text_px: int = USUAL_PX

    def length(self, pixels: float) -> float:
        """So many pixels at the usual size of the letters."""
        return pixels * self.text_px / USUAL_PX

    def font(self, *, small: bool = False, strong: bool = False) -> QFont:
        """The face of the tool."""
        return face(_size_of(self.text_px, small), strong=strong)

    def width(self, text: str, *, small: bool = False) -> float:
        """How wide a line of text is."""
        return _metrics(self.text_px, small).horizontalAdvance(text)

    @property
    def line(self) -> float:
        """The height of a line of small text."""
        return _metrics(self.text_px, small=True).height()

    def code(self, name: str | None) -> CodeColours:
        """The colours of a code in this theme."""
        return code_colours(name, self.theme)

    def elided(self, text: str, width: float, *, small: bool = False) -> str:
        """The text, cut with an ellipsis where it is too long."""
        metrics, line = _metrics(self.text_px, small), text.replace("\n", " ")
        if metrics.horizontalAdvance(line) <= width:
            return line
        return metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)

    def write(
        self, painter: QPainter, area: QRectF, text: str, *, align: Align = LEFT,
        colour: QColor | None = None, small: bool = False,
    ) -> None:  # fmt: skip
        """One line of text, cut to the area."""
        # By the text itself: in a window that runs right to left, .710 would become 710.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setFont(self.font(small=small))
        painter.setPen(colour or self.theme.ink)
        shown = self.elided(text, area.width() + 0.5, small=small)
        painter.drawText(area, int(align | Qt.TextFlag.TextSingleLine), shown)

    def write_upward(self, painter: QPainter, area: QRectF, text: str) -> None:
        """One line of small text that begins at the area's foot and goes up."""
        painter.save()
        painter.translate(area.center().x(), area.bottom())
        painter.rotate(-90)
        line = QRectF(0, -area.width() / 2, area.height(), area.width())
        self.write(painter, line, text, small=True)
        painter.restore()

    def rule(
        self, painter: QPainter, begin: QPointF, end: QPointF, colour: QColor, *,
        width: float = 1.0, dashed: bool = False,
    ) -> None:  # fmt: skip
        """A straight line."""
        pen = QPen(colour, self.length(width))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashed:
            pen.setDashPattern([3.0, 2.5])
        painter.setPen(pen)
        painter.drawLine(begin, end)

    def on_paper(self) -> Ink:
        """The same letters in light colours on white, as a file needs them."""
        white = replace(LIGHT, window=_WHITE, panel=_WHITE, paper=_WHITE, current=_WHITE)
        return Ink(white, self.text_px)


def _size_of(text_px: int, small: bool) -> int:
    return round(text_px * 13 / USUAL_PX) if small else text_px


@lru_cache(maxsize=16)
def _metrics(text_px: int, small: bool) -> QFontMetricsF:
    return QFontMetricsF(face(_size_of(text_px, small)))


def is_seen(painter: QPainter, area: QRectF) -> bool:
    """Whether any of this area is being painted: a large plot shows a part of itself."""
    return not painter.hasClipping() or painter.clipBoundingRect().intersects(area)


def between(low: QColor, high: QColor, place: float) -> QColor:
    """A colour between two, at 0 to 1."""
    place = min(max(place, 0.0), 1.0)
    parts = zip(low.getRgbF()[:3], high.getRgbF()[:3], strict=True)  # type: ignore[index]  # stubs
    return QColor.fromRgbF(*(a + (b - a) * place for a, b in parts))


def ink_on(ground: QColor) -> QColor:
    """Black or white, whichever stands out: the weaker of the two never falls below 4.5:1."""
    return _BLACK if luminance(ground) > 0.179 else _WHITE


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
