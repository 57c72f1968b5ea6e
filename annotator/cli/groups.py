"""Groups of annotators, as pairs on the command line or as a table. May import agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotator.errors import TableError

if TYPE_CHECKING:
    from pathlib import Path

_ANNOTATOR, _GROUP = "annotator", "group"


def groups_of(pairs: tuple[str, ...], file: Path | None) -> dict[str, str]:
    """The group of each annotator, those of the file first.

    Raises:
        TableError: the file is no such table.
        BadParameter: a pair that is none, or somebody in two groups.
    """
    groups = _in_file(file) if file else {}
    for pair in pairs:
        annotator, sign, group = pair.partition("=")
        if not (annotator and sign and group):
            raise click.BadParameter(f"{pair}: write ANNOTATOR=GROUP", param_hint="--group")
        if groups.setdefault(annotator, group) != group:
            raise click.BadParameter(
                f"{annotator} is in two groups: {groups[annotator]} and {group}",
                param_hint="--group",
            )
    return groups


def _in_file(file: Path) -> dict[str, str]:
    """A table with the columns annotator and group: one row an annotator."""
    from annotator.agreement.table import read_table

    answers = read_table(file, unit_column=_ANNOTATOR, annotator_column=_ANNOTATOR,
                         value_column=_GROUP)  # fmt: skip
    groups = {
        answers.annotators[who]: answers.answers[group][1]
        for who, group in zip(answers.annotator.tolist(), answers.answer.tolist(), strict=True)
    }
    if not groups:
        raise TableError(
            "The table puts nobody into a group",
            where=file,
            remedy="write one annotator a row, in the columns annotator and group",
        )
    return {annotator: group[0] for annotator, group in groups.items()}
