"""What stands on the pages of a PDF beside the text: page numbers, running heads and feet.

Imports its siblings.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.text.pdf_lines import Line

_EDGE_LINES = 2
_NEAR = 6.0
_FEW_PAGES = 3
_NUMBER = re.compile(
    r"(?:(?:page|pagina|seite|página|pag\.|p\.|s\.)\s*)?[-–—|\s]*(?P<number>\d{1,4})[-–—|\s]*"
    r"(?:(?:of|di|de|von|/|sur)\s*\d{1,4})?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def without_margins(lines: Sequence[Line], n_pages: int) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and those that stand beside it on the pages."""
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    edges = [line for on_page in pages.values() for line in _edges(on_page)]
    beside = {id(line) for line in (*_numbers(edges), *_repeated(edges, n_pages))}
    if len(beside) == len(lines):  # nothing would be left
        return list(lines), []
    kept = [line for line in lines if id(line) not in beside]
    return kept, [line for line in lines if id(line) in beside]


def _edges(lines: Iterable[Line]) -> list[Line]:
    """The uppermost and the lowest lines of a page."""
    by_height = sorted(lines, key=lambda line: -line.top)
    if len(by_height) <= 2 * _EDGE_LINES:
        return by_height
    return by_height[:_EDGE_LINES] + by_height[-_EDGE_LINES:]


def _numbers(edges: Iterable[Line]) -> list[Line]:
    """Numbers that count with the pages; alone, the one that the page has."""
    found = [(line, match) for line in edges if (match := _NUMBER.fullmatch(line.text))]
    shifts = Counter(int(match["number"]) - line.page for line, match in found)
    return [
        line
        for line, match in found
        if (shift := int(match["number"]) - line.page) == 0 or shifts[shift] > 1
    ]


def _repeated(edges: Iterable[Line], n_pages: int) -> list[Line]:
    """Lines that stand at the same height on many pages, whatever numbers are in them."""
    alike: dict[str, list[Line]] = defaultdict(list)
    for line in edges:
        alike[_DIGITS.sub("#", line.text.casefold())].append(line)
    needed = 2 if n_pages <= _FEW_PAGES else 3
    found: list[Line] = []
    for lines in alike.values():
        for line in lines:
            pages = {each.page for each in lines if abs(each.top - line.top) < _NEAR}
            if len(pages) >= needed:
                found.append(line)
    return found
