"""Export, agreement and check of a big project, merge, import: whole processes, with memory.

Run: python -m benchmarks.bench_exchange [ANNOTATIONS] [--keep FILE] [--times N]. Bars: export at
least half the rate of SQLite's own `json_object` query, at most 100 MB; `annotator agreement` with
intervals in at most 4 s and 400 MB. CPU seconds stand beside those of the clock: on a busy machine
they tell more. Of several runs the quickest counts.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from annotator.codebook import read_codebook
from annotator.model import Article
from annotator.resources import shipped_codebook
from annotator.store import Store
from benchmarks.bench_store import build

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
    parser.add_argument("--times", type=int, default=3, help="runs of each")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = options.keep or folder / "bench.annot"
        if not path.exists():
            build(path, options.annotations)
        export(path, folder, options.times)
        bundle = quickest(1, "export", str(path), "--format", "bundle", "-o", str(folder / "b"))
        told("export as a bundle", bundle, "100 MB")
        for title, bar, *arguments in (
            ("agreement with intervals", "4 s, 400 MB", "agreement", str(path)),
            ("agreement, --ci 0", "", "agreement", str(path), "--ci", "0"),
            ("status", "3 s", "status", str(path)),
            ("check", "15 s", "check", str(path)),
        ):
            told(title, quickest(options.times, *arguments), bar)
        merge(folder)
        articles(folder)


class Spent(NamedTuple):
    """What one whole process took."""

    seconds: float
    cpu: float
    peak_mb: float


def export(path: Path, folder: Path, times: int) -> None:
    """Our export beside the query that does nothing but turn rows into JSON."""
    out = folder / "out.jsonl"
    ours = quickest(times, "export", str(path), "-o", str(out))
    told("export", ours, "100 MB")
    print(f"{'':<28}{out.stat().st_size / 1e6:>8.0f} MB")
    code = (
        "import sys; from sqlite_utils.utils import sqlite3\n"
        "base = sqlite3.connect(sys.argv[1])\n"
        "with open(sys.argv[2], 'w') as out:\n"
        "    for (line,) in base.execute(sys.argv[3]): out.write(line + '\\n')"
    )
    command = [sys.executable, "-c", code, str(path), str(folder / "peer.jsonl"), JSON_OBJECT]
    peer = min((spent(command) for _ in range(times)), key=lambda one: one.cpu)
    told("json_object query", peer)
    ratios = peer.seconds / ours.seconds, peer.cpu / ours.cpu
    print(f"{'ratio of rates':<28}{ratios[0]:>8.2f}   cpu {ratios[1]:.2f}   bar 0.5")


def merge(folder: Path) -> None:
    """A coder's 50,000 answers into a project that holds the same articles and none of them."""
    coder, lead, lines = folder / "coder.annot", folder / "lead.annot", folder / "coder.jsonl"
    build(coder, 50_000)
    quiet("export", str(coder), "-o", str(lines))
    checked = read_codebook(shipped_codebook())
    assert checked.codebook is not None
    with Store.open(coder) as source, Store.create(lead, codebook=checked.codebook) as store:
        for document in source.documents():
            imported = source.source(document.id)
            assert imported is not None
            assert imported.content is not None
            store.add_article(
                Article(
                    file_name=imported.file_name,
                    content=imported.content,
                    media_type="text/plain",
                    importer="text",
                    paragraphs=tuple(source.paragraphs(document.id)),
                )
            )
    bundle = folder / "coder.annot.jsonl"
    quiet("export", str(coder), "--format", "bundle", "-o", str(bundle))
    for other in (lines, coder, bundle):
        into = Path(shutil.copy(lead, folder / f"into{other.suffix}.annot"))
        told(f"merge of 50,000, {other.name}", quickest(1, "merge", str(into), str(other)), "3 s")
        told("the same again", quickest(1, "merge", str(into), str(other)))
    part = folder / "part.annot"
    told("split", quickest(1, "split", str(coder), "--annotator", "a1", "-o", str(part)))
    told("update of a part", quickest(1, "split", str(coder), "--update", str(part)))


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
        imported = quickest(1, "import", str(project), str(source))
        told(f"import {name}", imported)
        n_paragraphs = 20_000 if source is many else 100_000
        print(f"{'':<28}{n_paragraphs / imported.cpu:>8.0f} paragraphs a CPU second   bar 30000")


def quickest(times: int, *arguments: str) -> Spent:
    """The run of least CPU time of `annotator` with these arguments."""
    command = [sys.executable, str(CHECKOUT / "main.py"), *arguments]
    return min((spent(command) for _ in range(times)), key=lambda one: one.cpu)


def spent(command: list[str]) -> Spent:
    """Seconds by the clock and of CPU, and the peak memory, of one whole process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, command
    cpu = usage.ru_utime + usage.ru_stime
    return Spent(time.perf_counter() - start, cpu, usage.ru_maxrss / 1024)


def told(title: str, one: Spent, bar: str = "") -> None:
    """Print a line of figures."""
    bar = f"   bar {bar}" if bar else ""
    figures = f"{one.seconds:>8.2f} s   cpu {one.cpu:.2f} s   peak {one.peak_mb:.0f} MB"
    print(f"{title:<28}{figures}{bar}", flush=True)


def quiet(*arguments: str) -> None:
    """A command whose time does not matter."""
    subprocess.run(
        [sys.executable, str(CHECKOUT / "main.py"), *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


if __name__ == "__main__":
    main()
