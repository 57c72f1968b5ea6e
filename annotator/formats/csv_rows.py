"""CSV as RFC 4180 has it: UTF-8 without mark, line feeds, quotes where needed. Imports model.

A cell that begins with a sign is a formula to spreadsheets. Cells are kept as they are and counted,
unless they are to be made harmless by an apostrophe.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, BinaryIO

from annotator.model import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BUFFER = 1 << 20
_FORMULA = frozenset("=+-@\t\r")


class CsvRows:
    """Writes rows of one file; `flush` at the end."""

    def __init__(self, out: BinaryIO, header: Sequence[str], *, for_spreadsheets: bool = False):
        self._out = out
        self._lines: list[str] = []
        self._size = 0
        self._for_spreadsheets = for_spreadsheets
        self._n_formulas = 0
        # Written with CR LF and cut: csv quotes only those line ends that it ends lines with.
        self._row = csv.writer(self, lineterminator="\r\n").writerow
        self.row([self.text(name) for name in header])

    def text(self, cell: str | None) -> str | None:
        """A cell of free text: counted, or made harmless, if spreadsheets would compute it."""
        if not cell or cell[0] not in _FORMULA:
            return cell
        self._n_formulas += 1
        return f"'{cell}" if self._for_spreadsheets else cell

    def row(self, cells: Iterable[str | int | float | None]) -> None:
        """One row; None is an empty cell."""
        self._row(cells)

    def write(self, line: str) -> None:
        """A whole line, from `csv`."""
        self._lines.append(line[:-2])
        self._size += len(line)
        if self._size >= _BUFFER:
            self.flush()

    def flush(self) -> None:
        """Write what is left."""
        if self._lines:
            self._out.write(("\n".join(self._lines) + "\n").encode())
            self._lines.clear()
            self._size = 0

    @property
    def notes(self) -> tuple[Remark, ...]:
        """How many cells spreadsheets would have computed."""
        if not self._n_formulas:
            return ()
        if self._for_spreadsheets:
            return (
                Remark(
                    "formulas_quoted",
                    "{n} cells began with = + - or @ and got an apostrophe before it",
                    {"n": self._n_formulas},
                ),
            )
        return (
            Remark(
                "formulas",
                "{n} cells begin with = + - or @: a spreadsheet would compute them;"
                " --spreadsheet makes them harmless",
                {"n": self._n_formulas},
            ),
        )
