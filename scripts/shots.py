"""Pictures of the window's main states, to be looked at: `make shots` writes them into shots/.

    python scripts/shots.py [FOLDER] [NAME...]

Drives the real window over real project files; nothing of the person's own is touched.
"""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

if "--scaled" in sys.argv:
    os.environ["QT_SCALE_FACTOR"] = "2"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from annotator.codebook import read_codebook  # noqa: E402
from annotator.errors import ProjectBusy  # noqa: E402
from annotator.resources import shipped_codebook  # noqa: E402
from annotator.store import Store  # noqa: E402
from annotator.study.demo import make_demo  # noqa: E402
from annotator.study.seeds import make_seed_project  # noqa: E402
from annotator.text.importing import import_text  # noqa: E402
from annotator.ui.agreement.looking import PLANNING  # noqa: E402
from annotator.ui.application import make_window  # noqa: E402
from annotator.ui.settings import Settings  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from annotator.session import Session
    from annotator.ui.exporting.dialog import Exporting
    from annotator.ui.importing.window import ImportWindow
    from annotator.ui.window import Window

RTL = (
    "من يكتب المعيار\n\n"
    "قالت الوزارة إنها لن تسمح بأي شحنة قد تصل إلى جيش الدولة المجاورة، وقال المصنّعون إن "
    "عُشر طلباتهم قد جفّ منذ صدور القاعدة.\n\n"
    "انخفض منسوب النهر مترين منذ بناء القاعات.\n"
)


class Studio:
    """A window with settings of its own, over files that are thrown away."""

    def __init__(self, folder: Path, out: Path) -> None:
        self.folder = folder
        self.out = out
        self.window: Window | None = None

    @contextmanager
    def open(self, *, theme: str = "light", language: str = "en") -> Iterator[Window]:
        """A window, closed again afterwards."""
        settings = Settings(self.folder / f"{theme}-{language}.ini")
        settings.theme = theme  # type: ignore[assignment]  # one of ours
        settings.language = language  # type: ignore[assignment]  # one of ours
        window = make_window(settings)
        window.resize(1440, 900)
        window.show()
        yield window
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def seeds(self, window: Window, name: str) -> Session:
        """A new project of the seeds, coded by k7qm."""
        store = make_seed_project(self.folder / f"{name}.annot", title="Chips and blocs")
        window.show_project(store, store.add_annotator("k7qm"))
        return session_of(window)

    def project(self, window: Window, name: str, text: str) -> Session:
        """A new project of one article."""
        checked = read_codebook(shipped_codebook())
        assert checked.codebook is not None
        store = Store.create(
            self.folder / f"{name}.annot", codebook=checked.codebook, toml=checked.toml, title=name
        )
        store.add_article(import_text(text.encode(), file_name="article.txt"))
        window.show_project(store, store.add_annotator("k7qm"))
        return session_of(window)

    def shoot(self, widget: QWidget, name: str) -> None:
        """One picture, when everything has been laid out."""
        for _ in range(4):
            QApplication.processEvents()
        widget.grab().save(str(self.out / f"{name}.png"))
        print(self.out / f"{name}.png")


def session_of(window: Window) -> Session:
    """The session that the window shows."""
    assert window.session is not None
    return window.session


