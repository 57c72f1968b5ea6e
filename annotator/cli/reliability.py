"""`annotator agreement`: reliability of a project or of a table of ratings."""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from annotator import __version__
from annotator.errors import Unavailable

if TYPE_CHECKING:
    from annotator.agreement import LayerAnswers, Options, Report

_TABLES = {".csv", ".tsv", ".tab", ".txt", ".jsonl", ".ndjson"}
# What only one of the two knows; on the other it would be passed over without a word.
_OF_TABLES = frozenset(
    {
        "unit_column",
        "annotator_column",
        "value_column",
        "document_column",
        "sets",
        "order",
        "missing",
        "holder",
    }
)
_OF_PROJECTS = frozenset({"rounds", "annotators", "holders"})


@click.command()
@click.argument("source", metavar="PROJECT|TABLE")
@click.option("--layer", "layers", multiple=True, help="Only this layer; may be repeated.")
@click.option("--target", help="Only this target.")
@click.option("--holder", help="Only this holder's rows of a table.")
@click.option("--round", "rounds", multiple=True, help="Only this round; may be repeated.")
@click.option("--annotator", "annotators", multiple=True, help="Only these; may be repeated.")
@click.option("--coefficient", default="alpha", show_default=True, help="alpha, percent or kappa.")
@click.option("--distance", help="nominal, ordinal, interval, ratio, linear, masi, jaccard, scale.")
@click.option("--ci", default=1000, show_default=True, help="Bootstrap draws; 0: no intervals.")
@click.option("--seed", default=0, show_default=True, help="The seed of the draws.")
@click.option("--cluster", type=click.Choice(["unit", "document"]), help="What is redrawn.")
@click.option("--holders", type=click.Choice(["type", "named"]), default="type", show_default=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "md", "latex", "html"]),
    default="table",
    show_default=True,
)
@click.option("--unit-column", default="unit", show_default=True)
@click.option("--annotator-column", default="annotator", show_default=True)
@click.option("--value-column", default="value", show_default=True)
@click.option("--document-column", help="Redraw articles, not units, for the interval.")
@click.option("--sets", is_flag=True, help="Values are sets a|b; empty is the empty set.")
@click.option("--order", help="All codes from low to high: a,b,c")
@click.option("--missing", help="This value means: no rating.")
@click.option("--language", type=click.Choice(["en", "it"]), default="en", show_default=True)
def agreement(source: str, form: str, **options: Any) -> None:  # noqa: ANN401 - click's options
    """Inter-annotator agreement of a PROJECT, or of a TABLE (CSV, TSV, JSONL; - is stdin)."""
    from annotator.agreement.rendering import FORMATS, render

    if form not in FORMATS:
        raise Unavailable(
            "the format {form} is not built yet",
            remedy="take one of {known}",
            form=form,
            known=", ".join(FORMATS),
        )
    is_table = source == "-" or Path(source).suffix.lower() in _TABLES
    _check_options(is_table=is_table)
    report = _of_table(source, options) if is_table else _of_project(Path(source), options)
    click.echo(render(report, form), nl=False)
    # The table has them itself; what a program reads stays free of them.
    for note in report.notes if form != "table" else ():
        click.echo(f"note: {note}", err=True)


def _check_options(*, is_table: bool) -> None:
    """Raise UsageError for an option that this kind of source does not know."""
    context = click.get_current_context()
    foreign = _OF_PROJECTS if is_table else _OF_TABLES
    for parameter in context.command.params:
        given = context.get_parameter_source(parameter.name or "")
        if parameter.name in foreign and given is click.core.ParameterSource.COMMANDLINE:
            raise click.UsageError(
                f"{parameter.opts[0]} is for {'projects' if is_table else 'tables'} only"
            )


def _of_table(source: str, options: dict[str, Any]) -> Report:
    from annotator.agreement.table import read_table

    layers: tuple[str, ...] = options["layers"]
    if len(layers) > 1:
        raise click.UsageError("of a table, take one --layer at a time")
    order = [code.strip() for code in options["order"].split(",")] if options["order"] else None
    answers = read_table(
        _stdin() if source == "-" else Path(source),
        unit_column=options["unit_column"],
        annotator_column=options["annotator_column"],
        value_column=options["value_column"],
        document_column=options["document_column"],
        sets=options["sets"],
        order=order,
        missing=options["missing"],
        layer=layers[0] if layers else None,
        target=options["target"],
        holder=options["holder"],
    )
    # The table is read with its target: what is left has no targets to choose from.
    options = {**options, "target": None}
    return _report([answers], options, "stdin" if source == "-" else Path(source).name)


def _stdin() -> TextIO:
    """Standard input as a table is read from a file: UTF-8 and its own line ends, everywhere."""
    return io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")


def _of_project(path: Path, options: dict[str, Any]) -> Report:
    from annotator.store import Store
    from annotator.study.reliability import project_answers

    with Store.open(path, wait_ms=10_000) as store:
        layers = project_answers(
            store,
            layers=options["layers"],
            rounds=options["rounds"],
            annotators=options["annotators"],
        )
    return _report(layers, options, path.name)


def _report(layers: list[LayerAnswers], options: dict[str, Any], source: str) -> Report:
    from annotator.agreement import report

    return report(
        layers,
        _options(options),
        source=source,
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        program=f"annotator {__version__}",
    )


def _options(options: dict[str, Any]) -> Options:
    from annotator.agreement import Options

    return Options(
        coefficient=options["coefficient"],
        distance=options["distance"],
        ci=options["ci"],
        seed=options["seed"],
        target=options["target"],
        cluster=options["cluster"],
        holders=options["holders"],
        language=options["language"],
    )
