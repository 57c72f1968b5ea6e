"""How long from process start to the first painted frame, beside a bare QMainWindow.

    python benchmarks/bench_start.py [ROUNDS]

The window opens a project with the seeds at the place where it was left. Each figure is the best
of some processes: the machine's other work only ever adds.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", flush=True)
        QApplication.instance().quit()
app = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""
OURS = """
from annotator.ui.application import load_session, run
load_session()
import annotator.ui.article.paragraph_view as view
paint = view.ParagraphView.paintEvent
def painted(self, event):
    paint(self, event)
    if self.session is not None:
        print("painted", flush=True)
        from PySide6.QtWidgets import QApplication
        QApplication.instance().quit()
view.ParagraphView.paintEvent = painted
run(None)
"""
PREPARE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from annotator.study.seeds import make_seed_project
from annotator.ui.settings import Settings
app = QApplication(sys.argv)
with make_seed_project(Path(sys.argv[1])) as store:
    annotator = store.add_annotator("a1")
    settings = Settings()
    settings.remember_project(store.path)
    settings.remember_annotator(store.project().uid, annotator.uid)
    settings.remember_place(store.project().uid, annotator.uid, store.documents()[1].uid, 12)
settings.sync()
"""


def seconds(code: str, environment: dict[str, str]) -> float:
    """From the start of a process to the word it prints at its first frame."""
    begin = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        return time.perf_counter() - begin


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as home:
        names = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")
        environment = {**os.environ, **dict.fromkeys(names, home), "PYTHONPATH": str(ROOT)}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        project = str(Path(home) / "first.annot")
        subprocess.run(
            [sys.executable, "-c", PREPARE, project], env=environment, check=True, cwd=ROOT
        )
        bare, ours = [], []
        for _ in range(rounds):
            bare.append(seconds(BARE, environment))
            ours.append(seconds(OURS, environment))
    print(f"bare QMainWindow   {min(bare):.3f} s")
    print(
        f"with an article    {min(ours):.3f} s   {min(ours) / min(bare):.2f} x   (bar 1.5, 0.6 s)"
    )


if __name__ == "__main__":
    main()
