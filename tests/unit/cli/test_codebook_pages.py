"""`codebook export`: a page with every layer, code, target and rule, in Markdown and HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from annotator.cli import run
from annotator.cli.codebook_pages import as_page
from annotator.codebook import read_codebook
from annotator.resources import shipped_codebook

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("language", ["en", "it"])
def test_page_holds_every_code_and_target(
    demo: Path, form: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--format", form, "--language", language]
    out = demo.with_name("page")
    assert run(["codebook", "export", str(demo), *options, "-o", str(out)]) == 0
    assert run(["codebook", "export", str(shipped_codebook()), *options]) == 0
    page = capsys.readouterr().out
    assert page == out.read_text("utf-8")
    book = read_codebook(shipped_codebook()).codebook
    assert book is not None
    keys = [layer.key for layer in book.layers] + [target.key for target in book.targets]
    keys += [holder.key for holder in book.holders]
    keys += [code.key for code in book.codes_of(book.layers[0])]
    for key in keys:
        assert f"({key})" in page


def test_unknown_language_lists_the_known_ones(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["codebook", "export", str(demo), "--language", "xx"]) == 2
    assert "en" in capsys.readouterr().err


def test_signs_of_html_are_harmless_and_empty_lists_have_no_heading() -> None:
    book = read_codebook(shipped_codebook()).codebook
    assert book is not None
    bare = replace(
        book, about=replace(book.about, title={"en": "<b>"}), targets=(), holders=(), pairs=()
    )
    page = as_page(bare, "en", "html", "0")
    assert "<h1>&lt;b&gt;</h1>" in page
    for heading in ("Targets", "Holders", "Rules"):
        assert f"<h2>{heading}</h2>" not in page


def test_words_that_a_codebook_does_not_have_leave_no_empty_line_or_item() -> None:
    book = read_codebook(shipped_codebook()).codebook
    assert book is not None
    about = replace(book.about, title={"en": "Few"}, description={}, instructions={})
    layer = replace(book.layers[0], label={"en": "Bare"}, question={})
    bare = replace(book, about=about, layers=(layer,))
    lines = as_page(bare, "en", "md", "0").splitlines()
    written = [line for line in lines if line][:4]
    assert written == [
        "# Few",
        f"{about.key} {about.version}, SHA-256 0",
        f"## Bare ({layer.key})",
        f"### {book.codes_of(layer)[0].label['en']} ({book.codes_of(layer)[0].key})",
    ]
    assert len(lines[: lines.index(written[3])]) == 8
    assert "<p></p>" not in as_page(bare, "en", "html", "0")
