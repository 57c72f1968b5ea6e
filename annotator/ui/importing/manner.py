"""How a file is read: its form, its encoding, and what the columns of a table hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from annotator.text.columns import FIELDS
from annotator.text.reading import AS_FOUND, FORMS, TABLES, Options
from annotator.ui.fonts import interface_font
from annotator.ui.importing.choice import Choice
from annotator.ui.importing.fields import field_word
from annotator.ui.importing.words import form_word, takes_encoding
from annotator.ui.messages import tr

if TYPE_CHECKING:
    from annotator.ui.importing.entry import Entry

# What news is found in; any other that Python knows can be typed.
ENCODINGS = (
    *("utf-8", "windows-1252", "iso-8859-1", "iso-8859-15", "windows-1250", "iso-8859-2"),
    *("windows-1251", "koi8-r", "windows-1253", "windows-1254", "windows-1256", "utf-16"),
    *("mac-roman", "cp850", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"),
)
_COLUMNS = ("text", *FIELDS)


class Manner(QWidget):
    """Choices that have the file read anew."""

    chosen = Signal(object)  # Options
    for_all = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._options = AS_FOUND
        self.form, self.encoding = Choice(), Choice()
        self.form.setAccessibleName(tr("Read as"))
        self.encoding.setAccessibleName(tr("Encoding"))
        self.encoding.setEditable(True)
        self.encoding.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.all = QPushButton(tr("For all such files"))
        self.all.setAutoDefault(False)
        self.all.setToolTip(tr("Read every file of this form in the same way"))
        self.columns = ColumnChoices()
        self.form.activated.connect(self._form_chosen)
        self.encoding.activated.connect(self._encoding_chosen)
        line = self.encoding.lineEdit()
        assert line is not None
        line.returnPressed.connect(self._encoding_typed)
        self.all.clicked.connect(self.for_all)
        self.columns.chosen.connect(self._columns_chosen)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        self.encoding_label = _label(tr("Encoding"))
        for widget in (_label(tr("Read as")), self.form, self.encoding_label, self.encoding):
            row.addWidget(widget)
        row.addWidget(self.all)
        row.addStretch()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addLayout(row, 0, 0)
        grid.addWidget(self.columns, 1, 0)

    def show_entry(self, entry: Entry) -> None:
        """Show how a file was read, and what else there is."""
        self._options = entry.options
        look = entry.look
        form = look.form if look else ""
        found = form_word(form) if form and entry.options.form is None else "…"
        self.form.clear()
        self.form.addItem(tr("found: {what}", what=found), None)
        for key in FORMS:
            self.form.addItem(form_word(key), key)
        self.form.setCurrentIndex(max(0, self.form.findData(entry.options.form)))
        self._show_encodings(entry, form)
        is_table = form in TABLES and look is not None
        self.columns.setVisible(is_table)
        if is_table and look is not None:
            self.columns.show_columns(look.columns, look.fields)
        self.setEnabled(entry.may_be_read_anew)
        self.setToolTip(
            "" if entry.may_be_read_anew else tr("First take your changes of this file back")
        )

    def _show_encodings(self, entry: Entry, form: str) -> None:
        seen = entry.look.seen if entry.look else ()
        found = next((each.article.encoding for each in seen if each.article.encoding), None) or "…"
        said = entry.options.encoding
        self.encoding.clear()
        self.encoding.addItem(tr("found: {what}", what=found if said is None else "…"), None)
        for name in dict.fromkeys((*ENCODINGS, *([said] if said else []))):
            self.encoding.addItem(name, name)
        self.encoding.setCurrentIndex(max(0, self.encoding.findData(said)))
        for widget in (self.encoding_label, self.encoding):
            widget.setVisible(takes_encoding(form))

    def _form_chosen(self, _index: int) -> None:
        self._choose(replace(self._options, form=self.form.currentData(), columns={}))

    def _encoding_chosen(self, _index: int) -> None:
        self._choose(replace(self._options, encoding=self.encoding.currentData()))

    def _encoding_typed(self) -> None:
        name = self.encoding.currentText().strip()
        if self.encoding.findText(name) < 0:
            self._choose(replace(self._options, encoding=name or None))

    def _columns_chosen(self, field: str, column: str) -> None:
        said = {**self._options.columns, field: column}
        self._choose(replace(self._options, columns=said))

    def _choose(self, options: Options) -> None:
        if options != self._options:
            self._options = options
            self.chosen.emit(options)


class ColumnChoices(QWidget):
    """Which column of a table holds what."""

    chosen = Signal(str, str)  # the field, and its column; empty for none

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        self.boxes: dict[str, QComboBox] = {}
        for place, field in enumerate(_COLUMNS):
            box = Choice()
            box.setObjectName(field)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(5)
            box.setAccessibleName(tr("Column: {field}", field=field_word(field)))
            box.activated.connect(self._activated)
            self.boxes[field] = box
            name = _label(field_word(field))
            name.setBuddy(box)
            grid.addWidget(name, 0, 1 + place)
            grid.addWidget(box, 1, 1 + place)
            grid.setColumnStretch(1 + place, 1)
        grid.addWidget(_label(tr("Columns")), 1, 0)

    def show_columns(self, columns: tuple[str, ...], fields: dict[str, str]) -> None:
        """Offer these columns, and show what each field comes from."""
        for field, box in self.boxes.items():
            box.clear()
            box.addItem("—", "")
            for name in columns:
                box.addItem(name, name)
            box.setCurrentIndex(max(0, box.findData(fields.get(field, ""))))

    def _activated(self, _index: int) -> None:
        box = self.sender()
        assert isinstance(box, QComboBox)
        self.chosen.emit(box.objectName(), box.currentData())


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setFont(interface_font(13))
    return label
