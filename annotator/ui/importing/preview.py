"""A file before it is taken in: how it was read, its articles, their metadata and paragraphs."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import ImportFailed
from annotator.text.columns import FIELDS
from annotator.text.editing import Edit, FieldSet, KindSet, Merged, Parted, may_part
from annotator.text.importing import file_name_of
from annotator.ui.fonts import interface_font
from annotator.ui.importing.fields import Fields
from annotator.ui.importing.hint import Hint
from annotator.ui.importing.manner import Manner
from annotator.ui.importing.notes import Notes, notes_of
from annotator.ui.importing.paragraphs import ParagraphList
from annotator.ui.importing.passage import Passage
from annotator.ui.importing.words import state_words
from annotator.ui.messages import error_text, tr

if TYPE_CHECKING:
    from annotator.model import Article, Kind
    from annotator.study.survey import Seen
    from annotator.ui.importing.entry import Entry

_PASSAGE_LEAST = 56


class Preview(QWidget):
    """One file; what is changed here is changed in its entry."""

    manner_chosen = Signal(object)  # Options
    manner_for_all = Signal()
    changed = Signal()  # something of the entry
    next_file_wanted = Signal()  # no doubtful paragraph is left in this one

    def __init__(self) -> None:
        super().__init__()
        self.entry: Entry | None = None
        self.part = 0
        self.proposals = self.as_copies = False
        self.is_locked = False  # while files are taken in
        self.table: dict[str, dict[str, str]] = {}
        self._article: Article | None = None
        self.name = _label("", interface_font(17, QFont.Weight.DemiBold))
        self.state = _label("", interface_font(13))
        self.manner, self.notes, self.fields = Manner(), Notes(), Fields()
        self.paragraphs, self.passage = ParagraphList(), Passage()
        self.only_doubtful = QCheckBox()
        self.previous, self.next = _button("◀"), _button("▶")
        self.previous.setAccessibleName(tr("The article before"))
        self.next.setAccessibleName(tr("The next article"))
        self.which = _label("", interface_font(13))
        self.taken_in = QCheckBox(tr("Take this article in"))
        self.merge = _button(tr("Merge with the next"))
        self.part_here = _button(tr("Part at the caret"))
        self.undo = _button(tr("Take back"))
        self.hint = Hint(
            tr(
                "1–9 kind · M merge with the next · Enter to the words, and there to part · "
                "N next doubtful · Ctrl+Z take back"
            )
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.parts = QWidget()
        several = QHBoxLayout(self.parts)
        several.setContentsMargins(0, 0, 0, 0)
        for widget in (self.previous, self.which, self.next, self.taken_in):
            several.addWidget(widget)
        several.addStretch()
        self.tools = QWidget()
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.only_doubtful)
        row.addStretch()
        for button in (self.merge, self.part_here, self.undo):
            row.addWidget(button)
        self.passage.setMinimumHeight(_PASSAGE_LEAST)
        self.paragraphs.setMinimumHeight(2 * _PASSAGE_LEAST)
        for button in (self.previous, self.next):
            button.setFixedWidth(40)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        for part in (self.name, self.state, self.manner, self.notes, self.parts, self.fields):
            column.addWidget(part)
        column.addWidget(self.tools)
        column.addWidget(self.paragraphs, 3)
        column.addWidget(self.passage, 1)
        column.addWidget(self.hint)
        self.rest = QWidget()  # keeps the head at the top while there is no article
        column.addWidget(self.rest, 1)

    def _connect(self) -> None:
        self.manner.chosen.connect(self.manner_chosen)
        self.manner.for_all.connect(self.manner_for_all)
        self.fields.said.connect(self._set_field)
        self.previous.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.taken_in.clicked.connect(self._toggle_part)
        self.only_doubtful.toggled.connect(self._show_paragraphs)
        rows = self.paragraphs
        rows.moved.connect(self._show_passage)
        rows.kind_chosen.connect(self._set_kind)
        rows.merge_wanted.connect(self._merge)
        rows.parting_wanted.connect(self._to_passage)
        rows.next_wanted.connect(self.go_to_next_doubtful)
        rows.undo_wanted.connect(self._take_back)
        self.passage.parted.connect(self._part)
        self.passage.left.connect(rows.setFocus)
        self.merge.clicked.connect(self._merge)
        self.part_here.clicked.connect(self._part_here)
        self.undo.clicked.connect(self._take_back)
        QShortcut(QKeySequence.StandardKey.Undo, self, self._take_back)

    # ------------------------------------------------------------------ showing

    def show_entry(self, entry: Entry | None, *, part: int = 0) -> None:
        """Show a file, and one of its articles."""
        self.entry, self.part = entry, part
        self.setVisible(entry is not None)
        if entry is None:
            return
        self.name.setText(file_name_of(entry.path))
        self.name.setToolTip(str(entry.path))
        self._show_manner(entry)
        self._show_article()

    def _show_manner(self, entry: Entry) -> None:
        self.manner.show_entry(entry)
        if self.is_locked:
            self.manner.setEnabled(False)

    def refresh(self) -> None:
        """The same file, which stands otherwise now."""
        self.show_entry(self.entry, part=self.part)

    @property
    def seen(self) -> Seen | None:
        """The article that is shown."""
        look = self.entry.look if self.entry else None
        return look.seen[self.part] if look and self.part < len(look.seen) else None

    @property
    def may_change(self) -> bool:
        """Whether the article is one that is to be taken in."""
        entry, seen = self.entry, self.seen
        is_open = not self.is_locked and entry is not None and not entry.is_done
        return is_open and seen is not None

    def _show_article(self, number: int = 0) -> None:
        entry, seen = self.entry, self.seen
        assert entry is not None
        self._article = entry.current(seen) if seen else None
        self.state.setText(state_words(entry))
        self.state.setVisible(entry.state != "failed")  # the notes say why
        self.notes.say(notes_of(entry, seen, as_copies=self.as_copies))
        has_one = seen is not None
        for part in (self.fields, self.tools, self.paragraphs, self.passage, self.hint):
            part.setVisible(has_one)
        self.rest.setVisible(not has_one)
        self._show_parts()
        if seen is not None:
            self._show_fields(entry, seen)
        self._show_paragraphs(number=number)

    def _show_parts(self) -> None:
        entry, seen = self.entry, self.seen
        assert entry is not None
        n = entry.n_articles
        self.parts.setVisible(n > 1 and seen is not None)
        if seen is not None:
            self.which.setText(tr("Article {number} of {n}", number=self.part + 1, n=n))
            self.previous.setEnabled(self.part > 0)
            self.next.setEnabled(self.part + 1 < n)
            self.taken_in.setChecked(seen.key not in entry.left_out)
            self.taken_in.setEnabled(self.may_change)

    def _show_fields(self, entry: Entry, seen: Seen) -> None:
        article = seen.article
        is_table = article.importer == "corpus"
        now: dict[str, str | None] = {}
        for field in FIELDS:
            said = entry.chosen(seen, field)
            takes = self.proposals or is_table or field == "lang"
            now[field] = said if said is not None else article.proposed(field) if takes else ""
        told = self.table.get(file_name_of(entry.path), {})
        columns = entry.look.fields if entry.look else {}
        titles = (each.text for each in entry.current(seen).paragraphs if each.kind == "title")
        title = next(titles, PurePath(article.file_name).stem)
        self.fields.show_article(article, now, told, columns, " ".join(title.split()))
        self.fields.set_open(self.may_change)

    def _show_paragraphs(self, _checked: bool = False, *, number: int | None = None) -> None:
        here = self.paragraphs.number if number is None else number
        only = self.only_doubtful.isChecked()
        self.paragraphs.show_article(self._article, only_doubtful=only, number=here or 0)
        self.only_doubtful.setText(
            tr("Only doubtful paragraphs ({n})", n=len(self.paragraphs.rows.doubts))
        )

    def _show_passage(self) -> None:
        number, article = self.paragraphs.number, self._article
        words = ""
        if article is not None and number is not None:
            words = article.paragraphs[number].text
        self.passage.show_words(words)
        may = self.may_change and bool(words)
        last = len(article.paragraphs) - 1 if article else 0
        self.merge.setEnabled(may and number != last)
        self.part_here.setEnabled(may)
        entry, seen = self.entry, self.seen
        has_edits = entry is not None and seen is not None and seen.key in entry.edits
        self.undo.setEnabled(self.may_change and has_edits)

    # ------------------------------------------------------------------ changing

    def _change(self, edit: Edit, number: int) -> None:
        entry, seen = self.entry, self.seen
        if entry is None or seen is None or not self.may_change:
            return
        try:
            entry.change(seen, edit)
        except ImportFailed as error:
            self.notes.say([(True, error_text(error))])
            return
        self._after_change(number)

    def _after_change(self, number: int) -> None:
        assert self.entry is not None
        self._show_article(number)
        self._show_manner(self.entry)
        self.changed.emit()

    def _set_kind(self, kind: Kind) -> None:
        number = self.paragraphs.number
        if number is not None:
            self._change(KindSet(number, kind), number)

    def _merge(self) -> None:
        number, article = self.paragraphs.number, self._article
        if article is not None and number is not None and number + 1 < len(article.paragraphs):
            self._change(Merged(number), number)

    def _to_passage(self) -> None:
        if self.may_change:
            self.passage.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _part_here(self) -> None:
        self._part(self.passage.caret)

    def _part(self, at: int) -> None:
        number, article = self.paragraphs.number, self._article
        if article is None or number is None:
            return
        if may_part(article.paragraphs[number].text, at):
            self._change(Parted(number, at), number)
            self.paragraphs.setFocus()
        else:
            self.passage.setFocus()

    def _set_field(self, field: str, value: str) -> None:
        self._change(FieldSet(field, value), self.paragraphs.number or 0)  # type: ignore[arg-type]

    def _take_back(self) -> None:
        entry, seen = self.entry, self.seen
        if entry is not None and seen is not None and self.may_change and entry.take_back(seen):
            self._after_change(self.paragraphs.number or 0)

    def _toggle_part(self, is_in: bool) -> None:
        entry, seen = self.entry, self.seen
        assert entry is not None
        assert seen is not None
        if is_in:
            entry.left_out.discard(seen.key)
        else:
            entry.left_out.add(seen.key)
        self._after_change(self.paragraphs.number or 0)

    # ------------------------------------------------------------------ moving

    def _go_back(self) -> None:
        self.show_entry(self.entry, part=self.part - 1)

    def _go_on(self) -> None:
        self.show_entry(self.entry, part=self.part + 1)

    def go_to_next_doubtful(self) -> None:
        """To the next doubtful paragraph: of the article, of the file, of the next file."""
        if self.paragraphs.next_doubtful():
            return
        if self.entry is not None and self.part + 1 < self.entry.n_articles:
            self._go_on()
            self.go_to_first_doubtful()
        else:
            self.next_file_wanted.emit()

    def go_to_first_doubtful(self) -> None:
        """To the first doubtful paragraph from the beginning of the article on."""
        doubts = self.paragraphs.rows.doubts
        if doubts:
            self.paragraphs.go_to(min(doubts))
        else:
            self.go_to_next_doubtful()


def _label(text: str, font: QFont) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font)
    label.setWordWrap(True)
    return label


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    return button
