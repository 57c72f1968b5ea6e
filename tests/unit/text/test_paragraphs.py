"""Decoded text to paragraphs, and the way back."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import ImportFailed
from annotator.model import canonical_text
from annotator.text import limits
from annotator.text.paragraphs import (
    line_ends,
    run_map,
    split_paragraphs,
    with_line_feeds,
)

ENDS = ["\n", "\r\n", "\r", "\u2028", "\u2029"]
PROSE = (
    "La vecchia tipografia stampava manifesti, biglietti da visita e un giornale di quartiere che"
    " usciva il sabato. Nessuno lo comprava, ma tutti lo leggevano al bar. Poi un giorno arrivò una"
    " macchina nuova, e con la macchina un debito che nessuno sapeva come pagare."
)


def refusal(text: str) -> str:
    with pytest.raises(ImportFailed) as caught:
        split_paragraphs(text)
    return str(caught.value)


def test_blank_lines_separate_and_single_line_ends_stay_inside():
    split = split_paragraphs("Uno\ndue.\n\n\nTre.\n")
    assert split.texts == ("Uno\ndue.", "Tre.")
    assert split.rule == "blank_lines"


def test_a_line_of_white_space_is_blank():
    assert split_paragraphs("Uno.\n \t\u00a0\nDue.").texts == ("Uno.", "Due.")


def test_without_blank_lines_each_line_is_a_paragraph():
    split = split_paragraphs("Uno.\nDue.\nTre.")
    assert (split.texts, split.rule) == (("Uno.", "Due.", "Tre."), "lines")


def test_blank_lines_around_the_text_separate_nothing():
    assert split_paragraphs("\n\nUno.\nDue.\n\n").texts == ("Uno.", "Due.")


@pytest.mark.parametrize("end", ENDS)
def test_every_line_end_ends_a_line(end):
    assert split_paragraphs(f"Uno.{end}Due.{end}").texts == ("Uno.", "Due.")
    assert split_paragraphs(f"Uno{end}uno.{end}{end}Due.").texts == ("Uno\nuno.", "Due.")


def test_outer_white_space_goes_and_all_else_stays():
    text = "\u3000 «Ecco»\u00ad… ﬁne \u200b\u00a0\n\n e\u0300\tqui "
    assert split_paragraphs(text).texts == ("«Ecco»\u00ad… ﬁne \u200b", "e\u0300\tqui")


def test_line_ends_are_counted_by_sort():
    counted = line_ends("a\nb\r\nc\rd\u2028e\u2029f\r\n")
    assert counted == {"LF": 1, "CRLF": 2, "CR": 1, "U+2028": 1, "U+2029": 1}
    assert line_ends("a") == {}


@pytest.mark.parametrize("text", ["", " \n\t", "\u2029\r\n"])
def test_white_space_is_no_text(text):
    assert "no text" in refusal(text)


def test_the_limits_hold_at_their_edge():
    many = "a\n" * limits.MAX_PARAGRAPHS
    assert len(split_paragraphs(many).texts) == limits.MAX_PARAGRAPHS
    assert "100000 paragraphs" in refusal(many + "b")
    assert "100000 paragraphs" in refusal("a\n\n" * (limits.MAX_PARAGRAPHS + 1))
    long = "a" * limits.MAX_PARAGRAPH_CHARACTERS
    assert split_paragraphs(long).texts == (long,)
    assert "paragraph 2 has 1000001 characters" in refusal("b\n\n" + long + "a")
    assert "10000000 characters" in refusal("a " * (limits.MAX_CHARACTERS // 2 + 1))


def wrapped(paragraphs: list[str], indent: str = "") -> str:
    return "\n".join(textwrap.fill(text, 72, initial_indent=indent) for text in paragraphs)


def test_wrapped_lines_are_put_together_where_a_line_ends_short():
    split = split_paragraphs(wrapped([PROSE, PROSE, PROSE]))
    assert split.rule == "wrapped_lines"
    assert [text.replace("\n", " ") for text in split.texts] == [PROSE] * 3


def test_wrapped_lines_are_put_together_by_their_indents():
    paragraphs = [PROSE + " " + PROSE, PROSE + " Sì, " + PROSE, PROSE + " No, " + PROSE]
    split = split_paragraphs(wrapped(paragraphs, "    "))
    assert split.rule == "wrapped_lines"
    assert [text.replace("\n", " ") for text in split.texts] == paragraphs


def test_wrapped_lines_stay_lines_where_their_paragraphs_cannot_be_told():
    verses = [f"{'parola ' * 8}verso numero {number}".ljust(60, "o") for number in range(8)]
    verses[3] = verses[3] + " assai più lungo di tutti"
    split = split_paragraphs("\n".join(verses))
    assert (split.rule, split.is_doubtful) == ("lines", True)
    assert len(split.texts) == 8


def test_a_few_middling_lines_are_no_wrapping():
    split = split_paragraphs("\n".join(["x" * 60] * 4))
    assert (split.rule, split.is_doubtful) == ("lines", False)


def test_the_run_map_of_plain_line_feeds_is_one_run():
    text = " Uno\ndue.\n\nTre."
    assert run_map(text, split_paragraphs(text)) == ((0, 1, 14),)


def test_the_run_map_leaves_changed_line_ends_out():
    text = "Uno\r\ndue.\r\n\r\nTre."
    assert run_map(text, split_paragraphs(text)) == ((0, 0, 3), (4, 5, 4), (10, 13, 4))


def test_the_run_map_skips_line_ends_beside_each_other():
    text = "Uno\r\u2028due\n\n\ntre"
    split = split_paragraphs(text)
    assert split.texts == ("Uno", "due", "tre")
    assert run_map(text, split) == ((0, 0, 3), (5, 5, 3), (10, 11, 3))


PIECES = st.lists(
    st.sampled_from([*ENDS, " ", "\t", "è", "ab", "😀", "e\u0300", "\u2028\r", "\n\n", "."]),
    max_size=60,
)


@given(PIECES.map("".join).filter(str.strip))
def test_the_run_map_leads_every_character_back(decoded):
    split = split_paragraphs(decoded)
    canonical = canonical_text(split.texts)
    mapped: set[int] = set()
    for start, at, length in run_map(decoded, split):
        assert canonical[start : start + length] == decoded[at : at + length]
        mapped.update(range(start, start + length))
    assert all(canonical[place] == "\n" for place in set(range(len(canonical))) - mapped)


@given(PIECES.map("".join).filter(str.strip))
def test_paragraphs_hold_every_character_in_order(decoded):
    split = split_paragraphs(decoded)
    assert "".join("".join(split.texts).split()) == "".join(decoded.split())
    for text, (start, end) in zip(split.texts, split.spans, strict=True):
        assert text == text.strip() != ""
        assert with_line_feeds(decoded[start:end]) == text


@given(PIECES.map("".join).filter(str.strip))
def test_splitting_the_canonical_text_again_changes_nothing_but_single_lines(decoded):
    texts = split_paragraphs(decoded).texts
    if len(texts) > 1:
        assert split_paragraphs(canonical_text(texts)).texts == texts
