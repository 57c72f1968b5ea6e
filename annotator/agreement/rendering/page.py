"""A report as one HTML page: no script, nothing to load, readable in light and in dark."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from annotator.agreement.rendering.blocks import Block, Heading, Items, Table, Text
from annotator.agreement.rendering.contents import contents, language_of
from annotator.agreement.rendering.printable import printable
from annotator.agreement.rendering.svg import svg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.agreement.results import Report

_STYLE = """
:root { color-scheme: light dark; --missing: #b00020; }
@media (prefers-color-scheme: dark) { :root { --missing: #ff8a9a; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
p { max-width: 48rem; }
.scroll { overflow-x: auto; margin: 1.5rem 0; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .875rem; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { padding: .2rem .6rem; border-bottom: 1px solid color-mix(in srgb, currentColor 25%, \
transparent); text-align: right; vertical-align: top; }
th.words, td.words { text-align: left; }
td.number { white-space: nowrap; }
tr.missing td { color: var(--missing); font-weight: 600; }
ul.warnings { list-style: "⚠ "; }
svg { max-width: 100%; height: auto; }
figure { margin: 1.5rem 0; overflow-x: auto; }
figcaption { font-size: .875rem; }
@media print { .scroll, figure { break-inside: avoid; overflow: visible; } }
"""


def page(report: Report) -> str:
    """The whole page."""
    blocks = list(contents(report))
    title = next((block.text for block in blocks if isinstance(block, Heading)), "")
    lines = [line for block in blocks for line in _lines(block)]
    return "\n".join([*_head(title, language_of(report)), *lines, "</body>", "</html>"]) + "\n"


def _head(title: str, language: str) -> Iterator[str]:
    yield from (
        "<!DOCTYPE html>",
        f'<html lang="{language}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_escaped(title)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
    )


def _escaped(text: str) -> str:
    return escape(printable(text))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"<h{block.level}>{_escaped(block.text)}</h{block.level}>"
        case Text():
            yield f"<p>{_escaped(block.text)}</p>"
        case Items():
            yield '<ul class="warnings">' if block.is_warning else "<ul>"
            yield from (f"<li>{_escaped(item)}</li>" for item in block.items)
            yield "</ul>"
        case Table():
            yield from _table(block)
        case _:
            drawn = svg(block.drawing, block.title)
            yield f"<figure>{drawn}<figcaption>{_escaped(block.title)}</figcaption></figure>"


def _table(table: Table) -> Iterator[str]:
    yield f'<div class="scroll"><table><caption>{_escaped(table.title)}</caption>'
    yield f"<thead><tr>{''.join(_cells('th', table.header, table.n_left))}</tr></thead>"
    yield "<tbody>"
    for place, row in enumerate(table.rows):
        kind = ' class="missing"' if place in table.flagged else ""
        yield f"<tr{kind}>{''.join(_cells('td', row, table.n_left))}</tr>"
    yield "</tbody></table></div>"


def _cells(name: str, cells: tuple[str, ...], n_left: int) -> Iterator[str]:
    scope = ' scope="col"' if name == "th" else ""
    for place, cell in enumerate(cells):
        kind = "words" if place < n_left else "number"
        yield f'<{name}{scope} class="{kind}">{_escaped(cell)}</{name}>'
