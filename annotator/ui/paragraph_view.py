"""The article: every paragraph with its answers beside it, scrolled, selected in, never edited.

Imports the session and the parts of the view. It draws what the session says; it asks the session
for everything that changes an answer or the place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from annotator.ui.caret import Caret
from annotator.ui.drawing import Look, draw_row
from annotator.ui.messages import tr
from annotator.ui.paragraph_menu import paragraph_menu
from annotator.ui.pointer import Pointer
from annotator.ui.sheet import Setting, Sheet
from annotator.ui.theme import theme
from annotator.ui.tooltip import plain_tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from annotator.model import Kind
    from annotator.session import Session
    from annotator.session.views import EvidenceMark, Happened, Outcome

# How far down the screen the current paragraph stands while the text moves past it.
PLACE = 0.4
DEFAULT_SIZE, DEFAULT_CHARACTERS = 18, 68


class ParagraphView(QAbstractScrollArea):
    """Paragraphs as rows of a sheet: only what is in view is laid out, only what changed is drawn.

    Signals:
        selection_changed: other words are selected, or none.
        said: a Notice, of something done here with the mouse.
    """

    selection_changed = Signal()
    said = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._sheet: Sheet | None = None
        self._caret: Caret | None = None
        self._is_caret_used = False
        self._current = 0
        self._size_px, self._characters = DEFAULT_SIZE, DEFAULT_CHARACTERS
        self._is_dimming, self._is_reading_only = True, False
        self._is_settling = self._is_led_by_mouse = False
        self._pointer = Pointer(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Article"))

    # -------------------------------------------------------------- session and settings

    @property
    def session(self) -> Session | None:
        """Whose article is shown."""
        return self._session

    @property
    def sheet(self) -> Sheet | None:
        """The rows of the open article, None while none is open."""
        return self._sheet

    def set_session(self, session: Session | None) -> None:
        """Show the session's article, or nothing."""
        self._session = session
        self._open()

    def on_happened(self, happened: Happened) -> None:
        """Redraw what changed; follow where the session went."""
        if happened.document or self._sheet is None:
            self._open()
            return
        self._show_changed(happened.paragraphs)
        if happened.moved:
            self._follow()

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
        self._drop_caret()
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
                self.viewport().update(self._rect_of(row))

    def _follow(self) -> None:
        """The session went elsewhere: the text moves so that the place stays."""
        assert self._session
        assert self._sheet
        if self._current != self._session.position:
            self._current = self._session.position
            self._drop_caret()
        grown = self._sheet.put_instructions()
        if self._is_led_by_mouse:
            self._settle(self.verticalScrollBar().value() + grown)
        else:
            self._bring_current()
        self.viewport().update()

    def _bring_current(self) -> None:
        """Scroll so that the current paragraph stands at its place, whole if it fits."""
        sheet = self._sheet
        if sheet is None:
            self._settle(0)
            return
        self._current = max(min(self._current, len(sheet) - 1), 0)
        sheet.measure(self._current)
        page = self.viewport().height()
        height = sheet.height(self._current)
        place = max(min(round(page * PLACE), page - height - sheet.pad), 0)
        self._settle(sheet.top(self._current) - place, self._current)

    def scroll_to(self, row: int) -> None:
        """Bring a row into view without going there."""
        if self._sheet is not None:
            self._settle(self._sheet.top(row) - self.viewport().height() // 3, row)
            self.viewport().update()

    def go_by_mouse(self, row: int) -> None:
        """Make a row current that is under the pointer: the text stays where it is."""
        assert self._session
        self._is_led_by_mouse = True
        self._session.go_to(row)
        self._is_led_by_mouse = False

    # -------------------------------------------------------------- caret and selection

    @property
    def caret(self) -> Caret | None:
        """The caret of the current paragraph; None at the stop *Whole article*."""
        session = self._session
        if session is None or self._sheet is None or self._current >= len(session.paragraphs):
            return None
        if self._caret is None:
            text = session.paragraphs[self._current].text
            self._caret = Caret(text, session.words(), session.sentence_at)
        return self._caret

    def caret_moved(self) -> None:
        """Show the caret and what is selected now."""
        self._is_caret_used = True
        self._show_caret()

    def _show_caret(self) -> None:
        if self._sheet is not None and self._current < len(self._sheet):
            self.viewport().update(self._rect_of(self._current))
        self.selection_changed.emit()

    def _drop_caret(self) -> None:
        had_selection = self.selection() is not None
        self._caret = None
        self._is_caret_used = False
        if had_selection:
            self.selection_changed.emit()

    def selection(self) -> tuple[int, int] | None:
        """The selected words of the current paragraph in code points, None if there are none."""
        return self._caret.selection if self._caret else None

    def clear_selection(self) -> None:
        """Select nothing; the caret stays where it is, out of sight."""
        if self._caret is not None:
            self._caret.collapse()
            self._is_caret_used = False
            self._show_caret()

    def move_caret(
        self, by: Literal["character", "word"], direction: Literal[-1, 1], extend: bool = False
    ) -> None:
        """Move the caret left (-1) or right (1) as seen on the screen; `extend` selects."""
        caret = self.caret
        if caret is None or self._sheet is None:
            return
        block = self._sheet.row(self._current).block
        assert block
        if by == "word":
            target = caret.word_edge(forward=(direction > 0) != block.is_rtl)
        elif caret.selection and not extend:
            # As everywhere: the first step lets go of the selection, at that end of it.
            target = caret.selection[(direction > 0) != block.is_rtl]
        else:
            target = block.step(caret.position, to_right=direction > 0)
        caret.place(target, extend=extend)
        self.caret_moved()

    def extend_word(self, direction: Literal[-1, 1]) -> None:
        """Select one word more to this side."""
        self.move_caret("word", direction, extend=True)

    def select_sentence(self) -> None:
        """Select the sentence at the caret; again: the next one too."""
        if (caret := self.caret) is not None:
            caret.select_sentence()
            self.caret_moved()

    def select_next_word_starting(self, letters: str) -> bool:
        """Select the next word that begins with these letters; False if there is none."""
        caret = self.caret
        if caret is None or not caret.select_next_word(letters):
            return False
        self.caret_moved()
        return True

    def copy(self) -> None:
        """Put the selected words on the clipboard."""
        caret = self._caret
        if caret is not None and caret.selection:
            start, end = caret.selection
            QGuiApplication.clipboard().setText(caret.text[start:end])

    # -------------------------------------------------------------- the menu's slots

    def take_away(self, mark: EvidenceMark) -> None:
        """Take a piece of evidence of the current paragraph away; the code stays."""
        assert self._session
        self._say(self._session.remove_evidence(mark))

    def set_kind(self, position: int, kind: Kind) -> None:
        """Say what kind of paragraph this is."""
        assert self._session
        self._say(self._session.set_kind(position, kind))

    def _say(self, outcome: Outcome) -> None:
        if outcome.notice is not None:
            self.said.emit(outcome.notice)

    # -------------------------------------------------------------- drawing

    def _rect_of(self, row: int) -> QRect:
        assert self._sheet
        top = self._sheet.top(row) - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), self._sheet.height(row))

    def _look(self, row: int) -> Look:
        if row != self._current:
            return Look(is_dimmed=self._is_dimming)
        caret = self._caret
        return Look(
            is_current=True,
            selection=self.selection(),
            caret=caret.position if caret and self._is_caret_used else None,
        )

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
            self._settle(self.verticalScrollBar().value())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width lays out anew; another height only scrolls."""
        if event.size().width() != event.oldSize().width():
            self._lay_out_again()
        elif self._sheet is not None:
            self._settle(self.verticalScrollBar().value())

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or font: what was laid out in the old colours is made anew."""
        super().changeEvent(event)
        kinds = {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.LanguageChange}
        if event.type() in kinds:
            self._lay_out_again()

    # -------------------------------------------------------------- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The window has the keys; only copying belongs to the view."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.selection():
            self.copy()
            return
        event.ignore()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab is a key of coding: it does not leave the view."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A paragraph becomes current; the caret goes to the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select while the button is down; else show what the pointer would do."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The selection is made."""
        self._pointer.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word; a third click selects its sentence."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.double_click(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips say which code the words under the pointer show."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self._pointer.tooltip(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the paragraph under the pointer, or with the current one."""
        if self._session is None or self._sheet is None:
            return
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        row = self._current if by_key else self._pointer.row_at(event.pos().y())
        if row is None:
            return
        if row != self._current:
            self.go_by_mouse(row)
        marks = () if by_key else self._pointer.marks_at(QPointF(event.pos()))
        menu = paragraph_menu(self, row, marks)
        menu.popup(event.globalPos())
