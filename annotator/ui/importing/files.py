"""The list of files: rows are painted, never made, so that thousands stay smooth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.text.importing import file_name_of
from annotator.ui.fonts import interface_font
from annotator.ui.importing.paint import paint_line
from annotator.ui.importing.words import state_words
from annotator.ui.messages import tr
from annotator.ui.theme import Theme, theme

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from annotator.ui.importing.entry import Entry, State

Index = QModelIndex | QPersistentModelIndex
Shown = Literal["all", "odd", "failed", "there"]

_ROW_HEIGHT = 46
# Shapes go with colours.
_SIGNS: dict[State, str] = {
    "waiting": "…",
    "ready": "○",
    "odd": "!",
    "there": "=",
    "failed": "✕",
    "taken": "✓",
}


class FileRows(QAbstractListModel):
    """The files, those that are to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[Path, Entry] = {}
        self._rows: list[Entry] = []
        self._row_of: dict[Path, int] = {}
        self._shown: Shown = "all"

    def add(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those that were not in the list are in it now, and are returned."""
        new = [entry for entry in entries if entry.path not in self.entries]
        if new:
            self.entries |= {entry.path: entry for entry in new}
            self._sift()
        return new

    def remove(self, entries: Iterable[Entry]) -> None:
        """Leave these files out."""
        for entry in entries:
            del self.entries[entry.path]
        self._sift()

    def show(self, which: Shown) -> None:
        """All files, or those alone that are to be looked at."""
        self._shown = which
        self._sift()

    def changed(self, entry: Entry) -> None:
        """A file stands otherwise; its row stays where it is, even if others alone are shown."""
        row = self._row_of.get(entry.path)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def entry(self, row: int) -> Entry:
        """The file in this row."""
        return self._rows[row]

    def row_of(self, entry: Entry) -> int | None:
        """The row of a file; None if it is not shown."""
        return self._row_of.get(entry.path)

    def _sift(self) -> None:
        self.beginResetModel()
        self._rows = [each for each in self.entries.values() if self._is_shown(each)]
        self._row_of = {each.path: row for row, each in enumerate(self._rows)}
        self.endResetModel()

    def _is_shown(self, entry: Entry) -> bool:
        if self._shown == "odd":
            return entry.wants_a_look
        return self._shown in {"all", entry.state}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """How many files are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name; for a screen reader with how it stands; the path as a tip."""
        entry = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return file_name_of(entry.path)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{file_name_of(entry.path)}: {state_words(entry)}"
        return None


class FileDress(QStyledItemDelegate):
    """Paints a file: a sign, its name, how it stands."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows alike."""
        return QSize(200, _ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        rows = index.model()
        assert isinstance(rows, FileRows)
        entry = rows.entry(index.row())
        rect = QRectF(option.rect)
        painter.save()
        paint_ground(painter, rect, option)
        sign = QRectF(rect.left() + 10, rect.top() + 6, 20, 20)
        painter.setFont(interface_font(15, QFont.Weight.DemiBold))
        painter.setPen(state_ink(entry.state))
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, _SIGNS[entry.state])
        text = rect.adjusted(38, 4, -8, -4)
        paint_line(painter, text, file_name_of(entry.path), interface_font(14), theme().ink)
        below = text.adjusted(0, 20, 0, 0)
        ink = theme().error if entry.state == "failed" else theme().ink_faint
        paint_line(painter, below, state_words(entry), interface_font(12), ink)
        painter.restore()


class FileList(QListView):
    """The files; Delete leaves those selected out, Enter goes to the paragraphs."""

    unwanted = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = FileRows()
        self.setModel(self.rows)
        self.setItemDelegate(FileDress(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Files"))

    def selected(self) -> list[Entry]:
        """The files that are selected."""
        return [self.rows.entry(index.row()) for index in self.selectedIndexes()]

    def go_to(self, row: int) -> None:
        """Select this row alone."""
        index = self.rows.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete leaves files out, Enter goes on; the rest is the list's."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.unwanted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def paint_ground(painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
    """What lies under a row: selected with the accent bar, under the mouse, with the keyboard."""
    colours = theme()
    state = option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, colours.current)
        painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), colours.accent)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, colours.hover)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(colours.accent, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def state_ink(state: State, colours: Theme | None = None) -> QColor:
    """The colour of a state's sign."""
    colours = colours or theme()
    inks: dict[State, QColor] = {
        "waiting": colours.ink_faint,
        "ready": colours.accent,
        "odd": colours.warning,
        "there": colours.ink_faint,
        "failed": colours.error,
        "taken": colours.ok,
    }
    return inks[state]
