"""A project's answers as agreement reads them: one `LayerAnswers` a layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement import LayerAnswers
from annotator.codebook import codebook_sha256
from annotator.study.names import check_names

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from numpy.typing import NDArray

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
        return [
            _layer(still, layer, rounds=list(rounds), annotators=list(annotators) or people)
            for layer in chosen
        ]


def _layer(store: Store, layer: Layer, *, rounds: list[str], annotators: list[str]) -> LayerAnswers:
    columns = _columns(store, layer, rounds, annotators)
    in_order = [each.key for each in store.rounds() if each.key in columns.rounds]
    places = np.array([in_order.index(key) for key in columns.rounds], dtype=np.int32)
    return LayerAnswers(
        layer=layer,
        codebook=store.codebook(),
        document=_array(columns.document),
        paragraph=_array(columns.paragraph),
        annotator=_array(columns.annotator),
        target=_array(columns.target),
        holder=_array(columns.holder),
        answer=_array(columns.answer),
        answers=[(each.state, each.codes, each.primary) for each in columns.answers],
        documents=columns.documents,
        annotators=columns.annotators,
        targets=columns.targets,
        holders=columns.holders,
        codebook_sha256=codebook_sha256(store.codebook()),
        rounds=tuple(in_order),
        round=places[_array(columns.round)] if in_order else None,
    )


def _columns(store: Store, layer: Layer, rounds: list[str], annotators: list[str]) -> LayerColumns:
    """The rounds asked for, else those of the best purpose that two annotators took part in."""
    if rounds:
        return store.layer_answers(layer.key, rounds=rounds, annotators=annotators)
    of_purpose = [
        [each.key for each in store.rounds() if each.kind in purposes] for purposes in _PURPOSES
    ]
    best = store.layer_answers(layer.key, rounds=of_purpose[0], annotators=annotators)
    if len(best.annotators) < 2 and of_purpose[1]:
        return store.layer_answers(layer.key, rounds=of_purpose[1], annotators=annotators)
    return best


def _array(column: array[int]) -> NDArray[np.int32]:
    return np.frombuffer(column, dtype=np.int32)
