"""The foot of the import window: what holds for all files, progress, and the buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.messages import tr

if TYPE_CHECKING:
    from annotator.ui.importing.entry import State

_TOLD = 8
_TOLD_STATES: tuple[State, ...] = ("odd", "there", "failed")


class Foot(QWidget):
    """Ticks, words, a bar, buttons."""

    files_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.proposals = _tick(tr("Fill in what is proposed"), is_on=False)
        self.proposals.setToolTip(
            tr("Title, author, outlet, date and address; otherwise only those chosen by hand")
        )
        self.source = _tick(tr("Keep the files in the project"), is_on=True)
        self.source.setToolTip(tr("Otherwise only their hash is kept, which tells them apart"))
        self.duplicates = _tick(tr("Take duplicates in as copies"), is_on=False)
        self.table = _button(tr("Metadata from a table…"))
        self.table_words = QLabel()
        self.table_words.setTextFormat(Qt.TextFormat.PlainText)
        self.no_table = _button(tr("Without it"))
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.bar.hide()
        self.more_files, self.more_folder = _button(tr("Add files…")), _button(tr("Add a folder…"))
        self.leave = _button(tr("Close"))
        self.begin = QPushButton(tr("Import all"))
        self.begin.setAutoDefault(False)
        self.begin.setToolTip("Ctrl+Return")
        self.more_files.clicked.connect(self.files_wanted)
        self.more_folder.clicked.connect(self.folder_wanted)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()
        self.show_table("")

    def _lay_out(self) -> None:
        ticks = QHBoxLayout()
        ticks.setSpacing(18)
        for tick in (self.proposals, self.source, self.duplicates):
            ticks.addWidget(tick)
        ticks.addStretch()
        for part in (self.table_words, self.no_table, self.table):
            ticks.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.more_files)
        row.addWidget(self.more_folder)
        row.addWidget(self.words, 1)
        row.addWidget(self.leave)
        row.addWidget(self.begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.addLayout(ticks)
        column.addWidget(self.bar)
        column.addLayout(row)

    # ------------------------------------------------------------------ showing

    def show_todo(self, n: int, *, may_begin: bool) -> None:
        """How many files the button takes in."""
        self.begin.setText(tr("Import all ({n})", n=n))
        self.begin.setEnabled(may_begin)

    def show_working(self, *, is_working: bool) -> None:
        """While files are taken in, nothing else can be chosen, and Close is Cancel."""
        self.bar.setVisible(is_working)
        self.bar.setRange(0, 0)
        self.leave.setText(tr("Cancel") if is_working else tr("Close"))
        self.leave.setEnabled(True)
        for part in (
            *(self.proposals, self.source, self.duplicates, self.table, self.no_table),
            *(self.more_files, self.more_folder),
        ):
            part.setEnabled(not is_working)
        if is_working:
            self.begin.setEnabled(False)

    def show_progress(self, done: int, of: int) -> None:
        """Move the bar."""
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    def show_table(self, words: str) -> None:
        """Which table was chosen; empty for none."""
        self.table_words.setText(words)
        self.no_table.setVisible(bool(words))
        self.table.setVisible(not words)

    def say_states(self, states: dict[State, int]) -> None:
        """How many files stand how."""
        odd, there, failed = (states.get(state, 0) for state in _TOLD_STATES)
        told = (
            (odd, tr("1 with remarks"), tr("{n} with remarks", n=odd)),
            (there, tr("1 already there"), tr("{n} already there", n=there)),
            (failed, tr("1 cannot be read"), tr("{n} cannot be read", n=failed)),
        )
        self.words.setText(" · ".join(one if n == 1 else many for n, one, many in told if n))

    def say_remarks(self, words: str, remarks: list[str]) -> None:
        """What a table did, and what did not fit."""
        told = remarks[:_TOLD]
        if len(remarks) > _TOLD:
            told.append(tr("… and {n} more", n=len(remarks) - _TOLD))
        self.table_words.setText(words)
        self.table_words.setToolTip("\n".join(told))


def _tick(text: str, *, is_on: bool) -> QCheckBox:
    box = QCheckBox(text)
    box.setChecked(is_on)
    return box


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    return button
