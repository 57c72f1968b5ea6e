"""The article for screen readers: a list whose items are the paragraphs with their answers.

Imports the session's words, messages, the sheet and Qt. Qt asks `_interface_of` only while a
screen reader listens. Lifetimes, found by experiment with PySide6 6.11: Qt owns an interface that a
factory returned or that was registered, deletes it with its widget, and the Python object then
turns invalid, which is safe; a Python object that goes first leaves a dangling pointer. So each is
kept here until Qt has deleted it. The stubs do not know that None is a valid answer, hence the
`ignore[override]`. QAccessibleTextInterface is left alone: it crashes from Python.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from annotator.ui.article.kinds import kind_word
from annotator.ui.article.margin import margin_words
from annotator.ui.article.sheet_area import SheetArea
from annotator.ui.messages import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QWindow

    from annotator.session.views import UnitView

_lists: dict[int, ParagraphList] = {}


@cache
def install() -> None:
    """Tell Qt how to describe article views; once a process."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_class: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, SheetArea):
        return None
    for key in [key for key, known in _lists.items() if not isValid(known)]:
        del _lists[key]
    made = _lists[id(thing)] = ParagraphList(thing)
    thing.destroyed.connect(partial(_leave, made))
    return made


def _leave(known: ParagraphList) -> None:
    """The view goes: its items too. The list itself is Qt's to delete, a moment later."""
    known.delete_items()


def tell_changed(view: SheetArea, rows: Iterable[int]) -> None:
    """Let a listening screen reader know that answers of these paragraphs changed."""
    _tell(view, rows, QAccessible.Event.DescriptionChanged)


def tell_moved(view: SheetArea, row: int) -> None:
    """Let a listening screen reader read the paragraph that is current now."""
    _tell(view, (row,), QAccessible.Event.Focus)


def tell_replaced(view: SheetArea) -> None:
    """Another article: the items of the old one are gone."""
    known = _lists.get(id(view))
    if known is not None:
        known.delete_items()


def _tell(view: SheetArea, rows: Iterable[int], what: QAccessible.Event) -> None:
    if not QAccessible.isActive():
        return
    described = QAccessible.queryAccessibleInterface(view)
    # An event for a child that is not there crashes Qt.
    n_items = described.childCount() if isinstance(described, ParagraphList) else 0
    for row in rows:
        if row >= n_items:
            continue
        event = QAccessibleEvent(view, what)
        event.setChild(row)
        QAccessible.updateAccessibility(event)


def description(unit: UnitView) -> str:
    """A paragraph's kind, its codes and what is still open, in one sentence."""
    parts = [tr("¶ {number}", number=unit.number)] if unit.kind else []
    words = margin_words(unit)
    if unit.kind and not any(word.startswith(kind_word(unit.kind)) for word in words):
        parts.append(kind_word(unit.kind))
    parts += words
    if unit.state == "open":
        owed = ", ".join(owed.label for owed in unit.owes)
        parts.append(tr("open: {what}", what=owed) if owed else tr("open"))
    return ", ".join(parts)


class ParagraphList(QAccessibleWidget):
    """The article view as a list; items are made when they are asked for."""

    def __init__(self, view: SheetArea) -> None:
        super().__init__(view, QAccessible.Role.List, tr("Article"))
        self._view = view
        self._items: dict[int, tuple[ParagraphItem, int]] = {}

    def delete_items(self) -> None:
        """Have Qt delete the items, before Python lets go of them."""
        for _, number in self._items.values():
            QAccessible.deleteAccessibleInterface(number)
        self._items.clear()

    def childCount(self) -> int:
        """One item a paragraph, and one for the stop *Whole article*."""
        return len(self._view.sheet) if self._view.sheet else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The item of this row."""
        if not 0 <= index < self.childCount():
            return None
        if index not in self._items:
            item = ParagraphItem(self, self._view, index)
            self._items[index] = (item, QAccessible.registerAccessibleInterface(item))
        return self._items[index][0]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The row of an item of this list, -1 for anything else."""
        return child.row if isinstance(child, ParagraphItem) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The item at a point of the screen."""
        inside = self._view.viewport().mapFromGlobal(QPoint(x, y))
        row = self._view.row_at(inside.y())
        return None if row is None else self.child(row)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The current paragraph."""
        return self.child(self._view.current)


class ParagraphItem(QAccessibleInterface):
    """One paragraph: its name is its text, its description the answers."""

    def __init__(self, parent: ParagraphList, view: SheetArea, row: int) -> None:
        super().__init__()
        self._parent = parent
        self._view = view
        self.row = row

    def isValid(self) -> bool:
        """Whether the row is still there."""
        return self._view.sheet is not None and self.row < len(self._view.sheet)

    def object(self) -> QObject | None:  # type: ignore[override]
        """No widget stands for a paragraph."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The view's window."""
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """The list."""
        return self._parent

    def childCount(self) -> int:
        """An item holds nothing."""
        return 0

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """An item holds nothing."""
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """An item holds nothing."""
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """An item holds nothing."""
        return -1

    def rect(self) -> QRect:
        """Where the row is on the screen."""
        rect = self._view.rect_of(self.row)
        return QRect(self._view.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def role(self) -> QAccessible.Role:
        """An item of a list."""
        return QAccessible.Role.ListItem

    def setText(self, _which: QAccessible.Text, _text: str) -> None:
        """The text of an article never changes."""

    def text(self, which: QAccessible.Text) -> str:
        """The paragraph as its name, the answers as its description."""
        session = self._view.session
        if session is None or not self.isValid():
            return ""
        unit = session.unit(self.row)
        if which == QAccessible.Text.Name:
            return unit.text if unit.kind else tr("Whole article")
        return description(unit) if which == QAccessible.Text.Description else ""

    def state(self) -> QAccessible.State:
        """Readable, selectable; the current one is selected."""
        state = QAccessible.State()
        is_current = self.row == self._view.current
        is_seen = self._view.viewport().rect().intersects(self._view.rect_of(self.row))
        for name, is_set in {
            "readOnly": True,
            "multiLine": True,
            "selectable": True,
            "focusable": True,
            "selected": is_current,
            "focused": is_current and self._view.hasFocus(),
            "offscreen": not is_seen,
        }.items():
            setattr(state, name, is_set)
        return state
