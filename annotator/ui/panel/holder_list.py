"""Whose voice: the inline list of holders. Typing filters; a new name gets a type with Tab.

It asks for its entries through the function it is opened with, and knows no session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from annotator.ui.dress import CAP_PX, GUTTER, SMALL_PX, TEXT_PX, face, put_name, text_width
from annotator.ui.messages import tr
from annotator.ui.panel.pile import Margins, Pile, grown, show_part
from annotator.ui.panel.prose import Prose, Run, passage
from annotator.ui.panel.small_button import PanelButton
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.session.views import HolderChoice

    Choices = Callable[[str], tuple[HolderChoice, ...]]

_ROW = 27
_PAD = 9
_STAYS = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class HolderField(QLineEdit):
    """The line that filters; keys that steer the list are told, the rest is typing."""

    stepped = Signal(int)
    taken = Signal()
    turned = Signal()
    left = Signal()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab is ours."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steer or type."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit()
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self.turned.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere leaves; a menu or another window is not elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()


class HolderEntry(PanelButton):
    """A line of the list: name and type."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.choice: HolderChoice | None = None
        self._aside = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_choice(self, choice: HolderChoice, *, is_lit: bool, turns: bool) -> None:
        """Show an entry; `turns` says that Tab gives it another type."""
        self.choice = choice
        self.setChecked(is_lit)
        words = tr("new: {name}", name=choice.label) if choice.is_new else choice.label
        self.setText(f"{words}…" if choice.needs_name else words)
        self._aside = "" if choice.type_label == choice.label else choice.type_label
        if turns:
            self._aside = tr("{type} · Tab: another", type=choice.type_label)
        put_name(self, words, self._aside)
        grown(self)
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Name and type stand below each other where they do not fit in a line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One line, or two."""
        return _ROW if self._fits(width) else _ROW + 15

    def sizeHint(self) -> QSize:
        """As high as the present width needs."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """Narrow is allowed."""
        return QSize(80, _ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw name and type; the lit one on colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme()
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.selection if self.isChecked() else colours.hover)
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        area = self.rect().adjusted(_PAD, 0, -_PAD, 0)
        first = area if self._fits(self.width()) else area.adjusted(0, 3, 0, -18)
        name_font = face(SMALL_PX)
        painter.setFont(name_font)
        painter.setPen(colours.ink)
        elided = QFontMetrics(name_font).elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, area.width()
        )
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        painter.drawText(first, middle, elided)
        painter.setFont(face(CAP_PX))
        painter.setPen(colours.ink_dim)
        second = area if self._fits(self.width()) else area.adjusted(0, 20, 0, -3)
        painter.drawText(second, middle | right, self._aside)
        painter.end()

    def _fits(self, width: int) -> bool:
        needed = text_width(self.text(), SMALL_PX) + text_width(self._aside, CAP_PX)
        return needed + 16 <= width - 2 * _PAD


class HolderList(Pile):
    """The list. `chosen` tells a holder, `left` that nobody was, `resized` other entries."""

    chosen = Signal(str)
    left = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent, margins=Margins(GUTTER + 8, 10, GUTTER + 8, 10))
        self._ask: Choices | None = None
        self._shown: list[HolderChoice] = []
        self._lit = 0
        self._type = ""
        self._new_types: list[str] = []
        self._title = Prose(self, size_px=CAP_PX)
        self.field = HolderField(self)
        self.field.setFont(face(TEXT_PX))
        self._entries: list[HolderEntry] = []
        self._hint = Prose(self, size_px=CAP_PX)
        self.put(self._title, below=4)
        self.put(self.field, below=4)
        self.put(self._hint, above=4)
        self.field.textEdited.connect(self._on_typed)
        self.field.stepped.connect(self._on_stepped)
        self.field.taken.connect(self._on_taken)
        self.field.turned.connect(self._on_turned)
        self.field.left.connect(self._on_left)

    @property
    def is_open(self) -> bool:
        """Whether it has the keyboard."""
        return self._ask is not None

    @property
    def shown(self) -> tuple[HolderChoice, ...]:
        """The entries as they stand."""
        return tuple(self._shown)

    @property
    def lit(self) -> HolderChoice | None:
        """The entry that Enter takes."""
        return self._shown[self._lit] if self._lit < len(self._shown) else None

    def open(self, title: str, ask: Choices) -> None:
        """Show the list and give it the keyboard."""
        self._ask = ask
        self._type = ""
        self._title.tell(Run(title, strong=True))
        put_name(self.field, title)
        self.field.clear()
        self._invite("")
        self._hint.tell(passage(Run(tr("↑↓ choose · Enter takes · Esc leaves"), tone="faint")))
        self._fill("")
        show_part(self, shown=True)
        self.resized.emit()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_list(self) -> None:
        """Leave the list; says nothing."""
        self._ask = None
        show_part(self, shown=False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper it lies on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme()
        painter.setPen(QPen(colours.accent, 1))
        painter.setBrush(colours.paper)
        area = QRectF(self.rect()).adjusted(GUTTER + 0.5, 2.5, -GUTTER - 0.5, -2.5)
        painter.drawRoundedRect(area, 6, 6)
        painter.end()

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        self._fill(typed)

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        if self._shown:
            self._light((self._lit + by) % len(self._shown))

    @Slot()
    def _on_taken(self) -> None:
        lit = self.lit
        if lit is None:
            return
        if lit.needs_name:
            self._type = lit.type
            self._invite(lit.type_label)
            self.field.clear()
            self._fill("")
        else:
            self.chosen.emit(lit.holder)

    @Slot()
    def _on_turned(self) -> None:
        """Give the new name the next type."""
        if len(self._new_types) > 1:
            here = self._new_types.index(self._type)
            self._type = self._new_types[(here + 1) % len(self._new_types)]
            self._fill(self.field.text())
            new = [n for n, choice in enumerate(self._shown) if choice.is_new]
            self._light(new[0] if new else self._lit)

    @Slot()
    def _on_left(self) -> None:
        if self.is_open:
            self.left.emit()

    @Slot()
    def _on_clicked(self) -> None:
        entry = self.sender()
        if isinstance(entry, HolderEntry) and entry.choice in self._shown:
            self._lit = self._shown.index(entry.choice)
            self._on_taken()

    def _invite(self, type_label: str) -> None:
        plain, named = tr("a name, or choose below"), tr("{type}: type the name", type=type_label)
        self.field.setPlaceholderText(named if type_label else plain)

    def _fill(self, typed: str) -> None:
        if self._ask is None:
            return
        found = self._ask(typed)
        self._new_types = [choice.type for choice in found if choice.is_new]
        wanted = self._type
        if self._new_types and wanted not in self._new_types:
            wanted = self._type = self._new_types[0]
        self._shown = [c for c in found if not c.is_new or c.type == wanted]
        # Where nobody known bears the name, Enter takes the new one and not a type that fits.
        named = [n for n, c in enumerate(self._shown) if c.is_new] if self._is_named(typed) else []
        self._make_entries(len(self._shown))
        self._light(named[0] if named else 0)
        # Only now: whether a line needs two rows depends on the words that it has been given.
        self.resized.emit()

    def _is_named(self, typed: str) -> bool:
        """Whether what is typed can only be a new name: nothing known bears it."""
        return bool(typed.strip()) and not any(
            typed.strip().casefold() in c.label.casefold() for c in self._shown if not c.is_new
        )

    def _make_entries(self, n: int) -> None:
        while len(self._entries) < n:
            entry = HolderEntry(self)
            entry.clicked.connect(self._on_clicked)
            self.put(entry, at=2 + len(self._entries))
            self._entries.append(entry)
        for number, entry in enumerate(self._entries):
            show_part(entry, shown=number < n)

    def _light(self, number: int) -> None:
        self._lit = number
        turns = len(self._new_types) > 1
        for at, (entry, choice) in enumerate(zip(self._entries, self._shown, strict=False)):
            entry.show_choice(choice, is_lit=at == number, turns=turns and choice.is_new)
