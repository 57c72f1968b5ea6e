"""F1: every key, the window's and the codebook's, from the registry and the open questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.action import GROUPS
from annotator.ui.fonts import interface_font
from annotator.ui.keycap import KeyCap
from annotator.ui.messages import tr
from annotator.ui.strokes import shown_key

if TYPE_CHECKING:
    from annotator.session import Session
    from annotator.ui.action import Action

Row = tuple[tuple[str, ...], str]  # keys for people's eyes, what they do


class KeySheet(QDialog):
    """Three columns to read at a glance."""

    def __init__(
        self, parent: QWidget, actions: tuple[Action, ...], session: Session | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1040, 680)
        coding = group_rows(actions, ("code",))
        others = tuple(group for group in GROUPS if group != "code")
        self.columns = [_without(codebook_rows(session), coding), coding]
        self.columns.append(group_rows(actions, others))
        titles = (tr("Codebook, here"), tr("Coding"), tr("Window"))
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setSpacing(32)
        for title, rows in zip(titles, self.columns, strict=True):
            if rows:
                row.addLayout(_column(title, rows), 1)
        area = QScrollArea()
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(area)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def group_rows(actions: tuple[Action, ...], groups: tuple[str, ...]) -> list[Row]:
    """The actions of these groups that have a key."""
    return [
        (tuple(shown_key(key) for key in action.keys), action.text)
        for action in actions
        if action.group in groups and action.keys
    ]


def codebook_rows(session: Session | None) -> list[Row]:
    """The codebook's own keys at the current place."""
    if session is None or session.document is None:
        return []
    rows: list[Row] = []
    for question in session.questions():
        rows += [((code.shortcut.upper(),), code.label) for code in question.codes]
        rows += [((state.shortcut.upper(),), state.label) for state in question.states]
        rows += [((target.shortcut.upper(),), target.label) for target in question.targets]
        if question.answer == "multiple" and question.primary_question:
            rows.append(((tr("⇧ digit"),), question.primary_question))
    return [row for row in dict.fromkeys(rows) if row[0][0]]


def _without(rows: list[Row], others: list[Row]) -> list[Row]:
    """The rows whose key the others do not have: U stands among the window's own."""
    taken = {_close(key) for keys, _ in others for key in keys}
    return [row for row in rows if _close(row[0][0]) not in taken]


def _close(key: str) -> str:
    return key.replace(" ", "")


def _column(title: str, rows: list[Row]) -> QVBoxLayout:
    heading = QLabel(title)
    heading.setTextFormat(Qt.TextFormat.PlainText)
    heading.setFont(interface_font(15, QFont.Weight.DemiBold))
    grid = QGridLayout()
    grid.setVerticalSpacing(6)
    grid.setHorizontalSpacing(12)
    grid.setColumnStretch(1, 1)
    for number, (keys, text) in enumerate(rows):
        caps = QHBoxLayout()
        caps.setSpacing(4)
        for key in keys:
            caps.addWidget(KeyCap(key))
        caps.addStretch()
        grid.addLayout(caps, number, 0)
        words = QLabel(text)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setFont(interface_font(13))
        words.setWordWrap(True)
        grid.addWidget(words, number, 1)
    column = QVBoxLayout()
    column.setSpacing(10)
    column.addWidget(heading)
    column.addLayout(grid)
    column.addStretch()
    return column
