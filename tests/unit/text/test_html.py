"""Saved web pages: the article in the page's own words, and what the page says of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import ImportFailed
from annotator.text import html as module
from annotator.text.html import decoded_page, page_of, read
from annotator.text.page_blocks import Piece
from annotator.text.page_choice import with_head
from annotator.text.page_metadata import Said, candidates_from, iso_date, title_of, without_outlet
from tests.unit.text.pages import LEAD, PARAGRAPHS, page

HEADLINE = "<h1>Council closes the ferry line</h1>"


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch):
    """The other process is tested by itself; here the work is followed."""
    monkeypatch.setattr(module, "run_limited", lambda function, *args: function(*args))


def article(text, **options):
    (found,) = read(text.encode(), file_name="a.html", **options)
    return found


def shown(found):
    return [(paragraph.kind, paragraph.text) for paragraph in found.paragraphs]


def proposed(head):
    return {c.field: c.value for c in reversed(article(page(head=head)).candidates)}


def test_menus_and_footers_are_left_out_and_told():
    found = article(page(before=HEADLINE, head="<title>Council closes the ferry line</title>"))
    assert shown(found) == [
        ("title", "Council closes the ferry line"),
        *(("body", text) for text in PARAGRAPHS),
    ]
    (left_out,) = [remark for remark in found.remarks if remark.slug == "page_left_out"]
    assert "3 pieces" in str(left_out)
    assert "All rights reserved" in str(left_out)
    step = next(step for step in found.steps if step["step"] == "article")
    assert step["words_of"] == "page"
    assert (found.media_type, found.encoding, found.runs) == ("text/html", "utf-8", None)


def test_lead_and_headings_under_the_title_are_kept():
    head = f"<meta property='og:description' content='{LEAD[:60]}'>"
    before = f"{HEADLINE}<p>{LEAD}</p><h2>What comes now</h2><div>By the desk</div>"
    found = article(page(head=head + "<title>Council closes the ferry line</title>", before=before))
    assert shown(found)[:3] == [
        ("title", "Council closes the ferry line"),
        ("body", LEAD),
        ("heading", "What comes now"),
    ]


@pytest.mark.parametrize(("n", "kept"), [(3, [0, 1, 2, 3, 4]), (4, [0, 5])])
def test_many_headings_in_a_row_are_a_menu(n, kept):
    headings = [Piece(f"What comes now, part {number}", "h2", "heading") for number in range(n)]
    pieces = [Piece("Council closes the ferry line", "h1", "title"), *headings]
    pieces.append(Piece(PARAGRAPHS[0], "p", "body"))
    head = with_head(pieces, [n + 1], "Council closes the ferry line", "")
    assert head == (0, kept)


def test_kinds_come_from_the_elements():
    body = (
        f"<p>{PARAGRAPHS[0]}</p><h2>Whistles</h2><blockquote><p>{PARAGRAPHS[1]}</p></blockquote>"
        f"<ul><li>{PARAGRAPHS[2]}</li></ul><p>{PARAGRAPHS[3]}</p>"
    )
    kinds = [kind for kind, _ in shown(article(page(body=body)))]
    assert kinds == ["body", "heading", "quote", "body", "body"]


def test_text_stays_as_it_is_but_for_white_space():
    odd = (
        PARAGRAPHS[0]
        .replace("old ferry", "o\u0308ld\u00ad  \n ferry")
        .replace("town", "\xab\xa0t \xbb")
    )
    body = f"<p>{odd}</p><p>{PARAGRAPHS[1].replace('in the', 'in&nbsp; the')}</p><p>a <b>b</b>c</p>"
    found = article(page(body=body + f"<p>{PARAGRAPHS[2]}</p>"))
    assert "o\u0308ld\u00ad ferry" in found.text
    assert "\xab\xa0t \xbb" in found.text
    assert "in the gallery" in found.text
    replaced = next(step for step in found.steps if step["step"] == "replace")
    assert (replaced["what"], replaced["n"]) == ("U+00A0", 1)


def test_several_breaks_part_paragraphs():
    found = article(
        page(body=f"<div>{PARAGRAPHS[0]}<br><br>{PARAGRAPHS[1]}<br>{PARAGRAPHS[2]}</div>")
    )
    assert [p.text for p in found.paragraphs] == [
        PARAGRAPHS[0],
        f"{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}",
    ]


def test_preformatted_text_keeps_its_lines():
    body = (
        f"<p>{PARAGRAPHS[0]}</p><pre>one\n  two</pre><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>"
    )
    assert "one\n  two" in article(page(body=body)).text


def test_hidden_and_scripted_text_is_none():
    body = (
        f"<p>{PARAGRAPHS[0]}<script>bad()</script><span hidden>no <b>no</b></span></p><p>"
        f"{PARAGRAPHS[1]}</p><p style='display: none'>secret</p><!-- remark --><p>{PARAGRAPHS[2]}</p>"  # noqa: E501
    )
    text = article(page(body=body)).text
    assert not {"bad", "secret", "remark"} & set(text.split())
    assert PARAGRAPHS[0] in text


def test_a_page_without_an_article_is_kept_whole(monkeypatch):
    monkeypatch.setattr(module, "_extracted", lambda _: None)
    found = article("<html><body><p>One line.</p><div>Two.</div></body></html>")
    assert [text for _, text in shown(found)] == ["One line.", "Two."]
    assert "no_article_told" in [remark.slug for remark in found.remarks]


def test_the_extractors_words_are_taken_where_the_page_has_others(monkeypatch):
    other = module._extracted(page(body="".join(f"<p>{t} Really.</p>" for t in PARAGRAPHS)))
    monkeypatch.setattr(module, "_extracted", lambda _: other)
    monkeypatch.setattr(module, "chosen", lambda *_: [])
    found = article(page())
    assert found.text.count("Really.") == len(PARAGRAPHS)


@pytest.mark.parametrize("content", ["", "<!-- nothing -->", "<html><body> </body></html>"])
def test_a_page_without_text_is_refused(content):
    assert page_of(content) is None
    with pytest.raises(ImportFailed, match="no text"):
        read(b"<html></html>", file_name="a.html")


def test_a_page_with_too_much_text_is_refused():
    with pytest.raises(ImportFailed, match="characters"):
        page_of("x" * 10_000_001)


def test_an_extractor_that_finds_nothing_says_nothing():
    assert module._extracted("") is None


class TestEncodings:
    def test_the_page_names_it_where_bytes_are_not_utf8(self):
        text = page(head="<meta charset=iso-8859-1>").replace("<meta charset='utf-8'>", "")
        content = text.replace("harbour", "h\xe4rbour \u201cx\u201d").encode("cp1252")
        decoded = decoded_page(content)
        assert (decoded.encoding, decoded.found) == ("cp1252", "named")
        assert "h\xe4rbour \u201cx\u201d" in decoded.text

    def test_a_wrong_name_is_not_believed(self):
        text = page(head="<meta charset=klingon>").replace("<meta charset='utf-8'>", "")
        assert (
            decoded_page(text.replace("harbour", "h\xe4fen").encode("cp1252")).found == "detected"
        )

    def test_what_the_user_names_comes_first(self):
        found = article(page(), encoding="utf-8", lang="en")
        assert found.steps[0]["options"] == {"lang": "en", "encoding": "utf-8"}
        assert [c.value for c in found.candidates if c.field == "lang"] == ["en"]


class TestMetadata:
    def test_dublin_core_goes_before_open_graph_and_properties_before_names(self):
        said = proposed(
            "<meta name='DC.title' content='By name'><meta property='dc:title' content='By property'>"  # noqa: E501
            "<meta property='og:title' content='Open Graph'><meta name='author' content='Ada Venn'>"
        )
        assert (said["title"], said["author"]) == ("By property", "Ada Venn")

    def test_schema_data_comes_first(self):
        said = proposed(
            """<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline":
            "A headline", "author": [{"name": "Ada Venn"}, {"name": "Bo"}, 7], "publisher": {"name":
            "Gazette"}, "datePublished": "2024-03-05T10:00:00Z"}, 3], "@type": "x"}</script>"""
            "<script type='application/ld+json'>{broken</script>"
            "<link rel='canonical' href='https://example.org/a'><meta itemprop='author'>"
        )
        assert said == {
            "title": "A headline",
            "author": "Ada Venn, Bo",
            "outlet": "Gazette",
            "published_on": "2024-03-05",
            "url": "https://example.org/a",
            "lang": "en",
        }

    def test_schema_data_of_other_things_say_nothing_of_the_article(self):
        said = proposed(
            """<script type="application/ld+json">["NewsArticle", 7,
            {"@type": "BreadcrumbList", "headline": "Home", "author": "Nobody"},
            {"@type": "NewsArticle", "headline": "A headline"}]</script>"""
        )
        assert (said["title"], said.get("author")) == ("A headline", None)

    def test_addresses_are_no_names_and_odd_dates_no_dates(self):
        said = Said({"article:author": "https://x.org/a", "dc:date": "soon", "date": "20240305"})
        assert [(c.field, c.value) for c in candidates_from(said)] == [
            ("published_on", "2024-03-05")
        ]

    @pytest.mark.parametrize(
        ("title", "outlet", "expected"),
        [
            ("A headline \xb7 The Gazette", "The Gazette", "A headline"),
            ("gazette.org | A - B", "www.gazette.org", "A - B"),
            ("A headline", "The Gazette", "A headline"),
            ("A headline - Other", "The Gazette", "A headline - Other"),
            ("A headline - x", None, "A headline - x"),
        ],
    )
    def test_the_outlet_is_cut_from_a_title(self, title, outlet, expected):
        assert without_outlet(title, outlet) == expected

    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("One two three four \u2013 The Gazette", "One two three four"),
            ("Gazette | One two three four", "One two three four"),
            ("One - two", "One - two"),
            ("", None),
        ],
    )
    def test_the_window_title_is_the_last_resort(self, title, expected):
        assert title_of(Said({}, title)) == expected

    def test_dates(self):
        assert iso_date("2024-03") == "2024-03"
        assert iso_date("March") == ""

    def test_properties_of_elements_are_read(self):
        body = "<time itemprop='datePublished' datetime='2024-01-02'>x</time>"
        found = article(page(before=body))
        assert found.proposed("published_on") == "2024-01-02"


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="<>/pdivh1 \n&;\xa0é'\"=!-", max_size=120), st.integers(0, 600))
def test_any_page_gives_an_article_or_a_refusal(junk, place):
    text = page()
    text = text[: place % len(text)] + junk + text[place % len(text) + len(junk) :]
    try:
        (found,) = read(text.encode(), file_name="a.html")
    except ImportFailed:
        return
    assert all(paragraph.text.strip() == paragraph.text for paragraph in found.paragraphs)


def test_deep_nesting_is_bounded():
    deep = "<div>" * 5_000 + PARAGRAPHS[0] + "</div>" * 5_000
    try:
        found = article(page(body=deep))
    except ImportFailed:
        return
    assert found.paragraphs


def test_entities_of_a_page_open_nothing():
    text = "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + page()[15:]
    assert "root" not in article(text.replace("harbour", "harbour &x;")).text


def test_a_missing_library_is_named_with_the_line_that_installs_it(monkeypatch):
    monkeypatch.setattr("annotator.text.extras.find_spec", lambda _: None)
    with pytest.raises(ImportFailed, match=r'pip install "annotator\[html\]"'):
        read(b"<html>", file_name="a.html")
