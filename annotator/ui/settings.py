"""What the window remembers of this person on this machine: typed, over QSettings.

Nothing of it belongs to a project. Imports Qt's core only.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal, cast, get_args

from PySide6.QtCore import QByteArray, QLocale, QSettings

Language = Literal["system", "en", "it"]
ThemeChoice = Literal["system", "light", "dark"]

MIN_TEXT_SIZE, DEFAULT_TEXT_SIZE, MAX_TEXT_SIZE = 12, 19, 40
LINE_WIDTHS = (60, 68, 75)
_N_RECENT = 8


class Settings:
    """Read and written at once; `file` replaces the user's own file (in tests)."""

    def __init__(self, file: Path | None = None) -> None:
        if file is None:
            self._qt = QSettings(
                QSettings.Format.IniFormat, QSettings.Scope.UserScope, "annotator", "annotator"
            )
        else:
            self._qt = QSettings(str(file), QSettings.Format.IniFormat)

    # ------------------------------------------------------------------ looks

    @property
    def language(self) -> Language:
        """The interface's language as chosen."""
        chosen = self._word("language", "system")
        return cast("Language", chosen) if chosen in get_args(Language) else "system"

    @language.setter
    def language(self, language: Language) -> None:
        self._qt.setValue("language", language)

    @property
    def spoken(self) -> Literal["en", "it"]:
        """The language that the window speaks: the chosen one, or the system's if we have it."""
        if self.language != "system":
            return self.language
        return "it" if QLocale.system().language() == QLocale.Language.Italian else "en"

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark or as the system."""
        chosen = self._word("theme", "system")
        return cast("ThemeChoice", chosen) if chosen in get_args(ThemeChoice) else "system"

    @theme.setter
    def theme(self, theme: ThemeChoice) -> None:
        self._qt.setValue("theme", theme)

    @property
    def text_size(self) -> int:
        """Height of the article's letters in pixels."""
        size = self._number("text_size", DEFAULT_TEXT_SIZE)
        return min(max(size, MIN_TEXT_SIZE), MAX_TEXT_SIZE)

    @text_size.setter
    def text_size(self, size_px: int) -> None:
        self._qt.setValue("text_size", min(max(size_px, MIN_TEXT_SIZE), MAX_TEXT_SIZE))

    @property
    def line_width(self) -> int:
        """Characters a line of the article, one of LINE_WIDTHS."""
        width = self._number("line_width", LINE_WIDTHS[1])
        return width if width in LINE_WIDTHS else LINE_WIDTHS[1]

    @line_width.setter
    def line_width(self, characters: int) -> None:
        self._qt.setValue("line_width", characters)

    @property
    def dimming(self) -> bool:
        """Whether paragraphs other than the current one step back."""
        return self._word("dimming", "true") == "true"

    @dimming.setter
    def dimming(self, on: bool) -> None:
        self._qt.setValue("dimming", "true" if on else "false")

    @property
    def articles(self) -> bool:
        """Whether the list of articles is open."""
        return self._word("articles", "true") == "true"

    @articles.setter
    def articles(self, on: bool) -> None:
        self._qt.setValue("articles", "true" if on else "false")

    @property
    def definitions(self) -> bool:
        """Whether the definitions stay open beside the codes."""
        return self._word("definitions", "false") == "true"

    @definitions.setter
    def definitions(self, on: bool) -> None:
        self._qt.setValue("definitions", "true" if on else "false")

    # ------------------------------------------------------------------ projects

    @property
    def recent(self) -> tuple[Path, ...]:
        """Projects by the time they were last open, newest first; some may be gone."""
        return tuple(Path(name) for name in self._words("recent"))

    def remember_project(self, path: Path) -> None:
        """Put a project at the head of the recent ones."""
        path = path.absolute()  # the next start may be in another folder
        others = [str(other) for other in self.recent if other != path]
        self._qt.setValue("recent", json.dumps([str(path), *others][:_N_RECENT]))

    def place(self, project: str, annotator: str) -> tuple[str, int] | None:
        """The document uid and position where this annotator left this project (both by uid)."""
        found = self._words(f"places/{project}/{annotator}")
        return (found[0], int(found[1])) if len(found) == 2 and found[1].isdigit() else None

    def remember_place(self, project: str, annotator: str, document: str, position: int) -> None:
        """Note where this annotator leaves this project."""
        self._qt.setValue(f"places/{project}/{annotator}", json.dumps([document, str(position)]))

    def annotator(self, project: str) -> str | None:
        """The uid of who codes in this project on this machine."""
        return self._word(f"annotators/{project}", "") or None

    def remember_annotator(self, project: str, annotator: str) -> None:
        """Note who codes in this project on this machine."""
        self._qt.setValue(f"annotators/{project}", annotator)

    # ------------------------------------------------------------------ window

    @property
    def geometry(self) -> QByteArray:
        """The window's size and place as Qt writes them; empty at first."""
        return self._bytes("geometry")

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._qt.setValue("geometry", geometry)

    @property
    def panes(self) -> dict[str, int]:
        """The widths in pixels of the panes that have been moved, by name."""
        pairs = (word.partition("=") for word in self._words("panes"))
        return {name: int(width) for name, _, width in pairs if width.isdecimal()}

    @panes.setter
    def panes(self, widths_px: dict[str, int]) -> None:
        words = [f"{name}={width}" for name, width in widths_px.items()]
        self._qt.setValue("panes", json.dumps(words))

    def sync(self) -> None:
        """Write what waits to the disk."""
        self._qt.sync()

    # ------------------------------------------------------------------ reading

    def _word(self, key: str, default: str) -> str:
        value = self._qt.value(key, default)
        return value if isinstance(value, str) else default

    def _number(self, key: str, default: int) -> int:
        word = str(self._qt.value(key, default))
        return int(word) if word.isdecimal() else default

    def _words(self, key: str) -> list[str]:
        """A list written as JSON: an ini file cannot tell a list of one from a word."""
        try:
            found = json.loads(self._word(key, "[]"))
        except ValueError:
            return []
        return [str(word) for word in found] if isinstance(found, list) else []

    def _bytes(self, key: str) -> QByteArray:
        value = self._qt.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
