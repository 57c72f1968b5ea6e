"""brat: a folder an annotator, in it a text and a standoff file an article, and annotation.conf.

Imports the corpus, names of labels. A text-bound line (T) is marked words, or, with the attribute
`Whole`, the paragraph that an answer is about; its type is `layer__code`, or the question where
there is a target, with the code in the attribute that is called like the layer. Reading is in
`brat_reading`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.formats.brat_config import configuration
from annotator.formats.brat_reading import (
    ARTICLE,
    HOLDER,
    NOTE,
    PRIMARY,
    STATE,
    SURE,
    VALUE,
    WHOLE,
    read,
)
from annotator.formats.by_unit import starts
from annotator.formats.losses import REVISIONS, TIME_SPENT, Losses
from annotator.formats.members import parts_of
from annotator.formats.written import Written
from annotator.model import canonical_text, holder_type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.formats.corpus import CodedDocument, Corpus
    from annotator.formats.jsonl import Record

__all__ = ["KEEPS", "LOSES", "READS", "WRITES", "read", "write_folder"]

READS: Final = True
WRITES: Final = True
KEEPS: Final = (
    "texts of answered articles",
    "all four states, sets of codes, main codes, words written as an answer",
    "targets and holders, also named ones",
    "marked words",
    "sureness and notes",
)
LOSES: Final = (
    "articles without an answer, and what is known of articles beside their texts",
    "names of rounds, history, revision numbers, time spent and times of answers",
    "version and hash of the codebook",
    "line breaks in notes and in words written as an answer",
    "line breaks at the ends of marked words",
)
_UNANSWERED: Final = "articles without an answer"
_BREAKS: Final = "line breaks in notes and words"
_BREAKS_AT_ENDS: Final = "marked words with line breaks at their ends"
_TOLD_EVERY: Final = 10_000


def write_folder(
    corpus: Corpus, folder: Path, told: Callable[[int], None] | None = None
) -> Written:
    """Write `ANNOTATOR/DOCUMENT.txt` and `.ann`, and `annotation.conf` beside the folders."""
    losses = Losses(REVISIONS, TIME_SPENT)
    (folder / "annotation.conf").write_text(configuration(corpus.codebook), "utf-8", newline="\n")
    n = reported = 0
    for coded in corpus.documents:
        if not coded.records:
            losses.add(_UNANSWERED)
        for name, records in _by_folder(coded, of_rounds=len(corpus.rounds) > 1).items():
            place = folder / name
            place.mkdir(parents=True, exist_ok=True)
            _article(place, coded, records, losses)
            n += len(records)
        if told is not None and n - reported >= _TOLD_EVERY:
            told(n)
            reported = n
    return Written(n, losses.lost)


def _by_folder(coded: CodedDocument, *, of_rounds: bool) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for record in coded.records:
        name = parts_of(record.annotator, record.round, of_rounds=of_rounds)
        found.setdefault(name, []).append(record)
    return found


def _article(place: Path, coded: CodedDocument, records: list[Record], losses: Losses) -> None:
    text = canonical_text([paragraph.text for paragraph in coded.paragraphs])
    writer = _Standoff(coded, text, losses)
    for record in records:
        losses.see(record)
        writer.answer(record)
    uid = coded.document.uid
    (place / f"{uid}.txt").write_bytes(text.encode())
    (place / f"{uid}.ann").write_bytes("".join(f"{line}\n" for line in writer.lines).encode())


class _Standoff:
    """The lines of one annotator's answers about one article."""

    def __init__(self, coded: CodedDocument, text: str, losses: Losses):
        self._texts = [paragraph.text for paragraph in coded.paragraphs]
        self._begins = starts(coded.paragraphs)
        self._text = text
        self._losses = losses
        self._n = {"T": 0, "A": 0, "#": 0}
        self.lines: list[str] = []

    def answer(self, record: Record) -> None:
        """An answer: a T line for each of its codes and marked words, the rest at the first."""
        first = None
        for code, span in self._parts(record):
            bound = self._bound(record, code, span)
            first = first or bound
            if code is not None and code == record.primary:
                self._attribute(PRIMARY, bound)
        assert first is not None
        if record.state != "coded":
            self._attribute(STATE, first, record.state)
        if record.confidence is not None:
            self._attribute(SURE, first, str(record.confidence))
        if record.value is not None:
            self._comment(VALUE, first, record.value)
        if record.note:
            self._comment(NOTE, first, record.note)

    def _parts(self, record: Record) -> Iterator[tuple[str | None, tuple[int, int] | None]]:
        """Codes with their marked words; None for the words: none are marked."""
        marked: dict[str | None, list[tuple[int, int]]] = {}
        for words in record.evidence:
            of = words.paragraph if record.paragraph is None else record.paragraph
            begin = self._begins[of or 0]
            span = (begin + words.start, begin + words.end)
            trimmed = _trimmed(self._text, *span)
            if trimmed != span:
                self._losses.add(_BREAKS_AT_ENDS)
            if trimmed is not None:
                marked.setdefault(words.code, []).append(trimmed)
        for code in record.codes or (None,):
            if code is not None or None not in marked:
                yield from ((code, span) for span in marked.get(code, [None]))
        yield from ((None, span) for span in marked.get(None, ()))

    def _bound(self, record: Record, code: str | None, span: tuple[int, int] | None) -> str:
        of = record.paragraph or 0
        begin = self._begins[of]
        start, end = span or (begin, begin + len(self._texts[of]))
        fragments = _fragments(self._text, start, end)
        places = ";".join(f"{a} {b}" for a, b in fragments)
        words = " ".join(self._text[a:b] for a, b in fragments)
        kind, is_attribute = _type(record, code)
        name = self._line("T", f"{kind} {places}\t{words}")
        if span is None:
            self._attribute(WHOLE, name)
        if record.paragraph is None:
            self._attribute(ARTICLE, name)
        if is_attribute and code is not None:
            self._attribute(record.layer, name, code)
        if record.holder is not None and holder_type(record.holder) != record.holder:
            self._comment(HOLDER, name, record.holder)
        return name

    def _attribute(self, kind: str, of: str, value: str = "") -> None:
        self._line("A", f"{kind} {of} {value}".rstrip())

    def _comment(self, kind: str, of: str, words: str) -> None:
        in_line = words.replace("\r", " ").replace("\n", " ")
        if in_line != words:
            self._losses.add(_BREAKS)
        self._line("#", f"{kind} {of}\t{in_line}")

    def _line(self, letter: str, rest: str) -> str:
        self._n[letter] += 1
        name = f"{letter}{self._n[letter]}"
        self.lines.append(f"{name}\t{rest}")
        return name


def _type(record: Record, code: str | None) -> tuple[str, bool]:
    """A T line's type, and whether its code is an attribute."""
    holder = None if record.holder is None else holder_type(record.holder)
    if record.target is not None or holder is not None:
        return "__".join(part for part in (record.layer, record.target, holder) if part), True
    return (record.layer if code is None else f"{record.layer}__{code}"), False


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A part of a text without line ends around it; None where it is nothing else."""
    fragments = _fragments(text, start, end)
    return (fragments[0][0], fragments[-1][1]) if fragments else None


def _fragments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The part of a text cut at its line ends, without empty pieces."""
    found, at = [], start
    for line in text[start:end].split("\n"):
        if line:
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found
