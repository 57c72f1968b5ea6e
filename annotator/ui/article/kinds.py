"""How each kind of paragraph is dressed and named. Imports model, messages and Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

from annotator.ui.fonts import article_font
from annotator.ui.messages import tr

if TYPE_CHECKING:
    from annotator.model import Kind


@dataclass(frozen=True)
class Dress:
    """Type of one kind; `indent` and `above` are in ems of the text; `rule` stands at the left."""

    scale: float = 1.0
    is_strong: bool = False
    is_italic: bool = False
    is_faint: bool = False
    indent: float = 0.0
    above: float = 0.0
    rule: str = ""


DRESSES: dict[Kind, Dress] = {
    "title": Dress(scale=1.3, is_strong=True, above=0.5),
    "heading": Dress(scale=1.1, is_strong=True, above=0.5),
    "byline": Dress(scale=0.9, is_italic=True, is_faint=True),
    "dateline": Dress(scale=0.9, is_italic=True, is_faint=True),
    "body": Dress(),
    "quote": Dress(is_italic=True, indent=1.3, rule="solid"),
    "caption": Dress(scale=0.88, indent=1.3),
    "boilerplate": Dress(scale=0.84, is_faint=True),
    "fragment": Dress(indent=1.3, rule="dotted"),
}


def font_of(dress: Dress, size_px: int) -> QFont:
    """The article's face in this dress."""
    font = article_font(round(size_px * dress.scale))
    font.setItalic(dress.is_italic)
    if dress.is_strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def kind_word(kind: Kind) -> str:
    """The kind in the interface's language."""
    words: dict[Kind, str] = {
        "title": tr("title"),
        "heading": tr("heading"),
        "byline": tr("byline"),
        "dateline": tr("dateline"),
        "body": tr("body"),
        "quote": tr("quote"),
        "caption": tr("caption"),
        "boilerplate": tr("boilerplate"),
        "fragment": tr("fragment"),
    }
    return words[kind]
