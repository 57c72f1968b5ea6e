"""Dates as they are written in articles: ISO, year and month, months in words in five languages.

Imports nothing of the package.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = (
    "gennaio january janvier januar enero jänner",
    "febbraio february février februar febrero fevrier",
    "marzo march mars märz marz",
    "aprile april avril abril",
    "maggio may mai mayo",
    "giugno june juin juni junio",
    "luglio july juillet juli julio",
    "agosto august août aout",
    "settembre september septembre septiembre setiembre",
    "ottobre october octobre oktober octubre",
    "novembre november noviembre",
    "dicembre december décembre dezember diciembre decembre",
)
_SHORT = (
    "gen jan janv ene",
    "feb febr fév",
    "mar",
    "apr avr abr",
    "mag may",
    "giu jun",
    "lug jul juil",
    "ago aug",
    "set sep sept",
    "ott oct okt",
    "nov",
    "dic dec déc dez",
)
_NUMBER = {
    name: number
    for names in (_MONTHS, _SHORT)
    for number, words in enumerate(names, start=1)
    for name in words.split()
}
_NAME = "|".join(sorted(_NUMBER, key=len, reverse=True))
_LONG_NAME = "|".join(sorted(" ".join(_MONTHS).split(), key=len, reverse=True))
_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
_ANY_YEAR = re.compile(r"(?:18|19|20)\d\d")
_DAY = r"(?P<day>[0-3]?\d)(?:°|º|\.|er|st|nd|rd|th)?"
_ISO, *_WORDED = (
    re.compile(rf"(?<![\w/-]){form}(?![\w/])(?!-\d)", re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<number>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?(?:T[\d:.+Z-]+)?",
        rf"{_DAY}\s+(?:de\s+)?(?P<name>{_NAME})\.?,?\s+(?:del?\s+)?{_YEAR}",
        rf"(?P<name>{_NAME})\.?\s+{_DAY},?\s+{_YEAR}",
        rf"(?P<name>{_LONG_NAME})\s+(?:de\s+)?{_YEAR}",
    )
)
# As in `14 de febrero del 2025`; behind the year there must not be `-1` or the like.
_WORDS_BEFORE, _LOOKED_BEHIND = 4, 2


class WrittenDate(Struct, frozen=True, order=True):
    """A date found in a text: where, and its value as `2025-02-14` or `2025-02`."""

    start: int
    end: int
    value: str


def dates_in(text: str) -> list[WrittenDate]:
    """The dates of a text, in its order; of two that overlap the longer one."""
    first = _ANY_YEAR.search(text)
    if first is None:
        return []
    found = sorted(
        (
            written
            for year in _ANY_YEAR.finditer(text, first.start())
            for match in _matches(text, *year.span())
            if (written := _date(match))
        ),
        key=lambda written: (written.start, -written.end),
    )
    kept: list[WrittenDate] = []
    for written in found:
        if not kept or written.start >= kept[-1].end:
            kept.append(written)
    return kept


def _matches(text: str, year: int, after: int) -> Iterator[re.Match[str]]:
    """The dates with the year that stands there, and perhaps others before it once more.

    To go through the whole text with each form takes ten times as long.
    """
    if match := _ISO.match(text, year):
        yield match
    if text[year - 1 : year].isspace():
        words = text[:year].rsplit(maxsplit=_WORDS_BEFORE)
        start = len(words[0]) if len(words) > _WORDS_BEFORE else 0
        for form in _WORDED:
            yield from form.finditer(text, start, after + _LOOKED_BEHIND)


def _date(match: re.Match[str]) -> WrittenDate | None:
    """None for a day that the month has not."""
    parts = match.groupdict()
    name = parts.get("name")
    month = _NUMBER[name.lower()] if name else int(parts["number"])
    value = f"{parts['year']}-{month:02}"
    if day := parts.get("day"):
        try:
            value = date(int(parts["year"]), month, int(day)).isoformat()
        except ValueError:
            return None
    return WrittenDate(match.start(), match.end(), value)
