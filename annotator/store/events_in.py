"""Events of another project's log: known ones are passed over, new ones join ours.

The event is the unit of exchange; its device and number are its identity. Imports model, errors.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from annotator.errors import AnswerRefused, MergeError
from annotator.model import Place, kind_uid
from annotator.store.arrivals import MisfitError, check_stamp
from annotator.store.log import APPEND, encoded, read_kind, read_said, said
from annotator.store.newcomers import is_uid
from annotator.store.reports import Refused

if TYPE_CHECKING:
    from annotator.formats.bundle import AnnotatorRecord, DeviceRecord, EventRecord
    from annotator.model import Annotator
    from annotator.store.connection import Connection, Row
    from annotator.store.judging import Here, Judge
    from annotator.store.log import Said
    from annotator.store.newcomers import Newcomers
    from annotator.store.reports import Fate

_AT_ONCE = 10_000
_ADD_DEVICE = "INSERT INTO device(uid, app, opened_at) VALUES(?, ?, ?)"
_KNOWN = (
    "SELECT device, device_seq, step, rest, at, annotator, thing, uid, rev, before, after,"
    " duration_ms FROM event WHERE device=? AND device_seq BETWEEN ? AND ?"
)


class IncomingEvents:
    """Appends events, inside the caller's transaction, ten thousand at a time."""

    def __init__(
        self, file: Connection, newcomers: Newcomers, judge: Judge, refused: dict[str, Refused]
    ):
        self._file = file
        self._newcomers = newcomers
        self._judge = judge
        self._refused_articles = refused
        self._rounds = {key for (key,) in file.rows("SELECT key FROM round")}
        self._people: dict[str, AnnotatorRecord] = {}
        self._devices: dict[str, DeviceRecord] = {}
        self._rows: dict[str, int] = dict(file.rows("SELECT uid, id FROM device"))
        self._waiting: list[tuple[Row, str]] = []
        self._known: dict[str, tuple[str, str]] = {}
        self._new: set[str] = set()
        self.left_out: Counter[str] = Counter()  # by article
        self.refused: list[Refused] = []

    def annotator(self, record: AnnotatorRecord) -> None:
        """Who is named in the events; comes in with the first of them that is taken."""
        self._people[record.key] = record

    def device(self, record: DeviceRecord) -> None:
        """Where events were made; comes in with the first of them that is taken."""
        self._devices[record.uid] = record

    def take(self, event: EventRecord) -> None:
        """Take one event; it is written with the next ten thousand, or by `finish`."""
        try:
            row, round_ = self._row(event)
        except MisfitError as misfit:
            self.refused.append(Refused(0, misfit.template, misfit.values))
            return
        except AnswerRefused as refusal:
            self.refused.append(Refused(0, refusal.what, refusal.values))
            return
        except msgspec.MsgspecError as error:
            values = {"uid": event.uid, "reason": str(error)}
            self.refused.append(
                Refused(0, "an event of {uid} cannot be read ({reason})", dict(values))
            )
            return
        if row is not None:
            self._waiting.append((row, round_))
            if len(self._waiting) >= _AT_ONCE:
                self.finish()

    def unchanged(self) -> Counter[tuple[str, str, Fate]]:
        """The answers that the file tells nothing new of."""
        counts: Counter[tuple[str, str, Fate]] = Counter()
        for uid, (annotator, round_) in self._known.items():
            if uid not in self._new:
                counts[annotator, round_, "unchanged"] += 1
        return counts

    def finish(self) -> None:
        """Append what is not known to the log.

        Raises:
            MergeError: the same device and number, but another content.
        """
        waiting, self._waiting = self._waiting, []
        known = self._in_log([row for row, _ in waiting])
        fresh = []
        for row, round_ in waiting:
            uid = row[8]
            there = known.get(row[:2])
            if there is None:
                fresh.append(row)
                self._new.add(uid)
            elif there != (*row[2:3], *row[4:]):
                raise _forked(row)
            elif row[7] == "annotation":
                self._known[uid] = (row[6], round_)
        self._file.run_many(APPEND, fresh)

    def _in_log(self, rows: list[Row]) -> dict[Row, Row]:
        """What the log holds under these devices and numbers."""
        found: dict[Row, Row] = {}
        keys = sorted(row[:2] for row in rows)
        for device, group in groupby(keys, lambda key: key[0]):
            numbers = [number for _, number in group]
            for row in self._file.rows(_KNOWN, device, numbers[0], numbers[-1]):
                found[row[:2]] = row[2:]
        return found

    def _row(self, event: EventRecord) -> tuple[Row | None, str]:
        """The event as a row of our log; None where its article was refused."""
        check_stamp(event.rev, event.at, event.duration_ms)
        if event.thing == "kind":
            uid, before, after, round_ = self._kind(event)
        elif event.thing == "annotation":
            uid, before, after, round_ = self._annotation(event)
        else:  # what lives in the log alone
            uid, before, after, round_ = event.uid, event.before, event.after, ""
        if not uid:
            return None, ""
        who = self._who(event.annotator)
        row = (self._device(event.device), event.device_seq, event.step, "merge", event.rest,
               event.at, who.key, event.thing, uid, event.rev, before, after,
               event.duration_ms)  # fmt: skip
        return row, round_

    def _who(self, key: str) -> Annotator:
        record = self._person(key)
        return self._newcomers.annotator(record.key, record.uid, record.kind)

    def _person(self, key: str) -> AnnotatorRecord:
        record = self._people.get(key)
        if record is None:
            raise _unknown("annotator", key)
        if not is_uid(record.uid):
            raise MisfitError("{uid} is no annotator's uid", uid=record.uid)
        return record

    def _device(self, uid: str) -> int:
        if uid not in self._rows:
            device = self._devices.get(uid)
            if device is None:
                raise _unknown("device", uid)
            self._rows[uid] = self._file.run(_ADD_DEVICE, *msgspec.structs.astuple(device))
        return self._rows[uid]

    def _kind(self, event: EventRecord) -> tuple[str, str | None, str | None, str]:
        before, after = read_kind(event.before or ""), read_kind(event.after or "")
        here = self._article(after.document)
        if here is None:
            return "", None, None, ""
        if after.paragraph not in here.texts:
            raise MisfitError("the article has no ¶ {number}", number=after.paragraph + 1)
        _check_uid(event, kind_uid(after.document, after.paragraph))
        return event.uid, encoded(before), encoded(after), after.round

    def _annotation(self, event: EventRecord) -> tuple[str, str | None, str | None, str]:
        before = read_said(event.before) if event.before else None
        after = read_said(event.after) if event.after else None
        told = after or before
        if told is None:
            raise MisfitError("an event of the answer {uid} says nothing", uid=event.uid)
        here = self._article(told.document)
        if here is None:
            return "", None, None, ""
        record = self._person(event.annotator)
        place = Place(told.round, record.key, record.uid, here.id, told.document, told.paragraph,
                      told.layer, told.target, told.holder)  # fmt: skip
        _check_uid(event, place.uid)
        text = self._checked(after, place, here) if after else None
        uid, who = event.uid, self._who(event.annotator)
        if who.uid != record.uid:  # the same person under another uid
            uid = msgspec.structs.replace(place, annotator_uid=who.uid).uid
        return uid, encoded(before) if before else None, text, told.round

    def _checked(self, after: Said, place: Place, here: Here) -> str:
        if after.round not in self._rounds:
            raise MisfitError("there is no round {round} in this project", round=after.round)
        codebook = self._judge.codebook(after.codebook)
        if codebook is None:
            raise MisfitError(
                "the codebook {version} is not in this project", version=after.codebook
            )
        return said(place, self._judge.allowed(codebook, place, after.answer, here), after.codebook)

    def _article(self, uid: str) -> Here | None:
        """The article here, None where it was refused."""
        if uid in self._refused_articles:
            self.left_out[uid] += 1
            return None
        here = self._judge.document(uid)
        if here is None:
            raise MisfitError("the article {uid} of an answer is not in the file", uid=uid)
        return here


def _check_uid(event: EventRecord, uid: str) -> None:
    if event.uid != uid:
        raise MisfitError("the answer {uid} does not belong to its place", uid=event.uid)


def _unknown(what: str, name: str) -> MergeError:
    return MergeError(
        "the log of the file names the {thing} {name}, which is not in the file: it is damaged",
        remedy="take an undamaged copy, or export the answers of this file as JSONL and merge"
        " these",
        thing=what,
        name=name,
    )


def _forked(row: Row) -> MergeError:
    return MergeError(
        "the two files tell different things under one number (event {number} of {at}): one of"
        " them was changed by other means than Annotator, or a copy was put back in its place",
        remedy="export the answers of this file as JSONL and merge these",
        number=row[1],
        at=row[5],
    )
