"""What an article says of itself: proposals for its metadata, each with the words it came from.

Knows where to look, not what is true: people confirm. Imports `model` and its siblings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.model import Candidate, Kind
from annotator.text.dates import WrittenDate, dates_in
from annotator.text.kinds import DATE_LABEL, byline_in, junk_in
from annotator.text.languages import language_candidate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Span = tuple[int, int]

# Metadata stand at an article's head and foot; further in, dates and addresses are its subject.
_HEAD, _FOOT = 6, 2
_SEARCHED = 1_000
_URL = re.compile(r"https?://[^\s<>\"“”«»\[\]{}|\\^`]+", re.IGNORECASE)
_PLACE = re.compile(r"[^\W\d_a-z][\w’'. -]{1,30},\s*")


def candidates_of(
    decoded: str, spans: Sequence[Span], kinds: Sequence[Kind], lang: str | None = None
) -> tuple[Candidate, ...]:
    """Proposals, the best one of each field first.

    Args:
        decoded: the decoded text; `start` and `end` of a candidate are offsets into it.
        spans: where each paragraph stands in it.
        kinds: the paragraphs' kinds.
        lang: the language as the user gave it; otherwise it is told from the words.
    """
    found = [*_titles(decoded, spans, kinds), *_people(decoded, spans, kinds)]
    found += [*_dates(decoded, spans, kinds), *_addresses(decoded, spans)]
    language = Candidate(field="lang", value=lang) if lang else language_candidate(decoded)
    return (*found, language) if language else tuple(found)


def _titles(decoded: str, spans: Sequence[Span], kinds: Sequence[Kind]) -> Iterator[Candidate]:
    for (start, end), kind in zip(spans, kinds, strict=True):
        if kind == "title":
            words = decoded[start:end]
            yield Candidate("title", " ".join(words.split()), words, start, end)


def _people(decoded: str, spans: Sequence[Span], kinds: Sequence[Kind]) -> Iterator[Candidate]:
    for (start, end), kind in zip(spans, kinds, strict=True):
        byline = byline_in(decoded[start:end]) if kind == "byline" else None
        if byline is None:
            continue
        yield _of_byline(decoded, "author", start, byline.author)
        if byline.outlet and not dates_in(decoded[start:end][slice(*byline.outlet)]):
            yield _of_byline(decoded, "outlet", start, byline.outlet)


def _of_byline(decoded: str, field: str, start: int, span: Span) -> Candidate:
    begin, end = start + span[0], start + span[1]
    words = decoded[begin:end]
    value = " ".join(words.split())
    if field == "author":
        return Candidate("author", value, words, begin, end)
    return Candidate("outlet", value, words, begin, end)


def _dates(decoded: str, spans: Sequence[Span], kinds: Sequence[Kind]) -> Iterator[Candidate]:
    for place in _edges(len(spans)):
        start, end = spans[place]
        text = decoded[start : min(end, start + _SEARCHED)]
        for written in dates_in(text):
            if _is_its_own(text, written, kinds[place], is_first=place == 0):
                yield Candidate(
                    field="published_on",
                    value=written.value,
                    words=text[written.start : written.end],
                    start=start + written.start,
                    end=start + written.end,
                )


def _is_its_own(text: str, written: WrittenDate, kind: Kind, *, is_first: bool) -> bool:
    """Whether a date is the article's, not one that it writes about."""
    before = text[: written.start]
    if kind in {"byline", "dateline"} or DATE_LABEL.search(before):
        return True
    if is_first and (junk := junk_in(text)) and written.end <= junk[1]:
        return True
    return kind == "body" and bool(_PLACE.fullmatch(before))


def _addresses(decoded: str, spans: Sequence[Span]) -> Iterator[Candidate]:
    if "://" not in decoded:
        return
    for place in _edges(len(spans)):
        start, end = spans[place]
        for found in _URL.finditer(decoded, start, min(end, start + _SEARCHED)):
            words = found.group().rstrip(".,;:!?’')")
            begin = found.start()
            yield Candidate("url", words, words, begin, begin + len(words))


def _edges(n: int) -> list[int]:
    return [*range(min(_HEAD, n)), *range(max(_HEAD, n - _FOOT), n)]
