"""Counts what stands in the answers and a format cannot keep. Imports the native record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.formats.jsonl import Record

MARKS: Final = "marked words"
NOTES: Final = "notes"
SURENESS: Final = "sureness"
MAIN_CODES: Final = "main codes"
TIME_SPENT: Final = "time spent on answers"
REVISIONS: Final = "revision numbers above 1"
WHOLE: Final = "answers about whole articles"
CANNOT_TELL: Final = "answers cannot_tell"
SKIPPED: Final = "answers skipped"
OLDER: Final = "answers made with an older codebook in which the question meant something else"

# How many of these stand in a record.
COUNTS: Final[Mapping[str, Callable[[Record], int]]] = {
    MARKS: lambda record: len(record.evidence),
    NOTES: lambda record: record.note != "",
    SURENESS: lambda record: record.confidence is not None,
    MAIN_CODES: lambda record: record.primary is not None,
    TIME_SPENT: lambda record: record.duration_ms is not None,
    REVISIONS: lambda record: record.rev > 1,
    WHOLE: lambda record: record.paragraph is None,
    CANNOT_TELL: lambda record: record.state == "cannot_tell",
    SKIPPED: lambda record: record.state == "skipped",
}


class Losses:
    """Counts by name; names are keys of `COUNTS`, others are counted by `add`."""

    def __init__(self, *names: str):
        self._checks = [(name, COUNTS[name]) for name in names]
        self._n: dict[str, int] = {}

    def see(self, record: Record) -> None:
        """Count what this record holds and the format does not."""
        for name, count in self._checks:
            if n := count(record):
                self._n[name] = self._n.get(name, 0) + n

    def add(self, name: str, n: int = 1) -> None:
        """Count something else."""
        self._n[name] = self._n.get(name, 0) + n

    @property
    def lost(self) -> dict[str, int]:
        """By name, as `Written` has it."""
        return dict(self._n)
