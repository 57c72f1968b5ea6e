"""A small corpus for writers: two rounds, two people, an article without answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.codebook import read_codebook
from annotator.formats.corpus import CodedDocument, Corpus, RoundName
from annotator.formats.jsonl import Record, Words
from annotator.model import Annotator, Document, DocumentId, Paragraph, document_uid
from annotator.resources import shipped_codebook

if TYPE_CHECKING:
    from annotator.model import Codebook

_BOOK = read_codebook(shipped_codebook()).codebook
assert _BOOK is not None
BOOK: Codebook = _BOOK
TEXTS = ("Il 😀 sale.", "Piove\nancora.")
HASH = "0" * 64
UID = document_uid(HASH)


def record(layer: str = "frame", state: str = "coded", **more: Any) -> Record:
    """An answer of k7 to the first paragraph; `codes` are economic unless given."""
    codes = more.pop("codes", ("economic",) if state == "coded" and "value" not in more else ())
    words = more.pop("evidence", ())
    given: dict[str, Any] = {
        "schema": "annotation/1",
        "uid": "0" * 36,
        "round": "main",
        "annotator": "k7",
        "annotator_uid": "0" * 36,
        "annotator_kind": "human",
        "document": UID,
        "title": "Titolo",
        "paragraph": 0,
        "kind": "body",
        "layer": layer,
        "target": None,
        "holder": None,
        "state": state,
        "codes": codes,
        "primary": None,
        "value": None,
        "evidence": tuple(Words(*each) for each in words),
        "confidence": None,
        "note": "",
        "codebook": "1.0.0",
        "codebook_sha256": HASH,
        "rev": 1,
        "changed_at": "2026-03-02T09:14:07.512Z",
        "duration_ms": None,
        "device": "0" * 36,
        "text": None,
        "text_sha256": HASH,
    }
    return Record(**(given | more))


def a_corpus(
    *records: Record, rounds: tuple[str, ...] = ("main",), codebook: Codebook = BOOK
) -> Corpus:
    """One article with these answers, and one without any."""
    paragraphs = tuple(Paragraph(text) for text in TEXTS)
    documents = [
        Document(DocumentId(1), UID, "Titolo", 2, HASH, outlet="Gazzetta", lang="it"),
        Document(DocumentId(2), document_uid("1" * 64), "", 1, "1" * 64),
    ]
    return Corpus(
        title="P",
        codebook=codebook,
        toml="",
        annotators=(Annotator("k7", "0" * 36), Annotator("m3", "1" * 36)),
        rounds=tuple(RoundName(key, "main", "1.0.0") for key in rounds),
        documents=[
            CodedDocument(documents[0], paragraphs, records, {"section": "A", "pages": [1]}),
            CodedDocument(documents[1], (Paragraph("Niente."),), ()),
        ],
    )
