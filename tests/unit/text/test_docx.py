"""Word files: styles as kinds, changes accepted, tables and boxes at their place, notes last."""

import contextlib
import io
import sys
import zipfile

import docx as python_docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import ImportFailed
from annotator.text import archives, docx
from annotator.text.docx import read, text_of
from annotator.text.docx_text import articles

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    'xmlns:w="{word}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def xml(root: str, inside: str, word: str = WORD) -> str:
    return f"<w:{root} {SPACES.format(word=word)}>{inside}</w:{root}>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def par(inside: str, properties: str = "") -> str:
    content = inside if inside.startswith("<") else run(inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def zipped(members: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx_file(body: str, word: str = WORD, **parts: str) -> bytes:
    """A Word file; the parts are named `styles`, `footnotes`, `comments` ..."""
    listed = "".join(
        f'<Relationship Type="{RELATION}/{name}" Target="{name}.xml"/>' for name in parts
    )
    return zipped(
        {
            "word/document.xml": xml("document", f"<w:body>{body}</w:body>", word),
            "word/_rels/document.xml.rels": f"<Relationships>{listed}</Relationships>",
            **{f"word/{name}.xml": content for name, content in parts.items()},
        }
    )


def article(content: bytes, lang: str | None = None):
    text = text_of(content)
    reading = docx.reading_of(content, "a.docx", lang)
    (found,) = articles(text, reading)
    return found


def texts(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in article(content).paragraphs]


def remarks(content: bytes) -> dict[str, str]:
    return {remark.slug: str(remark) for remark in article(content).remarks}


def refusal(content: bytes) -> str:
    with pytest.raises(ImportFailed) as caught:
        text_of(content)
    return str(caught.value)


@pytest.fixture(scope="module")
def saved():
    """As python-docx writes it."""
    document = python_docx.Document()
    document.core_properties.title = "Il titolo del file"
    document.core_properties.author = "A. Bianchi"
    document.core_properties.language = "it-IT"
    document.add_paragraph("Il porto riapre", style="Title")
    document.add_paragraph("Le prime navi.", style="Heading 2")
    document.add_paragraph("Una citazione lunga abbastanza.", style="Quote")
    document.add_paragraph("Foto", style="Caption")
    document.add_paragraph("Prima voce", style="List Paragraph")
    document.add_paragraph("Il traffico riprende domani.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Navi"
    table.cell(0, 1).text = "12"
    document.add_paragraph("Dopo la tabella.")
    document.sections[0].header.paragraphs[0].text = "Intestazione"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def written(saved):
    (found,) = read(saved, file_name="a.docx")
    return found


class TestStyles:
    def test_say_the_kinds(self, written):
        assert [(each.kind, each.text) for each in written.paragraphs] == [
            ("title", "Il porto riapre"),
            ("heading", "Le prime navi."),
            ("quote", "Una citazione lunga abbastanza."),
            ("caption", "Foto"),
            ("body", "Prima voce"),
            ("body", "Il traffico riprende domani."),
            ("body", "Navi"),
            ("body", "12"),
            ("body", "Dopo la tabella."),
        ]

    def test_are_the_same_without_another_process(self, saved, written):
        assert article(saved) == written

    def test_properties_come_after_what_the_text_says(self, written):
        assert written.proposed("title") == "Il porto riapre"
        assert written.proposed("author") == "A. Bianchi"
        assert written.proposed("lang") == "it-IT"
        assert "Il titolo del file" in [each.value for each in written.candidates]
        assert written.meta["created"].startswith("2013")
        assert written.proposed("published_on") is None

    def test_where_it_comes_from_is_said(self, written):
        assert (written.importer, written.media_type) == ("docx", docx.MEDIA_TYPE)
        assert written.steps[0]["importer"] == "docx"
        assert written.runs is None

    def test_one_that_is_based_on_a_heading_is_a_heading(self):
        styles = xml(
            "styles",
            '<w:style w:styleId="A"><w:name w:val="Heading 3"/></w:style>'
            '<w:style w:styleId="B"><w:name w:val="Mine"/><w:basedOn w:val="A"/></w:style>'
            '<w:style w:styleId="C"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
            '<w:style w:styleId="D"><w:basedOn w:val="D"/></w:style>',
        )
        body = "".join(
            par(f"{name} says something.", f'<w:pStyle w:val="{name}"/>') for name in "BCD"
        )
        found = article(docx_file(par("First of all.") + body, styles=styles))
        assert [each.kind for each in found.paragraphs] == ["body", "heading", "heading", "body"]

    def test_the_level_of_an_outline_and_a_list_count_too(self):
        body = (
            par("Open.", '<w:outlineLvl w:val="1"/>')
            + par("Item", "<w:numPr/>")
            + par("Text", '<w:outlineLvl w:val="9"/>')
            + par("The end.")
        )
        kinds = [each.kind for each in article(docx_file(body)).paragraphs]
        assert kinds == ["title", "body", "body", "body"]

    def test_where_they_tell_headings_none_is_guessed(self):
        level = '<w:outlineLvl w:val="0"/>'
        short = par("A short line") + par("A sentence.")
        kinds = [each.kind for each in article(docx_file(par("Head", level) + short)).paragraphs]
        assert kinds == ["title", "body", "body"]
        first = par("A sentence.")
        assert [each.kind for each in article(docx_file(first + short)).paragraphs] == [
            "body",
            "heading",
            "body",
        ]

    def test_the_first_of_many_headings_is_no_title(self):
        level = '<w:outlineLvl w:val="0"/>'
        body = par(" ") + par("One.", level) + par("Two.", level)
        kinds = [each.kind for each in article(docx_file(body)).paragraphs]
        assert kinds == ["heading", "heading"]


class TestChanges:
    def test_are_accepted_and_counted(self):
        body = par(
            run("The ")
            + f"<w:ins>{run('new ')}</w:ins>"
            + "<w:del><w:r><w:delText>old </w:delText></w:r></w:del>"
            + f"<w:moveFrom>{run('away ')}</w:moveFrom>"
            + f"<w:moveTo>{run('here ')}</w:moveTo>"
            + run("word.")
        )
        content = docx_file(body)
        assert texts(content) == ["The new here word."]
        assert remarks(content)["tracked_changes"].endswith(
            "insertions taken 1, deletions left out 1, moves 1"
        )

    def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next(self):
        gone = "<w:rPr><w:del/></w:rPr>"
        assert texts(docx_file(par("One ", gone) + par("two."))) == ["One two."]
        assert texts(docx_file(par("One.") + par("Last", gone))) == ["One.", "Last"]

    def test_comments_hidden_text_signs_and_files_are_left_out_and_counted(self):
        hidden = "<w:rPr><w:vanish/></w:rPr>"
        shown = '<w:rPr><w:vanish w:val="0"/></w:rPr>'
        body = par(
            run("Seen.") + run(" Hidden.", hidden) + run(" Shown.", shown) + "<w:r><w:sym/></w:r>"
        )
        content = docx_file(
            f"{body}<w:altChunk/>",
            comments=xml("comments", f"<w:comment>{par('Why?')}</w:comment>"),
        )
        assert texts(content) == ["Seen. Shown."]
        assert set(remarks(content)) == {
            "comments_left_out",
            "hidden_left_out",
            "symbols_left_out",
            "embedded_left_out",
        }


class TestWords:
    def test_of_links_fields_tags_and_controls_stay(self):
        field = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText>'
            '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        body = par(
            f"<w:hyperlink>{run('Link')}</w:hyperlink>"
            f"<w:smartTag>{run(' tag ')}</w:smartTag>"
            f"<w:sdt><w:sdtPr/><w:sdtContent>{run('control ')}</w:sdtContent></w:sdt>"
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
            f"<w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>"
            f"{field}{run('7')}<m:oMath><m:r><m:t>x²</m:t></m:r></m:oMath>"
        )
        assert texts(docx_file(f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>")) == [
            "Link tag control 7x²"
        ]

    def test_breaks_tabs_and_hyphens_are_characters(self):
        body = par(
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/>"
            "<w:softHyphen/><w:t/></w:r>" + run("d😀é")
        )
        assert texts(docx_file(body)) == ["a\tb\nc\u2011\u00add😀é"]

    def test_of_the_strict_form_are_read(self):
        assert texts(docx_file(par("Strict."), STRICT)) == ["Strict."]

    def test_outside_of_paragraphs_are_none(self):
        assert texts(docx_file(run("lost") + par("Kept."))) == ["Kept."]


class TestPlaces:
    def test_a_text_box_follows_the_paragraph_that_it_hangs_on_once(self):
        box = f"<w:txbxContent>{par('In the box.')}</w:txbxContent>"
        both = (
            f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        )
        body = par(run("Before ") + both + run("after.")) + par("Next.")
        assert texts(docx_file(body)) == ["Before after.", "In the box.", "Next."]

    def test_a_box_in_a_paragraph_whose_end_is_deleted_stays(self):
        box = f"<w:r><w:txbxContent>{par('Box.')}</w:txbxContent></w:r>"
        body = par(run("One.") + box, "<w:rPr><w:del/></w:rPr>") + par("Two.")
        assert texts(docx_file(body)) == ["One.", "Box.", "Two."]

    def test_the_branch_with_words_is_taken(self):
        def both(first: str, second: str) -> str:
            return (
                f"<mc:AlternateContent><mc:Choice>{first}</mc:Choice>"
                f"<mc:Fallback>{second}</mc:Fallback></mc:AlternateContent>"
            )

        assert texts(docx_file(par(both("<w:r/>", run("Old.")) + both("", "")))) == ["Old."]

    def test_cells_are_paragraphs_in_order(self):
        cell = f"<w:tc>{par('A')}{par('B')}</w:tc>"
        inner = f"<w:tbl><w:tr><w:tc>{par('C')}</w:tc></w:tr></w:tbl>"
        table = f"<w:tbl><w:tr>{cell}<w:tc>{inner}{par('')}</w:tc></w:tr></w:tbl>"
        found = article(docx_file(par("First.") + table + par("Last.")))
        assert [each.text for each in found.paragraphs] == ["First.", "A", "B", "C", "Last."]
        assert {each.kind for each in found.paragraphs} == {"body"}

    def test_notes_stand_at_the_end_in_the_order_of_their_marks(self):
        def note(kind: str, number: int, text: str, more: str = "") -> str:
            return f'<w:{kind} w:id="{number}"{more}>{par(text)}</w:{kind}>'

        body = par(
            run("Text.")
            + '<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
            + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="9"/></w:r>'
            + "<w:del><w:r><w:footnoteReference w:id='3'/></w:r></w:del>"
        )
        content = docx_file(
            body,
            footnotes=xml(
                "footnotes",
                note("footnote", 0, "—", ' w:type="separator"')
                + note("footnote", 2, "A note")
                + note("footnote", 3, "Gone"),
            ),
            endnotes=xml("endnotes", note("endnote", 2, "An end note")),
        )
        assert texts(content) == ["Text.", "An end note", "A note"]
        assert remarks(content)["notes_at_the_end"].endswith("footnotes 1, endnotes 1")

    def test_notes_without_their_part_are_none(self):
        body = par(run("Text.") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
        assert texts(docx_file(body)) == ["Text."]


class TestParts:
    def test_the_text_may_have_another_name(self):
        content = zipped(
            {
                "_rels/.rels": f'<R><r Type="{RELATION}/x" Target="x" TargetMode="External"/>'
                f'<r Type="{RELATION}/officeDocument" Target="/word/document2.xml"/><r/></R>',
                "word/document2.xml": xml("document", par("Elsewhere.")),
            }
        )
        assert texts(content) == ["Elsewhere."]

    def test_properties_that_say_nothing_are_passed_over(self):
        core = (
            "<c><!-- none --><title> </title><language>?!</language><keywords>a, b</keywords>"
            "<revision>3</revision></c>"
        )
        content = zipped(
            {"word/document.xml": xml("document", par("Short")), "docProps/core.xml": core}
        )
        assert (article(content).candidates, article(content).meta) == ((), {"keywords": "a, b"})

    def test_a_language_given_by_the_user_counts(self):
        assert article(docx_file(par("Short")), "pl").proposed("lang") == "pl"


class TestTrouble:
    def test_is_told_in_words(self):
        assert "it lacks the part word/document.xml" in refusal(zipped({"a": "b"}))
        assert "damaged or cut off" in refusal(docx_file(par("x"))[:-30])
        assert "damaged or cut off" in refusal(docx_file("<w:p>"))

    def test_a_document_type_is_refused(self):
        entity = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        content = zipped({"word/document.xml": entity + xml("document", par("x"))})
        assert "a document type" in refusal(content)

    def test_deep_nesting_is_refused(self):
        assert "damaged" in refusal(docx_file("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000))

    def test_what_unpacks_too_large_is_refused(self, monkeypatch):
        monkeypatch.setattr(archives, "MIN_SUSPECT_BYTES", 1_000)
        assert "unpacks to more" in refusal(docx_file(par("0" * 500_000)))

    def test_a_file_without_text_is_refused(self):
        with pytest.raises(ImportFailed, match="there is no text in it"):
            article(docx_file(par(" ")))

    def test_a_missing_library_is_named_with_the_line_that_installs_it(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "lxml", None)
        with pytest.raises(ImportFailed) as caught:
            read(b"", file_name="a.docx")
        assert 'pip install "annotator[docx]"' in str(caught.value)

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def test_of_any_sort_ends_in_text_or_in_words(self, data):
        whole = bytearray(docx_file(par("Some text here.") + par("And more.")))
        for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=4)):
            whole[at] ^= 1 << data.draw(st.integers(0, 7))
        content = bytes(whole[: data.draw(st.integers(0, len(whole)))])
        with contextlib.suppress(ImportFailed):
            assert isinstance(text_of(content).blocks, tuple)
