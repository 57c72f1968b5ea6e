"""PDF: paragraphs from lines, margins left out, broken words, locks, pictures, damage."""

import contextlib
import sys
from collections import Counter
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import ImportFailed
from annotator.text import pdf, pdf_lines
from annotator.text.pdf import found_in, read
from annotator.text.pdf_lines import Line, pages_of
from annotator.text.pdf_margins import without_margins
from annotator.text.pdf_paragraphs import rebuilt

SEEN = "the seller of the harbour"


def pdf_file(*pages: str, trailer: str = "", info: str = "", extra: tuple[str, ...] = ()) -> bytes:
    """A PDF with these streams as pages; F1 is plain, F2 bold."""
    numbers = range(len(pages))
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in numbers)
    objects = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        3: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        4: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
        5: f"<<{info}>>",
        **{6 + n: each for n, each in enumerate(extra)},
    }
    for n, stream in zip(numbers, pages, strict=True):
        objects[10 + 2 * n] = (
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R/F2 4 0 R"
            f">>/XObject<</X1 6 0 R>>>>/Contents {11 + 2 * n} 0 R>>"
        )
        length = len(stream.encode("cp1252"))
        objects[11 + 2 * n] = f"<</Length {length}>>\nstream\n{stream}\nendstream"
    out, places = b"%PDF-1.4\n", {}
    for number, content in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += f"{number} 1\n{place:010} 00000 n \n".encode()
    out += f"trailer\n<</Size 99/Root 1 0 R/Info 5 0 R{trailer}>>\n".encode("cp1252")
    return out + f"startxref\n{start}\n%%EOF\n".encode()


def shown(text: str, x: float, y: float, size: float = 10, font: str = "F1") -> str:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET\n"


def column(*lines: str, x: float = 50, y: float = 700, step: float = 12, size: float = 10) -> str:
    return "".join(shown(text, x, y - n * step, size) for n, text in enumerate(lines) if text)


def article(content: bytes):
    return pdf.article(found_in(content), content, "a.pdf", None)


def texts(*pages: str) -> list[str]:
    return [each.text for each in article(pdf_file(*pages)).paragraphs]


def refusal(content: bytes) -> str:
    with pytest.raises(ImportFailed) as caught:
        found_in(content)
    return str(caught.value)


def line(text: str, page: int = 1, left: float = 50, top: float = 700, **more) -> Line:
    edges = {"right": left + 5 * len(text), "bottom": top - 10, "size": 10.0}
    return Line(page=page, text=text, left=left, top=top, **{**edges, **more})


def paragraphs(*lines: Line) -> list[str]:
    return [block.text for block in rebuilt(lines).blocks]


LONG = (
    "The harbour of the town was closed for a week and ships had to wait",
    "outside until the storm was over and the pilots could go to sea again",
    "in their small boats.",
)


class TestParagraphs:
    def test_part_at_gaps(self):
        second = column(*LONG, y=640)
        assert texts(column(*LONG) + second) == [" ".join(LONG)] * 2

    def test_part_at_indents(self):
        page = column(*LONG) + shown(LONG[0], 62, 664) + column(*LONG[1:], y=652)
        assert texts(page) == [" ".join(LONG)] * 2

    def test_part_where_paragraphs_hang_out(self):
        one = shown("The storm was over.", 50, 700) + column(*LONG, x=62, y=688)
        two = shown("The storm was over.", 50, 652) + column(*LONG, x=62, y=640)
        assert texts(one + two) == ["The storm was over. " + " ".join(LONG)] * 2

    def test_part_where_a_line_ends_short(self):
        assert texts(column(*LONG, *LONG)) == [" ".join(LONG)] * 2

    def test_go_on_over_pages_unless_they_ended(self):
        assert texts(column(*LONG[:2]), column(LONG[2])) == [" ".join(LONG)]
        assert texts(column(*LONG), column(*LONG)) == [" ".join(LONG)] * 2
        assert texts(column(*LONG), column("again and again.")) == [
            " ".join(LONG) + " again and again."
        ]

    def test_run_through_columns(self):
        left = column("One begins in the left", "column and goes on at", y=700)
        right = column("the top of the right", "one, where it ends.", x=320, y=700)
        assert texts(left + right) == [
            "One begins in the left column and goes on at the top of the right one, where it ends."
        ]

    def test_of_a_narrow_table_stay_apart(self):
        names = [line("Foo", top=700), line("Bar", top=650)]
        assert paragraphs(*names, line("2", left=300, top=700)) == ["Foo", "Bar", "2"]

    def test_begin_with_other_letters(self):
        page = (
            shown("Il porto riapre", 50, 740, 18)
            + shown("Le prime navi", 50, 716, 10, "F2")
            + column(*LONG)
            + shown("By Ann Smith", 50, 650, 14)
        )
        found = article(pdf_file(page))
        assert [(each.kind, each.text) for each in found.paragraphs[:2]] == [
            ("title", "Il porto riapre"),
            ("heading", "Le prime navi"),
        ]
        assert found.paragraphs[-1].kind == "byline"
        assert found.proposed("title") == "Il porto riapre"

    def test_bold_words_that_fill_a_line_do_not_part(self):
        full = LONG[0]
        assert paragraphs(
            line(full), line(full, top=688, is_bold=True), line("and so on.", top=676)
        ) == [f"{full} {full} and so on."]


