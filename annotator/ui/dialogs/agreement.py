"""Agreement as a table: each layer with its coefficient, interval and warnings, then each code."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QTableView, QTextEdit, QWidget

from annotator import __version__
from annotator.model import in_language
from annotator.store import Store
from annotator.ui.dialogs.working import Working
from annotator.ui.messages import tr

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.agreement import Report
    from annotator.agreement.results import Agreement
    from annotator.model import Codebook
    from annotator.ui.job import Job

Index = QModelIndex | QPersistentModelIndex
_PATIENCE_MS = 10_000
_WIDTHS = (130, 250, 120, 60, 105, 75, 55)


class ComputeAgreement:
    """The work itself, on a store of its own; numpy is loaded with it, not with the window."""

    def __init__(self, project: Path, language: str) -> None:
        self._project = project
        self._language = language

    def __call__(self, _job: Job) -> Report:
        """Every layer, with intervals over articles or units."""
        from annotator.agreement import Options, report
        from annotator.study.reliability import project_answers

        with Store.open(self._project, wait_ms=_PATIENCE_MS) as store:
            layers = project_answers(store)
        return report(
            layers,
            Options(language="it" if self._language == "it" else "en"),
            source=self._project.name,
            made_at=datetime.now(UTC).isoformat(timespec="seconds"),
            program=f"annotator {__version__}",
        )


class AgreementTable(Working):
    """The figures above, what they mean below."""

    def __init__(self, parent: QWidget, store: Store, language: str) -> None:
        super().__init__(parent, tr("Agreement"))
        self.resize(1080, 680)
        self._work = ComputeAgreement(store.path, language)
        self.rows = AgreementRows(store.codebook(), language)
        self.table = QTableView()
        self.table.setModel(self.rows)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setAccessibleName(tr("Agreement"))
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.explained = QTextEdit()
        self.explained.setReadOnly(True)
        self.explained.setAccessibleName(tr("In words"))
        for column, width_px in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, width_px)
        self.body.addWidget(self.table, 3)
        self.body.addWidget(self.explained, 2)
        self.table.selectionModel().currentRowChanged.connect(self._show_words)

    def begin(self) -> None:
        """Start to compute."""
        self.words.setText(tr("Computing…"))
        self.run(self._work)

    def done_with(self, result: object) -> None:
        """Show the table."""
        report: Report = result  # type: ignore[assignment]  # what the work returns
        self.rows.show(report.results)
        self.words.setText(tr("Annotators: {names}", names=", ".join(report.annotators) or "–"))
        if self.rows.rowCount():
            self.table.selectRow(0)
            self.table.setFocus()

    def _show_words(self, index: QModelIndex) -> None:
        self.explained.setPlainText(self.rows.words(index.row()) if index.isValid() else "")


class AgreementRows(QAbstractTableModel):
    """One row a result, and one a code of it."""

    def __init__(self, codebook: Codebook, language: str) -> None:
        super().__init__()
        self._names = Names(codebook, language)
        self._rows: list[Agreement] = []
        self._headings = (
            tr("Layer"),
            tr("What"),
            tr("Code"),
            tr("Alpha"),
            tr("95 % interval"),
            tr("Observed"),
            tr("Units"),
            tr("To be read with care"),
        )

    def show(self, results: tuple[Agreement, ...]) -> None:
        """Other results."""
        self.beginResetModel()
        self._rows = [row for one in headlines(results) for row in (one, *lowest_first(one))]
        self.endResetModel()

    def words(self, row: int) -> str:
        """What a row means, and what to do about its warnings."""
        result = self._rows[row]
        cautions = "\n".join(f"• {words}" for words in remarks(result))
        return "\n\n".join(part for part in (result.words, cautions) if part)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """Results and their codes."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """As many as headings."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The heading of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell; a layer's own row is set in bold."""
        result = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(result)[index.column()]
        if role == Qt.ItemDataRole.FontRole and result.code is None:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _cells(self, result: Agreement) -> tuple[str, ...]:
        names = self._names
        interval = result.interval
        return (
            names.layer(result.layer),
            names.part(result),
            names.code(result.layer, result.code),
            figure(result.value),
            f"{figure(interval.low)} – {figure(interval.high)}" if interval else "—",
            figure(result.observed),
            str(result.n_units_used),
            " ".join(remarks(result)),
        )


def headlines(results: tuple[Agreement, ...]) -> list[Agreement]:
    """The first result of each question, target and step: in the metric that fits the question."""
    first: dict[tuple[str | None, ...], Agreement] = {}
    for result in results:
        first.setdefault((result.layer, result.target, result.step), result)
    return list(first.values())


def lowest_first(result: Agreement) -> list[Agreement]:
    """The codes of a result: those that agree least on top, the undefined ones last."""
    return sorted(result.per_code, key=lambda code: (code.value is None, code.value or 0.0))


class Names:
    """Labels of the codebook in one language; a key without a label is shown as it is."""

    def __init__(self, codebook: Codebook, language: str) -> None:
        self._codebook = codebook
        self._language = language
        self._targets = {
            target.key: in_language(target.label, language) for target in codebook.targets
        }

    def layer(self, key: str) -> str:
        """A layer's label."""
        return in_language(self._codebook.layer(key).label, self._language)

    def code(self, layer: str, key: str | None) -> str:
        """A code's label; `none` is the layer's own word for it."""
        if key is None:
            return ""
        asked = self._codebook.layer(layer)
        if key == "none" and asked.none_label:
            return in_language(asked.none_label, self._language)
        for code in self._codebook.codes_of(asked):
            if code.key == key:
                return in_language(code.label, self._language)
        return key

    def part(self, result: Agreement) -> str:
        """Which target, and which step of the question."""
        target = self._targets.get(result.target, result.target) if result.target else ""
        step = step_words(result.step) if result.step else ""
        return " · ".join(part for part in (target, step) if part)


def step_words(step: str) -> str:
    """A step of a question, for people."""
    words = {
        "addressed": tr("addressed or not"),
        "position": tr("which position"),
        "position_without_aside": tr("which position, without mixed"),
        "primary": tr("the primary one"),
        "with_cannot_tell": tr("with cannot tell as an answer"),
    }
    return words.get(step, step)


def figure(value: float | None) -> str:
    """Three digits without the leading zero, as reports print them; — where undefined."""
    if value is None:
        return "—"
    return f"{value:.3f}".replace("0.", ".", 1).replace("-", "−")


def remarks(result: Agreement) -> list[str]:
    """Why a figure is undefined, and its warnings, in words."""
    reason = [reason_words(result.reason)] if result.reason else []
    return reason + [caution.words for caution in result.warnings]


def reason_words(reason: str | None) -> str:
    """Why a figure is undefined."""
    words = {
        "no_variation": tr("too little variation: only one answer occurs"),
        "no_pairable_units": tr("no unit was coded by two people"),
        "one_annotator": tr("only one person has coded"),
        "no_units": tr("nothing has been coded yet"),
        "needs_two_annotators": tr("this coefficient needs exactly two people"),
        "not_comparable": tr("free text cannot be compared"),
        "interval_undefined": tr("no interval: too few draws gave a figure"),
    }
    return words.get(reason or "", reason or "")
