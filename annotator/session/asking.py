"""Which questions a unit is asked, and what it still owes: the rules of CODEBOOK and window.

Pure functions of a codebook, a kind and the answers given; no store, no window. Imports the model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from annotator.model import Answer, Code, Codebook, Kind, Layer, Place, Target

if TYPE_CHECKING:
    from annotator.session.views import UnitState


class Slot(NamedTuple):
    """Where an answer sits within a unit."""

    layer: str
    target: str | None = None
    holder: str | None = None


def slot_of(place: Place) -> Slot:
    """Where within its unit an answer of the project sits."""
    return Slot(place.layer, place.target, place.holder)


UnitAnswers = Mapping[Slot, Answer]
_NOTHING: UnitAnswers = {}
Lack = Literal["answer", "evidence", "primary", "text"]


class Debt(NamedTuple):
    """Something that a unit still owes; `holder` says whose answer it is."""

    layer: Layer
    target: Target | None
    lacks: Lack
    holder: str | None = None


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
        self._always = {
            key: tuple(target for target in targets if target.ask == "always")
            for key, targets in self._targets.items()
        }
        self._default_holder = codebook.default_holder
        self._layer_rank = {layer.key: rank for rank, layer in enumerate(codebook.layers)}
        self._target_rank = {target.key: rank for rank, target in enumerate(codebook.targets)}
        self._conditions: dict[str, set[str]] = {}
        for layer in codebook.layers:
            if layer.when is not None:
                self._conditions.setdefault(layer.when.layer, set()).update(layer.when.codes)
        self._of_kind: dict[Kind | None, tuple[Layer, ...]] = {}
        self._state_unanswered: dict[Kind | None, UnitState] = {}

    def essence(self, layer: Layer, answer: Answer) -> Answer:
        """The answer without what cannot change the state of its unit, so that many are equal."""
        if layer.takes_evidence == "required" or layer.primary == "required":
            return Answer(answer.state, answer.codes, answer.primary, evidence=answer.evidence)
        wanted = self._conditions.get(layer.key, set())
        return Answer(answer.state, tuple(code for code in answer.codes if code in wanted))

    def rank(self, slot: Slot) -> tuple[int, int, bool, str]:
        """For sorting: layer, target (codebook order) and holder (the default one first)."""
        return (
            self._layer_rank.get(slot.layer, len(self._layer_rank)),
            self._target_rank.get(slot.target or "", len(self._target_rank)),
            slot.holder != self._default_holder,
            slot.holder or "",
        )

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
        return self._always[layer.key]

    def holder(self, layer: Layer) -> str | None:
        """The holder that an answer names unless another was said."""
        return self._default_holder if layer.holder else None

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

    def is_asked(self, kind: Kind | None, answers: UnitAnswers = _NOTHING) -> bool:
        """Whether some required layer asks this unit, given its answers."""
        return any(layer.required for layer in self.asked(kind, answers))

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

    def holders_asked(
        self, layer: Layer, target: str | None, answers: UnitAnswers
    ) -> list[str | None]:
        """Whose answers the layer's condition allows on a target, the default voice first."""
        default = self.holder(layer)
        named = {slot.holder for slot in answers} - {None, default} if layer.holder else set()
        voices = [default, *sorted(named, key=str)]
        return [v for v in voices if self.holds(layer, Slot(layer.key, target, v), answers)]

    def default_slot(self, layer: Layer, target: str | None, answers: UnitAnswers) -> Slot:
        """Where an answer goes for which no voice was chosen: the default one's.

        Under a condition that the default voice does not meet: the first open one that does.
        """
        default = Slot(layer.key, target, self.holder(layer))
        voices = self.holders_asked(layer, target, answers)
        slots = [Slot(layer.key, target, voice) for voice in voices]
        if not slots or default in slots:
            return default
        return next((slot for slot in slots if slot not in answers), slots[0])

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
        asked = self.asked(kind, answers)
        if not any(layer.required for layer in asked):
            return "not_asked"
        if any(True for layer in asked for _ in self._owes(layer, answers)):
            return "open"
        return "skipped" if self._is_skipped(asked, answers) else "done"

    def _holds_anywhere(self, layer: Layer, answers: UnitAnswers) -> bool:
        targets = [t.key for t in self.targets(layer)] if layer.per_target else [None]
        return any(self.holders_asked(layer, target, answers) for target in targets)

    def _owes(self, layer: Layer, answers: UnitAnswers) -> Iterator[Debt]:
        if layer.required:
            for target, holder, given in self._owed(layer, answers):
                if not given:
                    yield Debt(
                        layer, target, "text" if layer.answer == "text" else "answer", holder
                    )
        for slot, answer in answers.items():
            if slot.layer == layer.key and answer.state == "coded":
                yield from self._incomplete(layer, slot, answer)

    def _owed(
        self, layer: Layer, answers: UnitAnswers
    ) -> Iterator[tuple[Target | None, str | None, list[Answer]]]:
        """For which targets and voices the layer wants an answer, with those that were given."""
        targets: tuple[Target | None, ...] = self.always(layer) if layer.per_target else (None,)
        default = self.holder(layer)
        for target in targets:
            key = target.key if target else None
            if self._goes_by_holder(layer):
                # Whoever meets the condition owes an answer, each its own.
                for holder in self.holders_asked(layer, key, answers):
                    own = answers.get(Slot(layer.key, key, holder))
                    yield target, holder, [own] if own else []
            elif self.holds(layer, Slot(layer.key, key, default), answers):
                yield target, default, answers_at(answers, layer.key, key)

    def _goes_by_holder(self, layer: Layer) -> bool:
        return layer.holder and layer.when is not None and self._layers[layer.when.layer].holder

    def _incomplete(self, layer: Layer, slot: Slot, answer: Answer) -> Iterator[Debt]:
        target = next((t for t in self.targets(layer) if t.key == slot.target), None)
        if slot.target is not None and target is None:
            return  # retired since
        if layer.takes_evidence == "required":
            shown = {span.code for span in answer.evidence}
            if any(code not in shown for code in answer.codes):
                yield Debt(layer, target, "evidence", slot.holder)
        if layer.primary == "required" and len(answer.codes) > 1 and not answer.primary:
            yield Debt(layer, target, "primary", slot.holder)

    def _is_skipped(self, asked: Sequence[Layer], answers: UnitAnswers) -> bool:
        return any(
            all(answer.state == "skipped" for answer in given)
            for layer in asked
            if layer.required
            for _, _, given in self._owed(layer, answers)
        )


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
