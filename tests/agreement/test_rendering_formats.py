"""Every format carries every table of the report, and says exactly the same in it."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import jsonschema
import msgspec
import pytest

from annotator.agreement import Report, render
from annotator.agreement.numerals import three_digits
from annotator.agreement.rendering import report_schema
from annotator.agreement.rendering.blocks import Heading, Items, Picture, Table, Text
from annotator.agreement.rendering.contents import contents
from annotator.agreement.rendering.latex import escaped as in_latex
from annotator.agreement.rendering.markdown import escaped as in_markdown
from annotator.agreement.rendering.rows import COLUMNS
from annotator.resources import schema
from tests.agreement.reports import AWKWARD, full_report

if TYPE_CHECKING:
    from collections.abc import Callable

LANGUAGES = ("en", "it")


@pytest.fixture(params=LANGUAGES)
def full(request) -> Report:
    return full_report(request.param)


def tables(report: Report) -> list[tuple[str, list[list[str]]]]:
    """Title and rows of each table, the header first."""
    return [(block.title, [list(block.header), *map(list, block.rows)])
            for block in contents(report) if isinstance(block, Table)]  # fmt: skip


class _Page(HTMLParser):
    """The tables of a page, and every tag in it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[list[str]]]] = []
        self.tags: list[str] = []
        self.into: str | None = None

    def handle_starttag(self, tag, _attrs):
        self.tags.append(tag)
        if tag == "table":
            self.found.append(("", []))
        elif tag == "tr":
            self.found[-1][1].append([])
        elif tag in ("td", "th"):
            self.found[-1][1][-1].append("")
        self.into = tag if tag in ("td", "th", "caption") else self.into

    def handle_endtag(self, tag):
        self.into = None if tag == self.into else self.into

    def handle_data(self, text):
        if self.into == "caption":
            title, rows = self.found[-1]
            self.found[-1] = (title + text, rows)
        elif self.into:
            self.found[-1][1][-1][-1] += text


def test_html_holds_every_table(full):
    page = _Page()
    page.feed(render(full, "html"))
    assert page.found == tables(full)
    assert "script" not in page.tags
    assert {"svg", "figure", "caption"} <= set(page.tags)


def test_markdown_holds_every_table(full):
    found: list[tuple[str, list[list[str]]]] = []
    for line in render(full, "md").splitlines():
        if line.startswith("### "):
            found.append((re.sub(r"\\(.)", r"\1", line[4:]), []))
        elif line.startswith("| ") and not set(line) <= set("| :-"):
            cells = re.split(r"(?<!\\) \| ", line[2:].removesuffix(" |"))
            found[-1][1].append([re.sub(r"\\(.)", r"\1", cell) for cell in cells])
    assert found == tables(full)


def test_latex_holds_every_table(full):
    text = render(full, "latex")
    found = re.findall(
        r"\\subsection\*\{([^\n]*)\}\n\{\\scriptsize\n\\begin\{tabular\}[^\n]*\n(.*?)\\end\{tab",
        text,
        re.DOTALL,
    )
    assert len(found) == len(tables(full))
    for (title, body), (known, rows) in zip(found, tables(full), strict=True):
        assert title == in_latex(known)
        lines = [line for line in body.splitlines() if line != r"\hline"]
        assert lines == [
            ("{}" if row[0].startswith("[") else "") + " & ".join(map(in_latex, row)) + r" \\"
            for row in rows
        ]


def test_latex_has_nothing_that_stops_it(full):
    text = render(full, "latex")
    assert text.startswith("\\documentclass")
    assert text.endswith("\\end{document}\n")
    assert "usepackage" not in text
    bare = re.sub(r"\\[\\{}$&#%_]", "", text)
    assert bare.count("{") == bare.count("}")
    assert not re.search(r"[$#]", bare.replace("$\\emptyset$", ""))
    # Letters that pdfTeX does not know have a replacement; no other letter stands alone.
    declared = set(re.findall(r"DeclareUnicodeCharacter\{([0-9A-F]+)\}", text))
    assert {f"{ord(letter):04X}" for letter in text if not letter.isascii()} == declared


def test_table_holds_every_row(full):
    lines = {" ".join(line.split()) for line in render(full, "table").splitlines()}
    for title, rows in tables(full):
        assert title in lines
        for row in rows:
            assert " ".join(" ".join(row).split()) in lines


