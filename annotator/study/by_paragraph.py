"""Every paragraph in scope with all answers and what they come to. May import store and formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.formats.losses import NOTES, OLDER, REVISIONS, TIME_SPENT, WHOLE, Losses
from annotator.formats.paragraphs import Asked, Decided, Given, Line
from annotator.study.aggregation import Vote, deciding, majority, shares
from annotator.study.questions import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.formats.corpus import Corpus
    from annotator.formats.jsonl import Record
    from annotator.model import Layer
    from annotator.study.questions import Said, Scheme

LOST = (NOTES, REVISIONS, TIME_SPENT, WHOLE)


def lines(
    corpus: Corpus, scheme: Scheme, layers: tuple[str, ...], losses: Losses
) -> Iterator[Line]:
    """One line a paragraph that a chosen layer asks about, or that has answers."""
    by_key = {layer.key: layer for layer in scheme.codebook.layers}
    chosen = [by_key[key] for key in layers] if layers else list(by_key.values())
    kinds = {kind for layer in chosen if layer.unit == "paragraph" for kind in layer.kinds}
    for coded in corpus.documents:
        for record in coded.records:
            losses.see(record)
        answers = by_place(coded.records, scheme, losses)
        for number, paragraph in enumerate(coded.paragraphs):
            told = answers.get(number, {})
            if told or paragraph.kind in kinds:
                asked = (
                    one for key, each in told.items() for one in _asked(by_key[key], each, scheme)
                )
                yield Line(
                    coded.document.uid,
                    number,
                    paragraph.kind,
                    paragraph.text or None,
                    coded.document.text_sha256,
                    coded.document.uid,
                    tuple(asked),
                )


def by_place(
    records: Iterable[Record], scheme: Scheme, losses: Losses
) -> dict[int | None, dict[str, list[Record]]]:
    """One article's answers by paragraph and layer; those of an outdated meaning are counted."""
    places: dict[int | None, dict[str, list[Record]]] = {}
    for record in records:
        if (record.layer, record.codebook) in scheme.outdated:
            losses.add(OLDER)
        else:
            places.setdefault(record.paragraph, {}).setdefault(record.layer, []).append(record)
    return places


def _asked(layer: Layer, records: list[Record], scheme: Scheme) -> Iterator[Asked]:
    for about in said(records, scheme):
        for holder in about.holders():
            yield _question(layer, about, holder, scheme)


def _question(layer: Layer, about: Said, holder: str | None, scheme: Scheme) -> Asked:
    votes = about.votes(holder)
    sets = deciding(votes)
    codes = scheme.codes(layer)
    is_text = layer.answer == "text"
    return Asked(
        layer.key,
        about.target,
        holder,
        tuple(_given(each) for each in about.records if each.holder == holder),
        {} if is_text else shares(sets, codes),
        len(sets),
        sum(not one for one in sets),
        _count(votes, "cannot_tell"),
        _count(votes, "skipped"),
        None if is_text else majority(sets, codes, scheme.how(layer)),
        _decided(about, holder),
    )


def _count(votes: list[Vote], state: str) -> int:
    return sum(vote.state == state for vote in votes)


def _given(record: Record) -> Given:
    return Given(
        record.annotator,
        record.round,
        record.state,
        record.codes,
        record.value,
        record.primary,
        record.confidence,
        record.evidence,
    )


def _decided(about: Said, holder: str | None) -> Decided | None:
    for record in about.decided:
        if record.holder == holder:
            return Decided(record.state, record.codes, record.value, record.primary)
    return Decided("none", (), None, None) if about.adjudicated(holder) else None
