"""How large a window opens: as it wishes, or as the screen has room. Imports only Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# Room for the frame and the title bar, which Qt does not know before the window is shown.
_FRAME = QSize(16, 48)


def open_at(window: QWidget, size: QSize) -> None:
    """Give a window this size, or what its screen has room for: its buttons must be seen."""
    room = window.screen().availableGeometry().size() - _FRAME
    window.resize(size.boundedTo(room))
