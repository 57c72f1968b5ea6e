"""`annotator codebook check|show`."""

from __future__ import annotations

from pathlib import Path

import click

_FILE = click.argument("file", type=click.Path(path_type=Path))


@click.group()
def codebook() -> None:
    """Check or show a codebook."""


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
    from annotator.codebook import codebook_sha256, read_codebook
    from annotator.store import Store
    from annotator.study.file_kinds import holds_a_database
    from annotator.study.names import check_names

    if not holds_a_database(file) and file.suffix != ".annot":
        checked = read_codebook(file)
        assert checked.codebook is not None
        book, text = checked.codebook, checked.toml
    else:
        with Store.open(file, wait_ms=10_000) as store:
            book, text = store.codebook(), store.codebook_toml()
    if toml:
        click.echo(text, nl=False)
        return
    check_names("language", [language] if language else [], book.about.languages)
    click.echo(in_words(book, language or book.about.languages[0], codebook_sha256(book)))
