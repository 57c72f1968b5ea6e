"""Which marks open and which close a quotation or a bracket, language by language.

Knows marks alone. Imports nothing of the package.
"""

from __future__ import annotations

# Opening and closing marks. Where one mark does both (Swedish ”…”), its neighbours decide.
_QUOTES = {
    "en": ("“‘", "”’"),
    "it": ("«“‘", "»”’"),
    "es": ("«“‘", "»”’"),
    "pt": ("«“‘", "»”’"),
    "fr": ("«“‹", "»”›"),
    "el": ("«“", "»”"),
    "tr": ("“‘«", "”’»"),
    "ml": ("“‘", "”’"),
    "nl": ("“‘„", "”’"),
    "no": ("«“", "»”"),
    "ru": ("«„", "»“"),
    "pl": ("„«", "”»"),
    "de": ("„‚»›", "“‘«‹"),
    "cs": ("„‚»›", "“‘«‹"),
    "sl": ("„»", "“«"),
    "da": ("»“”„", "«”“"),
    "et": ("„«", "“”»"),
    "sv": ("”»", "”»"),
    "fi": ("”»", "”»"),
}
_ANY = ("«“‘„", "»”’")

# Any of these closes when it stands right after a mark and before white space, whatever the
# language; any of the others opens when a word follows it.
CLOSERS = "\"'”’“‘»«›‹)]}」』"
OPENERS = "\"'`´“”„‟«»‹›‘’‚‛([{¿¡-‐‑‒–—―•◦▪●‣*·…"


def closing_quotes(language: str) -> str:
    """What closes a quotation and does not open one, for a primary language code."""
    opening, closing = _QUOTES.get(language, _ANY)
    return "".join(mark for mark in closing if mark not in opening)
