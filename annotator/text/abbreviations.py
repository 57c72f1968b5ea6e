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
    `starters`, `ends` before everything but a small letter. `ordinals` says how a word is written
    after an ordinal with a full stop: `noun` with a capital, `small` without; empty where ordinals
    have none.
    """

    always: frozenset[str]
    number: frozenset[str]
    often: frozenset[str]
    ends: frozenset[str]
    starters: frozenset[str]
    ordinals: str


@cache
def abbreviations(language: str) -> Abbreviations:
    """The table of a language by its primary code; a short common one for every other language."""
    tables = _tables()
    table = tables.get(language, tables["und"])
    return Abbreviations(
        always=_words(table["always"]),
        number=_words(table["number"]),
        often=_words(table["often"]),
        ends=_words(table["ends"]),
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
    """Each word in the ways in which it may be written: with a capital only where it has one."""
    return frozenset(
        form
        for word in listed.split()
        for form in (word, word.upper(), *(() if _has_capital(word) else (_capitalised(word),)))
    )


def _has_capital(word: str) -> bool:
    return word != word.lower()


def _capitalised(word: str) -> str:
    return word[0].upper() + word[1:]
