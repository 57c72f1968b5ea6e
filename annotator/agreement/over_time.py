"""The figure part by part: batches, weeks, documents, rounds, versions of the codebook.

A batch holds 50 units that two or more rated, in the order in which the last answer to each was
given; a week is that answer's ISO week (UTC). Rounds and versions are those of the answers.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Protocol

import msgspec
import numpy as np

from annotator.agreement.ratings import Ratings, Said
from annotator.agreement.rows import CANNOT_TELL, SKIPPED
from annotator.agreement.sharing import part_alpha
from annotator.agreement.unit_names import Units
from annotator.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.agreement.options import Options
    from annotator.agreement.questions import Question
    from annotator.agreement.ratings import Indices, Integers, LayerAnswers
    from annotator.agreement.results import Agreement
    from annotator.agreement.rows import Rows

# Parts that are made of whole units; the others are made of answers.
OF_UNITS = ("document", "week", "batch")
BATCH = 50
# More parts than this have values and no intervals: nobody compares so many.
MOST_PARTS = 200
DAY_S = 86_400

_REMEDIES = {
    "document": "name the column that holds them (--document-column)",
    "round": "leave --by out, or take the project itself, which knows them",
    "version": "leave --by out, or take the project itself, which knows them",
    "week": "leave --by out, or take the project itself, which knows them",
    "batch": "leave --by out, or take the project itself, which knows them",
}
_UNKNOWN = {
    "document": "The documents of the answers are not known, so they cannot be compared",
    "round": "The rounds of the answers are not known, so they cannot be compared",
    "version": "The codebook versions of the answers are not known, so they cannot be compared",
    "week": "The times of the answers are not known, so weeks cannot be compared",
    "batch": "The times of the answers are not known, so batches cannot be compared",
}


class Rests(Protocol):
    """For each part the question about all others."""

    def __getitem__(self, place: int, /) -> Question: ...


def check_parts(answers: LayerAnswers, options: Options) -> None:
    """Raises Unavailable where the source does not know what the parts are made of."""
    by = options.by
    if by is None or not len(answers.answer):
        return
    is_known = {
        "document": bool(answers.document.max(initial=-1) >= 0),
        "round": answers.round is not None,
        "version": answers.version is not None,
        "week": answers.changed_at is not None,
        "batch": answers.changed_at is not None,
    }
    if not is_known[by]:
        raise Unavailable(_UNKNOWN[by], remedy=_REMEDIES[by])


def over_units(
    question: Question, answers: LayerAnswers, rows: Rows, options: Options,
    **names: Any,  # noqa: ANN401 - fields of the results
) -> tuple[Agreement, ...]:  # fmt: skip
    """The parts that are made of whole units: documents, weeks, batches.

    Units that one annotator rated are in none.
    """
    ratings = question.ratings
    pairable = np.flatnonzero(np.bincount(ratings.unit_ix, minlength=ratings.n_units) >= 2)
    if options.by == "document":
        part, titles = _by_document(ratings.document_ix[pairable], answers)
    else:
        last = _last_answer(question, answers, rows)[pairable]
        part, titles = _by_week(last) if options.by == "week" else _by_batch(last)
    of_unit = np.full(ratings.n_units, -1)
    of_unit[pairable] = part
    slices = list(_slices(ratings, of_unit, len(titles)))
    return compared(
        [(title, replace(question, ratings=one))
         for title, one in zip(titles, slices, strict=True)],
        _Others(question, slices), rows.annotators, options, **names,
    )  # fmt: skip


def compared(
    parts: Sequence[tuple[str, Question]], rests: Rests, annotators: Sequence[str],
    options: Options, **names: Any,  # noqa: ANN401 - fields of the results
) -> tuple[Agreement, ...]:  # fmt: skip
    """Alpha of each part with the code rates of each annotator, and the interval of all others."""
    if len(parts) > MOST_PARTS:
        options = msgspec.structs.replace(options, ci=0)
    made = []
    for place, (title, question) in enumerate(parts):
        one = part_alpha(question.ratings, question.measures[0], options, by=options.by,
                         group=title, rates=_rates(question, annotators), **names)  # fmt: skip
        if one.interval is not None and len(parts) > 1:
            others = rests[place]
            rest = part_alpha(others.ratings, others.measures[0], options, **names).interval
            is_below = rest is not None and one.interval.high < rest.low
            one = msgspec.structs.replace(one, rest=rest, below_rest=is_below)
        made.append(one)
    return tuple(made)


class _Others:
    """The same question about all parts but one, made when it is asked."""

    def __init__(self, question: Question, slices: Sequence[Ratings]):
        self._question, self._slices = question, slices

    def __getitem__(self, place: int) -> Question:
        others = [*self._slices[:place], *self._slices[place + 1 :]]
        return replace(self._question, ratings=_joined(others))


def _joined(parts: Sequence[Ratings]) -> Ratings:
    """Ratings of different units as one table."""
    starts = np.cumsum([0] + [one.n_units for one in parts[:-1]])
    said = Said(
        np.concatenate([one.unit_ix + start for one, start in zip(parts, starts, strict=True)]),
        np.concatenate([one.annotator_ix for one in parts]),
        np.concatenate([one.value_ix for one in parts]),
    )
    return Ratings(
        said,
        np.concatenate([one.document_ix for one in parts]),
        parts[0].n_annotators,
        parts[0].n_values,
    )


def _rates(question: Question, annotators: Sequence[str]) -> dict[str, dict[str, float]]:
    """The share of each annotator's ratings that hold each code."""
    ratings = question.ratings
    if question.holds is None or not len(ratings.unit_ix):
        return {}
    n_values = len(question.values)
    cell = ratings.annotator_ix.astype(np.int64) * n_values + ratings.value_ix
    counts = np.bincount(cell, minlength=len(annotators) * n_values).reshape(-1, n_values)
    n_ratings = counts.sum(axis=1)
    shares = counts @ question.holds / np.maximum(n_ratings, 1)[:, None]
    return {
        annotators[place]: dict(zip(question.codes, map(float, shares[place]), strict=True))
        for place in np.flatnonzero(n_ratings).tolist()
    }


