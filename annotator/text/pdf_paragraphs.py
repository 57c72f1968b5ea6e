"""The lines of a PDF to paragraphs: by gaps, indents, letters and lines that end short.

Knows when a word that is broken at a line's end may be put together. Imports its siblings.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from msgspec import Struct

from annotator.text.blocks import Block
from annotator.text.kinds import HEADING_LENGTH, ends_like_a_sentence, kinds_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model import Kind
    from annotator.text.pdf_lines import Line

_WIDER = 1.2
_LEADING = 1.3
_INDENT = 0.7
_COLUMN_GAP = 4.0
_NARROW = 8.0
_LARGER = 1.15
_TITLE_AMONG = 3
_SAME_SIZE = 0.08
_BROKEN = re.compile(r"(?P<first>[^\W\d_]{2,})(?P<hyphen>[-\u2010\u00ad])$")
_GOES_ON = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


class Rebuilt(Struct, frozen=True):
    """The paragraphs of a PDF, the page that each begins on, and what was done to join lines.

    `joins` are the words that were put together, with their page; `kept` how many were not.
    """

    blocks: tuple[Block, ...]
    pages: tuple[int, ...]
    joins: tuple[tuple[int, str, str], ...]
    kept: int


class _Column(Struct, frozen=True):
    """The edges between which a line stands, and whether paragraphs hang out to the left."""

    left: float
    right: float
    is_hanging: bool


def rebuilt(lines: Sequence[Line]) -> Rebuilt:
    """The paragraphs that these lines make, in their order."""
    columns = _columns(lines)
    leading = _leadings(lines)
    groups: list[list[Line]] = [[lines[0]]]
    for above, line in pairwise(lines):
        if _begins(above, line, columns, leading):
            groups.append([line])
        else:
            groups[-1].append(line)
    words = _Words(lines)
    texts = [words.joined(group) for group in groups]
    kinds = _kinds(groups, texts, _body_size(lines))
    return Rebuilt(
        blocks=tuple(Block(text, kind) for text, kind in zip(texts, kinds, strict=True)),
        pages=tuple(group[0].page for group in groups),
        joins=tuple(words.joins),
        kept=words.kept,
    )


def _columns(lines: Iterable[Line]) -> dict[int, _Column]:
    """By line (its id) the column that it stands in."""
    alike: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        alike[line.page, round(line.size)].append(line)
    columns: dict[int, _Column] = {}
    for group in alike.values():
        group.sort(key=lambda line: line.left)
        cluster = [group[0]]
        for line in group[1:]:
            if line.left - cluster[-1].left > _COLUMN_GAP * line.size:
                columns.update(_column(cluster))
                cluster = []
            cluster.append(line)
        columns.update(_column(cluster))
    return columns


def _column(lines: Sequence[Line]) -> dict[int, _Column]:
    left = min(line.left for line in lines)
    n_indented = sum(line.left - left > _INDENT * line.size for line in lines)
    column = _Column(left, max(line.right for line in lines), 2 * n_indented > len(lines))
    return {id(line): column for line in lines}


def _leadings(lines: Sequence[Line]) -> dict[int, float]:
    """By size of letters how far apart lines stand, from foot to foot."""
    steps: dict[int, list[float]] = defaultdict(list)
    for above, line in pairwise(lines):
        step = above.bottom - line.bottom
        if above.page == line.page and 0 < step < 3 * line.size:
            steps[round(line.size)].append(step)
    # Lines within paragraphs are the closest ones, and gaps between paragraphs may be many.
    return {size: median(sorted(found)[: len(found) // 2 + 1]) for size, found in steps.items()}


def _begins(
    above: Line, line: Line, columns: dict[int, _Column], leading: dict[int, float]
) -> bool:
    """Whether a line begins a paragraph."""
    column, before = columns[id(line)], columns[id(above)]
    is_ended = ends_like_a_sentence(above.text)
    is_short = _would_have_fitted(above, line, before)
    if abs(above.size - line.size) > _SAME_SIZE * line.size:
        return True
    if above.is_bold != line.is_bold and (is_ended or is_short):
        return True
    step = above.bottom - line.bottom
    if above.page != line.page or step <= 0:
        return _is_narrow(before, above) or (is_ended and _begins_anew(line, column))
    if step > _WIDER * leading.get(round(line.size), _LEADING * line.size) + 0.5:
        return True
    indented = _is_indented(line, column)
    if indented != _is_indented(above, before):
        return indented != column.is_hanging and (is_ended or column.is_hanging)
    return is_ended and is_short


def _begins_anew(line: Line, column: _Column) -> bool:
    """Whether a page or column, after a full stop, begins with a paragraph; in doubt it does."""
    return _is_indented(line, column) != column.is_hanging or not line.text[:1].islower()


def _is_narrow(column: _Column, line: Line) -> bool:
    """Whether a column holds no text that runs on, but entries of a table."""
    return column.right - column.left < _NARROW * line.size


def _is_indented(line: Line, column: _Column) -> bool:
    return line.left - column.left > _INDENT * line.size


def _would_have_fitted(above: Line, line: Line, column: _Column) -> bool:
    """Whether the line's first word had room at the end of the line above."""
    first = line.text.split(maxsplit=1)[0]
    width = (line.right - line.left) / len(line.text)
    return above.right + width * (len(first) + 1.5) < column.right


