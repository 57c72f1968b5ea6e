"""Whether a full stop ends a sentence: rules in order, the first that has an opinion decides.

Knows abbreviations, initials, numbers, dates. Imports `text.boundaries`, `text.abbreviations` and
`text.punkt_model`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.text.abbreviations import Abbreviations
    from annotator.text.boundaries import Boundary
    from annotator.text.punkt_model import Punkt

    Rule = Callable[[Boundary, Abbreviations, Punkt], bool | None]

# `C.J`, `J.-P`, `J`; two letters where one sound is written with two: `Ch`, `Th`, `Ю`.
_INITIALS = re.compile(r"(?:[^\W\d_][.-]{1,2})*(?:[^\W\d_]|Ch|Th|Ph|St|Sz|Cz|Rz|Dž|Lj|Nj|Ju|Yu)")
_LETTER_WITH_STOP = re.compile(r"[^\W\d_]\.")
# `plan B`, `vitamina C`, `Serie A`: what a letter is the name of, in the languages of most news.
_LETTERED = re.compile(
    r"(?:plan[oe]?|vitamin[ae]?|seri[ea]|gr[ou]+pp?[eo]?|girone|typ[eo]?|tipo|class[e]?|clase"
    r"|h[eé]patit\w+|epatite|league|li[gu]+e|liga|lega|phase|fase|se[ck]tion|sezione"
    r"|categor[iy]a?|cat[eé]gorie|kategori\w*|punkt|point|punto|letter[ae]?|lettre)\s[A-Z]",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?!.*\.(?:com|org|net|gov|edu|info)$)[^\s\d.]{1,5}(?:\.-?[^\s\d.]{1,5})+")
_UNITS = frozenset(("kg", "km", "cm", "mm", "ml", "kW", "kWh", "MW", "Hz", "кг", "км", "см", "мм"))
_INITIAL_AND_NAME = re.compile(r"(?:[^\W\d_]|Ch|Th|Chr)\.\s(?=[^\W\d_]{2})")
_ROMAN = re.compile(r"[IVXLC]+")
_NUMBER = re.compile(r"\d+|[IVXLC]+(?![^\W_])")
_ENUMERATOR = re.compile(r"\s*[(\[]?(?:\d{1,3}(?:\.\d{1,2})*|[A-Za-z]|[ivxIVX]{1,5})")
_DAY = re.compile(r"(?:^|[\s(–-])\d{1,2}$")
# No part of another number: not of `3:2`, of `2015` or of `123 45 67`.
_SHORT_NUMBER = re.compile(r"(?:^|(?<!\d)[\s(–-])\d{1,3}$")
_MONTH = re.compile(r"(?:1[0-2]|0?[1-9])\.")
# `12. 5`, `12 févr`, `II kw`: what a year follows.
_DAY_AND_MONTH = re.compile(
    r"\d{1,2}\.\s?\d{1,2}$|(?:\b\d{1,2}[.º°]?|\b[IV]{1,3})\s(?:de\s)?[^\W\d_]{2,5}$"
)
_YEAR = re.compile(r"\d{4}(?!\d)")
_LISTED_NUMBER = re.compile(r"[:;]\s+\(?\d{1,2}$")
_MEASURE = re.compile(r"(?:\d|\b[IVXLC]+)\s?[^\W\d_]+$")
# `mln.` is written without a full stop there: where one stands, it is that of the sentence.
_MILLIONS = re.compile(r"m[ilr]|t[iy]s|мл|тыс", re.IGNORECASE)
_MILLIONS_WITHOUT_STOP = frozenset(("pl", "ru", "et"))
_VOWEL = re.compile(
    "[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýěůąęőűœıαεηιουωάέήίόύώаеёиоуыэюяії]", re.IGNORECASE
)
# Their newspapers shorten offices and titles of all kinds before a name.
_SHORTENING = frozenset(("cs", "da", "el", "et", "fi", "no", "pl", "ru", "sl", "sv", "tr"))
# A letter of these may bear the syllable: Czech `smrt`, Slovene `vrt`.
_SYLLABIC = re.compile(r"[^\W\d_]+[rl][^\W\d_]*", re.IGNORECASE)
_SYLLABIC_LANGUAGES = frozenset({"cs", "sl", "und"})
LONGEST_ABBREVIATION = 4
# So many words do not make a sentence that ends with a year, or with another measure.
_IN_A_YEAR, _FEW = 5, 3
_TIME = re.compile(r"\d\s?\w\.\s?m$")
_LONG_NUMBER = re.compile(r"\d{4}\s?[^\W\d_]+$")
_PARTICLES = re.compile(
    r"d[eiauo]|de[lis]|d[ae]lla|degli|dos|l[aeo]|los|el|al|van|von", re.IGNORECASE
)
# German ones are written small, and `Der` is an article; Dutch ones have a capital after initials.
_DUTCH_PARTICLES = re.compile(r"van|de[nr]?|te[nr]?|op|in", re.IGNORECASE)


def _closed(boundary: Boundary, _known: Abbreviations, _punkt: Punkt) -> bool | None:
    """A quotation that closes after the full stop, or before it, has ended."""
    return True if boundary.closed.strip(")]}") or not boundary.word else None


def _enumerated(boundary: Boundary, _known: Abbreviations, _punkt: Punkt) -> bool | None:
    """`1.`, `a.`, `IV.` number what follows: at the beginning, or `1.` after a colon."""
    if boundary.closed:
        return None
    is_first = boundary.at - boundary.begin <= LONGEST_ABBREVIATION + 1
    if is_first and _ENUMERATOR.fullmatch(boundary.before):
        return False
    return False if _LISTED_NUMBER.search(boundary.before) else None


def _dated(boundary: Boundary, _known: Abbreviations, _punkt: Punkt) -> bool | None:
    """`12. 5. 2012`, `3 févr. 1950`: a day, a month, a year."""
    following = boundary.following(8)
    is_day = _DAY.search(boundary.before) and _MONTH.match(following)
    is_month = _YEAR.match(following) and _DAY_AND_MONTH.search(boundary.before)
    return False if is_day or is_month else None


def _ordinal(boundary: Boundary, known: Abbreviations, punkt: Punkt) -> bool | None:
    """`der 2. Weltkrieg`, `Karel IV. Lucemburský`: an ordinal, where they have a full stop."""
    if boundary.word.isdecimal():
        is_alone = _SHORT_NUMBER.search(boundary.before) and not boundary.next_character.isdecimal()
        if known.ordinals != "noun" or not is_alone:
            return True
    elif not known.ordinals or not _ROMAN.fullmatch(boundary.word):
        return None
    return begins_sentence(boundary, known, punkt)


def _abbreviated(boundary: Boundary, known: Abbreviations, _punkt: Punkt) -> bool | None:
    """`Dr.`, `z. B.`; `no. 5`; `etc.`: what the language's table says of them."""
    phrase = boundary.phrase
    for word in filter(None, (phrase, ".".join(phrase.rsplit(".", 2)[1:]), boundary.word)):
        if _listed(word, known.always) or (word.isalpha() and word.lower() in known.always):
            return False
        if _listed(word, known.ends):
            return not _opens_with_time(boundary) and boundary.next_word not in known.goes_on
        if _listed(word, known.number) and _NUMBER.match(boundary.following()):
            return False
    return None


