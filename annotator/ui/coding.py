"""What the keys of a coder do: from a key press to the session and back to the status line.

Knows the window's parts (view, panel, status line) and the session. One instance a window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from annotator.ui.keys import codebook_key
from annotator.ui.messages import tr
from annotator.ui.seeking import Seeking
from annotator.ui.strokes import stroke

if TYPE_CHECKING:
    from annotator.session import Outcome, Session
    from annotator.ui.coding_page import CodingPage
    from annotator.ui.window import Window

# How long the window waits for a lock before it asks what to do, and how often it tries.
LEAVE_WAIT_MS, RETRY_MS = 2_000, 250
_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)


class Coding:
    """The actions of the group *code*, and what a key means."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.seeking = Seeking()

    @property
    def _session(self) -> Session:
        assert self._window.session is not None
        return self._window.session

    @property
    def _page(self) -> CodingPage:
        return self._window.page

    # ------------------------------------------------------------------ keys

    def press(self, event: QKeyEvent) -> bool:
        """Do what this key means here; False leaves it to whoever has the keyboard."""
        session = self._window.session
        if session is None or session.document is None or self._is_writing():
            return False
        session.touch()
        if self.seeking.is_on and self._seek_on(event):
            return True
        action = self._window.coding_actions.get(stroke(event))
        if action is not None:
            # A key held down must not answer paragraph after paragraph.
            if action.when(self._window) and (action.repeats or not event.isAutoRepeat()):
                self._window.do(action)
            return True
        return self._press_codebook_key(event)

    def _is_writing(self) -> bool:
        """Whether a text field has the keyboard; its letters are its own."""
        field = QApplication.focusWidget()
        return self._page.panel.is_editing or isinstance(field, _FIELDS)

    def _press_codebook_key(self, event: QKeyEvent) -> bool:
        pressed = codebook_key(event)
        if pressed is None:
            return False
        if event.isAutoRepeat():
            return True
        key, shift = pressed
        before = self._written()
        outcome = self._session.press(key, selection=self._page.view.selection(), shift=shift)
        if outcome is None:
            self._window.status.say_text(tr("{key} means nothing here.", key=key.upper()))
            return True
        if self._written() != before or outcome.opens == "holders":
            self._page.view.clear_selection()
        self.show(outcome)
        return True

    def _written(self) -> tuple[object, ...]:
        """Changes when an answer is written, or waits to be."""
        session = self._session
        return session.saved_at, session.trouble, session.unit(session.position)

    def show(self, outcome: Outcome) -> None:
        """Say what there is to say, open what wants to be open."""
        if outcome.notice is not None:
            self._window.status.say(outcome.notice)
        else:
            # What was said was said of the key before: "Frame open" must not outlive the frame.
            self._window.status.be_quiet()
        if outcome.opens == "text" and outcome.layer is not None:
            self._page.panel.open_text(outcome.layer)
        elif outcome.opens == "holders":
            self._page.panel.open_holders(False)

    # ------------------------------------------------------------------ place

    def next(self) -> None:
        """The next paragraph, or the stop after the last."""
        if self.may_leave():
            self._session.go_next()

    def previous(self) -> None:
        """The paragraph before."""
        if self.may_leave():
            self._session.go_previous()

    def page(self, direction: Literal[-1, 1]) -> None:
        """As many paragraphs on as the view shows."""
        if self.may_leave():
            position = self._session.position + direction * self._page.n_visible()
            self._session.go_to(min(max(position, 0), self._session.n_stops - 1))

    def first(self) -> None:
        """The first paragraph."""
        if self.may_leave():
            self._session.go_to(0)

    def last(self) -> None:
        """The last stop."""
        if self.may_leave():
            self._session.go_to(self._session.n_stops - 1)

    def next_open(self) -> None:
        """Space."""
        if self.may_leave():
            self.show(self._session.next_open())

    def next_article(self) -> None:
        """The next one that is not done."""
        document = self._session.next_document()
        if document is None:
            self._window.status.say_text(tr("Every article is done."))
        elif self.may_leave():
            self._session.open(document.id)

    # ------------------------------------------------------------------ answers

    def rest(self) -> None:
        """Enter."""
        if self.may_leave():
            self.show(self._session.rest_not_addressed())

    def next_target(self) -> None:
        """Tab."""
        self.show(self._session.next_target())

    def previous_target(self) -> None:
        """Shift+Tab."""
        self.show(self._session.previous_target())

    def holders(self, *, give: bool) -> None:
        """The inline list of voices, for the next position or for the last one."""
        self._page.panel.open_holders(give)

    def cannot_tell(self) -> None:
        """U."""
        self.show(self._session.cannot_tell())

    def skip(self) -> None:
        """Shift+U."""
        self.show(self._session.skip())

    def confidence(self) -> None:
        """C."""
        self.show(self._session.cycle_confidence())

    def note(self) -> None:
        """N, where there is an answer for it to belong to."""
        refusal = self._session.can_note()
        if refusal is not None:
            self._window.status.say(refusal)
        else:
            self._page.panel.open_note()

    def undo(self) -> None:
        """Take back the last step, and go there."""
        if self.may_leave():
            self.show(self._session.undo())

    def redo(self) -> None:
        """Do it again, and go there."""
        if self.may_leave():
            self.show(self._session.redo())

    # ------------------------------------------------------------------ words

    def caret(
        self, by: Literal["character", "word"], direction: Literal[-1, 1], *, extend: bool = False
    ) -> None:
        """Move the caret of the current paragraph."""
        self._page.view.move_caret(by, direction, extend)

    def sentence(self) -> None:
        """The sentence at the caret; the next one too, when pressed again."""
        self._page.view.select_sentence()

    def seek(self) -> None:
        """From now on letters name the word to select."""
        self.seeking.begin()
        self._window.status.say_text(tr("Letters the word begins with; Enter takes it."))

    def _seek_on(self, event: QKeyEvent) -> bool:
        typed = self.seeking.take(event)
        if typed is None:
            if not self.seeking.is_on:
                self._window.status.be_quiet()
            return self.seeking.has_taken
        found = self._page.view.select_next_word_starting(typed)
        self._window.status.say_text(
            f", {typed}" if found else tr("No word begins with {w}.", w=typed)
        )
        return True

    def deselect(self) -> None:
        """Esc."""
        self._page.view.clear_selection()
        self._window.status.be_quiet()

    def copy(self) -> None:
        """What is selected, in a field or in the current paragraph."""
        field = QApplication.focusWidget()
        if isinstance(field, _FIELDS):
            field.copy()
            return
        selection = self._page.view.selection()
        if selection is not None:
            start, end = selection
            QGuiApplication.clipboard().setText(
                self._session.unit(self._session.position).text[start:end]
            )

    # ------------------------------------------------------------------ not saved

    def may_leave(self) -> bool:
        """Whether all is on the disk: waits a moment for it, then asks."""
        session = self._window.session
        if session is None or session.trouble is None or self._wait_until_saved():
            return True
        from annotator.ui.dialogs.unsaved import give_up  # seldom needed

        assert session.trouble is not None
        if not give_up(self._window, session.trouble, lambda: session.trouble is None):
            # While it was asked, the window went on trying.
            return session.trouble is None
        session.give_up()
        return True

    def _wait_until_saved(self) -> bool:
        """Retry for a while without freezing the window."""
        if self._session.retry():
            return True
        loop = QEventLoop()
        end, tick = QTimer(singleShot=True), QTimer()
        end.timeout.connect(loop.quit)
        end.start(LEAVE_WAIT_MS)

        def try_again() -> None:
            if self._session.retry():
                loop.quit()

        tick.timeout.connect(try_again)
        tick.start(RETRY_MS)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        tick.stop()
        end.stop()
        return self._session.trouble is None
