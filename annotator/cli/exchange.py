"""`annotator export` and `annotator merge`: answers out, and in again."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.progress import counted

if TYPE_CHECKING:
    from annotator.study.foreign import ForeignReport
    from annotator.study.merging import MergeReport

_PROJECT = click.argument("project", type=click.Path(path_type=Path))


@click.command()
@_PROJECT
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file; else stdout.")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
@click.option("--layer", "layers", multiple=True, help="Only this layer; may be repeated.")
@click.option("--annotator", "annotators", multiple=True, help="Only this annotator; repeatable.")
@click.option("--round", "rounds", multiple=True, help="Only this round; may be repeated.")
def export(
    project: Path,
    output: Path | None,
    form: str,  # noqa: ARG001 - one format so far
    layers: tuple[str, ...],
    annotators: tuple[str, ...],
    rounds: tuple[str, ...],
) -> None:
    """Write all answers as JSONL, one annotation a line (docs/format.md)."""
    from annotator.store import Store
    from annotator.study.exporting import Selection, export_to_file, export_to_stream

    chosen = Selection(layers=layers, annotators=annotators, rounds=rounds)
    with Store.open(project, wait_ms=10_000) as store:
        if output is None:
            export_to_stream(store, sys.stdout.buffer, chosen)
            return
        with counted("Exporting", None) as told:
            n = export_to_file(store, output, chosen, told)
    click.echo(f"{output}: {n} annotations", err=True)


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
