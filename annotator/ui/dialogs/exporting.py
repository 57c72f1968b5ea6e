"""Answers go out as JSONL: which layers, whose, where to; in the background, with cancel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from annotator.model import in_language
from annotator.store import Store
from annotator.study.exporting import Selection, export_to_file
from annotator.ui.dialogs import choosing
from annotator.ui.dialogs.working import Working, plain_label
from annotator.ui.messages import tr

if TYPE_CHECKING:
    from annotator.ui.job import Job

_PATIENCE_MS = 10_000


class ExportAnswers:
    """The work itself, on a store of its own."""

    def __init__(self, project: Path, target: Path, selection: Selection) -> None:
        self._project = project
        self._target = target
        self._selection = selection

    def __call__(self, job: Job) -> int:
        """How many answers were written; a cancelled export leaves no file."""
        with Store.open(self._project, wait_ms=_PATIENCE_MS) as store:
            return export_to_file(store, self._target, self._selection, job.told).n


class Exporting(Working):
    """Ticks what goes out; all of it at first."""

    def __init__(self, parent: QWidget, store: Store, language: str) -> None:
        super().__init__(parent, tr("Export"))
        self.resize(560, 440)
        self._project = store.path
        codebook = store.codebook()
        self.layers = _ticks(
            [(layer.key, in_language(layer.label, language)) for layer in codebook.layers]
        )
        self.annotators = _ticks([(each.key, each.key) for each in store.annotators()])
        grid = QGridLayout()
        grid.addWidget(plain_label(tr("Layers")), 0, 0)
        grid.addWidget(plain_label(tr("Annotators")), 0, 1)
        grid.addWidget(self.layers, 1, 0)
        grid.addWidget(self.annotators, 1, 1)
        self.body.addWidget(
            plain_label(
                tr(
                    "JSONL, one answer a line: it keeps everything (text, words marked, states, "
                    "notes, times) under pseudonyms, and can be merged into another project."
                )
            )
        )
        self.body.addLayout(grid, 1)
        self.choose = QPushButton(tr("Export…"))
        self.choose.setDefault(True)
        self.choose.clicked.connect(self._choose)
        self.buttons.addWidget(self.choose)
        for ticks in (self.layers, self.annotators):
            ticks.itemChanged.connect(self._ticked)
        self.choose.setFocus()
        self._ticked()

    def _ticked(self) -> None:
        self.choose.setEnabled(bool(_ticked(self.layers)) and bool(_ticked(self.annotators)))

    def _choose(self) -> None:
        name = choosing.choose_target(
            self, tr("Export"), str(self._project.with_suffix(".jsonl")), "JSONL (*.jsonl)"
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, target: Path) -> None:
        """Write what is ticked."""
        self.choose.setEnabled(False)
        self.words.setText(tr("Writing {file}…", file=target.name))
        selection = Selection(layers=_chosen(self.layers), annotators=_chosen(self.annotators))
        self.run(ExportAnswers(self._project, target, selection))

    def done_with(self, result: object) -> None:
        """How much went out."""
        self.words.setText(tr("{n} answers written.", n=result))
        self._ticked()

    def show_stopped(self) -> None:
        """Nothing half-written is left."""
        super().show_stopped()
        self._ticked()


def _ticks(things: list[tuple[str, str]]) -> QListWidget:
    ticks = QListWidget()
    for key, label in things:
        item = QListWidgetItem(label, ticks)
        item.setData(Qt.ItemDataRole.UserRole, key)
        item.setCheckState(Qt.CheckState.Checked)
    return ticks


def _ticked(ticks: QListWidget) -> tuple[str, ...]:
    items = [ticks.item(row) for row in range(ticks.count())]
    return tuple(
        item.data(Qt.ItemDataRole.UserRole)
        for item in items
        if item.checkState() == Qt.CheckState.Checked
    )


def _chosen(ticks: QListWidget) -> tuple[str, ...]:
    """The ticked ones; empty, which means all, where nothing is left out."""
    ticked = _ticked(ticks)
    return () if len(ticked) == ticks.count() else ticked
