"""The menu bar, built from the registry of actions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from annotator.ui.action import GROUPS, Action
from annotator.ui.messages import tr
from annotator.ui.strokes import is_coding_key, shown_key

if TYPE_CHECKING:
    from annotator.ui.window import Window


class Menus:
    """Fills the window's menu bar; keeps ticks and greyed entries true."""

    def __init__(self, window: Window, actions: tuple[Action, ...]) -> None:
        self._window = window
        self._entries: dict[str, tuple[Action, QAction]] = {}
        bar = window.menuBar()
        bar.clear()
        for old in bar.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            # Not at once: the language is changed from one of them.
            old.deleteLater()
        titles = _titles()
        for group in GROUPS:
            menu = bar.addMenu(titles[group])
            self._fill(menu, [action for action in actions if action.group == group])
            menu.aboutToShow.connect(self.refresh)

    def _fill(self, menu: QMenu, actions: list[Action]) -> None:
        submenus: dict[str, QMenu] = {}
        choices: dict[str, QActionGroup] = {}
        for action in actions:
            if action.separated:
                menu.addSeparator()
            if action.submenu and action.submenu not in submenus:
                submenus[action.submenu] = menu.addMenu(action.submenu)
                choices[action.submenu] = QActionGroup(menu)
            place = submenus.get(action.submenu, menu)
            entry = self._entry(action, place)
            place.addAction(entry)
            if action.submenu and action.is_on is not None:
                choices[action.submenu].addAction(entry)
            if action.id == "open":
                self.recent = menu.addMenu(tr("Recent projects"))
                self.recent.aboutToShow.connect(self._fill_recent)

    def _entry(self, action: Action, menu: QMenu) -> QAction:
        shortcuts = [key for key in action.keys if not is_coding_key(key)]
        # A coding key is only shown: the window dispatches it, so that text fields keep theirs.
        shown = action.keys[0] if action.keys and is_coding_key(action.keys[0]) else ""
        entry = QAction(
            f"{_escaped(action.text)}\t{shown_key(shown)}" if shown else action.text, menu
        )
        entry.setShortcuts([QKeySequence(key) for key in shortcuts])
        entry.setCheckable(action.is_on is not None)
        entry.triggered.connect(partial(self._window.do, action))
        if action.id == "quit":
            entry.setMenuRole(QAction.MenuRole.QuitRole)
        if action.id == "about":
            entry.setMenuRole(QAction.MenuRole.AboutRole)
        self._entries[action.id] = (action, entry)
        return entry

    def refresh(self) -> None:
        """What can be done now, what is ticked."""
        for action, entry in self._entries.values():
            entry.setEnabled(action.when(self._window))
            if action.is_on is not None:
                entry.setChecked(action.is_on(self._window))

    def _fill_recent(self) -> None:
        self.recent.clear()
        for path in self._window.settings.recent:
            entry = self.recent.addAction(_escaped(str(path)))
            entry.setEnabled(path.exists())
            entry.triggered.connect(partial(self._window.files.open_path, path))
        if self.recent.isEmpty():
            self.recent.addAction(tr("No projects yet")).setEnabled(False)


def _titles() -> dict[str, str]:
    return {
        "file": tr("&File"),
        "edit": tr("&Edit"),
        "code": tr("&Code"),
        "view": tr("&View"),
        "annotator": tr("A&nnotator"),
        "agreement": tr("A&greement"),
        "help": tr("&Help"),
    }


def _escaped(text: str) -> str:
    """An ampersand of a file name is no mnemonic."""
    return text.replace("&", "&&")
