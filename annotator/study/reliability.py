"""A project's answers as agreement reads them: one `LayerAnswers` a layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from annotator.agreement import Evidence, LayerAnswers
from annotator.codebook import codebook_sha256
from annotator.model import Remark
from annotator.study.names import check_names
from annotator.study.versions import in_order, outdated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from annotator.model import Layer
    from annotator.store import EvidenceColumns, LayerColumns, Store

    Kept = slice | NDArray[np.intp]

# Training never enters agreement; a pilot only where nothing better has two annotators.
PURPOSES = (("main", "reliability"), ("pilot",))


def project_answers(
    store: Store,
    *,
    layers: Sequence[str] = (),
    rounds: Sequence[str] = (),
    annotators: Sequence[str] = (),
    with_times: bool = False,
) -> list[LayerAnswers]:
    """The answers of people, layer by layer in codebook order; empty names mean all people.

    People are also those whose answers came from another program; a model takes part only where
    it is named.

    Answers made with an older major version of the codebook, in which the layer meant something
    else, are left out, and a remark counts them. When an answer was changed is read where
    somebody may have answered twice, in several rounds, and wherever `with_times` asks for it.

    Raises:
        AnnotatorError: a layer, round or annotator that the project does not have.
    """
    codebook = store.codebook()
    check_names("layer", layers, [layer.key for layer in codebook.layers])
    check_names("round", rounds, [each.key for each in store.rounds()])
    people = [each.key for each in store.annotators() if each.kind != "model"]
    check_names("annotator", annotators, [each.key for each in store.annotators()])
    chosen = [layer for layer in codebook.layers if not layers or layer.key in layers]
    with store.snapshot() as still:
        asked = _Asked(still, chosen, list(annotators) or people, with_times=with_times)
        columns = asked.rounds(list(rounds)) if rounds else asked.best_rounds()
        titles = {each.uid: each.title for each in still.documents()}
        return [_layer(still, layer, columns[layer.key], titles) for layer in chosen]


def _layer(
    store: Store, layer: Layer, columns: LayerColumns, titles: dict[str, str]
) -> LayerAnswers:
    rounds = [each.key for each in store.rounds() if each.key in columns.rounds]
    places = np.array([rounds.index(key) for key in columns.rounds], dtype=np.int32)
    versions = in_order(columns.codebooks)
    version = _version_of_row(columns, versions)
    kept = _kept(version, versions, outdated(store, layer.key, versions))
    n_older = len(version) - len(version[kept])
    changed_at = columns.changed_at
    return LayerAnswers(
        layer=layer,
        codebook=store.codebook(),
        document=columns.document[kept],
        paragraph=columns.paragraph[kept],
        annotator=columns.annotator[kept],
        target=columns.target[kept],
        holder=columns.holder[kept],
        answer=columns.answer[kept],
        answers=[(each.state, each.codes, each.primary) for each in columns.answers],
        documents=columns.documents,
        annotators=columns.annotators,
        targets=columns.targets,
        holders=columns.holders,
        codebook_sha256=codebook_sha256(store.codebook()),
        rounds=tuple(rounds),
        round=places[columns.round[kept]] if rounds else None,
        versions=tuple(versions),
        version=version[kept],
        by_rest=columns.by_rest[kept],
        changed_at=None if changed_at is None else changed_at[kept],
        titles=titles,
        evidence=_evidence(columns.evidence, kept, len(columns.answer)),
        remarks=(_older(layer.key, n_older),) if n_older else (),
    )


def _version_of_row(columns: LayerColumns, versions: list[str]) -> NDArray[np.int32]:
    places = np.array([versions.index(name) for name in columns.codebooks], np.int32)
    return places[columns.codebook]


def _kept(version: NDArray[np.int32], versions: list[str], left_out: set[str]) -> Kept:
    """The rows of the other versions; all of them as they are where none is left out."""
    if not left_out:
        return slice(None)
    is_kept = np.array([name not in left_out for name in versions], bool)
    return np.flatnonzero(is_kept[version])


def _older(layer: str, n_older: int) -> Remark:
    return Remark(
        "older_left_out",
        "{n} answers were made with an older codebook in which “{layer}” meant something else;"
        " they are left out",
        {"n": n_older, "layer": layer},
    )


def _evidence(columns: EvidenceColumns | None, kept: Kept, n_rows: int) -> Evidence | None:
    """The marked words of the rows that are kept, which are numbered anew."""
    if columns is None:
        return None
    place = np.full(n_rows, -1, np.int32)
    length = columns.length[kept]
    place[kept] = np.arange(len(length))
    row = place[columns.row]
    here = row >= 0
    return Evidence(
        row=row[here],
        start=columns.start[here],
        end=columns.end[here],
        code=columns.code[here],
        codes=tuple(columns.codes),
        length=length,
    )


class _Asked:
    """Which answers of a project are wanted, but for their rounds."""

    def __init__(
        self, store: Store, layers: list[Layer], annotators: list[str], *, with_times: bool
    ):
        self._store = store
        self._layers = layers
        self._annotators = annotators
        self._with_times = with_times

    def rounds(
        self, rounds: list[str], layers: Sequence[str] | None = None
    ) -> dict[str, LayerColumns]:
        """The answers of these rounds; of all layers, or of these."""
        chosen = [each for each in self._layers if layers is None or each.key in layers]
        return self._store.layer_answers(
            [layer.key for layer in chosen],
            rounds=rounds,
            annotators=self._annotators,
            with_evidence=[layer.key for layer in chosen if layer.takes_evidence != "no"],
            with_times=self._with_times or len(rounds) > 1,
        )

    def best_rounds(self) -> dict[str, LayerColumns]:
        """The rounds of the best purpose that two annotators took part in, layer by layer."""
        best, second = (
            [each.key for each in self._store.rounds() if each.kind in purposes]
            for purposes in PURPOSES
        )
        found = self.rounds(best)
        alone = [layer for layer, columns in found.items() if len(columns.annotators) < 2]
        if alone and second:
            found |= self.rounds(second, alone)
        return found
