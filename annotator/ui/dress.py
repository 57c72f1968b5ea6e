"""What the parts of the code panel have in common: type sizes, margins, plain tooltips.

Imports only Qt and the window's faces.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetrics, Qt

from annotator.ui.fonts import interface_font
from annotator.ui.tooltip import plain_tooltip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

GUTTER = 17
TEXT_PX = 15
SMALL_PX = 13
CAP_PX = 12

STRONG = QFont.Weight.DemiBold


@cache
def face(size_px: int = TEXT_PX, *, strong: bool = False) -> QFont:
    """The face of the tool at this size."""
    return interface_font(size_px, STRONG if strong else QFont.Weight.Normal)


@lru_cache(maxsize=4096)
def text_width(text: str, size_px: int, *, strong: bool = False) -> int:
    """Pixels that a line of text needs."""
    return QFontMetrics(face(size_px, strong=strong)).horizontalAdvance(text) + 1


def put_tooltip(widget: QWidget, text: str) -> None:
    """Set a tooltip that is shown as it stands; Qt would read markup in user text."""
    # Plain where it can be: screen readers read a tooltip too.
    shown = plain_tooltip(text) if Qt.mightBeRichText(text) else text
    if widget.toolTip() != shown:
        widget.setToolTip(shown)


def put_name(widget: QWidget, name: str, description: str = "") -> None:
    """What a screen reader says of a widget; set only where it changes, for it is announced."""
    if widget.accessibleName() != name:
        widget.setAccessibleName(name)
    if widget.accessibleDescription() != description:
        widget.setAccessibleDescription(description)
