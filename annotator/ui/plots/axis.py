"""Axes of plots: round numbers, and where a value stands between the ends. Imports no Qt."""

from __future__ import annotations

import math

from msgspec import Struct

_ROUND = (0.05, 0.1, 0.2, 0.25, 0.5, 1.0)
_MOST_TICKS = 6


class Axis(Struct, frozen=True):
    """From `low` to `high` in values, from `begin` to `end` in pixels; may be logarithmic."""

    low: float
    high: float
    begin: float
    end: float
    is_log: bool = False

    def place(self, value: float) -> float:
        """Where a value stands; what lies outside is held at the edge."""
        value = min(max(value, self.low), self.high)
        if self.is_log:
            share = math.log(value / self.low) / math.log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return self.begin + share * (self.end - self.begin)


def tight_range(values: list[float]) -> tuple[float, float]:
    """Round ends round some values, within 0 and 1 as far as the values are."""
    low, high = min(values), max(values)
    step = next((step for step in _ROUND if (high - low) / step <= 4), 1.0)
    first, last = math.floor(low / step - 0.2) * step, math.ceil(high / step + 0.2) * step
    if low >= 0:
        first = max(first, 0.0)
    if high <= 1:
        last = min(last, 1.0)
    return round(first, 6), round(max(last, first + step), 6)


def ticks(low: float, high: float) -> list[float]:
    """Round numbers from end to end, at most six."""
    span = high - low
    step = next((step for step in _ROUND if span / step <= _MOST_TICKS - 1), 1.0)
    first = math.ceil(low / step - 1e-9)
    return [round(n * step, 6) for n in range(first, math.floor(high / step + 1e-9) + 1)]


def count_ticks(low: int, high: int) -> list[int]:
    """Counts for a logarithmic axis: 1, 2 or 5 times a power of ten, within the ends."""
    found = []
    power = 10 ** math.floor(math.log10(low))
    while power <= high:
        found += [n * power for n in (1, 2, 5) if low <= n * power <= high]
        power *= 10
    return found
