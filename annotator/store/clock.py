"""The time of a change, as it is written. Imports nothing of the package."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The present moment, with its zone."""
    return datetime.now(UTC)


def written(moment: datetime) -> str:
    """A moment as the project holds it: `2026-03-02T09:14:07.512Z`."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
