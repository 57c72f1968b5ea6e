"""OpenDocument texts: headings, styles, lists, tables, boxes, notes, changes, locks."""

import contextlib
import io
import sys
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import ImportFailed
from annotator.text.odt import read, text_of

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "style", "table", "draw", "meta", "manifest")
)
NAMES += ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
NAMES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'


def odt_file(body: str, automatic: str = "", **members: str) -> bytes:
    """An ODT file; the members are named without `.xml`."""
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        for name, member in members.items():
            place = "META-INF/manifest.xml" if name == "manifest" else f"{name}.xml"
            archive.writestr(place, f"<office:x {NAMES}>{member}</office:x>")
    return buffer.getvalue()


def p(inside: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def found(body: str, automatic: str = "", **members: str):
    blocks = text_of(odt_file(body, automatic, **members)).blocks
    return [(block.kind, block.text) for block in blocks if block.text.strip()]


def texts(body: str) -> list[str]:
    return [text for _, text in found(body)]


class TestWords:
    def test_run_together_but_for_those_that_are_meant(self):
        body = p(
            'a\n  b<text:s text:c="3"/>c<text:s/>d<text:s text:c="x"/>e<text:tab/>f'
            "<text:line-break/>g <text:span>span</text:span> <text:a>link</text:a>."
        )
        assert texts(body) == ["a b   c d e\tf\ng span link."]

    def test_said_beside_the_text_are_left_out_and_counted(self):
        body = (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p>"
            "</text:deletion></text:changed-region><text:changed-region><text:insertion/>"
            "</text:changed-region></text:tracked-changes>"
            + p(
                "Some<office:annotation><text:p>Why?</text:p></office:annotation> text"
                "<text:hidden-text>no</text:hidden-text>."
                "<draw:frame><svg:title>alt</svg:title></draw:frame>"
            )
        )
        text = text_of(odt_file(body))
        assert [block.text for block in text.blocks] == ["Some text."]
        assert text.counts == {"deletions": 1, "insertions": 1, "comments": 1, "hidden": 1}

    def test_of_notes_stand_at_the_end(self):
        note = (
            '<text:note text:note-class="{}"><text:note-citation>1</text:note-citation>'
            "<text:note-body><text:p>{}</text:p></text:note-body></text:note>"
        )
        body = p("One" + note.format("footnote", "Foot") + " goes on.")
        body += p("Two." + note.format("endnote", "End"))
        assert found(body) == [
            (None, "One goes on."),
            (None, "Two."),
            ("body", "Foot"),
            ("body", "End"),
        ]
        assert text_of(odt_file(body)).counts == {"footnotes": 1, "endnotes": 1}


class TestKinds:
    def test_come_from_headings_and_styles(self):
        styles = (
            '<style:style style:name="P1" style:parent-style-name="Quotations"/>'
            '<style:style style:name="P2" style:parent-style-name="P2"/>'
            '<style:style style:name="Mine"/>'
        )
        own = '<style:style style:name="Heading_20_3" style:parent-style-name="Heading"/>'
        body = (
            p("The title", "Title")
            + '<text:h text:outline-level="1">One</text:h>'
            + '<text:h text:outline-level="x">Two</text:h>'
            + p("Said.", "P1")
            + p("Round.", "P2")
            + p("Plain.", "Mine")
            + p("Head", "Heading_20_3")
        )
        assert found(body, styles, styles=own) == [
            ("title", "The title"),
            ("heading", "One"),
            ("heading", "Two"),
            ("quote", "Said."),
            (None, "Round."),
            (None, "Plain."),
            ("heading", "Head"),
        ]

    def test_of_lists_and_tables_are_body(self):
        body = (
            f"<text:list><text:list-item>{p('Item')}</text:list-item></text:list>"
            f"<table:table><table:table-row><table:table-cell>{p('Cell')}</table:table-cell>"
            f"</table:table-row></table:table>{p('Text')}"
        )
        assert found(body) == [("body", "Item"), ("body", "Cell"), (None, "Text")]

    def test_of_boxes_follow_what_they_hang_on(self):
        box = f"<draw:frame><draw:text-box>{p('Box.')}{p('More.')}</draw:text-box></draw:frame>"
        assert texts(p(f"Before {box}after.") + p("Next.")) == [
            "Before after.",
            "Box.",
            "More.",
            "Next.",
        ]


class TestFile:
    def test_says_what_it_is_about(self):
        meta = (
            "<office:meta><dc:title>Title</dc:title><dc:creator>Ann</dc:creator>"
            "<meta:initial-creator>Ann</meta:initial-creator><dc:language>it-IT</dc:language>"
            "<dc:date>2020-01-01</dc:date></office:meta>"
        )
        (article,) = read(odt_file(p("Words."), meta=meta), file_name="a.odt")
        assert [(each.field, each.value) for each in article.candidates] == [
            ("lang", "it-IT"),
            ("title", "Title"),
            ("author", "Ann"),
        ]
        assert article.meta == {"date": "2020-01-01"}
        assert (article.importer, article.text) == ("odt", "Words.")
        assert article.media_type == "application/vnd.oasis.opendocument.text"
        assert text_of(odt_file(p("Words."), meta=meta)).properties.meta == article.meta

    def test_that_is_locked_is_refused(self):
        locked = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
        with pytest.raises(ImportFailed, match="locked with a password"):
            text_of(odt_file(p("x"), manifest=locked))
        assert text_of(odt_file(p("x"), manifest="<manifest:file-entry/>")).blocks

    def test_without_a_body_has_what_is_there(self):
        content = odt_file(p("x"))
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            inside = archive.read("content.xml").replace(b"office:body", b"office:none")
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("content.xml", inside)
        assert [block.text for block in text_of(buffer.getvalue()).blocks] == ["x"]

    def test_needs_a_library_that_is_named(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "lxml", None)
        with pytest.raises(ImportFailed) as caught:
            read(b"", file_name="a.odt")
        assert 'pip install "annotator[docx]"' in str(caught.value)

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def test_of_any_sort_ends_in_text_or_in_words(self, data):
        whole = bytearray(odt_file(p("Some text here.") + p("And more.")))
        for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=4)):
            whole[at] ^= 1 << data.draw(st.integers(0, 7))
        with contextlib.suppress(ImportFailed):
            content = bytes(whole[: data.draw(st.integers(0, len(whole)))])
            assert isinstance(text_of(content).blocks, tuple)
