"""Tables for statistics: columns with types, rows of cells, written as CSV.

What stands in the rows is computed above. Imports the writer of rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final, Literal

from msgspec import Struct

from annotator.formats.csv_rows import CsvRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model import Remark

KEEPS: Final = (
    "one final answer a question: adjudicated, the only one, or the majority",
    "all paragraphs in scope, or all articles, with their metadata",
)
LOSES: Final = (
    "who answered what: the answers of single annotators",
    "marked words, sureness, notes, times, texts, history",
)

Cell = str | int | float | None


class Column(Struct, frozen=True):
    """One column; `is_free`: its text is not a word of ours."""

    name: str
    type: Literal["text", "integer", "number"] = "text"
    is_free: bool = False


def write_csv(
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    out: BinaryIO,
    *,
    for_spreadsheets: bool = False,
) -> tuple[int, tuple[Remark, ...]]:
    """Write the rows under the names of their columns; how many, and what is to be said."""
    csv = CsvRows(out, [column.name for column in columns], for_spreadsheets=for_spreadsheets)
    free = [place for place, column in enumerate(columns) if column.is_free]
    n = 0
    for row in rows:
        cells = list(row)
        for place in free:
            cells[place] = csv.text(str(cells[place])) if cells[place] is not None else None
        csv.row(cells)
        n += 1
    csv.flush()
    return n, csv.notes
