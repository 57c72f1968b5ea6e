"""From a command line to a window: the screen is checked, Qt started, a project opened.

Import late: what stands here at the top is paid for by everybody who opens the window.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, cast

from annotator import screen
from annotator.errors import AnnotatorError, Unavailable

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.ui.settings import Settings
    from annotator.ui.window import Window


def run(project: Path | None) -> int:
    """Open the window and stay until it is closed.

    Args:
        project: the file to open; None opens the last one, or makes the first.

    Returns:
        The exit code.

    Raises:
        Unavailable: no screen, or a library that Qt needs is missing.
    """
    check_screen()
    load_session()
    # Only now: without its libraries Qt ends the process and cannot be caught.
    from PySide6.QtCore import QThreadPool, QTimer
    from PySide6.QtWidgets import QApplication

    from annotator.ui.faults import Faults, log_file
    from annotator.ui.settings import Settings
    from annotator.ui.warming import WARM_UP_MS, warm_up

    app = QApplication(sys.argv[:1])
    app.setApplicationName("annotator")
    app.setApplicationDisplayName("Annotator")
    app.setDesktopFileName("annotator")
    faults = Faults(log_file())
    window = make_window(Settings())
    # Before it is shown, so that the first frame has the article in it.
    open_project(window, project)
    window.show()
    # A child of the window, and gone with it: a timer of `QTimer.singleShot` would outlive it.
    later = QTimer(window, singleShot=True, interval=WARM_UP_MS)
    later.timeout.connect(partial(warm_up, window))
    later.start()
    code = app.exec()
    QThreadPool.globalInstance().waitForDone()
    window.deleteLater()
    app.processEvents()
    faults.remove()
    return code


def load_session() -> None:
    """Import the session and the store before Qt.

    WORKAROUND: once PySide6 is loaded, it reads the source of every module imported after it.
    """
    import annotator.session  # noqa: F401


def check_screen() -> None:
    """Raises Unavailable where Qt would end the process with a misleading word."""
    missing = screen.missing_screen_libraries()
    if missing:
        raise Unavailable(
            "the window needs libraries that this machine lacks: {packages}",
            remedy="install them with: {line}",
            packages=", ".join(missing),
            line=screen.install_line(missing),
        )
    if not screen.has_display():
        raise Unavailable(
            "there is no screen to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set)",
            remedy="log in to a desktop, or use the commands that need no window: annotator --help",
        )


def make_window(settings: Settings) -> Window:
    """The window in its language, faces and colours, without a project."""
    from PySide6.QtWidgets import QApplication

    from annotator.ui.fonts import interface_font
    from annotator.ui.theme import apply_theme
    from annotator.ui.translating import install_language
    from annotator.ui.window import Window

    app = cast("QApplication", QApplication.instance())
    install_language(settings.spoken)
    app.setFont(interface_font(14))
    apply_theme(app, settings.theme)
    return Window(settings)


def open_project(window: Window, project: Path | None) -> None:
    """The project that was asked for, else the last one, else the first one ever."""
    if project is not None:
        window.files.open_path(project)
        return
    recent = window.settings.recent
    if not recent:
        _open_first(window)
    elif recent[0].exists():
        window.files.open_path(recent[0])


def _open_first(window: Window) -> None:
    from annotator.ui.dialogs.message import tell_error  # the first launch only
    from annotator.ui.first_project import documents_folder, make_first_project

    try:
        store = make_first_project(documents_folder())
    except AnnotatorError as error:
        window.show()
        tell_error(window, error)
        return
    window.settings.remember_project(store.path)
    window.files.ask_who(store)
