"""Which pieces of a page are the article: those that the extractor chose, found again in the page.

The extractor (trafilatura) tells an article from menus and advertisements, but changes the text and
its paragraphs on the way; so its choice is taken, and the words are the page's own. Imports its
siblings.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from annotator.text.kinds import looks_like_residue
from annotator.text.page_blocks import heading_rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.text.page_blocks import Piece

# Fewer letters may stand anywhere in a page by chance.
_LONG = 25
# Of a piece, how much of it the extractor must have chosen.
_SHARE = 0.6
# Of the extractor's text, how much must be found again: else its own text is better.
_FOUND = 0.9
_BEFORE, _AFTER = 12, 3
_HEADINGS_BEFORE = 3
_LEAD = 40


def letters(text: str) -> str:
    """What stays of a text under any change of white space, marks and composition."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text))).casefold()


def chosen(pieces: Sequence[Piece], extracted: Sequence[str]) -> list[int]:
    """The places of the pieces that the extractor's paragraphs stand for; empty if too few do."""
    keys = [letters(piece.text) for piece in pieces]
    wanted = [key for key in map(letters, extracted) if key]
    kept = _anchors(keys, wanted)
    kept |= _short_ones(keys, wanted, kept)
    found = sum(len(keys[place]) for place in kept)
    return sorted(kept) if found >= _FOUND * sum(map(len, wanted)) else []


def with_head(
    pieces: Sequence[Piece], places: Sequence[int], title: str, lead: str
) -> tuple[int | None, list[int]]:
    """The title's place, and all places with that and what stands between it and the text.

    There a lead is taken that the page's description repeats, and headings.

    Args:
        pieces: the page's.
        places: those of the article's text, rising.
        title: as the page's head gives it.
        lead: its description.
    """
    first = places[0]
    title_at = _title_place(pieces, first, letters(title))
    begin = first if title_at is None else title_at
    before = [place for place in range(begin + 1, first) if _is_lead(pieces[place], lead)]
    headings = [place for place in range(begin + 1, first) if _is_lone_heading(pieces[place])]
    if len(headings) <= _HEADINGS_BEFORE:
        before += headings
    head = set(before) | ({begin} if title_at is not None else set())
    return title_at, sorted(head | set(places))


def _anchors(keys: Sequence[str], wanted: Sequence[str]) -> set[int]:
    """The long pieces that were chosen; of repeated ones those among the others."""
    whole = "".join(wanted)  # it may part what the page has in one piece
    times = Counter(keys)
    parts = [key for key in wanted if len(key) >= _LONG]
    found = {
        place
        for place, key in enumerate(keys)
        if len(key) >= _LONG and (key in whole or _is_mostly_chosen(key, parts))
    }
    single = sorted(place for place in found if times[keys[place]] == 1)
    if not single:
        return found
    first, last = single[0] - _AFTER, single[-1] + _AFTER
    return {place for place in found if times[keys[place]] == 1 or first <= place <= last}


def _is_mostly_chosen(key: str, parts: Sequence[str]) -> bool:
    return sum(len(part) for part in parts if part in key) >= _SHARE * len(key)


def _short_ones(keys: Sequence[str], wanted: Sequence[str], anchors: set[int]) -> set[int]:
    """Short pieces that equal a chosen one, beside the long ones, as often as they were chosen."""
    left = Counter(key for key in wanted if len(key) < _LONG)
    first = min(anchors, default=0) - _BEFORE
    last = max(anchors, default=len(keys)) + _AFTER
    found = set()
    for place in range(max(0, first), min(len(keys), last + 1)):
        if left[keys[place]] > 0:
            left[keys[place]] -= 1
            found.add(place)
    return found


def _title_place(pieces: Sequence[Piece], first: int, title: str) -> int | None:
    """The last heading before the text that says what the page's head says.

    Where there is none, the text's own first heading, if it is one of rank 1.
    """
    for place in range(first, -1, -1):
        piece = pieces[place]
        if title and heading_rank(piece) and _says_the_same(letters(piece.text), title):
            return place
    return first if heading_rank(pieces[first]) == 1 else None


def _says_the_same(heading: str, title: str) -> bool:
    return heading == title or (len(heading) >= _LONG / 2 and title.startswith(heading))


def _is_lead(piece: Piece, lead: str) -> bool:
    """Whether the piece is what the description repeats, which may be cut at its end."""
    key, said = letters(piece.text), letters(lead)
    n = min(len(key), len(said))
    return n >= _LEAD and key[:n] == said[:n]


def _is_lone_heading(piece: Piece) -> bool:
    return heading_rank(piece) > 1 and not looks_like_residue(piece.text)
