"""A question asked target by target: columns of positions, a row a target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Slot

from annotator.ui.dress import CAP_PX, GUTTER
from annotator.ui.messages import tr
from annotator.ui.panel.block import Block
from annotator.ui.panel.explanation import ExplanationBox, short_passages
from annotator.ui.panel.pile import show_part
from annotator.ui.panel.prose import Prose, Run, passage
from annotator.ui.panel.segmented import Column, ColumnCaps
from annotator.ui.panel.small_button import FlowRow, SmallButton
from annotator.ui.panel.target_row import Stage, TargetRowWidget, control_width
from annotator.ui.panel.wishes import (
    GoToTarget,
    OtherVoice,
    RestNotAddressed,
    SetState,
    TakePosition,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from annotator.session.views import Question, TargetRow

_FIRST_ROW = 3


class StanceBlock(Block):
    """Targets with their positions. Offered targets fold away until one is answered or current."""

    def __init__(self, layer: str, parent: QWidget | None = None):
        super().__init__(layer, parent)
        self._rows: dict[str, TargetRowWidget] = {}
        self._is_unfolded = False
        self._caps = ColumnCaps(self)
        self._legend = Prose(self, size_px=CAP_PX)
        self.put(self._legend, side=GUTTER)
        self.put(self._caps)
        self._more = SmallButton("more")
        self._more.be_frameless()
        self._more.clicked.connect(self._on_more)
        self._rest = SmallButton("rest")
        self._rest.be_frameless()
        self._rest.clicked.connect(self._on_rest)
        self._foot = FlowRow(self, gap=10)
        for button in (self._more, self._rest):
            button.setParent(self._foot)
            button.show()
        self._foot.hold([self._more, self._rest])
        self._rule = ExplanationBox(self)
        self.put(self._foot, side=GUTTER, above=6)
        self.put(self._rule, side=GUTTER, above=8)

    @property
    def rows(self) -> dict[str, TargetRowWidget]:
        """Visible rows by target."""
        return {key: row for key, row in self._rows.items() if not row.isHidden()}

    @property
    def more(self) -> SmallButton:
        """The line of the offered targets that are folded away."""
        return self._more

    @property
    def legend_text(self) -> str:
        """What the signs mean, where they are no shapes."""
        return "" if self._legend.isHidden() else self._legend.text

    @property
    def rule_text(self) -> str:
        """The rule that is open, or nothing."""
        return "" if self._rule.isHidden() else self._rule.text

    def fold(self) -> None:
        """Fold the offered targets away again; shows with the next answer."""
        if self._is_unfolded:
            self._is_unfolded = False
            self.question = None

    def show_answer(self, question: Question) -> None:
        """Show every target's positions, and the rule of the position last touched."""
        stage = self._stage(question)
        self._caps.show_columns(stage.columns)
        show_part(self._caps, shown=any(one.shortcut for one in stage.columns))
        self._show_legend(question, stage.columns)
        if [row.target for row in question.targets] != list(self._rows):
            self._make_rows(question)
        folded = []
        for row in question.targets:
            is_shown = self._is_unfolded or is_in_sight(row)
            show_part(self._rows[row.target], shown=is_shown)
            self._rows[row.target].show_row(row, stage)
            folded += [] if is_shown else [row]
        self._show_foot(question, folded)
        self._show_rule(question)
        self._align()

    def active_rect(self) -> QRect:
        """The current target's row."""
        current = self.holder_row(give=False)
        return self._rows[current].geometry() if current else super().active_rect()

    def holder_row(self, *, give: bool) -> str | None:
        """The target under which holders are listed: the current one, or (`give`) the last."""
        rows = self.question.targets if self.question else ()
        last = [row.target for row in rows if any(one.is_active for one in row.rows)]
        current = [row.target for row in rows if row.is_current]
        return next(iter([*last, *current] if give else current), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the caps above their columns."""
        super().resizeEvent(event)
        self._align()

    def hold_list(self, target: str, part: QWidget) -> None:
        """Put a part (the list of holders) under a target's row."""
        self.put(part, at=self.parts.index(self._rows[target]) + 1)

    def _stage(self, question: Question) -> Stage:
        columns = [
            Column(one.code, one.glyph or one.shortcut or str(number), one.label, one.shortcut)
            for number, one in enumerate(question.codes, start=1)
        ]
        columns += [
            Column("none", "–", one.label, one.shortcut)
            for one in question.states
            if one.state == "none"
        ]
        return Stage(
            tuple(columns),
            question.states,
            self.setting.default_holder if self.setting.takes_holder else None,
            self.setting.takes_holder,
        )

    def _show_legend(self, question: Question, columns: tuple[Column, ...]) -> None:
        """Words for signs that are no shapes; shapes say them in tooltips."""
        has_shapes = all(one.glyph for one in question.codes)
        show_part(self._legend, shown=not has_shapes)
        if not has_shapes:
            words = " · ".join(f"{one.sign} {one.word}" for one in columns)
            self._legend.tell(Run(words, tone="faint"))

    def _make_rows(self, question: Question) -> None:
        for widget in self._rows.values():
            self.take(widget)
            widget.deleteLater()
        self._rows = {}
        for number, row in enumerate(question.targets):
            widget = TargetRowWidget(self)
            widget.picked.connect(self._on_picked)
            widget.touched.connect(self._on_touched)
            widget.voice_wanted.connect(self._on_voice)
            widget.state_wanted.connect(self._on_state)
            self.put(widget, at=_FIRST_ROW + number)
            self._rows[row.target] = widget

    def _show_foot(self, question: Question, folded: list[TargetRow]) -> None:
        show_part(self._more, shown=bool(folded))
        if folded:
            keys = " ".join(row.shortcut for row in folded)
            self._more.show_words("", _more_words(len(folded), keys))
        takes_none = any(one.state == "none" for one in question.states)
        is_open = any(row.is_owed for row in question.targets)
        show_part(self._rest, shown=takes_none and is_open)
        self._rest.show_words(tr("Enter"), tr("the rest is not addressed, done"))
        show_part(self._foot, shown=bool(folded) or is_open)
        self._foot.replace()

    def _show_rule(self, question: Question) -> None:
        told = self.setting.explanation
        show_part(self._rule, shown=told is not None)
        if told is None:
            return
        labels = {one.label for one in question.codes} | {one.label for one in question.states}
        title = passage(Run(told.label, strong=True))
        self._rule.explain(
            told.colour, [title, *short_passages(told, frozenset(labels - {told.label}))]
        )

    def _align(self) -> None:
        if self.question is None:
            return
        cells = len(self.question.codes) + any(s.state == "none" for s in self.question.states)
        self._caps.align(GUTTER, control_width(self.width(), cells))

    @Slot()
    def _on_more(self) -> None:
        self._is_unfolded = True
        if self.question:
            self.show_answer(self.question)
        self.resized.emit()

    @Slot()
    def _on_rest(self) -> None:
        self.wished.emit(RestNotAddressed())

    @Slot(str, object, str)
    def _on_picked(self, target: str, holder: str | None, code: str) -> None:
        row = self._rows[target].row
        # Without an answer the session decides whose it is: the voice chosen with H, or it asks.
        whose = holder if row and row.rows else None
        self.wished.emit(TakePosition(self.layer, target, whose, code))

    @Slot(str, object)
    def _on_touched(self, target: str, holder: str | None) -> None:
        self.wished.emit(GoToTarget(self.layer, target, holder))

    @Slot(str)
    def _on_voice(self, target: str) -> None:
        self.wished.emit(OtherVoice(self.layer, target))

    @Slot(str, object, str)
    def _on_state(self, target: str, holder: str | None, state: str) -> None:
        for one in self.question.states if self.question else ():
            if one.state == state:
                self.wished.emit(SetState(self.layer, one.state, target, holder))


def _more_words(n: int, keys: str) -> str:
    if n == 1:
        return tr("one more offered · key {keys}", keys=keys)
    return tr("{n} more offered · keys {keys}", n=n, keys=keys)


def is_in_sight(row: TargetRow) -> bool:
    """Whether a target is shown without being asked for."""
    return row.ask == "always" or bool(row.rows) or row.is_not_addressed or row.is_current
