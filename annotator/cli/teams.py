"""`annotator split`: one file a coder, and what is new in the project into these files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable


@click.command()
@click.argument("project", type=click.Path(path_type=Path))
@click.option("--annotator", metavar="KEY", help="Whose part is written.")
@click.option("--add", is_flag=True, help="With --annotator: add her if the project lacks her.")
@click.option("--all", "for_all", is_flag=True, help="A file for every person of the project.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The new file; a folder with --all."
)
@click.option(
    "--update",
    "parts",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Bring what is new in PROJECT into a coder's file; may be repeated.",
)
@click.option("--dry-run", is_flag=True, help="With --update: say what would come, write nothing.")
def split(
    project: Path,
    *,
    annotator: str | None,
    add: bool,
    for_all: bool,
    output: Path | None,
    parts: tuple[Path, ...],
    dry_run: bool,
) -> int:
    """Write one file a coder, without anything that others did in PROJECT."""
    if (annotator is not None) + for_all + bool(parts) != 1:
        raise click.UsageError("Say one of --annotator KEY, --all and --update FILE.")
    if add and annotator is None:
        raise click.UsageError("--add goes with --annotator KEY.")
    if parts:
        if output is not None:
            raise click.UsageError("--update writes into the coder's own file, so leave out -o.")
        return _update(project, parts, dry_run=dry_run)
    if dry_run:
        raise click.UsageError("--dry-run goes with --update FILE.")
    if output is None:
        raise click.UsageError("Say where to with -o.")
    from annotator.store import Store
    from annotator.study.splitting import split_all, split_one

    with Store.open(project, wait_ms=10_000) as store:
        if annotator is None:
            _tell(split_all(store, output))
        else:
            _tell([split_one(store, annotator, output, add=add)])
    return 0


def _tell(lines: Iterable[object]) -> None:
    for line in lines:
        click.echo(line)


def _update(project: Path, parts: tuple[Path, ...], *, dry_run: bool) -> int:
    from annotator.study.splitting import update_part

    code = 0
    for part in parts:
        report = update_part(part, project, dry_run=dry_run)
        _tell(report.lines())
        code = max(code, 1 if report.troubles else 0)
    return code