def code_some(window: Window) -> None:
    """What a coder has done after some minutes: by the keys, as a coder would."""
    session = session_of(window)
    session.open(session.documents[1].id, 0)
    view = window.page.view
    for position, keys in ((0, "0"), (2, "12"), (3, "2a"), (4, "1"), (5, "0"), (6, "3c")):
        session.go_to(position)
        QTest.keyClicks(view, "m")
        QTest.keyClicks(view, keys)
        QTest.keyClick(view, Qt.Key.Key_Return)
    session.go_to(7)
    QTest.keyClicks(view, "m2")
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    for _ in range(4):
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(view, Qt.Key.Key_Right, both)
    QTest.keyClicks(view, "1")
    QTest.keyClick(view, Qt.Key.Key_2, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(view, "q")
    session.use_holder("organisation:Commerce Department")
    QTest.keyClicks(view, "dqac")


# ------------------------------------------------------------------ pictures


def first_launch(studio: Studio) -> None:
    """The seeds, before anything is answered."""
    with studio.open() as window:
        studio.seeds(window, "first")
        studio.shoot(window, "first-launch")


def coding(studio: Studio) -> None:
    """In the middle of an article: light, dark, Italian, with definitions, reading only."""
    for theme, language in (("light", "en"), ("dark", "en"), ("light", "it")):
        with studio.open(theme=theme, language=language) as window:
            studio.seeds(window, f"coding-{theme}-{language}")
            code_some(window)
            name = f"coding-{theme}" if language == "en" else f"coding-{language}"
            studio.shoot(window, name)
            if theme == "light" and language == "en":
                window.looks.toggle_definitions()
                studio.shoot(window, "definitions")
                window.looks.toggle_definitions()
                window.looks.toggle_reading()
                studio.shoot(window, "reading-only")
                window.looks.toggle_reading()
                window.resize(1000, 640)
                studio.shoot(window, "narrow")


def whole_article(studio: Studio) -> None:
    """The last stop of an article that is done, and the sheet of keys."""
    with studio.open() as window:
        make_demo(studio.folder / "demo.annot")
        store = Store.open(studio.folder / "demo.annot")
        window.show_project(store, store.annotators()[0])
        session_of(window).open(session_of(window).documents[1].id)
        window.coding.last()
        studio.shoot(window, "whole-article")
        window.do_by_id("keys")
        studio.shoot(cast("QWidget", QApplication.activeModalWidget()), "keys")
        cast("QWidget", QApplication.activeModalWidget()).close()


def agreement(studio: Studio) -> None:
    """How far the annotators of the demo agree: light, dark, Italian."""
    for theme, language in (("light", "en"), ("dark", "en"), ("light", "it")):
        with studio.open(theme=theme, language=language) as window:
            name = f"agreement-{theme}" if language == "en" else f"agreement-{language}"
            make_demo(studio.folder / f"{name}.annot")
            store = Store.open(studio.folder / f"{name}.annot")
            window.show_project(store, store.annotators()[0])
            window.do_by_id("agreement")
            beside = window.comparing.agreement
            assert beside is not None
            while not beside.has_intervals:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            studio.shoot(beside, name)
            beside.choices.choose(PLANNING)
            while not beside.planning.plot.has_rows:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            studio.shoot(beside, f"{name}-planning")


def importing(studio: Studio) -> None:
    """Files before they are taken in: light, dark, Italian, and none yet."""
    folder = studio.folder / "articles"
    folder.mkdir()
    for path in ROOT.glob("seeds/0*.txt"):
        text = path.read_text(encoding="utf-8")
        (folder / path.name).write_text(f"{text}\nSubscribe to our newsletter\n", encoding="utf-8")
    (folder / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "table.csv").write_text("headline,body\nOne,The river rose.\nTwo,It fell again.\n")
    for theme, language in (("light", "en"), ("dark", "en"), ("light", "it")):
        with studio.open(theme=theme, language=language) as window:
            name = f"importing-{theme}" if language == "en" else f"importing-{language}"
            studio.seeds(window, name)
            window.files.import_paths([folder])
            dialog = cast("ImportWindow", QApplication.activeModalWidget())
            while dialog.is_working or dialog.preview.seen is None:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            studio.shoot(dialog, name)
            dialog.files.selectAll()
            dialog.remove_selected()
            if name == "importing-light":
                studio.shoot(dialog, "importing-empty")
            dialog.reject()


def exporting(studio: Studio) -> None:
    """What a format keeps and loses, and where it goes."""
    for theme, language in (("light", "en"), ("dark", "it")):
        with studio.open(theme=theme, language=language) as window:
            make_demo(studio.folder / f"out-{theme}.annot")
            store = Store.open(studio.folder / f"out-{theme}.annot")
            window.show_project(store, store.annotators()[0])
            window.do_by_id("export")
            dialog = cast("Exporting", QApplication.activeModalWidget())
            dialog.formats.choose("csv")
            dialog.options.with_texts.click()
            studio.shoot(dialog, f"export-{theme}")
            dialog.reject()


def thousand(studio: Studio) -> None:
    """A thousand paragraphs, in the middle."""
    text = "A long article\n\n" + "\n\n".join(
        f"Paragraph {n} says that orders dried up and the river fell by two metres; nobody at the "
        f"ministry expected it."
        for n in range(1, 1001)
    )
    with studio.open() as window:
        session = studio.project(window, "thousand", text)
        session.go_to(500)
        QTest.keyClicks(window.page.view, "m1")
        studio.shoot(window, "thousand-paragraphs")


def right_to_left(studio: Studio) -> None:
    """An Arabic article."""
    with studio.open() as window:
        session = studio.project(window, "rtl", RTL)
        session.go_to(1)
        QTest.keyClicks(window.page.view, "m2")
        studio.shoot(window, "right-to-left")


def empty(studio: Studio) -> None:
    """No project; a project without articles; who is coding."""
    with studio.open() as window:
        studio.shoot(window, "empty")
        checked = read_codebook(shipped_codebook())
        assert checked.codebook is not None
        store = Store.create(studio.folder / "none.annot", codebook=checked.codebook, title="New")
        window.files.ask_who(store)
        studio.shoot(cast("QWidget", QApplication.activeModalWidget()), "who")
        cast("QWidget", QApplication.activeModalWidget()).close()
        store = Store.open(studio.folder / "none.annot")
        window.show_project(store, store.add_annotator("k7qm"))
        studio.shoot(window, "no-article")


def failed_write(studio: Studio) -> None:
    """Another program holds the file: the answer stays on screen, and is tried again."""
    with studio.open() as window:
        studio.seeds(window, "failed")
        code_some(window)
        assert window.store is not None

        def refuse(*_given: object, **_named: object) -> None:
            raise ProjectBusy(
                "another program is using the project; nothing was written",
                where=Path("Chips and blocs.annot"),
                remedy="wait a moment: it is tried again",
            )

        real = window.store.annotate
        # A stand-in for a lock.
        window.store.annotate = refuse  # type: ignore[method-assign, assignment]
        QTest.keyClicks(window.page.view, "4")
        studio.shoot(window, "failed-write")
        window.store.annotate = real  # type: ignore[method-assign]  # as above
        session_of(window).retry()


def scaled(studio: Studio) -> None:
    """The same at 2×; only in a process of its own, see `main`."""
    with studio.open() as window:
        studio.seeds(window, "scaled")
        code_some(window)
        studio.shoot(window, "scaled-2x")


PICTURES: tuple[Callable[[Studio], None], ...] = (
    first_launch,
    coding,
    whole_article,
    agreement,
    importing,
    exporting,
    thousand,
    right_to_left,
    empty,
    failed_write,
)


def main() -> None:
    """All pictures, or those named."""
    names = [word for word in sys.argv[1:] if not word.startswith("--")]
    out = Path(names.pop(0)) if names else ROOT / "shots"
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(Path(folder), out)
        for picture in (scaled,) if "--scaled" in sys.argv else PICTURES:
            if not names or picture.__name__ in names:
                picture(studio)
    app.processEvents()
    if "--scaled" not in sys.argv and not names:
        # A scale factor belongs to a whole process.
        os.execv(sys.executable, [sys.executable, __file__, str(out), "--scaled"])  # noqa: S606


if __name__ == "__main__":
    main()
