"""What a click in the code panel asks for; the panel turns it into a call of the session."""

from __future__ import annotations

from msgspec import Struct

from annotator.model import State


class Choose(Struct, frozen=True):
    """Choose a code or take it back; `primary` makes it the main one."""

    layer: str
    code: str
    primary: bool = False


class SetState(Struct, frozen=True):
    """Answer without a code; `target` and `holder` where the question has them."""

    layer: str
    state: State
    target: str | None = None
    holder: str | None = None


class TakePosition(Struct, frozen=True):
    """A holder's position toward a target; `code` may be `none`: not addressed."""

    layer: str
    target: str
    holder: str | None
    code: str


class GoToTarget(Struct, frozen=True):
    """Make a target the current one, and the answer of this voice the active one."""

    layer: str
    target: str
    holder: str | None = None


class OtherVoice(Struct, frozen=True):
    """Open the list of holders for a target."""

    layer: str
    target: str


class SetText(Struct, frozen=True):
    """The words of a text layer."""

    layer: str
    text: str


class RestNotAddressed(Struct, frozen=True):
    """What Enter does: the rest is not addressed, done."""


Wish = Choose | SetState | TakePosition | GoToTarget | OtherVoice | SetText | RestNotAddressed
