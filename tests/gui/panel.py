"""A code panel on a real session, and how a test looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.ui.panel.code_panel import CodePanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.session import Notice, Session

BODY = 2
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk:
    """The panel, its session, and all that it said."""

    def __init__(self, session: Session, *, width: int = 355, height: int = 900):
        self.session = session
        self.said: list[Notice] = []
        self.given_back = 0
        self.answered = 0
        self.panel = CodePanel()
        self.panel.said.connect(self._on_said)
        self.panel.done_editing.connect(self._on_done)
        self.panel.answered.connect(self._on_answered)
        session.listen(self.panel.on_happened)
        session.go_to(BODY)
        self.panel.set_session(session)
        self.panel.resize(width, height)
        self.panel.show()

    def _on_said(self, notice: Notice) -> None:
        self.said.append(notice)

    def _on_done(self) -> None:
        self.given_back += 1

    def _on_answered(self) -> None:
        self.answered += 1

    @property
    def frame(self):
        return self.panel.blocks["frame"]

    @property
    def stance(self):
        return self.panel.blocks["stance"]

    @property
    def other(self):
        return self.panel.blocks["frame_other"]

    @property
    def foot(self):
        return self.panel._foot

    @property
    def holders(self):
        return self.panel._holders

    def row(self, target: str):
        return self.stance.rows[target]

    def cell(self, target: str, code: str, voice: int = 0):
        """The cell of a code in the first (or another) visible control of a target."""
        _, control = self.row(target).controls[voice]
        return next(cell for cell in control.cells if cell.key == code)

    def chosen(self, target: str) -> list[str | None]:
        """What each visible control of a target shows."""
        return [
            next((cell.key for cell in control.cells if cell.isChecked()), None)
            for _, control in self.row(target).controls
        ]

    def answers(self) -> dict[tuple[str, str | None, str | None], object]:
        """What the file holds of the current paragraph."""
        document = self.session.document
        assert document is not None
        found = self.session.store.annotations(document.id, "main", "a1")
        return {
            (a.place.layer, a.place.target, a.place.holder): a.answer
            for a in found
            if a.place.paragraph == self.session.position
        }


def click(widget: QWidget, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(widget, LEFT, modifier, widget.rect().center())


def type_in(widget: QWidget, *keys: str | Qt.Key) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(widget, key)
        else:
            QTest.keyClick(widget, key)
