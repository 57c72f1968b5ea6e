"""Names that a user types: checked against what the project has, and names of files as text.

Imports errors.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from annotator.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def check_names(thing: str, names: Sequence[str], known: Sequence[str]) -> None:
    """Raise AnnotatorError if one of the names is not known."""
    for name in names:
        if name not in known:
            raise AnnotatorError(
                "there is no {thing} “{name}” here",
                remedy="there are: {known}",
                thing=thing,
                name=name,
                known=", ".join(known) or "–",
            )


def as_text(name: str | Path) -> str:
    """A file's name for data and reports: bytes in it that are no text become U+FFFD."""
    return os.fsencode(name).decode(errors="replace")
