"""The types of a CAS that is written here: those of DKPro for the text, one a layer for answers.

Imports model and text.cas. A layer's type is `annotator.layer.KEY`; an annotation of it is an
answer or a part of one: what it stands for, its feature `extent` says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec import Struct

from annotator.text.cas import ABOUT, DKPRO, DOCUMENT, FIELD
from annotator.text.uima import PARAGRAPH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.model import Codebook

LAYER: Final = "annotator.layer."
DIV: Final = f"{DKPRO}segmentation.type.Div"
SENTENCE: Final = f"{DKPRO}segmentation.type.Sentence"
TOKEN: Final = f"{DKPRO}segmentation.type.Token"

# What an annotation stands for: marked words, its paragraph, or the whole article.
EXTENT: Final = "extent"
WORDS: Final = "words"
OF_PARAGRAPH: Final = "paragraph"
OF_ARTICLE: Final = "article"
FEATURES: Final = (
    ("code", "String"),
    ("state", "String"),
    ("target", "String"),
    ("holder", "String"),
    ("primary", "Boolean"),
    ("confidence", "Integer"),
    ("value", "String"),
    ("note", "String"),
    (EXTENT, "String"),
)
_ANNOTATION: Final = "uima.tcas.Annotation"
_STRING: Final = "String"


class Type(Struct, frozen=True):
    """A type with what it is a kind of, and its own features with their ranges."""

    name: str
    parent: str
    features: tuple[tuple[str, str], ...] = ()


_TEXT_TYPES: Final = (
    Type(DIV, _ANNOTATION, (("divType", _STRING), ("id", _STRING))),
    Type(PARAGRAPH, DIV),
    Type(SENTENCE, _ANNOTATION, (("id", _STRING),)),
    Type(TOKEN, _ANNOTATION),
    Type(
        ABOUT,
        DOCUMENT,
        (
            *((name, _STRING) for name in ("documentTitle", "documentId", "documentUri")),
            *((name, _STRING) for name in ("collectionId", "documentBaseUri")),
            ("isLastSegment", "Boolean"),
        ),
    ),
    Type(FIELD, _ANNOTATION, (("key", _STRING), ("value", _STRING))),
)


def types_for(layers: Iterable[str]) -> tuple[Type, ...]:
    """Those of the text, and of these layers."""
    return (*_TEXT_TYPES, *(Type(LAYER + key, _ANNOTATION, FEATURES) for key in layers))


def layers_of(codebook: Codebook, answered: Iterable[str]) -> list[str]:
    """The keys of the codebook's layers, then those that only answers have."""
    return list(dict.fromkeys((*(layer.key for layer in codebook.layers), *sorted(answered))))


def type_system_xml(types: Iterable[Type]) -> str:
    """The description of types that stands beside XMI files."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
        "<types>",
        *(line for each in types for line in _described(each)),
        "</types>",
        "</typeSystemDescription>",
    ]
    return "\n".join(lines) + "\n"


def _described(each: Type) -> Iterator[str]:
    yield "<typeDescription>"
    yield f"<name>{each.name}</name><description/>"
    yield f"<supertypeName>{each.parent}</supertypeName><features>"
    for name, kind in each.features:
        yield (
            f"<featureDescription><name>{name}</name><description/>"
            f"<rangeTypeName>uima.cas.{kind}</rangeTypeName></featureDescription>"
        )
    yield "</features></typeDescription>"


def type_system_json(types: Iterable[Type]) -> bytes:
    """The same as it stands at the beginning of JSON files."""
    table: dict[str, dict[str, Any]] = {
        each.name: {"%NAME": each.name, "%SUPER_TYPE": each.parent}
        | {name: {"%NAME": name, "%RANGE": f"uima.cas.{kind}"} for name, kind in each.features}
        for each in types
    }
    return msgspec.json.encode(table)
