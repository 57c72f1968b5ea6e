"""Every answered unit of a round, for progress: which answers it has. Imports model.

Few answers differ once notes and words are left out, so each is decoded once and units point to it.
"""

# ruff: noqa: A002, S608  # a round is a word of this project; only constants are joined

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec import Struct

from annotator.model import Answer, DocumentId, State
from annotator.store.reading import chosen
from annotator.store.rows import read_codes, read_evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.store.connection import Connection

# In no key, and not in JSON: between the words of an answer, and between answers.
_MARK, _END = "\x1f", "\x1e"
_WORDS = (
    "layer, target, holder, state, codes, primary_code,"
    " CASE WHEN layer IN (SELECT value FROM json_each(?2)) THEN evidence END"
)
# The index on identity has the units in order; `+` keeps SQLite from sorting them anew.
_UNITS = (
    "SELECT document, annotator, paragraph,"
    f" group_concat(printf('{_MARK.join(['%s'] * 7)}', {_WORDS}), '{_END}')"
    " FROM annotation INDEXED BY annotation_identity WHERE +round=?1"
    " AND document NOT IN (SELECT id FROM document WHERE hidden)"
    " GROUP BY document, round, annotator, ifnull(paragraph, -1)"
)


class Given(Struct, frozen=True):
    """An answer to a question, without note, confidence and value.

    Evidence is there only for the layers that it was asked for.
    """

    layer: str
    target: str | None
    holder: str | None
    answer: Answer


class AnsweredUnit(Struct, frozen=True):
    """What an annotator answered to a unit; `answers` are places in the list of distinct ones."""

    document: DocumentId
    annotator: str
    paragraph: int | None
    answers: tuple[int, ...]


class AnsweredUnits:
    """The units of a round by document and annotator; `distinct` grows while they are read."""

    def __init__(self, file: Connection, round: str, *, with_evidence: Sequence[str] = ()):
        self._file = file
        self._chosen = (round, chosen(with_evidence))
        self._numbers = _Numbers()

    @property
    def distinct(self) -> list[Given]:
        """The answers that have occurred so far."""
        return self._numbers.given

    def __iter__(self) -> Iterator[AnsweredUnit]:
        """For snapshots."""
        number = self._numbers.__getitem__
        for document, annotator, paragraph, answers in self._file.stream(_UNITS, *self._chosen):
            numbers = tuple(map(number, answers.split(_END)))
            yield AnsweredUnit(document, annotator, paragraph, numbers)


class _Numbers(dict[str, int]):
    """The words of an answer, and its number."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[Given] = []

    def __missing__(self, words: str) -> int:
        layer, target, holder, state, codes, primary, evidence = words.split(_MARK)
        answer = Answer(
            cast("State", state),
            read_codes(codes),
            primary or None,
            evidence=read_evidence(evidence) if evidence else (),
        )
        self.given.append(Given(layer, target or None, holder or None, answer))
        number = self[words] = len(self)
        return number
