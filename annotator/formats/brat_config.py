"""brat's annotation.conf: the types of T lines and their attributes, from the codebook.

Imports model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.formats.brat_reading import ARTICLE, PRIMARY, STATE, SURE, WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.model import Codebook


def configuration(codebook: Codebook) -> str:
    """Entities, no relations and events, and the attributes."""
    return "\n".join(
        [
            "[entities]",
            "",
            *_types(codebook),
            "",
            "[relations]",
            "",
            "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
            "",
            "[events]",
            "",
            "[attributes]",
            "",
            *_attributes(codebook),
            "",
        ]
    )


def _types(codebook: Codebook) -> Iterator[str]:
    """Each layer, and under it what is marked for it."""
    for layer in codebook.layers:
        yield layer.key
        holders = [each.key for each in codebook.holders] if layer.holder else [None]
        targets = [each.key for each in codebook.targets_of(layer)] if layer.per_target else [None]
        if layer.per_target or layer.holder:
            for target in targets:
                for holder in holders:
                    yield "\t" + "__".join(part for part in (layer.key, target, holder) if part)
        else:
            yield from (f"\t{layer.key}__{code.key}" for code in codebook.codes_of(layer))


def _attributes(codebook: Codebook) -> Iterator[str]:
    for name in (WHOLE, ARTICLE, PRIMARY):
        yield f"{name}\tArg:<ENTITY>"
    yield f"{STATE}\tArg:<ENTITY>, Value:none|cannot_tell|skipped"
    yield f"{SURE}\tArg:<ENTITY>, Value:1|2|3"
    for layer in codebook.layers:
        codes = "|".join(code.key for code in codebook.codes_of(layer))
        if codes and (layer.per_target or layer.holder):
            yield f"{layer.key}\tArg:<ENTITY>, Value:{codes}"
