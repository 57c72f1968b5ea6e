"""How much is in a project, for its status. Imports model."""
# ruff: noqa: S608  # a round is a word of this project; only constants are joined

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from annotator.model import State

if TYPE_CHECKING:
    from annotator.store.connection import Connection


class Tally(Struct, frozen=True):
    """How many answers of one state an annotator gave to a layer in a round."""

    annotator: str
    round: str
    layer: str
    state: State
    annotations: int


class Counts(Struct, frozen=True):
    """How much is in a project; hidden documents do not count."""

    documents: int
    paragraphs: int
    annotators: int
    annotations: int
    events: int
    tallies: list[Tally]


_SEEN = "document NOT IN (SELECT id FROM document WHERE hidden)"
_TALLIES = (
    "SELECT annotator, round, layer, state, count(*) FROM annotation"
    f" WHERE {_SEEN} GROUP BY annotator, round, layer, state ORDER BY 1, 2, 3, 4"
)
_PARAGRAPHS = f"SELECT count(*) FROM paragraph WHERE {_SEEN}"


def counts(file: Connection) -> Counts:
    """How much is in the project. For snapshots."""
    tallies = [Tally(*row) for row in file.rows(_TALLIES)]
    return Counts(
        documents=file.one("SELECT count(*) FROM document WHERE NOT hidden"),
        paragraphs=file.one(_PARAGRAPHS),
        annotators=file.one("SELECT count(*) FROM annotator"),
        annotations=sum(tally.annotations for tally in tallies),
        events=file.one("SELECT count(*) FROM event"),
        tallies=tallies,
    )
