"""What a key does to one answer: pure functions from an answer to the next. None = no answer.

Imports the model only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from annotator.model import Answer, Code, Layer, Span, State

if TYPE_CHECKING:
    from collections.abc import Sequence


def toggle_code(
    answer: Answer | None, code: str, *, layer: Layer, codes: Sequence[Code]
) -> Answer | None:
    """Choose a code, or take it back with the words that show it.

    A set keeps its other codes, except where one excludes the rest; elsewhere a code replaces.
    Choosing a first code over `none`, `cannot_tell` or `skipped` replaces that.
    """
    if answer and code in answer.codes:
        return without_code(answer, code)
    if layer.answer != "multiple":
        return _replaced(answer, code)
    exclusive = {c.key for c in codes if c.exclusive}
    kept = [] if code in exclusive or answer is None else list(answer.codes)
    chosen = {code, *(c for c in kept if c not in exclusive)}
    return _with_codes(answer, tuple(c.key for c in codes if c.key in chosen))


def without_code(answer: Answer, code: str) -> Answer | None:
    """The answer without a code and its spans; None if nothing is left of it."""
    left = tuple(c for c in answer.codes if c != code)
    return _with_codes(answer, left) if left else None


def mark_words(
    answer: Answer | None, code: str, start: int, end: int, *, layer: Layer, codes: Sequence[Code]
) -> Answer | None:
    """Mark words as evidence of a code and choose the code if needed.

    Overlapping spans of one code unite. Words that lie wholly inside a span of that code take that
    span away; the code stays.
    """
    was_chosen = answer is not None and code in answer.codes
    if not was_chosen:
        answer = toggle_code(answer, code, layer=layer, codes=codes)
    assert answer is not None, code
    same = [span for span in answer.evidence if span.code == code]
    others = [span for span in answer.evidence if span.code != code]
    inside = next((span for span in same if span.start <= start and end <= span.end), None)
    # Words that came over from the code before this one are no reason to take any away.
    if was_chosen and inside is not None:
        same.remove(inside)
    else:
        same = _united([*same, Span(start, end, code)])
    return replace(answer, evidence=ordered([*others, *same]))


def remove_span(answer: Answer, start: int, end: int, code: str | None) -> Answer:
    """The answer without exactly this span."""
    gone = Span(start, end, code)
    return replace(answer, evidence=tuple(span for span in answer.evidence if span != gone))


def make_primary(
    answer: Answer | None, code: str, *, layer: Layer, codes: Sequence[Code]
) -> Answer | None:
    """Make a code the main one, choosing it if needed; the main one again: no main one."""
    if answer and answer.primary == code:
        return replace(answer, primary=None)
    if answer is None or code not in answer.codes:
        answer = toggle_code(answer, code, layer=layer, codes=codes)
    assert answer is not None, code
    return replace(answer, primary=code)


def with_state(answer: Answer | None, state: State) -> Answer | None:
    """Answer without a code; the same state again takes it back. A note stays."""
    if answer and answer.state == state:
        return None
    return Answer(state=state, note=answer.note if answer else "")


def next_confidence(answer: Answer) -> Answer:
    """Not said → 1 unsure → 2 fairly → 3 sure → not said."""
    following = {None: 1, 1: 2, 2: 3, 3: None}
    return replace(answer, confidence=following[answer.confidence])


def ordered(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans as they are stored: sorted, without repeats."""
    return tuple(sorted(set(spans), key=lambda s: (s.paragraph or 0, s.start, s.end, s.code or "")))


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A selection without white space at its ends; None if nothing is left."""
    start, end = max(start, 0), min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _with_codes(answer: Answer | None, codes: tuple[str, ...]) -> Answer:
    if answer is None:
        return Answer(state="coded", codes=codes)
    return replace(
        answer,
        state="coded",
        codes=codes,
        primary=answer.primary if answer.primary in codes else None,
        evidence=tuple(span for span in answer.evidence if span.code in codes),
    )


def _replaced(answer: Answer | None, code: str) -> Answer:
    """One code for another: the words that were marked stay and now show the new one."""
    if answer is None:
        return Answer(state="coded", codes=(code,))
    moved = ordered([replace(span, code=code) for span in answer.evidence])
    return replace(answer, state="coded", codes=(code,), primary=None, evidence=moved)


def _united(spans: list[Span]) -> list[Span]:
    """Overlapping spans become one; spans that only touch stay two."""
    united: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if united and span.start < united[-1].end:
            united[-1] = replace(united[-1], end=max(united[-1].end, span.end))
        else:
            united.append(span)
    return united
