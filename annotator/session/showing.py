"""Answers of one unit turned into what the window draws: pure functions, no store, no window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.session.asking import Rules, Slot, UnitAnswers, primary_of
from annotator.session.views import (
    Chip,
    CodeChoice,
    EvidenceMark,
    HolderRow,
    Question,
    StanceLine,
    StateChoice,
    StateMark,
    StripBlock,
    TargetRow,
    UnitState,
    UnitView,
)
from annotator.session.wording import STATE_KEYS, Wording, glyph

if TYPE_CHECKING:
    from annotator.model import Answer, Kind, Layer, Target


def unit_view(
    wording: Wording,
    answers: UnitAnswers,
    *,
    position: int,
    kind: Kind | None,
    text: str,
    unsaved: bool = False,
) -> UnitView:
    """One paragraph (or the whole-article stop) with all that is drawn beside it."""
    rules = wording.rules
    ordered = in_codebook_order(rules, answers)
    debts = rules.debts(kind, answers) if rules.is_asked(kind) or answers else []
    return UnitView(
        position=position,
        number=position + 1,
        kind=kind,
        text=text,
        state=rules.state(kind, answers),
        chips=tuple(chip for slot, a in ordered for chip in _chips(wording, slot, a)),
        stances=tuple(_stance(wording, s, a) for s, a in ordered if s.target is not None),
        states=tuple(
            _state_mark(wording, slot, answer)
            for slot, answer in ordered
            if slot.target is None and answer.state != "coded"
        ),
        evidence=tuple(mark for slot, a in ordered for mark in _marks(wording, slot, a)),
        texts=tuple(a.value for _, a in ordered if a.value),
        owes=tuple(wording.debt(debt) for debt in debts),
        has_note=any(a.note for a in answers.values()),
        is_unsure=any(a.confidence == 1 for a in answers.values()),
        lacks_evidence=any(debt.lacks == "evidence" for debt in debts),
        is_unsaved=unsaved,
    )


def strip_block(rules: Rules, answers: UnitAnswers, state: UnitState) -> StripBlock:
    """The unit's block in the strip: the colour of the first set layer's primary or first code."""
    for slot, answer in in_codebook_order(rules, answers) if answers else ():
        layer = rules.layer(slot.layer)
        if layer.answer in {"multiple", "single"} and layer.required and answer.codes:
            main = primary_of(answer) or answer.codes[0]
            found = next((c for c in rules.codes(layer) if c.key == main), None)
            return StripBlock(state, found.colour if found else None)
    return StripBlock(state, None)


def in_codebook_order(rules: Rules, answers: UnitAnswers) -> list[tuple[Slot, Answer]]:
    """A unit's answers by layer, target (codebook order) and holder (the default one first)."""
    return sorted(answers.items(), key=lambda item: rules.rank(item[0]))


def questions(
    wording: Wording,
    kind: Kind | None,
    answers: UnitAnswers,
    *,
    active: Slot | None,
    target: str | None,
    voice: str | None,
) -> tuple[Question, ...]:
    """The blocks of the code panel for one unit.

    `active` is the answer that sureness and note belong to; `target` the one that position keys
    answer; `voice` the holder chosen for the next position, None for the default.
    """
    rules = wording.rules
    return tuple(
        _question(wording, layer, answers, active=active, target=target, voice=voice)
        for layer in rules.asked(kind, answers)
    )


def _question(
    wording: Wording,
    layer: Layer,
    answers: UnitAnswers,
    *,
    active: Slot | None,
    target: str | None,
    voice: str | None,
) -> Question:
    rules = wording.rules
    own = active if active and active.layer == layer.key else Slot(layer.key)
    if own.target is None and not layer.per_target:
        own = Slot(layer.key, None, rules.holder(layer))
    answer = answers.get(own)
    return Question(
        layer=layer.key,
        label=wording.say(layer.label),
        question=wording.say(layer.question),
        answer=layer.answer,
        codes=_code_choices(wording, layer, None if layer.per_target else answer),
        states=_state_choices(wording, layer, None if layer.per_target else answer),
        targets=_target_rows(wording, layer, answers, active=active, target=target, voice=voice),
        text=(answer.value or "") if answer else "",
        max_length=layer.max_length,
        primary_question=_primary_question(wording, layer, answer),
        takes_confidence=layer.confidence,
        confidence=answer.confidence if answer else None,
        note=answer.note if answer else "",
        has_answer=answer is not None,
        is_active=active is not None and active.layer == layer.key,
        is_required=layer.required,
        is_owed=any(debt.layer.key == layer.key for debt in rules.debts_of(layer, answers)),
    )


def _primary_question(wording: Wording, layer: Layer, answer: Answer | None) -> str:
    if layer.primary == "no" or answer is None or len(answer.codes) < 2:
        return ""
    return wording.say(layer.primary_question)


