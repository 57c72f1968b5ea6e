"""Every format that can be written, of a big project: whole processes, with memory.

Run: python -m benchmarks.bench_formats [ANNOTATIONS] [--keep FILE] [--times N] [FORMAT...]. Beside
each stands what the same run needs for SQLite's own `json_object` query, and to write
as many bytes as the format did. Ratios are of CPU seconds: on a busy machine they tell more. Bar:
JSONL at least half the rate of the query, and flat at 100 MB; Parquet at most 200 MB. The dataset
folder computes agreement, for which there are 400 MB.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from annotator.formats.catalogue import FORMATS, writable
from annotator.store import Store
from annotator.study.wishes import shapes_of
from benchmarks.bench_exchange import JSON_OBJECT, Spent, quickest, spent
from benchmarks.bench_store import build

_QUERY = (
    "import sys; from sqlite_utils.utils import sqlite3\n"
    "base = sqlite3.connect(sys.argv[1])\n"
    "with open(sys.argv[2], 'w') as out:\n"
    "    for (line,) in base.execute(sys.argv[3]): out.write(line + '\\n')"
)
_PIECE = 1 << 20


class Export(NamedTuple):
    """One export: what it is called here, the ending of its file, its options."""

    title: str
    suffix: str
    options: tuple[str, ...]


def main() -> None:
    """Print one line an export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("annotations", nargs="?", type=int, default=1_000_000)
    parser.add_argument("formats", nargs="*", help="only these")
    parser.add_argument("--keep", type=Path, help="build this file once and keep it")
    parser.add_argument("--times", type=int, default=1, help="runs of each")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = options.keep or folder / "bench.annot"
        if not project.exists():
            build(project, options.annotations)
        with Store.open(project) as store:
            n = store.counts().annotations
        query = [sys.executable, "-c", _QUERY, str(project), str(folder / "query"), JSON_OBJECT]
        peer = min((spent(query) for _ in range(options.times)), key=lambda one: one.cpu)
        print(f"{'json_object query':<26}{_figures(peer, n, folder / 'query')}", flush=True)
        for each in exports(options.formats or writable()):
            _measure(each, project, folder, options.times, (n, peer))


def exports(names: list[str]) -> list[Export]:
    """Each format in each shape that it has."""
    found = []
    for name in names:
        for by, is_final in shapes_of(name):
            more = [] if by == "answer" else ["--by", by]
            more += ["--final"] if is_final else []
            title = " ".join([name, *more]).replace("--", "")
            wide = ["--layer", "frame"] if name == "csv-wide" else []
            options = ("--format", name, *more, *wide)
            found.append(Export(title, FORMATS[name].suffix, options))
    return found


def _measure(
    one: Export, project: Path, folder: Path, times: int, query: tuple[int, Spent]
) -> None:
    n, peer = query
    out = folder / f"out{one.suffix}"
    ours = quickest(times, "export", str(project), *one.options, "-o", str(out))
    bare = written_bare(out, folder / "bare")
    figures = _figures(ours, n, out)
    ratios = f"   × query {peer.cpu / ours.cpu:5.2f}   bare writing {bare:.2f} s"
    print(f"{one.title:<26}{figures}{ratios}", flush=True)
    out.unlink()


def _figures(one: Spent, n: int, out: Path) -> str:
    size = out.stat().st_size / 1e6
    return (
        f"{one.seconds:>7.1f} s   cpu {one.cpu:>6.1f} s   {n / one.cpu / 1000:>6.1f} k answers/s"
        f"   {size:>6.0f} MB   {size / one.cpu:>6.1f} MB/s   peak {one.peak_mb:>5.0f} MB"
    )


def written_bare(source: Path, target: Path) -> float:
    """Seconds for writing the bytes of a file to another, piece by piece, until they are safe."""
    start = time.perf_counter()
    with source.open("rb") as content, target.open("wb") as out:
        while piece := content.read(_PIECE):
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())
    seconds = time.perf_counter() - start
    target.unlink()
    return seconds


if __name__ == "__main__":
    main()
