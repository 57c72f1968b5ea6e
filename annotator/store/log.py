"""The log of changes: what an event says, and appending one. Imports model.

An event is self-contained: `before` and `after` name the place and hold the answer, so that it
applies without those before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec import Struct

from annotator import __version__
from annotator.model import Answer, Kind, Place, Span, State

if TYPE_CHECKING:
    from annotator.store.connection import Connection

LoggedAct = Literal["do", "undo", "redo", "merge"]
Thing = Literal["annotation", "kind"]

# Of a device `d`: whether its events are the lines of a file. Such an event has all the time that
# its answer took up to its revision, another one only the time of itself.
OF_LINES = "substr(d.uid, 15, 1)='5'"  # their uids follow from the file, all others are random

APPEND = (
    "INSERT INTO event(device, device_seq, step, act, rest, at, annotator, thing, uid, rev, before,"
    " after, duration_ms) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class Said(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What an event tells of an answer: its place and itself, defaults left out."""

    round: str
    document: str
    paragraph: int | None = None
    layer: str
    target: str | None = None
    holder: str | None = None
    state: State
    codes: tuple[str, ...] = ()
    primary: str | None = None
    value: str | None = None
    evidence: tuple[Span, ...] = ()
    confidence: int | None = None
    note: str = ""
    codebook: str

    @property
    def answer(self) -> Answer:
        """The answer alone."""
        return Answer(
            state=self.state,
            codes=self.codes,
            primary=self.primary,
            value=self.value,
            evidence=self.evidence,
            confidence=self.confidence,
            note=self.note,
        )


class SaidKind(Struct, frozen=True):
    """What an event tells of a paragraph's kind; the round is where it was changed."""

    round: str
    document: str
    paragraph: int
    kind: Kind


class Event(Struct, frozen=True):
    """One change, before it has its place in the log."""

    act: LoggedAct
    thing: Thing
    annotator: str
    uid: str
    rev: int
    before: str | None
    after: str | None
    rest: bool = False
    duration_ms: int | None = None


_encoder = msgspec.json.Encoder()
_said_decoder = msgspec.json.Decoder(Said)
_kind_decoder = msgspec.json.Decoder(SaidKind)


def is_of_lines(device_uid: str) -> bool:
    """Whether the events of this device are the lines of a file, as `OF_LINES` says in SQL."""
    return device_uid[14] == "5"


def encoded(content: object) -> str:
    """JSON as every column holds it: one encoder, so that equal answers are equal strings."""
    return _encoder.encode(content).decode()


def said(place: Place, answer: Answer, codebook: str) -> str:
    """An answer as an event tells of it."""
    return encoded(
        Said(
            round=place.round,
            document=place.document_uid,
            paragraph=place.paragraph,
            layer=place.layer,
            target=place.target,
            holder=place.holder,
            state=answer.state,
            codes=answer.codes,
            primary=answer.primary,
            value=answer.value,
            evidence=answer.evidence,
            confidence=answer.confidence,
            note=answer.note,
            codebook=codebook,
        )
    )


def read_said(text: str) -> Said:
    """An answer that an event tells of."""
    return _said_decoder.decode(text)


def read_kind(text: str) -> SaidKind:
    """A paragraph's kind that an event tells of."""
    return _kind_decoder.decode(text)


class Log:
    """Appends events of this opening of the file, inside the caller's transaction.

    Nothing is remembered between transactions: what is rolled back was never here.
    """

    def __init__(self, file: Connection):
        self._file = file

    def device(self, uid: str | None = None) -> int:
        """The row of this opening of the file, or of another device; made with its first write."""
        uid, label = uid or self._file.device_uid, "" if uid else self._file.device_label
        row = self._file.row("SELECT id FROM device WHERE uid=?", uid)
        if row is not None:
            return int(row[0])
        return self._file.run(
            "INSERT INTO device(uid, label, app, opened_at) VALUES(?, ?, ?, ?)",
            uid,
            label,
            f"annotator {__version__}",
            self._file.now(),
        )

    def last_rev(self, uid: str) -> int:
        """The highest revision of this uid in the log; 0 if it has none.

        From the log, not from the row: after a clear there is no row, but the count goes on.
        """
        return int(self._file.one("SELECT ifnull(max(rev), 0) FROM event WHERE uid=?", uid))

    def append(self, at: str, events: list[Event]) -> None:
        """The events of one step, in order."""
        device = self.device()
        first = 1 + int(
            self._file.one("SELECT ifnull(max(device_seq), 0) FROM event WHERE device=?", device)
        )
        self._file.run_many(
            APPEND,
            [
                (
                    device,
                    first + place,
                    first,
                    event.act,
                    event.rest,
                    at,
                    event.annotator,
                    event.thing,
                    event.uid,
                    event.rev,
                    event.before,
                    event.after,
                    event.duration_ms,
                )
                for place, event in enumerate(events)
            ],
        )
