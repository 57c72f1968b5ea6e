"""Every action of the window: its words, its keys, when it can be done. The one registry.

It feeds the menus, the dispatch of single keys, the status line and the key sheet; no shortcut
lives anywhere else. The menu View stands in `view_actions`. May import messages; the window is
known by type only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.action import Action, always, has_article, has_project
from annotator.ui.messages import tr
from annotator.ui.view_actions import view_actions

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.window import Window


def all_actions() -> tuple[Action, ...]:
    """The registry, in the language that the window speaks now."""
    return (
        *_file_actions(),
        *_edit_actions(),
        *_place_actions(),
        *_answer_actions(),
        *_text_actions(),
        *view_actions(),
        *_other_actions(),
    )


def _file_actions() -> tuple[Action, ...]:
    return (
        Action("new", tr("New project…"), ("Ctrl+N",), "file", always, lambda w: w.files.new()),
        Action("open", tr("Open project…"), ("Ctrl+O",), "file", always, lambda w: w.files.open()),
        Action("demo", tr("Try the demo"), (), "file", always, lambda w: w.files.demo()),
        Action(
            "import_files",
            tr("Import articles…"),
            ("Ctrl+I",),
            "file",
            has_project,
            lambda w: w.files.import_files(),
            separated=True,
        ),
        Action(
            "import_folder",
            tr("Import a folder…"),
            ("Ctrl+Shift+I",),
            "file",
            has_project,
            lambda w: w.files.import_folder(),
        ),
        Action(
            "export",
            tr("Export…"),
            ("Ctrl+E",),
            "file",
            has_project,
            lambda w: w.files.export(),
        ),
        Action(
            "close_project",
            tr("Close project"),
            ("Ctrl+W",),
            "file",
            has_project,
            lambda w: w.files.close(),
            separated=True,
        ),
        Action("quit", tr("Quit"), ("Ctrl+Q",), "file", always, lambda w: w.close()),
    )


def _edit_actions() -> tuple[Action, ...]:
    return (
        Action(
            "undo",
            tr("Undo"),
            ("Ctrl+Z",),
            "edit",
            has_project,
            lambda w: w.coding.undo(),
            hint=tr("undo"),
            repeats=True,
        ),
        Action(
            "redo",
            tr("Redo"),
            ("Ctrl+Shift+Z", "Ctrl+Y"),
            "edit",
            has_project,
            lambda w: w.coding.redo(),
            repeats=True,
        ),
        Action(
            "copy",
            tr("Copy"),
            ("Ctrl+C",),
            "edit",
            has_article,
            lambda w: w.coding.copy(),
            separated=True,
        ),
    )


def _place_actions() -> tuple[Action, ...]:
    move = _code(repeats=True)
    return (
        move("next", tr("Next paragraph"), ("Down", "J"), lambda w: w.coding.next(), tr("next")),
        move("previous", tr("Previous paragraph"), ("Up", "K"), lambda w: w.coding.previous()),
        move("page_down", tr("A page down"), ("PgDown",), lambda w: w.coding.page(1)),
        move("page_up", tr("A page up"), ("PgUp",), lambda w: w.coding.page(-1)),
        move("first", tr("First paragraph"), ("Home",), lambda w: w.coding.first()),
        move("last", tr("Whole article"), ("End",), lambda w: w.coding.last()),
        _code()(
            "next_open",
            tr("Next open paragraph"),
            ("Space",),
            lambda w: w.coding.next_open(),
            tr("next open"),
        ),
        _code()(
            "next_article",
            tr("Next article that is not done"),
            ("Ctrl+Return",),
            lambda w: w.coding.next_article(),
        ),
    )


def _answer_actions() -> tuple[Action, ...]:
    code = _code()
    move = _code(repeats=True)
    return (
        code(
            "rest",
            tr("The rest is not addressed, done"),
            ("Return",),
            lambda w: w.coding.rest(),
            tr("rest not addressed, next"),
        ),
        move("next_target", tr("Next target"), ("Tab",), lambda w: w.coding.next_target()),
        move(
            "previous_target",
            tr("Previous target"),
            ("Shift+Tab",),
            lambda w: w.coding.previous_target(),
        ),
        code("holder", tr("Whose voice…"), ("H",), lambda w: w.coding.holders(give=False)),
        code(
            "give_holder",
            tr("Another voice for the last position…"),
            ("Shift+H",),
            lambda w: w.coding.holders(give=True),
        ),
        code("cannot_tell", tr("Cannot tell"), ("U",), lambda w: w.coding.cannot_tell()),
        code("skip", tr("Skip"), ("Shift+U",), lambda w: w.coding.skip()),
        code("confidence", tr("How sure"), ("C",), lambda w: w.coding.confidence()),
        code("note", tr("Note…"), ("N",), lambda w: w.coding.note()),
    )


def _text_actions() -> tuple[Action, ...]:
    move = _code(repeats=True, submenu=tr("Words of the paragraph"))
    code = _code(submenu=tr("Words of the paragraph"))
    return (
        code("sentence", tr("Select the sentence"), ("M",), lambda w: w.coding.sentence()),
        code("seek", tr("Select the word that begins so…"), (",",), lambda w: w.coding.seek()),
        move("left", tr("Caret left"), ("Left",), lambda w: w.coding.caret("character", -1)),
        move("right", tr("Caret right"), ("Right",), lambda w: w.coding.caret("character", 1)),
        move("word_left", tr("Word left"), ("Ctrl+Left",), lambda w: w.coding.caret("word", -1)),
        move("word_right", tr("Word right"), ("Ctrl+Right",), lambda w: w.coding.caret("word", 1)),
        move(
            "select_left",
            tr("Extend left"),
            ("Shift+Left",),
            lambda w: w.coding.caret("character", -1, extend=True),
        ),
        move(
            "select_right",
            tr("Extend right"),
            ("Shift+Right",),
            lambda w: w.coding.caret("character", 1, extend=True),
        ),
        move(
            "select_word_left",
            tr("Extend a word left"),
            ("Ctrl+Shift+Left",),
            lambda w: w.coding.caret("word", -1, extend=True),
        ),
        move(
            "select_word_right",
            tr("Extend a word right"),
            ("Ctrl+Shift+Right",),
            lambda w: w.coding.caret("word", 1, extend=True),
        ),
        code("deselect", tr("Select nothing"), ("Esc",), lambda w: w.coding.deselect()),
    )


def _other_actions() -> tuple[Action, ...]:
    return (
        Action(
            "annotator",
            tr("Who is coding…"),
            (),
            "annotator",
            has_project,
            lambda w: w.files.choose_annotator(),
        ),
        Action(
            "agreement",
            tr("Agreement…"),
            ("Ctrl+G",),
            "agreement",
            has_project,
            lambda w: w.comparing.open(),
        ),
        Action(
            "keys",
            tr("Keys"),
            ("F1", "?"),
            "help",
            always,
            lambda w: w.show_keys(),
            hint=tr("keys"),
        ),
        Action("log", tr("Open the log"), (), "help", always, lambda w: w.open_log()),
        Action(
            "about",
            tr("About Annotator"),
            (),
            "help",
            always,
            lambda w: w.show_about(),
            separated=True,
        ),
    )


def _code(*, repeats: bool = False, submenu: str = "") -> Callable[..., Action]:
    """A maker of actions that need an open article."""

    def make(
        action_id: str,
        text: str,
        keys: tuple[str, ...],
        run: Callable[[Window], object],
        hint: str = "",
    ) -> Action:
        return Action(
            action_id,
            text,
            keys,
            "code",
            has_article,
            run,
            hint=hint,
            repeats=repeats,
            submenu=submenu,
        )

    return make
