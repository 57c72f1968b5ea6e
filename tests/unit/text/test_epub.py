"""Books: chapters in the order of the spine, what the package says, and what is broken."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import ImportFailed
from annotator.text import epub
from tests.unit.text.pages import CHAPTER, book, package


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch):
    monkeypatch.setattr(epub, "run_limited", lambda function, *args: function(*args))


def read(content, **options):
    return epub.read(content, file_name="a.epub", **options)


def refusal(**members):
    with pytest.raises(ImportFailed) as caught:
        read(book(**members))
    return str(caught.value)


def test_chapters_come_in_the_order_of_the_spine():
    second, first = read(book())
    assert [(p.kind, p.text) for p in second.paragraphs] == [
        ("title", "Second"),
        ("body", "It begins."),
    ]
    assert first.text == "First\n\nThe end\xa0is near."
    assert (second.part, first.part) == (0, 1)
    assert [c.value for c in first.candidates] == [
        "First", "A book", "Ada Venn", "2021-05-06", "en-GB",
    ]  # fmt: skip
    assert first.meta == {"book": "A book"}
    assert first.steps[1]["member"] == "in/text/one a.xhtml"


def test_a_package_may_say_what_is_no_language_and_other_things():
    said = package().replace("en-GB", "the one of Albion")
    said = said.replace("<dc:creator/>", "<dc:publisher>Gazette</dc:publisher>")
    found = read(book(**{"in/book.opf": said}))[0]
    assert [(c.field, c.value) for c in found.candidates] == [
        ("title", "Second"),
        ("title", "A book"),
        ("author", "Ada Venn"),
        ("published_on", "2021-05-06"),
    ]


def test_chapters_without_text_or_title():
    parts = {
        "in/text/two.xhtml": CHAPTER.format("<img src='x'/>"),
        "in/text/one a.xhtml": CHAPTER.format("<p>Only &lt;words&gt; &what; here.</p>"),
        "in/book.opf": package().replace("<dc:title>A book</dc:title>", ""),
    }
    (only,) = read(book(**parts), lang="en")
    assert "<words>" in only.text
    assert only.meta == {}
    assert [remark.slug for remark in only.remarks] == ["chapters_without_text"]


def test_pages_that_are_no_xml_are_read_as_html():
    (only,) = read(book(**{
        "in/text/two.xhtml": "<p>Not closed<br>at all.", "in/text/one a.xhtml": "<!-- -->",
    }))  # fmt: skip
    assert only.text == "Not closed\nat all."


def test_what_is_broken_is_said():
    assert "META-INF/container.xml" in refusal(**{"META-INF/container.xml": "<a"})
    assert "names no chapters" in refusal(**{"META-INF/container.xml": "<a/>"})
    assert "names no chapters" in refusal(**{"in/book.opf": package("")})
    assert "no text in it" in refusal(**{"in/book.opf": package("<itemref idref='p'/>")})
    other = package().replace("two.xhtml", "three.xhtml")
    assert "three.xhtml" in refusal(**{"in/book.opf": other})


def test_bombs_of_entities_do_not_go_off():
    entities = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
    bomb = f"<!DOCTYPE html [<!ENTITY a0 'ha'>{entities}]><html><body><p>Well &a9; done.</p></body></html>"  # noqa: E501
    found = read(book(**{"in/text/two.xhtml": bomb}))
    assert sum(len(article.text) for article in found) < 1_000


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 3_000), st.integers(1, 255), st.integers(0, 300))
def test_damaged_books_give_articles_or_a_refusal(place, flip, cut):
    content = bytearray(book())
    content[place % len(content)] ^= flip
    try:
        found = read(bytes(content[: len(content) - cut]))
    except ImportFailed:
        return
    assert all(article.paragraphs for article in found)
