"""The code panel: every question at the current unit, and what was answered. Mouse and fields.

Draws what the session says and calls the session for what is clicked; imports session and Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Signal, Slot
from PySide6.QtWidgets import QWidget

from annotator.session.views import Notice
from annotator.ui.article.kinds import kind_word
from annotator.ui.dress import GUTTER, SMALL_PX
from annotator.ui.messages import tr
from annotator.ui.panel.answer_foot import ActiveAnswer, AnswerFoot
from annotator.ui.panel.block import Block, Setting
from annotator.ui.panel.editing import Editing
from annotator.ui.panel.granting import grant
from annotator.ui.panel.holder_list import HolderList
from annotator.ui.panel.pile import Margins, Pile, PileScroll, show_part
from annotator.ui.panel.prose import Prose, Run
from annotator.ui.panel.question_block import QuestionBlock
from annotator.ui.panel.stance_block import StanceBlock
from annotator.ui.panel.text_block import TextBlock
from annotator.ui.panel.wishes import GoToTarget, OtherVoice, SetText, Wish

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from annotator.session import Happened, Outcome, Question, Session

_WIDTH = 355
_LEAST = 240
_MARGIN = 24


class CodePanel(QWidget):
    """Questions in codebook order, and the foot with sureness and note.

    `said` carries notices of clicks, `answered` tells that a click answered (the selection may go),
    `done_editing` that a field has given the keyboard back.
    """

    said = Signal(object)
    answered = Signal()
    done_editing = Signal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._session: Session | None = None
        self._blocks: list[Block] = []
        # Blocks are dear to make (5 ms a question with targets), so they outlive their unit.
        self._spare: dict[str, Block] = {}
        self._place: tuple[object, ...] = ()
        self._editing = Editing(self)
        self._editing.pressed_elsewhere.connect(self.finish_editing)
        self._editing.ended.connect(self.done_editing)
        self._gives = False
        self._selection: Callable[[], tuple[int, int] | None] | None = None
        self._make_parts()
        self.setMinimumWidth(_LEAST)
        self.refresh()

    # -------------------------------------------------------------- for the window

    @property
    def is_editing(self) -> bool:
        """Whether a field of the panel has the keyboard."""
        return self._editing.field is not None

    @property
    def blocks(self) -> dict[str, Block]:
        """Blocks by layer, in order."""
        return {block.layer: block for block in self._blocks}

    def set_session(self, session: Session | None) -> None:
        """Show this session's current unit; None empties the panel."""
        self.finish_editing()
        self._session = session
        self._put_aside(self._blocks)
        for block in self._spare.values():
            block.deleteLater()
        self._blocks, self._spare, self._place = [], {}, ()
        self.refresh()

    def set_selection_source(self, source: Callable[[], tuple[int, int] | None] | None) -> None:
        """Where a click finds the words that are selected, in code points."""
        self._selection = source

    def on_happened(self, happened: Happened) -> None:
        """Redraw what changed."""
        if self._session is None:
            return
        here = self._session.position in happened.paragraphs
        if happened.moved or happened.document:
            self._abandon()
            for block in self._blocks:
                if isinstance(block, StanceBlock):
                    block.fold()
        if here or happened.moved or happened.document:
            self.refresh()

    def open_holders(self, give: bool = False) -> None:
        """Open the list of holders: for the next position, or (`give`) for the last one."""
        block = self._stance_block()
        row = block.holder_row(give=give) if block else None
        if self._session is None or block is None or row is None:
            self.said.emit(Notice("No target is asked here"))
            return
        self.finish_editing()
        self._gives = give
        block.hold_list(row, self._holders)
        title = tr("Give this position to:") if give else tr("Whose voice?")
        self._editing.start(self._holders)
        self._holders.open(title, self._session.holder_choices)
        self._settle()
        self._bring_into_sight(self._holders, self._holders.rect())

    def open_text(self, layer: str) -> None:
        """Give the field of a text layer the keyboard."""
        block = self.blocks.get(layer)
        if isinstance(block, TextBlock):
            self._settle()
            self._bring_into_sight(block, block.rect())
            block.open()

    def open_note(self) -> None:
        """Give the note field the keyboard, or say why there is nothing to note on."""
        if self._session is None:
            return
        why_not = self._session.can_note()
        if why_not is not None:
            self.said.emit(why_not)
            return
        self._foot.note.open()

    @Slot()
    def finish_editing(self) -> None:
        """Close whatever field is open; what was written is kept. Call before going elsewhere."""
        if isinstance(self._editing.field, TextBlock):
            self._editing.field.finish()
        elif self._editing.field is self._foot.note:
            self._foot.note.finish()
        elif self._editing.field is self._holders:
            self._on_holders_left()

    def sizeHint(self) -> QSize:
        """The width of the design."""
        return QSize(_WIDTH, 700)

    # -------------------------------------------------------------- drawing

    def _make_parts(self) -> None:
        self._foot = AnswerFoot(self)
        self._foot.sureness_wanted.connect(self._on_sureness)
        self._foot.note_wanted.connect(self.open_note)
        self._foot.note.edited.connect(self._on_note_edited)
        self._foot.note.written.connect(self._on_note_written)
        self._holders = HolderList(self)
        self._holders.hide()
        self._holders.chosen.connect(self._on_holder)
        self._holders.left.connect(self._on_holders_left)
        self._holders.resized.connect(self._settle)
        self._content = Pile(margins=Margins(0, 14, 0, 8))
        self._notice = Prose(size_px=SMALL_PX)
        self._content.put(self._notice, side=GUTTER, below=10)
        self._scroll = PileScroll(self._content, self)
        self._scroll.resized.connect(self._show_active)
        self.setFocusProxy(self._scroll)

    def refresh(self) -> None:
        """Redraw everything that differs; the same again costs next to nothing."""
        session = self._session
        is_empty = session is None or not session.paragraphs
        self._content.setVisible(not is_empty)
        if session is None or is_empty:
            self._foot.hide()
            self._put_aside(self._blocks)
            self._blocks = []
            return
        questions = session.questions()
        self._show_notice(session)
        self._fit_blocks(questions)
        told = session.explanation()
        for block, question in zip(self._blocks, questions, strict=True):
            layer = session.codebook.layer(question.layer)
            setting = Setting(
                explanation=told if told and told.layer == question.layer else None,
                default_holder=session.codebook.default_holder,
                takes_holder=layer.holder,
            )
            block.show_question(question, setting)
        self._show_foot(session, questions)
        self._settle()
        self._keep_in_sight(session, questions)

    def _show_notice(self, session: Session) -> None:
        unit = session.unit(session.position)
        words = ""
        if session.is_at_whole_article:
            words = tr("Whole article")
        elif unit.state == "not_asked" and unit.kind:
            words = tr("Kind: {kind}. It is not coded.", kind=kind_word(unit.kind))
            if session.questions():
                words += " " + tr("What stands below may be answered all the same.")
        show_part(self._notice, shown=bool(words))
        self._notice.tell(Run(words, tone="faint"))

    def _fit_blocks(self, questions: tuple[Question, ...]) -> None:
        """Keep the blocks of layers that stay; make and drop the others."""
        wanted = [question.layer for question in questions]
        self._put_aside([block for block in self._blocks if block.layer not in wanted])
        kept = {block.layer: block for block in self._blocks if block.layer in wanted}
        self._blocks = [
            kept.get(q.layer) or self._spare.pop(q.layer, None) or self._make_block(q)
            for q in questions
        ]
        for number, block in enumerate(self._blocks, start=1):
            if number >= len(self._content.parts) or self._content.parts[number] is not block:
                self._content.put(block, at=number)

    def _make_block(self, question: Question) -> Block:
        if question.answer == "text":
            block: Block = TextBlock(question.layer, self._content)
        elif question.targets:
            block = StanceBlock(question.layer, self._content)
        else:
            block = QuestionBlock(question.layer, self._content)
        block.wished.connect(self._on_wish)
        block.resized.connect(self._settle)
        if isinstance(block, TextBlock):
            block.edited.connect(self._on_text_edited)
        return block

    def _put_aside(self, gone: list[Block]) -> None:
        """Blocks of other units wait for the next one that asks their question."""
        for block in gone:
            if block.isAncestorOf(self._holders):
                block.take(self._holders)
                self._holders.setParent(self)
            self._content.take(block)
            self._spare[block.layer] = block

    def _show_foot(self, session: Session, questions: tuple[Question, ...]) -> None:
        active = next((one for one in questions if one.is_active), None)
        self._foot.setVisible(active is not None)
        if active is None:
            return
        label = session.wording.slot_label(session.active) if session.active else ""
        self._foot.show_answer(
            ActiveAnswer(
                label=label,
                has_answer=active.has_answer,
                takes_confidence=active.takes_confidence,
                confidence=active.confidence,
                note=active.note,
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        """The interface speaks another language: every word is made anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._foot.forget()
            self.set_session(self._session)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Place scrolled blocks and foot anew."""
        self._settle()

    @Slot()
    def _settle(self) -> None:
        """Let everything take its place now, so that the first picture is the final one."""
        foot = 0 if self._foot.isHidden() else self._foot.heightForWidth(self.width())
        self._foot.setGeometry(0, self.height() - foot, self.width(), foot)
        self._foot.place()
        self._scroll.setGeometry(0, 0, self.width(), self.height() - foot)
        self._scroll.settle()

    def _keep_in_sight(self, session: Session, questions: tuple[Question, ...]) -> None:
        """Scroll only where the active row is another one than before."""
        active = next((block for block in self._blocks if _is_active(block)), None)
        target = next(
            (
                row.target
                for one in questions
                if one.is_active
                for row in one.targets
                if row.is_current
            ),
            None,
        )
        place = (
            session.document,
            session.position,
            active and active.layer,
            target,
            active and active.setting.explanation,
        )
        if place == self._place:
            return
        has_moved = place[:2] != self._place[:2]
        self._place = place
        if has_moved:
            self._scroll.verticalScrollBar().setValue(0)
        self._show_active()

    @Slot()
    def _show_active(self) -> None:
        active = next((block for block in self._blocks if _is_active(block)), None)
        if active is not None:
            self._bring_into_sight(active, active.active_rect())

    def _bring_into_sight(self, part: QWidget, area: QRect) -> None:
        if not self._content.isAncestorOf(part):
            return
        top = part.mapTo(self._content, area.topLeft()).y()
        self._scroll.bring_into_sight(top - _MARGIN, top + area.height() + _MARGIN)

    def _stance_block(self) -> StanceBlock | None:
        return next((b for b in self._blocks if isinstance(b, StanceBlock)), None)

    # -------------------------------------------------------------- clicks

    @Slot(object)
    def _on_wish(self, wish: Wish) -> None:
        if self._session is None:
            return
        selection = self._selection() if self._selection else None
        self._heed(grant(self._session, wish, selection))
        if isinstance(wish, OtherVoice):
            self.open_holders()
        elif not isinstance(wish, GoToTarget | SetText):
            self.answered.emit()

    def _heed(self, outcome: Outcome | None) -> None:
        """Say and open what an answer brings with it."""
        if outcome is None:
            return
        if outcome.notice is not None:
            self.said.emit(outcome.notice)
        if outcome.opens == "text" and outcome.layer:
            self.open_text(outcome.layer)
        elif outcome.opens == "holders":
            self.open_holders()

    @Slot()
    def _on_sureness(self) -> None:
        if self._session is not None:
            self._heed(self._session.cycle_confidence())

    # -------------------------------------------------------------- fields

    def _abandon(self) -> None:
        """The unit is another one: what was being typed has no place any more."""
        if isinstance(self._editing.field, TextBlock):
            self._editing.field.finish(keep=False)
        elif self._editing.field is self._holders:
            self._close_holders()
        elif self._editing.field is not None:
            self._foot.note.drop()

    @Slot(bool)
    def _on_text_edited(self, starts: bool) -> None:
        block = self.sender()
        if starts and isinstance(block, TextBlock):
            self._editing.start(block)
        elif isinstance(block, TextBlock):
            self._editing.end(block)

    @Slot(bool)
    def _on_note_edited(self, starts: bool) -> None:
        self._settle()
        if starts:
            self._editing.start(self._foot.note)
        else:
            self._editing.end(self._foot.note)

    @Slot(str)
    def _on_note_written(self, note: str) -> None:
        if self._session is not None:
            self._heed(self._session.set_note(note))

    @Slot(str)
    def _on_holder(self, holder: str) -> None:
        if self._session is None:
            return
        gives = self._gives
        self._close_holders()
        session = self._session
        self._heed(session.give_to_holder(holder) if gives else session.use_holder(holder))

    @Slot()
    def _on_holders_left(self) -> None:
        if self._session is not None:
            self._session.cancel_holder()
        self._close_holders()

    def _close_holders(self) -> None:
        self._holders.close_list()
        self._settle()
        self._editing.end(self._holders)


def _is_active(block: Block) -> bool:
    return block.question is not None and block.question.is_active
