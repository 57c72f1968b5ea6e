"""Making answers and kinds what the log says, after events have arrived. Imports model.

The log is read once, by uid: of each uid's events the highest one stands (`replay`).
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from annotator.model import DocumentId
from annotator.store.log import read_kind, read_said
from annotator.store.replay import Winner, highest
from annotator.store.reports import Conflict, Fate
from annotator.store.rows import AnswerRows, row_of

if TYPE_CHECKING:
    from annotator.store.connection import Connection, Row
    from annotator.store.log import Said, Thing
    from annotator.store.writing import Writer

# `+` makes SQLite sort them all first: what is written meanwhile is no longer read.
_TOUCHED = (
    "SELECT e.uid, e.rev, e.at, d.uid, e.device, e.thing, e.annotator, e.after, e.seq,"
    " e.device_seq FROM event e JOIN device d ON d.id=e.device"
    " WHERE e.uid IN (SELECT uid FROM event WHERE seq>?1 AND thing=?2) AND e.thing=?2"
    " ORDER BY +e.uid, +e.seq"
)
_AT_ONCE = 1_000
_IDS = "SELECT uid, id FROM document"


class _Told(Winner, frozen=True):
    seq: int
    number: int


class Settling:
    """Settles what arrived behind one place of the log, inside the caller's transaction."""

    def __init__(self, file: Connection, writer: Writer, *, last: int, with_lines: bool):
        self._file = file
        self._writer = writer
        self._rows = AnswerRows(file)
        self._last = last
        self._with_lines = with_lines
        self._ids: dict[str, int] = dict(file.rows(_IDS))
        # What answers presuppose, and is there already: a thousand need the same.
        self._there: set[tuple[str, str | None, str]] = set()
        self._waiting: list[Row] = []
        self.fates: Counter[tuple[str, str, Fate]] = Counter()
        self.conflicts: list[Conflict] = []
        self.kinds = 0

    def settle(self) -> None:
        """Write what stands now, and count it."""
        for told in self._touched("annotation"):
            self._answer(told, told[0] if len(told) == 1 else highest(told))
        self._flush()
        for told in self._touched("kind"):
            self._kind(told, highest(told))
        self.conflicts.sort(key=attrgetter("number"))

    def _touched(self, thing: Thing) -> list[list[_Told]] | map[list[_Told]]:
        rows = self._file.stream(_TOUCHED, self._last, thing)
        return map(_told, (list(group) for _, group in groupby(rows, itemgetter(0))))

    def _answer(self, told: list[_Told], won: Winner) -> None:
        text = won.after or next((each.after for each in told if each.after is not None), None)
        if text is None:  # cleared, and what was there has never come here
            return
        said = read_said(text)
        before = None
        if told[0].seq <= self._last:
            before = self._rows.standing(won.uid)
        if won.after is not None:
            self._put(said, won)
        elif before is not None:
            self._rows.clear(won.uid)
        if len(told) > 1:
            self._note_conflict(told, said.document, said.paragraph, said.layer)
        is_same = won.after is None and before is None
        if won.after is not None and before is not None:
            is_same = (before.answer, before.codebook) == (said.answer, said.codebook)
        fate: Fate = "unchanged" if is_same else "updated" if before else "added"
        self.fates[won.annotator, said.round, fate] += 1

    def _put(self, said: Said, won: Winner) -> None:
        presupposed = (said.round, said.holder, said.codebook)
        if presupposed not in self._there:
            self._writer.make_room(*presupposed)
            self._there.add(presupposed)
        self._waiting.append(row_of(said, won, self._ids[said.document]))
        if len(self._waiting) >= _AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        waiting, self._waiting = self._waiting, []
        self._rows.put_rows(waiting)

    def _kind(self, told: list[_Told], won: Winner) -> None:
        said = read_kind(won.after or "")
        document = DocumentId(self._ids[said.document])
        if self._rows.kind(document, said.paragraph) != said.kind:
            self._rows.put_kind(document, said.paragraph, said.kind)
            self.kinds += 1
        self._note_conflict(told, said.document, said.paragraph, "")

    def _note_conflict(
        self, told: list[_Told], document: str, paragraph: int | None, layer: str
    ) -> None:
        """Whether two machines say different things under one revision, and one is new here."""
        for new in told:
            if new.seq > self._last and any(_are_rivals(new, each) for each in told):
                number = new.number if self._with_lines else 0
                self.conflicts.append(
                    Conflict(number, new.uid, new.annotator, document, paragraph, layer)
                )
                return


def _told(rows: list[tuple[object, ...]]) -> list[_Told]:
    return [_Told(*row) for row in rows]  # type: ignore[arg-type]  # as the columns have them


def _are_rivals(one: _Told, other: _Told) -> bool:
    if one.rev != other.rev or one.device == other.device or one.after == other.after:
        return False
    if one.thing == "kind":  # the round only says where it was changed
        return read_kind(one.after or "").kind != read_kind(other.after or "").kind
    return True
