"""Actions of the menu View: how the window looks, in which language, what of it is shown.

A part of the registry in `actions`. May import messages; the window is known by type only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.action import Action, always
from annotator.ui.messages import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.window import Window


def view_actions() -> tuple[Action, ...]:
    """In the order of the menu, in the language that the window speaks now."""
    return (
        *_choices_of_theme(),
        *_choices_of_language(),
        *_choices_of_line_width(),
        _view("larger", tr("Larger text"), ("Ctrl++", "Ctrl+="), lambda w: w.looks.resize_text(1)),
        _view("smaller", tr("Smaller text"), ("Ctrl+-",), lambda w: w.looks.resize_text(-1)),
        _view("usual_size", tr("Usual text size"), ("Ctrl+0",), lambda w: w.looks.usual_text()),
        _view(
            "dimming",
            tr("Dim the other paragraphs"),
            (),
            lambda w: w.looks.toggle_dimming(),
            lambda w: w.settings.dimming,
        ),
        _view(
            "articles",
            tr("List of articles"),
            ("Ctrl+L",),
            lambda w: w.looks.toggle_articles(),
            lambda w: w.settings.articles,
        ),
        _view(
            "definitions",
            tr("Definitions"),
            ("F2",),
            lambda w: w.looks.toggle_definitions(),
            lambda w: w.settings.definitions,
        ),
        _view(
            "reading_only",
            tr("Reading only"),
            ("F11",),
            lambda w: w.looks.toggle_reading(),
            lambda w: w.looks.is_reading,
        ),
        _view("other_pane", tr("Other pane"), ("F6",), lambda w: w.other_pane()),
    )


def _choices_of_theme() -> tuple[Action, ...]:
    menu = tr("Theme")
    return (
        _view(
            "theme_system",
            tr("As the system"),
            (),
            lambda w: w.looks.choose_theme("system"),
            lambda w: w.settings.theme == "system",
            menu,
        ),
        _view(
            "theme_light",
            tr("Light"),
            (),
            lambda w: w.looks.choose_theme("light"),
            lambda w: w.settings.theme == "light",
            menu,
        ),
        _view(
            "theme_dark",
            tr("Dark"),
            (),
            lambda w: w.looks.choose_theme("dark"),
            lambda w: w.settings.theme == "dark",
            menu,
        ),
    )


def _choices_of_language() -> tuple[Action, ...]:
    menu = tr("Language")
    return (
        _view(
            "language_system",
            tr("As the system"),
            (),
            lambda w: w.looks.choose_language("system"),
            lambda w: w.settings.language == "system",
            menu,
        ),
        # A language is named in itself: who cannot read the window must find it.
        _view(
            "language_en",
            "English",
            (),
            lambda w: w.looks.choose_language("en"),
            lambda w: w.settings.language == "en",
            menu,
        ),
        _view(
            "language_it",
            "Italiano",
            (),
            lambda w: w.looks.choose_language("it"),
            lambda w: w.settings.language == "it",
            menu,
        ),
    )


def _choices_of_line_width() -> tuple[Action, ...]:
    menu = tr("Line width")
    return (
        _view(
            "width_60",
            tr("Narrow"),
            (),
            lambda w: w.looks.choose_line_width(60),
            lambda w: w.settings.line_width == 60,
            menu,
        ),
        _view(
            "width_68",
            tr("Medium"),
            (),
            lambda w: w.looks.choose_line_width(68),
            lambda w: w.settings.line_width == 68,
            menu,
        ),
        _view(
            "width_75",
            tr("Wide"),
            (),
            lambda w: w.looks.choose_line_width(75),
            lambda w: w.settings.line_width == 75,
            menu,
        ),
    )


def _view(
    action_id: str,
    text: str,
    keys: tuple[str, ...],
    run: Callable[[Window], object],
    is_on: Callable[[Window], bool] | None = None,
    submenu: str = "",
) -> Action:
    return Action(action_id, text, keys, "view", always, run, is_on=is_on, submenu=submenu)
