"""An article's answers by what they are about: its paragraphs in turn, then the whole article.

Imports the corpus.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from annotator.formats.jsonl import Record
from annotator.formats.label_names import Question
from annotator.model import canonical_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.corpus import CodedDocument
    from annotator.model import Paragraph


class CodedUnit(Struct, frozen=True):
    """A paragraph, or the whole article where `paragraph` is None, with its answers."""

    paragraph: int | None
    text: str
    records: tuple[Record, ...]
    kind: str | None = None

    def by_annotator(self) -> dict[tuple[str, str], list[Record]]:
        """The answers of each annotator in each round, as (round, annotator), sorted."""
        found: dict[tuple[str, str], list[Record]] = {}
        for record in self.records:
            found.setdefault((record.round, record.annotator), []).append(record)
        return dict(sorted(found.items()))


def units(coded: CodedDocument, *, whole: bool = False) -> Iterator[CodedUnit]:
    """Every paragraph; the whole article where it has answers, or always with `whole`."""
    by_paragraph: dict[int | None, list[Record]] = {}
    for record in coded.records:
        by_paragraph.setdefault(record.paragraph, []).append(record)
    for number, paragraph in enumerate(coded.paragraphs):
        records = tuple(by_paragraph.get(number, ()))
        yield CodedUnit(number, paragraph.text, records, paragraph.kind)
    if whole or None in by_paragraph:
        text = canonical_text([paragraph.text for paragraph in coded.paragraphs])
        yield CodedUnit(None, text, tuple(by_paragraph.get(None, ())))


def starts(paragraphs: tuple[Paragraph, ...]) -> list[int]:
    """Where each paragraph begins in the canonical text."""
    found, at = [], 0
    for paragraph in paragraphs:
        found.append(at)
        at += len(paragraph.text) + 2
    return found


def question_of(record: Record) -> Question:
    """What was asked."""
    return Question(record.layer, record.target, record.holder)


def article_facts(coded: CodedDocument) -> dict[str, str]:
    """What is known of the article, without what is empty; its own fields win over the rest."""
    document = coded.document
    known = {
        "document": document.uid,
        "title": document.title,
        "author": document.author,
        "outlet": document.outlet,
        "published_on": document.published_on,
        "url": document.url,
        "lang": document.lang,
    }
    further = {key: value for key, value in coded.meta.items() if isinstance(value, str)}
    return {**further, **{key: value for key, value in known.items() if value}}
