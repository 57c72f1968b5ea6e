"""How the article view bears long articles: opening, scrolling, one changed label, memory.

Run: python -m benchmarks.bench_view [PARAGRAPHS ...]. Each size in a process of its own, offscreen,
on a real project. Times are milliseconds of the view alone: drawing included, the session's own
reading and writing left out. The bars are those of the design: open 250, scroll step p95 8,
label 4, 40 MB more memory.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.session import Session
    from annotator.store import Store
    from annotator.ui.article.paragraph_view import ParagraphView

SIZES = (50, 1_000, 10_000, 100_000)
SENTENCE = "The ministry will clear no shipment that could end up with the neighbour’s army. "


def main() -> None:
    """One line a size."""
    if len(sys.argv) == 3 and sys.argv[1] == "--one":
        measure(int(sys.argv[2]))
        return
    print(f"{'paragraphs':>10} {'open':>8} {'scroll p95':>11} {'jump p95':>9}", end=" ")
    print(f"{'label p95':>10} {'move p95':>9} {'resize':>8} {'MB more':>8}", flush=True)
    for size in [int(word) for word in sys.argv[1:]] or SIZES:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "benchmarks.bench_view", "--one", str(size)]
        subprocess.run(command, check=True, env=environment)


def measure(size: int) -> None:
    """Print the figures of one size."""
    from PySide6.QtWidgets import QApplication

    from annotator.ui.article.paragraph_view import ParagraphView
    from annotator.ui.theme import apply_theme

    app = QApplication([])
    apply_theme(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        store, session = open_project(Path(folder) / "bench.annot", size)
        view = ParagraphView()
        view.resize(900, 900)
        view.show()
        app.processEvents()
        gc.collect()
        before = resident_mb()
        opened = timed(partial(view.set_session, session), view.viewport().repaint)
        session.listen(view.on_happened)
        scroll, jump = scroll_times(view, size)
        label, move = label_times(view, session), move_times(session)
        more = resident_mb() - before
        resize = timed(partial(view.resize, 700, 900), view.viewport().repaint)
        print(f"{size:>10} {opened:>8.1f} {p95(scroll):>11.2f} {p95(jump):>9.2f}", end=" ")
        print(f"{p95(label):>10.2f} {p95(move):>9.2f} {resize:>8.1f} {more:>8.1f}", flush=True)
        store.close()


def open_project(path: Path, size: int) -> tuple[Store, Session]:
    """A project with one article of so many paragraphs of one to six lines."""
    from annotator.codebook import read_codebook
    from annotator.model import Article, Paragraph
    from annotator.resources import shipped_codebook
    from annotator.session import Session
    from annotator.store import Store

    codebook = read_codebook(shipped_codebook()).codebook
    assert codebook
    store = Store.create(path, codebook=codebook)
    who = store.add_annotator("k7")
    start, paragraphs = 0, []
    for number in range(size):
        text = f"{number} " + SENTENCE * (1 + number * 7 % 5)
        paragraphs.append(Paragraph(text.strip(), "heading" if number % 40 == 0 else "body", start))
        start += len(text.strip()) + 2
    content = str(size).encode()
    store.add_article(Article("bench.txt", content, "text/plain", "bench", tuple(paragraphs)))
    session = Session(store, who)
    session.open(session.documents[0].id, 0)
    return store, session


def scroll_times(view: ParagraphView, size: int) -> tuple[list[float], list[float]]:
    """300 steps of three lines, then 50 jumps across the article."""
    bar = view.verticalScrollBar()

    def step() -> None:
        bar.setValue(bar.value() + 3 * bar.singleStep())
        view.viewport().repaint()

    steps = [timed(step) for _ in range(300)]

    def jump(number: int) -> None:
        bar.setValue(number * 7919 % 50 * bar.maximum() // 50)
        view.viewport().repaint()

    return steps, [timed(partial(jump, number)) for number in range(min(size, 50))]


def label_times(view: ParagraphView, session: Session) -> list[float]:
    """Toggle a code 60 times: what the view does when it hears of it, and the drawing."""
    from annotator.session.views import Happened

    session.go_to(len(session.paragraphs) // 2)
    view.viewport().repaint()
    times = []
    for _ in range(60):
        session.press("1")
        happened = Happened(paragraphs=frozenset({session.position}))
        times.append(timed(partial(view.on_happened, happened), flush))
    return times


def move_times(session: Session) -> list[float]:
    """To the next paragraph, 60 times."""
    return [timed(session.go_next, flush) for _ in range(60)]


def flush() -> None:
    """Draw what waits to be drawn, as the event loop would."""
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.processEvents()


def timed(*works: Callable[[], object]) -> float:
    """Milliseconds that these take one after the other."""
    start = time.perf_counter()
    for work in works:
        work()
    return (time.perf_counter() - start) * 1000


def p95(times: list[float]) -> float:
    """The time that 95 of 100 stay below."""
    return sorted(times)[int(len(times) * 0.95)]


def resident_mb() -> float:
    """Memory of this process."""
    import psutil

    return float(psutil.Process().memory_info().rss) / 1e6


if __name__ == "__main__":
    main()
