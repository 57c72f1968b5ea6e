"""A project's answers as agreement reads them: one `LayerAnswers` a layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement import LayerAnswers
from annotator.codebook import codebook_sha256
from annotator.study.names import check_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model import Layer
    from annotator.store import LayerColumns, Store

# Training never enters agreement; a pilot only where nothing better has two annotators.
_PURPOSES = (("main", "reliability"), ("pilot",))


def project_answers(
    store: Store,
    *,
    layers: Sequence[str] = (),
    rounds: Sequence[str] = (),
    annotators: Sequence[str] = (),
) -> list[LayerAnswers]:
    """The answers of people, layer by layer in codebook order; empty names mean all.

    Raises:
        AnnotatorError: a layer, round or annotator that the project does not have.
    """
    codebook = store.codebook()
    check_names("layer", layers, [layer.key for layer in codebook.layers])
    check_names("round", rounds, [each.key for each in store.rounds()])
    people = [each.key for each in store.annotators() if each.kind == "human"]
    check_names("annotator", annotators, [each.key for each in store.annotators()])
    chosen = [layer for layer in codebook.layers if not layers or layer.key in layers]
    with store.snapshot() as still:
        keys = [layer.key for layer in chosen]
        columns = _columns(still, keys, list(rounds), list(annotators) or people)
        return [_layer(still, layer, columns[layer.key]) for layer in chosen]


def _layer(store: Store, layer: Layer, columns: LayerColumns) -> LayerAnswers:
    in_order = [each.key for each in store.rounds() if each.key in columns.rounds]
    places = np.array([in_order.index(key) for key in columns.rounds], dtype=np.int32)
    return LayerAnswers(
        layer=layer,
        codebook=store.codebook(),
        document=columns.document,
        paragraph=columns.paragraph,
        annotator=columns.annotator,
        target=columns.target,
        holder=columns.holder,
        answer=columns.answer,
        answers=[(each.state, each.codes, each.primary) for each in columns.answers],
        documents=columns.documents,
        annotators=columns.annotators,
        targets=columns.targets,
        holders=columns.holders,
        codebook_sha256=codebook_sha256(store.codebook()),
        rounds=tuple(in_order),
        round=places[columns.round] if in_order else None,
    )


def _columns(
    store: Store, layers: list[str], rounds: list[str], annotators: list[str]
) -> dict[str, LayerColumns]:
    """The rounds asked for, else those of the best purpose that two annotators took part in."""
    if rounds:
        return store.layer_answers(layers, rounds=rounds, annotators=annotators)
    best, second = (
        [each.key for each in store.rounds() if each.kind in purposes] for purposes in _PURPOSES
    )
    found = store.layer_answers(layers, rounds=best, annotators=annotators)
    alone = [layer for layer, columns in found.items() if len(columns.annotators) < 2]
    if alone and second:
        found |= store.layer_answers(alone, rounds=second, annotators=annotators)
    return found
