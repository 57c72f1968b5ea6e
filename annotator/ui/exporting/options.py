"""How the answers are to leave: what a row is, texts, names, spreadsheets. Imports study and Qt.

Only what the chosen format can do is shown; what it can do is asked of `study.wishes`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QRadioButton,
    QWidget,
)

from annotator.study.wishes import Wish, shapes_of
from annotator.ui.exporting.rows import Rows
from annotator.ui.messages import tr

if TYPE_CHECKING:
    from annotator.study.wishes import By


class Options(QWidget):
    """Gives the wish; `changed` after every change by the person."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._form_name = ""
        self._text: bool | None = None  # nobody has said
        self.shapes = QComboBox()
        self.shapes.setAccessibleName(tr("One row is"))
        self.with_texts = QRadioButton(tr("with texts"))
        self.without_texts = QRadioButton(tr("without: only places of marked words"))
        self._texts = QButtonGroup(self)
        self.is_public = QCheckBox(
            tr("for the public: new numbers for annotators, no notes, times cut to the hour")
        )
        self.for_spreadsheets = QCheckBox(
            tr("for spreadsheets: an apostrophe before cells that would be computed")
        )
        self._lay_out()
        self.shapes.currentIndexChanged.connect(self._shown_anew)
        self._texts.buttonClicked.connect(self._text_chosen)
        self.is_public.toggled.connect(self._shown_anew)
        self.for_spreadsheets.toggled.connect(self.changed)

    def _lay_out(self) -> None:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.with_texts, self.without_texts):
            self._texts.addButton(button)
            row.addWidget(button)
        row.addStretch()
        self._text_row = both
        self._rows = Rows(self)
        self._rows.add(tr("One row is"), self.shapes)
        self._rows.add(tr("Texts"), both)
        self._rows.add(tr("Names"), self.is_public)
        self._rows.add(tr("Cells"), self.for_spreadsheets)

    @property
    def wish(self) -> Wish:
        """What is wished, but for the question of a wide table."""
        by, is_final = self._shape
        wish = Wish(self._form_name, by=by, is_final=is_final, is_public=self.is_public.isChecked())
        return Wish(
            wish.form,
            by=by,
            is_final=is_final,
            text=self._text if wish.can_leave_texts_out else None,
            is_public=wish.is_public,
            for_spreadsheets=wish.can_be_for_spreadsheets and self.for_spreadsheets.isChecked(),
        )

    def show_format(self, name: str) -> None:
        """What this format can do."""
        self._form_name = name
        blocked = self.shapes.blockSignals(True)
        self.shapes.clear()
        for shape in shapes_of(name):
            self.shapes.addItem(_shape_words()[shape])
        self.shapes.blockSignals(blocked)
        self._show_rows()

    @property
    def _shape(self) -> tuple[By, bool]:
        return shapes_of(self._form_name)[self.shapes.currentIndex()]

    def _show_rows(self) -> None:
        wish = self.wish
        self._rows.setRowVisible(self.shapes, self.shapes.count() > 1)
        self._rows.setRowVisible(self._text_row, wish.can_leave_texts_out)
        self._rows.setRowVisible(self.for_spreadsheets, wish.can_be_for_spreadsheets)
        self._show_text(wish)

    def _show_text(self, wish: Wish) -> None:
        """What the format does of itself, until somebody says; in public somebody has to."""
        is_open = wish.is_public and self._text is None
        self._texts.setExclusive(not is_open)
        self.with_texts.setChecked(wish.has_text and not is_open)
        self.without_texts.setChecked(not wish.has_text and not is_open)

    def _text_chosen(self) -> None:
        self._text = self._texts.checkedButton() is self.with_texts
        self._shown_anew()

    def _shown_anew(self) -> None:
        self._show_rows()
        self.changed.emit()


def _shape_words() -> dict[tuple[str, bool], str]:
    return {
        ("answer", False): tr("an answer"),
        ("paragraph", False): tr("a paragraph, with all its answers"),
        ("paragraph", True): tr("a paragraph, with one final answer to each question"),
        ("document", False): tr("an article, with one final answer to each question"),
    }
