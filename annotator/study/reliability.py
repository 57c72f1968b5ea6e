"""A project's answers as agreement reads them: one `LayerAnswers` a layer."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
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
        titles = _titles(still)
        return [_layer(still, layer, columns[layer.key], titles) for layer in chosen]


def _titles(store: Store) -> dict[str, str]:
    """The titles of articles by their uids; equal ones are told apart."""
    titles = {each.uid: each.title for each in store.documents() if each.title}
    n_called = Counter(titles.values())
    return {
        uid: title if n_called[title] == 1 else f"{title} ({uid[:8]})"
        for uid, title in titles.items()
    }


def _layer(
    store: Store, layer: Layer, columns: LayerColumns, titles: dict[str, str]
) -> LayerAnswers:
    rounds = [each.key for each in store.rounds() if each.key in columns.rounds]
    places = np.array([rounds.index(key) for key in columns.rounds], dtype=np.int32)
    versions = in_order(columns.codebooks)
    version = _version_of_row(columns, versions)
    every = LayerAnswers(
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
        rounds=tuple(rounds),
        round=places[columns.round] if rounds else None,
        versions=tuple(versions),
        version=version,
        by_rest=columns.by_rest,
        changed_at=columns.changed_at,
        titles=titles,
        evidence=_evidence(columns.evidence),
    )
    left_out = outdated(store, layer.key, versions)
    is_kept = np.array([name not in left_out for name in versions], bool)[version]
    return every if is_kept.all() else _without_older(every, np.flatnonzero(is_kept))


def _version_of_row(columns: LayerColumns, versions: list[str]) -> NDArray[np.int32]:
    places = np.array([versions.index(name) for name in columns.codebooks], np.int32)
    return places[columns.codebook]


def _without_older(answers: LayerAnswers, rows: NDArray[np.int64]) -> LayerAnswers:
    """The rows that are kept, with a remark that counts the others."""
    evidence = None if answers.evidence is None else answers.evidence.of_rows(rows)
    remark = Remark(
        "older_left_out",
        "{n} answers were made with an older codebook in which “{layer}” meant something else;"
        " they are left out",
        {"n": len(answers.answer) - len(rows), "layer": answers.layer.key},
    )
    return replace(answers.taken(rows), evidence=evidence, remarks=(remark,))


def _evidence(columns: EvidenceColumns | None) -> Evidence | None:
    if columns is None:
        return None
    return Evidence(
        row=columns.row,
        start=columns.start,
        end=columns.end,
        code=columns.code,
        codes=tuple(columns.codes),
        length=columns.length,
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
