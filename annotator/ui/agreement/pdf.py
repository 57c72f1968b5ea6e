"""The report as PDF: words set by Qt, plots drawn as they are on the screen, page after page.

Imports results, plots and Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from annotator.ui.agreement.headline import beside_words, fact_lines, sentences
from annotator.ui.agreement.looking import headlines
from annotator.ui.agreement.naming import figure, measure_words
from annotator.ui.agreement.overview import caution_words
from annotator.ui.dress import face
from annotator.ui.fonts import article_font
from annotator.ui.messages import tr
from annotator.ui.plots import (
    CodeIntervals,
    MatrixPlot,
    PairMap,
    WithoutOne,
    code_intervals,
    code_pair_matrix,
    pair_cells,
    whole_of,
    without_rows,
)
from annotator.ui.plots.ink import Ink
from annotator.ui.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFont

    from annotator.agreement.results import Agreement, Report
    from annotator.ui.agreement.naming import Names
    from annotator.ui.plots.view import PlotView

# The page is laid out as the screen is, 96 pixels to the inch, and printed ten times as fine.
_PER_INCH, _FINER = 96, 10
_MARGIN_MM = 18.0
_GAP = 10.0


class Pages:
    """A pen that goes down the page and takes a new one where there is no room."""

    def __init__(self, writer: QPdfWriter) -> None:
        self._writer = writer
        self._painter = QPainter(writer)
        self._painter.scale(_FINER, _FINER)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.width = writer.width() / _FINER
        self._height = writer.height() / _FINER
        self._y = 0.0

    def end(self) -> None:
        """The last page is done."""
        self._painter.end()

    def write(self, text: str, font: QFont, *, ink: QColor = LIGHT.ink, gap: float = _GAP) -> None:
        """A paragraph; one that is longer than the page goes on on the next."""
        if not text:
            return
        words = _document(text, font, ink, self.width)
        tall = words.size().height()
        self.take_room(min(tall, self._height))
        self._painter.save()
        self._painter.translate(0, self._y)
        words.drawContents(self._painter, QRectF(0, 0, self.width, tall))
        self._painter.restore()
        self._y += tall + gap

    def draw(self, plot: PlotView) -> None:
        """A plot as wide as the page; smaller where it would be taller."""
        drawing = plot.lay_out(Ink(LIGHT, 12).on_paper(), self.width)
        if drawing is None:
            return
        size = drawing.size
        scale = min(1.0, self.width / size.width(), self._height / size.height())
        self.take_room(size.height() * scale)
        self._painter.save()
        self._painter.translate(0, self._y)
        self._painter.scale(scale, scale)
        drawing.draw(self._painter)
        self._painter.restore()
        self._y += size.height() * scale + 1.6 * _GAP

    def take_room(self, height: float) -> None:
        """A new page if so much does not fit."""
        if self._y and self._y + height > self._height:
            self._writer.newPage()
            self._y = 0.0


def report_pdf(report: Report, names: Names) -> bytes:
    """The report on A4: every question and step with figure, words, codes, pairs, warnings."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(tr("Agreement — {title}", title=report.source))
    writer.setCreator(report.program)
    writer.setResolution(_PER_INCH * _FINER)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(
        QPageLayout(a4, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    )
    pages = Pages(writer)
    _front(pages, report)
    for head in _heads(report):
        _question(pages, head, report, names)
    pages.end()
    return bytes(buffer.data().data())


def _front(pages: Pages, report: Report) -> None:
    pages.write(tr("Agreement — {title}", title=report.source), face(24, strong=True), gap=2)
    about = [report.program, report.made_at]
    if report.codebook:
        about.append(f"{report.codebook.key} {report.codebook.version}")
    pages.write(" · ".join(about), face(12), ink=LIGHT.ink_faint, gap=2)
    people = tr("Annotators: {names}", names=", ".join(report.annotators) or "–")
    pages.write(people, face(12), ink=LIGHT.ink_faint, gap=2 * _GAP)
    for note in report.notes:
        pages.write(note, face(12))


def _heads(report: Report) -> Iterator[Agreement]:
    """Every question and step over all targets."""
    for layer in dict.fromkeys(one.layer for one in report.results):
        yield from headlines([one for one in report.results if one.layer == layer])


def _question(pages: Pages, head: Agreement, report: Report, names: Names) -> None:
    pages.take_room(190)
    pages.write(names.title(head.layer, head.step), face(18, strong=True), gap=2)
    value = f"{measure_words(head)}: {figure(head.value)}"
    if head.interval:
        level = round(100 * head.interval.level)
        low, high = figure(head.interval.low), figure(head.interval.high)
        value += "   " + tr("{level} % CI {low} – {high}", level=level, low=low, high=high)
    pages.write(value, face(15, strong=True), gap=2)
    pages.write("\n".join(fact_lines(head, names)), face(12), ink=LIGHT.ink_dim)
    words = head.words or " ".join(sentences(head, names, is_fresh=True))
    pages.write(words, article_font(14))
    same = [one for one in report.results
            if (one.layer, one.step, one.target) == (head.layer, head.step, None)]  # fmt: skip
    pages.write(beside_words(same[1:], head.step), face(12), ink=LIGHT.ink_dim)
    for caution in caution_words(head):
        pages.write(f"▲ {caution}", face(12), ink=LIGHT.warning, gap=4)
    for plot in _plots(head, names):
        pages.draw(plot)


def _plots(head: Agreement, names: Names) -> Iterator[PlotView]:
    labels = names.codes(head.layer, head.step)
    if head.per_code:
        codes = CodeIntervals()
        codes.show_rows(code_intervals(head, labels, names.colours(head.layer)))
        yield codes
    if len(head.per_pair) > 1:
        pairs = PairMap()
        pairs.show_rows(pair_cells(head))
        yield pairs
    if head.code_pairs:
        matrix = MatrixPlot()
        matrix.show_matrix(code_pair_matrix(head.code_pairs, labels))
        yield matrix
    if head.without:
        without = WithoutOne()
        without.show_rows(without_rows(head), whole=whole_of(head))
        yield without


def _document(text: str, font: QFont, ink: QColor, width: float) -> QTextDocument:
    """Plain words in one face and colour, wrapped to the width."""
    words = QTextDocument()
    words.setDocumentMargin(0)
    words.setDefaultFont(font)
    words.setPlainText(text)
    words.setTextWidth(width)
    look = QTextCharFormat()
    look.setForeground(ink)
    cursor = QTextCursor(words)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeCharFormat(look)
    words.setPageSize(QSizeF(width, -1))
    return words
