"""Which paragraphs are shown as doubtful."""

from __future__ import annotations

import pytest

from annotator.model import Article, Paragraph, Remark
from annotator.text.doubts import doubtful

SOUND = "The orders dried up in the spring, and nobody knew why."


def article(*paragraphs, remarks=()):
    made = tuple(Paragraph(text, kind) for text, kind in paragraphs)
    return Article("a.txt", b"", "text/plain", "text", made, remarks=remarks)


def test_a_plain_article_raises_no_doubt():
    assert (
        doubtful(
            article(
                ("A title", "title"),
                ("By Ada Venn", "byline"),
                (SOUND, "body"),
                ("A heading", "heading"),
                (SOUND, "body"),
            )
        )
        == ()
    )


@pytest.mark.parametrize(
    "odd",
    [
        ("and so on, it is said, until the very end of all days.", "body"),
        ("Short.", "body"),
        ("w" * 3_001, "quote"),
        (SOUND, "fragment"),
        (SOUND, "boilerplate"),
        ("Word " * 14, "heading"),
        ("Another title", "title"),
    ],
)
def test_a_paragraph_that_is_odd_by_itself(odd):
    assert doubtful(article((SOUND, "body"), odd, (SOUND, "body"))) == (1,)


def test_a_sentence_cut_in_two_and_headings_in_a_row():
    cut = "The orders dried up in the spring, and nobody in the town"
    assert doubtful(article((cut, "body"), (SOUND, "body"))) == (0,)
    assert doubtful(article((cut, "body"), ("A heading", "heading"), (SOUND, "body"))) == ()
    two = article(("One", "heading"), ("Two", "heading"), (SOUND, "body"))
    assert doubtful(two) == (0,)


def test_what_a_remark_names():
    named = Remark("odd", "odd", paragraph=1)
    assert doubtful(article((SOUND, "body"), (SOUND, "body"), remarks=(named,))) == (1,)


def test_a_short_paragraph_of_chinese_is_as_long_as_others():
    assert doubtful(article(("春天里订单枯竭了，没有人知道为什么会这样。", "body"))) == ()
    assert doubtful(article(("春天。", "body"))) == (0,)
