"""What an action is: its words, its keys, when it can be done. Imports nothing of the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.window import Window

Group = Literal["file", "edit", "code", "view", "annotator", "agreement", "help"]
GROUPS: tuple[Group, ...] = ("file", "edit", "code", "view", "annotator", "agreement", "help")


def always(_window: Window) -> bool:
    """When an action needs nothing."""
    return True


def has_project(window: Window) -> bool:
    """When an action needs a project."""
    return window.session is not None


def has_article(window: Window) -> bool:
    """When an action needs an open article."""
    return window.session is not None and window.session.document is not None


@dataclass(frozen=True, eq=False)
class Action:
    """One thing that the window can do.

    `keys` are Qt's portable names; the first is shown. Keys without Ctrl and function keys are
    dispatched by the window while a person codes, the others are shortcuts of the menu.
    `hint` is the word beside the key in the status line; `repeats` = holding the key down repeats.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    group: Group
    when: Callable[[Window], bool]
    run: Callable[[Window], object]
    hint: str = ""
    repeats: bool = False
    separated: bool = False
    submenu: str = ""
    is_on: Callable[[Window], bool] | None = None
