"""A layer's answers as columns of integers, for agreement. Imports model.

No Python object per annotation: rows are read in chunks, turned into columns, and their words
numbered, all in C.
"""
# a round is a word of this project
# a round is a word of this project

from __future__ import annotations

from array import array
from collections import defaultdict
from itertools import count, islice
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from annotator.store.reading import chosen
from annotator.store.rows import read_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from annotator.model import State
    from annotator.store.connection import Connection, Row

_CHUNK = 50_000
_NUMBERED = ("document", "target", "holder", "annotator", "round", "codebook", "answer")
_ANSWERS = (
    "SELECT ifnull(paragraph, -1), document, ifnull(target, ''), ifnull(holder, ''), annotator,"
    " round, codebook, state, codes, primary_code, value FROM annotation WHERE layer=?1"
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


class _Numbered:
    """A column whose values are numbered as they come, and in sorted order at the end."""

    def __init__(self) -> None:
        self._column = array("i")
        self._numbers: defaultdict[Hashable, int] = defaultdict(count().__next__)

    def extend(self, values: Iterable[Hashable]) -> None:
        self._column.extend(map(self._numbers.__getitem__, values))

    def in_order(self, key: Callable[[Any], str] | None) -> tuple[array[int], list[Any]]:
        """The column and what its numbers mean; the empty string, "there is none", becomes -1.

        The order of the rows in the file cannot change a number.
        """
        none = self._numbers.pop("", None)
        names: list[Any] = sorted(self._numbers, key=key)
        new = {self._numbers[name]: number for number, name in enumerate(names)}
        if none is not None:
            new[none] = -1
        return array("i", map(new.__getitem__, self._column)), names


def layer_columns(
    file: Connection, layer: str, rounds: Sequence[str] | None, annotators: Sequence[str] | None
) -> LayerColumns:
    """One SELECT, in chunks; None means all. For snapshots."""
    paragraph = array("i")
    numbered = {name: _Numbered() for name in _NUMBERED}
    for chunk in _chunks(file, layer, rounds, annotators):
        in_paragraph, *words, states, codes, primaries, values = zip(*chunk, strict=True)
        paragraph.extend(in_paragraph)
        answers = zip(states, codes, primaries, values, strict=True)
        for name, column in zip(_NUMBERED, (*words, answers), strict=True):
            numbered[name].extend(column)
    columns: dict[str, Any] = {}
    names: dict[str, Any] = {}
    for name, each in numbered.items():
        columns[name], names[f"{name}s"] = each.in_order(repr if name == "answer" else None)
    names["documents"] = _uids(file, names["documents"])
    names["answers"] = [DistinctAnswer(s, read_codes(c), p, v) for s, c, p, v in names["answers"]]
    return LayerColumns(layer=layer, paragraph=paragraph, **columns, **names)


def _chunks(
    file: Connection, layer: str, rounds: Sequence[str] | None, annotators: Sequence[str] | None
) -> Iterator[list[Row]]:
    rows = file.stream(_ANSWERS, layer, chosen(rounds), chosen(annotators))
    while chunk := list(islice(rows, _CHUNK)):
        yield chunk


def _uids(file: Connection, documents: list[int]) -> list[str]:
    uids: dict[int, str] = dict(file.rows("SELECT id, uid FROM document"))
    return [uids[document] for document in documents]
