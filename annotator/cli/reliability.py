"""`annotator agreement`: reliability of a project or of a table of ratings."""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TextIO

import click

from annotator import __version__
from annotator.errors import Unavailable

if TYPE_CHECKING:
    from annotator.agreement import LayerAnswers, Options, Report

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


class Asked(NamedTuple):
    """What the options say, as click read them."""

    layers: tuple[str, ...]
    target: str | None
    holder: str | None
    rounds: tuple[str, ...]
    annotators: tuple[str, ...]
    coefficient: str
    distance: str | None
    ci: int
    seed: int
    cluster: Literal["unit", "document"] | None
    holders: Literal["type", "named"]
    unit_column: str
    annotator_column: str
    value_column: str
    document_column: str | None
    sets: bool
    order: str | None
    missing: str | None
    language: Literal["en", "it"]


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
    asked = Asked(**options)
    is_table = _is_table(source)
    _check_options(is_table=is_table)
    report = _of_table(source, asked) if is_table else _of_project(Path(source), asked)
    click.echo(render(report, form), nl=False)
    for note in report.notes:
        click.echo(f"note: {note}", err=True)


def _is_table(source: str) -> bool:
    """Whether to read a table: standard input, or a file that is called so and is no project."""
    from annotator.agreement.lines import DELIMITERS, JSON_LINES
    from annotator.study.file_kinds import holds_a_database, holds_annotations

    path = Path(source)
    if holds_annotations(path):
        raise Unavailable(
            "this is an export of annotations, and agreement needs the project that they belong to",
            where=path,
            remedy="put it in with: annotator merge PROJECT {path}, then: annotator agreement"
            " PROJECT",
            path=path,
        )
    is_called_so = path.suffix.lower() in {*DELIMITERS, *JSON_LINES} - {""}
    return source == "-" or (is_called_so and not holds_a_database(path))


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


def _of_table(source: str, asked: Asked) -> Report:
    from annotator.agreement.table import read_table

    if len(asked.layers) > 1:
        raise click.UsageError("of a table, take one --layer at a time")
    answers = read_table(
        _stdin() if source == "-" else Path(source),
        unit_column=asked.unit_column,
        annotator_column=asked.annotator_column,
        value_column=asked.value_column,
        document_column=asked.document_column,
        sets=asked.sets,
        order=[code.strip() for code in asked.order.split(",")] if asked.order else None,
        missing=asked.missing,
        layer=asked.layers[0] if asked.layers else None,
        target=asked.target,
        holder=asked.holder,
    )
    # The table is read with its target: what is left has no targets to choose from.
    options = _options(asked._replace(target=None))
    return _report([answers], options, "stdin" if source == "-" else Path(source).name)


def _stdin() -> TextIO:
    """Standard input as a table is read from a file: UTF-8 and its own line ends, everywhere."""
    return io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")


def _of_project(path: Path, asked: Asked) -> Report:
    from annotator.store import Store
    from annotator.study.reliability import project_answers

    with Store.open(path, wait_ms=10_000) as store:
        layers = project_answers(
            store, layers=asked.layers, rounds=asked.rounds, annotators=asked.annotators
        )
    return _report(layers, _options(asked), path.name)


def _report(layers: list[LayerAnswers], options: Options, source: str) -> Report:
    from annotator.agreement import report
    from annotator.study.names import as_text

    return report(
        layers,
        options,
        source=as_text(source),
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        program=f"annotator {__version__}",
    )


def _options(asked: Asked) -> Options:
    from annotator.agreement import Options

    return Options(
        coefficient=asked.coefficient,
        distance=asked.distance,
        ci=asked.ci,
        seed=asked.seed,
        target=asked.target,
        cluster=asked.cluster,
        holders=asked.holders,
        language=asked.language,
    )