class TestBrokenWords:
    def test_are_joined_where_they_stand_whole_elsewhere(self):
        found = rebuilt([line(f"{SEEN}, the har-"), line("bour was closed.", top=688)])
        assert found.blocks[0].text == f"{SEEN}, the harbour was closed."
        assert found.joins == ((1, "har-|bour", "harbour"),)

    def test_keep_a_hyphen_that_they_have_elsewhere(self):
        found = rebuilt([line("a well-known man, a well-"), line("known man.", top=688)])
        assert found.blocks[0].text == "a well-known man, a well-known man."
        assert found.joins == ((1, "well-|known", "well-known"),)

    def test_are_joined_at_a_soft_hyphen(self):
        assert paragraphs(line("The im\u00ad"), line("portant man.", top=688)) == [
            "The important man."
        ]

    def test_stay_as_they_are_in_doubt(self):
        found = rebuilt([line("The im-"), line("portant man.", top=688)])
        assert (found.blocks[0].text, found.kept) == ("The im-\nportant man.", 1)
        both = rebuilt([line("well-known wellknown well-"), line("known man.", top=688)])
        assert both.kept == 1

    def test_are_none_before_names_and_numbers(self):
        for rest in ("Meyer said", "19 cases"):
            assert paragraphs(line("It was Smith-"), line(rest, top=688)) == [
                f"It was Smith- {rest}"
            ]


class TestMargins:
    def test_repeated_lines_and_page_numbers_are_left_out_and_listed(self):
        pages = [
            shown("The Daily Ship, 3 May", 50, 770)
            + column(*words)
            + column(*words, y=600)
            + shown(f"Page {n} of 4", 300, 20)
            for n, words in enumerate((LONG, LONG[1:], LONG[:1] + LONG[2:], LONG[2:]), start=1)
        ]
        found = article(pdf_file(*pages))
        assert {" ".join(LONG), LONG[2]} < {each.text for each in found.paragraphs}
        assert not any("Ship" in each.text for each in found.paragraphs)
        steps = {step["step"]: step for step in found.steps}
        assert steps["left_out"]["n"] == 8
        assert steps["left_out"]["lines"][0] == {"page": 1, "words": "The Daily Ship, 3 May"}
        assert steps["pages"]["paragraphs_begin_on"] == [1, 1, 2, 3, 3, 4]
        assert "page_margins_left_out" in [remark.slug for remark in found.remarks]

    def test_numbers_count_with_the_pages(self):
        lines = [
            line(text, page=page, top=top)
            for page, number in ((1, "11"), (2, "12"), (3, "99"))
            for text, top in (("Words of a page." * page, 700), (number, 20 * page))
        ]
        _, beside = without_margins(lines, 3)
        assert [each.text for each in beside] == ["11", "12"]

    def test_where_nothing_else_is_they_stay(self):
        lines = [line("1", page=1), line("2", page=2)]
        assert without_margins(lines, 2) == (lines, [])


class TestFile:
    def test_says_where_it_comes_from_and_what_it_is_about(self):
        content = pdf_file(
            shown("Short (text)", 50, 700),
            info="/Title(The Title)/Author(\xfe\xff\0A\0n\0n)/Subject( )/Keywords 3",
        )
        (found,) = read(content, file_name="a.pdf", lang="en")
        assert [each.text for each in found.paragraphs] == ["Short (text)"]
        assert (found.media_type, found.importer, found.meta) == ("application/pdf", "pdf", {})
        assert found.proposed("title") == "The Title"
        assert found.proposed("lang") == "en"
        assert "author" in [each.field for each in found.candidates]

    def test_with_words_joined_and_kept_says_so(self):
        page = column(f"{SEEN} har-", "bour and some im-", "portant words.")
        content = pdf_file(page, shown(" ", 1, 1), info="/Keywords(ships)")
        found = article(content)
        slugs = {remark.slug for remark in found.remarks}
        assert {"broken_words_joined", "broken_words_kept", "pages_without_text"} <= slugs
        assert {"page": 1, "was": "har-|bour", "is": "harbour"} in next(
            step["words"] for step in found.steps if step["step"] == "join"
        )
        assert found.meta == {"keywords": "ships"}

    def test_reads_what_stands_in_forms(self):
        inner = shown("Inside the form.", 50, 700)
        form = (
            "<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Length {len(inner)}>>\nstream\n{inner}\nendstream"
        )
        assert [each.text for each in article(pdf_file("/X1 Do", extra=(form,))).paragraphs] == [
            "Inside the form."
        ]

    def test_marks_signs_of_unknown_fonts(self):
        font = (
            "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font"
            "/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            "/Supplement 0>>>>]>>"
        )
        content = pdf_file("BT /F1 10 Tf 50 700 Td <00010002> Tj ET")
        content = content.replace(
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            font.encode(),
        )
        found = article(content)
        assert found.paragraphs[0].text == "\ufffd\ufffd"
        assert "unreadable_characters" in [remark.slug for remark in found.remarks]
        assert found.steps[-2]["n"] == 2


