"""Downloads of Nexis and Factiva: one article each, heads in the metadata, nothing lost."""

import io

import docx as python_docx
import pytest

from annotator.text.blocks import Block, Reading
from annotator.text.docx_text import Properties, Text, articles
from annotator.text.nexis import UNKNOWN, articles_of, read
from annotator.text.nexis_split import author_of, download_in, has_traces

NEXIS = """Ships wait outside the harbour
The Daily Ship
March 3, 2020 Tuesday
Late Edition - Final
Copyright 2020 The Daily Ship All Rights Reserved
Section: Section A; Pg. 1
Length: 1,123 words
Byline: By ANN SMITH
Body
The harbour was closed on Monday.
By Tuesday it was open again.
Classification
Language: ENGLISH
Subject: HARBOURS (90%)
Load-Date: March 4, 2020
End of Document"""
COVER = """User Name: = abc
Date and Time: = Thursday, March 5, 2020
Job Number: = 1
Documents (2)
1. Ships wait outside the harbour
Client/Matter: -None-
Search Terms: ships
Narrowed by:
Content Type
News"""
ACADEMIC = """2 of 50 DOCUMENTS
The Daily Ship
March 3, 2020 Tuesday
Late Edition
Ships wait outside
BYLINE: ANN SMITH
LENGTH: 20 words
The harbour was closed.
LOAD-DATE: March 4, 2020"""
CODES = """HD
Ships wait outside
BY
By Ann Smith
WC
1,123 words
PD
3 March 2020
SN
The Daily Ship
SC
DSHIP
LA
English
LP
The harbour was closed.
TD
It was open again.
All is well.
NS gpir : Harbours
AN
Document DSHIP00020200303eg3300001"""
FACTIVA = """Business
Ships wait outside
Ann Smith
By Ann Smith
1,123 words
3 March 2020
10:00
The Daily Ship
DSHIP
English
Copyright 2020. The Daily Ship.
The harbour was closed.
Document DSHIP00020200303eg3300001"""


def blocks(text: str, **kinds: str) -> list[Block]:
    """A line a paragraph."""
    return [Block(line, kinds.get(line.split()[0])) for line in text.split("\n")]  # type: ignore[arg-type]


def reading() -> Reading:
    return Reading(
        file_name="a.docx", content=b"x", media_type="text/plain", importer="docx", version=1
    )


def split(text: str, **kinds: str):
    return articles_of(blocks(text, **kinds), reading())


def said(article) -> dict[str, str]:
    return {each.field: each.value for each in reversed(article.candidates)}


def slugs(article) -> list[str]:
    return [remark.slug for remark in article.remarks]


SAID = {
    "title": "Ships wait outside",
    "author": "Ann Smith",
    "outlet": "The Daily Ship",
    "published_on": "2020-03-03",
    "lang": "en",
}


class TestNexis:
    def test_heads_become_metadata(self):
        first, second = split(f"{NEXIS}\n{NEXIS}")
        assert [(each.kind, each.text) for each in first.paragraphs] == [
            ("title", "Ships wait outside the harbour"),
            ("byline", "By ANN SMITH"),
            ("body", "The harbour was closed on Monday."),
            ("body", "By Tuesday it was open again."),
        ]
        assert said(first) == {
            **SAID,
            "title": "Ships wait outside the harbour",
            "author": "ANN SMITH",
        }
        assert first.meta == {
            "head": "Late Edition - Final",
            "copyright": "Copyright 2020 The Daily Ship All Rights Reserved",
            "section": "Section A; Pg. 1",
            "length": "1,123 words",
            "subject": "HARBOURS (90%)",
            "load_date": "March 4, 2020",
            "tail": "Classification",
            "end": "End of Document",
        }
        assert (first.part, second.part, second.importer) == (0, 1, "nexis")
        assert "download_split" in slugs(first)
        assert second.remarks == ()
        assert first.steps[1]["layout"] == "nexis"

    def test_the_list_of_what_was_found_is_left_out_and_told(self):
        (found,) = split(f"{COVER}\n{NEXIS}")
        assert said(found)["title"] == "Ships wait outside the harbour"
        assert "download_left_out" in slugs(found)
        assert found.steps[2]["words"][0] == "User Name: = abc"

    @pytest.mark.parametrize("kind", ["heading", None])
    def test_the_first_headline_may_be_named_otherwise(self, kind):
        cover = COVER.replace("1. Ships wait", "1. Ships that wait").replace("\nNews", "")
        cover = cover.replace("\nContent Type", "")
        pieces = [
            Block(line, kind if line.startswith("Ships") else None)
            for line in f"{cover}\n{NEXIS}".split("\n")
        ]
        (found,) = articles_of(pieces, reading())
        assert said(found)["title"] == "Ships wait outside the harbour"
        assert said(found)["outlet"] == "The Daily Ship"

    def test_a_cut_off_end_is_told_and_a_rest_left_out(self):
        cut = NEXIS[: NEXIS.index("Classification")]
        first, second = split(f"{NEXIS}\n{cut.strip()}")
        assert "download_cut_off" in slugs(second)
        (first,) = split(f"{NEXIS}\nPage 1 of 1")
        assert first.steps[2]["words"] == ["Page 1 of 1"]

    def test_marks_within_line_breaks_are_seen(self):
        body = NEXIS.replace("March 3, 2020 Tuesday\nLate", "March 3, 2020 Tuesday Late")
        (found,) = articles_of([Block(body + "\n")], reading())
        assert [each.text for each in found.paragraphs][2:] == [
            "The harbour was closed on Monday.",
            "By Tuesday it was open again.",
        ]
        assert len(split(f"{NEXIS}\nEnd of Document")) == 1

    def test_what_has_no_head_says_so(self):
        first, second = split(f"{NEXIS}\nBody\nWords.\nEnd of Document\nBody\nEnd of Document")
        assert "download_head_unknown" in slugs(second)
        assert [each.text for each in second.paragraphs] == ["Words."]
        assert said(first)["outlet"] == "The Daily Ship"

    def test_a_text_without_its_mark_follows_the_head(self):
        _, second = split(f"{NEXIS}\n{NEXIS.replace(chr(10) + 'Body', '')}")
        assert second.paragraphs[2].text == "The harbour was closed on Monday."


