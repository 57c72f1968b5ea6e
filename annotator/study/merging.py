"""An annotator's exported answers into a project: the file is read here, the store merges it.

May import store and formats.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from annotator.errors import MergeError
from annotator.formats.jsonl import read_lines
from annotator.store import Conflict, MergeTally
from annotator.study.bundles import merge_bundle
from annotator.study.file_kinds import holds_a_bundle, holds_a_database
from annotator.study.names import as_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.store import MergeReport as Merged
    from annotator.store import Store


class RefusedLine(Struct, frozen=True):
    """A line that was not taken, and why."""

    line: int
    reason: str


class MergeReport(Struct, frozen=True):
    """What became of one file, or with a dry run would: figures, and what to look at."""

    file: str
    is_dry_run: bool
    added: int
    updated: int
    unchanged: int
    refused: tuple[RefusedLine, ...]
    conflicts: tuple[Conflict, ...]
    by_annotator: tuple[MergeTally, ...]
    new_annotators: tuple[str, ...]
    backup: str | None
    kinds: int = 0
    brought: dict[str, int] = {}
    remarks: tuple[str, ...] = ()

    def as_json(self) -> str:
        """For scripts: one line."""
        return msgspec.json.encode(self).decode()

    def lines(self) -> Iterator[str]:
        """For people: a line in sum, one for each annotator and round, and what needs a look."""
        trial = " (dry run, nothing is written)" if self.is_dry_run else ""
        yield (
            f"{self.file}: {self.added} added, {self.updated} updated,"
            f" {self.unchanged} unchanged, {len(self.refused)} refused,"
            f" {len(self.conflicts)} in conflict{trial}"
        )
        for one in self.by_annotator:
            new = " (new annotator)" if one.annotator in self.new_annotators else ""
            yield (
                f"  {one.annotator}, round {one.round}: {one.added} added, {one.updated} updated,"
                f" {one.unchanged} unchanged{new}"
            )
        came = [f"{n} {what}" for what, n in self.brought.items() if n]
        if self.kinds:
            came.append(f"{self.kinds} changed kinds of paragraphs")
        if came:
            yield f"  besides: {', '.join(came)}"
        for refused in self.refused:
            yield f"  refused   {_at(refused.line)}{refused.reason}"
        for conflict in self.conflicts:
            yield f"  conflict  {_at(conflict.number)}{_both_changed(conflict)}"
        for remark in self.remarks:
            yield f"  note      {remark}"
        if self.backup:
            yield f"  the project as it was: {self.backup}"


def merge_file(
    store: Store, path: Path, *, rename: dict[str, str], same: set[str], dry_run: bool
) -> MergeReport:
    """Put the answers of a JSONL export, or all of another project, into the project.

    An export needs the same articles here; a project brings its own, also as a bundle.

    Args:
        store: the project.
        path: the export, project or bundle, which is only read.
        rename: new keys for people whose key is taken here by somebody else.
        same: keys that are the same person here and there, under different uids.
        dry_run: do all of it, then roll it back.

    Raises:
        MergeError: the file cannot be read, or belongs to another codebook or person.
        RecordError: a line is no annotation.
        StoreError: the project cannot be written. In all cases nothing was.
    """
    # Asked first: its bytes must not be read, as that would drop SQLite's locks on it.
    if path.is_file() and path.samefile(store.path):
        raise MergeError("this is the project itself", where=path, remedy="name another project")
    if holds_a_database(path):
        merged = store.merge_project(path, dry_run=dry_run, rename=rename, same=same)
    elif holds_a_bundle(path):
        merged = merge_bundle(store, path, rename=rename, same=same, dry_run=dry_run)
    else:
        merged = _merge_lines(store, path, rename=rename, same=same, dry_run=dry_run)
    return _report(merged, path, is_dry_run=dry_run)


def _merge_lines(
    store: Store, path: Path, *, rename: dict[str, str], same: set[str], dry_run: bool
) -> Merged:
    try:
        with path.open("rb") as file:
            device_of = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)
            return store.merge_lines(
                read_lines(file, str(path)),
                device_of=device_of,
                dry_run=dry_run,
                rename=rename,
                same=same,
            )
    except OSError as error:
        raise MergeError(
            "the file cannot be read: {trouble}",
            where=path,
            remedy="check its name and your rights",
            trouble=error.strerror or str(error),
        ) from error


def _report(merged: Merged, path: Path, *, is_dry_run: bool) -> MergeReport:
    return MergeReport(
        file=as_text(path),
        is_dry_run=is_dry_run,
        added=merged.added,
        updated=merged.updated,
        unchanged=merged.unchanged,
        refused=tuple(RefusedLine(each.number, str(each)) for each in merged.refused),
        conflicts=tuple(merged.conflicts),
        by_annotator=tuple(merged.tallies),
        new_annotators=tuple(merged.new_annotators),
        backup=as_text(merged.backup) if merged.backup else None,
        kinds=merged.kinds,
        brought=merged.brought,
        remarks=tuple(map(str, merged.remarks)),
    )


def _both_changed(conflict: Conflict) -> str:
    unit = "the whole article" if conflict.paragraph is None else f"¶ {conflict.paragraph + 1}"
    if not conflict.layer:
        return f"{unit} of {conflict.document} got two kinds on two machines; the later one stands"
    return (
        f"{conflict.annotator} answered “{conflict.layer}” at {unit} of {conflict.document}"
        " differently on two machines; the later answer stands, both are in the log"
    )


def _at(line: int) -> str:
    """Where in the file; a project has no lines."""
    return f"line {line}: " if line else ""
