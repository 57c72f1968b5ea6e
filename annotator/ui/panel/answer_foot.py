"""The foot of the code panel: how sure, and a note, for the answer last touched."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.dress import CAP_PX, GUTTER
from annotator.ui.messages import tr
from annotator.ui.panel.confidence import ConfidenceButton
from annotator.ui.panel.note_box import NoteBox
from annotator.ui.panel.pile import Pile
from annotator.ui.panel.prose import Prose, Run
from annotator.ui.scroll_bar import BAR_WIDTH
from annotator.ui.theme import theme

_TOP, _BOTTOM, _GAP = 9, 11, 9
# In line with the rows above, which leave room for their scroll bar.
_RIGHT = GUTTER + BAR_WIDTH


class ActiveAnswer(Struct, frozen=True):
    """The answer that sureness and note belong to; `label` says which."""

    label: str = ""
    has_answer: bool = False
    takes_confidence: bool = False
    confidence: int | None = None
    note: str = ""


class AnswerFoot(QWidget):
    """Always in sight under the questions."""

    sureness_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._answer: ActiveAnswer | None = None
        self._sure_title = Prose(self, size_px=CAP_PX)
        self._note_title = Prose(self, size_px=CAP_PX)
        self.confidence = ConfidenceButton(self)
        self.confidence.clicked.connect(self._on_sureness)
        self.note = NoteBox(self)
        self.note.button.clicked.connect(self._on_note)
        self._sure = Pile(self)
        self._sure.put(self._sure_title, below=4)
        self._sure.put(self.confidence)
        self._noted = Pile(self)
        self._noted.put(self._note_title, below=4)
        self._noted.put(self.note)
        self._noted.show()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def title(self) -> str:
        """What the note belongs to, in words."""
        return self._note_title.text

    def show_answer(self, answer: ActiveAnswer) -> None:
        """Show sureness and note of this answer; the same again costs nothing."""
        if answer == self._answer:
            return
        self._answer = answer
        self._sure_title.tell(Run(tr("How sure?"), tone="faint"))
        on = tr("Note on {answer}", answer=answer.label) if answer.label else tr("Note")
        self._note_title.tell(Run(on, tone="faint"))
        self._sure.setVisible(answer.takes_confidence)
        self.confidence.show_confidence(answer.confidence)
        self.note.show_note(answer.note, answer.label)
        self.place()

    def forget(self) -> None:
        """Make every word anew next time: the interface speaks another language."""
        self._answer = None
        self.note.invite()

    def hasHeightForWidth(self) -> bool:
        """Notes wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the higher of the two."""
        sure = 0 if self._sure.isHidden() else self._sure.heightForWidth(self._sure_width())
        return max(sure, self._noted.heightForWidth(self._note_width(width))) + _TOP + _BOTTOM

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Place the two anew."""
        self.place()

    def place(self) -> None:
        """Sureness at the left, the note in the rest."""
        sure, note = self._sure_width(), self._note_width(self.width())
        self._sure.setGeometry(GUTTER, _TOP, sure, self._sure.heightForWidth(sure))
        left = self.width() - _RIGHT - note
        self._noted.setGeometry(left, _TOP, note, self._noted.heightForWidth(note))
        self._sure.place()
        self._noted.place()

    def _sure_width(self) -> int:
        return self.confidence.sizeHint().width()

    def _note_width(self, width: int) -> int:
        beside = 0 if self._sure.isHidden() else self._sure_width() + _GAP
        return max(60, width - GUTTER - _RIGHT - beside)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line above."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme().line)
        painter.end()

    @Slot()
    def _on_sureness(self) -> None:
        self.sureness_wanted.emit()

    @Slot()
    def _on_note(self) -> None:
        self.note_wanted.emit()
