"""Answers as Web Annotations: which part of which article, and what is said of it."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from annotator.formats import w3c
from annotator.formats.w3c_rules import check
from tests.unit.formats.corpora import UID, a_corpus, record

if TYPE_CHECKING:
    from annotator.formats.corpus import Corpus

STANCE: dict[str, Any] = {"target": "chinese_ai", "holder": "person:Ann: Lee", "codes": ("mixed",)}


def written(told: Corpus) -> tuple[dict[str, Any], dict[str, int]]:
    out = io.BytesIO()
    done = w3c.write(told, out)
    return json.loads(out.getvalue()), done.lost


def items(*records: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = written(a_corpus(*records))[0]["first"]["items"]
    return found


def said(item: dict[str, Any]) -> list[tuple[str, str]]:
    return [(body["purpose"], body["value"]) for body in item["body"]]


def test_page_in_a_collection_holds_all_annotations() -> None:
    found, _ = written(a_corpus(record(evidence=[(3, 4, "economic")]), record("flag")))
    page = found["first"]
    assert (found["type"], page["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert (found["label"], found["total"], len(page["items"])) == ("P", 3, 3)
    check(found, "", is_inner=False)
    for item in page["items"]:
        check(item, "", is_inner=True)


def test_empty_project_gives_an_empty_page() -> None:
    found, _ = written(replace(a_corpus(), documents=[]))
    assert (found["first"]["items"], found["total"]) == ([], 0)


def test_answer_has_a_body_for_each_code_and_one_for_its_state() -> None:
    answers = (
        record(codes=("economic", "other"), primary="other", confidence=2),
        record(state="none"),
        record("stance", **STANCE),
        record("frame_other", value="a:none"),
    )
    assert [said(item) for item in items(*answers)] == [
        [
            ("tagging", "frame:coded"),
            ("classifying", "frame:economic"),
            ("classifying", "frame:other"),
            ("tagging", "frame#primary:other"),
            ("tagging", "frame#sureness:2"),
        ],
        [("tagging", "frame:none")],
        [
            ("tagging", "stance__chinese_ai__person:Ann: Lee:coded"),
            ("classifying", "stance__chinese_ai__person:Ann: Lee:mixed"),
        ],
        [("tagging", "frame_other:coded"), ("describing", "a:none")],
    ]


def test_target_is_a_part_of_the_canonical_text_with_words_around_it() -> None:
    answer, marked = items(record(paragraph=1, evidence=[(7, 13, "economic")]))
    assert answer["target"] == {
        "type": "SpecificResource",
        "source": f"urn:uuid:{UID}",
        "selector": [
            {"type": "TextPositionSelector", "start": 12, "end": 25},
            {
                "type": "TextQuoteSelector",
                "exact": "Piove\nancora.",
                "prefix": "Il 😀 sale.\n\n",
                "suffix": "",
            },
        ],
    }
    position, quote = marked["target"]["selector"]
    assert (position["start"], position["end"], quote["exact"]) == (19, 25, "ncora.")
    assert (marked["motivation"], marked["body"]["value"]) == ("highlighting", "frame:economic")


def test_words_around_are_32_characters() -> None:
    told = a_corpus(record(evidence=[(50, 51)]))
    coded = next(iter(told.documents))
    paragraph = replace(coded.paragraphs[0], text="a" * 49 + "😀b" + "c" * 49)
    long = replace(told, documents=[replace(coded, paragraphs=(paragraph,))])
    _, marked = written(long)[0]["first"]["items"]
    quote = marked["target"]["selector"][1]
    assert (quote["prefix"], quote["suffix"]) == ("a" * 31 + "😀", "c" * 32)
    assert marked["body"]["value"] == "frame:any"


def test_article_is_a_target_without_selectors() -> None:
    words = [(0, 5, None, 1)]
    answer, marked = items(record("overall", paragraph=None, kind=None, evidence=words))
    assert answer["target"] == {"type": "SpecificResource", "source": f"urn:uuid:{UID}"}
    assert marked["target"]["selector"][0]["start"] == 12


@pytest.mark.parametrize(
    ("url", "is_source"),
    [
        ("https://example.org/a?b=c#d", True),
        ("www.example.org/a", False),
        ("https://example.org/a b", False),
        ("", False),
    ],
)
def test_web_address_of_an_article_is_its_source(url: str, is_source: bool) -> None:
    told = a_corpus(record())
    coded = next(iter(told.documents))
    document = replace(coded.document, url=url)
    found, _ = written(replace(told, documents=[replace(coded, document=document)]))
    target = found["first"]["items"][0]["target"]
    copy = f"urn:uuid:{UID}"
    if is_source:
        assert target["source"] == url
        assert target["state"] == {"type": "TimeState", "cached": copy}
    else:
        assert (target["source"], "state" in target) == (copy, False)


def test_creator_is_a_pseudonym_and_identities_stay_here() -> None:
    uid = "55555555-5555-4555-8555-555555555555"
    own = {"uid": uid, "annotator_uid": uid, "device": uid}
    (human, model) = items(record(**own), record(annotator="m3", annotator_kind="model"))
    assert human["creator"] == {"type": "Person", "nickname": "k7"}
    assert model["creator"] == {"type": "Software", "nickname": "m3"}
    assert human["modified"] == "2026-03-02T09:14:07Z"
    assert uid not in json.dumps(human)


def test_losses_are_counted() -> None:
    told = a_corpus(
        record(note="x", rev=2, duration_ms=5), record(round="again"), rounds=("main", "again")
    )
    assert written(told)[1] == {
        "notes": 1,
        "revision numbers above 1": 1,
        "time spent on answers": 1,
        "names of rounds of answers": 2,
    }


def test_progress_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(w3c, "_BUFFER", 1)
    told: list[int] = []
    w3c.write(a_corpus(record()), io.BytesIO(), told.append)
    w3c.write(a_corpus(record()), io.BytesIO())
    assert told == [1]
