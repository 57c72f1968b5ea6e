"""Pieces that a file marks as paragraphs, to an article: what is split, limited and remarked."""

from __future__ import annotations

import pytest

from annotator.errors import ImportFailed
from annotator.model import Remark
from annotator.text import blocks
from annotator.text.blocks import Block, Reading, article_of, cleaned


def article(*pieces, **said):
    reading = Reading(
        file_name="a.odt", content=b"x", media_type="m", importer="i", version=1, **said
    )
    return article_of([Block(piece) for piece in pieces], reading)


def refusal(*pieces):
    with pytest.raises(ImportFailed) as caught:
        article(*pieces)
    return str(caught.value)


def test_what_no_project_can_hold_becomes_the_mark_for_it():
    assert cleaned("a\ud800b\0c\udfff") == ("a\ufffdb\ufffdc\ufffd", 3)
    assert cleaned("a\ud800b") == ("a\ufffdb", 1)
    assert cleaned("aè\0") == ("aè\ufffd", 1)
    assert cleaned("aè😀") == ("aè😀", 0)


def test_blank_lines_part_paragraphs_and_empty_pieces_vanish():
    found = article(" One.\n \nTwo\r\nlines. ", " \n\n ", "\n\nThree.\n\n")
    assert [each.text for each in found.paragraphs] == ["One.", "Two\nlines.", "Three."]


def test_pieces_without_text_are_refused():
    assert "no text in it" in refusal("", " \n\n\t")


@pytest.mark.parametrize(
    ("limit", "pieces", "words"),
    [
        ("MAX_CHARACTERS", ["123456", "123456"], "the text is longer than"),
        ("MAX_PARAGRAPHS", ["1"] * 11, "the text has more than"),
        ("MAX_PARAGRAPH_CHARACTERS", ["1", "12345678901"], "paragraph 2 has 11 characters"),
    ],
)
def test_more_than_is_taken_is_refused(monkeypatch, limit, pieces, words):
    assert article(*pieces).paragraphs
    monkeypatch.setattr(blocks, limit, 10)
    assert words in refusal(*pieces)


def test_unreadable_characters_are_told_once():
    found = article("A zero\0 byte and half\ud800 a pair.")
    assert [(r.slug, r.values) for r in found.remarks] == [("unreadable_characters", {"n": 2})]
    assert found.text == "A zero\ufffd byte and half\ufffd a pair."
    already = Remark(slug="unreadable_characters", template="some: {n}", values={"n": 7})
    assert article("A zero\0 byte here.", remarks=(already,)).remarks == (already,)
