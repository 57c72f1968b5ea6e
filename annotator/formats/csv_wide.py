"""The wide table in CSV, as irr and irrCAC of R read it: units down, annotators across.

One question a file. A set has a row a unit and code with 0 and 1; of several holders of a stance
each type has its row. Empty is missing. Imports the corpus and the writer of rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final

from annotator.formats.csv_rows import CsvRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.formats.tables import Cell
    from annotator.model import Remark

READS: Final = False
WRITES: Final = True
KEEPS: Final = (
    "what each annotator answered to each unit of one question",
    "none as a value of its own, or as 0 of every code of a set",
)
LOSES: Final = (
    "cannot_tell and skipped are empty cells, as units that were not seen",
    "other questions, texts, marked words, main codes, sureness, notes, times, history",
    "names of holders: a stance has a row for each type",
    "later answers of an annotator who answered a unit in several rounds",
)


def write_rows(
    names: Sequence[str],
    annotators: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    out: BinaryIO,
    *,
    for_spreadsheets: bool = False,
) -> tuple[int, tuple[Remark, ...]]:
    """Write units: cells of `names`, then one of each annotator. How many ratings there are."""
    csv = CsvRows(out, (*names, *annotators), for_spreadsheets=for_spreadsheets)
    n = 0
    for row in rows:
        csv.row(row)
        n += sum(cell is not None for cell in row[len(names) :])
    csv.flush()
    return n, csv.notes
