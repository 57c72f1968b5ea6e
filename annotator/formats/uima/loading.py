"""A CAS file as dkpro-cassis reads it: texts, and annotations with the values of their features.

Imports text.cas; cassis inside functions, in another process. Offsets stay as the file has them:
cassis passes over those that split a character. What the type system lacks is added to it for this
file, so that the rest can be read, and is listed.
"""

from __future__ import annotations

import io
import json
import warnings
from collections import Counter
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
    from collections.abc import Container, Iterable, Iterator

# Objects of cassis, which has no types.
Cas = Any
CasView = Any
TypeSystem = Any
Annotation = Any

_ANNOTATION: Final = "uima.tcas.Annotation"
_STRING: Final = "uima.cas.String"
_PLACE: Final = frozenset({"sofa", "begin", "end"})
# Features that cassis calls otherwise, as Python has these words.
_RENAMED: Final = {"self_": "self", "type_": "type"}
# What cassis reads by itself.
_ALWAYS: Final = frozenset({SOFA, VIEW, "uima.cas.NULL"})


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
    # By type and feature, of types that are known: `a.b.Type:feature`.
    unknown_features: dict[str, int] = field(default_factory=dict)


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
        read = _json if is_json(content) else _xmi
        cas, result = read(content, types, seen)
    result.fields, result.id = seen.about.fields, seen.about.id
    for view in cas.views:
        found = tuple(_found(view, seen, result))
        result.views.append(View(view.sofa.sofaID, view.sofa.sofaString or "", found))
    return result


class _Seen:
    """What stands in the file: types with their features, and the places of annotations."""

    def __init__(self, every: Iterable[Structure]):
        self.about = About()
        self.counts: dict[str, int] = {}
        self.features: dict[str, Counter[str]] = {}
        self.places: dict[int, tuple[int, int]] = {}
        for each in every:
            self.counts[each.type] = self.counts.get(each.type, 0) + 1
            self.features.setdefault(each.type, Counter()).update(each.features.keys())
            self.about.take(each)
            if "begin" in each.features:
                place = each.number("begin"), each.number("end")
                self.places[int(each.id)] = place

    def lacking(self, types: TypeSystem, also: Iterable[str] = ()) -> dict[str, int]:
        """The types that a type system does not have, with how many there are."""
        known = {*_ALWAYS, *also}
        return {
            name: n
            for name, n in sorted(self.counts.items())
            if name not in known and not name.endswith("[]") and not types.contains_type(name)
        }

    def lacking_features(self, types: TypeSystem) -> Iterator[tuple[Annotation, str, int]]:
        """The features that types of a type system do not have, the types in order of descent."""
        known = (types.get_type(name) for name in self.features.keys() - _ALWAYS)
        for each in sorted(known, key=lambda one: (_n_ancestors(one), one.name)):
            for feature, n in sorted(self.features[each.name].items()):
                has = {_RENAMED.get(one.name, one.name) for one in each.all_features}
                if feature not in _PLACE and feature not in has:
                    yield each, feature, n


def _n_ancestors(kind: Annotation) -> int:
    return 0 if kind.supertype is None else 1 + _n_ancestors(kind.supertype)


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
        features = seen.features[name].keys()
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


def _xmi(content: bytes, types: bytes | None, seen: _Seen) -> tuple[Cas, Loaded]:
    import cassis

    system = _kept_types(types)
    result = Loaded(unknown=seen.lacking(system))
    if result.unknown or any(True for _ in seen.lacking_features(system)):
        system = _with_unknown(_types_of(types), result.unknown, seen)
        for kind, feature, n in seen.lacking_features(system):
            system.create_feature(kind, feature, _STRING)
            result.unknown_features[f"{kind.name}:{feature}"] = n
    # Trusted: long texts are taken. There is no document type, and the file's size is limited.
    cas = cassis.load_cas_from_xmi(io.BytesIO(content), typesystem=system, trusted=True)
    return cas, result


def _json(content: bytes, types: bytes | None, seen: _Seen) -> tuple[Cas, Loaded]:
    """Types within the file are enough: cassis refuses two descriptions of one type."""
    import cassis
    from cassis.typesystem import array_type_name_for_type

    data = decoded(content)
    for each in of_json(data):
        if each.type.endswith("[]"):  # cassis takes all these for lists of references
            each.features["%TYPE"] = array_type_name_for_type(each.type.removesuffix("[]"))
    within = data.get(TYPES) or {}
    system = cassis.TypeSystem() if within else _types_of(types)
    result = Loaded(unknown=seen.lacking(system, within))
    cas = cassis.load_cas_from_json(
        io.StringIO(json.dumps({"%VIEWS": {}, **data})),
        typesystem=_with_unknown(system, result.unknown, seen),
        merge_typesystem=bool(within),
    )
    return cas, result


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
        values, references = _said(each, result.unknown_features)
        yield Found(name, begin, end, values, tuple(references))


def _said(
    each: Annotation, unknown: Container[str]
) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """The values of its features, and the features that are no values."""
    from cassis.typesystem import is_primitive, is_primitive_array

    values: dict[str, tuple[str, ...]] = {}
    references = []
    for feature in each.type.all_features:
        value = getattr(each, feature.name)
        name = _RENAMED.get(feature.name, feature.name)
        if value is None or name in _PLACE or f"{feature.domainType.name}:{name}" in unknown:
            continue
        if is_primitive(feature.rangeType):
            values[name] = (_as_text(value),)
        elif is_primitive_array(feature.rangeType):
            values[name] = tuple(map(_as_text, value.elements or ()))
        else:
            references.append(name)
    return values, references


def _as_text(value: object) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)
