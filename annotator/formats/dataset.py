"""A folder that dataset loaders read: lines by paragraph, and a card that says what they are.

Imports the lines; needs no library. What is computed (agreement) is handed in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct

from annotator.model import Codebook

if TYPE_CHECKING:
    from pathlib import Path

READS: Final = False
WRITES: Final = True
KEEPS: Final = (
    "all that the lines by paragraph in JSONL keep",
    "a card: languages, counts, codebook, annotators, agreement",
)
LOSES: Final = (
    "answers about whole articles",
    "notes, times, versions of the codebook, history",
    "metadata of articles",
)
DATA: Final = "data/paragraphs.jsonl"


class Card(Struct, frozen=True, kw_only=True):
    """What the card says; `agreement` is a table in Markdown, or empty."""

    title: str
    codebook: Codebook
    codebook_sha256: str
    languages: tuple[str, ...]
    annotators: tuple[str, ...]
    n_articles: int
    n_paragraphs: int
    n_answers: int
    agreement: str


def write_card(card: Card, folder: Path) -> None:
    """Write `README.md` as dataset hubs read it; what only people know is left to be filled in."""
    languages = [language for language in card.languages if language != "und"]
    facts: dict[str, object] = {
        "pretty_name": card.title,
        "language": languages,
        "configs": [{"config_name": "default", "data_files": DATA}],
    }
    about = card.codebook.about
    licence = "# license: which one? The texts may belong to others."
    (folder / "README.md").write_text(
        f"---\n{_yaml(facts)}{licence}\n---\n\n"
        f"# {_one_line(card.title) or 'Dataset'}\n\n"
        "**Licence: to be filled in.** Which licence do the answers have, and may the texts be"
        " passed on?\n\n"
        "| | |\n|---|---|\n"
        f"| articles | {card.n_articles} |\n| paragraphs | {card.n_paragraphs} |\n"
        f"| answers | {card.n_answers} |\n"
        f"| annotators | {', '.join(map(_cell, card.annotators))} |\n"
        f"| languages | {', '.join(card.languages)} |\n"
        f"| codebook | {_cell(about.key)} {about.version}, SHA-256 {card.codebook_sha256} |\n\n"
        "One line a paragraph; `split_group` is its article: keep articles whole when you split.\n"
        "`soft` is the share of annotators by code, `majority` null where there is a tie.\n\n"
        f"## Agreement\n\n{card.agreement or 'No two annotators answered the same questions.'}\n",
        encoding="utf-8",
    )


def _yaml(facts: dict[str, object]) -> str:
    """A JSON value is a YAML value too."""
    return "".join(
        f"{key}: {msgspec.json.encode(value).decode()}\n" for key, value in facts.items()
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str) -> str:
    return _one_line(text).replace("|", "\\|")
