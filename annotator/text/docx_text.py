"""What files of word processors hold (DOCX, ODT, RTF), and the articles that it makes.

Imports `model` and its siblings.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from annotator.model import Article, Candidate, Remark
from annotator.text.blocks import Block, Reading, article_of, with_found
from annotator.text.kinds import kinds_of
from annotator.text.nexis import UNKNOWN, articles_of
from annotator.text.nexis_split import has_traces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class Properties(Struct, frozen=True):
    """What a file says of itself: proposals, and the rest by name."""

    candidates: tuple[Candidate, ...] = ()
    meta: dict[str, str] = {}


class Text(Struct, frozen=True):
    """What was found in a file: its paragraphs, then its notes.

    `counts` says what was taken or left out, by name.
    """

    blocks: tuple[Block, ...]
    properties: Properties
    counts: dict[str, int]


def articles(text: Text, reading: Reading) -> list[Article]:
    """The article that a file makes; several where it is a download of an archive of news.

    What the file says of itself comes after what its text says: it is often about the one who
    typed it.

    Raises:
        ImportFailed: no text, or more than is taken.
    """
    steps = ({"step": "document", "found": dict(text.counts)},) if text.counts else ()
    reading = replace(reading, remarks=tuple(_remarks(text.counts)), steps=steps)
    if found := articles_of(text.blocks, reading):
        return found
    if has_traces(text.blocks):
        reading = replace(reading, remarks=(*reading.remarks, UNKNOWN))
    article = article_of(_without_guessed(text.blocks), reading)
    named = [each for each in text.properties.candidates if each.field == "lang"]
    others = [each for each in text.properties.candidates if each.field != "lang"]
    candidates = with_found(named, article.candidates, reading.lang)
    known = {(each.field, each.value) for each in candidates}
    others = [each for each in others if (each.field, each.value) not in known]
    return [replace(article, candidates=(*candidates, *others), meta=dict(text.properties.meta))]


def _without_guessed(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs; where styles tell headings, no other short line is guessed to be one."""
    said = [block for block in blocks if block.text.strip()]
    if not any(block.kind in {"title", "heading"} for block in said):
        return said
    guessed = kinds_of([block.text.strip() for block in said])
    return [
        Block(block.text, "body") if block.kind is None and guess == "heading" else block
        for block, guess in zip(said, guessed, strict=True)
    ]


def with_title(found: Sequence[tuple[Block, int]]) -> list[Block]:
    """The paragraphs; a heading at the very beginning is the title if no other has its level.

    Args:
        found: paragraphs, each with the level of its heading or 0.
    """
    blocks = [block for block, _ in found]
    if any(block.kind == "title" and block.text.strip() for block in blocks):
        return blocks
    levels = Counter(level for block, level in found if block.text.strip())
    for at, (block, level) in enumerate(found):
        if block.text.strip():
            if level and levels[level] == 1:
                blocks[at] = Block(block.text, "title")
            break
    return blocks


def _remarks(counts: Mapping[str, int]) -> Iterator[Remark]:
    """What a reader of the article should know of the file it came from."""
    changes = {name: counts.get(name, 0) for name in ("insertions", "deletions", "moves")}
    if any(changes.values()):
        yield Remark(
            slug="tracked_changes",
            template="the file has tracked changes, and was read as if all were accepted:"
            " insertions taken {insertions}, deletions left out {deletions}, moves {moves}",
            values={**changes},
        )
    notes = {name: counts.get(name, 0) for name in ("footnotes", "endnotes")}
    if any(notes.values()):
        yield Remark(
            slug="notes_at_the_end",
            template="notes stand as paragraphs at the end: footnotes {footnotes}, endnotes"
            " {endnotes}",
            values={**notes},
        )
    for name in [name for name in _LEFT_OUT if counts.get(name)]:
        n = counts[name]
        yield Remark(slug=f"{name}_left_out", template=_LEFT_OUT[name], values={"n": n})


_LEFT_OUT = {
    "comments": "comments in the margin, left out: {n}",
    "hidden": "stretches of hidden text, left out: {n}",
    "symbols": "signs that only a font of symbols knows, left out: {n}",
    "embedded": "whole files embedded in the text, left out: {n}",
}
