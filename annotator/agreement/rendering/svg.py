"""A drawing as inline SVG, in the colour of the text round it: light and dark both show it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from annotator.agreement.rendering.printable import printable
from annotator.agreement.rendering.shapes import Box, Dot, Drawing, Line, Role, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

# Strokes and fills take the colour of the text: nothing depends on telling colours apart.
_LOOKS: dict[Role, str] = {
    "axis": 'fill="none" stroke="currentColor" stroke-opacity=".35"',
    "mark": 'fill="none" stroke="currentColor" stroke-dasharray="4 3"',
    "value": 'fill="none" stroke="currentColor" stroke-width="2"',
    "bar": 'fill="currentColor" fill-opacity=".5"',
    "cell": 'fill="currentColor" stroke="currentColor" stroke-opacity=".35"',
}
# A full cell lets the words on it be read.
_DARKEST = 0.35
_ARROW = 6.0


def svg(drawing: Drawing, title: str) -> str:
    """The drawing; `title` says in words what it shows."""
    said = escape(printable(title))
    inner = "".join(part for shape in drawing.shapes for part in _shape(shape))
    return (
        '<svg role="img" xmlns="http://www.w3.org/2000/svg" font-size="12" '
        f'font-family="sans-serif" fill="currentColor" width="{drawing.width:g}" '
        f'height="{drawing.height:g}" viewBox="0 0 {drawing.width:g} {drawing.height:g}">'
        f"<title>{said}</title>{inner}</svg>"
    )


def _shape(shape: Shape) -> Iterator[str]:
    match shape:
        case Line():
            yield (
                f'<line {_LOOKS[shape.role]} x1="{shape.x1:g}" y1="{shape.y1:g}" '
                f'x2="{shape.x2:g}" y2="{shape.y2:g}"/>'
            )
            if shape.has_arrow:
                yield _arrow(shape)
        case Box():
            shade = f' fill-opacity="{_DARKEST * shape.shade:.3f}"' if shape.role == "cell" else ""
            yield (
                f'<rect {_LOOKS[shape.role]}{shade} x="{shape.x:g}" y="{shape.y:g}" '
                f'width="{shape.width:g}" height="{shape.height:g}"/>'
            )
        case Dot():
            yield f'<circle cx="{shape.x:g}" cy="{shape.y:g}" r="4"/>'
        case _:
            yield (
                f'<text x="{shape.x:g}" y="{shape.y:g}" text-anchor="{shape.anchor}">'
                f"{escape(printable(shape.text))}</text>"
            )


def _arrow(line: Line) -> str:
    """A head at the line's end, which points to the left."""
    x, y = line.x2, line.y2
    return f'<path d="M {x - _ARROW:g} {y:g} l {_ARROW:g} -4 l 0 8 z"/>'
