"""The position control: one cell a code, and one for not addressed. Imports only Qt."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.dress import CAP_PX, face, put_name, put_tooltip
from annotator.ui.keycap import draw_keycap, keycap_width
from annotator.ui.panel.small_button import PanelButton
from annotator.ui.theme import theme

CELL_WIDTH = 31
CELL_LEAST = 27
CELL_HEIGHT = 26


class Column(Struct, frozen=True):
    """A column of the control: what it answers, its sign, its word and its key."""

    key: str
    sign: str
    word: str
    shortcut: str


class SegmentCell(PanelButton):
    """One cell."""

    def __init__(self, key: str, parent: QWidget):
        super().__init__(parent)
        self.key = key
        self.is_first = self.is_last = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign; the chosen one on colour, not addressed on grey."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme()
        ink = colours.ink_faint
        if self.isChecked():
            is_none = self.key == "none"
            painter.setClipPath(self._outline())
            painter.fillRect(self.rect(), colours.line if is_none else colours.accent)
            ink = colours.ink if is_none else colours.accent_ink
        elif self.underMouse():
            painter.setClipPath(self._outline())
            painter.fillRect(self.rect(), colours.hover)
            ink = colours.ink
        painter.setClipping(False)
        painter.setPen(ink)
        painter.setFont(face(CAP_PX))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _outline(self) -> QPainterPath:
        """The cell with the control's round corners where it is the first or the last."""
        area = QRectF(self.rect()).adjusted(1 if self.is_first else 0, 1, -1, -1)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(area, 4, 4)
        if not self.is_first:
            path.addRect(area.adjusted(0, 0, -6, 0))
        if not self.is_last:
            path.addRect(area.adjusted(6, 0, 1, 0))
        return path


class Segmented(QWidget):
    """A row of cells, of which one may be chosen. `picked` says which was clicked."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._cells: list[SegmentCell] = []
        self._chosen: str | None = None
        self._subject = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def cells(self) -> tuple[SegmentCell, ...]:
        """The cells in order."""
        return tuple(self._cells)

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Take these columns; the same ones again cost nothing."""
        if columns == self._columns:
            return
        if [one.key for one in columns] != [one.key for one in self._columns]:
            self._make_cells(columns)
        self._columns = columns
        for cell, column in zip(self._cells, columns, strict=True):
            cell.setText(column.sign)
        self._name_cells()

    def show_chosen(self, chosen: str | None, subject: str) -> None:
        """Mark the chosen column; `subject` is said after its word: target and voice."""
        if subject != self._subject:
            self._subject = subject
            self._name_cells()
        if chosen != self._chosen:
            self._chosen = chosen
            for cell in self._cells:
                cell.setChecked(cell.key == chosen)

    def sizeHint(self) -> QSize:
        """Cells of their best width."""
        return QSize(CELL_WIDTH * len(self._cells) + 1, CELL_HEIGHT)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Share the width."""
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame and the lines between cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme()
        painter.setPen(QPen(colours.line, 1))
        painter.setBrush(colours.paper)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        for cell in self._cells[1:]:
            x = cell.x() - 0.5
            painter.drawLine(int(x), 1, int(x), self.height() - 2)
        painter.end()

    @Slot()
    def _on_clicked(self) -> None:
        cell = self.sender()
        if isinstance(cell, SegmentCell):
            self.picked.emit(cell.key)

    def _make_cells(self, columns: tuple[Column, ...]) -> None:
        for cell in self._cells:
            cell.deleteLater()
        self._cells = [SegmentCell(column.key, self) for column in columns]
        self._chosen = None
        for cell in self._cells:
            cell.clicked.connect(self._on_clicked)
            cell.setVisible(True)
        if self._cells:
            self._cells[0].is_first = self._cells[-1].is_last = True
        self._place()

    def _place(self) -> None:
        if not self._cells:
            return
        share = self.width() / len(self._cells)
        for number, cell in enumerate(self._cells):
            left, right = round(number * share), round((number + 1) * share)
            cell.setGeometry(left, 0, right - left, self.height())

    def _name_cells(self) -> None:
        for cell, column in zip(self._cells, self._columns, strict=True):
            name = f"{column.word}, {self._subject}" if self._subject else column.word
            put_name(cell, name)
            put_tooltip(cell, f"{name} ({column.shortcut})" if column.shortcut else name)


class ColumnCaps(QWidget):
    """The keys above the columns."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._right = 0
        self._span = 0
        self.setFixedHeight(24)

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Show the keys of these columns."""
        if columns != self._columns:
            self._columns = columns
            put_name(self, ", ".join(f"{one.shortcut} {one.word}" for one in columns))
            self.update()

    def align(self, right: int, span: int) -> None:
        """Stand above a control of this width, this far from the right edge."""
        if (right, span) != (self._right, self._span):
            self._right, self._span = right, span
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the caps, each over the middle of its column."""
        if not self._columns:
            return
        painter = QPainter(self)
        left, share = self.width() - self._right - self._span, self._span / len(self._columns)
        for number, column in enumerate(self._columns):
            x = left + (number + 0.5) * share - keycap_width(column.shortcut) / 2
            draw_keycap(painter, round(x), 1, column.shortcut)
        painter.end()
