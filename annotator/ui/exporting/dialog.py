"""Answers go out: format, shape, choice, place, then the work beside the window, with cancel.

Imports study, store, catalogue and Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.errors import AnnotatorError
from annotator.formats.catalogue import FORMATS
from annotator.model import in_language
from annotator.study.command_lines import as_typed, export_words
from annotator.study.exporting import Selection, check, check_target
from annotator.ui.dialogs.message import ask
from annotator.ui.dialogs.working import Working, plain_label
from annotator.ui.exporting import outcome
from annotator.ui.exporting.command import CommandLine
from annotator.ui.exporting.facts import Facts
from annotator.ui.exporting.format_list import FormatList
from annotator.ui.exporting.options import Options
from annotator.ui.exporting.place import Place
from annotator.ui.exporting.question import OneQuestion
from annotator.ui.exporting.rows import Rows
from annotator.ui.exporting.ticks import Ticks
from annotator.ui.exporting.work import ExportAnswers
from annotator.ui.fitting import open_at, scrolled
from annotator.ui.messages import error_text, tr

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.formats.written import Written
    from annotator.store import Store
    from annotator.study.wishes import Wish

_SIZE, _SMALLEST = QSize(1000, 740), QSize(900, 480)


class Exporting(Working):
    """At first all answers as JSONL, beside the project."""

    def __init__(self, parent: QWidget, store: Store, language: str) -> None:
        super().__init__(parent, tr("Export"))
        self.setMinimumSize(_SMALLEST)
        open_at(self, _SIZE)
        self._store = store
        codebook = store.codebook()
        self.formats = FormatList()
        self.facts = Facts()
        self.options = Options()
        self.question = OneQuestion(codebook, language)
        self.layers = Ticks(
            tr("Layers"), [(one.key, in_language(one.label, language)) for one in codebook.layers]
        )
        self.annotators = Ticks(tr("Annotators"), [(e.key, e.key) for e in store.annotators()])
        self.rounds = Ticks(tr("Rounds"), [(each.key, each.key) for each in store.rounds()])
        self.place = Place(store.path)
        self.command = CommandLine()
        self.trouble = plain_label("")
        self.trouble.setForegroundRole(QPalette.ColorRole.BrightText)
        self.choice = QWidget()
        self.export = QPushButton(tr("Export"))
        self.show_file = QPushButton(tr("Show the file"))
        self._lay_out()
        self._connect()
        self._show_format(self.formats.name)
        self.formats.setFocus()

    # ------------------------------------------------------------------ how it looks

    def _lay_out(self) -> None:
        row = QHBoxLayout(self.choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self.formats)
        row.addWidget(self._middle(), 1)
        self.body.addWidget(self.choice, 1)
        self.body.addWidget(self.trouble)
        self.export.setDefault(True)
        self.show_file.setAutoDefault(False)
        self.show_file.hide()
        self.buttons.insertWidget(0, self.show_file)
        self.buttons.addWidget(self.export)

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(14)
        column.addWidget(self.facts)
        column.addWidget(self.options)
        column.addWidget(self.question)
        ticks = QHBoxLayout()
        for each in (self.layers, self.annotators, self.rounds):
            ticks.addWidget(each)
        self.rounds.setVisible(self.rounds.list.count() > 1)
        column.addLayout(ticks)
        where = Rows()
        where.add(tr("Goes to"), self.place)
        where.add(tr("Command line"), self.command)
        column.addLayout(where)
        column.addStretch()
        return scrolled(middle)

    def _connect(self) -> None:
        self.formats.chosen.connect(self._show_format)
        for part in (self.options, self.question, self.place):
            part.changed.connect(self._look)
        for ticks in (self.layers, self.annotators, self.rounds):
            ticks.changed.connect(self._look)
        self.export.clicked.connect(self._export)
        self.show_file.clicked.connect(self._show_folder)

    # ------------------------------------------------------------------ what is wished

    @property
    def wish(self) -> Wish:
        """How it is to be written."""
        wish = self.options.wish
        if not wish.has_one_question:
            return wish
        return msgspec.structs.replace(
            wish,
            target=self.question.target,
            holder=self.question.holder,
            numbers=self.question.numbers,
        )

    @property
    def selection(self) -> Selection:
        """Which answers are to go out."""
        is_one = self.wish.has_one_question
        return Selection(
            layers=(self.question.layer,) if is_one else self.layers.chosen,
            annotators=self.annotators.chosen,
            rounds=self.rounds.chosen,
        )

    def _show_format(self, name: str) -> None:
        self.options.show_format(name)
        self.place.show_format(FORMATS[name])
        self._look()

    def _look(self) -> None:
        """Everything that follows from what is chosen."""
        wish = self.wish
        self.facts.show_of(wish.module)
        self.question.setVisible(wish.has_one_question)
        self.layers.setVisible(not wish.has_one_question)
        self.words.clear()
        self.show_file.hide()
        why_not = self._why_not()
        self.trouble.setText(why_not)
        self.trouble.setVisible(bool(why_not))
        self.export.setEnabled(not why_not)
        self.command.show_line("" if why_not else self._line())

    def _why_not(self) -> str:
        """Why this cannot be exported; empty if it can."""
        form, wish = FORMATS[self.formats.name], self.wish
        if form.is_lacking:
            return tr(
                "{form} needs a package that is not installed. Install it: "
                'pip install "annotator[{extra}]"',
                form=form.label,
                extra=form.extra,
            )
        if self._is_nothing_ticked():
            return tr("Nothing is ticked in one of the lists.")
        if wish.is_public and wish.text is None and wish.can_leave_texts_out:
            return tr("Most texts are under copyright: say whether they go out.")
        if self.place.path is None:
            return tr("Say where it goes.")
        try:
            check(self._store, self.selection, wish)
            check_target(self.place.path, wish)
        except AnnotatorError as error:
            return error_text(error)
        return ""

    def _is_nothing_ticked(self) -> bool:
        lists = [self.annotators, self.rounds]
        if not self.wish.has_one_question:
            lists.append(self.layers)
        return any(ticks.is_empty for ticks in lists)

    def _line(self) -> str:
        path = self.place.path
        assert path is not None
        return as_typed(export_words(self._store.path, path, self.selection, self.wish))

    # ------------------------------------------------------------------ the work

    def _export(self) -> None:
        target = self.place.path
        assert target is not None
        if not target.is_file() or self.place.may_replace or self._may_replace(target):
            self.export_to(target)

    def _may_replace(self, target: Path) -> bool:
        return ask(
            self,
            tr("Export"),
            tr("{file} is there already. It will be replaced.", file=target.name),
            tr("Replace"),
            tr("Cancel"),
        )

    def export_to(self, target: Path) -> None:
        """Write what is wished."""
        self.work = ExportAnswers(self._store.path, target, self.selection, self.wish)
        self._done = self.wish
        self._set_working(True)
        self.words.setText(tr("Writing {file}…", file=target.name))
        self.run(self.work)

    def _set_working(self, is_working: bool) -> None:
        self.choice.setEnabled(not is_working)
        self.export.setEnabled(not is_working)
        self.show_file.hide()
        if is_working:
            self.leave.setFocus()

    def done_with(self, result: object) -> None:
        """How much went out, what was lost, and where it is."""
        written: Written = result  # type: ignore[assignment]  # what the work returns
        self._set_working(False)
        self.words.setText(outcome.outcome_text(written, self.work.target, self._done))
        self.show_file.show()
        self.show_file.setFocus()

    def show_failure(self, error: AnnotatorError) -> None:
        """What happened; it can be tried in another way."""
        super().show_failure(error)
        self._set_working(False)

    def show_stopped(self) -> None:
        """Nothing half-written is left."""
        super().show_stopped()
        self._set_working(False)

    def _show_folder(self) -> None:
        outcome.show_folder(self.work.target)
