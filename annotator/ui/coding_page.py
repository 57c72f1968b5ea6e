"""The page where a person codes: articles, text, strip, codes, side by side in a splitter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.ui.article_list import ArticleList
from annotator.ui.code_panel import CodePanel
from annotator.ui.done_bar import DoneBar
from annotator.ui.messages import tr
from annotator.ui.paragraph_view import ParagraphView
from annotator.ui.strip import Strip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from annotator.session import Session
    from annotator.session.views import Happened
    from annotator.ui.definitions import Definitions
    from annotator.ui.empty_page import EmptyPage

# Article list, text with its strip, definitions, codes: at 1440 pixels.
_WIDTHS = (232, 850, 300, 358)
_ROOM_FOR_FOUR = 1650


class CodingPage(QWidget):
    """Holds the panes and passes on what happened."""

    panes_changed = Signal()

    def __init__(self, no_article: EmptyPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._wants_definitions = False
        self.is_reading_only = False
        self.articles = ArticleList()
        self.view = ParagraphView()
        self.strip = Strip()
        self.panel = CodePanel()
        self.done = DoneBar()
        self.definitions: Definitions | None = None
        self.reading = QWidget()
        self.middle = QStackedWidget()
        self.middle.addWidget(self._reading_column())
        self.middle.addWidget(no_article)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for pane in (self.articles, self.middle, self.panel):
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(1, 1)
        self.articles.setMinimumWidth(150)
        self.middle.setMinimumWidth(380)
        self.panel.setMinimumWidth(300)
        self.splitter.setSizes([_WIDTHS[0], _WIDTHS[1], _WIDTHS[3]])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _reading_column(self) -> QWidget:
        text = QHBoxLayout()
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(0)
        text.addWidget(self.view, 1)
        text.addWidget(self.strip)
        layout = QVBoxLayout(self.reading)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(text, 1)
        layout.addWidget(self.done)
        return self.reading

    # ------------------------------------------------------------------ session

    def set_session(self, session: Session | None) -> None:
        """Show this session in every pane."""
        self._session = session
        for pane in (self.articles, self.view, self.strip, self.panel):
            pane.set_session(session)
        if self.definitions is not None:
            self.definitions.set_session(session)
        self._show_middle()
        self._show_done()

    def on_happened(self, happened: Happened) -> None:
        """Each pane redraws what changed in it."""
        for pane in (self.view, self.panel, self.strip, self.articles):
            pane.on_happened(happened)
        if happened.document or happened.articles:
            self._show_middle()
            if self.definitions is not None:
                self.definitions.refresh()
        if happened.document or happened.articles or happened.paragraphs:
            self._show_done()

    def _show_middle(self) -> None:
        has_article = self._session is not None and self._session.document is not None
        self.middle.setCurrentIndex(0 if has_article else 1)
        self.panel.setVisible(has_article and not self.is_reading_only)

    def _show_done(self) -> None:
        session = self._session
        if session is None or session.document is None:
            self.done.hide()
            return
        is_done = session.progress(session.document.id).state == "done"
        self.done.setVisible(is_done)
        if is_done:
            self.done.show_next(session.next_document())

    # ------------------------------------------------------------------ panes

    def show_definitions(self, on: bool) -> None:  # a switch
        """Put the definitions between text and codes, or take them away."""
        self._wants_definitions = on
        if self.definitions is None:
            if not on:
                return
            from annotator.ui.definitions import Definitions  # opened when needed

            self.definitions = Definitions()
            self.definitions.setMinimumWidth(240)
            self.definitions.set_session(self._session)
            self.splitter.insertWidget(2, self.definitions)
            left, middle, _, right = self.splitter.sizes()
            self.splitter.setSizes([left, middle - _WIDTHS[2], _WIDTHS[2], right])
        self.definitions.setVisible(on and not self.is_reading_only)
        self._show_articles()

    def _show_articles(self) -> None:
        """The list makes room for the definitions, unless there is room for both."""
        has_definitions = self.definitions is not None and self.definitions.isVisibleTo(self)
        has_room = self.width() >= _ROOM_FOR_FOUR or not has_definitions
        self.articles.setVisible(has_room and not self.is_reading_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wider window may have room for another pane."""
        super().resizeEvent(event)
        self._show_articles()

    def set_reading_only(self, on: bool) -> None:  # a switch
        """Only the article: lists, codes and margin step aside."""
        self.is_reading_only = on
        self.view.set_reading_only(on)
        if self.definitions is not None:
            self.definitions.setVisible(self._wants_definitions and not on)
        self._show_articles()
        self._show_middle()

    def n_visible(self) -> int:
        """How many paragraphs a page holds."""
        return self.view.n_visible()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        panes: tuple[QWidget | None, ...] = (
            self.view,
            self.panel,
            self.definitions,
            self.articles.list,
        )
        return tuple(pane for pane in panes if pane is not None and pane.isVisible())

    def save_state(self) -> QByteArray:
        """The panes' widths, with the definitions counted in only where they are."""
        return self.splitter.saveState()

    def restore_state(self, state: QByteArray) -> None:
        """Give the panes their widths back."""
        self.splitter.restoreState(state)


def no_article_words() -> tuple[str, str]:
    """What an empty project says."""
    return (
        tr("No articles yet"),
        tr("Import text files, or drop them here. A blank line parts the paragraphs."),
    )
