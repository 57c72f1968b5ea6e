"""A virtual screen with a real window on it, typed at with xdotool."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CHECKOUT = Path(__file__).parent.parent.parent
PATIENCE_S = 30.0

_TOOLS = ("Xvfb", "xdotool", "setxkbmap")
_MISSING = [tool for tool in _TOOLS if shutil.which(tool) is None]
needs_a_screen = pytest.mark.skipif(
    bool(_MISSING), reason=f"not installed: {', '.join(_MISSING)} (make test does it on Debian)"
)


class Screen:
    """One X display, a home of its own, and whatever program runs on it."""

    def __init__(self, display: str, home: Path):
        self.home = home
        self.environment = {
            **{key: value for key, value in os.environ.items() if key != "WAYLAND_DISPLAY"},
            "DISPLAY": display,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_STATE_HOME": str(home / "state"),
            "QT_QPA_PLATFORM": "xcb",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
        }

    @contextmanager
    def window(self, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
        """The program's window, shown and with the keyboard."""
        process = subprocess.Popen(
            [sys.executable, str(CHECKOUT / "main.py"), *arguments],
            env=self.environment,
            cwd=self.home,
        )
        try:
            self.focus()
            yield process
        finally:
            process.terminate()
            process.wait(10)

    def focus(self, name: str = ".") -> None:
        """Give a window the keyboard, as a window manager would when a dialog opens or closes."""
        until(lambda: bool(self._windows(name)), f"a window named {name}")
        subprocess.run(
            ["xdotool", "windowfocus", "--sync", self._windows(name)[-1]],
            env=self.environment,
            check=True,
        )

    def keys(self, *names: str) -> None:
        """Press these keys (xdotool's names), one after the other."""
        for name in names:
            subprocess.run(["xdotool", "key", name], env=self.environment, check=True)

    def type(self, text: str) -> None:
        """Type a text."""
        subprocess.run(["xdotool", "type", "--delay", "30", text], env=self.environment, check=True)

    def annotator(self, *arguments: str) -> str:
        """Run a command of the program; what it prints."""
        done = subprocess.run(
            [sys.executable, str(CHECKOUT / "main.py"), *arguments],
            env=self.environment,
            cwd=self.home,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _windows(self, name: str) -> list[str]:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", name],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.split()


@contextmanager
def display(size: str = "1440x900x24") -> Iterator[str]:
    """A virtual screen that nobody else uses, by its name; stopped whatever happens."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


@contextmanager
def screen(home: Path) -> Iterator[Screen]:
    """A screen with a home of its own."""
    (home / "Documents").mkdir(parents=True, exist_ok=True)
    with display() as name:
        yield Screen(name, home)


def rows(project: Path, query: str) -> list[list[object]]:
    """What plain SQLite reads in the file: another process, Python's own module."""
    code = (
        "import json, sqlite3, sys\n"
        "base = sqlite3.connect(f'file:{sys.argv[1]}?mode=ro', uri=True, timeout=10)\n"
        "print(json.dumps(base.execute(sys.argv[2]).fetchall()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(project), query],
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[list[object]] = json.loads(done.stdout)
    return found


def until(holds: Callable[[], bool], what: str) -> None:
    """Wait until something holds, and fail in words if it never does."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if holds():
            return
        time.sleep(0.1)
    pytest.fail(f"waited {PATIENCE_S:.0f} s for {what}")
