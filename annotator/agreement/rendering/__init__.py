"""A report as text: a table for people, JSON, CSV, Markdown, LaTeX, HTML.

All formats for people print the same blocks (`contents`). Knows results only; may import
`annotator.errors`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from annotator.agreement.rendering.latex import latex
from annotator.agreement.rendering.markdown import markdown
from annotator.agreement.rendering.page import page
from annotator.agreement.rendering.plain import plain
from annotator.agreement.rendering.rows import COLUMNS, rows
from annotator.agreement.results import Report
from annotator.agreement.telling import methods_paragraph
from annotator.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["COLUMNS", "FORMATS", "methods_paragraph", "render", "report_schema"]


def _json(report: Report) -> str:
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"


_WRITERS: dict[str, Callable[[Report], str]] = {
    "table": plain,
    "json": _json,
    "csv": rows,
    "md": markdown,
    "latex": latex,
    "html": page,
}
FORMATS = tuple(_WRITERS)


def render(report: Report, format: str) -> str:  # noqa: A002 - the name of the option
    """The report in one of FORMATS, ending with a line feed, in the language it was made in.

    Raises:
        Unavailable: a format that there is not.
    """
    if format not in _WRITERS:
        raise Unavailable(
            "There is no format {name}",
            remedy="choose one of {known}",
            name=format,
            known=", ".join(FORMATS),
        )
    return _WRITERS[format](report)


def report_schema() -> dict[str, object]:
    """JSON Schema of the report, generated from its structs; every field is always there."""
    schema = msgspec.json.schema(Report)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "A report on agreement, as annotator agreement --format json writes it"
    return schema
