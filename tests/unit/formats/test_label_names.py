"""Names of questions and codes: written and read back, also where keys have the separators."""

from __future__ import annotations

import pytest

from annotator.codebook import parse_codebook, read_codebook
from annotator.formats.label_names import LabelNames, Meaning, Question
from annotator.model import Codebook
from annotator.resources import shipped_codebook

TOML = """
format = 1
[codebook]
key = "t"
version = "1.0.0"
languages = ["en"]
title = "T"
[[layer]]
key = "a"
label = "A"
question = "A?"
answer = "multiple"
unit = "paragraph"
[[layer.code]]
key = "x"
label = "X"
definition = "X."
[[layer.code]]
key = "b__x"
label = "BX"
definition = "BX."
[[layer]]
key = "a__b"
label = "AB"
question = "AB?"
answer = "single"
unit = "paragraph"
codes_from = "a"
[[layer]]
key = "side"
label = "S"
question = "S?"
answer = "scale"
unit = "paragraph"
per_target = true
[[layer.code]]
key = "pro"
label = "Pro"
definition = "Pro."
value = 0
[[layer.code]]
key = "con"
label = "Con"
definition = "Con."
value = 1
[[layer]]
key = "side2"
label = "S2"
question = "S2?"
answer = "scale"
unit = "paragraph"
per_target = true
codes_from = "side"
[[target]]
key = "tax"
label = "Tax"
definition = "Tax."
"""


@pytest.fixture(scope="module")
def shipped() -> LabelNames:
    codebook = read_codebook(shipped_codebook()).codebook
    assert codebook is not None
    return LabelNames(codebook)


@pytest.fixture(scope="module")
def crossed() -> LabelNames:
    checked = parse_codebook(TOML)
    assert isinstance(checked.codebook, Codebook), [str(each) for each in checked.mistakes]
    return LabelNames(checked.codebook)


@pytest.mark.parametrize(
    ("question", "code", "label"),
    [
        (Question("frame"), "economic", "economic"),
        (Question("stance", "chinese_ai", "author"), "favour", "chinese_ai:author:favour"),
        (
            Question("stance", "chinese_ai", "person:A: b__c"),
            "mixed",
            "chinese_ai:person:A: b__c:mixed",
        ),
    ],
)
def test_label_of_a_paragraph_is_read_back(
    shipped: LabelNames, question: Question, code: str, label: str
) -> None:
    assert shipped.label(question, code, "paragraph") == label
    found = shipped.meanings(label)
    assert [each for each in found if shipped.unit(each.question) == "paragraph"] == [
        Meaning(question, code)
    ]
    assert Meaning(question, code) in shipped.meanings(code, question.name)


def test_code_of_two_layers_has_its_layer_before_it(crossed: LabelNames) -> None:
    assert crossed.label(Question("a"), "x", "paragraph") == "a:x"
    assert crossed.meanings("a:x") == (Meaning(Question("a"), "x"),)
    assert crossed.label(Question("side", "tax"), "pro", "paragraph") == "side:tax:pro"
    assert crossed.meanings("side:tax:pro") == (Meaning(Question("side", "tax"), "pro"),)


def test_label_of_a_layer_that_is_no_more_has_it_before_it(shipped: LabelNames) -> None:
    assert shipped.label(Question("old"), "x", "paragraph") == "old:x"
    assert shipped.meanings("old:x") == ()


def test_label_that_may_mean_several_things_gives_all_of_them(crossed: LabelNames) -> None:
    assert set(crossed.meanings("a__b__x")) == {
        Meaning(Question("a"), "b__x"),
        Meaning(Question("a__b"), "x"),
    }
    assert set(crossed.meanings("tax:pro")) == {
        Meaning(Question("side", "tax"), "pro"),
        Meaning(Question("side2", "tax"), "pro"),
    }


def test_state_is_known_beside_its_question(shipped: LabelNames) -> None:
    assert shipped.meanings("none", "frame") == (Meaning(Question("frame"), state="none"),)
    assert shipped.meanings("frame:skipped") == (Meaning(Question("frame"), state="skipped"),)
    assert shipped.meanings("none") == ()
    assert shipped.meanings("any", "frame") == (Meaning(Question("frame")),)
    assert shipped.meanings("economics", "frame") == ()


def test_question_alone_is_a_meaning_without_code(shipped: LabelNames) -> None:
    assert shipped.meanings("frame") == (Meaning(Question("frame")),)
    assert shipped.questions("stance__chinese_ai") == (Question("stance", "chinese_ai", "author"),)
    assert shipped.questions("stance__chinese_ai__nobody") == ()
