"""What agreement is computed of: a project or a table, and the options that say how to read it."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO, TypeVar

import click

from annotator.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.agreement import LayerAnswers
    from annotator.model import Codebook, Layer

F = TypeVar("F", bound="Callable[..., object]")

# What only one of the two knows; on the other it would be passed over without a word.
_OF_TABLES = frozenset(
    {
        "unit_column",
        "annotator_column",
        "value_column",
        "document_column",
        "start_column",
        "end_column",
        "length_column",
        "sets",
        "order",
        "codebook",
        "missing",
        "holder",
    }
)
_OF_PROJECTS = frozenset({"rounds", "annotators", "holders"})

_OPTIONS = (
    click.option("--layer", "layers", multiple=True, help="Only this layer; may be repeated."),
    click.option("--target", help="Only this target."),
    click.option("--holder", help="Only this holder's rows of a table."),
    click.option("--round", "rounds", multiple=True, help="Only this round; may be repeated."),
    click.option("--annotator", "annotators", multiple=True, help="Only these; may be repeated."),
    click.option("--unit-column", default="unit", show_default=True, help="Names the unit."),
    click.option(
        "--annotator-column", default="annotator", show_default=True, help="Names the annotator."
    ),
    click.option("--value-column", default="value", show_default=True, help="Holds the value."),
    click.option("--document-column", help="Names the article of a unit; articles are redrawn."),
    click.option("--start-column", help="A row is a span, which starts at this character."),
    click.option("--end-column", help="The first character behind the span."),
    click.option("--length-column", help="Characters of the unit's whole text."),
    click.option("--sets", is_flag=True, help="Values are sets a|b; empty is the empty set."),
    click.option("--order", help="All codes from low to high: a,b,c"),
    click.option(
        "--codebook",
        type=click.Path(path_type=Path),
        help="Codes and kind of the answers: those of its layer --layer.",
    ),
    click.option("--missing", help="This value means: no rating."),
)


class Rated(NamedTuple):
    """What the options say, as click read them."""

    layers: tuple[str, ...]
    target: str | None
    holder: str | None
    rounds: tuple[str, ...]
    annotators: tuple[str, ...]
    unit_column: str
    annotator_column: str
    value_column: str
    document_column: str | None
    start_column: str | None
    end_column: str | None
    length_column: str | None
    sets: bool
    order: str | None
    codebook: Path | None
    missing: str | None


def source_options(command: F) -> F:
    """The options that say what is read."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def taken(options: dict[str, Any]) -> Rated:
    """The options of the source, taken out of all options of a command."""
    return Rated(**{name: options.pop(name) for name in Rated._fields})


def is_table(source: str) -> bool:
    """Whether to read a table: standard input, or a file that is called so and is no project."""
    from annotator.agreement.lines import SUFFIXES
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
    is_called_so = path.suffix.lower() in {*SUFFIXES} - {""}
    found = source == "-" or (is_called_so and not holds_a_database(path))
    _check_options(is_table=found)
    return found


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


def answers_of_table(source: str, rated: Rated) -> LayerAnswers:
    """The answers in a table."""
    from annotator.agreement.table import read_table

    if len(rated.layers) > 1:
        raise click.UsageError("of a table, take one --layer at a time")
    key = rated.layers[0] if rated.layers else None
    codebook, sha256, layer = None, "", None
    if rated.codebook:
        codebook, sha256 = _codebook(rated.codebook)
        layer = _layer_of(codebook, key, rated)
    return read_table(
        _stdin() if source == "-" else Path(source),
        unit_column=rated.unit_column,
        annotator_column=rated.annotator_column,
        value_column=rated.value_column,
        document_column=rated.document_column,
        start_column=rated.start_column,
        end_column=rated.end_column,
        length_column=rated.length_column,
        sets=rated.sets,
        order=[code.strip() for code in rated.order.split(",")] if rated.order else None,
        codebook=codebook,
        codebook_sha256=sha256,
        missing=rated.missing,
        layer=layer.key if layer else key,
        target=rated.target,
        holder=rated.holder,
    )


def _codebook(path: Path) -> tuple[Codebook, str]:
    from annotator.codebook import codebook_sha256, read_codebook

    codebook = read_codebook(path).codebook
    assert codebook is not None
    return codebook, codebook_sha256(codebook)


def _layer_of(codebook: Codebook, key: str | None, rated: Rated) -> Layer:
    from annotator.study.names import check_names

    known = [layer.key for layer in codebook.layers if layer.answer != "text"]
    if rated.sets or rated.order:
        raise click.UsageError("the codebook says what the values are: leave --sets and --order")
    if key is None and len(known) > 1:
        raise click.UsageError(f"name the layer of the codebook with --layer: {', '.join(known)}")
    check_names("layer that can be compared", [key] if key else [], known)
    return codebook.layer(key or known[0])


def _stdin() -> TextIO:
    """Standard input as a table is read from a file: UTF-8 and its own line ends, everywhere."""
    return io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")


def answers_of_project(path: Path, rated: Rated, *, with_times: bool) -> list[LayerAnswers]:
    """The answers in a project, layer by layer.

    Raises:
        Unavailable: a round of them is blind and open.
    """
    from annotator.store import Store
    from annotator.study.blind import refuse_while_blind
    from annotator.study.reliability import project_answers

    with Store.open(path, wait_ms=10_000) as store:
        refuse_while_blind(store, rated.rounds)
        return project_answers(
            store,
            layers=rated.layers,
            rounds=rated.rounds,
            annotators=rated.annotators,
            with_times=with_times,
        )


def name_of(source: str) -> str:
    """What a report calls its source."""
    from annotator.study.names import as_text

    return "stdin" if source == "-" else as_text(Path(source).name)
