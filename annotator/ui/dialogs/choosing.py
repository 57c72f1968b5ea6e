"""Which file or folder: the dialogs that ask, none of which reads what lies there. Only Qt.

Not the dialogs that Qt and GTK give: to find a picture for a file they read its first bytes. On
Unix, closing a file gives up every lock that the process holds on it, so that merely showing a
folder would unlock the project in it, and the next program to close that project would delete the
write-ahead log under the window (https://sqlite.org/howtocorrupt.html, section 2.2).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileInfo
from PySide6.QtWidgets import QFileDialog, QFileIconProvider

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QWidget

# There the system's dialog is another process, or locks belong to the file that is open.
_HAS_SAFE_DIALOG = sys.platform in {"darwin", "win32"}
Mode, Accept, Option = QFileDialog.FileMode, QFileDialog.AcceptMode, QFileDialog.Option


class UnreadIcons(QFileIconProvider):
    """A folder or a file, told without a look inside."""

    def icon(self, of: QFileIconProvider.IconType | QFileInfo) -> QIcon:
        """The plain picture of its kind; asked in the dialog's own thread, too."""
        if isinstance(of, QFileInfo):
            kinds = QFileIconProvider.IconType
            return super().icon(kinds.Folder if of.isDir() else kinds.File)
        return super().icon(of)

    def type(self, info: QFileInfo) -> str:
        """Its ending: Qt would look inside for a better word."""
        return "" if info.isDir() else info.suffix()


def choose_file(parent: QWidget, title: str, folder: str, kinds: str) -> str:
    """One file that is there; empty if none."""
    return _first(_ask(dialog(parent, title, folder, kinds, Mode.ExistingFile)))


def choose_files(parent: QWidget, title: str, folder: str, kinds: str) -> list[str]:
    """Files that are there; empty if none."""
    return _ask(dialog(parent, title, folder, kinds, Mode.ExistingFiles))


def choose_folder(parent: QWidget, title: str, folder: str) -> str:
    """One folder; empty if none."""
    box = dialog(parent, title, folder, "", Mode.Directory)
    box.setOption(Option.ShowDirsOnly)
    return _first(_ask(box))


def choose_target(parent: QWidget, title: str, path: str, kinds: str) -> str:
    """A file to be written, with this name proposed; empty if none. Asks before one is replaced."""
    info = QFileInfo(path)
    box = dialog(parent, title, info.path(), kinds, Mode.AnyFile)
    box.setAcceptMode(Accept.AcceptSave)
    box.selectFile(info.fileName())
    return _first(_ask(box))


def dialog(
    parent: QWidget, title: str, folder: str, kinds: str, mode: QFileDialog.FileMode
) -> QFileDialog:
    """The dialog, not shown yet."""
    box = QFileDialog(parent, title)
    # Before the folder is set: that is when the files in it are looked at.
    box.setOption(Option.DontUseNativeDialog, not _HAS_SAFE_DIALOG)
    icons = UnreadIcons()
    box.setIconProvider(icons)
    box.icons = icons  # type: ignore[attr-defined]  # Qt does not keep it alive
    box.setFileMode(mode)
    box.setNameFilter(kinds)
    box.setDirectory(folder)
    return box


def _ask(box: QFileDialog) -> list[str]:
    is_chosen = bool(box.exec())
    chosen = box.selectedFiles() if is_chosen else []
    box.deleteLater()
    return chosen


def _first(names: list[str]) -> str:
    return names[0] if names else ""
