"""Layers' answers as columns of integers, for agreement. Imports model.

No Python object per annotation but its few words: SQLite joins a chunk of rows into one text a
column, and numpy and a table of the words that occur turn it into numbers.
"""

# ruff: noqa: S608  # only constants are joined

from __future__ import annotations

from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING, Any, cast

import msgspec
from msgspec import Struct

from annotator.model import State
from annotator.store.evidence import EVIDENCE, EvidenceColumns, SpanColumns, paragraph_lengths
from annotator.store.reading import chosen
from annotator.store.rows import read_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from annotator.store.connection import Connection

    Column = NDArray[np.int32]
    Numbers = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# All words of a row in one: few rows differ in them, so each combination is taken apart once.
_WORDS = (
    "layer, target, holder, annotator, round, codebook, state, codes, primary_code,"
    " json_quote(value)"
)
# In no key, and not in JSON: between the words of a row, and between rows.
_MARK, _END = "\x1f", "\x1e"
_ANSWERS = (
    "SELECT group_concat(document), group_concat(ifnull(paragraph, -1)),"
    f" group_concat(printf('{_MARK.join(['%s'] * 10)}', {_WORDS}), '{_END}'), {{extra}}"
    " FROM annotation WHERE rowid BETWEEN ?1 AND ?2"
    " AND layer IN (SELECT value FROM json_each(?3))"
    " AND (?4 IS NULL OR round IN (SELECT value FROM json_each(?4)))"
    " AND (?5 IS NULL OR annotator IN (SELECT value FROM json_each(?5)))"
    " AND document NOT IN (SELECT id FROM document WHERE hidden)"
)
# In seconds since 1970; not unixepoch(), which older SQLites do not have.
_TIMES = "group_concat(CAST((julianday(changed_at) - 2440587.5) * 86400 + 0.0005 AS INTEGER))"
_ROWS = "group_concat(rowid)"
# Answers that the key *rest not addressed* wrote, and that nobody has changed since.
_BY_REST = (
    "SELECT a.rowid FROM event e JOIN annotation a ON a.uid=e.uid AND a.rev=e.rev"
    " WHERE e.rest=1 AND a.state='none'"
)
# The columns of a layer's words, and what puts their values in order.
_PARTS = {
    **dict.fromkeys(("target", "holder", "annotator", "round", "codebook")),
    "answer": repr,
}


class DistinctAnswer(Struct, frozen=True, order=True):
    """One answer that occurs, as agreement sees it: without evidence, note and confidence."""

    state: State
    codes: tuple[str, ...]
    primary: str | None = None
    value: str | None = None


class LayerColumns(Struct, frozen=True):
    """A layer's answers, one a row; every column is an array of 32-bit integers, equally long.

    `document`, `annotator`, `round`, `codebook` and `answer` point into the lists of the same
    name in the plural; `target` and `holder` likewise, -1 where there is none; `paragraph` is the
    paragraph's number, -1 for the whole document. `by_rest` (one byte) is 1 where the key *rest
    not addressed* gave the answer. `changed_at` (seconds since 1970, 64 bits) and `evidence` are
    None unless they were asked for.
    """

    layer: str
    document: Column
    paragraph: Column
    target: Column
    holder: Column
    annotator: Column
    round: Column
    codebook: Column
    answer: Column
    documents: list[str]
    targets: list[str]
    holders: list[str]
    annotators: list[str]
    rounds: list[str]
    codebooks: list[str]
    answers: list[DistinctAnswer]
    by_rest: Flags
    changed_at: Numbers | None = None
    evidence: EvidenceColumns | None = None


class _Words(Struct, frozen=True):
    """What the words of a row say."""

    layer: str
    target: str | None
    holder: str | None
    annotator: str
    round: str
    codebook: str
    answer: DistinctAnswer


class _Rows(Struct, frozen=True):
    """The rows of several layers; `words` are numbers of `combinations`."""

    document: Numbers
    paragraph: Column
    words: Column
    combinations: list[_Words]
    by_rest: Flags
    changed_at: Numbers | None
    spans: SpanColumns


def layer_columns(
    file: Connection,
    layers: Sequence[str],
    rounds: Sequence[str] | None,
    annotators: Sequence[str] | None,
    *,
    with_evidence: Sequence[str] = (),
    with_times: bool = False,
) -> dict[str, LayerColumns]:
    """The columns of each of these layers; None means all. For snapshots.

    One reading of the table serves all layers: it has no index on them. Marked words are read of
    the layers of `with_evidence`.
    """
    by_rest = [row[0] for row in file.rows(_BY_REST)]
    extra = [
        _ROWS if by_rest else "NULL",
        _TIMES if with_times else "NULL",
        EVIDENCE if with_evidence else "NULL, NULL",
    ]
    query = _ANSWERS.format(extra=", ".join(extra))
    names = [*map(chosen, (layers, rounds, annotators))]
    if with_evidence:
        names.append(chosen(with_evidence))
    rows = _read(file, query, names, by_rest, with_times=with_times)
    uids: dict[int, str] = dict(file.rows("SELECT id, uid FROM document"))
    made = {layer: _of_layer(layer, rows, uids) for layer in layers}
    for layer in with_evidence:
        marked = _evidence(file, rows, _rows_here(layer, rows))
        made[layer] = msgspec.structs.replace(made[layer], evidence=marked)
    return made


