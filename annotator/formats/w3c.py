"""W3C Web Annotation: a page of annotations as JSON-LD.

Imports the corpus, names of labels. An answer is an annotation of its paragraph, or its article; a
body for each code (`frame:economic`), one tag for the state (`frame:coded`), others for what else
it says. Marked words are annotations of their own. The model counts code points, half-open; offsets
are those of the canonical text. Reading is in `w3c_reading`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO, Final

import msgspec

from annotator.formats.by_unit import question_of, starts
from annotator.formats.label_names import ANY_CODE, PRIMARY
from annotator.formats.losses import NOTES, REVISIONS, TIME_SPENT, Losses
from annotator.formats.w3c_annotation import SURE
from annotator.formats.w3c_reading import read
from annotator.formats.w3c_rules import CONTEXT
from annotator.formats.written import Written
from annotator.model import canonical_text, uid_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.formats.corpus import CodedDocument, Corpus
    from annotator.formats.jsonl import Record
    from annotator.model import Document

__all__ = ["KEEPS", "LOSES", "READS", "WRITES", "read", "write"]

READS: Final = True
WRITES: Final = True
KEEPS: Final = (
    "all four states, sets of codes, main codes, words written as an answer",
    "targets and holders, also named ones",
    "marked words, with those around them, and sureness",
    "who answered, and when, to the second",
    "addresses of articles",
)
LOSES: Final = (
    "texts of articles, but for those that are annotated, and what else is known of them",
    "notes, names of rounds, history, revision numbers and time spent",
    "version and hash of the codebook",
)

_ROUNDS: Final = "names of rounds of answers"
_AROUND: Final = 32
_BUFFER: Final = 1 << 20
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")

Json = dict[str, object]


def write(corpus: Corpus, out: BinaryIO, told: Callable[[int], None] | None = None) -> Written:
    """Write one collection of one page, an annotation a line."""
    losses = Losses(NOTES, REVISIONS, TIME_SPENT)
    encoder = msgspec.json.Encoder()
    buffer = bytearray(_opening(corpus.title))
    n = n_items = 0
    for coded in corpus.documents:
        for item in _annotations(coded, losses):
            buffer += b",\n" if n_items else b"\n"
            encoder.encode_into(item, buffer, -1)
            n_items += 1
        n += len(coded.records)
        if len(corpus.rounds) > 1 and coded.records:
            losses.add(_ROUNDS, len(coded.records))
        if len(buffer) >= _BUFFER:
            out.write(buffer)
            buffer.clear()
            if told is not None:
                told(n)
    out.write(buffer + f'\n]}},"total":{n_items}}}\n'.encode())
    return Written(n, losses.lost)


def _opening(title: str) -> bytes:
    """All that stands before the first annotation."""
    collection = {
        "@context": CONTEXT,
        "id": f"urn:uuid:{uid_of('w3c_collection', title)}",
        "type": "AnnotationCollection",
        "label": title,
    }
    page = {
        "id": f"urn:uuid:{uid_of('w3c_page', title)}",
        "type": "AnnotationPage",
        "startIndex": 0,
    }
    before = [msgspec.json.encode(each)[:-1] for each in (collection, page)]
    return before[0] + b',"first":' + before[1] + b',"items":['


def _annotations(coded: CodedDocument, losses: Losses) -> Iterator[Json]:
    targets = _Targets(coded)
    for record in coded.records:
        losses.see(record)
        creator = {
            "type": "Software" if record.annotator_kind == "model" else "Person",
            "nickname": record.annotator,
        }
        about = {"creator": creator, "modified": f"{record.changed_at[:19]}Z"}
        yield {
            "id": f"urn:uuid:{uid_of('w3c_annotation', record.uid)}",
            "type": "Annotation",
            "motivation": "classifying",
            **about,
            "body": list(_bodies(record)),
            "target": targets.unit(record.paragraph),
        }
        name = question_of(record).name
        for number, words in enumerate(record.evidence):
            of = words.paragraph if record.paragraph is None else record.paragraph
            yield {
                "id": f"urn:uuid:{uid_of('w3c_annotation', record.uid, number)}",
                "type": "Annotation",
                "motivation": "highlighting",
                **about,
                "body": _body("classifying", f"{name}:{words.code or ANY_CODE}"),
                "target": targets.words(of or 0, words.start, words.end),
            }


def _bodies(record: Record) -> Iterator[Json]:
    """What an answer says."""
    name = question_of(record).name
    yield _body("tagging", f"{name}:{record.state}")
    for code in record.codes:
        yield _body("classifying", f"{name}:{code}")
    if record.value is not None:
        yield _body("describing", record.value)
    if record.primary is not None:
        yield _body("tagging", f"{name}{PRIMARY}:{record.primary}")
    if record.confidence is not None:
        yield _body("tagging", f"{name}{SURE}:{record.confidence}")


def _body(purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


class _Targets:
    """Parts of one article as targets of annotations."""

    def __init__(self, coded: CodedDocument):
        self._texts = [each.text for each in coded.paragraphs]
        self._begins = starts(coded.paragraphs)
        self._text = canonical_text(self._texts)
        self._article = _article(coded.document)

    def unit(self, paragraph: int | None) -> Json:
        """A paragraph, or the article."""
        if paragraph is None:
            return {"type": "SpecificResource", **self._article}
        return self.words(paragraph, 0, len(self._texts[paragraph]))

    def words(self, paragraph: int, start: int, end: int) -> Json:
        """Words of a paragraph."""
        text = self._text
        start, end = self._begins[paragraph] + start, self._begins[paragraph] + end
        quote = {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - _AROUND) : start],
            "suffix": text[end : end + _AROUND],
        }
        position = {"type": "TextPositionSelector", "start": start, "end": end}
        return {"type": "SpecificResource", **self._article, "selector": [position, quote]}


def _article(document: Document) -> Json:
    """What a target is part of: the article at its address, of which the project holds a copy."""
    copy = f"urn:uuid:{document.uid}"
    if document.url is None or not _ADDRESS.fullmatch(document.url):
        return {"source": copy}
    return {"source": document.url, "state": {"type": "TimeState", "cached": copy}}
