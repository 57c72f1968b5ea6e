"""`annotator agreement TABLE` on a CSV of many rows, with intervals: whole process, with memory.

Run: python -m benchmarks.bench_table [ROWS] (3 x 10^6). Bar: 6 s for 10^6 units of three people.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np

from benchmarks.bench_exchange import quickest, told

PEOPLE = ("ann", "bob", "cleo")
VALUES = ("against", "neutral", "favour", "mixed", "none")


def write(path: Path, n_units: int) -> None:
    """Every unit rated by three, seven in ten alike."""
    random = np.random.default_rng(0)
    shape = (n_units, len(PEOPLE))
    truth = random.integers(0, len(VALUES), n_units)[:, None]
    value = np.where(random.random(shape) < 0.7, truth, random.integers(0, len(VALUES), shape))
    with path.open("w", encoding="utf-8") as lines:
        lines.write("unit,annotator,value\n")
        for number, row in enumerate(value.tolist()):
            lines.writelines(
                f"u{number:07},{who},{VALUES[place]}\n"
                for who, place in zip(PEOPLE, row, strict=True)
            )


def main() -> None:
    """Print one line."""
    n_rows = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ratings.csv"
        write(path, n_rows // len(PEOPLE))
        told(f"agreement of {n_rows:,} rows of CSV", quickest(2, "agreement", str(path)), "6 s")


if __name__ == "__main__":
    main()
