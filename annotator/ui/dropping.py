"""Files dropped on the window. Imports Qt's core only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


def dropped_paths(content: QMimeData) -> list[Path]:
    """The local files and folders among what is dropped."""
    return [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
