"""WebAnno TSV 3, which INCEpTION and WebAnno export: read, not written.

Imports text, offsets, and what says what annotations mean. Relations, slots and chains are listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.errors import ImportFailed
from annotator.formats.foreign import ForeignDocument
from annotator.formats.offsets import Offsets
from annotator.formats.uima.answers import Answers
from annotator.formats.uima.loading import Found
from annotator.formats.uima.sources import as_record, labelled_files
from annotator.text.cas import is_linguistic, is_structural
from annotator.text.webanno import parsed
from annotator.text.webanno_spans import Spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.formats.uima.sources import LabelledFile
    from annotator.text.webanno import Tsv

READS: Final = True
WRITES: Final = False
KEEPS: Final = (
    "texts, sentence by sentence",
    "annotations of words, also of several and upon each other, with all their features",
)
LOSES: Final = ("relations, slots and chains, which are listed", "annotations without any words")
_SUFFIX: Final = ".tsv"


def read(path: Path) -> Iterator[ForeignDocument]:
    """Every text of a file, of a folder, or of a project of INCEpTION.

    Raises:
        RecordError: not UTF-8, no WebAnno TSV 3, or a line that does not belong there.
    """
    for file in labelled_files(path, _SUFFIX):
        yield _document(file)


def _document(file: LabelledFile) -> ForeignDocument:
    try:
        tsv = parsed(file.content)
    except ImportFailed as error:
        raise as_record(error, file.where) from error
    answers = Answers(tsv.text, file.annotator, file.where)
    _take(tsv, answers, file.where)
    return ForeignDocument(
        name=file.document,
        text=tsv.text,
        answers=() if file.is_nobodys else answers.complete(),
        metadata={"document": file.uid()},
        remarks=tuple(answers.remarks),
    )


def _take(tsv: Tsv, answers: Answers, where: str) -> None:
    spans = Spans(tsv)
    for row in spans.misplaced:
        answers.remark(
            "words_not_found",
            "{where}: the words “{words}” do not stand at {begin}–{end} of the text; the line is"
            " not read",
            f"{where}, line {row.line}",
            words=row.words[:80],
            begin=row.begin,
            end=row.end,
        )
    for column, line in spans.unread:
        template = "{where}: the relation {type} is not read"
        if column.use == "chain":
            template = "{where}: the link {type} of a chain is not read"
        answers.remark(column.use, template, f"{where}, line {line}", type=column.type)
    linguistic: dict[str, int] = {}
    place = _places(tsv)
    for each in spans:
        if is_linguistic(each.type):
            linguistic[each.type] = linguistic.get(each.type, 0) + 1
        elif not is_structural(each.type):
            values: dict[str, tuple[str, ...]] = {
                name: (words,) for name, words in each.values.items()
            }
            found = Found(each.type, place(each.begin), place(each.end), values, each.references)
            answers.take(found, f"{where}, line {each.line}")
    answers.linguistic(linguistic)


def _places(tsv: Tsv) -> Callable[[int], int]:
    """How a place in the file is counted in code points; rows that split a character are out."""
    return Offsets(tsv.text).to_code_points if tsv.count == "UTF-16" else int
