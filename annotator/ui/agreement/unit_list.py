"""The list of paragraphs on which people disagree; Enter or a double click opens one.

Imports theme, faces and Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.ui.dress import face
from annotator.ui.fonts import article_font
from annotator.ui.scroll_bar import ThinScrollBar
from annotator.ui.theme import code_colours, theme
from annotator.ui.tooltip import plain_tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from annotator.ui.agreement.unit_rows import Chip, UnitRow

Index = QModelIndex | QPersistentModelIndex
_TEXT_PX, _SMALL_PX, _PLACE_PX = 15, 12, 12
_CHIP_HEIGHT, _CHIP_PAD, _GAP, _PAD = 20, 8, 5, 9
_MOST_LINES, _MOST_LETTERS = 3, 600
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Units(QAbstractListModel):
    """The rows as Qt wants them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[UnitRow] = []

    def show(self, rows: list[UnitRow]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """All rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text; everything for a screen reader and in the tooltip, as it stands."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text or row.place
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.told
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(row.told)
        return None


class UnitDress(QStyledItemDelegate):
    """Paints a row: some lines of the text, its place, a chip an answer."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines and chips need."""
        view = self.parent()
        assert isinstance(view, QListView)
        width = view.viewport().width()
        return QSize(width, round(self._lay_out(None, QRectF(0, 0, width, 0), _row(index))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        colours, rect = theme(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current:
            painter.fillRect(rect, colours.current)
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), colours.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colours.hover)
        if is_current and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colours.accent, 1))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            painter.setPen(QPen(colours.line, 1))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._lay_out(painter, rect, _row(index))
        painter.restore()

    def _lay_out(self, painter: QPainter | None, rect: QRectF, row: UnitRow) -> float:
        """The height that is needed; drawn if there is a painter."""
        inner = rect.adjusted(18, _PAD, -14, 0)
        y = inner.top()
        if row.text:
            y += _text(painter, QPointF(inner.left(), y), inner.width(), row.text) + 3
        small = face(_PLACE_PX)
        if painter:
            painter.setFont(small)
            painter.setPen(theme().ink_faint)
            line = QRectF(inner.left(), y, inner.width(), 16)
            shown = QFontMetricsF(small).elidedText(
                row.place, Qt.TextElideMode.ElideMiddle, inner.width()
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
        y += 20
        x = inner.left()
        for chip in row.chips:
            width = min(_chip_width(chip), inner.width())
            if x > inner.left() and x + width > inner.right():
                x, y = inner.left(), y + _CHIP_HEIGHT + _GAP
            if painter:
                _chip(painter, QRectF(x, y, width, _CHIP_HEIGHT), chip)
            x += width + _GAP
        return y + (_CHIP_HEIGHT if row.chips else 0) + _PAD - rect.top()


class UnitList(QListView):
    """Rows of units; the arrows go through them."""

    wanted = Signal(object)  # a UnitName: open it
    left = Signal()  # Esc

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.units = Units()
        self.setModel(self.units)
        self.setItemDelegate(UnitDress(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ThinScrollBar("panel"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.doubleClicked.connect(self._wanted)

    def show_rows(self, rows: list[UnitRow]) -> None:
        """Show these; the same unit stays the current one."""
        if rows == self.units.rows:
            return
        index = self.currentIndex()
        before = self.units.rows[index.row()].unit if index.isValid() else None
        self.units.show(rows)
        for number, row in enumerate(rows):
            if row.unit == before:
                self.setCurrentIndex(self.units.index(number))
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.units.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the unit in the window where people code."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._wanted(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths, other heights."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _wanted(self, index: QModelIndex) -> None:
        self.wanted.emit(self.units.rows[index.row()].unit)


def _row(index: Index) -> UnitRow:
    units = index.model()
    assert isinstance(units, Units)
    return units.rows[index.row()]


def _text(painter: QPainter | None, at: QPointF, width: float, text: str) -> float:
    """The first lines of a text, the last one cut where it goes on; their height."""
    font = article_font(_TEXT_PX)
    text = " ".join(text[:_MOST_LETTERS].split())
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    spacing = QFontMetricsF(font).lineSpacing()
    layout.beginLayout()
    n_lines = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, n_lines * spacing))
        n_lines += 1
    layout.endLayout()
    if painter:
        painter.setPen(theme().ink)
        painter.setFont(font)
        for number in range(min(n_lines, _MOST_LINES)):
            if number == _MOST_LINES - 1 and n_lines > _MOST_LINES:
                _draw_cut(painter, layout, at, text)
            else:
                layout.lineAt(number).draw(painter, at)
    return min(n_lines, _MOST_LINES) * spacing


def _draw_cut(painter: QPainter, layout: QTextLayout, at: QPointF, text: str) -> None:
    """The last line that is shown, with what follows it elided."""
    line = layout.lineAt(_MOST_LINES - 1)
    shown = QFontMetricsF(painter.font()).elidedText(
        text[line.textStart() :], Qt.TextElideMode.ElideRight, line.width()
    )
    rect = QRectF(at.x(), at.y() + line.y(), line.width(), line.height())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)


def _chip_width(chip: Chip) -> float:
    people = QFontMetricsF(face(_SMALL_PX)).horizontalAdvance(chip.words)
    return people + (2 * _CHIP_PAD if not chip.is_plain else 4)


def _chip(painter: QPainter, rect: QRectF, chip: Chip) -> None:
    """Who, and what they gave."""
    colours = code_colours(chip.colour)
    font = face(_SMALL_PX)
    pad = 2.0
    if not chip.is_plain:
        pad = _CHIP_PAD
        painter.setPen(QPen(colours.strong, 1))
        painter.setBrush(colours.ground)
        half = rect.height() / 2
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), half, half)
    painter.setFont(font)
    painter.setPen(theme().ink_dim if chip.is_plain else colours.text)
    inner = rect.adjusted(pad, 0, -pad, 0)
    shown = QFontMetricsF(font).elidedText(
        chip.words, Qt.TextElideMode.ElideRight, inner.width() + 2
    )
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
