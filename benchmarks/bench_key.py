"""From a key press to the durable commit and the repaint, in a project with many annotations.

Run: python -m benchmarks.bench_key [ANNOTATIONS] [--keep FILE]. The real window, offscreen; bar:
p99 at most 16 ms with a million annotations in the file.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

PRESSES = 500


def main() -> None:
    """Build the project if needed, open it in the window, press keys."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("annotations", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--keep", type=Path, help="build this file once and keep it")
    options = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "bench.annot"
        if not path.exists():
            from benchmarks.bench_store import build

            build(path, options.annotations)
        measure(path, Path(folder))


def measure(path: Path, folder: Path) -> None:
    """Print the median and the 99th percentile of so many presses."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from annotator.store import Store
    from annotator.ui.application import make_window
    from annotator.ui.settings import Settings

    app = QApplication([])
    window = make_window(Settings(folder / "settings.ini"))
    store = Store.open(path)
    window.show_project(store, store.annotators()[0])
    window.resize(1440, 900)
    window.show()
    app.processEvents()
    digits = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
    spent = []
    for number in range(PRESSES):
        if number % 8 == 7:
            QTest.keyClick(window.page.view, Qt.Key.Key_Down)
            app.processEvents()
        start = time.perf_counter()
        QTest.keyClick(window.page.view, digits[number % 4])
        app.processEvents()
        spent.append((time.perf_counter() - start) * 1000)
    window.close()
    cuts = statistics.quantiles(spent, n=100)
    print(f"key to commit and repaint, {PRESSES} presses, {path.stat().st_size / 1e6:.0f} MB file")
    print(f"p50 {cuts[49]:.1f} ms   p99 {cuts[98]:.1f} ms   worst {max(spent):.1f} ms   bar p99 16")


if __name__ == "__main__":
    main()
