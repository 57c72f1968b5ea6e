"""The report as a file, and its paragraph for a methods section: computed whole, beside the window.

Imports agreement, study and Qt.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from annotator.errors import AnnotatorError
from annotator.ui.agreement.intervals import ComputeReport
from annotator.ui.dialogs import choosing
from annotator.ui.dialogs.working import Working
from annotator.ui.messages import error_text, tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.agreement.results import Report
    from annotator.ui.agreement.intervals import By
    from annotator.ui.agreement.naming import Names

# What a file's ending stands for.
FORMATS = {
    ".html": "html",
    ".htm": "html",
    ".md": "md",
    ".tex": "latex",
    ".csv": "csv",
    ".json": "json",
    ".pdf": "pdf",
    ".txt": "table",
}


class SaveReport(Working):
    """Computes every question with its intervals, then writes one file; `by` adds parts of time."""

    saved = Signal(str)  # what was done, in words

    def __init__(
        self, parent: QWidget, project: Path, target: Path, names: Names, by: By | None = None
    ) -> None:
        super().__init__(parent, tr("Save the report"))
        self._target = target
        self._names = names
        self._work = ComputeReport(project, names.language, by=by)
        self.resize(480, 140)

    def begin(self) -> None:
        """Compute."""
        self.words.setText(tr("Computing every figure with its interval…"))
        self.run(self._work)

    def done_with(self, result: object) -> None:
        """Write what came of it."""
        report: Report = result  # type: ignore[assignment]  # what the work returns
        try:
            put_file(self._target, report_bytes(report, self._target, self._names))
        except AnnotatorError as error:
            self.words.setText(error_text(error))
            return
        self.saved.emit(tr("Saved: {path}", path=self._target))
        self.accept()


class CopyMethods(Working):
    """Computes every question with its intervals, then copies the paragraph."""

    copied = Signal(str)  # what was done, in words

    def __init__(self, parent: QWidget, project: Path, language: str) -> None:
        super().__init__(parent, tr("Copy methods paragraph"))
        self._language = language
        self._work = ComputeReport(project, language)
        self.resize(480, 140)

    def begin(self) -> None:
        """Compute."""
        self.words.setText(tr("Computing every figure with its interval…"))
        self.run(self._work)

    def done_with(self, result: object) -> None:
        """Put it on the clipboard."""
        from annotator.agreement.rendering import methods_paragraph  # numpy comes with it

        report: Report = result  # type: ignore[assignment]  # what the work returns
        QGuiApplication.clipboard().setText(methods_paragraph(report, self._language))
        self.copied.emit(tr("The methods paragraph is on the clipboard."))
        self.accept()


def ask_where(parent: QWidget, project: Path, title: str) -> Path | None:
    """The file that the report goes to; None if the person thinks better of it."""
    proposed = project.with_name(tr("Agreement — {title}", title=title) + ".html")
    kinds = ";;".join(
        (
            f"{tr('Web page')} (*.html)",
            "PDF (*.pdf)",
            "Markdown (*.md)",
            "LaTeX (*.tex)",
            f"{tr('Table, one row a figure')} (*.csv)",
            "JSON (*.json)",
            f"{tr('All files')} (*)",
        )
    )
    name = choosing.choose_target(parent, tr("Save the report"), str(proposed), kinds)
    if not name:
        return None
    target = Path(name)
    return target if target.suffix else target.with_suffix(".html")


def report_bytes(report: Report, target: Path, names: Names) -> bytes:
    """The report in the format that the file's ending stands for.

    Raises:
        AnnotatorError: an ending that stands for nothing.
    """
    kind = FORMATS.get(target.suffix.lower())
    if kind is None:
        raise AnnotatorError(
            "the report cannot be written as {suffix}",
            where=target,
            remedy="choose a name that ends in .html, .pdf, .md, .tex, .csv or .json",
            suffix=target.suffix,
        )
    if kind == "pdf":
        from annotator.ui.agreement.pdf import report_pdf  # seldom needed

        return report_pdf(report, names)
    from annotator.agreement import render  # numpy comes with it

    return render(report, kind).encode()


def put_file(target: Path, content: bytes) -> None:
    """Write beside and rename: the file appears whole or not at all.

    Raises:
        AnnotatorError: a project lies there, or nothing can be written.
    """
    from annotator.study.file_kinds import holds_a_database

    if target.suffix == ".annot" or holds_a_database(target):
        raise AnnotatorError(
            "this file is a project; the report would take its place",
            where=target,
            remedy="choose another name",
        )
    part = target.with_name(target.name + ".part")
    try:
        part.write_bytes(content)
        part.replace(target)
    except OSError as error:
        raise AnnotatorError(
            "the report cannot be written: {trouble}",
            where=target,
            remedy="choose another place, or make room",
            trouble=error.strerror or str(error),
        ) from error
    finally:
        part.unlink(missing_ok=True)
