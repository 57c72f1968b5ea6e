"""Answers become steps in the file: writing, what hangs on an answer, undo, what waits unsaved.

Imports store and model; never Qt. Every method that answers writes at once, in one transaction, and
returns an `Outcome`; a rule that forbids the answer comes back as a notice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from msgspec.structs import replace

from annotator.errors import AnswerRefused, StoreError
from annotator.model import Answer, Code, DocumentId, Kind, Layer, State
from annotator.session import answering
from annotator.session.asking import Slot, slot_of
from annotator.session.reading import Reading
from annotator.session.telling import step_in_words
from annotator.session.views import EvidenceMark, Happened, Notice, Outcome
from annotator.store import Change, Changed, KindChanged, Step

P = ParamSpec("P")
S = TypeVar("S")
Selection = tuple[int, int] | None
Putting = Mapping[Slot, Answer | None]


def refusals_as_notices(
    method: Callable[Concatenate[S, P], Outcome],
) -> Callable[Concatenate[S, P], Outcome]:
    """A refused answer is said, not raised."""

    @wraps(method)
    def wrapped(self: S, /, *args: P.args, **kwargs: P.kwargs) -> Outcome:
        try:
            return method(self, *args, **kwargs)
        except AnswerRefused as refusal:
            return Outcome(Notice(refusal.what, _plain(refusal.values)))

    return wrapped


class Recording(Reading):
    """Reading, and writing answers of the current unit.

    `active` is the answer last touched by a key or click: sureness, note, *cannot tell* and
    *skipped* belong to it. `target` is the one that position keys answer, `voice` the holder that H
    has chosen for the next position on it (None: the default, the author).
    """

    active: Slot | None = None
    target: str | None = None
    voice: str | None = None
    _touched: tuple[str, str] | None = None

    @property
    def trouble(self) -> StoreError | None:
        """Why the last answers are not saved."""
        return self._saving.trouble

    @property
    def note(self) -> str:
        """The note of the active answer."""
        answer = self._active_answer()
        return answer.note if answer else ""

    # -------------------------------------------------------------- the active answer

    @refusals_as_notices
    def cannot_tell(self) -> Outcome:
        """It applies, and the text does not allow an answer; again: takes it back."""
        return self._answer_state("cannot_tell")

    @refusals_as_notices
    def skip(self) -> Outcome:
        """Decided not to answer now; again: takes it back."""
        return self._answer_state("skipped")

    @refusals_as_notices
    def cycle_confidence(self) -> Outcome:
        """How sure: not said, 1 unsure, 2 fairly, 3 sure, not said."""
        slot, answer = self._answered()
        layer = self.rules.layer(slot.layer)
        if not layer.confidence:
            raise AnswerRefused(
                "{layer} is not asked how sure", layer=self.wording.say(layer.label)
            )
        self._write({slot: answering.next_confidence(answer)})
        return Outcome()

    @refusals_as_notices
    def set_note(self, text: str) -> Outcome:
        """A note to the active answer."""
        slot, answer = self._answered()
        self._write({slot: replace(answer, note=text.strip())})
        return Outcome()

    def can_note(self) -> Notice | None:
        """Why a note or sureness has nothing to belong to; None if it has."""
        if self._active_answer() is not None:
            return None
        return Notice("A note or sureness needs an answer to belong to: answer first")

    @refusals_as_notices
    def remove_evidence(self, mark: EvidenceMark) -> Outcome:
        """Take a span away; the code stays."""
        slot = Slot(mark.layer, mark.target, mark.holder)
        answer = self._at(self.position).get(slot)
        if answer is not None:
            left = answering.remove_span(answer, mark.start, mark.end, mark.code)
            self._write({slot: left})
        return Outcome()

    # -------------------------------------------------------------- kinds, undo

    @refusals_as_notices
    def set_kind(self, position: int, kind: Kind) -> Outcome:
        """Say what kind of paragraph this is; the text never changes."""
        assert self.document is not None
        if kind == self.kind(position):
            return Outcome()
        return self._outside_the_queue(
            lambda: self.store.set_kind(
                self._document_id(),
                position,
                kind,
                round=self.round,
                annotator=self.annotator.key,
            )
        )

    @refusals_as_notices
    def undo(self) -> Outcome:
        """Take back the last step of this annotator, and go there."""
        return self._outside_the_queue(
            lambda: self.store.undo(self.round, self.annotator.key), Notice("Nothing to undo")
        )

    @refusals_as_notices
    def redo(self) -> Outcome:
        """Do again what was taken back, and go there."""
        return self._outside_the_queue(
            lambda: self.store.redo(self.round, self.annotator.key), Notice("Nothing to redo")
        )

    # -------------------------------------------------------------- not saved

    def retry(self) -> bool:
        """Try again to write what is not saved; True when all is."""
        unsaved, waited = self._unsaved_positions(), self._saving.waiting()
        done = self._saving.retry()
        if len(self._saving.waiting()) < len(waited) or done:
            for change in waited:
                self._progress.pop(change.place.document, None)
            self._redraw(unsaved)
            self._tell(Happened(paragraphs=frozenset(unsaved), status=True))
        return done

    def give_up(self) -> None:
        """Drop what is not saved and show what the file holds."""
        self._saving.give_up()
        self._progress.clear()
        self._has_answered = None
        try:
            if self.document is not None:
                self._read_article(self.document.id)
        except StoreError:
            self._is_stale = True  # the next `refresh` reads it
        self._tell(Happened(document=True, status=True))

    # -------------------------------------------------------------- inner

    def _asked(self) -> Sequence[Layer]:
        return self.rules.asked(self.kind(self.position), self._at(self.position))

    def _asked_layer(self, key: str) -> Layer:
        for layer in self._asked():
            if layer.key == key:
                return layer
        raise AnswerRefused(
            "{layer} is not asked here", layer=self.wording.say(self.rules.layer(key).label)
        )

    def _usable(self, layer: str, code: str) -> tuple[Code, ...]:
        codes = self.rules.codes(self.rules.layer(layer))
        given = next((c for c in codes if c.key == code), None)
        # A retired code can still be taken back.
        stands = any(
            slot.layer == layer and code in answer.codes
            for slot, answer in self._at(self.position).items()
        )
        if given is None or (given.retired and not stands):
            raise AnswerRefused("{code} is no code of this question any more", code=code)
        return codes

    def _active_answer(self) -> Answer | None:
        return self._at(self.position).get(self.active) if self.active else None

    def _answered(self) -> tuple[Slot, Answer]:
        answer = self._active_answer()
        if self.active is None or answer is None:
            raise AnswerRefused("A note or sureness needs an answer to belong to: answer first")
        return self.active, answer

    def _document_id(self) -> DocumentId:
        assert self.document is not None
        return self.document.id

    def _touch(self, slot: Slot, code: str) -> None:
        self.active = slot
        if code not in {"", "none"}:
            self._touched = (slot.layer, code)

    def _after_choice(
        self, layer: Layer, codes: Sequence[Code], slot: Slot, code: str, selection: Selection
    ) -> Answer | None:
        before = self._at(self.position).get(slot)
        words = self._selected(layer, selection)
        if words is None:
            return answering.toggle_code(before, code, layer=layer, codes=codes)
        return answering.mark_words(before, code, *words, layer=layer, codes=codes)

    def _selected(self, layer: Layer, selection: Selection) -> Selection:
        if selection is None or self.is_at_whole_article or layer.takes_evidence == "no":
            return None
        return answering.trimmed(self.paragraphs[self.position].text, *selection)

    def _with_state(self, slot: Slot, state: State) -> Answer | None:
        layer = self.rules.layer(slot.layer)
        if state not in layer.states:
            raise AnswerRefused(
                "{layer} cannot be answered so", layer=self.wording.say(layer.label)
            )
        return answering.with_state(self._at(self.position).get(slot), state)

    def _check_slot(self, layer: Layer, slot: Slot) -> None:
        """Refuse an answer toward a target, or by a voice, that the layer does not ask here."""
        targets = {target.key for target in self.rules.targets(layer)}
        if layer.per_target and slot.target not in targets:
            raise AnswerRefused("No target is asked here")
        if not self.rules.holds(layer, slot, self._at(self.position)):
            raise AnswerRefused("{layer} is not asked here", layer=self.wording.say(layer.label))

    def _answer_state(self, state: State) -> Outcome:
        if self.active is None:
            raise AnswerRefused("no question is asked here")
        slot = self.active
        self._check_slot(self._asked_layer(slot.layer), slot)
        answer = self._with_state(slot, state)
        putting: dict[Slot, Answer | None] = {slot: answer}
        if slot.target is not None and answer is not None:
            putting = {**self._not_addressed_here(slot.layer, slot.target), **putting}
        self._record(putting)
        self.voice = None
        self._tell_here()
        return Outcome()

    def _not_addressed_here(self, layer: str, target: str) -> dict[Slot, Answer | None]:
        """A `none` on this target goes when any voice takes a position on it."""
        return {
            slot: None
            for slot, answer in self._at(self.position).items()
            if (slot.layer, slot.target, answer.state) == (layer, target, "none")
        }

    def _write(self, putting: Putting) -> None:
        """Write answers of the current unit and say so."""
        if self._record(putting):
            self._tell_here()

    def _record(self, putting: Putting, *, rest: bool = False) -> bool:
        """Write answers of the current unit (None clears) with those that hang on them.

        False if all was so already. Listeners are not told yet.
        """
        here = self.position
        before = self._at(here)
        after = {**before, **putting}
        left = {slot: answer for slot, answer in after.items() if answer is not None}
        changes = {
            slot: after[slot] for slot in putting if after[slot] != before.get(slot)
        } | dict.fromkeys(self.rules.stranded(left))
        if not changes:
            return False
        steps = [Change(self._place(slot), answer, rest=rest) for slot, answer in changes.items()]
        self._saving.write(steps, self._stopwatch.take_ms())
        for slot, answer in changes.items():
            self._lay(here, slot, answer)
        self._redraw([here])
        self._has_answered = True
        self._settle()
        return True

    def _tell_here(self) -> None:
        self._tell(Happened(paragraphs=frozenset({self.position}), status=True))

    def _outside_the_queue(
        self, act: Callable[[], Step | None], nothing: Notice | None = None
    ) -> Outcome:
        """Undo, redo and kinds go straight to the file: never past answers that wait."""
        if self._saving.waiting():
            return Outcome(Notice("Not now: the last answers are not saved yet"))
        try:
            step = act()
        except StoreError as error:
            return Outcome(Notice(error.what, _plain(error.values)))
        if step is None or not step.changes:
            return Outcome(nothing)
        self._saving.note_saved(step)
        self._follow(step)
        if step.act == "do":
            return Outcome()
        return Outcome(step_in_words(self.wording, step))

    def _follow(self, step: Step) -> None:
        """Show what a step changed and go there."""
        article, left = (self.document, self.paragraphs), self.position
        first = step.changes[0]
        document = _document_of(first)
        is_elsewhere = self.document is None or self.document.id != document
        if is_elsewhere:
            self._read_article(document)
        shown = set() if is_elsewhere else {left}
        for change in step.changes:
            shown |= self._take_over(change)
        self.position = (
            first.paragraph if isinstance(first, KindChanged) else self._position_of(first.place)
        )
        if is_elsewhere or left != self.position:
            self._stopwatch.restart()
        self._arrived()
        self._turn_to(step)
        self._tell(
            Happened(
                paragraphs=frozenset({*shown, self.position}),
                moved=True,
                document=article != (self.document, self.paragraphs),
                status=True,
            )
        )

    def _take_over(self, change: Changed | KindChanged) -> set[int]:
        """Bring one change of the file into memory; the position, if it is in this article."""
        document = _document_of(change)
        self._progress.pop(document, None)
        if self.document is None or document != self.document.id:
            return set()
        if isinstance(change, KindChanged):
            position = change.paragraph
            paragraphs = list(self.paragraphs)
            paragraphs[position] = replace(paragraphs[position], kind=change.after)
            self.paragraphs = tuple(paragraphs)
        else:
            position = self._position_of(change.place)
            self._lay(position, slot_of(change.place), change.after)
        self._redraw([position])
        return {position}

    def _turn_to(self, step: Step) -> None:
        """A hook: the answers of this step are the ones last touched."""


def _document_of(change: Changed | KindChanged) -> DocumentId:
    return change.document if isinstance(change, KindChanged) else change.place.document


def _plain(values: Mapping[str, object]) -> dict[str, str | int]:
    return {key: v if isinstance(v, int) else str(v) for key, v in values.items()}
