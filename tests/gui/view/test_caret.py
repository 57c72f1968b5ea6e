"""The caret moves, the selection grows, and neither leaves the paragraph."""

from __future__ import annotations

import re

import pytest

from annotator.ui.article.caret import Caret

TEXT = "The quay sank. Two firms, so they say, moved.  È così, perché no?"


def sentence_at(offset: int) -> tuple[int, int]:
    spans = [m.span() for m in re.finditer(r"\S[^.?]*[.?]", TEXT)]
    return next((span for span in spans if offset < span[1]), spans[-1])


@pytest.fixture
def caret() -> Caret:
    return Caret(TEXT, lambda: [m.span() for m in re.finditer(r"\w+", TEXT)], sentence_at)


def chosen(caret: Caret) -> str:
    return TEXT[slice(*caret.selection)] if caret.selection else ""


def test_placing_the_caret_asks_for_no_words():
    def never() -> list[tuple[int, int]]:
        raise AssertionError

    caret = Caret(TEXT, never, sentence_at)
    caret.place(5)
    caret.place(9, extend=True)
    assert caret.selection == (5, 9)


def test_caret_stays_within_the_text(caret: Caret):
    caret.place(-3)
    assert caret.position == 0
    caret.place(9_999, extend=True)
    assert caret.selection == (0, len(TEXT))


def test_selection_runs_both_ways_from_its_anchor(caret: Caret):
    caret.place(8)
    caret.place(4, extend=True)
    assert chosen(caret) == "quay"
    caret.collapse()
    assert (caret.selection, caret.position) == (None, 4)


def test_word_steps_go_to_ends_forward_and_to_starts_back(caret: Caret):
    caret.place(5)
    assert caret.word_edge(forward=True) == 8
    assert caret.word_edge(forward=False) == 4
    caret.place(len(TEXT))
    assert caret.word_edge(forward=True) == len(TEXT)
    caret.place(0)
    assert caret.word_edge(forward=False) == 0


def test_double_click_takes_the_word_or_the_one_that_just_ended(caret: Caret):
    assert caret.select_word_at(5)
    assert chosen(caret) == "quay"
    assert caret.select_word_at(13)
    assert chosen(caret) == "sank"


def test_double_click_between_words_only_places_the_caret(caret: Caret):
    assert not caret.select_word_at(TEXT.index("  ") + 1)
    assert caret.selection is None


def test_sentence_then_the_next_one_too_then_no_further(caret: Caret):
    caret.place(6)
    caret.select_sentence()
    assert chosen(caret) == "The quay sank."
    caret.select_sentence()
    assert chosen(caret) == "The quay sank. Two firms, so they say, moved."
    caret.select_sentence()
    caret.select_sentence()
    assert chosen(caret) == TEXT


def test_sentence_after_another_selection_begins_anew(caret: Caret):
    caret.select((15, 18))
    caret.select_sentence()
    assert chosen(caret) == "Two firms, so they say, moved."


def test_letters_find_the_next_word_and_more_letters_narrow_it(caret: Caret):
    assert caret.select_next_word("t")
    assert chosen(caret) == "The"
    assert caret.select_next_word("tw")
    assert chosen(caret) == "Two"
    assert caret.select_next_word("t")
    assert chosen(caret) == "they", "other letters than before begin at the caret"


def test_same_letters_again_search_on_and_round(caret: Caret):
    for expected in ("The", "Two", "they", "The"):
        assert caret.select_next_word("t")
        assert chosen(caret) == expected


def test_search_begins_at_the_caret(caret: Caret):
    caret.place(20)
    assert caret.select_next_word("s")
    assert chosen(caret) == "so"


def test_case_and_accents_do_not_matter(caret: Caret):
    assert caret.select_next_word("perche")
    assert chosen(caret) == "perché"
    caret.place(0)
    assert caret.select_next_word("e")
    assert chosen(caret) == "È"


def test_letters_without_a_word_leave_the_selection(caret: Caret):
    caret.select((4, 8))
    assert not caret.select_next_word("zz")
    assert chosen(caret) == "quay"
    assert not caret.select_next_word("")
