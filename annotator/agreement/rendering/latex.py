r"""A report as LaTeX: plain tables, no package beyond what every LaTeX has.

Accented letters are written with commands. Other letters stand as they are: engines that know
fonts of their own print them, pdfTeX prints their number.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from annotator.agreement.rendering.blocks import Block, Heading, Items, Table, Text
from annotator.agreement.rendering.contents import contents
from annotator.agreement.rendering.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.agreement.results import Report

_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\char34{}",
    "`": r"\`{}",
    # Stands between two hyphens, which would become a dash.
    "\0": "{}",
    "\N{EN DASH}": "--",
    "\N{EM DASH}": "---",
    "\N{HORIZONTAL ELLIPSIS}": r"\ldots{}",
    "\N{LEFT DOUBLE QUOTATION MARK}": "{``}",
    "\N{RIGHT DOUBLE QUOTATION MARK}": "''",
    "\N{LEFT SINGLE QUOTATION MARK}": "{`}",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{NO-BREAK SPACE}": "~",
    "\N{MIDDLE DOT}": r"\textperiodcentered{}",
    "\N{PILCROW SIGN}": r"\P{}",
    "\N{EMPTY SET}": r"$\emptyset$",
    "\N{LATIN SMALL LETTER DOTLESS I}": r"\i{}",
    "\N{LATIN SMALL LETTER SHARP S}": r"\ss{}",
    "\N{LATIN SMALL LETTER O WITH STROKE}": r"\o{}",
    "\N{LATIN CAPITAL LETTER O WITH STROKE}": r"\O{}",
    "\N{LATIN SMALL LETTER AE}": r"\ae{}",
    "\N{LATIN CAPITAL LETTER AE}": r"\AE{}",
    "\N{LATIN SMALL LETTER L WITH STROKE}": r"\l{}",
    "\N{LATIN CAPITAL LETTER L WITH STROKE}": r"\L{}",
}
_ACCENTS = {
    "\N{COMBINING GRAVE ACCENT}": "`",
    "\N{COMBINING ACUTE ACCENT}": "'",
    "\N{COMBINING CIRCUMFLEX ACCENT}": "^",
    "\N{COMBINING TILDE}": "~",
    "\N{COMBINING DIAERESIS}": '"',
    "\N{COMBINING CEDILLA}": "c",
    "\N{COMBINING CARON}": "v",
    "\N{COMBINING RING ABOVE}": "r",
    "\N{COMBINING MACRON}": "=",
    "\N{COMBINING BREVE}": "u",
    "\N{COMBINING DOT ABOVE}": ".",
    "\N{COMBINING DOUBLE ACUTE ACCENT}": "H",
}
_HYPHENS = re.compile("-(?=-)")
# A tabular cannot go on over a page, nor a line of it.
_ROWS_A_PAGE = 36
_LONG = 34
_SECTIONS = {1: "section*", 2: "section*", 3: "subsection*"}


def latex(report: Report) -> str:
    """A whole document, which compiles as it is; its tables can be copied out."""
    lines = [line for block in contents(report) for line in _lines(block)]
    unknown = sorted({letter for line in lines for letter in line if not letter.isascii()})
    return "\n".join([*_preamble(unknown), *lines, r"\end{document}"]) + "\n"


def escaped(text: str) -> str:
    """The text so that LaTeX prints it as it is."""
    apart = _HYPHENS.sub("-\0", unicodedata.normalize("NFC", printable(text)))
    return "".join(map(_letter, apart))


def _letter(letter: str) -> str:
    if letter in _SIGNS:
        return _SIGNS[letter]
    if letter.isascii():
        return letter
    bare, *accents = list(unicodedata.normalize("NFD", letter))
    if len(accents) == 1 and bare.isascii() and accents[0] in _ACCENTS:
        bare = f"\\{bare}" if bare in "ij" else bare
        return f"\\{_ACCENTS[accents[0]]}{{{bare}}}"
    return letter


def _preamble(unknown: list[str]) -> Iterator[str]:
    yield from (
        r"\documentclass[a4paper,10pt]{article}",
        r"\setlength{\oddsidemargin}{-15mm}\setlength{\textwidth}{190mm}",
        r"\setlength{\topmargin}{-15mm}\setlength{\textheight}{255mm}",
        r"\setlength{\parindent}{0pt}\setlength{\parskip}{4pt}\setlength{\tabcolsep}{3pt}",
        r"\sloppy",
    )
    if unknown:
        # Only pdfTeX has the command; the others take the letter from their font.
        yield r"\ifdefined\DeclareUnicodeCharacter"
        for letter in unknown:
            number = f"{ord(letter):04X}"
            yield rf"\DeclareUnicodeCharacter{{{number}}}{{[U+{number}]}}"
        yield r"\fi"
    yield r"\begin{document}"


def _lines(block: Block) -> Iterator[str]:
    # The figures of a picture stand in a table: it is left out.
    match block:
        case Heading():
            yield rf"\{_SECTIONS[block.level]}{{{escaped(block.text)}}}"
        case Text():
            yield from (escaped(block.text), "")
        case Items():
            yield r"\begin{itemize}"
            yield from (rf"\item {{}}{escaped(item)}" for item in block.items)
            yield r"\end{itemize}"
        case Table():
            yield from table_lines(block)


def table_lines(table: Table) -> Iterator[str]:
    """A table as `tabular`, cut where a page ends."""
    yield rf"\subsection*{{{escaped(table.title)}}}"
    columns = _columns(table)
    for start in range(0, max(len(table.rows), 1), _ROWS_A_PAGE):
        yield from (r"{\scriptsize", rf"\begin{{tabular}}{{{columns}}}", r"\hline")
        yield from (_row(table.header), r"\hline")
        yield from map(_row, table.rows[start : start + _ROWS_A_PAGE])
        yield from (r"\hline", r"\end{tabular}", "", "}")


def _columns(table: Table) -> str:
    """Words to the left, numbers to the right; long words are broken into lines."""
    rows = (table.header, *table.rows)
    is_long = [max(map(len, column)) > _LONG for column in zip(*rows, strict=True)]
    wide = r"p{.45\textwidth}" if len(is_long) < 3 else "p{17em}"
    return "".join(
        wide if long else ("l" if place < table.n_left else "r")
        for place, long in enumerate(is_long)
    )


def _row(cells: tuple[str, ...]) -> str:
    row = " & ".join(map(escaped, cells))
    # After the end of a line a bracket or a star would be read as an option of that end.
    return ("{}" if row.startswith(("[", "*")) else "") + row + r" \\"
