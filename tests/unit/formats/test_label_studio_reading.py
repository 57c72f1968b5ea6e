"""Label Studio's JSON in its many shapes: what is read, what is listed, what is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from annotator.errors import RecordError
from annotator.formats.foreign import ForeignAnswer, ForeignDocument, ForeignSpan
from annotator.formats.label_studio import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Reading = Callable[..., list[ForeignDocument]]

TEXT = "Il 😀 costa poco."


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    def read_tasks(*tasks: object, lines: bool = False) -> list[ForeignDocument]:
        path = tmp_path / "tasks.json"
        path.write_text("\n".join(map(json.dumps, tasks)) if lines else json.dumps(tasks), "utf-8")
        return list(read(path))

    return read_tasks


def chosen(*choices: str, name: str = "q", **more: Any) -> dict[str, Any]:
    return {"from_name": name, "type": "choices", "value": {"choices": list(choices), **more}}


def marked(start: Any, end: Any, label: str, text: str | None = None) -> dict[str, Any]:
    value = {"start": start, "end": end, "labels": [label]}
    return {"from_name": "ner", "type": "labels", "value": value | ({"text": text} if text else {})}


def task(*results: Any, text: str = TEXT, **annotation: Any) -> dict[str, Any]:
    said = {"result": list(results), **annotation}
    return {"id": 7, "data": {"text": text}, "annotations": [said]}


def only(documents: list[ForeignDocument]) -> ForeignAnswer:
    (document,) = documents
    (answer,) = document.answers
    return answer


@pytest.mark.parametrize("lines", [False, True])
def test_choice_is_an_answer_of_its_control(reading: Reading, lines: bool) -> None:
    (document,) = reading(task(chosen("a", "b"), completed_by=3), lines=lines)
    assert (document.name, document.text) == ("7", TEXT)
    assert document.answers == (
        ForeignAnswer(
            annotator="3", question="q", labels=("a", "b"), where="task 7 (line 1), annotation 1"
        ),
    )


@pytest.mark.parametrize(
    ("who", "name"),
    [
        (None, None),
        (4, "4"),
        ({"id": 4, "email": "a@b.test"}, "a@b.test"),
        ({"id": 4}, "4"),
        ({}, None),
        ([1], None),
    ],
)
def test_annotator_is_a_number_or_an_object(reading: Reading, who: Any, name: str | None) -> None:
    assert only(reading(task(chosen("a"), completed_by=who))).annotator == name


@pytest.mark.parametrize(("start", "end"), [(3, 5), ("3", "5"), (3, 4)])
def test_offsets_are_what_gives_the_words_back(reading: Reading, start: Any, end: Any) -> None:
    answer = only(reading(task(marked(start, end, "x", "😀"))))
    assert answer.spans == (ForeignSpan(3, 4, "x", "😀"),)


def test_offsets_without_words_count_utf16(reading: Reading) -> None:
    answer = only(reading(task(marked(6, 11, "x"))))
    assert answer.spans == (ForeignSpan(5, 10, "x", "costa"),)


def test_words_that_stand_elsewhere_once_are_found_there(reading: Reading) -> None:
    answer = only(reading(task(marked(0, 4, "x", "poco"))))
    assert answer.spans == (ForeignSpan(11, 15, "x", "poco"),)


@pytest.mark.parametrize(
    ("result", "slug"),
    [
        (marked(0, 2, "x", "nowhere"), "words_not_found"),
        (marked(3, 99, "x"), "outside_text"),
        ({"type": "rectanglelabels", "value": {"x": 1}}, "unknown_kind"),
    ],
)
def test_what_cannot_be_read_is_listed(reading: Reading, result: Any, slug: str) -> None:
    (document,) = reading(task(result))
    assert document.answers == ()
    assert [remark.slug for remark in document.remarks] == [slug]
    assert "task 7" in str(document.remarks[0])


def test_choice_about_a_region_has_its_place(reading: Reading) -> None:
    answer = only(reading(task(chosen("a", start=6, end=11, text="costa"))))
    assert (answer.labels, answer.start, answer.end) == (("a",), 5, 10)


def test_words_paths_and_ratings_are_answers(reading: Reading) -> None:
    (document,) = reading(
        task(
            {"from_name": "t", "type": "textarea", "value": {"text": ["one", "two"]}},
            {"from_name": "t", "type": "textarea", "value": {"text": "three"}},
            {"from_name": "p", "type": "taxonomy", "value": {"taxonomy": [["A", "B"], "C"]}},
            {"from_name": "r", "type": "rating", "value": {"rating": 4}},
            {"from_name": "w", "type": "pairwise", "value": {"pairwise": "left"}},
            {"from_name": 3, "type": "choices", "value": {"choices": None}},
        )
    )
    assert [(each.question, each.labels, each.value) for each in document.answers] == [
        ("t", (), "one\ntwo"),
        ("t", (), "three"),
        ("p", ("A>B", "C"), None),
        ("r", ("4",), None),
        ("w", ("left",), None),
        (None, (), None),
    ]


def test_what_is_no_result_is_passed_over(reading: Reading) -> None:
    (document,) = reading(task(3, {"type": "choices", "value": 4}, {"value": {}}))
    assert document.answers == ()


def test_skipped_task_is_skipped(reading: Reading) -> None:
    assert only(reading(task(was_cancelled=True))).state == "skipped"
    assert only(reading(task(chosen("a"), was_cancelled=True))).state == "skipped"


def test_annotation_without_results_says_that_somebody_looked(reading: Reading) -> None:
    answer = only(reading(task(completed_by=1)))
    assert (answer.state, answer.labels) == ("coded", ())
    assert only(reading({"text": "x", "annotations": [{"result": "?"}]})).labels == ()


def test_prediction_is_an_answer_of_a_model(reading: Reading) -> None:
    (document,) = reading(
        {
            "data": {"text": TEXT},
            "predictions": [
                {"result": [chosen("a")], "model_version": "m1"},
                {"result": [chosen("b")]},
                "?",
            ],
        }
    )
    assert [(each.annotator, each.is_model) for each in document.answers] == [
        ("m1", True),
        ("model", True),
    ]


def test_second_annotation_of_one_person_is_told_apart(reading: Reading) -> None:
    twice = task(chosen("a"))
    twice["annotations"] += [{"result": [chosen("b")]}, {"result": [], "completed_by": 2}]
    (document,) = reading(twice)
    assert [each.annotator for each in document.answers] == [None, "unnamed (2)", "2"]
    assert [remark.slug for remark in document.remarks] == ["annotated_twice"]


def test_bare_task_has_its_text_beside_the_rest(reading: Reading) -> None:
    documents = reading({"text": "zzz", "n": 3, "gone": None, "more": [1]}, {"body": "yyy"})
    assert [document.text for document in documents] == ["zzz", "yyy"]
    assert documents[0].metadata == {"n": "3", "gone": ""}


def test_task_without_text_is_listed(reading: Reading) -> None:
    (document,) = reading({"data": {"image": "a.png"}, "annotations": [{"result": [chosen("a")]}]})
    assert document.text == ""
    assert [remark.slug for remark in document.remarks] == ["no_text"]
    assert len(document.answers) == 1


def test_dialogue_is_one_text_with_its_phrases_as_paragraphs(reading: Reading) -> None:
    def part(start: str, end: str, **offsets: int) -> dict[str, Any]:
        value = {"start": start, "end": end, "paragraphlabels": ["P"], **offsets}
        return {"type": "paragraphlabels", "source": "$talk", "value": value}

    (document,) = reading(
        {
            "data": {"talk": [{"text": "Ciao."}, {"text": "Come va?"}]},
            "annotations": [
                {
                    "result": [
                        part("0", "1", startOffset=2, endOffset=4),
                        part("0", "5", startOffset=0, endOffset=1),
                        part("0", "1", startOffset=0),
                    ]
                }
            ],
        }
    )
    assert document.text == "Ciao.\n\nCome va?"
    assert [each.spans for each in document.answers] == [
        (ForeignSpan(2, 11, "P", "ao.\n\nCome"),),
    ]
    assert len(document.remarks) == 2


def test_what_is_no_task_is_refused(reading: Reading) -> None:
    with pytest.raises(RecordError, match="line 1 is no task"):
        reading("a text")


def test_numbers_are_read_by_the_key_beside_them(tmp_path: Path) -> None:
    (tmp_path / "tasks.json").write_text(json.dumps([task(chosen("a"), completed_by=2)]))
    assert [each.answers[0].annotator for each in read(tmp_path)] == ["2"]
    (tmp_path / "annotators.csv").write_text("number,annotator\n1,k7\n2,m3\nodd\n")
    assert [each.answers[0].annotator for each in read(tmp_path)] == ["m3"]
