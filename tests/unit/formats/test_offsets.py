"""Code points and UTF-16 units of the same text, there and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.offsets import Offsets

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXT)
def test_every_offset_equals_what_encoding_says(text: str):
    offsets = Offsets(text)
    expected = [units(text[:i]) for i in range(len(text) + 1)]
    assert [offsets.to_utf16(i) for i in range(len(text) + 1)] == expected


@given(TEXT)
def test_every_offset_comes_back(text: str):
    offsets = Offsets(text)
    assert all(offsets.to_code_points(offsets.to_utf16(i)) == i for i in range(len(text) + 1))


def test_middle_of_a_pair_belongs_to_the_character():
    offsets = Offsets("a😀b😀")
    assert [offsets.to_code_points(i) for i in range(7)] == [0, 1, 1, 2, 3, 3, 4]


def test_text_without_astral_characters_keeps_no_table():
    assert Offsets("naïve 芯片")._astral == ()
