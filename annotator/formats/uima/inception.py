"""INCEpTION's own description of layers (`layers.json`): what to import there before the texts.

Imports model. Without it INCEpTION makes layers of whole words, which overlap no others.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

import msgspec

from annotator.formats.uima.layer_types import EXTENT, FEATURES, LAYER
from annotator.model import in_language

if TYPE_CHECKING:
    from annotator.model import Codebook, Layer

FILE: Final = "layers.json"
_STATES: Final = ("coded", "none", "cannot_tell", "skipped")
_EXTENTS: Final = ("words", "paragraph", "article")

Json = dict[str, Any]
Tags = Iterable[tuple[str, str]]


def layers_json(codebook: Codebook, layers: Iterable[str]) -> bytes:
    """All layers, the codes and targets of each as its tag sets."""
    known = {layer.key: layer for layer in codebook.layers}
    found = [_layer(codebook, key, known.get(key)) for key in layers]
    return msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n"


def _layer(codebook: Codebook, key: str, layer: Layer | None) -> Json:
    language = next(iter(codebook.about.languages), "")
    tags: dict[str, Tags] = {"state": ((each, "") for each in _STATES)}
    tags[EXTENT] = ((each, "") for each in _EXTENTS)
    if layer is not None:
        for name, entries in (
            ("code", codebook.codes_of(layer)),
            ("target", codebook.targets_of(layer)),
            ("holder", codebook.holders if layer.holder else ()),
        ):
            tags[name] = ((each.key, in_language(each.label, language)) for each in entries)
    return {
        "name": LAYER + key,
        "uiName": in_language(layer.label, language) if layer is not None else key,
        "description": in_language(layer.question, language) if layer is not None else "",
        "type": "span",
        "features": [
            _feature(key, name, kind, tags.get(name, ()), rank)
            for rank, (name, kind) in enumerate(FEATURES)
        ],
        "enabled": True,
        "built_in": False,
        "readonly": False,
        "attach_type": None,
        "attach_feature": None,
        "linked_list_behavior": False,
        # An answer may be about any characters, several stand at one place, articles have more
        # than one sentence.
        "allow_stacking": True,
        "cross_sentence": True,
        "show_hover": True,
        "anchoring_mode": "CHARACTERS",
        "overlap_mode": "ANY_OVERLAP",
        "validation_mode": "NEVER",
        "lock_to_token_offset": False,
        "multiple_tokens": False,
        "on_click_javascript_action": None,
        "traits": None,
    }


def _feature(layer: str, name: str, kind: str, tags: Tags, rank: int) -> Json:
    listed = [{"tag_name": key, "tag_description": label or None} for key, label in tags]
    tag_set = {
        "name": f"{layer} {name}",
        "description": None,
        "language": None,
        "tags": listed,
        # Holders may be named, as `person:Name`.
        "create_tag": name == "holder",
    }
    return {
        "name": name,
        "uiName": name,
        "type": f"uima.cas.{kind}",
        "description": None,
        "tag_set": tag_set if listed else None,
        "enabled": True,
        "visible": True,
        "include_in_hover": False,
        "required": False,
        "remember": False,
        "hideUnconstraintFeature": False,
        "curatable": True,
        "rank": rank,
        "multi_value_mode": "NONE",
        "link_mode": "NONE",
        "link_type_name": None,
        "link_type_role_feature_name": None,
        "link_type_target_feature_name": None,
        "traits": None,
    }
