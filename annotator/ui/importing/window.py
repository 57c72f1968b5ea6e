"""The import window: files at the left, the one that is selected at the right, Import all below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.study.intake import Wishes
from annotator.text.reading import Options
from annotator.ui.dropping import dropped_paths
from annotator.ui.fitting import open_at, scrolled
from annotator.ui.importing.asking import MetadataTable, ask_for_files, ask_for_folder
from annotator.ui.importing.entry import Entry
from annotator.ui.importing.files import FileList
from annotator.ui.importing.foot import Foot
from annotator.ui.importing.hint import Hint
from annotator.ui.importing.nothing import Nothing
from annotator.ui.importing.preview import Preview
from annotator.ui.importing.reading import Reader
from annotator.ui.importing.shelf import Shelf
from annotator.ui.importing.taking import Taking
from annotator.ui.importing.which import WhichFiles
from annotator.ui.importing.words import counts
from annotator.ui.job import Job
from annotator.ui.messages import error_text, notice_text, tr

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent

    from annotator.errors import AnnotatorError
    from annotator.study.intake import FileFate
    from annotator.study.metadata_table import Joined
    from annotator.study.survey import Look

# With more files than this only doubtful paragraphs are shown at first.
_MANY = 10
_COUNTED_EVERY_MS = 100


class ImportWindow(QDialog):
    """Files are listed, looked at, prepared, and taken in."""

    def __init__(self, parent: QWidget, project: Path, paths: list[Path]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import articles"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAcceptDrops(True)
        open_at(self, QSize(1180, 800))
        self._project = project
        self.table = MetadataTable(self)
        self.job: Job | None = None
        self._has_trouble = False
        self._result = ""  # what came of the last import
        self.reader = Reader(project, self)
        self.shelf = Shelf()
        self.files, self.preview, self.foot = FileList(), Preview(), Foot()
        # Thousands of files are looked at one by one, and to count them all takes a while.
        self._counting = QTimer(self, singleShot=True, interval=_COUNTED_EVERY_MS)
        self._counting.timeout.connect(self._show_counts)
        self.which = WhichFiles()
        self.nothing = Nothing()
        self._lay_out()
        self._connect()
        self._show_counts()
        if paths:
            self.add(paths)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 0, 0)
        column.addWidget(self.which)
        column.addWidget(self.files, 1)
        column.addWidget(Hint(tr("Enter to the paragraphs · Delete leaves a file out")))
        self.split = QSplitter()
        self.split.addWidget(left)
        self.right = scrolled(self.preview)
        self.split.addWidget(self.right)
        self.split.setSizes([340, 840])
        self.split.setStretchFactor(1, 1)
        self.split.setChildrenCollapsible(False)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.nothing)
        self.pages.addWidget(self.split)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.foot)

    def _connect(self) -> None:
        self.reader.found.connect(self._found)
        self.reader.looked.connect(self._looked)
        self.reader.failed.connect(self._say_error)
        self.reader.idle.connect(self._show_counts)
        self.files.selectionModel().currentRowChanged.connect(self._current_changed)
        self.files.rows.modelReset.connect(self._list_changed)
        self.files.unwanted.connect(self.remove_selected)
        rows, passage = self.preview.paragraphs, self.preview.passage
        self.files.entered.connect(rows.setFocus)
        self.files.entered.connect(lambda: self.right.ensureWidgetVisible(rows))
        rows.parting_wanted.connect(lambda: self.right.ensureWidgetVisible(passage))
        passage.left.connect(lambda: self.right.ensureWidgetVisible(rows))
        self.preview.paragraphs.left.connect(self.files.setFocus)
        self.which.activated.connect(self._show_which)
        self.preview.manner_chosen.connect(self._read_anew)
        self.preview.manner_for_all.connect(self._read_all_so)
        self.preview.changed.connect(self._entry_changed)
        self.preview.next_file_wanted.connect(self._next_doubtful_file)
        foot = self.foot
        foot.begin.clicked.connect(self.take_all)
        QShortcut(QKeySequence("Ctrl+Return"), self, foot.begin.click)
        foot.leave.clicked.connect(self.reject)
        foot.proposals.toggled.connect(self._wishes_changed)
        foot.duplicates.toggled.connect(self._wishes_changed)
        foot.table.clicked.connect(self.table.ask)
        foot.no_table.clicked.connect(self.table.forget)
        self.table.changed.connect(self._table_changed)
        self.table.failed.connect(self._say_error)
        for part in (foot, self.nothing):
            part.files_wanted.connect(self._choose_files)
            part.folder_wanted.connect(self._choose_folder)

    # ------------------------------------------------------------------ files

    def add(self, paths: list[Path]) -> None:
        """Put these files, and those of these folders, into the list."""
        self._has_trouble, self._result = False, ""
        self.foot.words.setText(tr("Looking for files…"))
        self.reader.walk(paths)

    def _found(self, paths: list[Path]) -> None:
        entries = self.files.rows.entries
        before = len(entries)
        again = [entries[path] for path in paths if path in entries]
        new = self.files.rows.add(Entry(path) for path in paths)
        if before <= _MANY < before + len(new):
            self.preview.only_doubtful.setChecked(True)
        for entry in again:  # it may hold something else by now
            entry.start_anew()
            self.files.rows.changed(entry)
        self.reader.want((entry.path, entry.options) for entry in (*again, *new))
        self._show_counts()
        if not before:
            self.files.setFocus()

    def _looked(self, look: Look) -> None:
        entry = self.files.rows.entries.get(look.path)
        if entry is None or look.options != entry.options:
            return  # left out meanwhile, or to be read in another way
        entry.take_look(look)
        self.shelf.put(entry, keep=self.preview.entry)
        self.files.rows.changed(entry)
        if entry is self.preview.entry:
            self.preview.refresh()
        if not self._counting.isActive():
            self._counting.start()

    def remove_selected(self) -> None:
        """Leave the selected files out of the list; nothing happens to the files themselves."""
        if self.is_taking:
            return
        row = self.files.currentIndex().row()
        for entry in (gone := self.files.selected()):
            self.shelf.drop(entry)
        self.files.rows.remove(gone)
        if self.files.rows.rowCount():
            self.files.go_to(min(row, self.files.rows.rowCount() - 1))
        self._show_counts()

    def _show_which(self, _index: int) -> None:
        self.files.rows.show(self.which.currentData())

    def _list_changed(self) -> None:
        """Rows were made anew: the file on the screen stays current."""
        entry = self.preview.entry
        row = self.files.rows.row_of(entry) if entry else None
        if self.files.rows.rowCount():
            self.files.go_to(row or 0)
        else:
            self.preview.show_entry(None)

    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if not index.isValid():
            return
        entry = self.files.rows.entry(index.row())
        if entry is not self.preview.entry:
            self.preview.show_entry(entry)
            if entry.look is None:  # first in the queue, or once more if it is no longer kept
                self.reader.want([(entry.path, entry.options)], first=True)

    def _next_doubtful_file(self) -> None:
        rows = self.files.rows
        for row in range(self.files.currentIndex().row() + 1, rows.rowCount()):
            if rows.entry(row).n_doubts:
                self.files.go_to(row)
                self.preview.go_to_first_doubtful()
                return

    def _read_anew(self, options: Options) -> None:
        entry = self.preview.entry
        assert entry is not None
        self._read_so(entry, options, first=True)

    def _read_all_so(self) -> None:
        """Every file of the same form is read as the one on the screen."""
        shown = self.preview.entry
        assert shown is not None
        form = shown.look.form if shown.look else ""
        for entry in self.files.rows.entries.values():
            is_such = entry.look is not None and entry.look.form == form
            if entry is not shown and is_such and entry.may_be_read_anew:
                self._read_so(entry, shown.options)

    def _read_so(self, entry: Entry, options: Options, *, first: bool = False) -> None:
        entry.options = options
        entry.fate = None
        self.reader.want([(entry.path, options)], first=first)

    def _entry_changed(self) -> None:
        entry = self.preview.entry
        assert entry is not None
        self.files.rows.changed(entry)

    # ------------------------------------------------------------------ taking in

    @property
    def is_taking(self) -> bool:
        """Whether files are being taken in."""
        return self.job is not None and self.job.is_running

    @property
    def is_working(self) -> bool:
        """Whether anything goes on beside the window."""
        return self.is_taking or self.reader.is_running

    def wishes(self) -> Wishes:
        """What is ticked below."""
        foot = self.foot
        return Wishes(
            options=Options(keep_source=foot.source.isChecked()),
            keep_duplicates=foot.duplicates.isChecked(),
            proposals=foot.proposals.isChecked(),
        )

    def take_all(self) -> None:
        """Take in every file that is not in yet."""
        self.foot.setFocus()  # a field that is being typed in says what it holds
        todo = [
            (entry.path, entry.prepared())
            for entry in self.files.rows.entries.values()
            if not entry.is_done
        ]
        work = Taking(self._project, self.wishes(), todo, self.table.rows, self)
        work.taken.connect(self._taken)
        self.job = Job(work, self)
        self.job.progressed.connect(self.foot.show_progress)
        self.job.finished.connect(self._all_taken)
        self.job.failed.connect(self._say_error)
        self.job.ended.connect(self._taking_ended)
        self._lock(is_locked=True)
        self._has_trouble = False
        self.foot.words.setText(tr("Taking in…"))
        self.job.begin()

    def _lock(self, *, is_locked: bool) -> None:
        """What is changed of a file while it is taken in would be seen and not stored."""
        self.foot.show_working(is_working=is_locked)
        self.preview.is_locked = is_locked
        self.preview.refresh()

    def _taken(self, fate: FileFate) -> None:
        entry = self.files.rows.entries[fate.path]
        entry.fate = fate
        self.files.rows.changed(entry)
        if entry is self.preview.entry:
            self.preview.refresh()

    def _all_taken(self, joined: Joined | None) -> None:
        if joined is not None:
            words = tr("Articles that the table changed: {n}.", n=joined.n_changed)
            self.foot.say_remarks(words, [notice_text(remark) for remark in joined.remarks])

    def _taking_ended(self) -> None:
        assert self.job is not None
        was_stopped = self.job.is_cancelled
        self._lock(is_locked=False)
        if not self._has_trouble:
            words = self._sum()
            self._result = tr("Stopped.") + " " + words if was_stopped else words
        self._show_counts()
        failed = [e for e in self.files.rows.entries.values() if e.fate and e.fate.n_failed]
        row = self.files.rows.row_of(failed[0]) if failed else None
        if row is not None:
            self.files.go_to(row)
        self.files.setFocus()

    def _sum(self) -> str:
        fates = [each.fate for each in self.files.rows.entries.values() if each.fate]
        return tr(
            "{taken} taken in, {there} already there, {failed} failed.",
            taken=sum(fate.n_taken for fate in fates),
            there=sum(fate.n_there for fate in fates),
            failed=sum(fate.n_failed for fate in fates),
        )

    # ------------------------------------------------------------------ table, choosing

    def _table_changed(self, words: str) -> None:
        self.foot.show_table(words)
        self._wishes_changed()
        self._show_counts()

    def _wishes_changed(self) -> None:
        self.preview.proposals = self.foot.proposals.isChecked()
        self.preview.as_copies = self.foot.duplicates.isChecked()
        self.preview.table = self.table.rows or {}
        self.preview.refresh()

    def _choose_files(self) -> None:
        if paths := ask_for_files(self):
            self.add(paths)

    def _choose_folder(self) -> None:
        if paths := ask_for_folder(self):
            self.add(paths)

    # ------------------------------------------------------------------ small

    def _show_counts(self) -> None:
        entries = self.files.rows.entries
        self.pages.setCurrentIndex(1 if entries else 0)
        todo = sum(not entry.is_done for entry in entries.values())
        self.foot.show_todo(todo, may_begin=bool(todo or self.table.rows) and not self.is_taking)
        if self.is_taking or self._has_trouble:
            return
        waiting = self.reader.n_wanted
        if waiting:
            self.foot.words.setText(tr("Looking at the files: {n} to go", n=waiting))
        elif self._result:
            self.foot.words.setText(self._result)
        else:
            states = counts([entry.state for entry in entries.values()])
            self.foot.say_states(states)

    def _say_error(self, error: AnnotatorError) -> None:
        self._has_trouble = True  # stays on the screen until something else is begun
        self.foot.words.setText(error_text(error))

    def _may_lose_changes(self) -> bool:
        """Whether nothing was changed of files that are not in, or somebody says so."""
        entries = self.files.rows.entries.values()
        changed = [e for e in entries if (e.edits or e.left_out) and not e.is_done]
        if not changed:
            return True
        from annotator.ui.dialogs.message import ask  # seldom needed

        words = tr("You have changed files that are not imported yet: {n}.", n=len(changed))
        return ask(self, tr("Import articles"), words, tr("Close anyway"), tr("Stay here"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome, but not while others are taken in."""
        if dropped_paths(event.mimeData()) and not self.is_taking:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Into the list."""
        event.acceptProposedAction()
        self.add(dropped_paths(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a field for the list of files; there it closes the window."""
        focus = self.focusWidget()
        is_inside = focus is not None and self.preview.isAncestorOf(focus)
        if event.key() == Qt.Key.Key_Escape and is_inside:
            self.files.setFocus()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """While files are taken in: stop. Otherwise: close, if no change would be lost."""
        if self.job is not None and self.is_taking:
            self.job.cancel()
            self.foot.leave.setEnabled(False)
            return
        if not self._may_lose_changes():
            return
        self.reader.stop()
        self._counting.stop()
        super().reject()
        if self.reader.is_running:
            self.reader.idle.connect(self.deleteLater)
        else:
            self.deleteLater()
