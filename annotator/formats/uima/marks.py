"""An article and its answers as annotations of a CAS, with offsets in UTF-16 units.

Imports the corpus, offsets, text. What is the same for all annotators of an article is made once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from annotator.formats.by_unit import article_facts, starts
from annotator.formats.offsets import Offsets
from annotator.formats.uima.layer_types import (
    EXTENT,
    LAYER,
    OF_ARTICLE,
    OF_PARAGRAPH,
    SENTENCE,
    TOKEN,
    WORDS,
)
from annotator.model import canonical_text
from annotator.text.cas import ABOUT, FIELD
from annotator.text.sentences import sentence_spans
from annotator.text.uima import PARAGRAPH, UNKNOWN_LANGUAGE
from annotator.text.words import word_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.corpus import CodedDocument
    from annotator.formats.jsonl import Record, Words

Value = str | int | bool
# Fields of an article that a document's own description has.
_DESCRIBED = ("document", "title", "lang")


class Mark(Struct, frozen=True):
    """An annotation: its type, its place in UTF-16 units, its features."""

    type: str
    begin: int
    end: int
    features: dict[str, Value] = {}


class Marks:
    """One article as annotations."""

    def __init__(self, coded: CodedDocument):
        self._coded = coded
        self.text = canonical_text([paragraph.text for paragraph in coded.paragraphs])
        self._begins = starts(coded.paragraphs)
        self._utf16 = Offsets(self.text).to_utf16

    def of_text(self) -> Iterator[Mark]:
        """What the article is, and its paragraphs, sentences and words."""
        facts = article_facts(self._coded)
        length = self._utf16(len(self.text))
        described = {
            "language": facts.get("lang", UNKNOWN_LANGUAGE),
            "documentTitle": facts.get("title", ""),
            "documentId": facts["document"],
        }
        yield Mark(ABOUT, 0, length, {name: value for name, value in described.items() if value})
        for key, value in facts.items():
            if key not in _DESCRIBED:
                yield Mark(FIELD, 0, length, {"key": key, "value": value})
        for begin, paragraph in zip(self._begins, self._coded.paragraphs, strict=True):
            yield self._mark(
                PARAGRAPH, begin, begin + len(paragraph.text), {"divType": paragraph.kind}
            )
            yield from self._parts(begin, paragraph.text)

    def _parts(self, begin: int, text: str) -> Iterator[Mark]:
        language = self._coded.document.lang
        for kind, spans in (
            (SENTENCE, sentence_spans(text, language)),
            (TOKEN, word_spans(text, language)),
        ):
            for start, end in spans:
                yield self._mark(kind, begin + start, begin + end)

    def of_answer(self, record: Record) -> Iterator[Mark]:
        """An answer: a mark for each of its codes and marked words, the rest at the first.

        An answer without codes is one mark, and marked words stand beside it.
        """
        rest = {"confidence": record.confidence, "note": record.note or None}
        for code, words in _parts_of(record):
            features = {
                "code": code,
                "state": "coded" if words else record.state,
                "target": record.target,
                "holder": record.holder,
                "primary": True if code is not None and code == record.primary else None,
                "value": None if words else record.value,
                **rest,
            }
            rest = {}
            begin, end, extent = self._place(record, words)
            kept = {name: value for name, value in features.items() if value is not None}
            yield self._mark(LAYER + record.layer, begin, end, {**kept, EXTENT: extent})

    def _place(self, record: Record, words: Words | None) -> tuple[int, int, str]:
        of = record.paragraph if words is None or words.paragraph is None else words.paragraph
        if of is None:
            return 0, len(self.text), OF_ARTICLE
        begin = self._begins[of]
        if words is None:
            return begin, begin + len(self._coded.paragraphs[of].text), OF_PARAGRAPH
        return begin + words.start, begin + words.end, WORDS

    def _mark(
        self, kind: str, begin: int, end: int, features: dict[str, Value] | None = None
    ) -> Mark:
        return Mark(kind, self._utf16(begin), self._utf16(end), features or {})


def _parts_of(record: Record) -> Iterator[tuple[str | None, Words | None]]:
    """Codes with their marked words; None for the words: the unit as a whole."""
    marked: dict[str | None, list[Words | None]] = {}
    for words in record.evidence:
        marked.setdefault(words.code, []).append(words)
    if not record.codes:
        yield None, None
    for code in record.codes:
        yield from ((code, words) for words in marked.get(code, (None,)))
    yield from ((None, words) for words in marked.get(None, ()))
