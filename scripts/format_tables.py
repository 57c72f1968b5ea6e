"""The table of formats in docs/format.md, made from what each format says of itself.

python scripts/format_tables.py            writes it
python scripts/format_tables.py --check    writes nothing; 1 if the page says something else
"""

from __future__ import annotations

import sys
from pathlib import Path

from annotator.formats import paragraphs, tables
from annotator.formats.catalogue import FORMATS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "format.md"
BEGIN, END = "<!-- formats: begin -->\n", "<!-- formats: end -->\n"


def table() -> str:
    """A row a format, and a row each for the tables that several can hold."""
    rows = ["| format | file | keeps | loses |", "|---|---|---|---|"]
    for name, form in FORMATS.items():
        file = "folder or `.zip`" if form.is_folder else f"`{form.suffix}`"
        rows.append(_row(f"`{name}`", file if form.writes else f"{file}, read only", form.load()))
    rows.append(_row("`--by paragraph`", "`.jsonl`, `.parquet`", paragraphs))
    rows.append(_row("`--final`, `--by document`", "`.csv`, `.parquet`", tables))
    return "\n".join(rows) + "\n"


def page(text: str) -> str:
    """The page with the table of today."""
    before, rest = text.split(BEGIN)
    return before + BEGIN + table() + END + rest.split(END)[1]


def _row(name: str, file: str, module: object) -> str:
    keeps, loses = ("; ".join(getattr(module, each)) for each in ("KEEPS", "LOSES"))
    return f"| {name} | {file} | {keeps} | {loses} |".replace("\n", " ")


def main() -> int:
    """Write the page, or say whether it is true."""
    text = PAGE.read_text(encoding="utf-8")
    if "--check" in sys.argv:
        return int(page(text) != text)
    PAGE.write_text(page(text), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
