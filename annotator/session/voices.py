"""Whose stance: the entries of the inline list of holders. Pure functions over the codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import HolderType, holder_type
from annotator.session.views import HolderChoice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.session.wording import Wording


def holder_choices(wording: Wording, recent: Iterable[str], typed: str) -> tuple[HolderChoice, ...]:
    """Holders of this article by recency, then the types; typing filters and offers new names.

    A new name is a person first (where the codebook has persons), then any other type that takes
    names.
    """
    types = [holder for holder in wording.rules.codebook.holders if not holder.retired]
    wanted = typed.strip().casefold()
    known = [_known(wording, holder) for holder in recent if ":" in holder]
    plain = [_plain(wording, holder) for holder in types]
    found = [choice for choice in [*known, *plain] if _matches(choice, wanted)]
    return tuple(found + _new(wording, types, typed.strip(), {c.holder for c in known}))


def clean_name(holder: str) -> str:
    """A holder id with its name trimmed and inner white space made single."""
    kind, _, name = holder.partition(":")
    clean = " ".join(name.split())
    return f"{kind}:{clean}" if clean else kind


def _known(wording: Wording, holder: str) -> HolderChoice:
    return HolderChoice(
        holder=holder,
        label=wording.holder_label(holder),
        type=holder_type(holder),
        type_label=wording.type_label(holder),
    )


def _plain(wording: Wording, holder: HolderType) -> HolderChoice:
    label = wording.say(holder.label)
    return HolderChoice(
        holder=holder.key,
        label=label,
        type=holder.key,
        type_label=label,
        needs_name=holder.named == "required",
    )


def _new(
    wording: Wording, types: list[HolderType], name: str, taken: set[str]
) -> list[HolderChoice]:
    if not name:
        return []
    takes_names = sorted(
        (holder for holder in types if holder.named != "no"), key=lambda h: h.key != "person"
    )
    new = [clean_name(f"{holder.key}:{name}") for holder in takes_names]
    return [
        HolderChoice(
            holder=holder,
            label=wording.holder_label(holder),
            type=holder_type(holder),
            type_label=wording.type_label(holder),
            is_new=True,
        )
        for holder in new
        if holder not in taken
    ]


def _matches(choice: HolderChoice, wanted: str) -> bool:
    return wanted in choice.label.casefold() or wanted in choice.type_label.casefold()
