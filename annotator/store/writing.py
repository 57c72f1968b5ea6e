"""Fulfilling checked wishes: each row and the event that tells of it. Imports model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from annotator.model import Annotation, Answer, DocumentId, Kind, Place, kind_uid
from annotator.store.log import Event, Log, SaidKind, encoded, said
from annotator.store.rows import AnswerRows, Standing
from annotator.store.rules import holder_label, is_named
from annotator.store.steps import Act, Changed, KindChanged, Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.store.connection import Connection
    from annotator.store.definitions import Definitions


class Wish(Struct, frozen=True):
    """An answer to be written at a place, None to clear it, and its codebook version."""

    place: Place
    answer: Answer | None
    codebook: str
    rest: bool = False

    def stands(self, standing: Standing | None) -> bool:
        """Whether this is what stands there already."""
        if standing is None or self.answer is None:
            return standing is None and self.answer is None
        return (standing.answer, standing.codebook) == (self.answer, self.codebook)


class KindWish(Struct, frozen=True):
    """A paragraph's kind to be written; the round says in which undo stack."""

    document: DocumentId
    document_uid: str
    paragraph: int
    kind: Kind
    round: str
    annotator: str


class Writer:
    """Writes one step inside the caller's transaction; what is so already writes nothing."""

    def __init__(self, file: Connection, definitions: Definitions):
        self._file = file
        self._definitions = definitions
        self.rows = AnswerRows(file)
        self._log = Log(file)

    def fulfil(
        self, wishes: Sequence[Wish | KindWish], *, act: Act, duration_ms: int | None = None
    ) -> Step:
        """Write all wishes as one step. The duration is told once, by the first event."""
        at = self._file.now()
        events: list[Event] = []
        changes: list[Changed | KindChanged] = []
        for wish in wishes:
            done = self._done(wish, act, at)
            if done is not None:
                changes.append(done[0])
                events.append(done[1])
        if events:
            events[0] = msgspec.structs.replace(events[0], duration_ms=duration_ms)
            self._log.append(at, events)
        return Step(act, tuple(changes), at)

    def _done(
        self, wish: Wish | KindWish, act: Act, at: str
    ) -> tuple[Changed | KindChanged, Event] | None:
        return self._put_kind(wish, act) if isinstance(wish, KindWish) else self._put(wish, act, at)

    def _put(self, wish: Wish, act: Act, at: str) -> tuple[Changed, Event] | None:
        place, uid = wish.place, wish.place.uid
        standing = self.rows.standing(uid)
        if wish.stands(standing):
            return None
        rev, annotation = self._log.last_rev(uid) + 1, None
        if wish.answer is None:
            self.rows.clear(uid)
        else:
            annotation = Annotation(uid, place, wish.answer, wish.codebook, rev, at)
            self.make_room(place.round, place.holder, wish.codebook)
            self.rows.put(annotation, self._log.device())
        event = Event(
            act=act,
            thing="annotation",
            annotator=place.annotator,
            uid=uid,
            rev=rev,
            before=said(place, standing.answer, standing.codebook) if standing else None,
            after=said(place, wish.answer, wish.codebook) if wish.answer else None,
            rest=wish.rest,
        )
        before = standing.answer if standing else None
        return Changed(place, before, wish.answer, annotation), event

    def make_room(self, round_: str, holder: str | None, codebook: str) -> None:
        """What an answer presupposes: its named holder's row, a codebook that stays as it is."""
        if holder is not None and is_named(holder):
            self._definitions.add_label("holder", holder, holder_label(holder))
        if self._definitions.round(round_).kind != "training":
            self._definitions.freeze(codebook)

    def _put_kind(self, wish: KindWish, act: Act) -> tuple[KindChanged, Event] | None:
        before = self.rows.kind(wish.document, wish.paragraph)
        assert before is not None, wish
        if before == wish.kind:
            return None
        self.rows.put_kind(wish.document, wish.paragraph, wish.kind)
        uid = kind_uid(wish.document_uid, wish.paragraph)
        event = Event(
            act=act,
            thing="kind",
            annotator=wish.annotator,
            uid=uid,
            rev=self._log.last_rev(uid) + 1,
            before=_said_kind(wish, before),
            after=_said_kind(wish, wish.kind),
        )
        return KindChanged(wish.document, wish.paragraph, before, wish.kind), event


def _said_kind(wish: KindWish, kind: Kind) -> str:
    return encoded(SaidKind(wish.round, wish.document_uid, wish.paragraph, kind))
