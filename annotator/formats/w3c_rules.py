"""What the Web Annotation data model demands of an annotation. Imports errors.

Only that is checked without which its meaning cannot be told for sure, or which no program would
write; what is not known is left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from annotator.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_DATE = re.compile(
    r"-?\d{4,}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?)?)?(?:Z|[+-]\d\d:\d\d)?"
)
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S*")
_COLLECTIONS: Final = frozenset({"AnnotationCollection", "AnnotationPage"})

Json = dict[str, object]


def check(annotation: Json, where: str, *, is_inner: bool) -> None:
    """Raise RecordError for an object that is no annotation; `is_inner`: it is one of a page."""
    trouble = next(_troubles(annotation, is_inner=is_inner), None)
    if trouble is not None:
        raise RecordError(
            "this is no Web Annotation: {trouble}",
            where=where,
            remedy="export the annotations again, or correct the file",
            trouble=trouble,
        )


def is_collection(found: Json) -> bool:
    """Whether an object is a page or a collection of annotations that are not in it."""
    return bool(_COLLECTIONS & set(strings(found.get("type"))))


def strings(value: object) -> list[str]:
    """One string or a list of them, as a list."""
    found = value if isinstance(value, list) else [value]
    return [each for each in found if isinstance(each, str)]


def objects(value: object) -> list[object]:
    """One value or a list of them, as a list; nothing for null."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _troubles(found: Json, *, is_inner: bool) -> Iterator[str]:
    if CONTEXT not in strings(found.get("@context")) and ("@context" in found or not is_inner):
        yield f"its @context is not {CONTEXT}"
    if "Annotation" not in strings(found.get("type")) and not is_collection(found):
        yield "its type is not Annotation"
    if not isinstance(found.get("id", ""), str):
        yield "its id is not one address"
    if not is_collection(found):
        yield from _contents(found)


def _contents(found: Json) -> Iterator[str]:
    if not found.get("target"):
        yield "it has no target"
    if "bodyValue" in found and ("body" in found or not isinstance(found["bodyValue"], str)):
        yield "its bodyValue is no text, or stands beside a body"
    yield from _about(found)
    for each in objects(found.get("body")):
        yield from _body(each)
    for each in objects(found.get("target")):
        yield from _target(each)


def _about(found: Json) -> Iterator[str]:
    """Who made it, when, and where it was found."""
    for key in ("created", "modified", "generated"):
        if key in found and not _is_date(found[key]):
            yield f"{key} is no date"
    for key in ("creator", "generator"):
        if not all(isinstance(each, str | dict) for each in objects(found.get(key))):
            yield f"its {key} is neither an address nor an object"
    if not all(_ADDRESS.match(each) for each in strings(found.get("via"))):
        yield "via is no address"


def _body(body: object) -> Iterator[str]:
    if not isinstance(body, str | dict):
        yield "a body is neither an address nor an object"
    if not isinstance(body, dict):
        return
    if "TextualBody" in strings(body.get("type")) and not isinstance(body.get("value"), str):
        yield "the value of a TextualBody is no text"
    if "items" in body and "type" not in body:
        yield "what the items of a body are is not said"
    for key in ("format", "language"):
        if not all(isinstance(each, str) for each in objects(body.get(key))):
            yield f"the {key} of a body is no text"


def _target(target: object) -> Iterator[str]:
    if not isinstance(target, str | dict):
        yield "a target is neither an address nor an object"
    if not isinstance(target, dict):
        return
    if "SpecificResource" in strings(target.get("type")) and not target.get("source"):
        yield "a SpecificResource has no source"
    for selector in objects(target.get("selector")):
        if isinstance(selector, dict) and not isinstance(selector.get("value", ""), str):
            yield "the value of a selector is no text"


def _is_date(value: object) -> bool:
    return isinstance(value, str) and _DATE.fullmatch(value) is not None
