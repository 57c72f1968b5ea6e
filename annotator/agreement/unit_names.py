"""The names of units as people find them again. May import `annotator.model`."""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement.results import UnitName

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from annotator.agreement.questions import Question
    from annotator.agreement.ratings import Integers, LayerAnswers
    from annotator.agreement.rows import Rows

# Enough of the units are looked through at first to find what most tables list.
STRETCH = 4_096


class Units:
    """The units of a question, and those of the rows that they come from.

    A unit of the rows is (document, paragraph, target); one of the question may have a holder too.
    """

    def __init__(self, question: Question, answers: LayerAnswers, rows: Rows):
        self._units = question.units
        self._answers, self._rows = answers, rows
        self._n_holders = len(question.target_ix) // max(rows.n_units, 1)
        self._has_holder = answers.layer.holder and question.step not in ("addressed", "holder")

    def places(self, units: Integers) -> Integers:
        """The units of the rows."""
        whole = units if self._units is None else self._units[units]
        return whole // max(self._n_holders, 1)

    def holders(self, units: Integers) -> Integers:
        """The holder of each, -1 where the question does not tell holders apart."""
        if not self._has_holder:
            return np.full(len(units), -1)
        whole = units if self._units is None else self._units[units]
        return whole % self._n_holders

    def names(self, units: Integers) -> list[UnitName]:
        """A name each."""
        rows = self._rows.example[self.places(units)]
        return [
            self._name(int(row), int(holder))
            for row, holder in zip(rows, self.holders(units), strict=True)
        ]

    def first(self, units: Integers, limit: int) -> Integers:
        """The first of these units, which rise; those of a table in the order of their names.

        The order of a table's rows numbers its units, and must not be seen.
        """
        titles = self._answers.units
        if titles is None or len(units) < 2:
            return units[:limit]
        rows, paragraph = self._rows, self._answers.paragraph
        places = self.places(units)
        names = [titles[number] for number in paragraph[rows.example[places]].tolist()]
        keys = zip(rows.document_ix[places].tolist(), names, units.tolist(), strict=True)
        return np.array([unit for _, _, unit in nsmallest(limit, keys)], np.int64)

    def with_pattern(self, of_unit: Integers, wanted: NDArray[np.bool_], limit: int) -> Integers:
        """The first units whose pattern is wanted."""
        every = self._answers.units is not None
        return self.first(first_units(of_unit, wanted, len(of_unit) if every else limit), limit)

    def _name(self, row: int, holder: int) -> UnitName:
        answers = self._answers
        document, paragraph = int(answers.document[row]), int(answers.paragraph[row])
        target = int(answers.target[row])
        is_named = answers.units is not None and paragraph >= 0
        return UnitName(
            document=answers.documents[document] if document >= 0 else None,
            paragraph=paragraph if paragraph >= 0 and not is_named else None,
            target=answers.targets[target] if target >= 0 else None,
            holder=self._rows.holders[holder] if holder >= 0 else None,
            unit=answers.units[paragraph] if answers.units is not None and is_named else None,
        )


def first_units(of_unit: Integers, wanted: NDArray[np.bool_], limit: int) -> Integers:
    """The first units whose pattern is wanted; patterns of -1 are not."""
    wanted = np.append(wanted, False)
    found = [np.zeros(0, np.int64)]
    n_found = 0
    start, stretch = 0, STRETCH
    while start < len(of_unit) and n_found < limit:
        here = start + np.flatnonzero(wanted[of_unit[start : start + stretch]])
        found.append(here)
        n_found += len(here)
        start, stretch = start + stretch, 4 * stretch
    return np.concatenate(found)[:limit]
