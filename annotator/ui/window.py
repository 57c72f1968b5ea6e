"""The window: what stands where, and which session is shown. Knows every part; no part knows SQL.

What the actions do lives beside it: `coding` (keys of the coder), `files` (projects, import,
export), `looks` (theme, language, size), `comparing` (the agreement window).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from annotator.session import Session
from annotator.ui.actions import all_actions
from annotator.ui.coding import RETRY_MS, Coding
from annotator.ui.coding_page import CodingPage, no_article_words
from annotator.ui.comparing import Comparing
from annotator.ui.dropping import dropped_paths
from annotator.ui.empty_page import EmptyPage
from annotator.ui.files import Files
from annotator.ui.looks import Looks
from annotator.ui.menus import Menus
from annotator.ui.messages import tr
from annotator.ui.status_line import StatusLine
from annotator.ui.strokes import is_coding_key, shown_key
from annotator.ui.top_line import TopLine

if TYPE_CHECKING:
    from annotator.model import Annotator, Document
    from annotator.session.views import Happened, Notice
    from annotator.store import Store
    from annotator.ui.action import Action
    from annotator.ui.settings import Settings

_REFRESH_MS = 1_000
_BY_MOUSE = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}


class Window(QMainWindow):
    """One project, one annotator; or an empty page that says how to get there."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.store: Store | None = None
        self.session: Session | None = None
        self._place: tuple[str, int] | None = None
        self.coding, self.files, self.looks = Coding(self), Files(self), Looks(self)
        self.comparing = Comparing(self)
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        self._refreshing = QTimer(self, interval=_REFRESH_MS)
        self._refreshing.timeout.connect(self._refresh)
        self._retrying = QTimer(self, interval=RETRY_MS)
        self._retrying.timeout.connect(self._retry)
        self.build()
        if not settings.geometry.isEmpty():
            self.restoreGeometry(settings.geometry)

    # ------------------------------------------------------------------ parts

    def build(self) -> None:
        """Make every part, in the language of now; again when the language changes."""
        actions = all_actions()
        self.actions_by_id = {action.id: action for action in actions}
        self.coding_actions = {
            key: action for action in actions for key in action.keys if is_coding_key(key)
        }
        self.menus = Menus(self, actions)
        self.top_line, self.status = TopLine(), StatusLine()
        self.page = CodingPage(self._no_article_page())
        self.no_project = self._no_project_page()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.page)
        self.pages.addWidget(self.no_project)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_line)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.status)
        self._connect()
        self.setCentralWidget(centre)
        self._dress_page()
        self._show_session()

    def _connect(self) -> None:
        page = self.page
        for pane in (page.view, page.view.viewport(), page.panel, page.strip):
            pane.installEventFilter(self)
        page.articles.chosen.connect(self._open_article)
        page.articles.left.connect(page.view.setFocus)
        page.panel.said.connect(self._say)
        page.view.said.connect(self._say)
        page.panel.set_selection_source(page.view.selection)
        page.panel.answered.connect(page.view.clear_selection)
        page.panel.done_editing.connect(page.view.setFocus)
        page.done.asked.connect(self.do_by_id)
        page.panes_moved.connect(self._remember_panes)

    def _dress_page(self) -> None:
        self.looks.dress_view()
        self.page.restore_widths(self.settings.panes)
        self.page.show_articles(self.settings.articles)
        self.page.show_definitions(self.settings.definitions)
        if self.looks.is_reading:
            self.page.set_reading_only(True)

    def _no_article_page(self) -> EmptyPage:
        page = EmptyPage(*no_article_words())
        self._add_buttons(page, ("import_files", "import_folder"))
        return page

    def _no_project_page(self) -> EmptyPage:
        page = EmptyPage(
            tr("Read, code, agree"),
            tr("A project is one file with its articles and all answers. Or drop a file here."),
        )
        self._add_buttons(page, ("new", "open", "demo"))
        page.wanted.connect(self.files.open_path)
        return page

    def _add_buttons(self, page: EmptyPage, actions: tuple[str, ...]) -> None:
        page.asked.connect(self.do_by_id)
        for name in actions:
            action = self.actions_by_id[name]
            page.add_button(name, action.text, action.keys[0] if action.keys else "")

    # ------------------------------------------------------------------ actions

    def do(self, action: Action, _checked: bool = False) -> None:  # Qt's
        """Do it, if it can be done now."""
        if action.when(self):
            action.run(self)

    def do_by_id(self, action: str) -> None:
        """The same by its name in the registry."""
        self.do(self.actions_by_id[action])

    def show_keys(self) -> None:
        """The sheet of all keys."""
        from annotator.ui.dialogs.key_sheet import KeySheet  # opened when needed

        KeySheet(self, tuple(self.actions_by_id.values()), self.session).open()

    def show_about(self) -> None:
        """What this program is."""
        from annotator.ui.dialogs.about import about_words
        from annotator.ui.dialogs.message import tell  # opened when needed

        tell(self, tr("About Annotator"), about_words())

    def open_log(self) -> None:
        """The log file in whatever shows text on this machine."""
        from PySide6.QtCore import QUrl  # seldom needed
        from PySide6.QtGui import QDesktopServices

        from annotator.ui.faults import log_file

        if not log_file().exists() or not QDesktopServices.openUrl(QUrl.fromLocalFile(log_file())):
            self.status.say_text(tr("The log is {log}.", log=log_file()))

    def other_pane(self) -> None:
        """The keyboard to the next pane: text, codes, definitions, articles."""
        panes = self.page.panes()
        here = next((n for n, pane in enumerate(panes) if pane.hasFocus()), -1)
        if panes:
            panes[(here + 1) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    # ------------------------------------------------------------------ project

    def show_project(self, store: Store, annotator: Annotator) -> None:
        """Code in this project as this annotator; what was open before is closed."""
        self.leave_project()
        self.store = store
        self._begin_session(annotator)
        self._refreshing.start()
        self.files.back_up_soon()
        if store.read_only:
            self.status.say_text(tr("This project can only be read here: nothing can be saved."))

    def show_annotator(self, annotator: Annotator) -> None:
        """Somebody else codes in the same project, from where they were."""
        assert self.store is not None
        self._remember_place()
        self._retrying.stop()
        self._begin_session(annotator)

    def _begin_session(self, annotator: Annotator) -> None:
        assert self.store is not None
        self.session = Session(self.store, annotator, language=self.settings.spoken)
        self.session.listen(self.on_happened)
        self._place = None
        self._open_last_place()
        self._show_session()

    def leave_project(self) -> None:
        """Remember the place and close the file; the empty page is shown."""
        if self.store is None:
            return
        self._remember_place()
        self._refreshing.stop()
        self._retrying.stop()
        self.comparing.close()
        self.files.finish_backup()
        store, self.store, self.session = self.store, None, None
        self._show_session()
        store.close()

    def _open_last_place(self) -> None:
        assert self.session is not None
        assert self.store is not None
        project = self.store.project()
        self.settings.remember_project(self.store.path)
        if project.coder is None:  # else the file says so; the whole project has the same uid
            self.settings.remember_annotator(project.uid, self.session.annotator.uid)
        uid, position = self.settings.place(project.uid, self.session.annotator.uid) or ("", 0)
        for document in self.session.documents:
            if document.uid == uid:
                self.session.open(document.id, min(position, document.n_paragraphs))
                return
        self.open_some_article()

    def open_some_article(self) -> None:
        """The first article that is not done, else the first."""
        session = self.session
        if session is not None and session.documents:
            session.open((session.next_document() or session.documents[0]).id)

    def _remember_place(self) -> None:
        """Where the coder is; written only when it has changed, for it is asked every second."""
        if self.store is None or self.session is None or self.session.document is None:
            return
        place = (self.session.document.uid, self.session.position)
        if place != self._place:
            self._place = place
            project = self.store.project().uid
            self.settings.remember_place(project, self.session.annotator.uid, *place)

    def _show_session(self) -> None:
        """Every part shows what is open now."""
        self.page.set_session(self.session)
        self.pages.setCurrentWidget(self.page if self.session else self.no_project)
        self.top_line.setVisible(self.session is not None)
        self._show_title()
        self._show_status()
        self.menus.refresh()
        if self.session is not None:
            self.page.view.setFocus()
        else:
            self.no_project.show_recent(self.settings.recent)

    def _show_title(self) -> None:
        title = ""
        if self.store is not None and self.session is not None:
            title = self.store.project().title or self.store.path.stem
            annotator = self.session.annotator.key
            self.top_line.show_project(title, self.session.round, annotator)
        self.setWindowTitle(f"{title} — Annotator" if title else "Annotator")

    # ------------------------------------------------------------------ what happens

    def on_happened(self, happened: Happened) -> None:
        """The session's one signal."""
        if happened.moved or happened.document:
            self.coding.seeking.is_on = False
        self.page.on_happened(happened)
        self.comparing.look()
        if happened.document or happened.articles:
            self.menus.refresh()
        self._show_status()

    def _show_status(self) -> None:
        session = self.session
        document = session.document if session else None
        progress = session.progress(document.id) if session and document else None
        self.status.show_trouble(session.trouble if session else None)
        self.status.show_saved(session.saved_at if session else None)
        self.status.show_progress(progress)
        self.status.keys.show_hints(self._hints() if document else ())
        if session and session.trouble and not self._retrying.isActive():
            self._retrying.start()

    def _hints(self) -> tuple[tuple[str, str], ...]:
        actions = ("next", "rest", "next_open", "undo", "keys")
        found = [self.actions_by_id[name] for name in actions]
        return tuple((shown_key(action.keys[0]), action.hint) for action in found)

    def _retry(self) -> None:
        if self.session is None or self.session.retry():
            self._retrying.stop()
        self._show_status()

    def _refresh(self) -> None:
        if self.session is not None:
            self.session.refresh()
            self._remember_place()

    def _say(self, notice: Notice) -> None:
        self.status.say(notice)

    def _remember_panes(self, widths_px: dict[str, int]) -> None:
        self.settings.panes = widths_px

    def _open_article(self, document: Document) -> None:
        if self.session is not None and self.coding.may_leave():
            if self.session.document is None or self.session.document.id != document.id:
                self.session.open(document.id)
            self.page.view.setFocus()

    # ------------------------------------------------------------------ Qt

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keys of the panes go through the registry first."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.coding.press(event)
        if event.type() in _BY_MOUSE and self.session is not None:
            self.session.touch()
            if event.type() == QEvent.Type.MouseButtonPress:
                self.coding.seeking.is_on = False
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys also work while nothing has the keyboard, as after a pane was hidden.

        Not those that a widget has let go: Enter in the list of articles only opens one.
        """
        if self.focusWidget() is not None or not self.coding.press(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Coming back to the window shows what others have done meanwhile."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A project is opened, anything else imported."""
        event.acceptProposedAction()
        self.files.take_dropped(dropped_paths(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing unsaved is left behind without a word."""
        if not self.coding.may_leave():
            event.ignore()
            return
        self.settings.geometry = self.saveGeometry()
        self.leave_project()
        self.settings.sync()
        event.accept()
