"""A very long article: how long it takes to open, and to answer a key in its middle.

Run: python -m benchmarks.bench_session. Bars: open 250 ms, a key 16 ms; 100,000 paragraphs.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.codebook import read_codebook
from annotator.model import Article, Paragraph
from annotator.resources import shipped_codebook
from annotator.session import Session
from annotator.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

LONG = 100_000


def best_ms(act: Callable[[], object]) -> float:
    """The best of three, in milliseconds."""
    found = []
    for _ in range(3):
        began = time.perf_counter()
        act()
        found.append(time.perf_counter() - began)
    return 1000 * min(found)


def main() -> None:
    """Print one line a figure."""
    checked = read_codebook(shipped_codebook())
    assert checked.codebook is not None
    texts = [f"Paragraph {number} says that prices fall." for number in range(LONG)]
    content = "\n\n".join(texts).encode()
    paragraphs = tuple(Paragraph(text) for text in texts)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.annot"
        with Store.create(path, codebook=checked.codebook) as store:
            store.add_article(Article("long.txt", content, "text/plain", "text", paragraphs))
            session = Session(store, store.add_annotator("k7"))
            document = session.documents[0].id
            print(f"{'open':<24}{best_ms(lambda: session.open(document)):>8.1f} ms   bar 250")
            session.open(document, LONG // 2)
            for name, act in {
                "a code": lambda: session.press("1"),
                "rest not addressed": session.rest_not_addressed,
                "undo": session.undo,
                "redo": session.redo,
                "next open": session.next_open,
                "progress": lambda: session.progress(document),
            }.items():
                print(f"{name:<24}{best_ms(act):>8.1f} ms   bar 16")


if __name__ == "__main__":
    main()