def test_words_warnings_and_notes_stand_in_every_format(full):
    texts = [block.text for block in contents(full) if isinstance(block, Text | Heading)]
    texts += [item for block in contents(full) if isinstance(block, Items) for item in block.items]
    assert full.results[0].words in texts
    assert AWKWARD in texts
    assert any("Look at the weeks." in text for text in texts)
    ways: dict[str, Callable[[str], str]] = {
        "table": str, "md": in_markdown, "latex": in_latex, "html": html.escape
    }  # fmt: skip
    for form, way in ways.items():
        written = render(full, form)
        assert [text for text in texts if way(text) not in written] == []


def test_tables_say_the_figures_of_the_report(full):
    head = full.results[0]
    cells = dict(tables(full))
    every = {cell for rows in cells.values() for row in rows for cell in row}
    parts = (head, *head.per_code, *head.without, *head.intra, *head.over_time, *head.groups)
    for number in [head.percent, *(one.value for one in parts if one.value is not None)]:
        assert any(cell.rstrip("*") == three_digits(number) for cell in every)
    codes = next(rows for title, rows in cells.items() if title.startswith(("By code", "Per cod")))
    assert [row[1] for row in codes[1:3]] == ["-.200", ".700"]
    assert "no_variation" in codes[3][1]


def test_csv_begins_with_the_fixed_columns_and_is_not_rounded(full):
    lines = list(csv.reader(io.StringIO(render(full, "csv"))))
    assert tuple(lines[0][: len(COLUMNS)]) == COLUMNS
    table = list(csv.DictReader(io.StringIO(render(full, "csv"))))
    head = full.results[0]
    assert float(table[0]["value"]) == head.value
    assert float(table[0]["ci_low"]) == head.interval.low
    n_first = sum(1 + len(one.per_code) for one in full.results)
    assert {row["part"] for row in table[:n_first]} == {""}
    parts = [row["part"] for row in table[n_first:]]
    assert parts == ["intra"] * 2 + ["without"] * 2 + ["over_time"] * 2 + ["groups"] * 2 + (
        ["pair"] * 6
    )
    without = next(row for row in table if row["part"] == "without")
    assert (without["group"], float(without["change"])) == ("anna", 0.09)
    between = [row for row in table if row["part"] == "groups"][1]
    assert between["group"] == "men|women"
    pair = [row for row in table if row["part"] == "pair"]
    assert [row["value"] for row in pair[:3]] == ["0.71", "0.7", "0.8"]
    assert (pair[3]["value"], pair[3]["reason"]) == ("", "no_variation")


def test_json_is_valid_by_its_schema_and_reads_back(full):
    text = render(full, "json")
    validator = jsonschema.Draft202012Validator(report_schema())
    validator.validate(json.loads(text))
    assert msgspec.json.decode(text, type=Report) == full
    broken = json.loads(text)
    broken["results"][0]["reason"] = "bad_luck"
    assert not validator.is_valid(broken)


def test_the_committed_schema_is_the_generated_one():
    committed = schema("agreement").read_text(encoding="utf-8")
    assert committed == json.dumps(report_schema(), indent=2, ensure_ascii=False) + "\n"


def test_pictures_are_well_formed_and_say_their_values(full):
    drawn = re.findall(r"<svg.*?</svg>", render(full, "html"), re.DOTALL)
    pictures = [block for block in contents(full) if isinstance(block, Picture)]
    assert len(drawn) == len(pictures) >= 5
    for text, block in zip(drawn, pictures, strict=True):
        root = ET.fromstring(text)  # noqa: S314 - made a line above
        words = ["".join(part.itertext()) for part in root]
        assert words[0] == block.title
        assert all(len(part) for part in words[1:] if part)
    codes = ET.fromstring(drawn[0])  # noqa: S314
    assert {".700", "-.200", ".667", ".800"} <= {part.text for part in codes}


def test_a_report_without_anything_has_every_format():
    bare = Report(program="annotator 0", source="nothing", made_at="")
    for form in ("table", "json", "csv", "md", "latex", "html"):
        assert render(bare, form).endswith("\n")


def test_a_report_without_names_of_layers_shows_keys(full):
    nameless = msgspec.structs.replace(full, layers=())
    titles = [block.text for block in contents(nameless) if isinstance(block, Heading)]
    assert "frame" in titles
