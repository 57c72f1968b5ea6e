"""What is known of a language's abbreviations, sentence beginnings and ordinals: one table.

Knows how `abbreviations.toml` is written. Imports nothing of the package.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

_TABLE = Path(__file__).with_name("abbreviations.toml")


class Abbreviations(Struct, frozen=True):
    """One language's words; abbreviations without their last full stop.

    `always` ends no sentence, `number` none before a number, `often` only before one of the
    `starters`, `ends` before everything but a small letter and one of `goes_on`. `listed` has all
    of these. `ordinals` is `roman` where Roman figures have a full stop as ordinals, `noun` where
    moreover what follows an ordinal has a capital, else empty.
    """

    always: frozenset[str]
    number: frozenset[str]
    often: frozenset[str]
    ends: frozenset[str]
    goes_on: frozenset[str]
    starters: frozenset[str]
    listed: frozenset[str]
    ordinals: str


@cache
def abbreviations(language: str) -> Abbreviations:
    """The table of a language by its primary code; a short common one for every other language."""
    tables = _tables()
    table = tables.get(language, tables["und"])
    always = _words(table["always"]) | _in_capitals(table["always"])
    number, often, ends = (_words(table[key]) for key in ("number", "often", "ends"))
    return Abbreviations(
        always=always,
        number=number,
        often=often,
        ends=ends,
        listed=always | number | often | ends,
        goes_on=frozenset(table.get("goes_on", "").split()),
        starters=frozenset(table["starters"].split()) or _every_starter(),
        ordinals=table.get("ordinals", ""),
    )


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(_TABLE.read_text(encoding="utf-8"))


@cache
def _every_starter() -> frozenset[str]:
    return frozenset(word for table in _tables().values() for word in table["starters"].split())


def _words(listed: str) -> frozenset[str]:
    """Each word, and where it is listed in small letters, with a capital too."""
    words = listed.split()
    return frozenset(words).union(_capitalised(word) for word in words if not _has_capital(word))


def _in_capitals(listed: str) -> frozenset[str]:
    return frozenset(listed.upper().split())


def _has_capital(word: str) -> bool:
    return word != word.lower()


def _capitalised(word: str) -> str:
    return word[0].upper() + word[1:]
