"""`annotator status`, `check` and `doctor`: what is there, and whether it is sound."""

from __future__ import annotations

from pathlib import Path

import click

_PROJECT = click.argument("project", type=click.Path(path_type=Path))


@click.command()
@_PROJECT
@click.option("--json", "as_json", is_flag=True, help="For scripts.")
def status(project: Path, *, as_json: bool) -> None:
    """Documents, paragraphs, annotators, progress."""
    from annotator.store import Store
    from annotator.study.progress import status_of

    with Store.open(project, wait_ms=10_000) as store:
        found = status_of(store)
    click.echo(found.as_json() if as_json else "\n".join(found.lines()))


@click.command()
@_PROJECT
def check(project: Path) -> int:
    """Integrity of the file, replay of the log, hashes of the texts (exit 1 if one is off)."""
    from annotator.store import Store

    with Store.open(project, wait_ms=10_000) as store:
        findings = store.check()
    for finding in findings:
        click.echo(f"{project}: {finding}")
    if findings:
        return 1
    click.echo(f"{project}: sound (integrity, replay of the log, hashes of the texts)")
    return 0


@click.command()
def doctor() -> int:
    """What this machine lacks, with the line that installs it."""
    from annotator.cli.health import examine

    findings = examine()
    for finding in findings:
        click.echo(f"{'ok  ' if finding.is_well else 'LACK'}  {finding.words}")
    return 0 if all(finding.is_well for finding in findings) else 1
