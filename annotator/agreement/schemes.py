"""The codes of a layer in their order, with their numbers. May import `annotator.model`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from annotator.agreement.ratings import Floats, LayerAnswers


@dataclass(frozen=True, eq=False)
class Scheme:
    """Codes in canonical order; `numbers` holds their values, None where they have none.

    `aside` marks codes beside the scale, which share their number with another.
    """

    codes: tuple[str, ...]
    numbers: Floats | None
    aside: tuple[bool, ...]
    is_declared: bool

    @property
    def places(self) -> dict[str, int]:
        """The place of each code."""
        return {code: place for place, code in enumerate(self.codes)}


def number_of(text: str) -> float | None:
    """The finite number that a text writes; None if it writes none."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if np.isfinite(number) else None


def scheme_of(answers: LayerAnswers) -> Scheme:
    """The codes of a layer: from the codebook, else as the table declares them, else as found.

    Retired codes are left out unless they were used.
    """
    occurring = {code for _, codes, _ in answers.answers for code in codes}
    layer, codebook = answers.layer, answers.codebook
    declared = codebook.codes_of(layer) if codebook else layer.codes
    codes = [code for code in declared if not code.retired or code.key in occurring]
    known = {code.key for code in declared}
    keys = [code.key for code in codes] + sorted(occurring - known, key=_by_number_or_name)
    values = [code.value for code in codes] if codebook else []
    if len(values) == len(keys) and None not in values:
        numbers: Floats | None = np.array(values, np.float64)
    else:
        numbers = _numbers(keys, is_ordered=bool(declared))
    asides = [code.aside for code in codes] + [False] * (len(keys) - len(codes))
    return Scheme(tuple(keys), numbers, tuple(asides), is_declared=bool(declared))


def _numbers(keys: list[str], *, is_ordered: bool) -> Floats | None:
    """Numbers that all keys write, else their places if somebody put them in order."""
    parsed = [number_of(key) for key in keys]
    if keys and None not in parsed:
        return np.array(parsed, np.float64)
    return np.arange(len(keys), dtype=np.float64) if is_ordered else None


def _by_number_or_name(key: str) -> tuple[int, float, str]:
    number = number_of(key)
    return (1, 0.0, key) if number is None else (0, number, key)
