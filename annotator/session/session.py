"""One annotator on one article: what a key means, questions without targets, Enter and Space.

Imports store and model; never Qt.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec.structs import replace

from annotator.errors import AnswerRefused
from annotator.model import Answer, Layer
from annotator.session import answering
from annotator.session.asking import Slot
from annotator.session.recording import Selection, refusals_as_notices
from annotator.session.showing import questions
from annotator.session.stances import Stances
from annotator.session.views import Explanation, Notice, Outcome, Question
from annotator.session.wording import explanation_of, frame_open


class Meaning(NamedTuple):
    """What a codebook key means at a unit: a code, `none`, or a target of a layer."""

    kind: Literal["code", "none", "target"]
    layer: Layer
    key: str


class Session(Stances):
    """One annotator at work: see, go, answer. The window calls nothing else."""

    # -------------------------------------------------------------- seeing

    def questions(self) -> tuple[Question, ...]:
        """The blocks of the code panel at the current unit."""
        if not self.paragraphs:
            return ()
        return questions(
            self.wording,
            self.kind(self.position),
            self._at(self.position),
            active=self.active,
            target=self.target,
            voice=self.voice,
        )

    def explanation(self) -> Explanation | None:
        """What the codebook says of the code last touched at this unit."""
        if self._touched is None:
            return None
        layer, code = self._touched
        return explanation_of(self.wording, self.rules.layer(layer), code)

    # -------------------------------------------------------------- moving on

    @refusals_as_notices
    def rest_not_addressed(self) -> Outcome:
        """Enter: every always-asked target still open here is not addressed; then the next unit.

        One undo step, marked as such. A question without targets is never answered by it: while
        one is open the place stays, and the notice says what closes it.
        """
        if not self.paragraphs:
            return Outcome()
        here = self.position
        answers = self._at(here)
        open_targets = [
            Slot(debt.layer.key, debt.target.key, debt.holder)
            for debt in self.rules.debts(self.kind(here), answers)
            if debt.target and debt.lacks == "answer" and "none" in debt.layer.states
        ]
        if self._record(dict.fromkeys(open_targets, Answer(state="none")), rest=True):
            self._tell_here()
        left = self.rules.debts(self.kind(here), self._at(here))
        if left:
            return Outcome(frame_open(self.wording, left[0]))
        return self._go_to_next_open()

    def next_open(self) -> Outcome:
        """Space: the next open unit, round to the first; says what this one still owes."""
        if not self.paragraphs:
            return Outcome()
        left = self.position
        owes = self.unit(left).owes
        outcome = self._go_to_next_open()
        if not owes or self.unit_state(left) != "open":
            return outcome
        parts = [f"{o.label} ({o.keys})" if o.keys else o.label for o in owes[:3]]
        listed = ", ".join(parts) + (" …" if len(owes) > len(parts) else "")
        if left == len(self.paragraphs):
            return Outcome(Notice("the whole article still owes: {list}", {"list": listed}))
        return Outcome(
            Notice("¶ {number} still owes: {list}", {"number": left + 1, "list": listed})
        )

    def _go_to_next_open(self) -> Outcome:
        for wanted in ("open", "skipped"):
            for position in (*range(self.position + 1, self.n_stops), *range(self.position)):
                if self.unit_state(position) == wanted:
                    self.go_to(position)
                    return Outcome()
        if self.unit_state(self.position) in {"open", "skipped"}:
            return Outcome(Notice("This is the only open place of the article"))
        return Outcome(Notice("This article is done"))

    # -------------------------------------------------------------- keys

    def press(
        self, key: str, *, selection: Selection = None, shift: bool = False
    ) -> Outcome | None:
        """A key of the codebook at the current unit; None if it means nothing here."""
        meaning = self._meanings().get(key.casefold()) if self.paragraphs else None
        if meaning is None or (shift and meaning.kind != "code"):
            return None
        kind, layer, code = meaning
        if shift:
            return self.make_primary(layer.key, code)
        if kind == "target":
            return self.go_to_target(layer.key, code)
        if kind == "none":
            return self.answer_none(layer.key)
        return self.choose(layer.key, code, selection=selection)

    def _meanings(self) -> dict[str, Meaning]:
        found: dict[str, Meaning] = {}
        for layer in self._asked():
            for code in self.rules.codes(layer):
                if code.shortcut and not code.retired:
                    found[code.shortcut] = Meaning("code", layer, code.key)
            if layer.none_shortcut and "none" in layer.states:
                found[layer.none_shortcut] = Meaning("none", layer, "none")
            for target in self.rules.targets(layer):
                if target.shortcut:
                    # Of two questions about one target, the first.
                    found.setdefault(target.shortcut, Meaning("target", layer, target.key))
        return found

    # -------------------------------------------------------------- answers

    @refusals_as_notices
    def choose(self, layer: str, code: str, *, selection: Selection = None) -> Outcome:
        """Choose a code or take it back; with a selection mark these words as its evidence.

        Where the question has targets it is a position toward the current one.
        """
        asked, codes = self._asked_layer(layer), self._usable(layer, code)
        if asked.per_target:
            return self.take_position(layer, self._current_target(), code, selection=selection)
        slot = self._default_slot(asked, None)
        self._put(slot, self._after_choice(asked, codes, slot, code, selection), code)
        return self._field_for(asked, code)

    @refusals_as_notices
    def make_primary(self, layer: str, code: str) -> Outcome:
        """Make a code the main one (choosing it if needed); the main one again: none is."""
        asked, codes = self._asked_layer(layer), self._usable(layer, code)
        if asked.primary == "no":
            raise AnswerRefused("{layer} has no main code", layer=self.wording.say(asked.label))
        slot = self._default_slot(asked, None)
        if asked.per_target:
            slot = self._slot(asked, self._current_target(), self.voice)
        before = self._at(self.position).get(slot)
        self._put(slot, answering.make_primary(before, code, layer=asked, codes=codes), code)
        return self._field_for(asked, code)

    @refusals_as_notices
    def answer_none(self, layer: str) -> Outcome:
        """Looked, nothing applies; again: takes it back."""
        asked = self._asked_layer(layer)
        if asked.per_target:
            return self.not_addressed(layer, self._current_target())
        slot = self._default_slot(asked, None)
        self._put(slot, self._with_state(slot, "none"), "none")
        return Outcome()

    @refusals_as_notices
    def set_text(self, layer: str, text: str) -> Outcome:
        """The words of a text layer; empty takes them back."""
        asked = self._asked_layer(layer)
        words = " ".join(text.split())
        if len(words) > asked.max_length:
            raise AnswerRefused("at most {most} characters fit here", most=asked.max_length)
        slot = self._default_slot(asked, None)
        before = self._at(self.position).get(slot) or Answer(state="coded")
        self._put(slot, replace(before, state="coded", value=words) if words else None, "")
        return Outcome()

    def _put(self, slot: Slot, answer: Answer | None, code: str) -> None:
        """Write an answer that was given by this code, and make it the active one."""
        putting: dict[Slot, Answer | None] = {slot: answer}
        if slot.target is not None:
            putting = {**self._not_addressed_here(slot.layer, slot.target), **putting}
        self._record(putting)
        self._touch(slot, code)
        self._tell_here()

    def _current_target(self) -> str:
        if self.target is None:
            raise AnswerRefused("No target is asked here")
        return self.target

    def _field_for(self, layer: Layer, code: str) -> Outcome:
        """A code that brings a text question with it opens its field at once."""
        answers = self._at(self.position)
        chosen = {c for slot, a in answers.items() if slot.layer == layer.key for c in a.codes}
        given = {slot.layer for slot in answers}
        for asked in self._asked():
            brings = asked.when and asked.when.layer == layer.key and code in asked.when.codes
            if asked.answer == "text" and brings and code in chosen and asked.key not in given:
                return Outcome(opens="text", layer=asked.key)
        return Outcome()
