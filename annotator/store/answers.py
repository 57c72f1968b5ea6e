"""What an annotator answers: reading it, and checking it before it is written. Imports model."""
# ruff: noqa: A002  # a round is a word of this project

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import AnswerRefused
from annotator.model import (
    KINDS,
    Annotation,
    Annotator,
    Answer,
    Codebook,
    DocumentId,
    Kind,
    Place,
)
from annotator.store.rows import AnswerRows
from annotator.store.rules import TextOf, check_answer, in_order, layer_at
from annotator.store.writing import KindWish, Wish, Writer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.store.connection import Connection
    from annotator.store.definitions import Definitions
    from annotator.store.steps import Change, Step
# By document, because the identity index begins with it: no scan of the whole table.
_ANY = (
    "SELECT 1 FROM document d WHERE EXISTS(SELECT 1 FROM annotation a WHERE a.document=d.id"
    " AND a.round=? AND a.annotator=?) LIMIT 1"
)


class Answers:
    """What an annotator answered: reading it, writing it."""

    def __init__(self, file: Connection, definitions: Definitions):
        self._file = file
        self._definitions = definitions
        self._rows = AnswerRows(file)
        self._writer = Writer(file, definitions)

    def of_document(self, document: DocumentId, round: str, annotator: str) -> list[Annotation]:
        """One annotator's answers on one document, in reading order, the whole document last."""
        who = self._definitions.annotator(annotator)
        return self._rows.of_document(document, self._uid(document), round, who)

    def named_holders(self, document: DocumentId, round: str, annotator: str) -> list[str]:
        """The named holders of one annotator in one document, the latest first."""
        rows = self._file.rows(
            "SELECT holder FROM annotation WHERE document=? AND round=? AND annotator=?"
            " AND instr(holder, ':') GROUP BY holder ORDER BY max(changed_at) DESC, holder",
            document,
            round,
            annotator,
        )
        return [row[0] for row in rows]

    def has_answered(self, round: str, annotator: str) -> bool:
        """Whether this annotator has any answer in this round."""
        return self._file.row(_ANY, round, annotator) is not None

    def annotate(self, changes: Sequence[Change], duration_ms: int | None) -> Step:
        """Write answers as one step; equal ones write nothing."""
        if len({(change.place.round, change.place.annotator) for change in changes}) > 1:
            raise ValueError("one step has one round and one annotator")
        with self._file.write():
            # The last word on a place counts: at most one event a uid.
            wishes = {change.place.uid: self._wish(change) for change in changes}
            return self._writer.fulfil(list(wishes.values()), act="do", duration_ms=duration_ms)

    def _wish(self, change: Change) -> Wish:
        place = change.place
        version = self._definitions.round(place.round).codebook
        self._check_identity(place, self._definitions.annotator(place.annotator))
        answer = change.answer
        if answer is not None:
            codebook = self._definitions.codebook_of(version)
            answer = _checked(place, answer, codebook, self._text_of(place.document))
        return Wish(place, answer, version, change.rest)

    def _check_identity(self, place: Place, annotator: Annotator) -> None:
        """The uids of a place make its identity, so they must be this project's."""
        known = (self._uid(place.document), annotator.uid)
        if (place.document_uid, place.annotator_uid) != known:
            raise ValueError(f"{place} has the uid of another document or annotator")

    def _uid(self, document: DocumentId) -> str:
        row = self._file.row("SELECT uid FROM document WHERE id=?", document)
        if row is None:
            raise AnswerRefused(
                "this article is not in the project", remedy="choose another article"
            )
        return str(row[0])

    def _text_of(self, document: DocumentId) -> TextOf:
        def text_of(paragraph: int) -> str | None:
            row = self._file.row(
                "SELECT text FROM paragraph WHERE document=? AND ord=?", document, paragraph
            )
            return row[0] if row else None

        return text_of

    def set_kind(
        self, document: DocumentId, paragraph: int, kind: Kind, round: str, annotator: str
    ) -> Step:
        """Write a paragraph's kind as one step of this round and annotator."""
        if kind not in KINDS:
            raise AnswerRefused("{kind} is no kind of paragraph", kind=kind)
        with self._file.write():
            self._definitions.round(round)
            self._definitions.annotator(annotator)
            uid = self._uid(document)
            if self._rows.kind(document, paragraph) is None:
                raise AnswerRefused("the article has no ¶ {number}", number=paragraph + 1)
            wish = KindWish(document, uid, paragraph, kind, round, annotator)
            return self._writer.fulfil([wish], act="do")


def _checked(place: Place, answer: Answer, codebook: Codebook, text_of: TextOf) -> Answer:
    layer = layer_at(codebook, place)
    answer = in_order(answer, codebook, layer)
    check_answer(answer, codebook, layer, place, text_of)
    return answer
