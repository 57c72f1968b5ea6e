"""A download of an archive of news to its articles: where each begins, and what its head says.

Knows how to use the table of layouts. Imports `model` and its siblings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from annotator.text.blocks import Block
from annotator.text.dates import dates_in
from annotator.text.kinds import byline_in
from annotator.text.nexis_layouts import (
    CODES,
    COPYRIGHT,
    COVER,
    FIELDS,
    LANGUAGES,
    LAYOUTS,
    LENGTH,
    LISTED,
    TRACES,
    Layout,
)
from annotator.text.paragraphs import with_line_feeds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_HEAD_LINES = 20
_HEAD_LENGTH = 300
_FEW_CODES = 3
_BLANK_LINES = re.compile(r"\n\s*\n")
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?:\s*(?:GMT|UTC|AM|PM))?", re.IGNORECASE)
_AROUND_A_DATE = re.compile(r"[\s,.]*(?:[^\W\d_]+[\s,.]*)?")
_SOURCE_CODE = re.compile(r"[A-Z]{3,8}")
_BY = re.compile(r"(?:by|di|par|von|por)\s+", re.IGNORECASE)


class Found(Struct, frozen=True):
    """An article in a download: its text, and the words of its head and tail by name.

    `is_whole` is False where the mark of its end is missing.
    """

    body: tuple[Block, ...]
    fields: dict[str, str]
    is_whole: bool = True


class Download(Struct, frozen=True):
    """A download taken apart; `rest` is what belongs to no article."""

    layout: Layout
    articles: tuple[Found, ...]
    rest: tuple[str, ...]


class _Part(Struct, frozen=True):
    """The pieces of an article, and the mark at its end, empty where that is missing."""

    pieces: list[Block]
    end: str


def download_in(blocks: Iterable[Block]) -> Download | None:
    """The articles of a download; None where the layout is none of the table."""
    pieces = _with_codes(list(_pieces(blocks)))
    lines = {line.strip() for piece in pieces for line in piece.text.split("\n")}
    layout = next((each for each in LAYOUTS if _fits(each, lines)), None)
    if layout is None:
        return None
    cover, pieces = _without_cover(list(_expanded(pieces, layout)), layout)
    parts, rest = _parts(pieces, layout)
    articles = tuple(_found(part, layout) for part in parts if part.pieces)
    return Download(layout, articles, (*cover, *rest))


def has_traces(blocks: Iterable[Block]) -> bool:
    """Whether the text looks like a download of such an archive, whatever its layout."""
    lines = {line.strip() for piece in _pieces(blocks) for line in piece.text.split("\n")}
    return sum(any(trace.fullmatch(line) for line in lines) for trace in TRACES) > 1


def _pieces(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        for piece in _BLANK_LINES.split(with_line_feeds(block.text)):
            if text := piece.strip():
                yield Block(text, block.kind)


def _with_codes(pieces: list[Block]) -> list[Block]:
    """Codes that stand alone, as in cells of a table, together with what follows them."""
    if len(CODES.intersection(piece.text for piece in pieces)) < _FEW_CODES:
        return pieces
    joined: list[Block] = []
    for piece in pieces:
        if joined and joined[-1].text in CODES and piece.text not in CODES:
            joined[-1] = Block(f"{joined[-1].text} {piece.text}", piece.kind)
        else:
            joined.append(piece)
    return joined


def _fits(layout: Layout, lines: set[str]) -> bool:
    return all(any(mark.fullmatch(line) for line in lines) for mark in layout.needs)


def _is(mark: re.Pattern[str] | None, text: str) -> bool:
    return mark is not None and mark.fullmatch(text) is not None


def _expanded(pieces: Iterable[Block], layout: Layout) -> Iterator[Block]:
    """Line by line the pieces that have a mark in one of their lines."""
    marks = (layout.begins, layout.ends, layout.body)
    for piece in pieces:
        lines = [line.strip() for line in piece.text.split("\n")]
        if any(_is(mark, line) for mark in marks for line in lines):
            yield from (Block(line, piece.kind) for line in lines)
        else:
            yield piece


def _without_cover(pieces: list[Block], layout: Layout) -> tuple[list[str], list[Block]]:
    """What stands before the first article (who asked for what, and what was found), and the rest.

    The first article begins with the headline that the list names first, or with a heading.
    """
    ends = (at for at, piece in enumerate(pieces) if _is(layout.body, piece.text))
    head = pieces[: next(ends, 0)]
    covering = [at for at, piece in enumerate(head) if COVER.fullmatch(piece.text)]
    if not covering:
        return [], pieces
    after = range(max(covering) + 1, len(head))
    listed = (found["title"] for piece in head if (found := LISTED.fullmatch(piece.text)))
    title = next(listed, "").split()
    named = [at for at in after if head[at].text.split() == title]
    headings = [at for at in after if head[at].kind in {"title", "heading"}]
    start = next(iter((*named, *headings, *after)), len(head))
    return [piece.text for piece in pieces[:start]], pieces[start:]


def _parts(pieces: list[Block], layout: Layout) -> tuple[list[_Part], list[str]]:
    """The pieces of each article, and the words outside of them."""
    if layout.ends is None:
        starts = [at for at, piece in enumerate(pieces) if _is(layout.begins, piece.text)]
        stops = [*starts[1:], len(pieces)]
        cut = [
            _Part(pieces[start + 1 : stop], pieces[start].text)
            for start, stop in zip(starts, stops, strict=True)
        ]
        return cut, [piece.text for piece in pieces[: starts[0]]]
    cut, start = [], 0
    for at, piece in enumerate(pieces):
        if _is(layout.ends, piece.text):
            cut.append(_Part(pieces[start:at], piece.text))
            start = at + 1
    last = pieces[start:]
    if any(_is(layout.body, piece.text) or LENGTH.fullmatch(piece.text) for piece in last):
        return [*cut, _Part(last, "")], []
    return cut, [piece.text for piece in last]


def _found(part: _Part, layout: Layout) -> Found:
    pieces = part.pieces
    body_at = next((at for at, each in enumerate(pieces) if _is(layout.body, each.text)), None)
    if body_at is None:
        body_at = _end_of_fields(pieces, layout)
    tail_at = next(
        (at for at in range(body_at, len(pieces)) if _is(layout.tail, pieces[at].text)),
        len(pieces),
    )
    fields = _fields(pieces[:body_at], layout)
    for name, words in _labelled_lines(pieces[tail_at:], layout):
        fields.setdefault(name, words)
    for name, words in _labelled_lines([Block(part.end)], layout):
        fields.setdefault("end" if name == "tail" else name, words)
    body = tuple(_unmarked(pieces[body_at:tail_at], layout))
    return Found(body, {name: words for name, words in fields.items() if words}, bool(part.end))


def _unmarked(pieces: Iterable[Block], layout: Layout) -> Iterator[Block]:
    """The text without the marks that begin it."""
    for piece in pieces:
        found = layout.body.fullmatch(piece.text) if layout.body else None
        if found is None:
            yield piece
        elif words := found.groupdict().get("text"):
            yield Block(words, piece.kind)


def _end_of_fields(pieces: Sequence[Block], layout: Layout) -> int:
    """Where the text begins if nothing marks it: after the last line that only a head has."""
    end = 0
    for at, piece in enumerate(pieces[:_HEAD_LINES]):
        if len(piece.text) > _HEAD_LENGTH or _is(layout.tail, piece.text):
            break
        if all(_told(line, layout)[0] for line in piece.text.split("\n")):
            end = at + 1
    return end


def _told(line: str, layout: Layout) -> tuple[str, str]:
    """What a line of a head is, and its words; nothing for one that may be anything."""
    for name, words in FIELDS.items():
        label = rf"(?:{words}){layout.between}(\S.*)"
        if found := re.fullmatch(label, line, re.IGNORECASE | re.DOTALL):
            return name, found[1]
    if _is_a_date(line):
        return "published_on", line
    if line.lower() in LANGUAGES:
        return "lang", line
    forms = (("length", LENGTH), ("copyright", COPYRIGHT), ("time", _TIME))
    told = next((name for name, form in forms if form.fullmatch(line)), "")
    return told or ("author" if byline_in(line) else ""), line


def _is_a_date(line: str) -> bool:
    """A date and nothing else but the day of the week."""
    return any(
        _AROUND_A_DATE.fullmatch(line[: written.start])
        and _AROUND_A_DATE.fullmatch(line[written.end :])
        for written in dates_in(line)[:1]
    )


def _fields(head: Sequence[Block], layout: Layout) -> dict[str, str]:
    """The words of a head by name; what has none is `head`."""
    fields: dict[str, str] = {}
    plain: list[str] = []
    is_styled = any(piece.kind in {"title", "heading"} for piece in head)
    for piece in head:
        if is_styled and piece.kind in {"title", "heading"} and "title" not in fields:
            fields["title"] = " ".join(piece.text.split())
            continue
        for line in filter(None, map(str.strip, piece.text.split("\n"))):
            name, words = _told(line, layout)
            if name and name not in fields:
                fields[name] = words
            else:
                plain.append(line)
    return {**fields, **_by_order(plain, fields, layout)}


def _by_order(plain: list[str], fields: dict[str, str], layout: Layout) -> dict[str, str]:
    """What the lines without a label are, by their order."""
    found: dict[str, str] = {}
    if layout.is_title_last and plain and "title" not in fields:
        found["title"] = plain.pop()
    for name in layout.order:
        if plain and name not in fields:
            found[name] = plain.pop(0)
    codes = [line for line in plain if _SOURCE_CODE.fullmatch(line)][:1]
    if codes:
        found["source_code"] = codes[0]
        plain.remove(codes[0])
    found["head"] = "\n".join(plain)
    return found


def _labelled_lines(pieces: Iterable[Block], layout: Layout) -> Iterator[tuple[str, str]]:
    """The lines after a text by their labels; those without one together, as `tail`."""
    others = []
    for piece in pieces:
        for line in filter(None, map(str.strip, piece.text.split("\n"))):
            name, words = _told(line, layout)
            if name:
                yield name, words
            else:
                others.append(line)
    yield "tail", "\n".join(others)


def author_of(words: str) -> str:
    """The name in a byline."""
    line = words if _BY.match(words) else f"By {words}"
    byline = byline_in(line)
    return line[slice(*byline.author)] if byline else _BY.sub("", words, count=1)
