"""Make the small project that a schema version leaves behind: tests/fixtures/schema_v1.annot.

    python scripts/make_schema_fixture.py tests/fixtures/schema_v1.annot

Run once, when a version of the tables is new; later versions of the program must still open the
file, so it is never made again.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from annotator.codebook import read_codebook
from annotator.model import Answer, Article, Paragraph, Place, Span
from annotator.resources import shipped_codebook
from annotator.store import Change, Store

TEXTS = ("Il costo sale 😀 ancora.", "Piove, e la banca tace.", "Fine")


class _Clock:
    moment = datetime(2026, 3, 2, 9, 14, 7, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


def main(path: Path) -> None:
    """Two annotators, one article, six answers, one taken back, one kind changed."""
    checked = read_codebook(shipped_codebook())
    assert checked.codebook is not None
    paragraphs = tuple(Paragraph(text) for text in TEXTS)
    content = "\n\n".join(TEXTS).encode()
    article = Article("a.txt", content, "text/plain", "text", paragraphs, "utf-8")
    with Store.create(path, codebook=checked.codebook, toml=checked.toml, clock=_Clock()) as store:
        added = store.add_article(article)
        for key in ("k7", "m2"):
            who = store.add_annotator(key)
            place = Place("main", key, who.uid, added.document, added.uid, 0, "frame")
            evidence = (Span(3, 8, "economic"),)
            store.annotate([Change(place, Answer("coded", ("economic",), evidence=evidence))])
            for target, holder in (("export_controls", "author"), ("chinese_ai", "person:Mario")):
                there = Place(
                    "main", key, who.uid, added.document, added.uid, 1, "stance", target, holder
                )
                store.annotate([Change(there, Answer("coded", ("favour",)))], duration_ms=900)
        store.annotate([Change(place, None)])
        store.undo("main", "m2")
        store.set_kind(added.document, 2, "heading", round="main", annotator="k7")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
