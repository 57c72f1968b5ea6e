"""A whole project as text, and such a text into a project. May import store and formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

import msgspec

from annotator.errors import MergeError
from annotator.formats.bundle_file import SCHEMA, ProjectLine, read, write
from annotator.formats.written import Written
from annotator.study.names import as_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.store import MergeReport, Store


def write_bundle(store: Store, out: BinaryIO, told: Callable[[int], None] | None = None) -> Written:
    """Write all of a project; how many answers that is. `told` hears of lines, now and then."""
    with store.snapshot() as still:
        project, counts = still.project(), still.record_counts()
        settings = msgspec.Raw(msgspec.json.encode(project.settings))
        first = ProjectLine(
            SCHEMA, project.uid, project.title, project.created_at, settings, counts
        )
        write(first, still.contents(), out, told)
    return Written(counts["annotation"])


def merge_bundle(
    store: Store, path: Path, *, rename: dict[str, str], same: set[str], dry_run: bool
) -> MergeReport:
    """Put all that a bundle holds into the project; all or nothing.

    Raises:
        MergeError: the file cannot be read, or belongs to another codebook or person.
        RecordError: it is cut off, changed, or of another version.
        StoreError: the project cannot be written. In all cases nothing was.
    """
    try:
        with path.open("rb") as file:
            records = read(file, as_text(path))
            return store.merge_contents(records, dry_run=dry_run, rename=rename, same=same)
    except OSError as error:
        raise MergeError(
            "the file cannot be read: {trouble}",
            where=path,
            remedy="check its name and your rights",
            trouble=error.strerror or str(error),
        ) from error
