"""A column out of which some entries go, and into which others come. Imports no other room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from annotator.agreement.ratings import Integers

Entry = TypeVar("Entry", bound=np.generic)


class Pieces:
    """The stretches between what goes and what comes: copied whole, since that is mostly little."""

    def __init__(self, gone: Integers, at: Integers):
        """`gone` are places that go, `at` those before which the others come; both rise."""
        self._gone, self._at = gone, at
        self._slices: list[tuple[slice, slice]] = []  # of what was, then of what comes after it
        start = n_come = 0
        cuts = [(place, 0) for place in at.tolist()] + [(place, 1) for place in gone.tolist()]
        for place, is_gone in sorted(cuts):
            come = slice(n_come, n_come + 1 - is_gone)
            self._slices.append((slice(start, place), come))
            start, n_come = place + is_gone, come.stop
        self._last = slice(start, None)

    def of(self, old: NDArray[Entry], new: NDArray[Any]) -> NDArray[Entry]:
        """The column now: `new` holds what comes, in the order of `at`."""
        pieces = [piece for stays, come in self._slices for piece in (old[stays], new[come])]
        return np.concatenate([*pieces, old[self._last]], dtype=old.dtype)

    def numbers(self, n: int) -> Integers:
        """The place now of each of `n` former entries; of one that is gone: where it would be."""
        shift = np.zeros(n + 1, np.int64)
        np.add.at(shift, self._at, 1)
        np.subtract.at(shift, self._gone + 1, 1)
        numbers: Integers = np.arange(n) + np.cumsum(shift[:n])
        return numbers
