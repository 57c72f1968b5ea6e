"""Reads CAS files: each is loaded in another process, then its annotations become answers.

Imports its siblings, offsets, text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from annotator.errors import ImportFailed, RecordError
from annotator.formats.foreign import ForeignDocument
from annotator.formats.offsets import Offsets
from annotator.formats.uima.answers import Answers
from annotator.formats.uima.loading import load
from annotator.formats.uima.sources import as_record, labelled_files
from annotator.text.extras import require
from annotator.text.uima import seconds_for
from annotator.text.worker import run_limited

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.formats.uima.loading import Loaded, View
    from annotator.formats.uima.sources import LabelledFile


def read_cas(path: Path, suffix: str) -> Iterator[ForeignDocument]:
    """Every text in the files with this ending.

    Raises:
        RecordError: dkpro-cassis is missing; a file that is damaged, unsafe or no CAS.
    """
    try:
        require("cassis", extra="uima", form="UIMA CAS")
    except ImportFailed as error:
        raise as_record(error, str(path)) from error
    for file in labelled_files(path, suffix):
        yield from _documents(file, _loaded(file))


def _loaded(file: LabelledFile) -> Loaded:
    try:
        return run_limited(load, file.content, file.types, seconds=seconds_for(file.content))
    except ImportFailed as error:
        raise RecordError(
            error.what,
            where=file.where,
            remedy="export the file again, and keep its type system (TypeSystem.xml) beside it",
            **error.values,
        ) from error


def _documents(file: LabelledFile, loaded: Loaded) -> Iterator[ForeignDocument]:
    """One a view with a text; where there is none, one that says so."""
    with_text = [view for view in loaded.views if view.text.strip()]
    for view in with_text or loaded.views[:1]:
        answers = Answers(view.text, file.annotator, file.where)
        if not with_text:
            answers.remark("no_text", "{where}: no text in it", file.where)
        answers.unknown(loaded.unknown, loaded.unknown_features)
        answers.linguistic(loaded.linguistic)
        _take(view, answers, file.where)
        yield ForeignDocument(
            name=file.document,
            text=view.text,
            answers=() if file.is_nobodys else answers.complete(),
            metadata={**loaded.fields, "document": file.uid(loaded.id)},
            remarks=tuple(answers.remarks),
        )


def _take(view: View, answers: Answers, where: str) -> None:
    """The annotations, their places in code points; those that split a character are listed."""
    offsets = Offsets(view.text)
    for each in view.found:
        begin, end = offsets.to_code_points(each.begin), offsets.to_code_points(each.end)
        if (offsets.to_utf16(begin), offsets.to_utf16(end)) != (each.begin, each.end):
            template = "{where}: {begin}–{end} (UTF-16) is within a character; it is not read"
            answers.remark("within_character", template, where, begin=each.begin, end=each.end)
        else:
            answers.take(replace(each, begin=begin, end=end))