def _opens_with_time(boundary: Boundary) -> bool:
    """`At 9 a.m. Brown left`: too short for a sentence."""
    return bool(_TIME.search(boundary.before)) and boundary.is_near_beginning(_FEW)


def _bracketed(boundary: Boundary, _known: Abbreviations, _punkt: Punkt) -> bool | None:
    """`(Gal. 3, 28)`, `(trad. Bianchi)`: a number, or the first word, in an open bracket."""
    head, bracket, inside = boundary.before.rpartition("(")
    if not bracket or ")" in inside or boundary.closed or not head.strip():
        return None
    is_first = inside == boundary.word and len(inside) <= LONGEST_ABBREVIATION
    return False if is_first or boundary.next_character.isdecimal() else None


def _spaced(boundary: Boundary, _known: Abbreviations, _punkt: Punkt) -> bool | None:
    """`a. D.`, `J. R.`: a letter before another letter with a full stop."""
    both = len(boundary.word) == 1 and _LETTER_WITH_STOP.match(boundary.following(3))
    return False if both and boundary.word.isalpha() else None


def _chained(boundary: Boundary, known: Abbreviations, _punkt: Punkt) -> bool | None:
    """`Prof. em. Kant`: a short word after an abbreviation is probably another one."""
    word = boundary.word
    earlier = boundary.before.split()[-2:-1]
    if not (earlier and earlier[0].endswith(".") and word.islower()):
        return None
    is_word = len(word) >= LONGEST_ABBREVIATION or word in known.starters
    return None if is_word or earlier[0][0].isdecimal() else begins_sentence(boundary, known, None)


def _before_initial(boundary: Boundary, known: Abbreviations, _punkt: Punkt) -> bool | None:
    """`prok. T. Nowak`: a short word before a name with an initial is probably a title."""
    word = boundary.word
    is_title = len(word) <= LONGEST_ABBREVIATION + 1 and word.isalpha() and not word.isupper()
    if (
        not is_title
        or boundary.language not in _SHORTENING
        or word.lower() in known.starters
        or _VOWEL.search(word[-1])
    ):
        return None
    return False if _INITIAL_AND_NAME.match(boundary.following()) else None


