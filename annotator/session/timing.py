"""How long a unit was worked on: pauses cut at 60 seconds. The clock is passed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PAUSE_S = 60.0


class Stopwatch:
    """Counts time while keys or mouse move; a pause counts for at most `PAUSE_S` seconds."""

    def __init__(self, monotonic: Callable[[], float]):
        self._now = monotonic
        self._last = monotonic()
        self._counted_s = 0.0

    def touch(self) -> None:
        """Someone is at work."""
        now = self._now()
        self._counted_s += min(max(now - self._last, 0.0), PAUSE_S)
        self._last = now

    def take_ms(self) -> int:
        """Milliseconds since the last answer; starts anew."""
        self.touch()
        counted, self._counted_s = self._counted_s, 0.0
        return round(counted * 1000)

    def restart(self) -> None:
        """Another unit begins: time so far belongs to no answer."""
        self._last = self._now()
        self._counted_s = 0.0
