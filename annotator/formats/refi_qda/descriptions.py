"""What an answer says beside its codes, as the description of its first selection.

A line each: `sureness: 2`, `main: economic`, `round: main`, `words: ...`, `note: ...`; where words
have line ends, the lines that follow begin with a tab. Imports nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SURE: Final = "sureness"
MAIN: Final = "main"
ROUND: Final = "round"
WORDS: Final = "words"
NOTE: Final = "note"
_LINE = re.compile(rf"({SURE}|{MAIN}|{ROUND}|{WORDS}|{NOTE}): ?(.*)", re.DOTALL)


def described(said: Mapping[str, str | None]) -> str:
    """The description of what is said; empty where that is nothing."""
    lines = (f"{name}: {words}" for name, words in said.items() if words is not None)
    return "\n".join(line.replace("\n", "\n\t") for line in lines)


def understood(description: str) -> dict[str, str]:
    """What a description says; one that nobody here has written is a note as a whole."""
    found: dict[str, str] = {}
    for line in description.replace("\n\t", "\0").split("\n") if description else ():
        match = _LINE.fullmatch(line)
        if match is None:
            return {NOTE: description.strip()}
        found[match[1]] = match[2].replace("\0", "\n")
    return found