class TestOthers:
    def test_lexisnexis_academic(self):
        first, second = split(f"Download\n{ACADEMIC}\n{ACADEMIC.replace('2 of', '3 of')}")
        assert {**said(first), "lang": "en"} == {**SAID, "author": "ANN SMITH"}
        assert first.meta["head"] == "Late Edition"
        assert first.meta["load_date"] == "March 4, 2020"
        assert [each.text for each in second.paragraphs] == [
            "Ships wait outside",
            "ANN SMITH",
            "The harbour was closed.",
        ]
        assert first.steps[2]["words"] == ["Download"]

    def test_factiva_with_codes(self):
        first, second = split(f"{CODES}\n{CODES}")
        assert (said(first), said(second)) == (SAID, SAID)
        assert [each.text for each in first.paragraphs][2:] == [
            "The harbour was closed.",
            "It was open again.",
            "All is well.",
        ]
        assert first.meta["accession"] == "Document DSHIP00020200303eg3300001"
        assert first.meta["source_code"] == "DSHIP"
        assert first.meta["tail"] == "NS gpir : Harbours"

    def test_factiva_without_codes(self):
        (found,) = split(FACTIVA, Ships="heading")
        assert said(found) == {**SAID, "outlet": "Business"} | {"outlet": said(found)["outlet"]}
        assert [each.text for each in found.paragraphs][2:] == ["The harbour was closed."]
        assert found.meta["source_code"] == "DSHIP"
        assert found.meta["time"] == "10:00"

    def test_long_lines_are_no_head(self):
        (found,) = split(FACTIVA.replace("Business", "Long words " * 40))
        assert found.paragraphs[-1].text == "The harbour was closed."
        assert "download_head_unknown" in slugs(found)


class TestUnknown:
    def test_layouts_are_one_article_with_a_remark(self):
        text = Text(tuple(blocks("Words.\nLoad-Date: today\nLexisNexis")), Properties(), {})
        (found,) = articles(text, reading())
        assert UNKNOWN in found.remarks
        assert has_traces(text.blocks)

    def test_texts_are_none(self):
        assert download_in(blocks("Words.\nEnd of Document")) is None
        assert not has_traces(blocks("Words.\nEnd of Document"))
        assert split("Words.") == []


class TestFiles:
    def docx_file(self, text: str) -> bytes:
        document = python_docx.Document()
        for line in text.split("\n"):
            document.add_paragraph(line)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    def test_of_word_are_split(self):
        content = self.docx_file(f"{NEXIS}\n{NEXIS}")
        found = read(content, file_name="a.docx")
        assert [each.part for each in found] == [0, 1]
        assert found[0].media_type.endswith("wordprocessingml.document")
        text = Text(tuple(blocks(NEXIS)), Properties(), {"comments": 1})
        assert slugs(articles(text, reading())[0])[0] == "comments_left_out"

    def test_of_text_are_split(self):
        found = read(f"{NEXIS}\n{NEXIS}".replace("\n", "\n\n").encode(), file_name="a.txt")
        assert [each.part for each in found] == [0, 1]
        assert found[0].encoding == "utf-8"

    def test_of_another_sort_are_one_article_with_a_remark(self):
        (found,) = read(b"Some words.\n", file_name="a.txt", lang="en")
        assert UNKNOWN in found.remarks
        (word,) = read(self.docx_file("Words.\nLoad-Date: x\nFactiva"), file_name="a.docx")
        assert list(word.remarks).count(UNKNOWN) == 1


@pytest.mark.parametrize(
    ("words", "name"),
    [("By ANN SMITH", "ANN SMITH"), ("Ann Smith", "Ann Smith"), ("di a.b.", "a.b.")],
)
def test_the_name_in_a_byline(words, name):
    assert author_of(words) == name
