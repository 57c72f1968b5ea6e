"""The article as a long sheet that is scrolled: what is in view, what must be drawn again.

Imports the session, the sheet, theme and Qt. The session's place stays about 40 % down the screen
while the text moves; what is read never jumps when an estimated height turns out wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotator.ui.article.drawing import Look, draw_row
from annotator.ui.article.sheet import Setting, Sheet
from annotator.ui.scroll_bar import ThinScrollBar
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from annotator.session import Session
    from annotator.session.views import Happened

# How far down the screen the current paragraph stands while the text moves past it.
PLACE = 0.4
DEFAULT_SIZE, DEFAULT_CHARACTERS = 18, 68


class SheetArea(QAbstractScrollArea):
    """Rows of a sheet: only what is in view is laid out, only what changed is drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._sheet: Sheet | None = None
        self._current = 0
        self._size_px, self._characters = DEFAULT_SIZE, DEFAULT_CHARACTERS
        self._is_dimming, self._is_reading_only = True, False
        self._is_settling = self._is_led_by_mouse = False
        # The reader has not scrolled away from the current paragraph since it was put in its place.
        self._is_in_place = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ThinScrollBar("paper"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # -------------------------------------------------------------- session and settings

    @property
    def session(self) -> Session | None:
        """Whose article is shown."""
        return self._session

    @property
    def sheet(self) -> Sheet | None:
        """The rows of the open article, None while none is open."""
        return self._sheet

    def rect_of(self, row: int) -> QRect:
        """Where a row stands in the viewport."""
        assert self._sheet
        top = self._sheet.top(row) - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), self._sheet.height(row))

    def row_at(self, y: int) -> int | None:
        """The row at this height of the viewport, None above the first and below the last."""
        if self._sheet is None:
            return None
        row = self._sheet.row_at(y + self.verticalScrollBar().value())
        rect = self.rect_of(row)
        return row if rect.top() <= y <= rect.bottom() else None

    def set_session(self, session: Session | None) -> None:
        """Show the session's article, or nothing."""
        self._session = session
        self._open()

    def on_happened(self, happened: Happened) -> None:
        """Redraw what changed; follow where the session went."""
        if self._sheet is None or (happened.document and happened.moved):
            self._open()
            return
        if happened.document:
            # The same article in other words: its reader stays where they are.
            self._lay_out_again()
            return
        self._show_changed(happened.paragraphs)
        if happened.moved:
            self._follow()

    @property
    def current(self) -> int:
        """The row of the session's place."""
        return self._current

    def set_text_size(self, size_px: int) -> None:
        """The size of the article's text in pixels; all that stands beside it grows along."""
        if size_px != self._size_px:
            self._size_px = size_px
            self._lay_out_again()

    def set_line_width(self, characters: int) -> None:
        """How many characters a line holds, where the window is wide enough."""
        if characters != self._characters:
            self._characters = characters
            self._lay_out_again()

    def set_dimming(self, on: bool) -> None:
        """Whether all paragraphs but the current one step back a little."""
        self._is_dimming = on
        self.viewport().update()

    def set_reading_only(self, on: bool) -> None:
        """Whether margin and evidence are hidden."""
        if on != self._is_reading_only:
            self._is_reading_only = on
            self._lay_out_again()

    def n_visible(self) -> int:
        """How many paragraphs a page holds; at least one."""
        if self._sheet is None:
            return 1
        y = self.verticalScrollBar().value()
        last = self._sheet.row_at(y + self.viewport().height())
        return max(last - self._sheet.row_at(y), 1)

    # -------------------------------------------------------------- laying out

    def _open(self) -> None:
        self._sheet = None
        self._leave_current()
        if self._session is not None and self._session.document is not None:
            self._sheet = self._new_sheet(self._session)
            self._current = self._session.position
        self._bring_current()
        self.viewport().update()

    def _new_sheet(self, session: Session) -> Sheet:
        setting = Setting(
            viewport_width=self.viewport().width(),
            size_px=self._size_px,
            characters=self._characters,
            is_reading_only=self._is_reading_only,
        )
        return Sheet(session, setting)

    def _lay_out_again(self) -> None:
        """Another width or size: the first paragraph in view stays where it is."""
        if self._sheet is None or self._session is None:
            return
        y = self.verticalScrollBar().value()
        anchor = self._anchor(y)
        offset = self._sheet.top(anchor) - y
        self._sheet = self._new_sheet(self._session)
        if self._is_in_place:
            self._bring_current()
        else:
            self._settle(self._sheet.top(anchor) - offset, anchor)
        self.viewport().update()

    def _anchor(self, y: int) -> int:
        """The row that must not move: the current one if in view, else the first measured one."""
        assert self._sheet
        first = self._sheet.row_at(y)
        last = self._sheet.row_at(y + self.viewport().height())
        if first <= self._current <= last and self._sheet.is_measured(self._current):
            return self._current
        rows = range(first, last + 1)
        return next((row for row in rows if self._sheet.is_measured(row)), first)

    def _settle(self, y: int, anchor: int | None = None) -> None:
        """Scroll to `y` and measure what is in view there; what is above the anchor pushes up."""
        sheet = self._sheet
        if sheet is None:
            self._put_scroll_bar(0, 0)
            return
        anchor = self._anchor(y) if anchor is None else anchor
        page = self.viewport().height()
        found_new = True
        while found_new:
            found_new = False
            y = max(min(y, sheet.total - page), 0)
            for row in range(sheet.row_at(y), sheet.row_at(y + page) + 1):
                if not sheet.is_measured(row):
                    found_new = True
                    grown = sheet.measure(row)
                    y += grown if row < anchor else 0
        self._put_scroll_bar(y, sheet.total)

    def _put_scroll_bar(self, y: int, total: int) -> None:
        self._is_settling = True
        bar, page = self.verticalScrollBar(), self.viewport().height()
        line = round(self._size_px * 1.55)
        bar.setRange(0, max(total - page, 0))
        bar.setSingleStep(line)
        bar.setPageStep(max(page - line, line))
        bar.setValue(y)
        self._is_settling = False

    # -------------------------------------------------------------- following the session

    def _show_changed(self, rows: frozenset[int]) -> None:
        """Only these rows: their own stripe, or all below if one grew."""
        sheet = self._sheet
        assert sheet
        y = self.verticalScrollBar().value()
        anchor, total = self._anchor(y), sheet.total
        whole = len(sheet) - 1
        in_view = range(sheet.row_at(y), sheet.row_at(y + self.viewport().height()) + 1)
        for row in {*rows, whole} if rows else ():
            if row < len(sheet):
                sheet.forget(row)
        self._settle(y, anchor)
        if sheet.total != total or self.verticalScrollBar().value() != y:
            self.viewport().update()
            return
        for row in rows:
            if row in in_view:
                self.viewport().update(self.rect_of(row))

    def _follow(self) -> None:
        """The session went elsewhere: the text moves so that the place stays."""
        assert self._session
        assert self._sheet
        if self._current != self._session.position:
            self._current = self._session.position
            self._leave_current()
        grown = self._sheet.put_instructions()
        if self._is_led_by_mouse:
            self._is_in_place = False
            self._settle(self.verticalScrollBar().value() + grown)
        else:
            self._bring_current()
        self.viewport().update()

    def _bring_current(self) -> None:
        """Scroll so that the current paragraph stands at its place, whole if it fits."""
        sheet = self._sheet
        self._is_in_place = True
        if sheet is None:
            self._settle(0)
            return
        self._current = max(min(self._current, len(sheet) - 1), 0)
        sheet.measure(self._current)
        page = self.viewport().height()
        height = sheet.height(self._current)
        place = max(min(round(page * PLACE), page - height - sheet.pad), 0)
        if self._current == 0 and sheet.top(0) + height <= page:
            # The instructions above it are seen whole.
            place = sheet.top(0)
        self._settle(sheet.top(self._current) - place, self._current)

    def go_by_mouse(self, row: int) -> None:
        """Make a row current that is under the pointer: the text stays where it is."""
        assert self._session
        self._is_led_by_mouse = True
        self._session.go_to(row)
        self._is_led_by_mouse = False

    # -------------------------------------------------------------- drawing

    def _look(self, row: int) -> Look:
        """How a row stands out; who selects words in the current one says so here."""
        return Look(is_current=row == self._current, is_dimmed=self._is_dimming)

    def _leave_current(self) -> None:
        """Another paragraph is about to be the current one."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that the event's rectangle touches."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme().paper)
        sheet = self._sheet
        if sheet is None:
            return
        scrolled = self.verticalScrollBar().value()
        top, bottom = event.rect().top() + scrolled, event.rect().bottom() + scrolled
        if sheet.box and top < sheet.head:
            at = QPointF(sheet.columns.text_left, sheet.size_px - scrolled)
            sheet.box.draw(painter, at)
        for row in range(sheet.row_at(top), sheet.row_at(bottom) + 1):
            draw_row(painter, sheet, row, sheet.top(row) - scrolled, self._look(row))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The scroll bar moved: measure what came into view, then draw."""
        if not self._is_settling:
            self._is_in_place = False
            self._settle(self.verticalScrollBar().value())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width lays out anew; another height only scrolls."""
        if event.size().width() != event.oldSize().width():
            self._lay_out_again()
        elif self._is_in_place:
            self._bring_current()
        else:
            self._settle(self.verticalScrollBar().value())

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or font: what was laid out in the old colours is made anew."""
        super().changeEvent(event)
        kinds = {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.LanguageChange}
        if event.type() in kinds:
            self._lay_out_again()
