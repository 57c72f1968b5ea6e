"""How sure: three dots and a word; a click goes round as C does. Imports only Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.dress import put_name
from annotator.ui.messages import tr
from annotator.ui.panel.small_button import SmallButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class ConfidenceButton(SmallButton):
    """`● ● ○ fairly`."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__("confidence", parent)

    def show_confidence(self, confidence: int | None) -> None:
        """Show 1 unsure, 2 fairly, 3 sure, or None: not said."""
        self.show_words("C", sure_words(confidence))
        put_name(self, tr("How sure?"), sure_words(confidence))


def sure_words(confidence: int | None) -> str:
    """Dots and a word, never dots alone."""
    words = {None: tr("not said"), 1: tr("unsure"), 2: tr("fairly"), 3: tr("sure")}
    n = confidence or 0
    return " ".join(["●"] * n + ["○"] * (3 - n)) + f"  {words[confidence]}"
