"""How fast tables of articles and pages come in, whole commands and reading alone.

Run: `python -m benchmarks.bench_import`. The bar for a JSONL corpus is 30,000 paragraphs a second.
"""

from __future__ import annotations

import csv
import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from annotator.codebook import read_codebook
from annotator.resources import shipped_codebook
from annotator.store import Store
from annotator.study.intake import Intake, Wishes
from annotator.text.reading import Options, read_articles

N_ARTICLES = 5_000
N_PARAGRAPHS = 20
SENTENCE = "La nuova linea costa meno e ha già fatto scendere i listini, dice il ministro ({}). "


def rows() -> list[dict[str, str]]:
    """Articles of twenty paragraphs of about 170 characters, no two with a sentence in common."""
    return [
        {
            "title": f"Titolo {number}",
            "date": "2025-01-02",
            "outlet": "La Gazzetta",
            "text": "\n\n".join(
                SENTENCE.format(f"a{number}p{place}") + SENTENCE.format(f"b{number}q{place}")
                for place in range(N_PARAGRAPHS)
            ),
        }
        for number in range(N_ARTICLES)
    ]


def write(folder: Path) -> list[Path]:
    """The same articles as JSONL and CSV."""
    made = rows()
    lines, table = folder / "corpus.jsonl", folder / "corpus.csv"
    lines.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made))
    with table.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(made[0]))
        writer.writeheader()
        writer.writerows(made)
    return [lines, table]


def told(name: str, seconds: float) -> None:
    """One line of the table."""
    rate = N_ARTICLES * N_PARAGRAPHS / seconds
    print(f"{name:50} {seconds:8.2f} s {rate:10.0f} paragraphs/s")


def main() -> None:
    """Print the table."""
    codebook = read_codebook(shipped_codebook()).codebook
    assert codebook is not None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in write(folder):
            begun = time.perf_counter()
            n = sum(len(article.paragraphs) for article in read_articles(path))
            assert n == N_ARTICLES * N_PARAGRAPHS
            told(f"{path.name}, read", time.perf_counter() - begun)
            for keep in (True, False):
                target = folder / f"{path.suffix[1:]}{keep}.annot"
                with Store.create(target, codebook=codebook) as store:
                    begun = time.perf_counter()
                    wishes = Wishes(options=Options(keep_source=keep))
                    assert Intake(store, wishes).take(path).n_taken == N_ARTICLES
                    kept = "into a project" if keep else "into a project, --no-source"
                    told(f"{path.name}, {kept}", time.perf_counter() - begun)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory at most: {peak:.0f} MB (of a process on {sys.platform})")


if __name__ == "__main__":
    main()
