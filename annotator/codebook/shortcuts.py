"""Which key answers what: each means one thing on a unit, and none is the window's own.

May import the model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from annotator.codebook.mistakes import Spot, shortened
from annotator.model import CODEBOOK_KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.codebook.parts import Part, Parts
    from annotator.model import Code, Layer, Target

# What to say of a key that a codebook cannot have.
_TAKEN = {
    "c": "in the window c says how sure the answer is",
    "h": "in the window h says whose voice it is",
    "j": "in the window j goes to the next paragraph",
    "k": "in the window k goes to the previous paragraph",
    "m": "in the window m selects the sentence",
    "n": "in the window n writes a note",
    "u": "in the window u answers cannot tell",
    "?": "in the window ? shows the keys",
    ",": "in the window the comma selects a word",
    " ": "in the window Space goes to the next open paragraph",
    "0": "0 is kept for none_shortcut",
}


class _Use(Struct, frozen=True):
    """A shortcut where it counts: its character, where it is written, whose it is."""

    character: str
    spot: Spot
    owner: str


def check_shortcuts(parts: Parts) -> None:
    """Note shortcuts that are none, that the window keeps, or that mean two things."""
    for layer in parts.layers:
        for code in parts.codes(layer):
            _form(parts, code, "shortcut", code.it.shortcut)
        _form(parts, layer, "none_shortcut", layer.it.none_shortcut)
    for target in parts.targets:
        _form(parts, target, "shortcut", target.it.shortcut)
    noted: set[str] = set()
    for unit in ("paragraph", "document"):
        _clashes(parts, unit, noted)


def _form(
    parts: Parts, part: Part[Code] | Part[Layer] | Part[Target], key: str, shortcut: str | None
) -> None:
    if shortcut is None or not part.usable(key):
        return
    character = shortcut.casefold()
    if character in CODEBOOK_KEYS or (character == "0" and key == "none_shortcut"):
        return
    if character in _TAKEN:
        parts.findings.add(
            part.at(key),
            "shortcut-reserved",
            _TAKEN[character],
            "choose from {keys}",
            keys=_in_a_row(CODEBOOK_KEYS),
        )
    else:
        parts.findings.add(
            part.at(key),
            "shortcut-form",
            "{shortcut} is not one of the keys that a codebook can have",
            "choose from {keys}",
            shortcut=shortened(shortcut),
            keys=_in_a_row(CODEBOOK_KEYS),
        )


def _clashes(parts: Parts, unit: Literal["paragraph", "document"], noted: set[str]) -> None:
    uses = list(_uses(parts, unit))
    free = CODEBOOK_KEYS - {use.character for use in uses}
    first: dict[str, _Use] = {}
    for use in uses:
        other = first.setdefault(use.character, use)
        if other is use or use.spot.pointer in noted:
            continue
        noted.add(use.spot.pointer)
        parts.findings.add(
            use.spot,
            "shortcut-clash",
            "the shortcut {shortcut} of {owner} is that of {other} already",
            "take another; these are free: {keys}" if free else "take it out; no key is free",
            shortcut=use.character,
            owner=use.owner,
            other=other.owner,
            keys=_in_a_row(free, 3),
        )


def _uses(parts: Parts, unit: str) -> Iterator[_Use]:
    """The shortcuts that count on a unit, in the order of the file."""
    layers = [
        layer for layer in parts.layers if layer.it.unit == unit and layer.usable("unit", "retired")
    ]
    asked = [layer for layer in layers if not layer.it.retired]
    for layer in asked:
        yield from _layer_uses(parts, layer)
    if any(layer.it.per_target for layer in asked):
        for target in parts.targets:
            if target.it.shortcut and not target.it.retired:
                yield _Use(target.it.shortcut.casefold(), target.at("shortcut"), target.spot.names)


def _layer_uses(parts: Parts, layer: Part[Layer]) -> Iterator[_Use]:
    owner = parts.owner(layer)
    borrowed = owner is not layer
    for code in parts.codes(owner) if owner else ():
        if code.it.shortcut and not code.it.retired:
            spot = layer.at("codes_from") if borrowed else code.at("shortcut")
            name = f"{layer.spot.names} ({code.spot.names})" if borrowed else code.spot.names
            yield _Use(code.it.shortcut.casefold(), spot, name)
    if layer.it.none_shortcut:
        spot = layer.at("none_shortcut")
        yield _Use(layer.it.none_shortcut.casefold(), spot, layer.spot.named("none").names)


def _in_a_row(keys: frozenset[str], count: int | None = None) -> str:
    return " ".join(sorted(keys)[:count])
