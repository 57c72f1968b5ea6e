"""One annotator on one article: what a key means, questions without targets, Enter and Space.

Imports store and model; never Qt.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

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
            Slot(debt.layer.key, debt.target.key, self.rules.holder(debt.layer))
            for debt in self.rules.debts(self.kind(here), answers)
            if debt.target and debt.lacks == "answer" and "none" in debt.layer.states
        ]
        self._write(dict.fromkeys(open_targets, Answer(state="none")), rest=True)
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
        stops = self.n_stops
        order = [(self.position + step) % stops for step in range(1, stops + 1)]
        for wanted in ("open", "skipped"):
            for position in order:
                if self.unit_state(position) == wanted and position != self.position:
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
        if layer.per_target:
            return self._press_position(layer.key, code, selection)
        if kind == "none":
            return self.answer_none(layer.key)
        return self.choose(layer.key, code, selection=selection)

    def _press_position(self, layer: str, code: str, selection: Selection) -> Outcome:
        """A position key answers the current target."""
        if self.target is None:
            return Outcome(Notice("No target is asked here"))
        if code == "none":
            return self.not_addressed(layer, self.target)
        return self.take_position(layer, self.target, code, selection=selection)

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
                    found[target.shortcut] = Meaning("target", layer, target.key)
        return found

    # -------------------------------------------------------------- questions without targets

    @refusals_as_notices
    def choose(self, layer: str, code: str, *, selection: Selection = None) -> Outcome:
        """Choose a code or take it back; with a selection mark these words as its evidence."""
        asked, codes = self._asked_layer(layer), self._usable(layer, code)
        slot = Slot(layer, None, self.rules.holder(asked))
        answer = self._after_choice(asked, codes, slot, code, selection)
        self._touch(slot, code)
        self._write({slot: answer})
        return self._field_for(asked, code, answer)

    @refusals_as_notices
    def make_primary(self, layer: str, code: str) -> Outcome:
        """Make a code the main one (choosing it if needed); the main one again: none is."""
        asked, codes = self._asked_layer(layer), self._usable(layer, code)
        if asked.primary == "no":
            raise AnswerRefused("{layer} has no main code", layer=self.wording.say(asked.label))
        slot = Slot(layer, None, self.rules.holder(asked))
        answer = answering.make_primary(
            self._at(self.position).get(slot), code, layer=asked, codes=codes
        )
        self._touch(slot, code)
        self._write({slot: answer})
        return self._field_for(asked, code, answer)

    @refusals_as_notices
    def answer_none(self, layer: str) -> Outcome:
        """Looked, nothing applies; again: takes it back."""
        asked = self._asked_layer(layer)
        slot = Slot(layer, None, self.rules.holder(asked))
        self._touch(slot, "none")
        self._write({slot: self._with_state(slot, "none")})
        return Outcome()

    @refusals_as_notices
    def set_text(self, layer: str, text: str) -> Outcome:
        """The words of a text layer; empty takes them back."""
        asked = self._asked_layer(layer)
        words = " ".join(text.split())
        if len(words) > asked.max_length:
            raise AnswerRefused("at most {most} characters fit here", most=asked.max_length)
        slot = Slot(layer, None, self.rules.holder(asked))
        before = self._at(self.position).get(slot)
        answer = Answer(state="coded", value=words, note=before.note if before else "")
        self.active = slot
        self._write({slot: answer if words else None})
        return Outcome()

    def _field_for(self, layer: Layer, code: str, answer: Answer | None) -> Outcome:
        """A code that brings a text question with it opens its field at once."""
        if answer is None or code not in answer.codes:
            return Outcome()
        given = {slot.layer for slot in self._at(self.position)}
        for asked in self._asked():
            when = asked.when
            if (
                asked.answer == "text"
                and when
                and (when.layer, code in when.codes)
                == (
                    layer.key,
                    True,
                )
            ):
                return Outcome(opens=None if asked.key in given else "text", layer=asked.key)
        return Outcome()
