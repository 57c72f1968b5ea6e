"""The articles of the project: title, length and how far each is. May import the session's views.

100,000 articles stay smooth: rows are painted, never made, and progress is asked for rows on the
screen only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.fonts import interface_font
from annotator.ui.messages import tr
from annotator.ui.theme import Theme, theme

if TYPE_CHECKING:
    from annotator.model import Document
    from annotator.session import Session
    from annotator.session.views import Happened, Progress

FILTER_FROM = 13  # a filter box only where the list is longer than a glance
_ROW_HEIGHT = 48
_RING = 15.0

Index = QModelIndex | QPersistentModelIndex


class ArticleRows(QAbstractListModel):
    """The session's documents, those that the filter lets through."""

    def __init__(self) -> None:
        super().__init__()
        self._session: Session | None = None
        self._documents: tuple[Document, ...] = ()
        self._rows: list[int] = []
        self._typed = ""

    def set_session(self, session: Session | None) -> None:
        """Show another session's documents."""
        self._session = session
        self.reread()

    def reread(self) -> None:
        """Articles came or went."""
        self.beginResetModel()
        self._documents = self._session.documents if self._session else ()
        self._sift()
        self.endResetModel()

    def sift(self, typed: str) -> None:
        """Keep the articles whose title, author or outlet contain every word typed."""
        self.beginResetModel()
        self._typed = typed
        self._sift()
        self.endResetModel()

    def _sift(self) -> None:
        words = self._typed.casefold().split()
        self._rows = [
            number
            for number, document in enumerate(self._documents)
            if not words or all(word in _searched(document) for word in words)
        ]

    @property
    def n_documents(self) -> int:
        """All of them, sifted out or not."""
        return len(self._documents)

    def document(self, row: int) -> Document:
        """The document in this row."""
        return self._documents[self._rows[row]]

    def row_of(self, document: Document) -> int | None:
        """The row of a document, None if it is sifted out."""
        for row, number in enumerate(self._rows):
            if self._documents[number].id == document.id:
                return row
        return None

    def progress(self, row: int) -> Progress | None:
        """How far the document in this row is."""
        return self._session.progress(self.document(row).id) if self._session else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """How many rows are let through."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title; for a screen reader the title with its progress."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.document(index.row()).title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = self.document(index.row()).title
            return f"{title}, {progress_words(self.progress(index.row()))}"
        return None


class ArticleDress(QStyledItemDelegate):
    """Paints a row: ring, title, words; the open article with the accent bar."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows alike."""
        return QSize(160, _ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        rows = index.model()
        assert isinstance(rows, ArticleRows)
        progress = rows.progress(index.row())
        colours = theme()
        rect = QRectF(option.rect)
        state = option.state
        is_open = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_open:
            painter.fillRect(rect, colours.current)
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), colours.accent)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colours.hover)
        paint_ring(painter, QRectF(rect.left() + 16, rect.top() + 9, _RING, _RING), progress)
        text = rect.adjusted(42, 6, -10, -6)
        _paint_elided(painter, text, rows.document(index.row()).title, 14, colours.ink)
        below = text.adjusted(0, 20, 0, 0)
        _paint_elided(painter, below, progress_words(progress), 12, colours.ink_faint)
        if state & QStyle.StateFlag.State_HasFocus and not is_open:
            painter.setPen(QPen(colours.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()


class ArticleList(QWidget):
    """Heading, filter, list, and the counts of the open article."""

    chosen = Signal(object)  # a Document
    left = Signal()  # Esc: back to the text

    _dressed: Theme | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._progress: Progress | None = None
        self.rows = ArticleRows()
        self.heading = _heading()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Filter by title, author, outlet"))
        self.filter.setAccessibleName(tr("Filter by title, author, outlet"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFont(interface_font(13))
        self.filter.textChanged.connect(self._filtered)
        self.list = _list_view()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(ArticleDress(self.list))
        self.list.clicked.connect(self._chosen)
        self.list.activated.connect(self._chosen)
        self.nothing = _words(tr("No article matches."))
        self.this_article = _heading()
        self.counts = _words("")
        self._lay_out()
        self._dress()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.heading)
        box = QVBoxLayout()
        box.setContentsMargins(16, 4, 12, 4)
        box.addWidget(self.filter)
        layout.addLayout(box)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 100)
        layout.addSpacing(14)
        layout.addWidget(self.this_article)
        layout.addWidget(self.counts)
        layout.addSpacing(12)
        layout.addStretch(1)

    # ------------------------------------------------------------------ session

    def set_session(self, session: Session | None) -> None:
        """Show this session's articles."""
        self._session = session
        self.filter.clear()
        self.rows.set_session(session)
        self._show_all()

    def on_happened(self, happened: Happened) -> None:
        """Redraw what changed."""
        if happened.articles:
            self.rows.reread()
        if happened.articles or happened.document:
            self.list.viewport().update()
            self._show_all()
        elif happened.paragraphs or happened.status:
            self._show_progress()

    def _show_all(self) -> None:
        n = self.rows.n_documents
        self.heading.setText(tr("Articles · {n}", n=n).upper())
        self.filter.setVisible(n >= FILTER_FROM or bool(self.filter.text()))
        self._show_open()
        self._show_counts()

    def _show_open(self) -> None:
        # A short list ends where its rows do, so that the counts stand right below it.
        self.list.setMaximumHeight(max(self.rows.rowCount(), 1) * _ROW_HEIGHT)
        self.nothing.setVisible(self.rows.rowCount() == 0 and self.rows.n_documents > 0)
        document = self._session.document if self._session else None
        row = self.rows.row_of(document) if document else None
        if row is None:
            self.list.clearSelection()
        elif self.list.currentIndex() != self.rows.index(row):
            self.list.setCurrentIndex(self.rows.index(row))

    def _show_progress(self) -> None:
        """The open article's row and counts, if an answer has changed them: most do not."""
        document = self._session.document if self._session else None
        if self._session and document and self._session.progress(document.id) != self._progress:
            row = self.rows.row_of(document)
            if row is not None:
                # Not dataChanged: it would have the whole list laid out and painted anew.
                self.list.update(self.rows.index(row))
            self._show_counts()

    def _show_counts(self) -> None:
        session = self._session
        document = session.document if session else None
        for widget in (self.this_article, self.counts):
            widget.setVisible(document is not None)
        if session and document:
            self.this_article.setText(tr("This article").upper())
            self._progress = session.progress(document.id)
            self.counts.setText("\n".join(count_words(self._progress)))

    # ------------------------------------------------------------------ hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.filter.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _filtered(self, typed: str) -> None:
        self.rows.sift(typed)
        self._show_open()

    def _chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(self.rows.document(index.row()))

    def changeEvent(self, event: QEvent) -> None:
        """Colours go with the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._dressed not in (None, theme()):
            self._dress()

    def _dress(self) -> None:
        self._dressed = theme()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, theme().ink_faint)
        for label in (self.heading, self.this_article, self.counts, self.nothing):
            label.setPalette(palette)
        ground = QPalette()
        ground.setColor(QPalette.ColorRole.Base, theme().window)
        self.list.setPalette(ground)


# ------------------------------------------------------------------ words and paint


def progress_words(progress: Progress | None) -> str:
    """`29 ¶ · 12 coded`, `38 ¶ · done`, `44 ¶`."""
    if progress is None:
        return ""
    length = f"{progress.n_paragraphs} ¶"
    if progress.state == "done":
        return f"{length} · {tr('done')}"
    if progress.n_done:
        return f"{length} · {tr('{n} coded', n=progress.n_done)}"
    return length


def count_words(progress: Progress) -> list[str]:
    """The open article's counts, a line each; what is nought is left out."""
    lines = [tr("{done} of {all} coded", done=progress.n_done, all=progress.n_units)]
    if progress.n_cannot_tell:
        lines.append(tr("{n} cannot tell", n=progress.n_cannot_tell))
    if progress.n_skipped:
        lines.append(tr("{n} skipped", n=progress.n_skipped))
    if progress.n_notes:
        one, many = tr("1 note"), tr("{n} notes", n=progress.n_notes)
        lines.append(one if progress.n_notes == 1 else many)
    return lines


def paint_ring(painter: QPainter, rect: QRectF, progress: Progress | None) -> None:
    """A ring, filled clockwise from the top as far as the article is done."""
    colours = theme()
    ring = rect.adjusted(2, 2, -2, -2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colours.line, 4))
    painter.drawEllipse(ring)
    if progress and progress.n_done:
        share = progress.n_done / progress.n_units
        pen = QPen(colours.accent, 4)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(ring, 90 * 16, -round(360 * 16 * share))


def _searched(document: Document) -> str:
    return f"{document.title}\n{document.author or ''}\n{document.outlet or ''}".casefold()


def _paint_elided(painter: QPainter, rect: QRectF, text: str, size_px: int, ink: QColor) -> None:
    font = interface_font(size_px)
    painter.setFont(font)
    painter.setPen(ink)
    metrics = QFontMetricsF(font)
    # A title is one line here, whatever it holds.
    line = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, line)


def _list_view() -> QListView:
    view = QListView()
    view.setUniformItemSizes(True)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    view.setMouseTracking(True)
    view.setAccessibleName(tr("Articles"))
    return view


def _heading() -> QLabel:
    label = _words("")
    font = interface_font(12, QFont.Weight.DemiBold)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
    label.setFont(font)
    return label


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(interface_font(13))
    label.setContentsMargins(16, 0, 12, 0)
    label.setWordWrap(True)
    return label
