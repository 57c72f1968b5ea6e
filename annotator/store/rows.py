"""The table of current answers: its rows as structs and back. Imports model."""
# ruff: noqa: A002, S608  # a round is a word of this project; only constants are joined

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from annotator.model import Annotation, Annotator, Answer, DocumentId, Kind, Place, Span, Uid
from annotator.store.log import encoded

if TYPE_CHECKING:
    from annotator.store.connection import Connection, Row
    from annotator.store.log import Said
    from annotator.store.replay import Winner

_ANSWER = "state, codes, primary_code, value, evidence, confidence, note, codebook, rev, changed_at"
_STANDING = f"SELECT {_ANSWER} FROM annotation WHERE uid=?"
_OF_DOCUMENT = (
    f"SELECT uid, paragraph, layer, target, holder, {_ANSWER} FROM annotation"
    " WHERE document=? AND round=? AND annotator=? ORDER BY paragraph IS NULL, paragraph, rowid"
)
_PUT = (
    "INSERT INTO annotation(uid, round, annotator, document, paragraph, layer, target, holder,"
    " state, codes, primary_code, value, evidence, confidence, note, codebook, rev, changed_at,"
    " device) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT(uid) DO UPDATE SET state=excluded.state, codes=excluded.codes,"
    " primary_code=excluded.primary_code, value=excluded.value, evidence=excluded.evidence,"
    " confidence=excluded.confidence, note=excluded.note, codebook=excluded.codebook,"
    " rev=excluded.rev, changed_at=excluded.changed_at, device=excluded.device"
)

_codes_decoder = msgspec.json.Decoder(tuple[str, ...])
_evidence_decoder = msgspec.json.Decoder(tuple[Span, ...])


class Standing(Struct, frozen=True):
    """The answer that stands at a place now."""

    answer: Answer
    codebook: str
    rev: int
    changed_at: str


@functools.lru_cache(maxsize=4096)
def read_codes(text: str) -> tuple[str, ...]:
    """A set of codes; few differ, so each is decoded once."""
    return _codes_decoder.decode(text)


@functools.lru_cache(maxsize=4096)
def _written_codes(codes: tuple[str, ...]) -> str:
    return encoded(codes)


def read_evidence(text: str) -> tuple[Span, ...]:
    """The spans of an answer."""
    return () if text == "[]" else _evidence_decoder.decode(text)


def _standing(row: Row) -> Standing:
    state, codes, primary, value, evidence, confidence, note, codebook, rev, changed_at = row
    answer = Answer(
        state, read_codes(codes), primary, value, read_evidence(evidence), confidence, note
    )
    return Standing(answer, codebook, rev, changed_at)


class AnswerRows:
    """Reads and writes the table of current answers; the caller writes the event."""

    def __init__(self, file: Connection):
        self._file = file

    def standing(self, uid: str) -> Standing | None:
        """What stands under this uid, None for nothing."""
        row = self._file.row(_STANDING, uid)
        return _standing(row) if row else None

    def put(self, annotation: Annotation, device: int) -> None:
        """Write a row, over what stands there."""
        self._file.run(_PUT, *_row(annotation, device))

    def put_rows(self, rows: list[Row]) -> None:
        """Write many rows, made by `row_of`, over what stands there."""
        self._file.run_many(_PUT, rows)

    def clear(self, uid: str) -> None:
        """No record means: not seen."""
        self._file.run("DELETE FROM annotation WHERE uid=?", uid)

    def of_document(
        self, document: DocumentId, document_uid: str, round: str, who: Annotator
    ) -> list[Annotation]:
        """One annotator's answers on one document, in reading order, the whole document last."""
        found = []
        for row in self._file.rows(_OF_DOCUMENT, document, round, who.key):
            uid, paragraph, layer, target, holder, *answer = row
            place = Place(
                round,
                who.key,
                who.uid,
                document,
                document_uid,
                paragraph,
                layer,
                target,
                holder,
            )
            standing = _standing(tuple(answer))
            found.append(
                Annotation(
                    Uid(uid),
                    place,
                    standing.answer,
                    standing.codebook,
                    standing.rev,
                    standing.changed_at,
                )
            )
        return found

    def kind(self, document: DocumentId, paragraph: int) -> Kind | None:
        """A paragraph's kind, None if there is no such paragraph."""
        row = self._file.row(
            "SELECT kind FROM paragraph WHERE document=? AND ord=?", document, paragraph
        )
        return row[0] if row else None

    def put_kind(self, document: DocumentId, paragraph: int, kind: Kind) -> None:
        """Write a paragraph's kind."""
        self._file.run(
            "UPDATE paragraph SET kind=? WHERE document=? AND ord=?", kind, document, paragraph
        )


def row_of(said: Said, won: Winner, document: int) -> Row:
    """The row of what an event, which stands, tells of an answer in this document."""
    return (
        won.uid,
        said.round,
        won.annotator,
        document,
        said.paragraph,
        said.layer,
        said.target,
        said.holder,
        said.state,
        _written_codes(said.codes),
        said.primary,
        said.value,
        encoded(said.evidence) if said.evidence else "[]",
        said.confidence,
        said.note,
        said.codebook,
        won.rev,
        won.at,
        won.device,
    )


def _row(annotation: Annotation, device: int) -> Row:
    place, answer = annotation.place, annotation.answer
    return (
        annotation.uid,
        place.round,
        place.annotator,
        place.document,
        place.paragraph,
        place.layer,
        place.target,
        place.holder,
        answer.state,
        encoded(answer.codes),
        answer.primary,
        answer.value,
        encoded(answer.evidence),
        answer.confidence,
        answer.note,
        annotation.codebook,
        annotation.rev,
        annotation.changed_at,
        device,
    )
