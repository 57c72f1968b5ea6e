"""Where a sentence might end, and what stands on both sides: what the rules look at.

Knows marks, white space and lines; decides nothing. Imports `text.quotes`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from annotator.text.quotes import CLOSERS, OPENERS, closing_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

Place = tuple[int, int, int]

EASTERN_MARKS = "。！？"
# Full stops of Western, Arabic, Urdu, Hindi, Armenian and Ethiopic writing, then Eastern ones.
_MARKS = ".?!…\u203c\u203d\u2047\u2048\u2049\u061f\u06d4\u0964\u0965\u0589\u1362" + EASTERN_MARKS
# The Greek question mark is a semicolon, or looks like one.
_OWN_MARKS = {"el": ";\u037e"}
_EVERY_OWN_MARK = "".join(_OWN_MARKS.values())
# Figures of notes, and characters without width that pages of the web leave behind.
_AFTER_MARKS = "\u00b2\u00b3\u00b9\u2070-\u2079\u200b\u2060\ufeff"
# The figure of a note that has lost its raised place: `refusi.1 La`.
_NOTE = r"(?<=[^\W\d_]{4}\.)\d{1,2}(?=\s)"
_WINDOW = 60
_WORD_BEFORE = re.compile(r"[^\s()\[\]{}\"“”„«»‹›/–—,;:<>…=!?]+$")
_ELISION = re.compile(r"[^\W\d_]{1,6}['’](?=\w)")
_ELIDING = frozenset({"it", "fr", "ca"})
_PHRASE = re.compile(r"(?<![\w.])(?:[^\W\d_]{1,4}\.\s?)+\s[^\W\d_]{1,4}$")
_WORD_AFTER = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_OPENING = re.compile(rf"(?:\[(?:…|\.{{3}})\]|[\s.{re.escape(OPENERS)}])*")
_BULLETS = "•◦▪●‣·*"
# A line's end with a line's beginning after it.
_LINE_END = re.compile(r"\n\s*")


@dataclass(slots=True)
class Boundary:
    """A place where a sentence may end.

    `text` is the paragraph; the sentence began at `begin`; its marks begin at `at` and end, with
    what closes after them, at `end`; the next sentence would begin at `after`, which is `end` where
    no white space stands between. `closed` and `marks` are what stands
    between `at` and `end`, `before` is the end of the sentence up to there, `word` its last word;
    `next_at` is the first character of what follows behind quotation marks, brackets and dashes.
    """

    text: str
    begin: int
    at: int
    end: int
    after: int
    language: str
    marks: str = field(init=False)
    closed: str = field(init=False)
    before: str = field(init=False)
    word: str = field(init=False)
    next_at: int = field(init=False)

    def __post_init__(self) -> None:
        """Look at both sides once."""
        run = self.text[self.at : self.end]
        self.closed = "".join(mark for mark in run if mark in CLOSERS)
        self.marks = "".join(mark for mark in run if mark in _MARKS or mark in _EVERY_OWN_MARK)
        # No more than its end: a sentence may be as long as the paragraph.
        self.before = self.text[max(self.begin, self.at - _WINDOW) : self.at]
        found = _WORD_BEFORE.search(self.before.rstrip())
        self.word = found.group() if found else ""
        if self.language in _ELIDING:
            self.word = _ELISION.sub("", self.word, count=1)
        opening = _OPENING.match(self.text, self.after, self.after + _WINDOW)
        self.next_at = opening.end() if opening else self.after

    @property
    def phrase(self) -> str:
        """An abbreviation that is written with spaces, without them: `z.B` of `z. B.`."""
        found = _PHRASE.search(self.before)
        return "".join(found.group().split()) if found else ""

    def is_near_beginning(self, words: int) -> bool:
        """Whether no more than so many words stand before the mark."""
        return self.at - self.begin < _WINDOW and len(self.before.split()) <= words

    @property
    def gap(self) -> str:
        """The white space between two sentences."""
        return self.text[self.end : self.after]

    @property
    def opening(self) -> str:
        """Quotation marks, brackets, dashes before the first word of what follows."""
        return self.text[self.after : self.next_at]

    @property
    def next_character(self) -> str:
        """The first character of what follows that opens nothing; empty at the text's end."""
        return self.text[self.next_at : self.next_at + 1]

    @property
    def next_word(self) -> str:
        """The first word or number of what follows."""
        found = _WORD_AFTER.match(self.text, self.next_at)
        return found.group() if found else ""

    def following(self, length: int = _WINDOW) -> str:
        """What follows, from the first word on."""
        return self.text[self.next_at : self.next_at + length]


def places(text: str, language: str) -> list[Place]:
    """Where sentences of a paragraph may end: (first mark, end, next beginning), in order.

    Marks with white space or a capital after them, blank lines and lines with bullets.
    """
    found = [place for place in _marked(text, language) if _may_end(text, place)]
    return sorted([*found, *_line_ends(text)]) if "\n" in text else found


def _marked(text: str, language: str) -> Iterator[Place]:
    for run in _run(language).finditer(text):
        if run.end() < len(text):
            yield run.start(), run.end(1), run.end()


def _may_end(text: str, place: Place) -> bool:
    at, end, after = place
    if end < after:
        return True
    following = text[end]
    return following.isupper() or following in "“„«¿¡" or text[at] in EASTERN_MARKS


@cache
def _run(language: str) -> re.Pattern[str]:
    """Marks, what closes after them, and the white space behind."""
    marks = f"[{re.escape(_MARKS + _OWN_MARKS.get(language, ''))}]"
    any_closer = f"[{re.escape(CLOSERS)}]"
    closer = f"[{re.escape(closing_quotes(language))})]"
    behind = rf"(?=[\s\-–—,;:{re.escape(CLOSERS + _MARKS)}]|$)"
    spaced = rf"\s{{1,2}}[\"{closer[1:]}{behind}"
    closing = rf"(?:{any_closer}{behind}|{closer}|{spaced}|\[\d+\]|[{_AFTER_MARKS}]|{_NOTE})"
    return re.compile(rf"((?:(?:\.[ \u00a0]){{2,}}\.|{marks}+)(?:{closing}{marks}*)*)\s*")


def _line_ends(text: str) -> Iterator[Place]:
    """Ends of lines that part sentences without a mark: blank lines, bullets, short lines."""
    longest = max(map(len, text.split("\n")))
    for found in _LINE_END.finditer(text.rstrip()):
        if _parts_lines(text, found, longest):
            yield found.start(), found.start(), found.end()


def _parts_lines(text: str, found: re.Match[str], longest: int) -> bool:
    if found.group().count("\n") > 1 or text[found.end()] in _BULLETS:
        return True
    line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()].rstrip()
    word = text[found.end() : found.end() + _WINDOW].split(maxsplit=1)[0]
    # A heading over its text: the next word, with a capital, would have fitted twice.
    return line[-1:].isalnum() and word[0].isupper() and 2 * (len(line) + len(word)) < longest
