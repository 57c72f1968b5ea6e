"""A whole project as text, a record a line: `.annot.jsonl` (docs/format.md).

The first line says what it is, the last how many lines there are and their SHA-256: a file that
was cut off or changed is told from a whole one before anything of it is taken. Imports model and
errors.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, BinaryIO, Final

import msgspec
from msgspec import Raw, Struct

from annotator.errors import RecordError
from annotator.formats.bundle_lines import ORDER, ContentLine, Number, line_of, record_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from annotator.formats.bundle import Content

READS: Final = True
WRITES: Final = True
KEEPS: Final = (
    "articles with their metadata and the kinds of their paragraphs",
    "codebooks, rounds, targets, holders, annotators",
    "every change of the log, and with that every answer as it stands",
)
LOSES: Final = (
    "the imported bytes of articles; how a file was read and its hash stay",
    "labels of devices",
)
SCHEMA: Final = "bundle/1"
_HEAD: Final = b'{"record":"project","schema":"bundle/'
_BUFFER: Final = 1 << 20
_LONGEST_LINE: Final = 1 << 28


class ProjectLine(Struct, tag_field="record", tag="project", frozen=True):
    """The first line: which project, and how many lines of each kind follow."""

    schema: str
    uid: str
    title: str
    created_at: str
    settings: Raw
    counts: dict[str, int]


class EndLine(Struct, tag_field="record", tag="end", frozen=True):
    """The last line: how many stand before it, and the SHA-256 of their bytes."""

    lines: Number
    sha256: str


class _Schema(Struct, tag_field="record", tag="project"):
    schema: str


def is_bundle(head: bytes) -> bool:
    """Whether a file that begins so is a bundle."""
    return head.startswith(_HEAD)


def write(
    first: ProjectLine,
    contents: Iterable[Content],
    out: BinaryIO,
    told: Callable[[int], None] | None = None,
) -> int:
    """Write all lines through a buffer of 1 MiB; how many there are.

    `told` hears how many are written, once a buffer. Raises whatever `out.write` and `told` raise.
    """
    encoder = msgspec.json.Encoder()
    digest = hashlib.sha256()
    buffer = bytearray(encoder.encode(first) + b"\n")
    done = 1
    for done, content in enumerate(contents, 2):
        encoder.encode_into(line_of(content), buffer, -1)
        buffer += b"\n"
        if len(buffer) >= _BUFFER:
            digest.update(buffer)
            out.write(buffer)
            buffer.clear()
            if told is not None:
                told(done)
    digest.update(buffer)
    out.write(buffer)
    out.write(encoder.encode(EndLine(done, digest.hexdigest())) + b"\n")
    return done + 1


def read(file: BinaryIO, name: str) -> Iterator[Content]:
    """All records of a bundle, which is read twice: first whether it is whole.

    Raises:
        RecordError: made by a newer version, cut off, changed, or not what a bundle holds.
    """
    n_lines = _check(file, name)
    file.seek(0)
    file.readline()
    decoder: msgspec.json.Decoder[ContentLine] = msgspec.json.Decoder(ContentLine)
    rank = 0
    for number in range(2, n_lines + 1):
        try:
            line = decoder.decode(file.readline())
            record = record_of(line)  # what stands in a column of JSON is read as text here
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise _odd(number, name, str(error)) from error
        before, rank = rank, ORDER[type(line)]
        if rank < before:
            raise _odd(number, name, "it stands behind what refers to it")
        yield record


def _check(file: BinaryIO, name: str) -> int:
    """How many lines there are before the last; raises RecordError if the file is not whole."""
    digest, n_lines = hashlib.sha256(), 0
    line = file.readline(_LONGEST_LINE)
    _check_version(line, name)
    while following := file.readline(_LONGEST_LINE):
        digest.update(line)
        n_lines += 1
        line = following
    try:
        end = msgspec.json.decode(line, type=EndLine)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError(
            "the file is cut off: its last line, which says how long it is, is missing",
            where=name,
            remedy="export or copy it again",
        ) from error
    if (end.lines, end.sha256) != (n_lines, digest.hexdigest()):
        raise RecordError(
            "the file is not as it was written: it has {lines} lines and should have {due}, or"
            " something in them has changed",
            where=name,
            remedy="export or copy it again, and do not edit it",
            lines=n_lines,
            due=end.lines,
        )
    return n_lines


def _check_version(line: bytes, name: str) -> None:
    try:
        found = msgspec.json.decode(line, type=_Schema).schema
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _odd(1, name, str(error)) from error
    if found != SCHEMA:
        raise RecordError(
            "this is a bundle of another version ({found}; this program reads {known})",
            where=name,
            remedy="install the newest Annotator, then merge it again",
            found=found,
            known=SCHEMA,
        )


def _odd(number: int, name: str, trouble: str) -> RecordError:
    return RecordError(
        "line {line} is nothing that a bundle holds: {trouble}",
        where=name,
        remedy="take a file that annotator export --format bundle has written",
        line=number,
        trouble=trouble,
    )
