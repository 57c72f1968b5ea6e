"""A block of the code panel: one question, its heading word for word, and room for its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent

from annotator.session.views import Explanation
from annotator.ui.dress import GUTTER, TEXT_PX, put_name
from annotator.ui.messages import tr
from annotator.ui.panel.pile import Margins, Pile
from annotator.ui.panel.prose import Prose, Run
from annotator.ui.panel.target_row import draw_owed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.session.views import Question


class Setting(Struct, frozen=True):
    """What a block must know beside its question.

    `explanation` is None unless a code of this very question was touched last.
    """

    explanation: Explanation | None = None
    default_holder: str | None = None
    takes_holder: bool = False


class Heading(Pile):
    """A question in words, with a quiet mark while an answer is owed."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent, margins=Margins(GUTTER, 0, GUTTER, 3))
        self._is_owed = False
        self._prose = Prose(self, size_px=TEXT_PX)
        self.put(self._prose)

    @property
    def text(self) -> str:
        """The question."""
        return self._prose.text

    def ask(self, question: str, *, is_owed: bool) -> None:
        """Show this question."""
        self._prose.tell(Run(question, strong=True))
        put_name(self, question, tr("still open") if is_owed else "")
        if is_owed != self._is_owed:
            self._is_owed = is_owed
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        if self._is_owed:
            painter = QPainter(self)
            draw_owed(painter, GUTTER - 7.0, self._prose.line_height() / 2)
            painter.end()


class Block(Pile):
    """One question. `wished` tells what a click asks for, `resized` that it needs other room."""

    wished = Signal(object)
    resized = Signal()

    def __init__(self, layer: str, parent: QWidget | None = None):
        super().__init__(parent, margins=Margins(0, 0, 0, 16))
        self.layer = layer
        self.question: Question | None = None
        self.setting = Setting()
        self.heading = Heading(self)
        self.put(self.heading, below=4)

    def show_question(self, question: Question, setting: Setting) -> None:
        """Show the question as it is answered now; the same again costs nothing."""
        if question == self.question and setting == self.setting:
            return
        self.question, self.setting = question, setting
        self.heading.ask(question.question, is_owed=question.is_owed)
        self.show_answer(question)

    def show_answer(self, question: Question) -> None:
        """Show what was answered; every kind of block has its own way."""
        raise NotImplementedError

    def active_rect(self) -> QRect:
        """What must stay in sight while this block is the active one."""
        return self.heading.geometry()
