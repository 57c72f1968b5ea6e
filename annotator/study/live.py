"""Agreement in a project while people code: read once, then only what has changed.

The figures are those of a full report on the same answers, without intervals.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING, Literal, Self

from annotator import __version__
from annotator.agreement import Options, report
from annotator.agreement.live import Edit, LiveLayer
from annotator.agreement.reporting import has_target, report_of
from annotator.study.reliability import PURPOSES, project_answers

if TYPE_CHECKING:
    from annotator.agreement import LayerAnswers, Report
    from annotator.store import AnswerNow, CodebookVersion, Round, Store

    Language = Literal["en", "it"]


@dataclass(frozen=True)
class _Definitions:
    """What decides which answers count; if it changes, all is read again."""

    rounds: list[Round]
    codebooks: list[CodebookVersion]
    people: set[str]


class LiveAgreement:
    """What a window on agreement shows of a project, layer by layer."""

    def __init__(self, *, language: Language):
        self._language = language
        self._source = ""
        self._definitions = _Definitions([], [], set())
        self._documents: set[str] = set()
        self._layers: dict[str, LiveLayer] = {}
        self._seq = 0

    @classmethod
    def open(cls, store: Store, *, language: str) -> Self:
        """Read the project once, as it is now."""
        live = cls(language="it" if language == "it" else "en")
        live._read(store)
        return live

    def _read(self, store: Store) -> None:
        with store.snapshot() as still:
            seq, definitions = still.last_change(), _definitions(still)
            documents = [document.uid for document in still.documents()]
            layers = project_answers(still)
        self._source = store.path.name
        self._definitions, self._documents = definitions, set(documents)
        self._layers = {
            answers.layer.key: LiveLayer(
                replace(answers, documents=list(dict.fromkeys([*answers.documents, *documents]))),
                language=self._language,
            )
            for answers in layers
        }
        self._seq = seq

    def follow(self, store: Store) -> bool:
        """Take over what anybody has changed since; whether an answer that counts was changed."""
        changes = store.changes_since(self._seq)
        if changes.answers is None or _definitions(store) != self._definitions:
            self._read(store)
            return True
        edits: defaultdict[str, list[Edit]] = defaultdict(list)
        for now in changes.answers:
            if now.layer in self._layers and self._counts(now):
                edits[now.layer].append(_edit(now))
        if not all(self._take(layer, some) for layer, some in edits.items()):
            self._read(store)
            return True
        self._seq = changes.seq
        return bool(edits)

    def report(self, layer: str, target: str | None = None) -> Report:
        """Every figure of a layer, of all targets or of one, without intervals.

        Raises:
            Unavailable: nothing was answered about the target.
        """
        live = self._layers[layer]
        options = Options(ci=0, target=target, language=self._language)
        said = {
            "source": self._source,
            "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "program": f"annotator {__version__}",
        }
        if not has_target(live.answers, target):
            return report([live.answers], options, **said)
        return report_of([live.answers], options, live.results(target), **said)

    def _counts(self, now: AnswerNow) -> bool:
        """Whether an answer could count in its layer, where it does not already."""
        answers = self._layers[now.layer].answers
        kind = next(each.kind for each in self._definitions.rounds if each.key == now.round)
        if now.annotator not in self._definitions.people or kind not in chain(*PURPOSES):
            return False
        # A pilot counts only where nothing better has two annotators.
        return kind not in PURPOSES[1] or now.round in answers.rounds or not self._is_best(answers)

    def _is_best(self, answers: LayerAnswers) -> bool:
        best = {each.key for each in self._definitions.rounds if each.kind in PURPOSES[0]}
        return len(answers.annotators) >= 2 and best.issuperset(answers.rounds)

    def _take(self, layer: str, edits: list[Edit]) -> bool:
        """Take over the edits of a layer; False if they may change which answers count."""
        live = self._layers[layer]
        before = live.answers
        if before.remarks or not all(self._is_usual(before, edit) for edit in edits):
            return False
        live.apply(edits)
        return _who_and_when(before) == _who_and_when(live.answers)

    def _is_usual(self, answers: LayerAnswers, edit: Edit) -> bool:
        """Whether annotator, round, codebook and article are among those that count already."""
        return (
            edit.annotator in answers.annotators
            and edit.round in answers.rounds
            and (edit.answer is None or edit.version in answers.versions)
            and edit.document in self._documents
        )


def _definitions(store: Store) -> _Definitions:
    people = {each.key for each in store.annotators() if each.kind != "model"}
    return _Definitions(store.rounds(), store.codebook_versions(), people)


def _who_and_when(answers: LayerAnswers) -> tuple[object, ...]:
    return answers.annotators, answers.rounds, answers.versions


def _edit(now: AnswerNow) -> Edit:
    answer = now.answer
    return Edit(
        document=now.document,
        paragraph=-1 if now.paragraph is None else now.paragraph,
        annotator=now.annotator,
        answer=(answer.state, answer.codes, answer.primary) if answer else None,
        target=now.target,
        holder=now.holder,
        round=now.round,
        version=now.codebook,
        changed_at=_seconds(now.changed_at) if answer else 0,
        by_rest=now.by_rest,
        length=now.length,
        spans=tuple((span.start, span.end, span.code) for span in answer.evidence)
        if answer
        else (),
        is_put_back=now.is_put_back,
    )


def _seconds(written: str) -> int:
    return int(datetime.fromisoformat(written).timestamp())
