"""Answers made with several versions of the codebook: which of them say the same thing.

Within a major version a layer asks the same; across major versions only where nothing about it
changed but labels, examples, colours, keys and order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model import Code, Codebook, Pair, Target
    from annotator.store import Store

    # What a layer asks, but for labels, examples, colours, keys and order.
    Meaning = tuple[object, ...]


def in_order(versions: Iterable[str]) -> list[str]:
    """Versions of a codebook, the oldest first."""
    return sorted(versions, key=_numbers)


def outdated(store: Store, layer: str, versions: list[str]) -> set[str]:
    """Those of these versions (the oldest first) in which the layer meant something else.

    Compared with the newest of them.
    """
    major = _numbers(versions[-1])[0] if versions else 0
    older = [version for version in versions if _numbers(version)[0] != major]
    if not older:
        return set()
    newest = _meaning(store.codebook_of(versions[-1]), layer)
    return {version for version in older if _meaning(store.codebook_of(version), layer) != newest}


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _meaning(codebook: Codebook, key: str) -> Meaning:
    layer = codebook.layer(key)
    asked = msgspec.structs.replace(layer, label={}, none_label={}, none_shortcut=None, codes=())
    return (
        asked,
        sorted(map(_code, codebook.codes_of(layer)), key=lambda code: code.key),
        sorted(map(_target, codebook.targets_of(layer)), key=lambda target: target.key),
        sorted((_pair(pair) for pair in codebook.pairs if pair.layer == key), key=_codes_of),
    )


def _code(code: Code) -> Code:
    return msgspec.structs.replace(
        code, label={}, examples={}, counterexamples=(), shortcut=None, colour=None
    )


def _target(target: Target) -> Target:
    return msgspec.structs.replace(target, label={}, shortcut=None, aliases={})


def _codes_of(pair: Pair) -> tuple[str, ...]:
    return pair.codes


def _pair(pair: Pair) -> Pair:
    return msgspec.structs.replace(pair, cases=())
