"""Stance: targets, positions toward them, and whose voice it is.

Imports store and model; never Qt.
"""

from __future__ import annotations

from typing import NamedTuple

from annotator.errors import AnswerRefused
from annotator.model import Answer, Layer, Target, holder_type
from annotator.session.asking import Slot, answers_at
from annotator.session.recording import Recording, Selection, refusals_as_notices
from annotator.session.views import Happened, HolderChoice, Notice, Outcome
from annotator.session.voices import clean_name, holder_choices


class Position(NamedTuple):
    """A stance that waits for its holder, because the paragraph is a quotation."""

    layer: Layer
    target: str
    code: str
    selection: Selection


class Stances(Recording):
    """Recording, with a current target.

    `target` is the one that position keys answer, `voice` the holder that H has chosen for the
    next position on it (None: the default, the author).
    """

    target: str | None = None
    voice: str | None = None
    _waiting: Position | None = None
    _asked_who: frozenset[int] = frozenset()

    # -------------------------------------------------------------- targets

    def go_to_target(self, layer: str, target: str) -> Outcome:
        """Make a target the current one; the voice is the default again."""
        self._set_target(layer, target)
        self._tell(Happened(paragraphs=frozenset({self.position}), status=True))
        return Outcome()

    def next_target(self) -> Outcome:
        """The next always-asked or answered target, round to the first."""
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
        if holder is None and self._must_ask_who(asked):
            self._asked_who |= {self.position}
            self._waiting = Position(asked, target, code, selection)
            self._set_target(layer, target)
            return Outcome(Notice("A quotation: whose voice?"), opens="holders", layer=layer)
        voice = holder or (self.voice if target == self.target else None)
        slot = Slot(layer, target, (voice or self.rules.holder(asked)) if asked.holder else None)
        answer = self._after_choice(asked, codes, slot, code, selection)
        putting: dict[Slot, Answer | None] = {slot: answer}
        if answer is not None:
            putting = {**self._not_addressed_here(layer, target), **putting}
        self._touch(slot, code)
        self.voice = None
        self._advance(asked, target, answered=answer is not None)
        self._write(putting)
        return Outcome()

    @refusals_as_notices
    def not_addressed(self, layer: str, target: str) -> Outcome:
        """The target is not addressed: takes back every voice's position on it; again: undoes."""
        asked = self._asked_layer(layer)
        slot = Slot(layer, target, self.rules.holder(asked))
        answer = self._with_state(slot, "none")
        putting: dict[Slot, Answer | None] = {
            other: None
            for other in self._at(self.position)
            if (other.layer, other.target) == (layer, target)
        }
        self._touch(slot, "none")
        self.voice = None
        self._advance(asked, target, answered=answer is not None)
        self._write({**putting, slot: answer})
        return Outcome()

    def activate(self, layer: str, target: str | None = None, holder: str | None = None) -> None:
        """A click on a row: this answer is the active one."""
        asked = self.rules.layer(layer)
        if target is not None:
            self._set_target(layer, target)
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
        if self.target is None:
            raise AnswerRefused("no target is current: choose one first")
        self.voice = holder
        self._tell(Happened(paragraphs=frozenset({self.position}), status=True))
        return Outcome(
            Notice("The next position is that of {holder}", {"holder": self._named(holder)})
        )

    @refusals_as_notices
    def give_to_holder(self, holder: str) -> Outcome:
        """Shift+H: the last position gets another holder, in one step."""
        holder = self._checked_holder(holder)
        slot, answer = self._answered()
        if slot.holder is None or answer.state == "none":
            raise AnswerRefused("only a position has a holder")
        other = slot._replace(holder=holder)
        if other == slot:
            return Outcome()
        if other in self._at(self.position):
            raise AnswerRefused(
                "{holder} already has a position on this target", holder=self._named(holder)
            )
        self.active = other
        self._write({slot: None, other: answer})
        return Outcome()

    def cancel_holder(self) -> None:
        """Leave the list: nothing waits any more."""
        self._waiting = None

    # -------------------------------------------------------------- inner

    def _arrived(self) -> None:
        """At a new unit the first open question is active and the first open target current."""
        self.voice = None
        self._waiting = None
        self._touched = None
        answers, kind = self._at(self.position), self.kind(self.position)
        if self.position >= self.n_stops:
            self.active = self.target = None
            return
        asked = self.rules.asked(kind, answers)
        debts = self.rules.debts(kind, answers)
        first = debts[0].layer if debts else next(iter(asked), None)
        with_targets = next((layer for layer in asked if layer.per_target), None)
        self.target = self._first_open_target(with_targets) if with_targets else None
        self.active = None
        if first is not None:
            target = self.target if first.per_target else None
            self.active = Slot(first.key, target, self.rules.holder(first))

    def _first_open_target(self, layer: Layer) -> str | None:
        open_ones = [d.target for d in self.rules.debts_of(layer, self._at(self.position))]
        targets = [t for t in open_ones if t is not None] or list(self.rules.targets(layer))
        return targets[0].key if targets else None

    def _shown_targets(self, layer: Layer) -> list[Target]:
        answers = self._at(self.position)
        return [
            target
            for target in self.rules.targets(layer)
            if target.ask == "always"
            or target.key == self.target
            or answers_at(answers, layer.key, target.key)
        ]

    def _step_target(self, by: int) -> Outcome:
        layer = next((layer for layer in self._asked() if layer.per_target), None)
        shown = [t.key for t in self._shown_targets(layer)] if layer else []
        if not shown or layer is None:
            return Outcome(Notice("No target is asked here"))
        here = shown.index(self.target) if self.target in shown else -by
        return self.go_to_target(layer.key, shown[(here + by) % len(shown)])

    def _set_target(self, layer: str, target: str) -> None:
        asked = self.rules.layer(layer)
        if target != self.target:
            self.voice = None
        self.target = target
        holders = [
            slot.holder
            for slot in self._at(self.position)
            if (slot.layer, slot.target) == (layer, target)
        ]
        default = self.rules.holder(asked)
        holder = default if default in holders or not holders else holders[0]
        self.active = Slot(layer, target, holder)

    def _advance(self, layer: Layer, target: str, *, answered: bool) -> None:
        """After a position: on to the next open always-asked target."""
        self.target = target
        if not answered:
            return
        always = [t.key for t in self.rules.always(layer)]
        after = always.index(target) + 1 if target in always else 0
        open_ones = {
            d.target.key
            for d in self.rules.debts_of(layer, self._at(self.position))
            if d.target and d.lacks == "answer" and d.target.key != target
        }
        following = [key for key in always[after:] + always[:after] if key in open_ones]
        self.target = following[0] if following else target

    def _must_ask_who(self, layer: Layer) -> bool:
        if not layer.holder or self.voice is not None or self.kind(self.position) != "quote":
            return False
        coded = any(
            slot.layer == layer.key and answer.state == "coded"
            for slot, answer in self._at(self.position).items()
        )
        return not coded and self.position not in self._asked_who

    def _checked_holder(self, holder: str) -> str:
        holder = clean_name(holder)
        wanted = holder_type(holder)
        found = next((h for h in self.codebook.holders if h.key == wanted), None)
        name = holder.partition(":")[2]
        if found is None or found.retired:
            raise AnswerRefused("{holder} is no type of holder", holder=wanted)
        if found.named == "required" and not name:
            raise AnswerRefused("{type}: say who, by name", type=self.wording.say(found.label))
        if (found.named == "no" and name) or any(sign in name for sign in "|#"):
            raise AnswerRefused("{holder} cannot be a holder's name", holder=holder)
        return holder

    def _named(self, holder: str) -> str:
        return self.wording.holder_label(holder)
