"""Prodigy: one line an answer, as a task of the interface `choice`, or `text_input` for words.

Imports the corpus, names of labels. Prodigy counts code points; its hashes are left to it. Reading
is in `prodigy_reading`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final

import msgspec

from annotator.formats.by_unit import article_facts, question_of, starts, units
from annotator.formats.label_names import ANY_CODE
from annotator.formats.losses import MAIN_CODES, NOTES, REVISIONS, SURENESS, TIME_SPENT, Losses
from annotator.formats.prodigy_reading import read
from annotator.formats.written import Written
from annotator.model import in_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.formats.corpus import CodedDocument, Corpus
    from annotator.formats.jsonl import Record
    from annotator.model import Codebook, Layer

__all__ = ["KEEPS", "LOSES", "READS", "WRITES", "read", "write"]

READS: Final = True
WRITES: Final = True
KEEPS: Final = (
    "texts of answered paragraphs, and what is known of their articles",
    "all four states (cannot_tell and skipped are ignored tasks, with the state in meta)",
    "sets of codes, targets and holders, words written as an answer",
    "marked words",
    "who answered, and in which round (in meta)",
)
LOSES: Final = (
    "main codes, sureness and notes",
    "history, revision numbers and time spent",
    "version and hash of the codebook",
)
_BUFFER: Final = 1 << 20

Json = dict[str, object]


def write(corpus: Corpus, out: BinaryIO, told: Callable[[int], None] | None = None) -> Written:
    """Write one line an answer."""
    losses = Losses(MAIN_CODES, SURENESS, NOTES, REVISIONS, TIME_SPENT)
    shapes = _Shapes(corpus.codebook)
    encoder = msgspec.json.Encoder()
    buffer = bytearray()
    n = 0
    for coded in corpus.documents:
        for record, task in _tasks(coded, shapes):
            losses.see(record)
            encoder.encode_into(task, buffer, -1)
            buffer += b"\n"
            n += 1
        if len(buffer) >= _BUFFER:
            out.write(buffer)
            buffer.clear()
            if told is not None:
                told(n)
    out.write(buffer)
    return Written(n, losses.lost)


class _Shapes:
    """How each layer is asked: its options, and whether several may be chosen."""

    def __init__(self, codebook: Codebook):
        language = codebook.about.languages[0]
        self._shapes = {layer.key: _shape(codebook, layer, language) for layer in codebook.layers}

    def of(self, record: Record) -> Json:
        """Empty for a layer that only an older codebook has."""
        return self._shapes.get(record.layer, {})


def _shape(codebook: Codebook, layer: Layer, language: str) -> Json:
    asked = in_language(layer.question, language)
    if layer.answer == "text":
        return {"field_id": "user_input", "field_label": asked}
    options = [
        {"id": each.key, "text": in_language(each.label, language) or each.key}
        for each in codebook.codes_of(layer)
    ]
    how = "multiple" if layer.answer == "multiple" else "single"
    return {"options": options, "config": {"choice_style": how}}


def _tasks(coded: CodedDocument, shapes: _Shapes) -> Iterator[tuple[Record, Json]]:
    facts = article_facts(coded)
    begins = starts(coded.paragraphs)
    for unit in units(coded):
        for record in unit.records:
            yield (
                record,
                {
                    "text": unit.text,
                    **shapes.of(record),
                    **_said(record),
                    "spans": list(_spans(record, begins)),
                    "answer": "accept" if record.state in {"coded", "none"} else "ignore",
                    "meta": {**facts, **_asked(record)},
                    "_annotator_id": record.annotator,
                    "_session_id": f"{record.round}-{record.annotator}",
                },
            )


def _said(record: Record) -> Json:
    if record.value is not None:
        return {"user_input": record.value}
    return {"accept": list(record.codes)}


def _asked(record: Record) -> Json:
    """What Prodigy has no place for: the question, the round and the state."""
    return {
        "paragraph": record.paragraph,
        "question": question_of(record).name,
        "round": record.round,
        "state": record.state,
    }


def _spans(record: Record, begins: list[int]) -> Iterator[Json]:
    for words in record.evidence:
        before = 0 if words.paragraph is None else begins[words.paragraph]
        yield {
            "start": before + words.start,
            "end": before + words.end,
            "label": words.code or ANY_CODE,
        }
