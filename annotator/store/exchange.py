"""What goes from one project file to another: merging, splitting, bringing a part up to date.

Imports the store's rooms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.store.contents import contents, shared_contents
from annotator.store.definitions import Definitions
from annotator.store.merging import Merge
from annotator.store.opening import opened_for_reading
from annotator.store.snapshots import snapshot
from annotator.store.splitting import check_part, split

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from annotator.formats.bundle import Content
    from annotator.store.connection import Connection
    from annotator.store.merging import Incoming
    from annotator.store.reports import MergeReport


class Exchange:
    """What a project file gives to others and takes from them; a part of `Store`."""

    def __init__(self, file: Connection):
        self._file = file
        self._definitions = Definitions(file)

    def merge_lines(
        self,
        lines: Iterable[Incoming],
        *,
        device_of: str,
        dry_run: bool = False,
        rename: Mapping[str, str] | None = None,
        same: Collection[str] = (),
    ) -> MergeReport:
        """Merge the lines of a JSONL export (number and content), all or nothing, backed up first.

        Args:
            lines: every line's number, from 1, and its content.
            device_of: SHA-256 of the file, so that the same file twice adds nothing.
            dry_run: only say what would happen.
            rename: new keys for annotators whose key belongs to somebody else here.
            same: keys of annotators who are the same person here, under another uid.

        Raises:
            MergeError: the file does not belong here; nothing was written.
        """
        merge = Merge(self._file, self._definitions, rename=rename or {}, same=set(same))
        return merge.lines(lines, device_of=device_of, dry_run=dry_run)

    def merge_project(
        self,
        other: Path,
        *,
        dry_run: bool = False,
        rename: Mapping[str, str] | None = None,
        same: Collection[str] = (),
    ) -> MergeReport:
        """Merge all that another project holds, all or nothing, backed up first.

        The other file is only read. Options as of `merge_lines`.

        Raises:
            MergeError: the two do not belong together, or the other changed while it was read.
            StoreError: one of them cannot be read or written. In all cases nothing was written.
        """
        merge = Merge(self._file, self._definitions, rename=rename or {}, same=set(same))
        with opened_for_reading(other) as (file, check):
            return merge.contents(contents(file), check, dry_run=dry_run)

    def merge_contents(
        self,
        records: Iterable[Content],
        *,
        dry_run: bool = False,
        rename: Mapping[str, str] | None = None,
        same: Collection[str] = (),
    ) -> MergeReport:
        """Merge all records of another project, all or nothing, backed up first.

        Options as of `merge_lines`.

        Raises:
            MergeError: the two do not belong together; nothing was written.
        """
        merge = Merge(self._file, self._definitions, rename=rename or {}, same=set(same))
        return merge.contents(records, lambda: None, dry_run=dry_run)

    def split(self, annotator: str, path: Path) -> None:
        """Write this annotator's part to a new file: what all share, and what she did.

        No answer, note, named holder or key of anybody else is in it; it opens as hers. It reads a
        snapshot.

        Raises:
            AnswerRefused: there is no such annotator.
            ProjectExists, ProjectUnwritable: of the new file; nothing is left behind.
        """
        who = self._definitions.annotator(annotator)
        with snapshot(self._file) as still:
            split(still, who, path)

    def update_from(self, whole: Path, *, dry_run: bool = False) -> MergeReport:
        """Bring what the whole project has since this part was split off, all or nothing.

        Codebook versions, rounds, targets and holder types, articles and their metadata, changed
        kinds of paragraphs; never an answer. Backed up first; the whole project is only read.

        Raises:
            MergeError: this is no part of that project, or that changed while it was read.
            StoreError: one of them cannot be read or written. In all cases nothing was written.
        """
        merge = Merge(self._file, self._definitions, rename={}, same=set())
        with opened_for_reading(whole) as (file, check):
            check_part(self._definitions.project(), Definitions(file).project(), self._file.path)
            return merge.contents(shared_contents(file), check, dry_run=dry_run, theirs_stands=True)
