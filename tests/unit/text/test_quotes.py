"""Quotation marks have directions, and each language its own."""

import pytest

from annotator.text.quotes import closing_quotes


@pytest.mark.parametrize(
    ("language", "closing", "opening"),
    [
        ("de", "“«", "„»"),
        ("it", "»”", "«“"),
        ("pl", "”»", "„«"),
        ("ru", "»“", "«„"),
        ("xx", "”»", "“«„"),
    ],
)
def test_what_closes_does_not_open(language, closing, opening):
    assert set(closing) <= set(closing_quotes(language))
    assert not set(opening) & set(closing_quotes(language))


def test_one_mark_for_both_tells_nothing():
    assert closing_quotes("sv") == ""
