"""What the model of Web Annotations forbids is refused in words; what it allows is taken."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.errors import RecordError
from annotator.formats.w3c_rules import CONTEXT, check

TEXT = {"type": "TextualBody", "value": "x"}
SOUND: dict[str, Any] = {
    "@context": CONTEXT,
    "id": "urn:a",
    "type": "Annotation",
    "target": "urn:b",
}


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"@context": [CONTEXT, "http://example.org/more.json"], "type": ["Annotation", "Own"]},
        {"body": "urn:c"},
        {"body": [TEXT, "urn:d", {"id": "urn:e", "format": "a/b", "language": ["it", "en"]}]},
        {"body": {"type": "Choice", "items": ["urn:f"]}},
        {"bodyValue": "words"},
        {"target": [{"source": "urn:g", "selector": "urn:s"}, {"id": "urn:h"}]},
        {"target": {"type": "SpecificResource", "source": "urn:g", "selector": {"value": "p"}}},
        {"creator": ["urn:i", {"id": "urn:j"}], "generator": "urn:k", "via": ["urn:l"]},
        {"created": "2026-03-02T09:14:07.5Z", "modified": "2026-03-02", "generated": "2026"},
    ],
)
def test_sound_annotation_is_taken(more: dict[str, Any]) -> None:
    check(SOUND | more, "", is_inner=False)


@pytest.mark.parametrize("name", ["AnnotationCollection", "AnnotationPage"])
def test_collection_needs_no_target(name: str) -> None:
    check({"@context": CONTEXT, "type": name}, "", is_inner=False)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"@context": "http://example.org/own.json"}, "@context"),
        ({"type": "Squirrel"}, "type is not"),
        ({"id": ["urn:a", "urn:b"]}, "id is not"),
        ({"target": None}, "no target"),
        ({"target": 9}, "neither an address nor an object"),
        ({"target": {"type": "SpecificResource"}}, "no source"),
        ({"target": {"source": "urn:b", "selector": {"value": ["x", "y"]}}}, "selector"),
        ({"body": 6}, "a body is neither"),
        ({"body": {"type": "TextualBody"}}, "TextualBody"),
        ({"body": {"type": "TextualBody", "value": ["x", "y"]}}, "TextualBody"),
        ({"body": {"items": ["urn:c"]}}, "items"),
        ({"body": {"id": "urn:c", "format": 6}}, "format"),
        ({"body": {"id": "urn:c", "language": [3]}}, "language"),
        ({"bodyValue": 23}, "bodyValue"),
        ({"bodyValue": "x", "body": TEXT}, "bodyValue"),
        ({"creator": 6}, "creator"),
        ({"generator": [42]}, "generator"),
        ({"modified": "an hour ago"}, "modified"),
        ({"generated": ["2015-01-28T12:00:00Z"]}, "generated"),
        ({"via": "not one"}, "via"),
    ],
)
def test_what_the_model_forbids_is_refused(more: dict[str, Any], words: str) -> None:
    with pytest.raises(RecordError) as caught:
        check(SOUND | more, "file, line 3", is_inner=False)
    assert words in str(caught.value)
    assert "file, line 3" in str(caught.value)


def test_context_is_needed_but_in_a_page() -> None:
    bare = {key: value for key, value in SOUND.items() if key != "@context"}
    check(bare, "", is_inner=True)
    with pytest.raises(RecordError, match="@context"):
        check(bare, "", is_inner=False)
