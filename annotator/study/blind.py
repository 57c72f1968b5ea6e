"""Blind rounds: while one is open, nobody sees how far its answers agree. Imports store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.store import Store

# Rounds whose answers agreement is made of.
_COMPARED = {"main", "reliability", "pilot"}


def refuse_while_blind(store: Store, rounds: Sequence[str] = ()) -> None:
    """Check the rounds that are to be compared; none named: all that could be.

    Raises:
        Unavailable: one of them is blind and open.
    """
    for one in store.rounds():
        is_asked = one.key in rounds if rounds else one.kind in _COMPARED
        if is_asked and one.is_open and one.settings.get("blind") is True:
            raise Unavailable(
                "the round {round} is blind: nobody sees how far the answers agree while it is "
                "open",
                remedy="wait until it is closed",
                round=one.key,
            )