def _slices(ratings: Ratings, of_unit: Integers, n_parts: int) -> Iterator[Ratings]:
    """The ratings of each part, their units numbered from 0."""
    by_part = np.argsort(of_unit, kind="stable")
    rank = np.empty(len(by_part), np.int64)
    rank[by_part] = np.arange(len(by_part))
    rank_of_row = rank[ratings.unit_ix]
    rows = np.argsort(rank_of_row, kind="stable")
    starts = np.searchsorted(of_unit[by_part], np.arange(n_parts + 1))
    row_starts = np.searchsorted(rank_of_row[rows], starts)
    for part in range(n_parts):
        here = rows[row_starts[part] : row_starts[part + 1]]
        units = by_part[starts[part] : starts[part + 1]]
        unit_ix = (rank_of_row[here] - starts[part]).astype(np.int32)
        yield Ratings(
            Said(unit_ix, ratings.annotator_ix[here], ratings.value_ix[here]),
            ratings.document_ix[units],
            ratings.n_annotators,
            ratings.n_values,
        )


def _by_document(document_ix: Indices, answers: LayerAnswers) -> tuple[Integers, list[str]]:
    """The document of each unit; the numbers of documents follow their names."""
    numbers, part = np.unique(document_ix, return_inverse=True)
    names = sorted(answers.documents)
    return part, [names[number] for number in numbers]


def _last_answer(question: Question, answers: LayerAnswers, rows: Rows) -> Integers:
    """When the last answer to each unit of the question was given, in seconds since 1970."""
    assert answers.changed_at is not None
    counts = rows.state != SKIPPED
    if question.step not in ("addressed", "holder"):
        counts &= rows.state != CANNOT_TELL
    last = np.zeros(rows.n_units, np.int64)
    np.maximum.at(last, rows.unit[counts], answers.changed_at[rows.row[counts]])
    units = np.arange(question.ratings.n_units)
    return last[Units(question, answers, rows).places(units)]


def _by_week(seconds: Integers) -> tuple[Integers, list[str]]:
    """The ISO week of each time."""
    days, place = np.unique(seconds // DAY_S, return_inverse=True)
    weeks = [datetime.fromtimestamp(day * DAY_S, UTC).strftime("%G-W%V") for day in days.tolist()]
    titles = sorted(set(weeks))
    number = {title: place for place, title in enumerate(titles)}
    return np.array([number[week] for week in weeks], np.int64)[place], titles


def _by_batch(seconds: Integers) -> tuple[Integers, list[str]]:
    """Batches in the order of time; equal times in the order of units."""
    part = np.empty(len(seconds), np.int64)
    part[np.argsort(seconds, kind="stable")] = np.arange(len(seconds)) // BATCH
    return part, [str(number + 1) for number in range(-(-len(seconds) // BATCH))]
