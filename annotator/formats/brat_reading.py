"""Reads brat: a text with its standoff file, a folder of them, or a folder of such folders.

Imports members, marked words. brat counts code points. T lines are read with their attributes and
notes; relations, events, normalisations and equivalences are listed.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from annotator.errors import RecordError
from annotator.formats.foreign import ForeignAnswer, ForeignDocument, ForeignSpan
from annotator.formats.label_names import PRIMARY as PRIMARY_OF
from annotator.formats.label_names import STATES
from annotator.formats.marked import MarkedText
from annotator.formats.members import Members, key_of
from annotator.model import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Attributes and notes of our own files.
WHOLE: Final = "Whole"
ARTICLE: Final = "Article"
PRIMARY: Final = "Primary"
STATE: Final = "State"
SURE: Final = "Sure"
HOLDER: Final = "Holder"
VALUE: Final = "Value"
NOTE: Final = "AnnotatorNotes"
_OURS: Final = frozenset({WHOLE, ARTICLE, PRIMARY, STATE, SURE})

_PLACES = re.compile(r"(\S+) (\d{1,15} \d{1,15}(?:;\d{1,15} \d{1,15})*)")
_UNREAD: Final = {"R": "relation", "E": "event", "N": "normalisation", "*": "equivalence"}
_UNREAD_WORDS: Final = {
    "R": "{where}: the relation is not read",
    "E": "{where}: the event is not read, only the words of its parts",
    "N": "{where}: the normalisation is not read",
    "*": "{where}: the equivalence is not read",
}


class _Bound(Struct):
    """A T line with what other lines say of it."""

    kind: str
    spans: tuple[ForeignSpan, ...]
    where: str
    attributes: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


def read(path: Path) -> Iterator[ForeignDocument]:
    """Every text; the annotator is the name of its folder, where a folder of folders is given.

    Raises:
        RecordError: a text or a standoff file that is not UTF-8; a standoff file without a text.
    """
    if not Members(path).is_many and path.suffix.lower() in {".ann", ".txt"}:
        yield _alone(path)
        return
    members = Members(path)
    texts = {name.rpartition(".")[0]: name for name in members.ending(".txt")}
    standoff = {name.rpartition(".")[0]: name for name in members.ending(".ann")}
    for lonely in sorted(standoff.keys() - texts.keys()):
        raise _no_text(members.where(standoff[lonely]))
    for stem, name in texts.items():
        said = members.read(standoff[stem]) if stem in standoff else b""
        folder = stem.rpartition("/")[0].rpartition("/")[2]
        article = _Article(stem, key_of(folder) if folder else None, members.read(name))
        yield article.document(_decoded(said, members.where(standoff.get(stem, name))))


def _alone(path: Path) -> ForeignDocument:
    text, said = path.with_suffix(".txt"), path.with_suffix(".ann")
    if not text.is_file():
        raise _no_text(str(path))
    content = said.read_bytes() if said.is_file() else b""
    return _Article(path.stem, None, text.read_bytes()).document(_decoded(content, str(said)))


def _no_text(where: str) -> RecordError:
    return RecordError(
        "the text of this standoff file is missing",
        where=where,
        remedy="put the .txt file of the same name beside it",
    )


def _decoded(content: bytes, where: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RecordError(
            "the file is not written in UTF-8 (byte {place})",
            where=where,
            remedy="save it as UTF-8",
            place=error.start,
        ) from error


class _Article:
    """One text and its standoff file being read."""

    def __init__(self, name: str, who: str | None, content: bytes):
        self._name = name.rpartition("/")[2]
        self._who = who
        text = _decoded(content, f"{name}.txt")
        # Offsets count the line ends that the text had when it was annotated: as it is, or plain.
        self._readings = [MarkedText(text)]
        if "\r" in text:
            self._readings.append(MarkedText(text.replace("\r\n", "\n")))
        self._bound: dict[str, _Bound] = {}
        self._remarks: list[Remark] = []

    def document(self, said: str) -> ForeignDocument:
        """The text, with the answers of its standoff file."""
        lines = [line.removesuffix("\r") for line in said.split("\n")]
        self._marked = self._fitting(lines)
        later = []
        for number, line in enumerate(lines, 1):
            if line.startswith("T"):
                self._text_bound(line, number)
            elif line.strip():
                later.append((number, line))
        for number, line in later:
            self._about(line, f"{self._name}.ann, line {number}")
        answers = [answer for bound in self._bound.values() for answer in self._answers(bound)]
        return ForeignDocument(
            name=self._name,
            text=self._marked.text,
            answers=tuple(answers) or (ForeignAnswer(annotator=self._who, where=self._name),),
            metadata={"document": self._name},
            remarks=(*self._remarks, *self._marked.remarks),
        )

    def _fitting(self, lines: list[str]) -> MarkedText:
        """The reading of the text in which most lines find their words at their place."""
        if len(self._readings) == 1:
            return self._readings[0]
        found = [match for line in lines if (match := _parsed(line)) is not None]

        def fits(marked: MarkedText) -> int:
            return sum(
                " ".join(marked.text[a:b] for a, b in places).split() == words.split()
                for _, places, words in found
            )

        return max(self._readings, key=fits)

    def _text_bound(self, line: str, number: int) -> None:
        where = f"{self._name}.ann, line {number}"
        parsed = _parsed(line)
        if parsed is None:
            self._remark("unread_line", "{where}: the line cannot be read", where)
            return
        kind, places, words = parsed
        if " ".join(self._marked.text[a:b] for a, b in places).split() == words.split():
            spans = [
                self._marked.span(start, end, kind, None, where)
                for start, end in _joined(places, self._marked.text)
            ]
        else:
            spans = [self._marked.span(places[0][0], places[-1][1], kind, words, where)]
        kept = tuple(span for span in spans if span is not None)
        if kept:
            self._bound[line.split("\t", 1)[0]] = _Bound(kind, kept, where)

    def _about(self, line: str, where: str) -> None:
        """A line that says something of another one."""
        if line[0] in _UNREAD:
            self._remark(_UNREAD[line[0]], _UNREAD_WORDS[line[0]], where)
            return
        parts = line.split("\t")
        fields = parts[1].split(" ", 2) if len(parts) > 1 else []
        if line[0] not in "AM#" or len(fields) < 2:
            self._remark("unread_line", "{where}: the line cannot be read", where)
        elif fields[1] not in self._bound:
            self._remark("about_nothing", "{where}: it is about a line that is not read", where)
        elif line[0] == "#":
            bound = self._bound[fields[1]]
            bound.notes[fields[0]] = "\t".join(parts[2:])
        else:
            self._bound[fields[1]].attributes[fields[0]] = fields[2] if len(fields) > 2 else ""

    def _answers(self, bound: _Bound) -> Iterator[ForeignAnswer]:
        """What a T line with its attributes says; in our own files an answer or part of one."""
        given = bound.attributes
        question = (bound.notes.get(HOLDER) and _with_holder(bound)) or bound.kind
        layer = next((name for name in given if bound.kind.startswith(f"{name}__")), None)
        code = given[layer] if layer is not None else None
        is_asked = code is not None or STATE in given or VALUE in bound.notes
        label = code if is_asked else question
        region = bound.spans[0].start, bound.spans[-1].end
        start, end = (None, None) if ARTICLE in given else region
        state = given.get(STATE)
        is_whole = WHOLE in given
        is_marked = not is_whole
        yield ForeignAnswer(
            annotator=self._who,
            state=STATES[STATES.index(state)] if state in STATES else "coded",
            question=question if is_asked else None,
            labels=(label,) if is_whole and label else (),
            value=bound.notes.get(VALUE),
            spans=tuple(ForeignSpan(span.start, span.end, label, span.text) for span in bound.spans)
            if is_marked
            else (),
            start=start if is_whole else None,
            end=end if is_whole else None,
            confidence=_sureness(given.get(SURE)),
            note=bound.notes.get(NOTE, ""),
            where=bound.where,
        )
        if PRIMARY in given and label:
            yield self._about_words(
                bound, (question if is_asked else "") + PRIMARY_OF, label, start, end
            )
        for name, value in given.items():
            if name not in _OURS and name != layer:
                yield self._about_words(bound, name, value or name, *region)

    def _about_words(
        self, bound: _Bound, question: str, label: str, start: int | None, end: int | None
    ) -> ForeignAnswer:
        return ForeignAnswer(
            annotator=self._who,
            question=question,
            labels=(label,),
            start=start,
            end=end,
            where=bound.where,
        )

    def _remark(self, slug: str, template: str, where: str) -> None:
        self._remarks.append(Remark(slug, template, {"where": where}))


def _parsed(line: str) -> tuple[str, list[tuple[int, int]], str] | None:
    """Type, places and words of a T line."""
    parts = line.split("\t", 2)
    match = _PLACES.fullmatch(parts[1]) if line.startswith("T") and len(parts) == 3 else None
    if match is None:
        return None
    places = [tuple(map(int, each.split(" "))) for each in match[2].split(";")]
    return match[1], [(start, end) for start, end in places], parts[2]


def _joined(places: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """Pieces that only line ends keep apart are one: brat cuts there."""
    start, stop = places[0]
    for (_, before), (begin, end) in pairwise(places):
        if begin < before or text[before:begin].strip("\r\n"):
            yield start, stop
            start = begin
        stop = end
    yield start, stop


def _with_holder(bound: _Bound) -> str:
    """The question with the name of the holder, of which the type holds the kind alone."""
    holder = bound.notes[HOLDER]
    return bound.kind.removesuffix(holder.partition(":")[0]) + holder


def _sureness(value: str | None) -> int | None:
    return int(value) if value in {"1", "2", "3"} else None
