"""What is to be known of a file: remarks on a warm ground, failures on a red one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.ui.fonts import interface_font
from annotator.ui.importing.entry import remarks_of
from annotator.ui.importing.words import reason_words
from annotator.ui.messages import notice_text, tr
from annotator.ui.theme import Theme, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from annotator.study.survey import Seen
    from annotator.ui.importing.entry import Entry

_MOST = 40
_HEIGHT = 104


class Notes(QScrollArea):
    """Notes, one below the other; as high as they are, up to a few lines."""

    _dressed: Theme | None = None

    def __init__(self) -> None:
        super().__init__()
        self._labels: list[tuple[bool, QLabel]] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.setWidget(inner)

    @property
    def words(self) -> list[str]:
        """What is said now."""
        return [label.text() for _, label in self._labels]

    def say(self, notes: list[tuple[bool, str]]) -> None:
        """Say these: whether something failed, and the words."""
        if len(notes) > _MOST:
            more = tr("… and {n} more", n=len(notes) - _MOST + 1)
            notes = [*notes[: _MOST - 1], (False, more)]
        for _, label in self._labels:
            self._column.removeWidget(label)
            label.deleteLater()
        self._labels = [(failed, _label(words)) for failed, words in notes]
        for _, label in self._labels:
            self._column.addWidget(label)
        self.setVisible(bool(notes))
        self._dress()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer words fit into a line of a narrower window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = self._column.heightForWidth(max(self.viewport().width(), 1))
        self.setFixedHeight(min(max(wanted, 1), _HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        """Colours go with the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._dressed not in (None, theme()):
            self._dress()

    def _dress(self) -> None:
        colours = self._dressed = theme()
        for failed, label in self._labels:
            palette = QPalette()
            ground = colours.error_ground if failed else colours.warning_ground
            palette.setColor(QPalette.ColorRole.Window, ground)
            palette.setColor(QPalette.ColorRole.WindowText, colours.ink)
            label.setPalette(palette)


def _label(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    label.setFont(interface_font(13))
    label.setContentsMargins(8, 4, 8, 4)
    label.setAutoFillBackground(True)
    return label


def notes_of(entry: Entry, seen: Seen | None, *, as_copies: bool = False) -> list[tuple[bool, str]]:
    """What is to be known of a file, and of the article of it that is shown.

    `as_copies`: whether what is there already is taken in again.
    """
    fate = entry.fate
    failures = fate.failures if fate is not None else entry.failures
    notes = [(True, reason_words(error, entry)) for error in failures]
    if fate is not None:
        return notes + [(False, notice_text(remark)) for remark in fate.remarks]
    if entry.is_set_back:
        words = tr("The file holds something else than before: what you had changed is gone.")
        notes.append((False, words))
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
