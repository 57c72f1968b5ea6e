"""The records of a project as lines of a bundle, and back. Imports the records.

Columns that hold JSON stand in a line as what they are, and come back letter by letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta, Raw, Struct
from msgspec.structs import astuple

from annotator.formats.bundle import (
    AnnotatorRecord,
    CodebookRecord,
    DeviceRecord,
    DocumentRecord,
    EventRecord,
    LabelRecord,
    RoundRecord,
    SourceRecord,
)
from annotator.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.formats.bundle import Content

Places = tuple[int, ...]
Number = Annotated[int, Meta(ge=0, lt=1 << 53)]
_NOTHING: Final = Raw(b"null")


class CodebookLine(Struct, tag_field="record", tag="codebook_version", frozen=True):
    """A version of the codebook."""

    version: str
    name: str
    sha256: str
    body: Raw
    toml: str
    note: str
    declarations: Raw
    created_at: str
    frozen_at: str | None


class AnnotatorLine(AnnotatorRecord, tag_field="record", tag="annotator", frozen=True):
    """Who codes."""


class TargetLine(Struct, tag_field="record", tag="target", frozen=True):
    """Toward what a stance is."""

    key: str
    label: str
    note: str


class HolderLine(TargetLine, tag_field="record", tag="holder", frozen=True):
    """Whose stance it is: a type, or a type and a name."""


class RoundLine(Struct, tag_field="record", tag="round", frozen=True):
    """A pass of the study."""

    key: str
    kind: str
    codebook: str
    opened_at: str | None
    closed_at: str | None
    settings: Raw


class DeviceLine(DeviceRecord, tag_field="record", tag="device", frozen=True):
    """An opening of a project for writing."""


class SourceLine(Struct, frozen=True):
    """How an article's file was read; its bytes stay behind."""

    sha256: str
    codec: str
    n_bytes: Number
    file_name: str
    media_type: str
    encoding: str | None
    importer: str
    steps: Raw
    imported_at: str


class ParagraphLine(Struct, frozen=True):
    """A paragraph."""

    kind: Kind
    text: str


class DocumentLine(Struct, tag_field="record", tag="document", frozen=True):
    """An article with its paragraphs."""

    uid: str
    source: SourceLine | None
    part: Number
    copy: Number
    title: str
    author: str | None
    outlet: str | None
    published_on: str | None
    url: str | None
    lang: str
    text_sha256: str
    runs: Raw
    meta: Raw
    hidden: Number
    paragraphs: tuple[ParagraphLine, ...]


class EventLine(Struct, tag_field="record", tag="event", frozen=True):
    """An event of the log."""

    device: str
    device_seq: Number
    step: Number
    act: str
    rest: Number
    at: str
    annotator: str
    thing: str
    uid: str
    rev: Number
    before: Raw
    after: Raw
    duration_ms: Number | None


ContentLine = (
    CodebookLine
    | AnnotatorLine
    | TargetLine
    | HolderLine
    | RoundLine
    | DeviceLine
    | DocumentLine
    | EventLine
)
# Each kind of line stands behind those that it may refer to.
ORDER: Final[dict[type, int]] = {
    CodebookLine: 0,
    AnnotatorLine: 1,
    HolderLine: 2,
    TargetLine: 2,
    RoundLine: 3,
    DeviceLine: 4,
    DocumentLine: 5,
    EventLine: 6,
}
# Records and lines of the same fields, and at which places these hold JSON.
_ALIKE: Final[list[tuple[type, type, Places]]] = [
    (CodebookRecord, CodebookLine, (3, 6)),
    (AnnotatorRecord, AnnotatorLine, ()),
    (RoundRecord, RoundLine, (5,)),
    (DeviceRecord, DeviceLine, ()),
    (EventRecord, EventLine, (10, 11)),
]
_LIKE: Final[dict[type, tuple[Callable[..., ContentLine], Places]]] = {
    one: (line, at) for one, line, at in _ALIKE
}
_BACK: Final[dict[type, tuple[Callable[..., Content], Places]]] = {
    line: (one, at) for one, line, at in _ALIKE
}
_SOURCE_JSON: Final = (6,)  # behind the hash
_DOCUMENT_JSON: Final = (9, 10)  # behind the source


def line_of(content: Content) -> ContentLine:
    """A record as it stands in a bundle."""
    if isinstance(content, DocumentRecord):
        return _document_line(content)
    if isinstance(content, LabelRecord):
        label = TargetLine if content.table == "target" else HolderLine
        return label(content.key, content.label, content.note)
    kind, json = _LIKE[type(content)]
    return kind(*(_with_json(_raw, astuple(content), json)))


def record_of(line: ContentLine) -> Content:
    """What stands in a line of a bundle, as a record."""
    if isinstance(line, DocumentLine):
        return _document(line)
    if isinstance(line, TargetLine):
        table: Literal["target", "holder"] = "holder" if isinstance(line, HolderLine) else "target"
        return LabelRecord(table, line.key, line.label, line.note)
    kind, json = _BACK[type(line)]
    return kind(*_with_json(_text, astuple(line), json))


def _document_line(content: DocumentRecord) -> DocumentLine:
    uid, _, *middle = astuple(content)[:-1]
    paragraphs = tuple(ParagraphLine(*each) for each in content.paragraphs)
    source = None
    if content.source is not None:
        sha256, _, *rest = astuple(content.source)
        source = SourceLine(sha256, *_with_json(_raw, rest, _SOURCE_JSON))
    return DocumentLine(*[uid, source, *_with_json(_raw, middle, _DOCUMENT_JSON), paragraphs])


def _document(line: DocumentLine) -> DocumentRecord:
    uid, _, *middle = astuple(line)[:-1]
    paragraphs = tuple((each.kind, each.text) for each in line.paragraphs)
    source = None
    if line.source is not None:
        sha256, *rest = astuple(line.source)
        source = SourceRecord(sha256, None, *_with_json(_text, rest, _SOURCE_JSON))
    return DocumentRecord(*[uid, source, *_with_json(_text, middle, _DOCUMENT_JSON), paragraphs])


def _with_json(change: Callable[[Any], object], values: Sequence[Any], json: Places) -> list[Any]:
    """The same values, those at the places of JSON changed."""
    changed = list(values)
    for place in json:
        changed[place] = change(changed[place])
    return changed


def _raw(text: str | None) -> Raw:
    if text is None:
        return _NOTHING
    # A line feed between two values would end the line.
    return Raw(text) if "\n" not in text else Raw(msgspec.json.format(text, indent=-1))


def _text(raw: Raw) -> str | None:
    return None if raw == _NOTHING else bytes(raw).decode()
