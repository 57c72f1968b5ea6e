"""Native JSONL: one annotation a line, all of one shape (docs/format.md). Bytes in and out only.

May import the model and errors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, BinaryIO, Final, Literal

import msgspec
from msgspec import Meta, Struct

from annotator.errors import RecordError
from annotator.formats.written import Written
from annotator.model import Kind, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from annotator.formats.corpus import Corpus

READS: Final = True
WRITES: Final = True
KEEPS: Final = (
    "every answer as it stands: state, set of codes, main code, marked words, sureness, notes",
    "who answered, when, how long it took, in which round, with which codebook",
    "the text of answered paragraphs, unless left out",
)
LOSES: Final = (
    "history: how an answer came about, and what was taken back",
    "paragraphs without an answer, so articles cannot be rebuilt",
    "imported files and metadata of articles but the title",
)
SCHEMA: Final = "annotation/1"
_BUFFER = 1 << 20
_LONGEST_LINE = 64 << 20
_MARK = b"\xef\xbb\xbf"

Count = Annotated[int, Meta(ge=0)]
Uid = Annotated[str, Meta(min_length=36, max_length=36)]
Hash = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Sureness = Annotated[int, Meta(ge=1, le=3)]
Rev = Annotated[int, Meta(ge=1)]


class Words(Struct, frozen=True, omit_defaults=True):
    """Evidence with the words themselves; offsets are code points of the paragraph, half-open.

    `paragraph` stands only where the answer concerns the whole document.
    """

    start: Count
    end: Count
    code: str | None = None
    paragraph: Count | None = None
    text: str = ""

    def without_text(self) -> Words:
        """The place alone."""
        return Words(self.start, self.end, self.code, self.paragraph)


class Record(Struct, frozen=True):
    """One annotation: every field of a line, in its order; null where it does not apply.

    `document` is the uid, `paragraph` counts from 0 (null: the whole document), `text` is the
    paragraph's, `text_sha256` that of the whole canonical document; `duration_ms` is the time
    that all acts on this answer took.
    """

    schema: Literal["annotation/1"]
    uid: Uid
    round: str
    annotator: str
    annotator_uid: Uid
    annotator_kind: Literal["human", "model", "import"]
    document: Uid
    title: str
    paragraph: Count | None
    kind: Kind | None
    layer: str
    target: str | None
    holder: str | None
    state: State
    codes: tuple[str, ...]
    primary: str | None
    value: str | None
    evidence: tuple[Words, ...]
    confidence: Sureness | None
    note: str
    codebook: str
    codebook_sha256: Hash
    rev: Rev
    changed_at: str
    duration_ms: Count | None
    device: Uid
    text: str | None
    text_sha256: Hash


class Line(Struct, frozen=True, kw_only=True):
    """A line as it is read: unknown fields are ignored, what a writer may leave out has a default.

    `uid` and the words of evidence are not read: the first follows from the identity, the second
    from the text.
    """

    schema: Literal["annotation/1"]
    round: str
    annotator: str
    annotator_uid: Uid
    annotator_kind: Literal["human", "model", "import"] = "human"
    document: Uid
    title: str = ""
    paragraph: Count | None = None
    layer: str
    target: str | None = None
    holder: str | None = None
    state: State
    codes: tuple[str, ...] = ()
    primary: str | None = None
    value: str | None = None
    evidence: tuple[Words, ...] = ()
    confidence: Sureness | None = None
    note: str = ""
    codebook: str
    codebook_sha256: str = ""
    rev: Rev = 1
    changed_at: str
    duration_ms: Count | None = None
    device: str = ""
    text: str | None = None
    text_sha256: str = ""


def write(corpus: Corpus, out: BinaryIO, told: Callable[[int], None] | None = None) -> Written:
    """Write one line an answer. Nothing of an answer is lost."""
    records = (record for coded in corpus.documents for record in coded.records)
    return Written(write_records(records, out, told))


def write_records(
    records: Iterable[Record], out: BinaryIO, told: Callable[[int], None] | None = None
) -> int:
    """Write one line a record through a buffer of 1 MiB; how many there were.

    `told` hears how many are written, once a buffer. Raises whatever `out.write` and `told` raise.
    """
    encoder = msgspec.json.Encoder()
    buffer = bytearray()
    done = 0
    for done, record in enumerate(records, 1):
        encoder.encode_into(record, buffer, -1)
        buffer += b"\n"
        if len(buffer) >= _BUFFER:
            out.write(buffer)
            buffer.clear()
            if told is not None:
                told(done)
    out.write(buffer)
    return done


def read_lines(source: BinaryIO, name: str) -> Iterator[tuple[int, Line]]:
    """Line number (from 1) and content of every line that is not blank.

    Raises:
        RecordError: a line that is no annotation; the message names the line and the field.
    """
    decoder = msgspec.json.Decoder(Line)
    number = 0
    while line := source.readline(_LONGEST_LINE + 1):
        number += 1
        if len(line) > _LONGEST_LINE:
            raise RecordError(
                "line {line} is longer than 64 MiB",
                where=name,
                remedy="this is no export of annotations",
                line=number,
            )
        if number == 1:
            line = line.removeprefix(_MARK)
        if not line.strip():
            continue
        try:
            yield number, decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise _no_annotation(line, number, name, error) from error


def _no_annotation(line: bytes, number: int, name: str, error: Exception) -> RecordError:
    if not line.endswith((b"\n", b"}")):  # only the last line has no line feed
        return RecordError(
            "line {line} is cut off in the middle; the file is not whole",
            where=name,
            remedy="export or copy it again",
            line=number,
        )
    return RecordError(
        "line {line} is no annotation: {trouble}",
        where=name,
        remedy="take a file that annotator export has written",
        line=number,
        trouble=str(error),
    )


def is_annotations(head: bytes) -> bool:
    """Whether a file that begins so is an export of annotations."""
    first = head.removeprefix(_MARK).lstrip().split(b"\n", 1)[0]
    return first.startswith(b"{") and b'"schema"' in first and b'"annotation/' in first


def annotation_schema() -> dict[str, object]:
    """JSON Schema of one line, generated from `Record`; every field is always there."""
    schema = msgspec.json.schema(Record)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "One annotation: a line of the JSONL that Annotator exports"
    return schema
