"""What came of an export, in words, and the folder that it lies in. Imports formats and Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from annotator.ui.messages import core_text, notice_text, tr

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.formats.written import Written
    from annotator.study.wishes import Wish


def outcome_text(written: Written, target: Path, wish: Wish) -> str:
    """How much is in the file, what of this project it could not keep, what is to be known."""
    if wish.is_table:
        lines = [tr("{n} rows written to {file}.", n=written.n, file=target.name)]
    else:
        lines = [tr("{n} answers written to {file}.", n=written.n, file=target.name)]
    if written.lost:
        lost = "; ".join(f"{core_text(name)}: {n}" for name, n in written.lost.items())
        lines.append(tr("Lost here: {what}.", what=lost))
    return "\n".join((*lines, *map(notice_text, written.notes)))


def show_folder(target: Path) -> None:
    """The folder in which it lies, in the desktop's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(target.parent)))
