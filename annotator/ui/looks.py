"""How the window looks and speaks: theme, language, size of the text, panes that come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication

from annotator.ui.settings import DEFAULT_TEXT_SIZE
from annotator.ui.theme import apply_theme
from annotator.ui.translating import install_language

if TYPE_CHECKING:
    from annotator.ui.settings import Language, ThemeChoice
    from annotator.ui.window import Window


class Looks:
    """The actions of the group *view*; each takes effect at once and is remembered."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.is_reading = False

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Light, dark or the system's."""
        self._window.settings.theme = choice
        apply_theme(cast("QApplication", QApplication.instance()), choice)

    def choose_language(self, language: Language) -> None:
        """The whole window says everything anew, and the codebook's words too."""
        settings = self._window.settings
        settings.language = language
        install_language(settings.spoken)
        if self._window.session is not None:
            self._window.session.language = settings.spoken
        self._window.build()
        self._window.comparing.again()

    def resize_text(self, steps: int) -> None:
        """The article's letters larger or smaller."""
        self._window.settings.text_size += steps
        self.dress_view()

    def usual_text(self) -> None:
        """Back to the size it came with."""
        self._window.settings.text_size = DEFAULT_TEXT_SIZE
        self.dress_view()

    def choose_line_width(self, characters: int) -> None:
        """How many characters a line of the article holds."""
        self._window.settings.line_width = characters
        self.dress_view()

    def toggle_dimming(self) -> None:
        """Whether the other paragraphs step back."""
        self._window.settings.dimming = not self._window.settings.dimming
        self.dress_view()

    def toggle_definitions(self) -> None:
        """The definitions beside the codes."""
        self._window.settings.definitions = not self._window.settings.definitions
        self._window.page.show_definitions(self._window.settings.definitions)

    def toggle_articles(self) -> None:
        """The list of articles."""
        self._window.settings.articles = not self._window.settings.articles
        self._window.page.show_articles(self._window.settings.articles)

    def toggle_reading(self) -> None:
        """Only the article, for the first reading."""
        self.is_reading = not self.is_reading
        self._window.page.set_reading_only(self.is_reading)

    def dress_view(self) -> None:
        """Put what is chosen on the view."""
        settings, view = self._window.settings, self._window.page.view
        view.set_text_size(settings.text_size)
        view.set_line_width(settings.line_width)
        view.set_dimming(settings.dimming)
