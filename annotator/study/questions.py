"""Who said what to which question of one paragraph or article, ready to be put together.

Answers of adjudication rounds stand apart. An annotator who answered a question in several rounds
counts with the earliest. Who answered a target, but not for this holder, counts as `none` there.
May import store and formats.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from annotator.formats.jsonl import Record
from annotator.model import Codebook, holder_type
from annotator.study.aggregation import NONE, How, Vote
from annotator.study.versions import in_order, outdated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from annotator.formats.corpus import Corpus
    from annotator.model import Layer
    from annotator.store import Store


class Scheme(Struct, frozen=True):
    """What a table must know of a project: its layers, and where each round belongs."""

    codebook: Codebook
    rounds: dict[str, int]
    adjudications: frozenset[str]
    outdated: frozenset[tuple[str, str]]

    def codes(self, layer: Layer) -> tuple[str, ...]:
        """All codes of a layer, in order."""
        return tuple(code.key for code in self.codebook.codes_of(layer))

    def how(self, layer: Layer) -> How:
        """How answers to it are put together."""
        if layer.answer == "multiple":
            return "set"
        return "stance" if layer.per_target else "one"


class Said(Struct, frozen=True):
    """All answers to one layer about one target at one place, by annotator.

    `by_annotator` has each annotator's answers of the round that counts; `decided` those of the
    adjudication.
    """

    target: str | None
    records: tuple[Record, ...]
    by_annotator: dict[str, tuple[Record, ...]]
    decided: tuple[Record, ...]

    def holders(self, name: Callable[[str], str] = str) -> list[str | None]:
        """Whose stances were coded or asked; by type, if `name` says so."""
        found = {record.holder for record in (*self.records, *self.decided)}
        return sorted({one and name(one) for one in found}, key=lambda one: one or "")

    def coded_holders(self, name: Callable[[str], str], default: str) -> list[str | None]:
        """Those of whom somebody coded a stance; else the default one, where there are holders."""
        records = [record for records in self.by_annotator.values() for record in records]
        coded = {one.holder and name(one.holder) for one in records if one.state == "coded"}
        if coded or not records:
            return sorted(coded, key=lambda one: one or "")
        return [default if records[0].holder else None]

    def vote_of(
        self, annotator: str, holder: str | None, name: Callable[[str], str] = str
    ) -> Vote | None:
        """What one annotator said of this holder."""
        return _vote(self.by_annotator.get(annotator, ()), holder, name)

    def votes(self, holder: str | None, name: Callable[[str], str] = str) -> list[Vote]:
        """What each annotator said of this holder."""
        votes = (_vote(records, holder, name) for records in self.by_annotator.values())
        return [vote for vote in votes if vote is not None]

    def adjudicated(self, holder: str | None, name: Callable[[str], str] = str) -> Vote | None:
        """What was decided of this holder."""
        return _vote(self.decided, holder, name)


def scheme_of(store: Store) -> Scheme:
    """What tables of this project must know."""
    codebook = store.codebook()
    versions = in_order(each.version for each in store.codebook_versions())
    rounds = store.rounds()
    return Scheme(
        codebook,
        {each.key: place for place, each in enumerate(rounds)},
        frozenset(each.key for each in rounds if each.kind == "adjudication"),
        frozenset(
            (layer.key, version)
            for layer in codebook.layers
            for version in outdated(store, layer.key, _with(store, layer.key, versions))
        ),
    )


def _with(store: Store, layer: str, versions: list[str]) -> list[str]:
    return [
        version
        for version in versions
        if any(each.key == layer for each in store.codebook_of(version).layers)
    ]


def said(records: Iterable[Record], scheme: Scheme) -> Iterator[Said]:
    """The answers to one layer at one place, target by target."""
    for target, group in groupby(records, key=lambda record: record.target):
        every = tuple(group)
        given = tuple(each for each in every if each.round not in scheme.adjudications)
        decided = tuple(each for each in every if each.round in scheme.adjudications)
        yield Said(target, given, _earliest(given, scheme), _latest(decided))


def _earliest(records: tuple[Record, ...], scheme: Scheme) -> dict[str, tuple[Record, ...]]:
    by_annotator: dict[str, list[Record]] = {}
    for record in records:
        by_annotator.setdefault(record.annotator, []).append(record)
    return {annotator: _first_round(each, scheme) for annotator, each in by_annotator.items()}


def _first_round(records: list[Record], scheme: Scheme) -> tuple[Record, ...]:
    if len(records) == 1:  # nearly always
        return (records[0],)
    return _of_round(records, min(records, key=lambda one: scheme.rounds[one.round]).round)


def _latest(decided: tuple[Record, ...]) -> tuple[Record, ...]:
    if not decided:
        return ()
    return _of_round(decided, max(decided, key=lambda one: one.changed_at).round)


def _of_round(records: Iterable[Record], round_: str) -> tuple[Record, ...]:
    return tuple(record for record in records if record.round == round_)


def _vote(
    records: tuple[Record, ...], holder: str | None, name: Callable[[str], str]
) -> Vote | None:
    """One annotator's answer about a holder; None if there is none, and none follows."""
    own = [one for one in records if (one.holder and name(one.holder)) == holder]
    if len(own) == 1:  # nearly always
        (one,) = own
        return Vote("coded", _codes(one)) if one.codes or one.value else Vote(one.state)
    codes = {code for one in own for code in (one.codes or ((one.value,) if one.value else ()))}
    if codes:
        return Vote("coded", tuple(sorted(codes)))
    if own:
        states = [one.state for one in own]
        return Vote(next((s for s in states if s != "none"), "none"))
    is_answered = any(one.state in {"coded", "none"} for one in records)
    return NONE if is_answered else None


def _codes(record: Record) -> tuple[str, ...]:
    return record.codes if record.value is None else (record.value,)


def by_type(holder: str) -> str:
    """A holder's type, as `name`."""
    return holder_type(holder)


def without_training(corpus: Corpus, *, rounds: bool, annotators: bool) -> Corpus:
    """Leaves out training rounds and models, unless rounds, or annotators, were asked for."""
    kept = {each.key for each in corpus.rounds if rounds or each.purpose != "training"}
    who = {each.key for each in corpus.annotators if annotators or each.kind != "model"}

    def chosen(record: Record) -> bool:
        return record.round in kept and record.annotator in who

    return msgspec.structs.replace(
        corpus,
        annotators=tuple(each for each in corpus.annotators if each.key in who),
        rounds=tuple(each for each in corpus.rounds if each.key in kept),
        documents=(
            msgspec.structs.replace(coded, records=tuple(filter(chosen, coded.records)))
            for coded in corpus.documents
        ),
    )
