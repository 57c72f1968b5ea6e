"""The table of formats in the docs is what the formats say of themselves."""

from __future__ import annotations

from annotator.formats.catalogue import FORMATS
from scripts.format_tables import PAGE, page, table


def test_page_says_what_the_formats_say() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert page(text) == text, "run: python -m scripts.format_tables"


def test_every_format_has_a_row() -> None:
    for name in FORMATS:
        assert f"| `{name}` |" in table()
