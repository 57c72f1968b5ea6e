"""What a Linux machine needs before Qt can open a window. No Qt here: without these it aborts.

Imports nothing of the package. Both the window (before it starts) and `annotator doctor` ask here.
"""

from __future__ import annotations

import ctypes
import os
import sys

# Debian package -> the library in it that Qt loads. The first six by any window, the rest by X11.
_EVERY_SCREEN = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
}
_X11 = {
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
}
_WITHOUT_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def has_display() -> bool:
    """Whether there is a screen to open a window on; elsewhere than on Linux there always is."""
    if sys.platform != "linux" or _platform() in _WITHOUT_SCREEN:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing_screen_libraries() -> list[str]:
    """Debian packages whose library cannot be loaded; empty elsewhere than on Linux."""
    if sys.platform != "linux":
        return []
    needed = dict(_EVERY_SCREEN)
    if _platform() not in {*_WITHOUT_SCREEN, "wayland"}:
        needed |= _X11
    return [package for package, library in needed.items() if not _loads(library)]


def install_line(packages: list[str]) -> str:
    """The command that installs these packages on Debian and its children."""
    return f"sudo apt-get install {' '.join(packages)}"


def _platform() -> str:
    return os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
