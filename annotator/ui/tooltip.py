"""Tooltips that show a document's words as they stand. Imports nothing of the package."""

from __future__ import annotations

import html


def plain_tooltip(text: str) -> str:
    """The text for Qt, which would otherwise read markup in it; empty stays empty."""
    if not text:
        return ""
    lines = html.escape(text).replace("\n", "<br>")
    return f"<qt>{lines}</qt>"
