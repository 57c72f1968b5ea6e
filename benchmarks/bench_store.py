"""How fast one answer is written, and how fast all are read, in a project with many.

    python benchmarks/bench_store.py [ANNOTATIONS] [--keep FILE]

Builds a project with a million answers and their events (or ANNOTATIONS), then measures with a
write-ahead log and with a rollback journal: one `annotate()` with its event, durable; opening a
document; undo; the stream of records; the columns of one layer; the check.
"""

# ruff: noqa: SLF001, S311  # it fills the tables itself; chance, not secrets
from __future__ import annotations

import argparse
import random
import resource
import statistics
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

import msgspec

from annotator.codebook import read_codebook
from annotator.model import Annotator, Answer, Article, Document, Paragraph, Place, Span
from annotator.resources import shipped_codebook
from annotator.store import Added, Change, Store
from annotator.store.log import encoded, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PARAGRAPHS, ANNOTATORS = 40, 3
WORDS = ["costo", "accordo", "chip", "governo", "clima", "voto", "prezzo", "modello", "scelta"]


def build(path: Path, annotations: int) -> None:
    """A project with about this many answers, each with its event."""
    checked = read_codebook(shipped_codebook())
    assert checked.codebook is not None
    dice = random.Random(7)
    per_document = PARAGRAPHS * ANNOTATORS * (1 + len(checked.codebook.targets))
    with Store.create(path, codebook=checked.codebook, toml=checked.toml, title="bench") as store:
        people = [store.add_annotator(f"a{number}") for number in range(ANNOTATORS)]
        for number in range(max(1, annotations // per_document)):
            added = store.add_article(_article(number, dice))
            targets = [target.key for target in store.codebook().targets]
            rows = [row for person in people for row in _answers(added, person, targets, dice)]
            _write(store, rows)


def _article(number: int, dice: random.Random) -> Article:
    texts = [
        " ".join(dice.choices(WORDS, k=45)) + f" {number} {ord_}." for ord_ in range(PARAGRAPHS)
    ]
    content = "\n\n".join(texts).encode()
    paragraphs = tuple(Paragraph(text) for text in texts)
    return Article(f"{number}.txt", content, "text/plain", "text", paragraphs, "utf-8")


def _answers(
    added: Added, person: Annotator, targets: list[str], dice: random.Random
) -> Iterator[tuple[Place, Answer]]:
    frames = ("economic", "geopolitical", "ideological", "environmental")
    for paragraph in range(PARAGRAPHS):
        place = Place("main", person.key, person.uid, added.document, added.uid, paragraph, "frame")
        codes = tuple(code for code in frames if dice.random() < 0.3)
        spans = tuple(Span(10 * n, 10 * n + 8, code) for n, code in enumerate(codes))
        yield place, Answer("coded", codes, evidence=spans) if codes else Answer("none")
        for target in targets:
            there = msgspec.structs.replace(place, layer="stance", target=target, holder="author")
            yes = dice.random() < 0.3
            yield (
                there,
                Answer("coded", (dice.choice(("against", "favour")),)) if yes else Answer("none"),
            )


def _write(store: Store, rows: list[tuple[Place, Answer]]) -> None:
    file = store._file
    at = file.now()
    with store.write():
        device = store._answers._writer._log.device()
        (last,) = file.row("SELECT ifnull(max(device_seq), 0) FROM event") or (0,)
        annotations, events = [], []
        for seq, (place, answer) in enumerate(rows, last + 1):
            uid, after = place.uid, said(place, answer, "1.0.0")
            annotations.append(
                (
                    uid,
                    "main",
                    place.annotator,
                    place.document,
                    place.paragraph,
                    place.layer,
                    place.target,
                    place.holder,
                    answer.state,
                    encoded(answer.codes),
                    encoded(answer.evidence),
                    "1.0.0",
                    1,
                    at,
                    device,
                )
            )
            events.append((device, seq, seq, at, place.annotator, uid, after, 800))
        file.run_many(
            "INSERT INTO annotation(uid, round, annotator, document, paragraph, layer, target,"
            " holder, state, codes, evidence, codebook, rev, changed_at, device)"
            f" VALUES({', '.join('?' * 15)})",
            annotations,
        )
        file.run_many(
            "INSERT INTO event(device, device_seq, step, at, annotator, uid, rev, after,"
            " duration_ms) VALUES(?, ?, ?, ?, ?, ?, 1, ?, ?)",
            events,
        )


def commits(store: Store, count: int) -> list[float]:
    """Seconds of each of so many single answers, one transaction each."""
    person, documents, dice = store.annotators()[0], store.documents(), random.Random(3)
    codes = [("economic",), ("geopolitical",), ("economic", "environmental")]
    spent, start_ns = [], time.time_ns()  # never the answer that stands already
    for number in range(count):
        document: Document = dice.choice(documents)
        place = Place(
            "main",
            person.key,
            person.uid,
            document.id,
            document.uid,
            dice.randrange(PARAGRAPHS),
            "frame",
        )
        answer = Answer("coded", codes[number % 3], note=f"{start_ns} {number}")
        start = time.perf_counter()
        store.annotate([Change(place, answer)], duration_ms=900)
        spent.append(time.perf_counter() - start)
    return spent


def _timed(name: str, work: Callable[[], object]) -> None:
    start = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:<34}{seconds * 1000:>10.1f} ms   {result!s:<24} peak {memory:.0f} MB")


def measure(path: Path, journal: str) -> None:
    """Print what takes how long."""
    with mock.patch("annotator.store.opening.wal_is_safe", return_value=journal == "wal"):
        start = time.perf_counter()
        store = Store.open(path)
        opened = time.perf_counter() - start
    with store:
        print(f"-- {journal}; opened in {opened * 1000:.1f} ms")
        spent = commits(store, 2000)
        centiles = statistics.quantiles(spent, n=100)
        print(f"annotate p50 {centiles[49] * 1000:.2f} ms, p99 {centiles[98] * 1000:.2f} ms")
        first = store.documents()[0].id
        _timed("documents()", lambda: len(store.documents()))
        _timed("annotations() of one document", lambda: len(store.annotations(first, "main", "a0")))
        _timed("undo()", lambda: len(store.undo("main", "a0").changes))  # type: ignore[union-attr]
        _timed("counts()", lambda: store.counts().annotations)
        _timed(
            "layer_answers('stance')", lambda: len(store.layer_answers(["stance"])["stance"].answer)
        )
        _timed("records()", lambda: sum(1 for _ in store.records()))
        _timed("first 1000 records()", lambda: len(list(islice(store.records(), 1000))))
        _timed("check()", lambda: len(store.check()))


def main() -> None:
    """Build, then measure both journals."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("annotations", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--keep", type=Path, help="build this file once and keep it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "bench.annot"
        if not path.exists():
            _timed("build", lambda: build(path, options.annotations))
        print(f"{path.stat().st_size / 1e6:.0f} MB")
        for journal in ("wal", "delete"):
            measure(path, journal)


if __name__ == "__main__":
    main()
