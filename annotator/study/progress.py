"""How far a project is: what `annotator status` says. What counts as done is the Session's rule."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec import Struct

from annotator.session.asking import Rules, Slot
from annotator.session.views import ArticleState, UnitState, article_state
from annotator.study.names import as_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.model import Answer, DocumentId, Kind
    from annotator.store import AnsweredUnit, AnsweredUnits, Given, Store

    # None for an answer to a layer that this codebook does not have.
    _Essence = tuple[Slot, Answer] | None


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


class _Unit(NamedTuple):
    """What progress counts of an answered unit."""

    state: UnitState
    is_skipped: bool


class _States:
    """The session's rule, asked once for all units that it cannot tell apart."""

    def __init__(self, rules: Rules, units: AnsweredUnits):
        self._rules = rules
        self._units = units
        self._essences: list[_Essence] = []
        self._places: dict[_Essence, int] = {}
        self._numbers: list[int] = []
        self._known: dict[tuple[Kind | None, tuple[int, ...]], _Unit] = {}

    def of(self, kind: Kind | None, answers: tuple[int, ...]) -> _Unit:
        """The state of a unit with these answers, places in the list of distinct ones."""
        for given in self._units.distinct[len(self._numbers) :]:
            essence = self._essence(given)
            if essence not in self._places:
                self._places[essence] = len(self._essences)
                self._essences.append(essence)
            self._numbers.append(self._places[essence])
        key = (kind, tuple(map(self._numbers.__getitem__, answers)))
        if key not in self._known:
            self._known[key] = self._unit(*key)
        return self._known[key]

    def _essence(self, given: Given) -> _Essence:
        known = {layer.key: layer for layer in self._rules.codebook.layers}
        layer = known.get(given.layer)
        if layer is None:
            return None
        slot = Slot(given.layer, given.target, given.holder)
        return slot, self._rules.essence(layer, given.answer)

    def _unit(self, kind: Kind | None, numbers: tuple[int, ...]) -> _Unit:
        answers = dict(filter(None, (self._essences[number] for number in numbers)))
        return _Unit(
            self._rules.state(kind, answers),
            any(answer.state == "skipped" for answer in answers.values()),
        )


class _Articles:
    """The units of every article, and what they count as while nobody has answered them."""

    def __init__(self, store: Store, rules: Rules):
        self.kinds: dict[DocumentId, list[Kind | None]] = {}
        self.untouched: dict[DocumentId, list[UnitState]] = {}
        self.has_whole = rules.has_document_layers()
        for document, paragraphs in store.kinds().items():
            kinds = [*paragraphs, *([None] if paragraphs and self.has_whole else [])]
            self.kinds[document] = kinds
            self.untouched[document] = [rules.state(kind, {}) for kind in kinds]

    def answered(
        self, document: DocumentId, units: Iterable[AnsweredUnit], states: _States
    ) -> tuple[list[UnitState], bool]:
        """The states of all units of an article, and whether an answer skips one."""
        found, is_skipped = list(self.untouched[document]), False
        for unit in units:
            place = -1 if unit.paragraph is None else unit.paragraph
            kind = None if unit.paragraph is None else self.kinds[document][place]
            state = states.of(kind, unit.answers)
            is_skipped = is_skipped or state.is_skipped
            if kind is not None or self.has_whole:
                found[place] = state.state
        return found, is_skipped


class _Sums:
    """What an annotator has done, article by article."""

    def __init__(self) -> None:
        self.articles: Counter[ArticleState] = Counter()
        self.units = self.done = 0

    def add(self, states: list[UnitState], *, is_skipped: bool = False) -> None:
        """One article."""
        n_units = len(states) - states.count("not_asked")
        n_done = states.count("done")
        self.articles[article_state(n_units, n_done, int(is_skipped))] += 1
        self.units += n_units
        self.done += n_done


def status_of(store: Store) -> Status:
    """The figures of a project; units are asked paragraphs plus the whole-article stops."""
    with store.snapshot() as still:
        return _status_of(still)


def _status_of(store: Store) -> Status:
    counts = store.counts()
    book = store.codebook()
    answers: dict[str, dict[str, int]] = {}
    for tally in counts.tallies:
        of_annotator = answers.setdefault(tally.annotator, {})
        of_annotator[tally.state] = of_annotator.get(tally.state, 0) + tally.annotations
    sums = _sums(store, Rules(book))
    return Status(
        project=as_text(store.path.name),
        title=store.project().title,
        codebook=f"{book.about.key} {book.version}",
        articles=counts.documents,
        paragraphs=counts.paragraphs,
        annotations=counts.annotations,
        annotators=tuple(
            AnnotatorStatus(
                annotator=who.key,
                kind=who.kind,
                articles_open=sums[who.key].articles["open"],
                articles_done=sums[who.key].articles["done"],
                units=sums[who.key].units,
                units_done=sums[who.key].done,
                answers=answers.get(who.key, {}),
            )
            for who in store.annotators()
        ),
    )


def _sums(store: Store, rules: Rules) -> dict[str, _Sums]:
    """What every annotator has done in the round `main`, in one reading of all answers."""
    articles = _Articles(store, rules)
    sums = {who.key: _Sums() for who in store.annotators()}
    begun: set[tuple[str, DocumentId]] = set()
    needing = [each.key for each in rules.codebook.layers if each.takes_evidence == "required"]
    with store.answered_units("main", with_evidence=needing) as units:
        states = _States(rules, units)
        for (document, annotator), group in groupby(units, attrgetter("document", "annotator")):
            found, is_skipped = articles.answered(document, group, states)
            sums[annotator].add(found, is_skipped=is_skipped)
            begun.add((annotator, document))
    for annotator, of_annotator in sums.items():
        for document, untouched in articles.untouched.items():
            if (annotator, document) not in begun:
                of_annotator.add(untouched)
    return sums
