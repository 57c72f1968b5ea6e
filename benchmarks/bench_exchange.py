"""Export and agreement of a big project, import of articles: whole processes, with memory.

Run: python -m benchmarks.bench_exchange [ANNOTATIONS] [--keep FILE]. Bars: export at least half
the rate of SQLite's own `json_object` query, at most 100 MB; `annotator agreement` with intervals
in at most 4 s and 400 MB.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
JSON_OBJECT = (
    "SELECT json_object('uid', a.uid, 'round', a.round, 'annotator', a.annotator, 'document',"
    " d.uid, 'title', d.title, 'paragraph', a.paragraph, 'layer', a.layer, 'target', a.target,"
    " 'holder', a.holder, 'state', a.state, 'codes', json(a.codes), 'primary', a.primary_code,"
    " 'evidence', json(a.evidence), 'confidence', a.confidence, 'note', a.note, 'codebook',"
    " a.codebook, 'rev', a.rev, 'changed_at', a.changed_at, 'text', p.text, 'text_sha256',"
    " d.text_sha256) FROM annotation a JOIN document d ON d.id=a.document LEFT JOIN paragraph p"
    " ON p.document=a.document AND p.ord=a.paragraph ORDER BY a.document"
)


def main() -> None:
    """Print one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("annotations", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--keep", type=Path, help="build this file once and keep it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = options.keep or folder / "bench.annot"
        if not path.exists():
            from benchmarks.bench_store import build

            build(path, options.annotations)
        export(path, folder)
        whole("agreement with intervals", "agreement", str(path), bar="4 s, 400 MB")
        whole("agreement, --ci 0", "agreement", str(path), "--ci", "0")
        whole("status", "status", str(path))
        articles(folder)


def export(path: Path, folder: Path) -> None:
    """Our export beside the query that does nothing but turn rows into JSON."""
    seconds = whole("export", "export", str(path), "-o", str(folder / "out.jsonl"), bar="100 MB")
    size = (folder / "out.jsonl").stat().st_size
    code = (
        "import sys; from sqlite_utils.utils import sqlite3\n"
        "base = sqlite3.connect(sys.argv[1])\n"
        "with open(sys.argv[2], 'w') as out:\n"
        "    for (line,) in base.execute(sys.argv[3]): out.write(line + '\\n')"
    )
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code, str(path), str(folder / "peer.jsonl"), JSON_OBJECT], check=True
    )
    peer = time.perf_counter() - start
    print(f"{'json_object query':<28}{peer:>8.2f} s")
    print(f"{'ratio of rates':<28}{peer / seconds:>8.2f}   {size / 1e6:.0f} MB   bar 0.5")


def articles(folder: Path) -> None:
    """A folder of articles, and one with 100,000 paragraphs."""
    sentence = "The ministry will clear no shipment that could end up with the neighbour’s army. "
    many = folder / "many"
    many.mkdir()
    for number in range(500):
        text = "\n\n".join(f"{number} {p}. " + sentence * 4 for p in range(40))
        (many / f"{number:04}.txt").write_text(text, encoding="utf-8")
    long = folder / "long.txt"
    long.write_text("\n\n".join(f"{p}. {sentence}" for p in range(100_000)), encoding="utf-8")
    for name, source in (("500 articles × 40 ¶", many), ("one of 100,000 ¶", long)):
        project = folder / f"{source.stem}.annot"
        quiet("new", str(project))
        seconds = whole(f"import {name}", "import", str(project), str(source))
        n_paragraphs = 20_000 if source is many else 100_000
        print(f"{'':<28}{n_paragraphs / seconds:>8.0f} paragraphs/s")


def whole(title: str, *arguments: str, bar: str = "") -> float:
    """Seconds and peak memory of one whole process."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, str(CHECKOUT / "main.py"), *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    assert status == 0, arguments
    bar = f"   bar {bar}" if bar else ""
    print(f"{title:<28}{seconds:>8.2f} s   peak {usage.ru_maxrss / 1024:.0f} MB{bar}", flush=True)
    return seconds


def quiet(*arguments: str) -> None:
    """A command whose time does not matter."""
    subprocess.run(
        [sys.executable, str(CHECKOUT / "main.py"), *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
    )


if __name__ == "__main__":
    main()
