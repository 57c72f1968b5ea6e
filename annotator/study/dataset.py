"""The folder of a dataset: lines by paragraph, and the card with a table of agreement.

May import agreement, store and formats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.agreement import Options, report
from annotator.agreement.numerals import three_digits
from annotator.codebook import codebook_sha256
from annotator.formats.dataset import DATA, Card, write_card
from annotator.study.reliability import project_answers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.agreement import Agreement
    from annotator.formats.written import Written
    from annotator.store import Store
    from annotator.study.exporting import Selection
    from annotator.study.shapes import Shapes

_HEAD = "| question | target | step | coefficient | distance | value | units with two |\n"


def write_dataset(
    store: Store,
    shapes: Shapes,
    selection: Selection,
    folder: Path,
    told: Callable[[int], None] | None,
) -> Written:
    """Fill an empty folder with lines and card; `shapes` says with which texts and names."""
    corpus = shapes.asked()
    data = folder / DATA
    data.parent.mkdir()
    with data.open("wb") as out:
        written = shapes.lines(corpus, out, told)
    with data.open("rb") as lines:
        n_paragraphs = sum(1 for _ in lines)
    documents = store.documents()
    write_card(
        Card(
            title=corpus.title,
            codebook=corpus.codebook,
            codebook_sha256=codebook_sha256(corpus.codebook),
            languages=tuple(sorted({document.lang for document in documents})),
            annotators=tuple(each.key for each in corpus.annotators),
            n_articles=len(documents),
            n_paragraphs=n_paragraphs,
            n_answers=written.n,
            agreement=_agreement(store, selection),
        ),
        folder,
    )
    return written


def _agreement(store: Store, selection: Selection) -> str:
    """The headline of each question as a table; no annotator is named in it."""
    answers = project_answers(
        store, layers=selection.layers, rounds=selection.rounds, annotators=selection.annotators
    )
    found = report(answers, Options(ci=0, top=0), source="", made_at="", program="")
    rows = [_row(one) for one in found.results if one.value is not None]
    return f"{_HEAD}|---|---|---|---|---|---|---|\n{''.join(rows)}" if rows else ""


def _row(one: Agreement) -> str:
    cells = (one.layer, one.target, one.step, one.coefficient, one.distance)
    named = " | ".join(cell or "" for cell in cells)
    return f"| {named} | {three_digits(one.value)} | {one.n_units_used} |\n"
