"""WebAnno TSV 3, as INCEpTION and WebAnno write it: sentences word by word, a column a feature.

Knows how its lines are made; `webanno_spans` knows what its columns say. Imports `errors`, `model`
and its siblings.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from annotator.errors import ImportFailed
from annotator.text.limits import MAX_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NOTHING: Final = "_"
_FORMAT = re.compile(r"#FORMAT=WebAnno TSV 3(?:\.(\d+))?\s*")
_LAYER = re.compile(r"#T_(SP|CH|RL)=([^|]+)((?:\|.*)?)")
_TEXT: Final = "#Text="
_WORD = re.compile(r"\d+-\d+(\.\d+)?")
_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")
_ESCAPED = re.compile(r"\\(->|u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_LETTERS: Final = {"t": "\t", "n": "\n", "f": "\f", "r": "\r", "b": "\b"}
_PLAIN: Final = frozenset("\\[]|_;*")
# Up to this version letters may be written by number, as in Java.
_BY_NUMBER: Final = 1

Use = Literal["value", "mark", "slot", "relation", "chain"]
Count = Literal["UTF-16", "code points"]


class Column(Struct, frozen=True):
    """A column: the number of its layer's line, the layer's type, the feature, what stands there.

    `mark`: the layer has no features, and is only there or not.
    """

    layer: int
    type: str
    feature: str
    use: Use


class Row(Struct, frozen=True):
    """A word, or a part of one: its line, its place as the file counts, its cells as they stand.

    `is_there`: its letters stand at its place.
    """

    line: int
    begin: int
    end: int
    words: str
    cells: tuple[str, ...]
    is_there: bool


class Tsv(Struct, frozen=True):
    """A file: its text, its columns, its words, and how their places are counted.

    `paragraphs` are stretches of the text; where none are told, its sentences.
    """

    text: str
    paragraphs: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    count: Count


def parsed(content: bytes) -> Tsv:
    """A file, its offsets counted in UTF-16 units, or in characters where only these fit the words.

    Raises:
        ImportFailed: not UTF-8, no WebAnno TSV 3, or a line that does not belong there.
    """
    lines = _Lines(_decoded(content))
    count: Count = "UTF-16"
    best = lines.read(count)
    if best.n_misfits and any(character > "\uffff" for character in lines.text):
        other = lines.read("code points")
        if other.n_misfits < best.n_misfits:
            best, count = other, "code points"
    if best.trouble is not None:
        raise best.trouble
    return Tsv(best.text, tuple(best.paragraphs()), lines.columns, best.rows, count)


def unescaped(words: str, *, by_number: bool = False) -> str:
    """The words that a cell or a text stands for."""
    if "\\" not in words:
        return words
    found = _ESCAPED.sub(lambda match: _meant(match[1], by_number=by_number), words)
    # A letter by number may be two halves, each with its number.
    return found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _meant(sign: str, *, by_number: bool) -> str:
    if len(sign) > 2:
        return chr(int(sign[1:], 16)) if by_number else f"\\{sign}"
    if sign in _PLAIN or sign == "->" or sign < " ":
        return sign
    return _LETTERS.get(sign, f"\\{sign}")


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportFailed(
            "the file is not written in UTF-8 (byte {place})",
            remedy="save it as UTF-8",
            place=error.start,
        ) from None


class _Word(Struct, frozen=True):
    """A line of a word, its place as the file has it."""

    line: int
    begin: int
    end: int
    words: str
    cells: tuple[str, ...]


class _Sentence(Struct):
    """The text of a block, and its words."""

    line: int
    text: str
    words: list[_Word]


class _Lines:
    """The file's lines, told apart once."""

    def __init__(self, text: str):
        self.text = text
        self._lines = [line.removesuffix("\r") for line in text.split("\n")]
        head = _FORMAT.fullmatch(self._lines[0])
        if head is None:
            raise _no_tsv(1, "line {line}: this is no WebAnno TSV 3")
        self._by_number = int(head[1] or 0) <= _BY_NUMBER
        self.columns = tuple(self._columns())
        self.sentences = list(self._sentences())

    def read(self, count: Count) -> _Reading:
        """The text as it is when offsets count so."""
        return _Reading(self.sentences, count)

    def _columns(self) -> Iterator[Column]:
        for number, line in enumerate(self._lines[1:], 2):
            match = _LAYER.fullmatch(line)
            if match is None:
                return
            features = [each for each in match[3].split("|") if each]
            yield from _columns_of(number, match[1], match[2], features)

    def _sentences(self) -> Iterator[_Sentence]:
        current = _Sentence(0, "", [])
        for number, line in enumerate(self._lines[1:], 2):
            if line.startswith(_TEXT):
                more = unescaped(line.removeprefix(_TEXT), by_number=self._by_number)
                if current.line and not current.words:
                    current.text += f"\n{more}"
                    continue
                if current.line:
                    yield current
                current = _Sentence(number, more, [])
            elif line and not line.startswith("#"):
                if not current.line:
                    raise _no_tsv(
                        number, "line {line}: words stand before the text of their sentence"
                    )
                current.words.append(self._word(number, line))
        if current.line:
            yield current

    def _word(self, number: int, line: str) -> _Word:
        cells = line.split("\t")
        place = _PLACE.fullmatch(cells[1]) if len(cells) > 2 else None
        if place is None or _WORD.fullmatch(cells[0]) is None:
            raise _no_tsv(number, "line {line}: this is no line of a word")
        if len(cells) < 3 + len(self.columns):
            raise _no_tsv(
                number, "line {line}: there are fewer columns than the head of the file says"
            )
        words = unescaped(cells[2], by_number=self._by_number)
        said = tuple(cells[3 : 3 + len(self.columns)])
        return _Word(number, int(place[1]), int(place[2]), words, said)


