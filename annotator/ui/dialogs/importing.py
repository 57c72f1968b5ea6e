"""Articles come in: in the background, with progress, and a report of every file at the end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from annotator.errors import AnnotatorError, ImportFailed
from annotator.model import Remark
from annotator.store import Store
from annotator.ui.dialogs.working import Working
from annotator.ui.messages import error_text, notice_text, tr

if TYPE_CHECKING:
    from annotator.ui.job import Job

_PATIENCE_MS = 10_000
_PAD = 6


class FileReport(Struct, frozen=True):
    """What became of one file."""

    path: Path
    fate: Literal["taken", "there", "failed"]
    n_paragraphs: int = 0
    error: AnnotatorError | None = None
    remarks: tuple[Remark, ...] = ()


class ImportArticles:
    """The work itself: reads each file and puts it into the project, one transaction a file."""

    def __init__(self, project: Path, paths: list[Path]) -> None:
        self._project = project
        self._paths = paths
        self.reports: list[FileReport] = []

    def __call__(self, job: Job) -> list[FileReport]:
        """Runs in the job's thread; what is in stays in when it is cancelled."""
        from annotator.text.importing import article_files  # loads the detectors of encodings

        files = list(article_files(self._paths))
        with Store.open(self._project, wait_ms=_PATIENCE_MS) as store:
            for number, path in enumerate(files):
                job.told(number, len(files))
                self.reports.append(_take(store, path))
        return self.reports


def _take(store: Store, path: Path) -> FileReport:
    from annotator.text.importing import read_article  # loads the detectors of encodings

    try:
        article = read_article(path)
    except ImportFailed as error:
        return FileReport(path, "failed", error=error)
    added = store.add_article(article)
    return FileReport(
        path,
        "there" if added.already_there else "taken",
        n_paragraphs=len(article.paragraphs),
        remarks=article.remarks,
    )


class Wrapping(QStyledItemDelegate):
    """Rows as high as their words need: a tree wraps words, but makes no room for them."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The height of the words in the width of the second column."""
        hint = super().sizeHint(option, index)
        tree = self.parent()
        if index.column() == 1 and isinstance(tree, QTreeWidget):
            room = QRect(0, 0, max(80, tree.columnWidth(1) - 2 * _PAD), 0)
            words = str(index.data())
            wrapped = tree.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words)
            hint.setHeight(max(hint.height(), wrapped.height() + _PAD))
        return hint


class Importing(Working):
    """Shows the work and its report."""

    def __init__(self, parent: QWidget, project: Path, paths: list[Path]) -> None:
        super().__init__(parent, tr("Import articles"))
        self.resize(860, 520)
        self.work = ImportArticles(project, paths)
        self.list = QTreeWidget()
        self.list.setHeaderLabels([tr("File"), tr("What became of it")])
        self.list.setColumnWidth(0, 260)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(Wrapping(self.list))
        self.list.header().sectionResized.connect(self.list.doItemsLayout)
        self.list.setAccessibleName(tr("Report"))
        self.body.addWidget(self.list)

    def begin(self) -> None:
        """Start the work."""
        self.words.setText(tr("Reading…"))
        self.run(self.work)

    def done_with(self, _result: object) -> None:
        """The report, failures first."""
        self._show_reports()

    def show_stopped(self) -> None:
        """What came in before the stop stays in."""
        self._show_reports()
        self.words.setText(tr("Stopped.") + " " + self.words.text())

    def _show_reports(self) -> None:
        reports = self.work.reports
        order = {"failed": 0, "taken": 1, "there": 2}
        for report in sorted(reports, key=lambda report: order[report.fate]):
            self.list.addTopLevelItem(_row(report))
        self.list.expandAll()
        counts = {fate: sum(r.fate == fate for r in reports) for fate in order}
        self.words.setText(
            tr(
                "{taken} taken in, {there} already there, {failed} failed.",
                taken=counts["taken"],
                there=counts["there"],
                failed=counts["failed"],
            )
        )


def _row(report: FileReport) -> QTreeWidgetItem:
    if report.error is not None:
        words = error_text(report.error)
    elif report.fate == "there":
        words = tr("already in the project")
    else:
        words = tr("taken in: {n} paragraphs", n=report.n_paragraphs)
    row = QTreeWidgetItem([report.path.name, words])
    row.setToolTip(0, str(report.path))
    for remark in report.remarks:
        child = QTreeWidgetItem(["", notice_text(remark)])
        child.setFlags(Qt.ItemFlag.ItemIsEnabled)
        row.addChild(child)
    return row
