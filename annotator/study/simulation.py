"""Simulated annotators: a careful reader's answers, with each one's own slips. Seeded.

Each has a rate of slips and a leaning; in paragraphs marked as hard they often read the other way.
Nothing here claims to be how people err: it is made to try the program on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from annotator.model import Answer, Span

if TYPE_CHECKING:
    from random import Random

    from annotator.model import Paragraph
    from annotator.session.asking import Rules
    from annotator.study.answers_file import ParagraphAnswers, Stance, WholeAnswers

Slots = dict[tuple[str, str | None, str | None], Answer]
_NEIGHBOURS = {
    "economic": "geopolitical",
    "geopolitical": "ideological",
    "ideological": "economic",
    "environmental": "economic",
    "other": "ideological",
}
_WEAKER = {"against": "neutral", "favour": "neutral", "mixed": "against", "neutral": "favour"}


class Habits(Struct, frozen=True):
    """How an annotator differs from the careful reader: shares between 0 and 1."""

    slips: float
    marks_words: float
    other_reading: float
    cannot_tell: float = 0.01


def simulated_paragraph(
    rules: Rules,
    paragraph: Paragraph,
    told: ParagraphAnswers | None,
    habits: Habits,
    chance: Random,
) -> Slots:
    """One annotator's answers to one paragraph; empty for a kind that is not asked."""
    if not rules.is_asked(paragraph.kind):
        return {}
    slots = _frames(rules, paragraph, told, habits, chance)
    slots |= _stances(rules, paragraph, told, habits, chance)
    return slots


def simulated_whole(rules: Rules, told: WholeAnswers, habits: Habits, chance: Random) -> Slots:
    """One annotator's answers to the whole article."""
    frame = told.dominant_frame
    if chance.random() < habits.slips:
        frame = _NEIGHBOURS.get(frame, "economic")
    slots: Slots = {("dominant_frame", None, None): _single(frame, chance)}
    if frame == "other":
        slots["dominant_frame_other", None, None] = Answer(state="coded", value="law")
    for target in rules.always(rules.layer("overall_stance")):
        code = told.overall_stance.get(target.key, "none")
        if chance.random() < habits.slips:
            code = _WEAKER.get(code, "neutral")
        slots["overall_stance", target.key, None] = _single(code, chance)
    return slots


def _frames(
    rules: Rules,
    paragraph: Paragraph,
    told: ParagraphAnswers | None,
    habits: Habits,
    chance: Random,
) -> Slots:
    if chance.random() < habits.cannot_tell:
        return {("frame", None, None): Answer(state="cannot_tell")}
    frames = set(told.frames) if told else set()
    if told and "frames" in told.hard and chance.random() < habits.other_reading:
        frames = set(told.alternative_frames)
    elif chance.random() < habits.slips:
        frames = _slipped(frames, chance)
    if not frames:
        return {("frame", None, None): Answer(state="none")}
    codes = tuple(code.key for code in rules.codes(rules.layer("frame")) if code.key in frames)
    primary = told.primary if told and told.primary in codes and len(codes) > 1 else None
    answer = Answer(
        state="coded",
        codes=codes,
        primary=primary,
        evidence=_evidence(paragraph.text, codes, told, habits, chance),
        confidence=_confidence(chance, hard=told is not None and bool(told.hard)),
    )
    slots: Slots = {("frame", None, None): answer}
    if "other" in codes:
        words = (told.other if told else "") or "everyday life"
        slots["frame_other", None, None] = Answer(state="coded", value=words)
    return slots


def _slipped(frames: set[str], chance: Random) -> set[str]:
    """One frame missed, one too many, or one taken for its neighbour."""
    if not frames:
        return {chance.choice(sorted(_NEIGHBOURS))}
    slip, one = chance.random(), chance.choice(sorted(frames))
    if slip < 0.4:
        return frames - {one}
    if slip < 0.7:
        return frames | {_NEIGHBOURS[one]}
    return frames - {one} | {_NEIGHBOURS[one]}


def _evidence(
    text: str,
    codes: tuple[str, ...],
    told: ParagraphAnswers | None,
    habits: Habits,
    chance: Random,
) -> tuple[Span, ...]:
    spans = []
    for code in codes:
        words = told.words.get(code, "") if told else ""
        if words and chance.random() < habits.marks_words:
            start = text.index(words)
            start, end = _own_borders(text, start, start + len(words), chance)
            spans.append(Span(start, end, code))
    return tuple(sorted(spans, key=lambda span: (span.start, span.end, span.code or "")))


def _own_borders(text: str, start: int, end: int, chance: Random) -> tuple[int, int]:
    """Sometimes a word more or less at the end: people rarely mark the very same characters."""
    draw = chance.random()
    if draw < 0.2 and (space := text.rfind(" ", start, end)) > start:
        return start, space
    if draw < 0.4 and end < len(text):
        further = text.find(" ", end + 1)
        longer = len(text) if further < 0 else further
        return start, longer
    return start, end


def _stances(
    rules: Rules,
    paragraph: Paragraph,
    told: ParagraphAnswers | None,
    habits: Habits,
    chance: Random,
) -> Slots:
    slots: Slots = {}
    for stance in told.stances if told else ():
        miss = habits.slips * (2 if told and "stances" in told.hard else 1)
        if chance.random() >= miss:
            answer = _position(paragraph.text, stance, habits, chance)
            slots["stance", stance.target, stance.holder] = answer
    addressed = {target for _, target, _ in slots}
    for target in rules.always(rules.layer("stance")):
        if target.key not in addressed:
            extra = chance.random() < habits.slips / 6
            code = "neutral" if extra else "none"
            slots["stance", target.key, "author"] = _single(code, chance, sure=False)
    return slots


def _position(text: str, stance: Stance, habits: Habits, chance: Random) -> Answer:
    code = _WEAKER[stance.code] if chance.random() < habits.slips else stance.code
    spans: tuple[Span, ...] = ()
    if stance.words and chance.random() < habits.marks_words:
        start = text.index(stance.words)
        spans = (Span(*_own_borders(text, start, start + len(stance.words), chance), code),)
    return Answer(state="coded", codes=(code,), evidence=spans, confidence=_confidence(chance))


def _single(code: str, chance: Random, *, sure: bool = True) -> Answer:
    if code == "none":
        return Answer(state="none")
    confidence = _confidence(chance) if sure else None
    return Answer(state="coded", codes=(code,), confidence=confidence)


def _confidence(chance: Random, *, hard: bool = False) -> int | None:
    if chance.random() < 0.5:
        return None
    return chance.choice((1, 2, 2)) if hard else chance.choice((2, 3, 3, 3))
