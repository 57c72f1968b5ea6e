"""Names that a user types: checked against what the project has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Sequence


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
