"""Windows on small screens: how large they open, and what of them scrolls. Imports only Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# Room for the frame and the title bar, which Qt does not know before the window is shown.
_FRAME = QSize(16, 48)


def open_at(window: QWidget, size: QSize) -> None:
    """Give a window this size, or what its screen has room for: its buttons must be seen."""
    room = window.screen().availableGeometry().size() - _FRAME
    window.resize(size.boundedTo(room))


def scrolled(widget: QWidget) -> QScrollArea:
    """The widget in an area that scrolls where there is no room; Tab passes the area over."""
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
