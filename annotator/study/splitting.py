"""One file a coder: split off from a project, and kept up to date with it.

May import store. The coder sends her file back, and `annotator merge` takes what she did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from annotator.errors import AnnotatorError, MergeError
from annotator.store import Store, is_stand_in
from annotator.study.names import as_text, check_names
from annotator.study.whole_files import whole_folder_or_not

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.store import MergeReport

_SUFFIX: Final = ".annot"
_UNFIT: Final = frozenset('/\\:*?"<>|')  # on one system or another not part of a file's name
_WAIT_MS: Final = 10_000


class Part(Struct, frozen=True):
    """A file that was written for an annotator, and how much she has answered in it."""

    file: str
    annotator: str
    articles: int
    answers: int

    def __str__(self) -> str:
        return (
            f"{self.file}: the part of {self.annotator}, with {self.articles} articles and"
            f" {self.answers} answers"
        )


class UpdateReport(Struct, frozen=True):
    """What a part got from the whole project: counts by table, and what to look at."""

    file: str
    brought: dict[str, int]
    kinds: int
    troubles: tuple[str, ...]
    remarks: tuple[str, ...]
    backup: str | None

    def lines(self) -> Iterator[str]:
        """For people."""
        came = [f"{n} {what}" for what, n in self.brought.items() if n]
        if self.kinds:
            came.append(f"{self.kinds} changed kinds of paragraphs")
        nothing = "nothing added" if self.remarks else "nothing new"
        yield f"{self.file}: {', '.join(came) or nothing}; the answers are as they were"
        for trouble in self.troubles:
            yield f"  look at   {trouble}"
        for remark in self.remarks:
            yield f"  note      {remark}"
        if self.backup:
            yield f"  the file as it was: {self.backup}"


def split_one(store: Store, annotator: str, target: Path, *, add: bool = False) -> Part:
    """Write this annotator's part of the project to a new file.

    With `add` somebody who is not known yet becomes an annotator of the project first.

    Raises:
        AnnotatorError: there is no such annotator, or a file of this name.
        StoreError: one of the files cannot be read or written; no half part is left behind.
    """
    if not add:
        check_names("annotator", [annotator], [each.key for each in store.annotators()])
    elif all(each.key != annotator for each in store.annotators()):
        store.add_annotator(annotator)
    return _split(store, annotator, target, target)


def split_all(store: Store, folder: Path) -> list[Part]:
    """Write every person's part to a file of this folder, which must be new or empty.

    Raises:
        AnnotatorError: nobody is to code here, or there is something under this name.
        StoreError: one of the files cannot be read or written. In all cases nothing is left behind.
    """
    people = [
        each.key for each in store.annotators() if each.kind == "human" and not is_stand_in(each)
    ]
    if not people:
        raise AnnotatorError(
            "the project has no annotators yet, so there is nobody to make a file for",
            where=store.path,
            remedy="name each with: annotator split {project} --annotator NAME --add -o NAME.annot",
            project=as_text(store.path.name),
        )
    names = file_names(people)
    try:
        with whole_folder_or_not(folder) as part:
            return [
                _split(store, each, part / names[each], folder / names[each]) for each in people
            ]
    except OSError as error:
        raise AnnotatorError(
            "the folder cannot be written: {trouble}",
            where=folder,
            remedy="choose another place, or make room",
            trouble=error.strerror or str(error),
        ) from error


def update_part(path: Path, whole: Path, *, dry_run: bool = False) -> UpdateReport:
    """Bring what the whole project has since into a part; never an answer.

    Raises:
        MergeError: the file is no part of this project, or its codebooks differ.
        StoreError: one of the files cannot be read or written, or is busy. Nothing was written.
    """
    if path.is_file() and whole.is_file() and path.samefile(whole):
        raise MergeError(
            "this is the project itself", where=path, remedy="name the file of a coder"
        )
    with Store.open(path, wait_ms=_WAIT_MS) as store:
        return _report(store.update_from(whole, dry_run=dry_run), path)


def file_names(annotators: list[str]) -> dict[str, str]:
    """A name for the file of each annotator: her key as far as every system takes it."""
    names: dict[str, str] = {}
    for key in annotators:
        plain = "".join("_" if sign in _UNFIT else sign for sign in key).strip(". ") or "_"
        name, count = f"{plain}{_SUFFIX}", 2
        while name.casefold() in map(str.casefold, names.values()):
            name, count = f"{plain}-{count}{_SUFFIX}", count + 1
        names[key] = name
    return names


def _split(store: Store, annotator: str, target: Path, name: Path) -> Part:
    store.split(annotator, target)
    counts = store.counts()
    answers = sum(each.annotations for each in counts.tallies if each.annotator == annotator)
    return Part(as_text(name), annotator, counts.documents, answers)


def _report(merged: MergeReport, path: Path) -> UpdateReport:
    conflicts = [
        f"¶ {(each.paragraph or 0) + 1} of {each.document} got two kinds on two machines; the"
        " later one stands"
        for each in merged.conflicts
    ]
    return UpdateReport(
        file=as_text(path),
        brought=merged.brought,
        kinds=merged.kinds,
        troubles=(*map(str, merged.refused), *conflicts),
        remarks=tuple(map(str, merged.remarks)),
        backup=as_text(merged.backup) if merged.backup else None,
    )
