"""A report as Markdown with tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.agreement.rendering.blocks import Block, Heading, Items, Table, Text
from annotator.agreement.rendering.contents import contents
from annotator.agreement.rendering.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.agreement.results import Report

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$])")
# Where a line begins with one of these it would be a title, a list or a quotation.
_AT_START = re.compile(r"^(\s*)([#+=-]|\d+[.)])")


def markdown(report: Report) -> str:
    """Titles, paragraphs, lists, and tables with pipes."""
    return "\n".join(line for block in contents(report) for line in _lines(block)) + "\n"


def escaped(text: str) -> str:
    """The text so that Markdown shows it as it is."""
    return _AT_START.sub(_escaped_start, _backslashed(text))


def _backslashed(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", printable(text))


def _escaped_start(start: re.Match[str]) -> str:
    # Of a number the sign after it is escaped: only signs can be.
    sign = start[2]
    return f"{start[1]}{sign[:-1]}\\{sign[-1]}"


def _lines(block: Block) -> Iterator[str]:
    # The figures of a picture stand in a table: it is left out.
    match block:
        case Heading():
            yield from ("#" * block.level + " " + escaped(block.text), "")
        case Text():
            yield from (escaped(block.text), "")
        case Items():
            yield from (f"- {escaped(item)}" for item in block.items)
            yield ""
        case Table():
            yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    yield from (f"### {escaped(table.title)}", "")
    yield _row(table.header)
    sides = [":---" if place < table.n_left else "---:" for place in range(len(table.header))]
    yield f"| {' | '.join(sides)} |"
    yield from map(_row, table.rows)
    yield ""


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(_backslashed(cell) for cell in cells)} |"
