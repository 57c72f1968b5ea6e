"""Projects that come and go, articles that come in, answers that go out: what the menus do.

Opens the dialogs, each imported when it is needed. May import the store.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool

from annotator.errors import AnnotatorError
from annotator.store import Store
from annotator.ui.job import Job
from annotator.ui.messages import error_text, tr

if TYPE_CHECKING:
    from annotator.model import Annotator
    from annotator.ui.window import Window

SUFFIX = ".annot"


class Files:
    """The actions of the groups *file* and *annotator*."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._backup: Job | None = None

    # ------------------------------------------------------------------ projects

    def new(self) -> None:
        """A new project, by the dialog."""
        from annotator.ui.dialogs.new_project import NewProject  # when needed

        dialog = NewProject(self._window, self._folder())
        dialog.made.connect(self._take_store)
        dialog.open()

    def open(self) -> None:
        """A project chosen from the disk."""
        from annotator.ui.dialogs import choosing  # when needed

        name = choosing.choose_file(
            self._window,
            tr("Open project"),
            str(self._folder()),
            f"{tr('Annotator projects')} (*{SUFFIX});;{tr('All files')} (*)",
        )
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path, _checked: bool = False) -> None:  # Qt's
        """This project, or a message why not."""
        if not self._window.coding.may_leave():
            return
        try:
            store = Store.open(path)
        except AnnotatorError as error:
            self._tell(error)
            return
        self._take_store(store)

    def demo(self) -> None:
        """The project with simulated annotators, made where the person says."""
        from annotator.ui.dialogs.demo import make_demo_project  # when needed

        path = make_demo_project(self._window, self._folder())
        if path is not None:
            self.open_path(path)

    def close(self) -> None:
        """Back to the empty page."""
        if self._window.coding.may_leave():
            self._window.leave_project()

    def _take_store(self, store: Store) -> None:
        """Show this project, once it is known who codes in it."""
        if not self._window.coding.may_leave():
            store.close()
            return
        annotator = store.coder() or self._known(store)
        if annotator is not None:
            self._window.show_project(store, annotator)
        else:
            self.ask_who(store)

    def _known(self, store: Store) -> Annotator | None:
        """Who has coded in this project on this machine."""
        known = self._window.settings.annotator(store.project().uid)
        return next((a for a in store.annotators() if a.uid == known), None)

    def ask_who(self, store: Store) -> None:
        """Ask before the project is shown; without an answer it is closed again."""
        from annotator.ui.dialogs.who import Who  # asked once in a project

        self._window.show()  # at the start it is not on the screen yet
        dialog = Who(self._window, store)
        dialog.chosen.connect(partial(self._window.show_project, store))
        dialog.rejected.connect(store.close)
        dialog.open()

    def choose_annotator(self) -> None:
        """Somebody else sits down at this project."""
        window = self._window
        assert window.store is not None
        assert window.session is not None
        if not window.coding.may_leave():
            return
        from annotator.ui.dialogs.who import Who  # when needed

        dialog = Who(window, window.store, window.session.annotator.uid)
        dialog.chosen.connect(window.show_annotator)
        dialog.open()

    # ------------------------------------------------------------------ in and out

    def import_files(self) -> None:
        """Files of any form chosen from the disk."""
        from annotator.ui.dialogs import choosing  # when needed

        names = choosing.choose_files(
            self._window,
            tr("Import articles"),
            str(Path.home()),
            f"{tr('All files')} (*)",
        )
        self.import_paths([Path(name) for name in names])

    def import_folder(self) -> None:
        """Every file of a folder and of those in it."""
        from annotator.ui.dialogs import choosing  # when needed

        name = choosing.choose_folder(self._window, tr("Import a folder"), str(Path.home()))
        if name:
            self.import_paths([Path(name)])

    def import_paths(self, paths: list[Path]) -> None:
        """These files and folders, looked at before they are taken in."""
        window = self._window
        if not paths or window.store is None:
            return
        from annotator.ui.importing.window import ImportWindow  # when needed

        dialog = ImportWindow(window, window.store.path, paths)
        dialog.finished.connect(self._imported)
        dialog.open()

    def _imported(self) -> None:
        window = self._window
        if window.session is not None:
            window.session.refresh()
            if window.session.document is None:
                window.open_some_article()

    def take_dropped(self, paths: list[Path]) -> None:
        """A project is opened; other files are imported into the open one."""
        projects = [path for path in paths if path.suffix == SUFFIX]
        if projects:
            self.open_path(projects[0])
        elif self._window.store is not None:
            self.import_paths(paths)
        else:
            self._window.status.say_text(
                tr("First open or make a project, then drop the articles on it.")
            )

    def export(self) -> None:
        """Answers out of the project, by the dialog."""
        assert self._window.store is not None
        from annotator.ui.exporting.dialog import Exporting  # when needed

        Exporting(self._window, self._window.store, self._window.settings.spoken).open()

    # ------------------------------------------------------------------ the daily copy

    def back_up_soon(self) -> None:
        """Once a day a copy, beside the window."""
        store = self._window.store
        if store is None or store.read_only:
            return
        self._backup = Job(partial(_back_up, store.path), self._window)
        self._backup.failed.connect(self._say_no_copy)
        self._backup.begin()

    def finish_backup(self) -> None:
        """Wait for the copy: the file is about to be closed."""
        if self._backup is not None:
            QThreadPool.globalInstance().waitForDone()
            self._backup.deleteLater()
            self._backup = None

    def _say_no_copy(self, error: AnnotatorError) -> None:
        self._window.status.say_text(
            tr("Today's safety copy was not made: {why}", why=error_text(error))
        )

    # ------------------------------------------------------------------ small

    def _tell(self, error: AnnotatorError) -> None:
        from annotator.ui.dialogs.message import tell_error  # when needed

        self._window.show()  # at the start it is not on the screen yet
        tell_error(self._window, error)

    def _folder(self) -> Path:
        """Where projects lie: beside the last one, else among the documents."""
        for path in self._window.settings.recent:
            if path.parent.is_dir():
                return path.parent
        from annotator.ui.first_project import documents_folder  # when needed

        return documents_folder()


def _back_up(project: Path, _job: Job) -> Path | None:
    with Store.open(project) as store:
        return store.back_up()
