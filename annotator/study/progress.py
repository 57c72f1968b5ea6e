"""How far a project is: what `annotator status` says. What counts as done is the Session's rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from annotator.session import Session
from annotator.study.names import as_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.store import Store


class AnnotatorStatus(Struct, frozen=True):
    """One annotator: articles begun and done, units done of those asked, answers by state."""

    annotator: str
    kind: str
    articles_open: int
    articles_done: int
    units: int
    units_done: int
    answers: dict[str, int]


class Status(Struct, frozen=True):
    """A project in figures."""

    project: str
    title: str
    codebook: str
    articles: int
    paragraphs: int
    annotations: int
    annotators: tuple[AnnotatorStatus, ...]

    def as_json(self) -> str:
        """For scripts."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2).decode()

    def lines(self) -> Iterator[str]:
        """For people."""
        yield f"{self.title} ({self.project}), codebook {self.codebook}"
        yield (
            f"{self.articles} articles, {self.paragraphs} paragraphs,"
            f" {self.annotations} annotations"
        )
        for one in self.annotators:
            share = f"{100 * one.units_done / one.units:.0f} %" if one.units else "–"
            states = ", ".join(f"{n} {state}" for state, n in sorted(one.answers.items()))
            yield (
                f"  {one.annotator}: {one.articles_done} articles done, {one.articles_open} begun;"
                f" {one.units_done} of {one.units} units done ({share}); {states or 'no answers'}"
            )


def status_of(store: Store) -> Status:
    """The figures of a project; units are asked paragraphs plus the whole-article stops."""
    counts = store.counts()
    book = store.codebook()
    states: dict[str, dict[str, int]] = {}
    for tally in counts.tallies:
        of_annotator = states.setdefault(tally.annotator, {})
        of_annotator[tally.state] = of_annotator.get(tally.state, 0) + tally.annotations
    return Status(
        project=as_text(store.path.name),
        title=store.project().title,
        codebook=f"{book.about.key} {book.version}",
        articles=counts.documents,
        paragraphs=counts.paragraphs,
        annotations=counts.annotations,
        annotators=tuple(
            _of_annotator(Session(store, who), states.get(who.key, {}))
            for who in store.annotators()
        ),
    )


def _of_annotator(session: Session, answers: dict[str, int]) -> AnnotatorStatus:
    progress = [session.progress(document.id) for document in session.documents]
    states = [one.state for one in progress]
    return AnnotatorStatus(
        annotator=session.annotator.key,
        kind=session.annotator.kind,
        articles_open=states.count("open"),
        articles_done=states.count("done"),
        units=sum(one.n_units for one in progress),
        units_done=sum(one.n_done for one in progress),
        answers=answers,
    )
