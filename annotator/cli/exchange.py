"""`annotator export` and `annotator merge`: answers out, and in again."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.progress import counted

if TYPE_CHECKING:
    from annotator.formats.written import Written
    from annotator.study.foreign import ForeignReport
    from annotator.study.merging import MergeReport
    from annotator.study.wishes import Wish

_PROJECT = click.argument("project", type=click.Path(path_type=Path))


@click.command()
@_PROJECT
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="A file or folder; else stdout."
)
@click.option("--format", "form", default="jsonl", show_default=True, help="See docs/format.md.")
@click.option("--layer", "layers", multiple=True, help="Only this layer; may be repeated.")
@click.option("--annotator", "annotators", multiple=True, help="Only this annotator; repeatable.")
@click.option("--round", "rounds", multiple=True, help="Only this round; may be repeated.")
@click.option(
    "--by",
    type=click.Choice(["answer", "paragraph", "document"]),
    default="answer",
    show_default=True,
    help="What a row, or a line, is.",
)
@click.option("--final", "is_final", is_flag=True, help="--by paragraph: one answer of all.")
@click.option("--target", help="csv-wide: toward what.")
@click.option("--holder", help="csv-wide: of this type of holder alone, one row a unit.")
@click.option("--numbers", is_flag=True, help="csv-wide: values of a scale instead of codes.")
@click.option("--text/--no-text", default=None, help="With the texts, or hash and offsets alone.")
@click.option("--public", "is_public", is_flag=True, help="Nothing that tells annotators apart.")
@click.option(
    "--spreadsheet", is_flag=True, help="CSV: an apostrophe before cells that would be computed."
)
def export(
    project: Path,
    output: Path | None,
    form: str,
    layers: tuple[str, ...],
    annotators: tuple[str, ...],
    rounds: tuple[str, ...],
    *,
    spreadsheet: bool,
    **wishes: Any,  # noqa: ANN401 - click's options
) -> None:
    """Write all answers: JSONL, one annotation a line, or the format of another program."""
    from annotator.store import Store
    from annotator.study.exporting import Selection, export_to_file, export_to_stream
    from annotator.study.wishes import Wish

    _check_format(form)
    chosen = Selection(layers=layers, annotators=annotators, rounds=rounds)
    wish = Wish(form, for_spreadsheets=spreadsheet, **wishes)
    with Store.open(project, wait_ms=10_000) as store:
        if output is None:
            written = export_to_stream(store, sys.stdout.buffer, chosen, wish)
        else:
            with counted("Exporting", None) as told:
                written = export_to_file(store, output, chosen, told, wish)
            click.echo(
                f"{output}: {written.n} {'rows' if wish.is_table else 'annotations'}", err=True
            )
    _tell(wish, written)


def _check_format(form: str) -> None:
    from annotator.formats.catalogue import writable

    if form not in writable():
        raise click.BadParameter(
            f"{form}; choose one of {', '.join(writable())}", param_hint="--format"
        )


def _tell(wish: Wish, written: Written) -> None:
    """What a format keeps and loses in general, and what it lost here."""
    if wish.form != "jsonl" or wish.by != "answer":
        module = wish.module
        click.echo(f"keeps: {'; '.join(module.KEEPS)}", err=True)
        click.echo(f"loses: {'; '.join(module.LOSES)}", err=True)
    for name, n in written.lost.items():
        click.echo(f"warning: lost {name}: {n}", err=True)
    for note in written.notes:
        click.echo(f"note: {note}", err=True)


@click.command()
@_PROJECT
@click.argument("others", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Say what would happen, write nothing.")
@click.option(
    "--rename", "renames", multiple=True, metavar="OLD=NEW", help="Another person of the same key."
)
@click.option("--same", multiple=True, metavar="KEY", help="The same person under another uid.")
@click.option(
    "--annotator",
    "annotators",
    multiple=True,
    metavar="[THEIRS=]KEY",
    help="Another tool's file: whose answers it has.",
)
@click.option(
    "--map",
    "labels",
    type=click.Path(path_type=Path),
    help="Another tool's file: a table (TOML) of what its labels mean.",
)
@click.option(
    "--absent-is-none",
    is_flag=True,
    help="Another tool's file: a text without a label was answered with none.",
)
@click.option(
    "--from", "form", metavar="FORMAT", help="Another tool's file: its format, else by content."
)
@click.option("--json", "as_json", is_flag=True, help="The report as JSON.")
def merge(
    project: Path,
    others: tuple[Path, ...],
    *,
    dry_run: bool,
    renames: tuple[str, ...],
    same: tuple[str, ...],
    annotators: tuple[str, ...],
    labels: Path | None,
    absent_is_none: bool,
    form: str | None,
    as_json: bool,
) -> int:
    """Put others' answers into PROJECT, which must hold the same articles.

    OTHER is an export as JSONL, or a file or folder of another tool (docs/format.md).
    """
    from annotator.store import Store
    from annotator.study.foreign import Foreign, is_foreign, merge_foreign
    from annotator.study.merging import merge_file

    rename = dict(_renaming(pair) for pair in renames)
    how = Foreign(form=form, annotators=annotators, labels=labels, absent_is_none=absent_is_none)
    code = 0
    with Store.open(project, wait_ms=10_000) as store:
        for other in others:
            report: MergeReport | ForeignReport
            if how != Foreign() or is_foreign(other):
                report = merge_foreign(store, other, how, dry_run=dry_run)
            else:
                report = merge_file(store, other, rename=rename, same=set(same), dry_run=dry_run)
            if as_json:
                click.echo(report.as_json())
            else:
                for line in report.lines():
                    click.echo(line)
            code = max(code, 1 if report.refused or report.conflicts else 0)
    return code


def _renaming(pair: str) -> tuple[str, str]:
    old, sign, new = pair.partition("=")
    if not (old and sign and new):
        raise click.BadParameter(f"{pair}: write OLD=NEW", param_hint="--rename")
    return old, new
