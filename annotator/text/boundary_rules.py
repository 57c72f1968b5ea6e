"""Whether a sentence ends at a mark: rules in order, the first that has an opinion decides.

Knows lines, brackets, lost spaces, questions, ellipses, quotations. Imports `text.boundaries`,
`text.full_stops`, `text.abbreviations` and `text.punkt_model`; Punkt decides what no rule does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.text.abbreviations import Abbreviations, abbreviations
from annotator.text.boundaries import EASTERN_MARKS, Boundary, Place
from annotator.text.full_stops import (
    FULL_STOP_RULES,
    LONGEST_ABBREVIATION,
    begins_sentence,
    is_starter,
)

if TYPE_CHECKING:
    from annotator.text.full_stops import Rule
    from annotator.text.punkt_model import Punkt

_ELLIPSIS = re.compile(r"\.\.|…")
_IN_BRACKETS = re.compile(r"[(\[]\s*$")
_SAYS = {"ml": ("എന്ന്", "എന്നു", "എന്നാണ", "എന്ന ")}
_APOSTROPHES = ("'", "’", "‘")
# English alone writes `“Is it?” Smith asked.` with a capital inside the sentence.
_REPORTED = re.compile(
    r"(?:[A-Z][\w.’'-]*\s){1,4}(?:said|says|asked|asks|wrote|writes|added|adds|replied|told|shouted"
    r"|cried|explained|wondered|joked|tweeted|recalled|exclaimed|yelled|quipped)\b"
)


def plain_verdict(text: str, begin: int, place: Place, language: str) -> bool | None:
    """What most places need no rules for: whether a sentence that began at `begin` ends at one.

    No where a small letter follows, yes where a full stop stands between a long word and a capital,
    both with one space; else None. The rules would say the same, in five times the time.
    """
    at, end, after = place
    if end - at != 1 or after - end != 1 or text[end] != " " or text[at] in EASTERN_MARKS:
        return None
    following = text[after : after + 2]
    if following[0].islower():
        return None if following[1:].isupper() else False
    word = text[text.rfind(" ", begin, at) + 1 : at]
    is_plain = text[at] == "." and following[0].isupper() and word.isalpha() and word.islower()
    if not is_plain or len(word) <= LONGEST_ABBREVIATION + 1:
        return None
    listed = abbreviations(language).listed
    return None if word in listed or f"-{word[-3:]}" in listed else True


def ends_here(boundary: Boundary, punkt: Punkt) -> bool:
    """Whether a sentence ends at this place."""
    known = abbreviations(boundary.language)
    for rule in _RULES:
        verdict = rule(boundary, known, punkt)
        if verdict is not None:
            return verdict
    return punkt.parts(boundary.word, boundary.next_word or boundary.next_character)


# ------------------------------------------------------------------ whatever the mark


def _line(boundary: Boundary, _known: Abbreviations, _punkt: Punkt) -> bool | None:
    """A blank line, a line with a bullet, a heading over its text; an Eastern full stop."""
    if not boundary.marks or boundary.gap.count("\n") > 1:
        return True
    return True if any(mark in EASTERN_MARKS for mark in boundary.marks) else None


def _nothing_follows(boundary: Boundary, _known: Abbreviations, _punkt: Punkt) -> bool | None:
    """Marks that no word follows belong to the sentence before: `…”. –`; no comma begins one."""
    following = boundary.next_character
    return False if not following or following in ",:)" else None


def _in_brackets(boundary: Boundary, _known: Abbreviations, _punkt: Punkt) -> bool | None:
    """`(!)`, `[…]`: a remark within a sentence."""
    return False if _IN_BRACKETS.search(boundary.before) else None


def _without_space(boundary: Boundary, known: Abbreviations, _punkt: Punkt) -> bool | None:
    """`was.He`, `“No.”Then`: a lost space, where both sides are words and not an address."""
    if boundary.gap:
        return None
    token = boundary.before.rsplit(None, 1)[-1] if boundary.before.split() else ""
    if any(mark in token for mark in ("/", "@", "www.")) or not _is_small_word(token):
        return False
    if boundary.closed or boundary.opening or boundary.marks != ".":
        return not boundary.next_word.isupper() or len(boundary.next_word) == 1
    word = boundary.next_word
    return len(word) > 1 and word[1:].islower() and is_starter(word, known)


def _is_small_word(token: str) -> bool:
    return len(token) >= 3 and token[-3:].isalpha() and token[-1].islower()


def _goes_on_small(boundary: Boundary, _known: Abbreviations, _punkt: Punkt) -> bool | None:
    """What goes on with a small letter is the same sentence; not `iPhone`, Dutch `'s Avonds`."""
    following = boundary.following(3)
    if not following[:1].islower() or following[1:2].isupper():
        return None
    is_clitic = boundary.opening[-1:] in _APOSTROPHES and following[1:2] == " "
    return None if is_clitic and following[2:].isupper() else False


# ------------------------------------------------------------------ ? ! …


def _asked(boundary: Boundary, _known: Abbreviations, _punkt: Punkt) -> bool | None:
    """Marks that are no full stop end a sentence; not before `Smith asked`."""
    if not boundary.marks.strip(".…"):
        return None
    reported = boundary.language == "en" and boundary.closed and not boundary.opening
    return not (reported and _REPORTED.match(boundary.following()))


def _quoted(boundary: Boundary, _known: Abbreviations, _punkt: Punkt) -> bool | None:
    """A quotation that a word of saying closes: Malayalam `“…!” എന്ന് പറഞ്ഞു`."""
    says = _SAYS.get(boundary.language)
    return False if says and boundary.closed and boundary.following().startswith(says) else None


def _paused(boundary: Boundary, known: Abbreviations, punkt: Punkt) -> bool | None:
    """An ellipsis ends a sentence before a capital; within spaces, words may be left out there."""
    if not _ELLIPSIS.search(boundary.marks):
        return None
    if boundary.closed or boundary.opening:
        return True
    if boundary.before[-1:].isspace() and boundary.next_character.isupper():
        return begins_sentence(boundary, known, punkt)
    return not boundary.next_character.isdecimal()


_RULES: tuple[Rule, ...] = (
    _line,
    _nothing_follows,
    _in_brackets,
    _without_space,
    _goes_on_small,
    _quoted,
    _asked,
    _paused,
    *FULL_STOP_RULES,
)
