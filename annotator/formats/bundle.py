"""A whole project as records: codebooks, people, rounds, articles and every event of the log.

This is what one project gives to another in a merge. Imports the model. Device labels and the
imported bytes of articles stay where they are.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from annotator.model import Kind


class CodebookRecord(Struct, frozen=True):
    """One version of the codebook; `body` is its canonical JSON."""

    version: str
    name: str
    sha256: str
    body: str
    toml: str
    note: str
    declarations: str
    created_at: str
    frozen_at: str | None


class AnnotatorRecord(Struct, frozen=True):
    """Who codes, under a pseudonym."""

    key: str
    uid: str
    kind: Literal["human", "model", "import"]


class LabelRecord(Struct, frozen=True):
    """A target or holder."""

    table: Literal["target", "holder"]
    key: str
    label: str
    note: str


class RoundRecord(Struct, frozen=True):
    """One pass with a purpose; `settings` is JSON."""

    key: str
    kind: str
    codebook: str
    opened_at: str | None
    closed_at: str | None
    settings: str


class DeviceRecord(Struct, frozen=True):
    """One opening of a project for writing."""

    uid: str
    app: str
    opened_at: str


class SourceRecord(Struct, frozen=True):
    """How an article's file was read; `packed` are its bytes, None where they stay behind."""

    sha256: str
    packed: bytes | None
    codec: str
    n_bytes: int
    file_name: str
    media_type: str
    encoding: str | None
    importer: str
    steps: str
    imported_at: str


class DocumentRecord(Struct, frozen=True):
    """An article with its paragraphs: kind and text of each."""

    uid: str
    source: SourceRecord | None
    part: int
    copy: int
    title: str
    author: str | None
    outlet: str | None
    published_on: str | None
    url: str | None
    lang: str
    text_sha256: str
    runs: str | None
    meta: str
    hidden: int
    paragraphs: tuple[tuple[Kind, str], ...]


class EventRecord(Struct, frozen=True):
    """One event of the log; `before` and `after` are JSON."""

    device: str
    device_seq: int
    step: int
    act: str
    rest: int
    at: str
    annotator: str
    thing: str
    uid: str
    rev: int
    before: str | None
    after: str | None
    duration_ms: int | None


Content = (
    CodebookRecord
    | AnnotatorRecord
    | LabelRecord
    | RoundRecord
    | DeviceRecord
    | DocumentRecord
    | EventRecord
)
