"""Writes a corpus as CAS files: one an article and annotator, and what INCEpTION needs beside.

Imports the corpus and its siblings. One article is in memory at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.formats.losses import REVISIONS, TIME_SPENT, Losses
from annotator.formats.members import parts_of
from annotator.formats.uima.encoding import holds_no_xml, next_number
from annotator.formats.uima.inception import FILE, layers_json
from annotator.formats.uima.layer_types import layers_of, types_for
from annotator.formats.uima.marks import Marks
from annotator.formats.written import Written
from annotator.model import Remark

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.formats.corpus import CodedDocument, Corpus
    from annotator.formats.jsonl import Record
    from annotator.formats.uima.encoding import Encoder

KEEPS: Final = (
    "texts of answered articles with their paragraphs, sentences and words, and what is known",
    "all four states, sets of codes, main codes, words written as an answer",
    "targets and holders, also named ones",
    "marked words",
    "sureness and notes",
)
LOSES: Final = (
    "articles without an answer",
    "names of rounds, history, revision numbers, time spent and times of answers",
    "version and hash of the codebook",
)
_UNANSWERED: Final = "articles without an answer"
_NO_XML: Final = "articles with characters that XML cannot hold"
_NO_XML_SAID: Final = "notes and words as an answer with characters that XML cannot hold"
_TOLD_EVERY: Final = 10_000


class CasFolder:
    """A folder that is being filled with CAS files of one form."""

    def __init__(self, corpus: Corpus, folder: Path, encoder: Encoder, suffix: str):
        self._corpus = corpus
        self._folder = folder
        self._encoder = encoder
        self._suffix = suffix
        self._losses = Losses(REVISIONS, TIME_SPENT)
        self._answered: set[str] = set()
        self.layers: list[str] = []

    def write(self, told: Callable[[int], None] | None) -> Written:
        """`ANNOTATOR/DOCUMENT.xmi` or `.json`, and `layers.json` beside the folders."""
        n = reported = 0
        for coded in self._corpus.documents:
            if not coded.records:
                self._losses.add(_UNANSWERED)
                continue
            self._article(coded)
            n += len(coded.records)
            if told is not None and n - reported >= _TOLD_EVERY:
                told(n)
                reported = n
        self.layers = layers_of(self._corpus.codebook, self._answered)
        (self._folder / FILE).write_bytes(layers_json(self._corpus.codebook, self.layers))
        note = Remark(
            "layers_first",
            "in INCEpTION import the layers of {file} before the texts",
            {"file": FILE},
        )
        return Written(n, self._losses.lost, (note,))

    def _article(self, coded: CodedDocument) -> None:
        marks = Marks(coded)
        if self._suffix == ".xmi":
            self._see_no_xml(coded, marks.text)
        shared = self._encoder.encoded(marks.of_text())
        types = types_for(layers_of(self._corpus.codebook, {r.layer for r in coded.records}))
        for name, records in self._by_folder(coded).items():
            for record in records:
                self._losses.see(record)
                self._answered.add(record.layer)
            answers = (mark for record in records for mark in marks.of_answer(record))
            own = self._encoder.encoded(answers, next_number(shared))
            place = self._folder / name
            place.mkdir(parents=True, exist_ok=True)
            content = self._encoder.file(marks.text, (shared, own), types)
            (place / f"{coded.document.uid}{self._suffix}").write_bytes(content)

    def _see_no_xml(self, coded: CodedDocument, text: str) -> None:
        if holds_no_xml(text):
            self._losses.add(_NO_XML)
        said = (words for record in coded.records for words in (record.note, record.value or ""))
        if n := sum(map(holds_no_xml, said)):
            self._losses.add(_NO_XML_SAID, n)

    def _by_folder(self, coded: CodedDocument) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = {}
        for record in coded.records:
            name = parts_of(record.annotator, record.round, of_rounds=len(self._corpus.rounds) > 1)
            found.setdefault(name, []).append(record)
        return found
