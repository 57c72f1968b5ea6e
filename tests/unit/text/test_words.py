"""Words: one pattern, checked on the marks that make trouble."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.words import is_word, word_spans


def tokens(text: str, language: str = "und") -> list[str]:
    return [text[start:end] for start, end in word_spans(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dell’industria", ["dell’", "industria"]),
        ("l'ora", ["l'", "ora"]),
        ("po’ di", ["po", "’", "di"]),
        ("21.000 e 3,5%", ["21.000", "e", "3,5", "%"]),
        ("DeepSeek-R1 è tecno-capitalista", ["DeepSeek-R1", "è", "tecno-capitalista"]),
        ("CO2 90mila 19-year-old", ["CO2", "90mila", "19-year-old"]),
        ("2025-02", ["2025", "-", "02"]),
        ("«Sì», disse…", ["«", "Sì", "»", ",", "disse", "…"]),
        ("L’“enorme”", ["L", "’", "“", "enorme", "”"]),
        ("中文字です", ["中", "文", "字", "で", "す"]),
        ("e\u0300 qui", ["e\u0300", "qui"]),
        ("नमस्ते", ["नमस्ते"]),
        ("snake_case 😀", ["snake", "_", "case", "😀"]),
        ("", []),
    ],
)
def test_tokens(text, expected):
    assert tokens(text) == expected


def test_english_keeps_the_apostrophe_inside_a_word():
    assert tokens("I don’t", "en-GB") == ["I", "don’t"]
    assert tokens("I don’t", "it") == ["I", "don’", "t"]


@pytest.mark.parametrize(
    ("token", "claim"), [("R1", True), ("l’", True), ("…", False), ("😀", False)]
)
def test_marks_are_no_words(token, claim):
    assert is_word(token) is claim


@given(st.text(max_size=80), st.sampled_from(["it", "en", "und"]))
def test_tokens_cover_every_character_but_white_space(text, language):
    spans = word_spans(text, language)
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    covered = "".join(text[a:b] for a, b in spans)
    assert covered == "".join(text.split())
