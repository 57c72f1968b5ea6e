"""`annotator codebook check|show|export|draft`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from annotator.model import Codebook

_FILE = click.argument("file", type=click.Path(path_type=Path))


@click.group()
def codebook() -> None:
    """Check, show, export or draft a codebook."""


@codebook.command()
@_FILE
def check(file: Path) -> int:
    """Report every mistake in a codebook file (exit 1 if there is one)."""
    from annotator.codebook import check_codebook

    checked = check_codebook(file)
    for mistake in checked.mistakes:
        click.echo(f"{file}: {mistake}")
    for warning in checked.warnings:
        click.echo(f"{file}: warning: {warning}")
    if checked.mistakes:
        return 1
    click.echo(f"{file}: no mistakes, {len(checked.warnings)} warnings")
    return 0


@codebook.command()
@_FILE
@click.option("--language", help="The language of the labels; else the codebook's first.")
@click.option("--toml", is_flag=True, help="The codebook's file as it was given.")
def show(file: Path, language: str | None, *, toml: bool) -> None:
    """Show the codebook of a file or a project in words."""
    from annotator.cli.codebook_words import in_words
    from annotator.codebook import codebook_sha256
    from annotator.study.names import check_names

    book, text = _codebook_of(file)
    if toml:
        click.echo(text, nl=False)
        return
    check_names("language", [language] if language else [], book.about.languages)
    click.echo(in_words(book, language or book.about.languages[0], codebook_sha256(book)))


@codebook.command()
@_FILE
@click.option(
    "--format", "form", type=click.Choice(["md", "html", "qdc"]), default="md", show_default=True
)
@click.option("--language", help="The language of the page; else the codebook's first.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file; else stdout.")
def export(
    file: Path, form: Literal["md", "html", "qdc"], language: str | None, output: Path | None
) -> None:
    """Write the codebook of a file or a project as a page to read, or as REFI-QDA (QDC)."""
    from annotator.cli.codebook_pages import as_page
    from annotator.cli.output import put_out
    from annotator.codebook import codebook_sha256
    from annotator.study.names import check_names

    book, _ = _codebook_of(file)
    check_names("language", [language] if language else [], book.about.languages)
    language = language or book.about.languages[0]
    if form == "qdc":
        from annotator.formats.refi_qda.codebooks import write_codebook

        put_out(write_codebook(book, language), output)
        return
    put_out(as_page(book, language, form, codebook_sha256(book)), output)


@codebook.command()
@_FILE
@click.option("--language", default="en", show_default=True, help="The language of the codes.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file; else stdout.")
@click.option(
    "--map",
    "labels",
    type=click.Path(path_type=Path),
    help="Also write what the labels mean in the draft, for annotator merge --map.",
)
def draft(file: Path, language: str, output: Path | None, labels: Path | None) -> None:
    """Write the draft of a codebook from the codes of a REFI-QDA codebook (QDC) or project."""
    from annotator.cli.output import put_out
    from annotator.formats.refi_qda.codebooks import read_codes
    from annotator.formats.refi_qda.drafts import draft_codebook, label_table

    codes = read_codes(file)
    put_out(draft_codebook(codes, file.stem, language), output)
    if labels is not None:
        put_out(label_table(codes), labels)


def _codebook_of(file: Path) -> tuple[Codebook, str]:
    """The codebook of a file or project, and its text as it was given."""
    from annotator.codebook import read_codebook
    from annotator.store import Store
    from annotator.study.file_kinds import holds_a_database

    if not holds_a_database(file) and file.suffix != ".annot":
        checked = read_codebook(file)
        assert checked.codebook is not None
        return checked.codebook, checked.toml
    with Store.open(file, wait_ms=10_000) as store:
        return store.codebook(), store.codebook_toml()
