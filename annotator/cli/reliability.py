"""`annotator agreement`: reliability of a project or of a table of ratings."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator import __version__
from annotator.cli.groups import groups_of
from annotator.cli.output import put_out
from annotator.cli.progress import counted
from annotator.cli.rated import (
    answers_of_project,
    answers_of_table,
    is_table,
    name_of,
    source_options,
    taken,
)

if TYPE_CHECKING:
    from annotator.agreement import Options, Report

# When an answer was given is read only where it is asked for: it takes as long as the rest.
_BY_TIME = ("batch", "week")


@click.command()
@click.argument("source", metavar="PROJECT|TABLE")
@source_options
@click.option(
    "--coefficient",
    default="alpha",
    show_default=True,
    help="alpha, percent, kappa, weighted-kappa, pi, fleiss, conger, light, ac1, ac2, bp; of spans"
    " u, alpha-u; or all.",
)
@click.option(
    "--distance",
    help="nominal, ordinal, ordinal_gwet, interval, linear, ratio, scale; of sets masi, jaccard."
    " Weighted coefficients take their weights from it.",
)
@click.option("--ci", default=1000, show_default=True, help="Bootstrap draws; 0: no intervals.")
@click.option("--seed", default=0, show_default=True, help="The seed of the draws.")
@click.option("--cluster", type=click.Choice(["unit", "document"]), help="What is redrawn.")
@click.option(
    "--interval",
    type=click.Choice(["bootstrap", "analytic"]),
    default="bootstrap",
    show_default=True,
    help="analytic: that of a published formula, where there is one.",
)
@click.option(
    "--holders",
    type=click.Choice(["type", "named"]),
    default="type",
    show_default=True,
    help="Compare holders of a stance by type or by name.",
)
@click.option(
    "--by",
    type=click.Choice(["batch", "round", "week", "version", "document"]),
    help="Also part by part; a batch is 50 units in the order in which they were coded.",
)
@click.option(
    "--top", default=20, show_default=True, type=click.IntRange(0), help="Disagreements listed."
)
@click.option(
    "--group", "pairs", multiple=True, metavar="ANNOTATOR=GROUP", help="Compare groups; repeatable."
)
@click.option(
    "--groups",
    "groups_file",
    type=click.Path(path_type=Path),
    help="A table with the columns annotator and group.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "md", "latex", "html"]),
    default="table",
    show_default=True,
)
@click.option(
    "--language",
    type=click.Choice(["en", "it"]),
    default="en",
    show_default=True,
    help="Of the words in the report.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file; else stdout.")
def agreement(source: str, form: str, output: Path | None, **given: Any) -> None:  # noqa: ANN401 - click's options
    """Inter-annotator agreement of a PROJECT, or of a TABLE (CSV, TSV, JSONL, Parquet; - is stdin).

    The report is written to standard output, notes to standard error.
    """
    from annotator.agreement import render

    report = _reported(source, given)
    put_out(render(report, form), output)
    for note in report.notes:
        click.echo(f"note: {note}", err=True)
    if output:
        click.echo(f"{output}: {len(report.results)} results", err=True)


def _reported(source: str, given: dict[str, Any]) -> Report:
    from annotator.agreement import report

    rated = taken(given)
    from_table = is_table(source)
    # A table is read with its target: what is left has no targets to choose from.
    options = _options(given, target=None if from_table else rated.target)
    options.check()
    with counted("Computing agreement", None):
        if from_table:
            layers = [answers_of_table(source, rated)]
        else:
            timed = options.by in _BY_TIME
            layers = answers_of_project(Path(source), rated, with_times=timed)
        return report(
            layers,
            options,
            source=name_of(source),
            made_at=datetime.now(UTC).isoformat(timespec="seconds"),
            program=f"annotator {__version__}",
        )


def _options(given: dict[str, Any], *, target: str | None) -> Options:
    from annotator.agreement import Options

    groups = groups_of(given.pop("pairs"), given.pop("groups_file"))
    return Options(target=target, groups=groups, **given)
