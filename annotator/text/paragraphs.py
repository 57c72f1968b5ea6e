"""Decoded text to paragraphs: line ends, the split rule, and the map back to the decoded text.

Knows nothing of bytes or of what a paragraph is about. Imports `errors` and `text.limits`.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from annotator.errors import ImportFailed
from annotator.text.limits import MAX_CHARACTERS, MAX_PARAGRAPH_CHARACTERS, MAX_PARAGRAPHS

if TYPE_CHECKING:
    from collections.abc import Iterator

Rule = Literal["blank_lines", "lines", "wrapped_lines"]
Span = tuple[int, int]

# White space but no line feed follows a line feed that a blank line begins with.
_BLANK_LINES = re.compile(r"\n\s*\n")
_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*$")

_WRAPPED_SHARE = 0.8
_WRAPPED_FROM, _WRAPPED_TO = 55, 85
_WRAPPED_LINES = 5  # fewer say nothing about a habit


class Split(Struct, frozen=True):
    """The paragraphs of a text: their words, and where each stood in the decoded text."""

    texts: tuple[str, ...]
    spans: tuple[Span, ...]
    rule: Rule
    # Looked hard-wrapped, but where its paragraphs end could not be told.
    is_doubtful: bool = False


def line_ends(decoded: str) -> dict[str, int]:
    """How many line ends of each sort the decoded text has, where there are any."""
    crlf = decoded.count("\r\n")
    counts = {
        "LF": decoded.count("\n") - crlf,
        "CRLF": crlf,
        "CR": decoded.count("\r") - crlf,
        "U+2028": decoded.count("\u2028"),
        "U+2029": decoded.count("\u2029"),
    }
    return {sort: count for sort, count in counts.items() if count}


def with_line_feeds(decoded: str) -> str:
    """The text with every line end written as one LF; nothing else changes."""
    text = decoded.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\u2028", "\n").replace("\u2029", "\n")


def split_paragraphs(decoded: str) -> Split:
    """The paragraphs of a decoded text, without their outer white space; empty ones vanish.

    Any blank line between two lines: blank lines separate, single line ends stay inside. None:
    each line is a paragraph, unless the lines are wrapped and say where their paragraphs end.

    Raises:
        ImportFailed: nothing but white space, or more than is taken.
    """
    if len(decoded) > MAX_CHARACTERS:
        raise too_long()
    text = with_line_feeds(decoded)
    spans, rule, doubtful = _spans(text)
    if not spans:
        raise ImportFailed("there is no text in it", remedy="check that the right file was chosen")
    _check_lengths(spans)
    texts = tuple(text[start:end] for start, end in spans)
    return Split(
        texts=texts, spans=tuple(_in_decoded(decoded, spans)), rule=rule, is_doubtful=doubtful
    )


def run_map(decoded: str, split: Split) -> tuple[tuple[int, int, int], ...]:
    """`(canonical_start, decoded_start, length)`, rising: the pieces that both texts share.

    Only line ends and white space between paragraphs lie outside every run.
    """
    runs: list[tuple[int, int, int]] = []
    canonical = 0
    for text, (start, end) in zip(split.texts, split.spans, strict=True):
        for offset, at, length in _equal_pieces(decoded, start, end):
            _add_run(runs, decoded, (canonical + offset, at, length))
        canonical += len(text) + 2
    return tuple(runs)


def too_long() -> ImportFailed:
    """The refusal of a text with more characters than an article may have."""
    return ImportFailed(
        "the text is longer than the {limit} characters that an article may have",
        remedy="split it into one file an article",
        limit=MAX_CHARACTERS,
    )


def too_many() -> ImportFailed:
    """The refusal of a text with more paragraphs than an article may have."""
    return ImportFailed(
        "the text has more than the {limit} paragraphs that an article may have",
        remedy="split it into one file an article",
        limit=MAX_PARAGRAPHS,
    )


def too_long_a_paragraph(number: int, length: int) -> ImportFailed:
    """The refusal of a paragraph (counted from 1) with more characters than one may have."""
    return ImportFailed(
        "paragraph {paragraph} has {length} characters; at most {limit} are taken",
        remedy="put blank lines between its paragraphs",
        paragraph=number,
        length=length,
        limit=MAX_PARAGRAPH_CHARACTERS,
    )


def _spans(text: str) -> tuple[list[Span], Rule, bool]:
    """Paragraphs of a text whose line ends are LF."""
    first = len(text) - len(text.lstrip())
    last = len(text.rstrip())
    if _BLANK_LINES.search(text, first, last):
        return _limited(_between(text, first, last)), "blank_lines", False
    lines = _limited(_lines(text, first, last))
    if not _looks_wrapped(lines):
        return lines, "lines", False
    paragraphs = _unwrapped(text, lines)
    return (paragraphs, "wrapped_lines", False) if paragraphs else (lines, "lines", True)


def _between(text: str, first: int, last: int) -> Iterator[Span]:
    start = first
    for gap in _BLANK_LINES.finditer(text, first, last):
        yield _stripped(text, start, gap.start())
        start = gap.end()
    yield _stripped(text, start, last)


def _lines(text: str, first: int, last: int) -> Iterator[Span]:
    start = first
    while start < last:
        end = text.find("\n", start, last)
        end = last if end < 0 else end
        yield _stripped(text, start, end)
        start = end + 1


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    if piece.strip() == piece:
        return start, end
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _limited(spans: Iterator[Span]) -> list[Span]:
    kept = list(islice(spans, MAX_PARAGRAPHS + 1))
    if len(kept) > MAX_PARAGRAPHS:
        raise too_many()
    return kept


def _check_lengths(spans: list[Span]) -> None:
    for number, (start, end) in enumerate(spans, start=1):
        if end - start > MAX_PARAGRAPH_CHARACTERS:
            raise too_long_a_paragraph(number, end - start)


def _looks_wrapped(lines: list[Span]) -> bool:
    middling = sum(_WRAPPED_FROM <= end - start <= _WRAPPED_TO for start, end in lines)
    return len(lines) >= _WRAPPED_LINES and middling >= _WRAPPED_SHARE * len(lines)


def _unwrapped(text: str, lines: list[Span]) -> list[Span]:
    """Wrapped lines put together to paragraphs; empty where that would be a guess."""
    indented = [text[start - 1 : start] in {" ", "\t"} for start, _ in lines]
    if 1 < sum(indented) < len(lines) / 2:
        return _grouped(lines, indented[1:])
    ends = _short_lines(text, lines)
    return _grouped(lines, ends) if ends else []


def _short_lines(text: str, lines: list[Span]) -> list[bool]:
    """Of each line but the last whether it ends a paragraph; empty where that is not certain.

    It does where the next line's first word would still have fitted. That is certain only if every
    such line also ends like a sentence, and most of the others do not.
    """
    width = max(end - start for start, end in lines)
    ends: list[bool] = []
    for (start, end), (after, after_end) in pairwise(lines):
        word = text[after:after_end].split(maxsplit=1)[0]
        ends.append(end - start + 1 + len(word) <= width)
    terminal = [bool(_TERMINAL.search(text, *line)) for line in lines[:-1]]
    inner = [mark for mark, is_end in zip(terminal, ends, strict=True) if not is_end]
    outer = [mark for mark, is_end in zip(terminal, ends, strict=True) if is_end]
    return ends if all(outer) and sum(inner) * 3 <= len(inner) else []


def _grouped(lines: list[Span], ends: list[bool]) -> list[Span]:
    paragraphs = [lines[0]]
    for line, is_new in zip(lines[1:], ends, strict=True):
        if is_new:
            paragraphs.append(line)
        else:
            paragraphs[-1] = (paragraphs[-1][0], line[1])
    return paragraphs


def _in_decoded(decoded: str, spans: list[Span]) -> Iterator[Span]:
    """Spans of the text with LF as spans of the decoded text, where a CRLF counts two."""
    extra, at = 0, decoded.find("\r\n")
    for start, end in spans:
        while 0 <= at < start + extra:
            extra, at = extra + 1, decoded.find("\r\n", at + 2)
        begin = start + extra
        while 0 <= at < end + extra:
            extra, at = extra + 1, decoded.find("\r\n", at + 2)
        yield begin, end + extra


def _equal_pieces(decoded: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """(offset in the paragraph, start in the decoded text, length) between changed line ends.

    None is empty: two line ends beside each other would have been a blank line.
    """
    offset, at = 0, start
    for mark in _LINE_END.finditer(decoded, start, end):
        if mark.group() == "\n":
            continue
        yield offset, at, mark.start() - at
        offset += mark.start() - at + 1
        at = mark.end()
    yield offset, at, end - at


def _add_run(runs: list[tuple[int, int, int]], decoded: str, run: tuple[int, int, int]) -> None:
    """Append a run, or lengthen the last one where only equal line feeds lie between."""
    if runs:
        canonical, at, length = runs[-1]
        gap = run[0] - canonical - length
        if run[1] - at - length == gap and decoded[at + length : run[1]] == "\n" * gap:
            runs[-1] = (canonical, at, run[1] + run[2] - at)
            return
    runs.append(run)
