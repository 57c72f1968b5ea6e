"""The figures of the agreement window after one changed answer or a new one, and the first reading.

Run: python -m benchmarks.bench_live [PARAGRAPHS]. Bar: 50 ms at 10^5 units and three annotators.
The arrays are one layer of sets, then stances on nine targets, then sets with marked words and a
second round; the project (10^4 paragraphs unless told) has frames alone.
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement import Evidence, LayerAnswers
from annotator.agreement.live import Edit, LiveLayer
from annotator.codebook import read_codebook
from annotator.model import Answer, Article, Paragraph, Place
from annotator.resources import shipped_codebook
from annotator.store import Change, Store
from annotator.study.live import LiveAgreement

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model import Annotator, Codebook

CODES = ("economic", "geopolitical", "ideological", "environmental")
SETS = [tuple(code for bit, code in enumerate(CODES) if mask >> bit & 1) for mask in range(16)]
PEOPLE = ("a1", "b2", "c3")
HOLDERS = ("author", "organisation:Firm", "person:Writer")
TIMES, OF_ARTICLE = 40, 40


def said(codes: tuple[str, ...]) -> Answer:
    """An answer with these codes."""
    return Answer("coded", codes) if codes else Answer("none")


def arrays(codebook: Codebook, n_units: int) -> LayerAnswers:
    """Frames of so many paragraphs, a tenth missing, seven in ten alike."""
    random = np.random.default_rng(0)
    shape = (n_units, len(PEOPLE))
    truth = random.integers(0, len(SETS), n_units)[:, None]
    answer = np.where(random.random(shape) < 0.7, truth, random.integers(0, len(SETS), shape))
    unit, annotator = np.nonzero(random.random(shape) >= 0.1)
    nothing = np.full(len(unit), -1, np.int32)
    return LayerAnswers(
        layer=next(layer for layer in codebook.layers if layer.key == "frame"),
        codebook=codebook,
        document=(unit // OF_ARTICLE).astype(np.int32),
        paragraph=(unit % OF_ARTICLE).astype(np.int32),
        annotator=annotator.astype(np.int32),
        target=nothing,
        holder=nothing,
        answer=answer[unit, annotator].astype(np.int32),
        answers=[(said(codes).state, codes, None) for codes in SETS],
        documents=[f"d{number:06}" for number in range(n_units // OF_ARTICLE + 1)],
        annotators=list(PEOPLE),
        targets=[],
        holders=[],
        rounds=("main",),
        round=np.zeros(len(unit), np.int32),
    )


def stances(codebook: Codebook, n_paragraphs: int) -> LayerAnswers:
    """Nine targets a paragraph, seven in ten not addressed, positions of three holders."""
    random = np.random.default_rng(0)
    layer = next(layer for layer in codebook.layers if layer.key == "stance")
    targets = sorted(target.key for target in codebook.targets)
    positions = [("coded", (code.key,), None) for code in layer.codes]
    answers = [("none", (), None), *positions, ("cannot_tell", (), None)]
    shape = (n_paragraphs * len(targets), len(PEOPLE))
    truth = random.integers(0, len(positions) + 1, shape[0])
    truth = np.where(random.random(shape[0]) < 0.7, 0, truth)[:, None]
    guess = random.integers(0, len(answers), shape)
    answer = np.where(random.random(shape) < 0.9, truth, guess).reshape(-1)
    unit, annotator = np.divmod(np.arange(len(answer)), len(PEOPLE))
    coded = (answer > 0) & (answer <= len(positions))
    holder = np.where(coded, random.integers(0, len(HOLDERS), len(answer)), 0)
    more = np.flatnonzero(coded & (random.random(len(answer)) < 0.35))
    rows = np.concatenate([np.arange(len(answer)), more])
    paragraph = unit[rows] // len(targets)
    return LayerAnswers(
        layer=layer,
        codebook=codebook,
        document=(paragraph // OF_ARTICLE).astype(np.int32),
        paragraph=(paragraph % OF_ARTICLE).astype(np.int32),
        annotator=annotator[rows].astype(np.int32),
        target=(unit[rows] % len(targets)).astype(np.int32),
        holder=np.append(holder, (holder[more] + 1) % len(HOLDERS)).astype(np.int32),
        answer=answer[rows].astype(np.int32),
        answers=answers,  # type: ignore[arg-type]
        documents=[f"d{number:06}" for number in range(n_paragraphs // OF_ARTICLE + 1)],
        annotators=list(PEOPLE),
        targets=targets,
        holders=list(HOLDERS),
        rounds=("main",),
        round=np.zeros(len(rows), np.int32),
    )


def marked(answers: LayerAnswers) -> LayerAnswers:
    """A tenth of the answers again in a second round, and marked words for half of all."""
    random = np.random.default_rng(1)
    n = len(answers.answer)
    rows = np.append(np.arange(n), np.flatnonzero(random.random(n) < 0.1))
    answer = answers.answer[rows]
    members = np.array([[mask >> bit & 1 for bit in range(len(CODES))] for mask in range(16)])
    row, code = np.nonzero(members[answer] * (random.random(len(rows)) < 0.5)[:, None])
    start = random.integers(0, 350, len(row))
    columns = ("document", "paragraph", "annotator", "target", "holder")
    return replace(
        answers,
        **{column: getattr(answers, column)[rows] for column in columns},
        answer=answer,
        rounds=("main", "again"),
        round=(np.arange(len(rows)) >= n).astype(np.int32),
        evidence=Evidence(
            row=row.astype(np.int32),
            start=start.astype(np.int32),
            end=(start + random.integers(10, 60, len(row))).astype(np.int32),
            code=code.astype(np.int32),
            codes=CODES,
            length=np.full(len(rows), 420, np.int32),
        ),
    )


def show(title: str, act: Callable[[], object]) -> None:
    """Median and 95th percentile of an act, and the processor's time, in milliseconds."""
    clock, cpu = [], []
    for _ in range(TIMES):
        began, begun = time.perf_counter(), time.process_time()
        act()
        clock.append(1000 * (time.perf_counter() - began))
        cpu.append(1000 * (time.process_time() - begun))
    print(f"{title:<52}{np.median(clock):>9.1f}{np.quantile(clock, 0.95):>9.1f}"
          f"{np.median(cpu):>9.1f}{np.quantile(cpu, 0.95):>9.1f}")  # fmt: skip