def _evidence(file: Connection, rows: _Rows, here: Numbers) -> EvidenceColumns:
    """The marked words of some rows; texts are measured only if any are marked."""
    found = rows.spans.of_rows(here)
    if not len(found.row):
        return found
    length = paragraph_lengths(file, rows.document[here], rows.paragraph[here])
    return msgspec.structs.replace(found, length=length)


def _read(
    file: Connection,
    query: str,
    names: Sequence[str | None],
    by_rest: list[int],
    *,
    with_times: bool,
) -> _Rows:
    import numpy as np  # the window starts without it

    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    documents, paragraphs = [np.zeros(0, np.int64)], [np.zeros(0, np.int32)]
    words, times = [np.zeros(0, np.int32)], [np.zeros(0, np.int64)]
    places = [np.zeros(0, np.int64)]
    spans, n_rows = SpanColumns(), 0
    for first, last in file.stretches("annotation"):
        row = file.rows(query, first, last, *names)[0]
        document, paragraph, together, place, time, has_evidence, evidence = row
        if document is not None:
            documents.append(np.fromstring(document, np.int64, sep=","))
            paragraphs.append(np.fromstring(paragraph, np.int32, sep=","))
            of_rows = map(numbers.__getitem__, together.split(_END))
            words.append(np.fromiter(of_rows, np.int32, len(documents[-1])))
            places.append(np.fromstring(place or "", np.int64, sep=","))
            times.append(np.fromstring(time or "", np.int64, sep=","))
            spans.add(has_evidence, evidence, n_rows)
            n_rows += len(documents[-1])
    return _Rows(
        document=np.concatenate(documents),
        paragraph=np.concatenate(paragraphs),
        words=np.concatenate(words),
        combinations=[_taken_apart(each) for each in numbers],
        by_rest=np.isin(np.concatenate(places), by_rest) if by_rest else np.zeros(n_rows, bool),
        changed_at=np.concatenate(times) if with_times else None,
        spans=spans,
    )


def _taken_apart(words: str) -> _Words:
    layer, target, holder, annotator, round_, codebook, *answer = words.split(_MARK)
    state, codes, primary, value = answer
    return _Words(
        layer,
        target or None,
        holder or None,
        annotator,
        round_,
        codebook,
        DistinctAnswer(
            cast("State", state),
            read_codes(codes),
            primary or None,
            msgspec.json.decode(value, type=str | None) or None,
        ),
    )


def _rows_here(layer: str, rows: _Rows) -> Numbers:
    """The places of a layer's rows."""
    import numpy as np

    is_here = np.array([each.layer == layer for each in rows.combinations], bool)
    return np.flatnonzero(is_here[rows.words])


def _of_layer(layer: str, rows: _Rows, uids: dict[int, str]) -> LayerColumns:
    import numpy as np

    is_here = [each.layer == layer for each in rows.combinations]
    here = _rows_here(layer, rows)
    words, document = rows.words[here], rows.document[here]
    in_import_order = np.flatnonzero(np.bincount(document))
    places = np.searchsorted(in_import_order, document).astype(np.int32)
    parts: dict[str, Any] = {}
    for name, key in _PARTS.items():
        values = [getattr(each, name) for each in rows.combinations]
        parts[f"{name}s"], numbers = _listed(values, is_here, key)
        parts[name] = np.array(numbers, np.int32)[words]
    return LayerColumns(
        layer=layer,
        document=places,
        paragraph=rows.paragraph[here],
        documents=[uids[number] for number in in_import_order.tolist()],
        by_rest=rows.by_rest[here],
        changed_at=None if rows.changed_at is None else rows.changed_at[here],
        **parts,
    )


def _listed(
    values: list[Any], is_here: Iterable[bool], key: Callable[[Any], str] | None
) -> tuple[list[Any], list[int]]:
    """The distinct values of a layer in order, and for each value its place; -1 for None.

    The order of the rows in the file cannot change a number.
    """
    occurring = {value for value, here in zip(values, is_here, strict=True) if here}
    distinct = sorted(occurring - {None}, key=key)
    places = {value: place for place, value in enumerate(distinct)}
    return distinct, [places.get(value, -1) for value in values]
