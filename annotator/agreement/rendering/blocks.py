"""What a report consists of before it has a format: headings, text, lists, tables, pictures."""

from __future__ import annotations

from msgspec import Struct

from annotator.agreement.rendering.shapes import Drawing


class Heading(Struct, frozen=True):
    """A title; 1 is the report's own."""

    level: int
    text: str


class Text(Struct, frozen=True):
    """A paragraph."""

    text: str


class Items(Struct, frozen=True):
    """A list; `is_warning` where a reader must not pass over it."""

    items: tuple[str, ...]
    is_warning: bool = False


class Table(Struct, frozen=True, kw_only=True):
    """Rows of cells, all of one length; the first `n_left` columns are words, the others numbers.

    `flagged` rows lack something that a reader will ask for.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    n_left: int = 1
    flagged: frozenset[int] = frozenset()


def dense(table: Table) -> Table:
    """The table without columns that say nothing: those of dashes alone."""
    kept = [
        place
        for place in range(len(table.header))
        if place < table.n_left or any(row[place] not in ("–", "") for row in table.rows)
    ]
    return Table(
        title=table.title,
        header=tuple(table.header[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
        n_left=table.n_left,
        flagged=table.flagged,
    )


class Picture(Struct, frozen=True):
    """A drawing; formats without pictures leave it out: its figures stand in a table."""

    title: str
    drawing: Drawing


Block = Heading | Text | Items | Table | Picture
