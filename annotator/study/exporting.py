"""Answers out of a project: to a stream, or to a file that is written beside and renamed.

May import store and formats.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct

from annotator.errors import AnnotatorError
from annotator.formats.corpus import Corpus, RoundName
from annotator.formats.jsonl import Record, write_records
from annotator.study.file_kinds import holds_a_database
from annotator.study.names import check_names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.store import Store

Told = Callable[[int], None]


class Selection(Struct, frozen=True):
    """Which answers leave the project; empty means all."""

    layers: tuple[str, ...] = ()
    annotators: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()


EVERYTHING = Selection()


def corpus(store: Store, selection: Selection = EVERYTHING) -> Corpus:
    """The project as writers are given it: article by article, with the chosen answers.

    Raises:
        AnnotatorError: a layer, annotator or round that the project does not have.
    """
    _check(store, selection)
    return Corpus(
        title=store.project().title,
        codebook=store.codebook(),
        toml=store.codebook_toml(),
        annotators=tuple(
            each for each in store.annotators() if is_chosen(each.key, selection.annotators)
        ),
        rounds=tuple(
            RoundName(each.key, each.kind, each.codebook)
            for each in store.rounds()
            if is_chosen(each.key, selection.rounds)
        ),
        documents=store.coded_documents(
            layers=selection.layers or None,
            annotators=selection.annotators or None,
            rounds=selection.rounds or None,
        ),
    )


def is_chosen(name: str, chosen: tuple[str, ...]) -> bool:
    """Whether a name is among the chosen ones; no names mean all."""
    return not chosen or name in chosen


def export_to_stream(store: Store, out: BinaryIO, selection: Selection = EVERYTHING) -> int:
    """Write the chosen answers as JSONL; how many they are.

    Raises:
        AnnotatorError: a layer, annotator or round that the project does not have.
        BrokenPipeError: whoever reads has left.
    """
    done = write_records(_records(store, selection), out)
    out.flush()
    return done


def export_to_file(
    store: Store,
    target: Path,
    selection: Selection = EVERYTHING,
    told: Told | None = None,
) -> int:
    """Write the chosen answers to a file; it appears whole or not at all.

    `told` hears how many lines are written, about once a mebibyte; what it raises ends the export.

    Raises:
        AnnotatorError: the file cannot be written, is a project, or a name is unknown; nothing is
            left behind.
    """
    records = _records(store, selection)
    if holds_a_database(target):
        raise AnnotatorError(
            "this file is a project; the export would take its place",
            where=target,
            remedy="choose another name, such as {name}",
            name=target.with_suffix(".jsonl").name,
        )
    try:
        with _whole_or_not(target) as out:
            return write_records(records, out, told)
    except OSError as error:
        raise AnnotatorError(
            "the export cannot be written: {trouble}",
            where=target,
            remedy="choose another place, or make room",
            trouble=error.strerror or str(error),
        ) from error


@contextmanager
def _whole_or_not(target: Path) -> Iterator[BinaryIO]:
    """A file to write; it gets its name when it is complete. A device or pipe is written as is."""
    target = target.resolve()  # a link stays one
    if target.exists() and not target.is_file():
        with target.open("wb") as out:
            yield out
        return
    part = target.with_name(target.name + ".part")
    try:
        with part.open("wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _check(store: Store, selection: Selection) -> None:
    check_names("layer", selection.layers, [layer.key for layer in store.codebook().layers])
    check_names("annotator", selection.annotators, [each.key for each in store.annotators()])
    check_names("round", selection.rounds, [each.key for each in store.rounds()])


def _records(store: Store, selection: Selection) -> Iterator[Record]:
    _check(store, selection)
    return store.records(
        layers=selection.layers or None,
        annotators=selection.annotators or None,
        rounds=selection.rounds or None,
    )
