"""A project to try everything on: the seeds, coded by three simulated annotators."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from msgspec import Struct

from annotator.model import Annotator, Document, Place
from annotator.session.asking import Rules
from annotator.store import Change
from annotator.study.answers_file import reference_answers
from annotator.study.seeds import make_seed_project, whole_or_gone
from annotator.study.simulation import Habits, simulated_paragraph, simulated_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.store import Store
    from annotator.study.answers_file import ArticleAnswers
    from annotator.study.simulation import Slots

TITLE = "Demo (simulated answers)"
ANNOTATORS = {
    "simulated_1": Habits(slips=0.05, marks_words=0.9, other_reading=0.3),
    "simulated_2": Habits(slips=0.1, marks_words=0.7, other_reading=0.5),
    "simulated_3": Habits(slips=0.18, marks_words=0.8, other_reading=0.6, cannot_tell=0.03),
}
# The last simulated annotator has not come to the last article yet, as in any real project.
_LEFT_OUT = 1
_BEGIN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Made(Struct, frozen=True):
    """What the demo holds."""

    articles: int
    answers: int
    annotators: tuple[str, ...]


class _WorkingDay:
    """A clock that goes on by some seconds whenever it is looked at: the same at every run."""

    def __init__(self) -> None:
        self._now = _BEGIN

    def __call__(self) -> datetime:
        self._now += timedelta(milliseconds=4_321)
        return self._now


def make_demo(path: Path, *, seed: int = 0) -> Made:
    """Make the demo project; the same seed gives the same answers.

    Raises:
        ProjectExists, ProjectUnwritable: it cannot be made there.
    """
    n_answers = 0
    with (
        make_seed_project(path, title=TITLE, clock=_WorkingDay()) as store,
        whole_or_gone(store),
    ):
        told = reference_answers()
        documents = store.documents()
        for order, (key, habits) in enumerate(ANNOTATORS.items()):
            who = store.add_annotator(key)
            coded = documents[:-_LEFT_OUT] if order == len(ANNOTATORS) - 1 else documents
            for document in coded:
                chance = Random(f"{seed} {key} {document.file_name}")  # noqa: S311 - no secret
                n_answers += _code(store, who, document, told[document.file_name], habits, chance)
    return Made(len(documents), n_answers, tuple(ANNOTATORS))


def _code(
    store: Store,
    who: Annotator,
    document: Document,
    told: ArticleAnswers,
    habits: Habits,
    chance: Random,
) -> int:
    rules = Rules(store.codebook())
    n_answers = 0
    with store.write():
        for paragraph, slots in _units(store, rules, document, told, habits, chance):
            changes = [
                Change(_place(who, document, paragraph, layer, target, holder), answer)
                for (layer, target, holder), answer in slots.items()
            ]
            store.annotate(changes, duration_ms=chance.randrange(4_000, 60_000))
            n_answers += len(changes)
    return n_answers


def _units(
    store: Store,
    rules: Rules,
    document: Document,
    told: ArticleAnswers,
    habits: Habits,
    chance: Random,
) -> Iterator[tuple[int | None, Slots]]:
    by_number = {one.number: one for one in told.paragraphs}
    for number, paragraph in enumerate(store.paragraphs(document.id)):
        slots = simulated_paragraph(rules, paragraph, by_number.get(number + 1), habits, chance)
        if slots:
            yield number, slots
    yield None, simulated_whole(rules, told.whole, habits, chance)


def _place(
    who: Annotator,
    document: Document,
    paragraph: int | None,
    layer: str,
    target: str | None,
    holder: str | None,
) -> Place:
    return Place(
        round="main",
        annotator=who.key,
        annotator_uid=who.uid,
        document=document.id,
        document_uid=document.uid,
        paragraph=paragraph,
        layer=layer,
        target=target,
        holder=holder,
    )
