"""A step of the log in words: "took back economic, ¶ 12". Imports the model and the wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.session.asking import Slot, slot_of
from annotator.session.views import Notice
from annotator.store import Changed, KindChanged, Step

if TYPE_CHECKING:
    from annotator.model import Answer, Layer
    from annotator.session.wording import Wording


def step_in_words(wording: Wording, step: Step) -> Notice:
    """What an undo took back or a redo did again, and where."""
    first, undone = step.changes[0], step.act == "undo"
    if isinstance(first, KindChanged):
        template = (
            "took back the kind of ¶ {number}" if undone else "gave ¶ {number} its kind again"
        )
        return Notice(template, {"number": first.paragraph + 1})
    what = _what(wording, step)
    if first.place.paragraph is None:
        template = (
            "took back {what}, whole article" if undone else "did {what} again, whole article"
        )
        return Notice(template, {"what": what})
    template = "took back {what}, ¶ {number}" if undone else "did {what} again, ¶ {number}"
    return Notice(template, {"what": what, "number": first.place.paragraph + 1})


def _what(wording: Wording, step: Step) -> str:
    """`Economic`; `Export controls, US government: Not addressed`."""
    changes = [change for change in step.changes if isinstance(change, Changed)]
    as_done = [_as_first_done(change, undone=step.act == "undo") for change in changes]
    # What made room for something else goes without saying.
    told = [one for one in as_done if one[2] is not None] or as_done
    subjects: dict[str, list[str]] = {}
    for slot, before, after in sorted(told, key=lambda one: wording.rules.rank(one[0])):
        words = _difference(wording, slot, before, after)
        subjects.setdefault(words, [])
        if slot.target is not None:
            subjects[words].append(wording.slot_label(slot))
    return ", ".join(
        f"{', '.join(targets)}: {words}" if targets else words
        for words, targets in subjects.items()
    )


def _as_first_done(change: Changed, *, undone: bool) -> tuple[Slot, Answer | None, Answer | None]:
    """Where, before, after. An undo exchanges the two."""
    slot = slot_of(change.place)
    before, after = (change.after, change.before) if undone else (change.before, change.after)
    return slot, before, after


def _difference(wording: Wording, slot: Slot, before: Answer | None, after: Answer | None) -> str:
    """The state, the words or the codes that came; else the codes that went; else the part."""
    layer = wording.rules.layer(slot.layer)
    if before is None or after is None or before.state != after.state:
        return _whole(wording, layer, after or before)
    if before.value != after.value:
        return f"“{after.value}”"
    came, went = set(after.codes) - set(before.codes), set(before.codes) - set(after.codes)
    if came or went:
        return _labels(wording, layer, came or went)
    part = wording.part(_changed_part(before, after))
    return part if slot.target else f"{wording.say(layer.label)}: {part}"


def _whole(wording: Wording, layer: Layer, answer: Answer | None) -> str:
    assert answer is not None, layer.key
    if answer.state != "coded":
        return wording.state_label(layer, answer.state)
    return f"“{answer.value}”" if answer.value else _labels(wording, layer, set(answer.codes))


def _labels(wording: Wording, layer: Layer, codes: set[str]) -> str:
    ordered = [code.key for code in wording.rules.codes(layer) if code.key in codes]
    return ", ".join(wording.code_label(layer, key) for key in ordered)


def _changed_part(before: Answer, after: Answer) -> str:
    parts = ("evidence", "primary", "confidence")
    return next((part for part in parts if getattr(before, part) != getattr(after, part)), "note")
