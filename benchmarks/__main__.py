"""Everything that the design sets a bar for, one part after the other: `make bench`.

Each part is a script of its own and prints its figures beside the bar. Times on a shared machine
are noisy: quote medians and the ratios of one run.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

PARTS: dict[str, tuple[str, ...]] = {
    "start-up to the first painted frame": ("bench_start",),
    "the article view": ("bench_view",),
    "one answer in a project of a million": ("bench_store", "--keep", "{big}"),
    "one very long article": ("bench_session",),
    "from a key press to the repaint": ("bench_key", "--keep", "{big}"),
    "export, agreement, check, merge, import": ("bench_exchange", "--keep", "{big}"),
    "every format": ("bench_formats", "--keep", "{big}"),
    "agreement from arrays, with peers": ("bench_agreement",),
    "every coefficient, and the hard cases": ("bench_agreement_all",),
    "agreement of a table": ("bench_table",),
    "how often intervals hold the true value": ("bench_coverage",),
    "the agreement window after one answer": ("bench_live",),
    "text": ("bench_text",),
    "sentences, with nltk alone": ("bench_sentences",),
    "tables of articles": ("bench_import",),
    "files of every form": ("bench_forms",),
    "kill -9": ("bench_kill",),
}


def main() -> int:
    """Run all parts, or those whose names are given, with or without `bench_`; the worst code."""
    wanted = [f"bench_{name.removeprefix('bench_')}" for name in sys.argv[1:]]
    worst = 0
    with tempfile.TemporaryDirectory() as folder:
        big = str(Path(folder) / "big.annot")
        for title, (module, *options) in PARTS.items():
            if wanted and module not in wanted:
                continue
            print(f"\n== {title} ({module})", flush=True)
            arguments = [option.format(big=big) for option in options]
            command = [sys.executable, "-m", f"benchmarks.{module}", *arguments]
            worst = max(worst, subprocess.run(command, check=False).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
