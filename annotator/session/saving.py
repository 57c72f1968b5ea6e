"""Answers on their way to the file: written at once, or kept and tried again while it is locked.

Imports the store. Nothing is dropped unless the user gives it up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.errors import AnswerRefused, StoreError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.store import Change, Step, Store


class Waiting(NamedTuple):
    """One step that could not be written yet."""

    changes: tuple[Change, ...]
    duration_ms: int


class Saving:
    """Writes steps in order; what fails waits in front of all later ones."""

    def __init__(self, store: Store):
        self._store = store
        self._waiting: list[Waiting] = []
        self.saved_at: str | None = None
        self.trouble: StoreError | None = None

    def write(self, changes: Sequence[Change], duration_ms: int) -> Step | None:
        """Write a step durably; None if it has to wait (see `trouble`).

        Raises:
            AnswerRefused: the store found the answer against the codebook; nothing was written.
        """
        if self._waiting:
            self._waiting.append(Waiting(tuple(changes), duration_ms))
            return None
        try:
            step = self._store.annotate(changes, duration_ms=duration_ms)
        except StoreError as error:
            self.trouble = error
            self._waiting.append(Waiting(tuple(changes), duration_ms))
            return None
        self.note_saved(step)
        return step

    def retry(self) -> bool:
        """Try to write all that waits, in order; True when nothing waits any more."""
        while self._waiting:
            first = self._waiting[0]
            try:
                step = self._store.annotate(first.changes, duration_ms=first.duration_ms)
            except StoreError as error:
                self.trouble = error
                return False
            except AnswerRefused as refusal:
                # The rules changed while it waited. It is not dropped without a word.
                self.trouble = StoreError(
                    refusal.what, where=self._store.path, remedy=refusal.remedy, **refusal.values
                )
                return False
            del self._waiting[0]
            self.note_saved(step)
        self.trouble = None
        return True

    def note_saved(self, step: Step) -> None:
        """Remember when the last answer reached the disk."""
        self.saved_at = step.saved_at or self.saved_at

    def waiting(self) -> list[Change]:
        """The changes that are on the screen and not in the file, oldest first."""
        return [change for step in self._waiting for change in step.changes]

    def give_up(self) -> None:
        """Drop what waits."""
        self._waiting.clear()
        self.trouble = None
