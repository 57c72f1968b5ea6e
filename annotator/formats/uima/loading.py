"""A CAS file as dkpro-cassis reads it: texts, and annotations with the values of their features.

Imports text.cas; cassis inside functions, in another process. Offsets stay as the file has them:
cassis passes over those that split a character. What the type system lacks is added to it for this
file, so that the rest can be read, and is listed.
"""

from __future__ import annotations

import io
import json
import warnings
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct, field

from annotator.text.cas import (
    ABOUT,
    DOCUMENT,
    SOFA,
    TYPES,
    VIEW,
    Structure,
    decoded,
    is_json,
    is_linguistic,
    is_structural,
    of_json,
    root_of,
    structures,
)
from annotator.text.uima import About

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Objects of cassis, which has no types.
Cas = Any
CasView = Any
TypeSystem = Any
Annotation = Any

_ANNOTATION: Final = "uima.tcas.Annotation"
_STRING: Final = "uima.cas.String"
_PLACE: Final = frozenset({"sofa", "begin", "end"})
_NULL: Final = "uima.cas.NULL"


class Found(Struct, frozen=True):
    """An annotation: its type, its place in UTF-16 units, the values of its features.

    `references` names the features that point to other annotations, and those that are lists.
    """

    type: str
    begin: int
    end: int
    values: dict[str, tuple[str, ...]] = {}
    references: tuple[str, ...] = ()


class View(Struct, frozen=True):
    """A text with its annotations."""

    name: str
    text: str
    found: tuple[Found, ...]


class Loaded(Struct):
    """A file: its texts, what it says of them, and what is no answer, counted by type."""

    views: list[View] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    id: str = ""
    linguistic: dict[str, int] = field(default_factory=dict)
    unknown: dict[str, int] = field(default_factory=dict)


def load(content: bytes, types: bytes | None) -> Loaded:
    """Read a file. Called in another process, where cassis may fail in any way.

    Args:
        content: XMI or JSON.
        types: the description of types that belongs to it; None for those of DKPro Core.

    Raises:
        ImportFailed: damaged, no CAS, or with a document type.
    """
    seen = _Seen(structures(content))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        cas, unknown = (
            _json(content, types, seen) if is_json(content) else _xmi(content, types, seen)
        )
    result = Loaded(fields=seen.about.fields, id=seen.about.id)
    result.unknown = {name: seen.counts[name] for name in unknown}
    for view in cas.views:
        found = tuple(_found(view, seen, result))
        result.views.append(View(view.sofa.sofaID, view.sofa.sofaString or "", found))
    return result


class _Seen:
    """What stands in the file: types with their features, and the places of annotations."""

    def __init__(self, every: Iterable[Structure]):
        self.about = About()
        self.counts: dict[str, int] = {}
        self.features: dict[str, set[str]] = {}
        self.places: dict[int, tuple[int, int]] = {}
        for each in every:
            self.counts[each.type] = self.counts.get(each.type, 0) + 1
            self.features.setdefault(each.type, set()).update(each.features)
            self.about.take(each)
            if "begin" in each.features:
                place = each.number("begin"), each.number("end")
                self.places[int(each.id)] = place

    def lacking(self, types: TypeSystem, also: Iterable[str] = ()) -> list[str]:
        """The types that a type system does not have, sorted."""
        known = {SOFA, VIEW, _NULL, *also}
        return sorted(
            name
            for name in self.counts
            if name not in known and not name.endswith("[]") and not types.contains_type(name)
        )


# ------------------------------------------------------------------ types


def _types_of(content: bytes | None) -> TypeSystem:
    """The types that are described in this file, else those of DKPro Core."""
    import cassis

    if content is not None:
        root_of(content)  # refuses a document type
        return cassis.load_typesystem(io.BytesIO(content))
    with files("cassis.resources").joinpath("dkpro-core-types.xml").open("rb") as file:
        types = cassis.load_typesystem(file)
    about = types.create_type(ABOUT, DOCUMENT)
    for name in ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri"):
        types.create_feature(about, name, _STRING)
    types.create_feature(about, "isLastSegment", "uima.cas.Boolean")
    return types


