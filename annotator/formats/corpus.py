"""What every writer is given: a project's articles with their answers, one article at a time.

Imports model and the native record. Nothing here reads or writes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from annotator.formats.jsonl import Record
from annotator.model import Annotator, Codebook, Document, Paragraph


class RoundName(Struct, frozen=True):
    """A round's key, its purpose, and the codebook version that its answers are made with."""

    key: str
    purpose: Literal["training", "pilot", "main", "reliability", "adjudication"]
    codebook: str


class CodedDocument(Struct, frozen=True):
    """One article: all its paragraphs, and the chosen answers in the order of the native export."""

    document: Document
    paragraphs: tuple[Paragraph, ...]
    records: tuple[Record, ...]
    meta: dict[str, object] = {}


class Corpus(Struct, frozen=True, kw_only=True):
    """What leaves a project; `documents` is read once, in the order of import.

    Articles without a chosen answer are among them. `codebook` is that of the main round, `toml`
    its text as it was given.
    """

    title: str
    codebook: Codebook
    toml: str
    annotators: tuple[Annotator, ...]
    rounds: tuple[RoundName, ...]
    documents: Iterable[CodedDocument]
