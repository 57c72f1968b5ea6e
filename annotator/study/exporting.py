"""Answers out of a project: to a stream, or to a file that is written beside and renamed.

May import store and formats.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct

from annotator.errors import AnnotatorError
from annotator.formats.catalogue import FORMATS
from annotator.formats.corpus import Corpus, RoundName
from annotator.formats.jsonl import Record, write_records
from annotator.formats.written import Written
from annotator.study.blind import refuse_while_blind
from annotator.study.bundles import write_bundle
from annotator.study.file_kinds import holds_a_database
from annotator.study.names import check_names
from annotator.study.shapes import Shapes
from annotator.study.whole_files import whole_folder_or_not, whole_or_not
from annotator.study.wishes import Wish

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
    _check_names(store, selection)
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


JSONL = Wish()


def export_to_stream(
    store: Store, out: BinaryIO, selection: Selection = EVERYTHING, wish: Wish = JSONL
) -> Written:
    """Write the chosen answers to a stream; how many they are, and what could not be kept.

    Raises:
        AnnotatorError: a layer, annotator or round that the project does not have; a format of
            several files; a blind round.
        BrokenPipeError: whoever reads has left.
    """
    check(store, selection, wish)
    if FORMATS[wish.form].is_folder:
        raise AnnotatorError(
            "{form} is written as a folder of several files",
            remedy="name the folder, or a file that ends in .zip: -o NAME",
            form=FORMATS[wish.form].label,
        )
    written = _write(store, out, selection, wish, None)
    out.flush()
    return written


def export_to_file(
    store: Store,
    target: Path,
    selection: Selection = EVERYTHING,
    told: Told | None = None,
    wish: Wish = JSONL,
) -> Written:
    """Write the chosen answers to a file, a folder or a zipped folder; all of it or nothing.

    `told` hears how many answers are written, now and then; what it raises ends the export.

    Raises:
        AnnotatorError: the file cannot be written, is a project, or ends in .zip without being
            zipped; a name is unknown, or a round is blind; nothing is left behind.
    """
    check(store, selection, wish)
    _check_names(store, selection)
    check_target(target, wish)
    try:
        if FORMATS[wish.form].is_folder:
            heard, again = _repeated(told)
            with whole_folder_or_not(target, again) as folder:
                return _write_folder(store, folder, selection, wish, heard)
        with whole_or_not(target) as out:
            return _write(store, out, selection, wish, told)
    except OSError as error:
        raise AnnotatorError(
            "the export cannot be written: {trouble}",
            where=target,
            remedy="choose another place, or make room",
            trouble=error.strerror or str(error),
        ) from error


def _repeated(told: Told | None) -> tuple[Told | None, Callable[[], None]]:
    """The same, and what tells the last number again, for work that counts nothing."""
    if told is None:
        return None, lambda: None
    last = 0

    def hear(n: int) -> None:
        nonlocal last
        last = n
        told(n)

    return hear, lambda: told(last)


def check(store: Store, selection: Selection, wish: Wish) -> None:
    """Whether this can go out as it is wished; the answers are not looked at.

    Raises:
        AnnotatorError: what does not go together.
        Unavailable: answers are put together, and a round of them is blind and open.
    """
    wish.check()
    if wish.form == "bundle" and selection != EVERYTHING:
        raise AnnotatorError(
            "a bundle is the whole project; it cannot be only some of its answers",
            remedy="choose all, or make a file for one coder with: annotator split",
        )
    if wish.compares:
        refuse_while_blind(store, selection.rounds)


def check_target(target: Path, wish: Wish) -> None:
    """Whether a file of this format may have this name.

    Raises:
        AnnotatorError: it is a project, or would be no ZIP file in spite of its name.
    """
    form = FORMATS[wish.form]
    if holds_a_database(target):
        raise AnnotatorError(
            "this file is a project; the export would take its place",
            where=target,
            remedy="choose another name, such as {name}",
            name=target.with_suffix(form.suffix).name,
        )
    if target.suffix.lower() == ".zip" and not form.suffix.endswith(".zip"):
        raise AnnotatorError(
            "{form} is one file, which is not zipped",
            where=target,
            remedy="choose a name that does not end in .zip, such as {name}",
            form=form.label,
            name=target.stem.removesuffix(form.suffix) + form.suffix,
        )


def _write(
    store: Store, out: BinaryIO, selection: Selection, wish: Wish, told: Told | None
) -> Written:
    if wish.form == "bundle":
        return write_bundle(store, out, told)
    if wish == JSONL:  # record by record: no article need be held
        return Written(write_records(_records(store, selection), out, told))
    with store.snapshot() as still:
        return _shapes(still, selection, wish).write(out, told)


def _write_folder(
    store: Store, folder: Path, selection: Selection, wish: Wish, told: Told | None
) -> Written:
    with store.snapshot() as still:
        shapes = _shapes(still, selection, wish)
        if wish.form == "hf":
            from annotator.study.dataset import write_dataset  # numpy is slow to load

            return write_dataset(still, shapes, selection, folder, told)
        articles = shapes.corpus()
        written: Written = FORMATS[wish.form].load().write_folder(articles, folder, told)
        return written


def _shapes(store: Store, selection: Selection, wish: Wish) -> Shapes:
    return Shapes(store, lambda: corpus(store, selection), selection, wish)


def _check_names(store: Store, selection: Selection) -> None:
    check_names("layer", selection.layers, [layer.key for layer in store.codebook().layers])
    check_names("annotator", selection.annotators, [each.key for each in store.annotators()])
    check_names("round", selection.rounds, [each.key for each in store.rounds()])


def _records(store: Store, selection: Selection) -> Iterator[Record]:
    _check_names(store, selection)
    return store.records(
        layers=selection.layers or None,
        annotators=selection.annotators or None,
        rounds=selection.rounds or None,
    )
