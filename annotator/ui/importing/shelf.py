"""Which of the files that were looked at are kept in memory: the last ones, up to a size."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.ui.importing.entry import Entry

MOST_BYTES = 96 * 1024 * 1024


class Shelf:
    """Lets the looks of older entries go; those are read again when they are wanted.

    An entry that was changed keeps its look: its changes are shown with it.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._kept: dict[Path, Entry] = {}
        self._n_bytes = 0

    def put(self, entry: Entry, *, keep: Entry | None = None) -> None:
        """Keep this entry's look, and let others go if they are too many; not that of `keep`."""
        self.drop(entry)
        self._kept[entry.path] = entry
        self._n_bytes += entry.n_bytes
        for old in list(self._kept.values()):
            if self._n_bytes <= self._most:
                return
            if old is not keep and old is not entry and not (old.edits or old.left_out):
                old.look = None
                self.drop(old)

    def drop(self, entry: Entry) -> None:
        """It is no longer counted."""
        if self._kept.pop(entry.path, None) is not None:
            self._n_bytes -= entry.n_bytes
