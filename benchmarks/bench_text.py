"""How long the import of plain text takes, and the finding of sentences and words.

Run as `python benchmarks/bench_text.py`. Ratios count, not seconds: nltk's own Punkt, without
repairs, runs beside ours in the same process.
"""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from annotator.errors import ImportFailed
from annotator.text.importing import import_text
from annotator.text.sentences import sentence_spans
from annotator.text.words import word_spans

if TYPE_CHECKING:
    from collections.abc import Callable

PARAGRAPH = (
    "La vecchia tipografia stampava manifesti, biglietti da visita e un giornale di quartiere che"
    " usciva il sabato. Nessuno lo comprava, ma tutti lo leggevano al bar: “È l’unico che parla di"
    " noi”, diceva il barista. Poi un giorno arrivò una macchina nuova."
)
LARGE = "\n\n".join([PARAGRAPH] * 38_000)


def best_of(work: Callable[[], object], times: int = 3) -> float:
    """Seconds of the quickest of several runs."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def refused(content: bytes) -> None:
    """Import what is too large."""
    try:
        import_text(content, file_name="large.txt")
    except ImportFailed:
        return
    raise AssertionError("it was taken in")


def imports() -> dict[str, float]:
    """Seconds of whole imports."""
    short = "\n\n".join(["Una frase intera."] * 100_000).encode()
    cases = {
        f"{len(LARGE):,} characters, UTF-8": LARGE.encode(),
        f"{len(LARGE):,} characters, Windows-1252": LARGE.encode("cp1252"),
        f"{len(LARGE):,} characters, UTF-16, CRLF": LARGE.replace("\n", "\r\n").encode("utf-16"),
        "100,000 short paragraphs": short,
    }
    taken = {
        name: best_of(partial(import_text, content, file_name="a.txt"))
        for name, content in cases.items()
    }
    taken["50 MB, refused"] = best_of(lambda: refused(b"Una frase. " * 4_766_254))
    taken["one line of 5 MB, refused"] = best_of(lambda: refused(b"a" * 5_000_000))
    return taken


def rates() -> dict[str, float]:
    """Paragraphs a second, for sentences, words, and nltk's Punkt alone."""
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    bare = PunktSentenceTokenizer()
    n = 2_000
    works: dict[str, Callable[[], object]] = {
        "sentences, Italian": lambda: [sentence_spans(PARAGRAPH, "it") for _ in range(n)],
        "sentences, nltk without model": lambda: [
            list(bare.span_tokenize(PARAGRAPH)) for _ in range(n)
        ],
        "words": lambda: [word_spans(PARAGRAPH, "it") for _ in range(n)],
    }
    return {name: n / best_of(work) for name, work in works.items()}


def main() -> None:
    """Print the table."""
    for name, seconds in imports().items():
        print(f"{name:50} {seconds:8.2f} s")
    sentence_spans(PARAGRAPH, "it")
    for name, rate in rates().items():
        print(f"{name:50} {rate:8.0f} paragraphs/s")


if __name__ == "__main__":
    main()
