"""A report as a table for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.agreement.rendering.blocks import Block, Heading, Items, Table, Text
from annotator.agreement.rendering.contents import contents
from annotator.agreement.rendering.printable import printable, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.agreement.results import Report

_UNDERLINES = {1: "", 2: "=", 3: "-"}


def plain(report: Report) -> str:
    """Lines of text with columns of equal width."""
    return (
        "\n".join(line for block in contents(report, figures_first=True) for line in _lines(block))
        + "\n"
    )


def _lines(block: Block) -> Iterator[str]:
    # The figures of a picture stand in a table: it is left out.
    match block:
        case Heading():
            yield from _heading(block)
        case Text():
            yield printable(block.text)
        case Items():
            yield from (f"  {'! ' if block.is_warning else ''}{printable(item)}"
                        for item in block.items)  # fmt: skip
        case Table():
            yield from ("", printable(block.title))
            yield from _grid(block)


def _heading(block: Heading) -> Iterator[str]:
    text = printable(block.text)
    if block.level == 1:
        yield text
    else:
        yield from ("", text, _UNDERLINES[block.level] * width(text))


def _grid(table: Table) -> Iterator[str]:
    """Columns of equal width: the first `n_left` to the left, the others to the right."""
    rows = [[printable(cell) for cell in row] for row in (table.header, *table.rows)]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = []
        for place, (cell, wide) in enumerate(zip(row, widths, strict=True)):
            space = " " * (wide - width(cell))
            cells.append(cell + space if place < table.n_left else space + cell)
        yield "  " + "  ".join(cells).rstrip()
