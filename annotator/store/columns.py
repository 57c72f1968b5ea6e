"""A layer's answers as columns of integers, for agreement. Imports model.

No Python object per annotation: rows are read in chunks, turned into columns, and their words
numbered, all in C.
"""

# ruff: noqa: S608  # only constants are joined

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Hashable
from itertools import count, islice
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct

from annotator.model import State
from annotator.store.reading import chosen
from annotator.store.rows import read_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from annotator.store.connection import Connection

_CHUNK = 50_000
# All words of a row in one: few rows differ in them, so each combination is taken apart once.
_WORDS = ("target", "holder", "annotator", "round", "codebook", "state", "codes", "primary_code")
_MARK = "\x1f"  # in no key; the words of a text answer may hold it, so they come last
_ANSWERS = (
    f"SELECT ifnull(paragraph, -1), document, printf('{_MARK.join(['%s'] * (len(_WORDS) + 1))}',"
    f" {', '.join(_WORDS)}, value) FROM annotation WHERE layer=?1"
    " AND (?2 IS NULL OR round IN (SELECT value FROM json_each(?2)))"
    " AND (?3 IS NULL OR annotator IN (SELECT value FROM json_each(?3)))"
    " AND document NOT IN (SELECT id FROM document WHERE hidden)"
)


class DistinctAnswer(Struct, frozen=True, order=True):
    """One answer that occurs, as agreement sees it: without evidence, note and confidence."""

    state: State
    codes: tuple[str, ...]
    primary: str | None = None
    value: str | None = None


class LayerColumns(Struct, frozen=True):
    """A layer's answers, one a row; every column is an array of C ints of the same length.

    `document`, `annotator`, `round`, `codebook` and `answer` point into the lists of the same
    name in the plural; `target` and `holder` likewise, -1 where there is none; `paragraph` is the
    paragraph's number, -1 for the whole document.
    """

    layer: str
    document: array[int]
    paragraph: array[int]
    target: array[int]
    holder: array[int]
    annotator: array[int]
    round: array[int]
    codebook: array[int]
    answer: array[int]
    documents: list[str]
    targets: list[str]
    holders: list[str]
    annotators: list[str]
    rounds: list[str]
    codebooks: list[str]
    answers: list[DistinctAnswer]


class _Numbered(defaultdict[Hashable, int]):
    """Values and their numbers, in the order of their first appearance."""

    def __init__(self) -> None:
        super().__init__(count().__next__)

    def column(self, values: Iterable[Hashable]) -> Iterator[int]:
        """The number of each value."""
        return map(self.__getitem__, values)


def layer_columns(
    file: Connection, layer: str, rounds: Sequence[str] | None, annotators: Sequence[str] | None
) -> LayerColumns:
    """One SELECT, in chunks; None means all. For snapshots."""
    paragraphs, documents, words = array("i"), array("i"), array("i")
    ids, combinations = _Numbered(), _Numbered()
    rows = file.stream(_ANSWERS, layer, chosen(rounds), chosen(annotators))
    while chunk := list(islice(rows, _CHUNK)):
        paragraph, document, together = zip(*chunk, strict=True)
        paragraphs.extend(paragraph)
        documents.extend(ids.column(document))
        words.extend(combinations.column(together))
    uids: dict[int, str] = dict(file.rows("SELECT id, uid FROM document"))
    in_import_order, place = _listed(list(ids), None)
    apart = [_taken_apart(str(each)) for each in combinations]
    parts = [_listed([each[place] for each in apart], repr) for place in range(6)]
    (targets, target), (holders, holder), (people, annotator), *rest = parts
    (round_keys, round_), (codebooks, codebook), (answers, answer) = rest
    return LayerColumns(
        layer=layer,
        document=_through(place, documents),
        paragraph=paragraphs,
        target=_through(target, words),
        holder=_through(holder, words),
        annotator=_through(annotator, words),
        round=_through(round_, words),
        codebook=_through(codebook, words),
        answer=_through(answer, words),
        documents=[uids[number] for number in in_import_order],
        targets=targets,
        holders=holders,
        annotators=people,
        rounds=round_keys,
        codebooks=codebooks,
        answers=answers,
    )


def _taken_apart(words: str) -> tuple[Any, ...]:
    """Target, holder, annotator, round, codebook and answer of a row; None where there is none."""
    target, holder, annotator, round_, codebook, *answer = words.split(_MARK, len(_WORDS))
    state, codes, primary, value = answer
    distinct = DistinctAnswer(
        cast("State", state), read_codes(codes), primary or None, value or None
    )
    return target or None, holder or None, annotator, round_, codebook, distinct


def _listed(values: list[Any], key: Callable[[Any], Any] | None) -> tuple[list[Any], list[int]]:
    """The distinct values in order, and for each given one its place among them; -1 for None.

    The order of the rows in the file cannot change a number.
    """
    distinct = sorted({value for value in values if value is not None}, key=key)
    places = {value: place for place, value in enumerate(distinct)}
    return distinct, [places.get(value, -1) for value in values]


def _through(numbers: list[int], column: array[int]) -> array[int]:
    return array("i", map(numbers.__getitem__, column))
