"""The foot of the code panel: how sure, and a note, for the answer last touched."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from annotator.ui.confidence import ConfidenceButton
from annotator.ui.dress import CAP_PX, GUTTER
from annotator.ui.messages import tr
from annotator.ui.note_box import NoteBox
from annotator.ui.prose import Prose, Run
from annotator.ui.theme import theme


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
        grid = QGridLayout(self)
        grid.setContentsMargins(GUTTER, 9, GUTTER, 11)
        grid.setHorizontalSpacing(9)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._sure_title, 0, 0)
        grid.addWidget(self._note_title, 0, 1)
        grid.addWidget(self.confidence, 1, 0, top)
        grid.addWidget(self.note, 1, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
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
        self._sure_title.setVisible(answer.takes_confidence)
        self.confidence.setVisible(answer.takes_confidence)
        self.confidence.show_confidence(answer.confidence)
        self.note.show_note(answer.note, answer.label)

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
