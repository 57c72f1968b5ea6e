"""What is to be known of a file: remarks on a warm ground, failures on a red one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from annotator.ui.fonts import interface_font
from annotator.ui.importing.entry import remarks_of
from annotator.ui.importing.words import reason_words
from annotator.ui.messages import notice_text, tr
from annotator.ui.theme import Theme, theme

if TYPE_CHECKING:
    from annotator.study.survey import Seen
    from annotator.ui.importing.entry import Entry

_MOST = 6


class Notes(QWidget):
    """A few notes, one below the other."""

    _dressed: Theme | None = None

    def __init__(self) -> None:
        super().__init__()
        self.labels = [self._label() for _ in range(_MOST)]
        self._failed: list[bool] = [False] * _MOST
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for label in self.labels:
            layout.addWidget(label)
        self._dress()

    @staticmethod
    def _label() -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(True)
        label.setFont(interface_font(13))
        label.setContentsMargins(8, 4, 8, 4)
        label.setAutoFillBackground(True)
        return label

    @property
    def words(self) -> list[str]:
        """What is said now."""
        return [label.text() for label in self.labels if not label.isHidden()]

    def say(self, notes: list[tuple[bool, str]]) -> None:
        """Say these: whether something failed, and the words."""
        if len(notes) > _MOST:
            more = tr("… and {n} more", n=len(notes) - _MOST + 1)
            notes = [*notes[: _MOST - 1], (False, more)]
        self._failed = [failed for failed, _ in notes]
        for place, label in enumerate(self.labels):
            label.setVisible(place < len(notes))
            label.setText(notes[place][1] if place < len(notes) else "")
        self.setVisible(bool(notes))
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Colours go with the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._dressed not in (None, theme()):
            self._dress()

    def _dress(self) -> None:
        colours = self._dressed = theme()
        for failed, label in zip(self._failed, self.labels, strict=False):
            palette = QPalette()
            ground = colours.error_ground if failed else colours.warning_ground
            palette.setColor(QPalette.ColorRole.Window, ground)
            palette.setColor(QPalette.ColorRole.WindowText, colours.ink)
            label.setPalette(palette)


def notes_of(entry: Entry, seen: Seen | None, *, as_copies: bool = False) -> list[tuple[bool, str]]:
    """What is to be known of a file, and of the article of it that is shown.

    `as_copies`: whether what is there already is taken in again.
    """
    fate = entry.fate
    failures = fate.failures if fate is not None else entry.failures
    notes = [(True, reason_words(error, entry)) for error in failures]
    if fate is not None:
        return notes + [(False, notice_text(remark)) for remark in fate.remarks]
    if not entry.is_all:
        notes.append(
            (
                False,
                tr(
                    "The first {n} articles are shown; all of the file is taken in.",
                    n=entry.n_articles,
                ),
            )
        )
    if seen is not None:
        notes += [(False, words) for words in _there_notes(seen, as_copies=as_copies)]
        notes += [(False, notice_text(remark)) for remark in remarks_of(seen)]
    return notes


def _there_notes(seen: Seen, *, as_copies: bool) -> list[str]:
    if seen.is_there and as_copies:
        return [tr("This article is in the project already; it is taken in as a copy.")]
    if seen.is_there:
        return [tr("This article is in the project already; it is not taken in again.")]
    if seen.twin and as_copies:
        return [tr("{file} has the same text; this one is taken in as a copy.", file=seen.twin)]
    if seen.twin:
        return [tr("{file} has the same text; it is taken in once.", file=seen.twin)]
    return []