def from_arrays(title: str, answers: LayerAnswers, n_paragraphs: int) -> None:
    """One changed answer in arrays."""
    random = Random(1)  # noqa: S311
    began = time.perf_counter()
    live = LiveLayer(answers)
    live.results()
    print(f"{f'{title}, first figures':<52}{1000 * (time.perf_counter() - began):>9.1f}")

    def change(beyond: int = 0) -> None:
        paragraph = random.randrange(n_paragraphs)
        answer = random.choice(live.answers.answers)
        start = random.randrange(350)
        has_spans = answers.evidence is not None and random.random() < 0.5
        live.apply([Edit(
            document=f"d{paragraph // OF_ARTICLE:06}", paragraph=paragraph % OF_ARTICLE + beyond,
            annotator=random.choice(PEOPLE), answer=answer, round="main", length=420,
            target=random.choice(answers.targets) if answers.targets else None,
            holder=random.choice(answers.holders) if answers.holders else None,
            spans=tuple((start, start + 30, code) for code in answer[1] if has_spans),
        )])  # fmt: skip
        live.results()

    show(f"{title}, after an answer", change)
    show(f"{title}, in a new paragraph", partial(change, OF_ARTICLE))


def make_project(path: Path, codebook: Codebook, n_paragraphs: int) -> Store:
    """Articles of 40 paragraphs, all coded by three people."""
    store, random = Store.create(path, codebook=codebook), Random(2)  # noqa: S311
    people = [store.add_annotator(key) for key in PEOPLE]
    for number in range(n_paragraphs // OF_ARTICLE):
        texts = tuple(Paragraph(f"Text {number} {place} on prices.") for place in range(OF_ARTICLE))
        content = "\n\n".join(each.text for each in texts).encode()
        store.add_article(Article(f"{number}.txt", content, "text/plain", "text", texts))
    with store.write():
        for document in store.documents():
            truth = [random.choice(SETS) for _ in range(OF_ARTICLE)]
            for who in people:
                store.annotate([
                    Change(place_of(document.id, document.uid, paragraph, who),
                           said(codes if random.random() < 0.7 else random.choice(SETS)))
                    for paragraph, codes in enumerate(truth)
                ])  # fmt: skip
    return store


def place_of(document: int, uid: str, paragraph: int, who: Annotator) -> Place:
    """Where an answer on frames belongs."""
    return Place("main", who.key, who.uid, document, uid, paragraph, "frame")  # type: ignore[arg-type]


def from_project(codebook: Codebook, n_paragraphs: int) -> None:
    """One changed answer in a project, written by another connection."""
    random = Random(3)  # noqa: S311
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "live.annot"
        with make_project(path, codebook, n_paragraphs) as store, Store.open(path) as beside:
            began = time.perf_counter()
            live = LiveAgreement.open(beside, language="en")
            live.report("frame")
            print(f"{f'{n_paragraphs:,} paragraphs x 3, reading and figures':<52}"
                  f"{1000 * (time.perf_counter() - began):>9.1f}")  # fmt: skip
            documents, people = store.documents(), store.annotators()

            def answer() -> None:
                document = random.choice(documents)
                place = place_of(document.id, document.uid, random.randrange(OF_ARTICLE),
                                 random.choice(people))  # fmt: skip
                store.annotate([Change(place, said(random.choice(SETS)))])

            def look() -> None:
                live.follow(beside)
                live.report("frame")

            def both() -> None:
                answer()
                look()

            show(f"{n_paragraphs:,} paragraphs x 3, writing alone", answer)
            live.follow(beside)
            show(f"{n_paragraphs:,} paragraphs x 3, writing and figures", both)


def main() -> None:
    """Print one line a figure."""
    checked = read_codebook(shipped_codebook())
    assert checked.codebook is not None
    n_paragraphs = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    print(f"{'milliseconds':<52}{'median':>9}{'p95':>9}{'cpu':>9}{'cpu p95':>9}   bar 50")
    sets = arrays(checked.codebook, 10_000)
    for title, answers, n in (
        ("100,000 units x 3", arrays(checked.codebook, 100_000), 100_000),
        ("10,000 paragraphs x 9 targets x 3", stances(checked.codebook, 10_000), 10_000),
        ("10,000 x 3, marked words, two rounds", marked(sets), 10_000),
    ):
        from_arrays(title, answers, n)
    from_project(checked.codebook, n_paragraphs)


if __name__ == "__main__":
    main()
