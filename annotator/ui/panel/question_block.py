"""A question without targets: a row a code, small answers beside each other below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QGuiApplication

from annotator.ui.dress import GUTTER, SMALL_PX
from annotator.ui.messages import tr
from annotator.ui.panel.block import Block
from annotator.ui.panel.code_row import CodeRow
from annotator.ui.panel.explanation import ExplanationBox, short_passages
from annotator.ui.panel.pile import show_part
from annotator.ui.panel.prose import Prose, Run
from annotator.ui.panel.small_button import FlowRow, SmallButton
from annotator.ui.panel.wishes import Choose, SetState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.session.views import CodeChoice, Explanation, Question

_FIRST_ROW = 1


class QuestionBlock(Block):
    """Codes and states of a question; the rule of the code last touched stands under it."""

    def __init__(self, layer: str, parent: QWidget | None = None):
        super().__init__(layer, parent)
        self._rows: list[CodeRow] = []
        self._small: dict[str, SmallButton] = {}
        self._flow = FlowRow(self)
        self._rule = ExplanationBox(self)
        self._primary = Prose(self, size_px=SMALL_PX)
        self.put(self._primary, side=GUTTER, above=4, below=3)
        self.put(self._flow, side=GUTTER, above=4)
        self.put(self._rule, side=GUTTER, above=4)
        show_part(self._rule, shown=False)

    @property
    def rows(self) -> dict[str, CodeRow]:
        """Rows by code."""
        return {row.choice.code: row for row in self._rows if row.choice}

    @property
    def small_buttons(self) -> dict[str, SmallButton]:
        """Small answers by code or state."""
        return dict(self._small)

    @property
    def rule_text(self) -> str:
        """The rule that is open, or nothing."""
        return "" if self._rule.isHidden() else self._rule.text

    @property
    def primary_text(self) -> str:
        """The question for the main code, or nothing."""
        return "" if self._primary.isHidden() else self._primary.text

    def show_answer(self, question: Question) -> None:
        """Show codes, states, the open rule and the question for the main one."""
        large = [choice for choice in question.codes if not is_small(choice, question)]
        self._show_rows(large)
        self._show_small(question)
        show_part(self._primary, shown=bool(question.primary_question))
        if question.primary_question:
            hint = tr("⇧ and its key")
            self._primary.tell(Run(f"{question.primary_question} ({hint})", tone="dim"))
        self._show_rule(question, self.setting.explanation)

    def active_rect(self) -> QRect:
        """The row that was touched with its rule, else the heading."""
        told = self.setting.explanation
        if told is None:
            return super().active_rect()
        part = self.rows.get(told.code, self._flow)
        return part.geometry().united(self._rule.geometry())

    def _show_rows(self, choices: list[CodeChoice]) -> None:
        while len(self._rows) < len(choices):
            row = CodeRow(self)
            row.clicked.connect(self._on_row)
            self.put(row, at=_FIRST_ROW + len(self._rows), side=GUTTER, below=4)
            self._rows.append(row)
        while len(self._rows) > len(choices):
            gone = self._rows.pop()
            self.take(gone)
            gone.deleteLater()
        for row, choice in zip(self._rows, choices, strict=True):
            row.show_choice(choice)

    def _show_small(self, question: Question) -> None:
        wanted = [
            (one.code, one.shortcut, one.label, one.is_chosen)
            for one in question.codes
            if is_small(one, question)
        ]
        states = [(one.state, one.shortcut, one.label, one.is_chosen) for one in question.states]
        # No frame stands first, as its key does not: it is asked before other and cannot tell.
        wanted = [one for one in states if one[0] == "none"] + wanted
        wanted += [one for one in states if one[0] != "none"]
        show_part(self._flow, shown=bool(wanted))
        if [one[0] for one in wanted] != list(self._small):
            self._make_small([one[0] for one in wanted])
        for key, cap, words, is_chosen in wanted:
            self._small[key].show_words(cap, words, is_chosen=is_chosen)
        self._flow.replace()

    def _make_small(self, keys: list[str]) -> None:
        for button in self._small.values():
            button.deleteLater()
        self._small = {key: SmallButton(key, self._flow) for key in keys}
        for button in self._small.values():
            button.clicked.connect(self._on_small)
            button.show()
        self._flow.hold(list(self._small.values()))

    def _show_rule(self, question: Question, told: Explanation | None) -> None:
        show_part(self._rule, shown=told is not None)
        if told is None:
            return
        chosen = {one.label for one in question.codes if one.is_chosen}
        rivals = frozenset(chosen - {told.label})
        self._rule.explain(told.colour, short_passages(told, rivals))
        others = [part for part in self.parts if part is not self._rule]
        row = self.rows.get(told.code, self._flow)
        below = others.index(row) + 1
        if self.parts.index(self._rule) != below:
            is_row = row is not self._flow
            self.put(self._rule, at=below, side=GUTTER, above=0 if is_row else 4, below=6)

    @Slot()
    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, CodeRow) and row.choice:
            self._choose(row.choice.code)

    @Slot()
    def _on_small(self) -> None:
        button = self.sender()
        if not isinstance(button, SmallButton) or self.question is None:
            return
        state = next((s.state for s in self.question.states if s.state == button.key), None)
        if state is None:
            self._choose(button.key)
        else:
            self.wished.emit(SetState(self.layer, state))

    def _choose(self, code: str) -> None:
        shift = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        self.wished.emit(Choose(self.layer, code, primary=bool(shift)))


def is_small(choice: CodeChoice, question: Question) -> bool:
    """Whether a code sits among the small answers: an open one, or a side question's."""
    if choice.colour is not None:
        return False
    return not question.is_required or choice.label.endswith(("…", "..."))
