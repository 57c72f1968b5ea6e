"""Stance: targets, positions toward them, and whose voice it is.

Imports store and model; never Qt.
"""

from __future__ import annotations

from typing import NamedTuple

from annotator.errors import AnswerRefused
from annotator.model import Answer, DocumentId, Layer, Target, holder_type
from annotator.session.asking import Slot, slot_of
from annotator.session.recording import Putting, Recording, Selection, refusals_as_notices
from annotator.session.showing import in_codebook_order
from annotator.session.views import Happened, HolderChoice, Notice, Outcome
from annotator.session.voices import clean_name, holder_choices
from annotator.store import Changed, Step


class Position(NamedTuple):
    """A stance that waits for its holder, because the paragraph is a quotation."""

    layer: Layer
    target: str
    code: str
    selection: Selection


class Stances(Recording):
    """Recording, with targets and voices."""

    _waiting: Position | None = None
    _last: Slot | None = None
    # Paragraphs, by article, whose quotation has asked for its holder.
    _asked_who: frozenset[tuple[DocumentId, int]] = frozenset()

    # -------------------------------------------------------------- targets

    def go_to_target(self, layer: str, target: str) -> Outcome:
        """Make a target the current one; the voice is the default again."""
        self._waiting = None
        self._set_target(layer, target)
        self._tell(Happened(paragraphs=frozenset({self.position}), status=True))
        return Outcome()

    def next_target(self) -> Outcome:
        """The next always-asked target, round to the first."""
        return self._step_target(1)

    def previous_target(self) -> Outcome:
        """The target before, round to the last."""
        return self._step_target(-1)

    @refusals_as_notices
    def take_position(
        self,
        layer: str,
        target: str,
        code: str,
        *,
        holder: str | None = None,
        selection: Selection = None,
    ) -> Outcome:
        """A position toward a target by a holder (default: the voice chosen with H, else author).

        The same position again takes it back. Then the next open always-asked target is current.
        In a quotation the first position asks once whose it is.
        """
        asked, codes = self._asked_layer(layer), self._usable(layer, code)
        self._waiting = None
        voice = holder or (self.voice if target == self.target else None)
        if voice is None and self._must_ask_who(asked):
            self._asked_who |= {(self._document_id(), self.position)}
            self.go_to_target(layer, target)
            self._waiting = Position(asked, target, code, selection)
            return Outcome(Notice("A quotation: whose voice?"), opens="holders", layer=layer)
        slot = self._slot(asked, target, voice)
        answer = self._after_choice(asked, codes, slot, code, selection)
        putting: dict[Slot, Answer | None] = {slot: answer}
        if answer is not None:
            putting = {**self._not_addressed_here(layer, target), **putting}
        self._answer_target(putting, slot, code)
        return Outcome()

    @refusals_as_notices
    def not_addressed(self, layer: str, target: str) -> Outcome:
        """The target is not addressed: takes back every voice's position on it; again: undoes."""
        asked = self._asked_layer(layer)
        self._waiting = None
        slot = self._slot(asked, target, None)
        answer = self._with_state(slot, "none")
        putting: dict[Slot, Answer | None] = {
            other: None
            for other in self._at(self.position)
            if (other.layer, other.target) == (layer, target)
        }
        self._answer_target({**putting, slot: answer}, slot, "none")
        return Outcome()

    def activate(self, layer: str, target: str | None = None, holder: str | None = None) -> None:
        """A click on a row: this answer is the active one."""
        asked = self.rules.layer(layer)
        target = target or (self.target if asked.per_target else None)
        if target is not None:
            self._set_target(layer, target)
        if target is None or holder is not None:
            self.active = Slot(layer, target, holder or self.rules.holder(asked))
        self._tell(Happened(paragraphs=frozenset({self.position}), status=True))

    # -------------------------------------------------------------- holders

    def holder_choices(self, typed: str = "") -> tuple[HolderChoice, ...]:
        """Holders of this article by recency, then types; typing filters and offers new names."""
        if self.document is None:
            return ()
        recent = self.store.named_holders_used(self.document.id, self.round, self.annotator.key)
        return holder_choices(self.wording, recent, typed)

    @refusals_as_notices
    def use_holder(self, holder: str) -> Outcome:
        """H: whose the next position on this target is; or whose the one that waits is."""
        holder = self._checked_holder(holder)
        if self._waiting is not None:
            layer, target, code, selection = self._waiting
            self._waiting = None
            return self.take_position(layer.key, target, code, holder=holder, selection=selection)
        slot = self._current_slot()
        if not self.rules.layer(slot.layer).holder:
            label = self.wording.say(self.rules.layer(slot.layer).label)
            raise AnswerRefused("{layer} is not asked by holder", layer=label)
        self.voice = holder
        self.active = slot._replace(holder=holder)
        self._tell_here()
        return Outcome(
            Notice("The next position is that of {holder}", {"holder": self._named(holder)})
        )

    @refusals_as_notices
    def give_to_holder(self, holder: str) -> Outcome:
        """Shift+H: the last position gets another holder, in one step."""
        holder = self._checked_holder(holder)
        slot = self._last_position()
        other = slot._replace(holder=holder)
        if other == slot:
            return Outcome()
        answers = self._at(self.position)
        if other in answers:
            raise AnswerRefused(
                "{holder} already has a position on this target", holder=self._named(holder)
            )
        self._record({slot: None, other: answers[slot]})
        self.active = self._last = other
        self._tell_here()
        return Outcome()

    def cancel_holder(self) -> None:
        """Leave the list: nothing waits any more."""
        self._waiting = None

    # -------------------------------------------------------------- inner

    def _arrived(self) -> None:
        """At a new unit the first open question is active and the first open target current."""
        self.voice = self._waiting = self._last = self._touched = None
        self.active = self.target = None
        if self.position >= self.n_stops:
            return
        begin = self._first_open_target()
        if begin is not None:
            self._set_target(begin[0].key, begin[1].key)
        debts = self.rules.debts(self.kind(self.position), self._at(self.position))
        first = debts[0].layer if debts else next(iter(self._asked()), None)
        if first is not None and not first.per_target:
            self.active = self._default_slot(first, None)

    def _settle(self) -> None:
        """Under a condition that has just been met there is a current target again."""
        shown = {t.key for layer in self._with_targets() for t in self.rules.targets(layer)}
        if self.target not in shown:
            begin = self._first_open_target()
            self.target = begin[1].key if begin else None
            self.voice = None

    def _first_open_target(self) -> tuple[Layer, Target] | None:
        """The first that owes something, else the first that is asked."""
        debts = self.rules.debts(self.kind(self.position), self._at(self.position))
        every = ((one, t) for one in self._with_targets() for t in self.rules.targets(one))
        return next(((d.layer, d.target) for d in debts if d.target), next(every, None))

    def _turn_to(self, step: Step) -> None:
        """What undo or redo brought or took is the active answer, its target the current one."""
        asked = {layer.key for layer in self._asked()}
        slots = {
            slot_of(change.place)
            for change in step.changes
            if isinstance(change, Changed)
            and self._position_of(change.place) == self.position
            and change.place.layer in asked
        }
        if len({slot.target for slot in slots}) != 1:
            return
        here = self._at(self.position)
        first = min(slots, key=lambda slot: (slot not in here, self.rules.rank(slot)))
        if first.target is not None:
            self._set_target(first.layer, first.target)
        self.active = first

    def _answer_target(self, putting: Putting, slot: Slot, code: str) -> None:
        """Write answers toward a target; then the next open one is current."""
        assert slot.target is not None
        self._record(putting)
        self._touch(slot, code)
        self.voice = None
        answer = self._at(self.position).get(slot)
        self._last = slot if answer and answer.state != "none" else None
        self.target = slot.target
        if answer is not None:
            self.target = self._next_open_target(slot.target)
        self._tell_here()

    def _next_open_target(self, target: str) -> str:
        """The next open always-asked one; the same if it still owes something, or if none does."""
        open_ones = {
            debt.target.key
            for layer in self._with_targets()
            for debt in self.rules.debts_of(layer, self._at(self.position))
            if debt.target and debt.lacks == "answer"
        }
        if target in open_ones:
            return target
        return next((key for key in self._always_after(target) if key in open_ones), target)

    def _always_after(self, target: str | None) -> list[str]:
        """The always-asked targets in codebook order, beginning after this one, round to it."""
        always = {t.key for layer in self._with_targets() for t in self.rules.always(layer)}
        keys = [t.key for t in self.codebook.targets]
        after = keys.index(target) + 1 if target in keys else 0
        return [key for key in keys[after:] + keys[:after] if key in always]

    def _step_target(self, by: int) -> Outcome:
        order = self._always_after(self.target)
        if self.target in order:
            order.remove(self.target)
        if not order:
            return Outcome(Notice("There is no other target to go to"))
        target = order[0] if by > 0 else order[-1]
        layer = next(
            one
            for one in self._with_targets()
            if any(t.key == target for t in self.rules.always(one))
        )
        return self.go_to_target(layer.key, target)

    def _with_targets(self) -> list[Layer]:
        return [layer for layer in self._asked() if layer.per_target]

    def _set_target(self, layer: str, target: str) -> None:
        if target != self.target:
            self.voice = None
        self.target = target
        slots = [
            slot
            for slot, _ in in_codebook_order(self.rules, self._at(self.position))
            if (slot.layer, slot.target) == (layer, target)
        ]
        self.active = slots[0] if slots else self._default_slot(self.rules.layer(layer), target)

    def _slot(self, layer: Layer, target: str, voice: str | None) -> Slot:
        """Where a position of this voice (None: the default) goes. Refuses what is not asked."""
        slot = self._default_slot(layer, target)
        if layer.holder and voice is not None:
            slot = slot._replace(holder=voice)
        self._check_slot(layer, slot)
        return slot

    def _default_slot(self, layer: Layer, target: str | None) -> Slot:
        return self.rules.default_slot(layer, target, self._at(self.position))

    def _current_slot(self) -> Slot:
        """The answer that H speaks of: the active one, or the current target's."""
        if self.target is None:
            raise AnswerRefused("no target is current: choose one first")
        if self.active and self.active.target == self.target:
            return self.active
        layers = [
            layer
            for layer in self._with_targets()
            if any(target.key == self.target for target in self.rules.targets(layer))
        ]
        return self._default_slot(layers[0], self.target)

    def _last_position(self) -> Slot:
        """The active position, or the one that was given last."""
        answers = self._at(self.position)
        for slot in (self.active, self._last):
            if slot is None or slot.target is None or slot.holder is None:
                continue
            if slot in answers and answers[slot].state != "none":
                return slot
        raise AnswerRefused("only a position has a holder: give one first")

    def _must_ask_who(self, layer: Layer) -> bool:
        if not layer.holder or self.kind(self.position) != "quote":
            return False
        coded = any(
            slot.layer == layer.key and answer.state == "coded"
            for slot, answer in self._at(self.position).items()
        )
        return not coded and (self._document_id(), self.position) not in self._asked_who

    def _checked_holder(self, holder: str) -> str:
        holder = clean_name(holder)
        wanted = holder_type(holder)
        found = next((h for h in self.codebook.holders if h.key == wanted), None)
        name = holder.partition(":")[2]
        if found is None or found.retired:
            raise AnswerRefused("{holder} is no type of holder", holder=wanted)
        if found.named == "required" and not name:
            raise AnswerRefused("{type}: say who, by name", type=self.wording.say(found.label))
        if name and (found.named == "no" or not name.isprintable() or set(name) & set("|#")):
            raise AnswerRefused("{holder} cannot be a holder's name", holder=holder)
        return holder

    def _named(self, holder: str) -> str:
        return self.wording.holder_label(holder)
