"""doccano: a file of lines an annotator, each a text with its labels; marked words in a second one.

Imports the corpus, JSON objects, members, names of labels. doccano counts code points. A second
file, `NAME.spans.jsonl`, has the marked words: a project of doccano has either labels or spans.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, BinaryIO, Final

import msgspec

from annotator.formats.by_unit import article_facts, question_of, starts, units
from annotator.formats.doccano_reading import SPANS, read
from annotator.formats.label_names import LabelNames
from annotator.formats.losses import (
    CANNOT_TELL,
    MAIN_CODES,
    NOTES,
    REVISIONS,
    SKIPPED,
    SURENESS,
    TIME_SPENT,
    Losses,
)
from annotator.formats.members import parts_of
from annotator.formats.written import Written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.formats.by_unit import CodedUnit
    from annotator.formats.corpus import CodedDocument, Corpus
    from annotator.formats.jsonl import Record

__all__ = ["KEEPS", "LOSES", "READS", "WRITES", "read", "write_folder"]

READS: Final = True
WRITES: Final = True
KEEPS: Final = (
    "texts of answered paragraphs, and what is known of their articles",
    "sets of codes; stances as target:holder:code",
    "marked words, in a file of their own",
)
LOSES: Final = (
    "the difference between none and no answer: none is an empty list",
    "cannot_tell and skipped are left out",
    "main codes, sureness and notes",
    "words written as an answer, and marked words of no code",
    "names of rounds, history, time spent on answers",
)
_NONE: Final = "answers none (an empty list says so only for all questions at once)"
_IN_WORDS: Final = "words written as an answer"
_NO_CODE: Final = "marked words of no code in particular"
_TOLD_EVERY: Final = 10_000

Json = dict[str, object]


def write_folder(
    corpus: Corpus, folder: Path, told: Callable[[int], None] | None = None
) -> Written:
    """Write `ANNOTATOR.jsonl`, and where words are marked `ANNOTATOR.spans.jsonl`."""
    with ExitStack() as files:
        writer = _Files(corpus, folder, files)
        n = reported = 0
        for coded in corpus.documents:
            n += writer.article(coded)
            if told is not None and n - reported >= _TOLD_EVERY:
                told(n)
                reported = n
    return Written(n, writer.losses.lost)


class _Files:
    """The files of all annotators, opened with their first answer."""

    def __init__(self, corpus: Corpus, folder: Path, files: ExitStack):
        self._folder = folder
        self._files = files
        self._open: dict[str, BinaryIO] = {}
        self._of_rounds = len(corpus.rounds) > 1
        self._names = LabelNames(corpus.codebook)
        self._encode = msgspec.json.Encoder().encode
        self.losses = Losses(
            CANNOT_TELL, SKIPPED, MAIN_CODES, SURENESS, NOTES, REVISIONS, TIME_SPENT
        )

    def article(self, coded: CodedDocument) -> int:
        """All answers about one article; how many were written."""
        facts = article_facts(coded)
        begins = starts(coded.paragraphs)
        n = 0
        for unit in units(coded):
            for (round_key, key), records in unit.by_annotator().items():
                name = parts_of(key, round_key, of_rounds=self._of_rounds)
                said = [record for record in records if self._is_kept(record)]
                n += len(said)
                if said:
                    self._write(name, unit, facts, said, begins)
        return n

    def _is_kept(self, record: Record) -> bool:
        self.losses.see(record)
        if record.state == "none":
            self.losses.add(_NONE)
        if record.value is not None:
            self.losses.add(_IN_WORDS)
        return record.state in {"coded", "none"} and record.value is None

    def _write(
        self,
        name: str,
        unit: CodedUnit,
        facts: dict[str, str],
        records: list[Record],
        begins: list[int],
    ) -> None:
        labels = [self._label(record, code, unit) for record in records for code in record.codes]
        line: Json = {"text": unit.text, "label": labels, **facts, "paragraph": unit.paragraph}
        self._line(f"{name}.jsonl", line)
        spans = [span for record in records for span in self._spans(record, unit, begins)]
        if spans:
            self._line(f"{name}{SPANS}", {**line, "label": sorted(spans)})

    def _spans(
        self, record: Record, unit: CodedUnit, begins: list[int]
    ) -> list[tuple[int, int, str]]:
        found = []
        for words in record.evidence:
            before = 0 if words.paragraph is None else begins[words.paragraph]
            if words.code is None:
                self.losses.add(_NO_CODE)
            else:
                label = self._label(record, words.code, unit)
                found.append((before + words.start, before + words.end, label))
        return found

    def _label(self, record: Record, code: str, unit: CodedUnit) -> str:
        is_whole = unit.paragraph is None
        return self._names.label(question_of(record), code, "document" if is_whole else "paragraph")

    def _line(self, name: str, line: Json) -> None:
        if name not in self._open:
            path = self._folder / name
            path.parent.mkdir(exist_ok=True)
            self._open[name] = self._files.enter_context(path.open("xb"))
        self._open[name].write(self._encode(line) + b"\n")
