"""RTF: encodings of fonts, headings, tables, notes, hidden and deleted text, cut off files."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import ImportFailed
from annotator.text.docx_text import Properties
from annotator.text.rtf import read, text_of

STYLES = (
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\*\cs9 Fett;}{\s5 Mine;}"
    r"{\s6\outlinelevel2 Own;}{\s7\outlinelevel9 Text;}}"
)
FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fcharset204 Cyr;}{\f2\fcharset128 Jp;}"
    r"{\f3\fcharset1 Any;}}"
)


def rtf_file(body: str, head: str = r"\ansi\ansicpg1252\deff0") -> bytes:
    return (r"{\rtf1" + head + body + "}").encode("latin-1")


def found(body: str, head: str = r"\ansi\ansicpg1252\deff0"):
    text, _ = text_of(rtf_file(body, head))
    return [(each.kind, each.text.strip()) for each in text.blocks if each.text.strip()]


def texts(body: str, head: str = r"\ansi\ansicpg1252\deff0") -> list[str]:
    return [text for _, text in found(body, head)]


def counts(body: str) -> dict[str, int]:
    return text_of(rtf_file(body))[0].counts


class TestCharacters:
    def test_are_in_the_encoding_of_their_font(self):
        body = FONTS + r" caf\'e9 \f1\'cf\'f0 \f2\'83A\'82\'a0 \plain\'e9 \f3\'e9"
        assert texts(body) == ["café Пр アあ é é"]

    def test_are_in_the_encoding_of_the_file_else(self):
        assert texts(r"\'cf", r"\ansi\ansicpg1251") == ["П"]
        assert texts(r"\'8e", r"\mac") == ["é"]
        assert texts(r"\'c3\'a9", r"\ansicpg65001") == ["é"]
        assert texts(r"\'e9", r"\ansicpg99999") == ["é"]

    def test_by_number_have_others_that_stand_in_for_them(self):
        assert texts(r"\u233?x \uc2\u8364 EUx \uc0\u233 x") == ["éx €x éx"]
        assert texts(r"{\uc1\u-4051?}\u\'3f") == ["\uf02d"]
        assert texts(r"\u55357?\u56832? \u56832?") == ["😀 �"]
        assert texts(r"\uc1\u233\par b") == ["é", "b"]
        assert texts(r"\uc\u233 ?x") == ["éx"]

    def test_by_name_and_sign(self):
        assert texts(r"\ldblquote a\rdblquote\~b\_c\-d\{e\}\\f\emdash g\:h") == [
            "“a”\u00a0b\u2011c\u00add{e}\\f—gh"
        ]

    def test_ends_of_lines_in_the_file_are_none(self):
        assert texts("a\r\nb\\\nc\\par d\\line e") == ["ab", "c", "d\ne"]


class TestParagraphs:
    def test_have_the_kinds_of_their_styles(self):
        body = (
            STYLES
            + r"\pard\s1 Title\par\pard\s5 Text.\par\pard\s6 Head\par\pard\outlinelevel1 More\par"
            + r"\pard\s7\outlinelevel9 End.\s99"
        )
        assert found(body) == [
            ("title", "Title"),
            (None, "Text."),
            ("heading", "Head"),
            ("heading", "More"),
            (None, "End."),
        ]

    def test_in_tables_are_body(self):
        body = r"\trowd\intbl A\cell B\cell\row\pard Out."
        assert found(body) == [("body", "A"), ("body", "B"), (None, "Out.")]

    def test_of_boxes_and_notes_have_their_place(self):
        body = (
            r"Text{\footnote A {\i note}.}{\footnote\ftnalt End.} goes"
            r"{\shp{\*\shpinst{\sp{\sn x}}{\shptxt Box.\par}}{\shprslt Again.}} on.\par Last."
        )
        assert texts(body) == ["Box.", "Text goes on.", "Last.", "A note.", "End."]
        assert counts(body) == {"footnotes": 1, "endnotes": 1}

    def test_without_what_is_hidden_deleted_or_in_margins(self):
        body = (
            r"{\header Head\par{\footnote x}}{\*\unknown Nothing\par}{\listtext 1.\tab}a{\v hidden}"
            r"\v0{\deleted gone}{\revised new}"
            r"{\field{\*\fldinst HYPERLINK}{\fldrslt link}}{\pict 00}"
        )
        assert texts(body) == ["anewlink"]
        assert counts(body) == {"margins": 1, "hidden": 1, "deletions": 1, "insertions": 1}

    def test_pictures_of_bytes_are_passed_over(self):
        assert texts(r"a{\pict\bin4 }}}}}b\bin c") == ["abc"]


class TestFile:
    def test_says_what_it_is_about(self):
        body = (
            r"{\info{\title The Title}{\author Ann}{\author Bob}{\subject }{\keywords k}{\creatim"
            r"\yr2020}}{\title Words.}"
        )
        content = rtf_file(body + " All.")
        (article,) = read(content, file_name="a.rtf", lang="en")
        assert text_of(content)[0].properties.meta == article.meta
        assert [each.text for each in article.paragraphs] == ["Words. All."]
        assert (article.importer, article.media_type) == ("rtf", "application/rtf")
        assert article.meta == {"keywords": "k"}
        assert [(each.field, each.value) for each in article.candidates] == [
            ("lang", "en"),
            ("title", "The Title"),
            ("author", "Ann"),
        ]

    def test_without_anything_about_it(self):
        assert text_of(rtf_file("a"))[0].properties == Properties()

    def test_that_is_cut_off_says_so(self):
        whole = rtf_file(r"First.\par {\b Second.}")
        (article,) = read(whole[:-4], file_name="a.rtf")
        assert article.remarks[0].slug == "file_cut_off"
        assert read(whole + b"} more", file_name="a.rtf")[0].text == "First.\n\nSecond."

    def test_of_another_kind_is_refused(self):
        with pytest.raises(ImportFailed, match="no RTF file"):
            text_of(b"words")

    def test_with_very_deep_groups_is_read(self):
        assert texts("{" * 20_000 + "deep" + "}" * 20_000) == ["deep"]

    @given(st.binary(max_size=60))
    def test_of_any_bytes_ends_in_text(self, content):
        assert text_of(b"{\\rtf1 a" + content)[0].blocks

    @given(st.text(alphabet="\\{}'*abuvfs19 \n", max_size=60))
    def test_of_any_words_ends_in_text(self, body):
        with contextlib.suppress(ImportFailed):
            assert text_of(rtf_file("{" + body))[0].blocks
