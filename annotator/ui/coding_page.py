"""The page where a person codes: articles, text, strip, codes, side by side in a splitter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.ui.article.paragraph_view import ParagraphView
from annotator.ui.article.strip import Strip
from annotator.ui.article_list import ArticleList
from annotator.ui.done_bar import DoneBar
from annotator.ui.messages import tr
from annotator.ui.panel.code_panel import CodePanel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from annotator.session import Session
    from annotator.session.views import Happened
    from annotator.ui.empty_page import EmptyPage
    from annotator.ui.panel.definitions import Definitions

# In pixels; the text has the rest.
_WIDTHS = {"articles": 232, "definitions": 300, "panel": 358}
_TEXT_LEAST = 560
_ROOM_FOR_FOUR = 1650


class CodingPage(QWidget):
    """Holds the panes and passes on what happened."""

    panes_moved = Signal(dict)  # widths in pixels by name

    def __init__(self, no_article: EmptyPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._wants = {"articles": True, "definitions": False}
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
        self._widths = dict(_WIDTHS)
        self.splitter.splitterMoved.connect(self._moved)
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
        self.middle.setCurrentIndex(0 if self.has_article else 1)
        self._show_panes()

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

    def show_definitions(self, on: bool) -> None:
        """Put the definitions between text and codes, or take them away."""
        self._wants["definitions"] = on
        if on and self.definitions is None:
            from annotator.ui.panel.definitions import Definitions  # opened when needed

            self.definitions = Definitions()
            self.definitions.setMinimumWidth(240)
            self.definitions.set_session(self._session)
            self.splitter.insertWidget(2, self.definitions)
        self._show_panes()

    def show_articles(self, on: bool) -> None:
        """The list of articles at the left."""
        self._wants["articles"] = on
        self._show_panes()

    def _show_panes(self) -> None:
        """The list makes room for the definitions, unless there is room for both."""
        has_definitions = self._wants["definitions"] and not self.is_reading_only
        has_room = self.width() >= _ROOM_FOR_FOUR or not has_definitions
        if self.definitions is not None:
            self.definitions.setVisible(has_definitions)
        self.articles.setVisible(self._wants["articles"] and has_room and not self.is_reading_only)
        self.panel.setVisible(self.has_article and not self.is_reading_only)
        self._share_width()

    @property
    def has_article(self) -> bool:
        """Whether there is something to read."""
        return self._session is not None and self._session.document is not None

    def _named_panes(self) -> dict[str, QWidget]:
        panes: dict[str, QWidget | None] = {
            "articles": self.articles,
            "definitions": self.definitions,
            "panel": self.panel,
        }
        return {name: pane for name, pane in panes.items() if pane is not None}

    def _share_width(self) -> None:
        """Each pane its own width, the text what is left."""
        widths = {
            pane: self._widths[name] if pane.isVisibleTo(self) else 0
            for name, pane in self._named_panes().items()
        }
        text = self.width() - sum(widths.values())
        for pane, width in widths.items():
            # In a narrow window they give way to the text: the list first, the codes last.
            given = max(min(_TEXT_LEAST - text, width - pane.minimumWidth()), 0)
            widths[pane] = width - given
            text += given
        panes = (self.splitter.widget(n) for n in range(self.splitter.count()))
        self.splitter.setSizes([widths.get(pane, text) for pane in panes if pane is not None])

    def _moved(self) -> None:
        for name, pane in self._named_panes().items():
            if not pane.isHidden():
                self._widths[name] = pane.width()
        self.panes_moved.emit(self._widths)

    def restore_widths(self, widths_px: dict[str, int]) -> None:
        """Give the panes the widths that somebody has chosen."""
        self._widths = {**_WIDTHS, **widths_px}
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wider window may have room for another pane."""
        super().resizeEvent(event)
        self._show_panes()

    def set_reading_only(self, on: bool) -> None:
        """Only the article: lists, codes and margin step aside."""
        self.is_reading_only = on
        self.view.set_reading_only(on)
        self._show_panes()

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


def no_article_words() -> tuple[str, str]:
    """What an empty project says."""
    return (
        tr("No articles yet"),
        tr("Import text files, or drop them here. A blank line parts the paragraphs."),
    )
