"""What kind each paragraph of an article is: suggestions that people confirm or change.

Knows how bylines, headings, block quotations and page residue look. Imports `model` and
`text.dates`. Length alone decides nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from annotator.text.dates import dates_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model import Kind

HEADING_LENGTH = 80
BYLINE_LENGTH = 90

Span = tuple[int, int]

# What closes a quotation depends on what opened it: “ closes after „, » opens in German.
_CLOSING = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‹": "›"}
# The apostrophe ’ is none of them: it ends words as well as quotations.
_CLOSERS = frozenset('”“»«"›‹')
_LEADING_IN = (":", "：")
_NOT_OPENING = frozenset("‘‚'")
_TERMINAL = re.compile(r"[.!?…:;。！？：\u061f\u06d4\u0964](?:[\s'’)\]*†‡]|\[\d+\])*$")
_AFTER_QUOTE = re.compile(r"[\s.!?…,;:)\]]*")
_INITIAL_LAST = re.compile(r"(?:^|[\s.])[^\W\d_]\.$")

_PARTICLES = (
    "de|del|della|dello|degli|dei|di|da|dal|van|von|der|den|ten|zu|la|le|du|e|y|et|und|and|al|el"
    "|bin|ibn|dos|das|do"
)
_NAME_WORD = r"(?:d[’'])?[^\W\d_a-zß-öø-ÿ][\w.’'-]*"
_NAMES = rf"{_NAME_WORD}(?:\s+(?:(?:{_PARTICLES})\s+)*{_NAME_WORD})*"
_BYLINE = re.compile(
    r"(?P<opening>(?i:a cura di|di|by|por|par|von|da))\s+"
    # Commas part names only in a list that ends in `and`; else what follows is a post or a place.
    rf"(?P<author>{_NAMES}(?:(?=.*\s(?:e|and|et|und|y|AND)\s)(?:,\s+{_NAMES})+)?)"
    r"(?:\s*(?P<mark>[–—|/,]|\s-)\s*(?P<outlet>\S.*))?"
)
_PREPOSITIONS = frozenset({"di", "da"})  # they open headings too, so one name is not enough

_COOKIES = r"""(?:we|questo\ssito|ce\ssite|diese\s(?:web)?seite|este\ssitio|this\s(?:web)?site
    |il\ssito|accept|accetta|accepter|akzeptieren|aceptar|rifiuta|gestisci|manage|reject)
    \b.{0,60}\bcookies?\b
    |cookies?\s(?:policy|settings|preferences|notice)"""
_SHARING = r"""(?:share|condividi|partager|teilen|compartir|tweet|print|stampa|imprimer|imprimir)
    (?:\s(?:on|su|sur|auf|en|this|questo|cet|diesen|este|by|via)\b.{0,40})?[\s.:!]*$"""
_SUBSCRIBING = r"""(?:subscribe|sign\sup|abbonati|iscriviti|s[’']abonner|abonnez-vous|abonnieren
    |suscríbete|log\sin|accedi|registrati|follow\sus|seguici|suivez-nous|síguenos)\b.{0,100}$"""
_ODDMENTS = r"""(?:advertisement|pubblicità|publicité|anzeige|werbung|publicidad)[\s.:]*$
    |(?:read\smore|read\salso|leggi\sanche|lire\saussi|lesen\ssie\sauch|lee\stambién|see\salso)\b
    |all\srights\sreserved|tutti\si\sdiritti\sriservati|tous\sdroits\sréservés
    |alle\srechte\svorbehalten|todos\slos\sderechos\sreservados|©|copyright\b
    |skip\sto\s(?:main\s)?content|vai\sal\scontenuto
    |(?:home|menu|search|cerca)(?:\s*[>»|/]\s*\S.*)?$|(?:https?://|www\.)\S+$"""
_RESIDUE = re.compile(
    rf"(?:{_COOKIES}|{_SHARING}|{_SUBSCRIBING}|{_ODDMENTS})", re.IGNORECASE | re.VERBOSE
)
_RESIDUE_LENGTH = 200
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEW_WORDS = 3

_PUBLISHED = (
    r"date|data|datum|fecha|published|pubblicato|updated|aggiornato|posted|publié|publicado"
    r"|veröffentlicht|aktualisiert|actualizado|stand"
)
# A word before a date that says that the date is the article's own.
DATE_LABEL = re.compile(
    rf"(?:^|[\s|(])(?:{_PUBLISHED})(?:\s+(?:il|le|on|am|el|al|in\sdata))?[\s:]*$", re.IGNORECASE
)
_PAGE_JUNK = re.compile(
    r"(?:(?:skip to (?:main )?content|vai al contenuto|advertisement|home\s*[>»|/]|menu\s*[>»|/])"
    r"[\s:|>»/–—-]*)+",
    re.IGNORECASE,
)
# What stands before the date on a line of its own: a label, a place, a day of the week.
_DAYS = (
    r"luned.|marted.|mercoled.|gioved.|venerd.|sabato|domenica|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch"
    r"|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
)
_LEAD = re.compile(
    rf"(?:(?:ultimo\s+|last\s+)?(?:{_PUBLISHED}|aggiornamento|modified)\b[\s:]*)?"
    r"(?-i:(?:[^\W\d_a-z][\w’'.-]*[ ]?){1,3}[,(]\s*)?"
    rf"(?:(?:{_DAYS}|il|le|on|am|den|el|in\sdata)[\s,]+)*",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:[\s,|–—-]*(?:(?:alle|ore|at|à|um|a las)\s+)*\d{1,2}[:.h]\d{2}.{0,30})?[\s.,|–—-]*$",
    re.IGNORECASE,
)


class Byline(Struct, frozen=True):
    """Who wrote it and, after a dash, for whom: spans of the line."""

    author: Span
    outlet: Span | None


def kinds_of(texts: Sequence[str], *, with_headings: bool = True) -> list[Kind]:
    """A kind for each paragraph, from its words and its place; the first rule that fits.

    Args:
        texts: the paragraphs.
        with_headings: False where short lines say nothing, being the lines of wrapped text.
    """
    quoted = _block_quotes(texts)
    last = len(texts) - 1
    kinds: list[Kind] = []
    for place, text in enumerate(texts):
        kind = _by_its_words(text, is_first=place == 0)
        if kind is None and place == last and not ends_like_a_sentence(text):
            kind = "fragment"
        if kind is None and with_headings and _looks_like_a_heading(text):
            kind = "heading" if place else "title"
        kinds.append(kind or ("quote" if place in quoted else "body"))
    return kinds


def byline_in(text: str) -> Byline | None:
    """The author and outlet, if the paragraph is a byline."""
    if len(text) >= BYLINE_LENGTH:
        return None
    found = _BYLINE.fullmatch(text)
    if not found or (ends_like_a_sentence(text) and not _INITIAL_LAST.search(text)):
        return None
    is_short = found["opening"].lower() in _PREPOSITIONS and not re.search(
        r"[\s.]", found["author"]
    )
    if is_short and not found["outlet"]:
        return None
    has_outlet = found["outlet"] and found["mark"].strip() in {"–", "—", "-", "|"}
    return Byline(found.span("author"), found.span("outlet") if has_outlet else None)


def junk_in(text: str) -> Span | None:
    """What stands before the words of a first paragraph: a date, or remains of the page."""
    page = _PAGE_JUNK.match(text)
    start = page.end() if page else 0
    for written in dates_in(text[start : start + BYLINE_LENGTH])[:1]:
        before = text[start : start + written.start]
        if not before.strip() or DATE_LABEL.fullmatch(before):
            return 0, start + written.end
    return (0, len(text[:start].rstrip())) if start else None


def looks_like_residue(text: str) -> bool:
    """Whether a line is what pages say of themselves: sharing, subscribing, cookies, rights."""
    return len(text) <= _RESIDUE_LENGTH and _RESIDUE.match(text) is not None


def ends_like_a_sentence(text: str) -> bool:
    """Whether the text ends with a terminal mark or a closing quote."""
    text = text.rstrip()
    return text[-1:] in _CLOSERS or bool(_TERMINAL.search(text, max(0, len(text) - 40)))


def _by_its_words(text: str, *, is_first: bool) -> Kind | None:
    if byline_in(text):
        return "byline"
    if len(text) < BYLINE_LENGTH and _is_dateline(text):
        return "dateline"
    is_residue = looks_like_residue(text)
    junk = junk_in(text) if is_first else None
    if junk and (not is_residue or len(_WORD.findall(text, junk[1])) >= _FEW_WORDS):
        # Its words may hold the first sentence: it is asked like any other.
        return "body"
    return "boilerplate" if is_residue else None


def _is_dateline(text: str) -> bool:
    return any(
        _LEAD.fullmatch(text[: written.start]) and _TIME.match(text, written.end)
        for written in dates_in(text)[:1]
    )


def _looks_like_a_heading(text: str) -> bool:
    if len(text) > HEADING_LENGTH or ends_like_a_sentence(text):
        return False
    return text[0] not in _CLOSING and text[0] not in _NOT_OPENING


def _block_quotes(texts: Sequence[str]) -> set[int]:
    """Paragraphs that are a quotation from end to end and that a colon leads in.

    One may run over several paragraphs: each opens it anew, the last one closes it.
    """
    found: set[int] = set()
    if not any(text.endswith(_LEADING_IN) for text in texts):
        return found
    ends = _quote_ends(texts)
    start = 1
    while start < len(texts):
        end = ends[start] if texts[start - 1].endswith(_LEADING_IN) else start
        if sum(map(len, texts[start:end])) > HEADING_LENGTH:
            found.update(range(start, end))
        start = max(start + 1, end)
    return found


def _quote_ends(texts: Sequence[str]) -> list[int]:
    """For each paragraph the one after the end of the quotation it opens; itself where none."""
    ends = list(range(len(texts)))
    following = ""
    for place in range(len(texts) - 1, -1, -1):
        text, mark = texts[place], texts[place][0]
        closed = _closing_place(text, mark) if mark in _CLOSING else 0
        if closed is None:
            if following == mark and ends[place + 1] > place + 1:
                ends[place] = ends[place + 1]
        elif closed and _AFTER_QUOTE.fullmatch(text, closed + 1):
            ends[place] = place + 1
        following = mark
    return ends


def _closing_place(text: str, mark: str) -> int | None:
    """Where the quotation that the first character opens is closed; None if it stays open."""
    closers, depth = _CLOSING[mark], 1
    for place, character in enumerate(text[1:], start=1):
        if character in closers:
            depth -= 1
        elif character == mark:
            depth += 1
        if depth == 0:
            return place
    return None