def _code_choices(wording: Wording, layer: Layer, answer: Answer | None) -> tuple[CodeChoice, ...]:
    chosen = answer.codes if answer else ()
    spans = [span.code for span in answer.evidence] if answer else []
    return tuple(
        CodeChoice(
            code=code.key,
            label=wording.say(code.label),
            shortcut=(code.shortcut or "").upper(),
            colour=code.colour,
            glyph=glyph(code, "coded") if layer.answer == "scale" else "",
            is_chosen=code.key in chosen,
            is_primary=answer is not None and len(chosen) > 1 and answer.primary == code.key,
            spans=spans.count(code.key),
            aside=code.aside,
        )
        for code in wording.rules.codes(layer)
        if not code.retired or code.key in chosen
    )


def _state_choices(
    wording: Wording, layer: Layer, answer: Answer | None
) -> tuple[StateChoice, ...]:
    return tuple(
        StateChoice(
            state=state,
            label=wording.state_label(layer, state),
            shortcut=(layer.none_shortcut or "").upper() if state == "none" else STATE_KEYS[state],
            is_chosen=answer is not None and answer.state == state,
        )
        for state in layer.states
        if state != "coded"
    )


def _target_rows(
    wording: Wording,
    layer: Layer,
    answers: UnitAnswers,
    *,
    active: Slot | None,
    target: str | None,
    voice: str | None,
) -> tuple[TargetRow, ...]:
    owed = {d.target.key for d in wording.rules.debts_of(layer, answers) if d.target}
    return tuple(
        _target_row(
            wording,
            layer,
            one,
            answers,
            active=active,
            owed=one.key in owed,
            # The holder chosen with H counts for the current target alone.
            voice=(voice if one.key == target else None)
            or wording.rules.default_slot(layer, one.key, answers).holder,
            is_current=one.key == target,
        )
        for one in wording.rules.targets(layer)
    )


def _target_row(  # noqa: PLR0913 - one row of the panel, all of it keyword-only
    wording: Wording,
    layer: Layer,
    target: Target,
    answers: UnitAnswers,
    *,
    active: Slot | None,
    owed: bool,
    voice: str | None,
    is_current: bool,
) -> TargetRow:
    given = {
        slot: answer
        for slot, answer in in_codebook_order(wording.rules, answers)
        if slot.layer == layer.key and slot.target == target.key
    }
    states = [answer.state for answer in given.values()]
    return TargetRow(
        target=target.key,
        label=wording.say(target.label),
        definition=wording.say(target.definition),
        shortcut=(target.shortcut or "").upper(),
        ask=target.ask,
        rows=tuple(
            _holder_row(wording, slot, answer, is_active=slot == active)
            for slot, answer in given.items()
            if answer.state != "none"
        ),
        is_not_addressed="none" in states,
        is_owed=owed,
        is_current=is_current,
        state=states[0] if states else None,
        holder=voice,
        holder_label=wording.holder_label(voice),
    )


def _holder_row(wording: Wording, slot: Slot, answer: Answer, *, is_active: bool) -> HolderRow:
    return HolderRow(
        holder=slot.holder or "",
        label=wording.holder_label(slot.holder),
        state=answer.state,
        code=answer.codes[0] if answer.codes else None,
        spans=len(answer.evidence),
        is_active=is_active,
        has_note=bool(answer.note),
        confidence=answer.confidence,
    )


def _chips(wording: Wording, slot: Slot, answer: Answer) -> list[Chip]:
    layer = wording.rules.layer(slot.layer)
    if slot.target is not None:
        return []
    main = primary_of(answer)
    return [
        Chip(
            layer.key,
            code,
            wording.code_label(layer, code),
            wording.colour(layer, code),
            code == main,
        )
        for code in answer.codes
    ]


def _stance(wording: Wording, slot: Slot, answer: Answer) -> StanceLine:
    layer = wording.rules.layer(slot.layer)
    key = answer.codes[0] if answer.codes else None
    code = wording.code(layer, key) if key else None
    default = wording.rules.codebook.default_holder
    return StanceLine(
        layer=layer.key,
        target=slot.target or "",
        target_label=wording.target_label(slot.target or ""),
        holder=slot.holder,
        holder_label="" if slot.holder == default else wording.holder_label(slot.holder),
        state=answer.state,
        code=key,
        code_label=wording.code_label(layer, key)
        if key
        else wording.state_label(layer, answer.state),
        colour=code.colour if code else None,
        glyph=glyph(code, answer.state),
    )


def _state_mark(wording: Wording, slot: Slot, answer: Answer) -> StateMark:
    layer = wording.rules.layer(slot.layer)
    return StateMark(
        layer.key, wording.say(layer.label), answer.state, wording.state_label(layer, answer.state)
    )


def _marks(wording: Wording, slot: Slot, answer: Answer) -> list[EvidenceMark]:
    layer = wording.rules.layer(slot.layer)
    return [
        EvidenceMark(
            start=span.start,
            end=span.end,
            layer=layer.key,
            code=span.code,
            label=wording.code_label(layer, span.code) if span.code else "",
            colour=wording.colour(layer, span.code),
            target=slot.target,
            holder=slot.holder,
        )
        for span in answer.evidence
        if span.paragraph is None
    ]
