"""The tables and pictures of a report where they are unusual: long, wide, cut off, or short."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.rendering import drawings
from annotator.agreement.rendering.blocks import Picture, Table, dense
from annotator.agreement.rendering.contents import contents
from annotator.agreement.rendering.latex import escaped as in_latex
from annotator.agreement.rendering.latex import latex, table_lines
from annotator.agreement.rendering.markdown import escaped as in_markdown
from annotator.agreement.rendering.names import Names, signed, span_of
from annotator.agreement.rendering.plain import plain
from annotator.agreement.rendering.printable import printable, width
from annotator.agreement.rendering.shapes import Dot, Line, Words
from annotator.agreement.rendering.svg import svg
from annotator.agreement.rendering.tables import apart, by_code, f1_by_code, figures, square
from annotator.agreement.results import Coincidences, Pair, Report, UnitName
from annotator.agreement.telling import told
from tests.agreement.reports import BELOW, FRAME, UID, figure, full_report, headline

NAMES = Names(FRAME, "en", {})


def test_a_square_too_wide_for_a_page_is_listed_pair_by_pair():
    values = tuple(f"v{n:02d}" for n in range(11))
    counts = tuple(tuple(float(row == column) for column in range(11)) for row in range(11))
    table = square("coincidences", Coincidences(values, counts), headline(), NAMES)
    assert table.header == ("", "", "n")
    assert table.rows[3] == ("v03", "v03", "1")
    assert len(table.rows) == 11


def test_codes_with_other_coefficients_name_them():
    codes = (figure(0.4, code="money", coefficient="u_binary", prevalence=(), n_positive={}),)
    (table,) = by_code(headline(per_code=codes, step="evidence"), NAMES)
    assert table.title == "By code, lowest value first · evidence"
    assert table.rows[0][:3] == ("Money", "binary u-alpha", ".400")


def test_shares_of_marked_words_stand_side_by_side():
    exact, overlap = (
        figure(0.5, coefficient=name, step="evidence", per_code=(
            figure(value, code="money", coefficient=name), figure(None, code="power",
            coefficient=name, reason="no_units")))
        for name, value in (("f1_exact", 0.25), ("f1_overlap", 0.75))
    )  # fmt: skip
    (table,) = f1_by_code([exact, figure(0.8), overlap], NAMES)
    assert table.header[1] == "F1, equal spans"
    assert table.header[3] == "F1, overlap"
    assert table.rows[0] == ("Money", ".250", ".123 – .900", ".750", ".123 – .900")
    assert table.rows[1][1] == "undefined (no_units)"
    titles = [block.title for block in contents(full_report(results=(exact, overlap)))
              if isinstance(block, Table | Picture)]  # fmt: skip
    assert titles.count(table.title) == 1
    assert not [title for title in titles if title.startswith("By code, lowest")]


def test_many_annotators_are_counted_together():
    many = {f"a{n}": 2 for n in range(9)}
    (table,) = by_code(headline(per_code=(figure(0.4, code="money", n_positive=many),)), NAMES)
    assert table.rows[0][-1] == "18"


def test_parts_without_rates_have_no_table_of_them():
    parts = (figure(0.8, by="round", group="main"),)
    titles = [table.title for table in apart(headline(over_time=parts), NAMES)]
    assert "Part by part: rounds" in titles
    assert not [title for title in titles if title.startswith("Share of answers")]


def test_two_annotators_need_no_table_of_pairs_and_nothing_more():
    bare = figure(0.5, per_pair=(Pair(("a", "b"), 30, 0.5, 0.5, 0.8),))
    assert list(apart(bare, NAMES)) == []


def test_columns_that_say_nothing_are_left_out():
    table = Table(title="", header=("a", "b", "c"), rows=(("x", "–", "1"), ("y", "–", "–")))
    assert dense(table).header == ("a", "c")
    assert dense(table).rows == (("x", "1"), ("y", "–"))


def test_marks_of_alpha_are_not_given_for_shares():
    shares = [figure(0.9, coefficient=name) for name in ("percent", "f1_exact")]
    assert "P<.667" not in figures(shares, NAMES).header
    assert "P<.667" in figures([*shares, figure(0.9, p_below_667=0.5)], NAMES).header


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (UnitName(document=UID, paragraph=0), "5b2ee4c0 · ¶ 1"),
        (UnitName(document="a.txt", unit="7", target="law"), "a.txt · 7 · The law"),
        (UnitName(document=UID), "5b2ee4c0 · whole article"),
        (UnitName(unit="7", holder="author"), "7 · author"),
    ],
)
def test_units_are_named_as_people_find_them(unit, text):
    assert NAMES.unit(unit) == text


def test_differences_have_a_sign():
    assert [signed(number) for number in (0.05, -0.05, 0.0, None)] == [
        "+.050",
        "-.050",
        ".000",
        "–",
    ]
    assert span_of(None) == "–"


def test_what_a_terminal_would_obey_is_not_printed():
    assert printable("a\x1b[31mb\nc\ud800\u202ed") == "a�[31mb c��d"
    assert printable("plain") == "plain"
    assert (width("abc"), width("中é"), width("e\u0301")) == (3, 3, 1)
    text = plain(full_report(source="\x1b[2J"))
    assert "\x1b" not in text
    assert text.startswith("Agreement in �[2J\n")


@pytest.mark.parametrize("text", ["- a", "# b", "1. c", "12) d", "+ e", "= f", "  - g"])
def test_markdown_does_not_take_words_for_marks(text):
    escaped = in_markdown(text)
    assert escaped != text
    assert escaped.replace("\\", "") == text


def test_latex_writes_letters_with_commands():
    assert in_latex("però") == r"per\`{o}"
    assert in_latex("Čapek ø") == r"\v{C}apek \o{}"
    assert in_latex("í") == r"\'{\i}"
    assert in_latex("a--b---c") == "a-{}-b-{}-{}-c"
    assert in_latex("中") == "中"


TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)


@given(TEXTS)
def test_any_words_come_back_from_markdown(text):
    assert re.sub(r"\\(.)", r"\1", in_markdown(text)) == printable(text)


@given(TEXTS)
def test_any_words_leave_latex_balanced(text):
    bare = re.sub(r"\\[\\{}$&#%_^~]", "", in_latex(text)).replace("$\\emptyset$", "")
    assert bare.count("{") == bare.count("}")
    assert not set(bare) & set("$#%&^_")


@given(TEXTS)
def test_any_words_are_one_line_of_what_can_be_seen(text):
    seen = printable(text)
    assert seen.splitlines() in ([seen], [])
    assert not [letter for letter in seen if unicodedata.category(letter) in ("Cc", "Cs")]


def test_a_document_compared_with_others_is_named_by_the_beginning_of_its_uid():
    parts = (figure(0.2, by="document", group=UID, below_rest=True),)
    (table,) = apart(figure(0.5, over_time=parts), NAMES)
    assert table.rows[0][:2] == ("5b2ee4c0", ".200*")
    told_so = told(figure(0.5, over_time=parts), FRAME, "en")
    assert "in the rest: 5b2ee4c0." in told_so.warnings[-1].words


def test_a_document_is_named_by_its_title_where_that_is_known():
    titles = {UID: "Who owns the wind?", "b" * 36: "A very long title " * 4 + "(5b2ee4c0)"}
    names = Names(FRAME, "en", titles)
    assert names.unit(UnitName(document=UID, paragraph=2)) == "Who owns the wind? · ¶ 3"
    assert names.part("b" * 36) == "A very long title A very long title… (5b2ee4c0)"
    parts = (figure(0.2, by="document", group=UID, below_rest=True),)
    warned = told(figure(0.5, over_time=parts), FRAME, "en", titles=titles).warnings[-1]
    assert "in the rest: Who owns the wind?." in warned.words


def test_latex_tables_end_before_the_page_does():
    report = full_report(results=(headline(per_code=tuple(
        figure(0.5, code=f"code {n}") for n in range(40))),))  # fmt: skip
    text = latex(report)
    assert text.count(r"\begin{tabular}") == text.count(r"\end{tabular}")
    assert text.count("code & value") == 2


def test_latex_rows_that_begin_with_a_sign_of_their_own():
    table = Table(title="", header=("[a]",), rows=(("*",), ("b",)))
    lines = list(table_lines(table))
    assert r"{}[a] \\" in lines
    assert r"{}* \\" in lines


def test_intervals_below_nothing_end_in_an_arrow():
    drawing = drawings.intervals([
        drawings.Row("a", 0.1, BELOW),
        drawings.Row("b", -0.2, None),
        drawings.Row("c", None, None),
        drawings.Row("d", -0.2, BELOW),
    ])  # fmt: skip
    arrows = [shape for shape in drawing.shapes if isinstance(shape, Line) and shape.has_arrow]
    dots = [shape for shape in drawing.shapes if isinstance(shape, Dot)]
    words = [shape.text for shape in drawing.shapes if isinstance(shape, Words)]
    assert (len(arrows), len(dots)) == (3, 1)
    assert words.count("-.200") == 2
    assert "–" in words
    assert svg(drawing, "t").count("<path") == 3


def test_no_rows_make_an_empty_picture():
    assert drawings.intervals([]).width > 0
    assert drawings.matrix(Coincidences((), ()), []).height > 0


def test_long_names_are_cut_in_pictures_only():
    drawing = drawings.intervals([drawings.Row("x" * 40, 0.5, None)])
    assert "x" * 27 + "…" in [shape.text for shape in drawing.shapes if isinstance(shape, Words)]


def test_pictures_of_more_cells_than_can_be_read_are_left_out():
    values = tuple(map(str, range(17)))
    counts = tuple((1.0,) * 17 for _ in values)
    wide = headline(coincidences=Coincidences(values, counts), without=(), over_time=(),
                    per_code=(), per_pair=())  # fmt: skip
    report = full_report(results=(wide,))
    assert not [block for block in contents(report) if isinstance(block, Picture)]


def test_the_target_asked_for_stands_in_full():
    report = full_report(
        options={"target": "law", "language": "en"},
        results=(headline(target="law"), figure(0.5, target="firm")),
    )
    text = plain(report)
    assert text.index("By code") < text.index("Target by target")
    assert "The law" not in text[text.index("Target by target") :].split("\n\n", maxsplit=1)[0]


def test_nothing_known_of_a_report_is_flagged_as_missing():
    bare = Report(program="annotator 0", source="x", made_at="")
    checklist = next(block for block in contents(bare) if isinstance(block, Table))
    missing = {checklist.rows[place][0] for place in checklist.flagged}
    assert {"Rounds included", "The same annotator again", "The same for each code"} <= missing
    full = next(block for block in reversed(list(contents(full_report())))
                if isinstance(block, Table))  # fmt: skip
    assert len(full.flagged) < len(checklist.flagged)
    said = {row[0]: row[1] for row in full.rows}
    assert said["Program and version"] == "annotator 0"
    assert said["Units coded by two or more, and pairs of answers"] == "frame: 388 units, n = 700"
    assert "no_variation" in said["Undefined values with their reason"]
