"""From a wish of the code panel to a call of the session. Knows no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.panel.wishes import (
    Choose,
    GoToTarget,
    OtherVoice,
    RestNotAddressed,
    SetState,
    SetText,
    TakePosition,
    Wish,
)

if TYPE_CHECKING:
    from annotator.session import Outcome, Session

    Selection = tuple[int, int] | None


def grant(session: Session, wish: Wish, selection: Selection) -> Outcome | None:
    """Do what was clicked; None where there is nothing to say."""
    match wish:
        case Choose():
            return _choose(session, wish, selection)
        case SetText(layer, text):
            return session.set_text(layer, text)
        case RestNotAddressed():
            return session.rest_not_addressed()
        case SetState():
            return _set_state(session, wish)
        case TakePosition():
            return _take_position(session, wish, selection)
    _go_to_target(session, wish)
    return None


def _choose(session: Session, wish: Choose, selection: Selection) -> Outcome:
    if wish.primary:
        return session.make_primary(wish.layer, wish.code)
    return session.choose(wish.layer, wish.code, selection=selection)


def _set_state(session: Session, wish: SetState) -> Outcome:
    if wish.state == "none":
        return session.answer_none(wish.layer)
    session.activate(wish.layer, wish.target, wish.holder)
    return session.skip() if wish.state == "skipped" else session.cannot_tell()


def _take_position(session: Session, wish: TakePosition, selection: Selection) -> Outcome:
    if wish.code == "none":
        return session.not_addressed(wish.layer, wish.target)
    return session.take_position(
        wish.layer, wish.target, wish.code, holder=wish.holder, selection=selection
    )


def _go_to_target(session: Session, wish: GoToTarget | OtherVoice) -> None:
    if isinstance(wish, GoToTarget) and wish.holder:
        session.activate(wish.layer, wish.target, wish.holder)
    else:
        session.go_to_target(wish.layer, wish.target)
