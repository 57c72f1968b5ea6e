"""What may leave in public: new numbers for annotators, no identities, times cut to the hour.

Texts may be left out whether public or not. The key to the numbers is nowhere written. May import
formats.
"""

from __future__ import annotations

import secrets
from itertools import groupby
from typing import TYPE_CHECKING
from uuid import UUID, uuid4, uuid5

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.corpus import CodedDocument, Corpus
    from annotator.formats.jsonl import Record
    from annotator.model import Annotator


class Public:
    """New names for one export; another export has others."""

    def __init__(self, annotators: tuple[Annotator, ...]):
        self._space: UUID = uuid4()
        shuffled = list(annotators)
        secrets.SystemRandom().shuffle(shuffled)
        self._keys = {each.key: f"a{number}" for number, each in enumerate(shuffled, 1)}

    def corpus(self, corpus: Corpus) -> Corpus:
        """The same articles and answers, under new names."""
        annotators = (
            msgspec.structs.replace(each, key=self._keys[each.key], uid=self._uid(each.uid))
            for each in corpus.annotators
        )
        return msgspec.structs.replace(
            corpus,
            annotators=tuple(sorted(annotators, key=lambda each: (len(each.key), each.key))),
            documents=map(self._document, corpus.documents),
        )

    def _document(self, coded: CodedDocument) -> CodedDocument:
        uid = self._uid(coded.document.uid)
        return msgspec.structs.replace(
            coded,
            document=msgspec.structs.replace(coded.document, uid=uid, file_name=""),
            records=tuple(self._records(coded.records)),
        )

    def _records(self, records: tuple[Record, ...]) -> Iterator[Record]:
        """In the order of the new names: the old order would tell the old ones."""
        for _, group in groupby(records, _place):
            yield from sorted(map(self._record, group), key=lambda record: record.annotator)

    def _record(self, record: Record) -> Record:
        return msgspec.structs.replace(
            record,
            uid=self._uid(record.uid),
            annotator=self._keys[record.annotator],
            annotator_uid=self._uid(record.annotator_uid),
            document=self._uid(record.document),
            note="",
            rev=1,
            changed_at=f"{record.changed_at[:13]}:00:00.000Z",
            duration_ms=None,
            device=str(self._space),
        )

    def _uid(self, uid: str) -> str:
        return str(uuid5(self._space, uid))


def _place(record: Record) -> tuple[object, ...]:
    return record.paragraph, record.layer, record.target, record.holder, record.round


def without_texts(corpus: Corpus) -> Corpus:
    """Hash and offsets stay; paragraphs and marked words are empty."""
    return msgspec.structs.replace(corpus, documents=map(_without_text, corpus.documents))


def _without_text(coded: CodedDocument) -> CodedDocument:
    return msgspec.structs.replace(
        coded,
        paragraphs=tuple(msgspec.structs.replace(each, text="") for each in coded.paragraphs),
        records=tuple(
            msgspec.structs.replace(
                record,
                text=None,
                evidence=tuple(words.without_text() for words in record.evidence),
            )
            for record in coded.records
        ),
    )
