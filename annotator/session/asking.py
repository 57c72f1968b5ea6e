"""Which questions a unit is asked, and what it still owes: the rules of CODEBOOK and window.

Pure functions of a codebook, a kind and the answers given; no store, no window. Imports the model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from annotator.model import Answer, Code, Codebook, Kind, Layer, Target

if TYPE_CHECKING:
    from annotator.session.views import UnitState


class Slot(NamedTuple):
    """Where an answer sits within a unit."""

    layer: str
    target: str | None = None
    holder: str | None = None


UnitAnswers = Mapping[Slot, Answer]
Lack = Literal["answer", "evidence", "primary", "text"]


class Debt(NamedTuple):
    """Something that a unit still owes."""

    layer: Layer
    target: Target | None
    lacks: Lack


class Rules:
    """A codebook as questions. `kind` is None for the stop *Whole article*."""

    def __init__(self, codebook: Codebook):
        self.codebook = codebook
        self._codes = {layer.key: codebook.codes_of(layer) for layer in codebook.layers}
        self._layers = {layer.key: layer for layer in codebook.layers}
        self._targets = {
            layer.key: tuple(t for t in codebook.targets_of(layer) if not t.retired)
            for layer in codebook.layers
        }
        self._of_kind: dict[Kind | None, tuple[Layer, ...]] = {}
        self._state_unanswered: dict[Kind | None, UnitState] = {}

    def layer(self, key: str) -> Layer:
        """The layer with this key."""
        return self._layers[key]

    def codes(self, layer: Layer) -> tuple[Code, ...]:
        """The layer's codes in canonical order, own or borrowed, retired ones too."""
        return self._codes[layer.key]

    def targets(self, layer: Layer) -> tuple[Target, ...]:
        """The layer's targets that are not retired; empty where it has none."""
        return self._targets[layer.key]

    def always(self, layer: Layer) -> tuple[Target, ...]:
        """The targets for which an answer is owed."""
        return tuple(target for target in self.targets(layer) if target.ask == "always")

    def holder(self, layer: Layer) -> str | None:
        """The holder that an answer names unless another was said."""
        return self.codebook.default_holder if layer.holder else None

    def has_document_layers(self) -> bool:
        """Whether there is a stop *Whole article*."""
        return bool(self.layers_of(None))

    def layers_of(self, kind: Kind | None) -> tuple[Layer, ...]:
        """The layers that may be asked of a unit of this kind, conditions aside."""
        if kind not in self._of_kind:
            self._of_kind[kind] = tuple(
                layer
                for layer in self.codebook.layers
                if not layer.retired
                and (layer.unit == "document" if kind is None else _asks(layer, kind))
            )
        return self._of_kind[kind]

    def is_asked(self, kind: Kind | None) -> bool:
        """Whether some required layer asks units of this kind."""
        return any(layer.required and layer.when is None for layer in self.layers_of(kind))

    def asked(self, kind: Kind | None, answers: UnitAnswers) -> tuple[Layer, ...]:
        """The layers asked of this unit now: those whose condition holds."""
        return tuple(
            layer
            for layer in self.layers_of(kind)
            if layer.when is None or self._holds_anywhere(layer, answers)
        )

    def holds(self, layer: Layer, slot: Slot, answers: UnitAnswers) -> bool:
        """Whether the layer's condition holds for this target and holder."""
        when = layer.when
        if when is None:
            return True
        owner = self._layers[when.layer]
        return any(
            _meets(answer, when.codes, when.state)
            for other, answer in answers.items()
            if other.layer == owner.key
            and (not (layer.per_target and owner.per_target) or other.target == slot.target)
            and (not (layer.holder and owner.holder) or other.holder == slot.holder)
        )

    def stranded(self, answers: UnitAnswers) -> list[Slot]:
        """Answers whose condition does not hold any more, with those that hang on them."""
        left = dict(answers)
        gone: list[Slot] = []
        while lost := [s for s in left if not self.holds(self._layers[s.layer], s, left)]:
            for slot in lost:
                del left[slot]
            gone += lost
        return gone

    def debts(self, kind: Kind | None, answers: UnitAnswers) -> list[Debt]:
        """What the unit still owes, in codebook order. A skipped answer owes nothing more."""
        return [debt for layer in self.asked(kind, answers) for debt in self._owes(layer, answers)]

    def debts_of(self, layer: Layer, answers: UnitAnswers) -> list[Debt]:
        """What one layer that is asked still owes."""
        return list(self._owes(layer, answers))

    def state(self, kind: Kind | None, answers: UnitAnswers) -> UnitState:
        """Not asked, open, skipped or done."""
        if not answers:
            if kind not in self._state_unanswered:
                self._state_unanswered[kind] = self._state(kind, answers)
            return self._state_unanswered[kind]
        return self._state(kind, answers)

    def _state(self, kind: Kind | None, answers: UnitAnswers) -> UnitState:
        if not self.is_asked(kind):
            return "not_asked"
        if self.debts(kind, answers):
            return "open"
        return "skipped" if self._is_skipped(kind, answers) else "done"

    def _holds_anywhere(self, layer: Layer, answers: UnitAnswers) -> bool:
        targets: tuple[str | None, ...] = (None,)
        if layer.per_target:
            targets = tuple(target.key for target in self.targets(layer))
        holders = {slot.holder for slot in answers} | {None} if layer.holder else {None}
        return any(
            self.holds(layer, Slot(layer.key, target, holder), answers)
            for target in targets
            for holder in holders
        )

    def _owes(self, layer: Layer, answers: UnitAnswers) -> Iterator[Debt]:
        if layer.required:
            for target in self._owed_targets(layer, answers):
                given = answers_at(answers, layer.key, target.key if target else None)
                if not given:
                    yield Debt(layer, target, "text" if layer.answer == "text" else "answer")
        for slot, answer in answers.items():
            if slot.layer == layer.key and answer.state == "coded":
                yield from self._incomplete(layer, slot, answer)

    def _owed_targets(self, layer: Layer, answers: UnitAnswers) -> Iterator[Target | None]:
        if not layer.per_target:
            yield None
            return
        holder = self.holder(layer)
        for target in self.always(layer):
            if self.holds(layer, Slot(layer.key, target.key, holder), answers):
                yield target

    def _incomplete(self, layer: Layer, slot: Slot, answer: Answer) -> Iterator[Debt]:
        target = next((t for t in self.targets(layer) if t.key == slot.target), None)
        if layer.takes_evidence == "required":
            shown = {span.code for span in answer.evidence}
            if any(code not in shown for code in answer.codes):
                yield Debt(layer, target, "evidence")
        if layer.primary == "required" and len(answer.codes) > 1 and not answer.primary:
            yield Debt(layer, target, "primary")

    def _is_skipped(self, kind: Kind | None, answers: UnitAnswers) -> bool:
        for layer in self.asked(kind, answers):
            if layer.required:
                for target in self._owed_targets(layer, answers):
                    given = answers_at(answers, layer.key, target.key if target else None)
                    if all(answer.state == "skipped" for answer in given):
                        return True
        return False


def answers_at(answers: UnitAnswers, layer: str, target: str | None) -> list[Answer]:
    """Every voice's answer to this layer and target."""
    return [a for slot, a in answers.items() if slot.layer == layer and slot.target == target]


def primary_of(answer: Answer) -> str | None:
    """The main code: the one chosen as such, or the only one."""
    return answer.codes[0] if len(answer.codes) == 1 else answer.primary


def _asks(layer: Layer, kind: Kind) -> bool:
    return layer.unit == "paragraph" and kind in layer.kinds


def _meets(answer: Answer, codes: tuple[str, ...], state: str | None) -> bool:
    return answer.state == state or any(code in codes for code in answer.codes)
