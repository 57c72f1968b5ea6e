"""Undo and redo, rebuilt from the log: they have no table and survive a restart. Imports model."""
# ruff: noqa: A002  # a round is a word of this project

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from annotator.errors import AnswerRefused
from annotator.model import DocumentId, Place
from annotator.store.log import Said, read_kind, read_said
from annotator.store.rows import AnswerRows
from annotator.store.writing import KindWish, Wish, Writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.store.connection import Connection
    from annotator.store.definitions import Definitions
    from annotator.store.steps import Act, Step

# Backwards over the steps of one round and annotator. One step is one transaction, so its events
# stand together; what came from another file is no step of this one.
_WALK = (
    "SELECT device, step, act, thing, uid, rev, before, after FROM event"
    " WHERE annotator=? AND act<>'merge' AND thing IN ('annotation', 'kind')"
    " AND json_extract(ifnull(after, before), '$.round')=? ORDER BY seq DESC"
)
_CHANGED_SINCE = "¶ {number} has been changed elsewhere since; the step stays as it is"
_CHANGED_SINCE_WHOLE = "an answer on the whole article has been changed elsewhere since"


class _Told(Struct, frozen=True):
    """One event of the log, as undo reads it."""

    thing: str
    uid: str
    rev: int
    before: str | None
    after: str | None


class _Past(Struct, frozen=True):
    """One step of the log; its events stand last first."""

    act: str
    events: list[_Told]


class History:
    """The steps of an annotator in a round, backwards."""

    def __init__(self, file: Connection, definitions: Definitions):
        self._file = file
        self._definitions = definitions
        self._rows = AnswerRows(file)
        self._writer = Writer(file, definitions)

    def undo(self, round: str, annotator: str) -> Step | None:
        """Take back the last step that is not taken back yet; None if there is none."""
        # Inside the transaction: two windows never undo one step twice.
        with self._file.write():
            step = _step_to_undo(self._steps(round, annotator))
            return self._invert(step, "undo", annotator) if step else None

    def redo(self, round: str, annotator: str) -> Step | None:
        """Do again what was taken back last, unless something was done since; None if so."""
        with self._file.write():
            step = _step_to_redo(self._steps(round, annotator))
            return self._invert(step, "redo", annotator) if step else None

    def _steps(self, round: str, annotator: str) -> Iterator[_Past]:
        key, past = None, _Past("", [])
        for device, step, act, *told in self._file.stream(_WALK, annotator, round):
            if (device, step) != key:
                if past.events:
                    yield past
                key, past = (device, step), _Past(act, [])
            past.events.append(_Told(*told))
        if past.events:
            yield past

    def _invert(self, step: _Past, act: Act, annotator: str) -> Step:
        who = self._definitions.annotator(annotator).uid
        wishes = [
            self._kind_back(event, annotator)
            if event.thing == "kind"
            else self._answer_back(event, annotator, who)
            for event in step.events
        ]
        return self._writer.fulfil(wishes, act=act)

    def _answer_back(self, event: _Told, annotator: str, annotator_uid: str) -> Wish:
        before = read_said(event.before) if event.before else None
        after = read_said(event.after) if event.after else None
        told = after or before
        assert told is not None, event
        place = Place(
            round=told.round,
            annotator=annotator,
            annotator_uid=annotator_uid,
            document=self._document(told.document),
            document_uid=told.document,
            paragraph=told.paragraph,
            layer=told.layer,
            target=told.target,
            holder=told.holder,
        )
        # Answers are compared, not revisions: undoing the later of two steps on one answer gives
        # it a new revision, and the earlier step must still be undoable.
        if not _as_wish(place, after).stands(self._rows.standing(event.uid)):
            raise _refused(place.document, place.paragraph)
        back = _as_wish(place, before)
        return Wish(place, back.answer, back.codebook, rest=self._was_rest(event))

    def _was_rest(self, event: _Told) -> bool:
        """Whether the answer that comes back was written by *rest not addressed*."""
        row = self._file.row(
            "SELECT rest FROM event WHERE uid=? AND rev<? AND after=? ORDER BY rev DESC LIMIT 1",
            event.uid,
            event.rev,
            event.before,
        )
        return bool(row and row[0])

    def _kind_back(self, event: _Told, annotator: str) -> KindWish:
        assert event.before is not None, event
        assert event.after is not None, event
        before, after = read_kind(event.before), read_kind(event.after)
        document = self._document(after.document)
        if self._rows.kind(document, after.paragraph) != after.kind:
            raise _refused(document, after.paragraph)
        return KindWish(
            document, after.document, after.paragraph, before.kind, after.round, annotator
        )

    def _document(self, uid: str) -> DocumentId:
        return DocumentId(self._file.one("SELECT id FROM document WHERE uid=?", uid))


def _as_wish(place: Place, told: Said | None) -> Wish:
    return Wish(place, told.answer, told.codebook) if told else Wish(place, None, "")


def _refused(document: DocumentId, paragraph: int | None) -> AnswerRefused:
    return AnswerRefused(
        _CHANGED_SINCE if paragraph is not None else _CHANGED_SINCE_WHOLE,
        number=0 if paragraph is None else paragraph + 1,
        paragraph=paragraph,
        document=document,
    )


def _step_to_undo(steps: Iterator[_Past]) -> _Past | None:
    taken_back = 0
    for step in steps:
        if step.act == "undo":
            taken_back += 1
        elif taken_back:
            taken_back -= 1
        else:
            return step
    return None


def _step_to_redo(steps: Iterator[_Past]) -> _Past | None:
    done_again = 0
    for step in steps:
        if step.act == "do":
            return None
        if step.act == "redo":
            done_again += 1
        elif done_again:
            done_again -= 1
        else:
            return step
    return None
