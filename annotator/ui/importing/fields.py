"""Title, author, outlet, date, address, language: proposed from which words, and chosen.

Knows what is shown; what a choice means, the preview knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from annotator.text.columns import FIELDS, Field, a_date
from annotator.ui.fonts import interface_font
from annotator.ui.importing.choice import Choice
from annotator.ui.importing.hint import Hint
from annotator.ui.messages import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.model import Article, Candidate

_WORDS_LENGTH = 46
_BEFORE = 20
# Metadata stand in the first paragraphs of an article, and in the last.
_HEAD, _FOOT = 6, 2


class FieldBox(Choice):
    """One field: the proposals to choose from, or words typed by hand."""

    said = Signal(str, str)  # the field, and its value

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self._shown = ""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setAccessibleName(field_word(field))
        self.activated.connect(self._typed)
        line = self.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._typed)

    def show_values(self, values: list[str], now: str, otherwise: str) -> None:
        """Offer these, and show one of them or another; faintly, what there is without any."""
        self.blockSignals(True)
        self.clear()
        self.addItems(values)
        self._shown = now
        self.setEditText(now)
        line = self.lineEdit()
        assert line is not None
        line.setCursorPosition(0)
        line.setPlaceholderText(otherwise)
        self.blockSignals(False)

    def _typed(self) -> None:
        words = self.currentText().strip()
        value = a_date(words) if self.field == "published_on" and words else words
        if words and not value:
            self.setEditText(self._shown)  # no date that means one day
        elif value != self._shown:
            self._shown = value
            self.said.emit(self.field, value)


class Fields(QWidget):
    """All fields of an article, each with the words that it was read from."""

    said = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.boxes = {field: FieldBox(field) for field in FIELDS}
        self.sources = {field: Hint() for field in FIELDS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for place, field in enumerate(FIELDS):
            row, column = 2 * (place // 2), 2 * (place % 2)
            box, source = self.boxes[field], self.sources[field]
            name = QLabel(field_word(field))
            name.setBuddy(box)
            name.setFont(interface_font(13))
            source.setMinimumWidth(1)  # long words are cut, and do not widen the window
            box.said.connect(self.said)
            grid.addWidget(name, row, column)
            grid.addWidget(box, row, column + 1)
            grid.addWidget(source, row + 1, column + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    def show_article(
        self,
        article: Article,
        now: Mapping[str, str | None],
        told: Mapping[str, str],
        columns: Mapping[str, str],
        title: str,
    ) -> None:
        """Show what is proposed and what is chosen.

        Args:
            article: as it was read.
            now: by field, what is taken in as things stand.
            told: by field, what the table of metadata says: it wins.
            columns: by field, the column that it is read from.
            title: what the article is called if no title is said.
        """
        for field, box in self.boxes.items():
            proposals = [each for each in article.candidates if each.field == field]
            values = list(dict.fromkeys(each.value for each in proposals))
            value = now.get(field) or ""
            proposed = tr("proposed: {value}", value=values[0]) if values else ""
            box.show_values(values, value, title if field == "title" else proposed)
            shown = value or (values[0] if values else "")
            found = next((each for each in proposals if each.value == shown), None)
            source = _source_words(article, found) if found else ""
            if source and columns.get(field):
                source = tr("from the column “{name}”", name=columns[field])
            if field in told:
                source = tr("the table says: {value}", value=told[field])
            self.sources[field].setText(source)
            self.sources[field].setVisible(bool(source))
            self.sources[field].setToolTip(source)

    def set_open(self, is_open: bool) -> None:
        """Whether anything may still be chosen."""
        for box in self.boxes.values():
            box.setEnabled(is_open)


def field_word(field: str) -> str:
    """The name of a field in the interface's language."""
    words = {
        "text": tr("Text"),
        "title": tr("Title"),
        "author": tr("Author"),
        "outlet": tr("Outlet"),
        "published_on": tr("Date"),
        "url": tr("Web address"),
        "lang": tr("Language"),
    }
    return words[field]


def _source_words(article: Article, found: Candidate) -> str:
    """Where a value was read: the paragraph with these words, else the words alone."""
    words = found.words
    if not words.strip():
        return ""
    # Without a place in the text they come from elsewhere: a page's head, a file's properties.
    n = len(article.paragraphs) if found.start is not None else 0
    for number in [*range(min(_HEAD, n)), *range(max(_HEAD, n - _FOOT), n)]:
        text = article.paragraphs[number].text
        at = text.find(words)
        if at >= 0:
            return f"¶ {number + 1}: {_shortened(text, at)}"
    return tr("from “{words}”", words=_shortened(words, 0))


def _shortened(text: str, at: int) -> str:
    """So much of a text as there is room for, with the words at this place."""
    start = max(0, at - _BEFORE) if at + _BEFORE > _WORDS_LENGTH else 0
    piece = " ".join(text[start : start + _WORDS_LENGTH].split())
    dots = "…" if start else ""
    return f"{dots}{piece}{'…' if start + _WORDS_LENGTH < len(text) else ''}"