def _initials(boundary: Boundary, known: Abbreviations, punkt: Punkt) -> bool | None:
    """`C.J. Atkins`, `А. С. Пушкин`, `M. De Vries`; but `vitamin C. The`."""
    word = boundary.word
    if len(word) == 1 and word.isalpha() and word.lower() == word.upper():
        return False
    if not word[0].isupper() or not _INITIALS.fullmatch(word):
        return None
    if len(word) == 1 and _LETTERED.fullmatch(" ".join(boundary.before.split()[-2:])):
        return True
    particles = _DUTCH_PARTICLES if boundary.language == "nl" else _PARTICLES
    is_particle = not _listed(word, known.often) and particles.fullmatch(boundary.next_word)
    if is_particle and _stands_in_name(boundary):
        return False
    # A surname may be a word that the model knows in small letters: J. Brown, A. Blanc.
    return begins_sentence(boundary, known, punkt if len(word) > 1 else None)


def _stands_in_name(boundary: Boundary) -> bool:
    """Whether a name goes on: a title, a capital or nothing before, a capital after the next."""
    earlier = boundary.before.split()[:-1]
    rest = boundary.following().split()[1:2]
    has_head = not earlier or earlier[-1][0].isupper() or earlier[-1].endswith(".")
    return has_head and bool(rest) and rest[0][0].isupper()


def _measured(boundary: Boundary, known: Abbreviations, _punkt: Punkt) -> bool | None:
    """`w 2012 r. Rząd`, `30 km. Paris`: years and measures end a sentence that is long enough."""
    is_one = _listed(boundary.word, known.often) or _has_no_vowel(boundary)
    if not (is_one and _MEASURE.search(boundary.before)) or known.ordinals == "noun":
        return None
    if boundary.is_near_beginning(_IN_A_YEAR if _LONG_NUMBER.search(boundary.before) else _FEW):
        return None
    goes_on = _MILLIONS.match(boundary.word) and boundary.language not in _MILLIONS_WITHOUT_STOP
    if goes_on or _LETTER_WITH_STOP.match(boundary.following(2)):
        return None
    return not boundary.next_character.isdecimal()


def _often(boundary: Boundary, known: Abbreviations, punkt: Punkt) -> bool | None:
    """`Inc.`, `U.S.`, `hl.`: ends a sentence only before a word that begins sentences."""
    word = boundary.word
    is_listed = _listed(word, known.often) or _listed(boundary.phrase, known.often)
    if not (is_listed or _DOTTED.fullmatch(word) or _has_no_vowel(boundary)):
        return None
    # Words of one's own making, `t.h.v.`, stand for prepositions and the like.
    is_other = not is_listed and word.islower()
    return begins_sentence(boundary, known, None if is_other else punkt)


def _has_no_vowel(boundary: Boundary) -> bool:
    word = boundary.word
    return (
        len(word) <= LONGEST_ABBREVIATION
        and word.isalpha()
        and word not in _UNITS
        and not word.isupper()
        and word.lower() != word.upper()
        and not _VOWEL.search(word)
        and not (boundary.language in _SYLLABIC_LANGUAGES and _SYLLABIC.fullmatch(word))
    )


def _no_abbreviation(boundary: Boundary, known: Abbreviations, _punkt: Punkt) -> bool | None:
    """A word in small letters that the table does not list is none, even if a model says so.

    The models hold some hundred ordinary words that ended sentences in the texts they come from.
    """
    word = boundary.word
    is_word = (word.isalpha() and word.islower()) or any(map(str.isdecimal, word))
    is_long = len(word) > LONGEST_ABBREVIATION and "." not in word
    return True if is_word or is_long or _listed(word, known.number) else None


def _listed(word: str, words: frozenset[str]) -> bool:
    head, _, tail = word.rpartition("-")
    return word in words or (tail in words and not head.isdecimal()) or f"-{word[-3:]}" in words


def begins_sentence(boundary: Boundary, known: Abbreviations, punkt: Punkt | None) -> bool:
    """Whether the next word is one that begins sentences rather than a name or a number.

    Those of the table, and unless there is no Punkt, those that its model has seen begin them.
    """
    word = boundary.next_word
    if len(word) == 1 and boundary.following(2).endswith("."):
        return False
    if is_starter(word, known):
        return True
    return punkt is not None and not word.isupper() and punkt.begins_sentences(word)


def is_starter(word: str, known: Abbreviations) -> bool:
    """Whether the table has a word, or the elided article before it, among the starters."""
    head = re.split("['’]", word, maxsplit=1)[0]
    return word.lower() in known.starters or head.lower() in known.starters


FULL_STOP_RULES: tuple[Rule, ...] = (
    _closed,
    _enumerated,
    _dated,
    _ordinal,
    _abbreviated,
    _bracketed,
    _spaced,
    _chained,
    _before_initial,
    _initials,
    _measured,
    _often,
    _no_abbreviation,
)
