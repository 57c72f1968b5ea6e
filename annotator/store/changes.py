"""Which answers were changed since a place in the log, and what they are now. Imports model.

Whoever keeps the answers in memory asks for these instead of reading the project again, whether
this program, another one or a merge has changed them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from annotator.model import Answer
from annotator.store.log import Said, read_said
from annotator.store.rows import read_codes, read_evidence

if TYPE_CHECKING:
    from annotator.store.connection import Connection, Row

# One statement sees one moment. An event tells where its answer belongs, also when it is cleared.
_SINCE = (
    "SELECT event.seq, event.thing, event.annotator, event.uid, event.after IS NULL,"
    " ifnull(event.after, event.before), annotation.rowid, state, codes, primary_code, value,"
    " evidence, codebook, changed_at, length(text),"
    " (SELECT max(rest) FROM event e WHERE e.uid=annotation.uid AND e.rev=annotation.rev)"
    " FROM event LEFT JOIN annotation ON annotation.uid=event.uid"
    " LEFT JOIN paragraph"
    " ON paragraph.document=annotation.document AND paragraph.ord=annotation.paragraph"
    " WHERE event.seq>? ORDER BY event.seq LIMIT ?"
)
_LAST = "SELECT ifnull(max(seq), 0) FROM event"


class AnswerNow(Struct, frozen=True):
    """An answer that was changed: where it belongs and what it is now; None if it was cleared.

    `document` is a uid. `length` is that of the paragraph in code points, 0 for a whole document.
    `by_rest`: the key *rest not addressed* gave the answer. `is_put_back`: it was cleared in
    between, so that it stands behind all others now.
    """

    round: str
    annotator: str
    document: str
    paragraph: int | None
    layer: str
    target: str | None
    holder: str | None
    answer: Answer | None
    codebook: str
    changed_at: str
    length: int = 0
    by_rest: bool = False
    is_put_back: bool = False


class Changes(Struct, frozen=True):
    """What was changed up to the place `seq` of the log; `answers` is None if it was too much.

    Answers stand in the order in which the file holds them, those that were cleared first.
    """

    seq: int
    answers: tuple[AnswerNow, ...] | None


def last_change(file: Connection) -> int:
    """The end of the log."""
    return int(file.one(_LAST))


def changes_since(file: Connection, seq: int, *, most: int) -> Changes:
    """What was changed behind this place of the log, each answer once.

    Args:
        file: the project.
        seq: the place up to which the caller knows everything.
        most: above this number of events nothing is told but the end of the log.
    """
    rows = file.rows(_SINCE, seq, most + 1)
    if len(rows) > most:
        return Changes(last_change(file), None)
    cleared = {row[3] for row in rows if row[4]}
    latest = {row[3]: row for row in rows if row[1] == "annotation"}
    in_order = sorted(latest.values(), key=lambda row: row[6] or 0)
    answers = tuple(_now(row, is_put_back=row[3] in cleared) for row in in_order)
    return Changes(rows[-1][0] if rows else seq, answers)


def _now(row: Row, *, is_put_back: bool) -> AnswerNow:
    annotator, told, standing = row[2], read_said(row[5]), row[7:14]
    answer, codebook, changed_at = _standing(told, *standing)
    return AnswerNow(
        told.round,
        annotator,
        told.document,
        told.paragraph,
        told.layer,
        told.target,
        told.holder,
        answer,
        codebook,
        changed_at,
        length=row[14] or 0,
        by_rest=bool(row[15]),
        is_put_back=is_put_back and answer is not None,
    )


def _standing(told: Said, state: Any, *rest: Any) -> tuple[Answer | None, str, str]:  # noqa: ANN401
    if state is None:
        return None, told.codebook, ""
    codes, primary, value, evidence, codebook, changed_at = rest
    answer = Answer(state, read_codes(codes), primary, value, read_evidence(evidence))
    return answer, codebook, changed_at