class _Words:
    """Puts lines together; knows the words of the whole text, to tell broken ones."""

    def __init__(self, lines: Sequence[Line]):
        self.joins: list[tuple[int, str, str]] = []
        self.kept = 0
        self._known = Counter(word.lower() for line in lines for word in _WORD.findall(line.text))

    def joined(self, lines: Sequence[Line]) -> str:
        """The text of a paragraph."""
        parts = [lines[0].text]
        for line in lines[1:]:
            end, between = self._between(parts[-1], line)
            parts[-1] = end
            parts += [between, line.text]
        return "".join(parts)

    def _between(self, above: str, line: Line) -> tuple[str, str]:
        """What becomes of the end of a line, and what stands between it and the next."""
        broken = _BROKEN.search(above)
        rest = _GOES_ON.match(line.text)
        if broken is None or rest is None or not rest[0][0].islower():
            return above, " "
        first, hyphen = broken["first"], broken["hyphen"]
        whole, with_hyphen = (first + rest[0]).lower(), f"{first}-{rest[0]}".lower()
        is_one = hyphen == "\u00ad" or self._known[whole] > 0
        if is_one and not self._known[with_hyphen]:
            self.joins.append((line.page, f"{first}{hyphen}|{rest[0]}", first + rest[0]))
            return above[:-1], ""
        if self._known[with_hyphen] and not is_one:
            self.joins.append((line.page, f"{first}{hyphen}|{rest[0]}", f"{first}-{rest[0]}"))
            return above, ""
        self.kept += 1
        return above, "\n"


def _body_size(lines: Iterable[Line]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: sizes[size])


def _kinds(
    groups: Sequence[Sequence[Line]], texts: Sequence[str], body: float
) -> list[Kind | None]:
    """Headings by their larger or bolder letters; the largest of them near the top is the title."""
    ruled = kinds_of(texts)
    has_plain = any(not line.is_bold for group in groups for line in group)
    kinds: list[Kind | None] = []
    for group, text, rule in zip(groups, texts, ruled, strict=True):
        is_larger = group[0].size >= _LARGER * body
        is_bold = has_plain and group[0].is_bold and not ends_like_a_sentence(text)
        is_heading = (is_larger or is_bold) and len(text) <= 2 * HEADING_LENGTH
        kinds.append("heading" if is_heading and rule not in {"byline", "dateline"} else None)
    largest = max(group[0].size for group in groups)
    for at, group in enumerate(groups[:_TITLE_AMONG]):
        if kinds[at] == "heading" and group[0].size == largest > body:
            kinds[at] = "title"
            break
    return kinds
