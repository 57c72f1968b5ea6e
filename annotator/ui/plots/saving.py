"""A drawing as a file: SVG with real text, PDF, or PNG at twice the size; always on white.

The file gets its name when it is complete.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from annotator.errors import AnnotatorError
from annotator.ui.dress import STRONG, face
from annotator.ui.plots.ink import LEFT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.ui.plots.drawing import Drawing

_EDGE = 16.0
_HEADING_GAP = 12.0
_PNG_SCALE = 2
# What a pixel of the screen is in print: 96 to the inch, as everywhere on the web.
_PER_INCH, _POINTS_PER_INCH = 96, 72

# A text as Qt writes it: attributes, size and weight of the letters, and the words.
_TEXT = re.compile(r'(<text [^>]*?font-size="(\d+)" font-weight="(\d+)"[^>]*?)\s*>([^<]*)</text>')


def save_drawing(drawing: Drawing | None, heading: str, path: Path) -> None:
    """Write the drawing under its heading, in the format that the suffix names.

    Raises:
        AnnotatorError: nothing to draw, an unknown suffix, or a file that cannot be written.
    """
    if drawing is None:
        raise AnnotatorError(
            "there is nothing in this plot yet",
            remedy="save it when two people have coded the same paragraphs",
        )
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise AnnotatorError(
            "a plot cannot be saved as {suffix}",
            where=path,
            remedy="choose a name that ends in .svg, .pdf or .png",
            suffix=path.suffix or path.name,
        )
    content = writer(drawing, heading)
    try:
        _put(content, path)
    except OSError as error:
        raise AnnotatorError(
            "the plot cannot be written: {trouble}",
            where=path,
            remedy="choose another place, or make room",
            trouble=error.strerror or str(error),
        ) from error


def _put(content: bytes, path: Path) -> None:
    """Write beside, then take the name, so that a failure leaves the old file."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _page(drawing: Drawing) -> QSizeF:
    """The drawing with its heading and an edge all round."""
    top = drawing.ink.line * 1.4 + _HEADING_GAP
    size = drawing.size
    return QSizeF(size.width() + 2 * _EDGE, size.height() + 2 * _EDGE + top)


def _paint(drawing: Drawing, heading: str, painter: QPainter) -> None:
    ink = drawing.ink
    tall = ink.line * 1.4
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, _page(drawing).width(), _page(drawing).height()), QColor("white"))
    line = QRectF(_EDGE, _EDGE, drawing.size.width(), tall)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.setFont(ink.font(strong=True))
    painter.setPen(ink.theme.ink)
    painter.drawText(line, int(LEFT | Qt.TextFlag.TextSingleLine), heading)
    painter.translate(_EDGE, _EDGE + tall + _HEADING_GAP)
    drawing.draw(painter)


def _svg(drawing: Drawing, heading: str) -> bytes:
    buffer = QBuffer()
    page = _page(drawing)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_PER_INCH)
    generator.setSize(QSize(round(page.width()), round(page.height())))
    generator.setViewBox(QRect(0, 0, round(page.width()), round(page.height())))
    generator.setTitle(heading)
    generator.setDescription(drawing.words())
    painter = QPainter(generator)
    _paint(drawing, heading, painter)
    painter.end()
    # The family of last resort, which Qt leaves out: a reader without ours keeps to a sans.
    families = ",".join(drawing.ink.font().families())
    text = bytes(buffer.data().data()).decode()
    text = text.replace(f'"{families}"', f'"{families},sans-serif"')
    return _TEXT.sub(_with_length, text).encode()


def _with_length(found: re.Match[str]) -> str:
    """A text that keeps its width where the reader has another face, so that none overlap."""
    head, size, weight, text = found.groups()
    metrics = QFontMetricsF(face(int(size), strong=int(weight) >= STRONG))
    length = f'textLength="{metrics.horizontalAdvance(unescape(text)):.2f}"'
    return f'{head} {length} lengthAdjust="spacingAndGlyphs">{text}</text>'


def _pdf(drawing: Drawing, heading: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    page = _page(drawing)
    writer = QPdfWriter(buffer)
    writer.setTitle(heading)
    writer.setCreator("Annotator")
    points = QSizeF(page.width(), page.height()) * (_POINTS_PER_INCH / _PER_INCH)
    writer.setPageSize(
        QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    # Finer than the screen, so that letters keep their exact places.
    writer.setResolution(_PER_INCH * 10)
    painter = QPainter(writer)
    painter.scale(10, 10)
    _paint(drawing, heading, painter)
    painter.end()
    return bytes(buffer.data().data())


def _png(drawing: Drawing, heading: str) -> bytes:
    page = _page(drawing)
    wide, tall = round(page.width() * _PNG_SCALE), round(page.height() * _PNG_SCALE)
    image = QImage(wide, tall, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_PNG_SCALE)
    image.fill(QColor("white"))
    painter = QPainter(image)
    _paint(drawing, heading, painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt takes a str
    return bytes(buffer.data().data())


_WRITERS: dict[str, Callable[[Drawing, str], bytes]] = {".svg": _svg, ".pdf": _pdf, ".png": _png}
