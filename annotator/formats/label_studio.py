"""Label Studio: tasks with their annotations, the labelling configuration, and a key of numbers.

Imports the corpus, offsets, names of labels. A task is a paragraph, and one more the whole article.
Label Studio counts UTF-16 units. Reading is in `label_studio_reading`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final

import msgspec

from annotator.formats.by_unit import article_facts, question_of, starts, units
from annotator.formats.csv_rows import CsvRows
from annotator.formats.label_names import ANY_CODE, PRIMARY, STATE, WORDS
from annotator.formats.label_studio_config import labelling_config, text_name
from annotator.formats.label_studio_reading import read
from annotator.formats.losses import NOTES, REVISIONS, SURENESS, TIME_SPENT, Losses
from annotator.formats.offsets import Offsets
from annotator.formats.written import Written
from annotator.model import Remark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.formats.by_unit import CodedUnit
    from annotator.formats.corpus import CodedDocument, Corpus
    from annotator.formats.jsonl import Record
    from annotator.formats.label_names import Question

__all__ = ["KEEPS", "LOSES", "READS", "WRITES", "read", "write_folder"]

READS: Final = True
WRITES: Final = True
KEEPS: Final = (
    "texts of all paragraphs, and what is known of their articles",
    "all four states, sets of codes, main codes, words written as an answer",
    "targets and holders, also named ones",
    "marked words",
)
LOSES: Final = (
    "history and revision numbers",
    "sureness and notes",
    "version and hash of the codebook",
    "names of rounds",
    "pseudonyms: numbers stand for them, the key is in annotators.csv",
    "time spent on answers",
)
TASKS: Final = "tasks.json"
CONFIG: Final = "config.xml"
PEOPLE: Final = "annotators.csv"
_ROUNDS: Final = "names of rounds of answers"
_TOLD_EVERY: Final = 10_000
_BUFFER: Final = 1 << 20

Json = dict[str, object]


def write_folder(
    corpus: Corpus, folder: Path, told: Callable[[int], None] | None = None
) -> Written:
    """Write `tasks.json`, `config.xml` and `annotators.csv` into an empty folder."""
    writer = _Tasks(corpus)
    with (folder / TASKS).open("wb") as out:
        n = writer.write(out, told)
    (folder / CONFIG).write_text(labelling_config(corpus.codebook, writer.asked), "utf-8")
    with (folder / PEOPLE).open("wb") as out:
        rows = CsvRows(out, ("number", "annotator"))
        for key, number in writer.numbers.items():
            rows.row((number, key))
        rows.flush()
    note = Remark(
        "numbers_of_users",
        "annotators are numbers, by {file}: Label Studio takes answers only of numbers that its"
        " users have",
        {"file": PEOPLE},
    )
    return Written(n, writer.losses.lost, (note,) if writer.numbers else ())


class _Tasks:
    """Writes the tasks one by one; remembers which questions were answered."""

    def __init__(self, corpus: Corpus):
        self._corpus = corpus
        self.losses = Losses(REVISIONS, SURENESS, NOTES, TIME_SPENT)
        self.asked: set[Question] = set()
        self.numbers = {each.key: number for number, each in enumerate(corpus.annotators, 1)}
        self._shown = text_name(corpus.codebook)
        self._of_articles = any(
            layer.unit == "document" and not layer.retired for layer in corpus.codebook.layers
        )
        self._n_tasks = 0
        self._n_annotations = 0
        self._n_results = 0
        self._in_words = {layer.key for layer in corpus.codebook.layers if layer.answer == "text"}

    def write(self, out: BinaryIO, told: Callable[[int], None] | None) -> int:
        """All tasks as one array, a task a line; how many answers."""
        encoder = msgspec.json.Encoder()
        buffer = bytearray(b"[")
        n = reported = 0
        for coded in self._corpus.documents:
            for task in self._tasks(coded):
                buffer += b",\n" if self._n_tasks > 1 else b"\n"
                encoder.encode_into(task, buffer, -1)
            n += len(coded.records)
            if len(buffer) >= _BUFFER:
                out.write(buffer)
                buffer.clear()
            if told is not None and n - reported >= _TOLD_EVERY:
                told(n)
                reported = n
        out.write(buffer + b"\n]\n")
        return n

    def _tasks(self, coded: CodedDocument) -> Iterator[Json]:
        facts = article_facts(coded)
        begins = starts(coded.paragraphs)
        for unit in units(coded, whole=self._of_articles):
            self._n_tasks += 1
            place = {"text": unit.text, "paragraph": unit.paragraph, "kind": unit.kind}
            annotations = [
                self._annotation(unit, key, records, begins)
                for (_, key), records in unit.by_annotator().items()
            ]
            yield {
                "id": self._n_tasks,
                "data": {"title": "", **facts, **place},
                "annotations": annotations,
            }

    def _annotation(
        self, unit: CodedUnit, key: str, records: list[Record], begins: list[int]
    ) -> Json:
        self._n_annotations += 1
        offsets = Offsets(unit.text)
        results: list[Json] = []
        for record in records:
            self.losses.see(record)
            self.asked.add(question_of(record))
            results += _said(record, in_words=record.layer in self._in_words)
            results += self._marked(record, unit.text, offsets, begins)
        if len(self._corpus.rounds) > 1:
            self.losses.add(_ROUNDS, len(records))
        return {
            "id": self._n_annotations,
            "completed_by": self.numbers[key],
            "was_cancelled": all(record.state == "skipped" for record in records),
            "created_at": max(record.changed_at[:19] for record in records) + "Z",
            "result": [self._numbered(result) for result in results],
        }

    def _numbered(self, result: Json) -> Json:
        self._n_results += 1
        return {"id": f"r{self._n_results}", "to_name": self._shown, "origin": "manual", **result}

    def _marked(
        self, record: Record, text: str, offsets: Offsets, begins: list[int]
    ) -> Iterator[Json]:
        for words in record.evidence:
            before = 0 if words.paragraph is None else begins[words.paragraph]
            start, end = before + words.start, before + words.end
            yield {
                "from_name": question_of(record).name + WORDS,
                "type": "labels",
                "value": {
                    "start": offsets.to_utf16(start),
                    "end": offsets.to_utf16(end),
                    "text": text[start:end],
                    "labels": [words.code or ANY_CODE],
                },
            }


def _said(record: Record, *, in_words: bool) -> Iterator[Json]:
    """The answer without its marked words; `in_words`: the layer's answers are text."""
    name = question_of(record).name
    if record.value is not None:
        yield {"from_name": name, "type": "textarea", "value": {"text": [record.value]}}
    elif record.state == "coded":
        yield _chosen(name, *record.codes)
    else:
        yield _chosen(name + STATE if in_words else name, record.state)
    if record.primary is not None:
        yield _chosen(name + PRIMARY, record.primary)


def _chosen(name: str, *choices: str) -> Json:
    return {"from_name": name, "type": "choices", "value": {"choices": list(choices)}}
