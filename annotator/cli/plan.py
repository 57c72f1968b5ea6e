"""`annotator plan`: how much two annotators must code before agreement says something."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

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
    from annotator.agreement import LayerAnswers
    from annotator.agreement.plans import Plan
    from annotator.cli.rated import Rated


@click.command()
@click.argument("source", metavar="[PROJECT|TABLE]", required=False)
@source_options
@click.option("--code", help="Only this code of the pilot; else all, the rarest first.")
@click.option("--corpus", type=int, help="Units in the whole corpus.")
@click.option("--per-article", type=float, help="Units in a mean article; else the pilot's.")
@click.option("--prevalence", type=float, help="Share of the rarest code; else the pilot's.")
@click.option(
    "--lowest",
    default=0.667,
    show_default=True,
    help="The lowest alpha that would do.",
)
@click.option(
    "--half-width", default=0.1, show_default=True, help="Half of the 95 % interval of alpha."
)
@click.option("--coders", "n_annotators", default=2, show_default=True, help="How many code.")
@click.option("--expected", default=0.9, show_default=True, help="Percent agreement hoped for.")
@click.option("--draws", default=1000, show_default=True, help="How often the pilot is redrawn.")
@click.option("--seed", default=0, show_default=True, help="The seed of the draws.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="Words, all figures, or the width of the interval by size.",
)
@click.option(
    "--language",
    type=click.Choice(["en", "it"]),
    default="en",
    show_default=True,
    help="Of the words.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file; else stdout.")
def plan(source: str | None, form: str, output: Path | None, **given: Any) -> None:  # noqa: ANN401 - click's options
    """How many units and articles to code twice, from two formulas and from a pilot.

    The pilot is a PROJECT or a TABLE of ratings; without one only the formulas are computed.
    """
    from annotator.agreement.planner import plan as planned
    from annotator.agreement.plans import Wanted

    rated = taken(given)
    wanted = Wanted(annotators=given.pop("n_annotators"), **given)
    with counted("Redrawing", None):
        pilot = _pilot(source, rated) if source else None
        made = planned(wanted, pilot, source=name_of(source) if source else "")
    put_out(_written(made, form), output)


def _pilot(source: str, rated: Rated) -> LayerAnswers:
    """The answers of one layer: the first one with codes, unless another is named."""
    if is_table(source):
        return answers_of_table(source, rated)
    if len(rated.layers) > 1:
        raise click.UsageError("a plan is for one --layer at a time")
    layers = answers_of_project(Path(source), rated, with_times=False)
    return next((each for each in layers if each.layer.answer != "text"), layers[0])


def _written(made: Plan, form: str) -> str:
    if form == "json":
        from msgspec import json

        return f"{json.format(json.encode(made), indent=2).decode()}\n"
    if form == "csv":
        return _rows(made)
    from annotator.agreement.plan_words import sentences_of

    return "\n".join([*sentences_of(made), ""])


def _rows(made: Plan) -> str:
    """The width of the interval by size, one row a code and size."""
    import csv
    import io

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["code", "n_units", "width", "undefined"])
    for curve in made.pilot.curves if made.pilot else ():
        writer.writerows((curve.code, one.n, one.width, one.undefined) for one in curve.points)
    return text.getvalue()