# The same types serve all files of a folder; they are not changed.
_kept_types = lru_cache(maxsize=4)(_types_of)


def _with_unknown(types: TypeSystem, unknown: Iterable[str], seen: _Seen) -> TypeSystem:
    """The same types, and these, whose features are all read as words or as references."""
    for name in unknown:
        features = seen.features[name]
        made = types.create_type(name, next(parent for has, parent in _PARENTS if has <= features))
        for feature in sorted(features):
            if feature.removeprefix("@") in _PLACE or feature.startswith("%"):
                continue
            is_reference = feature.startswith("@")
            kind = "uima.cas.TOP" if is_reference else _STRING
            types.create_feature(made, feature.removeprefix("@"), kind)
    return types


# What a type is at least, by the features that stand in the file.
_PARENTS: Final = (
    (frozenset({"begin"}), _ANNOTATION),
    (frozenset({"sofa"}), "uima.cas.AnnotationBase"),
    (frozenset({"@sofa"}), "uima.cas.AnnotationBase"),
    (frozenset[str](), "uima.cas.TOP"),
)


def _xmi(content: bytes, types: bytes | None, seen: _Seen) -> tuple[Cas, list[str]]:
    import cassis

    system = _kept_types(types)
    unknown = seen.lacking(system)
    if unknown:
        system = _with_unknown(_types_of(types), unknown, seen)
    # Trusted: long texts are taken. There is no document type, and the file's size is limited.
    return cassis.load_cas_from_xmi(io.BytesIO(content), typesystem=system, trusted=True), unknown


def _json(content: bytes, types: bytes | None, seen: _Seen) -> tuple[Cas, list[str]]:
    """Types within the file are enough: cassis refuses two descriptions of one type."""
    import cassis
    from cassis.typesystem import array_type_name_for_type

    data = decoded(content)
    for each in of_json(data):
        if each.type.endswith("[]"):  # cassis takes all these for lists of references
            each.features["%TYPE"] = array_type_name_for_type(each.type.removesuffix("[]"))
    within = data.get(TYPES) or {}
    system = cassis.TypeSystem() if within else _types_of(types)
    unknown = seen.lacking(system, within)
    cas = cassis.load_cas_from_json(
        io.StringIO(json.dumps({"%VIEWS": {}, **data})),
        typesystem=_with_unknown(system, unknown, seen),
        merge_typesystem=bool(within),
    )
    return cas, unknown


# ------------------------------------------------------------------ annotations


def _found(view: CasView, seen: _Seen, result: Loaded) -> Iterator[Found]:
    """The annotations of a view that may be somebody's answers."""
    for each in view.get_all_fs():
        name = each.type.name
        if each.xmiID not in seen.places or is_structural(name) or name in result.unknown:
            continue
        if is_linguistic(name):
            result.linguistic[name] = result.linguistic.get(name, 0) + 1
            continue
        begin, end = seen.places[each.xmiID]
        values, references = _said(each)
        yield Found(name, begin, end, values, tuple(references))


def _said(each: Annotation) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """The values of its features, and the features that are no values."""
    from cassis.typesystem import is_primitive, is_primitive_array

    values: dict[str, tuple[str, ...]] = {}
    references = []
    for feature in each.type.all_features:
        value = getattr(each, feature.name)
        if value is None or feature.name in _PLACE:
            continue
        if is_primitive(feature.rangeType):
            values[feature.name] = (_as_text(value),)
        elif is_primitive_array(feature.rangeType):
            values[feature.name] = tuple(map(_as_text, value.elements or ()))
        else:
            references.append(feature.name)
    return values, references


def _as_text(value: object) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)
