"""Web Annotations of any program: who gave which part which label, and where it stands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from annotator.errors import RecordError
from annotator.formats import w3c
from annotator.formats.foreign import ForeignSpan
from annotator.formats.recognising import recognise
from annotator.formats.w3c_rules import CONTEXT

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.formats.foreign import ForeignAnswer, ForeignDocument

TEXT = "Il 😀 sale. Il prezzo sale.\n\nIl 😀 scende."
HERE = "https://example.org/a"


def text_of(address: str) -> tuple[str, str] | None:
    return ("uid", TEXT) if address == HERE else None


def tag(value: str, purpose: str = "tagging") -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def annotation(*bodies: Any, **more: Any) -> dict[str, Any]:
    target = {"source": HERE}
    own = {"@context": CONTEXT, "type": "Annotation", "body": list(bodies), "target": target}
    return own | more


def at(*selectors: Any, **more: Any) -> dict[str, Any]:
    return {"target": {"source": HERE, "selector": list(selectors), **more}}


def position(start: Any, end: Any) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def quote(exact: str, prefix: str = "", suffix: str = "") -> dict[str, Any]:
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def read(path: Path, content: object) -> list[ForeignDocument]:
    path = path / "a.jsonld"
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return list(w3c.read(path, text_of))


def answers(path: Path, *found: object) -> list[ForeignAnswer]:
    return [answer for document in read(path, list(found)) for answer in document.answers]


def placed(path: Path, *selectors: Any) -> list[ForeignSpan]:
    (document,) = read(path, [annotation(tag("x"), **at(*selectors))])
    assert [remark.slug for remark in document.remarks] == (
        [] if document.answers else ["no_place"]
    )
    return [span for answer in document.answers for span in answer.spans]


# ------------------------------------------------------------------ what is said


def test_bodies_for_tagging_and_classifying_are_labels_others_are_notes(tmp_path: Path) -> None:
    bodies = [tag("x"), tag("y", "classifying"), tag("why", "commenting")]
    one, other = answers(tmp_path, annotation(*bodies, creator={"nickname": "ann", "id": "urn:a"}))
    assert (one.labels, other.labels) == (("x",), ("y",))
    assert (one.annotator, one.note, one.question, one.is_model) == ("ann", "why", None, False)
    assert one.where.endswith("a.jsonld, line 1")


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        ({"type": "TextualBody", "value": "x"}, ("x",)),
        ("urn:x", ("urn:x",)),
        ({"id": "urn:x"}, ("urn:x",)),
        ({"type": "SpecificResource", "source": "urn:x"}, ("urn:x",)),
        ({"type": "SpecificResource", "source": {"id": "urn:x"}, "purpose": "tagging"}, ("urn:x",)),
        ({"type": "Choice", "items": [{"id": "urn:x"}]}, ("urn:x",)),
        ({"purpose": "commenting", "value": "x"}, None),
        (None, None),
    ],
)
def test_motivation_is_the_purpose_of_bodies_without_one(
    tmp_path: Path, body: Any, labels: tuple[str, ...] | None
) -> None:
    found = annotation(motivation="classifying") | {"body": body}
    (document,) = read(tmp_path, found)
    if labels is None:
        assert (document.answers, document.remarks[0].slug) == ((), "no_label")
    else:
        assert [answer.labels for answer in document.answers] == [labels]


@pytest.mark.parametrize(
    ("creator", "who", "is_model"),
    [
        ("urn:someone", "urn:someone", False),
        ([{"name": "Ann"}, "urn:b"], "Ann", False),
        ({"type": "Software", "id": "urn:m"}, "urn:m", True),
        ({"email": "a@b.test"}, "a@b.test", False),
        ({}, None, False),
    ],
)
def test_creator_is_the_annotator(tmp_path: Path, creator: Any, who: Any, is_model: bool) -> None:
    (answer,) = answers(tmp_path, annotation(tag("x"), creator=creator))
    assert (answer.annotator, answer.is_model) == (who, is_model)


def test_body_value_is_a_note(tmp_path: Path) -> None:
    found = annotation(bodyValue="only words")
    del found["body"]
    (document,) = read(tmp_path, found)
    assert document.remarks[0].slug == "no_label"


def test_state_tag_says_what_an_answer_of_ours_is(tmp_path: Path) -> None:
    tags = [tag("frame:coded"), tag("frame#primary:a"), tag("frame#sureness:3")]
    codes = [tag("frame:a", "classifying"), tag("frame:b", "classifying")]
    none = annotation(tag("frame:none"))
    words = annotation(tag("other:coded"), tag("frame:none", "describing"))
    nothing = annotation(tag("frame:coded"), tag("frame#sureness:9"))
    found = answers(tmp_path, annotation(*tags, *codes), none, words, nothing)
    assert [(each.question, each.labels, each.value) for each in found] == [
        ("frame", ("a", "b"), None),
        ("frame#primary", ("a",), None),
        ("frame", ("none",), None),
        ("other", (), "frame:none"),
    ]
    assert [each.confidence for each in found] == [3, 3, None, None]


def test_answer_of_ours_about_a_paragraph_marks_no_words(tmp_path: Path) -> None:
    selectors = at(position(0, 10), quote("Il 😀 sale."))
    said = annotation(tag("f:coded"), tag("f:a", "classifying"), **selectors)
    marked = annotation(motivation="highlighting", **selectors) | {
        "body": tag("f:b", "classifying")
    }
    answer, words = answers(tmp_path, said, marked)
    assert (answer.start, answer.end, answer.spans) == (0, 10, ())
    assert (words.question, words.labels) == ("f", ())
    assert words.spans == (ForeignSpan(0, 10, "b", "Il 😀 sale."),)


# ------------------------------------------------------------------ where it stands


@pytest.mark.parametrize(
    ("selectors", "place"),
    [
        ([position(3, 4)], (3, 4)),
        ([position(3, 4), quote("😀")], (3, 4)),
        ([position(14, 20), quote("prezzo")], (14, 20)),
        ([position(15, 21), quote("prezzo")], (14, 20)),  # UTF-16 units
        ([position(0, 2), quote("prezzo")], (14, 20)),
        ([quote("prezzo")], (14, 20)),
        ([quote("sale", prefix="prezzo ")], (21, 25)),
        ([quote("Il 😀", suffix=" scende")], (28, 32)),
        ([position(0, 99), quote("scende")], (33, 39)),
        ([quote("sale")], None),
        ([quote("sale", prefix="costo ")], None),
        ([quote("missing")], None),
        ([position(0, 99)], None),
        ([position(4, 4)], None),
        ([position("3", 4)], None),
        ([position(21, 32), quote("sale. Il 😀")], (21, 32)),
        ([quote("")], None),
        ([{"type": "CssSelector", "value": "p"}], None),
        (["urn:s"], None),
        ([{"value": "p", "refinedBy": quote("prezzo")}], (14, 20)),
        ([{"value": "p", "refinedBy": position(3, 4)}], None),
        ([{"type": "TextQuoteSelector", "exact": "prezzo", "prefix": 3}], (14, 20)),
    ],
)
def test_position_counts_and_else_the_quotation_if_it_is_unique(
    tmp_path: Path, selectors: list[Any], place: tuple[int, int] | None
) -> None:
    found = [(span.start, span.end) for span in placed(tmp_path, *selectors)]
    assert found == ([] if place is None else [place])


def test_selectors_refined_without_end_are_followed_for_a_while(tmp_path: Path) -> None:
    deep: dict[str, Any] = quote("prezzo")
    for _ in range(60):
        deep = {"type": "FragmentSelector", "value": "p", "refinedBy": deep}
    assert placed(tmp_path, deep) == []


# ------------------------------------------------------------------ which text


def test_annotations_in_a_row_are_about_one_text(tmp_path: Path) -> None:
    there = {"target": "https://example.org/b"}
    found = read(
        tmp_path,
        [annotation(tag("x")), annotation(tag("y")), annotation(tag("z"), **there)],
    )
    assert [(each.name, len(each.answers), each.text) for each in found] == [
        (HERE, 2, TEXT),
        ("https://example.org/b", 1, ""),
    ]
    assert found[0].metadata == {"document": "uid", "address": HERE}


def test_copy_that_is_known_goes_before_the_source(tmp_path: Path) -> None:
    state = [{"type": "TimeState", "cached": HERE}, "urn:s"]
    target = {"source": {"id": "https://example.org/elsewhere"}, "state": state}
    (document,) = read(tmp_path, annotation(tag("x"), target=target))
    assert (document.text, document.name) == (TEXT, "https://example.org/elsewhere")


def test_every_target_is_annotated(tmp_path: Path) -> None:
    targets: list[Any] = [HERE, {"type": "Composite", "items": [{"id": "urn:b"}, 3, "urn:c"]}]
    found = read(tmp_path, annotation(tag("x"), target=[*targets, {"selector": quote("a")}]))
    assert [each.name for each in found] == [HERE, "urn:b", "urn:c", "?"]


def test_without_texts_labels_are_read_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(annotation(tag("x"), **at(position(3, 4)))))
    (document,) = w3c.read(path)
    assert (document.text, document.answers[0].labels) == ("", ("x",))


# ------------------------------------------------------------------ files


PAGE = {
    "@context": CONTEXT,
    "type": "AnnotationPage",
    "items": [{"type": "Annotation", "target": HERE, "body": tag("x")}],
}


@pytest.mark.parametrize(
    "content",
    [
        PAGE,
        [annotation(tag("x"))],
        annotation(tag("x")),
        json.dumps(annotation(tag("x"))) + "\n",
        {"@context": CONTEXT, "type": "AnnotationCollection", "first": PAGE, "total": 1},
    ],
)
def test_page_collection_list_and_single_annotation_are_read(tmp_path: Path, content: Any) -> None:
    (document,) = read(tmp_path, content)
    assert document.answers[0].labels == ("x",)
    assert recognise(tmp_path / "a.jsonld") == "w3c"


def test_collection_whose_pages_are_elsewhere_holds_nothing(tmp_path: Path) -> None:
    content = {"@context": CONTEXT, "type": "AnnotationCollection", "first": "urn:page"}
    assert read(tmp_path, content) == []


HYPOTHESIS: dict[str, Any] = {
    "id": "a1",
    "user": "acct:ann@hypothes.is",
    "uri": HERE,
    "text": "why",
    "tags": ["x", "frame:none"],
    "target": [
        {"source": HERE, "selector": [{"type": "RangeSelector"}, position(4, 6), quote("😀 ")]}
    ],
}


@pytest.mark.parametrize("key", ["rows", "annotations", None])
def test_what_hypothesis_exports_is_read(tmp_path: Path, key: str | None) -> None:
    one = HYPOTHESIS | {"tags": ["x", "y"]}
    (document,) = read(tmp_path, one if key is None else {"total": 1, key: [one]})
    first, second = document.answers
    assert (first.annotator, first.note) == ("acct:ann@hypothes.is", "why")
    assert [first.spans[0].label, second.spans[0].label] == ["x", "y"]
    assert recognise(tmp_path / "a.jsonld") == "w3c"


def test_tags_of_a_reader_who_writes_as_we_do_are_understood(tmp_path: Path) -> None:
    (answer,) = answers(tmp_path, HYPOTHESIS)
    assert (answer.question, answer.labels) == ("frame", ("none",))


def test_note_of_hypothesis_without_tags_gives_no_label(tmp_path: Path) -> None:
    (document,) = read(tmp_path, HYPOTHESIS | {"tags": [], "text": ""})
    assert (document.answers, document.remarks[0].slug) == ((), "no_label")


def test_archive_of_such_files_is_read(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("a.jsonld", json.dumps(annotation(tag("x"))))
        packed.writestr("b.txt", "no JSON")
    assert recognise(tmp_path / "a.zip") == "w3c"
    (document,) = w3c.read(tmp_path / "a.zip", text_of)
    assert document.answers[0].where == "a.jsonld, line 1"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("this is none", "no JSON"),
        ("[3]", "object"),
        (json.dumps(PAGE)[:-3], "cut off"),
        (json.dumps(PAGE)[:-1] + ",}", "name in double quotes"),
        (json.dumps(annotation(tag("x"), id=["a", "b"])), "id is not one address"),
        ('{"@context"', "cut off"),
    ],
)
def test_what_is_none_is_refused_with_its_line(tmp_path: Path, content: str, words: str) -> None:
    with pytest.raises(RecordError) as caught:
        read(tmp_path, content)
    assert words in str(caught.value)
    assert "line 1" in str(caught.value)
