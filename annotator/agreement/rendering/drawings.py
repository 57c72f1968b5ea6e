"""The pictures of a report as shapes: intervals on a scale, and tables of shaded cells.

Knows results only. They can be read without colour: every value stands beside its shape.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotator.agreement.numerals import three_digits
from annotator.agreement.rendering.shapes import Box, Dot, Drawing, Line, Shape, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.agreement.results import Agreement, Coincidences, Interval, Pair

MARKS = (0.667, 0.8)
ROW = 22.0
TOP = 24.0
SCALE = 260.0
BAR = 90.0
GAP = 12.0
LETTER = 7.0
# A cell must hold a value and a count, or a short word.
CELL = (62.0, 30.0)
# Wider tables of cells are for a screen that can be scrolled, not for a page.
MOST_CELLS = 16


# A shade from 0 to 1, a value, and a smaller word below, by row and column.
_Cells = dict[tuple[int, int], tuple[float, str, str]]


class Row(NamedTuple):
    """A value with its interval, as one line of a picture; `share` is drawn as a bar."""

    label: str
    value: float | None
    interval: Interval | None
    share: float | None = None


def intervals(rows: Sequence[Row], *, mark: float | None = None) -> Drawing:
    """Values with their intervals on a scale from 0 to 1; what lies below 0 ends in an arrow.

    `mark` is a value to compare with; without it the marks stand at .667 and .800.
    """
    left = GAP + LETTER * max((len(_short(row.label)) for row in rows), default=0)
    has_bars = any(row.share is not None for row in rows)
    right = left + GAP + SCALE + GAP + LETTER * 6
    bottom = TOP + ROW * len(rows)
    shapes: list[Shape] = [*_axis(left + GAP, bottom, MARKS if mark is None else (mark,))]
    for place, row in enumerate(rows):
        middle = TOP + ROW * (place + 0.5)
        shapes.append(Words(left, middle + 4, _short(row.label), "end"))
        shapes += _interval(row, left + GAP, middle)
        shapes.append(Words(right, middle + 4, three_digits(row.value), "end"))
        if row.share is not None:
            shapes.append(Box(right + GAP, middle - 5, BAR, 10, "axis", 0))
            shapes.append(Box(right + GAP, middle - 5, BAR * row.share, 10, "bar"))
            shapes.append(Words(right + GAP * 1.5 + BAR, middle + 4, three_digits(row.share)))
    width = right + GAP + (BAR + LETTER * 8 if has_bars else 0)
    return Drawing(width, bottom + TOP, tuple(shapes))


def pair_map(pairs: Sequence[Pair]) -> Drawing:
    """Alpha of each pair of annotators, and how many units they share."""
    names = sorted({name for pair in pairs for name in pair.annotators})
    cells: _Cells = {}
    for pair in pairs:
        one, other = (names.index(name) for name in pair.annotators)
        shade = min(max(pair.alpha or 0, 0), 1)
        words = three_digits(pair.alpha), f"n {pair.n_units}"
        cells[max(one, other), min(one, other)] = (shade, *words)
    return _cells(names, cells)


def matrix(table: Coincidences, labels: Sequence[str]) -> Drawing:
    """How often each pair of values stands in one unit."""
    most = max((max(row) for row in table.counts), default=0) or 1
    cells = {
        (row, column): (count / most, count_words(count), "")
        for row, counts in enumerate(table.counts)
        for column, count in enumerate(counts)
    }
    return _cells(labels, cells)


def count_words(count: float) -> str:
    """A count of pairs: whole where it is whole, else with one decimal."""
    return f"{count:.0f}" if count == int(count) else f"{count:.1f}"


def rows_of(results: Sequence[Agreement], labels: Sequence[str]) -> list[Row]:
    """Results as lines of a picture."""
    return [Row(label, one.value, one.interval)
            for one, label in zip(results, labels, strict=True)]  # fmt: skip


def _axis(left: float, bottom: float, marks: Sequence[float]) -> Iterator[Line | Words]:
    for place in (0.0, 0.5, 1.0):
        x = left + SCALE * place
        yield Line(x, TOP, x, bottom, "axis")
        yield Words(x, bottom + 15, three_digits(place), "middle")
    for place in marks:
        x = left + SCALE * min(max(place, 0), 1)
        yield Line(x, TOP, x, bottom, "mark")
        yield Words(x, TOP - 8, three_digits(place), "end" if place == MARKS[0] else "start")


def _interval(row: Row, left: float, middle: float) -> Iterator[Line | Dot]:
    if row.interval is not None:
        low, high = max(row.interval.low, 0), max(row.interval.high, 0)
        is_cut = row.interval.low < 0
        yield Line(left + SCALE * high, middle, left + SCALE * low, middle, "value", is_cut)
    if row.value is None:
        return
    if row.value >= 0:
        yield Dot(left + SCALE * row.value, middle)
    elif row.interval is None:
        yield Line(left + 12, middle, left, middle, "value", has_arrow=True)


def _cells(labels: Sequence[str], cells: _Cells) -> Drawing:
    """A table of cells. Rows have a name and a number, columns the number alone: names are long."""
    width, height = CELL
    names = [f"{_short(label)}  {place}" for place, label in enumerate(labels, 1)]
    left = GAP + LETTER * max((len(name) for name in names), default=0)
    n_columns = max((column for _, column in cells), default=-1) + 1
    shapes: list[Shape] = [
        Words(left + GAP + width * (place + 0.5), TOP - 8, str(place + 1), "middle")
        for place in range(n_columns)
    ]
    for place, name in enumerate(names):
        shapes.append(Words(left, TOP + height * (place + 0.5) + 4, name, "end"))
    for (row, column), (shade, value, below) in cells.items():
        x, y = left + GAP + width * column, TOP + height * row
        middle = x + width / 2 - 1
        shapes.append(Box(x, y, width - 2, height - 2, "cell", shade))
        shapes.append(Words(middle, y + (13 if below else 18), value, "middle"))
        if below:
            shapes.append(Words(middle, y + 25, below, "middle"))
    wide, high = left + GAP * 2 + width * n_columns, TOP + height * len(names) + GAP
    return Drawing(wide, high, tuple(shapes))


def _short(label: str, most: int = 28) -> str:
    return label if len(label) <= most else label[: most - 1] + "…"
