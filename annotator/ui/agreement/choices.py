"""What can be looked at: the questions of the codebook, and ways to compare their answers.

Imports results, theme and Qt; the window gives the words.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.ui.dress import face
from annotator.ui.scroll_bar import ThinScrollBar
from annotator.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
_LEFT, _TITLE_PX, _BELOW_PX = 26, 14, 12
_HEADING_HEIGHT, _SHORT_HEIGHT, _TALL_HEIGHT = 38, 30, 44


class Choice(NamedTuple):
    """One line: a heading (no `page`), a question with its step, or a way to compare."""

    title: str
    below: str = ""
    page: str = ""
    layer: str = ""
    step: str | None = None

    @property
    def can_be_chosen(self) -> bool:
        """Headings cannot."""
        return bool(self.page)


class ChoiceRows(QAbstractListModel):
    """The lines as Qt wants them."""

    def __init__(self) -> None:
        super().__init__()
        self.choices: list[Choice] = []

    def show(self, choices: list[Choice]) -> None:
        """Other lines."""
        self.beginResetModel()
        self.choices = choices
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """All lines."""
        return 0 if parent.isValid() else len(self.choices)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are passed over by the arrows."""
        if self.choices[index.row()].can_be_chosen:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title; for a screen reader and in the tooltip all of it."""
        choice = self.choices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (choice.title, choice.below) if part)
        return None


class ChoiceDress(QStyledItemDelegate):
    """Paints a line: the chosen one with the accent bar, its question with a faint one."""

    looked_at = -1  # the row of the question

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """By what the line says."""
        choice = _choice(index)
        if not choice.can_be_chosen:
            return QSize(150, _HEADING_HEIGHT)
        return QSize(150, _TALL_HEIGHT if choice.below else _SHORT_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line."""
        choice, colours, rect = _choice(index), theme(), QRectF(option.rect)
        painter.save()
        if not choice.can_be_chosen:
            low = rect.adjusted(16, 14, -8, -4)
            _paint(painter, low, choice.title.upper(), 12, colours.ink_faint, strong=True)
            painter.restore()
            return
        self._paint_ground(painter, option, index)
        top = rect.adjusted(_LEFT, 4 if choice.below else 0, -8, 0)
        if choice.below:
            top.setHeight(_TITLE_PX + 6)
            low = rect.adjusted(_LEFT, 23, -8, -4)
            _paint(painter, low, choice.below, _BELOW_PX, colours.ink_faint)
        _paint(painter, top, choice.title, _TITLE_PX, colours.ink)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, rect, state = theme(), QRectF(option.rect), option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours.current)
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), colours.accent)
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(colours.accent, 1))
                painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colours.hover)
        elif index.row() == self.looked_at:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), colours.ink_faint)


class Choices(QListView):
    """The list at the left; arrows go through it."""

    chosen = Signal(object)  # a Choice
    left = Signal()  # Esc

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ChoiceRows()
        self.dress = ChoiceDress(self)
        self.setModel(self.rows)
        self.setItemDelegate(self.dress)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ThinScrollBar("panel"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        # What QSS-less Fusion would paint behind the rows.
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_choices(self, choices: list[Choice]) -> None:
        """Show these lines and choose the same one again, else the first that can be."""
        if choices == self.rows.choices:
            return
        before = self.current()
        blocked = self.blockSignals(True)
        self.rows.show(choices)
        self.blockSignals(blocked)
        again = [n for n, one in enumerate(choices)
                 if before and one.can_be_chosen and one[2:] == before[2:]]  # fmt: skip
        first = [n for n, one in enumerate(choices) if one.can_be_chosen]
        if again or first:
            self.setCurrentIndex(self.rows.index((again or first)[0]))

    def current(self) -> Choice | None:
        """The chosen line."""
        index = self.currentIndex()
        return self.rows.choices[index.row()] if index.isValid() else None

    def looked_at(self) -> Choice | None:
        """The question that is looked at, also while it is compared in some way."""
        row = self.dress.looked_at
        return self.rows.choices[row] if 0 <= row < len(self.rows.choices) else None

    def choose(self, page: str, layer: str = "", step: str | None = None) -> None:
        """Choose a line by what it leads to."""
        for row, choice in enumerate(self.rows.choices):
            if (choice.page, choice.layer, choice.step) == (page, layer, step):
                self.setCurrentIndex(self.rows.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home goes to the first line that can be chosen: Qt would stay, for a heading is first."""
        if event.key() == Qt.Key.Key_Home:
            rows = self.rows.choices
            first = next((n for n, one in enumerate(rows) if one.can_be_chosen), 0)
            self.setCurrentIndex(self.rows.index(first))
        else:
            super().keyPressEvent(event)

    def _moved(self, index: QModelIndex) -> None:
        choice = self.rows.choices[index.row()] if index.isValid() else None
        if choice is None or not choice.can_be_chosen:
            return
        if choice.layer:
            self.dress.looked_at = index.row()
            self.viewport().update()
        self.chosen.emit(choice)


def _choice(index: Index) -> Choice:
    rows = index.model()
    assert isinstance(rows, ChoiceRows)
    return rows.choices[index.row()]


def _paint(
    painter: QPainter, rect: QRectF, text: str, size_px: int, ink: QColor, *, strong: bool = False
) -> None:
    font = face(size_px, strong=strong)
    painter.setFont(font)
    painter.setPen(ink)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
