"""The words that annotators marked, as columns of integers. Imports model.

The spans of a stretch of rows are objects for a moment; what is kept are numbers.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, count
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from annotator.model import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from annotator.store.connection import Connection

    Column = NDArray[np.int32]
    Numbers = NDArray[np.int64]

# Two expressions for a query over answers: which rows have evidence, and what it is.
EVIDENCE = "group_concat({here}, ''), group_concat(CASE WHEN {here} THEN evidence END)".format(
    here="(evidence<>'[]' AND layer IN (SELECT value FROM json_each(?6)))"
)
_LENGTHS = (
    "SELECT group_concat(document), group_concat(ord), group_concat(length(text)) FROM paragraph"
    " WHERE document BETWEEN ?1 AND ?2"
)
# Documents of which the paragraphs are measured at a time.
_DOCUMENTS = 500

_decoder = msgspec.json.Decoder(list[tuple[Span, ...]])


class EvidenceColumns(Struct, frozen=True):
    """Marked words, one entry a span: half-open code points of the paragraph that was coded.

    `row` is a place in the columns of the layer, `code` one in `codes` (-1: for the answer as a
    whole). `length` has one entry a row of the layer: the code points of its paragraph.
    """

    row: Column
    start: Column
    end: Column
    code: Column
    codes: list[str]
    length: Column


class SpanColumns:
    """Collects the spans of one stretch of rows after the other."""

    def __init__(self) -> None:
        import numpy as np

        none = np.zeros(0, np.int32)
        self._rows, self._starts, self._ends, self._codes = [none], [none], [none], [none]
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)

    def add(self, flags: str, together: str | None, first_row: int) -> None:
        """The evidence of a stretch: a 1 for each row that has some, and the JSON of those."""
        import numpy as np

        if together is None:
            return
        rows = np.flatnonzero(np.frombuffer(flags.encode(), np.uint8) == ord("1")) + first_row
        answers = _decoder.decode(f"[{together}]")
        spans = list(chain.from_iterable(answers))
        n = len(spans)
        n_spans = np.fromiter(map(len, answers), np.int64, len(answers))
        self._rows.append(np.repeat(rows, n_spans).astype(np.int32))
        self._starts.append(np.fromiter((span.start for span in spans), np.int32, n))
        self._ends.append(np.fromiter((span.end for span in spans), np.int32, n))
        codes = (-1 if span.code is None else self._numbers[span.code] for span in spans)
        self._codes.append(np.fromiter(codes, np.int32, n))

    def of_rows(self, here: Numbers) -> EvidenceColumns:
        """The spans of some of the rows, which are numbered anew; lengths are left at 0."""
        import numpy as np

        row = np.concatenate(self._rows)
        kept = np.flatnonzero(np.isin(row, here))
        code = np.concatenate(self._codes)[kept]
        names = list(self._numbers)
        present = sorted(names[number] for number in np.unique(code[code >= 0]).tolist())
        places = {name: place for place, name in enumerate(present)}
        number = np.array([*(places.get(name, -1) for name in names), -1], np.int32)
        return EvidenceColumns(
            row=np.searchsorted(here, row[kept]).astype(np.int32),
            start=np.concatenate(self._starts)[kept],
            end=np.concatenate(self._ends)[kept],
            code=number[code],
            codes=present,
            length=np.zeros(len(here), np.int32),
        )


def paragraph_lengths(file: Connection, document: Numbers, paragraph: Column) -> Column:
    """The length of the paragraph of each row in code points; 0 for a whole document."""
    import numpy as np

    lengths = np.zeros(len(document), np.int32)
    present = np.unique(document)
    for start in range(0, len(present), _DOCUMENTS):
        some = present[start : start + _DOCUMENTS]
        first, last = int(some[0]), int(some[-1])
        columns = file.rows(_LENGTHS, first, last)[0]
        places, ords, texts = (np.fromstring(each or "", np.int64, sep=",") for each in columns)
        width = int(max(ords.max(initial=0), paragraph.max(initial=0))) + 1
        line = places * width + ords
        order = np.argsort(line)
        here = np.flatnonzero((document >= first) & (document <= last) & (paragraph >= 0))
        found = np.searchsorted(line[order], document[here] * width + paragraph[here])
        lengths[here] = texts[order][found]
    return lengths
