from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.end2end.screen import display, needs_a_screen

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.end2end, pytest.mark.gui]

# Keycodes of the X server are places on the keyboard, whatever the layout writes there.
DIGITS = dict(zip("1234567890", range(10, 20), strict=True))
UPPER_ROW = range(24, 34)
WRITES = {"us": "qwertyuiop", "it": "qwertyuiop", "de": "qwertzuiop", "fr": "azertyuiop"}


@pytest.fixture(scope="module", name="display")
def own_display() -> Iterator[str]:
    with display("400x300x24") as name:
        yield name


class Keyboard:
    """A window on the screen that prints what it is told of each key."""

    def __init__(self, display: str, layout: str):
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self.environment.pop("WAYLAND_DISPLAY", None)
        self.environment["PYTHONPATH"] = str(Path(__file__).parents[2])
        self.run("setxkbmap", "-layout", layout)
        self.window = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("key_window.py"))],
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.window.stdout is not None
        assert self.window.stdout.readline() == "ready\n"
        self.run("xdotool", "search", "--sync", "--onlyvisible", "--name", "^keys$", "windowfocus")
        # There is no window manager that would say when the focus has come.
        time.sleep(0.2)

    def run(self, *command: str) -> None:
        subprocess.run(command, env=self.environment, check=True, capture_output=True, timeout=20)

    def told(self, *keys: str) -> list[str]:
        """What the window prints for these keys, pressed one after the other."""
        self.run("xdotool", "key", "--delay", "15", *keys)
        assert self.window.stdout is not None
        return [self.window.stdout.readline().strip() for _ in keys]

    def close(self) -> None:
        self.window.terminate()
        self.window.wait(timeout=10)
        assert self.window.stdout is not None
        self.window.stdout.close()


@pytest.fixture(params=["us", "it", "de", "fr"])
def layout(request):
    return request.param


@pytest.fixture
def keyboard(display: str, layout: str) -> Iterator[Keyboard]:
    keyboard = Keyboard(display, layout)
    yield keyboard
    keyboard.close()


@needs_a_screen
def test_digits_are_known_by_their_place_with_and_without_shift(keyboard):
    plain = keyboard.told(*(str(code) for code in DIGITS.values()))
    assert plain == [f"{digit} False" for digit in DIGITS]
    shifted = keyboard.told(*(f"shift+{code}" for code in DIGITS.values()))
    assert shifted == [f"{digit} True" for digit in DIGITS]


@needs_a_screen
def test_letters_are_known_by_what_they_write(keyboard, layout):
    assert keyboard.told(*(str(code) for code in UPPER_ROW)) == [
        f"{letter} False" for letter in WRITES[layout]
    ]
    assert keyboard.told("shift+24") == [f"{WRITES[layout][0]} True"]


@needs_a_screen
def test_keys_with_control_belong_to_the_menus(keyboard):
    assert keyboard.told("ctrl+10", "ctrl+24", "alt+24") == ["-", "-", "-"]


@needs_a_screen
@pytest.mark.parametrize("layout", ["ru", "gr"])
def test_letters_of_another_script_are_known_by_their_place(keyboard):
    assert keyboard.told("25", "38", "shift+54") == ["w False", "a False", "c True"]