def _columns_of(number: int, kind: str, name: str, features: list[str]) -> Iterator[Column]:
    """The columns of a layer: a slot has two, of which the second names what it points to."""
    if kind != "SP":
        use: Use = "relation" if kind == "RL" else "chain"
        yield from (Column(number, name, feature, use) for feature in features or [""])
        return
    if not features:
        yield Column(number, name, "", "mark")
    slot = ""
    for feature in features:
        if slot:
            yield Column(number, name, slot, "slot")
            slot = ""
        elif feature.startswith("ROLE_"):
            slot = feature.partition(":")[2].partition("_")[0] or feature
            yield Column(number, name, slot, "slot")
        else:
            yield Column(number, name, feature, "value")


class _Reading:
    """The text put together from its sentences, with offsets counted in one way."""

    def __init__(self, sentences: Sequence[_Sentence], count: Count):
        self._is_utf16 = count == "UTF-16"
        self._length = 0
        self._gaps: list[tuple[int, int]] = []  # where a sentence begins, and what is before it
        self.trouble: ImportFailed | None = None
        self.text = "".join(self._pieces(sentences))
        # Slices of these units are words, whatever is counted.
        self._units = self.text.encode("utf-16-le") if self._is_utf16 else b""
        words = () if self.trouble else (word for each in sentences for word in each.words)
        self.rows = tuple(map(self._row, words))
        misfits = sum(not row.is_there for row in self.rows)
        self.n_misfits = misfits if self.trouble is None else MAX_CHARACTERS

    def _pieces(self, sentences: Sequence[_Sentence]) -> Iterator[str]:
        """The sentences, with line feeds for what is between them, which the file leaves out."""
        at = 0
        for sentence in sentences:
            if not sentence.words:
                self.trouble = _no_tsv(
                    sentence.line, "line {line}: no words follow the text of this sentence"
                )
                return
            first = sentence.words[0]
            gap = first.begin - self._length
            if not 0 <= gap <= MAX_CHARACTERS - self._length:
                self.trouble = _no_tsv(
                    first.line, "line {line}: this word does not begin where its sentence does"
                )
                return
            yield ("\n" if at else " ") * gap
            yield sentence.text
            self._gaps.append((at + gap, gap))
            at += gap + len(sentence.text)
            self._length += gap + self._size(sentence.text)

    def paragraphs(self) -> Iterator[str]:
        """Sentences with at most one character between them, where others have more; else each."""
        is_told = any(gap > 1 for begin, gap in self._gaps if begin > gap)
        begins = [begin for begin, gap in self._gaps if gap > 1 or not is_told]
        first = self._gaps[0][0] if self._gaps else 0
        for begin, end in pairwise([*sorted({first, *begins}), len(self.text)]):
            yield self.text[begin:end]

    def _size(self, text: str) -> int:
        return len(text.encode("utf-16-le")) // 2 if self._is_utf16 else len(text)

    def _row(self, word: _Word) -> Row:
        if self._is_utf16:
            unit = self._units[2 * word.begin : 2 * word.end]
            found = unit.decode("utf-16-le", "replace")
        else:
            found = self.text[word.begin : word.end]
        is_there = found == word.words and word.begin <= word.end
        return Row(word.line, word.begin, word.end, word.words, word.cells, is_there)


def _no_tsv(line: int, trouble: str) -> ImportFailed:
    return ImportFailed(trouble, remedy="export the file again as WebAnno TSV 3.3", line=line)