class Letter:
    def __init__(self, x0: float):
        self.x0 = x0


def in_order(text: str, places: list[float]) -> str:
    return pdf_lines._in_order(text, [Letter(x) for x in places], Counter())


class TestRightToLeft:
    def test_lines_are_read_as_they_are_written(self):
        assert in_order("ملاع (24) 3.5 abc ابحرم", [1, 2, 3]) == "مرحبا abc 3.5 (24) عالم"

    def test_lines_in_order_stay(self):
        assert in_order("مرحبا", [3, 2, 1]) == "مرحبا"
        assert in_order("word", [1, 2]) == "word"
        assert in_order("words with م", [1, 2]) == "words with م"


class TestTrouble:
    def test_pictures_have_no_text(self):
        assert "no text in this PDF" in refusal(pdf_file("0 0 10 10 re f"))

    def test_what_is_cut_off_is_refused(self):
        assert "damaged or cut off (its end is missing)" in refusal(pdf_file("")[:400])
        assert "damaged or cut off" in refusal(b"%PDF-1.4\nstartxref\n0\n%%EOF")

    def test_too_much_text_is_refused(self, monkeypatch):
        monkeypatch.setattr(pdf_lines, "MAX_CHARACTERS", 20)
        assert "longer than" in refusal(pdf_file(column(*LONG)))

    @pytest.mark.parametrize("filter_name", ["Standard", "Unknown"])
    def test_what_is_locked_is_refused(self, filter_name):
        lock = (
            f"/ID[(a)(a)]/Encrypt<</Filter/{filter_name}/V 1/R 2/P -1/O({'o' * 32})/U({'u' * 32})>>"
        )
        assert "locked with a password" in refusal(pdf_file(column(*LONG), trailer=lock))

    @pytest.mark.parametrize(("word", "is_open"), [(b"", True), (b"x", False)])
    def test_whoever_reads_needs_no_password_of_the_owner(self, word, is_open):
        def lock(password: bytes, vector: bytes = b"") -> bytes:
            return sha256(password + b"s" * 8 + vector).digest() + b"s" * 16

        user = lock(word)
        keys = {"U": user, "O": lock(b"", user), "OE": b"e" * 32, "UE": b"e" * 32}
        values = "".join(f"/{name}<{value.hex()}>" for name, value in keys.items())
        trailer = (
            "/ID[(a)(a)]/Encrypt<</Filter/Standard/V 5/R 5/Length 256/P -1/StmF/StdCF/StrF/StdCF"
            f"/CF<</StdCF<</CFM/AESV3>>>>{values}>>"
        )
        content = pdf_file(column(*LONG), trailer=trailer)
        document = None
        with contextlib.suppress(ImportFailed):
            document = pdf_lines._opened(content)
        assert (document is not None) is is_open

    def test_without_a_password_for_readers_it_is_open(self):
        class Handler:
            def __init__(self, key):
                self.key = key

            def decrypt(self):
                """Bound to the handler, as pdfminer keeps it."""

            def authenticate_user_password(self, password):
                return self.key if password == b"" else None

        class Document:
            encryption = ("id", ())

            def __init__(self, decipher):
                self.decipher = decipher

        for key in (b"key", None):
            document = Document(Handler(key).decrypt)
            assert pdf_lines._is_open(document) is (key is not None)

    def test_a_missing_library_is_named_with_the_line_that_installs_it(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "pdfminer", None)
        with pytest.raises(ImportFailed) as caught:
            read(b"", file_name="a.pdf")
        assert 'pip install "annotator[pdf]"' in str(caught.value)

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def test_of_any_sort_ends_in_text_or_in_words(self, data):
        whole = bytearray(pdf_file(column(*LONG)))
        for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=4)):
            whole[at] ^= 1 << data.draw(st.integers(0, 7))
        content = bytes(whole[: data.draw(st.integers(0, len(whole)))])
        with contextlib.suppress(ImportFailed):
            assert read(content, file_name="a.pdf")


def test_pages_are_counted():
    assert pages_of(pdf_file(column(*LONG), "")).n_pages == 2
