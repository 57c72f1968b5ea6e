"""Merging a JSONL export: each line becomes an event, the log says what stands. Imports model.

Everything is read and checked before the first answer is written, in one transaction. The same
file twice adds nothing, and the order of files does not matter: of each answer's events the
highest revision stands, then the latest, then the device (`replay`).
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from annotator.model import Annotation, uid_of
from annotator.store.arrivals import Arrival, Arrivals, Refused
from annotator.store.backup import back_up
from annotator.store.log import Log, encoded, read_said, said
from annotator.store.newcomers import Newcomers
from annotator.store.replay import told_of, winner
from annotator.store.writing import Writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.formats.jsonl import Line
    from annotator.store.connection import Connection
    from annotator.store.definitions import Definitions
    from annotator.store.replay import Winner

    # A line's number, from 1, and its content.
    Incoming = tuple[int, Line]

Fate = Literal["added", "updated", "unchanged"]

_AT_ONCE = 10_000
_IN_LOG = "SELECT value FROM json_each(?) WHERE EXISTS(SELECT 1 FROM event WHERE uid=value)"


class Conflict(Struct, frozen=True):
    """An answer that was changed on two machines at once; the later one stands, both are logged."""

    number: int
    uid: str
    annotator: str
    document: str
    paragraph: int | None
    layer: str


class MergeTally(Struct, frozen=True):
    """What became of the lines of one annotator in one round."""

    annotator: str
    round: str
    added: int
    updated: int
    unchanged: int


class MergeReport(Struct, frozen=True):
    """What a merge did, or with `dry_run` would do."""

    added: int
    updated: int
    unchanged: int
    refused: list[Refused]
    conflicts: list[Conflict]
    tallies: list[MergeTally]
    new_annotators: list[str]
    backup: Path | None


class _NotForGoodError(Exception):
    """A dry run: the same code, rolled back."""


class Merge:
    """One file being merged."""

    def __init__(self, file: Connection, definitions: Definitions, *, device_of: str):
        self._file = file
        self._log = Log(file)
        self._writer = Writer(file, definitions)
        self._definitions = definitions
        self._device_uid = uid_of("file", device_of)
        self._fates: Counter[tuple[str, str, Fate]] = Counter()
        self._refused: list[Refused] = []
        self._conflicts: list[Conflict] = []
        self._newcomers: list[str] = []
        self._device: int | None = None
        self._known: set[str] = set()
        # What answers presuppose, and is there already: a thousand lines need the same.
        self._there: set[tuple[str, str | None, str]] = set()

    def run(
        self,
        lines: Iterable[Incoming],
        *,
        dry_run: bool,
        rename: Mapping[str, str],
        same: set[str],
    ) -> MergeReport:
        """Back up, read all lines, write; all or nothing."""
        backup = None if dry_run else back_up(self._file, always=True)
        has_written = False
        try:
            with self._file.write():
                self._merge(lines, rename, same)
                if dry_run:
                    raise _NotForGoodError  # noqa: TRY301  # rolls the transaction back
            has_written = any(fate != "unchanged" for _, _, fate in self._fates)
        except _NotForGoodError:
            pass
        finally:
            # A copy of what has not changed: a merge that is tried again must not pile them up.
            if backup is not None and not has_written:
                backup.unlink(missing_ok=True)
        return self._report(backup if has_written else None)

    def _merge(self, lines: Iterable[Incoming], rename: Mapping[str, str], same: set[str]) -> None:
        newcomers = Newcomers(self._file, self._definitions, rename=rename, same=same)
        arrivals = Arrivals(self._file, self._definitions, newcomers)
        fitting = []
        for number, line in lines:
            read = arrivals.read(number, line)
            if isinstance(read, Refused):
                self._refused.append(read)
            else:
                fitting.append(read)
        self._newcomers = newcomers.added
        self._known = self._in_log([arrival.uid for arrival in fitting])
        for arrival in fitting:
            fate = self._take(arrival)
            self._fates[arrival.place.annotator, arrival.place.round, fate] += 1

    def _in_log(self, uids: list[str]) -> set[str]:
        """Those that the log tells of: mostly none or few, so each need not be asked for."""
        known: set[str] = set()
        for start in range(0, len(uids), _AT_ONCE):
            wanted = encoded(uids[start : start + _AT_ONCE])
            known.update(uid for (uid,) in self._file.rows(_IN_LOG, wanted))
        return known

    def _take(self, arrival: Arrival) -> Fate:
        after = said(arrival.place, arrival.answer, arrival.codebook)
        told = []
        if arrival.uid in self._known:
            told = told_of(self._file, "annotation", arrival.uid)
        if any(
            (each.rev, each.at, each.after) == (arrival.rev, arrival.at, after) for each in told
        ):
            return "unchanged"
        device = self._device_here()
        if any(_is_rival(each, arrival, device, after) for each in told):
            self._conflicts.append(_conflict(arrival))
        self._log.append_merged(arrival, device, after, is_new=not told)
        self._known.add(arrival.uid)
        if not told:
            self._put(_annotation(arrival), device)
            return "added"
        return self._settle(arrival)

    def _device_here(self) -> int:
        """The row of the file; made with its first line that is not known."""
        if self._device is None:
            self._device = self._log.device(self._device_uid)
        return self._device

    def _settle(self, arrival: Arrival) -> Fate:
        """Make the row what the log says."""
        before = self._writer.rows.standing(arrival.uid)
        won = winner(self._file, "annotation", arrival.uid)
        assert won is not None
        if won.after is None:  # it was cleared here by a later change; so it stays
            return "unchanged"
        told = read_said(won.after)
        place = arrival.place
        annotation = Annotation(arrival.uid, place, told.answer, told.codebook, won.rev, won.at)
        self._put(annotation, won.device)
        if before is None:
            return "added"
        same = (before.answer, before.codebook) == (told.answer, told.codebook)
        return "unchanged" if same else "updated"

    def _put(self, annotation: Annotation, device: int) -> None:
        place, codebook = annotation.place, annotation.codebook
        presupposed = (place.round, place.holder, codebook)
        if presupposed not in self._there:
            self._writer.make_room(place, codebook)
            self._there.add(presupposed)
        self._writer.rows.put(annotation, device)

    def _report(self, backup: Path | None) -> MergeReport:
        def of(annotator: str, round_: str) -> MergeTally:
            fates: tuple[Fate, ...] = ("added", "updated", "unchanged")
            return MergeTally(
                annotator, round_, *(self._fates[annotator, round_, fate] for fate in fates)
            )

        tallies = [of(*key) for key in sorted({(key[0], key[1]) for key in self._fates})]
        return MergeReport(
            added=sum(each.added for each in tallies),
            updated=sum(each.updated for each in tallies),
            unchanged=sum(each.unchanged for each in tallies),
            refused=self._refused,
            conflicts=self._conflicts,
            tallies=tallies,
            new_annotators=self._newcomers,
            backup=backup,
        )


def _annotation(arrival: Arrival) -> Annotation:
    return Annotation(
        arrival.uid, arrival.place, arrival.answer, arrival.codebook, arrival.rev, arrival.at
    )


def _is_rival(event: Winner, arrival: Arrival, device: int, after: str) -> bool:
    """Whether another machine says something else under the same revision."""
    return event.rev == arrival.rev and event.device != device and event.after != after


def _conflict(arrival: Arrival) -> Conflict:
    place = arrival.place
    return Conflict(
        arrival.number,
        arrival.uid,
        place.annotator,
        place.document_uid,
        place.paragraph,
        place.layer,
    )
