"""The paragraphs of an article before it is taken in: number, kind, how each begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QMenu, QStyledItemDelegate, QStyleOptionViewItem

from annotator.model import KINDS, Article, Kind
from annotator.text.doubts import doubtful
from annotator.ui.article.kinds import DRESSES, font_of, kind_word
from annotator.ui.fonts import interface_font
from annotator.ui.importing.files import paint_ground
from annotator.ui.importing.paint import paint_ends, paint_line
from annotator.ui.importing.words import accessible_paragraph
from annotator.ui.messages import tr
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex

_ROW_HEIGHT = 52
_NUMBER_END, _KIND_LEFT, _TEXT_LEFT = 46, 58, 158
_SIZE_PX = 15


class ParagraphRows(QAbstractListModel):
    """An article's paragraphs, all or the doubtful ones."""

    def __init__(self) -> None:
        super().__init__()
        self.article: Article | None = None
        self.doubts: frozenset[int] = frozenset()
        self._numbers: Sequence[int] = ()

    def show(self, article: Article | None, *, only_doubtful: bool = False) -> None:
        """Show these paragraphs."""
        self.beginResetModel()
        self.article = article
        doubts = doubtful(article) if article else ()
        self.doubts = frozenset(doubts)
        n = len(article.paragraphs) if article else 0
        self._numbers = doubts if only_doubtful else range(n)
        self.endResetModel()

    def number(self, row: int) -> int:
        """The number of the paragraph in this row, from 0."""
        return self._numbers[row]

    def row_of(self, number: int) -> int | None:
        """The row of a paragraph; that of the one after it if it is not shown; None if none is."""
        return next((row for row, each in enumerate(self._numbers) if each >= number), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """How many paragraphs are shown."""
        return 0 if parent.isValid() else len(self._numbers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text; for a screen reader with its number and kind."""
        assert self.article is not None
        number = self._numbers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.article.paragraphs[number].text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return accessible_paragraph(self.article, number, self.doubts)
        return None


class ParagraphDress(QStyledItemDelegate):
    """Paints a paragraph's row in the dress of its kind."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows alike."""
        return QSize(300, _ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        rows = index.model()
        assert isinstance(rows, ParagraphRows)
        assert rows.article is not None
        number = rows.number(index.row())
        paragraph = rows.article.paragraphs[number]
        colours = theme()
        rect = QRectF(option.rect)
        painter.save()
        paint_ground(painter, rect, option)
        if number in rows.doubts:
            painter.fillRect(
                QRectF(rect.left() + 6, rect.top() + 6, 3, rect.height() - 12), colours.warning
            )
        painter.setFont(interface_font(12))
        painter.setPen(colours.ink_faint)
        place = QRectF(rect.left(), rect.top() + 7, _NUMBER_END, 20)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(number + 1))
        kind = QRectF(rect.left() + _KIND_LEFT, rect.top() + 7, _TEXT_LEFT - _KIND_LEFT - 8, 20)
        is_body = paragraph.kind == "body"
        weight = QFont.Weight.Normal if is_body else QFont.Weight.DemiBold
        ink = colours.ink_faint if is_body else colours.ink
        paint_line(painter, kind, kind_word(paragraph.kind), interface_font(12, weight), ink)
        dress = DRESSES[paragraph.kind]
        ink = colours.ink_faint if dress.is_faint else colours.ink
        text = rect.adjusted(_TEXT_LEFT, 4, -12, -2)
        # Rows are alike, so that a title keeps the size of the text, but not its weight.
        font = font_of(dress, round(_SIZE_PX / dress.scale))
        paint_ends(painter, text, paragraph.text, font, ink)
        painter.restore()


class ParagraphList(QListView):
    """Keys: 1 to 9 a kind, M merges with the next, Enter parts, N the next doubtful."""

    kind_chosen = Signal(str)
    merge_wanted = Signal()
    parting_wanted = Signal()
    next_wanted = Signal()
    undo_wanted = Signal()
    left = Signal()
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = ParagraphRows()
        self.setModel(self.rows)
        self.setItemDelegate(ParagraphDress(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Paragraphs"))
        self.selectionModel().currentRowChanged.connect(self._moved)

    def show_article(
        self, article: Article | None, *, only_doubtful: bool, number: int = 0
    ) -> None:
        """Show these paragraphs, and go to one."""
        self.rows.show(article, only_doubtful=only_doubtful)
        self.go_to(number)
        self.moved.emit()

    @property
    def number(self) -> int | None:
        """The paragraph that is current, from 0."""
        index = self.currentIndex()
        return self.rows.number(index.row()) if index.isValid() else None

    def go_to(self, number: int) -> None:
        """Make a paragraph current; the next one that is shown, else the last."""
        row = self.rows.row_of(number)
        index = self.rows.index(self.rows.rowCount() - 1 if row is None else row)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def next_doubtful(self) -> bool:
        """Go to the next doubtful paragraph of the article; whether there is one."""
        here = self.number
        later = [each for each in self.rows.doubts if here is None or each > here]
        if later:
            self.go_to(min(later))
        return bool(later)

    def _moved(self) -> None:
        self.moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """An empty list says why it is empty."""
        super().paintEvent(event)
        article = self.rows.article
        if article is None or self.rows.rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setFont(interface_font(13))
        painter.setPen(theme().ink_faint)
        words = tr("No paragraph of this article is doubtful.")
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, words)
        painter.end()

    # ------------------------------------------------------------------ hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of this list; what is none of them goes to Qt."""
        signals = {
            Qt.Key.Key_M: self.merge_wanted,
            Qt.Key.Key_Return: self.parting_wanted,
            Qt.Key.Key_Enter: self.parting_wanted,
            Qt.Key.Key_N: self.next_wanted,
            Qt.Key.Key_Escape: self.left,
        }
        digit = event.key() - Qt.Key.Key_1
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if plain and 0 <= digit < len(KINDS):
            self.kind_chosen.emit(KINDS[digit])
        elif plain and event.key() in signals:
            signals[Qt.Key(event.key())].emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the kind offers the others."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and self.indexAt(place).isValid() and _KIND_LEFT <= place.x() < _TEXT_LEFT:
            self.show_menu(event.globalPosition().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu by its key or the right button."""
        if self.number is not None:
            place = self.visualRect(self.currentIndex()).bottomLeft() + QPoint(_KIND_LEFT, 0)
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            self.show_menu(self.viewport().mapToGlobal(place) if by_key else event.globalPos())

    def show_menu(self, place: QPoint) -> None:
        """The kinds with their digits, and what else can be done."""
        self.menu_for_paragraph().popup(place)

    def menu_for_paragraph(self) -> QMenu:
        """The menu of the current paragraph; it goes when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = self._kind()
        for number, kind in enumerate(KINDS, start=1):
            action = menu.addAction(f"&{number}  {kind_word(kind)}")
            action.setCheckable(True)
            action.setChecked(kind == now)
            action.setData(kind)
        menu.addSeparator()
        for words, signal in (
            (tr("Merge with the next paragraph"), self.merge_wanted),
            (tr("Part this paragraph…"), self.parting_wanted),
            (tr("Take the last change back"), self.undo_wanted),
        ):
            menu.addAction(words).triggered.connect(signal)
        menu.triggered.connect(self._picked)
        return menu

    def _picked(self, action: object) -> None:
        kind = action.data()  # type: ignore[attr-defined]  # a QAction
        if kind:
            self.kind_chosen.emit(kind)

    def _kind(self) -> Kind | None:
        article, number = self.rows.article, self.number
        if article is None or number is None:
            return None
        return article.paragraphs[number].kind
