"""A target of a stance question: its label, and a position for each voice. Imports only Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.session.views import StateChoice
from annotator.ui.dress import GUTTER, SMALL_PX, TEXT_PX, put_name, put_tooltip
from annotator.ui.keycap import CAP_HEIGHT, draw_keycap
from annotator.ui.messages import tr
from annotator.ui.panel.code_row import span_words
from annotator.ui.panel.pile import grown
from annotator.ui.panel.prose import Prose, Run, passage
from annotator.ui.panel.segmented import CELL_HEIGHT, CELL_LEAST, CELL_WIDTH, Column, Segmented
from annotator.ui.panel.small_button import FlowRow, SmallButton
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from annotator.session.views import HolderRow, TargetRow

_INDENT = GUTTER + 30
_LABEL_LEAST = 96
_PAD = 6
_GAP = 4


class Stage(Struct, frozen=True):
    """What all rows of a question share."""

    columns: tuple[Column, ...]
    states: tuple[StateChoice, ...]
    default_holder: str | None
    takes_holder: bool


class Voice(Struct, frozen=True):
    """A line: whose position, which one, and what else is known of it."""

    holder: str | None
    label: str
    chosen: str | None
    words: str = ""
    is_active: bool = False


class _Line:
    """The widgets of a line; `holder` is whose position its cells give."""

    def __init__(self, row: TargetRowWidget, *, size_px: int):
        self.holder: str | None = None
        self.label = Prose(row, size_px=size_px)
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.control = Segmented(row)
        self.control.picked.connect(row.on_picked)

    def show(self, is_shown: bool) -> None:
        """Show or hide all of it."""
        self.label.setVisible(is_shown)
        self.control.setVisible(is_shown)

    def place(self, *, left: int, top: int, width: int) -> int:
        """Put label and control beside each other, or below where it is too narrow; the bottom."""
        cells = control_width(width, len(self.control.cells))
        at = QRect(width - GUTTER - cells, top, cells, CELL_HEIGHT)
        room = width - left - GUTTER
        if self.control.isHidden():
            height = self.label.heightForWidth(room)
            self.label.setGeometry(left, top + 3, room, height)
            return top + max(CELL_HEIGHT, height + 3)
        beside = room - cells - 8
        if beside < _LABEL_LEAST:
            height = self.label.heightForWidth(room)
            self.label.setGeometry(left, top + 3, room, height)
            at.moveTop(top + height + 6)
            self.control.setGeometry(at)
            return at.bottom() + 1
        height = self.label.heightForWidth(beside)
        self.label.setGeometry(left, top + max(0, (CELL_HEIGHT - height) // 2), beside, height)
        at.moveTop(top + max(0, (height - CELL_HEIGHT) // 2))
        self.control.setGeometry(at)
        return top + max(CELL_HEIGHT, height)


def control_width(width: int, cells: int) -> int:
    """The width of the position control in a panel of this width."""
    share = CELL_WIDTH if width >= 320 else CELL_LEAST
    share = min(share, (width - 2 * GUTTER) // max(1, cells))
    return share * cells + 1


class TargetRowWidget(QWidget):
    """One target. `picked` tells holder and column, `touched` a click on the row itself."""

    picked = Signal(str, object, str)
    touched = Signal(str, object)
    voice_wanted = Signal(str)
    state_wanted = Signal(str, object, str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.row: TargetRow | None = None
        self._stage: Stage | None = None
        self._head = _Line(self, size_px=TEXT_PX)
        self._head.label.show()
        self._lines: list[_Line] = []
        self._used = 0
        self._heights: dict[int, int] = {}
        self._feet = FlowRow(self, gap=10)
        self._foot_buttons: list[SmallButton] = []
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_row(self, row: TargetRow, stage: Stage) -> None:
        """Show the target as it is answered now; the same again costs nothing."""
        if row == self.row and stage == self._stage:
            return
        self.row, self._stage = row, stage
        put_tooltip(self, row.definition)
        self._show_head()
        self._show_lines()
        self._show_feet()
        self._heights.clear()
        grown(self)
        self._place(self.width())
        self.update()

    @property
    def controls(self) -> tuple[tuple[str | None, Segmented], ...]:
        """Every visible control with its holder, from above."""
        lines = [self._head, *self._lines[: self._used]]
        return tuple((one.holder, one.control) for one in lines if not one.control.isHidden())

    @property
    def text(self) -> str:
        """The words of the row."""
        return "\n".join(
            one.label.text for one in [self._head, *self._lines] if not one.label.isHidden()
        )

    def hasHeightForWidth(self) -> bool:
        """Labels wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped labels and the lines; measured once a width."""
        if width not in self._heights:
            self._heights[width] = self._place(width)
            if width != self.width():
                self._place(self.width())
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """As high as the present width needs."""
        width = max(self.width(), 240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow is allowed."""
        return QSize(180, 0)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Place the parts anew."""
        self._place(self.width())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click makes this the current target, and the voice under the mouse the active one."""
        if event.button() != Qt.MouseButton.LeftButton or self.row is None:
            return
        y = event.position().y()
        given = {one.holder for one in self.row.rows}
        below = [
            line.holder
            for line in self._lines[: self._used]
            if line.control.y() <= y <= line.control.geometry().bottom() and line.holder in given
        ]
        self.touched.emit(self.row.target, below[0] if below else None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of the current target, its bar, the key, and the mark of what is owed."""
        if self.row is None:
            return
        painter = QPainter(self)
        colours = theme()
        if self.row.is_current:
            painter.fillRect(self.rect(), colours.current)
            painter.fillRect(0, 0, 3, self.height(), colours.accent)
        middle = self._head.label.y() + self._head.label.line_height() / 2
        draw_keycap(
            painter,
            GUTTER,
            round(middle - CAP_HEIGHT / 2),
            self.row.shortcut,
            is_lit=self.row.is_current,
        )
        if self.row.is_owed:
            draw_owed(painter, GUTTER - 7.0, middle)
        painter.end()

    @Slot(str)
    def on_picked(self, key: str) -> None:
        """A cell was clicked."""
        control = self.sender()
        line = next((one for one in [self._head, *self._lines] if one.control is control), None)
        if line and self.row:
            self.picked.emit(self.row.target, line.holder, key)

    @Slot()
    def _on_foot(self) -> None:
        button = self.sender()
        if not isinstance(button, SmallButton) or self.row is None:
            return
        if button.key == "voice":
            self.voice_wanted.emit(self.row.target)
        else:
            self.state_wanted.emit(self.row.target, self._active_holder(), button.key)

    def _active_holder(self) -> str | None:
        assert self.row is not None
        active = next((one.holder for one in self.row.rows if one.is_active), None)
        return active or self.row.holder

    def _show_head(self) -> None:
        assert self.row is not None
        assert self._stage is not None
        alone = head_voice(self.row, self._stage)
        self._head.control.setVisible(alone is not None)
        self._head.control.show_columns(self._stage.columns)
        words = alone.words if alone else ""
        if self.row.is_not_addressed and not self.row.rows:
            words = ""
        passages = [passage(Run(self.row.label, strong=self.row.is_current))]
        if words:
            passages.append(passage(Run(words, tone="faint")))
        self._head.label.tell(*passages)
        if alone:
            self._head.holder = alone.holder
            self._head.control.show_chosen(alone.chosen, _subject(self.row.label, alone.label))
        put_name(self, self.row.label, words or (tr("still open") if self.row.is_owed else ""))

    def _show_lines(self) -> None:
        assert self.row is not None
        assert self._stage is not None
        voices = line_voices(self.row, self._stage)
        while len(self._lines) < len(voices):
            self._lines.append(_Line(self, size_px=SMALL_PX))
        self._used = len(voices)
        for number, line in enumerate(self._lines):
            line.show(number < len(voices))
        for line, voice in zip(self._lines, voices, strict=False):
            line.holder = voice.holder
            runs = [Run(voice.label, tone="ink" if voice.is_active else "dim")]
            if voice.words:
                runs.append(Run(f" · {voice.words}", tone="faint"))
            line.label.tell(passage(*runs))
            line.control.show_columns(self._stage.columns)
            line.control.show_chosen(voice.chosen, _subject(self.row.label, voice.label))

    def _show_feet(self) -> None:
        """Another voice, cannot tell, skipped: shown under the current target."""
        assert self.row is not None
        assert self._stage is not None
        self._feet.setVisible(self.row.is_current)
        if not self.row.is_current:
            return
        wanted = [("voice", "H", tr("another voice…"), False)] if self._stage.takes_holder else []
        chosen = {one.state for one in self.row.rows if one.is_active}
        wanted += [
            (one.state, one.shortcut, one.label, one.state in chosen)
            for one in self._stage.states
            if one.state != "none"
        ]
        if [one.key for one in self._foot_buttons] != [key for key, *_ in wanted]:
            self._make_feet([key for key, *_ in wanted])
        for button, (_, cap, words, is_chosen) in zip(self._foot_buttons, wanted, strict=True):
            button.show_words(cap, words, is_chosen=is_chosen)
        self._feet.replace()

    def _make_feet(self, keys: list[str]) -> None:
        for button in self._foot_buttons:
            button.deleteLater()
        self._foot_buttons = [SmallButton(key, self._feet) for key in keys]
        for button in self._foot_buttons:
            button.be_frameless()
            button.clicked.connect(self._on_foot)
            button.show()
        self._feet.hold(list(self._foot_buttons))

    def _place(self, width: int) -> int:
        y = self._head.place(left=_INDENT, top=_PAD, width=width)
        for line in self._lines[: self._used]:
            y = line.place(left=_INDENT, top=y + _GAP, width=width)
        if not self._feet.isHidden():
            room = width - 2 * GUTTER
            height = self._feet.heightForWidth(room)
            self._feet.setGeometry(GUTTER, y + _GAP + 2, room, height)
            y += height + _GAP + 4
        return y + _PAD


def draw_owed(painter: QPainter, x: float, y: float) -> None:
    """The quiet mark of what is still open."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().accent, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(x, y), 2.4, 2.4)


def head_voice(row: TargetRow, stage: Stage) -> Voice | None:
    """The voice whose position stands beside the label: the default one where it is alone."""
    if not row.rows:
        if row.is_current and row.holder != stage.default_holder:
            return None
        chosen = "none" if row.is_not_addressed else None
        return Voice(stage.default_holder, _default_label(row, stage), chosen)
    if len(row.rows) == 1 and (row.rows[0].holder or None) == stage.default_holder:
        return None if _waiting(row, stage) else _voice(row.rows[0], stage)
    return None


def line_voices(row: TargetRow, stage: Stage) -> list[Voice]:
    """The voices below the label, and the one that the next position is given to."""
    if head_voice(row, stage):
        return []
    voices = [_voice(one, stage) for one in row.rows]
    waiting = _waiting(row, stage)
    return [*voices, waiting] if waiting else voices


def _waiting(row: TargetRow, stage: Stage) -> Voice | None:
    """A voice chosen with H that has no position yet."""
    given = {one.holder for one in row.rows}
    if not row.is_current or row.holder in given or row.holder == stage.default_holder:
        return None
    return Voice(row.holder, row.holder_label, None, is_active=True)


def _voice(one: HolderRow, stage: Stage) -> Voice:
    words = [] if one.state in {"coded", None} else [_state_word(one.state or "", stage)]
    if one.spans:
        words.append(span_words(one.spans))
    if one.confidence == 1:
        words.append(tr("unsure"))
    if one.has_note:
        words.append(tr("note"))
    return Voice(one.holder or None, one.label, one.code, " · ".join(words), one.is_active)


def _state_word(state: str, stage: Stage) -> str:
    return next((one.label for one in stage.states if one.state == state), state)


def _default_label(row: TargetRow, stage: Stage) -> str:
    return row.holder_label if row.holder == stage.default_holder else ""


def _subject(target: str, holder: str) -> str:
    return f"{target}, {holder}" if holder else target
